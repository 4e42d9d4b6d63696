/* Reading forms and links, tag by tag. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "story_form.h"

#include "base/out.h"

/* A tag without its brackets: `input name="a" required`. */
struct tag {
    struct str name;
    struct str rest;
};

static bool cut_tag(struct str *rest, struct tag *ret);
static struct str attribute(struct arena *arena, struct tag tag, const char *name);
static bool has_word(struct tag tag, const char *word);
static struct str unescape(struct arena *arena, struct str s);
static void take_link(struct arena *arena, struct page_read *page, struct tag tag);
static void take_form(struct arena *arena, struct page_read *page, struct tag tag);
static void take_input(struct arena *arena, struct page_form *form, struct tag tag,
                       struct str *rest);

struct page_read page_read(struct arena *arena, struct str html)
{
    struct page_read page = { .forms = new(arena, struct page_form, FORMS_MAX),
                              .links = new(arena, struct str, LINKS_MAX) };
    bool is_inside = false;
    struct tag tag;
    for (struct str rest = html; cut_tag(&rest, &tag);) {
        if (str_equal(tag.name, STR("a"))) {
            take_link(arena, &page, tag);
        } else if (str_equal(tag.name, STR("form")) && page.form_count < FORMS_MAX) {
            take_form(arena, &page, tag);
            is_inside = true;
        } else if (str_equal(tag.name, STR("/form"))) {
            is_inside = false;
        } else if (is_inside) {
            take_input(arena, &page.forms[page.form_count - 1], tag, &rest);
        }
    }
    return page;
}

static bool cut_tag(struct str *rest, struct tag *ret)
{
    size_t from = str_find_byte(*rest, '<');
    if (from == rest->n) {
        return false;
    }
    struct str tail = str_slice(*rest, from + 1, rest->n);
    size_t end = 0;
    for (bool is_quoted = false; end < tail.n && (is_quoted || tail.p[end] != '>'); end++) {
        is_quoted ^= tail.p[end] == '"';
    }
    ret->rest = str_slice(tail, 0, end);
    size_t name_end = 0;
    while (name_end < end && tail.p[name_end] != ' ' && tail.p[name_end] != '\n') {
        name_end++;
    }
    ret->name = str_slice(tail, 0, name_end);
    *rest = str_slice(tail, end, tail.n);
    return true;
}

/* Absent when the tag does not have it. */
static struct str attribute(struct arena *arena, struct tag tag, const char *name)
{
    struct str sign = str_printf(arena, "%s=\"", name);
    for (struct str rest = tag.rest; rest.n > 0;) {
        size_t at = str_find(rest, sign);
        if (at == rest.n) {
            break;
        }
        bool is_whole = at > 0 && (rest.p[at - 1] == ' ' || rest.p[at - 1] == '\n');
        rest = str_slice(rest, at + sign.n, rest.n);
        if (is_whole) {
            return unescape(arena, str_slice(rest, 0, str_find_byte(rest, '"')));
        }
    }
    return STR_NONE;
}

static bool has_word(struct tag tag, const char *word)
{
    for (struct str rest = tag.rest; rest.p;) {
        if (str_equal(str_trim(str_cut(&rest, ' ')), str_of(word))) {
            return true;
        }
    }
    return false;
}

static struct str unescape(struct arena *arena, struct str s)
{
    static const struct {
        struct str sign;
        char byte;
    } entities[] = { { STR_INIT("&amp;"), '&' },
                     { STR_INIT("&lt;"), '<' },
                     { STR_INIT("&gt;"), '>' },
                     { STR_INIT("&quot;"), '"' },
                     { STR_INIT("&#39;"), '\'' } };
    struct out out = out_open(arena, s.n + 1);
    for (size_t at = 0; at < s.n;) {
        size_t i = 0;
        while (i < COUNT(entities) && !str_starts(str_slice(s, at, s.n), entities[i].sign)) {
            i++;
        }
        out_char(&out, i < COUNT(entities) ? entities[i].byte : s.p[at]);
        at += i < COUNT(entities) ? entities[i].sign.n : 1;
    }
    return out.n > 0 ? out_str(&out) : STR("");
}

static void take_link(struct arena *arena, struct page_read *page, struct tag tag)
{
    struct str url = attribute(arena, tag, "href");
    if (page->link_count < LINKS_MAX && str_starts(url, STR("/")) && !has_word(tag, "download")) {
        page->links[page->link_count++] = str_slice(url, 0, str_find_byte(url, '#'));
    }
}

static void take_form(struct arena *arena, struct page_read *page, struct tag tag)
{
    page->forms[page->form_count++] = (struct page_form){
        .is_post = str_equal(attribute(arena, tag, "method"), STR("post")),
        .action = attribute(arena, tag, "action"),
        .inputs = new(arena, struct page_input, INPUTS_MAX),
    };
}

/* The input of that name, made when there is none; NULL when there is no room. */
static struct page_input *input_named(struct arena *arena, struct page_form *form, struct str name)
{
    for (size_t i = 0; i < form->count; i++) {
        if (str_equal(form->inputs[i].name, name)) {
            return &form->inputs[i];
        }
    }
    if (form->count == INPUTS_MAX || str_is_empty(name)) {
        return NULL;
    }
    struct page_input *input = &form->inputs[form->count++];
    *input = (struct page_input){ .name = name, .choices = new(arena, struct str, CHOICES_MAX) };
    return input;
}

static void add_choice(struct page_input *input, struct str value, bool is_chosen)
{
    if (input && input->choice_count < CHOICES_MAX) {
        input->choices[input->choice_count++] = value;
        input->value = is_chosen ? value : input->value;
    }
}

static void take_input(struct arena *arena, struct page_form *form, struct tag tag,
                       struct str *rest)
{
    struct str name = attribute(arena, tag, "name");
    if (str_equal(tag.name, STR("option")) && form->count > 0) {
        add_choice(&form->inputs[form->count - 1], attribute(arena, tag, "value"),
                   has_word(tag, "selected"));
        return;
    }
    bool is_button = str_equal(tag.name, STR("button"));
    bool is_input = str_equal(tag.name, STR("input"));
    bool is_area = str_equal(tag.name, STR("textarea"));
    if (!is_button && !is_input && !is_area && !str_equal(tag.name, STR("select"))) {
        return;
    }
    struct page_input *input = input_named(arena, form, name);
    if (!input) {
        return;
    }
    input->is_number = str_equal(attribute(arena, tag, "inputmode"), STR("numeric"));
    input->kind = is_input ? attribute(arena, tag, "type") : tag.name;
    if (is_area) {
        input->value = str_trim(unescape(arena, str_slice(*rest, 1, str_find_byte(*rest, '<'))));
    } else if (is_button || str_equal(input->kind, STR("radio")) ||
               str_equal(input->kind, STR("checkbox"))) {
        add_choice(input, attribute(arena, tag, "value"), has_word(tag, "checked"));
    } else if (is_input) {
        input->value = attribute(arena, tag, "value");
    }
}
