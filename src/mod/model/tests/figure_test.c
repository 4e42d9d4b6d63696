/* What a model adds to the figures of its years. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/model/figure_rules.h"

enum { ARENA_BYTES = 1 << 16 };

static struct model_get_row listed(int year)
{
    return (struct model_get_row){ .listed_on = day_of(year, 3, 1),
                                   .field = STR("economy"),
                                   .subject = STR("collective"),
                                   .households = 40,
                                   .cost = 0,
                                   .workdays = 7,
                                   .land = 300,
                                   .road = 450 };
}

static int64_t n_of(struct model_known *known, int64_t year, enum model_figure figure)
{
    struct arena *arena = arena_create(ARENA_BYTES);
    size_t count;
    const struct model_count *counts = model_counts_of(arena, known, &count);
    int64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        assert_true(counts[i].n > 0);
        for (size_t k = 0; k < i; k++) {
            assert_true(counts[k].year != counts[i].year || counts[k].figure != counts[i].figure);
        }
        n += counts[i].year == year && counts[i].figure == figure ? counts[i].n : 0;
    }
    arena_destroy(arena);
    return n;
}

static void a_draft_adds_nothing(void **state)
{
    (void)state;
    struct model_get_row model = listed(2025);
    struct model_known known = { .model = &model };
    model.listed_on = DAY_NONE;
    for (size_t i = 0; i < MODEL_FIGURES; i++) {
        assert_int_equal(n_of(&known, 2025, (enum model_figure)i), 0);
    }
}

static void a_list_counts_in_its_year_alone(void **state)
{
    (void)state;
    struct model_get_row model = listed(2025);
    struct model_known known = { .model = &model };
    assert_int_equal(n_of(&known, 2025, FIGURE_REGISTERED), 1);
    assert_int_equal(n_of(&known, 2025, FIGURE_FRESH), 1);
    assert_int_equal(n_of(&known, 2025, FIGURE_ECONOMY), 1);
    assert_int_equal(n_of(&known, 2025, FIGURE_CULTURE), 0);
    assert_int_equal(n_of(&known, 2025, FIGURE_COLLECTIVE), 1);
    assert_int_equal(n_of(&known, 2025, FIGURE_HOUSEHOLDS), 40);
    assert_int_equal(n_of(&known, 2025, FIGURE_COST), 0);
    assert_int_equal(n_of(&known, 2025, FIGURE_WORKDAYS), 7);
    assert_int_equal(n_of(&known, 2025, FIGURE_LAND), 300);
    assert_int_equal(n_of(&known, 2025, FIGURE_ROAD), 450);
    assert_int_equal(n_of(&known, 2026, FIGURE_REGISTERED), 0);
}

/* Each step of the funnel is within the one before it. */
static void a_year_climbs_the_funnel(void **state)
{
    static const struct {
        struct str state;
        int64_t result; /* 0: not settled */
        bool is_effective;
        bool is_recognised;
        bool is_outstanding;
        bool is_proposed;
    } steps[] = {
        { STR_INIT("assessed"), 0, false, false, false, false },
        { STR_INIT("appraised"), 40, false, false, false, false },
        { STR_INIT("appraised"), 82, true, false, false, false },
        { STR_INIT("turned_down"), 82, true, false, false, false },
        { STR_INIT("recognised"), 82, true, true, false, false },
        { STR_INIT("outstanding"), 82, true, true, true, false },
        { STR_INIT("proposed"), 82, true, true, true, true },
    };
    (void)state;
    struct model_get_row model = listed(2025);
    for (size_t i = 0; i < COUNT(steps); i++) {
        for (int is_kept = 0; is_kept < 2; is_kept++) {
            struct model_entry_facts_row entry = {
                .year = is_kept ? 2026 : 2025,
                .state = steps[i].state,
                .is_kept = is_kept,
                .result = steps[i].result,
                .grade = !steps[i].result        ? STR_NONE
                         : steps[i].is_effective ? STR("good")
                                                 : STR("failed"),
                .level = steps[i].is_recognised ? STR("province") : STR_NONE,
            };
            struct model_known known = { .model = &model, .entries = { &entry, 1 } };
            assert_int_equal(n_of(&known, entry.year, FIGURE_REGISTERED), 1);
            assert_int_equal(n_of(&known, entry.year, FIGURE_FRESH), !is_kept);
            assert_int_equal(n_of(&known, entry.year, FIGURE_KEPT), is_kept);
            assert_int_equal(n_of(&known, entry.year, FIGURE_ASSESSED), 1);
            assert_int_equal(n_of(&known, entry.year, FIGURE_EFFECTIVE), steps[i].is_effective);
            assert_int_equal(n_of(&known, entry.year, FIGURE_RECOGNISED), steps[i].is_recognised);
            assert_int_equal(n_of(&known, entry.year, FIGURE_RECOGNISED_FRESH),
                             steps[i].is_recognised && !is_kept);
            assert_int_equal(n_of(&known, entry.year, FIGURE_PROVINCE), steps[i].is_recognised);
            assert_int_equal(n_of(&known, entry.year, FIGURE_OUTSTANDING), steps[i].is_outstanding);
            assert_int_equal(n_of(&known, entry.year, FIGURE_PROPOSED), steps[i].is_proposed);
        }
    }
}

/* In Vietnam's years: the first hour of 2026 there is still 2025 in Greenwich. */
static void copies_and_ends_count_in_their_year(void **state)
{
    (void)state;
    struct model_get_row model = listed(2025);
    struct model_first_verified_row verified[] = {
        { .at = { instant_of_day(day_of(2025, 12, 31)).s } },
        { .at = { instant_of_day(day_of(2026, 1, 1)).s } },
        { .at = { instant_of_day(day_of(2026, 5, 1)).s } },
    };
    struct model_known known = { .model = &model,
                                 .verified = { verified, COUNT(verified) },
                                 .stopped_at = { instant_of_day(day_of(2026, 1, 1)).s } };
    assert_int_equal(n_of(&known, 2025, FIGURE_COPIED), 1);
    assert_int_equal(n_of(&known, 2026, FIGURE_COPIED), 2);
    assert_int_equal(n_of(&known, 2025, FIGURE_STOPPED), 0);
    assert_int_equal(n_of(&known, 2026, FIGURE_STOPPED), 1);
}

static void words_are_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < MODEL_FIGURES; i++) {
        assert_int_equal(model_figure_of(str_of(model_figures[i].word)), i);
    }
    assert_int_equal(model_figure_of(STR("moon")), MODEL_FIGURES);
    assert_int_equal(model_figure_of(STR_NONE), MODEL_FIGURES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_adds_nothing),
        cmocka_unit_test(a_list_counts_in_its_year_alone),
        cmocka_unit_test(a_year_climbs_the_funnel),
        cmocka_unit_test(copies_and_ends_count_in_their_year),
        cmocka_unit_test(words_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
