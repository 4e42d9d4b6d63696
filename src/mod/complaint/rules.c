/* The rules of complaints: what must be in a letter, who settles it, whether it came in time. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
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
    static const char *const channels[] = { "post", "counter", "spoken", "forwarded", "web" };
    bool is_channel = str_is_empty(form->channel);
    for (size_t i = 0; i < COUNT(channels); i++) {
        is_channel = is_channel || str_equal(form->channel, str_of(channels[i]));
    }
    if (!is_channel) {
        return invalid("channel", N_("Hãy chọn một cách nhận trong danh sách."));
    }
    if (respondent_of(form->respondent) == RESPONDENTS) {
        return invalid("respondent", N_("Hãy chọn khiếu nại quyết định, hành vi của ai."));
    }
    bool has_unit = !str_is_empty(str_trim(form->respondent_unit));
    bool needs_unit = respondent_of(form->respondent) == RESPONDENT_COMMUNE ||
                      respondent_of(form->respondent) == RESPONDENT_DEPARTMENT;
    if (needs_unit && !has_unit) {
        return invalid("respondent_unit", N_("Hãy chọn cơ quan có quyết định, hành vi đó."));
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
    if (!competence) {
        return VERDICT_OK; /* the row could not be read: its command ends with that */
    }
    bool is_known = !str_is_empty(row->respondent_unit);
    bool is_first = row->round == FIRST_ROUND;
    bool is_theirs = !is_known || (is_first ? level.is_respondent : level.is_over_respondent);
    bool is_commune = level.is_government && level.has_superior;
    bool is_province = level.is_government && !level.has_superior;
    bool is_own = false;
    switch (competence->resolver) {
    case RESOLVER_COMMUNE:
        is_own = is_commune && is_theirs;
        break;
    case RESOLVER_UNIT:
    case RESOLVER_DEPARTMENT:
        is_own = level.is_department && is_theirs;
        break;
    case RESOLVER_PROVINCE:
        is_own = is_province;
        break;
    case RESOLVER_SUCCESSOR:
        is_own = true; /* which body took over, its papers say */
        break;
    case RESOLVER_DISTRICT:
    case RESOLVER_MINISTER:
    case RESOLVERS:
        break;
    }
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
    return refuse(N_("Đơn đến sau khi đã hết thời hiệu, thời hạn khiếu nại."),
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
