# Tests that see the program from outside: kill -9 in mid-load, a full disk, the API, hostile input.
# SPDX-License-Identifier: AGPL-3.0-or-later

O := $(B)/outside

$(O)/load: $(B)/obj/tests/crash/load.o $(B)/lib/ledger.a $(B)/lib/base.a
$(O)/raw: $(B)/obj/tests/http/raw.o $(B)/lib/base.a
$(O)/schema_at: $(B)/obj/tests/migrations/schema_at.o $(B)/obj/gen/sql/schema.o $(B)/lib/store.a $(B)/lib/base.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $^ -o $@ $(PKG_LIBS)
$(O)/%:
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $^ -o $@ -ljansson $(BASE_LIBS)

$(O)/readonly.so $(O)/faults.so: $(O)/%.so: tests/crash/%.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=gnu17 -D_GNU_SOURCE $(WARN) -O2 -fPIC -shared $< -o $@

# One that fails does not keep the others from running. LONG=1 kills the server a hundred times.
.PHONY: check-many check-crash check-http check-migrations check-backup
check-crash: $(B)/kheo $(B)/kheo-verify $(O)/load $(O)/readonly.so $(O)/faults.so ## kill -9, lies in the database, a full disk
	@B=$(B) bash tests/crash/kill.sh $(if $(LONG),--long) || failed=1; \
	  B=$(B) bash tests/crash/tamper.sh || failed=1; \
	  B=$(B) bash tests/crash/columns.sh || failed=1; \
	  B=$(B) bash tests/crash/disk.sh || failed=1; \
	  B=$(B) bash tests/crash/shown.sh || failed=1; \
	  B=$(B) bash tests/crash/flip.sh $(if $(LONG),--long) || failed=1; \
	  B=$(B) bash tests/crash/limits.sh || failed=1; \
	  B=$(B) bash tests/crash/readonly.sh || failed=1; exit $${failed:-0}
check-http: $(B)/kheo $(B)/kheo-verify $(O)/raw ## the API and hostile input, over sockets
	@B=$(B) bash tests/http/api.sh || failed=1; \
	  B=$(B) bash tests/http/photos.sh || failed=1; \
	  B=$(B) bash tests/http/pieces.sh || failed=1; \
	  B=$(B) bash tests/http/tiles.sh || failed=1; \
	  B=$(B) tests/postgres/server.sh bash tests/http/tiles.sh || failed=1; \
	  B=$(B) bash tests/http/hostile.sh || failed=1; \
	  B=$(B) bash tests/http/walls.sh || failed=1; \
	  B=$(B) bash tests/http/again.sh || failed=1; \
	  B=$(B) bash tests/http/demo.sh || failed=1; exit $${failed:-0}
check-migrations: $(B)/kheo $(O)/schema_at ## every schema that ever landed, brought up to date
	@B=$(B) bash tests/migrations/upgrade.sh || failed=1; \
	  B=$(B) bash tests/migrations/refused.sh || failed=1; \
	  B=$(B) tests/postgres/server.sh bash tests/migrations/postgres.sh || failed=1; exit $${failed:-0}
check-many: $(B)/kheo $(B)/kheo-verify $(O)/load ## several servers on one PostgreSQL, and readers on its standby
	@B=$(B) tests/postgres/server.sh bash tests/postgres/many.sh || failed=1; \
	  B=$(B) tests/postgres/server.sh bash tests/postgres/replica.sh || failed=1; exit $${failed:-0}
check-backup: $(B)/kheo $(B)/kheo-verify $(O)/load ## backups under load, altered ones, older ones
	@B=$(B) bash tests/backup/load.sh || failed=1; \
	  B=$(B) bash tests/backup/refused.sh $(if $(LONG),--long) || failed=1; \
	  B=$(B) bash tests/backup/loss.sh || failed=1; exit $${failed:-0}

# The same program, but that it seals and wipes nothing.
$(O)/kheo-studio: $(B)/kheo-studio
	@mkdir -p $(@D)
	$(Q)cp $< $@
$(O)/kheo_unsealed: $(B)/obj/tests/denunciation/unsealed.o $(MAIN_OBJECTS) $(REGISTRY) $(ARCHIVES) | $(O)/kheo-studio
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) -Wl,--wrap=envelope_seal,--wrap=arena_wipe,--wrap=secret_wipe \
	  $(filter %.o,$^) -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
.PHONY: check-denunciation
check-denunciation: $(B)/kheo $(O)/kheo_unsealed ## markers in a denunciation are found nowhere, and everywhere when nothing is sealed
	@B=$(B) bash tests/denunciation/canary.sh || failed=1; \
	  B=$(B) bash tests/denunciation/handed_over.sh || failed=1; \
	  B=$(B) tests/postgres/server.sh bash tests/denunciation/canary.sh || failed=1; exit $${failed:-0}

# A house whose disk is ours: the C library's calls on files are replaced in the program itself.
POWER_OBJECTS := $(call object,$(wildcard tests/power/*.c) src/main/inspect.c) $(HOUSE_OBJECTS)
$(O)/power: $(POWER_OBJECTS) $(REGISTRY) $(ARCHIVES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(POWER_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ -ljansson $(PKG_LIBS)
.PHONY: check-power
check-power: $(O)/power ## power cuts at a thousand points, disks that fail at each call
	@$(O)/power cuts $(if $(LONG),--cuts 1000) || failed=1; \
	  $(O)/power faults $(if $(LONG),,--every 7) || failed=1; exit $${failed:-0}

# The same program with one more language, made up: tests/browser/pseudo.mjs sees in it what was never translated.
PSEUDO := $(O)/pseudo
$(PSEUDO)/en-XA.po: tests/browser/pseudo_catalogue.mjs $(PO_SOURCES)
	@mkdir -p $(@D)
	$(Q)node $^ > $@
$(PSEUDO)/catalogs.c: $(T)/poc $(PSEUDO)/en-XA.po $(PO_SOURCES)
	$(Q)$(T)/poc --out $(@D) $(filter %.po,$^)
$(PSEUDO)/catalogs.o: $(PSEUDO)/catalogs.c
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -Wno-overlength-strings -c $< -o $@
$(PSEUDO)/kheo-studio: $(B)/kheo-studio
	@mkdir -p $(@D)
	$(Q)cp $< $@
$(PSEUDO)/kheo: $(MAIN_OBJECTS) $(filter-out %/catalogs.o,$(REGISTRY)) $(PSEUDO)/catalogs.o $(ARCHIVES) | $(PSEUDO)/kheo-studio
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(filter %.o,$^) -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
.PHONY: check-pseudo
check-pseudo: $(PSEUDO)/kheo ## every text of every page passes through the catalogues, and longer ones fit
	@node tests/browser/run.mjs pseudo

# A hundred packages for one judge: of no use to whoever only builds.
tests/lighthouse/node_modules/.stamp: tests/lighthouse/package-lock.json
	cd tests/lighthouse && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: check-lighthouse
check-lighthouse: $(B)/kheo tests/lighthouse/node_modules/.stamp ## six pages before Lighthouse
	@node tests/lighthouse/run.mjs
