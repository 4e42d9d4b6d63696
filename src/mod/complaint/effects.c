/* What each act changes in a complaint, or why the law does not let it be done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/acts.h"
#include "mod/complaint/complaint.h"
#include "text/format.h"
#include "text/tongue.h"

static const struct cite SIGNATURE = ART(COMPLAINTS, 11, 5);
static const struct cite AT_ONCE = ART(COMPLAINTS, 29, 1);
static const struct cite DIALOGUE_FIRST = ART(COMPLAINTS, 30, 1);
static const struct cite PART = ART(DECREE_155, 5, 0);
static const struct cite ABSENCE = ART(DECREE_155, 11, 0);

static const struct complaint_get_row *row_of(const struct case_work *work);
static struct complaint_update unchanged(const struct case_work *work);
static struct unit_level level_of(const struct case_work *work);
static struct verdict check_time(struct case_work *work);
static struct verdict check_first(struct case_work *work);
static struct verdict end_first(struct case_work *work);
static struct verdict check_notice(const struct case_work *work, struct day sent_on);
static struct str said_late(const struct case_work *work, struct day sent_on);
static bool limit_is_over(const struct case_work *work, struct day day);
static bool is_word(struct str choice, const char *const *words, size_t count);

/* Its clock begins with the letter, not with what was written here before. */
struct verdict take_signed_letter(struct case_work *work)
{
    static const char *const words[] = { "all", "some" };
    if (!is_word(work->args->choice, words, COUNT(words))) {
        return invalid("choice", N_("Hãy chọn đơn đã đủ chữ ký hay chưa."));
    }
    struct complaint_update update = unchanged(work);
    update.has_all_signatures = str_equal(work->args->choice, STR("all"));
    complaint_update(work->deed->tx, &update);
    work->after.received_on = work->on;
    return VERDICT_OK;
}

/* What was missing has come: before it is accepted, or never. */
struct verdict complete_letter(struct case_work *work)
{
    static const char *const words[] = { "signatures", "appointment", "both" };
    struct str choice = work->args->choice;
    if (!is_word(choice, words, COUNT(words))) {
        return invalid("choice", N_("Hãy chọn đã bổ sung gì."));
    }
    struct complaint_update update = unchanged(work);
    update.has_all_signatures |= !str_equal(choice, STR("appointment"));
    update.has_appointment |= !str_equal(choice, STR("signatures"));
    if (work->args->amount > update.people) {
        return invalid("amount", N_("Người đại diện phải ở trong số người ký đơn."));
    }
    update.representatives = work->args->amount > 0 ? work->args->amount : update.representatives;
    complaint_update(work->deed->tx, &update);
    return VERDICT_OK;
}

struct verdict check_proposal(struct case_work *work)
{
    static const char *const words[] = { "accept", "refuse", "guide", "return" };
    return is_word(work->args->choice, words, COUNT(words))
               ? VERDICT_OK
               : invalid("choice", N_("Hãy chọn một cách xử lý."));
}

/* Law: 02/2011/QH13 art. 9, 11, 17-23, 33; 155/2026/NĐ-CP art. 10. */
struct verdict check_acceptance(struct case_work *work)
{
    const struct complaint_get_row *row = row_of(work);
    struct day received_on = work->before.received_on;
    const struct complaint_group group = { .people = row->people,
                                           .representatives = row->representatives,
                                           .has_all_signatures = row->has_all_signatures,
                                           .has_appointment = row->has_appointment };
    struct verdict verdict = complaint_is_competent(row, received_on, level_of(work));
    if (verdict_is_ok(verdict)) {
        verdict = row->first_id.v ? check_first(work) : check_time(work);
    }
    if (verdict_is_ok(verdict) && row->people < GROUP_PEOPLE_MIN && !row->has_all_signatures) {
        verdict = refuse(N_("Đơn chưa có chữ ký hoặc điểm chỉ của người khiếu nại."), &SIGNATURE);
    }
    if (verdict_is_ok(verdict)) {
        verdict = group_check_acceptance(&group, received_on);
    }
    return verdict_is_ok(verdict) && row->first_id.v ? end_first(work) : verdict;
}

/* Days of obstacle are asked for only when they are needed. */
static struct verdict check_time(struct case_work *work)
{
    const struct complaint_get_row *row = row_of(work);
    struct day received_on = work->before.received_on;
    const char *term = complaint_sending_term(row);
    struct due due = { .term = NULL };
    struct verdict verdict = case_rule_day(work, term, row->contested_on, 0, &due);
    bool is_late = verdict_is_ok(verdict) && day_compare(received_on, due.day) > 0;
    if (is_late && row->excluded_days > 0) {
        verdict = case_rule_day(work, term, row->contested_on, (int32_t)row->excluded_days, &due);
    }
    return verdict_is_ok(verdict) ? complaint_is_in_time(row, received_on, due.day) : verdict;
}

