/* Vietnamese typed for the fonts of before Unicode, as it looks when pasted: seen, repaired. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_LEGACY_H
#define TEXT_LEGACY_H

#include "base/str.h"

struct arena;

/* Papers of the nineties and later were typed for fonts that show other letters in the place of
 * the Latin ones: TCVN3 (.VnTime, one letter each) and VNI (VNI-Times, a letter and its mark). What
 * is copied out of them is "Ph­êng Ngäc Hµ" or "Phöôøng Ngoïc Haø" where "Phường Ngọc Hà" was
 * meant. */
enum legacy_font { LEGACY_NONE, LEGACY_TCVN3, LEGACY_VNI };

struct legacy {
    enum legacy_font font; /* LEGACY_NONE: the text is as it should be */
    struct str text;       /* else: what was meant, in NFC */
};

/* Line by line, so that an old paragraph under a new sentence is seen. A line is old only when at
 * least two of its words, and a quarter of them, can be nothing else (or one of at most four: a
 * name), and none of its letters is one that only Unicode has: someone who quotes such letters in
 * a sentence of his own is left alone. Names of other tongues are not taken for it: "Êñuôl",
 * "Zoë", "Müller". The text is UTF-8 in NFC.
 *
 *     struct legacy old = legacy_read(arena, typed);
 *     if (old.font) { ...ask: "Có phải … muốn viết: old.text?" and never replace unasked... }
 */
struct legacy legacy_read(struct arena *arena, struct str s);

/* A file of such a program is no UTF-8: each byte is the sign of Latin-1 with that number. Gives
 * the text that legacy_read() takes. */
struct str legacy_from_bytes(struct arena *arena, struct str bytes);

/* "TCVN3", "VNI": what people call it. */
const char *legacy_font_name(enum legacy_font font);

#endif
