/* What stands at the door: tokens of forms, rates, cookies, and the API's description. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/openapi.h"
#include "web/tests/fake.h"

#include <string.h>

static void tokens_belong_to_someone_and_end(void **state)
{
    struct server *server = fake_server();
    struct exchange *exchange = exchange_open(server);
    struct visit v = { .arena = exchange->arena, .now = fake_now, .server = server };
    (void)state;
    struct str anonymous = token_make(&v);
    v.visitor.session_mark = STR("lan");
    struct str lan = token_make(&v);
    assert_int_equal(anonymous.n, TOKEN_CHARS);
    assert_false(str_equal(lan, token_make(&v)));
    assert_true(token_is_good(&v, lan));
    assert_false(token_is_good(&v, anonymous));
    v.now.s += 40 * DAY_S;
    assert_true(token_is_good(&v, lan));
    v.visitor.session_mark = STR("minh");
    assert_false(token_is_good(&v, lan));
    v.visitor.session_mark = STR_NONE;
    v.now.s = fake_now.s + DAY_S;
    assert_true(token_is_good(&v, anonymous));
    v.now.s += DAY_S;
    assert_false(token_is_good(&v, anonymous));
    v.now = fake_now;
    for (size_t i = 0; i < anonymous.n; i++) {
        char changed[TOKEN_CHARS];
        memcpy(changed, anonymous.p, sizeof changed);
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        assert_false(token_is_good(&v, str_span(changed, sizeof changed)));
    }
    assert_false(token_is_good(&v, STR("")));
    exchange_close(exchange);
}

static void buckets_fill_again(void **state)
{
    struct arena *arena = arena_create(16 << 20);
    struct rates *rates = rates_make(arena);
    struct instant now = fake_now;
    uint8_t lan[16] = { [10] = 0xff, [11] = 0xff, [12] = 10, [13] = 1, [14] = 2, [15] = 3 };
    uint8_t neighbour[16] = { [10] = 0xff, [11] = 0xff, [12] = 10, [13] = 1, [14] = 2, [15] = 9 };
    uint8_t stranger[16] = { [10] = 0xff, [11] = 0xff, [12] = 10, [13] = 1, [14] = 3, [15] = 3 };
    (void)state;
    for (unsigned i = 0; i < RATE_SIGN_IN_A_MINUTE; i++) {
        assert_int_equal(rate_take(rates, RATE_SIGN_IN, lan, now), 0);
    }
    unsigned wait_s = rate_take(rates, RATE_SIGN_IN, lan, now);
    assert_int_equal(wait_s, 60 / RATE_SIGN_IN_A_MINUTE);
    assert_true(rate_take(rates, RATE_SIGN_IN, neighbour, now) > 0);
    assert_int_equal(rate_take(rates, RATE_SIGN_IN, stranger, now), 0);
    assert_int_equal(rate_take(rates, RATE_READ, lan, now), 0);
    now.s += wait_s - 1;
    assert_true(rate_take(rates, RATE_SIGN_IN, lan, now) > 0);
    now.s += 1;
    assert_int_equal(rate_take(rates, RATE_SIGN_IN, lan, now), 0);
    assert_true(rate_take(rates, RATE_SIGN_IN, lan, now) > 0);
    now.s -= 100; /* a clock set back frees nobody and locks nobody out */
    assert_true(rate_take(rates, RATE_SIGN_IN, lan, now) > 0);
    now.s += DAY_S; /* a new day, a new key: nothing is known any more */
    assert_int_equal(rate_take(rates, RATE_SIGN_IN, lan, now), 0);
    arena_destroy(arena);
}

static void cookies_are_found_among_others(void **state)
{
    static const struct {
        const char *header;
        const char *value;
    } cases[] = {
        { "__Host-kheo=a", "a" },       { "x=1; __Host-kheo=a; y=2", "a" },
        { "__Host-kheo", NULL },        { "__Host-kheo=", "" },
        { "; ;=;__Host-kheo=a", "a" },  { "__host-kheo=a", NULL },
        { "x__Host-kheo=a", NULL },     { "__Host-kheo=a; __Host-kheo=b", "a" },
        { "x=\"; __Host-kheo=a", "a" }, { "", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct header header = { STR("cookie"), str_of(cases[i].header) };
        struct request request = { .headers = &header, .header_count = 1 };
        struct str value = cookie_get(&request, SESSION_COOKIE);
        assert_true(!value.p == !cases[i].value && str_equal(value, str_of(cases[i].value)));
    }
}

/* That it is valid JSON and OpenAPI is judged by a public linter (tests/). */
static void the_api_is_described(void **state)
{
    static const char *const parts[] = {
        "\"/api/v1/notes\":{\"post\":{\"operationId\":\"post_api_v1_notes\"",
        "\"/api/v1/notes/{code}\":{\"get\":{\"operationId\":\"get_api_v1_notes_code\"",
        "{\"name\":\"code\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}",
        "\"requestBody\":{\"required\":true,\"content\":{\"application/json\":{",
        "\"note\":{\"type\":\"object\",\"required\":[\"text\"],\"properties\":{\"text\":",
        "\"count\":{\"description\":\"Số người\",\"type\":\"integer\",\"maximum\":99}",
        "\"day\":{\"description\":\"Ngày\",\"type\":[\"string\",\"null\"],\"format\":\"date\"}",
        "\"enum\":[\"yes\",\"no\"]",
        "\"problem\":{\"type\":\"object\"",
    };
    struct arena *arena = arena_create(1 << 20);
    struct out out = out_open(arena, 1 << 19);
    (void)state;
    openapi_write(&out, arena, fake_server());
    struct str document = out_str(&out);
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (str_find(document, str_of(parts[i])) == document.n) {
            fail_msg("no %s in %.*s", parts[i], STR_ARG(document));
        }
    }
    assert_int_equal(str_find(document, STR("\"secret\"")), document.n);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_belong_to_someone_and_end),
        cmocka_unit_test(buckets_fill_again),
        cmocka_unit_test(cookies_are_found_among_others),
        cmocka_unit_test(the_api_is_described),
    };
    must(crypt_start());
    return cmocka_run_group_tests(tests, NULL, NULL);
}
