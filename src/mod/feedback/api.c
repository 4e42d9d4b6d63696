/* The API for reports: send one, read one, list them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/json.h"
#include "base/limits.h"
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
        intake_refused(v);
        return v->order->outcome.verdict.status;
    }
    struct sent answer = sent_parse(v->order->outcome.answer.text);
    struct out receipt = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    if (!desk_receipt(v->order, &v->snap->conn, &receipt)) {
        return STATUS_STORE_FAILED;
    }
    const struct given given = { answer.code, answer.secret, answer.due_at, out_str(&receipt) };
    struct json json = page_json(v);
    json_record(&json, NULL, &api_given_record, &given);
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
