/* Of two founders at once one wins, and a founder of a house that has somebody is nobody. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/log.h"
#include "main/first_run.h"
#include "main/folder.h"
#include "mod/identity/commands.h"
#include "mod/org/commands.h"

#define FOLDER "/tmp/kheo-first-run-test"

struct world {
    struct house house;
    struct arena *arena;
};

static int open_world(void **state)
{
    static struct world w;
    struct str why = STR_NONE;
    folder_remove(FOLDER);
    const struct house_settings settings = {
        .dir = FOLDER, .database = "sqlite::memory:", .create = true
    };
    w.arena = arena_create(16 << 20);
    assert_non_null(w.arena);
    assert_int_equal(house_open(&settings, &w.house, &why), STATUS_OK);
    *state = &w;
    return 0;
}

static int close_world(void **state)
{
    struct world *w = *state;
    house_close(&w->house);
    arena_destroy(w->arena);
    folder_remove(FOLDER);
    return 0;
}

static void hear_nothing(struct order *order)
{
    (void)order;
}

static struct order by_founder(struct world *w, const struct command *command, const void *args)
{
    return (struct order){ .command = command,
                           .args = args,
                           .author = { .is_founder = true },
                           .arena = w->arena,
                           .ready = hear_nothing };
}

static void of_two_at_once_one_wins(void **state)
{
    struct world *w = *state;
    const struct org_import unit = {
        .rows = STR("code,name,kind,from\n19753,Phường An Hòa,government,2025-07-01\n")
    };
    struct order first_unit = by_founder(w, &ORG_COMMANDS[ORG_IMPORT], &unit);
    desk_do(w->house.desk, &first_unit);
    assert_int_equal(first_unit.outcome.verdict.status, STATUS_OK);

    const struct person_add add[] = {
        { .sign_in = STR("lan"),
          .name = STR("Trần Thị Lan"),
          .unit = STR("19753"),
          .title = STR("Văn phòng"),
          .powers = STR("admin org.manage"),
          .hash = STR("x") },
        { .sign_in = STR("minh"),
          .name = STR("Lê Minh"),
          .unit = STR("19753"),
          .title = STR("Văn phòng"),
          .powers = STR("admin"),
          .hash = STR("x") },
    };
    struct order orders[2];
    for (size_t i = 0; i < COUNT(orders); i++) {
        orders[i] = by_founder(w, &IDENTITY_COMMANDS[IDENTITY_PERSON_ADD], &add[i]);
        assert_true(desk_submit(w->house.desk, &orders[i]));
    }
    /* Both were good when they were handed in, and are in one batch. */
    assert_int_equal(desk_run_once(w->house.desk), COUNT(orders));
    assert_int_equal(orders[0].outcome.verdict.status, STATUS_OK);
    assert_int_equal(orders[1].outcome.verdict.status, STATUS_FORBIDDEN);

    struct order again = by_founder(w, &ORG_COMMANDS[ORG_IMPORT], &unit);
    desk_do(w->house.desk, &again);
    assert_int_equal(again.outcome.verdict.status, STATUS_FORBIDDEN);
}

/* Runs after the one above: somebody is there. */
static void a_house_with_somebody_prints_no_token(void **state)
{
    struct world *w = *state;
    char token[FIRST_RUN_TEXT_BYTES];
    first_run_open(&w->house, token);
    assert_string_equal(token, "");
    assert_false(w->house.first_run.is_open);
}

static void an_empty_house_draws_one(void **state)
{
    struct world *w = *state;
    char token[FIRST_RUN_TEXT_BYTES];
    first_run_open(&w->house, token);
    assert_int_equal(strlen(token), FIRST_RUN_TEXT_BYTES - 1);
    assert_true(w->house.first_run.is_open);
    assert_true(hash_equal(w->house.first_run.token, hash_of(str_of(token))));
    w->house.first_run = (struct first_run){ .is_open = false };
}

int main(void)
{
    if (!crypt_start()) {
        return 1;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_house_draws_one),
        cmocka_unit_test(of_two_at_once_one_wins),
        cmocka_unit_test(a_house_with_somebody_prints_no_token),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
