/* What each act changes in a visit, or why it may not be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/acts.h"
#include "mod/reception/reception.h"
#include "text/tongue.h"

static const struct cite ONLINE = ART(DECREE_154, 24, 0);
static const struct cite SEALED = ART(DECREE_154, 20, 4);

static const struct reception *own_of(const struct case_work *work);
static struct reception_visit_update unchanged(const struct case_work *work);
static struct str said_or_none(struct str text);
static struct day newest_day(const struct case_work *work, struct str act);
static void count_from_later(struct case_work *work, struct str act);

/* The number is what the event says, so that the ledger has it. */
struct verdict give_number(struct case_work *work)
{
    const struct reception *own = own_of(work);
    if (day_compare(work->deed->today, own->day.held_on) < 0) {
        return refuse(N_("Chưa tới ngày tiếp. Muốn tiếp sớm hơn thì đổi đăng ký sang ngày khác."),
                      NULL);
    }
    if (own->day.link.p && str_is_empty(str_trim(work->args->document))) {
        return refuse_field("document",
                            N_("Buổi tiếp trực tuyến: hãy ghi giấy tờ tùy thân đã kiểm tra tại "
                               "điểm cầu."),
                            &ONLINE);
    }
    struct reception_visit_update update = unchanged(work);
    update.number = reception_next_number(work->deed->tx, own->day.id);
    reception_visit_update(work->deed->tx, &update);
    work->after.received_on = work->on;
    work->said = str_printf(work->deed->arena, "%lld", (long long)update.number);
    return VERDICT_OK;
}

int64_t reception_next_number(struct tx *tx, struct reception_day_id day)
{
    struct reception_day_number_row row = { 0 };
    reception_day_count_on(tx, &(struct reception_day_count_on){ .id = day });
    reception_day_number(&tx->conn, &(struct reception_day_number){ .id = day }, &row);
    return row.last_number;
}

struct verdict keep_hearing(struct case_work *work)
{
    const struct case_args *args = work->args;
    enum matter_kind matter = matter_of(args->choice);
    if (matter == MATTERS) {
        return invalid("choice", N_("Hãy chọn loại việc, theo nội dung chứ không theo tên gọi."));
    }
    struct verdict verdict = reception_check_route(matter, args->reason, work->on);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (matter == MATTER_DENUNCIATION && own_of(work)->day.link.p &&
        str_is_empty(str_trim(args->document))) {
        return refuse_field("document",
                            N_("Chỉ tiếp tố cáo trực tuyến khi người tố cáo không yêu cầu giữ bí "
                               "mật danh tính: hãy ghi văn bản họ đã ký, hoặc mời họ đến trực "
                               "tiếp."),
                            &SEALED);
    }
    bool is_own = reception_route_is_own(args->reason);
    if (!is_own && str_is_empty(str_trim(args->told))) {
        return invalid("told", N_("Hãy ghi cơ quan có thẩm quyền."));
    }
    struct reception_visit_update update = unchanged(work);
    update.heard = args->said;
    update.matter = args->choice;
    update.route = args->reason;
    update.sent_to = said_or_none(args->told);
    reception_visit_update(work->deed->tx, &update);
    return VERDICT_OK;
}

struct verdict keep_refusal(struct case_work *work)
{
    return ground_check(RECEPTION_REFUSALS, work->args->reason, "reason", work->on);
}

struct verdict keep_answer(struct case_work *work)
{
    static const char *const words[] = { ANSWER_ACCEPTED, ANSWER_LONGER, ANSWER_REFUSED,
                                         ANSWER_FORWARDED };
    const struct case_args *args = work->args;
    size_t i = 0;
    while (i < COUNT(words) && !str_equal(str_of(words[i]), args->choice)) {
        i++;
    }
    bool was_longer = str_equal(own_of(work)->row.answer, STR(ANSWER_LONGER));
    if (i == COUNT(words)) {
        return invalid("choice", N_("Hãy chọn một cách trả lời."));
    }
    if (was_longer && str_equal(args->choice, STR(ANSWER_LONGER))) {
        return invalid("choice", N_("Đã trả lời cần thêm thời gian một lần: hãy trả lời kết quả."));
    }
    if (str_equal(args->choice, STR(ANSWER_FORWARDED)) && str_is_empty(str_trim(args->told))) {
        return invalid("told", N_("Hãy ghi đã chuyển tới cơ quan nào."));
    }
    struct reception_visit_update update = unchanged(work);
    update.answer = args->choice;
    update.handling = said_or_none(args->told);
    update.answered_on = work->on;
    reception_visit_update(work->deed->tx, &update);
    return VERDICT_OK;
}

/* The day that is asked for is that of the limit; the conclusion itself is of today. Law:
 * 154/2026/NĐ-CP art. 25 cl. 2. */
