/* What the pages of a first run show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MOD_START_H
#define MOD_START_H

#include "web/module.h"
#include "web/page.h"

#define POWER_ADMIN "admin"

struct start_view {
    struct page *page;
    struct tasks_view tasks;
    struct local_url go;   /* of /khoi-dau: the step to begin with */
    int64_t left;          /* of /qt/bat-dau */
    struct local_url demo; /* how to look around without a trace */
};

#endif
