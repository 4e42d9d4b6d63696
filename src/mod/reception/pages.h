/* Views of the pages of reception. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RECEPTION_PAGES_H
#define RECEPTION_PAGES_H

#include "case/page.h"
#include "mod/reception/reception.h"

extern const struct case_pages reception_pages;
size_t reception_summary(struct visit *v, const void *own, bool is_sender, struct summary_row *ret);
size_t reception_advice(struct visit *v, const void *own, struct case_clocks clocks,
                        struct str ret[CASE_SUMMARY_MAX]);

/* "07:30 – 11:00". */
struct str reception_hours(struct visit *v, int64_t from_minute, int64_t until_minute);
/* "thứ Năm 15/10/2026". */
struct str reception_day_words(struct visit *v, struct day day);
/* Source text: the head, or somebody for the head. */
const char *reception_who(bool is_by_head);
/* What an answer's word means: source text; NULL: no answer yet. */
const char *reception_answer_name(struct str word);
/* The day of the address, v->params[0]. */
bool reception_day_of(struct visit *v, struct reception_day_get_row *ret);
/* A choice of source texts by word. */
void reception_offer(struct visit *v, struct field_view *field, const struct case_word *words,
                     size_t count);

struct reception_item {
    struct str day;
    struct str hours;
    struct str unit_name;
    struct str place;
    struct str point; /* where people come to one that is held by a line; absent: to `place` */
    const char *who;
    bool is_unscheduled;
    bool is_full;
    struct str left;     /* seats that can be booked; absent: none were offered */
    struct str moved_on; /* it was moved to that day */
    struct str moved_reason;
    struct local_url book; /* absent: not any more */
};
struct reception_coming_view {
    struct page *page;
    struct local_url here;
    struct field_view unit;
    const struct reception_item *items;
    size_t item_count;
    struct empty_view empty;
    struct local_url find;
    struct field_view code_field;
    struct local_url give_up;
};

/* A form with what it is about above it. */
struct reception_form_view {
    struct page *page;
    const char *lead;
    struct summary_view about;
    struct local_url send_to;
    const struct field_view *fields;
    size_t field_count;
    const char *button;
};

struct reception_given_view {
    struct page *page;
    struct str code;
    struct str secret;
    struct str number; /* of the queue; absent: it is given on the day */
    struct summary_view about;
    struct local_url track;
    struct local_url give_up; /* absent: nothing to take back */
    struct local_url proof;
    struct local_url file; /* for colleagues */
};

struct reception_desk_item {
    struct str day;
    struct str hours;
    struct str unit_name; /* another's day, for which people come here; absent: our own */
    const char *who;
    const char *outcome;
    bool is_online;
    struct local_url url;
};
struct reception_desk_view {
    struct page *page;
    struct str unit_name;
    struct local_url post;
    struct local_url book;
    const struct reception_desk_item *days;
    size_t day_count;
    const struct case_item *open; /* visits on which something is left to do, most urgent first */
    size_t open_count;
    struct local_url all; /* only the days that wait are shown; absent: all are */
    struct empty_view empty;
};
/* Days that are over and of which nobody has said how they were, and those of the coming week. */
waiting_lines_fn reception_waiting;

struct reception_queue_item {
    struct str number;
    struct str visitor;
    struct str subject;
    struct str people;
    const char *state;
    struct local_url url;
};
struct reception_day_view {
    struct page *page;
    struct summary_view about;
    const struct reception_queue_item *queue;
    size_t queue_count;
    struct local_url walk_in;
    struct local_url move_to;
    struct local_url hold_to;
    bool is_ours; /* people come here to another unit's day otherwise */
    bool may_walk_in;
    bool may_move;
    bool may_hold;
    bool may_note;
    bool is_move_open;
    bool is_line_open;
    struct local_url line_to;
    const struct field_view *line_fields;
    size_t line_field_count;
    bool is_hold_open;
    const struct field_view *move_fields;
    size_t move_field_count;
    const struct field_view *hold_fields;
    size_t hold_field_count;
};

/* Form 03/TCD: the reception book, in its thirteen columns. Law: 154/2026/NĐ-CP. */
struct reception_register_row {
    int64_t number;
    struct day held_on;
    struct str visitor;
    struct str identity_number;
    struct str content;
    struct str matter;
    int64_t people;
    struct str settled_by;
    struct str is_own;
    struct str guided_to;
    struct str handling;
    struct str follow_up;
    struct str note;
};
extern const struct record reception_register_record;
/* The days that are asked for: both absent, this month so far. */
struct reception_period {
    struct day tu;
    struct day den;
};
extern const struct record reception_period_record;
struct reception_register_view {
    struct page *page;
    struct str unit_name;
    struct str unit_code;
    struct local_url here;
    struct local_url csv;
    struct local_url xlsx;
    struct field_view from_field;
    struct field_view until_field;
    struct str from;
    struct str until;
    const struct reception_register_row *rows;
    size_t row_count;
    struct empty_view empty;
};

/* One office in one month. */
struct reception_measure_row {
    struct str code;
    struct str name;
    struct str month;
    int64_t posted;
    int64_t required;
    int64_t held;
    struct str per; /* what `required` and `held` count: days, weeks */
    struct str result;
    struct str basis;
};
extern const struct record reception_measure_record;
struct reception_measure_view {
    struct page *page;
    struct str month;
    struct local_url here;
    struct field_view month_field;
    struct local_url csv;
    struct str month_key;
    const struct reception_measure_row *rows;
    size_t row_count;
    struct str basis; /* the articles by which it is counted, once each */
};

#endif
