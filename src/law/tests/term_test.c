/* Terms on their boundary days, their steps in words, their refusals, and where a clock stands. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/term.h"

static const struct calendar *const CALENDAR = &CALENDAR_VIETNAM;

/* Rows for tests, with the amounts of real ones. */
static const struct act COMPLAINTS = { "02/2011/QH13", "Luật Khiếu nại", DAY(2012, 7, 1),
                                       DAY_OPEN };
static const struct act DECREE = { "155/2026/NĐ-CP", "Nghị định", DAY(2026, 7, 1), DAY_OPEN };
static const struct act DENUNCIATIONS = { "25/2018/QH14", "Luật Tố cáo", DAY(2019, 1, 1),
                                          DAY_OPEN };

/* Their clocks may stand, and days of obstacle do not count. */
#define FREE .pause_cite = PRACTICE("thử"), .exclude_cite = PRACTICE("thử")

static const struct term ROWS[] = {
    { "KN-ACC", "Trả lời có thụ lý không", CALENDAR_DAYS, 10, .to = DAY(2026, 6, 30),
      .cite = ART(COMPLAINTS, 27, 1), FREE },
    { "KN-ACC", "Trả lời có thụ lý không", WORKING_DAYS, 7, .from = DAY(2026, 7, 1),
      .cite = ART(DECREE, 10, 0), FREE },
    { "KN-RES1", "Giải quyết lần đầu", CALENDAR_DAYS, 30, .cite = ART(COMPLAINTS, 28, 1), FREE },
    { "KN-RES1", "Giải quyết lần đầu", CALENDAR_DAYS, 45, TERM_COMPLEX,
      .cite = ART(COMPLAINTS, 28, 1), FREE },
    { "KN-RES1", "Giải quyết lần đầu", CALENDAR_DAYS, 60, TERM_COMPLEX | TERM_REMOTE,
      .cite = ART(COMPLAINTS, 28, 2), FREE },
    { "KN-LIM", "Khiếu nại", CALENDAR_DAYS, 90, .cite = ART(COMPLAINTS, 9, 0), FREE },
    { "TC-INIT", "Kiểm tra điều kiện thụ lý", WORKING_DAYS, 7, .cite = ART(DENUNCIATIONS, 24, 1),
      FREE },
    { "TC-RES", "Giải quyết tố cáo", CALENDAR_DAYS, 30, .cite = ART(DENUNCIATIONS, 30, 1), FREE },
    { "TC-RES", "Giải quyết tố cáo", CALENDAR_DAYS, 30, TERM_VERY_COMPLEX,
      .cite = ART(DENUNCIATIONS, 30, 1), .extension_times = 2, .extension_amount = 30,
      .extension_cite = ART(DENUNCIATIONS, 30, 3), FREE },
    { "WD5", "năm ngày làm việc", WORKING_DAYS, 5, .cite = PRACTICE("thử"), FREE },
    { "WD10", "mười ngày làm việc", WORKING_DAYS, 10, .cite = PRACTICE("thử"), .extension_times = 1,
      .extension_amount = 5, .extension_cite = PRACTICE("thử"), FREE },
    { "M1", "một tháng", MONTHS, 1, .cite = PRACTICE("thử"), .extension_times = 1,
      .extension_amount = 2, .extension_cite = PRACTICE("thử"), FREE },
    { "M12", "mười hai tháng", MONTHS, 12, .cite = PRACTICE("thử"), FREE },
    { "CD0", "ngay", CALENDAR_DAYS, 0, .cite = PRACTICE("thử"), FREE },
    { "H8", "tám giờ", WORKING_HOURS, 8, .cite = PRACTICE("thử"), .extension_times = 1,
      .extension_amount = 4, .extension_cite = PRACTICE("thử"), FREE },
};
static const struct term_table TERMS = { ROWS, COUNT(ROWS) };

static const struct term *row(const char *name, struct day anchor, unsigned when)
{
    const struct term *term = NULL;
    assert_int_equal(term_choose(TERMS, name, anchor, when, &term).status, STATUS_OK);
    return term;
}

static struct due due_of(const struct term *term, const struct clock *clock, struct arena *arena)
{
    struct due due = { .term = NULL };
    struct verdict verdict = term_compute(term, CALENDAR, clock, arena, &due);
    assert_int_equal(verdict.status, STATUS_OK);
    return due;
}

/* --- dates ------------------------------------------------------------------------------------ */

