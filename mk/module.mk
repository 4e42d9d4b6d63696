# One service: make module NAME=awards begins it (docs/ADD-A-MODULE.md), make test-awards tests it.
# SPDX-License-Identifier: AGPL-3.0-or-later

.PHONY: module
module: ## a new service: make module NAME=awards TABLE=award
	@sh tools/module.sh "$(NAME)" $(TABLE)

define service_tests
.PHONY: test-$(1)
test-$(1): $(filter $(B)/tests/src/mod/$(1)/%,$(UNIT_TESTS)) \
  $(if $(wildcard src/mod/$(1)/tests/*.story),$(B)/story)
	@sh tests/unit.sh $$(filter $(B)/tests/%,$$^)
	@$(B)/story $(wildcard src/mod/$(1)/tests/*.story)
endef
$(foreach m,$(MODULES),$(eval $(call service_tests,$(m))))
