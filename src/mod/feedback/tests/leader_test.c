/* What the late reports of a unit have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/feedback/leader.h"

enum { ARENA_BYTES = 1 << 16 };

static struct leader_lump lump(int64_t unit, const char *category, int64_t person, int64_t n)
{
    return (struct leader_lump){ .unit = { unit },
                                 .code = STR("1"),
                                 .name = STR("Phường"),
                                 .category = str_of(category),
                                 .person = { person },
                                 .n = n };
}

static void the_commonest_is_told(void **state)
{
    struct arena *arena = arena_create(ARENA_BYTES);
    const struct leader_lump lumps[] = { lump(1, "Đất đai", 7, 5), lump(1, "Đất đai", 0, 4),
                                         lump(1, "Rác", 7, 3), lump(1, "Rác", 8, 5) };
    size_t count;
    const struct leader_trouble *list = leader_troubles(arena, lumps, COUNT(lumps), 10, &count);
    (void)state;
    assert_int_equal(count, 1);
    assert_int_equal(list[0].late, 17);
    assert_true(str_equal(list[0].category, STR("Đất đai")));
    assert_int_equal(list[0].of_category, 9);
    assert_int_equal(list[0].with_one, 8);
    assert_int_equal(list[0].with_nobody, 4);
    arena_destroy(arena);
}

static void the_most_come_first_and_the_rest_goes(void **state)
{
    struct arena *arena = arena_create(ARENA_BYTES);
    struct leader_lump lumps[6];
    size_t count;
    (void)state;
    for (int64_t i = 0; i < 6; i++) {
        lumps[i] = lump(i + 1, "Rác", 0, (i * 5 + 2) % 6 + 1); /* 3 2 1 6 5 4 */
    }
    const struct leader_trouble *list = leader_troubles(arena, lumps, COUNT(lumps), 3, &count);
    assert_int_equal(count, 3);
    assert_int_equal(list[0].late, 6);
    assert_int_equal(list[1].late, 5);
    assert_int_equal(list[2].late, 4);
    list = leader_troubles(arena, lumps, 0, 3, &count);
    assert_int_equal(count, 0);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_commonest_is_told),
        cmocka_unit_test(the_most_come_first_and_the_rest_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