static const struct {
    const char *rule;
    const char *anchor;
    const char *nominal;
    const char *due;
} DATES[] = {
    /* The row is chosen by the anchor's day: calendar days before July 2026, working days since. */
    { "KN-ACC", "2026-06-22", "2026-07-02", "2026-07-02" },
    { "KN-ACC", "2026-06-25", "2026-07-05", "2026-07-06" },
    { "KN-ACC", "2026-06-30", "2026-07-10", "2026-07-10" },
    { "KN-ACC", "2026-07-01", "2026-07-10", "2026-07-10" },
    { "KN-ACC", "2026-07-02", "2026-07-13", "2026-07-13" },
    { "KN-ACC", "2026-07-06", "2026-07-15", "2026-07-15" },
    /* A make-up Saturday counts, on both sides of it and on itself. */
    { "TC-INIT", "2026-01-06", "2026-01-14", "2026-01-14" },
    { "WD5", "2026-01-05", "2026-01-10", "2026-01-10" },
    { "WD5", "2026-01-09", "2026-01-15", "2026-01-15" },
    { "WD5", "2026-01-10", "2026-01-16", "2026-01-16" },
    { "WD5", "2026-08-18", "2026-08-24", "2026-08-24" },
    { "WD5", "2026-08-17", "2026-08-22", "2026-08-22" },
    { "WD5", "2026-08-27", "2026-09-08", "2026-09-08" },
    /* Over Tết. */
    { "WD10", "2026-02-06", "2026-02-27", "2026-02-27" },
    { "WD10", "2026-02-09", "2026-03-02", "2026-03-02" },
    { "WD10", "2026-02-13", "2026-03-06", "2026-03-06" },
    { "WD10", "2026-02-18", "2026-03-06", "2026-03-06" },
    { "KN-RES1", "2026-01-14", "2026-02-13", "2026-02-13" },
    { "KN-RES1", "2026-01-15", "2026-02-14", "2026-02-23" },
    { "KN-RES1", "2026-01-18", "2026-02-17", "2026-02-23" },
    { "KN-RES1", "2026-01-24", "2026-02-23", "2026-02-23" },
    /* 24 November is a holiday since 2026. */
    { "KN-RES1", "2025-10-25", "2025-11-24", "2025-11-24" },
    { "KN-RES1", "2026-10-24", "2026-11-23", "2026-11-23" },
    { "KN-RES1", "2026-10-25", "2026-11-24", "2026-11-25" },
    { "WD5", "2026-11-19", "2026-11-27", "2026-11-27" },
    { "WD5", "2025-11-20", "2025-11-27", "2025-11-27" },
    /* 30 April and the days around it; the exchanged 2 January. */
    { "WD5", "2026-04-24", "2026-05-06", "2026-05-06" },
    { "KN-RES1", "2026-03-31", "2026-04-30", "2026-05-04" },
    { "KN-RES1", "2025-12-03", "2026-01-02", "2026-01-05" },
    { "KN-RES1", "2025-12-11", "2026-01-10", "2026-01-10" },
    { "KN-RES1", "2026-03-27", "2026-04-26", "2026-04-28" },
    /* Ninety days, five days and ten days of the worked examples. */
    { "KN-LIM", "2026-01-05", "2026-04-05", "2026-04-06" },
    { "WD5", "2026-08-03", "2026-08-10", "2026-08-10" },
    { "WD10", "2026-08-03", "2026-08-17", "2026-08-17" },
    { "TC-INIT", "2026-08-03", "2026-08-12", "2026-08-12" },
    { "WD5", "2026-08-12", "2026-08-19", "2026-08-19" },
    { "WD5", "2026-12-23", "2026-12-30", "2026-12-30" },
    /* Leap days and the ends of months. */
    { "KN-RES1", "2024-01-30", "2024-02-29", "2024-02-29" },
    { "KN-RES1", "2025-01-29", "2025-02-28", "2025-02-28" },
    { "M1", "2024-01-31", "2024-02-29", "2024-02-29" },
    { "M1", "2025-01-31", "2025-02-28", "2025-02-28" },
    { "M1", "2024-02-29", "2024-03-29", "2024-03-29" },
    { "M1", "2026-03-31", "2026-04-30", "2026-05-04" },
    { "M1", "2026-01-17", "2026-02-17", "2026-02-23" },
    { "M12", "2024-02-29", "2025-02-28", "2025-02-28" },
    /* At once: today, or the next working day. */
    { "CD0", "2026-10-05", "2026-10-05", "2026-10-05" },
    { "CD0", "2026-10-04", "2026-10-04", "2026-10-05" },
};

static void ends_on_the_right_day(void **state)
{
    for (size_t i = 0; i < COUNT(DATES); i++) {
        struct day anchor = day(DATES[i].anchor);
        /* Any second of the anchor's day gives the same date: the first and the last by turns. */
        int32_t second = i % 2 ? DAY_S - 1 : 0;
        struct clock clock = { .anchor = { instant_of_day(anchor).s + second } };
        struct due due = due_of(row(DATES[i].rule, anchor, 0), &clock, *state);
        assert_day(DATES[i].anchor, due.nominal, day(DATES[i].nominal));
        assert_day(DATES[i].anchor, due.day, day(DATES[i].due));
        assert_int_equal(due.at.s, instant_of_day(due.day).s + DAY_S - 1);
    }
}

