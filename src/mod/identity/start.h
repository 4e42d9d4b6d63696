/* The first administrator of an empty house, and what theirs lack afterwards (web/start.h). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_START_H
#define IDENTITY_START_H

#include "web/page.h"
#include "web/start.h"

extern const struct start_step identity_start_step;
extern const struct start_task identity_start_tasks[];

struct first_person_view {
    struct page *page;
    struct local_url send_to;
    struct str unit;
    struct field_view name;
    struct field_view sign_in;
    struct field_view title;
    struct field_view password;
    struct field_view again;
};

#endif
