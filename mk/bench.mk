# Measurements beside named references: ./run bench
# SPDX-License-Identifier: AGPL-3.0-or-later

$(B)/bench/raw: bench/raw.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=gnu17 -O2 $< -o $@ -lsqlite3
$(B)/bench/seed: $(B)/obj/bench/seed.o $(filter-out %/kheo.o,$(MAIN_OBJECTS)) $(REGISTRY) $(ARCHIVES)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $(filter %.o,$^) -Wl,--start-group $(ARCHIVES) -Wl,--end-group \
	  -o $@ $(PKG_LIBS)

.PHONY: bench
bench: $(B)/kheo $(B)/bench/raw $(B)/bench/seed ## medians and ratios beside nginx, SQLite and Fossil
	@B=$(B) bash bench/run.sh $(ARGS)
