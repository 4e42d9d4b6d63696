# Stories: plain-text scenes against a whole house in memory (docs/STORIES.md).
# SPDX-License-Identifier: AGPL-3.0-or-later

comma := ,
STORIES := $(sort $(wildcard src/*/tests/*.story src/mod/*/tests/*.story tests/stories/*.story))
# Stories that must fail: the runner's own test.
BAD_STORIES := $(sort $(wildcard tests/stories/bad/*.story))
STORY_OBJECTS := $(call object,$(wildcard tools/story*.c) src/main/indexer.c) $(HOUSE_OBJECTS)

# Passwords are hashed cheaply in all of these (tools/story_cheap.c).
STORY_SEAMS := -Wl,--wrap=password_hash,--wrap=password_stretch
$(B)/story: $(STORY_OBJECTS) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_TEST) $(STORY_SEAMS) $(STORY_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(STORY_OBJECTS): CPPFLAGS_ALL += -Itools

# The same with seams where memory, statements and writes can fail: none of them is in the program.
# All of the program but its first function comes along, for `kheo check`.
TORTURE_OBJECTS := $(sort $(filter-out %/story_main.o,$(STORY_OBJECTS)) \
  $(call object,$(wildcard tools/torture*.c)) $(filter-out %/kheo.o,$(MAIN_OBJECTS)))
TORTURE_SEAMS := $(STORY_SEAMS) $(patsubst %,-Wl$(comma)--wrap=%,arena_alloc arena_raw arena_extend arena_defer \
  arena_create mmap)
$(B)/torture: $(TORTURE_OBJECTS) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_TEST) $(TORTURE_SEAMS) $(TORTURE_OBJECTS) $(REGISTRY) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(TORTURE_OBJECTS): CPPFLAGS_ALL += -Itools

# And once more with every source that refuses compiled so that its refusals can be counted
# (tools/reach.h); the linker takes these before the archives' own. In the services a bare status is
# a refusal too: clang-format knows one way to write it. Below them it tells the house's own threads.
REACH_SOURCES := $(filter-out src/law/verdict.c,$(shell \
  grep -lwE 'refuse|refuse_field|invalid|visit_problem|struct verdict.[{] .status = STATUS_[A-Z_]* [}]' \
  $(foreach f,law outbox mod/*,$(wildcard src/$(f)/*.c))))
REACH_OBJECTS := $(patsubst %.c,$(B)/reach/%.o,$(REACH_SOURCES)) $(call object,tools/reach.c)
REACH_SEAMS := $(STORY_SEAMS) $(patsubst %,-Wl$(comma)--wrap=%,workflow_check desk_apply_all)
REACH_PROBLEM := s/\<visit_problem\(/reach_problem(/
REACH_STATUS := s/\(struct verdict\)\{ .status = (STATUS_[A-Z_]+) \}/reach_status(\1)/
$(B)/reach/%.o: %.c tools/reach.h mk/story.mk | $(GENERATED)
	@mkdir -p $(@D)
	$(Q)sed -E '1i #line 1 "$<"' $< | \
	  sed -E '$(REACH_PROBLEM);$(if $(filter src/mod/%,$<),$(REACH_STATUS))' | \
	  $(CC) $(CPPFLAGS_ALL) -include tools/reach.h $(PKG_CFLAGS) $(CFLAGS_ALL) \
	  -MMD -MP -MT $@ -MF $(@:.o=.d) -x c -c - -o $@
-include $(shell find $(B)/reach -name '*.d' 2>/dev/null)
$(B)/replay: $(filter-out %/story_main.o,$(STORY_OBJECTS)) $(REACH_OBJECTS) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_TEST) $(REACH_SEAMS) $(filter %.o,$^) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(call object,tools/reach.c): CPPFLAGS_ALL += -Itools

# The same, with a seam where a row of a workflow is chosen.
MUTANT_SEAMS := $(STORY_SEAMS) -Wl,--wrap=workflow_check
$(B)/mutants: $(filter-out %/story_main.o,$(STORY_OBJECTS)) $(call object,tools/mutants.c) $(REGISTRY) $(ARCHIVES)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_TEST) $(MUTANT_SEAMS) $(filter %.o,$^) \
	  -Wl,--start-group $(ARCHIVES) -Wl,--end-group -o $@ $(PKG_LIBS)
$(call object,tools/mutants.c): CPPFLAGS_ALL += -Itools

.PHONY: check-story check-torture check-reach check-mutants
check-mutants: $(B)/mutants ## where each row of a workflow leads is seen by a table or a story
	@folder=$$(mktemp -d); TMPDIR=$$folder $(B)/mutants $(STORIES); code=$$?; rm -rf "$$folder"; exit $$code
check-torture: $(B)/torture ## every story with its n-th allocation, statement, write failing
	@$(B)/torture $(if $(LONG),--all) $(STORIES)
check-story: $(B)/story ## every story of every service
	@$(B)/story $(STORIES) --must-fail $(BAD_STORIES)
check-reach: $(B)/replay ## every row of the workflows and every refusal is in some story
	@$(B)/replay tools/reach.except $(STORIES)
