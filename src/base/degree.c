/* Degrees as people and files write them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/degree.h"

bool degrees_read(struct str s, int64_t *ret)
{
    bool is_minus = str_starts(s, STR("-"));
    struct str places = str_slice(s, is_minus, s.n);
    struct str whole = str_cut(&places, str_find_byte(places, ',') < places.n ? ',' : '.');
    places = places.p ? places : STR("0");
    int64_t value;
    if (!str_to_int(whole, &value) || value < 0 || value > 180 || places.n == 0) {
        return false;
    }
    for (size_t i = 0; i < DEGREE_PLACES || i < places.n; i++) {
        char digit = i < places.n ? places.p[i] : '0';
        if (digit < '0' || digit > '9') {
            return false;
        }
        value = i < DEGREE_PLACES ? value * 10 + (digit - '0') : value;
    }
    if (value > 180 * (int64_t)DEGREE) {
        return false;
    }
    *ret = is_minus ? -value : value;
    return true;
}
