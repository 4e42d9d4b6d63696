/* The tags of tplc: values, sentences, branches, loops, calls; each becomes a line of C. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "text.h"
#include "tplc.h"

static void cut_tag(struct page *page);
static void write_value(struct page *page);
static void write_text(struct page *page);
static void write_count(struct page *page);
static void write_attribute(struct page *page);
static void write_call(struct page *page);
static void write_if(struct page *page);
static void write_elif(struct page *page);
static void write_else(struct page *page);
static void write_each(struct page *page);
static void write_end(struct page *page);
static void read_view(struct page *page);
static void read_include(struct page *page);
static void refuse_raw(struct page *page);

static const struct {
    const char *word;
    void (*write)(struct page *page);
    bool is_silent;
} tags[] = {
    { "!view", read_view, true }, { "!include", read_include, true }, { "t", write_text, false },
    { "tn", write_count, false }, { "attr", write_attribute, false }, { "call", write_call, true },
    { "if", write_if, true },     { "elif", write_elif, true },       { "else", write_else, true },
    { "each", write_each, true }, { "end", write_end, true },         { "raw", refuse_raw, false },
};

/* Attributes whose mere presence means yes. */
static const char *const yes_attributes[] = { "autofocus", "checked",  "disabled",
                                              "hidden",    "multiple", "novalidate",
                                              "open",      "required", "selected" };

/* The escaper of each context; text/html.h defines them by the type of the value. */
static const char *const escapers[] = {
    [CONTEXT_TEXT] = "tpl_text",         [CONTEXT_RCDATA] = "tpl_rcdata",
    [CONTEXT_ATTR] = "tpl_attr",         [CONTEXT_URL_START] = "tpl_url_start",
    [CONTEXT_URL_PATH] = "tpl_url_path", [CONTEXT_URL_QUERY] = "tpl_url_query",
};

#define REFUSE(page, ...) refuse((page), (page)->tag.at, __VA_ARGS__)

bool tag_read(struct page *page)
{
    cut_tag(page);
    struct str *rest = &page->tag.rest;
    if (str_starts(*rest, STR("#"))) {
        return true;
    }
    for (size_t i = 0; i < COUNT(tags); i++) {
        const struct str word = str_of(tags[i].word);
        /* "end" is a tag and so is "if (x)", but "t->name" and "endings" are values. */
        const char after = rest->n > word.n ? rest->p[word.n] : ' ';
        if (str_starts(*rest, word) && strchr(" \n\t\"(", after)) {
            *rest = str_trim(str_slice(*rest, word.n, rest->n));
            tags[i].write(page);
            return tags[i].is_silent;
        }
    }
    write_value(page);
    return false;
}

/* Reads past the }} and keeps what stood before it. A note ends at the first one; elsewhere a C
 * string may hold braces. */
static void cut_tag(struct page *page)
{
    page->tag.at = page->at;
    const struct str rest = str_slice(page->source, page->at + 2, page->source.n);
    const bool is_note = str_starts(str_trim(rest), STR("#"));
    char quote = 0;
    for (size_t i = 0; i + 1 < rest.n; i++) {
        const char c = rest.p[i];
        if (quote) {
            i += c == '\\';
            quote = c == quote ? 0 : quote;
        } else if (c == '}' && rest.p[i + 1] == '}') {
            page->at += i + 4;
            page->tag.rest = str_trim(str_slice(rest, 0, i));
            return;
        } else if (!is_note && (c == '"' || c == '\'')) {
            quote = c;
        }
    }
    REFUSE(page, "this tag is not closed: %s", quote ? "a quote is open in it" : "add }}");
}

/* Cuts the next C expression off the tag, up to a comma outside brackets, and puts it on one line.
 * Brackets and quotes must be whole, so that nothing leaks into the code around; the compiler
 * judges the expression itself. */
