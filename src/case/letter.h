/* Letters of the office about a case: drafted, approved, numbered, signed outside, sent. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_LETTER_H
#define CASE_LETTER_H

#include "case/page.h"
#include "studio/blank.h"
#include "studio/letter.h"
#include "studio/signed.h"

/* The law gives most of them a form (studio/blank.h), and each goes the same way:
 *
 *     draft --ask--> asked --issue--> issued --sign--> signed --send--> sent
 *       ^              |                 \--------------send-------------^
 *       +-----back-----+
 *
 * Who handles the case drafts and sends; who leads issues, which gives the next number of the
 * unit's series of that type in that year, the day and the signer. From then on its words stand
 * still, and the same PDF comes of them each time. A signature is put on it outside of this house;
 * the file that comes back must be signed and the same on every page (studio/signed.h), or somebody
 * says to have compared it, as with a scan. One that was altered after it was signed is refused.
 * What was sent says how and to whom. The act that the letter is about asks for its number and day:
 * it finds them filled in.
 *
 * A service gives the forms of its kind, commands and facts of each step in the order of
 * letter.def, and what it knows of a case already:
 *
 *     static const struct case_form forms[] = { { "D124-03", "accept" }, … };
 * The facts are called <kind>_letter.<step>.
 *
 *     .letters = &(const struct case_letters){ forms, COUNT(forms), commands, facts, known },
 *
 * Law: 30/2020/NĐ-CP art. 3 to 18 (drafting, signing, number, issue); the forms' own. */
enum case_letter_step {
#define LETTER_STEP(step, by_lead, about) LETTER_##step,
#include "case/letter.def"
#undef LETTER_STEP
    LETTER_STEPS
};

/* What of a form is known; absent values and those beyond the last are passed over. */
enum { CASE_KNOWN_MAX = 24 };
struct case_known {
    struct conn *conn;
    struct blank_value values[CASE_KNOWN_MAX];
    size_t count;
};
void case_known_put(struct case_known *to, const char *name, struct str text);
void case_known_day(struct case_known *to, const char *name, struct day day);
/* "Thông báo số 05/TB-UBND ngày 12/03/2026", and what was said, of the newest act of that name. */
void case_known_paper(struct case_known *to, const char *name, const char *what,
                      struct case_file_id id, const char *act);
void case_known_said(struct case_known *to, const char *name, struct case_file_id id,
                     const char *act);
/* The sender's name, address and paper, and the other side's, under each of their names. */
void case_known_people(struct case_known *to, struct case_file_id id);

struct case_form {
    const char *blank; /* code of the form: "D124-03" */
    const char *acts;  /* of the kind, that are done with it, a blank between; NULL: none */
    bool is_inside;    /* for colleagues: its receiver is not told of it */
};
struct case_letters {
    const struct case_form *forms;
    size_t form_count;
    const struct command *commands; /* each takes case_letter_record beside case_letter_drawn */
    const struct fact *facts;       /* each says case_lettered_record */
    /* Puts the values of the forms' places that follow from the case, of whatever form. */
    void (*known)(struct case_known *to, const void *own);
};

/* What comes with a step: each uses some of it. */
struct case_letter_args {
    struct str code;
    int64_t letter;     /* its id; 0: a new draft */
    int64_t version;    /* of the letter, when it is not 0: somebody else may have been faster */
    struct str form;    /* of a new draft */
    struct str filled;  /* of a draft: case_filled_write() */
    struct str note;    /* back: what is to be changed; send: to whom and how */
    struct str signing; /* issue: "self", "kt", "tl", "tuq" */
    struct str head;    /* issue: in whose place; none of "self" */
    struct str post;    /* issue: of who signs */
    struct str name;
    struct day on;     /* issue: the letter's; send: the sending's; none: today */
    int64_t number;    /* issue: that the registry gave; 0: the next of the series */
    struct str sha256; /* sign: of the file, in hex, so that another one is not the same */
    struct bytes file; /* sign: the signed PDF */
    bool is_same;      /* sign: it is signed, and the issued letter page by page */
    bool is_compared;  /* sign: the officer has compared them, since the server could not */
};
extern const struct record case_letter_record, case_letter_drawn;
enum { LETTER_FILE_BYTES_MAX = 4 << 20, LETTER_FILLED_BYTES_MAX = 60000 };

/* What a fact of a step commits to. */
struct case_lettered {
    struct str code;
    struct str form;
    struct str state;
    struct str number; /* "05/TB-UBND"; absent until it is issued */
    struct day issued_on;
    struct str filled;
    struct str signer;
    struct str note;
    struct day sent_on;
    struct str sha256; /* of the signed file, in hex */
    struct person_id by;
};
extern const struct record case_lettered_record;

struct verdict case_letter_do(const struct case_kind *kind, struct deed *deed,
                              const struct case_letter_args *args, struct answer *ret);

bool case_form_is_for(const struct case_form *form, const char *act) PURE;
/* Is that one of the kind's forms? */
bool case_letter_is_of(const struct case_kind *kind, struct str form) PURE;

/* Values of a form as one text, and back: name, unit separator, text, record separator. */
struct str case_filled_write(struct arena *arena, const struct blank_value *values, size_t count);
size_t case_filled_read(struct arena *arena, struct str filled,
                        struct blank_value ret[BLANK_VALUES_MAX]);
/* The value of that name; absent: none. */
struct str case_filled_get(struct str filled, const char *name);

