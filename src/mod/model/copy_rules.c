/* The rules of copies, and their workflow. No law orders them; each row says whose practice. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/copy_rules.h"

#include "law/rule.h"
#include "mod/model/flow.h"
#include "text/tongue.h"

static const struct state copy_states[COPY_STATES] = {
    [COPY_TRIAL] = { "trial", N_("Đang làm theo"),
                     N_("Đơn vị đang làm thử, đo lại sau 3, 6 và 12 tháng."), false },
    [COPY_SILENT] = { "silent", N_("Chưa báo lại"),
                      N_("Đã tới kỳ kiểm tra, đã hỏi mà đơn vị chưa báo số đo."), false },
    [COPY_ENDED] = { "ended", N_("Đã thôi"),
                     N_("Đơn vị không làm theo nữa; lý do được giữ lại ở đây."), true },
};

#define TRIAL PRACTICE(N_("Nơi làm theo đo trước khi bắt đầu, rồi kiểm tra sau 3, 6 và 12 tháng"))
#define PROOF PRACTICE(N_("Nơi làm theo do người ngoài hai đơn vị xác nhận"))
#define LEAVE PRACTICE(N_("Không làm theo nữa thì nói rõ lý do, để nơi sau biết trước"))
#define HEARD PRACTICE(N_("Tới kỳ thì hỏi, một tháng không trả lời thì ghi là chưa báo lại"))
#define LIVES (IN(COPY_TRIAL) | IN(COPY_SILENT))

static const struct move copy_moves[] = {
    { .to = COPY_TRIAL,
      .command = "copy",
      .by = POWER_REGISTER,
      .label = N_("Xin làm theo"),
      .cite = TRIAL },
    { IN(COPY_TRIAL), STAY, "copy_check", POWER_REGISTER, .label = N_("Báo kết quả kiểm tra"),
      .cite = TRIAL },
    { IN(COPY_SILENT), COPY_TRIAL, "copy_check", POWER_REGISTER,
      .label = N_("Báo kết quả kiểm tra"), .cite = TRIAL },
    { LIVES, STAY, "copy_verify", POWER_VERIFY, .label = N_("Xác nhận"), .cite = PROOF },
    { LIVES, STAY, "copy_turn_down", POWER_VERIFY, .label = N_("Không xác nhận"), .cite = PROOF },
    { LIVES, COPY_ENDED, "copy_end", POWER_REGISTER, .label = N_("Thôi làm theo"), .cite = LEAVE },
    { IN(COPY_TRIAL), STAY, "copy_ask", BY_CLOCK, .label = N_("Hỏi kết quả kiểm tra"),
      .cite = HEARD },
    { IN(COPY_TRIAL), COPY_SILENT, "copy_lapse", BY_CLOCK, .label = N_("Ghi là chưa báo lại"),
      .cite = HEARD },
};

static const struct party copy_parties[] = {
    { POWER_REGISTER, N_("Cán bộ ghi mô hình của đơn vị") },
    { POWER_VERIFY, N_("Người xác nhận, ngoài hai đơn vị") },
};

const struct workflow model_copy_flow = {
    .name = "model-copy",
    .title = N_("Làm theo một mô hình"),
    .states = copy_states,
    .state_count = COUNT(copy_states),
    .moves = copy_moves,
    .move_count = COUNT(copy_moves),
    .parties = copy_parties,
    .party_count = COUNT(copy_parties),
    .terms = &RULES,
};

/* --- days ------------------------------------------------------------------------------------- */

enum { WAIT_DAYS = 30 };

const int32_t model_copy_months[COPY_CHECKS] = { 3, 6, COPY_LAST_MONTH };

int64_t model_copy_next_month(int64_t checked)
{
    for (size_t i = 0; i < COPY_CHECKS; i++) {
        if (model_copy_months[i] > checked) {
            return model_copy_months[i];
        }
    }
    return 0;
}

struct day model_copy_opens_on(struct day begins_on, int64_t month)
{
    return month == 0 ? DAY_NONE : day_add_months(begins_on, (int32_t)month);
}

struct day model_copy_waited_since(struct day today)
{
    return day_add(today, -WAIT_DAYS);
}

/* --- may it be done? -------------------------------------------------------------------------- */

static struct verdict may_learn(const struct model_copy_form *form,
                                const struct model_copy_facts *facts);

