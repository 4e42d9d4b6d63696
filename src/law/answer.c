/* Reading an answer word by word: what it says, and how hard that is to read. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/answer.h"

#include "base/attr.h"
#include "law/answer_words.h"
#include "text/tongue.h"

struct word {
    struct str text;  /* without punctuation around it */
    bool ends_clause; /* a comma or more follows */
    bool ends_sentence;
    bool is_stock; /* part of a stock phrase, a courtesy or the salutation */
};
struct words {
    struct word *at;
    size_t count;
};

static struct words split(struct str text, struct arena *arena);
static bool cut_word(struct str *rest, struct word *ret_word);
static bool cut_mark(struct str *word, const char *const *marks);
static void mark_salutation(struct words words);
static size_t mark_phrases(struct words words, const char *const *phrases);
static size_t phrase_at(struct words words, size_t at, const char *const *phrases);
static size_t match(struct words words, size_t at, const char *phrase);
static bool is_same_word(struct str word, struct str small);
static uint32_t small_letter(uint32_t letter);
static bool has_capital(struct str word);
static bool is_name(struct str word);
static bool is_number(struct str word);
static bool is_date(struct str word);
static bool is_document_number(struct str word);
static bool says_day(struct words words, size_t at);
static bool says_person(struct words words, size_t at);
static bool says_article(struct words words, size_t at);
static const char *missing_part(const struct answer_facts *facts);
static void end_sentence(struct answer_ease *ease, size_t *words, size_t *passives);

enum {
    /* Below this many words of its own an answer without who, what and when says nothing. */
    OWN_WORDS_MIN = 12,
    DAYS_IN_MONTH_MAX = 31,
    MONTHS_IN_YEAR = 12,
};

static const char *const ENDS[] = { ".", "!", "?", "…", NULL };
static const char *const MARKS[] = { ",", ";", ":", "(", ")", "\"", "“", "”", "-", "–", NULL };

static const struct cite CONCRETE = PRACTICE(
    N_("Trả lời dân phải nói rõ ai làm, làm gì, khi nào, hoặc vì sao không và theo điều nào"));

struct answer_facts answer_read(struct str text, struct arena *arena)
{
    struct words words = split(text, arena);
    struct answer_facts facts = { .names_who = false };
    mark_salutation(words);
    facts.stock_phrases = (uint16_t)mark_phrases(words, STOCK_PHRASES);
    for (size_t i = 0; i < words.count; i++) {
        if (words.at[i].is_stock) {
            continue;
        }
        facts.names_who |= phrase_at(words, i, UNITS) > 0 || says_person(words, i);
        facts.names_action |= phrase_at(words, i, ACTIONS) > 0;
        facts.names_day |= says_day(words, i);
        facts.gives_reason |= phrase_at(words, i, REASONS) > 0;
        facts.cites_article |= says_article(words, i);
    }
    mark_phrases(words, COURTESIES);
    for (size_t i = 0; i < words.count; i++) {
        facts.own_words = (uint16_t)(facts.own_words + !words.at[i].is_stock);
    }
    return facts;
}

struct verdict answer_check(struct str text, struct arena *arena)
{
    struct answer_facts facts = answer_read(text, arena);
    bool says_deed = facts.names_who && facts.names_action && facts.names_day;
    bool says_ground = facts.gives_reason && facts.cites_article;
    if (says_deed || says_ground || facts.own_words >= OWN_WORDS_MIN) {
        return VERDICT_OK;
    }
    struct verdict verdict = invalid("text", N_("Câu trả lời còn trống rỗng: chưa thấy %s."));
    verdict.word = missing_part(&facts);
    verdict.because = &CONCRETE;
    return verdict;
}

static const char *missing_part(const struct answer_facts *facts)
{
    if (!facts->names_who) {
        return N_("tên đơn vị hoặc người làm");
    }
    if (!facts->names_action) {
        return N_("việc đã làm hoặc sẽ làm");
    }
    return N_("ngày làm");
}

