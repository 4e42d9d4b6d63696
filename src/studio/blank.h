/* Blanks: the forms of the law as texts with places for values, which become letters. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_BLANK_H
#define STUDIO_BLANK_H

#include "base/attr.h"
#include "studio/letter.h"

/* A blank is a text file, blanks/CODE.txt, that is part of the program. A unit may have its own
 * words: its text is taken when it says all that the law wants, or refused with the line that is
 * wrong. (A `form` is what a browser sends: web/form.h.)
 *
 *     struct blank blank;
 *     struct blank_fault fault;
 *     if (!blank_open(arena, STR("D124-03"), text_of_the_unit, &blank, &fault)) { … }
 *     const struct blank_value values[] = { { "complainant", name }, { "address", address }, … };
 *     struct letter letter = { .issuer = …, .number = 5, .organ = …, .signers = …, .at = … };
 *     if (!blank_fill(arena, &blank, values, COUNT(values), &letter, &fault)) { … }
 *     … studio_write_letter(studio, arena, &letter, &sheet) …
 *
 * The file, line by line; "#" begins a remark, and an empty line means nothing:
 *
 *     code: D124-03                 which one it is
 *     name: Thông báo …             as officers call it
 *     law: 124/2020/NĐ-CP …         where it comes from
 *     wording: official             or "ours": the law gives no words, or we have not read them
 *     by: office                    or "person": who writes is no body, and has no number
 *     sign: TB                      of the type of letter; absent: a công văn of the State has none
 *     type: Thông báo               absent: a công văn
 *     subject: Về việc …
 *     need: complainant Người khiếu nại      a value that must be given, and what people call it
 *     may: note Ghi chú                      one that may be absent: its line is then left out
 *     ---
 *     to: {{complainant}}           Kính gửi
 *     must: Kết quả xác minh        what follows is a section that the law wants, down to "end:"
 *     text: … {{complainant}} …     and so on: basis, center, heading, article, item, point, field,
 *                                   items, head, rows, note; see blank_parse.c
 *     end:
 *     copy: Như trên                Nơi nhận
 *     hand: Người giao | (Ký, ghi rõ họ tên)   who signs, where it is not the issuer's officer
 *
 * The value `issuer` is always there: the letter's. Values are texts, never forms: what stands in
 * them is not read again. Pure: no file, no clock. */
enum {
    BLANK_BYTES_MAX = 32 << 10,
    BLANK_LINES_MAX = 300,
    BLANK_VALUES_MAX = 40,
    BLANK_SECTIONS_MAX = 16,
};

enum blank_word {
    BLANK_TO,
    BLANK_CENTER,
    BLANK_BASIS,
    BLANK_TEXT,
    BLANK_HEADING,
    BLANK_ARTICLE, /* "Điều 1." and so on are put before it */
    BLANK_ITEM,    /* "-" */
    BLANK_POINT,   /* "a)", "b)" … in the order of Vietnamese; anything between begins again */
    BLANK_FIELD,   /* label | value */
    BLANK_ITEMS,   /* one {{value}}: an item of each of its lines */
    BLANK_HEAD,    /* cells | of a | table */
    BLANK_ROWS,    /* one {{value}}: a row of each of its lines, cells between tabs */
    BLANK_NOTE,
    BLANK_MUST,
    BLANK_END,
    BLANK_COPY,
    BLANK_HAND, /* post | note | name; the last two may be left out */
    BLANK_WORDS
};

struct blank_line {
    enum blank_word word;
    struct str text;
    uint32_t number;  /* in the file, from 1 */
    uint32_t section; /* 0: in none; else sections[section - 1] */
};

struct blank_place {
    struct str name; /* a-z, 0-9, "_" */
    struct str label;
    bool is_needed;
    uint32_t number; /* of its line */
};

struct blank {
    struct str code;
    struct str name;
    struct str law;
    struct str sign;
    struct str type;
    struct str subject;
    bool is_official; /* the words are the law's, as we have read them */
    bool is_by_person;
    const struct blank_place *places;
    size_t place_count;
    const struct str *sections;
    size_t section_count;
    const struct blank_line *lines;
    size_t line_count;
};