static struct str cut_expression(struct page *page)
{
    static const char openers[] = "([{";
    static const char closers[] = ")]}";
    struct str *rest = &page->tag.rest;
    struct out line = out_open(page->site->arena, SOURCE_BYTES_MAX);
    char open[16];
    size_t depth = 0;
    char quote = 0;
    size_t i = 0;
    for (; i < rest->n && (depth || quote || rest->p[i] != ','); i++) {
        const char c = rest->p[i];
        const char *opener = strchr(openers, c);
        if (quote && c == '\\' && i + 1 < rest->n) {
            out_char(&line, rest->p[i++]);
        } else if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (opener && depth < sizeof open) {
            open[depth++] = closers[opener - openers];
        } else if (opener || c == ';' || (strchr(closers, c) && (!depth || open[--depth] != c))) {
            refuse(page, (size_t)(rest->p + i - page->source.p),
                   "'%c' does not belong here: a value is one C expression", c);
        }
        out_char(&line, rest->p[i] == '\n' ? ' ' : rest->p[i]);
    }
    const struct str expression = str_trim(out_str(&line));
    if (depth || quote || str_is_empty(expression)) {
        REFUSE(page, "a C expression is missing in this tag, or not closed");
    }
    *rest = i < rest->n ? str_trim(str_slice(*rest, i + 1, rest->n)) : STR_NONE;
    return expression;
}

static struct str last_expression(struct page *page)
{
    const struct str expression = cut_expression(page);
    if (page->tag.rest.p) {
        REFUSE(page, "too many values: a comma stands in this tag");
    }
    return expression;
}

static struct str cut_word(struct page *page)
{
    struct str *rest = &page->tag.rest;
    size_t n = 0;
    while (n < rest->n && (rest->p[n] == '_' || (rest->p[n] >= '0' && rest->p[n] <= '9') ||
                           (rest->p[n] >= 'a' && rest->p[n] <= 'z'))) {
        n++;
    }
    const struct str word = str_slice(*rest, 0, n);
    *rest = str_trim(str_slice(*rest, n, rest->n));
    return word;
}

/* Cuts a C string off the tag, quotes included. */
static struct str cut_string(struct page *page)
{
    struct str *rest = &page->tag.rest;
    size_t n = 1;
    while (n < rest->n && rest->p[n] != '"') {
        n += rest->p[n] == '\\' ? 2 : 1;
    }
    if (!str_starts(*rest, STR("\"")) || n >= rest->n) {
        REFUSE(page, "this tag needs a text in double quotes");
    }
    const struct str string = str_slice(*rest, 0, n + 1);
    *rest = str_trim(str_slice(*rest, n + 1, rest->n));
    return string;
}

/* Begins a line of C that the compiler reports as the tag's own line. */
static struct out *begin_code(struct page *page)
{
    literal_flush(page);
    size_t line = 1;
    for (size_t i = 0; i < page->tag.at; i++) {
        line += page->source.p[i] == '\n';
    }
    out_printf(&page->code, "#line %zu \"%s\"\n%*s", line, page->path, 4 * (int)(page->depth + 1),
               "");
    return &page->code;
}

static const char *need_escaper(struct page *page, enum html_context last)
{
    const enum html_context context = html_hole(&page->html);
    if (context == CONTEXT_REFUSED) {
        REFUSE(page, "%s", page->html.refusal);
    }
    if (context > last) {
        REFUSE(page, "a sentence may not be part of an address");
    }
    return escapers[context];
}

static void write_value(struct page *page)
{
    const struct str value = last_expression(page);
    const char *escaper = need_escaper(page, CONTEXT_URL_QUERY);
    out_printf(begin_code(page), "%s(o, %.*s);\n", escaper, STR_ARG(value));
}

/* `source` is the call that gives the sentence. All on one line, which is the tag's. */
static void write_sentence(struct page *page, struct str source, size_t slots)
{
    const char *escaper = need_escaper(page, CONTEXT_ATTR);
    struct out *code = begin_code(page);
    if (slots == 0 && str_is_empty(page->tag.rest)) {
        out_printf(code, "%s(o, %.*s);\n", escaper, STR_ARG(source));
        return;
    }
    out_printf(code, "{ const struct str tpl_sentence = %.*s;", STR_ARG(source));
    size_t filled = 0;
    for (; page->tag.rest.n > 0; filled++) {
        const struct str value = cut_expression(page);
        out_printf(code, " %s(o, message_part(tpl_sentence, %zu)); %s(o, %.*s);", escaper, filled,
                   escaper, STR_ARG(value));
    }
    if (filled != slots) {
        REFUSE(page, "the text has %zu slots (%%s) for %zu values", slots, filled);
    }
    out_printf(code, " %s(o, message_part(tpl_sentence, %zu)); }\n", escaper, filled);
}

/* Nothing in the C string is escaped, neither in C nor in HTML. */
static bool is_plain(struct str string)
{
    for (size_t i = 1; i + 1 < string.n; i++) {
        if (strchr("\\\"'&<>", string.p[i])) {
            return false;
        }
    }
    return true;
}

