/* Poppler without fonts of this machine and without a word. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_PDF_PRIVATE_H
#define STUDIO_PDF_PRIVATE_H

#include <cairo.h>
#include <poppler.h>
#include <stdbool.h>

#include "base/str.h"

/* NULL: no PDF, or one that opens with a password, which is said. The bytes must outlive it;
 * g_object_unref() when done. */
PopplerDocument *pdf_open(struct str file, bool *ret_is_locked);
/* Is every font of it in the file, also those of what lies on its pages? One that is not is drawn
 * here with gaps, and elsewhere with whatever font is there. */
bool pdf_brings_its_fonts(PopplerDocument *document);
/* A page with its longer side so many pixels. False: no paper is like that. */
struct pdf_size {
    double scale; /* pixels to a point */
    int width;
    int height;
};
bool pdf_measure(PopplerPage *page, int longer_side, struct pdf_size *ret);
/* With what lies on it, on white, as words of 0x00RRGGBB. NULL: there is no memory. */
cairo_surface_t *pdf_draw(PopplerPage *page, const struct pdf_size *size);

#endif
