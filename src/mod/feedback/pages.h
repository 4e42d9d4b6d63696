/* The pages of this service: their handlers and the views that their templates show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_PAGES_H
#define FEEDBACK_PAGES_H

#include "mod/feedback/feedback.h"
#include "mod/feedback/follow.h"
#include "mod/feedback/photo_page.h"
#include "mod/feedback/recording_page.h"
#include "mod/feedback/spot.h"
#include "web/basemap.h"
#include "web/map.h"
#include "web/module.h"
#include "web/page.h"

/* api.c */
visit_fn api_report_send, api_report_show, api_report_list;
extern const struct record api_given_record, api_listed_record, api_shown_record;
/* api_category.c */
visit_fn api_category_list;
extern const struct record api_category_record, api_question_record;
/* gui.c */
visit_fn send_start, send_begin, send_step_show, send_step_take, send_text_take;
/* The ways to be named, each with what it means for the sender. */
void sender_choices(struct visit *v, struct field_view *field);
/* later.c */
visit_fn later_write_show, later_queue_show;
/* track.c */
visit_fn track_find, track_short, track_show, track_act;
/* receipt.c */
visit_fn receipt_show, receipt_file, receipt_qr;
/* voice.c */
visit_fn voice_show, voice_open, voice_file;
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
/* together_page.c */
visit_fn together_show, together_take;
/* compose.c */
visit_fn compose_show, compose_take, compose_letter;
/* answer_letter.c */
visit_fn answer_letter_file;
/* slip_page.c; slip_show is for a code that no report has */
visit_fn slips_show, slips_take, slips_file, slip_show;
/* forward_paper.c: the form C05-04 for one that was forwarded; nothing of it is kept. */
visit_fn forward_paper;
/* preview.c */
visit_fn case_preview_show;
/* others.c */
visit_fn case_others_show;
/* consult_page.c */
visit_fn consult_show, consult_reply;

/* check.c */
void feedback_check(struct snap *snap, struct check *check);
tally_fn feedback_tally;

/* A Vietnamese source text that comes from a row, in the visitor's language. */
struct str translated(struct visit *v, struct str source);
bool category_asks_place(struct visit *v, struct str slug);
/* A category as it is chosen, behind the one above it if there is one. */
struct str category_label(struct visit *v, struct str parent_name, struct str name);
/* The answer as the public may read it: absent before it was approved. */
struct str report_answer(const struct report_get_row *report);
/* As its sender reads it. */
struct answer_view {
    struct str words;
    struct str unit_name;
    struct instant at;
};
/* The sentence of a coded reason; absent when it is none. */
struct str coded_words(struct visit *v, struct str code);
/* What was said, or the sentence of a coded reason; absent when there is nothing to say. */
struct str event_words(struct visit *v, const struct report_events_row *event);
/* Who did it, by name, and the unit; the unit alone when nobody was signed in. */
struct str event_author(struct visit *v, const struct report_events_row *event);
/* The explained date, a sentence a step; none when the clock's rows contradict each other. */
struct explained_view {
    const struct str *steps;
    size_t count;
};
struct explained_view report_explained(struct visit *v, const struct report_get_row *report);
/* Without words when it was withdrawn or merged: nothing is due any more. */
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
/* A unit that is alive today; false: there is none of that official code. */
bool receiver_by_code(struct visit *v, struct str code, struct feedback_receivers_row *ret);
void unit_filter_choices(struct visit *v, struct field_view *field);
/* The units where somebody handles reports; where those are too many for a list, the field stays a
 * line for the unit's code. */
void unit_handling_choices(struct visit *v, struct field_view *field);
/* Who may be made responsible at that unit, the visitor first; a line where they are too many. */
void colleague_choices(struct visit *v, struct field_view *field, struct unit_id unit);
void category_choices(struct visit *v, struct field_view *field);
/* Slug and Vietnamese name for the rows of a list; absent texts when there is no such category. */
struct category_names_row category_of(struct visit *v, struct category_id id);

