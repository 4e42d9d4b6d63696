# Receipts and proofs before three judges: ours, Go's sumdb and npm's @sigstore/verify.
# SPDX-License-Identifier: AGPL-3.0-or-later

J := $(B)/judges

$(J)/%: $(B)/obj/tests/judges/%.o $(B)/lib/ledger.a $(B)/lib/base.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS_ALL) $^ -o $@ $(BASE_LIBS)

# Debian's golang packages, no module proxy.
$(J)/judge_go: tests/judges/judge.go
	@mkdir -p $(@D)
	GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS= go build -o $@ $<

tests/judges/node_modules: tests/judges/package-lock.json
	cd tests/judges && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

.PHONY: check-judges
check-judges: $(B)/kheo-verify $(J)/ours $(J)/make_receipts $(J)/judge_go \
  tests/judges/node_modules
check-judges: ## receipts before foreign verifiers
	@B=$(B) sh tests/judges/run.sh
