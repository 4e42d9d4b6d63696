/* What the commands of org do, and what those files share. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_ACTS_H
#define ORG_ACTS_H

#include "mod/org/commands.h"
#include "mod/org/rules.h"
#include "sql/org.h"

enum {
    /* The largest split so far made nine of one; a list of codes in a leaf stays readable. */
    SUCCESSORS_MAX = 100,
};

struct unit_says {
    struct str code;
    struct str kind;
    struct str name;
    struct str parent;
    struct str prefix;
    struct day from;
    struct day since;
    struct day until;
    struct str successor;
};

struct link_says {
    struct str kind;
    struct str unit;
    struct str other;
    struct day from;
    struct day until;
};

apply_fn org_import, org_table_take;
apply_fn org_unit_add, org_unit_rename, org_unit_move, org_unit_end, org_unit_contact;
apply_fn org_link_add, org_link_end;

/* Writes the row and its place in the closure; the claim has passed its rule. */
struct unit_id unit_write(struct deed *deed, const struct unit_claim *claim, struct unit_id parent);
/* Of one that has got its successors: where its figures are counted from now on. */
void unit_pass_on(struct deed *deed, struct unit_id unit);
/* States the fact about the unit as it stands now. */
void unit_state(struct deed *deed, enum org_fact fact, struct unit_id id);
/* The unit of that code that is alive on the day. */
bool unit_of(struct conn *conn, struct str code, struct day on, struct unit_alive_row *ret);

#endif
