/* The paths of tiles, what stands in them, and entry bundles. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/tile.h"

#include <inttypes.h>

#include "base/must.h"
#include "ledger/tree.h"

static bool read_level(struct str text, int *ret);
static bool read_index(struct str *rest, int64_t *ret);
static bool read_width(struct str rest, int *ret);
static int64_t nodes_at(int level, int64_t size) PURE;

bool tile_path_parse(struct str path, struct tile *ret)
{
    struct tile tile;
    struct str rest = path;
    if (path.n >= TILE_PATH_BYTES_MAX || !str_equal(str_cut(&rest, '/'), STR("tile")) ||
        !read_level(str_cut(&rest, '/'), &tile.level) || !read_index(&rest, &tile.index) ||
        !read_width(rest, &tile.width)) {
        return false;
    }
    /* One tile, one path: leading groups of zeros and the like are caught here. */
    char buffer[TILE_PATH_BYTES_MAX];
    struct out again = out_fixed(buffer, sizeof(buffer));
    tile_path_write(&again, tile);
    if (!str_equal(out_str(&again), path)) {
        return false;
    }
    *ret = tile;
    return true;
}

void tile_path_write(struct out *out, struct tile tile)
{
    must(tile.index >= 0 && tile.width > 0 && tile.width <= TILE_WIDTH);
    out_lit(out, "tile/");
    if (tile.level == TILE_LEVEL_ENTRIES) {
        out_lit(out, "entries");
    } else {
        out_int(out, tile.level);
    }
    int64_t group = 1;
    while (tile.index / group >= 1000) {
        group *= 1000;
    }
    for (; group > 1; group /= 1000) {
        out_printf(out, "/x%03" PRId64, tile.index / group % 1000);
    }
    out_printf(out, "/%03" PRId64, tile.index % 1000);
    if (tile.width < TILE_WIDTH) {
        out_printf(out, ".p/%d", tile.width);
    }
}

bool tile_is_complete(struct tile tile, int64_t size)
{
    return tile.width > 0 && tile.width <= tile_at(tile.level, tile.index, size).width;
}

int64_t tile_node_id(struct tile tile, int i)
{
    must(i >= 0 && i < tile.width);
    int64_t index = tile.index * TILE_WIDTH + i;
    return tile.level == TILE_LEVEL_ENTRIES ? index : tree_node_id(8 * (unsigned)tile.level, index);
}

struct tile tile_at(int level, int64_t index, int64_t size)
{
    must(level >= TILE_LEVEL_ENTRIES && level <= TILE_LEVEL_MAX && index >= 0);
    int64_t nodes = nodes_at(level, size);
    int64_t left = index <= nodes / TILE_WIDTH ? nodes - index * TILE_WIDTH : 0;
    return (struct tile){ level, index, left < TILE_WIDTH ? (int)left : TILE_WIDTH };
}

void tile_entry_write(struct out *out, struct str entry)
{
    must(entry.n <= TILE_ENTRY_BYTES_MAX);
    out_char(out, (char)(entry.n >> 8));
    out_char(out, (char)entry.n);
    out_str_raw(out, entry);
}

bool tile_entry_next(struct str *rest, struct str *ret)
{
    if (rest->n < 2) {
        return false;
    }
    size_t n = (size_t)(uint8_t)rest->p[0] << 8 | (uint8_t)rest->p[1];
    if (n > rest->n - 2) {
        return false;
    }
    *ret = str_slice(*rest, 2, 2 + n);
    *rest = str_slice(*rest, 2 + n, rest->n);
    return true;
}

static bool read_level(struct str text, int *ret)
{
    int64_t level = TILE_LEVEL_ENTRIES;
    if (!str_equal(text, STR("entries")) &&
        (!str_to_int(text, &level) || level < 0 || level > TILE_LEVEL_MAX)) {
        return false;
    }
    *ret = (int)level;
    return true;
}

/* x001/x234/067: groups of three digits, all but the last marked with an x. Leaves ".p/W". */
static bool read_index(struct str *rest, int64_t *ret)
{
    int64_t index = 0;
    for (bool more = true; more;) {
        more = str_starts(*rest, STR("x"));
        struct str group = str_slice(*rest, more ? 1 : 0, more ? 4 : 3);
        if (group.n != 3 || index > TREE_SIZE_MAX / TILE_WIDTH / 1000) {
            return false;
        }
        for (size_t i = 0; i < group.n; i++) {
            if (group.p[i] < '0' || group.p[i] > '9') {
                return false;
            }
            index = index * 10 + (group.p[i] - '0');
        }
        *rest = str_slice(*rest, more ? 5 : 3, rest->n);
    }
    *ret = index;
    return true;
}

static bool read_width(struct str rest, int *ret)
{
    int64_t width = TILE_WIDTH;
    if (rest.n > 0 &&
        (!str_starts(rest, STR(".p/")) || !str_to_int(str_slice(rest, 3, rest.n), &width) ||
         width < 1 || width >= TILE_WIDTH)) {
        return false;
    }
    *ret = (int)width;
    return true;
}

static int64_t nodes_at(int level, int64_t size)
{
    return level == TILE_LEVEL_ENTRIES ? size : size >> (8 * level);
}
