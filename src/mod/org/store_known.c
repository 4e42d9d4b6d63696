/* Loading the units that an import may meet, code by code. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/store_known.h"

#include "sql/org.h"

/* Units that bore one code, one after the other; a code has changed hands once or twice. */
enum { BEARERS_MAX = 50 };

struct known_units known_units_of(struct conn *conn, struct arena *arena,
                                  const struct import *import)
{
    struct import_codes codes = import_codes(import, arena);
    size_t room = codes.count + 1;
    struct import_known *units = new(arena, struct import_known, room);
    size_t count = 0;
    for (size_t i = 0; i < codes.count; i++) {
        struct unit_of_code_rows rows = unit_of_code(
            conn, &(struct unit_of_code){ .code = codes.codes[i], .limit = BEARERS_MAX });
        if (count + rows.count > room) {
            struct import_known *grown = new(arena, struct import_known, 2 * (count + rows.count));
            for (size_t k = 0; k < count; k++) {
                grown[k] = units[k];
            }
            room = 2 * (count + rows.count);
            units = grown;
        }
        for (size_t r = 0; r < rows.count; r++) {
            const struct unit_of_code_row *row = &rows.rows[r];
            units[count++] = (struct import_known){
                .id = row->id,
                .claim = { .code = row->code,
                           .kind = row->kind,
                           .name = row->name,
                           .period = { row->from_on, row->until_on } },
                .parent = row->parent_code,
            };
        }
    }
    return (struct known_units){ units, count };
}
