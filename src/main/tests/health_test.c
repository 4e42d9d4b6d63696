/* What is thought of the house: each fault alone is seen, and a house without one is well. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "main/health.h"

enum { NOW_S = 1796000000, HOUR_S = 3600, GIGABYTE = 1 << 30 };

static struct health_facts well(void)
{
    return (struct health_facts){ .is_file = true,
                                  .has_folder = true,
                                  .is_summed = true,
                                  .file_bytes = GIGABYTE,
                                  .free_bytes = INT64_C(100) * GIGABYTE,
                                  .read_again_s = NOW_S - 5 * HOUR_S,
                                  .has_backup_key = true,
                                  .backed_up_s = NOW_S - 7 * HOUR_S,
                                  .has_archive = true,
                                  .is_archive_apart = true,
                                  .is_anchor_apart = true,
                                  .are_keys_seen = true,
                                  .is_https = true,
                                  .has_studio = true,
                                  .now_s = NOW_S };
}

static size_t count_of(const struct health_facts *facts, enum health health)
{
    struct arena *arena = arena_create(1 << 20);
    struct health_list list = { .count = 0 };
    size_t count = 0;
    health_judge(facts, arena, NULL, &list);
    for (size_t i = 0; i < list.count; i++) {
        assert_true(list.rows[i].found.n > 0);
        assert_true((list.rows[i].mend == NULL) == (list.rows[i].health == HEALTH_GOOD));
        count += list.rows[i].health == health;
    }
    arena_destroy(arena);
    return count;
}

static void a_house_without_a_fault_is_well(void **state)
{
    struct health_facts facts = well();
    (void)state;
    assert_int_equal(count_of(&facts, HEALTH_LOOK) + count_of(&facts, HEALTH_BAD), 0);
    assert_true(count_of(&facts, HEALTH_GOOD) >= 8);
}

static void each_fault_is_seen(void **state)
{
    enum { FAULTS = 16 };
    struct health_facts facts[FAULTS];
    static const enum health expected[FAULTS] = {
        HEALTH_BAD,  HEALTH_LOOK, HEALTH_BAD,  HEALTH_LOOK, HEALTH_BAD, HEALTH_LOOK,
        HEALTH_LOOK, HEALTH_BAD,  HEALTH_BAD,  HEALTH_LOOK, HEALTH_BAD, HEALTH_LOOK,
        HEALTH_LOOK, HEALTH_BAD,  HEALTH_LOOK, HEALTH_LOOK,
    };
    (void)state;
    for (size_t i = 0; i < FAULTS; i++) {
        facts[i] = well();
    }
    facts[0].damaged_reads = 1;
    facts[1].is_summed = false;
    facts[2].free_bytes = GIGABYTE - 1;
    facts[3].free_bytes = INT64_C(3) * GIGABYTE - 1;
    facts[4].read_again_faults = 1;
    facts[5].read_again_s = 0;
    facts[6].read_again_s = NOW_S - 27 * HOUR_S;
    facts[7].has_backup_key = false;
    facts[8].backed_up_s = 0;
    facts[9].backed_up_s = NOW_S - 27 * HOUR_S;
    facts[10].backed_up_s = NOW_S - 169 * HOUR_S;
    facts[11].has_archive = false;
    facts[12].is_anchor_apart = false;
    facts[13].are_keys_open = true;
    facts[14].is_https = false;
    facts[15].is_demo = true;
    for (size_t i = 0; i < FAULTS; i++) {
        enum health other = expected[i] == HEALTH_BAD ? HEALTH_LOOK : HEALTH_BAD;
        if (count_of(&facts[i], expected[i]) != 1 || count_of(&facts[i], other) != 0) {
            fail_msg("fault %zu", i);
        }
    }
    for (size_t i = 0; i < 4; i++) {
        facts[i] = well();
    }
    facts[0].has_studio = false;
    facts[1].is_archive_behind = true;
    facts[2].is_archive_apart = false;
    facts[3].are_keys_seen = false;
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(count_of(&facts[i], i == 1 ? HEALTH_BAD : HEALTH_LOOK), 1);
    }
}

/* What nobody could look at is not said at all, or is to be looked at. */
static void what_is_not_known_is_not_called_good(void **state)
{
    struct health_facts facts = { .now_s = NOW_S, .has_studio = true };
    (void)state;
    assert_int_equal(count_of(&facts, HEALTH_GOOD), 1); /* the database answers: it is read */
    assert_int_equal(count_of(&facts, HEALTH_BAD), 0);
}

/* A row of its own where there are some, and none where nobody brought any. */
static void pictures_under_maps_are_told(void **state)
{
    struct health_facts facts = well();
    (void)state;
    size_t without = count_of(&facts, HEALTH_GOOD);
    facts.tiles_name = STR("Huế");
    facts.tiles_from = 10;
    facts.tiles_to = 16;
    facts.tiles_bytes = INT64_C(34) * 1024 * 1024;
    assert_int_equal(count_of(&facts, HEALTH_GOOD), without + 1);
    struct arena *arena = arena_create(1 << 20);
    struct health_list list = { .count = 0 };
    health_judge(&facts, arena, NULL, &list);
    assert_true(
        str_equal(list.rows[list.count - 1].found, STR("Huế: mức phóng 10 đến 16, 34.816 kB")));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_house_without_a_fault_is_well),
        cmocka_unit_test(each_fault_is_seen),
        cmocka_unit_test(what_is_not_known_is_not_called_good),
        cmocka_unit_test(pictures_under_maps_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
