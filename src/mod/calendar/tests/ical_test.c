/* iCalendar: what is read of each kind of event, what is refused, and what is written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "mod/calendar/ical.h"

enum { TEST_ARENA_BYTES = 16 << 20, FILE_BYTES_MAX = 1 << 20 };

static int with_arena(void **state)
{
    *state = arena_create(TEST_ARENA_BYTES);
    return *state ? 0 : -1;
}

static int without_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct ical read_event(struct arena *arena, const char *lines)
{
    struct out file = out_open(arena, FILE_BYTES_MAX);
    out_printf(&file, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n%sEND:VEVENT\r\nEND:VCALENDAR\r\n",
               lines);
    return ical_read(out_str(&file), arena);
}

static void reads_one_event(void **state)
{
    static const struct {
        const char *lines;
        size_t days; /* 0: refused */
        enum special_kind kind;
        const char *name;
    } rows[] = {
        { "DTSTART;VALUE=DATE:20270205\r\nSUMMARY:Nghỉ Tết\r\n", 1, SPECIAL_HOLIDAY, "Nghỉ Tết" },
        { "DTSTART:20270205\r\nSUMMARY:Tết Nguyên đán\r\n", 1, SPECIAL_HOLIDAY, "Tết Nguyên đán" },
        { "DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270208\r\nSUMMARY:Nghỉ Tết\r\n", 3,
          SPECIAL_HOLIDAY, "Nghỉ Tết" },
        { "DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270205\r\nSUMMARY:Nghỉ Tết\r\n", 1,
          SPECIAL_HOLIDAY, "Nghỉ Tết" },
        { "dtstart;value=date:20270205\nsummary:NGHỈ BÙ\n", 1, SPECIAL_COMPENSATORY, "NGHỈ BÙ" },
        { "DTSTART:20270205\r\nSUMMARY:Nghi hoan doi\r\n", 1, SPECIAL_COMPENSATORY,
          "Nghi hoan doi" },
        { "DTSTART:20270205\r\nSUMMARY:Đi làm bù\r\n", 1, SPECIAL_MAKE_UP_WORK, "Đi làm bù" },
        { "DTSTART:20270205\r\nCATEGORIES:LAM-BU\r\nSUMMARY:Ngày thứ Bảy\r\n", 1,
          SPECIAL_MAKE_UP_WORK, "Ngày thứ Bảy" },
        { "DTSTART:20270205\r\nSUMMARY:Nghỉ\\, một \\n ngày\\; th\r\n ật\r\n", 1, SPECIAL_HOLIDAY,
          "Nghỉ, một   ngày; thật" },
        /* What cannot be a day of the calendar. */
        { "DTSTART:20270205\r\nSUMMARY:Họp mặt\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:20270205\r\n", 0, SPECIAL_KINDS, NULL },
        { "SUMMARY:Nghỉ Tết\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:20270231\r\nSUMMARY:Nghỉ Tết\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:2027\r\nSUMMARY:Nghỉ Tết\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:20270205T080000\r\nSUMMARY:Nghỉ Tết\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:20270205\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Nghỉ Tết\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:20270205\r\nSUMMARY:Nghỉ \xE2\x80\xAE Tết\r\n", 0, SPECIAL_KINDS, NULL },
        { "DTSTART:20270205\r\nSUMMARY:Nghỉ \xFF\r\n", 0, SPECIAL_KINDS, NULL },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct ical ical = read_event(*state, rows[i].lines);
        assert_null(ical.problem);
        assert_int_equal(ical.count, rows[i].days ? rows[i].days : 1);
        assert_int_equal(ical.items[0].row.line, 2);
        if (rows[i].days == 0) {
            assert_non_null(ical.items[0].problem);
            continue;
        }
        struct day day = day_of(2027, 2, 5);
        for (size_t k = 0; k < ical.count; k++, day = day_after(day)) {
            const struct ical_item *item = &ical.items[k];
            assert_null(item->problem);
            assert_int_equal(item->row.kind, rows[i].kind);
            assert_int_equal(day_compare(item->row.day, day), 0);
            assert_true(str_equal(item->row.name, str_of(rows[i].name)));
        }
    }
}

