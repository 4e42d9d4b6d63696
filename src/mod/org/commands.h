/* The commands and facts of org: how the network changes, and what the ledger says of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_COMMANDS_H
#define ORG_COMMANDS_H

#include "desk/desk.h"
#include "sql/org_ids.h"

/* Over a unit: name, move and end what stands below it, and keep its own contacts. */
#define POWER_ORG_MANAGE "org.manage"

/* A whole file, all of it or nothing (import.h). The rows travel as the text that they came in, so
 * that a replay reads what the first run read. `progress`, which no record keeps, is told now and
 * then how many rows are written; it may be NULL. */
struct org_import {
    struct str rows;
    void (*progress)(void *context, size_t done, size_t total);
    void *progress_context;
};
/* A row of a table that a browser brings in (web/import.h). */
struct unit_row {
    struct str code;
    struct str name;
    struct str kind;   /* its name, or its label as pages show it */
    struct str parent; /* code */
    struct day from;   /* none: the unit of that code that works today */
    struct day until;
    struct str successor; /* codes, parted by spaces */
    struct str prefix;
    struct str phone;
    struct str email;
    struct str address;
    struct str hours;
};
extern const struct record unit_row_record;
struct org_unit_add {
    struct str code;
    struct str kind;
    struct str name;
    struct str parent; /* code */
    struct str prefix;
    struct day from;
};
struct org_unit_rename {
    struct unit_id unit;
    struct str name;
    struct str kind;
    struct day on;
};
struct org_unit_move {
    struct unit_id unit;
    struct str parent;
    struct day on;
};
struct org_unit_end {
    struct unit_id unit;
    struct day until;
    struct str successor; /* codes, parted by spaces */
    struct str note;
};
struct org_unit_contact {
    struct unit_id unit;
    struct str prefix;
    struct str phone;
    struct str email;
    struct str address;
    struct str hours;
};
struct org_link_add {
    struct unit_id unit;
    struct str kind;
    struct str other; /* code */
    struct day from;
};
struct org_link_end {
    struct unit_link_id link;
    struct day until;
};

enum org_command {
    ORG_IMPORT,
    ORG_TABLE_TAKE,
    ORG_UNIT_ADD,
    ORG_UNIT_RENAME,
    ORG_UNIT_MOVE,
    ORG_UNIT_END,
    ORG_UNIT_CONTACT,
    ORG_LINK_ADD,
    ORG_LINK_END,
    ORG_COMMAND_COUNT
};
extern const struct command ORG_COMMANDS[ORG_COMMAND_COUNT];

enum org_fact {
    FACT_UNIT_ADDED,
    FACT_UNIT_RENAMED,
    FACT_UNIT_MOVED,
    FACT_UNIT_ENDED,
    FACT_UNIT_CONTACT,
    FACT_LINK_ADDED,
    FACT_LINK_ENDED,
    ORG_FACT_COUNT
};
extern const struct fact ORG_FACTS[ORG_FACT_COUNT];

#endif
