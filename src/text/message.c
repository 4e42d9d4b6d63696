/* Sentences with slots. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/message.h"

struct str message_part(struct str message, size_t slot)
{
    const struct str mark = STR("%s");
    for (; slot > 0; slot--) {
        message = str_slice(message, str_find(message, mark) + mark.n, message.n);
    }
    return str_slice(message, 0, str_find(message, mark));
}
