/* Answers that say nothing, answers that do, and how hard they are to read. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/answer.h"

static const struct {
    const char *text;
    const char *missing; /* NULL: an answer */
} ANSWERS[] = {
    { "", "tên đơn vị hoặc người làm" },
    { "   \n . , ", "tên đơn vị hoặc người làm" },
    { "Đã ghi nhận.", "tên đơn vị hoặc người làm" },
    { "Kính gửi ông Nguyễn Văn An, đơn vị đã ghi nhận ý kiến của ông và sẽ xem xét theo quy định. "
      "Trân "
      "trọng cảm ơn!",
      "tên đơn vị hoặc người làm" },
    { "Phường đã ghi nhận và đã chuyển đơn vị liên quan, kịp thời xử lý trong thời gian tới.",
      "tên đơn vị hoặc người làm" },
    { "PHẢN ÁNH CỦA ÔNG BÀ ĐÃ GHI NHẬN, SẼ XEM XÉT THEO QUY ĐỊNH", "tên đơn vị hoặc người làm" },
    { "Đội Quản lý đô thị đã ghi nhận.", "việc đã làm hoặc sẽ làm" },
    { "Đội Quản lý đô thị sẽ kiểm tra.", "ngày làm" },
    { "Đội Quản lý đô thị đã vá đường ngày 12/11/2026.", NULL },
    { "Công an phường kiểm tra trong 3 ngày.", NULL },
    { "Chị Hoa sẽ gọi lại, in lại giấy trước ngày 5 tháng 12.", NULL },
    { "Không chi trả vì khoản 2 Điều 5.", NULL },
    { "Không cấp do 20/2025/QĐ-UBND.", NULL },
    /* A reason without its article, an article without a reason, a number that is no date. */
    { "Không chi trả vì hộ không nghèo.", "tên đơn vị hoặc người làm" },
    { "Xem Điều 5.", "tên đơn vị hoặc người làm" },
    { "Tổ 5 đã sửa 30/2022.", "ngày làm" },
    /* Many words of one's own are left to the leader's eye. */
    { "Mặt đường sạt lở vì mưa suốt đêm cuốn trôi rãnh đá phía trên dốc, nước tràn qua taluy.",
      NULL },
};

static void tells_empty_answers(void **state)
{
    for (size_t i = 0; i < COUNT(ANSWERS); i++) {
        struct verdict verdict = answer_check(str_of(ANSWERS[i].text), *state);
        bool is_right = ANSWERS[i].missing
                            ? verdict.word && strcmp(verdict.word, ANSWERS[i].missing) == 0
                            : verdict_is_ok(verdict);
        if (!is_right) {
            fail_msg("%s: %s", ANSWERS[i].text, verdict.word ? verdict.word : "an answer");
        }
    }
}

static void reads_what_is_there(void **state)
{
    struct answer_facts facts = answer_read(
        STR("Kính gửi bà Lê Thị Bích: Trạm Y tế đã phun thuốc (05/12); theo quy định."), *state);
    assert_true(facts.names_who);
    assert_true(facts.names_action);
    assert_true(facts.names_day);
    assert_false(facts.gives_reason);
    assert_false(facts.cites_article);
    assert_int_equal(facts.stock_phrases, 1);
    /* Trạm Y tế phun thuốc 05/12 */
    assert_int_equal(facts.own_words, 6);
    /* The person addressed is not the one who acts; dates have months. */
    facts = answer_read(STR("Kính gửi anh Tú. Sửa 31/13 rồi"), *state);
    assert_false(facts.names_who);
    assert_false(facts.names_day);
    facts = answer_read(STR("ĐIỆN LỰC thay 5-12-2026 DO Điều 7"), *state);
    assert_true(facts.names_who && facts.names_day && facts.gives_reason && facts.cites_article);
}

static void measures_how_hard_it_is(void **state)
{
    struct answer_ease ease = answer_ease(STR("Đơn được thụ lý bởi phòng. Niêm yết ở xã!\nMột hai "
                                              "ba bốn năm sáu bảy tám chín mười một "
                                              "hai ba bốn năm sáu bảy tám chín mười một"),
                                          *state);
    assert_int_equal(ease.sentences, 3);
    assert_int_equal(ease.words, 6 + 4 + 21);
    assert_int_equal(ease.longest_words, 21);
    assert_int_equal(ease.long_sentences, 1);
    assert_int_equal(ease.heavy_words, 2);
    assert_int_equal(ease.passives, 1);
    ease = answer_ease(STR("được làm. bởi ai"), *state);
    assert_int_equal(ease.passives, 0);
    assert_int_equal(answer_ease(STR(""), *state).sentences, 0);
}

static void shows_what_is_too_long(void **state)
{
    struct str text =
        STR("Ngắn thôi. (Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu "
            "bảy tám chín mười một)!\nNgắn. A b c d e f g h i k l m n o p q r s t u v x");
    struct str first = answer_long(text, 0, *state);
    assert_true(str_starts(first, STR("Một hai")) && str_ends(first, STR("mười một")));
    assert_true(str_equal(answer_long(text, 1, *state),
                          STR("A b c d e f g h i k l m n o p q r s t u v x")));
    assert_null(answer_long(text, 2, *state).p);
    assert_null(answer_long(STR(""), 0, *state).p);
    assert_null(answer_long(STR("Ngắn."), 0, *state).p);
}

static void gives_plain_twins(void **state)
{
    struct str text = STR("Xã Niêm Yết rồi thụ lý.");
    assert_string_equal(answer_heavy(text, 0, *state)->plain, "dán thông báo");
    assert_string_equal(answer_heavy(text, 1, *state)->plain, "bắt đầu giải quyết");
    assert_null(answer_heavy(text, 2, *state));
}

/* Any bytes of text are read without a fault; run under the sanitizers. */
static void survives_any_text(void **state)
{
    uint32_t seed = 99;
    static const char *const PIECES[] = { "Kính gửi", " ",     ",",     "…", "ngày", "5",
                                          "/",        "Điều",  "\n",    "“", "ƯƠNG", "đ",
                                          "-",        "12/11", "NĐ-CP", ".", "\"",   "ỹ" };
    for (int round = 0; round < 2000; round++) {
        struct out out = out_open(*state, TEST_OUT_BYTES);
        for (uint32_t left = draw(&seed) % 40; left > 0; left--) {
            out_str_raw(&out, str_of(PIECES[draw(&seed) % COUNT(PIECES)]));
        }
        (void)answer_check(out_str(&out), *state);
        (void)answer_ease(out_str(&out), *state);
        arena_reset(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_empty_answers),     cmocka_unit_test(reads_what_is_there),
        cmocka_unit_test(measures_how_hard_it_is), cmocka_unit_test(shows_what_is_too_long),
        cmocka_unit_test(gives_plain_twins),       cmocka_unit_test(survives_any_text),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
