/* How often heads must receive on which day's law, until when a schedule is posted, and routes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/reception.h"
#include "law/tests/law_test.h"

enum { DAYS_MAX = 8 };

static struct head_month month_of(enum reception_office office, struct day month,
                                  const struct day days[DAYS_MAX])
{
    size_t n = 0;
    while (n < DAYS_MAX && !day_is_none(days[n])) {
        n++;
    }
    return head_month_count(office, month, days, n, &CALENDAR_VIETNAM);
}

static const struct {
    enum reception_office office;
    struct day month;
    struct day held_on[DAYS_MAX];
    int32_t required;
    int32_t held;
    bool is_met;
    struct day missed;
} MONTHS[] = {
    /* June 2026 has four Thursdays: of the weeks from 1, 8, 15 and 22 June two are empty. */
    { RECEPTION_COMMUNE,
      DAY(2026, 6, 1),
      { DAY(2026, 6, 5), DAY(2026, 6, 19) },
      4,
      2,
      false,
      DAY(2026, 6, 8) },
    { RECEPTION_COMMUNE,
      DAY(2026, 6, 30),
      { DAY(2026, 6, 5), DAY(2026, 6, 12), DAY(2026, 6, 19), DAY(2026, 6, 26) },
      4,
      4,
      true,
      DAY_OPEN },
    /* The week from 29 June is one of July, when weeks do not count any more. */
    { RECEPTION_COMMUNE,
      DAY(2026, 6, 1),
      { DAY(2026, 6, 5), DAY(2026, 6, 12), DAY(2026, 6, 19), DAY(2026, 6, 30) },
      4,
      3,
      false,
      DAY(2026, 6, 22) },
    { RECEPTION_COMMUNE,
      DAY(2026, 7, 1),
      { DAY(2026, 7, 3), DAY(2026, 7, 17) },
      2,
      2,
      true,
      DAY_OPEN },
    { RECEPTION_COMMUNE,
      DAY(2026, 7, 31),
      { DAY(2026, 6, 30), DAY(2026, 7, 1) },
      2,
      1,
      false,
      DAY_OPEN },
    { RECEPTION_COMMUNE,
      DAY(2026, 7, 1),
      { DAY(2026, 7, 31), DAY(2026, 8, 1) },
      2,
      1,
      false,
      DAY_OPEN },
    /* Morning and afternoon are one day. */
    { RECEPTION_COMMUNE,
      DAY(2026, 7, 1),
      { DAY(2026, 7, 3), DAY(2026, 7, 3) },
      2,
      1,
      false,
      DAY_OPEN },
    /* The week from 30 March is one of April. */
    { RECEPTION_COMMUNE, DAY(2026, 4, 1), { DAY(2026, 3, 30) }, 5, 1, false, DAY(2026, 4, 6) },
    /* The week of Tết has no working day; who received in it all the same has done so. */
    { RECEPTION_COMMUNE,
      DAY(2026, 2, 1),
      { DAY(2026, 2, 3), DAY(2026, 2, 10), DAY(2026, 2, 24) },
      3,
      3,
      true,
      DAY_OPEN },
    { RECEPTION_COMMUNE,
      DAY(2026, 2, 1),
      { DAY(2026, 2, 3), DAY(2026, 2, 17), DAY(2026, 2, 24) },
      4,
      3,
      false,
      DAY(2026, 2, 9) },
    { RECEPTION_DISTRICT, DAY(2025, 6, 1), { DAY(2025, 6, 2) }, 2, 1, false, DAY_OPEN },
    { RECEPTION_DISTRICT, DAY(2025, 7, 1), { DAY_OPEN }, 0, 0, true, DAY_OPEN },
    { RECEPTION_PROVINCE, DAY(2026, 7, 1), { DAY(2026, 7, 15) }, 1, 1, true, DAY_OPEN },
    { RECEPTION_BODY, DAY(2026, 6, 1), { DAY_OPEN }, 1, 0, false, DAY_OPEN },
    { RECEPTION_BODY, DAY(2014, 6, 1), { DAY_OPEN }, 0, 0, true, DAY_OPEN },
};

static void by_the_week_until_june_by_the_month_since(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(MONTHS); i++) {
        struct head_month month = month_of(MONTHS[i].office, MONTHS[i].month, MONTHS[i].held_on);
        assert_int_equal(month.required, MONTHS[i].required);
        assert_int_equal(month.held, MONTHS[i].held);
        assert_int_equal(month.is_met, MONTHS[i].is_met);
        assert_int_equal(month.missed.n, MONTHS[i].missed.n);
    }
}

static void each_duty_has_its_ground_and_its_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < HEAD_DUTY_COUNT; i++) {
        const struct head_duty *a = &HEAD_DUTIES[i];
        assert_true(cite_is_given(&a->cite));
        assert_true(act_in_force(a->cite.act, a->from));
        for (size_t k = 0; k < i; k++) {
            const struct head_duty *b = &HEAD_DUTIES[k];
            bool is_apart =
                a->office != b->office || (!day_is_none(b->to) && day_compare(b->to, a->from) < 0);
            assert_true(is_apart);
        }
    }
    const struct head_duty *last = head_duty_find(RECEPTION_COMMUNE, day_of(2026, 6, 30));
    const struct head_duty *first = head_duty_find(RECEPTION_COMMUNE, day_of(2026, 7, 1));
    assert_int_equal(last->per, PER_WEEK);
    assert_int_equal(first->per, PER_MONTH);
    assert_null(head_duty_find(RECEPTION_COMMUNE, day_of(2014, 6, 30)));
}

