/* What may be said of a unit: pure rules over facts and a day. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_RULES_H
#define ORG_RULES_H

#include "base/day.h"
#include "base/str.h"
#include "law/verdict.h"

/* The kinds of units, as data: what an organisation is, not how high it stands. There was a level
 * of districts until 30/6/2025 and none after, so no rule asks for a level. In the order in which
 * pages offer them: first what people look for most. */
struct unit_kind {
    const char *name;  /* stable: rows, files and the API use it */
    const char *label; /* Vietnamese source text */
};
extern const struct unit_kind UNIT_KINDS[];
extern const size_t UNIT_KIND_COUNT;
/* By its name or its label; NULL for a kind that we do not know. */
const struct unit_kind *unit_kind_of(struct str text);

/* Kinds of coordination links: `unit` has `other` as its … */
extern const struct unit_kind LINK_KINDS[];
extern const size_t LINK_KIND_COUNT;
const struct unit_kind *link_kind_of(struct str text);

/* Both ends included; `until` none: not known yet. */
struct period {
    struct day from;
    struct day until;
};
bool period_holds(struct period period, struct day day) PURE;
bool periods_meet(struct period a, struct period b) PURE;
/* True when no day of `inner` is outside `outer`. */
bool period_within(struct period inner, struct period outer) PURE;

enum { UNIT_CODE_CHARS_MAX = 20, UNIT_NAME_CHARS_MAX = 200, UNIT_PREFIX_CHARS = 2 };

/* What is said of a unit, as a form or a line of a file says it. */
struct unit_claim {
    struct str code;
    struct str kind;
    struct str name;
    struct str prefix;
    struct period period;
};
/* Each field by itself. Fields of the verdict: code, kind, name, prefix, from, until. */
struct verdict unit_claim_rule(const struct unit_claim *claim);
/* May a unit of this period stand below that one? */
struct verdict unit_place_rule(struct period period, struct period parent);

/* A unit as it stands, for the rules that change it. */
struct unit_now {
    struct period period;
    struct day since; /* its present name, kind and parent began */
};
/* May its name, kind or parent change on this day? Changes are entered once they are in force, and
 * history before the last change stays as it is. */
struct verdict unit_change_rule(const struct unit_now *unit, struct day on, struct day today);
/* `parent_is_below`: the new parent is the unit itself or stands below it. */
struct verdict unit_move_rule(const struct unit_now *unit, struct period parent,
                              bool parent_is_below, struct day on, struct day today);
/* `has_child_after`: some unit directly below it lives on after that day. */
struct verdict unit_end_rule(const struct unit_now *unit, struct day until, bool has_child_after);

#endif
