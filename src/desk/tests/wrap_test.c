/* What is handed on arrives as it went, at its place alone, and nobody else can read it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "desk/desk_private.h"
#include "desk/wrap.h"

struct ask {
    struct str text;
    struct bytes hash;
    int64_t number;
    bool is_loud;
    struct day day;
    struct instant at;
    struct id person;
    struct str password;
};
static const struct field ask_fields[] = {
    FIELD(struct ask, text),    FIELD(struct ask, hash), FIELD(struct ask, number),
    FIELD(struct ask, is_loud), FIELD(struct ask, day),  FIELD(struct ask, at),
    FIELD(struct ask, person),
};
static const struct record ask_record = RECORD("ask", struct ask, ask_fields);
static const struct field drawn_fields[] = { FIELD(struct ask, password) };
static const struct record drawn_record = RECORD("ask", struct ask, drawn_fields);

static struct verdict never(struct deed *deed, const void *args, struct answer *ret)
{
    (void)deed, (void)args, (void)ret;
    return VERDICT_OK;
}
static const struct command commands[] = {
    { "test.ask", &ask_record, NULL, never, "Ask.", .besides = &drawn_record },
};
static const struct service services[] = {
    { .name = "test", .commands = commands, .command_count = 1 }
};
static const struct wrap_place place = { { "0123456789abcdef", 16 }, 42 };

static struct desk desk;
static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    static const uint8_t seed[SIGN_SEED_BYTES] = { 7 };
    arena = arena_create(1 << 20);
    desk = (struct desk){
        .settings = { .services = services, .service_count = 1, .key = sign_key_from_seed(seed) }
    };
    return crypt_start() && arena ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static const struct ask full = { .text = { "Đường hỏng:\n12:-", sizeof "Đường hỏng:\n12:-" - 1 },
                                 .hash = { "\0:\xff", 3 },
                                 .number = INT64_MIN,
                                 .is_loud = true,
                                 .day = { 739000 },
                                 .at = { -5 },
                                 .person = { 1234 },
                                 .password = { "", 0 } };

static struct order order_of(const struct ask *ask)
{
    return (struct order){ .command = &commands[0],
                           .args = ask,
                           .author = { { 1 }, { 2 }, { 3 }, false },
                           .key = STR("key\xff"),
                           .seed = { 1, 2, 3 } };
}

static void an_order_arrives_as_it_went(void **state)
{
    (void)state;
    struct order order = order_of(&full);
    struct order got;
    struct str parcel = wrap_order(&desk.settings.key, &place, &order, arena);
    assert_true(unwrap_order(&desk, &place, parcel, arena, &got));
    const struct ask *ask = got.args;
    assert_ptr_equal(got.command, &commands[0]);
    assert_true(got.seed_given && memcmp(got.seed, order.seed, sizeof got.seed) == 0);
    assert_true(got.author.person.v == 1 && got.author.post.v == 2 && got.author.unit.v == 3);
    assert_false(got.author.is_clock);
    assert_true(str_equal(got.key, order.key));
    assert_true(str_equal(ask->text, full.text) && ask->hash.n == 3 && ask->number == INT64_MIN);
    assert_true(memcmp(ask->hash.p, full.hash.p, 3) == 0 && ask->is_loud);
    assert_true(ask->day.n == full.day.n && ask->at.s == -5 && ask->person.v == 1234);
    assert_true(ask->password.p && ask->password.n == 0);
}

static void what_is_absent_stays_absent(void **state)
{
    (void)state;
    const struct ask nothing = { 0 };
    struct order order = { .command = &commands[0], .args = &nothing, .author.is_clock = true };
    struct order got;
    struct str parcel = wrap_order(&desk.settings.key, &place, &order, arena);
    assert_true(unwrap_order(&desk, &place, parcel, arena, &got));
    assert_memory_equal(got.args, &nothing, sizeof nothing);
    assert_true(!got.key.p && got.author.is_clock && got.author.person.v == 0);
}

static void a_parcel_is_good_at_its_place_only(void **state)
{
    (void)state;
    struct order order = order_of(&full);
    struct order got;
    struct outcome outcome;
    struct str parcel = wrap_order(&desk.settings.key, &place, &order, arena);
    struct wrap_place next = { place.host, place.number + 1 };
    struct wrap_place elsewhere = { { "0123456789abcdeg", 16 }, place.number };
    assert_false(unwrap_order(&desk, &next, parcel, arena, &got));
    assert_false(unwrap_order(&desk, &elsewhere, parcel, arena, &got));
    assert_false(unwrap_outcome(&desk.settings.key, &place, parcel, arena, &outcome));
    for (size_t i = 0; i < parcel.n; i += 7) {
        char *bytes = (char *)(uintptr_t)str_copy(arena, parcel).p;
        bytes[i] ^= 1;
        assert_false(unwrap_order(&desk, &place, str_span(bytes, parcel.n), arena, &got));
    }
    assert_false(unwrap_order(&desk, &place, str_slice(parcel, 0, 3), arena, &got));
    struct desk stranger = desk;
    stranger.settings.key.secret[0] ^= 1;
    assert_false(unwrap_order(&stranger, &place, parcel, arena, &got));
    assert_int_equal(str_find(parcel, STR("Đường")), parcel.n);
    assert_int_equal(str_find(parcel, STR("test.ask")), parcel.n);
}

static void an_outcome_arrives_as_it_went(void **state)
{
    (void)state;
    static const struct act act = { "02/2011/QH13", "Luật Khiếu nại", { 734000 }, { 0 } };
    static const struct cite cite = { .act = &act, .article = "27", .clause = "1" };
    const struct outcome refused = { .verdict = { .status = STATUS_REFUSED,
                                                  .field = "unit",
                                                  .sentence = "Không được %s.",
                                                  .detail = STR("ở đây"),
                                                  .because = &cite } };
    const struct outcome done = { .answer = { { 99 }, STR("mã\0bí mật") },
                                  .is_repeat = true,
                                  .first_position = 5,
                                  .leaf_count = 2,
                                  .tree_size = 7 };
    struct outcome got;
    struct str parcel = wrap_outcome(&desk.settings.key, &place, &refused, arena);
    assert_true(unwrap_outcome(&desk.settings.key, &place, parcel, arena, &got));
    assert_int_equal(got.verdict.status, STATUS_REFUSED);
    assert_string_equal(got.verdict.field, "unit");
    assert_string_equal(got.verdict.sentence, "Không được %s.");
    assert_null(got.verdict.word);
    assert_true(str_equal(got.verdict.detail, STR("ở đây")));
    assert_int_equal(cite_compare(got.verdict.because, &cite), 0);
    assert_string_equal(got.verdict.because->act->title, act.title);
    assert_null(got.verdict.because->point);
    parcel = wrap_outcome(&desk.settings.key, &place, &done, arena);
    assert_true(unwrap_outcome(&desk.settings.key, &place, parcel, arena, &got));
    assert_true(verdict_is_ok(got.verdict) && !got.verdict.because && got.is_repeat);
    assert_true(got.answer.subject.v == 99 && str_equal(got.answer.text, done.answer.text));
    assert_true(got.first_position == 5 && got.leaf_count == 2 && got.tree_size == 7);
}

static void what_is_malformed_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = { "",     "-", "3:ab",           "-1:a",
                                         "x:a",  ":", "2:\xff\xff----", "-0:-1:x-",
                                         "--1:x" };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct ask got;
        struct str rest = str_of(cases[i]);
        assert_false(unwrap_record(&rest, &ask_record, &got));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_arrives_as_it_went),
        cmocka_unit_test(what_is_absent_stays_absent),
        cmocka_unit_test(a_parcel_is_good_at_its_place_only),
        cmocka_unit_test(an_outcome_arrives_as_it_went),
        cmocka_unit_test(what_is_malformed_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
