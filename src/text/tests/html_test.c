/* Escaping in every place and of every type, and at every position of the sixteen-byte step. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/html.h"
#include "text/tongue.h"

static const struct tongue ENGLISH = { .code = "en" };

static struct out start(void)
{
    static char buffer[1024];
    return out_fixed(buffer, sizeof buffer);
}

static void assert_text(const struct out *out, const char *expected)
{
    struct str got = out_str(out);
    if (out->overflowed || !str_equal(got, str_of(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(got), expected);
    }
}

static void escapes_by_place(void **state)
{
    (void)state;
    const struct str evil = STR("<a href='x'>\"Đ\" & co</a>");
    struct out out = start();
    tpl_text(&out, evil);
    assert_text(&out, "&lt;a href='x'&gt;\"Đ\" &amp; co&lt;/a&gt;");
    out = start();
    tpl_rcdata(&out, evil);
    assert_text(&out, "&lt;a href='x'&gt;\"Đ\" &amp; co&lt;/a&gt;");
    out = start();
    tpl_attr(&out, evil);
    assert_text(&out, "&lt;a href=&#39;x&#39;&gt;&quot;Đ&quot; &amp; co&lt;/a&gt;");
    out = start();
    tpl_url_path(&out, STR("a/b?c&\"Đ\" .."));
    assert_text(&out, "a%2Fb%3Fc%26%22%C4%90%22%20..");
    out = start();
    tpl_url_query(&out, STR("a=b&c +"));
    assert_text(&out, "a%3Db%26c%20%2B");
    out = start();
    tpl_url_start(&out, ((struct local_url){ STR("/tim?q=%22&trang='2'") }));
    assert_text(&out, "/tim?q=%22&amp;trang=&#39;2&#39;");
}

static void writes_each_type_by_place(void **state)
{
    (void)state;
    const struct day day = day_of(2026, 11, 22);
    const struct instant instant = instant_parse(STR("2026-03-13T08:30:00+07:00"));
    const uint16_t small = 1024;
    const size_t size = 12345;
    const char *z = "a<b";
    char array[] = "c>d";

    struct out out = start();
    tpl_text(&out, z);
    tpl_text(&out, array);
    tpl_text(&out, "&");
    assert_text(&out, "a&lt;bc&gt;d&amp;");
    out = start();
    tpl_text(&out, 1234567);
    tpl_text(&out, small);
    tpl_text(&out, size);
    tpl_text(&out, INT64_C(-5));
    assert_text(&out, "1.234.5671.02412.345-5");
    out = start();
    out.tongue = &ENGLISH;
    tpl_rcdata(&out, 1234567L);
    assert_text(&out, "1,234,567");
    out = start();
    tpl_text(&out, day);
    tpl_rcdata(&out, instant);
    assert_text(&out, "22/11/202608:30 ngày 13/03/2026");
    out = start();
    tpl_attr(&out, day);
    tpl_attr(&out, instant);
    tpl_attr(&out, 1234567);
    tpl_attr(&out, size);
    tpl_attr(&out, z);
    assert_text(&out, "2026-11-222026-03-13T08:30:00+07:00123456712345a&lt;b");
    out = start();
    tpl_url_path(&out, 1234567);
    tpl_url_query(&out, day);
    tpl_url_query(&out, z);
    assert_text(&out, "12345672026-11-22a%3Cb");
    out = start();
    tpl_text(&out, ((struct safe_html){ STR("<p>&amp;</p>") }));
    tpl_text(&out, ((struct local_url){ STR("/a?b&c") }));
    assert_text(&out, "<p>&amp;</p>/a?b&amp;c");
}

static void writes_nothing_for_what_is_absent(void **state)
{
    (void)state;
    struct out out = start();
    tpl_text(&out, STR_NONE);
    tpl_text(&out, (const char *)NULL);
    tpl_text(&out, DAY_NONE);
    tpl_text(&out, INSTANT_NONE);
    tpl_text(&out, ((struct safe_html){ STR_NONE }));
    tpl_attr(&out, STR_NONE);
    tpl_attr(&out, DAY_NONE);
    tpl_attr(&out, INSTANT_NONE);
    tpl_url_query(&out, STR_NONE);
    tpl_url_start(&out, ((struct local_url){ STR_NONE }));
    assert_text(&out, "");
}

/* A sign and what it becomes. */
struct escape {
    char sign;
    const char *text;
    const char *attribute;
};

