/* Receiving citizens: how often a head must, who may be turned away, until when it is posted. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/reception.h"

#include "base/must.h"
#include "law/acts.h"
#include "law/rule.h"
#include "law/say.h"
#include "text/format.h"
#include "text/tongue.h"

static const struct ground refusals[] = {
    { "vu-khi", N_("Mang theo vũ khí, vật liệu nổ, chất cháy hoặc vật nguy hiểm."),
      POINT(DECREE_154, 4, 1, "a") },
    { "an-ninh", N_("Không chấp hành kiểm tra an ninh ở nơi tiếp."), POINT(DECREE_154, 4, 1, "b") },
    { "ghi-am", N_("Quay phim, chụp ảnh, ghi âm khi chưa được người tiếp đồng ý."),
      POINT(DECREE_154, 4, 1, "c") },
    { "kich-dong", N_("Kích động, lôi kéo người khác gây rối ở nơi tiếp."),
      POINT(DECREE_154, 4, 1, "d") },
    { "nang-luc", N_("Không đủ năng lực hành vi mà không có người đại diện đi cùng."),
      POINT(DECREE_154, 4, 1, "đ") },
    { "uy-quyen", N_("Đi thay người khác mà không có giấy ủy quyền hợp lệ."),
      POINT(DECREE_154, 4, 1, "e") },
    { "pham-vi", N_("Nội dung không thuộc phạm vi tiếp công dân."), POINT(DECREE_154, 4, 1, "g") },
    { "da-tra-loi", N_("Kiến nghị, phản ánh đã được trả lời và không có tình tiết mới."),
      POINT(DECREE_154, 4, 1, "h") },
    { "ban-an", N_("Việc đã có bản án, quyết định của tòa án có hiệu lực pháp luật."),
      POINT(DECREE_154, 4, 1, "i") },
    { "noi-khac", N_("Việc đang được cơ quan khác có thẩm quyền giải quyết."),
      POINT(DECREE_154, 4, 1, "k") },
    { "da-giai-quyet",
      N_("Khiếu nại, tố cáo đã được giải quyết đúng pháp luật, đã kiểm tra, rà soát và thông báo "
         "bằng văn bản."),
      ART(RECEPTION, 9, 3) },
};
const struct ground_list RECEPTION_REFUSALS = GROUNDS(refusals);

static const struct ground unscheduled[] = {
    { "gay-gat",
      N_("Việc gay gắt, phức tạp, có nhiều người tham gia hoặc liên quan nhiều cơ quan."),
      ART(RECEPTION, 18, 3) },
    { "hau-qua", N_("Việc nếu không xem xét kịp thời có thể gây hậu quả nghiêm trọng."),
      ART(RECEPTION, 18, 3) },
};
const struct ground_list RECEPTION_UNSCHEDULED = GROUNDS(unscheduled);

#define ROUTE_OWN     "noi-tiep"
#define ROUTE_GUIDE   "huong-dan"
#define ROUTE_FORWARD "chuyen"
static const struct ground routes[] = {
    { ROUTE_OWN, N_("Thuộc thẩm quyền của nơi tiếp."), ART(RECEPTION, 26, 0) },
    { ROUTE_GUIDE, N_("Không thuộc thẩm quyền: đã hướng dẫn tới cơ quan có thẩm quyền."),
      ART(RECEPTION, 26, 0) },
    { ROUTE_FORWARD, N_("Không thuộc thẩm quyền: chuyển tới cơ quan có thẩm quyền."),
      ART(RECEPTION, 26, 0) },
};
const struct ground_list RECEPTION_ROUTES = GROUNDS(routes);

/* --- heads' days ------------------------------------------------------------------------------ */

const struct head_duty HEAD_DUTIES[] = {
    { RECEPTION_COMMUNE, PER_WEEK, 1, DAY(2014, 7, 1), DAY(2026, 6, 30),
      POINT(RECEPTION, 15, 2, "d") },
    { RECEPTION_COMMUNE, PER_MONTH, 2, DAY(2026, 7, 1), DAY_OPEN,
      READING(LAW_136, 0, 0, N_("số điều, khoản chưa được đối chiếu với văn bản")) },
    { RECEPTION_DISTRICT, PER_MONTH, 2, DAY(2014, 7, 1), DAY(2025, 6, 30), ART(RECEPTION, 13, 5) },
    { RECEPTION_PROVINCE, PER_MONTH, 1, DAY(2014, 7, 1), DAY_OPEN, ART(RECEPTION, 12, 5) },
    { RECEPTION_BODY, PER_MONTH, 1, DAY(2014, 7, 1), DAY_OPEN, ART(RECEPTION, 18, 2) },
};
const size_t HEAD_DUTY_COUNT = COUNT(HEAD_DUTIES);

