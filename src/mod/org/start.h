/* The first question of an empty house, and what its units lack afterwards (web/start.h). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_START_H
#define ORG_START_H

#include "web/page.h"
#include "web/start.h"

extern const struct start_step org_start_step;
extern const struct start_task org_start_tasks[];

struct unit_start_view {
    struct page *page;
    struct local_url send_to;
    struct field_view name;
    struct field_view kind;
    struct field_view code;
    struct field_view from;
};

#endif
