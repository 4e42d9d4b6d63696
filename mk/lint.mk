# Static checks: rooms, tidy, format, and the analysers. Each prints TAP, one line per check.
# SPDX-License-Identifier: AGPL-3.0-or-later

# What git knows or would take; the cases of the tools' tests hold faults on purpose.
SOURCES = $(shell git ls-files -co --exclude-standard -- '*.c' '*.h' | grep -v '^tools/tests/.*/')
C_SOURCES = $(filter %.c,$(SOURCES))

.PHONY: rooms pure tidy format-check format clang-tidy cppcheck lint
lint: rooms pure tidy format-check cppcheck clang-tidy ## every static check

rooms: $(ARCHIVES) ## who may include and call whom (ROOMS)
	@sh tools/rooms.sh $(B)/lib
pure: $(ARCHIVES) ## no clock, chance, locale or fraction where it would part two runs
	@sh tools/pure.sh $(B)/lib

$(eval $(call tool_rule,tidy))
tidy: $(T)/tidy ## columns, lengths, first lines, paths
	@git ls-files -co --exclude-standard | $(T)/tidy tools/tidy.except

format-check: ## clang-format is the referee
	@sh tools/format.sh $(SOURCES)

# A table of cases reads as complex to a counter of branches, so tests are not counted; nor are their
# paths followed, because they are run, with sanitizers.
# clang's analyser follows paths through calls nine tenths of its time; it follows the short ones here
# and all of them with LONG=1.
# The analysers read what the compiler reads, so generated code comes first. A file that passed is
# not read again until it, its headers or the checks change.
clang-tidy: $(patsubst %.c,$(B)/lint/%.tidied,$(C_SOURCES)) ## what compilers miss
$(B)/lint/%.tidied: %.c .clang-tidy | $(GENERATED)
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS_ALL) $(PKG_CFLAGS) -std=gnu17 -Itools -MM -MT $@ $< > $(@:.tidied=.d)
	@sh tools/check.sh 'clang-tidy of $<' clang-tidy --quiet --warnings-as-errors='*' \
	  $(if $(findstring /tests/,$<),--checks=-readability-function-cognitive-complexity$(comma)-clang-analyzer-*) $< -- \
	  -xc $(CPPFLAGS_ALL) $(PKG_CFLAGS) -std=gnu17 -Itools \
	  $(if $(LONG),,-Xclang -analyzer-config -Xclang mode=shallow) && touch $@
-include $(shell find $(B)/lint -name '*.d' 2>/dev/null)

cppcheck: | $(GENERATED) ## a second reader with other eyes
	@mkdir -p $(B)/cppcheck
	@sh tools/check.sh cppcheck cppcheck --quiet -j2 --std=c11 --error-exitcode=1 \
	  --enable=warning,performance,portability --inconclusive --inline-suppr \
	  --suppressions-list=tools/cppcheck.except --cppcheck-build-dir=$(B)/cppcheck \
	  -Isrc -Itools -I$(G) -D_GNU_SOURCE $(C_SOURCES)