static void assert_escaped(const struct escape *escape, size_t at, size_t n, bool is_attribute)
{
    char source[50];
    char expected[100];
    memset(source, 'x', sizeof source);
    source[at] = escape->sign;
    struct str entity = str_of(is_attribute ? escape->attribute : escape->text);
    memset(expected, 'x', sizeof expected);
    memmove(expected + at, entity.p, entity.n);
    struct out out = start();
    (is_attribute ? html_attr : html_text)(&out, str_span(source, n));
    if (!str_equal(out_str(&out), str_span(expected, n - 1 + entity.n))) {
        fail_msg("'%c' at %zu of %zu", escape->sign, at, n);
    }
}

/* Every sign at every place of three steps. */
static void escapes_at_every_position(void **state)
{
    (void)state;
    static const struct escape escapes[] = {
        { '&', "&amp;", "&amp;" }, { '<', "&lt;", "&lt;" },    { '>', "&gt;", "&gt;" },
        { '"', "\"", "&quot;" },   { '\'', "'", "&#39;" },     { '%', "%", "%" },
        { '=', "=", "=" },         { '\xc4', "\xc4", "\xc4" },
    };
    for (size_t n = 1; n <= 50; n++) {
        for (size_t at = 0; at < n; at++) {
            for (size_t i = 0; i < COUNT(escapes); i++) {
                assert_escaped(&escapes[i], at, n, false);
                assert_escaped(&escapes[i], at, n, true);
            }
        }
    }
    struct out out = start();
    html_text(&out, str_span("a\0<", 3));
    assert_int_equal(out.n, 6);
}

/* Pieces of a marked language say so between tags; elsewhere the signs are left out, whoever wrote
 * them. */
static void marks_a_language_where_it_may(void **state)
{
    (void)state;
    static const struct phrase phrases[] = { { "Gửi", "\x01⟦G&⟧\x02", NULL } };
    static const struct tongue marked = { "pac", "⟦T⟧", phrases, COUNT(phrases), true };
    struct out out = start();
    out.tongue = &marked;
    tpl_sentence(&out, html_text, "Gửi");
    assert_text(&out, "<bdi lang=\"pac\">⟦G&amp;⟧</bdi>");
    out.n = 0;
    tpl_sentence(&out, html_rcdata, "Gửi");
    tpl_attr(&out, tongue_text(&marked, "Gửi"));
    assert_text(&out, "⟦G&amp;⟧⟦G&amp;⟧");
    out.n = 0;
    tpl_label(&out, "Gửi");
    tpl_sentence(&out, html_text, "Đổi");
    assert_text(&out, "GửiĐổi");
    out.n = 0;
    out.tongue = &ENGLISH;
    tpl_text(&out, STR("\x01x\x02"));
    assert_text(&out, "x");
    /* At every place of the sixteen-byte step. */
    for (size_t i = 0; i < 40; i++) {
        char text[64];
        memset(text, 'a', sizeof text);
        text[i] = TONGUE_END;
        out.n = 0;
        tpl_text(&out, str_span(text, 41));
        assert_int_equal(out.n, 40);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_by_place),
        cmocka_unit_test(writes_each_type_by_place),
        cmocka_unit_test(writes_nothing_for_what_is_absent),
        cmocka_unit_test(escapes_at_every_position),
        cmocka_unit_test(marks_a_language_where_it_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
