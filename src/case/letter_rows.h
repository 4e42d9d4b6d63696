/* Tables in letters, as people type them: a row on each line, "|" between its cells. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_LETTER_ROWS_H
#define CASE_LETTER_ROWS_H

#include "base/attr.h"
#include "studio/blank.h"

/* The key of tabs leads out of a field, so "|" stands for it. */

/* Is this line nothing but that place, a full stop aside? */
bool case_is_place(const struct blank_line *line, struct str name) PURE;
/* The head of the table whose rows stand in this place, its cells between "|"; absent: none. */
struct str case_rows_head(const struct blank *blank, struct str name);
/* As typed, without empty lines; where the head begins with STT, rows that leave out just that
 * cell get their number. Absent: there are too many. */
struct str case_rows_number(struct arena *arena, struct str head, struct str typed);
/* The first row, from 1, that has more or fewer cells than the head, or nothing in them but its
 * number; 0: none. */
size_t case_rows_wrong(struct str head, struct str typed);
/* For the pen: some rows with their numbers, and dots in the other cells. */
struct str case_rows_empty(struct arena *arena, struct str head);
/* With tabs, as blank.h wants them. */
struct str case_rows_tabs(struct arena *arena, struct str typed);

#endif
