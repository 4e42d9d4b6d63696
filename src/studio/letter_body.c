/* The content of a letter: paragraphs, lists, fields and tables, broken into pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "base/must.h"
#include "studio/letter_private.h"

enum { PIECE_BYTES = 2000, INDENT = 30, CELL_PAD = 3, FIELD_PERCENT = 34, HEADING_ROOM = 56 };

/* Law: 30/2020/ND-CP annex I part II.6: 13 to 14 points, even at both edges, the first line 1 cm or
 * 1.27 cm in; what a decision rests on is slanted. */
#define BODY_SIZE 14
static const struct letter_type types[LETTER_BLOCK_KINDS] = {
    [LETTER_TEXT] = { .size = BODY_SIZE, .indent = INDENT, .is_justified = true },
    [LETTER_BASIS] = { .size = BODY_SIZE,
                       .indent = INDENT,
                       .is_justified = true,
                       .is_slanted = true },
    [LETTER_CENTER] = { .size = BODY_SIZE,
                        .align = PANGO_ALIGN_CENTER,
                        .is_bold = true,
                        .is_capital = true },
    [LETTER_HEADING] = { .size = BODY_SIZE, .indent = INDENT, .is_bold = true },
    [LETTER_ARTICLE] = { .size = BODY_SIZE, .indent = INDENT, .is_justified = true },
    [LETTER_ITEM] = { .size = BODY_SIZE, .indent = INDENT, .is_justified = true },
    [LETTER_FIELD] = { .size = BODY_SIZE },
    [LETTER_HEAD_ROW] = { .size = 12, .align = PANGO_ALIGN_CENTER, .is_bold = true },
    [LETTER_ROW] = { .size = 12 },
    [LETTER_NOTE] = { .size = 12, .is_slanted = true },
};

/* The table that is being put, and where its columns are. */
struct table {
    const struct letter_block *head;
    double widths[LETTER_CELLS_MAX];
};

static void put_block(struct letter_press *press, struct table *table, size_t at, double keep);
static void put_paragraph(struct letter_press *press, const struct letter_block *block,
                          double keep);
static size_t put_piece(struct letter_press *press, const char *tag, PangoLayout *layout,
                        bool is_last, double keep);
static int lines_that_fit(const struct letter_press *press, PangoLayout *layout, int from,
                          double room);
static int choose_lines(int fitting, int rest, bool is_begin, bool keeps_all);
static struct str piece_of(struct str text);
static void put_field(struct letter_press *press, const struct letter_block *block, double keep);
static void set_group(struct letter_press *press, const char *group);
static void measure_columns(const struct letter_press *press, struct table *table, size_t at);
static void share_width(double width, size_t count, const double *wanted, double *ret_widths);
static void put_row(struct letter_press *press, const struct table *table,
                    const struct letter_block *row, double keep);
static bool put_row_part(struct letter_press *press, const struct table *table,
                         const struct letter_block *row, PangoLayout *const *cells, int *froms);

void letter_put_body(struct letter_press *press, double closing)
{
    struct table table = { 0 };
    for (size_t i = 0; i < press->letter->block_count && press->page <= PAPER_PAGES_MAX; i++) {
        bool is_last = i + 1 == press->letter->block_count;
        put_block(press, &table, i, is_last ? closing : 0);
    }
    set_group(press, NULL);
}

static void put_block(struct letter_press *press, struct table *table, size_t at, double keep)
{
    const struct letter_block *block = &press->letter->blocks[at];
    bool is_row = block->kind == LETTER_ROW && press->group;
    set_group(press, block->kind == LETTER_HEAD_ROW || block->kind == LETTER_ROW ? "Table"
                     : block->kind == LETTER_ITEM                                ? "L"
                                                                                 : NULL);
    press->y += is_row ? 0 : letter_gap(press);
    switch (block->kind) {
    case LETTER_CENTER:
    case LETTER_HEADING:
        letter_make_room(press, HEADING_ROOM);
        put_paragraph(press, block, keep);
        break;
    case LETTER_FIELD:
        put_field(press, block, keep);
        break;
    case LETTER_HEAD_ROW:
        measure_columns(press, table, at);
        letter_make_room(press, HEADING_ROOM);
        put_row(press, table, block, keep);
        table->head = block;
        break;
    case LETTER_ROW:
        put_row(press, table, block, keep);
        break;
    case LETTER_TEXT:
    case LETTER_BASIS:
    case LETTER_ARTICLE:
    case LETTER_ITEM:
    case LETTER_NOTE:
    case LETTER_BLOCK_KINDS:
        put_paragraph(press, block, keep);
        break;
    }
}

/* A list or table that goes on over a page is one on each. */
static void set_group(struct letter_press *press, const char *group)
{
    if (press->group == group) {
        return;
    }
    if (press->group) {
        letter_tag(press, press->group, false);
    }
    if (group) {
        letter_tag(press, group, true);
    }
    press->group = group;
}

