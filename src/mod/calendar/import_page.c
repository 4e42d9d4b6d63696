/* An iCalendar file as a proposal: every day is shown, only those that are ticked are set. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/pages.h"

#include "base/attr.h"
#include "base/limits.h"
#include "html/calendar.h"
#include "mod/calendar/ical.h"
#include "mod/calendar/words.h"
#include "text/tongue.h"

#define IMPORT_PATH "/qt/lich-lam-viec/nhap"
#define TICK        "ngay-"

static struct str file_of(const struct visit *v);
static enum status show_proposal(struct visit *v, const struct ical *ical, bool is_sent);
static struct import_item item_of(struct visit *v, const struct ical *ical, size_t at);
static const char *problem_of_row(struct visit *v, const struct ical *ical, size_t at,
                                  struct str *ret_detail);
static struct str sentence_of(struct visit *v, const struct verdict *verdict);
static bool is_ticked(const struct visit *v, struct str name);
static struct ical ical_of_rows(struct visit *v, struct str rows);
static visit_fn after_approval;

/* For choosing a file, and for pasting one. */
static const struct field text_fields[] = {
    FIELD(struct days_take, rows, .max = ROWS_CHARS_MAX,
          .label = N_("Hoặc dán nội dung tệp vào đây")),
};
static const struct record text_record = RECORD("ical", struct days_take, text_fields);

