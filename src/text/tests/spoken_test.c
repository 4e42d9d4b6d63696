/* What a voice reads of what offices write. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/out.h"
#include "text/spoken.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create(16 << 20);
    return arena ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void reads_what_is_written_short(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        const char *read;
    } rows[] = {
        { "", "" },
        { " \n\t\n", "" },
        { "Đã vá đường", "Đã vá đường." },
        { "UBND phường đã vá đường ngày 05/12/2026.",
          "Ủy ban nhân dân phường đã vá đường ngày 5 tháng 12 năm 2026." },
        { "Xong trước 5/12, nghiệm thu 12/2026",
          "Xong trước ngày 5 tháng 12, nghiệm thu 12/2026." },
        { "Từ 17h30 đến 8h hôm sau; họp lúc 7:05 (sáng).",
          "Từ 17 giờ 30 đến 8 giờ hôm sau; họp lúc 7 giờ 5, sáng." },
        { "2/3 số hộ, tức 66%, góp 120m² đất",
          "2/3 số hộ, tức 66 phần trăm, góp 120 mét vuông đất." },
        { "Dài 1,5 km, rộng 3 m.", "Dài 1,5 ki-lô-mét, rộng 3 mét." },
        { "Chi 1.500.000đ theo 45/QĐ-UBND và số 154/2026/NĐ-CP",
          "Chi 1.500.000 đồng theo số 45 và số 154 năm 2026." },
        { "Gọi TP. Huế, TP Huế (UBND) hay TX. Hương Thủy",
          "Gọi thành phố Huế, thành phố Huế, Ủy ban nhân dân, hay thị xã Hương Thủy." },
        { "- Việc một\n- Việc hai:\n\nXem https://hue.gov.vn nhé",
          "Việc một.\nViệc hai.\nXem nhé." },
        { "UBNDX và 99/99/2026, 25h, 12/x", "UBNDX và 99/99/2026, 25 giờ, 12/x." },
        { "(", "" },
        { "Nghỉ lễ 30/4-1/5, xong từ 05/12-10/12/2026.",
          "Nghỉ lễ ngày 30 tháng 4 đến ngày 1 tháng 5, xong từ ngày 5 tháng 12 đến ngày 10 tháng "
          "12 "
          "năm 2026." },
        { "Sáng 5/12 họp (trước 5/12 báo). (Xem bảng)",
          "Sáng ngày 5 tháng 12 họp, trước ngày 5 tháng 12 báo. Xem bảng." },
        { "Xem (https://hue.gov.vn) nhé, 4-1/5 và 7/ABC", "Xem nhé, 4-1/5 và 7/ABC." },
        { "Đường ngập…", "Đường ngập…" },
        { "Hỏi: đã xong chưa?", "Hỏi: đã xong chưa?" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str read = spoken(arena, str_of(rows[i].written));
        if (!str_equal(read, str_of(rows[i].read))) {
            fail_msg("“%s” is read “%.*s”", rows[i].written, STR_ARG(read));
        }
    }
}

static void knows_how_long_it_takes(void **state)
{
    (void)state;
    assert_int_equal(spoken_seconds(STR("")), 0);
    assert_int_equal(spoken_seconds(STR("một hai ba")), 2);
    char long_text[131 * 2];
    struct out out = out_fixed(long_text, sizeof long_text);
    for (int i = 0; i < 130; i++) {
        out_lit(&out, "a ");
    }
    assert_int_equal(spoken_seconds(out_str(&out)), 60);
}

/* Any bytes: nothing is read beyond them, and no more comes than there is room for. */
static void bears_any_text(void **state)
{
    (void)state;
    static const char *const bits[] = { "(", ")",   "1%", "%",  "/",    "-",   "5/5/5",
                                        "h", "9h9", " ",  "\n", "UBND", "TP.", "\xe1",
                                        "đ", "m²",  "]",  "[[", ".." };
    uint64_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        char text[200];
        struct out out = out_fixed(text, sizeof text);
        for (int i = 0; i < 12; i++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            out_str_raw(&out, str_of(bits[(seed >> 33) % COUNT(bits)]));
        }
        arena_reset(arena);
        assert_non_null(spoken(arena, out_str(&out)).p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_written_short),
        cmocka_unit_test(knows_how_long_it_takes),
        cmocka_unit_test(bears_any_text),
    };
    return cmocka_run_group_tests(tests, make_arena, drop_arena);
}
