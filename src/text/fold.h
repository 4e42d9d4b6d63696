/* Text as we keep it and as we search it: NFC, clean, and folded to letters without marks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* Normalisation form C, what the door (web/form) makes of all text; the same bytes when the text is
 * already in it. Absent when the bytes are not UTF-8. */
struct str text_nfc(struct arena *arena, struct str s);

/* True for UTF-8 without control characters but newline and tab, without the marks that turn the
 * direction of what follows (U+202A-202E, U+2066-2069: they make one text look like another), and
 * without noncharacters. */
bool text_is_clean(struct str s) PURE;

/* What search indexes and what a query becomes, so that "dang van dung" finds "Đặng Văn Dũng":
 * lower case, no marks on Latin letters (tones, hats, breve, horn), đ and ƀ as d and b, all kinds
 * of apostrophe as ' and only inside a word ("h'nie"), anything else that is neither letter nor
 * digit as a space, single and not at the ends. "hòa" and "hoà" become one, "lý" and "lí" stay two.
 *
 * Marks of other scripts are letters of theirs and stay. Same result for NFC and NFD; folding twice
 * changes nothing; the result is NFC. Absent when the bytes are not UTF-8. */
struct str text_fold(struct arena *arena, struct str s);

#endif