/* What the form of that code is called; "" where there is none. */
const char *case_form_name(struct arena *arena, struct str form);
/* How far it is: source text. */
const char *case_letter_state(struct str state) PURE;
/* "05/TB-UBND", of the form's sign; the State's. */
struct str case_letter_number(struct arena *arena, const struct case_letter_get_row *row);
/* The number and day of the newest letter that was issued for an act; false: none was. */
bool case_letter_of_act(struct conn *conn, const struct case_kind *kind, struct case_file_id id,
                        const char *act, struct case_letter_newest_row *ret);

/* Who writes: "Ủy ban nhân dân phường Phú Xuân", "UBND", "Phú Xuân", "Chủ tịch Ủy ban …", and the
 * law that gives it its powers, where we know it. */
struct case_head {
    struct str issuer;
    struct str superior; /* absent: none is named */
    struct str organ;
    struct str place;
    struct str post;
    struct str powers;
    bool is_of_party;
};
struct case_head case_letter_head(struct conn *conn, struct unit_id id);
/* A hash as sha256sum prints it; absent: none. */
struct str case_letter_hex(struct arena *arena, struct bytes hash);

/* Do others sign than the issuer's officer, by hand, as on minutes? */
bool case_has_hands(const struct blank *blank) PURE;
/* What may stand in a place: part of a line, paragraphs, an item on each line, a row on each. */
enum place_use { PLACE_IN_LINE, PLACE_OF_TEXT, PLACE_OF_ITEMS, PLACE_OF_ROWS, PLACE_USES };
enum place_use case_place_use(const struct blank *blank, struct str name) PURE;

/* letter_text.c: the letter itself, for the studio. False, and what lacks, when a value does. A
 * draft says so, and shows what lacks as dots. */
bool case_letter_write(struct visit *v, const struct case_get_row *file,
                       const struct case_letter_get_row *row, struct letter *ret,
                       struct blank_fault *ret_fault) MUST_USE;

/* letter_signed.c: a file that came back signed. False, and the visit has a problem of the field
 * "file", when it was altered since, is the issued letter without any signature, or cannot be read
 * now. */
bool case_letter_take_signed(struct visit *v, const struct case_get_row *file,
                             const struct case_letter_get_row *row, struct str bytes,
                             bool *ret_is_same) MUST_USE;
/* A sentence for each signature of the file that is kept: who, when, and whether it is whole; then
 * whether none has the name of the letter's signer, or some were not read. None while there is no
 * such file, or no studio. */
enum { CASE_SIGNERS_MAX = SIGNATURES_MAX + 2 };
size_t case_letter_signers(struct visit *v, const struct case_letter_get_row *row,
                           struct str ret[CASE_SIGNERS_MAX]);

/* Pages, of the paths <case_path>/thu-moi/:form and <case_path>/thu/:letter[/tep | /:step]. */
enum status case_letter_new(struct visit *v, const struct case_pages *pages);
enum status case_letter_draft(struct visit *v, const struct case_pages *pages, visit_fn *after);
enum status case_letter_show(struct visit *v, const struct case_pages *pages);
enum status case_letter_file(struct visit *v, const struct case_pages *pages);
enum status case_letter_take(struct visit *v, const struct case_pages *pages, visit_fn *after);
enum status case_letter_after(struct visit *v, const struct case_pages *pages);

/* A form of pages->blanks, v->params[1], as PDF with the office's head and dots in its places;
 * nothing of it is kept. */
enum status case_blank_file(struct visit *v, const struct case_pages *pages);
/* The same of any form, with these values (case_filled_write()) and the head of file->unit_id, also
 * for what is no case: of `file` the unit's id and code matter. */
enum status case_blank_give(struct visit *v, const struct case_get_row *file, struct str form,
                            struct str filled);
/* Its PDF alone, in the arena; a draft says that it is one. Absent: the studio could not. */
struct str case_blank_draw(struct visit *v, const struct case_get_row *file, struct str form,
                           struct str filled, bool is_draft);

/* The letters that were sent, for their receiver. */
struct letters_view case_letters_sent(struct visit *v, const struct case_kind *kind,
                                      struct case_file_id id);

/* For `kheo check`: each letter is what its newest leaf says. */
void case_letters_check(struct snap *snap, struct check *check, const struct case_kind *kind);

/* --- views ------------------------------------------------------------------------------------ */

struct letters_view case_letters_of(struct visit *v, const struct case_pages *pages,
                                    const struct case_get_row *file);

struct letter_edit_view {
    struct page *page;
    struct str code;
    struct str law;
    struct local_url send_to;
    int64_t version;
    const struct field_view *fields;
    size_t field_count;
};
struct letter_step_form {
    struct page *page;
    const char *label;
    struct local_url url;
    int64_t version;
    const struct field_view *fields;
    size_t field_count;
    struct str file_problem;
    bool is_upload;
    bool is_open;
    bool is_grave;
};
struct letter_show_view {
    struct page *page;
    struct str code;
    struct str number;
    const char *state;
    struct str law;
    struct summary_view about;
    struct summary_view filled;
    struct local_url here;
    struct local_url pdf;
    bool is_draft;
    bool is_signed;       /* a file came back */
    struct str act_label; /* absent: no act waits for it */
    struct local_url act;
    const struct letter_step_form *steps;
    size_t step_count;
};

#endif
