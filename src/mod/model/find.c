/* Models in the search index: what their public page says. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/model.h"

enum { WORDS_BYTES_MAX = 128 << 10 };

struct feeding {
    struct arena *arena;
    void (*put)(void *context, const struct findable *paper);
    void *context;
};

static bool feed_model(void *context, const struct model_changed_row *row);

static void feed(struct snap *snap, int64_t from, int64_t until,
                 void (*put)(void *context, const struct findable *paper), void *context)
{
    struct feeding feeding = { snap->conn.arena, put, context };
    model_changed(&snap->conn, &(struct model_changed){ .from = from, .until = until }, feed_model,
                  &feeding);
}

const struct finding model_finding = { .kind = FIND_MODELS, .feed = feed };

/* Without words, what is not listed is nothing that could be found. */
static bool feed_model(void *context, const struct model_changed_row *row)
{
    struct feeding *feeding = context;
    struct arena_mark mark = arena_mark(feeding->arena);
    struct findable paper = { .id = row->id.v, .unit = ID_OF(row->unit_id), .is_public = true };
    if (!day_is_none(row->listed_on)) {
        const struct str parts[] = { row->name, row->unit_name, row->reason, row->goal,
                                     row->way,  row->place,     row->product };
        struct out words = out_open(feeding->arena, WORDS_BYTES_MAX);
        for (size_t i = 0; i < COUNT(parts); i++) {
            out_str_raw(&words, parts[i]);
            out_char(&words, '\n');
        }
        paper.text = out_str(&words);
    }
    feeding->put(feeding->context, &paper);
    arena_undo(feeding->arena, mark);
    return true;
}
