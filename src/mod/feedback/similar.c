/* Similar reports: sets of significant words, and what they have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/similar.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/out.h"

enum { PLACE_SCORE = 100, LETTERS_MIN = 3, QUESTION_BYTES_MAX = 64 << 10 };

/* Folded, in byte order: particles, pronouns, and what people ask of their commune. Not here is
 * what folding made the same as a thing in the street: "den" is "đến" and the lamp. */
static const struct str common_words[] = {
    STR_INIT("anh"),    STR_INIT("bi"),    STR_INIT("cac"),   STR_INIT("can"),   STR_INIT("cho"),
    STR_INIT("chua"),   STR_INIT("chung"), STR_INIT("con"),   STR_INIT("cua"),   STR_INIT("cung"),
    STR_INIT("dan"),    STR_INIT("dang"),  STR_INIT("duoc"),  STR_INIT("giai"),  STR_INIT("hay"),
    STR_INIT("het"),    STR_INIT("hien"),  STR_INIT("kha"),   STR_INIT("khi"),   STR_INIT("khong"),
    STR_INIT("lai"),    STR_INIT("lam"),   STR_INIT("len"),   STR_INIT("mong"),  STR_INIT("mot"),
    STR_INIT("nay"),    STR_INIT("neu"),   STR_INIT("ngay"),  STR_INIT("nghi"),  STR_INIT("nguoi"),
    STR_INIT("nha"),    STR_INIT("nhieu"), STR_INIT("nhung"), STR_INIT("noi"),   STR_INIT("phai"),
    STR_INIT("phuong"), STR_INIT("qua"),   STR_INIT("quyet"), STR_INIT("rat"),   STR_INIT("roi"),
    STR_INIT("sau"),    STR_INIT("som"),   STR_INIT("tai"),   STR_INIT("thang"), STR_INIT("that"),
    STR_INIT("thi"),    STR_INIT("toi"),   STR_INIT("tren"),  STR_INIT("trong"), STR_INIT("truoc"),
    STR_INIT("tuan"),   STR_INIT("van"),   STR_INIT("vao"),   STR_INIT("viec"),  STR_INIT("voi"),
    STR_INIT("xin"),
};

static bool is_significant(struct str word);
static int compare_words(const void *a, const void *b);
static bool is_place(struct str folded);
static size_t keep_longest(struct str longest[SIMILAR_ASKED_WORDS], size_t count, struct str word);

struct word_set similar_words(struct arena *arena, struct str folded)
{
    struct str *words = new(arena, struct str, SIMILAR_WORDS_MAX);
    size_t count = 0;
    struct str rest = folded;
    while (rest.p && count < SIMILAR_WORDS_MAX) {
        struct str word = str_cut(&rest, ' ');
        if (is_significant(word)) {
            words[count++] = word;
        }
    }
    qsort(words, count, sizeof *words, compare_words);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || !str_equal(words[kept - 1], words[i])) {
            words[kept++] = words[i];
        }
    }
    return (struct word_set){ words, kept };
}

unsigned similar_percent(struct word_set a, struct word_set b)
{
    size_t smaller = a.count < b.count ? a.count : b.count;
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
        int order = str_compare(a.words[i], b.words[j]);
        shared += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return shared < SIMILAR_WORDS_MIN ? 0 : (unsigned)(shared * 100 / smaller);
}

unsigned similar_score(const struct similar_paper *a, const struct similar_paper *b)
{
    bool is_same_place = is_place(a->place) && str_equal(a->place, b->place);
    unsigned percent = a->category == b->category ? similar_percent(a->words, b->words) : 0;
    return (percent >= SIMILAR_PERCENT ? percent : 0) + (is_same_place ? PLACE_SCORE : 0);
}

struct str similar_question(struct arena *arena, struct word_set set, struct str place)
{
    struct str longest[SIMILAR_ASKED_WORDS];
    size_t count = 0;
    for (size_t i = 0; i < set.count; i++) {
        count = keep_longest(longest, count, set.words[i]);
    }
    struct out question = out_open(arena, QUESTION_BYTES_MAX);
    for (size_t i = 0; i < count; i++) {
        out_str_raw(&question, longest[i]);
        out_char(&question, ' ');
    }
    if (is_place(place)) {
        out_printf(&question, "\"%.*s\"", STR_ARG(place));
    }
    return out_str(&question);
}

static size_t keep_longest(struct str longest[SIMILAR_ASKED_WORDS], size_t count, struct str word)
{
    size_t at = count;
    while (at > 0 && longest[at - 1].n < word.n) {
        at--;
    }
    if (at == SIMILAR_ASKED_WORDS) {
        return count;
    }
    count += count < SIMILAR_ASKED_WORDS;
    for (size_t i = count - 1; i > at; i--) {
        longest[i] = longest[i - 1];
    }
    longest[at] = word;
    return count;
}

/* Numbers tell houses and lamp posts apart, so even short ones count. */
static bool is_significant(struct str word)
{
    bool is_number = word.n > 0;
    for (size_t i = 0; i < word.n; i++) {
        is_number &= word.p[i] >= '0' && word.p[i] <= '9';
    }
    return is_number || (word.n >= LETTERS_MIN && !bsearch(&word, common_words, COUNT(common_words),
                                                           sizeof common_words[0], compare_words));
}

static int compare_words(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool is_place(struct str folded)
{
    return str_find_byte(folded, ' ') < folded.n;
}
