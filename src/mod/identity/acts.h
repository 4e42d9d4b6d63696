/* What the commands of identity do, and what those files share. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_ACTS_H
#define IDENTITY_ACTS_H

#include "mod/identity/commands.h"
#include "sql/identity.h"

apply_fn identity_person_add, identity_person_change, identity_person_end, identity_person_return;
apply_fn identity_table_take;
apply_fn identity_post_give, identity_post_change, identity_post_end;
apply_fn identity_grant, identity_revoke;
apply_fn identity_password_set, identity_totp_set, identity_totp_drop;
apply_fn identity_session_open, identity_session_pass;
apply_fn identity_session_close, identity_session_close_all;
apply_fn identity_session_switch, identity_session_touch;
apply_fn identity_sign_in_fail, identity_clean;

struct person_says {
    struct str name;
    struct str sign_in;
};
struct person_change_says {
    struct str name;
    struct str phone;
    struct str email;
};
struct person_end_says {
    struct str note;
};
struct post_says {
    struct str person; /* object */
    struct str unit;   /* code */
    struct str title;
    struct day from;
    struct day until;
};
struct grant_says {
    struct str post; /* object */
    struct str power;
    struct str unit; /* code */
    struct day from;
    struct day until;
};
struct password_says {
    struct str by; /* "self", "manager" or "house" */
};
struct totp_says {
    bool is_on;
    struct str by;
};

/* Writes into the person's history what the fact says, for the page; `said` and `power` may be
 * absent. */
void note_event(struct deed *deed, enum identity_fact fact, struct person_id person,
                struct str power, struct str said);
/* States what a post is now, and notes it. */
void state_post(struct deed *deed, enum identity_fact fact, struct post_id id);
/* Refuses when this would leave a unit without anybody who may manage its people or give all
 * powers: then only the console could help. Without a post and a grant: all that they hold. */
struct verdict leaves_someone(struct deed *deed, struct person_id person, struct post_id post,
                              struct power_grant_id grant);

/* "self" for the person, "house" for the console, else "manager". */
struct str author_kind(const struct deed *deed, struct person_id person);
/* May the author change how this person signs in? The person may; so may who manages every place
 * where the person works or has powers; so may the house. */
bool may_change_sign_in(struct deed *deed, struct person_id person);

#endif
