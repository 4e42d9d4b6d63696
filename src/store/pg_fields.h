/* PostgreSQL's bytes as our values, and ours as its: big-endian numbers, texts as they lie. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_PG_FIELDS_H
#define STORE_PG_FIELDS_H

#include "store/libpq.h"
#include "store/store.h"

enum { PG_PARAMS_MAX = 64, PG_BINARY = 1 };
/* Types as PostgreSQL numbers them; they never change. */
enum { OID_BYTEA = 17, OID_INT8 = 20, OID_INT2 = 21, OID_INT4 = 23, OID_TEXT = 25 };

/* For PQprepare() and PQsendQueryPrepared(); what it points to is that of the arguments. */
struct pg_arguments {
    Oid types[PG_PARAMS_MAX];
    const char *values[PG_PARAMS_MAX];
    int lengths[PG_PARAMS_MAX];
    int formats[PG_PARAMS_MAX];
    uint64_t numbers[PG_PARAMS_MAX];
};
void pg_arguments(struct pg_arguments *to, const struct statement *statement, const void *args);

/* One column of a binary result into a row's member. Texts are copied to the arena or, without one,
 * are the result's own bytes. False when it is not of the kind that the statement promised. */
bool pg_field(const PGresult *result, int row, int column, const struct field *field,
              struct arena *arena, void *ret_row) MUST_USE;

#endif
