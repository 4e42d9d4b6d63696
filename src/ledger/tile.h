/* Tiles: the tree cut into files of 256 hashes, as C2SP tlog-tiles serves it to monitors. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_TILE_H
#define LEDGER_TILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/out.h"
#include "base/str.h"

enum {
    TILE_WIDTH = 256,
    TILE_LEVEL_ENTRIES = -1, /* not hashes but the leaves themselves */
    TILE_LEVEL_MAX = 7,      /* 8 * 7 < TREE_HEIGHT_MAX */
    TILE_ENTRY_BYTES_MAX = 65535,
    TILE_PATH_BYTES_MAX = 64,
};

/* Tile (level, index) holds the nodes (8 * level, index * 256 + i) for i below `width`; a width of
 * 256 is a full tile, whose path has no ".p/W". */
struct tile {
    int level;
    int64_t index;
    int width;
};

/* "tile/0/x001/067.p/12", "tile/entries/000": the path below the log's prefix, no leading slash.
 * Strict: exactly what tile_path_write() gives. */
bool tile_path_parse(struct str path, struct tile *ret) MUST_USE;
void tile_path_write(struct out *out, struct tile tile);

/* True when a tree of `size` leaves has every node of the tile. */
bool tile_is_complete(struct tile tile, int64_t size) PURE;
/* The storage number (tree.h) of hash `i` of a tile; the first leaf's position for entries. */
int64_t tile_node_id(struct tile tile, int i) PURE;
/* The widest tile at (level, index) that a tree of `size` can fill; width 0: none. */
struct tile tile_at(int level, int64_t index, int64_t size);

/* An entry bundle is the leaves one after the other, each after its length in two bytes, high
 * first. Reading: while (rest.n && tile_entry_next(&rest, &entry)) { … }; false: cut short. */
void tile_entry_write(struct out *out, struct str entry);
bool tile_entry_next(struct str *rest, struct str *ret) MUST_USE;

#endif
