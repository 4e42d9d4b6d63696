/* Where a model went: its copies as a tree, drawn and in words, at the end of a year. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/model.h"
#include "mod/model/copy.h"
#include "text/tongue.h"

/* The drawing is as wide as a phone and may not be smaller than that: texts have to be read. */
enum {
    ROWS_MAX = 500,
    DRAWN_MAX = 100,
    BOX_WIDTH = 360,
    ROOT_X = 10,
    ROOT_Y = 18,
    ROW_HEIGHT = 48,
    FOOT_HEIGHT = 28,
    INDENT = 22,
    INDENTS_MAX = 6,
    NAME_CHARS = 34,
    INDENT_CHARS = 3,
    YEARS_MAX = 200,
};

struct tree_query {
    int64_t nam;
};
static const struct field query_fields[] = {
    FIELD(struct tree_query, nam, .max = DAY_MAX_YEAR, .label = N_("Năm")),
};
const struct record model_tree_query_record =
    RECORD("model_tree_query", struct tree_query, query_fields);

struct tree_head {
    struct model_id id;
    struct str name;
    struct str unit;
    struct str unit_name;
    int64_t year;
};
#define HEAD(member) FIELD(struct tree_head, member)
static const struct field head_fields[] = {
    HEAD(id), HEAD(name), HEAD(unit), HEAD(unit_name), HEAD(year),
};
const struct record model_tree_record = RECORD("model_tree", struct tree_head, head_fields);

#define COPY(member) FIELD(struct model_copy_tree_row, member)
static const struct field copy_fields[] = {
    COPY(id),    COPY(parent_id), COPY(unit),     COPY(unit_name),
    COPY(state), COPY(begins_on), COPY(ended_on), COPY(verified),
};
const struct record model_tree_copy_record =
    RECORD("model_tree_copy", struct model_copy_tree_row, copy_fields);

/* Of which year, and which there are. */
struct period {
    int64_t year;
    int64_t first;
    int64_t last;
};
static bool read_period(struct visit *v, const struct model_get_row *model, struct period *ret);
/* As they stood at the end of the year; at most ROWS_MAX of them. */
struct copies {
    struct model_copy_tree_row *rows;
    size_t count;
    bool is_cut;
};
static struct copies copies_of(struct visit *v, const struct model_get_row *model,
                               const struct period *period);
static enum status write_json(struct visit *v, const struct model_get_row *model,
                              const struct period *period, const struct copies *copies);
static struct copy_node *plant(struct visit *v, const struct copies *copies);
static size_t place_of(const struct copies *copies, struct model_copy_id id);
static void describe(struct visit *v, struct copy_node *node);
static void draw(struct visit *v, struct copy_tree_view *view, struct copy_node *nodes);
static struct str cut_name(struct arena *arena, struct str name, size_t chars);
static void show_years(struct visit *v, struct copy_tree_view *view, const struct period *period);

enum status model_tree_page(struct visit *v)
{
    struct model_get_row model;
    struct period period;
    if (!model_of_path(v, &model) || day_is_none(model.listed_on)) {
        return STATUS_NOT_FOUND;
    }
    bool is_read = read_period(v, &model, &period);
    struct copies copies = copies_of(v, &model, &period);
    if (v->face == FACE_JSON) {
        return is_read ? write_json(v, &model, &period, &copies) : STATUS_INVALID;
    }
    struct str id = model_id_str(v, model.id.v);
    struct copy_tree_view view = {
        .page = page_open(v, N_("Các nơi làm theo")),
        .model = model,
        .model_url = route_url(v, "/lam/mo-hinh/:id", id),
        .json = { str_printf(v->arena, "/lam/mo-hinh/%.*s/nhan-rong.json", STR_ARG(id)) },
        .root = cut_name(v->arena, model.unit_name, NAME_CHARS),
        .year = model_id_str(v, period.year),
        .node_count = copies.count,
        .is_cut = copies.is_cut,
        .empty = { N_("Chưa có nơi nào làm theo"),
                   N_("Đến cuối năm này chưa đơn vị nào xin làm theo mô hình này."),
                   N_("Xem mô hình"), route_url(v, "/lam/mo-hinh/:id", id) },
    };
    view.page->back = view.model_url;
    draw(v, &view, plant(v, &copies));
    show_years(v, &view, &period);
    model_copy_tree_html(page_body(v), &view);
    return is_read ? STATUS_OK : STATUS_INVALID;
}

/* --- which year ------------------------------------------------------------------------------- */

