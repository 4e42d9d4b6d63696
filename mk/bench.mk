# Measurements beside named references: ./run bench
# SPDX-License-Identifier: AGPL-3.0-or-later

BENCH := $(patsubst %,$(B)/bench/%,raw seed graph)
$(BENCH): $(B)/bench/%: $(B)/obj/bench/%.o $(filter-out %/kheo.o,$(MAIN_OBJECTS)) $(REGISTRY) $(ARCHIVES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(filter %.o,$^) -Wl,--start-group $(ARCHIVES) -Wl,--end-group \
	  -o $@ $(PKG_LIBS)

.PHONY: bench
bench: $(B)/kheo $(BENCH) ## medians and ratios beside nginx, SQLite and Fossil; --grow: ten thousand to five million
	@B=$(B) bash bench/run.sh $(ARGS)

.PHONY: bench-lighthouse
bench-lighthouse: $(B)/kheo tests/lighthouse/node_modules/.stamp
	@node bench/lighthouse.mjs $(ARGS)
