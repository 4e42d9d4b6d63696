/* Following by e-mail: the form on a report's page, and the pages behind the links of letters. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/follow.h"

#include "html/feedback.h"
#include "html/web.h"
#include "mod/feedback/intake.h"
#include "mod/feedback/pages.h"
#include "outbox/outbox.h"
#include "text/tongue.h"

static visit_fn after_ask, after_confirm, after_leave;
static enum status show_question(struct visit *v, const char *question, const char *act,
                                 const char *path);
static enum status order_answer(struct visit *v, const struct command *command, visit_fn *after);
static enum status show_end(struct visit *v, const char *title, const char *sentence);

struct follow_form follow_form(struct visit *v, struct page *page,
                               const struct report_get_row *report)
{
    int state = workflow_state(&feedback_flow, report->state);
    struct follow_form form = { .page = page };
    if (state != WORKFLOW_NOWHERE && !feedback_flow.states[state].is_final) {
        form.send_to = route_url(v, "/kiem-tra/ho-so/:code/theo-doi", report->code);
        form.email = page_field(v, INPUT_EMAIL, &follow_record, "email");
    }
    return form;
}

enum status follow_ask(struct visit *v)
{
    struct follow *follow = new(v->arena, struct follow, 1);
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(v->params[0], code, &doubtful) != CODE_GOOD) {
        return STATUS_NOT_FOUND;
    }
    follow->code = str_copy(v->arena, str_of(code));
    if (intake_email(v, form_get(&v->form, "email"), &follow->email) && !follow->email.p) {
        visit_problem(v, "email", N_("Bà con chưa ghi địa chỉ thư. Hãy ghi, ví dụ ten@noi.vn."));
    }
    if (v->problems.count > 0) {
        enum status status = track_show(v);
        return status == STATUS_OK ? STATUS_INVALID : status;
    }
    return visit_order(v, &feedback_commands[COMMAND_FOLLOW], follow, after_ask);
}

static enum status after_ask(struct visit *v)
{
    enum status status = v->order->outcome.verdict.status;
    if (status == STATUS_REFUSED && visit_refused(v)) {
        track_show(v);
        return status;
    }
    if (!outbox_offers(&v->snap->conn, OUTBOX_MAIL)) {
        return show_end(
            v, N_("Đã ghi, chưa gửi được thư"),
            N_("Máy chủ này chưa gửi được thư. Thư xác nhận nằm chờ; khi tới nơi, bà con "
               "mở liên kết trong thư rồi bấm Nhận tin."));
    }
    return show_end(
        v, N_("Mời bà con mở hộp thư"),
        N_("Trong ít phút sẽ có thư gửi tới địa chỉ vừa ghi. Hãy mở liên kết trong thư rồi "
           "bấm Nhận tin. Chưa bấm thì chưa có tin nào được gửi."));
}

enum status follow_confirm_show(struct visit *v)
{
    return show_question(v, N_("Nhận tin về hồ sơ này?"), N_("Nhận tin"), "/theo-doi/:token");
}

enum status follow_leave_show(struct visit *v)
{
    return show_question(v, N_("Thôi nhận tin về hồ sơ này?"), N_("Thôi nhận tin"),
                         "/bo-theo-doi/:token");
}

static enum status show_question(struct visit *v, const char *question, const char *act,
                                 const char *path)
{
    struct report_follower_of_link_row follower;
    if (!follow_find(&v->snap->conn, v->params[0], &follower)) {
        return STATUS_GONE;
    }
    struct confirm_view view = {
        .page = page_open(v, question),
        .question = question,
        .about = follower.code,
        .act = act,
        .send_to = route_url(v, path, v->params[0]),
    };
    view.page->back = route_url(v, "/kiem-tra/ho-so/:code", follower.code);
    web_confirm_html(page_body(v), &view);
    return STATUS_OK;
}

enum status follow_confirm(struct visit *v)
{
    return order_answer(v, &feedback_commands[COMMAND_FOLLOW_CONFIRM], after_confirm);
}

enum status follow_leave(struct visit *v)
{
    return order_answer(v, &feedback_commands[COMMAND_FOLLOW_LEAVE], after_leave);
}

static enum status order_answer(struct visit *v, const struct command *command, visit_fn *after)
{
    struct follow_answer *answer = new(v->arena, struct follow_answer, 1);
    answer->token = v->params[0];
    return visit_order(v, command, answer, after);
}

static enum status after_confirm(struct visit *v)
{
    return show_end(
        v, N_("Đã nhận tin về hồ sơ này"),
        N_("Mỗi khi hồ sơ có việc mới, bà con sẽ nhận một thư. Thư nào cũng có liên kết để "
           "thôi nhận tin."));
}

static enum status after_leave(struct visit *v)
{
    return show_end(v, N_("Đã thôi nhận tin về hồ sơ này"),
                    N_("Địa chỉ thư của bà con đã được xóa khỏi hồ sơ này."));
}

static enum status show_end(struct visit *v, const char *title, const char *sentence)
{
    if (visit_refused(v)) {
        return v->order->outcome.verdict.status;
    }
    struct follow_view view = {
        .page = page_open(v, title),
        .sentence = tongue_text(v->tongue, sentence),
        .report = route_url(v, "/kiem-tra/ho-so/:code", v->order->outcome.answer.text),
    };
    feedback_follow_html(page_body(v), &view);
    return STATUS_OK;
}