static void chooses_by_anchor_and_case(void **state)
{
    (void)state;
    assert_int_equal(row("KN-RES1", day("2026-07-13"), TERM_COMPLEX)->amount, 45);
    assert_int_equal(row("KN-RES1", day("2026-07-13"), TERM_COMPLEX | TERM_REMOTE)->amount, 60);
    const struct term *untouched = ROWS;
    struct verdict verdict =
        term_choose(TERMS, "KN-LIM", day("2026-07-13"), TERM_REMOTE, &untouched);
    assert_int_equal(verdict.status, STATUS_REFUSED);
    assert_string_equal(verdict.sentence, "Quy định %s không có trường hợp này.");
    /* A row for more circumstances than the case has is not for it. */
    verdict = term_choose(TERMS, "KN-RES1", day("2026-07-13"), TERM_REMOTE, &untouched);
    assert_int_equal(verdict.status, STATUS_REFUSED);
    verdict = term_choose(TERMS, "KN-XYZ", day("2026-07-13"), 0, &untouched);
    assert_string_equal(verdict.sentence, "Không có quy định nào tên là %s.");
    struct term_table old = { ROWS, 1 };
    verdict = term_choose(old, "KN-ACC", day("2026-07-01"), 0, &untouched);
    assert_string_equal(verdict.sentence, "Vào ngày đó quy định %s không có hiệu lực.");
    assert_ptr_equal(untouched, ROWS);
}

/* --- pauses, obstacles, extensions ------------------------------------------------------------ */

static const struct {
    const char *rule;
    const char *anchor;
    const char *from;
    const char *to;
    const char *due;
} PAUSES[] = {
    /* Seven days used on 20/7; the other 23 run on from the day after 3/8. */
    { "KN-RES1", "2026-07-13 08:00", "2026-07-20 10:00", "2026-08-03 09:00", "2026-08-26" },
    /* Suspended and resumed on the same day: nothing changes. */
    { "KN-RES1", "2026-07-13 08:00", "2026-07-20 10:00", "2026-07-20 16:00", "2026-08-12" },
    /* On the day of the anchor itself. */
    { "KN-RES1", "2026-07-13 08:00", "2026-07-13 10:00", "2026-07-20 09:00", "2026-08-19" },
    /* On the last day: all thirty are used. After it: no effect. */
    { "KN-RES1", "2026-07-13 08:00", "2026-08-12 10:00", "2026-08-20 09:00", "2026-08-12" },
    { "KN-RES1", "2026-07-13 08:00", "2026-08-14 10:00", "2026-08-20 09:00", "2026-08-12" },
    /* Working days over Tết: two used, five after 24/2. */
    { "TC-INIT", "2026-02-10 08:00", "2026-02-12 10:00", "2026-02-24 09:00", "2026-03-03" },
    /* A pause that begins and ends within the rest of Tết takes nothing away. */
    { "TC-INIT", "2026-02-10 08:00", "2026-02-13 17:00", "2026-02-22 09:00", "2026-02-26" },
    { "TC-INIT", "2026-02-10 08:00", "2026-02-14 10:00", "2026-02-20 09:00", "2026-02-26" },
    /* A month is as many days as it has from its anchor. */
    { "M1", "2026-01-31 08:00", "2026-02-02 08:00", "2026-02-05 08:00", "2026-03-03" },
};

static void stands_still_while_paused(void **state)
{
    for (size_t i = 0; i < COUNT(PAUSES); i++) {
        struct pause pause = { moment(PAUSES[i].from), moment(PAUSES[i].to), STR("chờ") };
        struct clock clock = { moment(PAUSES[i].anchor), &pause, 1 };
        struct due due = due_of(row(PAUSES[i].rule, instant_day(clock.anchor), 0), &clock, *state);
        assert_day(PAUSES[i].from, due.day, day(PAUSES[i].due));
    }
}

static void tells_what_is_left_of_an_open_pause(void **state)
{
    struct pause pause = { moment("2026-07-20 10:00"), INSTANT_NONE, STR("chờ kết quả giám định") };
    struct clock clock = { moment("2026-07-13 08:00"), &pause, 1 };
    struct due due = due_of(row("KN-RES1", day("2026-07-13"), 0), &clock, *state);
    assert_int_equal(due.left, 23);
    assert_true(day_is_none(due.day));
    assert_int_equal(due.at.s, 0);
    struct extension extension = { 30, STR("vụ việc phức tạp") };
    clock.extensions = &extension;
    clock.extension_count = 1;
    due = due_of(row("TC-RES", day("2026-07-13"), TERM_VERY_COMPLEX), &clock, *state);
    assert_int_equal(due.left, 53);
    /* Two closed pauses, then an open one. */
    struct pause pauses[] = {
        { moment("2026-07-14 08:00"), moment("2026-07-16 08:00"), STR("") },
        { moment("2026-07-16 09:00"), moment("2026-07-18 08:00"), STR("") },
        { moment("2026-07-20 10:00"), INSTANT_NONE, STR("") },
    };
    clock = (struct clock){ moment("2026-07-13 08:00"), pauses, COUNT(pauses) };
    due = due_of(row("KN-RES1", day("2026-07-13"), 0), &clock, *state);
    assert_int_equal(due.left, 27);
}

