/* What each act changes while a denunciation is settled, or why the law does not let it be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/acts.h"
#include "law/denunciation.h"
#include "mod/denunciation/settle.h"
#include "text/tongue.h"

#define LIMIT "TC-RES"

static const struct cite TEAM = ART(DECREE_31, 10, 0);
static const struct cite WITHDRAWAL = ART(DENUNCIATIONS, 33, 0);
static const struct cite POSTING = ART(DECREE_31, 6, 2);

static bool limit_is_over(const struct case_work *work);
static bool is_word(const struct case_work *work, const struct case_word *words, size_t count);

const struct case_word SETTLING_TEAM[] = {
    { "clear", N_("Không ai là người thân thích của người bị tố cáo hoặc có lợi ích liên quan") },
    { "bound", N_("Có người như vậy") },
};
const struct case_word SETTLING_WITHDRAWALS[] = {
    { "clear", N_("Không có dấu hiệu vi phạm, đe dọa, mua chuộc hay vu khống") },
    { "doubtful", N_("Có một trong các dấu hiệu đó") },
};
const struct case_word SETTLING_ASKINGS[] = {
    { "written", N_("Bằng văn bản có chữ ký, điểm chỉ") },
    { "urgent", N_("Khẩn cấp: trực tiếp, qua điện thoại hoặc hộp thư; văn bản gửi sau") },
};
/* No more than the article: which of its measures would say who somebody is. */
const struct case_word SETTLING_PROTECTIONS[] = {
    { "secrecy", N_("Giữ bí mật thông tin (Điều 56)") },
    { "work", N_("Vị trí công tác, việc làm (Điều 57)") },
    { "safety", N_("Tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm (Điều 58)") },
};
const struct case_word SETTLING_OUTCOMES[] = {
    { "right", N_("Tố cáo đúng") },
    { "partly", N_("Tố cáo đúng một phần") },
    { "wrong", N_("Tố cáo sai") },
};
const struct case_word SETTLING_ACTIONS[] = {
    { "discipline", N_("Xử lý kỷ luật, xử phạt theo thẩm quyền") },
    { "proposed", N_("Kiến nghị cơ quan khác xử lý") },
    { "remedied", N_("Hủy, sửa quyết định; khắc phục hậu quả") },
    { "crime", N_("Chuyển hồ sơ cho cơ quan điều tra, viện kiểm sát") },
    { "slander", N_("Không vi phạm: khôi phục quyền, lợi ích của người bị tố cáo") },
};
const struct case_word SETTLING_POSTINGS[] = {
    { "office", N_("Niêm yết tại trụ sở") },
    { "portal", N_("Đăng trên cổng, trang thông tin điện tử") },
};
const struct case_word SETTLING_ANNOUNCEMENTS[] = {
    { "meeting", N_("Tại cuộc họp") },
    { "press", N_("Trên báo nói, báo hình, báo in, báo điện tử") },
};

/* Its clock begins with the letter, not with what was sealed before. */
struct verdict date_letter(struct case_work *work)
{
    work->after.received_on = work->on;
    return VERDICT_OK;
}

struct verdict check_keeping(struct case_work *work)
{
    return ground_check(DENUNCIATION_FILINGS, work->args->reason, "reason", work->on);
}

struct verdict check_passing_by(struct case_work *work)
{
    return ground_check(DENUNCIATION_PASSED_OVER, work->args->reason, "reason", work->on);
}

struct verdict check_refusal_ground(struct case_work *work)
{
    return ground_check(DENUNCIATION_REFUSALS, work->args->reason, "reason", work->on);
}

struct verdict check_ending(struct case_work *work)
{
    return ground_check(DENUNCIATION_TERMINATIONS, work->args->reason, "reason", work->on);
}

struct verdict lengthen_check(struct case_work *work)
{
    return case_clock_change(work, "TC-INIT", TERM_DELEGATED);
}

/* The act says by which day the law wanted it, whether that was kept or not. For what was only
 * information it sets none, and for one that continues the days of looking at it. */
struct verdict date_forwarding(struct case_work *work)
{
    if (!str_equal(work->before.state, STR("received"))) {
        return VERDICT_OK;
    }
    struct due due = { .term = NULL };
    struct verdict verdict = case_rule_day(work, "TC-FWD", work->before.received_on, 0, &due);
    if (verdict_is_ok(verdict)) {
        work->rule = "TC-FWD";
        work->due_at = due.at;
    }
    return verdict;
}