struct answer_ease answer_ease(struct str text, struct arena *arena)
{
    struct words words = split(text, arena);
    struct answer_ease ease = { .words = (uint16_t)words.count };
    size_t sentence_words = 0;
    size_t passives = 0;
    for (size_t i = 0; i < words.count; i++) {
        static const char *const PASSIVES[] = { "được", "bị", NULL };
        static const char *const BY_WHOM[] = { "bởi", NULL };
        sentence_words++;
        passives += phrase_at(words, i, PASSIVES) > 0;
        if (passives > 0 && phrase_at(words, i, BY_WHOM) > 0) {
            ease.passives++;
            passives = 0;
        }
        for (const struct heavy_word *heavy = HEAVY_WORDS; heavy->heavy; heavy++) {
            ease.heavy_words = (uint16_t)(ease.heavy_words + (match(words, i, heavy->heavy) > 0));
        }
        if (words.at[i].ends_sentence || i + 1 == words.count) {
            end_sentence(&ease, &sentence_words, &passives);
        }
    }
    return ease;
}

static void end_sentence(struct answer_ease *ease, size_t *words, size_t *passives)
{
    ease->sentences++;
    ease->longest_words = *words > ease->longest_words ? (uint16_t)*words : ease->longest_words;
    ease->long_sentences = (uint16_t)(ease->long_sentences + (*words > ANSWER_SENTENCE_WORDS_MAX));
    *words = 0;
    *passives = 0;
}

const struct heavy_word *answer_heavy(struct str text, size_t nth, struct arena *arena)
{
    struct words words = split(text, arena);
    for (size_t i = 0; i < words.count; i++) {
        for (const struct heavy_word *heavy = HEAVY_WORDS; heavy->heavy; heavy++) {
            if (match(words, i, heavy->heavy) > 0 && nth-- == 0) {
                return heavy;
            }
        }
    }
    return NULL;
}

struct str answer_long(struct str text, size_t nth, struct arena *arena)
{
    struct words words = split(text, arena);
    size_t first = 0;
    for (size_t i = 0; i < words.count; i++) {
        if (!words.at[i].ends_sentence && i + 1 < words.count) {
            continue;
        }
        if (i + 1 - first > ANSWER_SENTENCE_WORDS_MAX && nth-- == 0) {
            const char *start = words.at[first].text.p;
            return str_span(start, (size_t)(words.at[i].text.p + words.at[i].text.n - start));
        }
        first = i + 1;
    }
    return STR_NONE;
}

static struct words split(struct str text, struct arena *arena)
{
    /* A word takes a letter and a space at least. */
    struct words words = { .at = new(arena, struct word, text.n / 2 + 1) };
    while (cut_word(&text, &words.at[words.count])) {
        words.count += words.at[words.count].text.n > 0;
    }
    return words;
}

/* Cuts the next word off; it may be empty where only marks stood. False at the end of the text. */
static bool cut_word(struct str *rest, struct word *ret_word)
{
    *rest = str_trim(*rest);
    if (rest->n == 0) {
        return false;
    }
    size_t end = 0;
    while (end < rest->n && (unsigned char)rest->p[end] > ' ') {
        end++;
    }
    struct word word = { .text = str_slice(*rest, 0, end) };
    word.ends_sentence = end == rest->n || rest->p[end] == '\n';
    bool is_cut = true;
    while (is_cut) {
        bool is_end = cut_mark(&word.text, ENDS);
        bool is_clause = cut_mark(&word.text, MARKS);
        word.ends_sentence |= is_end;
        word.ends_clause |= is_clause;
        is_cut = is_end || is_clause;
    }
    word.ends_clause |= word.ends_sentence;
    *rest = str_slice(*rest, end, rest->n);
    *ret_word = word;
    return true;
}

/* Cuts one of the marks off the end or the front of a word. */
static bool cut_mark(struct str *word, const char *const *marks)
{
    for (; *marks; marks++) {
        struct str mark = str_of(*marks);
        if (str_ends(*word, mark)) {
            *word = str_slice(*word, 0, word->n - mark.n);
            return true;
        }
        if (str_starts(*word, mark)) {
            *word = str_slice(*word, mark.n, word->n);
            return true;
        }
    }
    return false;
}

/* "Kính gửi ông Nguyễn Văn A," names the asker, not who acts. */
static void mark_salutation(struct words words)
{
    for (size_t i = 0; i < words.count; i++) {
        bool is_inside = match(words, i, "kính gửi") > 0;
        for (; is_inside && i < words.count; i++) {
            words.at[i].is_stock = true;
            is_inside = !words.at[i].ends_clause;
        }
    }
}

static size_t mark_phrases(struct words words, const char *const *phrases)
{
    size_t found = 0;
    for (size_t i = 0; i < words.count; i++) {
        size_t length = phrase_at(words, i, phrases);
        for (size_t k = 0; k < length; k++) {
            words.at[i + k].is_stock = true;
        }
        found += length > 0;
        i += length > 0 ? length - 1 : 0;
    }
    return found;
}