static void a_month_is_said_in_a_sentence(void **state)
{
    static const struct day june[DAYS_MAX] = { DAY(2026, 6, 5), DAY(2026, 6, 19) };
    static const struct day july[DAYS_MAX] = { DAY(2026, 7, 3), DAY(2026, 7, 17) };
    static const struct day none[DAYS_MAX] = { DAY_OPEN };
    static const struct {
        enum reception_office office;
        struct day month;
        const struct day *held_on;
        const char *sentence;
    } rows[] = {
        { RECEPTION_COMMUNE, DAY(2026, 6, 1), june,
          "Mỗi tuần phải trực tiếp tiếp ít nhất một ngày: 4 tuần có ngày làm việc, đã tiếp 2 tuần. "
          "Tuần từ thứ Hai 08/06/2026 không có ngày nào." },
        { RECEPTION_COMMUNE, DAY(2026, 7, 1), july,
          "Phải trực tiếp tiếp ít nhất 2 ngày trong tháng; đã tiếp 2 ngày." },
        { RECEPTION_DISTRICT, DAY(2026, 7, 1), none,
          "Tháng này luật không đặt số ngày phải tiếp." },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct head_month month = month_of(rows[i].office, rows[i].month, rows[i].held_on);
        struct out out = out_open(*state, 1024);
        head_month_write(&out, &month);
        assert_string_equal(str_z(*state, out_str(&out)), rows[i].sentence);
    }
}

static void a_schedule_is_posted_five_working_days_before(void **state)
{
    static const struct {
        struct day on;
        struct day posted_on;
        enum status status;
    } rows[] = {
        { DAY(2026, 10, 15), DAY(2026, 10, 7), STATUS_OK },
        { DAY(2026, 10, 15), DAY(2026, 10, 8), STATUS_OK },
        { DAY(2026, 10, 15), DAY(2026, 10, 9), STATUS_REFUSED },
        { DAY(2026, 10, 15), DAY(2026, 10, 15), STATUS_REFUSED },
        /* Back over 24 November, a holiday since 2026. */
        { DAY(2026, 11, 26), DAY(2026, 11, 18), STATUS_OK },
        { DAY(2026, 11, 26), DAY(2026, 11, 19), STATUS_REFUSED },
        { DAY(2013, 10, 15), DAY(2013, 10, 1), STATUS_REFUSED },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct verdict verdict =
            reception_check_posting(rows[i].on, rows[i].posted_on, &CALENDAR_VIETNAM, *state);
        assert_int_equal(verdict.status, rows[i].status);
        assert_true(verdict_is_ok(verdict) || strcmp(verdict.field, "on") == 0);
    }
}

static void a_complaint_of_others_is_guided_and_never_forwarded(void **state)
{
    (void)state;
    struct day on = day_of(2026, 8, 3);
    for (enum matter_kind matter = 0; matter < MATTERS; matter++) {
        enum status forwarded = matter == MATTER_COMPLAINT ? STATUS_REFUSED : STATUS_OK;
        assert_int_equal(matter_of(str_of(matter_word(matter))), matter);
        assert_int_equal(reception_check_route(matter, STR("noi-tiep"), on).status, STATUS_OK);
        assert_int_equal(reception_check_route(matter, STR("huong-dan"), on).status, STATUS_OK);
        assert_int_equal(reception_check_route(matter, STR("chuyen"), on).status, forwarded);
        assert_int_equal(reception_check_route(matter, STR("khac"), on).status, STATUS_INVALID);
    }
    assert_int_equal(matter_of(STR("khac")), MATTERS);
    assert_true(reception_route_is_own(STR("noi-tiep")));
    assert_false(reception_route_is_own(STR("huong-dan")));
}

static void grounds_are_told_apart_and_of_their_day(void **state)
{
    (void)state;
    const struct ground_list lists[] = { RECEPTION_REFUSALS, RECEPTION_UNSCHEDULED,
                                         RECEPTION_ROUTES };
    for (size_t l = 0; l < COUNT(lists); l++) {
        for (size_t i = 0; i < lists[l].count; i++) {
            assert_true(cite_is_given(&lists[l].rows[i].cite));
            assert_ptr_equal(ground_find(lists[l], str_of(lists[l].rows[i].code)),
                             &lists[l].rows[i]);
        }
    }
    enum { LETTERS_A_TO_K_AND_THE_LAW = 11 };
    assert_int_equal(RECEPTION_REFUSALS.count, LETTERS_A_TO_K_AND_THE_LAW);
    assert_int_equal(
        ground_check(RECEPTION_REFUSALS, STR("vu-khi"), "reason", day_of(2026, 6, 30)).status,
        STATUS_REFUSED);
    assert_int_equal(
        ground_check(RECEPTION_REFUSALS, STR("vu-khi"), "reason", day_of(2026, 7, 1)).status,
        STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_the_week_until_june_by_the_month_since),
        cmocka_unit_test(each_duty_has_its_ground_and_its_days),
        cmocka_unit_test(a_month_is_said_in_a_sentence),
        cmocka_unit_test(a_schedule_is_posted_five_working_days_before),
        cmocka_unit_test(a_complaint_of_others_is_guided_and_never_forwarded),
        cmocka_unit_test(grounds_are_told_apart_and_of_their_day),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
