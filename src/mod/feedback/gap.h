/* Gaps of a template: what stands in double braces, filled from the report or by hand. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_GAP_H
#define FEEDBACK_GAP_H

#include "base/arena.h"
#include "base/str.h"

/* "Đơn vị nhận ngày {{ngày nhận}}, sẽ xong ngày {{ngày xong}}." The first is known to the program
 * (gap_rows); any other is for whoever writes the answer. A name is one line of at most
 * GAP_CHARS_MAX characters, without braces; spaces around it do not count. Pure. */
enum { GAP_CHARS_MAX = 80 };

/* The gaps that a report fills. None names its sender, or holds what is kept from the public. */
enum gap_kind {
    GAP_CODE,
    GAP_UNIT,
    GAP_TITLE,
    GAP_PLACE,
    GAP_RECEIVED,
    GAP_DUE,
    GAP_TODAY,
    GAP_AUTHOR,
    GAP_KINDS
};
struct gap_row {
    const char *name;  /* in braces: of the answer's language, not of the page's */
    const char *about; /* Vietnamese source text, for whoever writes templates */
};
extern const struct gap_row gap_rows[GAP_KINDS];

/* The first gap of the text with its braces, as it was written, or what looks like the beginning
 * or end of one; absent: there is none. *rest becomes what is behind it. */
struct str gap_next(struct str *rest);
/* Is that a gap, with a name between both pairs of braces? */
bool gap_is_whole(struct str gap) PURE;
/* The text with those gaps filled of which a value is known; the others stay. In the arena. */
struct str gaps_fill(struct arena *arena, struct str text, const struct str values[GAP_KINDS]);

#endif