/* Both sides are told, and the later of the two days is the one on which that was done. */
struct verdict date_telling(struct case_work *work)
{
    static const char *const sides[] = { "tell_sender", "tell_accused" };
    if (day_compare(work->on, work->before.accepted_on) < 0) {
        return invalid("on", N_("Ngày này trước ngày thụ lý. Hãy xem lại."));
    }
    work->done_on = work->on;
    for (size_t i = 0; i < COUNT(sides); i++) {
        struct case_event_find_row told;
        struct case_event_find wanted = { .case_id = work->before.id, .act = str_of(sides[i]) };
        if (case_event_find(&work->deed->tx->conn, &wanted, &told) &&
            day_compare(told.happened_on, work->done_on) > 0) {
            work->done_on = told.happened_on;
        }
    }
    return VERDICT_OK;
}

/* Their days are not counted, on a ground of their own. Law: 31/2019/NĐ-CP art. 15 cl. 4. */
struct verdict let_experts_work(struct case_work *work)
{
    work->stands_on = APPRAISAL;
    return VERDICT_OK;
}

/* Another office has to say what it did. Law: 25/2018/QH14 art. 36 cl. 3. */
struct verdict watch_other(struct case_work *work)
{
    work->is_others = true;
    return VERDICT_OK;
}

/* Law: 25/2018/QH14 art. 47 cl. 3, 50. */
struct verdict check_asking(struct case_work *work)
{
    return is_word(work, SETTLING_ASKINGS, COUNT(SETTLING_ASKINGS))
               ? ground_check(DENUNCIATION_DANGERS, work->args->reason, "reason", work->on)
               : invalid("choice", N_("Hãy chọn đề nghị bằng văn bản hay khẩn cấp."));
}

struct verdict check_protection(struct case_work *work)
{
    return is_word(work, SETTLING_PROTECTIONS, COUNT(SETTLING_PROTECTIONS))
               ? VERDICT_OK
               : invalid("choice", N_("Hãy chọn biện pháp bảo vệ."));
}

struct verdict check_refusing_protection(struct case_work *work)
{
    return ground_check(DENUNCIATION_UNPROTECTED, work->args->reason, "reason", work->on);
}

struct verdict check_ending_protection(struct case_work *work)
{
    return ground_check(DENUNCIATION_PROTECTION_ENDS, work->args->reason, "reason", work->on);
}

/* Its days count from the letter, whenever somebody sees what it is. */
struct verdict date_review(struct case_work *work)
{
    work->anchor_on = work->before.received_on;
    return VERDICT_OK;
}

struct verdict check_resettling(struct case_work *work)
{
    return ground_check(DENUNCIATION_RESETTLINGS, work->args->reason, "reason", work->on);
}

/* From that day on the other office counts. Law: 25/2018/QH14 art. 38 cl. 3. */
struct verdict date_serving(struct case_work *work)
{
    struct case_event_find_row demand;
    struct case_event_find wanted = { .case_id = work->before.id, .act = STR("demand") };
    work->is_others = true;
    return case_event_find(&work->deed->tx->conn, &wanted, &demand) &&
                   day_compare(work->on, demand.happened_on) < 0
               ? invalid("on", N_("Ngày này trước ngày của văn bản yêu cầu. Hãy xem lại."))
               : VERDICT_OK;
}

struct verdict check_taking_over(struct case_work *work)
{
    return ground_check(DENUNCIATION_TAKEOVERS, work->args->reason, "reason", work->on);
}

struct verdict form_team(struct case_work *work)
{
    if (work->args->amount < VERIFIERS_MIN) {
        return refuse_field("amount",
                            N_("Tổ xác minh phải có ít nhất hai người, một người là Tổ "
                               "trưởng."),
                            &TEAM);
    }
    if (!is_word(work, SETTLING_TEAM, COUNT(SETTLING_TEAM))) {
        return invalid("choice", N_("Hãy cho biết có ai trong Tổ liên quan đến người bị tố cáo "
                                    "không."));
    }
    if (!str_equal(work->args->choice, STR("clear"))) {
        return refuse_field("choice",
                            N_("Người đó không được tham gia: hãy chọn người khác vào "
                               "Tổ."),
                            &TEAM);
    }
    return case_assign(work);
}