/* Reports that have to do with this one, as far as whoever looks may know of them (link_page.c). */
enum viewer { VIEWER_ANYBODY, VIEWER_SENDER, VIEWER_OFFICER };
struct link_item {
    const char *says;
    struct str code;
    struct str title;
    const char *state;
    struct local_url url;
    bool is_related;
};
struct links_view {
    struct page *page;
    const struct link_item *items;
    size_t count;
    struct local_url unlink_to; /* for officers: takes `other` */
};
struct links_view links_view(struct visit *v, struct page *page,
                             const struct report_get_row *report, enum viewer viewer);
/* The history as everybody may read it (track.c). */
struct timeline_view public_timeline(struct visit *v, const struct report_get_row *report);

struct paper_view {
    struct page *page;
    const struct field_view *fields;
    size_t field_count;
    struct str asked; /* the category whose questions are among them */
    struct field_view scan_field;
    struct str scan; /* the draft that the paper's pages wait in; absent: none came yet */
    struct photos_view scans;
};

/* --- sending ------------------------------------------------------------------------------------
 */

struct similar_item {
    struct str code;
    struct str title;
    struct str place;
    const char *state;
    struct instant received_at;
    int64_t followers;
    struct local_url url;
};

/* Of the part of a form in which a point is picked (html/point.html, ui/js/point.js). */
struct point_view {
    struct str lat; /* as it will be sent; absent: no point */
    struct str lon;
    struct str problem;
    struct field_view drop;
    struct local_url js; /* absent: no scripts were built */
    struct local_url map_js;
    struct local_url map_css;
    struct basemap_view basemap; /* pictures under the lines, where the operator brought some */
    struct local_url unit_at; /* absent: nobody knows boundaries */
    bool boundaries;
};

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
    struct point_view point;
    struct str there; /* the unit that the point lies in, not the one that was chosen */
    struct str there_code;
    struct str chosen;
    struct summary_view summary;
    const struct field_view *more; /* the category's questions */
    size_t more_count;
    struct photos_view photos;
    struct field_view record;
    struct recording_view recording;
    struct local_url recording_js;
    const struct similar_item *similar;
    size_t similar_count;
};

/* Without a network: the whole report on one page, which a script keeps until it can be sent. */
struct later_questions {
    struct str category;
    const struct field_view *fields;
    size_t count;
};
struct later_view {
    struct page *page;
    struct field_view unit;
    struct field_view category;
    struct field_view text;
    struct field_view photos;
    struct field_view place;
    struct point_view point;
    struct field_view identity;
    struct field_view name;
    struct field_view phone;
    struct field_view email;
    const struct later_questions *questions; /* of the categories that ask some */
    size_t question_count;
    struct local_url sealed_url; /* absent: nothing can be sealed here */
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
    int64_t before; /* 0: from the beginning */
};
bool list_query_read(struct visit *v, struct list_query *ret);

/* A page of LIST_PAGE_ROWS at most. `next` is the `before` of the page behind it, 0 when there is
 * none: of a list the last id; of a search the last id or minus the last id (store/search.h). */
struct report_rows {
    const struct report_list_everywhere_row *rows;
    size_t count;
    int64_t next;
};
/* False when words are asked for and search is not ready, or they are too common. */
bool list_rows(struct visit *v, const struct list_query *query, struct report_rows *ret) MUST_USE;

struct list_item {
    struct str code;
    struct str title;
    struct str withheld; /* why it is not public, in words */
    bool is_public;
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
    bool is_late; /* the index is being filled: there may be more */
    struct pages_view pages;
    struct empty_view empty;
    struct local_url here;
};

/* --- figures ------------------------------------------------------------------------------------
 */

/* What the page may be asked for: `unit`. */
extern const struct record stats_form_record;

/* Below this a number could point at a person. */
enum { TOLD_FROM = 5 };

/* One unit's year. A number below five is not told, so that nobody is found behind it. */
struct stats_row {
    struct str code;
    struct str name;
    struct str received;
    struct str answered;
    struct str on_time; /* "97,5 %" */
    struct str bounced;
    struct str rating; /* "4,2" of five */
    struct local_url list;
};
struct stats_view {
    struct page *page;
    const struct stats_row *rows;
    size_t row_count;
    struct str unit_code; /* of this one and what is below it; absent: all */
    struct str unit_name;
    struct str period;
    struct map_view map;
    struct local_url csv;
    struct empty_view empty;
};
/* Both included, as 202603. */
struct stats_period {
    int64_t from_month;
    int64_t to_month;
};
/* stats_map.c: the units below that one, or (none) those at the top, as a map. */
void stats_map(struct visit *v, struct unit_id above, struct stats_period period,
               struct map_view *ret);
