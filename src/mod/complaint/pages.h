/* Views of the pages of complaints. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef COMPLAINT_PAGES_H
#define COMPLAINT_PAGES_H

#include "case/page.h"
#include "mod/complaint/complaint.h"

extern const struct case_pages complaint_pages;

struct complaint_new_view {
    struct page *page;
    struct local_url send_to;
    const struct field_view *fields;
    size_t field_count;
    bool is_prefiling;
    bool waits; /* for a signed letter, so many days */
    int32_t days_to_sign;
};
struct complaint_start_view {
    struct page *page;
    struct local_url prefile;
    struct local_url find;
    struct field_view code_field;
};

#endif
