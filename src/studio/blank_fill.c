/* Filling a blank: each line with its values becomes a block of a letter. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "base/must.h"
#include "studio/blank.h"

struct filling {
    struct arena *arena;
    const struct blank *blank;
    const struct blank_value *values;
    size_t value_count;
    struct str issuer;
    struct letter_block *blocks;
    size_t block_count;
    struct str *addressees;
    size_t addressee_count;
    struct str *recipients;
    size_t recipient_count;
    struct letter_signer *hands;
    size_t hand_count;
    size_t articles;
    size_t points;
    size_t columns;
    bool has_section[BLANK_SECTIONS_MAX];
    struct blank_fault fault;
};

static void put_line(struct filling *filling, const struct blank_line *line);
static void put_list(struct filling *filling, const struct blank_line *line);
static void put_block(struct filling *filling, const struct blank_line *line, struct str text);
static void put_hand(struct filling *filling, struct str text);
static void add_block(struct filling *filling, struct letter_block block);
static void add_name(struct filling *filling, struct str *names, size_t *count, struct str name);
static const struct str *split(struct filling *filling, struct str text, char byte, size_t *ret);
static bool fill_text(struct filling *filling, const struct blank_line *line, struct str text,
                      struct str *ret);
static struct str value_of(const struct filling *filling, struct str name);
static void lack(struct filling *filling, const struct blank_line *line, struct str name);
static void fail(struct filling *filling, enum blank_fault_kind kind, struct str about);

bool blank_fill(struct arena *arena, const struct blank *blank, const struct blank_value *values,
                size_t value_count, struct letter *letter, struct blank_fault *ret_fault)
{
    struct filling filling = {
        .arena = arena,
        .blank = blank,
        .values = values,
        .value_count = value_count,
        .issuer = letter->issuer,
        .blocks = new(arena, struct letter_block, LETTER_BLOCKS_MAX),
        .addressees = new(arena, struct str, LETTER_RECIPIENTS_MAX),
        .recipients = new(arena, struct str, LETTER_RECIPIENTS_MAX),
        .hands = new(arena, struct letter_signer, LETTER_SIGNERS_MAX),
    };
    static const struct blank_line head = { BLANK_TEXT };
    struct str subject = STR_NONE;
    (void)!fill_text(&filling, &head, blank->subject, &subject);
    for (size_t i = 0; i < blank->line_count && !filling.fault.kind; i++) {
        put_line(&filling, &blank->lines[i]);
    }
    for (size_t i = 0; i < blank->section_count && !filling.fault.kind; i++) {
        if (!filling.has_section[i]) {
            fail(&filling, BLANK_VALUE_LACKS, blank->sections[i]);
        }
    }
    if (filling.fault.kind) {
        *ret_fault = filling.fault;
        return false;
    }
    /* Law: Huong dan 36-HD/VPTW: the Party's công văn has a sign of its own. */
    bool is_party_letter = letter->layout == LETTER_PARTY && blank->type.n == 0;
    letter->sign = is_party_letter ? STR("CV") : blank->sign;
    letter->type = blank->type;
    letter->subject = subject;
    letter->title = letter->title.n > 0 ? letter->title : blank->name;
    letter->blocks = filling.blocks;
    letter->block_count = filling.block_count;
    if (letter->addressee_count == 0) {
        letter->addressees = filling.addressees;
        letter->addressee_count = filling.addressee_count;
    }
    if (letter->recipient_count == 0) {
        letter->recipients = filling.recipients;
        letter->recipient_count = filling.recipient_count;
    }
    if (filling.hand_count > 0) {
        letter->signers = filling.hands;
        letter->signer_count = filling.hand_count;
    }
    if (blank->is_by_person) {
        letter->superior = letter->issuer = letter->organ = STR_NONE;
    }
    return true;
}

