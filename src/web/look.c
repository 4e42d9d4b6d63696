/* How the pages look to one visitor: language, colours and size of text, kept in cookies. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/web.h"
#include "web/cookie.h"
#include "web/page.h"

enum { LOOK_LIFE_S = 365 * DAY_S };

struct look {
    struct str tieng;
    struct str mau;
    struct str co;
    struct str phim;
};
static const struct field look_fields[] = {
    FIELD(struct look, tieng, .label = N_("Tiếng")),
    FIELD(struct look, mau, .label = N_("Màu trang")),
    FIELD(struct look, co, .label = N_("Cỡ chữ")),
    FIELD(struct look, phim, .label = N_("Phím tắt của cán bộ")),
};
static const struct record look_record = RECORD("look", struct look, look_fields);

struct option {
    const char *value;
    const char *label;
};
static const struct option colours[] = {
    { "may", N_("Theo máy này") },
    { "sang", N_("Sáng") },
    { "toi", N_("Tối") },
};
static const struct option sizes[] = {
    { "100", N_("Vừa") },
    { "125", N_("Lớn") },
    { "150", N_("Rất lớn") },
};

/* One key alone does something (WCAG 2.1.4): whoever speaks to the machine turns it off. */
static const struct option keys[] = {
    { "bat", N_("Bật") },
    { "tat", N_("Tắt") },
};

static struct str code_of(struct visit *v, struct str language);
static bool is_option(const struct option *options, size_t count, struct str value);
static enum status show(struct visit *v);

enum status page_look(struct visit *v)
{
    const struct str language = form_get(&v->form, "tieng");
    const struct str colour = form_get(&v->form, "mau");
    const struct str size = form_get(&v->form, "co");
    const struct str key = form_get(&v->form, "phim");
    if (!language.p && !colour.p && !size.p && !key.p) {
        return show(v);
    }
    const struct str known = language.n > 0 ? code_of(v, language) : STR_NONE;
    if (known.n > 0) {
        cookie_set(v, "tieng", known, LOOK_LIFE_S);
    }
    if (is_option(colours, COUNT(colours), colour)) {
        cookie_set(v, "mau", colour, LOOK_LIFE_S);
    }
    if (is_option(sizes, COUNT(sizes), size)) {
        cookie_set(v, "co", size, LOOK_LIFE_S);
    }
    if (is_option(keys, COUNT(keys), key)) {
        cookie_set(v, "phim", key, LOOK_LIFE_S);
    }
    return visit_go(v, visit_way_back(v, "/giao-dien"));
}

/* Of a language of the program, or one that is offered beside; absent: there is none. */
static struct str code_of(struct visit *v, struct str language)
{
    const struct tongue *tongue = tongue_find(language);
    const struct tongue_choice *choices;
    const size_t count = tongue ? 0 : languages_choices(v, &choices);
    for (size_t i = 0; i < count; i++) {
        if (str_equal(choices[i].code, language)) {
            return choices[i].code;
        }
    }
    return tongue ? str_of(tongue->code) : STR_NONE;
}

static bool is_option(const struct option *options, size_t count, struct str value)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(value, str_of(options[i].value))) {
            return true;
        }
    }
    return false;
}

static void offer(struct visit *v, struct field_view *field, const char *cookie,
                  const struct option *options, size_t count)
{
    struct choice *choices = new(v->arena, struct choice, count);
    for (size_t i = 0; i < count; i++) {
        choices[i].value = str_of(options[i].value);
        choices[i].label = tongue_text(v->tongue, options[i].label);
    }
    const struct str kept = cookie_get(v->request, cookie);
    field->value = is_option(options, count, kept) ? kept : choices[0].value;
    page_choices(v, field, choices, count);
}

static void offer_tongues(struct visit *v, struct field_view *field)
{
    size_t count = 0;
    while (tongues[count]) {
        count++;
    }
    const struct tongue_choice *others;
    const size_t other_count = languages_choices(v, &others);
    struct choice *choices = new(v->arena, struct choice, count + other_count);
    for (size_t i = 0; i < count; i++) {
        choices[i].value = str_of(tongues[i]->code);
        choices[i].label = str_of(tongues[i]->name);
        choices[i].language = choices[i].value;
    }
    for (size_t i = 0; i < other_count; i++) {
        choices[count].value = choices[count].language = others[i].code;
        choices[count++].label = others[i].name;
    }
    field->value = v->tongue ? str_of(v->tongue->code) : choices[0].value;
    page_choices(v, field, choices, count);
}

static enum status show(struct visit *v)
{
    struct look_view view = {
        .page = page_open(v, N_("Cách hiện trang")),
        .language = page_field(v, INPUT_RADIOS, &look_record, "tieng"),
        .colours = page_field(v, INPUT_RADIOS, &look_record, "mau"),
        .size = page_field(v, INPUT_RADIOS, &look_record, "co"),
        .keys = page_field(v, INPUT_RADIOS, &look_record, "phim"),
    };
    offer_tongues(v, &view.language);
    offer(v, &view.colours, "mau", colours, COUNT(colours));
    offer(v, &view.size, "co", sizes, COUNT(sizes));
    offer(v, &view.keys, "phim", keys, COUNT(keys));
    web_look_html(page_body(v), &view);
    return STATUS_OK;
}
