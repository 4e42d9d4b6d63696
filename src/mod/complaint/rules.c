/* The rules of complaints: what must be in a letter, who settles it, whether it came in time. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/acts.h"
#include "mod/complaint/complaint.h"
#include "text/tongue.h"

static const struct cite CONTENT = ART(COMPLAINTS, 8, 0);
static const struct cite IN_TIME = ART(COMPLAINTS, 9, 0);
static const struct cite AGAIN_IN_TIME = ART(COMPLAINTS, 33, 1);
static const struct cite DISCIPLINE_IN_TIME = ART(COMPLAINTS, 48, 0);

static struct verdict check_days(const struct complaint_form *form, struct day today);
static struct verdict check_people(const struct complaint_form *form);

struct verdict complaint_may_enter(const struct complaint_form *form, struct day today)
{
    if (form->round != FIRST_ROUND && form->round != SECOND_ROUND) {
        return invalid("round", N_("Hãy chọn khiếu nại lần đầu hoặc lần hai."));
    }
    if (respondent_of(form->respondent) == RESPONDENTS) {
        return invalid("respondent", N_("Hãy chọn khiếu nại quyết định, hành vi của ai."));
    }
    if (str_is_empty(str_trim(form->name))) {
        return refuse_field("name", N_("Đơn phải ghi họ tên người khiếu nại."), &CONTENT);
    }
    if (str_is_empty(str_trim(form->address))) {
        return refuse_field("address", N_("Đơn phải ghi địa chỉ người khiếu nại."), &CONTENT);
    }
    if (str_is_empty(str_trim(form->contested))) {
        return refuse_field("contested",
                            N_("Hãy ghi quyết định nào, hoặc việc gì đã làm hay không làm."),
                            &CONTENT);
    }
    if (str_is_empty(str_trim(form->content)) || str_is_empty(str_trim(form->request))) {
        return refuse_field(str_is_empty(str_trim(form->content)) ? "content" : "request",
                            N_("Đơn phải nêu nội dung, lý do và yêu cầu giải quyết."), &CONTENT);
    }
    struct verdict verdict = check_days(form, today);
    return verdict_is_ok(verdict) ? check_people(form) : verdict;
}

static struct verdict check_days(const struct complaint_form *form, struct day today)
{
    struct day received_on = day_is_none(form->received_on) ? today : form->received_on;
    if (day_compare(received_on, today) > 0) {
        return invalid("received_on", N_("Ngày nhận không thể sau hôm nay. Hãy xem lại dấu đến."));
    }
    if (day_is_none(form->contested_on)) {
        return invalid("contested_on",
                       N_("Hãy ghi ngày nhận hoặc biết được quyết định, hành vi đó."));
    }
    if (day_compare(form->contested_on, received_on) > 0) {
        return invalid("contested_on", N_("Ngày này không thể sau ngày nhận đơn."));
    }
    if (form->is_dismissal && !form->is_discipline) {
        return invalid("is_dismissal", N_("Buộc thôi việc là một hình thức kỷ luật: hãy chọn cả "
                                          "“quyết định kỷ luật”."));
    }
    return VERDICT_OK;
}

static struct verdict check_people(const struct complaint_form *form)
{
    struct complaint_group group = { .people = form->people,
                                     .representatives = form->representatives };
    if (form->people < 1 || form->people > GROUP_PEOPLE_MAX) {
        return invalid("people", N_("Hãy ghi số người ký đơn, ít nhất là 1."));
    }
    if (form->representatives < 0 || form->representatives > form->people) {
        return invalid("representatives", N_("Người đại diện phải ở trong số người ký đơn."));
    }
    /* Without representatives the letter is received, and guided; with too many it is mended. */
    return form->representatives > 0 ? group_check_representatives(&group) : VERDICT_OK;
}

struct verdict complaint_is_competent(const struct complaint_get_row *row, struct day received_on,
                                      struct unit_level level)
{
    const struct competence *competence =
        competence_find(respondent_of(row->respondent), (int)row->round, received_on);
    enum resolver own = !level.is_government ? RESOLVER_DEPARTMENT
                        : level.has_superior ? RESOLVER_COMMUNE
                                             : RESOLVER_PROVINCE;
    bool is_own = competence->resolver == own ||
                  (competence->resolver == RESOLVER_UNIT && own == RESOLVER_DEPARTMENT) ||
                  competence->resolver == RESOLVER_SUCCESSOR;
    if (is_own) {
        return VERDICT_OK;
    }
    struct verdict verdict =
        refuse(N_("Khiếu nại này thuộc thẩm quyền của %s. Hãy hướng dẫn hoặc trả lại nơi chuyển."),
               &competence->cite);
    verdict.word = resolver_name(competence->resolver);
    return verdict;
}

struct verdict complaint_is_in_time(const struct complaint_get_row *row, struct day received_on,
                                    struct day last)
{
    if (day_compare(received_on, last) <= 0) {
        return VERDICT_OK;
    }
    return refuse(N_("Đơn đến sau khi đã hết thời hiệu, thời hạn khiếu nại. Nếu có trở ngại khách "
                     "quan đã chứng minh, hãy ghi số ngày đó vào hồ sơ khi nhận đơn."),
                  row->is_discipline          ? &DISCIPLINE_IN_TIME
                  : row->round == FIRST_ROUND ? &IN_TIME
                                              : &AGAIN_IN_TIME);
}

const char *complaint_sending_term(const struct complaint_get_row *row)
{
    if (row->is_discipline) {
        return row->round == FIRST_ROUND ? "KN-LIM-D1" : "KN-LIM-D2";
    }
    return row->round == FIRST_ROUND ? "KN-LIM" : "KN-2ND";
}
