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

/* --- paper_pack.c ----------------------------------------------------------------------------- */

/* Texts, and for each block a little around them. */
enum { PACKED_BYTES_MAX = PAPER_TEXT_BYTES_MAX + 16 * PAPER_BLOCKS_MAX + 64 };

/* A paper as one span of bytes, for the studio's socket. False: it has more than the limits. */
bool paper_pack(struct out *out, enum paper_form form, const struct paper *paper) MUST_USE;
/* The texts borrow from the bytes. False: no paper_pack() wrote that. */
bool paper_unpack(struct arena *arena, struct str bytes, enum paper_form *ret_form,
                  struct paper *ret) MUST_USE;

/* --- paper_pdf.c ------------------------------------------------------------------------------ */

/* Cairo 1.16 cannot say in which language a document is, and screen readers must know: an
 * incremental update (ISO 32000-1, 7.5.6) at the end of its file does. Leaves a file that it does
 * not understand as it is. */
void paper_pdf_say_language(struct out *pdf, struct str language);

#endif
