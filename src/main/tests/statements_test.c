/* Every statement of the program on a real PostgreSQL: columns and kinds as sqlc believes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/pg.h"
#include "store/pg_fields.h"
#include "store/store.h"

enum { FIELDS_MAX = 64 };

/* What a field goes as, and what it may come back as: an expression can be wider or narrower. */
static const struct {
    Oid sent;
    Oid given[3];
} kinds[] = {
    [FIELD_TEXT] = { OID_TEXT, { OID_TEXT } },
    [FIELD_BYTES] = { OID_BYTEA, { OID_BYTEA } },
    [FIELD_INT] = { OID_INT8, { OID_INT8, OID_INT4, OID_INT2 } },
    [FIELD_YES] = { OID_INT2, { OID_INT2, OID_INT4 } },
    [FIELD_DAY] = { OID_INT4, { OID_INT4, OID_INT8 } },
    [FIELD_INSTANT] = { OID_INT8, { OID_INT8 } },
    [FIELD_ID] = { OID_INT8, { OID_INT8 } },
};

static char url[400];

static bool may_be(enum field_kind kind, Oid given)
{
    for (size_t i = 0; i < COUNT(kinds[kind].given); i++) {
        if (kinds[kind].given[i] == given) {
            return true;
        }
    }
    return false;
}

static int faults_of(PGconn *conn, const struct statement *statement)
{
    Oid types[FIELDS_MAX];
    int faults = 0;
    assert_in_range(statement->param_count, 0, FIELDS_MAX);
    for (int i = 0; i < statement->param_count; i++) {
        types[i] = kinds[statement->params[i].kind].sent;
    }
    PGresult *prepared = PQprepare(conn, "", statement->postgres, statement->param_count, types);
    if (PQresultStatus(prepared) != PGRES_COMMAND_OK) {
        print_message("# %s: %s", statement->name, PQresultErrorMessage(prepared));
        PQclear(prepared);
        return 1;
    }
    PQclear(prepared);
    PGresult *about = PQdescribePrepared(conn, "");
    if (PQnfields(about) != statement->column_count) {
        print_message("# %s: %d columns, not %d\n", statement->name, PQnfields(about),
                      statement->column_count);
        faults++;
    }
    for (int i = 0; !faults && i < statement->column_count; i++) {
        const struct field *field = &statement->columns[i];
        bool is_named = strcmp(PQfname(about, i), field->name) == 0;
        if (!is_named || !may_be(field->kind, PQftype(about, i))) {
            print_message("# %s: column %s is %s of type %u\n", statement->name, field->name,
                          PQfname(about, i), PQftype(about, i));
            faults++;
        }
    }
    PQclear(about);
    return faults;
}

static void every_statement_is_understood(void **state)
{
    (void)state;
    struct store *store;
    struct str why;
    size_t count = 0;
    int faults = 0;
    assert_int_equal(store_open(url, true, &store, &why), STATUS_OK);
    assert_int_equal(store_migrate(store, &schema, &(struct str){ 0 }), STATUS_OK);
    PGconn *conn = PQconnectdb(url);
    assert_int_equal(PQstatus(conn), CONNECTION_OK);
    for (size_t owner = 0; statements[owner]; owner++) {
        for (size_t i = 0; statements[owner][i]; i++) {
            faults += faults_of(conn, statements[owner][i]);
            count++;
        }
    }
    PQfinish(conn);
    store_close(store);
    assert_int_equal(faults, 0);
    assert_int_equal(count, schema.statement_count);
    print_message("# %zu statements\n", count);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_statement_is_understood) };
    const char *server = getenv("KHEO_POSTGRES");
    if (!server) {
        printf("ok 1 # SKIP there is no KHEO_POSTGRES; make check-postgres has one\n1..1\n");
        return 0;
    }
    snprintf(url, sizeof url, "%s&options=-csearch_path%%3Dstatements", server);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
