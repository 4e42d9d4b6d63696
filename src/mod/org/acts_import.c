/* The import command: the whole file in one transaction, each unit with its leaf. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/import.h"

#include "mod/org/acts.h"
#include "mod/org/store_known.h"
#include "text/tongue.h"

enum { PROGRESS_EVERY_ROWS = 256 };

static void write_rows(struct deed *deed, struct import *import);
static void write_successors(struct deed *deed, const struct import *import,
                             const struct import_known *known, size_t known_count);

struct verdict org_import(struct deed *deed, const void *args, struct answer *ret)
{
    if (!deed->author->is_clock && !deed->author->is_founder) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct unit_any_row unit;
    if (deed->author->is_founder && unit_any(&deed->tx->conn, &unit)) {
        return refuse(N_("Đã có đơn vị rồi. Hãy sang bước tiếp theo."), NULL);
    }
    const struct org_import *file = args;
    struct import *import = import_read(deed->arena, file->rows);
    struct known_units known = known_units_of(&deed->tx->conn, deed->arena, import);
    import_resolve(import, deed->arena, known.units, known.count);
    if (import->fault_count > 0) {
        return import->faults[0].verdict;
    }
    write_rows(deed, import);
    write_successors(deed, import, known.units, known.count);
    for (size_t i = 0; i < import->order_count; i++) {
        struct arena_mark mark = arena_mark(deed->arena);
        unit_state(deed, FACT_UNIT_ADDED, import->order[i]->id);
        arena_undo(deed->arena, mark);
        if (file->progress && (i + 1) % PROGRESS_EVERY_ROWS == 0) {
            file->progress(file->progress_context, i + 1, import->order_count);
        }
    }
    ret->text = str_printf(deed->arena, "%zu", import->order_count);
    return VERDICT_OK;
}

/* What a row needs while it is written is forgotten before the next one. */
static void write_rows(struct deed *deed, struct import *import)
{
    for (size_t i = 0; i < import->order_count; i++) {
        struct import_row *row = import->order[i];
        struct arena_mark mark = arena_mark(deed->arena);
        row->id =
            unit_write(deed, &row->claim, row->parent_row ? row->parent_row->id : row->parent_id);
        arena_undo(deed->arena, mark);
    }
}

static void write_successors(struct deed *deed, const struct import *import,
                             const struct import_known *known, size_t known_count)
{
    for (size_t i = 0; i < import->order_count; i++) {
        const struct import_row *row = import->order[i];
        struct str rest = row->successor;
        while (rest.n > 0) {
            struct str code = str_cut(&rest, ' ');
            if (code.n > 0) {
                unit_successor_insert(deed->tx, &(struct unit_successor_insert){
                                                    .unit_id = row->id,
                                                    .successor_id = import_successor(
                                                        import, known, known_count, row, code),
                                                });
            }
        }
        if (row->successor.n > 0) {
            unit_pass_on(deed, row->id);
        }
    }
}