/* An attribute is in the language of the page. */
static const char *tongue_here(struct page *page)
{
    return html_hole(&page->html) == CONTEXT_ATTR ? "tongue_of_page(o->tongue)" : "o->tongue";
}

static void write_text(struct page *page)
{
    const struct str string = cut_string(page);
    if (is_plain(string) && text_slots(string) == 0 && str_is_empty(page->tag.rest)) {
        const char *escaper = need_escaper(page, CONTEXT_ATTR);
        struct out *code = begin_code(page);
        if (escaper == escapers[CONTEXT_ATTR]) {
            out_printf(code, "tpl_label(o, %.*s);\n", STR_ARG(string));
        } else {
            out_printf(code, "tpl_sentence(o, %s, %.*s);\n", escaper, STR_ARG(string));
        }
        return;
    }
    const struct str source =
        str_printf(page->site->arena, "tongue_text(%s, %.*s)", tongue_here(page), STR_ARG(string));
    write_sentence(page, source, text_slots(string));
}

/* The number chooses the form and fills the first slot; it may be of any integer type. */
static void write_count(struct page *page)
{
    const struct str string = cut_string(page);
    const struct str values = page->tag.rest;
    const struct str number = cut_expression(page);
    const struct str source =
        str_printf(page->site->arena, "tongue_plural(%s, %.*s, (int64_t)(%.*s))", tongue_here(page),
                   STR_ARG(string), STR_ARG(number));
    page->tag.rest = values;
    write_sentence(page, source, text_slots(string));
}

static void write_attribute(struct page *page)
{
    const struct str name = cut_word(page);
    bool is_known = false;
    for (size_t i = 0; i < COUNT(yes_attributes); i++) {
        is_known = is_known || str_equal(name, str_of(yes_attributes[i]));
    }
    if (!is_known || !str_equal(cut_word(page), STR("if"))) {
        REFUSE(page, "write {{attr NAME if …}} with one of autofocus checked disabled hidden "
                     "multiple novalidate open required selected");
    }
    if (page->html.state != HTML_IN_TAG || !strchr(" \n/>", page->source.p[page->at])) {
        REFUSE(page, "{{attr …}} stands in a tag, between spaces or before its end");
    }
    struct out *literal = &page->literal;
    while (literal->n > 0 && strchr(" \n", literal->p[literal->n - 1])) {
        literal->n--;
    }
    const struct str condition = last_expression(page);
    out_printf(begin_code(page), "if (%.*s) { out_lit(o, \" %.*s\"); }\n", STR_ARG(condition),
               STR_ARG(name));
}

static const struct page *find_page(const struct site *site, struct str name)
{
    for (size_t i = 0; i < site->count; i++) {
        const struct page *other = &site->pages[i];
        if (str_equal(name, str_printf(site->arena, "%.*s_%.*s", STR_ARG(other->owner),
                                       STR_ARG(other->name)))) {
            return other;
        }
    }
    return NULL;
}

static void include(struct page *page, struct str header)
{
    const struct str line = str_printf(page->site->arena, "#include %.*s\n", STR_ARG(header));
    const struct str includes = out_str(&page->includes);
    if (str_find(includes, line) == includes.n) {
        out_str_raw(&page->includes, line);
    }
}

static void write_call(struct page *page)
{
    const struct str name = cut_word(page);
    const struct page *callee = find_page(page->site, name);
    if (!callee) {
        REFUSE(page, "no template has that name: OWNER_NAME is the file OWNER/html/NAME.html");
    }
    if (html_hole(&page->html) != CONTEXT_TEXT) {
        REFUSE(page, "a template is called in text, not %s", html_place(&page->html));
    }
    include(page, str_printf(page->site->arena, "\"html/%.*s.h\"", STR_ARG(callee->owner)));
    const bool shows_something = page->tag.rest.n > 0;
    const struct str view = shows_something ? last_expression(page) : STR("");
    out_printf(begin_code(page), "%.*s_html(o%s%.*s);\n", STR_ARG(name),
               shows_something ? ", " : "", STR_ARG(view));
}

static struct block *open_block(struct page *page, bool is_each)
{
    if (page->depth == BLOCKS_MAX) {
        REFUSE(page, "blocks lie too deep: make a template of the inner ones");
    }
    struct block *block = &page->blocks[page->depth++];
    *block = (struct block){
        .is_each = is_each, .number = ++page->blocks_made, .at = page->tag.at, .before = page->html
    };
    return block;
}

