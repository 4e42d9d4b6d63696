/* The API for reports: send one, read one, list them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/json.h"
#include "base/limits.h"
#include "desk/books.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/intake.h"

/* What the API gives, in the order in which it is written; OpenAPI is made from the same rows. */
struct given {
    struct str code;
    struct str secret;
    struct instant due;
    struct str receipt;
};
static const struct field given_fields[] = {
    FIELD(struct given, code),
    FIELD(struct given, secret),
    FIELD(struct given, due),
    FIELD(struct given, receipt),
};
const struct record api_given_record = RECORD("given", struct given, given_fields);

/* `withheld` is the coded reason of a report that is kept from the public: then it has no title. */
struct listed {
    struct str code;
    struct str unit;
    struct str category;
    struct str status;
    struct str title;
    struct instant received;
    struct instant due;
    struct str withheld;
};
static const struct field listed_fields[] = {
    FIELD(struct listed, code),   FIELD(struct listed, unit),     FIELD(struct listed, category),
    FIELD(struct listed, status), FIELD(struct listed, title),    FIELD(struct listed, received),
    FIELD(struct listed, due),    FIELD(struct listed, withheld),
};
const struct record api_listed_record = RECORD("listed", struct listed, listed_fields);

/* The words of a report that is withheld are absent, and `withheld` is the code of the reason. */
struct shown {
    struct str code;
    struct str unit;
    struct str category;
    struct str status;
    struct instant received;
    struct instant due;
    bool paused;
    int64_t bounces;
    struct str title;
    struct str text;
    struct str place;
    struct str answer;
    struct str withheld;
};
static const struct field shown_fields[] = {
    FIELD(struct shown, code),     FIELD(struct shown, unit),     FIELD(struct shown, category),
    FIELD(struct shown, status),   FIELD(struct shown, received), FIELD(struct shown, due),
    FIELD(struct shown, paused),   FIELD(struct shown, bounces),  FIELD(struct shown, title),
    FIELD(struct shown, text),     FIELD(struct shown, place),    FIELD(struct shown, answer),
    FIELD(struct shown, withheld),
};
const struct record api_shown_record = RECORD("shown", struct shown, shown_fields);

static visit_fn sent;
static bool read_report(struct visit *v, struct send *ret);
static enum status give_again(struct visit *v, const struct draft *draft);
static void write_given(struct visit *v, const struct given *given, bool is_repeat);

/* The desk remembers a key for a day. Who may be without a network for longer sends under the
 * address of a draft, which lasts two weeks: of one that was written here, which is sent as its own
 * page would send it, or of one that they drew themselves. */
enum status api_report_send(struct visit *v)
{
    struct send *send = new(v->arena, struct send, 1);
    struct draft draft;
    struct str token = form_get(&v->form, "draft");
    bool is_known = token.n > 0 && draft_load(&v->snap->conn, token, &draft);
    if (is_known && draft.code.p) {
        return give_again(v, &draft);
    }
    if (is_known) {
        *send = draft_sending(&draft);
    } else if (!read_report(v, send)) {
        return STATUS_INVALID;
    }
    v->key = send->draft.p ? send->draft : v->key;
    return visit_order(v, &feedback_commands[COMMAND_SEND], send, sent);
}

static bool read_report(struct visit *v, struct send *ret)
{
    struct report_form form;
    bool is_read = visit_form(v, &report_form_record, &form);
    bool is_good = intake_read(v, &form, "api", ret);
    if (form.draft.n > 0 && !draft_token_is_good(form.draft)) {
        visit_problem(v, "draft", N_("Địa chỉ đơn nháp phải là 32 chữ số hệ 16, chữ thường."));
        is_good = false;
    }
    ret->draft = form.draft.n > 0 ? form.draft : STR_NONE;
    return is_read && is_good;
}

/* It was taken before: the secret is told once more for a day, as on its page. */
static enum status give_again(struct visit *v, const struct draft *draft)
{
    struct report_get_row report;
    struct report_first_event_row first;
    struct out receipt = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    if (!report_get(&v->snap->conn, &(struct report_get){ .code = draft->code }, &report) ||
        !report_first_event(&v->snap->conn, &(struct report_first_event){ .report_id = report.id },
                            &first) ||
        !books_receipt(&v->snap->conn, first.position, &receipt)) {
        return STATUS_NOT_FOUND;
    }
    struct sent told = sent_parse(desk_recall(&v->snap->conn, &feedback_commands[COMMAND_SEND],
                                              draft->token, v->now, v->arena));
    bool is_told = str_equal(told.code, report.code);
    const struct given given = { report.code, is_told ? told.secret : STR_NONE,
                                 is_told ? told.due_at : report.due_at, out_str(&receipt) };
    write_given(v, &given, true);
    return STATUS_CREATED;
}

static enum status sent(struct visit *v)
{
    if (visit_refused(v)) {
        intake_refused(v);
        return v->order->outcome.verdict.status;
    }
    struct sent answer = sent_parse(v->order->outcome.answer.text);
    struct out receipt = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    if (!desk_receipt(v->order, &v->snap->conn, &receipt)) {
        return STATUS_STORE_FAILED;
    }
    const struct given given = { answer.code, answer.secret, answer.due_at, out_str(&receipt) };
    write_given(v, &given, v->order->outcome.is_repeat);
    return STATUS_CREATED;
}

/* Whoever mended their words between two tries must know which of them were taken. */
static void write_given(struct visit *v, const struct given *given, bool is_repeat)
{
    if (is_repeat) {
        reply_header(v->reply, "Idempotency-Replayed", STR("true"));
    }
    struct json json = page_json(v);
    json_record(&json, NULL, &api_given_record, given);
}

enum status api_report_show(struct visit *v)
{
    struct report_get_row report;
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD ||
        !report_get(&v->snap->conn, &(struct report_get){ .code = str_of(code) }, &report)) {
        return STATUS_NOT_FOUND;
    }
    struct shown shown = {
        .code = report.code,
        .unit = report.unit_code,
        .category = report.category_slug,
        .status = report.state,
        .received = report.received_at,
        .due = report.due_at,
        .paused = report.is_open && report.paused_at.s != 0,
        .bounces = report.bounces,
        .withheld = report.withheld,
    };
    if (report.is_public) {
        shown.title = report.title;
        shown.text = report.text;
        shown.place = report.place;
        shown.answer = report_answer(&report);
    }
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_fields(&json, &api_shown_record, &shown);
    if (report.is_public) {
        photos_write(v, report.id, &json);
    }
    json_end(&json);
    return STATUS_OK;
}

enum status api_report_list(struct visit *v)
{
    struct list_query query;
    if (!list_query_read(v, &query)) {
        return STATUS_INVALID;
    }
    struct report_rows rows;
    if (!list_rows(v, &query, &rows)) {
        return STATUS_BUSY;
    }
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_list(&json, "items");
    for (size_t i = 0; i < rows.count; i++) {
        const struct report_list_everywhere_row *row = &rows.rows[i];
        const struct str category = category_of(v, row->category_id).slug;
        const struct listed listed = { row->code,  row->unit_code,   category,    row->state,
                                       row->title, row->received_at, row->due_at, row->withheld };
        json_record(&json, NULL, &api_listed_record, &listed);
    }
    json_end(&json);
    if (rows.next) {
        json_text(&json, "next", str_printf(v->arena, "%lld", (long long)rows.next));
    } else {
        json_null(&json, "next");
    }
    json_end(&json);
    return STATUS_OK;
}