enum { THURSDAY_AFTER = 3, WEEK_DAYS = 7 };

static struct day month_begin(struct day day);
static int32_t days_between(const struct day *held_on, size_t count, struct day from,
                            struct day to);
static void count_weeks(struct head_month *ret, struct day begin, struct day end,
                        const struct day *held_on, size_t count, const struct calendar *calendar);
static bool has_work(const struct calendar *calendar, struct day monday);
static struct verdict last_day(const char *rule, struct day on, const struct calendar *calendar,
                               struct arena *arena, struct due *ret, struct str *ret_words);

const struct head_duty *head_duty_find(enum reception_office office, struct day day)
{
    for (size_t i = 0; i < HEAD_DUTY_COUNT; i++) {
        const struct head_duty *duty = &HEAD_DUTIES[i];
        bool is_in = day_compare(duty->from, day) <= 0 &&
                     (day_is_none(duty->to) || day_compare(day, duty->to) <= 0);
        if (duty->office == office && is_in) {
            return duty;
        }
    }
    return NULL;
}

struct head_month head_month_count(enum reception_office office, struct day month,
                                   const struct day *held_on, size_t count,
                                   const struct calendar *calendar)
{
    struct day begin = month_begin(month);
    struct day end = day_before(day_add_months(begin, 1));
    struct head_month ret = { .duty = head_duty_find(office, begin) };
    if (!ret.duty) {
        ret.is_met = true;
        return ret;
    }
    if (ret.duty->per == PER_WEEK) {
        count_weeks(&ret, begin, end, held_on, count, calendar);
    } else {
        ret.required = ret.duty->days;
        ret.held = days_between(held_on, count, begin, end);
    }
    ret.is_met = ret.held >= ret.required;
    return ret;
}

static void count_weeks(struct head_month *ret, struct day begin, struct day end,
                        const struct day *held_on, size_t count, const struct calendar *calendar)
{
    int32_t first = day_weekday(begin);
    struct day thursday = day_add(begin, (WEEK_DAYS + THURSDAY - first) % WEEK_DAYS);
    for (; day_compare(thursday, end) <= 0; thursday = day_add(thursday, WEEK_DAYS)) {
        struct day monday = day_add(thursday, -THURSDAY_AFTER);
        struct day sunday = day_add(thursday, WEEK_DAYS - 1 - THURSDAY_AFTER);
        bool is_held = days_between(held_on, count, monday, sunday) >= ret->duty->days;
        if (!is_held && !has_work(calendar, monday)) {
            continue;
        }
        ret->required++;
        ret->held += is_held ? 1 : 0;
        if (!is_held && day_is_none(ret->missed)) {
            ret->missed = monday;
        }
    }
}

static bool has_work(const struct calendar *calendar, struct day monday)
{
    for (int32_t i = 0; i < WEEK_DAYS; i++) {
        if (calendar_works_on(calendar, day_add(monday, i))) {
            return true;
        }
    }
    return false;
}

/* Two receptions of one day are one day. */
static int32_t days_between(const struct day *held_on, size_t count, struct day from, struct day to)
{
    int32_t days = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_in = day_compare(from, held_on[i]) <= 0 && day_compare(held_on[i], to) <= 0;
        bool is_again = i > 0 && day_compare(held_on[i - 1], held_on[i]) == 0;
        days += is_in && !is_again ? 1 : 0;
    }
    return days;
}

static struct day month_begin(struct day day)
{
    int year;
    int month;
    int day_of_month;
    day_split(day, &year, &month, &day_of_month);
    return day_of(year, month, 1);
}

void head_month_reach(struct day month, struct day *ret_from, struct day *ret_to)
{
    struct day begin = month_begin(month);
    *ret_from = day_add(begin, -THURSDAY_AFTER);
    *ret_to = day_add(day_add_months(begin, 1), THURSDAY_AFTER);
}

void head_month_write(struct out *out, const struct head_month *month)
{
    struct scratch required;
    struct scratch held;
    struct scratch missed;
    if (!month->duty) {
        out_str_raw(out, say_word(out, N_("Tháng này luật không đặt số ngày phải tiếp.")));
        return;
    }
    if (month->duty->per == PER_WEEK) {
        say(out,
            N_("Mỗi tuần phải trực tiếp tiếp ít nhất một ngày: %s tuần có ngày làm việc, đã tiếp "
               "%s tuần."),
            say_int(&required, month->required), say_int(&held, month->held));
    } else {
        say(out, N_("Phải trực tiếp tiếp ít nhất %s ngày trong tháng; đã tiếp %s ngày."),
            say_int(&required, month->required), say_int(&held, month->held));
    }
    if (!day_is_none(month->missed)) {
        out_char(out, ' ');
        say(out, N_("Tuần từ %s không có ngày nào."), say_weekday(&missed, out, month->missed));
    }
}

