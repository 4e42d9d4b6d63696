/* The administration of categories: their tree, and one with its limits and questions. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category_page.h"

#include "html/feedback.h"
#include "mod/feedback/question.h"
#include "text/message.h"
#include "text/tongue.h"

#define LIST_PATH "/qt/loai-viec"
#define ONE_PATH  LIST_PATH "/:slug"

enum { FACT_ROWS = 5 };
_Static_assert(COUNT(((struct category_view *)0)->asked) == QUESTIONS_MAX, "one for each question");

static struct category_limit limit_today(struct visit *v, struct category_id id,
                                         struct category_limit base);
static void show_facts(struct visit *v, const struct category_full_row *row,
                       struct category_view *view);
static void show_limits(struct visit *v, const struct category_full_row *row,
                        struct category_view *view);
static void show_questions(struct visit *v, const struct category_full_row *row,
                           struct category_view *view);
static void show_as_citizens_see(struct visit *v, const struct category_full_row *row,
                                 struct category_view *view);

enum status category_list_show(struct visit *v)
{
    if (!visit_may_for_all(v)) {
        return STATUS_FORBIDDEN;
    }
    struct category_tree_rows rows = category_tree(&v->snap->conn);
    struct category_item *items = new(v->arena, struct category_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        const struct category_tree_row *row = &rows.rows[i];
        struct category_limit base = { row->respond_unit, row->respond_amount, row->extend_max,
                                       STR("luat") };
        items[i] = (struct category_item){
            .name = translated(v, row->name),
            .hint = translated(v, row->hint),
            .limit =
                row->stop.p ? STR_NONE : category_limit_words(v, limit_today(v, row->id, base)),
            .is_below = !ID_NONE(row->parent_id),
            .is_open = row->is_open,
            .url = route_url(v, ONE_PATH, row->slug),
        };
    }
    struct category_list_view view = {
        .page = page_open(v, N_("Loại việc")),
        .items = items,
        .item_count = rows.count,
        .add = route_url(v, LIST_PATH "/moi"),
    };
    feedback_categories_html(page_body(v), &view);
    return STATUS_OK;
}

enum status category_page_show(struct visit *v)
{
    struct category_full_row row;
    if (!visit_may_for_all(v)) {
        return STATUS_FORBIDDEN;
    }
    if (!category_full(&v->snap->conn, &(struct category_full){ .slug = v->params[0] }, &row)) {
        return STATUS_NOT_FOUND;
    }
    struct category_view *view = new(v->arena, struct category_view, 1);
    *view = (struct category_view){
        .page = page_open(v, N_("Loại việc")),
        .parent = row.parent_name.p ? translated(v, row.parent_name) : STR_NONE,
        .stop = row.stop.p ? translated(v, row.stop) : STR_NONE,
        .is_open = row.is_open,
        .version = row.version,
        .change = route_url(v, ONE_PATH "/sua", row.slug),
    };
    view->page->title = translated(v, row.name);
    view->page->back = route_url(v, LIST_PATH);
    if (!row.stop.p) {
        view->limit_to = route_url(v, ONE_PATH "/han", row.slug);
        view->ask = route_url(v, ONE_PATH "/cau-hoi", row.slug);
        view->use_to = route_url(v, ONE_PATH "/dung", row.slug);
    }
    show_facts(v, &row, view);
    show_limits(v, &row, view);
    show_questions(v, &row, view);
    show_as_citizens_see(v, &row, view);
    feedback_category_html(page_body(v), view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

bool visit_may_for_all(struct visit *v)
{
    struct feedback_roots_rows rows =
        feedback_roots(&v->snap->conn, &(struct feedback_roots){ .today = instant_day(v->now) });
    for (size_t i = 0; i < rows.count; i++) {
        if (visit_may_over(v, POWER_ADMIN, ID_OF(rows.rows[i].id))) {
            return true;
        }
    }
    return false;
}

struct str category_limit_words(struct visit *v, struct category_limit limit)
{
    bool is_hours = str_equal(limit.respond_unit, STR("working-hours"));
    struct str pieces[2];
    const char *sentences[] = {
        is_hours ? N_("%s giờ làm việc") : N_("%s ngày làm việc"),
        limit.extend_max > 0 ? N_(", gia hạn thêm được %s") : N_(", không gia hạn"),
    };
    const int64_t numbers[] = { limit.amount, limit.extend_max };
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct str message = tongue_text(v->tongue, sentences[i]);
        struct str before = message_part(message, 0);
        struct str behind = message_part(message, 1);
        bool has_number = i == 0 || limit.extend_max > 0;
        pieces[i] = has_number ? str_printf(v->arena, "%.*s%lld%.*s", STR_ARG(before),
                                            (long long)numbers[i], STR_ARG(behind))
                               : message;
    }
    return str_printf(v->arena, "%.*s%.*s", STR_ARG(pieces[0]), STR_ARG(pieces[1]));
}

static struct category_limit limit_today(struct visit *v, struct category_id id,
                                         struct category_limit base)
{
    return category_limit_on(&v->snap->conn, id, base, instant_day(v->now));
}

static struct category_limit base_of(const struct category_full_row *row)
{
    return (struct category_limit){ row->respond_unit, row->respond_amount, row->extend_max,
                                    row->basis };
}

static void show_facts(struct visit *v, const struct category_full_row *row,
                       struct category_view *view)
{
    struct summary_row *rows = new(v->arena, struct summary_row, FACT_ROWS);
    size_t count = 0;
    struct str place = tongue_text(v->tongue, row->asks_place ? N_("Có") : N_("Không"));
    rows[count++] =
        (struct summary_row){ .label = N_("Gồm những việc gì"), .value = translated(v, row->hint) };
    rows[count++] = (struct summary_row){ .label = N_("Hỏi nơi xảy ra"), .value = place };
    rows[count++] =
        (struct summary_row){ .label = N_("Thứ tự"),
                              .value = str_printf(v->arena, "%lld", (long long)row->position) };
    rows[count++] =
        (struct summary_row){ .label = N_("Mã dùng trong chương trình"), .value = row->slug };
    if (!row->stop.p) {
        rows[count++] = (struct summary_row){
            .label = N_("Hạn trả lời hôm nay"),
            .value = category_limit_words(v, limit_today(v, row->id, base_of(row))),
        };
    }
    view->facts = (struct summary_view){ rows, count };
}

static void show_limits(struct visit *v, const struct category_full_row *row,
                        struct category_view *view)
{
    struct category_deadlines_rows rows =
        category_deadlines(&v->snap->conn, &(struct category_deadlines){ .category_id = row->id });
    struct limit_item *items = new(v->arena, struct limit_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        struct category_limit limit = { row->respond_unit, rows.rows[i].respond_amount,
                                        rows.rows[i].extend_max, rows.rows[i].basis };
        items[i] = (struct limit_item){ rows.rows[i].from_on, category_limit_words(v, limit) };
    }
    view->limits = items;
    view->limit_count = rows.count;
}

static void show_questions(struct visit *v, const struct category_full_row *row,
                           struct category_view *view)
{
    struct question_rows_rows rows =
        question_rows(&v->snap->conn, &(struct question_rows){ .category_id = row->id });
    struct question_item *items = new(v->arena, struct question_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        const struct question_rows_row *one = &rows.rows[i];
        items[i] = (struct question_item){
            .label = translated(v, one->label),
            .is_required = one->is_required,
            .is_open = one->is_open,
            .version = one->version,
            .url =
                route_url(v, "/qt/cau-hoi/:id", str_printf(v->arena, "%lld", (long long)one->id.v)),
        };
    }
    view->questions = items;
    view->question_count = rows.count;
}

static void show_as_citizens_see(struct visit *v, const struct category_full_row *row,
                                 struct category_view *view)
{
    struct choice *choice = new(v->arena, struct choice, 1);
    *choice = (struct choice){ .value = row->slug,
                               .label = category_label(v, row->parent_name, row->name),
                               .hint = translated(v, row->hint) };
    view->choice =
        (struct field_view){ .kind = INPUT_RADIOS, .name = "category", .label = N_("Việc gì?") };
    page_choices(v, &view->choice, choice, 1);
    view->asked_count = replies_fields(v, row->slug, STR_NONE, view->asked);
}
