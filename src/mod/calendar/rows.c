/* Days of an import on their way through a form: a line each. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/commands.h"
#include "mod/calendar/words.h"

static bool row_read(struct str line, struct day_row *ret);

struct day_rows day_rows_read(struct arena *arena, struct str text, struct str decision,
                              struct day decided_on)
{
    struct day_row *rows = new(arena, struct day_row, DAYS_AT_ONCE_MAX);
    struct str rest = text;
    size_t count = 0;
    for (size_t line = 1; rest.p; line++) {
        struct str left = str_trim(str_cut(&rest, '\n'));
        struct day_row row = { .line = line, .decision = decision, .decided_on = decided_on };
        if (left.n == 0) {
            continue;
        }
        if (count == DAYS_AT_ONCE_MAX || !row_read(left, &row)) {
            return (struct day_rows){ .bad_line = line };
        }
        rows[count++] = row;
    }
    return (struct day_rows){ rows, count, count == 0 };
}

static bool row_read(struct str line, struct day_row *ret)
{
    struct str left = line;
    ret->day = day_parse(str_cut(&left, ' '));
    bool is_read = day_kind_read(str_cut(&left, ' '), &ret->kind);
    ret->name = str_trim(left);
    return is_read && !day_is_none(ret->day) && ret->name.n > 0;
}

void day_row_write(struct out *out, const struct day_row *row)
{
    out_day(out, row->day);
    out_printf(out, " %s %.*s\n", day_kind_words[row->kind], STR_ARG(row->name));
}