/* Days on a strip of paper from the anchor on: each is crossed out or counted. */
enum { STRIP_DAYS = 400, STRIP_PAUSES = 3 };
struct strip {
    struct day anchor;
    bool is_out[STRIP_DAYS];
    struct pause pauses[STRIP_PAUSES];
};

static struct strip draw_strip(uint32_t *seed)
{
    struct strip strip = { .anchor = { day("2025-06-01").n + (int32_t)(draw(seed) % 365) } };
    int32_t at = 0;
    for (size_t i = 0; i < STRIP_PAUSES; i++) {
        int32_t from = at + (int32_t)(draw(seed) % 20);
        int32_t to = from + (int32_t)(draw(seed) % 20);
        strip.pauses[i].from.s = instant_of_day(day_add(strip.anchor, from)).s + DAY_S / 3;
        strip.pauses[i].to.s = instant_of_day(day_add(strip.anchor, to)).s + DAY_S / 3;
        for (at = from; at < to; at++) {
            strip.is_out[at + 1] = true;
        }
    }
    return strip;
}

static struct day last_counted(const struct strip *strip, const struct term *term)
{
    int32_t i = 0;
    for (int32_t left = term->amount; left > 0;) {
        i++;
        bool works = calendar_works_on(CALENDAR, day_add(strip->anchor, i));
        left -= !strip->is_out[i] && (works || term->unit == CALENDAR_DAYS);
    }
    return day_add(strip->anchor, i);
}

static void agrees_with_a_strip(void **state)
{
    uint32_t seed = 41;
    for (int round = 0; round < 3000; round++) {
        struct term term = { "X", "x", draw(&seed) % 2 ? WORKING_DAYS : CALENDAR_DAYS,
                             1 + (int32_t)(draw(&seed) % 60), FREE };
        struct strip strip = draw_strip(&seed);
        struct clock clock = { instant_of_day(strip.anchor), strip.pauses, STRIP_PAUSES };
        struct due due = due_of(&term, &clock, *state);
        struct day nominal = last_counted(&strip, &term);
        assert_day("nominal", due.nominal, nominal);
        assert_day("rolled", due.day, calendar_working_day_from(CALENDAR, nominal));
        arena_reset(*state);
    }
}

static void leaves_out_obstacle_days(void **state)
{
    struct clock clock = { .anchor = moment("2026-01-05 08:00"), .excluded_days = 12 };
    struct due due = due_of(row("KN-LIM", day("2026-01-05"), 0), &clock, *state);
    assert_day("hospital", due.day, day("2026-04-17"));
}

static void extends_from_the_nominal_end(void **state)
{
    struct extension two[] = { { 30, STR("phức tạp") }, { 30, STR("phức tạp") } };
    struct clock clock = { .anchor = moment("2026-08-07 08:00"), .extensions = two };
    const struct term *term = row("TC-RES", day("2026-08-07"), TERM_VERY_COMPLEX);
    /* 30 days end on Sunday 6/9; the extension does not start from the Monday after. */
    assert_day("none", due_of(term, &clock, *state).day, day("2026-09-07"));
    clock.extension_count = 1;
    assert_day("one", due_of(term, &clock, *state).day, day("2026-10-06"));
    clock.extension_count = 2;
    assert_day("two", due_of(term, &clock, *state).day, day("2026-11-05"));
    struct extension month = { 1, STR("") };
    clock = (struct clock){ .anchor = moment("2025-12-31 08:00"), .extensions = &month };
    clock.extension_count = 1;
    assert_day("month", due_of(row("M1", day("2025-12-31"), 0), &clock, *state).nominal,
               day("2026-02-28"));
}

static struct verdict verdict_of(const struct term *term, const struct clock *clock,
                                 struct arena *arena)
{
    struct due untouched = { .left = 77 };
    struct verdict verdict = term_compute(term, CALENDAR, clock, arena, &untouched);
    assert_int_equal(untouched.left, 77);
    return verdict;
}

