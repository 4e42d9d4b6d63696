/* Views of the pages on which categories are administered. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_CATEGORY_PAGE_H
#define FEEDBACK_CATEGORY_PAGE_H

#include "mod/feedback/category.h"
#include "mod/feedback/pages.h"

struct category_item {
    struct str name;
    struct str hint;
    struct str limit; /* in words; absent: it leads elsewhere */
    bool is_below;    /* another one */
    bool is_open;
    struct local_url url;
};
struct category_list_view {
    struct page *page;
    const struct category_item *items;
    size_t item_count;
    struct local_url add;
};

struct question_item {
    struct str label;
    bool is_required;
    bool is_open;
    int64_t version;
    struct local_url url;
};
struct limit_item {
    struct day from_on;
    struct str words;
};
struct category_view {
    struct page *page;
    struct str parent;
    struct str stop;
    bool is_open;
    int64_t version;
    struct summary_view facts;
    const struct limit_item *limits; /* that were set, the newest first */
    size_t limit_count;
    const struct question_item *questions;
    size_t question_count;
    struct field_view choice; /* as citizens see it … */
    struct field_view asked[5];
    size_t asked_count;
    struct local_url change;
    struct local_url limit_to; /* absent: it has no limit and no questions */
    struct local_url ask;
    struct local_url use_to;
};

/* category_page.c: may the visitor keep what is the same for the whole house? */
bool visit_may_for_all(struct visit *v);
/* "7 ngày làm việc, gia hạn thêm được 7". */
struct str category_limit_words(struct visit *v, struct category_limit limit);

#endif
