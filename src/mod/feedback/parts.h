/* The four parts of an answer: what citizens ask for, kept as one text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_PARTS_H
#define FEEDBACK_PARTS_H

#include "base/arena.h"
#include "base/str.h"

/* In their order. */
enum answer_part { PART_SAID, PART_DONE, PART_PLAN, PART_UNHAPPY, ANSWER_PARTS };

/* One text: the first part, then each other behind its heading, those that are empty left out. In
 * the arena. */
struct str answer_join(struct arena *arena, const struct str parts[ANSWER_PARTS]);
/* The parts of such a text. A heading counts at the start of a line only; a text without any is all
 * of the first part. They borrow from the text. */
void answer_split(struct str text, struct str ret_parts[ANSWER_PARTS]);
/* What it says itself: without headings, and without the last part, which says what to do and not
 * what was done; their words and days make no answer of an empty one. In the arena. */
struct str answer_own(struct arena *arena, struct str text);

#endif
