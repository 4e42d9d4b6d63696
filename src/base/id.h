/* Identifiers: numbers given by the desk, one C type per table so that they cannot be mixed up. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdint.h>

/* Some row whose table the holder need not know (the author of a command, the subject of a fact).
 * 0 is no row. `sqlc` makes one such type per table, `struct unit_id { int64_t v; }`; they differ
 * in name only, and are compared by `.v` nowhere but here and in generated code. */
struct id {
    int64_t v;
};

#define ID_OF(typed) ((struct id){ (typed).v })
/* Do two ids of one table name the same row? Of two tables, it does not compile. */
#define ID_IS(a, b) ((a).v == (1 ? (b) : (a)).v)
#define ID_NONE(typed) ((typed).v == 0)

#endif