struct verdict keep_conclusion(struct case_work *work)
{
    static const struct cite CONCLUSION = ART(DECREE_154, 25, 2);
    if (day_is_none(work->args->on) || day_compare(work->args->on, work->deed->today) < 0) {
        return refuse_field("on", N_("Thông báo kết luận phải ghi thời hạn thực hiện, từ hôm nay."),
                            &CONCLUSION);
    }
    struct reception_visit_update update = unchanged(work);
    update.conclude_by = work->args->on;
    reception_visit_update(work->deed->tx, &update);
    work->due_at = instant_of_day_end(work->args->on);
    work->on = work->deed->today;
    return VERDICT_OK;
}

/* It does not come back before it is settled. Who asked is told in the days after both, asking and
 * coming, whichever of them was written down first. */
struct verdict check_result(struct case_work *work)
{
    struct day settled_on = newest_day(work, STR("settled"));
    if (!day_is_none(settled_on) && day_compare(work->on, settled_on) < 0) {
        return invalid("on", N_("Ngày nhận kết quả không thể trước ngày nơi kia giải quyết xong. "
                                "Hãy xem lại."));
    }
    count_from_later(work, STR("ask_result"));
    return VERDICT_OK;
}

struct verdict begin_telling(struct case_work *work)
{
    count_from_later(work, STR("result"));
    return VERDICT_OK;
}

/* Most reports are not public, so that there is one is not asked; one wrong sign is noticed. */
struct verdict keep_referral(struct case_work *work)
{
    char *code = new(work->deed->arena, char, CODE_CHARS + 1);
    char doubtful;
    if (code_read(work->args->said, code, &doubtful) != CODE_GOOD ||
        str_equal(str_of(code), work->before.code)) {
        return invalid("said", N_("Đây không phải mã của một hồ sơ khác. Hãy xem lại từng ký tự."));
    }
    struct reception_visit_update update = unchanged(work);
    update.came_of = str_of(code);
    reception_visit_update(work->deed->tx, &update);
    work->said = str_of(code);
    return VERDICT_OK;
}

/* When the whole day was moved, `amount` names the day that stands for it. */
struct verdict move_booking(struct case_work *work)
{
    const struct reception *own = own_of(work);
    struct conn *conn = &work->deed->tx->conn;
    struct reception_day_find_row found = { { 0 } };
    struct reception_day_get_row instead;
    struct reception_day_find wanted = { .unit_id = own->day.unit_id, .held_on = work->args->on };
    if (day_compare(work->on, work->deed->today) < 0) {
        return invalid("on", N_("Ngày này đã qua. Hãy chọn ngày sẽ tiếp."));
    }
    bool is_found = work->args->amount != 0 || reception_day_find(conn, &wanted, &found);
    struct reception_day_id id = found.id;
    if (work->args->amount != 0) {
        id.v = work->args->amount;
    }
    if (!is_found || !reception_day_get(conn, &(struct reception_day_get){ .id = id }, &instead) ||
        instead.unit_id.v != own->day.unit_id.v ||
        day_compare(instead.held_on, work->args->on) != 0) {
        return invalid("on", N_("Ngày đó chưa có buổi tiếp nào được niêm yết."));
    }
    struct reception_visit_update update = unchanged(work);
    update.day_id = instead.id;
    reception_visit_update(work->deed->tx, &update);
    return VERDICT_OK;
}

struct verdict leave_missed(struct case_work *work)
{
    return day_compare(own_of(work)->day.held_on, work->deed->today) < 0
               ? VERDICT_OK
               : refuse(N_("Ngày tiếp chưa qua."), NULL);
}

/* --- helpers ---------------------------------------------------------------------------------- */

static const struct reception *own_of(const struct case_work *work)
{
    return work->own;
}

static struct reception_visit_update unchanged(const struct case_work *work)
{
    const struct reception_visit_get_row *row = &own_of(work)->row;
    return (struct reception_visit_update){
        .day_id = row->day_id,
        .number = row->number,
        .heard = row->heard,
        .matter = row->matter,
        .route = row->route,
        .sent_to = row->sent_to,
        .answer = row->answer,
        .handling = row->handling,
        .answered_on = row->answered_on,
        .conclude_by = row->conclude_by,
        .came_of = row->came_of,
        .case_id = row->case_id,
    };
}

static struct str said_or_none(struct str text)
{
    return str_is_empty(str_trim(text)) ? STR_NONE : text;
}

/* DAY_NONE: it was never done. */
static struct day newest_day(const struct case_work *work, struct str act)
{
    struct case_event_find_row event;
    struct case_event_find wanted = { .case_id = work->before.id, .act = act };
    return case_event_find(&work->deed->tx->conn, &wanted, &event) ? event.happened_on : DAY_NONE;
}

/* What begins now is counted from the day of that act, if that is the later one. */
static void count_from_later(struct case_work *work, struct str act)
{
    struct day other = newest_day(work, act);
    if (!day_is_none(other) && day_compare(work->on, other) < 0) {
        work->anchor_on = other;
    }
}
