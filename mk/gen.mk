# Generated C: SQL, HTML, catalogues, embedded files, the registry of services. Nothing of it is committed.
# SPDX-License-Identifier: AGPL-3.0-or-later

G := $(B)/gen
# Tools run during the build and are always plain builds: an instrumented kheo uses build/tools too.
T := build/tools

SQL_SOURCES := $(sort $(wildcard src/*/schema/*.sql src/*/queries*.sql \
  src/mod/*/schema/*.sql src/mod/*/queries*.sql))
HTML_SOURCES := $(sort $(wildcard src/*/html/*.html src/mod/*/html/*.html))
BLANK_SOURCES := $(sort $(wildcard src/studio/blanks/*.txt))
PO_SOURCES := $(sort $(wildcard po/*.po src/mod/*/po/*.po))

# The tools need base only; it is built once more for them, without instrumentation. A tool NAME is
# made of NAME.c, NAME_*.c and what all tools share.
TOOL_NAMES := sqlc tplc poc embed
TOOL_LIBS_sqlc := $(shell pkg-config --libs sqlite3)
TOOL_LIBS_embed := $(shell pkg-config --libs libbrotlienc zlib)
TOOL_BASE := $(patsubst src/base/%.c,$(T)/obj/base/%.o,$(call room_sources,base))
TOOL_SHARED := tools/file.c tools/text.c
tool_objects = $(patsubst tools/%.c,$(T)/obj/tools/%.o,$(wildcard tools/$(1).c tools/$(1)_*.c) $(TOOL_SHARED))
TOOL_COMPILE = $(CC) -D_GNU_SOURCE -Isrc -Itools -std=gnu17 $(WARN) -O1 -g -MMD -MP -c $< -o $@

$(T)/obj/base/%.o: src/base/%.c
	@mkdir -p $(@D)
	$(Q)$(TOOL_COMPILE)
$(T)/obj/tools/%.o: tools/%.c
	@mkdir -p $(@D)
	$(Q)$(TOOL_COMPILE)
define tool_rule
$(T)/$(1): $(call tool_objects,$(1)) $(TOOL_BASE)
	$$(Q)$$(CC) $$^ -o $$@ $(TOOL_LIBS_$(1)) $(BASE_LIBS)
endef
$(foreach n,$(TOOL_NAMES),$(eval $(call tool_rule,$(n))))
-include $(wildcard $(T)/obj/*/*.d)

# A folder that is taken away leaves nothing newer behind, so the list of sources is a source too.
$(shell mkdir -p $(G); list='$(SQL_SOURCES) $(HTML_SOURCES) $(PO_SOURCES) $(BLANK_SOURCES) $(MODULES)'; \
  echo "$$list" | cmp -s - $(G)/.sources || echo "$$list" > $(G)/.sources)

# sqlc reads every folder's schema and queries at once and writes gen/sql/OWNER.[ch], OWNER_ids.h
# and gen/sql/schema.c; files whose text did not change keep their date.
$(G)/sql/.stamp: $(T)/sqlc $(SQL_SOURCES) $(G)/.sources
	@mkdir -p $(@D)
	$(Q)$(T)/sqlc --out $(G)/sql $(SQL_SOURCES)
	@touch $@

# tplc: gen/html/OWNER.h declares, gen/html/OWNER/NAME.c defines; OWNER is the folder above html/.
HTML_C := $(foreach h,$(HTML_SOURCES),$(G)/html/$(notdir $(patsubst %/html/,%,$(dir $(h))))/$(basename $(notdir $(h))).c)
$(G)/html/.stamp: $(T)/tplc $(HTML_SOURCES) $(G)/.sources
	@mkdir -p $(@D)
	$(Q)$(T)/tplc --out $(G)/html $(HTML_SOURCES)
	@touch $@
$(HTML_C): $(G)/html/.stamp ;

$(G)/po/.stamp: $(T)/poc $(PO_SOURCES) po/core.pot $(G)/.sources
	@mkdir -p $(@D)
	$(Q)$(T)/poc --out $(G)/po $(PO_SOURCES)
	$(Q)$(T)/poc --core $(G)/po po/core.pot
	@touch $@

# embed: what `make assets` built, or nothing; pages work unstyled. A new address for new bytes.
$(G)/assets.c: $(T)/embed $(wildcard build/assets build/assets/*)
	@mkdir -p $(@D)
	$(Q)$(T)/embed --out $@ build/assets
	@touch $@

# The texts of the law's forms (studio/blank.h).
$(G)/blanks.c: $(T)/embed $(BLANK_SOURCES) $(G)/.sources
	@mkdir -p $(@D)
	$(Q)$(T)/embed --blanks $@ src/studio/blanks
	@touch $@

# The services that exist are the folders that exist: gen/modules.c is the array of their tables.
$(G)/modules.c: $(patsubst %,src/mod/%/module.c,$(MODULES)) tools/registry.sh $(G)/.sources
	@mkdir -p $(@D)
	@sh tools/registry.sh $(MODULES) > $@.new
	@cmp -s $@.new $@ || mv $@.new $@
	@rm -f $@.new; touch $@

GENERATED := $(G)/sql/.stamp $(G)/html/.stamp $(G)/po/.stamp

.PHONY: check-tools po po-check
check-tools: $(TOOL_NAMES:%=$(T)/%) ## goldens of the programs that write C
	@for name in $(TOOL_NAMES); do echo "# tools/tests/$$name.sh"; \
	  sh tools/tests/$$name.sh || failed=1; done; exit $${failed:-0}
po: $(T)/tplc ## bring po/*.po in line with the texts of the sources
	@sh tools/po_update.sh $(sort $(notdir $(basename $(PO_SOURCES))) en)
po-check: $(T)/tplc ## every text has its English
	@sh tools/po_check.sh
