/* Official letters: what stands on one, and its PDF in the layout of the State or of the Party. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_LETTER_H
#define STUDIO_LETTER_H

#include "studio/paper.h"

/* Law: 30/2020/ND-CP art. 8 and annex I for the State; Huong dan 36-HD/VPTW of 3 April 2018 for
 * bodies of the Party. A service says what the parts are; where they stand, their sizes, capitals
 * and rules are the studio's:
 *
 *     const struct letter_block body[] = {
 *         { LETTER_BASIS, .text = STR("Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011;") },
 *         { LETTER_CENTER, .text = STR("Quyết định:") },
 *         { LETTER_ARTICLE, STR("Điều 1."), STR("Tạm đình chỉ …") },
 *     };
 *     const struct letter_signer signer = { .on_behalf_of = STR("Ủy ban nhân dân"),
 *                                           .form = SIGNING_KT, .head = STR("Chủ tịch"),
 *                                           .post = STR("Phó Chủ tịch"), .name = … };
 *     const struct letter letter = { .superior = …, .issuer = STR("Ủy ban nhân dân phường …"),
 *                                    .number = 5, .sign = STR("QĐ"), .organ = STR("UBND"),
 *                                    .place = STR("Huế"), .on = deed->today, .type = …, … };
 *     enum paper_fault fault = studio_write_letter(studio, arena, &letter, &sheet);
 *
 * Forms that the law gives come as such letters from blank.h. The same letter gives the same bytes
 * on every day; the only time in them is `at`. */
enum letter_layout { LETTER_STATE, LETTER_PARTY, LETTER_LAYOUTS };

/* In whose place a person signs, beside TM. (`on_behalf_of`); the Party writes K/T, T/L, T/UQ. */
enum letter_signing {
    SIGNING_SELF,
    SIGNING_KT,  /* the deputy for the head */
    SIGNING_TL,  /* by order of the head */
    SIGNING_TUQ, /* by mandate of the head */
    SIGNING_Q,   /* acting as the head: "Q. CHỦ TỊCH" */
    SIGNING_FORMS
};

struct letter_signer {
    struct str on_behalf_of; /* the collective, after TM.; absent where one person decides */
    enum letter_signing form;
    struct str head; /* whose place it is; with KT, TL and TUQ only, and there always */
    struct str post; /* or as what someone signs minutes: "Người ghi biên bản" */
    struct str note; /* under the post, slanted: "(Ký, ghi rõ họ tên)"; may be absent */
    struct str name; /* may be absent: written by hand */
};

enum letter_block_kind {
    LETTER_TEXT,     /* a paragraph; `label`, if there is one, runs into it */
    LETTER_BASIS,    /* căn cứ: slanted */
    LETTER_CENTER,   /* bold capitals in the middle: who decides, "Quyết định:" */
    LETTER_HEADING,  /* bold: "I. THÀNH PHẦN"; not alone at the end of a page */
    LETTER_ARTICLE,  /* `label` is "Điều 1.", bold, and the text runs on behind it */
    LETTER_ITEM,     /* of a list: `label` is "-", "a)", "1." */
    LETTER_FIELD,    /* `label` and `text` in two columns: "Họ và tên:", "Trần Thị Lan" */
    LETTER_HEAD_ROW, /* begins a table; its cells stand again on the next page */
    LETTER_ROW,      /* of the table that began before; as many cells as its head */
    LETTER_NOTE,     /* small and slanted */
    LETTER_BLOCK_KINDS
};

struct letter_block {
    enum letter_block_kind kind;
    struct str label;
    struct str text; /* UTF-8 in NFC; a line feed begins a paragraph */
    const struct str *cells;
    size_t cell_count;
};

/* Names of bodies, posts and types are given as they are read, "Ủy ban nhân dân"; capitals are
 * put where the layout has them. */
struct letter {
    enum letter_layout layout;
    struct str superior; /* the body above the issuer; absent: none is named */
    struct str issuer;   /* absent: a citizen writes, and the national name stands in the middle */
    int64_t number;   /* of its series in that year, see letter_write_number(); 0: not given yet */
    struct str sign;  /* of the type: "TB", "QĐ", the Party's "CV"; absent: the State's công văn,
                          * or, where there is a type, a paper without a number: minutes */
    struct str organ; /* of the issuer, and of who drafted: "UBND", "UBND-VX" */
    struct str place; /* "Huế" */
    struct day on;    /* none: left open for the pen; no place either: no line of them */
    struct str type;  /* "Quyết định"; absent: a công văn, with "V/v" under the number */
    struct str subject;           /* "Về việc …"; of a công văn without these words */
    struct str secrecy;           /* "Mật": a framed mark; absent: none, as for the next two */
    struct str urgency;           /* "Khẩn", "Hỏa tốc" */
    struct str draft;             /* "Dự thảo" */
    const struct str *addressees; /* Kính gửi */
    size_t addressee_count;
    const struct letter_block *blocks;
    size_t block_count;
    const struct letter_signer *signers; /* one; several stand beside each other, as on minutes */
    size_t signer_count;
    const struct str *recipients; /* Nơi nhận, without the hyphen and the sign at the end */
    size_t recipient_count;
    struct str title;  /* of the document, as a reader's window shows it */
    struct str mark;   /* in a frame at the foot of every page: demonstration data; absent: none */
    struct instant at; /* when it was made, for the PDF's own date; must be given */
};

enum {
    LETTER_BLOCKS_MAX = PAPER_BLOCKS_MAX,
    LETTER_CELLS_MAX = 8,
    LETTER_SIGNERS_MAX = 8,
    LETTER_RECIPIENTS_MAX = 30,   /* and addressees */
    LETTER_NAME_BYTES_MAX = 1000, /* of each text that does not stand in a block */
    LETTER_TEXT_BYTES_MAX = PAPER_TEXT_BYTES_MAX,
};

/* "Số: 05/TB-UBND", of the Party "Số 05-TB/ĐU"; a number below ten takes a zero, and for one that
 * is not given yet there is room. A series restarts at 1 each year and belongs to one issuer; who
 * gives numbers sees to that. Law: 30/2020/ND-CP art. 15 and annex I. */
void letter_write_number(struct out *out, const struct letter *letter);

/* Lays out and draws the PDF, A4. Faults as of a paper; PAPER_BROKEN too for a place of signing
 * without its head, a row without cells, or a letter without `at`. Only the studio's own process
 * and tests call it; a service asks studio_write_letter() (studio.h). Needs PAPER_BYTES_MAX of the
 * arena. */
enum paper_fault letter_draw(struct arena *arena, const struct letter *letter, struct sheet *ret);

#endif
