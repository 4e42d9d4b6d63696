/* Percent-decoding by table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/percent.h"

#include <string.h>

#include "base/arena.h"

static bool needs_decoding(struct str s, enum percent_plus plus);

/* One more than the digit's value, so that every other byte is 0. */
static const uint8_t hex_digits[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
    ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
};

bool percent_decode(struct arena *arena, struct str s, enum percent_plus plus, struct str *ret)
{
    if (!needs_decoding(s, plus)) {
        *ret = s;
        return true;
    }
    char *decoded = new(arena, char, s.n);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == '+' && plus == PERCENT_PLUS_IS_SPACE) {
            c = ' ';
        } else if (c == '%') {
            int high = i + 2 < s.n ? hex_digit(s.p[i + 1]) : -1;
            int low = i + 2 < s.n ? hex_digit(s.p[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            c = (char)(high << 4 | low);
            i += 2;
        }
        decoded[n++] = c;
    }
    *ret = str_span(decoded, n);
    return true;
}

int hex_digit(char c)
{
    return hex_digits[(uint8_t)c] - 1;
}

static bool needs_decoding(struct str s, enum percent_plus plus)
{
    return s.n != 0 && (memchr(s.p, '%', s.n) != NULL ||
                        (plus == PERCENT_PLUS_IS_SPACE && memchr(s.p, '+', s.n) != NULL));
}
