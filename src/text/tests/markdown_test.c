/* Markdown: what officials write, what attackers write, and that the page stays in proportion. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/out.h"
#include "text/markdown.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create(64 << 20);
    return arena ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void writes_plain_documents(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "", "" },
        { "Xã đã *sửa* đường **rồi**.", "<p>Xã đã <em>sửa</em> đường <strong>rồi</strong>.</p>\n" },
        { "một\nhai\n\nba", "<p>một\nhai</p>\n<p>ba</p>\n" },
        { "một  \nhai", "<p>một<br>\nhai</p>\n" },
        { "# A\n\n## B\n\n###### C", "<h2>A</h2>\n<h3>B</h3>\n<h6>C</h6>\n" },
        { "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
        { "- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n" },
        { "1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n" },
        { "3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n" },
        { "> a", "<blockquote>\n<p>a</p>\n</blockquote>\n" },
        { "`a<b`", "<p><code>a&lt;b</code></p>\n" },
        { "```c\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n" },
        { "a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n" },
        { "a & b < c &amp; &#60;", "<p>a &amp; b &lt; c &amp; &lt;</p>\n" },
        { "\\*a\\*", "<p>*a*</p>\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str got = markdown_html(arena, str_of(rows[i][0])).html;
        if (!str_equal(got, str_of(rows[i][1]))) {
            fail_msg("\"%s\" gives \"%.*s\"", rows[i][0], STR_ARG(got));
        }
        assert_non_null(got.p);
    }
    assert_null(markdown_html(arena, STR_NONE).html.p);
}

static void lets_only_harmless_links_through(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        const char *href; /* NULL: the text only */
    } rows[] = {
        { "https://hue.gov.vn/a?b=1&c='2'", "https://hue.gov.vn/a?b=1&amp;c=&#39;2&#39;" },
        { "http://hue.gov.vn", "http://hue.gov.vn" },
        { "HTTPS://hue.gov.vn", "HTTPS://hue.gov.vn" },
        { "mailto:xa@hue.gov.vn", "mailto:xa@hue.gov.vn" },
        { "/phan-anh/1", "/phan-anh/1" },
        { "#muc-2", "#muc-2" },
        { "a/b:c", "a/b:c" },
        { "?q=a:b", "?q=a:b" },
        { "//other.example/", "//other.example/" },
        { "/đường", "/%C4%91%C6%B0%E1%BB%9Dng" },
        { "<a b\\\"c>", "a%20b%22c" },
        { "/%41%zz", "/%41%zz" },
        { "javascript:alert(1)", NULL },
        { "JavaScript:alert(1)", NULL },
        { "<javascript:alert(1)>", NULL },
        { "<java\tscript:alert(1)>", NULL },
        { "< javascript:alert(1)>", NULL },
        { "&#106;avascript:alert(1)", NULL },
        { "javascript&colon;alert(1)", NULL },
        { "javascript&#58;alert(1)", NULL },
        { "\x01javascript:alert(1)", NULL },
        { "data:text/html,x", NULL },
        { "data:image/png;base64,x", NULL },
        { "vbscript:x", NULL },
        { "file:///etc/passwd", NULL },
        { "ftp://x", NULL },
        { "tel:113", NULL },
        { "https:\u200B://x", "https:%E2%80%8B://x" },
        { "", NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str source = str_printf(arena, "[x](%s)", rows[i].url);
        struct str expected =
            rows[i].href
                ? str_printf(arena, "<p><a href=\"%s\" rel=\"nofollow\">x</a></p>\n", rows[i].href)
                : STR("<p>x</p>\n");
        struct str got = markdown_html(arena, source).html;
        if (!str_equal(got, expected)) {
            fail_msg("\"%s\" gives \"%.*s\"", rows[i].url, STR_ARG(got));
        }
    }
    struct str automatic = markdown_html(arena, STR("<https://a.vn/?x&y>")).html;
    assert_true(str_equal(automatic, STR("<p><a href=\"https://a.vn/?x&amp;y\" rel=\"nofollow\">"
                                         "https://a.vn/?x&amp;y</a></p>\n")));
}