/* The house itself told until when: from the first round's decision, or from its silence. */
static struct verdict check_first(struct case_work *work)
{
    const struct complaint_get_row *row = row_of(work);
    const struct case_clock *right = case_clock_of(work, row->first_id, complaint_right(row));
    return right && right->due.term
               ? complaint_is_in_time(row, work->before.received_on, right->due.day)
               : VERDICT_OK;
}

/* The first round ends as the second begins, on the day on which its letter came. */
static struct verdict end_first(struct case_work *work)
{
    struct case_of_id_row first;
    struct answer answer;
    if (!case_of_id(&work->deed->tx->conn, &(struct case_of_id){ .id = row_of(work)->first_id },
                    &first)) {
        return VERDICT_OK;
    }
    struct case_args args = { .code = first.code, .on = work->before.received_on };
    struct verdict verdict = case_carry_out_named(work->kind, work->deed, "again", &args, &answer);
    verdict.field = NULL;
    return verdict;
}

struct verdict check_refusal(struct case_work *work)
{
    return ground_check(COMPLAINT_REFUSALS, work->args->reason, "reason", work->on);
}

struct verdict check_guidance(struct case_work *work)
{
    return ground_check(COMPLAINT_GUIDANCE, work->args->reason, "reason", work->on);
}

/* A letter about a matter that is settled elsewhere in the house says where. */
struct verdict check_filing(struct case_work *work)
{
    bool is_same = str_equal(work->args->reason, STR("trung"));
    struct verdict verdict = ground_check(LETTER_FILINGS, work->args->reason, "reason", work->on);
    if (verdict_is_ok(verdict) && (is_same || !str_is_empty(str_trim(work->args->other)))) {
        verdict = case_same_as(work);
    }
    return verdict;
}

struct verdict keep_findings(struct case_work *work)
{
    static const char *const words[] = { "agree", "differ" };
    if (!is_word(work->args->choice, words, COUNT(words))) {
        return invalid("choice", N_("Hãy chọn: kết quả xác minh có như yêu cầu của người khiếu "
                                    "nại hay không."));
    }
    struct complaint_update update = unchanged(work);
    update.findings = work->args->choice;
    complaint_update(work->deed->tx, &update);
    return VERDICT_OK;
}

/* What counts is the day on which the invitation went out; it may be typed in later, even after the
 * dialogue, and the file then says so. */
struct verdict call_dialogue(struct case_work *work)
{
    struct day today = work->deed->today;
    struct day sent_on = day_is_none(work->args->sent_on) ? today : work->args->sent_on;
    bool is_late = day_compare(sent_on, today) < 0;
    if (day_compare(sent_on, today) > 0 || day_compare(sent_on, work->before.received_on) < 0) {
        return invalid("sent_on", N_("Ngày gửi giấy mời phải từ ngày nhận đơn đến hôm nay."));
    }
    if (is_late && str_is_empty(str_trim(work->args->document))) {
        return invalid("document", N_("Giấy mời đã gửi trước hôm nay: hãy ghi số, ký hiệu của giấy "
                                      "mời đó."));
    }
    struct verdict verdict = check_notice(work, sent_on);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct complaint_update update = unchanged(work);
    update.dialogue_on = work->on;
    complaint_update(work->deed->tx, &update);
    work->said = is_late ? said_late(work, sent_on) : work->said;
    return VERDICT_OK;
}

/* Before the decree of 2026 the law asks no days. */
static struct verdict check_notice(const struct case_work *work, struct day sent_on)
{
    struct due due = { .term = NULL };
    if (day_compare(work->on, sent_on) < 0) {
        return invalid("on", N_("Ngày đối thoại đã qua khi gửi giấy mời. Hãy ghi ngày sẽ đối "
                                "thoại; nếu giấy mời đã gửi trước đó, hãy ghi ngày gửi."));
    }
    if (!act_in_force(&DECREE_155, work->on)) {
        return VERDICT_OK;
    }
    struct verdict verdict = case_rule_day(work, "KN-DLG", work->on, 0, &due);
    if (verdict_is_ok(verdict) && day_compare(sent_on, due.day) > 0) {
        verdict = refuse_field("on",
                               N_("Phải báo trước ngày đối thoại ít nhất 5 ngày. Hãy chọn "
                                  "ngày muộn hơn."),
                               &ABSENCE);
    }
    return verdict;
}

