/* Pure: the year's calendar. Practice, not law: each row says in which months it was seen. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar_rules.h"

#include "base/attr.h"
#include "mod/model/flow.h"
#include "mod/model/rules.h"
#include "mod/model/year_rules.h"
#include "text/tongue.h"

enum {
    JANUARY = 1,
    MARCH = 3,
    DECEMBER = 12,
    LAST_OF_MARCH = 31,
    LAST_OF_DECEMBER = 31,
    NEAR_DAYS = 14
};

const struct model_calendar_step model_calendar_steps[CALENDAR_STEPS] = {
    /* January to March: launched and registered (Hội An 2024). */
    [CALENDAR_REGISTER] = { "register", N_("Đăng ký mô hình mới"), POWER_REGISTER, 3, 31 },
    /* June and July: the review of six months. */
    [CALENDAR_REVIEW] = { "review", N_("Báo số đo của năm"), POWER_REGISTER, 7, 31 },
    /* November and December: appraised and recognised, before the year's report. */
    [CALENDAR_ASSESS] = { "assess", N_("Đơn vị tự chấm"), POWER_REGISTER, 11, 30 },
    [CALENDAR_APPRAISE] = { "appraise", N_("Thẩm định"), POWER_APPRAISE, 12, 20 },
    [CALENDAR_RECOGNISE] = { "recognise", N_("Công nhận"), POWER_LEAD, 12, 31 },
};

const char *const model_calendar_names[CALENDAR_STEPS] = { "register_until", "review_until",
                                                           "assess_until", "appraise_until",
                                                           "recognise_until" };

size_t model_calendar_step_of(struct str word)
{
    size_t step = 0;
    while (step < CALENDAR_STEPS && !str_equal(str_of(model_calendar_steps[step].word), word)) {
        step++;
    }
    return step;
}

struct model_calendar model_usual_calendar(int64_t year)
{
    struct model_calendar calendar;
    for (size_t i = 0; i < CALENDAR_STEPS; i++) {
        const struct model_calendar_step *step = &model_calendar_steps[i];
        calendar.until[i] = day_of((int)year, step->usual_month, step->usual_day);
    }
    return calendar;
}

struct verdict model_calendar_fits(const struct model_calendar *calendar, int64_t year,
                                   const struct model_calendar *in_force, struct day today)
{
    if (model_calendar_is_past(year, today) || year > model_year_of(today) + 1) {
        return invalid("year",
                       N_("Lịch đặt cho năm nay hoặc năm sau; của năm trước chỉ sửa đến hết "
                          "tháng 3. Hãy ghi lại năm."));
    }
    struct day first = day_of((int)year, JANUARY, 1);
    struct day last = day_of((int)year + 1, MARCH, LAST_OF_MARCH);
    struct day before = first;
    if (day_compare(calendar->register_until, day_of((int)year, DECEMBER, LAST_OF_DECEMBER)) > 0) {
        return invalid("register_until",
                       N_("Đăng ký trong năm thì đến hết 31/12 là muộn nhất. Hãy ghi lại ngày."));
    }
    for (size_t i = 0; i < CALENDAR_STEPS; i++) {
        struct day until = calendar->until[i];
        if (day_compare(until, first) < 0 || day_compare(until, last) > 0) {
            return invalid(model_calendar_names[i],
                           N_("Ngày này phải từ 01/01 của năm đến 31/3 của năm sau. Hãy ghi lại "
                              "ngày."));
        }
        if (day_compare(until, before) < 0) {
            return invalid(model_calendar_names[i],
                           N_("Ngày này trước ngày của bước trên. Hãy ghi các ngày theo thứ tự."));
        }
        if (day_compare(until, in_force->until[i]) != 0 && day_compare(until, today) < 0) {
            return invalid(model_calendar_names[i],
                           N_("Ngày này đã qua nên không đặt làm hạn được nữa. Hãy chọn từ hôm nay "
                              "trở đi, hoặc để như lịch đang dùng."));
        }
        before = until;
    }
    return VERDICT_OK;
}

bool model_calendar_is_near(struct day until, struct day today)
{
    return day_compare(today, until) <= 0 &&
           day_compare(model_calendar_near_until(today), until) >= 0;
}

struct day model_calendar_near_until(struct day today)
{
    return day_add(today, NEAR_DAYS);
}

bool model_calendar_is_past(int64_t year, struct day today)
{
    return day_compare(today, day_of((int)year + 1, MARCH, LAST_OF_MARCH)) > 0;
}
