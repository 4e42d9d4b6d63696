/* The text form of a paper: 72 columns, for terminals, e-mail and screen readers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/paper_private.h"

enum { LABEL_COLUMNS = 22, STEP_COLUMNS = 4 };

/* A line being written. Continuations of it begin at `indent`. */
struct line {
    struct out *out;
    size_t column;
    size_t indent;
};

static void write_block(struct out *out, const struct paper_block *block);
static void write_pair(struct out *out, const struct paper_block *block, size_t columns,
                       const char *sign);
static void write_underlined(struct out *out, struct str text, char sign);
static void write_paragraph(struct out *out, struct str text);
static void wrap(struct line *line, struct str text);
static void wrap_word(struct line *line, struct str word);
static void turn(struct line *line);
static void pad(struct line *line, size_t column);
static size_t columns_of(struct str text);

void paper_write_text(struct out *out, const struct paper *paper)
{
    if (paper->mark.n > 0) {
        out_lit(out, "*** ");
        out_str_raw(out, paper->mark);
        out_lit(out, " ***\n\n");
    }
    if (paper->author.n > 0) {
        write_paragraph(out, paper->author);
    }
    for (size_t i = 0; i < paper->block_count; i++) {
        write_block(out, &paper->blocks[i]);
    }
    if (paper->footer.n > 0) {
        out_char(out, '\n');
        write_paragraph(out, paper->footer);
    }
}

static void write_block(struct out *out, const struct paper_block *block)
{
    switch (block->kind) {
    case PAPER_TITLE:
        write_underlined(out, block->text, '=');
        break;
    case PAPER_HEADING:
        write_underlined(out, block->text, '-');
        break;
    case PAPER_CODE:
    case PAPER_ROW:
    case PAPER_LETTERS:
    case PAPER_QR:
        write_pair(out, block, LABEL_COLUMNS, ":");
        break;
    case PAPER_STEP:
        write_pair(out, block, STEP_COLUMNS, "");
        break;
    case PAPER_TEXT:
    case PAPER_SMALL:
        out_char(out, '\n');
        write_paragraph(out, block->text);
        break;
    case PAPER_RULE:
    case PAPER_PAGE:
    case PAPER_BLOCK_KINDS:
        out_char(out, '\n');
        for (size_t i = 0; i < PAPER_COLUMNS; i++) {
            out_char(out, '-');
        }
        out_char(out, '\n');
        break;
    }
}

static void write_pair(struct out *out, const struct paper_block *block, size_t columns,
                       const char *sign)
{
    struct line line = { .out = out };
    if (block->label.n > 0) {
        wrap(&line, block->label);
        out_str_raw(out, str_of(sign));
        line.column += str_of(sign).n;
        line.indent = columns;
        if (line.column >= columns) {
            turn(&line);
        }
        pad(&line, columns);
    }
    wrap(&line, block->text);
    out_char(out, '\n');
}

static void write_underlined(struct out *out, struct str text, char sign)
{
    size_t columns = columns_of(text);
    out_char(out, '\n');
    write_paragraph(out, text);
    for (size_t i = 0; i < columns && i < PAPER_COLUMNS; i++) {
        out_char(out, sign);
    }
    out_char(out, '\n');
}

static void write_paragraph(struct out *out, struct str text)
{
    struct line line = { .out = out };
    wrap(&line, text);
    out_char(out, '\n');
}

static void wrap(struct line *line, struct str text)
{
    struct str rest = text;
    while (rest.p) {
        struct str row = str_cut(&rest, '\n');
        while (row.p) {
            wrap_word(line, str_cut(&row, ' '));
        }
        if (rest.p) {
            turn(line);
        }
    }
}

/* A word that is wider than a line is broken where the line ends. */
static void wrap_word(struct line *line, struct str word)
{
    size_t columns = columns_of(word);
    if (columns == 0) {
        return;
    }
    if (line->column > line->indent && line->column + 1 + columns > PAPER_COLUMNS) {
        turn(line);
    } else if (line->column > line->indent) {
        out_char(line->out, ' ');
        line->column++;
    }
    struct str rest = word;
    while (rest.n > 0) {
        const char *sign = rest.p;
        uint32_t letter = str_cut_char(&rest);
        if (line->column == PAPER_COLUMNS) {
            turn(line);
        }
        bool is_control = letter < ' ' || letter == 0x7f;
        out_str_raw(line->out, is_control ? STR("?") : str_span(sign, (size_t)(rest.p - sign)));
        line->column++;
    }
}

static void turn(struct line *line)
{
    out_char(line->out, '\n');
    line->column = 0;
    pad(line, line->indent);
}

static void pad(struct line *line, size_t column)
{
    for (; line->column < column; line->column++) {
        out_char(line->out, ' ');
    }
}

static size_t columns_of(struct str text)
{
    size_t columns = 0;
    for (struct str rest = text; rest.n > 0; columns++) {
        str_cut_char(&rest);
    }
    return columns;
}

/* Cairo refuses a whole PDF for one of Unicode's noncharacters; controls have no glyph. */
bool paper_clean(struct arena *arena, struct str *text)
{
    enum { REPLACEMENT_BYTES = 3 };
    if (!str_is_utf8(*text)) {
        return false;
    }
    struct out out = out_open(arena, REPLACEMENT_BYTES * text->n);
    struct str rest = *text;
    while (rest.n > 0) {
        const char *sign = rest.p;
        uint32_t letter = str_cut_char(&rest);
        bool is_control = (letter < ' ' && letter != '\n') || letter == 0x7f;
        bool is_none = (letter & 0xfffe) == 0xfffe || (letter >= 0xfdd0 && letter <= 0xfdef);
        out_str_raw(&out, is_control ? STR(" ")
                          : is_none  ? STR("\xef\xbf\xbd")
                                     : str_span(sign, (size_t)(rest.p - sign)));
    }
    *text = out_str(&out);
    return true;
}