static struct str said_late(const struct case_work *work, struct day sent_on)
{
    enum { NOTE_BYTES = 256 };
    struct out out = out_open(work->deed->arena, NOTE_BYTES + work->args->said.n);
    out_lit(&out, "Giấy mời gửi ngày ");
    format_day(&out, sent_on);
    out_lit(&out, ", ghi vào hồ sơ ngày ");
    format_day(&out, work->deed->today);
    out_lit(&out, ".");
    if (!str_is_empty(str_trim(work->args->said))) {
        out_char(&out, '\n');
        out_str_raw(&out, work->args->said);
    }
    return out_str(&out);
}

/* Whoever stays away without a good reason does not stop it; with one, there is another day. */
struct verdict hold_dialogue(struct case_work *work)
{
    static const char *const words[] = { "attended", "absent", "excused" };
    struct day invited_on = row_of(work)->dialogue_on;
    if (day_is_none(invited_on) || day_compare(invited_on, work->on) != 0) {
        return refuse_field("on",
                            N_("Chưa mời đối thoại vào ngày này. Hãy mời trước ngày đối "
                               "thoại ít nhất 5 ngày."),
                            &ABSENCE);
    }
    if (!is_word(work->args->choice, words, COUNT(words))) {
        return invalid("choice", N_("Hãy chọn người khiếu nại có dự đối thoại không."));
    }
    if (str_equal(work->args->choice, STR("excused"))) {
        return refuse_field("choice",
                            N_("Người khiếu nại vắng vì lý do chính đáng: hãy mời đối "
                               "thoại vào ngày khác."),
                            &ABSENCE);
    }
    if (str_equal(work->args->choice, STR("absent")) && !act_in_force(&DECREE_155, work->on)) {
        return refuse_field("choice",
                            N_("Trước 01/07/2026 chưa có quy định cho qua việc vắng mặt: "
                               "hãy mời lại."),
                            &ABSENCE);
    }
    return VERDICT_OK;
}

/* One test is enough, and each is written into the file with its ground. Law: 155/2026/NĐ-CP art.
 * 2. */
struct verdict record_test(struct case_work *work)
{
    struct verdict verdict = ground_check(COMPLAINT_TESTS, work->args->reason, "reason", work->on);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    const struct complaint_get_row *row = row_of(work);
    if (limit_is_over(work, work->deed->today)) {
        return refuse(N_("Thời hạn đã hết: không ghi nhận phức tạp để kéo dài được nữa."), NULL);
    }
    struct complaint_update update = unchanged(work);
    update.is_complex = true;
    complaint_update(work->deed->tx, &update);
    return case_clock_change(work, complaint_limit(row),
                             complaint_when(work->own) | (unsigned)TERM_COMPLEX);
}

struct verdict stay_enforcement(struct case_work *work)
{
    struct complaint_update update = unchanged(work);
    update.stayed_on = work->on;
    complaint_update(work->deed->tx, &update);
    return VERDICT_OK;
}

struct verdict lift_stay(struct case_work *work)
{
    struct complaint_update update = unchanged(work);
    update.stayed_on = DAY_NONE;
    complaint_update(work->deed->tx, &update);
    return VERDICT_OK;
}

/* Was the limit for settling it over before that day? */
static bool limit_is_over(const struct case_work *work, struct day day)
{
    const struct case_clock *clock =
        case_clock_of(work, work->before.id, complaint_limit(row_of(work)));
    return clock && clock->due.at.s != 0 && day_compare(clock->due.day, day) < 0;
}

struct verdict check_suspension(struct case_work *work)
{
    if (limit_is_over(work, work->on)) {
        return refuse_field("on",
                            N_("Thời hạn giải quyết đã hết trước ngày này: không tạm đình chỉ "
                               "để kéo dài được."),
                            NULL);
    }
    return ground_check(COMPLAINT_SUSPENSIONS, work->args->reason, "reason", work->on);
}

struct verdict withdraw_part(struct case_work *work)
{
    if (!act_in_force(&DECREE_155, work->on)) {
        return refuse(N_("Trước 01/07/2026 luật chưa quy định rút một phần."), &PART);
    }
    struct complaint_update update = unchanged(work);
    if (work->args->amount >= update.people) {
        return invalid("amount", N_("Số người còn lại phải ít hơn số người đã ký đơn."));
    }
    update.people = work->args->amount > 0 ? work->args->amount : update.people;
    update.content = work->args->said;
    complaint_update(work->deed->tx, &update);
    return VERDICT_OK;
}

struct verdict check_termination(struct case_work *work)
{
    return ground_check(COMPLAINT_TERMINATIONS, work->args->reason, "reason", work->on);
}