static void refuses_more_than_the_law_allows(void **state)
{
    struct extension many[] = { { 30, STR("") }, { 30, STR("") }, { 30, STR("") } };
    struct clock clock = { .anchor = moment("2026-08-07 08:00"), .extensions = many };
    const struct term *complex = row("TC-RES", day("2026-08-07"), TERM_VERY_COMPLEX);
    clock.extension_count = 3;
    struct verdict verdict = verdict_of(complex, &clock, *state);
    assert_int_equal(verdict.status, STATUS_REFUSED);
    assert_string_equal(verdict.because->clause, "3");
    clock.extension_count = 1;
    many[0].amount = 31;
    verdict = verdict_of(complex, &clock, *state);
    struct out out = out_open(*state, TEST_OUT_BYTES);
    verdict_write_full(&out, &verdict);
    assert_string_equal(written(&out),
                        "Mỗi lần chỉ được gia hạn nhiều nhất 30 ngày. (căn cứ: khoản 3 "
                        "Điều 30 Luật Tố cáo số 25/2018/QH14)");
    verdict = verdict_of(row("TC-RES", day("2026-08-07"), 0), &clock, *state);
    assert_int_equal(verdict.status, STATUS_REFUSED);
    assert_string_equal(verdict.because->clause, "1");
    many[0].amount = 0;
    assert_int_equal(verdict_of(complex, &clock, *state).status, STATUS_INVALID);
}

static void refuses_impossible_clocks(void **state)
{
    const struct term *term = row("KN-RES1", day("2026-08-07"), 0);
    struct clock clock = { .anchor = INSTANT_NONE };
    assert_string_equal(verdict_of(term, &clock, *state).field, "anchor");
    clock.anchor = (struct instant){ instant_of_day(day("9998-01-01")).s };
    assert_string_equal(verdict_of(term, &clock, *state).field, "anchor");
    clock = (struct clock){ .anchor = moment("2026-08-07 08:00"), .excluded_days = -1 };
    assert_string_equal(verdict_of(term, &clock, *state).field, "exclude");
    clock.excluded_days = INT32_MAX;
    assert_string_equal(verdict_of(term, &clock, *state).field, "exclude");
    clock.excluded_days = 1;
    assert_string_equal(verdict_of(row("H8", day("2026-08-07"), 0), &clock, *state).field,
                        "exclude");
    struct pause backwards = { moment("2026-08-10 10:00"), moment("2026-08-10 09:00"), STR("") };
    struct pause overlapping[] = {
        { moment("2026-08-10 10:00"), moment("2026-08-12 09:00"), STR("") },
        { moment("2026-08-11 10:00"), moment("2026-08-13 09:00"), STR("") },
    };
    struct pause open_first[] = {
        { moment("2026-08-10 10:00"), INSTANT_NONE, STR("") },
        { moment("2026-08-11 10:00"), moment("2026-08-13 09:00"), STR("") },
    };
    clock = (struct clock){ moment("2026-08-07 08:00"), &backwards, 1 };
    assert_string_equal(verdict_of(term, &clock, *state).field, "suspend");
    clock = (struct clock){ moment("2026-08-07 08:00"), overlapping, 2 };
    assert_string_equal(verdict_of(term, &clock, *state).field, "suspend");
    clock = (struct clock){ moment("2026-08-07 08:00"), open_first, 2 };
    assert_string_equal(verdict_of(term, &clock, *state).field, "suspend");
}

/* --- hours ------------------------------------------------------------------------------------ */

static void counts_working_hours(void **state)
{
    const struct term *term = row("H8", day("2026-10-05"), 0);
    struct clock clock = { .anchor = moment("2026-10-05 09:00") };
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-06 09:00").s);
    clock.anchor = moment("2026-10-10 09:00");
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-12 17:00").s);
    /* One hour, a pause over lunch, two hours, and five on the next day. */
    struct pause pause = { moment("2026-10-05 10:00"), moment("2026-10-05 15:00"), STR("chờ") };
    clock = (struct clock){ moment("2026-10-05 09:00"), &pause, 1 };
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-06 14:00").s);
    struct extension extension = { 4, STR("mưa lớn") };
    clock.extensions = &extension;
    clock.extension_count = 1;
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-07 08:00").s);
    /* A pause outside office hours takes nothing; one after the end neither. */
    struct pause evening = { moment("2026-10-05 18:00"), moment("2026-10-06 06:00"), STR("") };
    clock = (struct clock){ moment("2026-10-05 09:00"), &evening, 1 };
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-06 09:00").s);
    struct pause later = { moment("2026-10-06 09:00"), INSTANT_NONE, STR("") };
    clock = (struct clock){ moment("2026-10-05 09:00"), &later, 1 };
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-06 09:00").s);
    /* One that was over before the clock began, and one that is still open. */
    struct pause early = { moment("2026-10-02 09:00"), moment("2026-10-05 08:00"), STR("") };
    clock = (struct clock){ moment("2026-10-05 09:00"), &early, 1 };
    assert_int_equal(due_of(term, &clock, *state).at.s, moment("2026-10-06 09:00").s);
    struct pause open = { moment("2026-10-05 10:30"), INSTANT_NONE, STR("") };
    clock = (struct clock){ moment("2026-10-05 09:00"), &open, 1 };
    assert_int_equal(due_of(term, &clock, *state).left, 6 * 3600 + 1800);
}

