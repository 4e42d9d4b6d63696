/* The pages of a kind of case: a unit's list, one case for colleagues, one for its sender. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_PAGE_H
#define CASE_PAGE_H

#include "case/case.h"
#include "web/page.h"
#include "web/waiting.h"

/* One question of an act's form, in the order in which they are asked. `name` is a member of struct
 * case_args; acts without rows are one button. */
struct case_word {
    const char *word;
    const char *label;
};
struct case_field {
    const char *act;
    const char *name;
    const char *label; /* NULL: the record's */
    const char *hint;
    enum input_kind kind;
    const struct ground_list *grounds; /* of a ground: the law's list */
    const struct case_word *words;     /* of a choice */
    size_t word_count;
    bool is_optional;
};
#define CASE_WORDS(array) .words = (array), .word_count = COUNT(array)

enum { CASE_SUMMARY_MAX = 24 };
struct case_pages {
    const struct case_kind *kind;
    const char *title; /* of the list */
    const char *empty_title;
    const char *list_path; /* "/cb/khieu-nai" */
    const char *new_path;
    const char *case_path;             /* "/cb/khieu-nai/hs/:code" */
    const char *act_path;              /* "/cb/khieu-nai/hs/:code/:act" */
    const char *track_path;            /* "/khieu-nai/hs/:code" */
    const char *proof_path;            /* "/khieu-nai/hs/:code/tep" */
    const char *register_path;         /* "/cb/khieu-nai/so"; NULL: there is no book */
    const char *letters_register_path; /* "/cb/khieu-nai/van-ban-di" */
    const char *letter_new_path;  /* "/cb/khieu-nai/hs/:code/thu-moi/:form"; NULL: no letters */
    const char *letter_path;      /* "/cb/khieu-nai/hs/:code/thu/:letter" */
    const char *letter_file_path; /* "/cb/khieu-nai/hs/:code/thu/:letter/tep" */
    const char *letter_step_path; /* "/cb/khieu-nai/hs/:code/thu/:letter/:step" */
    /* Forms that are printed with their places left for the pen, of a kind whose matter is not kept
     * here: "/cb/to-cao/hs/:code/mau/:form". */
    const char *blank_path;
    const char *const *blanks; /* codes, NULL at the end */
    const struct case_field *fields;
    size_t field_count;
    const char *usual; /* acts that carry the case on, ",accept,verify,decide,"; shown first */
    const char *grave; /* acts that cannot be taken back, ",refuse,decide," */
    /* What the service knows of it, in rows; the number of them. `is_sender`: for the sender. */
    size_t (*summary)(struct visit *v, const void *own, bool is_sender, struct summary_row *ret);
    /* What the sender may do now and until when, sentence by sentence; their number. */
    size_t (*advice)(struct visit *v, const void *own, struct case_clocks clocks,
                     struct str ret[CASE_SUMMARY_MAX]);
};

/* `?don-vi=` a unit below the officer's own, `?loc=dong` what is closed. */
/* What waits for a leader: cases of the unit in a state, or (NULL) overdue, each a line that opens
 * the list of them. The last has no label. */
struct case_wait_line {
    const char *state;
    const char *label;
};
void case_waits(struct visit *v, const struct case_pages *pages, const struct waiting_unit *unit,
                const struct case_wait_line *lines, struct waiting *ret);

enum status case_list_show(struct visit *v, const struct case_pages *pages);
/* The case of the address, v->params[0], if the visitor may work on it. */
enum status case_file_show(struct visit *v, const struct case_pages *pages);
/* An act of the address, v->params[1], by form. */
enum status case_take_act(struct visit *v, const struct case_pages *pages, visit_fn *after);
/* The second half: the page again with what was said, or back to the case. */
enum status case_after_act(struct visit *v, const struct case_pages *pages);
/* For whoever has the code only: that there is such a case, and where the secret goes. */
enum status case_track_show(struct visit *v, const struct case_pages *pages);
/* With the secret, which is never in an address: all that the sender may know. */
enum status case_track_open(struct visit *v, const struct case_pages *pages);
/* The receipt of its first leaf as a file (C2SP tlog-proof@v1). */
enum status case_proof(struct visit *v, const struct case_pages *pages);
/* Code and secret once, to be handed over: after a command that began a case. */
struct case_given {
    struct str code;
    struct str secret;
};
struct case_given case_given(struct str answer_text);
enum status case_given_show(struct visit *v, const struct case_pages *pages,
                            struct case_given given);

