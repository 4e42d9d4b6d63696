/* Tile paths and entry bundles: what is read is written back the same. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "ledger/tile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_bundle(struct str bytes)
{
    static char buffer[1 << 16];
    if (bytes.n > sizeof(buffer)) {
        return;
    }
    struct out out = out_fixed(buffer, sizeof(buffer));
    struct str rest = bytes;
    struct str entry;
    while (rest.n > 0 && tile_entry_next(&rest, &entry)) {
        tile_entry_write(&out, entry);
    }
    must(str_equal(out_str(&out), str_slice(bytes, 0, bytes.n - rest.n)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = str_span(data, size);
    char buffer[TILE_PATH_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    struct tile tile;
    if (tile_path_parse(bytes, &tile)) {
        tile_path_write(&out, tile);
        must(str_equal(out_str(&out), bytes));
        must(!tile_is_complete(tile, 0));
    }
    check_bundle(bytes);
    return 0;
}
