/* What the late reports of a unit have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"

static int64_t sum_alike(const struct leader_lump *lumps, size_t count, size_t as,
                         bool by_category);

struct leader_trouble leader_trouble_of(const struct leader_lump *lumps, size_t count)
{
    struct leader_trouble one = { .late = 0 };
    for (size_t i = 0; i < count; i++) {
        int64_t alike = sum_alike(lumps, count, i, true);
        int64_t together = lumps[i].person.v ? sum_alike(lumps, count, i, false) : 0;
        one.late += lumps[i].n;
        one.with_nobody += lumps[i].is_open && !lumps[i].person.v ? lumps[i].n : 0;
        one.with_one = together > one.with_one ? together : one.with_one;
        if (alike > one.of_category) {
            one.of_category = alike;
            one.category = lumps[i].category;
        }
    }
    return one;
}

static int64_t sum_alike(const struct leader_lump *lumps, size_t count, size_t as, bool by_category)
{
    int64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_alike = by_category ? str_equal(lumps[i].category, lumps[as].category)
                                    : lumps[i].person.v == lumps[as].person.v;
        n += is_alike ? lumps[i].n : 0;
    }
    return n;
}
