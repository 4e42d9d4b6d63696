/* What the good templates show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/str.h"
#include "text/html.h"

struct page {
    struct str lang;
    struct str title;
    struct local_url style;
    struct local_url script;
};
struct row {
    int64_t id;
    struct str name;
};
struct show_view {
    const struct page *page;
    struct str title;
    struct local_url back;
    struct safe_html body;
    int64_t id;
    int64_t days;
    bool is_open;
    const struct row *rows;
    size_t row_count;
};
