/* tplc compiles HTML templates to C functions that escape each value by context and type. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "file.h"
#include "tplc.h"

/* tplc --out DIR OWNER/html/NAME.html…   writes DIR/OWNER.h and DIR/OWNER/NAME.c; the language of
 * the templates is docs/internals/tplc.md. All files of a site come in one run. */

enum { ARENA_BYTES = 256 << 20 };

static void open_page(struct page *page, const struct site *site, const char *path);
static void write_body(const struct page *page, const char *folder);
static void write_header(const struct site *site, struct str owner, const char *folder);
static struct str signature(const struct page *page);

int main(int argc, char **argv)
{
    if (argc < 3 || strcmp(argv[1], "--out") != 0) {
        fputs("usage: tplc --out DIR OWNER/html/NAME.html...\n", stderr);
        return 2;
    }
    const char *folder = argv[2];
    jmp_buf full;
    struct arena *arena = arena_create(ARENA_BYTES);
    if (!arena || arena_guard(arena, &full)) {
        fputs("tplc: out of memory\n", stderr);
        return 2;
    }
    struct site site = { .arena = arena, .count = (size_t)argc - 3 };
    site.pages = new(arena, struct page, site.count);
    for (size_t i = 0; i < site.count; i++) {
        open_page(&site.pages[i], &site, argv[i + 3]);
    }
    for (size_t i = 0; i < site.count; i++) {
        page_read(&site.pages[i]);
    }
    /* Nothing is written before all is right. */
    for (size_t i = 0; i < site.count; i++) {
        write_body(&site.pages[i], folder);
        write_header(&site, site.pages[i].owner, folder);
    }
    arena_destroy(arena);
    return 0;
}

static bool is_identifier(struct str s)
{
    bool is_good = s.n > 0 && !(s.p[0] >= '0' && s.p[0] <= '9');
    for (size_t i = 0; i < s.n; i++) {
        const char c = s.p[i];
        is_good = is_good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
    }
    return is_good;
}

/* The last part of *path and what stands before it. */
static struct str cut_last(struct str *path)
{
    size_t n = path->n;
    while (n > 0 && path->p[n - 1] != '/') {
        n--;
    }
    const struct str last = str_slice(*path, n, path->n);
    *path = str_slice(*path, 0, n > 0 ? n - 1 : 0);
    return last;
}

static void open_page(struct page *page, const struct site *site, const char *path)
{
    struct str rest = str_of(path);
    const struct str file = cut_last(&rest);
    const struct str html = cut_last(&rest);
    *page = (struct page){ .site = site, .path = path };
    page->owner = cut_last(&rest);
    page->name = str_slice(file, 0, str_find(file, STR(".html")));
    page->source = file_read(site->arena, path);
    page->literal = out_open(site->arena, SOURCE_BYTES_MAX);
    page->code = out_open(site->arena, CODE_BYTES_MAX);
    page->includes = out_open(site->arena, SOURCE_BYTES_MAX);
    if (!str_equal(html, STR("html")) || !str_ends(file, STR(".html")) ||
        !is_identifier(page->owner) || !is_identifier(page->name)) {
        refuse(page, 0,
               "a template is OWNER/html/NAME.html, in lower case letters, "
               "digits and _");
    }
    if (page->source.n > SOURCE_BYTES_MAX) {
        refuse(page, 0, "the template is longer than %d bytes", SOURCE_BYTES_MAX);
    }
}

static struct str signature(const struct page *page)
{
    struct arena *arena = page->site->arena;
    const struct str view = page->view.p ? str_printf(arena, ", const struct %.*s *%.*s",
                                                      STR_ARG(page->view), STR_ARG(page->view_name))
                                         : STR("");
    return str_printf(arena, "void %.*s_%.*s_html(struct out *o%.*s)", STR_ARG(page->owner),
                      STR_ARG(page->name), STR_ARG(view));
}

static void write_body(const struct page *page, const char *folder)
{
    struct arena *arena = page->site->arena;
    struct out out = out_open(arena, 2 * (size_t)CODE_BYTES_MAX);
    out_printf(&out, "/* %s as C, made by tplc. */\n", page->path);
    out_printf(&out, "#include \"html/%.*s.h\"\n\n", STR_ARG(page->owner));
    out_lit(&out, "#include \"base/out.h\"\n"
                  "#include \"text/html.h\"\n"
                  "#include \"text/message.h\"\n"
                  "#include \"text/tongue.h\"\n");
    out_str_raw(&out, out_str(&page->includes));
    out_printf(&out, "\n%.*s\n{\n", STR_ARG(signature(page)));
    if (page->view.p) {
        out_printf(&out, "    (void)%.*s;\n", STR_ARG(page->view_name));
    }
    out_str_raw(&out, out_str(&page->code));
    out_lit(&out, "}\n");
    const struct str path =
        str_printf(arena, "%s/%.*s/%.*s.c", folder, STR_ARG(page->owner), STR_ARG(page->name));
    file_write(arena, str_z(arena, path), out_str(&out));
}

/* Declares all templates of the owner, which are anywhere among the site's. */
static void write_header(const struct site *site, struct str owner, const char *folder)
{
    struct out out = out_open(site->arena, SOURCE_BYTES_MAX);
    out_printf(&out, "/* The pages of %.*s, made by tplc. */\n", STR_ARG(owner));
    out_printf(&out, "#ifndef HTML_%.*s_H\n#define HTML_%.*s_H\n\nstruct out;\n", STR_ARG(owner),
               STR_ARG(owner));
    for (size_t i = 0; i < site->count; i++) {
        const struct page *page = &site->pages[i];
        if (!str_equal(page->owner, owner)) {
            continue;
        }
        if (page->view.p) {
            out_printf(&out, "\nstruct %.*s;", STR_ARG(page->view));
        }
        out_printf(&out, "\n%.*s;\n", STR_ARG(signature(page)));
    }
    out_lit(&out, "\n#endif\n");
    const struct str path = str_printf(site->arena, "%s/%.*s.h", folder, STR_ARG(owner));
    file_write(site->arena, str_z(site->arena, path), out_str(&out));
}