/* --- in words --------------------------------------------------------------------------------- */

static const char *explained(const struct due *due, struct arena *arena)
{
    struct out out = out_open(arena, TEST_OUT_BYTES);
    term_explain(&out, due);
    return written(&out);
}

static void explains_every_step(void **state)
{
    struct clock clock = { .anchor = moment("2026-01-06 08:00") };
    struct due due = due_of(row("TC-INIT", day("2026-01-06"), 0), &clock, *state);
    assert_string_equal(
        explained(&due, *state),
        "Mốc là thứ Ba 06/01/2026; ngày này không tính, đếm từ ngày hôm sau (khoản 3 Điều 147 Bộ "
        "luật "
        "Dân sự số 91/2015/QH13).\n"
        "Thời hạn là 7 ngày làm việc (khoản 1 Điều 24 Luật Tố cáo số 25/2018/QH14).\n"
        "Vẫn làm việc: thứ Bảy 10/01/2026, làm bù cho ngày 02/01/2026 (Hoán đổi ngày làm việc năm "
        "2026 "
        "do Thủ tướng Chính phủ quyết định).\n"
        "Nghỉ hằng tuần: Chủ nhật 11/01/2026.\n"
        "Hạn là hết thứ Tư 14/01/2026 (khoản 6 Điều 148 Bộ luật Dân sự số 91/2015/QH13).\n");
}

static void explains_rest_pause_and_roll(void **state)
{
    struct pause pause = { moment("2026-01-08 10:00"), moment("2026-01-09 09:00"),
                           STR("chờ bổ sung") };
    struct extension extension = { 30, STR("nhiều nơi xác minh") };
    struct clock clock = {
        moment("2025-12-18 08:00"), &pause, 1, &extension, 1, .excluded_days = 0
    };
    struct due due = due_of(row("TC-RES", day("2025-12-18"), TERM_VERY_COMPLEX), &clock, *state);
    assert_string_equal(
        explained(&due, *state),
        "Mốc là thứ Năm 18/12/2025; ngày này không tính, đếm từ ngày hôm sau (khoản 3 Điều 147 Bộ "
        "luật "
        "Dân sự số 91/2015/QH13).\n"
        "Thời hạn là 30 ngày (khoản 1 Điều 30 Luật Tố cáo số 25/2018/QH14).\n"
        "Tạm dừng nên không tính thứ Sáu 09/01/2026: chờ bổ sung (thử).\n"
        "Gia hạn thêm 30 ngày vì: nhiều nơi xác minh (khoản 3 Điều 30 Luật Tố cáo số "
        "25/2018/QH14).\n"
        "Đếm đủ vào thứ Ba 17/02/2026.\n"
        "Nghỉ lễ: từ thứ Ba 17/02/2026 đến thứ Sáu 20/02/2026, Tết Nguyên đán (Lịch nghỉ Tết, Quốc "
        "khánh "
        "năm 2026 do Thủ tướng Chính phủ quyết định).\n"
        "Nghỉ hằng tuần: từ thứ Bảy 21/02/2026 đến Chủ nhật 22/02/2026.\n"
        "Ngày cuối là ngày nghỉ nên hạn chuyển sang thứ Hai 23/02/2026 (khoản 5 Điều 148 Bộ luật "
        "Dân sự "
        "số 91/2015/QH13).\n"
        "Hạn là hết thứ Hai 23/02/2026 (khoản 6 Điều 148 Bộ luật Dân sự số 91/2015/QH13).\n");
}

