/* Finding reports: by their words in the search index, and by what staff know of their senders. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_FIND_H
#define FEEDBACK_FIND_H

#include "web/finder.h"

struct list_query;
struct report_rows;
struct inbox_rows;
struct unit_id;
struct visit;

/* The kind of reports in the index. */
enum { FIND_REPORTS = 1 };
extern const struct finding feedback_finding;

/* Public reports that hold all words of the query, tones or not; those that have them with the
 * tones as typed come first, each part newest first (store/search.h). False when search is not
 * ready. */
bool find_rows(struct visit *v, const struct list_query *query, struct report_rows *ret) MUST_USE;

/* Staff search within the unit of a desk and below it, newest first, closed ones too: a code in any
 * spelling, a telephone, or a name without tones of which the first words or the last are typed.
 * Senders who hid their name are found by the code only. */
struct inbox_rows seek_rows(struct visit *v, struct str typed, struct unit_id desk);

#endif