enum blank_fault_kind {
    BLANK_GOOD,
    /* of a text */
    BLANK_TOO_LONG,
    BLANK_NO_TEXT,       /* not UTF-8, or with signs that cannot be seen */
    BLANK_NO_WORD,       /* no "word: …" at the beginning of a line */
    BLANK_STRANGE_WORD,  /* `about` is none of ours */
    BLANK_TWICE,         /* said a second time: `about` */
    BLANK_HEAD_LACKS,    /* the word `about` does not stand before "---" */
    BLANK_BAD_PLACE,     /* braces that are no {{name}}, or what must be one {{name}} is not */
    BLANK_STRANGE_PLACE, /* {{about}} was not announced by "need" or "may" */
    BLANK_UNUSED_PLACE,  /* needed, and stands nowhere */
    BLANK_BAD_SECTION,   /* "must" within "must", "end" outside, or nothing in it */
    BLANK_BAD_TABLE,     /* rows without a head, or too many columns */
    /* of a replacement */
    BLANK_OTHER_CODE,
    BLANK_LOST_PLACE,   /* the blank needs the value `about`, and the replacement does not */
    BLANK_NEW_PLACE,    /* the blank knows no value `about` */
    BLANK_LOST_SECTION, /* the law wants the section `about` */
    /* of filling */
    BLANK_VALUE_LACKS, /* `about`: the section, or the value's label where it is in none */
    BLANK_TOO_MANY,    /* lines of values; more than a letter takes */
    BLANK_UNKNOWN,     /* none has that code */
    BLANK_FAULTS
};

struct blank_fault {
    enum blank_fault_kind kind;
    uint32_t line; /* of the text; 0 where it is the whole */
    struct str about;
};

/* A sentence for people with one "%s" for `about`, or none; in Vietnamese, for tongue_text(). */
const char *blank_fault_say(enum blank_fault_kind kind) PURE;

/* Every blank of the program, in order; a row without a name at the end. */
struct blank_file {
    const char *name; /* "d124-03.txt" */
    struct str text;
};
extern const struct blank_file blank_files[];

/* The blank of that code; in the words of `replacement` unless that is absent. False, with what is
 * wrong: always the replacement's fault, or BLANK_UNKNOWN. It borrows from the text. */
bool blank_open(struct arena *arena, struct str code, struct str replacement, struct blank *ret,
                struct blank_fault *ret_fault) MUST_USE;

bool blank_parse(struct arena *arena, struct str text, struct blank *ret,
                 struct blank_fault *ret_fault) MUST_USE;
/* Has all sections and needed values of the original, and no value that the original has not. */
bool blank_may_replace(const struct blank *original, const struct blank *other,
                       struct blank_fault *ret_fault) MUST_USE;

/* A text that stands for the program's, of all units or of one: what main/blanks.h found. */
struct blank_text {
    struct str unit; /* its code; absent: of all that have none of their own */
    struct str code;
    struct str text;
};
struct blank_texts {
    const struct blank_text *rows;
    size_t count;
};
/* What blank_open() takes for that unit; absent: the program's own. `texts` may be NULL. */
struct str blank_text_of(const struct blank_texts *texts, struct str unit, struct str code) PURE;

struct blank_value {
    const char *name;
    struct str text; /* empty: not given */
};

/* Sets type, sign, subject, title, addressees, blocks, recipients and hands of the letter. What it
 * holds of addressees and recipients already stays, as do the issuer's signers where the blank has
 * no hands. Values that it has no place for are passed over: a unit's text need not use those that
 * may be absent. False and the letter untouched when a value or a whole section lacks. */
bool blank_fill(struct arena *arena, const struct blank *blank, const struct blank_value *values,
                size_t value_count, struct letter *letter, struct blank_fault *ret_fault) MUST_USE;

#endif