static void shows_markup_as_text(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        { "a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n" },
        { "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n" },
        { "<!-- x -->", "<p>&lt;!-- x --&gt;\n</p>\n" },
        { "<svg/onload=alert(1)>", "<p>&lt;svg/onload=alert(1)&gt;</p>\n" },
        { "![chữ *thay*](/x.png \"t\")", "<p>chữ <em>thay</em></p>\n" },
        { "![x](javascript:alert(1))", "<p>x</p>\n" },
        { "[a](/b \"title\\\" onclick=x\")", "<p><a href=\"/b\" rel=\"nofollow\">a</a></p>\n" },
        { "[![x](/y)](javascript:z)", "<p>x</p>\n" },
        { "``` x\" onclick=\"y\na\n```", "<pre><code>a\n</code></pre>\n" },
        { "| a | b |\n|---|---|\n| 1 | 2 |", "<p>| a | b |\n|---|---|\n| 1 | 2 |</p>\n" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str got = markdown_html(arena, str_of(rows[i][0])).html;
        if (!str_equal(got, str_of(rows[i][1]))) {
            fail_msg("\"%s\" gives \"%.*s\"", rows[i][0], STR_ARG(got));
        }
    }
}

static struct str repeated(const char *piece, size_t bytes)
{
    struct out out = out_open(arena, bytes);
    while (!out.overflowed) {
        out_str_raw(&out, str_of(piece));
    }
    return out_str(&out);
}

/* Every '<' in a page is followed by something of our list, however wild the source. */
static void assert_only_ours(struct str html)
{
    static const char *const ours[] = {
        "p>",    "/p>",         "h2>",         "/h2>",         "h3>",    "/h3>",
        "h6>",   "/h6>",        "blockquote>", "/blockquote>", "ul>",    "/ul>",
        "ol>",   "ol start=\"", "/ol>",        "li>",          "/li>",   "em>",
        "/em>",  "strong>",     "/strong>",    "code>",        "/code>", "pre>",
        "/pre>", "hr>",         "br>",         "a href=\"",    "/a>",
    };
    while (html.p) {
        str_cut(&html, '<');
        bool is_ours = !html.p;
        for (size_t i = 0; i < COUNT(ours); i++) {
            is_ours = is_ours || str_starts(html, str_of(ours[i]));
        }
        if (!is_ours) {
            fail_msg("<%.*s", STR_ARG(str_slice(html, 0, 40)));
        }
    }
}

static void keeps_pages_in_proportion(void **state)
{
    (void)state;
    static const char *const pieces[] = { ">",    "- ",  "* a\n",  "1. ", "[",     "![",   "[](",
                                          "***a", "`",   "<",      "&",   "#\n",   "\n\n", "\\",
                                          "[a](", "<a ", "_a *b ", "**",  "~~~\n", "> - " };
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct str source = repeated(pieces[i], 20000);
        struct str html = markdown_html(arena, source).html;
        assert_true(html.n <= 32 * source.n + 256);
        assert_only_ours(html);
        arena_reset(arena);
    }
}

/* One long address in a definition, used thousands of times, would make megabytes of page. */
static void refuses_to_be_blown_up(void **state)
{
    (void)state;
    struct str address = repeated("/abcdefgh", 9000);
    struct str uses = repeated("[a] ", 20000);
    struct str source = str_printf(arena, "%.*s\n\n[a]: %.*s\n", STR_ARG(uses), STR_ARG(address));
    struct str html = markdown_html(arena, source).html;
    assert_true(html.n <= 32 * source.n + 256);
    assert_only_ours(html);
    assert_true(str_starts(html, STR("<p>")));
    assert_true(str_ends(html, STR("</p>\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_plain_documents),
        cmocka_unit_test(lets_only_harmless_links_through),
        cmocka_unit_test(shows_markup_as_text),
        cmocka_unit_test(keeps_pages_in_proportion),
        cmocka_unit_test(refuses_to_be_blown_up),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