static void explains_what_is_open(void **state)
{
    struct pause pause = { moment("2026-07-20 10:00"), INSTANT_NONE, STR("chờ giám định") };
    struct clock clock = { moment("2026-07-13 08:00"), &pause, 1, .excluded_days = 2 };
    struct due due = due_of(row("KN-RES1", day("2026-07-13"), 0), &clock, *state);
    const char *text = explained(&due, *state);
    assert_non_null(strstr(text, "Cộng thêm 2 ngày có trở ngại đã được chứng minh (thử).\n"));
    assert_non_null(
        strstr(text, "Tạm dừng, chưa tính lại, từ thứ Ba 21/07/2026: chờ giám định (thử).\n"));
    assert_non_null(strstr(text, "Đang dừng, còn lại 25 ngày.\n"));
    clock = (struct clock){ .anchor = moment("2026-12-28 08:00") };
    due = due_of(row("TC-INIT", day("2026-12-28"), 0), &clock, *state);
    text = explained(&due, *state);
    assert_non_null(strstr(text, "Chưa có quyết định về ngày nghỉ năm 2027"));
    assert_non_null(strstr(text, "Hạn là hết thứ Năm 07/01/2027"));
    clock.anchor = moment("2026-10-05 16:00");
    due = due_of(row("H8", day("2026-10-05"), 0), &clock, *state);
    text = explained(&due, *state);
    assert_non_null(strstr(text, "Bắt đầu tính từ 16:00 thứ Hai 05/10/2026"));
    assert_non_null(strstr(text, "8 giờ làm việc, trong giờ làm việc 07:00–11:30 13:30–17:00"));
    assert_non_null(strstr(text, "Hạn là 16:00 thứ Ba 06/10/2026."));
}

static void explains_hours(void **state)
{
    struct pause pauses[] = {
        { moment("2026-10-05 10:00"), moment("2026-10-05 15:00"), STR_NONE },
        { moment("2026-10-06 07:30"), INSTANT_NONE, STR("chờ ảnh") },
    };
    struct extension extension = { 4, STR_NONE };
    struct clock clock = { moment("2026-10-05 09:00"), pauses, 1, &extension, 1 };
    struct due due = due_of(row("H8", day("2026-10-05"), 0), &clock, *state);
    const char *text = explained(&due, *state);
    assert_non_null(strstr(text,
                           "Tạm dừng nên không tính từ 10:00 thứ Hai 05/10/2026 đến 15:00 thứ "
                           "Hai 05/10/2026 (thử).\n"
                           "Gia hạn thêm 4 giờ làm việc (thử).\n"));
    clock.pause_count = 2;
    due = due_of(row("H8", day("2026-10-05"), 0), &clock, *state);
    text = explained(&due, *state);
    assert_non_null(
        strstr(text, "Tạm dừng, chưa tính lại, từ 07:30 thứ Ba 06/10/2026: chờ ảnh (thử).\n"));
    assert_non_null(strstr(text, "Đang dừng, còn lại 8 giờ 30 phút làm việc.\n"));
}

static void writes_json(void **state)
{
    struct clock clock = { .anchor = moment("2026-06-25 08:00") };
    struct due due = due_of(row("KN-ACC", day("2026-06-25"), 0), &clock, *state);
    struct out out = out_open(*state, TEST_OUT_BYTES);
    struct json json = json_open(&out);
    due_write_json(&json, NULL, &due);
    const char *text = written(&out);
    assert_non_null(strstr(text, "{\"rule\":\"KN-ACC\",\"anchor\":\"2026-06-25\","
                                 "\"due\":\"2026-07-06\",\"at\":\"2026-07-06T23:59:59+07:00\","
                                 "\"nominal\":\"2026-07-05\",\"steps\":[{\"kind\":\"start\""));
    assert_non_null(strstr(text, "\"kind\":\"rolled-forward\",\"from\":\"2026-07-05\","
                                 "\"to\":\"2026-07-06\""));
    assert_non_null(strstr(text, "\"cite\":\"khoản 1 Điều 27 Luật Khiếu nại số 02/2011/QH13\"}"));
}

/* --- badges ----------------------------------------------------------------------------------- */

/* A day alone is its last second, as terms of days end; "" is no instant. */
static struct instant end(const char *text)
{
    size_t length = strlen(text);
    if (length == 0) {
        return INSTANT_NONE;
    }
    if (length > 10) {
        return moment(text);
    }
    return (struct instant){ instant_of_day(day(text)).s + DAY_S - 1 };
}