/* Right at once, and without verification, is only what the office itself sees to be wrong. */
struct verdict keep_decision(struct case_work *work)
{
    static const char *const words[] = { "right", "partly", "wrong" };
    if (!is_word(work->args->choice, words, COUNT(words))) {
        return invalid("choice", N_("Hãy chọn khiếu nại đúng, đúng một phần hay sai."));
    }
    bool is_right = str_equal(work->args->choice, STR("right"));
    if (str_equal(work->before.state, STR("accepted")) && !is_right) {
        return refuse_field("choice",
                            N_("Chỉ khi khiếu nại đúng mới ra quyết định ngay; nếu "
                               "không, phải xác minh."),
                            &AT_ONCE);
    }
    if (str_equal(work->before.state, STR("verified")) && !is_right) {
        return refuse_field("choice",
                            N_("Kết quả xác minh như yêu cầu của người khiếu nại; kết luận khác "
                               "thì phải đối thoại trước."),
                            &DIALOGUE_FIRST);
    }
    struct verdict verdict =
        ground_check(COMPLAINT_RULINGS, work->args->reason, "reason", work->on);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    bool keeps = str_equal(work->args->reason, STR("giu-nguyen"));
    if (keeps && is_right) {
        return invalid("reason", N_("Khiếu nại đúng thì không giữ nguyên quyết định bị khiếu "
                                    "nại."));
    }
    if (!keeps && str_equal(work->args->choice, STR("wrong"))) {
        return invalid("reason", N_("Khiếu nại sai thì giữ nguyên quyết định bị khiếu nại."));
    }
    struct complaint_update update = unchanged(work);
    update.outcome = work->args->choice;
    complaint_update(work->deed->tx, &update);
    return VERDICT_OK;
}

struct verdict check_delivery(struct case_work *work)
{
    struct case_event_find_row decision;
    struct case_event_find wanted = { .case_id = work->before.id, .act = STR("decide") };
    bool is_before = case_event_find(&work->deed->tx->conn, &wanted, &decision) &&
                     day_compare(work->on, decision.happened_on) < 0;
    return is_before ? invalid("on", N_("Ngày nhận không thể trước ngày ban hành quyết định. Hãy "
                                        "xem lại."))
                     : VERDICT_OK;
}

/* The right to go on begins with the day on which the office was late. */
struct verdict begin_right(struct case_work *work)
{
    const struct case_clock *limit =
        case_clock_of(work, work->before.id, complaint_limit(row_of(work)));
    if (!limit || limit->due.at.s == 0 || limit->due.at.s >= work->deed->now.s) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    work->on = limit->due.day;
    return VERDICT_OK;
}

/* In force from the day after, whenever the clock came to say so. */
struct verdict date_effect(struct case_work *work)
{
    const struct case_clock *effect = case_clock_of(work, work->before.id, "KN-EFF");
    if (!effect || effect->due.at.s >= work->deed->now.s) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    work->on = day_after(effect->due.day);
    return VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static const struct complaint_get_row *row_of(const struct case_work *work)
{
    return &((const struct complaint *)work->own)->row;
}

static struct complaint_update unchanged(const struct case_work *work)
{
    const struct complaint_get_row *row = row_of(work);
    return (struct complaint_update){
        .content = row->content,
        .people = row->people,
        .representatives = row->representatives,
        .has_all_signatures = row->has_all_signatures,
        .has_appointment = row->has_appointment,
        .is_complex = row->is_complex,
        .findings = row->findings,
        .dialogue_on = row->dialogue_on,
        .outcome = row->outcome,
        .stayed_on = row->stayed_on,
        .case_id = row->case_id,
    };
}

static struct unit_level level_of(const struct case_work *work)
{
    struct conn *conn = &work->deed->tx->conn;
    struct case_unit_get_row unit = { .kind = STR_NONE };
    struct case_unit_get_row above = { .kind = STR_NONE };
    struct case_unit_row theirs = { .code = STR_NONE };
    case_unit_get(conn, &(struct case_unit_get){ .id = work->before.unit_id }, &unit);
    case_unit_get(conn, &(struct case_unit_get){ .id = { unit.parent_id.v } }, &above);
    struct case_unit wanted = { .code = row_of(work)->respondent_unit, .on = work->deed->today };
    /* Of one that is no more its successor answers, whoever that is. */
    bool is_alive = case_unit(conn, &wanted, &theirs);
    return (struct unit_level){
        .is_government = str_equal(unit.kind, STR("government")),
        .has_superior = unit.parent_id.v != 0,
        .is_department = str_equal(unit.kind, STR("office")) &&
                         str_equal(above.kind, STR("government")) && above.parent_id.v == 0,
        .is_respondent = !is_alive || theirs.id.v == work->before.unit_id.v,
        .is_over_respondent = !is_alive || theirs.parent_id.v == work->before.unit_id.v,
    };
}

static bool is_word(struct str choice, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(str_of(words[i]), choice)) {
            return true;
        }
    }
    return false;
}
