/* Finding the files that are compiled in. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/asset.h"

struct local_url asset_url(const char *name)
{
    const struct asset *asset = asset_find(str_of(name));
    return (struct local_url){ asset ? str_of(asset->url) : STR_NONE };
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
