/* The word lists that answers are read with. Not for other rooms. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_ANSWER_WORDS_H
#define LAW_ANSWER_WORDS_H

#include "law/answer.h"

/* Phrases in small letters, words apart by one space; NULL at the end. A longer phrase stands
 * before a shorter one that begins like it. They are matched to text and never translated. */
extern const char *const STOCK_PHRASES[];
extern const char *const COURTESIES[];
extern const char *const UNITS[];
extern const char *const TITLES[];      /* before a person's name */
extern const char *const ACTIONS[];
extern const char *const REASONS[];
extern const char *const TIME_UNITS[];
extern const struct heavy_word HEAVY_WORDS[];   /* .heavy NULL at the end */

#endif
