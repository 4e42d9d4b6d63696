# Compiler and linker flags: warnings, hardening, and what each instrumented build changes.
# SPDX-License-Identifier: AGPL-3.0-or-later

CC ?= gcc
MODE ?= release

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wformat=2 \
  -Wstrict-prototypes -Wold-style-definition -Wmissing-prototypes -Wmissing-declarations \
  -Wnull-dereference -Wdouble-promotion -Wimplicit-fallthrough -Wvla -Walloca -Wcast-qual \
  -Wcast-align -Wwrite-strings -Wundef -Wredundant-decls -Wnested-externs -Wswitch-enum \
  -Wbad-function-cast -Wdate-time -Wframe-larger-than=16384 \
  -Werror=return-type -Werror=incompatible-pointer-types -Werror=int-conversion \
  -Werror=implicit-function-declaration -Wno-format-nonliteral
# A field descriptor or a statement names the members it has; the others are zero by intent.
WARN += -Wno-missing-field-initializers
ifeq ($(findstring clang,$(CC)),)
WARN += -Wformat-signedness -Wformat-overflow=2 -Wformat-truncation=2 -Wduplicated-cond \
  -Wduplicated-branches -Wlogical-op -Wstringop-overflow=4 -Wuse-after-free=3 -Wbidi-chars=any \
  -Wtrampolines -Werror=discarded-qualifiers
HARDEN_CC := -ftrivial-auto-var-init=zero -fzero-call-used-regs=used-gpr
else
WARN += -Wcomma -Wassign-enum -Wconditional-uninitialized -Wloop-analysis \
  -Wno-gnu-zero-variadic-macro-arguments
endif
ifdef STRICT
WARN += -Werror
endif

HARDEN := -fPIE -fno-common -fno-strict-aliasing -fno-strict-overflow \
  -fno-delete-null-pointer-checks -fstack-protector-strong -fstack-clash-protection \
  -fcf-protection=full -fvisibility=hidden $(HARDEN_CC)
LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code -Wl,--as-needed \
  -Wl,--build-id=sha1

OPTIMISE_release := -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
OPTIMISE_asan := -O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all \
  -fno-omit-frame-pointer
OPTIMISE_tsan := -O1 -g1 -fsanitize=thread -fno-omit-frame-pointer
OPTIMISE_fuzz := -O1 -g1 -fsanitize=fuzzer-no-link,address,undefined \
  -fno-sanitize-recover=all -fno-omit-frame-pointer
OPTIMISE := $(OPTIMISE_$(MODE))

CPPFLAGS_ALL := -D_GNU_SOURCE -Isrc -I$(B)/gen -include src/base/banned.h
CFLAGS_ALL := -std=gnu17 $(WARN) $(HARDEN) $(OPTIMISE) -ffile-prefix-map=$(CURDIR)=.
LDFLAGS_ALL := $(LINK) $(filter -fsanitize%,$(OPTIMISE))
# A hundred tests have nearly the whole house in them: mold links one in a third of the time. What is
# delivered is linked by the compiler's own linker.
LDFLAGS_TEST := $(LDFLAGS_ALL) $(if $(shell command -v mold),-fuse-ld=mold)
