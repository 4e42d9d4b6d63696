/* Finding the files that are compiled in. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/asset.h"

struct local_url asset_url(struct arena *arena, const char *name)
{
    if (!asset_find(str_of(name))) {
        return (struct local_url){ STR_NONE };
    }
    return (struct local_url){ str_printf(arena, ASSET_PATH "%s/%s", assets_tag, name) };
}

const struct asset *asset_find(struct str name)
{
    for (const struct asset *asset = assets; asset->name; asset++) {
        if (str_equal(name, str_of(asset->name))) {
            return asset;
        }
    }
    return NULL;
}