static bool read_period(struct visit *v, const struct model_get_row *model, struct period *ret)
{
    struct model_copy_first_row first;
    struct model_copy_first wanted = { .source_id = model->id };
    struct tree_query query = { 0 };
    bool is_read = visit_form(v, &model_tree_query_record, &query);
    ret->last = model_year_of(instant_day(v->now));
    ret->first = ret->last;
    if (model_copy_first(&v->snap->conn, &wanted, &first) &&
        model_year_of(first.begins_on) < ret->last) {
        ret->first = model_year_of(first.begins_on);
    }
    bool is_there = query.nam == 0 || (query.nam >= ret->first && query.nam <= ret->last);
    ret->year = query.nam == 0 || !is_there ? ret->last : query.nam;
    if (!is_there) {
        visit_problem(v, "nam", N_("Năm này chưa có nơi nào làm theo. Hãy chọn một năm bên dưới."));
    }
    return is_read && is_there;
}

/* What begins later in this year's winter is there this year: it has been asked for. */
static struct copies copies_of(struct visit *v, const struct model_get_row *model,
                               const struct period *period)
{
    bool is_now = period->year == period->last;
    struct day end = day_of(is_now ? DAY_MAX_YEAR : (int)period->year, 12, 31);
    struct model_copy_tree wanted = {
        .source_id = model->id,
        .on = end,
        .before = { instant_of_day_end(end).s + 1 },
        .limit = ROWS_MAX + 1,
    };
    struct model_copy_tree_rows rows = model_copy_tree(&v->snap->conn, &wanted);
    struct copies copies = { .count = rows.count > ROWS_MAX ? ROWS_MAX : rows.count,
                             .is_cut = rows.count > ROWS_MAX };
    copies.rows = new(v->arena, struct model_copy_tree_row, copies.count);
    for (size_t i = 0; i < copies.count; i++) {
        struct model_copy_tree_row *row = &copies.rows[i];
        *row = rows.rows[i];
        bool has_ended = !day_is_none(row->ended_on) && day_compare(row->ended_on, end) <= 0;
        if (!is_now && !has_ended) {
            row->state = str_of(model_copy_flow.states[COPY_TRIAL].name);
            row->ended_on = DAY_NONE;
        }
    }
    return copies;
}

static void show_years(struct visit *v, struct copy_tree_view *view, const struct period *period)
{
    size_t count = (size_t)(period->last - period->first) + 1;
    count = count > YEARS_MAX ? YEARS_MAX : count;
    struct copy_year *years = new(v->arena, struct copy_year, count);
    for (size_t i = 0; i < count; i++) {
        int64_t year = period->last - (int64_t)(count - 1 - i);
        years[i] =
            (struct copy_year){ .year = model_id_str(v, year), .is_current = year == period->year };
    }
    view->years = years;
    view->year_count = count;
    view->here = route_url(v, "/lam/mo-hinh/:id/nhan-rong", model_id_str(v, view->model.id.v));
}

/* --- the tree --------------------------------------------------------------------------------- */

/* Rows come in the order of their ids, and whatever was learned from one comes after it: so each
 * finds the one before it, and the walk needs no more than who is its first and who stands next. */
static struct copy_node *plant(struct visit *v, const struct copies *copies)
{
    size_t count = copies->count;
    enum { NOBODY = 0 }; /* place 0 is the model itself; copy i stands at place i + 1 */
    size_t *first = new(v->arena, size_t, count + 1);
    size_t *last = new(v->arena, size_t, count + 1);
    size_t *next = new(v->arena, size_t, count + 1);
    size_t *up = new(v->arena, size_t, count + 1);
    for (size_t place = 1; place <= count; place++) {
        size_t above = place_of(copies, copies->rows[place - 1].parent_id);
        up[place] = above;
        if (first[above] == NOBODY) {
            first[above] = place;
        } else {
            next[last[above]] = place;
        }
        last[above] = place;
    }
    struct copy_node *nodes = new(v->arena, struct copy_node, count);
    size_t told = 0;
    size_t place = first[0];
    size_t depth = 1;
    while (place != NOBODY) {
        struct copy_node *node = &nodes[told++];
        *node = (struct copy_node){ .row = copies->rows[place - 1],
                                    .depth = depth,
                                    .opens = first[place] != NOBODY };
        describe(v, node);
        if (node->opens) {
            place = first[place];
            depth++;
            continue;
        }
        while (place != NOBODY && next[place] == NOBODY) {
            place = up[place];
            node->closes += place != NOBODY;
            depth -= place != NOBODY;
        }
        place = next[place];
    }
    return nodes;
}

