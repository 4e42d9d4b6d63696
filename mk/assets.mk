# What browsers get beside the pages: style, script, icon, two weights of a font, three scripts more.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# The server embeds what is in build/assets, and needs none of it to build or to work.

A := build/assets
NOTO := /usr/share/fonts/truetype/noto

# Basic Latin, all letters of Vietnamese, typographic signs, and the letters and combining marks of
# the minority languages written in Latin script (Ê-đê, Gia-rai, Ba-na …).
FONT_LETTERS := U+0020-007E,U+00A0,U+00A9,U+00AB,U+00B0,U+00B7,U+00BB,U+00C0-00C3,U+00C8-00CA,\
U+00CC,U+00CD,U+00D1,U+00D2-00D5,U+00D7,U+00D9,U+00DA,U+00DD,U+00E0-00E3,U+00E8-00EA,U+00EC,U+00ED,\
U+00F1,U+00F2-00F5,U+00F9,U+00FA,U+00FD,U+0102,U+0103,U+010C,U+010D,U+0110,U+0111,U+0114,U+0115,\
U+0128,U+0129,U+012C,U+012D,U+014E,U+014F,U+0168,U+0169,U+016C,U+016D,U+0180,U+0181,U+0253,\
U+01A0,U+01A1,U+01AF,U+01B0,U+0300,U+0301,U+0303,U+0304,U+0306,U+0309,U+030C,U+0323,U+0331,\
U+1EA0-1EF9,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+2190,U+2192,U+20AB

# Khmer, Chăm and Thái (Tai Viet), each a font of its own that only pages with such a letter fetch
# (ui/css/_page.scss has the ranges): with what joins letters, and the circle that a mark alone has.
SCRIPT_JOINERS := U+200B-200D,U+25CC
SCRIPT_FONTS := $(patsubst %,$(A)/noto-%.woff2,khmer cham taiviet)

FONT_FEATURES := kern,mark,mkmk,ccmp,locl,tnum

.PHONY: assets
assets: $(A)/kheo.css $(A)/noto-400.woff2 $(A)/noto-700.woff2 $(SCRIPT_FONTS) ## style, script, fonts (Node 18)

ui/node_modules/.stamp: ui/package-lock.json
	cd ui && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# One run makes the style, the script and the icon.
$(A)/kheo.css: ui/build.mjs ui/icon.mjs ui/node_modules/.stamp $(wildcard ui/css/* ui/js/* ui/icons/*)
	node ui/build.mjs $(A)

$(A)/noto-400.woff2: $(NOTO)/NotoSans-Regular.ttf
$(A)/noto-700.woff2: $(NOTO)/NotoSans-Bold.ttf
$(A)/noto-khmer.woff2: $(NOTO)/NotoSansKhmer-Regular.ttf
$(A)/noto-cham.woff2: $(NOTO)/NotoSansCham-Regular.ttf
$(A)/noto-taiviet.woff2: $(NOTO)/NotoSansTaiViet-Regular.ttf
$(A)/noto-khmer.woff2: FONT_LETTERS := U+1780-17FF,U+19E0-19FF,$(SCRIPT_JOINERS)
$(A)/noto-cham.woff2: FONT_LETTERS := U+AA00-AA5F,$(SCRIPT_JOINERS)
$(A)/noto-taiviet.woff2: FONT_LETTERS := U+AA80-AADF,$(SCRIPT_JOINERS)
$(SCRIPT_FONTS): FONT_FEATURES := *
$(A)/noto-%.woff2:
	@mkdir -p $(A)
	hb-subset --no-hinting "--layout-features=$(FONT_FEATURES)" \
	  "--unicodes=$(FONT_LETTERS)" --output-file=$(A)/noto-$*.ttf $<
	woff2_compress $(A)/noto-$*.ttf
	@rm -f $(A)/noto-$*.ttf
