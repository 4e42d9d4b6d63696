/* How tplc reads a template: literal HTML through the context machine, tags to tplc_tag.c. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "text.h"
#include "tplc.h"

/* C compilers warn about longer string constants (C17 5.2.4.1), and people cannot read them. */
enum { LITERAL_BYTES_MAX = 3000 };

static void read_literal(struct page *page, size_t to);
static void read_space(struct page *page, size_t to);
static void finish(struct page *page);
static bool is_alone_on_line(const struct page *page, size_t at);
static void skip_space(struct page *page);

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void page_read(struct page *page)
{
    const struct str source = page->source;
    if (!str_is_utf8(source) || str_find_byte(source, '\0') < source.n) {
        refuse(page, 0, "the file is not UTF-8 text");
    }
    while (page->at < source.n) {
        const size_t open = page->at + str_find(str_slice(source, page->at, source.n), STR("{{"));
        read_literal(page, open);
        if (open == source.n) {
            break;
        }
        const bool may_collapse = html_may_collapse(&page->html);
        if (tag_read(page) && may_collapse && is_alone_on_line(page, open)) {
            skip_space(page);
        }
    }
    finish(page);
}

static void read_literal(struct page *page, size_t to)
{
    while (page->at < to) {
        const char *p = page->source.p + page->at;
        if (is_space(*p) && html_may_collapse(&page->html)) {
            read_space(page, to);
            continue;
        }
        const enum html_state before = page->html.state;
        const size_t n = html_step(&page->html, str_span(p, to - page->at));
        if (n == 0) {
            refuse(page, page->at, "%s", page->html.refusal);
        }
        out_bytes(&page->literal, p, n);
        page->at += n;
        if (before == HTML_IN_TAG && page->html.state == HTML_TEXT &&
            page->html.element == HTML_TEXTAREA && p[n] != '\n') {
            /* A browser drops a line break after <textarea>: it must not be the writer's own. */
            out_char(&page->literal, '\n');
        }
    }
}

/* Indentation and empty lines are for those who read the template; one line break is as good. */
static void read_space(struct page *page, size_t to)
{
    const size_t from = page->at;
    bool has_newline = false;
    while (page->at < to && is_space(page->source.p[page->at])) {
        has_newline = has_newline || page->source.p[page->at] == '\n';
        page->at++;
    }
    if (from == 0) {
        return;
    }
    if (!has_newline) {
        out_bytes(&page->literal, page->source.p + from, page->at - from);
    } else {
        out_char(&page->literal, '\n');
    }
}

static bool is_alone_on_line(const struct page *page, size_t at)
{
    const struct str source = page->source;
    while (at > 0 && is_space(source.p[at - 1]) && source.p[at - 1] != '\n') {
        at--;
    }
    size_t end = page->at;
    while (end < source.n && is_space(source.p[end]) && source.p[end] != '\n') {
        end++;
    }
    return (at == 0 || source.p[at - 1] == '\n') && (end == source.n || source.p[end] == '\n');
}

static void skip_space(struct page *page)
{
    while (page->at < page->source.n && is_space(page->source.p[page->at])) {
        page->at++;
    }
}

static void finish(struct page *page)
{
    if (page->depth > 0) {
        refuse(page, page->blocks[page->depth - 1].at, "this block is not closed: add {{end}}");
    }
    if (page->html.state != HTML_TEXT || page->html.element != HTML_PLAIN) {
        refuse(page, page->source.n,
               "the template ends %s: it must end in text, so that any other may follow",
               html_place(&page->html));
    }
    literal_flush(page);
}

/* One C string per line of HTML. */
void literal_flush(struct page *page)
{
    const struct str literal = out_str(&page->literal);
    struct out *code = &page->code;
    size_t in_call = 0;
    for (size_t i = 0; i < literal.n; i++) {
        if (in_call == 0) {
            out_printf(code, "%*sout_lit(o, \"", 4 * (int)(page->depth + 1), "");
        }
        text_c_byte(code, literal.p[i]);
        in_call++;
        /* A character is not cut: the next byte begins another one. */
        const bool may_cut = i + 1 == literal.n || ((unsigned char)literal.p[i + 1] & 0xC0) != 0x80;
        if (i + 1 == literal.n || (may_cut && in_call >= LITERAL_BYTES_MAX)) {
            out_lit(code, "\");\n");
            in_call = 0;
        } else if (literal.p[i] == '\n') {
            out_printf(code, "\"\n%*s\"", 4 * (int)(page->depth + 1) + 11, "");
        }
    }
    page->literal.n = 0;
}

void refuse(const struct page *page, size_t at, const char *format, ...)
{
    size_t line = 1;
    size_t line_start = 0;
    for (size_t i = 0; i < at; i++) {
        if (page->source.p[i] == '\n') {
            line++;
            line_start = i + 1;
        }
    }
    fprintf(stderr, "%s:%zu:%zu: error: ", page->path, line,
            str_chars(str_slice(page->source, line_start, at)) + 1);
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}