/* clang-format off */
static const struct {
    enum term_unit unit;
    enum due_state state;
    const char *anchor;
    const char *due;
    const char *paused;
    const char *done;
    const char *now;
    const char *text;
} BADGES[] = {
    { WORKING_DAYS, DUE_ON_TIME, "2026-11-02 08:00", "2026-11-16", "", "", "2026-11-03 08:00",
      "■ Còn 9 ngày làm việc · hạn 16/11/2026" },
    { WORKING_DAYS, DUE_ON_TIME, "2026-11-02 08:00", "2026-11-16", "", "", "2026-11-10 08:00",
      "■ Còn 4 ngày làm việc · hạn 16/11/2026" },
    { WORKING_DAYS, DUE_SOON, "2026-11-02 08:00", "2026-11-16", "", "", "2026-11-11 08:00",
      "▲ Còn 3 ngày làm việc · hạn 16/11/2026" },
    { WORKING_DAYS, DUE_SOON, "2026-11-02 08:00", "2026-11-16", "", "", "2026-11-16 23:59",
      "▲ Hạn cuối hôm nay · hạn 16/11/2026" },
    { WORKING_DAYS, DUE_LATE, "2026-11-02 08:00", "2026-11-13", "", "", "2026-11-14 00:00",
      "● Quá hạn chưa tới một ngày làm việc" },
    { WORKING_DAYS, DUE_LATE, "2026-11-02 08:00", "2026-11-13", "", "", "2026-11-17 08:00",
      "● Quá hạn 2 ngày làm việc" },
    /* A fifth of sixty days is more than three working days. */
    { CALENDAR_DAYS, DUE_SOON, "2026-09-01 08:00", "2026-10-30", "", "", "2026-10-21 08:00",
      "▲ Còn 7 ngày làm việc · hạn 30/10/2026" },
    { CALENDAR_DAYS, DUE_ON_TIME, "2026-09-01 08:00", "2026-10-30", "", "", "2026-10-20 08:00",
      "■ Còn 8 ngày làm việc · hạn 30/10/2026" },
    { WORKING_HOURS, DUE_SOON, "2026-10-05 09:00", "2026-10-06 09:00", "", "", "2026-10-06 07:00",
      "▲ Còn 2 giờ làm việc · hạn 06/10/2026" },
    { WORKING_HOURS, DUE_LATE, "2026-10-05 09:00", "2026-10-06 09:00", "", "", "2026-10-06 09:01",
      "● Quá hạn chưa tới một ngày làm việc" },
    { WORKING_DAYS, DUE_PAUSED, "2026-11-02 08:00", "2026-11-16", "2026-11-12 08:00", "",
      "2026-11-20 08:00", "◆ Tạm dừng: chờ bà con từ thứ Năm 12/11/2026" },
    { WORKING_DAYS, DUE_DONE, "2026-11-02 08:00", "2026-11-16", "", "2026-11-11 08:00",
      "2026-12-01 08:00", "✓ Xong sớm 3 ngày làm việc" },
    { WORKING_DAYS, DUE_DONE, "2026-11-02 08:00", "2026-11-16", "", "2026-11-16 16:00",
      "2026-12-01 08:00", "✓ Xong đúng hạn" },
    { WORKING_DAYS, DUE_DONE, "2026-11-02 08:00", "2026-11-16", "", "2026-11-18 16:00",
      "2026-12-01 08:00", "✓ Xong, chậm 2 ngày làm việc" },
    { WORKING_DAYS, DUE_DONE, "2026-11-02 08:00", "2026-11-13", "", "2026-11-14 16:00",
      "2026-12-01 08:00", "✓ Xong, chậm chưa tới một ngày làm việc" },
};
/* clang-format on */

static void shows_where_a_clock_stands(void **state)
{
    for (size_t i = 0; i < COUNT(BADGES); i++) {
        struct due_row due_row = {
            .unit = BADGES[i].unit,
            .anchor = moment(BADGES[i].anchor),
            .due = end(BADGES[i].due),
            .paused_since = end(BADGES[i].paused),
            .done = end(BADGES[i].done),
            .pause_reason = STR("chờ bà con"),
        };
        struct due_badge badge = due_badge(&due_row, CALENDAR, moment(BADGES[i].now));
        struct out out = out_open(*state, TEST_OUT_BYTES);
        due_badge_write(&out, &due_row, badge);
        assert_string_equal(written(&out), BADGES[i].text);
        assert_int_equal(badge.state, BADGES[i].state);
    }
    struct due_row unexplained = { .paused_since = moment("2026-11-12 08:00") };
    struct due_badge badge = due_badge(&unexplained, CALENDAR, moment("2026-11-20 08:00"));
    struct out out = out_open(*state, TEST_OUT_BYTES);
    due_badge_write(&out, &unexplained, badge);
    assert_string_equal(written(&out), "◆ Tạm dừng từ thứ Năm 12/11/2026");
    assert_string_equal(due_state_name(badge.state), "paused");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_on_the_right_day),
        cmocka_unit_test(chooses_by_anchor_and_case),
        cmocka_unit_test(stands_still_while_paused),
        cmocka_unit_test(tells_what_is_left_of_an_open_pause),
        cmocka_unit_test(agrees_with_a_strip),
        cmocka_unit_test(leaves_out_obstacle_days),
        cmocka_unit_test(extends_from_the_nominal_end),
        cmocka_unit_test(refuses_more_than_the_law_allows),
        cmocka_unit_test(refuses_impossible_clocks),
        cmocka_unit_test(counts_working_hours),
        cmocka_unit_test(explains_every_step),
        cmocka_unit_test(explains_rest_pause_and_roll),
        cmocka_unit_test(explains_what_is_open),
        cmocka_unit_test(explains_hours),
        cmocka_unit_test(writes_json),
        cmocka_unit_test(shows_where_a_clock_stands),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
