# Builds everything: folders are discovered, nothing is listed. Start with `make help`.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# MODE=release (default, in build/), asan, tsan or fuzz (each in build/MODE/).

MODE ?= release
B := build$(if $(filter-out release,$(MODE)),/$(MODE))

# V=1 shows the commands.
Q := $(if $(V),,@)

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

include mk/flags.mk

# Rooms in the order of ROOMS, lowest first; a service is a folder in src/mod/.
ROOMS_LIST := $(shell sed -n 's/^\([a-z]*\) *:.*/\1/p' ROOMS)
MODULES := $(patsubst src/mod/%/,%,$(wildcard src/mod/*/))
# Header-only and generated-only rooms have no archive.
room_sources = $(filter-out src/$(1)/tests/%,$(wildcard src/$(1)/*.c))
LIBS := libsodium nettle libutf8proc libcmark-gfm sqlite3 libpq zlib cairo pangocairo fontconfig \
  poppler-glib libqrencode libjpeg libpng libcurl libcrypto liboath libseccomp xlsxwriter
PKG_CFLAGS := $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
BASE_LIBS := $(shell pkg-config --libs libsodium nettle) -lpthread
PKG_LIBS := $(shell pkg-config --libs $(LIBS) 2>/dev/null) -lcmark-gfm-extensions -lpthread -lm

include mk/gen.mk
include mk/build.mk
include mk/test.mk
include mk/lint.mk
include mk/assets.mk
include mk/judges.mk
include mk/fuzz.mk
include mk/outside.mk
include mk/bench.mk
-include mk/module.mk mk/story.mk

.PHONY: all help
all: $(B)/kheo $(B)/kheo-studio $(B)/kheo-verify $(B)/.lawcheck ## server, studio and verifier

help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24 | sort
