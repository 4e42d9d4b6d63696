/* Signing in and out: what the pages show, and what they remember of wrong tries. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_SIGN_IN_H
#define IDENTITY_SIGN_IN_H

#include "mod/identity/door.h"
#include "web/kept_form.h"
#include "web/page.h"

struct sign_in_view {
    struct page *page;
    struct field_view name;
    struct field_view password;
    struct str back; /* where to go afterwards: a path of ours */
    struct kept_form kept;
    bool is_asked; /* for a page that only who is signed in may see */
};
struct second_step_view {
    struct page *page;
    struct field_view code;
    struct str back;
    struct kept_form kept;
};
struct go_on_view {
    struct page *page;
    struct kept_form kept;
    struct local_url back;
};

/* For struct module: see there. */
visit_fn identity_ask;

visit_fn identity_sign_in_show, identity_sign_in_send;
visit_fn identity_second_show, identity_second_send;
visit_fn identity_sign_out;

/* The 16 bytes under which failures of this account are counted for this visit: by the browser when
 * the person has signed in with it before, else by the network prefix (/24, /56). */
struct bytes sign_in_bucket(struct visit *v, struct str account, struct person_id person);
/* Until the next try is heard; 0 or less: it is heard now. */
int64_t sign_in_wait_s(struct visit *v, struct bytes bucket);

#endif
