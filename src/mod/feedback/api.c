/* The API for reports: send one, read one, list them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/json.h"
#include "base/limits.h"
#include "desk/books.h"
#include "mod/feedback/intake.h"

static visit_fn sent;
static void write_row(struct json *json, const struct report_list_row *row);

enum status api_report_send(struct visit *v)
{
    struct report_form form;
    struct send *send = new(v->arena, struct send, 1);
    bool is_read = visit_form(v, &report_form_record, &form);
    if (!intake_read(v, &form, "api", send) || !is_read) {
        return STATUS_INVALID;
    }
    return visit_order(v, &feedback_commands[COMMAND_SEND], send, sent);
}

static enum status sent(struct visit *v)
{
    if (visit_refused(v)) {
        return v->order->outcome.verdict.status;
    }
    struct sent answer = sent_parse(v->order->outcome.answer.text);
    struct out receipt = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    if (!books_receipt(&v->snap->conn, v->order->outcome.first_position, &receipt)) {
        return STATUS_STORE_FAILED;
    }
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "code", answer.code);
    json_text(&json, "secret", answer.secret);
    json_instant(&json, "due", answer.due_at);
    json_text(&json, "receipt", out_str(&receipt));
    json_end(&json);
    return STATUS_CREATED;
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
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "code", report.code);
    json_text(&json, "unit", report.unit_code);
    json_text(&json, "category", report.category_slug);
    json_text(&json, "status", report.state);
    json_instant(&json, "received", report.received_at);
    json_instant(&json, "due", report.due_at);
    json_yes(&json, "paused", report.is_open && report.paused_at.s != 0);
    json_int(&json, "bounces", report.bounces);
    if (report.is_public) {
        json_text(&json, "title", report.title);
        json_text(&json, "text", report.text);
        json_text(&json, "place", report.place);
        json_text(&json, "answer", report_answer(&report));
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
        write_row(&json, &rows.rows[i]);
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

static void write_row(struct json *json, const struct report_list_row *row)
{
    json_object(json, NULL);
    json_text(json, "code", row->code);
    json_text(json, "unit", row->unit_code);
    json_text(json, "category", row->category_slug);
    json_text(json, "status", row->state);
    json_text(json, "title", row->title);
    json_instant(json, "received", row->received_at);
    json_instant(json, "due", row->due_at);
    json_end(json);
}
