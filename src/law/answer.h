/* Answers to citizens: is it an answer at all, and can it be read? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_ANSWER_H
#define LAW_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "law/verdict.h"

/* What a text holds, found by the word lists of answer_words.h. It is a reader's help, not a judge:
 * a leader may send an answer that it calls empty, with a reason that is kept. */
struct answer_facts {
    uint16_t stock_phrases;         /* "đã ghi nhận", "sẽ xem xét", … */
    uint16_t own_words;             /* words outside stock phrases and courtesies */
    bool names_who;                 /* a unit, or a person by name */
    bool names_action;              /* something that is done: sửa, dọn, chi trả, … */
    bool names_day;                 /* a date, or a number of days */
    bool gives_reason;              /* vì, do, nguyên nhân, … */
    bool cites_article;             /* Điều 7, số 59/2023/NĐ-CP */
};
struct answer_facts answer_read(struct str text, struct arena *arena);

/* Refuses an empty answer: few words of its own and neither {who, action, day} nor {reason,
 * article}. The verdict names what is missing. Law: none, it is our practice. */
struct verdict answer_check(struct str text, struct arena *arena);

/* How hard it is to read: sentences should have at most ANSWER_SENTENCE_WORDS_MAX words. */
enum { ANSWER_SENTENCE_WORDS_MAX = 20 };
struct answer_ease {
    uint16_t words;
    uint16_t sentences;
    uint16_t longest_words;
    uint16_t long_sentences;
    uint16_t heavy_words;           /* words of offices that have a plain twin */
    uint16_t passives;              /* "được … bởi", "bị … bởi" */
};
struct answer_ease answer_ease(struct str text, struct arena *arena);
/* For the composer's hints: the nth sentence that is too long, from 0; absent when there are
 * fewer. */
struct str answer_long(struct str text, size_t nth, struct arena *arena);
/* "thụ lý" could be "bắt đầu giải quyết". */
struct heavy_word {
    const char *heavy;
    const char *plain;
};
/* The nth heavy word of the text, from 0; NULL when there are fewer. */
const struct heavy_word *answer_heavy(struct str text, size_t nth, struct arena *arena);

#endif
