/* deadline: what is asked of the clock, and the views that answer it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DEADLINE_DEADLINE_H
#define DEADLINE_DEADLINE_H

#include "law/rule.h"
#include "web/page.h"

/* A suspension: the decision to stop, and the one to go on. None: it stands still. */
struct ask_pause {
    struct day from;
    struct day to;
};
/* A question, as a page or a program puts it. */
struct ask {
    struct str rule;
    struct day date; /* of the event that the limit runs from */
    bool remote;
    bool complex;
    bool delegated;
    bool dismissal;
    int64_t tests;
    int64_t extend;
    int64_t exclude;
    struct ask_pause pauses[SUSPENSIONS_MAX]; /* those without a first day are none */
};
/* A box of the form that is ticked or not. */
struct tick_view {
    const char *name;
    const char *label;
    bool is_ticked;
    struct str problem;
};
struct pause_view {
    struct str title; /* "Lần tạm đình chỉ thứ 2" */
    struct field_view from;
    struct field_view to;
};
struct ask_view {
    struct page *page;
    struct local_url here;
    struct local_url rules;
    struct field_view rule;
    struct field_view date;
    const struct tick_view *ticks;
    size_t tick_count;
    struct field_view tests;
    struct field_view extend;
    struct field_view exclude;
    const struct pause_view *pauses; /* those given, and one to fill in */
    size_t pause_count;
    bool takes_more; /* there is one, and there may be yet another */
    bool is_refined; /* more than a rule and a day was asked */
    bool has_answer;
    const struct term *term;
    struct str due;   /* "Hạn là hết thứ Sáu 10/07/2026 (…)." */
    struct str lunar; /* the same day as villages count it; absent while the clock stands */
    const struct str *steps;
    size_t step_count;
    const struct str *neighbours;
    size_t neighbour_count;
};

struct rule_line {
    const struct term *term;
    struct str amount;
    struct str days;
    struct str cite;
};
struct rules_view {
    struct page *page;
    struct local_url here; /* where one is counted */
    struct local_url readings;
    const struct rule_line *lines;
    size_t count;
};

/* /biet/tinh-han/cach-hieu */
struct reading_line {
    const struct cite *cite;
    struct str place; /* of the act, without the reading */
    const char *reading;
    const char *about; /* source texts: which table, and which row of it */
    const char *what;
};
struct setting_view;
struct readings_view {
    struct page *page;
    const struct setting_view *settings; /* what may be chosen here (settings.h) */
    size_t setting_count;
    const struct reading_line *lines;
    size_t count;
};

#endif