static void bounds_what_it_reads(void **state)
{
    struct ical ical = read_event(*state, "DTSTART:20270101\r\nDTEND:20270201\r\nSUMMARY:Nghỉ\r\n");
    assert_int_equal(ical.count, 31);
    assert_null(ical.items[30].problem);
    ical = read_event(*state, "DTSTART:20270101\r\nDTEND:99991231\r\nSUMMARY:Nghỉ\r\n");
    assert_int_equal(ical.count, 32);
    assert_non_null(ical.items[31].problem);
    /* Found by fuzzing: behind the last day of all there was one more, which was none. */
    ical = read_event(*state, "DTSTART:99991231\r\nDTEND:20270208\r\nSUMMARY:Nghỉ\r\n");
    assert_int_equal(ical.count, 1);
    ical = read_event(*state, "DTSTART:99991230\r\nSUMMARY:Nghỉ\r\n");
    assert_int_equal(ical.count, 1);
    struct out file = out_open(*state, FILE_BYTES_MAX);
    out_lit(&file, "BEGIN:VCALENDAR\n");
    for (int i = 0; i < DAYS_AT_ONCE_MAX; i++) {
        out_lit(&file, "BEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:Nghỉ\nEND:VEVENT\n");
    }
    assert_null(ical_read(out_str(&file), *state).problem);
    out_lit(&file, "BEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:Nghỉ\nEND:VEVENT\n");
    assert_non_null(ical_read(out_str(&file), *state).problem);
}

static void refuses_what_is_no_calendar(void **state)
{
    static const char *const files[] = {
        "",
        "\n",
        "xin chào",
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT\nDTSTART:20270101\nSUMMARY:Nghỉ\nEND:VEVENT\n",
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        assert_non_null(ical_read(str_of(files[i]), *state).problem);
    }
    struct ical ical = ical_read(STR("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101\n"), *state);
    assert_int_equal(ical.count, 1);
    assert_non_null(ical.items[0].problem);
}

/* No line is longer than the RFC allows, and none is cut inside a letter. */
static void reads_what_it_wrote(void **state)
{
    static const char name[] = "nghỉ hoán đổi; làm bù ngày 22/08/2026, theo quyết định của Thủ "
                               "tướng Chính phủ về lịch nghỉ\\hoán đổi";
    const struct day_status statuses[] = {
        { REST_HOLIDAY, name, "Quyết định 1/QĐ-TTg", true },
        { REST_COMPENSATORY, name, "Quyết định 1/QĐ-TTg", true },
        { WORK_MAKE_UP, name, "Quyết định 1/QĐ-TTg", true },
    };
    static const enum special_kind kinds[] = { SPECIAL_HOLIDAY, SPECIAL_COMPENSATORY,
                                               SPECIAL_MAKE_UP_WORK };
    struct out file = out_open(*state, FILE_BYTES_MAX);
    struct day day = day_of(2026, 8, 31);
    ical_begin(&file);
    for (size_t i = 0; i < COUNT(statuses); i++, day = day_after(day)) {
        ical_day(&file, day, &statuses[i], STR("kheo.example"));
    }
    ical_end(&file);
    struct str rest = out_str(&file);
    while (rest.n > 0) {
        struct str line = str_cut(&rest, '\n');
        assert_true(line.n <= 76 && str_ends(line, STR("\r")) && str_is_utf8(line));
    }
    struct ical ical = ical_read(out_str(&file), *state);
    assert_int_equal(ical.count, COUNT(statuses));
    day = day_of(2026, 8, 31);
    for (size_t i = 0; i < COUNT(statuses); i++, day = day_after(day)) {
        assert_null(ical.items[i].problem);
        assert_int_equal(ical.items[i].row.kind, kinds[i]);
        assert_int_equal(day_compare(ical.items[i].row.day, day), 0);
        assert_true(str_equal(ical.items[i].row.name, str_of(name)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_one_event, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(bounds_what_it_reads, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_calendar, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(reads_what_it_wrote, with_arena, without_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
