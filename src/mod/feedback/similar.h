/* Similar reports: whether two texts tell of the same matter. Pure: words in, a number out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_SIMILAR_H
#define FEEDBACK_SIMILAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* Two reports of one unit, both from the last 30 days, are taken for the same matter when
 *   - their category is the same, and of the one with fewer significant words at least half are in
 *     the other, three at the least; or
 *   - their place is the same text, of two words or more.
 * Significant are folded words of three letters or more, and numbers, that are not in the list of
 * words that any report has. Three and a half: fewer, and every two reports of a dark street are
 * the same; more, and two neighbours who tell of one lamp in their own words are not. It is a
 * question to the citizen and no decision, so it may well be asked once too often. */
enum {
    SIMILAR_PERCENT = 50,
    SIMILAR_WORDS_MIN = 3,
    SIMILAR_DAYS = 30,
    /* What a report is about stands at its beginning; and a text of 10,000 letters costs no
     * more. */
    SIMILAR_WORDS_MAX = 120,
    SIMILAR_ASKED_WORDS = 8,
};

/* The significant words of a folded text, each once, in byte order. */
struct word_set {
    const struct str *words;
    size_t count;
};
struct word_set similar_words(struct arena *arena, struct str folded);

/* How many of the smaller set's words are in the other, in percent; 0 for less than
 * SIMILAR_WORDS_MIN of them. The same both ways. */
unsigned similar_percent(struct word_set a, struct word_set b);

struct similar_paper {
    struct word_set words;
    struct str place; /* folded */
    int64_t category;
};
/* 0: another matter; else the higher, the more alike. */
unsigned similar_score(const struct similar_paper *a, const struct similar_paper *b);

/* What to ask the search index for, of which one suffices: the longest words, SIMILAR_ASKED_WORDS
 * at most, because a long word is a rare one where syllables are words; and the folded place in
 * quotes. */
struct str similar_question(struct arena *arena, struct word_set set, struct str place);

#endif