/* --- views ------------------------------------------------------------------------------------ */

/* The unit of a desk: which is asked for, else the one in which the visitor holds the power. */
struct unit_id case_desk_unit(struct visit *v, const char *power);

struct case_item {
    struct str code;
    struct str subject;
    struct str book; /* "12/2026" */
    const char *state;
    const char *rule; /* what is due; NULL: nothing */
    struct badge_view badge;
    struct local_url url;
    bool is_mine;
};
struct case_list_view {
    struct page *page;
    struct str unit_name;
    struct str unit_code;
    struct tabs_view tabs;
    const struct case_item *items;
    size_t item_count;
    struct str tab;
    struct str next; /* key of the next page, absent on the last */
    struct local_url here;
    struct local_url new_url;
    struct local_url book; /* absent: there is none */
    struct empty_view empty;
};

/* One clock: what must be done, when it ends, and each step of the counting. */
struct case_term_view {
    const char *about;
    struct str ends; /* the day in words, or why there is none */
    struct badge_view badge;
    bool has_badge;
    struct str cite;
    const struct str *steps;
    size_t step_count;
    bool is_over; /* it did its service */
};
struct case_terms_view {
    const struct case_term_view *terms;
    size_t count;
};

struct case_terms_view case_terms_of(struct visit *v, struct case_clocks clocks);
/* Who holds it, with name and post: for colleagues, and for whoever opened it by its secret. */
struct officer_view case_holder_of(struct visit *v, const struct case_get_row *file);
/* All that happened, the newest first; for its sender what is not of the house only. */
struct timeline_view case_timeline(struct visit *v, const struct case_pages *pages,
                                   const struct case_get_row *file, bool is_for_sender);
/* What has to be done under a rule: source text. NULL: no such rule. */
const char *case_rule_about(const struct workflow *workflow, struct str rule);

struct letter_item {
    const char *name; /* of the form */
    struct str number;
    const char *state;
    struct day on;
    struct local_url url;
};
struct letters_view {
    const struct letter_item *items;
    size_t count;
    const struct letter_item *forms; /* that can be drafted, or printed for the pen */
    size_t form_count;
    bool is_for_pen;
};

enum { ALIKE_MAX = 5 };
struct alike_item {
    struct local_url where;
    struct str code;
    struct str subject;
    struct day received_on;
    const char *state; /* Vietnamese source text; NULL: one of another time */
};
struct alike_view {
    struct alike_item items[ALIKE_MAX];
    size_t count;
};

struct case_act_form {
    struct page *page;
    int64_t version;
    const char *name;
    const char *label;
    struct local_url url;
    const struct field_view *fields;
    size_t field_count;
    bool is_open;
    bool is_grave;
};
struct case_view {
    struct page *page;
    struct str code;
    struct str subject;
    const char *state;
    struct str book;
    struct badge_view badge;
    bool has_badge;
    const char *rule;
    struct summary_view summary;
    struct summary_view people;
    struct officer_view holder;
    struct case_terms_view terms;
    struct timeline_view timeline;
    struct letters_view letters;
    struct alike_view alike;
    const struct case_act_form *acts; /* what carries it on; behind them the others */
    size_t act_count;
    const struct case_act_form *others;
    size_t other_count;
    int64_t version;
};

struct track_case_view {
    struct letters_view letters;
    struct page *page;
    struct str code;
    struct str unit_name;
    struct officer_view holder;
    const char *sentence; /* how it stands, for its sender; NULL: not opened */
    struct summary_view summary;
    struct case_terms_view terms;
    const struct str *advice;
    size_t advice_count;
    struct timeline_view timeline;
    struct local_url open_to;
    struct field_view secret_field;
    struct local_url proof;
};

struct given_view {
    struct page *page;
    struct str code;
    struct str secret;
    struct str book;
    struct str unit_name;
    struct day received_on;
    struct local_url track;
    struct local_url proof;
    struct local_url file; /* for colleagues; absent: a citizen sees it */
};

#endif