/* --- paragraphs ------------------------------------------------------------------------------- */

/* A long text goes in pieces, each begun with the line that the last one ended in: pango looks at
 * the rest of a paragraph again for every line of it. */
static void put_paragraph(struct letter_press *press, const struct letter_block *block, double keep)
{
    static const char *const tags[LETTER_BLOCK_KINDS] = {
        [LETTER_HEADING] = "H2", [LETTER_ITEM] = "LI"
    };
    must(block->kind < LETTER_BLOCK_KINDS);
    const char *tag = tags[block->kind] ? tags[block->kind] : "P";
    struct letter_type type = types[block->kind];
    size_t bold = block->kind == LETTER_ARTICLE ? block->label.n : 0;
    struct str rest =
        block->label.n > 0 && block->text.n > 0
            ? str_printf(press->arena, "%.*s %.*s", STR_ARG(block->label), STR_ARG(block->text))
        : block->label.n > 0 ? block->label
                             : block->text;
    bool is_last = false;
    while (!is_last && press->page <= PAPER_PAGES_MAX) {
        struct str piece = piece_of(rest);
        is_last = piece.n == rest.n;
        PangoLayout *layout =
            letter_lay_out(press, &type, piece, bold < piece.n ? bold : 0, press->width);
        size_t done = put_piece(press, tag, layout, is_last, keep);
        g_object_unref(layout);
        rest = str_slice(rest, done < piece.n ? done : piece.n, rest.n);
        type.indent = 0;
        bold = 0;
    }
}

/* Up to PIECE_BYTES, and no letter is torn. */
static struct str piece_of(struct str text)
{
    size_t n = text.n < PIECE_BYTES ? text.n : PIECE_BYTES;
    while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xc0) == 0x80) {
        n--;
    }
    return str_slice(text, 0, n);
}

/* All lines, or all but the last when there are several; says where the first of the others is. */
static size_t put_piece(struct letter_press *press, const char *tag, PangoLayout *layout,
                        bool is_last, double keep)
{
    int count = pango_layout_get_line_count(layout);
    int end = count - (!is_last && count > 1);
    for (int from = 0; from < end && press->page <= PAPER_PAGES_MAX;) {
        double room = press->bottom - press->y;
        int fitting = lines_that_fit(press, layout, from, room);
        bool keeps_all = is_last && keep > 0 && from + fitting >= count &&
                         lines_that_fit(press, layout, from, room - keep) < count - from;
        int n = choose_lines(fitting, end - from, from == 0, keeps_all);
        if (n == 0 && letter_is_top(press)) {
            n = fitting > 0 ? fitting : 1;
            n = n < end - from ? n : end - from;
        }
        if (n > 0) {
            letter_put_lines(press, tag, layout, press->left, from, from + n);
        }
        from += n;
        if (from < end) {
            letter_turn_page(press);
        }
    }
    return end == count ? PIECE_BYTES
                        : (size_t)pango_layout_get_line_readonly(layout, end)->start_index;
}

/* How many of `rest` lines stand here, when so many fit: no line of a paragraph stands alone above
 * or below a break, and what has to be followed by the signature takes two lines with it. */
static int choose_lines(int fitting, int rest, bool is_begin, bool keeps_all)
{
    int n = fitting < rest ? fitting : rest;
    if (n == rest - 1 || (n == rest && keeps_all)) {
        n = rest - 2;
    }
    return n < 0 || (is_begin && n == 1 && rest > 1) ? 0 : n;
}

static int lines_that_fit(const struct letter_press *press, PangoLayout *layout, int from,
                          double room)
{
    (void)press;
    PangoLayoutIter *lines = pango_layout_get_iter(layout);
    int n = 0;
    int at = 0;
    double height = 0;
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(lines, NULL, &box);
        if (at++ < from) {
            continue;
        }
        height += (double)box.height / PANGO_SCALE;
        if (height > room) {
            break;
        }
        n++;
    } while (pango_layout_iter_next_line(lines));
    pango_layout_iter_free(lines);
    return n;
}

/* --- fields ----------------------------------------------------------------------------------- */

/* Both begin on one line. A value of many lines is a paragraph behind its name. */
static void put_field(struct letter_press *press, const struct letter_block *block, double keep)
{
    const struct letter_type *type = &types[LETTER_FIELD];
    double column = press->width * FIELD_PERCENT / 100;
    double x = press->left + column + 8;
    struct str piece = piece_of(block->text);
    PangoLayout *label = letter_lay_out(press, type, piece_of(block->label), 0, column);
    PangoLayout *text = letter_lay_out(press, type, piece, 0, press->width - column - 8);
    double height =
        letter_height(text) > letter_height(label) ? letter_height(text) : letter_height(label);
    if (piece.n < block->text.n || pango_layout_get_line_count(text) > 8 ||
        pango_layout_get_line_count(label) > 8) {
        put_paragraph(press, block, keep);
    } else {
        letter_make_room(press, height + keep);
        double top = press->y;
        letter_tag(press, "P", true);
        letter_put_lines(press, NULL, label, press->left, 0, pango_layout_get_line_count(label));
        press->y = top;
        letter_put_lines(press, NULL, text, x, 0, pango_layout_get_line_count(text));
        letter_tag(press, "P", false);
        press->y = top + height;
    }
    g_object_unref(label);
    g_object_unref(text);
}

