/* Bodies: a large one goes to a file without a name, a sealed one to no file at all. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "web/wire_body.h"

enum { ARENA_BYTES = 1 << 20, PIECE_BYTES = 64 << 10, PIECES = 40 };
static char piece[PIECE_BYTES];

static int open_arena(void **state)
{
    *state = arena_create(ARENA_BYTES);
    return *state ? 0 : -1;
}

static int close_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static enum status fill(struct body *body)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < PIECES && !status; i++) {
        memset(piece, 'a' + (int)i % 26, sizeof piece);
        status = body_add(body, str_span(piece, sizeof piece));
    }
    return status;
}

static void a_sealed_one_needs_no_folder(void **state)
{
    struct arena *arena = *state;
    struct str whole = STR_NONE;
    struct body open = body_open(arena, 0, UPLOAD_BODY_BYTES_MAX, "/there/is/none", false);
    assert_int_not_equal(fill(&open), STATUS_OK);
    struct body body = body_open(arena, 0, UPLOAD_BODY_BYTES_MAX, "/there/is/none", true);
    assert_int_equal(fill(&body), STATUS_OK);
    assert_int_equal(body.file, -1);
    assert_int_equal(body_end(&body, &whole), STATUS_OK);
    assert_int_equal(whole.n, PIECES * PIECE_BYTES);
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(whole.p[i * PIECE_BYTES], 'a' + (int)i % 26);
        assert_int_equal(whole.p[(i + 1) * PIECE_BYTES - 1], 'a' + (int)i % 26);
    }
}

static void a_small_one_lies_with_the_request(void **state)
{
    struct arena *arena = *state;
    struct str whole = STR_NONE;
    struct body body = body_open(arena, 3, UPLOAD_BODY_BYTES_MAX, NULL, true);
    assert_int_equal(body_add(&body, STR("abc")), STATUS_OK);
    assert_int_equal(body_end(&body, &whole), STATUS_OK);
    assert_true(str_equal(whole, STR("abc")));
    assert_true(whole.p >= arena->start && whole.p < arena->start + arena->used_bytes);
}

static void none_is_longer_than_it_may_be(void **state)
{
    struct body body = body_open(*state, 0, PIECE_BYTES + 1, NULL, true);
    assert_int_equal(body_add(&body, str_span(piece, sizeof piece)), STATUS_OK);
    assert_int_equal(body_add(&body, STR("ab")), STATUS_TOO_LARGE);
    assert_int_equal(body_add(&body, STR("a")), STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sealed_one_needs_no_folder, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_small_one_lies_with_the_request, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(none_is_longer_than_it_may_be, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
