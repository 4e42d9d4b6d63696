/* Rows of a table: whose they are, their numbers, and whether they fit the head. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter_rows.h"

#include "base/arena.h"
#include "base/out.h"

enum { NUMBER_BYTES_MAX = 24, LINES_MAX = 500, PEN_ROWS = 4 };

#define ROOM_FOR_PEN "……………………………"

static size_t cell_count(struct str row)
{
    size_t count = 0;
    while (row.p) {
        (void)str_cut(&row, '|');
        count++;
    }
    return count;
}

static bool begins_with_number(struct str head)
{
    return str_equal(str_trim(str_cut(&head, '|')), STR("STT"));
}

/* Whoever typed a number themselves has left out another cell. */
static bool begins_with_digits(struct str row)
{
    struct str cell = str_trim(str_cut(&row, '|'));
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] < '0' || cell.p[i] > '9') {
            return false;
        }
    }
    return true;
}

/* Its number aside. */
static bool says_nothing(struct str head, struct str row)
{
    if (begins_with_number(head)) {
        (void)str_cut(&row, '|');
    }
    while (row.p) {
        if (str_trim(str_cut(&row, '|')).n > 0) {
            return false;
        }
    }
    return true;
}

bool case_is_place(const struct blank_line *line, struct str name)
{
    struct str inner = str_trim(line->text);
    while (str_ends(inner, STR(".")) || str_ends(inner, STR("/"))) {
        inner = str_slice(inner, 0, inner.n - 1);
    }
    return str_starts(inner, STR("{{")) && str_ends(inner, STR("}}")) && inner.n > 4 &&
           str_equal(str_trim(str_slice(inner, 2, inner.n - 2)), name);
}

struct str case_rows_head(const struct blank *blank, struct str name)
{
    struct str head = STR_NONE;
    for (size_t i = 0; i < blank->line_count; i++) {
        const struct blank_line *line = &blank->lines[i];
        if (line->word == BLANK_HEAD) {
            head = line->text;
        }
        if (line->word == BLANK_ROWS && case_is_place(line, name)) {
            return head;
        }
    }
    return STR_NONE;
}

struct str case_rows_number(struct arena *arena, struct str head, struct str typed)
{
    struct out out = out_open(arena, typed.n + (size_t)LINES_MAX * NUMBER_BYTES_MAX);
    bool is_numbered = begins_with_number(head);
    int number = 0;
    while (typed.p && !out.overflowed) {
        struct str row = str_trim(str_cut(&typed, '\n'));
        if (row.n == 0) {
            continue;
        }
        out_str_raw(&out, number > 0 ? STR("\n") : STR(""));
        number++;
        if (is_numbered && cell_count(row) + 1 == cell_count(head) && !begins_with_digits(row)) {
            out_printf(&out, "%d | ", number);
        }
        out_str_raw(&out, row);
    }
    return out.overflowed ? STR_NONE : out_str(&out);
}

size_t case_rows_wrong(struct str head, struct str typed)
{
    for (size_t number = 1; typed.n > 0; number++) {
        struct str row = str_cut(&typed, '\n');
        if (cell_count(row) != cell_count(head) || says_nothing(head, row)) {
            return number;
        }
    }
    return 0;
}

struct str case_rows_empty(struct arena *arena, struct str head)
{
    struct out out =
        out_open(arena, (size_t)PEN_ROWS * LETTER_CELLS_MAX * (sizeof ROOM_FOR_PEN + 3));
    size_t cells = cell_count(head);
    bool is_numbered = begins_with_number(head);
    for (int row = 1; row <= PEN_ROWS; row++) {
        for (size_t i = 0; i < cells; i++) {
            out_str_raw(&out, i > 0 ? STR(" | ") : STR(""));
            if (i == 0 && is_numbered) {
                out_printf(&out, "%d", row);
            } else {
                out_lit(&out, ROOM_FOR_PEN);
            }
        }
        out_str_raw(&out, row < PEN_ROWS ? STR("\n") : STR(""));
    }
    return out_str(&out);
}

struct str case_rows_tabs(struct arena *arena, struct str typed)
{
    struct out out = out_open(arena, typed.n + 1);
    while (typed.p) {
        struct str row = str_cut(&typed, '\n');
        while (row.p) {
            out_str_raw(&out, str_trim(str_cut(&row, '|')));
            out_str_raw(&out, row.p ? STR("\t") : STR(""));
        }
        out_str_raw(&out, typed.p ? STR("\n") : STR(""));
    }
    return out_str(&out);
}
