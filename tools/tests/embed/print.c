/* Prints what is embedded: without arguments the names, with NAME and a form the bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "web/asset.h"

int main(int argc, char **argv)
{
    for (const struct asset *asset = assets; asset->name; asset++) {
        if (argc != 3) {
            printf("%s %s%s%s\n", asset->name, asset->media_type, asset->gzip.p ? " gzip" : "",
                   asset->brotli.p ? " brotli" : "");
        } else if (strcmp(argv[1], asset->name) == 0) {
            const struct str bytes = strcmp(argv[2], "gzip") == 0     ? asset->gzip
                                     : strcmp(argv[2], "brotli") == 0 ? asset->brotli
                                                                      : asset->bytes;
            fwrite(bytes.p, 1, bytes.n, stdout);
        }
    }
    return 0;
}
