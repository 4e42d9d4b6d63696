# Stories: plain-text scenes against a whole house in memory (docs/STORIES.md).
# SPDX-License-Identifier: AGPL-3.0-or-later

comma := ,
STORIES := $(sort $(wildcard src/*/tests/*.story src/mod/*/tests/*.story tests/stories/*.story))
# Stories that must fail: the runner's own test.
BAD_STORIES := $(sort $(wildcard tests/stories/bad/*.story))
STORY_OBJECTS := $(call object,$(wildcard tools/story*.c) src/main/indexer.c) $(HOUSE_OBJECTS)

$(B)/story: $(STORY_OBJECTS) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(STORY_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(STORY_OBJECTS): CPPFLAGS_ALL += -Itools

# The same with seams where memory, statements and writes can fail: none of them is in the program.
# All of the program but its first function comes along, for `kheo check`.
TORTURE_OBJECTS := $(sort $(filter-out %/story_main.o,$(STORY_OBJECTS)) \
  $(call object,$(wildcard tools/torture*.c)) $(filter-out %/kheo.o,$(MAIN_OBJECTS)))
TORTURE_SEAMS := $(patsubst %,-Wl$(comma)--wrap=%,arena_alloc arena_raw arena_extend arena_defer \
  arena_create mmap)
$(B)/torture: $(TORTURE_OBJECTS) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(TORTURE_SEAMS) $(TORTURE_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(TORTURE_OBJECTS): CPPFLAGS_ALL += -Itools

.PHONY: check-story check-torture
check-torture: $(B)/torture ## every story with its n-th allocation, statement, write failing
	@$(B)/torture $(if $(LONG),--all) $(STORIES)
check-story: $(B)/story ## every story of every service
	@$(B)/story $(STORIES) --must-fail $(BAD_STORIES)