/* Each test stands once; the second makes it very complex. */
struct verdict count_test(struct case_work *work)
{
    const struct settling *own = work->own;
    struct verdict verdict =
        ground_check(DENUNCIATION_TESTS, work->args->reason, "reason", work->on);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (limit_is_over(work)) {
        return refuse(N_("Thời hạn đã hết: không ghi nhận phức tạp để kéo dài được nữa."), NULL);
    }
    struct case_event_reasons_rows known = case_event_reasons(
        &work->deed->tx->conn,
        &(struct case_event_reasons){ .case_id = work->before.id, .act = STR("complex") });
    for (size_t i = 0; i < known.count; i++) {
        if (str_equal(known.rows[i].reason, work->args->reason)) {
            return invalid("reason", N_("Tiêu chí này đã ghi nhận rồi."));
        }
    }
    return case_clock_change(work, LIMIT, own->test_count > 0 ? TERM_VERY_COMPLEX : TERM_COMPLEX);
}

struct verdict lengthen_limit(struct case_work *work)
{
    if (limit_is_over(work)) {
        return refuse_field("on",
                            N_("Thời hạn giải quyết đã hết trước ngày này: chỉ gia hạn khi "
                               "còn hạn."),
                            NULL);
    }
    if (work->args->amount < 1) {
        return invalid("amount", N_("Hãy ghi số ngày gia hạn, nhiều nhất 30 ngày."));
    }
    return case_clock_extend(work, LIMIT, work->args->amount, work->args->document);
}

/* Also after the limit, which is over all the same: a pause that comes later does not move it. */
struct verdict check_standing(struct case_work *work)
{
    return ground_check(DENUNCIATION_SUSPENSIONS, work->args->reason, "reason", work->on);
}

/* What is true must be settled whoever lets go of it. Law: 25/2018/QH14 art. 33. */
struct verdict check_withdrawal(struct case_work *work)
{
    if (!is_word(work, SETTLING_WITHDRAWALS, COUNT(SETTLING_WITHDRAWALS))) {
        return invalid("choice", N_("Hãy cho biết đã xem xét các dấu hiệu vi phạm, đe dọa, mua "
                                    "chuộc, vu khống chưa."));
    }
    return str_equal(work->args->choice, STR("clear"))
               ? VERDICT_OK
               : refuse_field("choice",
                              N_("Có dấu hiệu như vậy thì tố cáo vẫn phải được giải "
                                 "quyết, dù người tố cáo đã rút."),
                              &WITHDRAWAL);
}

struct verdict check_conclusion(struct case_work *work)
{
    return is_word(work, SETTLING_OUTCOMES, COUNT(SETTLING_OUTCOMES))
               ? VERDICT_OK
               : invalid("choice", N_("Hãy chọn tố cáo đúng, đúng một phần hay sai."));
}

struct verdict check_action(struct case_work *work)
{
    return is_word(work, SETTLING_ACTIONS, COUNT(SETTLING_ACTIONS))
               ? VERDICT_OK
               : invalid("choice", N_("Hãy chọn đã xử lý thế nào."));
}

struct verdict check_posting(struct case_work *work)
{
    return is_word(work, SETTLING_POSTINGS, COUNT(SETTLING_POSTINGS))
               ? VERDICT_OK
               : invalid("choice", N_("Hãy chọn công khai ở đâu."));
}

struct verdict check_announcing(struct case_work *work)
{
    return is_word(work, SETTLING_ANNOUNCEMENTS, COUNT(SETTLING_ANNOUNCEMENTS))
               ? VERDICT_OK
               : invalid("choice", N_("Hãy chọn công khai ở đâu."));
}

/* What hangs stays for its days. */
struct verdict check_closing(struct case_work *work)
{
    const struct case_clock *posted = case_clock_of(work, work->before.id, "TC-POST");
    bool is_early = posted && posted->due.term && day_compare(work->on, posted->due.day) < 0;
    return is_early ? refuse_field("on",
                                   N_("Kết luận phải được niêm yết đủ 15 ngày liên tục trước "
                                      "khi kết thúc hồ sơ."),
                                   &POSTING)
                    : VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

/* Was the limit for settling it over before the day of the act? */
static bool limit_is_over(const struct case_work *work)
{
    const struct case_clock *clock = case_clock_of(work, work->before.id, LIMIT);
    return clock && clock->due.at.s != 0 && day_compare(clock->due.day, work->on) < 0;
}

static bool is_word(const struct case_work *work, const struct case_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(work->args->choice, str_of(words[i].word))) {
            return true;
        }
    }
    return false;
}
