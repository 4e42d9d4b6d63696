/* Views of the officer's pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_OFFICER_H
#define FEEDBACK_OFFICER_H

#include "mod/feedback/pages.h"

/* case.c: may the visitor see reports of these units, which hold one now and held it first? */
bool case_may_see(struct visit *v, struct id unit, struct id first_unit);

struct inbox_rows {
    const struct report_inbox_row *rows;
    size_t count;
};

struct inbox_item {
    struct str code;
    struct str title;
    struct str place;
    struct str category;
    const char *state;
    struct badge_view badge;
    struct local_url url;
    bool is_mine;
};
struct inbox_view {
    struct page *page;
    struct unit_id unit;
    struct str unit_name;
    struct tabs_view tabs;
    const struct inbox_item *items;
    size_t item_count;
    struct field_view search;
    bool is_cut;                /* the search found more than is shown */
    struct str next;            /* key of the next page, absent on the last */
    struct local_url here;
    struct empty_view empty;
};

/* One act that may be done now: a form of its own, open when it is the one with a mistake. */
struct act_form {
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
    struct str title;
    struct str text;
    struct str place;
    struct str category;
    struct str unit_name;
    struct str first_unit_name;
    struct str state;
    struct str sender;          /* masked, or "không nêu tên" */
    struct str channel;
    struct str answer;
    struct str assignee;
    struct instant received_at;
    struct badge_view badge;
    struct photos_view photos;
    struct field_view photo_reason; /* for which an original is taken out */
    struct timeline_view timeline;
    const struct str *due_steps;
    size_t due_step_count;
    int64_t version;
    int64_t bounces;
    bool is_public;
    bool is_drafted;
    const struct act_form *acts;
    size_t act_count;
    const struct report_voices_row *voices; /* of people who joined, the newest */
    size_t voice_count;
    int64_t followers;
};

#endif
