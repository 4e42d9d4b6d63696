/* The pages of the working calendar and what they show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CALENDAR_PAGES_H
#define CALENDAR_PAGES_H

#include "mod/calendar/commands.h"
#include "web/module.h"
#include "web/page.h"

/* A page shows one year, `?nam=2026`; without it, the present one. */
enum { YEAR_SHOWN_MIN = 2024, YEAR_SHOWN_MAX = 2040 };

visit_fn calendar_year_page, calendar_file, calendar_admin_page, calendar_form, calendar_form_send,
    calendar_import_show, calendar_import_take, calendar_import_approve;

/* A day that is not simply what its weekday makes of it. */
struct day_item {
    struct day day;
    struct str when; /* with its weekday */
    struct day_status status;
    const char *kind; /* label, Vietnamese source text */
    struct local_url edit;
    struct local_url clear; /* absent: nothing was set here */
};
struct year_view {
    struct page *page;
    int64_t year;
    struct str year_text; /* a year is no number with a point in it */
    struct local_url here;
    struct local_url file;
    struct str before; /* the years beside it; absent: none */
    struct str after;
    bool is_decided;
    int64_t working_days;
    struct str hours;
    const struct day_item *days;
    size_t day_count;
    const struct calendar_hours_list_row *units;
    size_t unit_count;
};
/* What both pages of a year have in common. With `is_admin`, days that were made ordinary too, and
 * where to change each. */
struct year_view calendar_year_view(struct visit *v, const char *title, bool is_admin);

/* "thứ Hai 31/08/2026"; of a text that is no day, the text. */
struct str calendar_day_words_of(struct visit *v, struct day day);
struct str calendar_day_words(struct visit *v, struct str text);

struct change_item {
    struct instant at;
    struct str by;
    struct str what;
    struct str was;
    struct str now;
    struct str reason;
};
struct admin_view {
    struct year_view year;
    struct local_url set;
    struct local_url import;
    struct local_url decide; /* absent: the year is decided, or not the next one */
    struct local_url hours;
    const struct change_item *changes;
    size_t change_count;
    struct notice notice;
};

/* One row of an import. */
struct import_item {
    size_t line;
    struct str name; /* of its tick */
    struct str when;
    const char *kind;
    struct str title;
    const char *now;    /* what the calendar says of the day today; NULL: nothing known */
    struct str problem; /* why it cannot be taken; absent: it can */
    bool is_ticked;
};
struct import_view {
    struct page *page;
    struct local_url send_to;
    struct field_view text;
    const struct import_item *items;
    size_t item_count;
    size_t good_count;
    struct str rows; /* the good ones, for the way back */
    struct field_view decision;
    struct field_view decided_on;
    struct field_view reason;
};

#endif