/* How many words the first phrase takes that stands there; 0 when none does. */
static size_t phrase_at(struct words words, size_t at, const char *const *phrases)
{
    for (; *phrases; phrases++) {
        size_t length = match(words, at, *phrases);
        if (length > 0) {
            return length;
        }
    }
    return 0;
}

static size_t match(struct words words, size_t at, const char *phrase)
{
    struct str rest = str_of(phrase);
    size_t length = 0;
    while (rest.n > 0) {
        struct str small = str_cut(&rest, ' ');
        if (at + length >= words.count || !is_same_word(words.at[at + length].text, small)) {
            return 0;
        }
        length++;
    }
    return length;
}

static bool is_same_word(struct str word, struct str small)
{
    if (word.n != small.n) {
        return false;
    }
    while (word.n > 0 && small.n > 0) {
        if (small_letter(str_cut_char(&word)) != str_cut_char(&small)) {
            return false;
        }
    }
    return true;
}

/* Of the letters of Vietnamese, in NFC; capital and small differ by one from Ă on, and by 32
 * before. */
static uint32_t small_letter(uint32_t letter)
{
    bool is_latin = (letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDD);
    if (is_latin) {
        return letter + 32;
    }
    bool is_even_pair = letter == 0x102 || letter == 0x110 || letter == 0x128 || letter == 0x168 ||
                        letter == 0x1A0 || (letter >= 0x1EA0 && letter <= 0x1EF8);
    if (is_even_pair) {
        return letter | 1;
    }
    return letter == 0x1AF ? 0x1B0 : letter;
}

static bool has_capital(struct str word)
{
    uint32_t first = word.n > 0 ? str_cut_char(&word) : 0;
    return small_letter(first) != first;
}

static bool is_number(struct str word)
{
    int64_t value = 0;
    return str_to_int(word, &value) && value >= 0;
}

/* 5/12, 05/12/2026, 05-12-2026: a day and a month that exist. "30/2022" and "59/2023/NĐ-CP" do
 * not. */
static bool is_date(struct str word)
{
    char mark = str_find_byte(word, '/') < word.n ? '/' : '-';
    struct str rest = word;
    struct str parts[2] = { str_cut(&rest, mark), rest.p ? str_cut(&rest, mark) : STR_NONE };
    int64_t values[2] = { 0, 0 };
    for (size_t i = 0; i < COUNT(parts); i++) {
        /* A leading zero is no number of ours, but one of dates. */
        struct str digits =
            parts[i].n == 2 && parts[i].p[0] == '0' ? str_slice(parts[i], 1, 2) : parts[i];
        if (!str_to_int(digits, &values[i]) || values[i] < 1) {
            return false;
        }
    }
    return values[0] <= DAYS_IN_MONTH_MAX && values[1] <= MONTHS_IN_YEAR &&
           (!rest.p || is_number(rest));
}

/* 59/2023/NĐ-CP, 1207/QĐ-UBND: a number, and letters behind a stroke. */
static bool is_document_number(struct str word)
{
    struct str rest = word;
    struct str number = str_cut(&rest, '/');
    struct str last = rest;
    while (rest.p) {
        last = str_cut(&rest, '/');
    }
    return is_number(number) && has_capital(last);
}

/* "12/11/2026", "3 ngày", "tháng 12". */
static bool says_day(struct words words, size_t at)
{
    if (is_date(words.at[at].text)) {
        return true;
    }
    bool is_before_number = at + 1 < words.count && is_number(words.at[at + 1].text);
    bool is_after_number = at > 0 && is_number(words.at[at - 1].text);
    return (is_before_number || is_after_number) && phrase_at(words, at, TIME_UNITS) > 0;
}

static bool says_person(struct words words, size_t at)
{
    size_t title = phrase_at(words, at, TITLES);
    return title > 0 && at + title < words.count && is_name(words.at[at + title].text);
}

/* "Tú", "A", but not the "ĐÃ" of a text in capitals. */
static bool is_name(struct str word)
{
    struct str rest = word;
    (void)str_cut_char(&rest);
    return has_capital(word) && !has_capital(rest);
}

static bool says_article(struct words words, size_t at)
{
    static const char *const ARTICLE[] = { "điều", "khoản", NULL };
    bool has_number = at + 1 < words.count && is_number(words.at[at + 1].text);
    return is_document_number(words.at[at].text) ||
           (has_number && phrase_at(words, at, ARTICLE) > 0);
}
