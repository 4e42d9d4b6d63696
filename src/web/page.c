/* The layout of a visit: menus by power, language, theme, and fields filled from the form. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/page.h"

#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "text/format.h"
#include "web/asset.h"
#include "web/cookie.h"
#include "web/module.h"
#include "web/offline.h"
#include "web/scrubbed.h"
#include "web/server.h"

/* The six verbs of grassroots democracy, in the order of the sentence that everyone knows.
 * Law: 10/2022/QH15 art. 3. */
static const struct {
    const char *key;
    const char *label;
    const char *about;
} verbs[] = {
    { "biet", N_("Biết"), N_("Phường, xã đang làm gì, ai phụ trách") },
    { "ban", N_("Bàn"), N_("Góp ý, họp thôn, biểu quyết") },
    { "lam", N_("Làm"), N_("Công trình và mô hình bà con cùng làm") },
    { "kiem-tra", N_("Kiểm tra"), N_("Đơn của tôi tới đâu, giấy này thật không") },
    { "giam-sat", N_("Giám sát"), N_("Ai giải quyết đúng hạn, ai hay trễ") },
    { "thu-huong", N_("Thụ hưởng"), N_("Nhà tôi được hưởng gì, đã tới tay chưa") },
};

/* The navigations of a page: one for each verb in their order, then these. */
enum group { FIRST = COUNT(verbs), DESK, FOOT, GROUPS };
static const struct {
    const char *key;
    enum group group;
} other_keys[] = {
    { "dau", FIRST }, { "cb", DESK }, { "ld", DESK }, { "qt", DESK }, { "chan", FOOT },
};

/* Those of group g stand from from[g] until from[g + 1], as they are shown. */
struct menus {
    const struct menu **rows;
    size_t from[GROUPS + 1];
};

static enum group group_of(const struct menu *menu);
static void append_menus(struct menus *menus, const struct module *const *all, enum group group,
                         bool is_aside);
static bool is_damaged_for(const struct visit *v);
static void add_verbs(struct page *page);
static void add_help(struct page *page);
static const struct nav_item *items_of(struct visit *v, enum group group, size_t *ret_count);
static struct str chosen_classes(struct visit *v);
static const struct tongue *other_tongue(const struct visit *v);

const struct menus *menus_make(struct arena *arena, const struct module *const *all)
{
    size_t count = 0;
    for (size_t m = 0; all[m]; m++) {
        count += all[m]->menus_count;
    }
    struct menus *menus = new(arena, struct menus, 1);
    menus->rows = new(arena, const struct menu *, count + 1);
    for (enum group group = 0; group < GROUPS; group++) {
        menus->from[group + 1] = menus->from[group];
        append_menus(menus, all, group, false);
        append_menus(menus, all, group, true);
    }
    return menus;
}

static void append_menus(struct menus *menus, const struct module *const *all, enum group group,
                         bool is_aside)
{
    for (size_t m = 0; all[m]; m++) {
        for (size_t i = 0; i < all[m]->menus_count; i++) {
            const struct menu *menu = &all[m]->menus[i];
            if (menu->is_aside == is_aside && group_of(menu) == group) {
                menus->rows[menus->from[group + 1]++] = menu;
            }
        }
    }
}

static enum group group_of(const struct menu *menu)
{
    for (size_t i = 0; i < COUNT(verbs); i++) {
        if (strcmp(verbs[i].key, menu->verb) == 0) {
            return (enum group)i;
        }
    }
    for (size_t i = 0; i < COUNT(other_keys); i++) {
        if (strcmp(other_keys[i].key, menu->verb) == 0) {
            return other_keys[i].group;
        }
    }
    return GROUPS;
}

