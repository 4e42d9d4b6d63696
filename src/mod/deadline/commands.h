/* The choice of a setting of law: its command, its fact, and what `kheo check` looks at. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DEADLINE_COMMANDS_H
#define DEADLINE_COMMANDS_H

#include "desk/desk.h"
#include "law/setting.h"
#include "sql/case.h"
#include "sql/deadline.h"

/* Over a unit at the top: what is chosen holds for everybody. */
#define POWER_ADMIN "admin"

/* One choice (law/setting.h), and the paper that says so. */
struct setting_choose {
    struct str name;
    struct str value;
    struct day from;
    struct str decision;
    struct day decided_on;
    struct str reason;
};

enum { COMMAND_SETTING_CHOOSE, COMMAND_COUNT };
extern const struct command deadline_commands[COMMAND_COUNT];

enum { FACT_SETTING_CHOSEN, FACT_COUNT };
extern const struct fact deadline_facts[FACT_COUNT];

/* What a leaf says of it; `was` is what would have held on that day otherwise. */
struct setting_says {
    struct str name;
    struct str value;
    struct day from;
    struct str was;
    struct str decision;
    struct day decided_on;
    struct str reason;
    struct person_id by;
};

/* check.c */
struct check;
void deadline_check(struct snap *snap, struct check *check);

#endif