/* --- tables ----------------------------------------------------------------------------------- */

/* Wide enough for the widest cell of the column while there is room; the rest is shared. */
static void measure_columns(const struct letter_press *press, struct table *table, size_t at)
{
    double wanted[LETTER_CELLS_MAX] = { 0 };
    const struct letter *letter = press->letter;
    size_t count = letter->blocks[at].cell_count;
    for (size_t i = at; i < letter->block_count; i++) {
        const struct letter_block *row = &letter->blocks[i];
        if (i > at && row->kind != LETTER_ROW) {
            break;
        }
        for (size_t k = 0; k < row->cell_count && k < count; k++) {
            PangoLayout *layout =
                letter_lay_out(press, &types[row->kind], piece_of(row->cells[k]), 0, press->width);
            int width = 0;
            pango_layout_get_size(layout, &width, NULL);
            PangoRectangle box;
            pango_layout_get_extents(layout, NULL, &box);
            double wide = (double)box.width / PANGO_SCALE + 2 * CELL_PAD + 1;
            wanted[k] = wide > wanted[k] ? wide : wanted[k];
            g_object_unref(layout);
        }
    }
    share_width(press->width, count, wanted, table->widths);
}

/* Each column gets what it wants or its even part of what is left, the modest ones first. */
static void share_width(double width, size_t count, const double *wanted, double *ret_widths)
{
    bool is_set[LETTER_CELLS_MAX] = { false };
    double left = width;
    size_t open = count;
    for (bool goes_on = true; goes_on && open > 1;) {
        goes_on = false;
        for (size_t i = 0; i < count && open > 1; i++) {
            if (!is_set[i] && wanted[i] <= left / (double)open) {
                ret_widths[i] = wanted[i];
                is_set[i] = goes_on = true;
                left -= wanted[i];
                open--;
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        ret_widths[i] = is_set[i] ? ret_widths[i] : left / (double)open;
    }
}

/* A row that fits a page is not torn; on the next page the head stands again, and a head has none
 * of its own. NOLINTNEXTLINE(misc-no-recursion) */
static void put_row(struct letter_press *press, const struct table *table,
                    const struct letter_block *row, double keep)
{
    PangoLayout *cells[LETTER_CELLS_MAX] = { NULL };
    int froms[LETTER_CELLS_MAX] = { 0 };
    double height = 0;
    for (size_t i = 0; i < row->cell_count; i++) {
        cells[i] = letter_lay_out(press, &types[row->kind], piece_of(row->cells[i]), 0,
                                  table->widths[i] - 2 * CELL_PAD);
        double high = letter_height(cells[i]) + 2 * CELL_PAD;
        height = high > height ? high : height;
    }
    bool is_turned = letter_make_room(press, height + keep);
    do {
        if (is_turned && row->kind == LETTER_ROW && table->head) {
            put_row(press, table, table->head, 0);
        }
        is_turned = put_row_part(press, table, row, cells, froms);
        if (is_turned) {
            letter_turn_page(press);
        }
    } while (is_turned && press->page <= PAPER_PAGES_MAX);
    for (size_t i = 0; i < row->cell_count; i++) {
        g_object_unref(cells[i]);
    }
}

/* As many lines of each cell as have room here; true when there are more. */
static bool put_row_part(struct letter_press *press, const struct table *table,
                         const struct letter_block *row, PangoLayout *const *cells, int *froms)
{
    double top = press->y;
    double end = top;
    double x = press->left;
    bool is_more = false;
    letter_tag(press, "TR", true);
    for (size_t i = 0; i < row->cell_count; i++) {
        int count = pango_layout_get_line_count(cells[i]);
        int n = lines_that_fit(press, cells[i], froms[i], press->bottom - top - 2 * CELL_PAD);
        n = n == 0 && letter_is_top(press) ? 1 : n;
        n = n < count - froms[i] ? n : count - froms[i];
        press->y = top + CELL_PAD;
        letter_put_lines(press, row->kind == LETTER_HEAD_ROW ? "TH" : "TD", cells[i], x + CELL_PAD,
                         froms[i], froms[i] + n);
        froms[i] += n;
        is_more |= froms[i] < count;
        end = press->y + CELL_PAD > end ? press->y + CELL_PAD : end;
        x += table->widths[i];
    }
    letter_tag(press, "TR", false);
    x = press->left;
    for (size_t i = 0; i < row->cell_count; i++) {
        letter_put_frame(press, x, top, table->widths[i], end - top);
        x += table->widths[i];
    }
    press->y = end;
    return is_more;
}
