/* The rules of days and visits: when a day may be posted, moved, held, booked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/acts.h"
#include "law/complaint.h"
#include "mod/reception/reception.h"
#include "text/tongue.h"

static const struct cite SCHEDULE = ART(RECEPTION, 24, 4);
static const struct cite ONLINE = ART(DECREE_154, 24, 0);

enum { MINUTES_OF_HOUR = 60, HOURS_OF_DAY = 24 };

static struct verdict check_times(struct str from, struct str until);
static struct verdict check_stands(const struct reception_day_get_row *day);
static struct verdict check_people(const struct reception_visit_form *form);

/* Two numbers with anything but a digit between them. */
int64_t reception_minute(struct str written)
{
    int64_t parts[2] = { -1, -1 };
    size_t part = 0;
    bool was_digit = false;
    for (size_t i = 0; i < written.n; i++) {
        bool is_digit = written.p[i] >= '0' && written.p[i] <= '9';
        part += was_digit && !is_digit ? 1 : 0;
        if (is_digit && part < 2) {
            int64_t before = parts[part] < 0 ? 0 : parts[part];
            parts[part] = before * 10 + (written.p[i] - '0');
        }
        if ((is_digit && part > 1) || (part < 2 && parts[part] >= MINUTES_OF_HOUR)) {
            return -1;
        }
        was_digit = is_digit;
    }
    bool is_time = parts[0] >= 0 && parts[0] < HOURS_OF_DAY;
    return is_time ? parts[0] * MINUTES_OF_HOUR + (parts[1] < 0 ? 0 : parts[1]) : -1;
}

struct verdict reception_may_post(const struct reception_post_form *form, struct day today,
                                  const struct calendar *calendar, struct arena *arena)
{
    if (day_compare(form->on, today) < 0) {
        return invalid("on", N_("Ngày này đã qua. Hãy chọn ngày sẽ tiếp."));
    }
    struct verdict verdict = check_times(form->from, form->until);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (str_is_empty(form->unscheduled)) {
        return reception_check_posting(form->on, today, calendar, arena);
    }
    verdict = ground_check(RECEPTION_UNSCHEDULED, form->unscheduled, "unscheduled", form->on);
    if (verdict_is_ok(verdict) && str_is_empty(str_trim(form->reason))) {
        return invalid("reason", N_("Hãy ghi việc nào cần tiếp đột xuất."));
    }
    return verdict;
}

struct verdict reception_may_move(const struct reception_day_get_row *day,
                                  const struct reception_move_form *form, struct day today)
{
    struct verdict verdict = check_stands(day);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (day_compare(day->held_on, today) < 0) {
        return refuse(N_("Ngày tiếp đã qua: hãy ghi có tiếp hay không."), NULL);
    }
    if (day_is_none(form->on)) {
        return refuse_field("on", N_("Lùi lịch thì phải báo ngày tiếp mới."), &SCHEDULE);
    }
    if (day_compare(form->on, day->held_on) < 0) {
        return refuse_field("on",
                            N_("Chỉ lùi được sang ngày muộn hơn; ngày sớm hơn thì niêm yết thành "
                               "lịch mới."),
                            &SCHEDULE);
    }
    if (str_is_empty(str_trim(form->reason))) {
        return invalid("reason", N_("Hãy nêu lý do lùi lịch; người đã đăng ký sẽ đọc."));
    }
    return check_times(form->from, form->until);
}

struct verdict reception_may_hold(const struct reception_day_get_row *day,
                                  const struct reception_hold_form *form, struct day today,
                                  size_t booked)
{
    struct verdict verdict = check_stands(day);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (day_compare(today, day->held_on) < 0) {
        return refuse(N_("Chưa tới ngày tiếp."), NULL);
    }
    bool is_held =
        str_equal(form->outcome, STR(BY_HEAD)) || str_equal(form->outcome, STR(BY_DEPUTY));
    if (is_held && day->link.p && (day->connected_minute == 0 || !day->recording.p)) {
        return refuse_field("outcome",
                            N_("Buổi tiếp trực tuyến phải giữ bản ghi âm, ghi hình: hãy ghi giờ mở "
                               "đường truyền và nơi giữ bản ghi trước."),
                            &ONLINE);
    }
    if (str_equal(form->outcome, STR(BY_HEAD))) {
        return VERDICT_OK;
    }
    if (str_equal(form->outcome, STR(BY_DEPUTY))) {
        return str_is_empty(str_trim(form->by)) ? invalid("by", N_("Hãy ghi ai đã tiếp."))
                                                : VERDICT_OK;
    }
    if (!str_equal(form->outcome, STR(BY_NOBODY))) {
        return invalid("outcome", N_("Hãy chọn ai đã tiếp, hoặc không tiếp."));
    }
    if (booked > 0) {
        return refuse_field("outcome",
                            N_("Còn người đã đăng ký buổi này: hãy lùi lịch sang ngày khác để báo "
                               "cho họ."),
                            &SCHEDULE);
    }
    return str_is_empty(str_trim(form->reason)) ? invalid("reason", N_("Hãy nêu lý do không tiếp."))
                                                : VERDICT_OK;
}

