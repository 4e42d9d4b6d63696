/* Makes a database as an earlier program left it: with the migrations that are named, no others. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>

#include "base/crypt.h"
#include "store/store.h"

/* usage: schema_at URL < LIST     a line of LIST is "owner number …", as in landed.txt */
enum { MIGRATIONS_MAX = 200, LINE_BYTES_MAX = 256 };

static bool is_wanted(const struct migration *migration, char lines[][LINE_BYTES_MAX], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str rest = str_trim(str_of(lines[i]));
        struct str owner = str_cut(&rest, ' ');
        int64_t number;
        if (str_to_int(str_cut(&rest, ' '), &number) && number == migration->number &&
            str_equal(owner, str_of(migration->owner))) {
            return true;
        }
    }
    return false;
}

int main(int argc, char **argv)
{
    static struct migration some[MIGRATIONS_MAX];
    static char lines[MIGRATIONS_MAX][LINE_BYTES_MAX];
    struct schema then = { some, 0, schema.statement_count };
    size_t count = 0;
    while (count < MIGRATIONS_MAX && fgets(lines[count], LINE_BYTES_MAX, stdin)) {
        count++;
    }
    for (size_t i = 0; i < schema.migration_count; i++) {
        if (is_wanted(&schema.migrations[i], lines, count)) {
            some[then.migration_count++] = schema.migrations[i];
        }
    }
    struct store *store = NULL;
    struct str why = STR_NONE;
    if (argc != 2 || !crypt_start() || store_open(argv[1], true, &store, &why) ||
        store_migrate(store, &then, &why)) {
        fprintf(stderr, "schema_at: %.*s\n", STR_ARG(why));
        return 1;
    }
    store_close(store);
    printf("%zu\n", then.migration_count);
    return 0;
}
