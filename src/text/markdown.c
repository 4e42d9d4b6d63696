/* Our own writer over cmark's tree: what it does not know how to write cannot be in a page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/markdown.h"

#include <cmark-gfm.h>
#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/out.h"
#include "text/html.h"

/* A page may be this much longer than its source: one '>' can be a whole <blockquote></blockquote>.
 * More comes only from link definitions used over and over to blow a page up. */
enum { GROWTH_MAX = 32, ROOM_BYTES = 256 };

/* cmark's, to be freed with the arena if not before. */
struct parsed {
    cmark_node *document;
    cmark_iter *iterator;
};

/* What is written before and after the contents of a node. Leaves have a text instead of contents,
 * and no end of their own. HTML is such a leaf: it is shown as it was typed. */
struct element {
    cmark_node_type type;
    bool is_leaf;
    const char *before;
    const char *after;
};

static const struct element ELEMENTS[] = {
    { CMARK_NODE_BLOCK_QUOTE, false, "<blockquote>\n", "</blockquote>\n" },
    { CMARK_NODE_ITEM, false, "<li>", "</li>\n" },
    { CMARK_NODE_EMPH, false, "<em>", "</em>" },
    { CMARK_NODE_STRONG, false, "<strong>", "</strong>" },
    { CMARK_NODE_CODE_BLOCK, true, "<pre><code>", "</code></pre>\n" },
    { CMARK_NODE_HTML_BLOCK, true, "<p>", "</p>\n" },
    { CMARK_NODE_THEMATIC_BREAK, true, "<hr>\n", "" },
    { CMARK_NODE_TEXT, true, "", "" },
    { CMARK_NODE_HTML_INLINE, true, "", "" },
    { CMARK_NODE_CODE, true, "<code>", "</code>" },
    { CMARK_NODE_SOFTBREAK, true, "\n", "" },
    { CMARK_NODE_LINEBREAK, true, "<br>\n", "" },
};

static void parsed_free(void *subject);
static void write_node(struct out *out, cmark_node *node, bool is_start);
static void write_element(struct out *out, cmark_node *node, bool is_start);
static void write_list(struct out *out, cmark_node *list, bool is_start);
static bool is_tight(cmark_node *paragraph);
static void write_link(struct out *out, cmark_node *link, bool is_start);
static bool is_allowed_url(struct str url);
static void write_url(struct out *out, struct str url);
static struct str plain_html(struct arena *arena, struct str source);

struct safe_html markdown_html(struct arena *arena, struct str source)
{
    if (!source.p) {
        return (struct safe_html){ STR_NONE };
    }
    struct parsed *parsed = new(arena, struct parsed, 1);
    arena_defer(arena, parsed_free, parsed);
    parsed->document = cmark_parse_document(source.p, source.n, CMARK_OPT_VALIDATE_UTF8);
    must(parsed->document);
    parsed->iterator = cmark_iter_new(parsed->document);
    must(parsed->iterator);

    struct out out = out_open(arena, source.n * GROWTH_MAX + ROOM_BYTES);
    cmark_event_type event;
    while ((event = cmark_iter_next(parsed->iterator)) != CMARK_EVENT_DONE) {
        write_node(&out, cmark_iter_get_node(parsed->iterator), event == CMARK_EVENT_ENTER);
    }
    parsed_free(parsed);
    /* A page cut off in the middle would leave its elements open. */
    return (struct safe_html){ out.overflowed ? plain_html(arena, source) : out_str(&out) };
}

static void parsed_free(void *subject)
{
    struct parsed *parsed = subject;
    if (parsed->iterator) {
        cmark_iter_free(parsed->iterator);
    }
    if (parsed->document) {
        cmark_node_free(parsed->document);
    }
    *parsed = (struct parsed){ NULL, NULL };
}

/* Images have no case: what is inside of them, their alternative text, is written as any text. */
static void write_node(struct out *out, cmark_node *node, bool is_start)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) {
        if (!is_tight(node)) {
            out_str_raw(out, is_start ? STR("<p>") : STR("</p>\n"));
        }
    } else if (type == CMARK_NODE_HEADING) {
        int level = cmark_node_get_heading_level(node);
        out_printf(out, is_start ? "<h%d>" : "</h%d>\n", level < 5 ? level + 1 : 6);
    } else if (type == CMARK_NODE_LIST) {
        write_list(out, node, is_start);
    } else if (type == CMARK_NODE_LINK) {
        write_link(out, node, is_start);
    } else {
        write_element(out, node, is_start);
    }
}

static void write_element(struct out *out, cmark_node *node, bool is_start)
{
    for (size_t i = 0; i < COUNT(ELEMENTS); i++) {
        const struct element *element = &ELEMENTS[i];
        if (element->type == cmark_node_get_type(node)) {
            if (is_start) {
                out_str_raw(out, str_of(element->before));
            }
            if (element->is_leaf) {
                html_text_z(out, cmark_node_get_literal(node));
            }
            if (element->is_leaf || !is_start) {
                out_str_raw(out, str_of(element->after));
            }
            return;
        }
    }
}

static void write_list(struct out *out, cmark_node *list, bool is_start)
{
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
        out_str_raw(out, is_start ? STR("<ul>\n") : STR("</ul>\n"));
    } else if (!is_start) {
        out_lit(out, "</ol>\n");
    } else if (cmark_node_get_list_start(list) == 1) {
        out_lit(out, "<ol>\n");
    } else {
        out_printf(out, "<ol start=\"%d\">\n", cmark_node_get_list_start(list));
    }
}

/* A paragraph that is the text of a list item without blank lines. */
static bool is_tight(cmark_node *paragraph)
{
    cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

static void write_link(struct out *out, cmark_node *link, bool is_start)
{
    struct str url = str_of(cmark_node_get_url(link));
    if (!is_allowed_url(url)) {
        return;
    }
    if (is_start) {
        out_lit(out, "<a href=\"");
        write_url(out, url);
        out_lit(out, "\" rel=\"nofollow\">");
    } else {
        out_lit(out, "</a>");
    }
}

/* A scheme is what stands before a ':' that comes before any of "/?#" (RFC 3986, 3.1). */
static bool is_allowed_url(struct str url)
{
    size_t n = 0;
    while (n < url.n && !strchr(":/?#", url.p[n])) {
        n++;
    }
    if (n == url.n || url.p[n] != ':') {
        return url.n > 0;
    }
    struct str scheme = str_slice(url, 0, n);
    return str_equal_nocase(scheme, STR("https")) || str_equal_nocase(scheme, STR("http")) ||
           str_equal_nocase(scheme, STR("mailto"));
}

/* Bytes that have no place in an address are encoded; what is encoded already stays so. */
static void write_url(struct out *out, struct str url)
{
    for (size_t i = 0; i < url.n; i++) {
        struct str byte = str_slice(url, i, i + 1);
        if (url.p[i] && strchr("%:/?#[]@!$&'()*+,;=", url.p[i])) {
            html_attr(out, byte);
        } else {
            out_percent(out, byte);
        }
    }
}

static struct str plain_html(struct arena *arena, struct str source)
{
    struct out out = out_open(arena, source.n * GROWTH_MAX + ROOM_BYTES);
    out_lit(&out, "<p>");
    html_text(&out, source);
    out_lit(&out, "</p>\n");
    return out_str(&out);
}
