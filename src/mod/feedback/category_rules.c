/* The rules of categories: their tree, their limits, their questions. Pure. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"

#include "law/acts.h"
#include "mod/feedback/question.h"
#include "text/tongue.h"

static const struct cite LAW_TERM = ART(RECEPTION, 28, 1);

static bool is_in_hours(struct str respond_unit);
static const struct question_beside *holder_of(const struct question_facts *facts, int64_t place,
                                               struct day today);

struct verdict category_rule(const struct category_facts *facts)
{
    if (facts->has_parent && !facts->is_parent_good) {
        return invalid("parent", N_("Hãy chọn một loại đang dùng, không nằm dưới loại nào khác."));
    }
    if (facts->has_parent && facts->has_any_below) {
        return invalid("parent", N_("Loại này có loại con nên không đặt dưới loại khác được nữa."));
    }
    return VERDICT_OK;
}

struct verdict category_may_open(const struct category_facts *facts)
{
    if (facts->has_same_name) {
        return invalid("name", N_("Đã có loại việc đang dùng mang tên này. Hãy đặt tên khác."));
    }
    if (facts->others >= CATEGORIES_MAX) {
        return invalid("name",
                       N_("Đã có 60 loại việc đang dùng, nhiều hơn thì bà con khó chọn. Hãy "
                          "thôi dùng bớt."));
    }
    return category_rule(facts);
}

struct verdict category_may_close(const struct category_facts *facts)
{
    if (facts->is_elsewhere) {
        return refuse(
            N_("Loại này chỉ cho bà con biết việc gửi ở đâu theo luật, nên luôn phải có."), NULL);
    }
    if (facts->has_open_below) {
        return refuse(N_("Còn loại con đang dùng. Hãy thôi dùng các loại con trước."), NULL);
    }
    if (facts->others_taking == 0) {
        return refuse(N_("Phải còn ít nhất một loại việc để bà con gửi."), NULL);
    }
    return VERDICT_OK;
}

struct verdict category_limit_rule(struct str respond_unit, int64_t amount, int64_t extend_max)
{
    bool is_hours = is_in_hours(respond_unit);
    if (!is_hours && !str_equal(respond_unit, STR("working-days"))) {
        return invalid("respond_unit", N_("Hãy chọn hạn tính bằng ngày hay bằng giờ làm việc."));
    }
    if (amount < 1) {
        return invalid("respond_amount", N_("Hạn trả lời ít nhất là 1."));
    }
    if (amount > (is_hours ? RESPOND_HOURS_MAX : RESPOND_DAYS_MAX)) {
        return refuse_field("respond_amount",
                            N_("Luật cho nhiều nhất 10 ngày làm việc, tức 80 giờ làm việc."),
                            &LAW_TERM);
    }
    if (extend_max < 0 || extend_max > amount) {
        return invalid("extend_max", N_("Gia hạn không dài hơn hạn ban đầu; ghi 0 là không gia "
                                        "hạn."));
    }
    return VERDICT_OK;
}

struct str category_basis(struct str respond_unit, int64_t amount)
{
    bool is_of_law = !is_in_hours(respond_unit) && amount == RESPOND_DAYS_MAX;
    return is_of_law ? STR("luat") : STR("tinh");
}

static bool is_in_hours(struct str respond_unit)
{
    return str_equal(respond_unit, STR("working-hours"));
}

struct verdict question_rule(struct str label, const struct question_facts *facts, struct day today,
                             int64_t *ret_place)
{
    size_t open = 0;
    if (facts->is_elsewhere) {
        return refuse(N_("Loại này chỉ đường tới nơi khác, không nhận phản ánh nên không hỏi gì."),
                      NULL);
    }
    if (str_find_byte(label, ':') < label.n) {
        return invalid("label", N_("Câu hỏi không có dấu hai chấm: sau dấu ấy là câu trả lời."));
    }
    for (size_t i = 0; i < facts->count; i++) {
        open += facts->others[i].is_open;
        if (facts->others[i].is_open && str_equal(facts->others[i].label, label)) {
            return invalid("label", N_("Loại việc này đã hỏi câu đó."));
        }
    }
    if (open >= QUESTIONS_MAX) {
        return invalid("label", N_("Loại việc này đã hỏi đủ 5 câu. Hãy thôi hỏi một câu trước."));
    }
    if (facts->own_place && !holder_of(facts, facts->own_place, today)) {
        *ret_place = facts->own_place;
        return VERDICT_OK;
    }
    for (int64_t place = 1; place <= QUESTIONS_MAX; place++) {
        if (!holder_of(facts, place, today)) {
            *ret_place = place;
            return VERDICT_OK;
        }
    }
    return invalid("label", N_("Câu vừa thôi hỏi còn giữ chỗ 30 ngày, để đơn bà con đang viết dở "
                               "không ghi nhầm câu trả lời. Hãy thêm câu mới sau đó."));
}

/* Who has that place: a question in use, or one that rests on it. */
static const struct question_beside *holder_of(const struct question_facts *facts, int64_t place,
                                               struct day today)
{
    for (size_t i = 0; i < facts->count; i++) {
        const struct question_beside *other = &facts->others[i];
        bool rests = !day_is_none(other->closed_on) &&
                     day_compare(day_add(other->closed_on, QUESTION_REST_DAYS), today) > 0;
        if (other->place == place && (other->is_open || rests)) {
            return other;
        }
    }
    return NULL;
}
