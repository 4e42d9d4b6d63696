/* The page of one's own account: sessions, posts, password and second factor. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_ACCOUNT_H
#define IDENTITY_ACCOUNT_H

#include "mod/identity/door.h"
#include "mod/identity/totp.h"
#include "text/markdown.h"
#include "web/page.h"

struct session_item {
    struct str browser;
    struct instant created;
    struct instant seen;
    bool is_this;
    struct local_url close;
};
struct post_item {
    struct str title;
    struct str unit;
    bool is_current;
    int64_t id;
};
/* /cb/toi */
struct account_view {
    struct page *page;
    struct person_get_row person;
    struct str post_label;
    const struct session_item *sessions;
    size_t session_count;
    const struct post_item *posts;
    size_t post_count;
    bool has_second;
    struct instant second_since;
    int64_t recovery_left;
    struct instant password_at;
};

/* /cb/toi/mat-khau */
struct password_view {
    struct page *page;
    bool is_first; /* the present one was given by somebody else */
    struct field_view old;
    struct field_view password;
    struct field_view again;
};

/* /cb/toi/hai-lop: to turn it on, or off. */
struct second_factor_view {
    struct page *page;
    bool is_on;
    struct str secret; /* as typed */
    struct str groups[TOTP_GROUPS];
    size_t group_count;
    struct str link; /* as an app reads it */
    struct safe_html picture; /* the link, for the camera of a telephone */
    struct field_view code;
    struct field_view password;
};
/* What is kept for a lost telephone: shown once. */
struct recovery_view {
    struct page *page;
    struct str codes[10];
    size_t count;
};

visit_fn identity_account;
visit_fn identity_session_end, identity_sessions_end, identity_post_switch;
visit_fn identity_password_show, identity_password_send;
visit_fn identity_second_factor_show, identity_second_factor_on, identity_second_factor_off;

/* Is this the person's code now? *ret_step is its step then. */
bool totp_check_person(struct visit *v, struct person_id person, struct str code,
                       int64_t *ret_step) MUST_USE;
struct session_pass;
/* What the person typed as a code, from the app or from paper, into the command that takes it. */
void pass_take_code(struct visit *v, struct person_id person, struct str code,
                    struct session_pass *pass);
/* True when the password is the visitor's; BUSY when too many are being checked, else OK. */
enum status password_check_visitor(struct visit *v, struct str password, bool *ret_is_right);
/* The person who is signed in. */
struct person_id visitor_person(const struct visit *v);

#endif
