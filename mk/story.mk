# Stories: plain-text scenes against a whole house in memory (docs/STORIES.md).
# SPDX-License-Identifier: AGPL-3.0-or-later

STORIES := $(sort $(wildcard src/*/tests/*.story src/mod/*/tests/*.story tests/stories/*.story))
# Stories that must fail: the runner's own test.
BAD_STORIES := $(sort $(wildcard tests/stories/bad/*.story))
STORY_OBJECTS := $(call object,$(wildcard tools/story*.c) src/main/indexer.c) $(HOUSE_OBJECTS)

$(B)/story: $(STORY_OBJECTS) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(STORY_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(STORY_OBJECTS): CPPFLAGS_ALL += -Itools

.PHONY: check-story
check-story: $(B)/story ## every story of every service
	@$(B)/story $(STORIES) --must-fail $(BAD_STORIES)