struct verdict model_copy_may_begin(const struct model_copy_form *form,
                                    const struct model_copy_facts *facts, struct day today)
{
    int state = workflow_state(&model_flow, facts->source->state);
    if (state == WORKFLOW_NOWHERE || model_flow.states[state].is_final) {
        return refuse(N_("Mô hình này đã dừng nên không nhận nơi làm theo mới. Hãy chọn mô hình "
                         "đang chạy."),
                      &copy_moves[0].cite);
    }
    if (ID_IS(facts->unit, facts->source->unit_id)) {
        return invalid("unit", N_("Đây là mô hình của chính đơn vị này. Hãy chọn đơn vị khác, hoặc "
                                  "báo kết quả ở trang của mô hình."));
    }
    if (facts->is_at_it) {
        return invalid("unit",
                       N_("Đơn vị này đang làm theo mô hình đó rồi. Hãy mở “Làm theo mô hình” "
                          "và báo tiếp ở đó."));
    }
    if (day_compare(form->begins_on, facts->source->begins_on) < 0) {
        return invalid("begins_on", N_("Ngày bắt đầu sớm hơn ngày có mô hình này. Hãy ghi ngày đơn "
                                       "vị bắt đầu làm theo."));
    }
    if (day_compare(form->begins_on, day_add(today, COPY_BEGINS_AHEAD_DAYS)) > 0) {
        return invalid("begins_on", N_("Ngày bắt đầu còn quá 90 ngày nữa. Gần tới ngày đó hãy xin "
                                       "làm theo."));
    }
    return may_learn(form, facts);
}

static struct verdict may_learn(const struct model_copy_form *form,
                                const struct model_copy_facts *facts)
{
    const struct model_copy_get_row *parent = facts->parent;
    if (form->parent.v == 0) {
        return VERDICT_OK;
    }
    if (!facts->has_parent || !ID_IS(parent->source_id, facts->source->id)) {
        return invalid("parent", N_("Nơi này không làm theo mô hình này. Hãy chọn trong danh "
                                    "sách."));
    }
    if (ID_IS(parent->unit_id, facts->unit)) {
        return invalid("parent", N_("Đơn vị không học từ chính mình. Hãy chọn nơi khác, hoặc nơi "
                                    "có mô hình."));
    }
    if (day_compare(form->begins_on, parent->begins_on) < 0) {
        return invalid("begins_on",
                       N_("Ngày bắt đầu sớm hơn ngày nơi được học bắt đầu. Hãy xem lại "
                          "ngày, hoặc chọn nơi khác."));
    }
    return VERDICT_OK;
}

struct verdict model_copy_may_check(const struct model_copy_get_row *copy,
                                    const struct model_copy_check_form *form, struct day today)
{
    bool is_month = false;
    for (size_t i = 0; i < COPY_CHECKS; i++) {
        is_month |= form->month == model_copy_months[i];
    }
    if (!is_month) {
        return invalid("month", N_("Chỉ kiểm tra sau 3, 6 và 12 tháng. Hãy chọn một trong ba kỳ."));
    }
    if (form->month <= copy->checked_month) {
        return invalid("month", N_("Kỳ này, hoặc kỳ sau nó, đã báo rồi. Hãy chọn kỳ muộn hơn."));
    }
    if (day_compare(form->measured_on, today) > 0) {
        return invalid("measured_on", N_("Ngày đo này chưa tới. Hãy ghi ngày đã đo."));
    }
    if (day_compare(form->measured_on, model_copy_opens_on(copy->begins_on, form->month)) < 0) {
        return invalid("measured_on", N_("Ngày đo sớm hơn ngày đủ tháng của kỳ này. Hãy đo lại từ "
                                         "ngày đó, hoặc chọn kỳ sớm hơn."));
    }
    return VERDICT_OK;
}

struct verdict model_copy_may_verify(const struct model_copy_get_row *copy, bool is_party)
{
    if (is_party) {
        return refuse(
            N_("Anh chị có chức vụ ở một trong hai đơn vị nên không tự xác nhận được. Hãy "
               "nhờ người của cấp trên."),
            &copy_moves[3].cite);
    }
    if (copy->checked_month <= copy->verified_month) {
        return refuse(N_("Chưa có kết quả kiểm tra mới để xác nhận. Hãy đợi đơn vị báo kỳ sau."),
                      &copy_moves[3].cite);
    }
    return VERDICT_OK;
}
