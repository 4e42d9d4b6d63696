/* Papers: a description of a document, and its forms: PDF, picture for a phone, plain text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_PAPER_H
#define STUDIO_PAPER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/out.h"
#include "base/str.h"

/* A service writes down what stands on the paper, from top to bottom, and says nothing of inches:
 *
 *     const struct paper_block blocks[] = {
 *         { PAPER_TITLE, .text = STR("Biên nhận") },
 *         { PAPER_QR, .text = address },
 *         { PAPER_CODE, STR("Mã hồ sơ"), code },
 *         { PAPER_ROW, STR("Nơi giữ hồ sơ"), unit_name },
 *     };
 *     const struct paper paper = { .title = …, .language = "vi", .at = received_at,
 *                                  .blocks = blocks, .block_count = COUNT(blocks) };
 *     enum paper_fault fault = studio_draw(studio, arena, PAPER_PDF, &paper, &sheet);
 *
 * The same description gives the same bytes, on every day: the only time in them is `at`. */
enum paper_block_kind {
    PAPER_TITLE, /* once, at the top */
    PAPER_HEADING,
    PAPER_TEXT,
    PAPER_SMALL,
    PAPER_CODE,    /* `text` in large letters of one width, `label` small above it */
    PAPER_ROW,     /* `label` and `text` side by side */
    PAPER_STEP,    /* `label` is a number or a sign, `text` hangs beside it */
    PAPER_LETTERS, /* hashes and keys: letters of one width, broken anywhere; `label` as in a row */
    PAPER_QR,      /* `text` as a code at the right edge; what follows stands beside it */
    PAPER_RULE,
    PAPER_PAGE, /* what follows begins a new page */
    PAPER_BLOCK_KINDS
};

struct paper_block {
    enum paper_block_kind kind;
    struct str label;
    struct str text; /* UTF-8; a line feed begins a line */
};

enum paper_size { PAPER_A5, PAPER_A4, PAPER_SIZES };

struct paper {
    enum paper_size size; /* of the PDF */
    struct str title;     /* of the document, as a reader's window shows it */
    struct str language;  /* BCP 47 */
    struct str author;    /* the organisation that it comes from; may be absent */
    struct str mark;      /* in a frame at the top of every page; absent: none */
    struct str footer;    /* at the bottom of every page, before "1/2" when there are two */
    struct instant at;    /* when it was made, for the PDF's own date */
    const struct paper_block *blocks;
    size_t block_count;
};

enum paper_form { PAPER_PDF, PAPER_PNG, PAPER_FORMS };

enum {
    PAPER_BLOCKS_MAX = 400,
    /* All texts of one paper together: the longest report and its answer. */
    PAPER_TEXT_BYTES_MAX = 128 << 10,
    PAPER_PAGES_MAX = 40,
    /* The picture for a phone is so wide, and at most so high; it has one page. */
    PAPER_PNG_WIDTH = 720,
    PAPER_PNG_HEIGHT_MAX = 8000,
    PAPER_BYTES_MAX = 3 << 20,
    PAPER_COLUMNS = 72,
};

enum paper_fault {
    PAPER_GOOD,
    PAPER_TOO_LONG,  /* more than one of the limits above; the text form has none but `out` */
    PAPER_BROKEN,    /* a text that is not UTF-8, or a QR code too long to be one */
    PAPER_NO_FONTS,  /* Debian's fonts-liberation2 and fonts-noto-core are not installed */
    PAPER_KILLED,    /* by studio.h: the process did not survive it */
    PAPER_NO_STUDIO, /* by studio.h: no process could be started; try again later */
    PAPER_FAULTS
};

struct sheet {
    struct str bytes;
    uint32_t width; /* pixels of the picture, points (1/72 inch) of a page */
    uint32_t height;
    uint32_t pages;
    uint32_t missing; /* signs that no font of ours has: they are drawn as a small box */
};

/* The text form: 72 columns, a line feed at the end of each line, no tab. Draws nothing, so it
 * needs no studio. A QR code is written as the address that it holds. */
void paper_write_text(struct out *out, const struct paper *paper);

/* Opens the fonts and draws a rehearsal of each form, so that nothing is opened later: after this a
 * process may enter the sandbox. Once a process, while it has one thread. Without it every paper is
 * PAPER_NO_FONTS. */
void paper_open(void);

/* Lays out and draws. Pango reads what strangers wrote: only the studio's own process and tests
 * call it. Needs PAPER_BYTES_MAX of the arena. */
enum paper_fault paper_draw(struct arena *arena, enum paper_form form, const struct paper *paper,
                            struct sheet *ret);

#endif
