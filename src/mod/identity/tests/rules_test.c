/* Rules of names, passwords, throttling and sessions, as tables. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/identity/common_passwords.h"
#include "mod/identity/passwords.h"
#include "mod/identity/rules.h"

static void names_to_sign_in_with(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool is_good;
    } rows[] = {
        { "lan", true },
        { "lan.tran-2_x@hue", true },
        { "l", false },
        { "", false },
        { "Lan", false },
        { "lan tran", false },
        { "lân", false },
        { "lan\n", false },
        { "1234567890123456789012345678901234567890", true },
        { "12345678901234567890123456789012345678901", false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(verdict_is_ok(sign_in_rule(str_of(rows[i].name))), rows[i].is_good);
    }
}

static void days_of_a_post(void **state)
{
    (void)state;
    static const struct {
        struct day from, until;
        const char *field; /* at fault; NULL: none */
    } rows[] = {
        { DAY(2026, 3, 2), DAY_OPEN, NULL },
        { DAY(2026, 3, 2), DAY(2026, 3, 2), NULL },
        { DAY(2026, 3, 2), DAY(2026, 3, 1), "until" },
        { DAY_OPEN, DAY(2026, 3, 2), "from" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct verdict verdict = post_rule(STR("Chuyên viên"), rows[i].from, rows[i].until);
        assert_int_equal(verdict_is_ok(verdict), rows[i].field == NULL);
        if (rows[i].field) {
            assert_string_equal(verdict.field, rows[i].field);
        }
    }
}

static void powers(void **state)
{
    (void)state;
    static const struct {
        const char *power;
        bool is_good;
    } rows[] = {
        { "admin", true },       { "org.manage", true }, { "feedback.hand_le", true },
        { "", false },           { "a", false },         { ".manage", false },
        { "org.", false },       { "org.a.b", false },   { "Org.manage", false },
        { "org manage", false },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(verdict_is_ok(power_rule("power", str_of(rows[i].power))),
                         rows[i].is_good);
    }
}

static void passwords(void **state)
{
    (void)state;
    static const struct {
        const char *password;
        bool is_good;
    } rows[] = {
        { "trời mưa ở Vỹ Dạ", true },    { "k7mf-q2xw-9pbn-t4rd", true },
        { "ngắn quá", false },                                     /* eight letters */
        { "mười chữ á", true },                                    /* ten letters, more bytes */
        { "chín chữ á", true },          { "matkhau2026", false }, /* a common word with a year */
        { "Mật khẩu 2026!", false },                               /* the same, dressed up */
        { "123matkhau123", false },      { "anhyeuem123456", false },
        { "password123!", false },       { "0912345678", false }, /* a telephone */
        { "19/05/1990..", false },                                /* a birthday */
        { "aaaaaaaaaaaaa", false },      { "abababababab", false },
        { "lan.tran nhà ở Huế", false }, /* the sign-in name */
        { "con mèo nhà bà Sáu", true },
    };
    struct arena *arena = arena_create(1 << 20);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct verdict verdict = password_rule(arena, str_of(rows[i].password), STR("lan.tran"));
        if (verdict_is_ok(verdict) != rows[i].is_good) {
            fail_msg("%s: %s", rows[i].password, verdict.sentence ? verdict.sentence : "ok");
        }
    }
    char longest[PASSWORD_CHARS_MAX + 2] = "";
    for (size_t i = 0; i < PASSWORD_CHARS_MAX + 1; i++) {
        longest[i] = (char)('a' + i % 26);
    }
    assert_false(verdict_is_ok(password_rule(arena, str_of(longest), STR("x"))));
    longest[PASSWORD_CHARS_MAX] = '\0';
    assert_true(verdict_is_ok(password_rule(arena, str_of(longest), STR("x"))));
    arena_destroy(arena);
}

/* The list is what the rule compares with: small letters only, sorted, none twice. */
static void the_list_of_words_is_folded(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMMON_PASSWORD_COUNT; i++) {
        for (const char *c = COMMON_PASSWORDS[i]; *c; c++) {
            assert_true(*c >= 'a' && *c <= 'z');
        }
        assert_true(i == 0 ||
                    str_compare(str_of(COMMON_PASSWORDS[i - 1]), str_of(COMMON_PASSWORDS[i])) < 0);
    }
    assert_true(COMMON_PASSWORD_COUNT >= 300);
}

static void a_password_of_ours_is_good(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    struct str password = password_generate(arena);
    assert_int_equal(password.n, 19);
    assert_true(verdict_is_ok(password_rule(arena, password, STR("lan"))));
    assert_false(str_equal(password, password_generate(arena)));
    arena_destroy(arena);
}

