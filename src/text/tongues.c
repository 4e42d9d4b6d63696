/* Finding a language by its code: apart from tongue.c, because only this needs the catalogues. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/tongue.h"

const struct tongue *tongue_find(struct str code)
{
    for (size_t i = 0; tongues[i]; i++) {
        if (str_equal_nocase(code, str_of(tongues[i]->code))) {
            return tongues[i];
        }
    }
    return NULL;
}
