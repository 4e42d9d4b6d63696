/* What the files that draw papers share: the fonts, the way to the worker, the finished PDF. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_PAPER_PRIVATE_H
#define STUDIO_PAPER_PRIVATE_H

#include <pango/pangocairo.h>
#include <stdbool.h>

#include "studio/paper.h"

/* --- paper_fonts.c ---------------------------------------------------------------------------- */

/* The font map of our own few fonts; NULL when Liberation Serif and Noto Sans are missing. */
PangoFontMap *paper_fonts_open(void);
/* From here on pango's work is done in this thread: a process in the sandbox can start none. */
void paper_fonts_close_threads(void);

/* --- paper_draw.c ----------------------------------------------------------------------------- */

/* Where a layout measures and takes its fonts, in points; NULL without fonts. */
PangoContext *paper_context_open(const char *language);
/* In place, the clean text in the arena. False: it is not UTF-8. */
bool paper_clean(struct arena *arena, struct str *text) MUST_USE;
/* Cairo's way into a struct out that was given all its room at the start. */
cairo_status_t paper_write_bytes(void *subject, const unsigned char *bytes, unsigned n);

/* --- paper_pack.c ----------------------------------------------------------------------------- */

/* Texts, and for each block a little around them. */
enum { PACKED_BYTES_MAX = PAPER_TEXT_BYTES_MAX + 16 * PAPER_BLOCKS_MAX + 64 };

/* A paper as one span of bytes, for the studio's socket. False: it has more than the limits. */
bool paper_pack(struct out *out, enum paper_form form, const struct paper *paper) MUST_USE;
/* The texts borrow from the bytes. False: no paper_pack() wrote that. */
bool paper_unpack(struct arena *arena, struct str bytes, enum paper_form *ret_form,
                  struct paper *ret) MUST_USE;

/* --- paper_pdf.c ------------------------------------------------------------------------------ */

struct paper_facts {
    struct str title;
    struct str author;
    struct instant at;
};
cairo_surface_t *paper_pdf_open(struct arena *arena, struct out *file, double width, double height,
                                const struct paper_facts *facts);

/* Cairo 1.16 cannot say in which language a document is, and screen readers must know: an
 * incremental update (ISO 32000-1, 7.5.6) at the end of its file does. Leaves a file that it does
 * not understand as it is. */
void paper_pdf_say_language(struct out *pdf, struct str language);

#endif
