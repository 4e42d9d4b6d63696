/* What the files that draw letters share: the press, the kinds of type, the way to the worker. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_LETTER_PRIVATE_H
#define STUDIO_LETTER_PRIVATE_H

#include "studio/letter.h"
#include "studio/paper_private.h"

/* --- letter_pack.c ---------------------------------------------------------------------------- */

/* All texts of one letter, in one order; and room on the wire for them and their lengths. */
enum {
    LETTER_HEAD_TEXTS = 12,
    LETTER_SIGNER_TEXTS = 5,
    LETTER_CELLS_TOTAL_MAX = 1600,
    LETTER_TEXTS_MAX = LETTER_HEAD_TEXTS + 2 * LETTER_RECIPIENTS_MAX +
                       LETTER_SIGNER_TEXTS * LETTER_SIGNERS_MAX + 2 * LETTER_BLOCKS_MAX +
                       LETTER_CELLS_TOTAL_MAX,
    LETTER_PACKED_BYTES_MAX =
        LETTER_TEXT_BYTES_MAX + 4 * LETTER_TEXTS_MAX + 8 * LETTER_BLOCKS_MAX + 256,
};

/* Within all limits but that of the whole text. */
bool letter_is_small(const struct letter *letter) PURE;
/* A letter as one span of bytes, for the studio's socket. False: it has more than the limits. */
bool letter_pack(struct out *out, const struct letter *letter) MUST_USE;
/* The texts borrow from the bytes. False: no letter_pack() wrote that. */
bool letter_unpack(struct arena *arena, struct str bytes, struct letter *ret) MUST_USE;
/* The same small letter with texts that can be drawn. False: one is not UTF-8. */
bool letter_clean(struct arena *arena, const struct letter *letter, struct letter *ret) MUST_USE;

/* --- letter_draw.c ---------------------------------------------------------------------------- */

/* Lengths are points, 1/72 inch. */
#define LETTER_MM (72 / 25.4)

/* How a text is set. */
struct letter_type {
    double size;
    double indent; /* of the first line */
    PangoAlignment align;
    bool is_bold;
    bool is_slanted;
    bool is_underlined;
    bool is_capital;
    bool is_justified;
};

struct letter_press {
    struct arena *arena;
    const struct letter *letter;
    PangoContext *context;
    cairo_t *ink;      /* NULL while measuring */
    const char *group; /* the tag around several blocks: a list, a table */
    struct out file;
    double left;
    double width; /* between the margins */
    double y;
    double bottom;
    uint32_t page;
    uint32_t missing;
    bool is_too_high; /* head or closing alone would not fit a page */
};

/* Draws one of each kind of type, before the sandbox. */
bool letter_rehearse(struct arena *arena) MUST_USE;

PangoLayout *letter_lay_out(const struct letter_press *press, const struct letter_type *type,
                            struct str text, size_t bold_bytes, double width);
double letter_height(PangoLayout *layout);
/* Ends the page and begins the next, when `height` has no room on it. True: it did. */
bool letter_make_room(struct letter_press *press, double height);
void letter_turn_page(struct letter_press *press);
/* Draws the lines [from, to) of the layout at x and moves down by them. A tag of NULL is for what
 * is no part of the text. Its width is the layout's. */
void letter_put_lines(struct letter_press *press, const char *tag, PangoLayout *layout, double x,
                      int from, int to);
/* A whole text that stays on one page, at x and the press's height. */
void letter_put(struct letter_press *press, const char *tag, const struct letter_type *type,
                struct str text, double x, double width);
void letter_put_rule(struct letter_press *press, double x, double width);
void letter_put_frame(struct letter_press *press, double x, double top, double width,
                      double height);
/* Nothing stands on the page yet. */
bool letter_is_top(const struct letter_press *press);
void letter_tag(struct letter_press *press, const char *tag, bool begins);
/* Room between what stands above each other. */
double letter_gap(const struct letter_press *press);

/* --- letter_head.c ---------------------------------------------------------------------------- */

/* What stands above the content: names, number, place and date, marks, type, subject, to whom. */
void letter_put_head(struct letter_press *press);

/* --- letter_body.c ---------------------------------------------------------------------------- */

/* The content; `closing` is the height of what comes behind it and does not stand alone. */
void letter_put_body(struct letter_press *press, double closing);

/* --- letter_close.c --------------------------------------------------------------------------- */

/* Who signs, and who receives. */
double letter_closing_height(struct letter_press *press);
void letter_put_closing(struct letter_press *press);

#endif
