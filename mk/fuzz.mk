# Fuzz targets: fuzz/NAME_fuzz.c with its kept inputs in fuzz/corpus/NAME/.
# SPDX-License-Identifier: AGPL-3.0-or-later

FUZZ_NAMES := $(patsubst fuzz/%_fuzz.c,%,$(sort $(wildcard fuzz/*_fuzz.c)))
FUZZ_PROGRAMS := $(patsubst %,$(B)/fuzz/%,$(FUZZ_NAMES))
# clang's MODE=fuzz looks for new inputs; every other build replays the kept ones.
FUZZ_MAIN := $(if $(filter fuzz,$(MODE)),,$(B)/obj/fuzz/replay.o)

$(FUZZ_PROGRAMS): $(B)/fuzz/%: $(B)/obj/fuzz/%_fuzz.o $(FUZZ_MAIN) $(REGISTRY) $(ARCHIVES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_TEST) $(if $(FUZZ_MAIN),,-fsanitize=fuzzer) $(filter %.o,$^) \
	  -Wl,--start-group $(filter %.a,$^) -Wl,--end-group -o $@ $(PKG_LIBS)

# This one serves from a whole house.
$(B)/fuzz/serve: $(HOUSE_OBJECTS)

.PHONY: check-fuzz fuzz
check-fuzz: $(FUZZ_PROGRAMS) ## replay the kept inputs of every parser
	@sh tests/fuzz.sh $(B)/fuzz $(FUZZ_NAMES)

FUZZ_SECONDS ?= 60
# No envelope is shorter than its smallest size class, no signed file than its signature.
FUZZ_BYTES_LARGE := 20480
fuzz: $(FUZZ_PROGRAMS) ## look for new inputs: make fuzz MODE=fuzz CC=clang FUZZ_SECONDS=60
	@for name in $(FUZZ_NAMES); do mkdir -p $(B)/found/$$name; \
	  case $$name in envelope | signed) bytes=$(FUZZ_BYTES_LARGE) ;; *) bytes=4096 ;; esac; $(B)/fuzz/$$name -max_len=$$bytes \
	  -max_total_time=$(FUZZ_SECONDS) -artifact_prefix=$(B)/found/$$name/crash- \
	  $(B)/found/$$name fuzz/corpus/$$name || exit 1; done