enum status calendar_import_show(struct visit *v)
{
    struct import_view view = {
        .page = page_open(v, N_("Nhập lịch từ tệp iCalendar")),
        .send_to = route_url(v, IMPORT_PATH),
        .text = page_field(v, INPUT_AREA, &text_record, "rows"),
    };
    view.text.is_optional = false; /* one of the two */
    view.page->back = route_url(v, "/qt/lich-lam-viec");
    calendar_import_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* Nothing is kept: the form that comes back brings the rows along. */
enum status calendar_import_take(struct visit *v)
{
    struct ical ical = ical_read(file_of(v), v->arena);
    if (ical.problem) {
        visit_problem(v, "rows", ical.problem);
        return calendar_import_show(v);
    }
    return show_proposal(v, &ical, false);
}

static struct str file_of(const struct visit *v)
{
    for (size_t i = 0; i < v->form.file_count; i++) {
        if (v->form.files[i].bytes.n > 0) {
            return v->form.files[i].bytes;
        }
    }
    return form_get(&v->form, "rows");
}

enum status calendar_import_approve(struct visit *v)
{
    struct str all = form_get(&v->form, "rows");
    struct out chosen = out_open(v->arena, all.n + 1);
    struct days_take *take = new(v->arena, struct days_take, 1);
    const struct command *command = &calendar_commands[COMMAND_DAYS_TAKE];
    bool is_good = visit_form(v, command->takes, take);
    struct str rest = all;
    for (size_t line = 1; rest.p; line++) {
        struct str row = str_cut(&rest, '\n');
        if (is_ticked(v, str_printf(v->arena, TICK "%zu", line))) {
            out_str_raw(&chosen, row);
            out_char(&chosen, '\n');
        }
    }
    if (is_good && chosen.n == 0) {
        visit_problem(v, NULL, N_("Chưa chọn ngày nào. Hãy đánh dấu từng ngày được duyệt."));
    }
    if (!is_good || chosen.n == 0) {
        struct ical ical = ical_of_rows(v, all);
        return show_proposal(v, &ical, true);
    }
    take->rows = out_str(&chosen);
    return visit_order(v, command, take, after_approval);
}

static enum status after_approval(struct visit *v)
{
    if (visit_refused(v)) {
        struct ical ical = ical_of_rows(v, form_get(&v->form, "rows"));
        return show_proposal(v, &ical, true);
    }
    struct local_url list = route_url(v, "/qt/lich-lam-viec");
    struct str day = v->order->outcome.answer.text;
    list.url = str_printf(v->arena, "%.*s?nam=%.4s", STR_ARG(list.url), day.p);
    return visit_go(v, list);
}

static enum status show_proposal(struct visit *v, const struct ical *ical, bool is_sent)
{
    const struct record *record = calendar_commands[COMMAND_DAYS_TAKE].takes;
    struct import_item *items = new(v->arena, struct import_item, ical->count);
    struct out rows = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    struct import_view view = {
        .page = page_open(v, N_("Duyệt từng ngày trong tệp")),
        .send_to = route_url(v, "/qt/lich-lam-viec/duyet"),
        .items = items,
        .item_count = ical->count,
        .decision = page_field(v, INPUT_LINE, record, "decision"),
        .decided_on = page_field(v, INPUT_DAY, record, "decided_on"),
        .reason = page_field(v, INPUT_LINE, record, "reason"),
    };
    for (size_t i = 0; i < ical->count; i++) {
        items[i] = item_of(v, ical, i);
        if (!items[i].problem.p) {
            day_row_write(&rows, &ical->items[i].row);
            view.good_count++;
            items[i].name = str_printf(v->arena, TICK "%zu", view.good_count);
            items[i].is_ticked = !is_sent || is_ticked(v, items[i].name);
        }
    }
    view.rows = out_str(&rows);
    view.page->back = route_url(v, IMPORT_PATH);
    calendar_proposal_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static struct import_item item_of(struct visit *v, const struct ical *ical, size_t at)
{
    const struct day_row *row = &ical->items[at].row;
    struct str detail = STR_NONE;
    const char *problem = problem_of_row(v, ical, at, &detail);
    struct import_item item = {
        .line = row->line,
        .title = row->name,
        .problem = problem ? tongue_text(v->tongue, problem) : detail,
    };
    if (!day_is_none(row->day)) {
        struct day_status now = calendar_day(visit_calendar(v, (struct id){ 0 }), row->day);
        item.when = calendar_day_words_of(v, row->day);
        item.now = day_work_label(now.work);
    }
    if (!ical->items[at].problem) {
        item.kind = day_kind_label(row->kind);
    }
    return item;
}

/* Of two rows that say different things of one day neither can be believed. */
static const char *problem_of_row(struct visit *v, const struct ical *ical, size_t at,
                                  struct str *ret_detail)
{
    const struct ical_item *item = &ical->items[at];
    struct day_row row = item->row;
    if (item->problem) {
        return item->problem;
    }
    for (size_t i = 0; i < ical->count; i++) {
        const struct ical_item *other = &ical->items[i];
        bool is_same_day = i != at && !other->problem && day_compare(other->row.day, row.day) == 0;
        if (is_same_day && other->row.kind != row.kind) {
            return N_("Tệp nói về ngày này hai điều trái nhau, nên không nhập.");
        }
        if (is_same_day && i < at) {
            return N_("Ngày này đã có ở trên trong tệp.");
        }
    }
    /* The decision comes with the form; any will do to judge the day. */
    row.decision = STR("-");
    row.decided_on = instant_day(v->now);
    struct verdict verdict = days_may_be_set(visit_calendar(v, (struct id){ 0 }), &row, 1,
                                             instant_day(v->now), v->arena);
    if (!verdict_is_ok(verdict)) {
        *ret_detail = sentence_of(v, &verdict);
    }
    return NULL;
}

static struct str sentence_of(struct visit *v, const struct verdict *verdict)
{
    struct out sentence = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    sentence.tongue = v->tongue;
    verdict_write(&sentence, verdict);
    return out_str(&sentence);
}

static bool is_ticked(const struct visit *v, struct str name)
{
    for (size_t i = 0; i < v->form.param_count; i++) {
        if (str_equal(v->form.params[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* The rows as they came back: those that were good when the file was read. */
static struct ical ical_of_rows(struct visit *v, struct str text)
{
    struct day_rows days = day_rows_read(v->arena, text, STR_NONE, DAY_NONE);
    struct ical_item *items = new(v->arena, struct ical_item, days.count);
    for (size_t i = 0; i < days.count; i++) {
        items[i].row = days.rows[i];
    }
    return (struct ical){ .items = items, .count = days.count };
}
