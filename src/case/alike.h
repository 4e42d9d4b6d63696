/* Letters that came before from a sender of the same name. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_ALIKE_H
#define CASE_ALIKE_H

#include "case/page.h"

/* Of a case that is not accepted yet: the cases of its kind that the same unit received before it,
 * in whose people stands a sender of the same name (marks and capitals aside). They are shown to
 * who decides what becomes of the letter, because the law treats one that says nothing new
 * otherwise (05/2021/TT-TTCP art. 6); nothing of it is kept, counted or to be searched by name. */
struct alike_view case_alike_of(struct visit *v, const struct case_pages *pages,
                                const struct case_get_row *file) MUST_USE;

#endif