/* --- rules ------------------------------------------------------------------------------------ */

struct verdict reception_check_posting(struct day on, struct day posted_on,
                                       const struct calendar *calendar, struct arena *arena)
{
    struct due due;
    struct str last = STR_NONE;
    struct verdict verdict = last_day("TCD-SCH", on, calendar, arena, &due, &last);
    if (!verdict_is_ok(verdict) || day_compare(posted_on, due.day) <= 0) {
        return verdict;
    }
    return verdict_about(
        refuse_field("on",
                     N_("Lịch tiếp ngày này phải niêm yết chậm nhất hết ngày %s. Hãy chọn ngày "
                        "muộn hơn, hoặc nêu căn cứ tiếp đột xuất."),
                     &due.term->cite),
        last);
}

struct verdict reception_check_telling(struct day on, struct day told_on,
                                       const struct calendar *calendar, struct arena *arena)
{
    static const struct cite ONLINE = ART(DECREE_154, 23, 0);
    struct due due;
    struct str last = STR_NONE;
    if (!act_in_force(&DECREE_154, on)) {
        return refuse_field("on", N_("Ngày này chưa có quy định về tiếp công dân trực tuyến."),
                            &ONLINE);
    }
    struct verdict verdict = last_day("TCD-ONL", on, calendar, arena, &due, &last);
    if (!verdict_is_ok(verdict) || day_compare(told_on, due.day) <= 0) {
        return verdict;
    }
    return verdict_about(refuse_field("on",
                                      N_("Buổi tiếp trực tuyến ngày này phải thông báo chậm nhất "
                                         "hết ngày %s. Hãy chọn ngày muộn hơn."),
                                      &due.term->cite),
                         last);
}

struct day reception_test_day(struct day on, const struct calendar *calendar, struct arena *arena)
{
    struct due due;
    struct str last = STR_NONE;
    return verdict_is_ok(last_day("TCD-TEST", on, calendar, arena, &due, &last)) ? due.day
                                                                                 : DAY_NONE;
}

/* The day that a rule of "so long before" leaves, also as people write it. */
static struct verdict last_day(const char *rule, struct day on, const struct calendar *calendar,
                               struct arena *arena, struct due *ret, struct str *ret_words)
{
    enum { DAY_BYTES = 16 };
    struct circumstances facts = { .is_remote = false };
    struct verdict verdict = rule_due(rule, on, &facts, calendar, arena, ret);
    if (!verdict_is_ok(verdict)) {
        verdict.field = "on";
        return verdict;
    }
    struct out words = out_open(arena, DAY_BYTES);
    format_day(&words, ret->day);
    *ret_words = out_str(&words);
    return VERDICT_OK;
}

static const struct {
    const char *word;
    const char *name;
} matters[MATTERS] = {
    [MATTER_COMPLAINT] = { "complaint", N_("Khiếu nại") },
    [MATTER_DENUNCIATION] = { "denunciation", N_("Tố cáo") },
    [MATTER_REPORT] = { "report", N_("Kiến nghị, phản ánh") },
};

enum matter_kind matter_of(struct str word)
{
    enum matter_kind matter = 0;
    while (matter < MATTERS && !str_equal(str_of(matters[matter].word), word)) {
        matter++;
    }
    return matter;
}

const char *matter_word(enum matter_kind matter)
{
    must(matter < MATTERS);
    return matters[matter].word;
}

const char *matter_name(enum matter_kind matter)
{
    must(matter < MATTERS);
    return matters[matter].name;
}

struct verdict reception_check_route(enum matter_kind matter, struct str route, struct day on)
{
    static const struct cite GUIDANCE = ART(CIRCULAR_05, 14, 0);
    struct verdict verdict = ground_check(RECEPTION_ROUTES, route, "reason", on);
    if (verdict_is_ok(verdict) && matter == MATTER_COMPLAINT &&
        str_equal(route, STR(ROUTE_FORWARD))) {
        return refuse_field("reason",
                            N_("Khiếu nại không thuộc thẩm quyền thì hướng dẫn người khiếu nại, "
                               "không chuyển."),
                            &GUIDANCE);
    }
    return verdict;
}

bool reception_route_is_own(struct str route)
{
    return str_equal(route, STR(ROUTE_OWN));
}
