# Objects, one archive per room, and the programs linked from them.
# SPDX-License-Identifier: AGPL-3.0-or-later

object = $(patsubst %.c,$(B)/obj/%.o,$(1))

$(B)/obj/%.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) -MMD -MP -c $< -o $@
$(B)/obj/gen/%.o: $(G)/%.c | $(GENERATED)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) $(CFLAGS_ALL) -Wno-unused-function -Wno-overlength-strings -MMD -MP -c $< -o $@

# What sqlc, tplc and embed make for a folder belongs to that folder's archive.
generated_objects = $(if $(wildcard src/$(1)/schema src/$(1)/queries.sql),$(B)/obj/gen/sql/$(notdir $(1)).o) \
  $(patsubst $(G)/%.c,$(B)/obj/gen/%.o,$(filter $(G)/html/$(notdir $(1))/%,$(HTML_C))) \
  $(if $(filter web,$(1)),$(B)/obj/gen/assets.o) $(if $(filter studio,$(1)),$(B)/obj/gen/blanks.o)

define archive_rule
$(B)/lib/$(subst /,-,$(1)).a: $(call object,$(call room_sources,$(1))) $(call generated_objects,$(1))
	@mkdir -p $$(@D)
	@rm -f $$@
	$(Q)ar rcs $$@ $$^
endef
ARCHIVE_FOLDERS := $(foreach f,$(filter-out mod main,$(ROOMS_LIST)) $(patsubst %,mod/%,$(MODULES)),\
  $(if $(strip $(call room_sources,$(f)) $(call generated_objects,$(f))),$(f)))
$(foreach f,$(ARCHIVE_FOLDERS),$(eval $(call archive_rule,$(f))))
ARCHIVES := $(patsubst %,$(B)/lib/%.a,$(subst /,-,$(ARCHIVE_FOLDERS)))
$(B)/obj/gen/sql/%.o: $(G)/sql/.stamp
$(G)/sql/%.c: $(G)/sql/.stamp ;
$(G)/po/catalogs.c $(G)/po/core.c: $(G)/po/.stamp ;
# Only patterns name these, so make would take them for leftovers and delete them.
.PRECIOUS: $(G)/sql/%.c

REGISTRY := $(B)/obj/gen/modules.o $(B)/obj/gen/sql/schema.o $(B)/obj/gen/sql/statements.o $(B)/obj/gen/sql/tables.o $(B)/obj/gen/po/catalogs.o $(B)/obj/gen/po/core.o
# The demonstration is made of reports, complaints, denunciations, receptions and models: without those services there is none.
DEMO_SERVICES := $(and $(wildcard src/mod/feedback),$(wildcard src/mod/complaint),$(wildcard src/mod/denunciation),$(wildcard src/mod/reception),$(wildcard src/mod/model))
MAIN_OBJECTS := $(filter-out %/kheo_verify.o %/kheo_studio.o $(if $(DEMO_SERVICES),,%/demo.o $(B)/obj/src/main/demo_%), \
  $(call object,$(wildcard src/main/*.c)))
# What opens a data folder, for programs beside kheo that do.
HOUSE_OBJECTS := $(call object,$(addprefix src/main/,house.c health.c blanks.c shown.c archive.c \
  archive_path.c backup_key.c folder.c restore_mark.c))
$(B)/obj/src/main/kheo.o: $(G)/.sources
$(B)/obj/src/main/kheo.o: CPPFLAGS_ALL += $(if $(DEMO_SERVICES),-DHAS_DEMO)

$(B)/kheo: $(MAIN_OBJECTS) $(REGISTRY) $(ARCHIVES) | $(B)/kheo-studio
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(MAIN_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)

# What draws and decodes, with the libraries for it: kheo starts it, and loads none of them itself.
$(B)/kheo-studio: $(B)/obj/src/main/kheo_studio.o $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $< -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)

# The law is data, and the build reads it: tables with a fault are no program, and a diagram that
# shows another workflow than the service has is no document. A service's first has its name, the
# others begin with it: model, model-copy.
FLOWS := $(foreach f,$(basename $(notdir $(wildcard docs/flows/*.svg))),\
  $(if $(filter $(firstword $(subst -, ,$(f))),$(MODULES)),$(f)))
$(B)/.lawcheck: $(B)/kheo $(wildcard docs/flows/*.svg)
	$(Q)$(B)/kheo lawcheck < /dev/null
	$(Q)for name in $(FLOWS); do \
	  $(B)/kheo lawcheck --svg $$name < /dev/null | cmp -s - docs/flows/$$name.svg || \
	    { echo "docs/flows/$$name.svg is not the workflow any more: make flows"; exit 1; }; done
	@touch $@
.PHONY: flows
flows: $(B)/kheo ## draw the workflows in docs/flows again
	$(Q)for name in $(FLOWS); do $(B)/kheo lawcheck --svg $$name < /dev/null > docs/flows/$$name.svg; done

# The verifier shares base and ledger with the server, and nothing else.
$(B)/kheo-verify: $(B)/obj/src/main/kheo_verify.o $(B)/lib/ledger.a $(B)/lib/base.a
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $^ -o $@ $(BASE_LIBS)

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)

.PHONY: clean
clean: ## remove everything that was built
	rm -rf build