/* A line with a value that may be absent, and is, is left out. */
static void put_line(struct filling *filling, const struct blank_line *line)
{
    struct str text = STR_NONE;
    if (line->word == BLANK_HAND) {
        put_hand(filling, line->text);
        return;
    }
    if (!fill_text(filling, line, line->text, &text)) {
        return;
    }
    if (line->section > 0) {
        filling->has_section[line->section - 1] = true;
    }
    filling->points = line->word == BLANK_POINT ? filling->points : 0;
    switch (line->word) {
    case BLANK_TO:
        add_name(filling, filling->addressees, &filling->addressee_count, text);
        break;
    case BLANK_COPY:
        add_name(filling, filling->recipients, &filling->recipient_count, text);
        break;
    case BLANK_ITEMS:
    case BLANK_ROWS:
        put_list(filling, line);
        break;
    case BLANK_CENTER:
    case BLANK_BASIS:
    case BLANK_TEXT:
    case BLANK_HEADING:
    case BLANK_ARTICLE:
    case BLANK_ITEM:
    case BLANK_POINT:
    case BLANK_FIELD:
    case BLANK_HEAD:
    case BLANK_NOTE:
    case BLANK_HAND:
    case BLANK_MUST:
    case BLANK_END:
    case BLANK_WORDS:
        put_block(filling, line, text);
        break;
    }
}

/* "a)" to "y)", as Vietnamese lists go: without f, j, w and z, with đ. */
static const struct str points[] = {
    STR_INIT("a)"), STR_INIT("b)"), STR_INIT("c)"), STR_INIT("d)"), STR_INIT("đ)"), STR_INIT("e)"),
    STR_INIT("g)"), STR_INIT("h)"), STR_INIT("i)"), STR_INIT("k)"), STR_INIT("l)"), STR_INIT("m)"),
    STR_INIT("n)"), STR_INIT("o)"), STR_INIT("p)"), STR_INIT("q)"), STR_INIT("r)"), STR_INIT("s)"),
    STR_INIT("t)"), STR_INIT("u)"), STR_INIT("v)"), STR_INIT("x)"), STR_INIT("y)"),
};

static void put_block(struct filling *filling, const struct blank_line *line, struct str text)
{
    static const enum letter_block_kind kinds[BLANK_WORDS] = {
        [BLANK_CENTER] = LETTER_CENTER,   [BLANK_BASIS] = LETTER_BASIS,
        [BLANK_TEXT] = LETTER_TEXT,       [BLANK_HEADING] = LETTER_HEADING,
        [BLANK_ARTICLE] = LETTER_ARTICLE, [BLANK_ITEM] = LETTER_ITEM,
        [BLANK_POINT] = LETTER_ITEM,      [BLANK_FIELD] = LETTER_FIELD,
        [BLANK_HEAD] = LETTER_HEAD_ROW,   [BLANK_NOTE] = LETTER_NOTE,
    };
    struct letter_block block = { kinds[line->word], .text = text };
    if (line->word == BLANK_ARTICLE) {
        block.label = str_printf(filling->arena, "Điều %zu.", ++filling->articles);
    } else if (line->word == BLANK_POINT) {
        block.label = points[filling->points % COUNT(points)];
        filling->points++;
    } else if (line->word == BLANK_ITEM) {
        block.label = STR("-");
    } else if (line->word == BLANK_HEAD) {
        block.text = STR_NONE;
        block.cells = split(filling, line->text, '|', &block.cell_count);
        filling->columns = block.cell_count;
    } else if (line->word == BLANK_FIELD) {
        /* The value may hold the sign that parts them; the blank's own text parts them first. */
        struct str rest = line->text;
        block.label = str_trim(str_cut(&rest, '|'));
        (void)!fill_text(filling, line, block.label, &block.label);
        (void)!fill_text(filling, line, str_trim(rest), &block.text);
    }
    add_block(filling, block);
}

/* An item or a row of each line of the value. */
static void put_list(struct filling *filling, const struct blank_line *line)
{
    struct str rest = value_of(filling, str_slice(line->text, 2, line->text.n - 2));
    while (rest.p && !filling->fault.kind) {
        struct str text = str_cut(&rest, '\n');
        if (str_trim(text).n == 0) {
            continue;
        }
        struct letter_block block = { LETTER_ITEM, STR("-"), str_trim(text) };
        if (line->word == BLANK_ROWS) {
            struct str *cells = new(filling->arena, struct str, LETTER_CELLS_MAX);
            for (size_t i = 0; i < filling->columns; i++) {
                cells[i] = str_trim(str_cut(&text, '\t'));
            }
            block =
                (struct letter_block){ LETTER_ROW, .cells = cells, .cell_count = filling->columns };
        }
        add_block(filling, block);
    }
}

