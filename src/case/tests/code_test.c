/* Codes: every single wrong sign is noticed, and what people type is read. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "case/code.h"

static void reads_what_people_type(void **state)
{
    (void)state;
    char code[CODE_CHARS + 1];
    code_make(STR("PX"), (const uint8_t[8]){ 1, 2, 3, 4, 5, 6, 7, 8 }, code);
    char loose[40];
    size_t n = 0;
    for (const char *c = code; *c; c++) {
        loose[n++] = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
        loose[n++] = ' ';
    }
    char read[CODE_CHARS + 1];
    char doubtful;
    assert_int_equal(code_read(str_span(loose, n), read, &doubtful), CODE_GOOD);
    assert_string_equal(read, code);
    assert_int_equal(code_read(STR("PX-234"), read, &doubtful), CODE_WRONG_LENGTH);
    assert_int_equal(code_read(STR("PX-2340-2345"), read, &doubtful), CODE_DOUBTFUL_SIGN);
    assert_int_equal(doubtful, '0');
    assert_int_equal(code_read(STR("P7-2342-2345"), read, &doubtful), CODE_DOUBTFUL_SIGN);
    assert_int_equal(doubtful, '7');
    assert_int_equal(code_read(STR_NONE, read, &doubtful), CODE_WRONG_LENGTH);
}

static void notices_every_single_wrong_sign(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 200; seed++) {
        uint8_t bits[8] = {
            (uint8_t)seed, (uint8_t)(seed * 7), 3, 9, (uint8_t)(seed * 31), 5, 77, 1
        };
        char code[CODE_CHARS + 1];
        code_make(STR("TL"), bits, code);
        for (size_t at = 3; at < CODE_CHARS; at++) {
            for (const char *sign = CODE_SIGNS; code[at] != '-' && *sign; sign++) {
                char wrong[CODE_CHARS + 1];
                char read[CODE_CHARS + 1];
                char doubtful;
                memcpy(wrong, code, sizeof wrong);
                wrong[at] = *sign;
                enum code_fault expected = *sign == code[at] ? CODE_GOOD : CODE_WRONG_CHECK;
                assert_int_equal(code_read(str_of(wrong), read, &doubtful), expected);
            }
        }
    }
}

static void secrets_are_eight_signs(void **state)
{
    (void)state;
    char secret[SECRET_SIGNS + 1];
    secret_make((const uint8_t[8]){ 255, 255, 255, 255, 255, 255, 255, 255 }, secret);
    assert_int_equal(strlen(secret), SECRET_SIGNS);
    char read[SECRET_SIGNS + 1];
    assert_true(secret_read(str_of(secret), read));
    assert_string_equal(read, secret);
    assert_false(secret_read(STR("2345678"), read));
    assert_false(secret_read(STR("2345678O"), read));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_people_type),
        cmocka_unit_test(notices_every_single_wrong_sign),
        cmocka_unit_test(secrets_are_eight_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