/* 0 for none: the model itself. */
static size_t place_of(const struct copies *copies, struct model_copy_id id)
{
    size_t from = 0;
    size_t until = copies->count;
    while (from < until) {
        size_t middle = from + (until - from) / 2;
        if (copies->rows[middle].id.v < id.v) {
            from = middle + 1;
        } else {
            until = middle;
        }
    }
    bool is_there = from < copies->count && ID_IS(copies->rows[from].id, id);
    return is_there ? from + 1 : 0;
}

static void describe(struct visit *v, struct copy_node *node)
{
    struct str months = model_copy_month_str(v, node->row.verified);
    struct str verified = tongue_text(v->tongue, N_("đã xác nhận sau"));
    bool has_ended = !day_is_none(node->row.ended_on);
    bool is_verified = node->row.verified > 0;
    node->sign = is_verified && !has_ended ? "✓" : model_copy_state_sign(node->row.state);
    node->state = model_copy_state_label(node->row.state);
    node->months = is_verified
                       ? str_printf(v->arena, "%.*s %.*s", STR_ARG(verified), STR_ARG(months))
                       : tongue_text(v->tongue, N_("tự khai, chưa được xác nhận"));
    node->dash = has_ended ? "1 6" : is_verified ? "none" : "6 5";
    node->width = node->row.verified == COPY_LAST_MONTH ? 4 : is_verified ? 3 : 2;
}

/* --- the drawing ------------------------------------------------------------------------------ */

/* Each copy has a row of its own; a line leads to it from the one that it was learned from. */
static void draw(struct visit *v, struct copy_tree_view *view, struct copy_node *nodes)
{
    size_t count = view->node_count > DRAWN_MAX ? DRAWN_MAX : view->node_count;
    size_t *at_depth = new(v->arena, size_t, view->node_count + 1); /* the last one so deep */
    int64_t verified = 0;
    for (size_t i = 0; i < count; i++) {
        struct copy_node *node = &nodes[i];
        size_t indent = node->depth > INDENTS_MAX ? INDENTS_MAX : node->depth;
        const struct copy_node *above = node->depth > 1 ? &nodes[at_depth[node->depth - 1]] : NULL;
        int64_t from_x = above ? above->x : ROOT_X;
        int64_t from_y = above ? above->y : ROOT_Y;
        node->x = ROOT_X + (int64_t)indent * INDENT;
        node->y = ROOT_Y + (int64_t)(i + 1) * ROW_HEIGHT;
        node->path =
            str_printf(v->arena, "M%lld %lldC%lld %lld %lld %lld %lld %lld", (long long)from_x,
                       (long long)from_y, (long long)from_x, (long long)node->y, (long long)from_x,
                       (long long)node->y, (long long)node->x, (long long)node->y);
        node->label = cut_name(v->arena, node->row.unit_name, NAME_CHARS - indent * INDENT_CHARS);
        at_depth[node->depth] = i;
    }
    for (size_t i = 0; i < view->node_count; i++) {
        verified += nodes[i].row.verified > 0;
    }
    view->nodes = nodes;
    view->drawn_count = count;
    view->verified = verified;
    int64_t height = ROOT_Y + (int64_t)count * ROW_HEIGHT + FOOT_HEIGHT;
    view->box = str_printf(v->arena, "0 0 %d %lld", BOX_WIDTH, (long long)height);
}

static struct str cut_name(struct arena *arena, struct str name, size_t chars)
{
    struct str rest = name;
    if (str_chars(name) <= chars) {
        return name;
    }
    for (size_t i = 0; i + 1 < chars; i++) {
        (void)str_cut_char(&rest);
    }
    struct str kept = str_slice(name, 0, name.n - rest.n);
    return str_printf(arena, "%.*s…", STR_ARG(kept));
}

static enum status write_json(struct visit *v, const struct model_get_row *model,
                              const struct period *period, const struct copies *copies)
{
    struct tree_head head = { .id = model->id,
                              .name = model->name,
                              .unit = model->unit_code,
                              .unit_name = model->unit_name,
                              .year = period->year };
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_fields(&json, &model_tree_record, &head);
    json_list(&json, "copies");
    for (size_t i = 0; i < copies->count; i++) {
        json_record(&json, NULL, &model_tree_copy_record, &copies->rows[i]);
    }
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}