struct page *page_open(struct visit *v, const char *title)
{
    struct page *page = new(v->arena, struct page, 1);
    *page = (struct page){
        .visit = v,
        .title = tongue_text(v->tongue, title),
        .head = tongue_text(tongue_of_page(v->tongue), title),
        .language = tongue_page_code(v->tongue),
        .other = other_tongue(v),
        .classes = chosen_classes(v),
        .path = v->request->path,
        .visitor_name = v->visitor.name,
        .css = asset_url("kheo.css"),
        .icon = asset_url("icon.svg"),
        .touch_icon = asset_url("icon-180.png"),
        .problems = &v->problems,
        .is_kept = offline_may_keep(v),
        .is_demo = v->server->settings.demo,
        .is_damaged = is_damaged_for(v),
    };
    if (!v->route || !(v->route->flags & ROUTE_SEALED)) {
        page->js = asset_url("kheo.js");
    }
    add_verbs(page);
    add_help(page);
    page->first = items_of(v, FIRST, &page->first_count);
    page->desk = items_of(v, DESK, &page->desk_count);
    page->foot = items_of(v, FOOT, &page->foot_count);
    return page;
}

/* A page in place of another, such as a refusal, has the help of the one that was asked for. */
static void add_help(struct page *page)
{
    const struct visit *v = page->visit;
    page->help = v->route ? help_near(v->server->settings.modules, str_of(v->route->path)) : NULL;
    if (!route_is_there(v, "/tro-giup")) {
        return;
    }
    const struct help_guide *guide = page->help ? help_guide_of(page->help) : NULL;
    page->guide_url =
        guide ? route_url(v, "/tro-giup/:word", str_of(guide->word)) : route_url(v, "/tro-giup");
    page->guide_label = guide ? guide->title : N_("Tất cả hướng dẫn");
}

/* Only who could look into it hears of it. */
static bool is_damaged_for(const struct visit *v)
{
    struct scrubbed *scrubbed = v->server->settings.scrubbed;
    return scrubbed && atomic_load(&scrubbed->faults) > 0 && visit_may(v, "admin");
}

static bool is_for(const struct visit *v, const struct menu *menu)
{
    return !menu->power || visit_may(v, menu->power);
}

/* The page itself or one below it. */
static bool is_at(const struct visit *v, const char *path)
{
    const struct str here = v->request->path;
    const struct str there = str_of(path);
    return str_starts(here, there) && (here.n == there.n || here.p[there.n] == '/');
}

static struct nav_item item_of(const struct visit *v, const struct menu *menu)
{
    return (struct nav_item){
        .key = menu->verb,
        .label = menu->label,
        .url = route_url(v, menu->path),
        .is_current = is_at(v, menu->path),
    };
}

/* A verb leads to the first page that some service has for it, and from there to the others;
 * without one it is not shown. */
static void add_verbs(struct page *page)
{
    struct visit *v = page->visit;
    struct nav_item *items = new(v->arena, struct nav_item, COUNT(verbs));
    for (size_t i = 0; i < COUNT(verbs); i++) {
        size_t count = 0;
        const struct nav_item *found = items_of(v, (enum group)i, &count);
        if (count == 0) {
            continue;
        }
        struct nav_item *item = &items[page->verb_count++];
        *item = found[0];
        item->label = verbs[i].label;
        item->about = verbs[i].about;
        for (size_t k = 1; k < count; k++) {
            item->is_current = item->is_current || found[k].is_current;
        }
        if (item->is_current && count > 1) {
            page->beside = found;
            page->beside_count = count;
        }
    }
    page->verbs = items;
}

static const struct nav_item *items_of(struct visit *v, enum group group, size_t *ret_count)
{
    const struct menus *menus = v->server->menus;
    const struct menu **rows = menus->rows + menus->from[group];
    size_t count = menus->from[group + 1] - menus->from[group];
    struct nav_item *items = new(v->arena, struct nav_item, count + 1);
    *ret_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_for(v, rows[i])) {
            items[(*ret_count)++] = item_of(v, rows[i]);
        }
    }
    return items;
}