static void put_hand(struct filling *filling, struct str text)
{
    static const struct blank_line line = { BLANK_HAND };
    size_t count = 0;
    const struct str *cells = split(filling, text, '|', &count);
    struct str filled[3] = { STR_NONE };
    for (size_t i = 0; i < count && i < COUNT(filled); i++) {
        (void)!fill_text(filling, &line, cells[i], &filled[i]);
    }
    if (filling->hand_count == LETTER_SIGNERS_MAX) {
        fail(filling, BLANK_TOO_MANY, STR_NONE);
        return;
    }
    filling->hands[filling->hand_count++] =
        (struct letter_signer){ .post = filled[0], .note = filled[1], .name = filled[2] };
}

static void add_block(struct filling *filling, struct letter_block block)
{
    if (filling->block_count == LETTER_BLOCKS_MAX) {
        fail(filling, BLANK_TOO_MANY, STR_NONE);
        return;
    }
    filling->blocks[filling->block_count++] = block;
}

static void add_name(struct filling *filling, struct str *names, size_t *count, struct str name)
{
    if (*count == LETTER_RECIPIENTS_MAX) {
        fail(filling, BLANK_TOO_MANY, STR_NONE);
        return;
    }
    names[(*count)++] = name;
}

static const struct str *split(struct filling *filling, struct str text, char byte, size_t *ret)
{
    struct str *cells = new(filling->arena, struct str, LETTER_CELLS_MAX);
    size_t count = 0;
    for (struct str rest = text; rest.p && count < LETTER_CELLS_MAX;) {
        cells[count++] = str_trim(str_cut(&rest, byte));
    }
    *ret = count;
    return cells;
}

/* --- values ----------------------------------------------------------------------------------- */

/* False when a value is not given: the fault is set if it had to be. */
static bool fill_text(struct filling *filling, const struct blank_line *line, struct str text,
                      struct str *ret)
{
    struct out out = out_open(filling->arena, LETTER_TEXT_BYTES_MAX);
    struct str rest = text;
    while (rest.n > 0) {
        size_t open = str_find(rest, STR("{{"));
        out_str_raw(&out, str_slice(rest, 0, open));
        if (open == rest.n) {
            break;
        }
        rest = str_slice(rest, open + 2, rest.n);
        size_t close = str_find(rest, STR("}}"));
        struct str name = str_slice(rest, 0, close);
        struct str value = value_of(filling, name);
        if (value.n == 0) {
            lack(filling, line, name);
            return false;
        }
        out_str_raw(&out, value);
        rest = str_slice(rest, close + 2, rest.n);
    }
    if (out.overflowed) {
        fail(filling, BLANK_TOO_MANY, STR_NONE);
        return false;
    }
    *ret = out_str(&out);
    return true;
}

/* A tab at the beginning is an empty cell of a row. */
static struct str trim_lines(struct str text)
{
    size_t from = 0;
    size_t to = text.n;
    while (from < to && (text.p[from] == ' ' || text.p[from] == '\n' || text.p[from] == '\r')) {
        from++;
    }
    while (to > from && (text.p[to - 1] == ' ' || text.p[to - 1] == '\n' ||
                         text.p[to - 1] == '\r' || text.p[to - 1] == '\t')) {
        to--;
    }
    return str_slice(text, from, to);
}

static struct str value_of(const struct filling *filling, struct str name)
{
    for (size_t i = 0; i < filling->value_count; i++) {
        if (str_equal(str_of(filling->values[i].name), name)) {
            return trim_lines(filling->values[i].text);
        }
    }
    return str_equal(name, STR("issuer")) ? filling->issuer : STR_NONE;
}

static void lack(struct filling *filling, const struct blank_line *line, struct str name)
{
    const struct blank *blank = filling->blank;
    for (size_t i = 0; i < blank->place_count; i++) {
        if (blank->places[i].is_needed && str_equal(blank->places[i].name, name)) {
            fail(filling, BLANK_VALUE_LACKS,
                 line->section > 0 ? blank->sections[line->section - 1] : blank->places[i].label);
        }
    }
    if (str_equal(name, STR("issuer"))) {
        fail(filling, BLANK_VALUE_LACKS, STR("cơ quan ban hành"));
    }
}

static void fail(struct filling *filling, enum blank_fault_kind kind, struct str about)
{
    if (!filling->fault.kind) {
        filling->fault = (struct blank_fault){ kind, 0, about };
    }
}