static void write_if(struct page *page)
{
    const struct str condition = last_expression(page);
    out_printf(begin_code(page), "if (%.*s) {\n", STR_ARG(condition));
    open_block(page, false);
}

static void write_each(struct page *page)
{
    const struct str name = cut_word(page);
    const bool has_in = str_equal(cut_word(page), STR("in"));
    if (!has_in || str_is_empty(name)) {
        REFUSE(page, "write {{each ROW in ROWS, COUNT}}");
    }
    const struct str rows = cut_expression(page);
    const struct str count = last_expression(page);
    struct out *code = begin_code(page);
    const unsigned number = open_block(page, true)->number;
    out_printf(code, "{ const size_t count_%u = %.*s; ", number, STR_ARG(count));
    out_printf(code, "for (size_t at_%u = 0; at_%u < count_%u; at_%u++) { ", number, number, number,
               number);
    out_printf(code, "const __typeof__(*(%.*s)) *%.*s = &(%.*s)[at_%u];\n", STR_ARG(rows),
               STR_ARG(name), STR_ARG(rows), number);
}

/* A body has ended where html is: a loop's must end where it began, for the next round; branches
 * where the others do, and a block without {{else}} also where it began. The code goes on one
 * level higher. */
static struct block *end_body(struct page *page, bool is_last)
{
    if (page->depth == 0) {
        REFUSE(page, "no {{if}} or {{each}} is open here");
    }
    struct html *html = &page->html;
    struct block *block = &page->blocks[page->depth - 1];
    const struct html *other = &block->before;
    bool agrees = !block->is_each || block->has_else || html_same(html, other);
    if (agrees && block->has_ended_branch) {
        other = &block->after;
        agrees = html_join(html, other);
    }
    if (agrees && is_last && !block->has_else) {
        other = &block->before;
        agrees = html_join(html, other);
    }
    if (!agrees) {
        REFUSE(page,
               "all ways through a block end in the same place: this one ends %s, "
               "another %s",
               html_place(html), html_place(other));
    }
    block->after = *html;
    block->has_ended_branch = true;
    literal_flush(page);
    page->depth--;
    return block;
}

/* The next body begins where the whole block did. */
static void begin_body(struct page *page, const struct block *block)
{
    if (block->has_else) {
        REFUSE(page, "after {{else}} only {{end}} may follow");
    }
    page->html = block->before;
    page->depth++;
}

static void write_elif(struct page *page)
{
    const struct str condition = last_expression(page);
    const struct block *block = end_body(page, false);
    if (block->is_each) {
        REFUSE(page, "{{elif}} belongs to {{if}}; a loop has {{else}}");
    }
    out_printf(begin_code(page), "} else if (%.*s) {\n", STR_ARG(condition));
    begin_body(page, block);
}

static void write_else(struct page *page)
{
    if (page->tag.rest.n > 0) {
        REFUSE(page, "{{else}} takes nothing; another condition is {{elif …}}");
    }
    struct block *block = end_body(page, false);
    struct out *code = begin_code(page);
    if (block->is_each) {
        out_printf(code, "} if (count_%u == 0) {\n", block->number);
    } else {
        out_lit(code, "} else {\n");
    }
    begin_body(page, block);
    block->has_else = true;
}

static void write_end(struct page *page)
{
    const struct block *block = end_body(page, true);
    out_str_raw(begin_code(page), block->is_each ? STR("} }\n") : STR("}\n"));
}

static void need_start(struct page *page)
{
    if (page->code.n + page->literal.n + page->depth > 0) {
        REFUSE(page, "this tag stands before all that is shown");
    }
}

static void read_view(struct page *page)
{
    need_start(page);
    const bool is_struct = str_equal(cut_word(page), STR("struct"));
    page->view = cut_word(page);
    struct str *rest = &page->tag.rest;
    const bool is_pointer = str_starts(*rest, STR("*"));
    *rest = str_trim(str_slice(*rest, 1, rest->n));
    page->view_name = cut_word(page);
    if (!is_struct || !is_pointer || str_is_empty(page->view) || str_is_empty(page->view_name) ||
        rest->n > 0) {
        REFUSE(page, "write {{!view struct NAME_view *v}}");
    }
}

static void read_include(struct page *page)
{
    need_start(page);
    include(page, cut_string(page));
}

static void refuse_raw(struct page *page)
{
    REFUSE(page, "there is no way to write unescaped text: HTML made elsewhere is a struct "
                 "safe_html, and {{…}} shows it");
}