struct verdict reception_may_book(const struct reception_day_get_row *day,
                                  const struct reception_visit_form *form, struct day today,
                                  int64_t taken)
{
    struct verdict verdict = check_stands(day);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (day_compare(day->held_on, today) < 0) {
        return refuse(N_("Buổi tiếp này đã qua. Hãy chọn buổi khác."), NULL);
    }
    if (taken >= day->seats) {
        return refuse(N_("Buổi này không còn chỗ đăng ký trước. Bà con vẫn có thể đến nhận số tại "
                         "chỗ, hoặc chọn buổi khác."),
                      NULL);
    }
    return check_people(form);
}

struct verdict reception_may_walk_in(const struct reception_day_get_row *day,
                                     const struct reception_visit_form *form, struct day today)
{
    if (day->moved_to_id.v != 0 || str_equal(day->outcome, STR(BY_NOBODY))) {
        return refuse(N_("Buổi này đã lùi lịch hoặc không tiếp."), NULL);
    }
    if (day_compare(today, day->held_on) < 0) {
        return refuse(N_("Chưa tới ngày tiếp."), NULL);
    }
    if (day->link.p && str_is_empty(str_trim(form->identity_number))) {
        return refuse_field("identity_number",
                            N_("Buổi tiếp trực tuyến: hãy kiểm tra và ghi số giấy tờ tùy thân của "
                               "người đến."),
                            &ONLINE);
    }
    return check_people(form);
}

struct verdict reception_may_connect(const struct reception_post_form *form, struct day today,
                                     const struct calendar *calendar, struct arena *arena)
{
    if (str_is_empty(form->point)) {
        return invalid("point", N_("Hãy chọn điểm cầu, nơi người dân đến; để trống cả đường kết "
                                   "nối nếu tiếp tại chỗ."));
    }
    if (str_equal(form->point, form->unit)) {
        return invalid("point", N_("Điểm cầu phải là đơn vị khác với đơn vị tiếp."));
    }
    if (!str_starts(form->link, STR("https://"))) {
        return invalid("link", N_("Hãy ghi đường kết nối, bắt đầu bằng https://. Người dân không "
                                  "thấy đường này."));
    }
    return reception_check_telling(form->on, today, calendar, arena);
}

struct verdict reception_may_note(const struct reception_day_get_row *day,
                                  const struct reception_line_form *form, struct day today)
{
    struct day on = day_is_none(form->on) ? today : form->on;
    struct verdict verdict = check_stands(day);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!day->link.p) {
        return refuse(N_("Buổi này không tiếp trực tuyến."), NULL);
    }
    if (str_equal(form->step, STR(LINE_TEST))) {
        bool is_good = day_compare(day->posted_on, on) <= 0 && day_compare(on, today) <= 0 &&
                       day_compare(on, day->held_on) <= 0;
        return is_good ? VERDICT_OK
                       : invalid("on", N_("Ngày thử phải từ ngày niêm yết đến ngày tiếp, và không "
                                          "sau hôm nay."));
    }
    bool is_connect = str_equal(form->step, STR(LINE_CONNECT));
    if (!is_connect && !str_equal(form->step, STR(LINE_RECORD))) {
        return invalid("step", N_("Hãy chọn việc đã làm với đường truyền."));
    }
    if (day_compare(today, day->held_on) < 0) {
        return refuse_field("step", N_("Việc này chỉ có từ ngày tiếp."), NULL);
    }
    if (is_connect) {
        int64_t minute = reception_minute(form->at);
        return minute > 0 && minute < day->until_minute
                   ? VERDICT_OK
                   : invalid("at", N_("Hãy ghi giờ mở đường truyền, trước khi buổi tiếp hết, ví dụ "
                                      "06:30."));
    }
    return str_is_empty(str_trim(form->note))
               ? invalid("note", N_("Hãy ghi nơi giữ bản ghi âm, ghi hình."))
               : VERDICT_OK;
}

static struct verdict check_times(struct str from, struct str until)
{
    int64_t from_minute = reception_minute(from);
    int64_t until_minute = reception_minute(until);
    if (from_minute < 0) {
        return invalid("from", N_("Hãy ghi giờ bắt đầu, ví dụ 07:30."));
    }
    if (until_minute <= from_minute) {
        return invalid("until", N_("Hãy ghi giờ kết thúc, sau giờ bắt đầu, ví dụ 11:00."));
    }
    return VERDICT_OK;
}

static struct verdict check_stands(const struct reception_day_get_row *day)
{
    return day->moved_to_id.v == 0 && !day->outcome.p
               ? VERDICT_OK
               : refuse(N_("Buổi tiếp này đã lùi lịch hoặc đã ghi kết quả."), NULL);
}

static struct verdict check_people(const struct reception_visit_form *form)
{
    struct complaint_group group = { .people = form->people,
                                     .representatives = form->representatives };
    if (form->people < 1) {
        return invalid("people", N_("Hãy ghi số người cùng đến, ít nhất là 1."));
    }
    if (form->representatives > form->people) {
        return invalid("representatives", N_("Người đại diện phải ở trong số người cùng đến."));
    }
    return group_check_representatives(&group);
}
