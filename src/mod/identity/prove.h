/* Showing once more who one is, before an act that is grave. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_PROVE_H
#define IDENTITY_PROVE_H

#include "mod/identity/door.h"
#include "web/page.h"

/* What was sent stands in the page unseen and goes to /xac-nhan with the password or code. When
 * that is good, the browser is told to send the same form to where it was going (307), so the act
 * needs no second click, and its handler no line about all this. */
struct prove_view {
    struct page *page;
    struct local_url send_to;
    struct local_url back; /* the form that was sent */
    struct field_view factor;
    const struct form_param *kept;
    size_t kept_count;
};

visit_fn identity_prove_ask, identity_prove_send;

#endif
