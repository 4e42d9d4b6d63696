/* The pages of settings of law: what they show, to administrators and to everybody. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DEADLINE_SETTINGS_H
#define DEADLINE_SETTINGS_H

#include "mod/deadline/commands.h"
#include "web/page.h"

/* What may be chosen, and where that reading comes from. */
struct choice_line {
    struct str label;
    struct str cite;
    bool is_held; /* today */
};
/* One choice that was made. */
struct chosen_line {
    struct str label;
    struct day from;
    struct str decision; /* "Quyết định 9/QĐ-UBND, ký ngày 01/03/2026" */
    struct str reason;
    struct str by;
    struct instant at;
    bool is_held;   /* today; at most one is */
    bool is_past;   /* another holds, or it never came to hold */
    bool is_coming; /* it will hold */
};
struct setting_view {
    const struct law_setting *setting;
    struct str now; /* what holds today */
    bool is_usual;  /* nothing that was chosen holds today */
    const struct choice_line *choices;
    size_t choice_count;
    struct str cite; /* of a number of days, with its bounds */
    const struct chosen_line *lines;
    size_t line_count;
    struct local_url choose; /* absent for whoever may not */
};
struct settings_view {
    struct page *page;
    const struct setting_view *settings;
    size_t count;
    struct local_url readings;
};

/* Every setting in the table's order, LAW_SETTINGS - 1 of them, in the visit's arena. */
const struct setting_view *setting_views(struct visit *v, bool is_admin);

#endif
