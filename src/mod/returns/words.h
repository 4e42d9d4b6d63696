/* A return in the words of a report: what the page shows and the paper prints. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RETURNS_WORDS_H
#define RETURNS_WORDS_H

#include "mod/returns/shown.h"
#include "studio/letter.h"

/* Always Vietnamese, as the office writes it: a chapter for each kind of letter, which says only
 * what there was, and beside it the same period of the year before. Law: 01/2024/TT-TTCP. */
struct return_words {
    const struct letter_block *blocks; /* headings and paragraphs */
    size_t count;
};
struct return_words words_of(struct visit *v, const struct shown *shown);

/* The report as a PDF, with the table: a draft until it is signed, then with its number, its day
 * and who signed. */
enum status words_pdf(struct visit *v, const struct shown *shown);

#endif
