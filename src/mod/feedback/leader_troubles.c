/* What the late reports of a unit have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"

static size_t end_of_unit(const struct leader_lump *lumps, size_t count, size_t from);
static struct leader_trouble trouble_of(const struct leader_lump *lumps, size_t count);
static int64_t sum_alike(const struct leader_lump *lumps, size_t count, size_t as,
                         bool by_category);
static void keep(struct leader_trouble *list, size_t *count, size_t most,
                 const struct leader_trouble *one);

const struct leader_trouble *leader_troubles(struct arena *arena, const struct leader_lump *lumps,
                                             size_t count, size_t most, size_t *ret_count)
{
    struct leader_trouble *list = new(arena, struct leader_trouble, most + 1);
    size_t kept = 0;
    for (size_t from = 0; from < count;) {
        size_t behind = end_of_unit(lumps, count, from);
        struct leader_trouble one = trouble_of(lumps + from, behind - from);
        keep(list, &kept, most, &one);
        from = behind;
    }
    *ret_count = kept;
    return list;
}

static size_t end_of_unit(const struct leader_lump *lumps, size_t count, size_t from)
{
    size_t i = from;
    while (i < count && lumps[i].unit.v == lumps[from].unit.v) {
        i++;
    }
    return i;
}

static struct leader_trouble trouble_of(const struct leader_lump *lumps, size_t count)
{
    struct leader_trouble one = { .code = lumps[0].code, .name = lumps[0].name };
    for (size_t i = 0; i < count; i++) {
        int64_t alike = sum_alike(lumps, count, i, true);
        int64_t together = lumps[i].person.v ? sum_alike(lumps, count, i, false) : 0;
        one.late += lumps[i].n;
        one.with_nobody += lumps[i].person.v ? 0 : lumps[i].n;
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

/* The list has room for one more than it keeps; of equals the earlier stays. */
static void keep(struct leader_trouble *list, size_t *count, size_t most,
                 const struct leader_trouble *one)
{
    size_t i = *count;
    list[i] = *one;
    while (i > 0 && list[i - 1].late < list[i].late) {
        struct leader_trouble above = list[i - 1];
        list[i - 1] = list[i];
        list[i] = above;
        i--;
    }
    *count += *count < most;
}
