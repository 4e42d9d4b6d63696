/* What the page of the house's health shows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MOD_HEALTH_H
#define MOD_HEALTH_H

#include "web/health.h"
#include "web/module.h"
#include "web/page.h"

#define POWER_ADMIN "admin"

struct health_sign {
    const char *colour; /* as deadlines have it */
    const char *sign;
    const char *label;
};

struct health_view {
    struct page *page;
    struct health_list list;
    const struct health_sign *signs; /* by enum health */
    int64_t to_mend;
    int64_t to_look;
};

#endif
