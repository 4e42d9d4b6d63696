/* A file of units on its way in: read, checked row by row, and put in order. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_IMPORT_H
#define ORG_IMPORT_H

#include "base/arena.h"
#include "mod/org/rules.h"
#include "sql/org_ids.h"

/* The file is CSV (csv.h) with a header. Columns, in any order: code, name, kind, from and, when
 * they say something, parent, until, successor, prefix. Days are YYYY-MM-DD and both included;
 * `parent` is the code of the unit that stands above on the day `from`, in the file or in the
 * store; `successor` holds the codes, parted by spaces, of the units that are alive on the day
 * after `until`. Rows may stand in any order. A row that the store already has, word for word, is
 * passed over.
 *
 *     struct import import = import_read(arena, text);
 *     struct import_codes codes = import_codes(&import, arena);
 *     ...load what the store knows of these codes, by code and day...
 *     import_resolve(&import, arena, known, known_count);
 *     if (import.fault_count == 0) { ...write import.order, parents first... }
 * / */
struct import_row {
    size_t line;
    struct unit_claim claim;
    struct str parent; /* codes as written; empty: none */
    struct str successor;
    const struct import_row *parent_row; /* where the parent is in the file … */
    struct unit_id parent_id;            /* … or in the store */
    struct unit_id id;                   /* in the store already, or once it is written */
    bool is_known;
    enum { ROW_UNSEEN, ROW_ON_PATH, ROW_PLACED } place;
};

struct import {
    struct import_row *rows;
    size_t count;
    struct import_row **by_code; /* sorted by code and first day */
    struct import_row **order;   /* parents before children, known rows left out */
    size_t order_count;
    struct line_fault faults[LINE_FAULTS_KEPT];
    size_t fault_count;
    struct str ignored_columns; /* names in the header that we do not take, for a warning */
};

/* A unit that the store has. */
struct import_known {
    struct unit_id id;
    struct unit_claim claim;
    struct str parent;
};

struct import_codes {
    const struct str *codes; /* sorted, none twice */
    size_t count;
};

struct import *import_read(struct arena *arena, struct str text);
/* Every code that the file speaks of. */
struct import_codes import_codes(const struct import *import, struct arena *arena);
/* Looks for parents and successors, doubled codes and cycles. `known` is sorted by code. */
void import_resolve(struct import *import, struct arena *arena, const struct import_known *known,
                    size_t known_count);
/* The successor of that code, once the rows have their ids. */
struct unit_id import_successor(const struct import *import, const struct import_known *known,
                                size_t known_count, const struct import_row *row, struct str code);

#endif
