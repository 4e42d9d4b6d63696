/* What a page shows of the pictures that came with one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/views.h"

/* Of JPEGs within one page; they take a third more there, and the page has room for words. */
enum { ENCLOSURES_MAX = 200, SHOWN_BYTES_MAX = 2 << 20 };

static size_t open_one(struct visit *v, struct denunciation_id about,
                       const struct officer_keys *keys, struct enclosure_item *item);

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
    size_t shown = 0;
    for (size_t i = 0; i < rows.count; i++) {
        struct enclosure_item *item = &items[i];
        *item = (struct enclosure_item){ .id = rows.rows[i].id,
                                         .on = rows.rows[i].sent_on,
                                         .is_rendition = rows.rows[i].holds == HOLDS_RENDITION };
        bool is_wanted = wanted.v > 0
                             ? item->id.v == wanted.v
                             : shown + ENCLOSURE_PICTURES * SCAN_BYTES_MAX <= SHOWN_BYTES_MAX;
        if (keys && is_wanted && !item->is_rendition) {
            shown += open_one(v, about, keys, item);
        }
    }
    *ret = items;
    *ret_count = rows.count;
}

/* How many bytes of pictures it has. One that none of the keys opens stays sealed. */
static size_t open_one(struct visit *v, struct denunciation_id about,
                       const struct officer_keys *keys, struct enclosure_item *item)
{
    struct enclosure_get_row row;
    struct enclosure enclosure;
    struct enclosure_get wanted = { .id = item->id, .denunciation_id = about };
    size_t bytes = 0;
    if (enclosure_get(&v->snap->conn, &wanted, &row) &&
        enclosure_open(v, row.sealed, keys, &enclosure)) {
        item->pictures = picture_items(v, enclosure.picture, &item->picture_count);
    }
    for (size_t i = 0; i < item->picture_count; i++) {
        bytes += item->pictures[i].jpeg.bytes.n;
    }
    return bytes;
}
