/* The rules of the working calendar: rows that agree with each other, and with the week. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/rules.h"

#include "base/attr.h"
#include "mod/calendar/words.h"
#include "text/format.h"
#include "text/tongue.h"

enum { FAULT_BYTES_MAX = 4096, DAY_BYTES_MAX = 32, HOLIDAYS_MIN = 11 };

static struct verdict day_may_be_set(const struct calendar *calendar, const struct day_row *row,
                                     struct day today, struct arena *arena);
static bool is_so_already(const struct calendar *calendar, const struct day_row *row,
                          struct arena *arena);
static bool is_there_before(const struct day_row *rows, size_t at);
static struct verdict of_line(struct verdict verdict, size_t line, size_t count,
                              struct arena *arena);
static struct str day_text(struct arena *arena, struct day day);
static int year_of(struct day day);

struct verdict days_may_be_set(const struct calendar *calendar, const struct day_row *rows,
                               size_t count, struct day today, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        if (is_there_before(rows, i)) {
            return verdict_about(invalid("rows", N_("Dòng %s nói về ngày đã có ở dòng trước.")),
                                 str_printf(arena, "%zu", rows[i].line));
        }
        struct verdict verdict = day_may_be_set(calendar, &rows[i], today, arena);
        if (!verdict_is_ok(verdict)) {
            return of_line(verdict, rows[i].line, count, arena);
        }
    }
    struct calendar wanted = calendar_with(calendar, rows, count, arena);
    return calendar_agrees(&wanted, "day", arena);
}

static struct verdict day_may_be_set(const struct calendar *calendar, const struct day_row *row,
                                     struct day today, struct arena *arena)
{
    int this_year = year_of(today);
    int year = year_of(row->day);
    if (year < this_year - YEARS_BACK || year > this_year + YEARS_AHEAD) {
        return verdict_about(
            invalid("day", N_("Chỉ đặt được ngày từ năm trước đến ba năm tới, không đặt được ngày "
                              "%s.")),
            day_text(arena, row->day));
    }
    if (day_compare(row->decided_on, today) > 0) {
        return invalid("decided_on", N_("Văn bản này chưa ban hành: ngày ký sau hôm nay."));
    }
    if (is_so_already(calendar, row, arena)) {
        return invalid("day", N_("Lịch đã ghi ngày này đúng như vậy."));
    }
    struct calendar wanted = calendar_with(calendar, row, 1, arena);
    return calendar_agrees(&wanted, "day", arena);
}

/* The first sentence of the audit. */
struct verdict calendar_agrees(const struct calendar *calendar, const char *field,
                               struct arena *arena)
{
    struct out faults = out_open(arena, FAULT_BYTES_MAX);
    if (calendar_audit(calendar, &faults) == 0) {
        return VERDICT_OK;
    }
    struct str rest = out_str(&faults);
    return verdict_about(invalid(field, "%s"), str_cut(&rest, '\n'));
}

static bool is_so_already(const struct calendar *calendar, const struct day_row *row,
                          struct arena *arena)
{
    const char *decision = decision_text(arena, row->decision, row->decided_on);
    for (size_t i = 0; i < calendar->day_count; i++) {
        const struct special_day *special = &calendar->days[i];
        if (day_compare(special->day, row->day) == 0) {
            return special->kind == row->kind && str_equal(str_of(special->name), row->name) &&
                   str_equal(str_of(special->decision), str_of(decision));
        }
    }
    return false;
}

static bool is_there_before(const struct day_row *rows, size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (day_compare(rows[i].day, rows[at].day) == 0) {
            return true;
        }
    }
    return false;
}

/* One row is a form with its fields; of many the line is what helps. */
static struct verdict of_line(struct verdict verdict, size_t line, size_t count,
                              struct arena *arena)
{
    if (count == 1) {
        return verdict;
    }
    struct out text = out_open(arena, FAULT_BYTES_MAX);
    out_printf(&text, "%zu. ", line);
    verdict_write(&text, &verdict);
    return verdict_about(invalid("rows", N_("Dòng %s")), out_str(&text));
}

struct verdict year_may_be_decided(const struct calendar *calendar, int64_t year,
                                   struct arena *arena)
{
    int next = year_of(calendar->decided_to) + 1;
    size_t holidays = 0;
    if (year != next) {
        return verdict_about(invalid("year", N_("Các năm được chốt lần lượt; năm kế tiếp là %s.")),
                             str_printf(arena, "%d", next));
    }
    for (size_t i = 0; i < calendar->day_count; i++) {
        holidays +=
            year_of(calendar->days[i].day) == next && calendar->days[i].kind == SPECIAL_HOLIDAY;
    }
    for (size_t i = 0; i < calendar->yearly_count; i++) {
        const struct yearly_holiday *yearly = &calendar->yearly[i];
        struct day day = day_of(next, yearly->month, yearly->day_of_month);
        struct day_status status = calendar_day(calendar, day);
        bool is_every_year = day_is_none(yearly->from);
        if (is_every_year && !(status.work == REST_HOLIDAY && status.is_decided)) {
            return verdict_about(invalid("year", N_("Lịch năm này còn thiếu ngày lễ %s.")),
                                 day_text(arena, day));
        }
    }
    if (holidays < HOLIDAYS_MIN) {
        return verdict_about(
            invalid("year", N_("Lịch năm này mới có %s ngày nghỉ lễ, Tết; luật định 11 ngày.")),
            str_printf(arena, "%zu", holidays));
    }
    return VERDICT_OK;
}

struct verdict hours_may_be_set(const struct calendar *calendar, struct str text,
                                struct arena *arena, struct office_hours ret[OFFICE_INTERVALS_MAX])
{
    struct calendar wanted = *calendar;
    if (!hours_read(text, wanted.hours)) {
        return invalid("hours", N_("Hãy ghi giờ như 7:00-11:30 13:30-17:00, nhiều nhất ba buổi."));
    }
    struct verdict verdict = calendar_agrees(&wanted, "hours", arena);
    for (size_t i = 0; verdict_is_ok(verdict) && i < OFFICE_INTERVALS_MAX; i++) {
        ret[i] = wanted.hours[i];
    }
    return verdict;
}

struct calendar calendar_with(const struct calendar *calendar, const struct day_row *rows,
                              size_t count, struct arena *arena)
{
    struct special_day *days = new(arena, struct special_day, count);
    for (size_t i = 0; i < count; i++) {
        struct special_day day = { rows[i].day, rows[i].kind, str_z(arena, rows[i].name),
                                   decision_text(arena, rows[i].decision, rows[i].decided_on) };
        size_t at = i;
        while (at > 0 && day_compare(days[at - 1].day, day.day) > 0) {
            days[at] = days[at - 1];
            at--;
        }
        days[at] = day;
    }
    return calendar_overlay(calendar, days, count, arena);
}

static struct str day_text(struct arena *arena, struct day day)
{
    struct out out = out_open(arena, DAY_BYTES_MAX);
    format_day(&out, day);
    return out_str(&out);
}

static int year_of(struct day day)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(day, &year, &month, &day_of_month);
    return year;
}
