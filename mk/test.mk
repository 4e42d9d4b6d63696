# Unit tests: every src/**/tests/NAME_test.c is one cmocka program that speaks TAP.
# SPDX-License-Identifier: AGPL-3.0-or-later

# The test of search is made of reports: without that service there is none.
UNIT_SOURCES := $(sort $(filter-out $(if $(wildcard src/mod/feedback),,src/main/tests/indexer_%), \
  $(wildcard src/*/tests/*_test.c src/mod/*/tests/*_test.c tools/tests/*_test.c)))
# Those that need a PostgreSQL get one: make check-postgres.
POSTGRES_SOURCES := src/store/tests/postgres_test.c src/main/tests/statements_test.c
POSTGRES_TESTS := $(patsubst %.c,$(B)/tests/%,$(POSTGRES_SOURCES))
UNIT_TESTS := $(patsubst %.c,$(B)/tests/%,$(filter-out $(POSTGRES_SOURCES),$(UNIT_SOURCES)))

# A test of a low room must not wait for the high ones to compile: it links its own room and what
# that room may include. ROOM of src/mod/x/tests/y_test.c is mod/x.
test_room = $(patsubst src/%/tests/,%,$(dir $(1)))
# "law:base/text/": read once, not once for each test.
ROOMS_BELOW := $(shell sed -n 's/^\([a-z]*\) *: *\([a-z ]*\):.*/\1:\2/p' ROOMS | tr -s ' ' /)
first_room = $(firstword $(subst /, ,$(1)))
rooms_below = $(subst /, ,$(patsubst $(first_room):%,%,$(filter $(first_room):%,$(ROOMS_BELOW))))
test_archives = $(filter $(patsubst %,$(B)/lib/%.a,$(1) $(subst /,-,$(1)) $(call rooms_below,$(1))) \
  $(if $(filter mod/%,$(1)),$(filter $(B)/lib/mod-%,$(ARCHIVES))),$(ARCHIVES))
# A test of main has the whole program but its first function; one of a service has the others, which
# it may ask for (web/sealing.h).
test_program = $(if $(filter main,$(1)),$(filter-out %/kheo.o,$(MAIN_OBJECTS)) $(REGISTRY) $(ARCHIVES)) \
  $(if $(filter mod/%,$(1)),$(REGISTRY) $(ARCHIVES))
define unit_rule
$(B)/tests/$(patsubst %.c,%,$(1)): $(call object,$(1)) $(call test_archives,$(call test_room,$(1))) \
  $(call test_program,$(call test_room,$(1))) \
  $(if $(filter store,$(call rooms_below,$(call test_room,$(1)))),$(B)/obj/gen/sql/schema.o)
	@mkdir -p $$(@D)
	$$(Q)$$(CC) $$(CFLAGS_ALL) $$(LDFLAGS_TEST) $$(sort $$(filter %.o,$$^)) -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group \
	  -o $$@ -lcmocka $$(PKG_LIBS)
endef
$(foreach t,$(UNIT_SOURCES),$(eval $(call unit_rule,$(t))))

.PHONY: check-unit check-postgres test-%
check-unit: $(UNIT_TESTS) ## unit tests of every room
	@sh tests/unit.sh $(UNIT_TESTS)
# make test-base, make test-ledger: one room's unit tests.
test-%:
	@$(MAKE) --no-print-directory $(filter $(B)/tests/src/$*/%,$(UNIT_TESTS))
	@sh tests/unit.sh $(filter $(B)/tests/src/$*/%,$(UNIT_TESTS))

check-postgres: all $(B)/story $(POSTGRES_TESTS) ## all that a PostgreSQL must do as SQLite does it
	@tests/postgres/server.sh sh tests/unit.sh $(POSTGRES_TESTS)
	@tests/postgres/server.sh $(B)/story $(STORIES)
	@tests/postgres/server.sh tests/postgres/root.sh
	@tests/postgres/server.sh tests/postgres/faults.sh
	@tests/postgres/server.sh tests/postgres/copy.sh
