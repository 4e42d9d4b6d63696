/* Lists of units, for the public and for those who manage them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/pages.h"

#include "base/limits.h"
#include "text/fold.h"
#include "web/route.h"

enum {
    /* The 40 communes of Huế on one page. */
    UNIT_PAGE_ROWS = 50,
    ROOTS_MAX = 100,
    TIES_MAX = 50,
    /* SQLite refuses LIKE patterns beyond 100 bytes; nobody types a name that long. */
    PATTERN_BYTES_MAX = 90,
};

/* Where the list begins: behind the unit that `sau` names, or at the first. */
struct start {
    int64_t letters;
    struct bytes key;
    int64_t id;
};

static struct start start_of(struct visit *v);
static void end_page(struct visit *v, struct unit_list *list, struct unit_id last);
static struct str pattern_of(struct visit *v, struct str query);

struct unit_list unit_list_search(struct visit *v, struct str query, const char *path)
{
    struct start start = start_of(v);
    struct unit_search_rows rows =
        unit_search(&v->snap->conn, &(struct unit_search){ .pattern = pattern_of(v, query),
                                                           .code = str_trim(query),
                                                           .after_letters = start.letters,
                                                           .after_key = start.key,
                                                           .after_id = start.id,
                                                           .limit = UNIT_PAGE_ROWS + 1 });
    struct unit_item *items = new(v->arena, struct unit_item, rows.count);
    struct day today = instant_day(v->now);
    struct unit_list list = { .items = items, .shows_parent = true };
    for (size_t i = 0; i < rows.count; i++) {
        const struct unit_search_row *row = &rows.rows[i];
        items[i] = (struct unit_item){
            .name = row->name,
            .code = row->code,
            .kind = unit_kind_label(row->kind),
            .kind_name = row->kind,
            .parent = row->parent_name,
            .until = row->until_on,
            .is_ended = !period_holds((struct period){ DAY_NONE, row->until_on }, today),
            .url = route_url(v, path, row->code),
        };
        list.count = i + 1;
    }
    if (list.count > UNIT_PAGE_ROWS) {
        end_page(v, &list, rows.rows[UNIT_PAGE_ROWS - 1].id);
    }
    return list;
}

struct unit_list unit_list_roots(struct visit *v, const char *path)
{
    struct unit_roots_rows rows = unit_roots(
        &v->snap->conn, &(struct unit_roots){ .on = instant_day(v->now), .limit = ROOTS_MAX });
    struct unit_item *items = new(v->arena, struct unit_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct unit_roots_row *row = &rows.rows[i];
        items[i] = (struct unit_item){ .name = row->name,
                                       .code = row->code,
                                       .kind = unit_kind_label(row->kind),
                                       .kind_name = row->kind,
                                       .until = row->until_on,
                                       .url = route_url(v, path, row->code) };
    }
    return (struct unit_list){ .items = items, .count = rows.count };
}

struct unit_list unit_list_below(struct visit *v, struct unit_id parent, struct day day,
                                 struct str kind, const char *path)
{
    struct start start = start_of(v);
    struct unit_children_rows rows =
        unit_children(&v->snap->conn, &(struct unit_children){ .parent = parent,
                                                               .on = day,
                                                               .kind = kind,
                                                               .after_key = start.key,
                                                               .after_id = start.id,
                                                               .limit = UNIT_PAGE_ROWS + 1 });
    struct unit_item *items = new(v->arena, struct unit_item, rows.count);
    struct day today = instant_day(v->now);
    struct unit_list list = { .items = items, .count = rows.count };
    for (size_t i = 0; i < rows.count; i++) {
        const struct unit_children_row *row = &rows.rows[i];
        items[i] = (struct unit_item){
            .name = row->name,
            .code = row->code,
            .kind = unit_kind_label(row->kind),
            .kind_name = row->kind,
            .until = row->until_on,
            .is_ended = !period_holds((struct period){ DAY_NONE, row->until_on }, today),
            .url = route_url(v, path, row->code),
        };
    }
    if (list.count > UNIT_PAGE_ROWS) {
        end_page(v, &list, rows.rows[UNIT_PAGE_ROWS - 1].id);
    }
    return list;
}

const struct unit_tie *unit_ties(struct visit *v, struct unit_id unit, bool may_end,
                                 size_t *ret_count)
{
    struct unit_links_rows rows =
        unit_links(&v->snap->conn, &(struct unit_links){ .unit = unit, .limit = TIES_MAX });
    struct unit_tie *ties = new(v->arena, struct unit_tie, rows.count);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct unit_links_row *row = &rows.rows[i];
        const struct unit_kind *kind = link_kind_of(row->kind);
        struct period period = { row->from_on, row->until_on };
        if (!may_end && !period_holds(period, instant_day(v->now))) {
            continue;
        }
        ties[count] = (struct unit_tie){
            .label = kind ? kind->label : "",
            .name = row->name,
            .url = route_url(v, "/don-vi/:code", row->code),
            .period = period,
        };
        if (may_end && day_is_none(row->until_on)) {
            ties[count].end =
                route_url(v, "/qt/dau-moi/:id", str_printf(v->arena, "%lld", (long long)row->id.v));
        }
        count++;
    }
    *ret_count = count;
    return ties;
}

const char *unit_kind_label(struct str kind)
{
    const struct unit_kind *known = unit_kind_of(kind);
    return known ? known->label : "";
}

bool unit_of_address(struct visit *v, struct str code, struct day on, struct unit_get_row *ret)
{
    struct conn *conn = &v->snap->conn;
    struct unit_alive_row alive;
    struct unit_newest_row newest;
    struct day day = day_is_none(on) ? instant_day(v->now) : on;
    struct unit_id id = { 0 };
    if (unit_alive(conn, &(struct unit_alive){ .code = code, .on = day }, &alive)) {
        id = alive.id;
    } else if (day_is_none(on) &&
               unit_newest(conn, &(struct unit_newest){ .code = code }, &newest)) {
        id = newest.id;
    }
    return !ID_NONE(id) && unit_get(conn, &(struct unit_get){ .id = id }, ret);
}

static struct start start_of(struct visit *v)
{
    struct start start = { .key = { "", 0 } };
    struct unit_key_row key;
    int64_t id = 0;
    if (str_to_int(form_get(&v->form, "sau"), &id) &&
        unit_key(&v->snap->conn, &(struct unit_key){ .id = { id } }, &key)) {
        start = (struct start){ key.letters, key.sort_key, id };
    }
    return start;
}

static void end_page(struct visit *v, struct unit_list *list, struct unit_id last)
{
    list->count = UNIT_PAGE_ROWS;
    list->next = str_printf(v->arena, "%lld", (long long)last.v);
}

/* Folded text has neither % nor _, so the query brings no wildcards of its own. */
static struct str pattern_of(struct visit *v, struct str query)
{
    struct str folded = text_fold(v->arena, query);
    size_t n = folded.n < PATTERN_BYTES_MAX ? folded.n : PATTERN_BYTES_MAX;
    while (n < folded.n && ((unsigned char)folded.p[n] & 0xC0) == 0x80) {
        n--;
    }
    return str_printf(v->arena, "%%%.*s%%", (int)n, folded.p);
}
