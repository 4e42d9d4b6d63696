/* Translation: found, missing, plural, at both ends of the table, and languages by code. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/tongue.h"

static const struct phrase PHRASES[] = {
    { "Gửi", "Send", NULL },    { "Quay lại", "Back", NULL },
    { "Xong.", "Done.", NULL }, { "còn %s ngày", "%s day left", "%s days left" },
    { "Đóng", "Close", NULL },
};
static const struct tongue VIETNAMESE = { .code = "vi", .name = "Tiếng Việt" };
static const struct tongue ENGLISH = { "en", "English", PHRASES, COUNT(PHRASES), false };
const struct tongue *const tongues[] = { &VIETNAMESE, &ENGLISH, NULL };

static void translates(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(PHRASES); i++) {
        assert_string_equal(tongue_text(&ENGLISH, PHRASES[i].source).p, PHRASES[i].text);
        assert_string_equal(tongue_text(&VIETNAMESE, PHRASES[i].source).p, PHRASES[i].source);
    }
    static const char *const missing[] = { "", "A", "Quay", "Quay lại ", "ở đây", "\xff" };
    for (size_t i = 0; i < COUNT(missing); i++) {
        assert_string_equal(tongue_text(&ENGLISH, missing[i]).p, missing[i]);
    }
    assert_string_equal(tongue_text(NULL, "Gửi").p, "Gửi");
}

static void tells_one_from_many(void **state)
{
    (void)state;
    static const struct {
        int64_t n;
        const char *english;
    } rows[] = {
        { 0, "%s days left" },
        { 1, "%s day left" },
        { 2, "%s days left" },
        { -1, "%s days left" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_string_equal(tongue_plural(&ENGLISH, "còn %s ngày", rows[i].n).p, rows[i].english);
        assert_string_equal(tongue_plural(&VIETNAMESE, "còn %s ngày", rows[i].n).p, "còn %s ngày");
    }
    assert_string_equal(tongue_plural(&ENGLISH, "Gửi", 2).p, "Send");
    assert_string_equal(tongue_plural(&ENGLISH, "%s hồ sơ", 2).p, "%s hồ sơ");
}

static void finds_languages(void **state)
{
    (void)state;
    assert_ptr_equal(tongue_find(STR("vi")), &VIETNAMESE);
    assert_ptr_equal(tongue_find(STR("EN")), &ENGLISH);
    assert_null(tongue_find(STR("fr")));
    assert_null(tongue_find(STR("e")));
    assert_null(tongue_find(STR_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(translates),
        cmocka_unit_test(tells_one_from_many),
        cmocka_unit_test(finds_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
