/* Views of the pages on which a unit's templates of answers are kept. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_TEMPLATE_PAGE_H
#define FEEDBACK_TEMPLATE_PAGE_H

#include "mod/feedback/pages.h"
#include "mod/feedback/template.h"

struct template_item {
    struct str title;
    struct str category; /* absent: all */
    const char *occasion;
    struct str unit_name;
    bool is_open;
    struct local_url url; /* absent: not the visitor's to keep */
};
struct template_list_view {
    struct page *page;
    struct str unit_code;
    struct str unit_name;
    struct field_view unit; /* whose are shown */
    const struct template_item *items;
    size_t item_count;
    struct local_url here;
    struct local_url add;
    struct empty_view empty;
};

struct template_form_view {
    struct page *page;
    struct str unit_name; /* of one that is there */
    struct local_url send_to;
    struct local_url use_to; /* absent: it is not there yet */
    int64_t version;
    bool is_new;
    bool is_open;
    struct str now_title; /* as somebody else has left it meanwhile; absent: nobody has */
    struct str now_text;
    struct field_view unit;
    struct field_view title;
    struct field_view category;
    struct field_view occasion;
    struct field_view parts[ANSWER_PARTS];
};

#endif
