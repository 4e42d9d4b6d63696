/* What a page shows of the pictures that came with one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/views.h"

enum { ENCLOSURES_MAX = 200 };

static void open_one(struct visit *v, struct denunciation_id about, const struct officer_keys *keys,
                     struct enclosure_item *item);

const struct picture_item *picture_items(struct visit *v, const struct bytes *list,
                                         size_t *ret_count)
{
    struct picture_item *items = new(v->arena, struct picture_item, ENCLOSURE_PICTURES);
    size_t count = 0;
    while (count < ENCLOSURE_PICTURES && list[count].p) {
        items[count].jpeg = (struct inline_jpeg){ str_span(list[count].p, list[count].n) };
        items[count].number = count + 1;
        count++;
    }
    *ret_count = count;
    return items;
}

void list_enclosures(struct visit *v, struct denunciation_id about, const struct officer_keys *keys,
                     struct denunciation_message_id wanted, const struct enclosure_item **ret,
                     size_t *ret_count)
{
    struct enclosure_list_rows rows =
        enclosure_list(&v->snap->conn, &(struct enclosure_list){ .denunciation_id = about,
                                                                 .limit = ENCLOSURES_MAX });
    struct enclosure_item *items = new(v->arena, struct enclosure_item, rows.count);
    const struct enclosure_item *newest = NULL;
    const struct enclosure_item *oldest = NULL;
    for (size_t i = 0; i < rows.count; i++) {
        struct enclosure_item *item = &items[i];
        *item = (struct enclosure_item){ .id = rows.rows[i].id,
                                         .on = rows.rows[i].sent_on,
                                         .is_rendition = rows.rows[i].holds == HOLDS_RENDITION };
        newest = !item->is_rendition && !newest ? item : newest;
        oldest = !item->is_rendition ? item : oldest;
    }
    /* Each takes up to two megabytes of a request while it is opened, and more than one of a page,
     * beside two hundred messages: what came with the letter, and what came last. */
    for (size_t i = 0; i < rows.count && keys; i++) {
        bool is_wanted =
            wanted.v > 0 ? items[i].id.v == wanted.v : &items[i] == newest || &items[i] == oldest;
        if (is_wanted && !items[i].is_rendition) {
            open_one(v, about, keys, &items[i]);
        }
    }
    *ret = items;
    *ret_count = rows.count;
}

/* One that none of the keys opens stays sealed, and takes no memory. */
static void open_one(struct visit *v, struct denunciation_id about, const struct officer_keys *keys,
                     struct enclosure_item *item)
{
    struct arena_mark mark = arena_mark(v->arena);
    struct enclosure_get_row row;
    struct enclosure enclosure;
    struct enclosure_get wanted = { .id = item->id, .denunciation_id = about };
    if (enclosure_get(&v->snap->conn, &wanted, &row) &&
        enclosure_open(v, row.sealed, keys, &enclosure)) {
        item->pictures = picture_items(v, enclosure.picture, &item->picture_count);
    } else {
        arena_undo(v->arena, mark);
    }
}