/* An unknown name must take as long as a known one: the constant hash has today's parameters. */
static void nobody_takes_as_long_as_somebody(void **state)
{
    (void)state;
    assert_true(crypt_start());
    char hash[PASSWORD_HASH_BYTES];
    bool is_right = true;
    assert_true(gate_hash(STR("con mèo nhà bà Sáu"), hash));
    assert_true(str_starts(str_of(hash), STR("$argon2id$v=19$m=65536,t=2,p=1$")));
    assert_true(gate_verify(STR("con mèo nhà bà Sáu"), hash, &is_right));
    assert_true(is_right);
    assert_true(gate_verify(STR("con mèo nhà bà Bảy"), hash, &is_right));
    assert_false(is_right);
    assert_true(gate_verify(STR("con mèo nhà bà Sáu"), NULL, &is_right));
    assert_false(is_right);
}

static void wrong_passwords_slow_down(void **state)
{
    (void)state;
    static const struct {
        int64_t failures;
        int64_t delay_s;
    } rows[] = {
        { 0, 0 },
        { 1, 0 },
        { 4, 0 },
        { 5, 30 },
        { 6, 60 },
        { 7, 120 },
        { 8, 240 },
        { 9, 480 },
        { 10, 960 },
        { 11, 1920 },
        { 12, 3600 },
        { 13, 3600 },
        { 1000000000, 3600 },
    };
    const struct instant last = { 1790000000 };
    for (size_t i = 0; i < COUNT(rows); i++) {
        int64_t open = sign_in_open_at(rows[i].failures, last).s;
        assert_int_equal(open, rows[i].delay_s ? last.s + rows[i].delay_s : 0);
    }
    const struct instant day_later = { last.s + FAILURE_LIFE_S };
    const struct instant later = { last.s + FAILURE_LIFE_S + 1 };
    assert_int_equal(sign_in_failures_after(7, last, day_later), 8);
    assert_int_equal(sign_in_failures_after(7, last, later), 1);
}

static void sessions_end(void **state)
{
    (void)state;
    static const struct {
        int64_t created_before_s;
        int64_t seen_before_s;
        bool is_half;
        bool is_alive;
    } rows[] = {
        { 0, 0, false, true },
        { 6 * 3600, 29 * 60, false, true },
        { 6 * 3600, 35 * 60 - 1, false, true }, /* seen is up to five minutes behind */
        { 6 * 3600, 35 * 60, false, false },
        { 12 * 3600 - 1, 0, false, true },
        { 12 * 3600, 0, false, false },
        { 299, 299, true, true },
        { 300, 0, true, false },
    };
    const struct instant now = { 1790000000 };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct session_times times = { { now.s - rows[i].created_before_s },
                                       { now.s - rows[i].seen_before_s },
                                       rows[i].is_half };
        assert_int_equal(session_is_alive(times, now), rows[i].is_alive);
    }
}

static void a_factor_is_fresh_for_ten_minutes(void **state)
{
    (void)state;
    struct instant shown = { 1773392400 };
    static const struct {
        int64_t later_s;
        bool is_fresh;
    } rows[] = { { 0, true }, { 599, true }, { 600, false }, { DAY_S, false } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_int_equal(factor_is_fresh(shown, (struct instant){ shown.s + rows[i].later_s }),
                         rows[i].is_fresh);
    }
    assert_false(factor_is_fresh((struct instant){ 0 }, (struct instant){ 1 }));
}

static void browsers(void **state)
{
    (void)state;
    static const struct {
        const char *agent;
        const char *label;
    } rows[] = {
        { "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
          "Chrome/120.0.0.0 Safari/537.36",
          "Chrome, Windows" },
        { "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
          "Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0",
          "Edge, Windows" },
        { "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0",
          "Firefox, Linux" },
        { "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
          "like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
          "Safari, iPhone" },
        { "Mozilla/5.0 (Linux; Android 13; SM-A137F) AppleWebKit/537.36 (KHTML, like Gecko) "
          "SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36",
          "Samsung, Android" },
        { "curl/8.0", "curl" },
        { "<script>", "Trình duyệt khác" },
        { "", "Trình duyệt khác" },
    };
    struct arena *arena = arena_create(1 << 20);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str label = browser_label(arena, str_of(rows[i].agent));
        assert_string_equal(str_z(arena, label), rows[i].label);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_to_sign_in_with),
        cmocka_unit_test(days_of_a_post),
        cmocka_unit_test(powers),
        cmocka_unit_test(passwords),
        cmocka_unit_test(the_list_of_words_is_folded),
        cmocka_unit_test(a_password_of_ours_is_good),
        cmocka_unit_test(nobody_takes_as_long_as_somebody),
        cmocka_unit_test(wrong_passwords_slow_down),
        cmocka_unit_test(sessions_end),
        cmocka_unit_test(a_factor_is_fresh_for_ten_minutes),
        cmocka_unit_test(browsers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
