/* What org's pages show, and the handlers that its routes name. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_PAGES_H
#define ORG_PAGES_H

#include "mod/org/rules.h"
#include "sql/org.h"
#include "web/page.h"

/* The query of /don-vi. */
struct unit_query {
    struct str q;
    struct str sau;
};

/* A unit in a list. */
struct unit_item {
    struct str name;
    struct str code;
    const char *kind; /* source text */
    struct str kind_name;
    struct str parent; /* name; absent where it is the page's own */
    struct day until;  /* none: it has no end */
    bool is_ended;
    struct local_url url;
};

/* A list of units that goes on: forward by key, and back to its beginning. */
struct unit_list {
    const struct unit_item *items;
    size_t count;
    struct local_url here;
    const struct form_param *kept;
    size_t kept_count;
    struct str next; /* the key of the next page; absent on the last */
    bool is_begun;   /* this is not the first page */
    bool shows_parent;
    bool is_one_kind; /* the tabs above it say which */
};

/* /don-vi, and /qt/don-vi for those who manage. */
struct units_view {
    struct page *page;
    struct local_url here;
    struct field_view query;
    bool is_search;
    struct unit_list list;
    struct empty_view empty;
    struct local_url add; /* absent: the visitor manages no unit */
    struct local_url from_file;
};

struct unit_step {
    struct str name;
    struct local_url url;
};
struct unit_before {
    struct str name;
    const char *kind;
    struct str parent;
    struct period period;
};
struct unit_tie {
    const char *label; /* source text */
    struct str name;
    struct local_url url;
    struct local_url end; /* where the link can be ended; absent for the public */
    struct period period;
};

/* /don-vi/:code */
struct unit_view {
    struct page *page;
    struct unit_get_row unit;
    const char *kind;
    struct period period;
    bool is_ended;
    const struct unit_step *path;
    size_t path_count;
    const struct unit_step *successors;
    size_t successor_count;
    const struct unit_step *predecessors;
    size_t predecessor_count;
    const struct unit_before *befores;
    size_t before_count;
    const struct unit_tie *ties;
    size_t tie_count;
    struct tabs_view tabs; /* the kinds among the units below it */
    struct local_url here;
    struct unit_list list;
    struct local_url manage; /* absent: the visitor does not */
};

/* /qt/don-vi/:code: what may be done with the unit. */
struct unit_act {
    const char *label;
    const char *about;
    struct local_url url;
};
struct unit_admin_view {
    struct page *page;
    struct unit_get_row unit;
    const char *kind;
    const struct unit_act *acts;
    size_t act_count;
    const struct unit_tie *ties;
    size_t tie_count;
    struct local_url public_page;
};

/* What a proxy keeps, and shows while the server does not answer: a whole page with its style, and
 * without a script, a picture or an address of anything. Units without a telephone are not listed.
 */
struct down_unit {
    struct str name;
    struct str phone;
};
struct down_view {
    struct str name; /* of the first unit at the top, and how to reach it; absent: not told */
    struct str phone;
    struct str hours;
    struct str address;
    const struct down_unit *units;
    size_t count;
};

visit_fn org_units, org_unit, org_down_page;
visit_fn org_admin_units, org_admin_unit, org_admin_form, org_admin_send;
/* table_page.c */
visit_fn org_table_show, org_table_read, org_table_approve, org_table_file;

/* pages_lists.c: what public and administration pages both show. `path` is the page of one item. */
struct unit_list unit_list_search(struct visit *v, struct str query, const char *path);
struct unit_list unit_list_roots(struct visit *v, const char *path);
/* Units below this one that live on the day, of one kind; absent: of all. */
struct unit_list unit_list_below(struct visit *v, struct unit_id parent, struct day day,
                                 struct str kind, const char *path);
/* Today's links of the unit; with `may_end`, for those who manage it, past ones too. */
const struct unit_tie *unit_ties(struct visit *v, struct unit_id unit, bool may_end,
                                 size_t *ret_count);
const char *unit_kind_label(struct str kind);
/* Kinds of units, or of links, as the choices of a select. */
void kind_choices(struct visit *v, struct field_view *field, const struct unit_kind *kinds,
                  size_t count);
/* The unit that a code in an address means: the living one, else the last that bore it. `on` asks
 * for that day's. False: there is none. */
bool unit_of_address(struct visit *v, struct str code, struct day on, struct unit_get_row *ret);

#endif
