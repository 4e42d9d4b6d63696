/* The named rules: worked examples of the law, what no rule takes, and the rows themselves. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/acts.h"
#include "law/rule.h"

enum { NONE, REMOTE, COMPLEX, BOTH, DELEGATED, ONE_TEST, TWO_TESTS, DISMISSAL };
static const struct circumstances FACTS[] = {
    [REMOTE] = { .is_remote = true },
    [COMPLEX] = { .is_complex = true },
    [BOTH] = { .is_remote = true, .is_complex = true },
    [DELEGATED] = { .is_delegated = true },
    [ONE_TEST] = { .tests = 1 },
    [TWO_TESTS] = { .tests = 2 },
    [DISMISSAL] = { .is_dismissal = true },
};

static struct due due_of(const char *rule, const char *anchor, const struct circumstances *facts,
                         struct arena *arena)
{
    struct due due = { .term = NULL };
    struct verdict verdict = rule_due(rule, day(anchor), facts, &CALENDAR_VIETNAM, arena, &due);
    if (!verdict_is_ok(verdict)) {
        fail_msg("%s %s: %s", rule, anchor, verdict.sentence);
    }
    return due;
}

/* --- dates ------------------------------------------------------------------------------------ */

static const struct {
    const char *rule;
    const char *anchor;
    int facts;
    int extensions;
    int excluded;
    const char *nominal;
    const char *due;
} DATES[] = {
    /* Ten days before July 2026, seven working days since. */
    { "KN-ACC", "2026-06-22", NONE, 0, 0, "2026-07-02", "2026-07-02" },
    { "KN-ACC", "2026-06-25", NONE, 0, 0, "2026-07-05", "2026-07-06" },
    { "KN-ACC", "2026-06-30", NONE, 0, 0, "2026-07-10", "2026-07-10" },
    { "KN-ACC", "2026-07-01", NONE, 0, 0, "2026-07-10", "2026-07-10" },
    { "KN-ACC", "2026-07-06", NONE, 0, 0, "2026-07-15", "2026-07-15" },
    /* A new total, never an addition: 30, 45, 45, 60; 45, 60, 60, 70; 30 and 45 for discipline. */
    { "KN-RES1", "2026-08-03", NONE, 0, 0, "2026-09-02", "2026-09-03" },
    { "KN-RES1", "2026-08-03", COMPLEX, 0, 0, "2026-09-17", "2026-09-17" },
    { "KN-RES1", "2026-08-03", REMOTE, 0, 0, "2026-09-17", "2026-09-17" },
    { "KN-RES1", "2026-08-03", BOTH, 0, 0, "2026-10-02", "2026-10-02" },
    { "KN-RES1", "2026-08-03", TWO_TESTS, 0, 0, "2026-09-17", "2026-09-17" },
    { "KN-RES2", "2026-08-03", NONE, 0, 0, "2026-09-17", "2026-09-17" },
    { "KN-RES2", "2026-08-03", COMPLEX, 0, 0, "2026-10-02", "2026-10-02" },
    { "KN-RES2", "2026-08-03", REMOTE, 0, 0, "2026-10-02", "2026-10-02" },
    { "KN-RES2", "2026-08-03", BOTH, 0, 0, "2026-10-12", "2026-10-12" },
    { "KN-RESD", "2026-08-03", NONE, 0, 0, "2026-09-02", "2026-09-03" },
    { "KN-RESD", "2026-08-03", COMPLEX, 0, 0, "2026-09-17", "2026-09-17" },
    /* Ninety days, and twelve of them in hospital. */
    { "KN-LIM", "2026-01-05", NONE, 0, 0, "2026-04-05", "2026-04-06" },
    { "KN-LIM", "2026-01-05", NONE, 0, 12, "2026-04-17", "2026-04-17" },
    { "KN-LIM-D1", "2026-08-03", NONE, 0, 0, "2026-08-18", "2026-08-18" },
    { "KN-LIM-D2", "2026-08-03", NONE, 0, 0, "2026-08-13", "2026-08-13" },
    { "KN-LIM-D2", "2026-08-03", DISMISSAL, 0, 0, "2026-09-02", "2026-09-03" },
    { "KN-2ND", "2026-08-05", NONE, 0, 0, "2026-09-04", "2026-09-04" },
    { "KN-2ND", "2026-08-05", REMOTE, 0, 0, "2026-09-19", "2026-09-21" },
    { "KN-EFF", "2026-08-03", NONE, 0, 0, "2026-09-02", "2026-09-03" },
    { "KN-EFF", "2026-08-03", REMOTE, 0, 0, "2026-09-17", "2026-09-17" },
    { "KN-TIEP", "2026-08-03", NONE, 0, 0, "2026-09-02", "2026-09-03" },
    { "KN-DOC", "2026-08-03", NONE, 0, 0, "2026-08-10", "2026-08-10" },
    { "KN-SEND1", "2026-08-06", NONE, 0, 0, "2026-08-11", "2026-08-11" },
    { "KN-SEND2", "2026-08-01", NONE, 0, 0, "2026-08-08", "2026-08-10" },
    { "KN-SUS-S", "2026-08-06", NONE, 0, 0, "2026-08-11", "2026-08-11" },
    { "KN-RSM-S", "2026-08-06", NONE, 0, 0, "2026-08-11", "2026-08-11" },
    /* Told before: counted back, and never moved from a day of rest. */
    { "KN-DLG", "2026-08-14", NONE, 0, 0, "2026-08-09", "2026-08-09" },
    { "TCD-SCH", "2026-10-15", NONE, 0, 0, "2026-10-08", "2026-10-08" },
    { "TCD-SCH", "2026-01-14", NONE, 0, 0, "2026-01-08", "2026-01-08" },
    { "TCD-ONL", "2026-09-07", NONE, 0, 0, "2026-08-26", "2026-08-26" },
    { "TCD-TEST", "2026-08-24", NONE, 0, 0, "2026-08-22", "2026-08-22" },
    { "HOP-BAO", "2026-12-07", NONE, 0, 0, "2026-12-05", "2026-12-05" },
    { "PHIEU-BAO", "2026-12-07", NONE, 0, 0, "2026-12-05", "2026-12-05" },
    { "BC-KH", "2026-12-05", NONE, 0, 0, "2026-11-15", "2026-11-15" },
    { "BC-UC", "2026-12-05", NONE, 0, 0, "2026-11-20", "2026-11-20" },
    { "BC-TO", "2026-12-05", NONE, 0, 0, "2026-11-25", "2026-11-25" },
    { "HOP-TL", "2026-12-07", NONE, 0, 0, "2026-12-05", "2026-12-05" },
    { "BC-NY", "2026-12-05", NONE, 0, 0, "2026-11-28", "2026-11-28" },
    { "HNCD-TRIEU", "2026-12-20", NONE, 0, 0, "2026-12-15", "2026-12-15" },
    { "GSDT-BAO", "2026-12-15", NONE, 0, 0, "2026-10-31", "2026-10-31" },
    { "TTND-KH", "2026-11-30", NONE, 0, 0, "2026-11-20", "2026-11-20" },
    { "MT-GS-YC", "2026-12-16", NONE, 0, 0, "2026-12-01", "2026-12-01" },
    { "MT-GS-BC", "2026-12-16", NONE, 0, 0, "2026-12-09", "2026-12-09" },
    { "MT-PB", "2026-12-16", NONE, 0, 0, "2026-12-01", "2026-12-01" },
    /* Lasts at least: not moved either. */
    { "CK-POST", "2026-12-30", NONE, 0, 0, "2027-01-29", "2027-01-29" },
    { "CK-POST", "2026-11-12", NONE, 0, 0, "2026-12-12", "2026-12-12" },
    { "CK-LOUD", "2026-12-03", NONE, 0, 0, "2026-12-06", "2026-12-06" },
    { "CK-CQ-POST", "2026-12-07", NONE, 0, 0, "2026-12-27", "2026-12-27" },
    { "TC-POST", "2026-08-07", NONE, 0, 0, "2026-08-22", "2026-08-22" },
    { "YK-LAY", "2026-11-21", NONE, 0, 0, "2026-12-11", "2026-12-11" },
    { "HU-NY", "2026-11-20", NONE, 0, 0, "2026-12-20", "2026-12-20" },
    { "SK-PHIEU", "2026-01-15", NONE, 0, 0, "2026-04-15", "2026-04-15" },
    /* Denunciations: a make-up Saturday; several places; extensions from the nominal end. */
    { "TC-INIT", "2026-01-06", NONE, 0, 0, "2026-01-14", "2026-01-14" },
    { "TC-INIT", "2026-01-06", DELEGATED, 0, 0, "2026-01-19", "2026-01-19" },
    { "TC-INIT", "2026-08-03", NONE, 0, 0, "2026-08-12", "2026-08-12" },
    { "TC-FWD", "2026-08-03", NONE, 0, 0, "2026-08-10", "2026-08-10" },
    { "TC-FWD", "2026-08-27", NONE, 0, 0, "2026-09-08", "2026-09-08" },
    { "TC-NTF", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    { "TC-RES", "2026-08-12", NONE, 0, 0, "2026-09-11", "2026-09-11" },
    { "TC-RES", "2026-08-12", ONE_TEST, 1, 0, "2026-10-11", "2026-10-12" },
    { "TC-RES", "2026-08-12", COMPLEX, 1, 0, "2026-10-11", "2026-10-12" },
    { "TC-RES", "2026-08-12", TWO_TESTS, 1, 0, "2026-10-11", "2026-10-12" },
    { "TC-RES", "2026-08-12", TWO_TESTS, 2, 0, "2026-11-10", "2026-11-10" },
    { "TC-RES", "2026-08-26", TWO_TESTS, 2, 0, "2026-11-24", "2026-11-25" },
    /* Twelve days with the experts. */
    { "TC-RES", "2026-08-12", NONE, 0, 12, "2026-09-23", "2026-09-23" },
    { "TC-RES", "2026-08-12", ONE_TEST, 1, 12, "2026-10-23", "2026-10-23" },
    { "TC-RES", "2026-08-12", TWO_TESTS, 2, 12, "2026-11-22", "2026-11-23" },
    { "TC-SUS-S", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    { "TC-CON-S", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    { "TC-ACT", "2026-08-12", NONE, 0, 0, "2026-08-21", "2026-08-21" },
    { "TC-RSL", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    { "TC-PUB", "2026-08-12", NONE, 0, 0, "2026-08-21", "2026-08-21" },
    { "TC-PRESS", "2026-08-10", NONE, 0, 0, "2026-08-30", "2026-09-03" },
    { "TC-CONT", "2026-08-11", NONE, 0, 0, "2026-08-31", "2026-09-03" },
    { "TC-OVD-1", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    { "TC-OVD-2", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    /* Reception, across Tết, and letters. */
    { "TCD-ANS", "2026-08-03", NONE, 0, 0, "2026-08-17", "2026-08-17" },
    { "TCD-ANS", "2026-02-09", NONE, 0, 0, "2026-03-02", "2026-03-02" },
    { "TCD-BACK", "2026-08-12", NONE, 0, 0, "2026-08-21", "2026-08-21" },
    { "TCD-TELL", "2026-08-12", NONE, 0, 0, "2026-08-19", "2026-08-19" },
    { "TCD-REF", "2026-08-06", NONE, 0, 0, "2026-08-11", "2026-08-11" },
    { "XLD-45", "2026-08-03", NONE, 0, 0, "2026-09-17", "2026-09-17" },
    { "XLD-LUU", "2026-08-08", NONE, 0, 0, "2027-08-08", "2027-08-08" },
    { "BT-ANS", "2026-08-03", NONE, 0, 0, "2026-08-17", "2026-08-17" },
    /* Grassroots democracy. */
    { "CK-PUB", "2026-12-23", NONE, 0, 0, "2026-12-30", "2026-12-30" },
    { "CK-CQ-PUB", "2026-11-19", NONE, 0, 0, "2026-11-27", "2026-11-27" },
    { "QD-GUI", "2026-12-05", NONE, 0, 0, "2026-12-11", "2026-12-11" },
    { "QD-CN", "2026-12-07", NONE, 0, 0, "2026-12-14", "2026-12-14" },
    { "HU-GUI", "2026-12-05", NONE, 0, 0, "2026-12-11", "2026-12-11" },
    { "HU-DUNG", "2026-12-04", NONE, 0, 0, "2026-12-09", "2026-12-09" },
    { "HU-BAI", "2026-12-04", NONE, 0, 0, "2026-12-11", "2026-12-11" },
    { "PHIEU-KH", "2026-12-03", NONE, 0, 0, "2026-12-05", "2026-12-07" },
    { "BC-LAI", "2026-10-01", NONE, 0, 0, "2026-11-30", "2026-11-30" },
    { "TTND-CQ", "2026-11-09", NONE, 0, 0, "2026-11-24", "2026-11-25" },
    { "HU-CN", "2026-12-07", NONE, 0, 0, "2026-12-14", "2026-12-14" },
    { "BC-CN", "2026-12-07", NONE, 0, 0, "2026-12-14", "2026-12-14" },
    { "TTND-ANS", "2026-11-09", NONE, 0, 0, "2026-11-24", "2026-11-25" },
    { "TTND-ANS", "2025-11-09", NONE, 0, 0, "2025-11-24", "2025-11-24" },
    { "GSDT-ANS", "2026-11-13", NONE, 0, 0, "2026-11-28", "2026-11-30" },
    { "MT-GS-KQ", "2026-11-14", NONE, 0, 0, "2026-11-29", "2026-11-30" },
    { "HN-CC", "2026-12-31", NONE, 0, 0, "2027-03-31", "2027-03-31" },
    /* Mediation, villages, paperwork. */
    { "HG-BD", "2026-08-06", NONE, 0, 0, "2026-08-09", "2026-08-10" },
    { "BC-TAM", "2026-08-03", NONE, 0, 0, "2027-02-03", "2027-02-03" },
    { "VB-PH", "2026-08-07", NONE, 0, 0, "2026-08-10", "2026-08-10" },
    { "HS-LT", "2026-08-08", NONE, 0, 0, "2027-08-08", "2027-08-09" },
};

static void dates_are_those_of_the_law(void **state)
{
    for (size_t i = 0; i < COUNT(DATES); i++) {
        struct circumstances facts = FACTS[DATES[i].facts];
        facts.extensions = DATES[i].extensions;
        facts.excluded_days = DATES[i].excluded;
        struct due due = due_of(DATES[i].rule, DATES[i].anchor, &facts, *state);
        assert_day(DATES[i].rule, due.nominal, day(DATES[i].nominal));
        assert_day(DATES[i].rule, due.day, day(DATES[i].due));
    }
}

/* A row that no date above is about could say anything. */
static void every_row_has_its_date(void **state)
{
    (void)state;
    for (size_t i = 0; i < RULES.count; i++) {
        bool is_used = false;
        for (size_t n = 0; n < COUNT(DATES); n++) {
            const struct term *term = NULL;
            struct verdict verdict =
                rule_choose(DATES[n].rule, day(DATES[n].anchor), &FACTS[DATES[n].facts], &term);
            is_used |= verdict_is_ok(verdict) && term == &RULES.rows[i];
        }
        if (!is_used) {
            fail_msg("%s %x has no date", RULES.rows[i].name, RULES.rows[i].when);
        }
    }
}

/* --- what another number would do ------------------------------------------------------------- */

enum { MUTANTS = 7 };
/* False: the row has nothing of that kind. */
static bool mutate(struct term *term, int which)
{
    static const enum term_unit other_unit[] = { [CALENDAR_DAYS] = WORKING_DAYS,
                                                 [WORKING_DAYS] = CALENDAR_DAYS,
                                                 [MONTHS] = CALENDAR_DAYS,
                                                 [WORKING_HOURS] = WORKING_DAYS };
    switch (which) {
    case 0:
        term->amount++;
        return true;
    case 1:
        term->amount--;
        return true;
    case 2:
        term->unit = other_unit[term->unit];
        return true;
    case 3:
        term->sense = term->sense == TERM_BEFORE ? TERM_BY : TERM_BEFORE;
        return true;
    case 4:
        term->extension_amount--;
        return term->extension_times > 0;
    case 5:
        term->extension_times--;
        return term->extension_times != UINT8_MAX;
    default: {
        bool excludes = cite_is_given(&term->exclude_cite);
        term->exclude_cite = (struct cite){ .act = NULL };
        return excludes;
    }
    }
}

/* Does the table above see that the row says something else? */
static bool is_seen(const struct term *row, const struct term *mutant, struct arena *arena)
{
    for (size_t i = 0; i < COUNT(DATES); i++) {
        const struct term *chosen = NULL;
        struct verdict verdict =
            rule_choose(DATES[i].rule, day(DATES[i].anchor), &FACTS[DATES[i].facts], &chosen);
        if (!verdict_is_ok(verdict) || chosen != row) {
            continue;
        }
        struct extension taken[] = { { .amount = mutant->extension_amount },
                                     { .amount = mutant->extension_amount } };
        const struct clock clock = { .anchor = instant_of_day(day(DATES[i].anchor)),
                                     .extensions = taken,
                                     .extension_count = (size_t)DATES[i].extensions,
                                     .excluded_days = DATES[i].excluded };
        struct due due;
        verdict = term_compute(mutant, &CALENDAR_VIETNAM, &clock, arena, &due);
        if (!verdict_is_ok(verdict) || day_compare(due.nominal, day(DATES[i].nominal)) != 0 ||
            day_compare(due.day, day(DATES[i].due)) != 0) {
            return true;
        }
    }
    return false;
}

static void every_other_number_is_seen(void **state)
{
    size_t unseen = 0;
    for (size_t i = 0; i < RULES.count; i++) {
        const struct term *row = &RULES.rows[i];
        assert_false(is_seen(row, row, *state));
        for (int which = 0; which < MUTANTS; which++) {
            struct term mutant = *row;
            if (mutate(&mutant, which) && !is_seen(row, &mutant, *state)) {
                print_error("nobody sees change %d of %s %x\n", which, row->name, row->when);
                unseen++;
            }
        }
    }
    assert_int_equal(unseen, 0);
}

/* The days after the decision to suspend, up to that of the decision to go on, are not counted. */
static void a_suspension_lasts_from_decision_to_decision(void **state)
{
    const struct pause pause = { moment("2026-08-20 09:00"), moment("2026-09-04 16:00"), STR_NONE };
    const struct circumstances facts = { .pauses = &pause, .pause_count = 1 };
    assert_day("TC-RES", due_of("TC-RES", "2026-08-12", &facts, *state).nominal, day("2026-09-26"));
    /* Accepted before the decree, suspended under it: used days stay used. */
    assert_day("KN-RES1", due_of("KN-RES1", "2026-08-03", &facts, *state).nominal,
               day("2026-09-17"));
    const struct pause open = { moment("2026-08-20 09:00"), INSTANT_NONE, STR_NONE };
    const struct circumstances stands = { .pauses = &open, .pause_count = 1 };
    struct due due = due_of("TC-RES", "2026-08-12", &stands, *state);
    assert_int_equal(due.at.s, 0);
    assert_int_equal(due.left, 22);
    struct neighbours beside = rule_neighbours(&due, &stands, *state);
    struct out said = out_open(*state, TEST_OUT_BYTES);
    neighbour_write(&said, &due, &beside.dues[0]);
    assert_string_equal(written(&said),
                        "Nếu vụ việc phức tạp: 30 ngày, gia hạn được 1 lần, mỗi lần nhiều nhất 30 "
                        "ngày (khoản 1 Điều 30 Luật Tố cáo số 25/2018/QH14).");
}

/* Days with the experts stand on their own article, which is law only from its first day. */
static void a_pause_may_have_its_own_ground(void **state)
{
    static const struct cite experts = ART(DECREE_31, 15, 4);
    const struct pause pause = { .from = moment("2026-08-20 09:00"),
                                 .to = moment("2026-09-01 16:00"),
                                 .reason = STR("trung-cau"),
                                 .why = "Trưng cầu giám định.",
                                 .cite = &experts };
    const struct circumstances facts = { .pauses = &pause, .pause_count = 1 };
    struct due due = due_of("TC-RES", "2026-08-12", &facts, *state);
    assert_day("TC-RES", due.nominal, day("2026-09-23"));
    struct out said = out_open(*state, TEST_OUT_BYTES);
    step_write(&said, &due, &due.steps[2]);
    assert_string_equal(written(&said),
                        "Tạm dừng nên không tính từ thứ Sáu 21/08/2026 đến thứ Ba 01/09/2026: "
                        "Trưng cầu giám định (khoản 4 Điều 15 Nghị định số 31/2019/NĐ-CP).");
    struct pause early = pause;
    early.from = moment("2019-05-20 09:00");
    early.to = moment("2019-05-24 09:00");
    const struct circumstances before = { .pauses = &early, .pause_count = 1 };
    struct verdict verdict =
        rule_due("TC-RES", day("2019-05-10"), &before, &CALENDAR_VIETNAM, *state, &due);
    assert_string_equal(verdict.sentence, "Vào ngày đó luật chưa cho tạm dừng thời hạn này.");
}

/* --- refusals --------------------------------------------------------------------------------- */

/* From 10 to 20 June 2026. */
static const struct pause JUNE = { { 1781024400 }, { 1781888400 }, { NULL, 0 } };

static const struct {
    const char *rule;
    const char *anchor;
    struct circumstances facts;
    const char *sentence;
    const char *ground;
} REFUSALS[] = {
    { "KN-ACC",
      "2026-07-01",
      { .is_remote = true },
      "Quy định KN-ACC không có mức riêng cho vùng sâu, vùng xa.",
      "Điều 10 Nghị định số 155/2026/NĐ-CP" },
    { "KN-RESD",
      "2026-07-01",
      { .is_remote = true },
      "Quy định KN-RESD không có mức riêng cho vùng sâu, vùng xa.",
      "Điều 50 Luật Khiếu nại số 02/2011/QH13" },
    { "KN-ACC",
      "2026-06-22",
      { .is_complex = true },
      "Quy định KN-ACC không có mức riêng cho vụ việc phức tạp.",
      "Điều 27 Luật Khiếu nại số 02/2011/QH13" },
    { "KN-RES1",
      "2026-08-03",
      { .is_delegated = true },
      "Quy định KN-RES1 không có mức riêng khi ủy quyền hoặc xác minh ở nhiều nơi.",
      "Điều 28 Luật Khiếu nại số 02/2011/QH13" },
    { "KN-RES1",
      "2026-06-30",
      { .tests = 1 },
      "Quy định KN-RES1 không xét số tiêu chí phức tạp.",
      "Điều 28 Luật Khiếu nại số 02/2011/QH13" },
    { "TC-RES", "2026-08-12", { .tests = 8 }, "Số tiêu chí phức tạp phải từ 0 đến 7.", "" },
    { "TC-RES", "2026-08-12", { .extensions = 10 }, "Số lần gia hạn phải từ 0 đến 9.", "" },
    { "TC-RES",
      "2026-08-12",
      { .extensions = 1 },
      "Chỉ được gia hạn khi vụ việc phức tạp; nếu đúng vậy, hãy ghi số tiêu chí phức tạp có trong "
      "hồ "
      "sơ.",
      "khoản 2 Điều 30 Luật Tố cáo số 25/2018/QH14" },
    { "TC-RES",
      "2026-08-12",
      { .tests = 1, .extensions = 2 },
      "Thời hạn này đã gia hạn hết số lần được phép.",
      "khoản 2 Điều 30 Luật Tố cáo số 25/2018/QH14" },
    { "TC-RES",
      "2026-08-12",
      { .tests = 2, .extensions = 3 },
      "Thời hạn này đã gia hạn hết số lần được phép.",
      "khoản 3 Điều 30 Luật Tố cáo số 25/2018/QH14" },
    { "KN-RES1",
      "2026-08-03",
      { .extensions = 1 },
      "Thời hạn này không được gia hạn.",
      "Điều 28 Luật Khiếu nại số 02/2011/QH13" },
    { "KN-ACC",
      "2026-07-01",
      { .excluded_days = 1 },
      "Thời hạn này không trừ thời gian có trở ngại.",
      "Điều 10 Nghị định số 155/2026/NĐ-CP" },
    { "KN-LIM", "2026-07-01", { .excluded_days = -1 }, "Số ngày trở ngại phải từ 0 đến 3660.", "" },
    { "TC-FWD",
      "2026-08-12",
      { .pauses = &JUNE, .pause_count = 1 },
      "Thời hạn này không được tạm dừng.",
      "khoản 2 Điều 24 Luật Tố cáo số 25/2018/QH14" },
    { "KN-RES1",
      "2026-06-01",
      { .pauses = &JUNE, .pause_count = 1 },
      "Vào ngày đó luật chưa cho tạm dừng thời hạn này.",
      "Điều 12 Nghị định số 155/2026/NĐ-CP" },
    { "KN-ACC",
      "2012-06-30",
      { 0 },
      "Vào ngày đó quy định KN-ACC không có hiệu lực.",
      "Điều 27 Luật Khiếu nại số 02/2011/QH13" },
    { "KN-DLG",
      "2026-06-30",
      { 0 },
      "Vào ngày đó quy định KN-DLG không có hiệu lực.",
      "Điều 11 Nghị định số 155/2026/NĐ-CP" },
    { "KN", "2026-06-30", { 0 }, "Không có quy định nào tên là KN.", "" },
};

static void what_no_rule_takes_is_refused(void **state)
{
    struct arena *arena = *state;
    assert_int_equal(JUNE.from.s, moment("2026-06-10 00:00").s);
    assert_int_equal(JUNE.to.s, moment("2026-06-20 00:00").s);
    for (size_t i = 0; i < COUNT(REFUSALS); i++) {
        struct due due;
        struct verdict verdict = rule_due(REFUSALS[i].rule, day(REFUSALS[i].anchor),
                                          &REFUSALS[i].facts, &CALENDAR_VIETNAM, arena, &due);
        struct out said = out_open(arena, TEST_OUT_BYTES);
        verdict_write(&said, &verdict);
        assert_string_equal(written(&said), REFUSALS[i].sentence);
        struct out ground = out_open(arena, TEST_OUT_BYTES);
        if (verdict.because) {
            cite_write(&ground, verdict.because);
        }
        assert_string_equal(written(&ground), REFUSALS[i].ground);
    }
}

/* --- beside it -------------------------------------------------------------------------------- */

static void neighbours_say(const char *rule, const char *anchor, const char *expected,
                           struct arena *arena)
{
    struct due due = due_of(rule, anchor, &FACTS[NONE], arena);
    struct neighbours beside = rule_neighbours(&due, &FACTS[NONE], arena);
    struct out said = out_open(arena, TEST_OUT_BYTES);
    for (size_t i = 0; i < beside.count; i++) {
        neighbour_write(&said, &due, &beside.dues[i]);
        out_char(&said, '\n');
    }
    assert_string_equal(written(&said), expected);
}

static void neighbours_are_other_cases_and_other_laws(void **state)
{
    neighbours_say("KN-ACC", "2026-06-25",
                   "Theo quy định cho mốc từ thứ Tư 01/07/2026 trở đi, nếu cũng tính từ ngày này: "
                   "7 ngày làm việc, hạn là hết thứ Hai "
                   "06/07/2026 (Điều 10 Nghị định số 155/2026/NĐ-CP).\n",
                   *state);
    neighbours_say("KN-ACC", "2026-07-01",
                   "Theo quy định cho mốc đến hết thứ Ba 30/06/2026, nếu cũng tính từ ngày này: "
                   "10 ngày, hạn là hết thứ Hai 13/07/2026 "
                   "(Điều 27 Luật Khiếu nại số 02/2011/QH13).\n",
                   *state);
    neighbours_say("TC-RES", "2026-08-12",
                   "Nếu vụ việc phức tạp: 30 ngày, hạn là hết thứ Sáu 11/09/2026, gia hạn được 1 "
                   "lần, mỗi lần nhiều nhất 30 ngày (khoản 1 Điều 30 Luật Tố cáo số "
                   "25/2018/QH14).\n"
                   "Nếu vụ việc đặc biệt phức tạp: 30 ngày, hạn là hết thứ Sáu 11/09/2026, gia "
                   "hạn được 2 lần, mỗi lần nhiều nhất 30 ngày (khoản 1 Điều 30 Luật Tố cáo số "
                   "25/2018/QH14).\n",
                   *state);
    neighbours_say("KN-LIM", "2026-01-05", "", *state);
}

/* --- the rows --------------------------------------------------------------------------------- */

static void rows_are_sound(void **state)
{
    struct out faults = out_open(*state, TEST_OUT_BYTES);
    assert_int_equal(rules_audit(RULES, &faults), 0);
    assert_string_equal(written(&faults), "");
}

static void unsound_rows_are_found(void **state)
{
#define SOUND .about = "x", .unit = CALENDAR_DAYS, .anchor = "x", .cite = PRACTICE("x")
    static const struct act law = { "1/2012/QH13", "x", DAY(2012, 1, 1), DAY_OPEN, NULL };
    static const struct act other = { "2/2012/QH13", "x", DAY(2012, 1, 1), DAY_OPEN, NULL };
    static const struct act decree = { "1/2013/NĐ-CP", "x", DAY(2013, 1, 1), DAY_OPEN, &law };
    static const struct term rows[] = {
        { "OK", SOUND, .amount = 1, .to = DAY(2026, 6, 30) },
        { "OK", SOUND, .amount = 1, .from = DAY(2026, 7, 1) },
        { "OK", SOUND, .amount = 1, .when = TERM_REMOTE },
        { "NO-AMOUNT", SOUND },
        { "NO-EVENT", .about = "x", .amount = 1, .cite = PRACTICE("x") },
        { "NO-GROUND", .about = "x", .amount = 1, .anchor = "x" },
        { "HALF", SOUND, .amount = 1, .extension_times = 1 },
        { "BACK", SOUND, .amount = 1, .sense = TERM_BEFORE, .pause_cite = PRACTICE("x") },
        { "ENDED", SOUND, .amount = 1, .from = DAY(2026, 7, 1), .to = DAY(2026, 6, 30) },
        { "TWICE", SOUND, .amount = 1, .to = DAY(2026, 7, 1) },
        { "TWICE", SOUND, .amount = 2, .from = DAY(2026, 7, 1) },
        { "OK", SOUND, .amount = 1, .when = TERM_COMPLEX },
        { "LAW", .about = "x", .amount = 1, .anchor = "x", .cite = ART(law, 1, 0) },
        { "DECREE", .about = "x", .amount = 1, .anchor = "x", .cite = ART(decree, 1, 0) },
        { "OTHER", .about = "x", .amount = 1, .anchor = "x", .cite = ART(other, 1, 0) },
        { "STRAY", .about = "x", .amount = 1, .anchor = "x", .cite = ART(decree, 2, 0) },
    };
    struct out faults = out_open(*state, TEST_OUT_BYTES);
    assert_int_equal(rules_audit((struct term_table){ rows, COUNT(rows) }, &faults), 9);
    assert_string_equal(
        written(&faults),
        "NO-AMOUNT 0: no name, no deed, no event or no amount\n"
        "NO-EVENT 0: no name, no deed, no event or no amount\n"
        "NO-GROUND 0: no ground\n"
        "HALF 0: an extension without amount, number or ground\n"
        "BACK 0: what is counted back, or lasts, is neither extended nor suspended\n"
        "ENDED 0: it ends before it begins\n"
        "TWICE 0: two rows for the same day\n"
        "OK 1: its other rows are elsewhere\n"
        "STRAY 0: the other rows of its law are elsewhere\n");
}

/* What an officer could not tell from the day before: each row is chosen by its own first and last
 * day, and by no day outside. */
static void rows_begin_and_end_on_their_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < RULES.count; i++) {
        const struct term *row = &RULES.rows[i];
        struct day from = rule_from(row);
        assert_true(term_in_force(row, from));
        assert_false(term_in_force(row, day_add(from, -1)));
        if (!day_is_none(rule_to(row))) {
            assert_true(term_in_force(row, rule_to(row)));
            assert_false(term_in_force(row, day_add(rule_to(row), 1)));
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, with_arena, without_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(dates_are_those_of_the_law),
        TEST(every_row_has_its_date),
        TEST(every_other_number_is_seen),
        TEST(a_suspension_lasts_from_decision_to_decision),
        TEST(a_pause_may_have_its_own_ground),
        TEST(what_no_rule_takes_is_refused),
        TEST(neighbours_are_other_cases_and_other_laws),
        TEST(rows_are_sound),
        TEST(unsound_rows_are_found),
        TEST(rows_begin_and_end_on_their_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
