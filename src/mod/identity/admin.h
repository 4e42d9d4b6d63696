/* The administration of people: a list, a person, and the forms of what may be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_ADMIN_H
#define IDENTITY_ADMIN_H

#include "mod/identity/door.h"
#include "sql/identity.h"
#include "web/page.h"

struct person_item {
    struct str name;
    struct str sign_in;
    struct str posts; /* "Chuyên viên, Văn phòng …; …" */
    struct local_url url;
};
/* /qt/nguoi-dung */
struct people_view {
    struct page *page;
    struct local_url here;
    struct local_url add;
    struct local_url from_file;
    struct field_view unit;
    struct tabs_view tabs;
    struct str loc; /* the tab's key */
    struct str unit_name;
    struct str unit_code;
    const struct person_item *items;
    size_t count;
    struct str next; /* the key of the next page; absent on the last */
    bool is_begun;
    struct empty_view empty;
};

struct grant_row {
    const char *label;
    struct str unit;
    struct local_url take;
};
struct post_row {
    struct str title;
    struct str unit;
    struct day from;
    struct day until;
    const struct grant_row *grants;
    size_t grant_count;
    bool is_over;
    struct local_url change; /* absent, as the next two: the post is over, or not the visitor's */
    struct local_url end;
    struct local_url grant;
};
/* /qt/nguoi-dung/:id */
struct person_view {
    struct page *page;
    struct person_get_row person;
    const struct post_row *posts;
    size_t post_count;
    bool has_second;
    bool is_closed; /* nobody was given a password yet */
    bool is_ended;
    struct timeline_view history;
    struct local_url change;
    struct local_url give_post;
    struct local_url password;
    struct local_url drop_second;
    struct local_url end;
    struct local_url let_in;
};

/* A password that somebody else will use: shown once. */
struct first_password_view {
    struct page *page;
    struct str name;
    struct str sign_in;
    struct str password;
    struct local_url person;
};

visit_fn identity_people, identity_person;
visit_fn identity_form_show, identity_form_send;
visit_fn identity_person_add_send, identity_password_reset_send;
/* table_page.c */
visit_fn identity_table_show, identity_table_read, identity_table_approve, identity_table_file;

/* May the visitor manage this person: does the person hold a post where the visitor manages people?
 */
bool admin_may_see(struct visit *v, struct person_id person);
/* The unit of that code or, without one, the first that the visitor manages people of; false when
 * they do not there. */
bool admin_scope(struct visit *v, struct str code, struct unit_known_row *ret);

#endif
