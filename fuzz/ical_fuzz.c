/* iCalendar: whatever a file holds, its rows are clean, bounded, and read again when written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/must.h"
#include "mod/calendar/commands.h"
#include "mod/calendar/ical.h"
#include "text/fold.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_item(const struct ical_item *item, struct arena *arena);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create(64 << 20);
    must(arena);
    struct ical ical = ical_read(str_span(data, size), arena);
    must(ical.count <= DAYS_AT_ONCE_MAX && (ical.problem || ical.count > 0));
    for (size_t i = 0; i < ical.count; i++) {
        check_item(&ical.items[i], arena);
    }
    arena_destroy(arena);
    return 0;
}

static void check_item(const struct ical_item *item, struct arena *arena)
{
    const struct day_row *row = &item->row;
    must(row->line > 0);
    must(!row->name.p || text_is_clean(row->name));
    if (item->problem) {
        return;
    }
    must(!day_is_none(row->day) && row->kind < SPECIAL_KINDS && row->name.n > 0);
    must(str_equal(text_nfc(arena, row->name), row->name));
    struct out text = out_open(arena, 1 << 16);
    day_row_write(&text, row);
    struct day_rows again = day_rows_read(arena, out_str(&text), STR("-"), row->day);
    must(again.bad_line == 0 && again.count == 1 && again.rows[0].kind == row->kind);
    must(day_compare(again.rows[0].day, row->day) == 0);
    must(str_equal(again.rows[0].name, row->name));
}
