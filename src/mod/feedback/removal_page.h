/* The pages around removing a report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_REMOVAL_PAGE_H
#define FEEDBACK_REMOVAL_PAGE_H

#include "mod/feedback/pages.h"
#include "web/sealing.h"

struct seal_view {
    struct page *page;
    struct str code;
    int64_t version;
    size_t photo_count;
    bool has_scans; /* of its paper, which are not sealed with it */
    bool has_recording;
    struct field_view fields[SEALING_FIELDS];
    struct local_url url;
};
struct removed_view {
    struct page *page;
    struct str code;
    struct str words; /* the mailbox's secret */
    struct field_view secret;
    struct local_url url;
};

visit_fn removal_seal_show, removal_seal_take, removal_erase_show, removal_erase_take;
/* Instead of the page of a report that is not there: NOT_FOUND when there never was one. */
visit_fn removed_show, removed_find;

#endif
