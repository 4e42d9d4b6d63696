/* The pages of this service: their handlers and the views that their templates show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_PAGES_H
#define FEEDBACK_PAGES_H

#include "mod/feedback/feedback.h"
#include "web/module.h"
#include "web/page.h"

/* api.c */
visit_fn api_report_send, api_report_show, api_report_list;
/* gui.c */
visit_fn send_start, send_begin, send_step_show, send_step_take;
/* track.c */
visit_fn receipt_show, receipt_file, receipt_qr, track_find, track_short, track_show, track_act;
/* list.c */
visit_fn report_list_page;
/* stats.c */
visit_fn stats_show;
/* atom.c */
visit_fn atom_show;
/* paper.c */
visit_fn paper_show, paper_take;
/* officer.c, case.c */
visit_fn inbox_show, case_show, case_act;

/* check.c */
void feedback_check(struct snap *snap, struct check *check);

/* A Vietnamese source text that comes from a row, in the visitor's language. */
struct str translated(struct visit *v, struct str source);
bool category_asks_place(struct visit *v, struct str slug);
/* The answer as the public may read it: absent before it was approved. */
struct str report_answer(const struct report_get_row *report);
/* What was said, or the sentence of a coded reason; absent when there is nothing to say. */
struct str event_words(struct visit *v, const struct report_events_row *event);
/* The explained date, a sentence a step; NULL when the clock's rows contradict each other. */
const struct str *due_sentences(struct visit *v, const struct report_get_row *report,
                                size_t *ret_count);
struct badge_view report_badge(struct visit *v, const struct report_get_row *report);

/* A constant choice: the value that is sent, and what people read. */
struct named_choice {
    const char *value;
    const char *label;
};
void named_choices(struct visit *v, struct field_view *field, const struct named_choice *choices,
                   size_t count);
/* The units that take reports, and the categories, as choices of a select. */
void unit_choices(struct visit *v, struct field_view *field);
void category_choices(struct visit *v, struct field_view *field);

struct paper_view {
    struct page *page;
    const struct field_view *fields;
    size_t field_count;
};

/* --- sending ------------------------------------------------------------------------------------
 */

struct draft;
struct send_view {
    struct page *page;
    const struct draft *draft;
    struct local_url send_to;
    struct str unit_code;
    int64_t step;
    int64_t steps;
    struct field_view first;
    struct field_view second;
    struct field_view third;
    struct field_view fourth;
    struct summary_view summary;
};

/* --- lists --------------------------------------------------------------------------------------
 */

/* `?unit=&status=&q=&before=`, of the API and of the page. A unit or a status that does not exist
 * is a problem of that field. */
struct list_query {
    struct unit_id unit;
    struct str unit_code;
    struct str unit_name;
    struct str status;
    struct str words;
    struct report_id before;
};
bool list_query_read(struct visit *v, struct list_query *ret);

struct report_rows {
    const struct report_list_row *rows;
    size_t count;
};
struct report_rows list_rows(struct visit *v, const struct list_query *query, int64_t limit);

struct list_item {
    struct str code;
    struct str title;
    struct str category;
    struct str unit;
    const char *state;
    struct instant received_at;
    struct local_url url;
};
struct list_view {
    struct page *page;
    const struct list_item *items;
    size_t item_count;
    struct field_view unit;
    struct field_view status;
    struct field_view words;
    struct pages_view pages;
    struct empty_view empty;
    struct local_url here;
};

/* --- figures ------------------------------------------------------------------------------------ */

/* One unit's year. A number below five is not told, so that nobody is found behind it. */
struct stats_row {
    struct str code;
    struct str name;
    struct str received;
    struct str answered;
    struct str on_time;             /* "97,5 %" */
    struct str bounced;
    struct str rating;              /* "4,2" of five */
    struct local_url list;
};
struct stats_view {
    struct page *page;
    const struct stats_row *rows;
    size_t row_count;
    struct str period;
    struct local_url csv;
    struct empty_view empty;
};

/* --- one report, for its sender and for everyone -------------------------------------------------
 */

struct track_view {
    struct page *page;
    struct str code;
    struct str secret;              /* on the receipt only, and only for its sender */
    struct str state_sentence;
    struct str unit_name;
    struct str category;
    struct str title;
    struct str text;
    struct str place;
    struct str answer;
    struct instant received_at;
    struct instant answered_at;
    const struct str *due_steps;    /* the explained date, a sentence each */
    size_t due_step_count;
    struct badge_view badge;
    struct timeline_view timeline;
    struct local_url qr;
    struct local_url receipt_url;
    struct local_url track_url;
    struct local_url open_url;
    struct local_url rate_url;
    struct local_url reopen_url;
    struct local_url supply_url;
    struct local_url withdraw_url;
    struct str proof_line;          /* position and size in the ledger, in words */
    struct str fingerprint;         /* first eight hex digits of the leaf's hash */
    int64_t bounces;
    bool is_public;
    bool is_sender;                 /* the secret was given */
    bool can_rate;
    bool can_reopen;
    bool can_supply;
    bool can_withdraw;
    struct field_view secret_field;
    struct field_view text_field;
    struct field_view rating_field;
};

#endif
