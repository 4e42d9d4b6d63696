/* Similar reports: what counts as the same matter, and what the search index is asked for. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "mod/feedback/sender.h"
#include "mod/feedback/similar.h"
#include "text/fold.h"

static int setup(void **state)
{
    *state = arena_create(16 << 20);
    return *state ? 0 : -1;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct similar_paper paper(struct arena *arena, const char *text, const char *place,
                                  int64_t category)
{
    return (struct similar_paper){ similar_words(arena, text_fold(arena, str_of(text))),
                                   text_fold(arena, str_of(place)), category };
}

enum { ROADS = 1, LAMPS = 4 };

#define LAMP "Đèn đường trước số 12 kiệt 34 Chi Lăng tắt đã ba tuần, đi học về rất nguy hiểm"

static void tells_the_same_matter_from_another(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *text;
        const char *place;
        int64_t category;
        bool is_same;
    } cases[] = {
        /* Itself, without tones, in other words. */
        { LAMP, NULL, LAMPS, true },
        { "den duong truoc so 12 kiet 34 chi lang tat", NULL, LAMPS, true },
        { "Bóng đèn ở 34 Chi Lăng, trước số 12, không sáng", NULL, LAMPS, true },
        /* The same words about another lamp; the same lamp as a matter of roads. */
        { "Đèn đường Nguyễn Trãi chớp tắt liên tục, gần cổng trường Quốc Học", NULL, LAMPS, false },
        { LAMP, NULL, ROADS, false },
        /* The place alone, written otherwise; too short a place; no place. */
        { "Rác đổ bừa bãi", "KIỆT 34, Chi Lăng", ROADS, true },
        { "Rác đổ bừa bãi", "Huế", ROADS, false },
        { "Rác đổ bừa bãi", NULL, ROADS, false },
        /* Two shared words are chance, whatever share of the text they are. */
        { "Chi Lăng", NULL, LAMPS, false },
        { "mong phường xem giúp cho bà con", NULL, LAMPS, false },
        { "", NULL, LAMPS, false },
        { "!!! …", NULL, LAMPS, false },
    };
    struct similar_paper lamp = paper(arena, LAMP, "kiệt 34 Chi Lăng", LAMPS);
    struct similar_paper hue = paper(arena, LAMP, "Huế", LAMPS);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct similar_paper other = paper(arena, cases[i].text, cases[i].place, cases[i].category);
        unsigned score = similar_score(&lamp, &other);
        assert_int_equal(score > 0, cases[i].is_same);
        assert_int_equal(similar_score(&other, &lamp), score);
    }
    struct similar_paper rubbish = paper(arena, "Rác đổ bừa bãi", "Huế", ROADS);
    assert_int_equal(similar_score(&hue, &rubbish), 0);
}

static void percent_is_of_the_smaller_set(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *a;
        const char *b;
        unsigned percent;
    } cases[] = {
        { "mot hai ba", "bon nam sau", 0 },
        { "cong ranh ngap lut", "cong ranh ngap lut", 100 },
        { "cong ranh ngap lut", "cong ranh ngap trua", 75 },
        { "cong ranh ngap lut cong cong", "trua cong ranh ngap muon", 75 },
        { "cong ranh ngap lut via", "cong ranh ngap", 100 },
        { "cong ranh", "cong ranh", 0 },
        { "12 34 5", "5 34 12 6", 100 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct word_set a = similar_words(arena, str_of(cases[i].a));
        struct word_set b = similar_words(arena, str_of(cases[i].b));
        assert_int_equal(similar_percent(a, b), cases[i].percent);
        assert_int_equal(similar_percent(b, a), cases[i].percent);
    }
}

static void common_words_and_long_texts_do_not_count(void **state)
{
    struct arena *arena = *state;
    assert_int_equal(similar_words(arena, STR("cua toi la o xin phuong")).count, 0);
    assert_int_equal(similar_words(arena, STR("den 7 ga duong")).count, 3);
    assert_int_equal(similar_words(arena, STR_NONE).count, 0);
    static char text[200000];
    memset(text, ' ', sizeof text);
    for (size_t i = 0; i + 8 < sizeof text; i += 8) {
        for (size_t digit = 0, n = i / 8; digit < 5; digit++, n /= 10) {
            text[i + digit] = (char)('0' + n % 10);
        }
    }
    assert_int_equal(similar_words(arena, str_span(text, sizeof text)).count, SIMILAR_WORDS_MAX);
}

static void asks_for_the_longest_words_and_the_place(void **state)
{
    struct arena *arena = *state;
    struct word_set few = similar_words(arena, STR("ranh nghieng chan"));
    assert_string_equal(str_z(arena, similar_question(arena, few, STR_NONE)), "nghieng chan ranh ");
    assert_string_equal(str_z(arena, similar_question(arena, few, STR("chi lang"))),
                        "nghieng chan ranh \"chi lang\"");
    assert_string_equal(str_z(arena, similar_question(arena, few, STR("hue"))),
                        "nghieng chan ranh ");
    struct word_set many =
        similar_words(arena, STR("1 22 333 4444 55555 666666 7777777 88888888 999999999"));
    assert_string_equal(str_z(arena, similar_question(arena, many, STR_NONE)),
                        "999999999 88888888 7777777 666666 55555 4444 333 22 ");
    assert_int_equal(similar_question(arena, similar_words(arena, STR("la")), STR_NONE).n, 0);
}

static void names_are_turned_round(void **state)
{
    struct arena *arena = *state;
    static const char *const cases[][2] = {
        { "dang van dung", "dung van dang" },
        { "h'nie", "h'nie" },
        { "a b", "b a" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str turned = sender_turned_name(arena, str_of(cases[i][0]));
        assert_string_equal(str_z(arena, turned), cases[i][1]);
        assert_string_equal(str_z(arena, sender_turned_name(arena, turned)), cases[i][0]);
    }
    assert_int_equal(sender_turned_name(arena, STR_NONE).n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_same_matter_from_another),
        cmocka_unit_test(percent_is_of_the_smaller_set),
        cmocka_unit_test(common_words_and_long_texts_do_not_count),
        cmocka_unit_test(asks_for_the_longest_words_and_the_place),
        cmocka_unit_test(names_are_turned_round),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