/* Cookies come from outside: a value that is not in the list chooses nothing. */
static struct str chosen_classes(struct visit *v)
{
    static const struct {
        const char *cookie;
        const char *value;
        const char *class;
    } classes[] = {
        { "mau", "sang", "theme-light" }, { "mau", "toi", "theme-dark" },
        { "co", "125", "text-125" },      { "co", "150", "text-150" },
        { "phim", "tat", "keys-off" },    { "chu", "rieng", "own-fonts" },
    };
    struct out out = out_open(v->arena, 64);
    for (size_t i = 0; i < COUNT(classes); i++) {
        if (str_equal(cookie_get(v->request, classes[i].cookie), str_of(classes[i].value))) {
            out_printf(&out, out.n > 0 ? " %s" : "%s", classes[i].class);
        }
    }
    return out_str(&out);
}

static const struct tongue *other_tongue(const struct visit *v)
{
    const char *code = v->tongue ? v->tongue->code : "vi";
    for (const struct tongue *const *tongue = tongues; *tongue; tongue++) {
        if (strcmp((*tongue)->code, code) != 0) {
            return *tongue;
        }
    }
    return NULL;
}

static const struct field *field_named(const struct record *record, const char *name)
{
    for (size_t i = 0; i < record->count; i++) {
        if (strcmp(record->fields[i].name, name) == 0) {
            return &record->fields[i];
        }
    }
    return NULL;
}

struct field_view page_field(struct visit *v, enum input_kind kind, const struct record *record,
                             const char *name)
{
    const struct field *field = field_named(record, name);
    must(field);
    const bool is_text = field->kind == FIELD_TEXT;
    const bool is_secret = field->rules & FIELD_SECRET;
    return (struct field_view){
        .kind = kind,
        .name = field->name,
        .label = field->label,
        .value = is_secret ? STR_NONE : form_get(&v->form, name),
        .problem = problem_of(&v->problems, name),
        .chars_max = !is_text         ? 0
                     : field->max > 0 ? field->max
                                      : TEXT_LINE_CHARS_MAX,
        .is_optional = !(field->rules & FIELD_REQUIRED),
    };
}

static bool is_ticked(const struct visit *v, const struct field_view *field, struct str value)
{
    if (field->kind != INPUT_CHECKS) {
        return str_equal(field->value, value);
    }
    for (size_t i = 0; i < v->form.param_count; i++) {
        const struct form_param *param = &v->form.params[i];
        if (str_equal(param->name, str_of(field->name)) && str_equal(param->value, value)) {
            return true;
        }
    }
    return false;
}

void page_choices(struct visit *v, struct field_view *field, struct choice *choices, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        /* Error links lead to the field's id, so the first choice bears it. Options bear none. */
        if (field->kind != INPUT_SELECT) {
            const char *id = field_id(field);
            choices[i].id = i == 0 ? str_of(id) : str_printf(v->arena, "%s-%zu", id, i + 1);
        }
        choices[i].is_chosen = is_ticked(v, field, choices[i].value);
    }
    field->choices = choices;
    field->choice_count = count;
}

struct badge_view page_badge(struct visit *v, const struct due_row *row,
                             const struct calendar *calendar)
{
    const struct due_badge badge = due_badge(row, calendar, v->now);
    struct out out = out_open(v->arena, 512);
    out.tongue = v->tongue;
    due_badge_write(&out, row, badge);
    const char *sign = due_state_sign(badge.state);
    const struct str words = out_str(&out);
    const bool is_signed = str_starts(words, str_of(sign));
    return (struct badge_view){
        .state = badge.state,
        .sign = sign,
        .words = is_signed ? str_trim(str_slice(words, strlen(sign), words.n)) : words,
    };
}

struct officer_view page_officer(struct visit *v, struct str name, struct str post, struct str unit,
                                 struct str phone)
{
    struct officer_view officer = {
        .name = name,
        .post = post,
        .unit = unit,
        .phone = phone,
        .phone_digits = phone_digits(v->arena, phone),
    };
    if (officer.phone_digits.n > 0) {
        struct out out = out_open(v->arena, 32);
        format_phone(&out, officer.phone_digits);
        officer.phone = out_str(&out);
    }
    return officer;
}
