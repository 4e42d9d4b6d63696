/* Vietnamese order: every pair of an ordered table, and what makes two keys equal. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "text/collate.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create(4 << 20);
    return arena ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static int compare(struct bytes a, struct bytes b)
{
    return str_compare(str_span(a.p, a.n), str_span(b.p, b.n));
}

static void assert_before(struct bytes low, struct bytes high, const char *about)
{
    if (compare(low, high) >= 0) {
        fail_msg("not in order: %s", about);
    }
}

static void assert_ordered(const char *const *texts, size_t count,
                           struct bytes (*key)(struct arena *, struct str))
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            assert_before(key(arena, str_of(texts[i])), key(arena, str_of(texts[j])),
                          str_printf(arena, "\"%s\", \"%s\"", texts[i], texts[j]).p);
        }
    }
}

static void orders_texts(void **state)
{
    (void)state;
    static const char *const letters[] = {
        "0", "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
        "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "б",
    };
    static const char *const tones[] = {
        "ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mặ", "mâ"
    };
    static const char *const words[] = {
        "",    " ",  "-",  "2",  "anh", "ánh", "anh em", "áo",  "ba",        "cả",       "cá",
        "cắt", "da", "đa", "đá", "hoa", "Hoa", "hoà",    "hòa", "hoa\u030C", "hoa hồng", "hoan",
    };
    static const char *const numbers[] = {
        "Tổ 0", "Tổ 1", "Tổ 2", "Tổ 2a", "Tổ 9", "Tổ 10", "Tổ 11", "Tổ 100", "Tổ a", "Tổ dân phố 1",
    };
    static const char *const cases[] = { "huế", "huẾ", "hUế", "Huế", "HUẾ", "huệ" };
    static const char *const stroke[] = { "dz", "đ", "Đ", "đa", "e" };
    assert_ordered(letters, COUNT(letters), collate_text);
    assert_ordered(tones, COUNT(tones), collate_text);
    assert_ordered(words, COUNT(words), collate_text);
    assert_ordered(numbers, COUNT(numbers), collate_text);
    assert_ordered(cases, COUNT(cases), collate_text);
    assert_ordered(stroke, COUNT(stroke), collate_text);
}

/* The tone of an earlier word counts more than that of a later one, and letters more than tones. */
static void letters_before_tones(void **state)
{
    (void)state;
    static const char *const rows[] = { "ba ba", "ba bà", "bà ba", "bà bà", "bá ba", "ba bac" };
    assert_ordered(rows, COUNT(rows), collate_text);
}

static void orders_people_by_given_name(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Nguyễn Văn An", "Trần An",     "Trần Bảo An", "Trần Bình An", "Lê Ân",
        "Bùi Thị Hà",    "Đặng Văn Hà", "Trần Hà",     "An Thị Há",    "H’ Niê",
        "Thị Nở",        "Lê Văn Tám",  "Tâm",         "Lê Tâm",       "Phạm Thị Tâm",
    };
    assert_ordered(rows, COUNT(rows), collate_person);
}

static void equal_texts_have_equal_keys(void **state)
{
    (void)state;
    struct bytes nfc = collate_text(arena, STR("Đặng Văn Dũng"));
    struct bytes nfd = collate_text(arena, STR("Đa\u0323\u0306ng Va\u0306n Du\u0303ng"));
    assert_int_equal(compare(nfc, nfd), 0);
    assert_int_not_equal(compare(collate_text(arena, STR("01")), collate_text(arena, STR("1"))), 0);
    assert_null(collate_text(arena, STR_NONE).p);
    assert_null(collate_text(arena, STR("\xff")).p);
    assert_null(collate_person(arena, STR("\xff")).p);
    assert_non_null(collate_text(arena, STR("")).p);
    assert_non_null(collate_person(arena, STR("")).p);
}

/* Stored keys may never change: these bytes are in databases. */
static void keys_are_for_ever(void **state)
{
    (void)state;
    static const char expected[] = "\x2a\x20\x02\x10\x02\x31\x32\x01\x04\x01\x03\x01"
                                   "\xc4\x90\xe1\xba\xa3 12";
    struct bytes key = collate_text(arena, STR("Đả 12"));
    assert_int_equal(key.n, sizeof expected - 1);
    assert_memory_equal(key.p, expected, key.n);
    struct bytes person = collate_person(arena, STR("Lê Văn Ân"));
    static const char expected_person[] = "\x22\x47\x01\x00\x41\x2d\x01\x00\x5f\x21\x47\x01\x00"
                                          "L\xc3\xaa V\xc4\x83n \xc3\x82n";
    assert_int_equal(person.n, sizeof expected_person - 1);
    assert_memory_equal(person.p, expected_person, person.n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_texts),
        cmocka_unit_test(letters_before_tones),
        cmocka_unit_test(orders_people_by_given_name),
        cmocka_unit_test(equal_texts_have_equal_keys),
        cmocka_unit_test(keys_are_for_ever),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
