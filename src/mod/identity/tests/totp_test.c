/* The second factor against the vectors of RFC 6238 and RFC 4648, and what must not pass. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mod/identity/totp.h"

/* RFC 6238 appendix B, SHA-1: "12345678901234567890"; six digits are the last six of its eight. */
static const uint8_t SECRET[TOTP_SECRET_BYTES] = "12345678901234567890";
static const struct {
    int64_t at_s;
    const char *code;
} VECTORS[] = {
    { 59, "287082" },         { 1111111109, "081804" }, { 1111111111, "050471" },
    { 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
};

static bool check(const char *code, int64_t at_s, int64_t last_step, int64_t *ret_step)
{
    return totp_check(SECRET, str_of(code), (struct instant){ at_s }, last_step, ret_step);
}

static void the_codes_of_the_paper(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(VECTORS); i++) {
        int64_t step = 0;
        assert_true(check(VECTORS[i].code, VECTORS[i].at_s, 0, &step));
        assert_int_equal(step, VECTORS[i].at_s / TOTP_STEP_S);
    }
}

static void a_clock_may_be_one_step_off(void **state)
{
    (void)state;
    int64_t step = 0;
    const int64_t at_s = 1234567890; /* the first second of its step */
    assert_true(check("005924", at_s + 29, 0, &step));
    assert_true(check("005924", at_s + 30, 0, &step));
    assert_int_equal(step, at_s / TOTP_STEP_S);
    assert_true(check("005924", at_s + 59, 0, &step));
    assert_false(check("005924", at_s + 60, 0, &step));
    assert_true(check("005924", at_s - 1, 0, &step));
    assert_true(check("005924", at_s - 30, 0, &step));
    assert_int_equal(step, at_s / TOTP_STEP_S);
    assert_false(check("005924", at_s - 31, 0, &step));
}

static void a_code_counts_once(void **state)
{
    (void)state;
    const int64_t step_of_code = 1234567890 / TOTP_STEP_S;
    int64_t step = 7;
    assert_true(check("005924", 1234567890, step_of_code - 1, &step));
    step = 7;
    assert_false(check("005924", 1234567890, step_of_code, &step));
    assert_false(check("005924", 1234567890, step_of_code + 1, &step));
    assert_int_equal(step, 7);
}

static void only_six_digits_are_a_code(void **state)
{
    (void)state;
    int64_t step = 0;
    assert_true(check("005 924", 1234567890, 0, &step));
    assert_true(check(" 0 0 5 9 2 4 ", 1234567890, 0, &step));
    static const char *const others[] = { "",       "00592",  "0059240", "89005924", "00592a",
                                          "-05924", "005925", "005.924", "0x5924",   "٠٠٥٩٢٤" };
    for (size_t i = 0; i < COUNT(others); i++) {
        assert_false(check(others[i], 1234567890, 0, &step));
    }
    assert_false(totp_check(SECRET, (struct str){ "005924\0", 7 }, (struct instant){ 1234567890 },
                            0, &step));
}

static void the_secret_is_read_as_it_was_written(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    struct str text = totp_secret_text(arena, SECRET);
    assert_string_equal(str_z(arena, text), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    uint8_t back[TOTP_SECRET_BYTES];
    assert_true(totp_secret_parse(text, back));
    assert_memory_equal(back, SECRET, sizeof back);
    assert_true(totp_secret_parse(STR("gezdgnbvgy3tqojqgezdgnbvgy3tqojq"), back));
    static const char *const others[] = {
        "",
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJ",
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ A",
        "0EZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ GEZD",
    };
    for (size_t i = 0; i < COUNT(others); i++) {
        assert_false(totp_secret_parse(str_of(others[i]), back));
    }
    struct str link = totp_link(arena, SECRET, STR("lan@hue"));
    assert_string_equal(str_z(arena, link),
                        "otpauth://totp/Kheo:lan%40hue?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        "&issuer=Kheo&algorithm=SHA1&digits=6&period=30");
    arena_destroy(arena);
}

static void recovery_codes_are_kept_as_hashes(void **state)
{
    (void)state;
    struct arena *arena = arena_create(1 << 20);
    static const uint8_t bits[RECOVERY_CODE_BYTES] = { 0x12, 0x34, 0x56, 0x78, 0x9a,
                                                       0xbc, 0xde, 0xf0, 0x12, 0x34 };
    struct str text = recovery_code_text(arena, bits);
    assert_string_equal(str_z(arena, text), "CI2F-M6E2-XTPP-AERU");
    const struct hash expected = hash_of(str_span(bits, sizeof bits));
    static const char *const same[] = { "CI2F-M6E2-XTPP-AERU", "ci2f m6e2 xtpp aeru",
                                        "ci2fm6e2xtppaeru" };
    struct hash hash;
    for (size_t i = 0; i < COUNT(same); i++) {
        assert_true(recovery_code_hash(str_of(same[i]), &hash));
        assert_true(hash_equal(hash, expected));
    }
    assert_false(recovery_code_hash(STR("CI2F-M6E2-XTPP-AER"), &hash));
    assert_false(recovery_code_hash(STR("123456"), &hash));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_codes_of_the_paper),
        cmocka_unit_test(a_clock_may_be_one_step_off),
        cmocka_unit_test(a_code_counts_once),
        cmocka_unit_test(only_six_digits_are_a_code),
        cmocka_unit_test(the_secret_is_read_as_it_was_written),
        cmocka_unit_test(recovery_codes_are_kept_as_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
