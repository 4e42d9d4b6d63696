/* Days of const rows, citations in words and in order, verdicts told to people. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/act.h"
#include "law/verdict.h"
#include "text/tongue.h"

static const struct act COMPLAINTS = { "02/2011/QH13", "Luật Khiếu nại", DAY(2012, 7, 1),
                                       DAY(2026, 6, 30) };

static void day_rows_are_days(void **state)
{
    (void)state;
    for (int32_t n = 1; n < day_of(2400, 1, 1).n; n++) {
        int year = 0;
        int month = 0;
        int dom = 0;
        day_split((struct day){ n }, &year, &month, &dom);
        struct day row = DAY(year, month, dom);
        if (row.n != n) {
            fail_msg("DAY(%d, %d, %d) is %d, not %d", year, month, dom, row.n, n);
        }
    }
}

static void acts_are_in_force_on_both_ends(void **state)
{
    (void)state;
    assert_false(act_in_force(&COMPLAINTS, day("2012-06-30")));
    assert_true(act_in_force(&COMPLAINTS, day("2012-07-01")));
    assert_true(act_in_force(&COMPLAINTS, day("2026-06-30")));
    assert_false(act_in_force(&COMPLAINTS, day("2026-07-01")));
    assert_true(act_in_force(&CIVIL_CODE, day("9999-12-31")));
}

static void citations_read_as_people_write_them(void **state)
{
    const struct {
        struct cite cite;
        const char *text;
    } cases[] = {
        { ART(COMPLAINTS, 27, 1), "khoản 1 Điều 27 Luật Khiếu nại số 02/2011/QH13" },
        { ART(COMPLAINTS, 11a, 0), "Điều 11a Luật Khiếu nại số 02/2011/QH13" },
        { ART(COMPLAINTS, 0, 0), "Luật Khiếu nại số 02/2011/QH13" },
        { POINT(COMPLAINTS, 12, 1, "đ"), "điểm đ khoản 1 Điều 12 Luật Khiếu nại số 02/2011/QH13" },
        { READING(COMPLAINTS, 9, 0, "ngày làm việc"),
          "Điều 9 Luật Khiếu nại số 02/2011/QH13 (cách hiểu: ngày làm việc)" },
        { PRACTICE("Ghi chép nội bộ"), "Ghi chép nội bộ" },
        { { .act = NULL }, "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct out out = out_open(*state, TEST_OUT_BYTES);
        cite_write(&out, &cases[i].cite);
        assert_string_equal(written(&out), cases[i].text);
        assert_int_equal(cite_is_given(&cases[i].cite), cases[i].text[0] != '\0');
    }
}

static void citations_sort_as_the_statute_book(void **state)
{
    (void)state;
    const struct cite sorted[] = {
        ART(COMPLAINTS, 9, 0),
        ART(COMPLAINTS, 11, 0),
        ART(COMPLAINTS, 11, 2),
        ART(COMPLAINTS, 11, 10),
        ART(COMPLAINTS, 11a, 1),
        POINT(COMPLAINTS, 12, 1, "a"),
        POINT(COMPLAINTS, 12, 1, "b"),
        ART(CIVIL_CODE, 1, 0),
        PRACTICE("A"),
        PRACTICE("B"),
    };
    for (size_t i = 0; i < COUNT(sorted); i++) {
        for (size_t k = 0; k < COUNT(sorted); k++) {
            int want = (i > k) - (i < k);
            int order = cite_compare(&sorted[i], &sorted[k]);
            assert_int_equal((order > 0) - (order < 0), want);
        }
    }
}

static void verdicts_tell_why(void **state)
{
    static const struct cite ground = ART(COMPLAINTS, 27, 1);
    struct verdict verdict = refuse("Đã quá %s.", &ground);
    verdict.word = "hạn";
    struct out out = out_open(*state, TEST_OUT_BYTES);
    verdict_write_full(&out, &verdict);
    assert_string_equal(written(&out),
                        "Đã quá hạn. (căn cứ: khoản 1 Điều 27 Luật Khiếu nại số 02/2011/QH13)");
    verdict = verdict_about(invalid("code", "Mã %s sai."), STR("%s%n"));
    out = out_open(*state, TEST_OUT_BYTES);
    verdict_write_full(&out, &verdict);
    assert_string_equal(written(&out), "Mã %s%n sai.");
    assert_int_equal(verdict.status, STATUS_INVALID);
    /* A sentence without a slot leaves the detail out; no sentence is the status's own. */
    verdict = verdict_about(refuse("Không.", NULL), STR("thừa"));
    out = out_open(*state, TEST_OUT_BYTES);
    verdict_write(&out, &verdict);
    verdict = (struct verdict){ .status = STATUS_BUSY };
    verdict_write(&out, &verdict);
    assert_string_equal(
        written(&out), str_z(*state, str_printf(*state, "Không.%s", status_sentence(STATUS_BUSY))));
    assert_true(verdict_is_ok(VERDICT_OK));
    assert_false(verdict_is_ok(verdict));
}

static void verdicts_are_translated(void **state)
{
    static const struct phrase phrases[] = {
        { "Hồ sơ ở bước %s.", "The case is %s.", NULL },
        { "Luật Khiếu nại", "Law on Complaints", NULL },
        { "khoản %s Điều %s", "Clause %s, Article %s", NULL },
        { "%s %s số %s", "%s of the %s, No. %s", NULL },
        { "mới", "new", NULL },
    };
    static const struct cite ground = ART(COMPLAINTS, 27, 1);
    struct phrase sorted[COUNT(phrases)];
    memcpy(sorted, phrases, sizeof(sorted));
    for (size_t i = 1; i < COUNT(sorted); i++) {
        for (size_t k = i; k > 0 && strcmp(sorted[k].source, sorted[k - 1].source) < 0; k--) {
            struct phrase swap = sorted[k];
            sorted[k] = sorted[k - 1];
            sorted[k - 1] = swap;
        }
    }
    struct tongue english = { "en", "English", sorted, COUNT(sorted), false };
    struct out out = out_open(*state, TEST_OUT_BYTES);
    out.tongue = &english;
    struct verdict verdict = refuse("Hồ sơ ở bước %s.", &ground);
    verdict.word = "mới";
    verdict_write(&out, &verdict);
    out_char(&out, ' ');
    cite_write(&out, &ground);
    assert_string_equal(written(&out),
                        "The case is new. Clause 1, Article 27 of the Law on Complaints, No. "
                        "02/2011/QH13");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day_rows_are_days),
        cmocka_unit_test(acts_are_in_force_on_both_ends),
        cmocka_unit_test(citations_read_as_people_write_them),
        cmocka_unit_test(citations_sort_as_the_statute_book),
        cmocka_unit_test(verdicts_tell_why),
        cmocka_unit_test(verdicts_are_translated),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