/* The number, or "<5". */
struct str stats_told(struct visit *v, int64_t number);

/* --- one report, for its sender and for everyone -------------------------------------------------
 */

/* The forms of the page that ask for the secret: each needs a field with an id of its own. */
enum sender_form {
    FORM_RATE,
    FORM_REOPEN,
    FORM_SUPPLY,
    FORM_WITHDRAW,
    FORM_OPEN,
    FORM_PHOTOS,
    SENDER_FORMS
};

struct track_view {
    struct page *page;
    struct str code;
    struct str secret;      /* on the receipt only, and only for its sender */
    struct str draft_token; /* which opened it */
    struct str state_sentence;
    struct str unit_name;
    struct officer_view holder;
    struct str category;
    struct str title;
    struct str text;
    struct str place;
    struct spot_view spot;     /* for the sender only */
    struct answer_view answer; /* its words absent: there is none yet */
    struct instant received_at;
    struct instant answered_at;
    struct photos_view photos;
    struct recording_view recording; /* for the sender only */
    struct summary_view replies;     /* to the category's questions; for the sender only */
    struct explained_view explained;
    struct badge_view badge;
    struct timeline_view timeline;
    struct links_view links;
    const struct str *asked_units; /* whose opinion is waited for */
    size_t asked_count;
    bool is_split_off; /* the secret is that of the first report */
    struct local_url qr;
    struct local_url receipt_url;
    struct local_url picture_url; /* the receipt as files */
    struct local_url pdf_url;
    struct local_url text_url;
    struct local_url track_url;
    struct local_url open_url;
    struct local_url rate_url;
    struct local_url reopen_url;
    struct local_url supply_url;
    struct local_url withdraw_url;
    struct str merged_into; /* the code of the report that it went into */
    struct local_url merged_url;
    struct str proof_line;  /* position and size in the ledger, in words */
    struct str fingerprint; /* first eight hex digits of the leaf's hash */
    int64_t bounces;
    int64_t followers;
    bool is_public;
    struct str withheld; /* why not, in words */
    bool is_sender;      /* the secret was given */
    bool can_rate;
    bool can_reopen;
    bool can_supply;
    bool can_withdraw;
    struct field_view secret_field; /* of the page that finds a report */
    struct field_view secrets[SENDER_FORMS];
    struct field_view text_field;
    struct field_view rating_field;
    struct local_url photo_url; /* where more photos go; absent: no more are taken */
    struct field_view photo_field;
    struct follow_form follow;
};

/* The report that the first parameter of the path names, in any spelling of its code. */
bool track_load(struct visit *v, struct report_get_row *ret) MUST_USE;
/* What everyone may see; the words of a report that is withheld stay away from the page. */
/* Who holds it: the officer by post, and by name for those who may read it; the unit's number. */
struct officer_view report_holder_of(struct visit *v, const struct report_get_row *report,
                                     bool is_named);
struct track_view *track_view(struct visit *v, const struct report_get_row *report,
                              const char *title);

/* receipt_paper.c: the receipt as PDF, picture or text, by the visit's face. */
enum status receipt_give(struct visit *v, const struct report_get_row *report,
                         const struct track_view *view);
struct voice_view;
/* The same of joining a report, by the position of its leaf. */
enum status voice_give(struct visit *v, const struct report_get_row *report, int64_t position,
                       const struct voice_view *view);
/* The address that its QR code holds. */
struct str receipt_address(struct visit *v, struct str code);

/* The receipt of joining a report. */
struct voice_view {
    struct page *page;
    struct str code;
    struct str title;
    struct str unit_name;
    struct instant at;
    int64_t followers;
    struct str secret; /* for a day, and only for whoever joined */
    struct str text;   /* absent without the secret */
    struct str fingerprint;
    struct str proof_line;
    struct local_url here;
    struct local_url file;
    struct local_url pdf_url;
    struct local_url track_url;
    struct field_view secret_field;
};

#endif
