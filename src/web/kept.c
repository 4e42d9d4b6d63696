/* What a thread keeps from the database until the desk's next commit. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/server.h"

static const void *make_in(struct arena *arena, struct visit *v, kept_fn *make);

const void *visit_kept(struct visit *v, kept_fn *make)
{
    struct kept *kept = &v->worker->kept;
    if (kept->version != v->version) {
        arena_reset(kept->arena);
        kept->count = 0;
        kept->version = v->version;
    }
    for (size_t i = 0; i < kept->count; i++) {
        if (kept->entries[i].make == make) {
            return kept->entries[i].what;
        }
    }
    jmp_buf boundary;
    struct arena_mark mark = arena_mark(kept->arena);
    struct arena *own = v->arena;
    if (kept->count == KEPT_MAX || arena_guard(kept->arena, &boundary)) {
        /* Too much to be kept is still an answer. What was being read then is read again. */
        snap_unwound(v->snap);
        arena_undo(kept->arena, mark);
        return make_in(own, v, make);
    }
    const void *what = make_in(kept->arena, v, make);
    v->arena = own;
    v->snap->conn.arena = own;
    if (!v->snap->conn.failed) {
        kept->entries[kept->count++] = (struct kept_entry){ make, what };
    }
    return what;
}

static const void *make_in(struct arena *arena, struct visit *v, kept_fn *make)
{
    v->arena = arena;
    v->snap->conn.arena = arena;
    return make(v);
}
