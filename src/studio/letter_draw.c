/* Drawing a letter: pages, lines and kinds of type. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <cairo-pdf.h>
#include <string.h>

#include "base/attr.h"
#include "studio/letter_private.h"

/* Law: 30/2020/ND-CP annex I part I: A4, 20 to 25 mm above and below, 30 to 35 on the left, 15 to
 * 20 on the right; the number of the page from the second on, in the middle of the upper margin, 13
 * to 14 points. The Party's margins lie within these. */
enum { ABOVE_MM = 20, BELOW_MM = 20, LEFT_MM = 30, RIGHT_MM = 15, NUMBER_MM = 10, FOOT_MM = 14 };
#define PAGE_WIDTH  (210 * LETTER_MM)
#define PAGE_HEIGHT (297 * LETTER_MM)

static const struct letter_type number_type = { .size = 13, .align = PANGO_ALIGN_CENTER };
static const struct letter_type mark_type = { .size = 9,
                                              .align = PANGO_ALIGN_CENTER,
                                              .is_bold = true };

static bool is_whole(const struct letter *letter);
static void draw(struct letter_press *press);
static void open_page(struct letter_press *press);
static void put_mark(struct letter_press *press);
static struct str capitals(struct arena *arena, struct str text);
static void set_attributes(PangoLayout *layout, const struct letter_type *type, struct str text,
                           size_t bold_bytes);
static void keep_numbers_whole(PangoAttrList *attributes, struct str text);

bool letter_rehearse(struct arena *arena)
{
    static const struct str words[] = { STR_INIT("Ư̆ ꪁꪫ ꨌꩌ ភាសា กา 漢"), STR_INIT("Thử") };
    static const struct letter_block blocks[] = {
        { LETTER_BASIS, .text = STR_INIT("Căn cứ") },
        { LETTER_ARTICLE, STR_INIT("Điều 1."), STR_INIT("Thử ꪁꪫ ភាសា") },
        { LETTER_HEAD_ROW, .cells = words, .cell_count = 2 },
        { LETTER_ROW, .cells = words, .cell_count = 2 },
    };
    static const struct letter_signer signer = { .post = STR_INIT("Trưởng ban") };
    static const struct letter rehearsal = {
        .issuer = STR_INIT("Thử"),
        .place = STR_INIT("Huế"),
        .blocks = blocks,
        .block_count = COUNT(blocks),
        .signers = &signer,
        .signer_count = 1,
        .recipients = words,
        .recipient_count = COUNT(words),
        .at = { 1 },
    };
    struct letter party = rehearsal;
    struct sheet sheet;
    struct arena_mark mark = arena_mark(arena);
    party.layout = LETTER_PARTY;
    bool is_good = letter_draw(arena, &rehearsal, &sheet) == PAPER_GOOD;
    arena_undo(arena, mark);
    return is_good && letter_draw(arena, &party, &sheet) == PAPER_GOOD;
}

enum paper_fault letter_draw(struct arena *arena, const struct letter *letter, struct sheet *ret)
{
    struct letter cleaned = { 0 };
    if (!letter_is_small(letter)) {
        return PAPER_TOO_LONG;
    }
    if (!is_whole(letter) || !letter_clean(arena, letter, &cleaned)) {
        return PAPER_BROKEN;
    }
    struct letter_press press = {
        .arena = arena,
        .letter = &cleaned,
        .context = paper_context_open("vi"),
        .file = out_fixed(new(arena, char, PAPER_BYTES_MAX), PAPER_BYTES_MAX),
        .left = LEFT_MM * LETTER_MM,
        .width = PAGE_WIDTH - (LEFT_MM + RIGHT_MM) * LETTER_MM,
    };
    if (!press.context) {
        return PAPER_NO_FONTS;
    }
    cairo_surface_t *surface =
        paper_pdf_open(arena, &press.file, PAGE_WIDTH, PAGE_HEIGHT,
                       &(struct paper_facts){ cleaned.title, cleaned.issuer, cleaned.at });
    press.ink = cairo_create(surface);
    draw(&press);
    cairo_status_t status = cairo_status(press.ink);
    cairo_destroy(press.ink);
    cairo_surface_finish(surface);
    status = status ? status : cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    g_object_unref(press.context);
    if (press.file.overflowed || press.is_too_high || press.page > PAPER_PAGES_MAX) {
        return PAPER_TOO_LONG;
    }
    if (status) {
        return PAPER_BROKEN;
    }
    paper_pdf_say_language(&press.file, STR("vi"));
    *ret = (struct sheet){
        .bytes = out_str(&press.file),
        .width = (uint32_t)PAGE_WIDTH,
        .height = (uint32_t)PAGE_HEIGHT,
        .pages = press.page,
        .missing = press.missing,
    };
    return press.file.overflowed ? PAPER_TOO_LONG : PAPER_GOOD;
}

/* Without a time of its own cairo would write today's into the PDF. */
static bool is_whole(const struct letter *letter)
{
    bool is_right = letter->at.s != 0;
    for (size_t i = 0; i < letter->signer_count; i++) {
        enum letter_signing form = letter->signers[i].form;
        bool wants_head = form == SIGNING_KT || form == SIGNING_TL || form == SIGNING_TUQ;
        is_right &= wants_head == (letter->signers[i].head.n > 0);
    }
    for (size_t i = 0; i < letter->block_count; i++) {
        enum letter_block_kind kind = letter->blocks[i].kind;
        bool is_row = kind == LETTER_HEAD_ROW || kind == LETTER_ROW;
        is_right &= is_row == (letter->blocks[i].cell_count > 0);
    }
    return is_right;
}

static void draw(struct letter_press *press)
{
    letter_tag(press, "Document", true);
    open_page(press);
    letter_put_head(press);
    double closing = letter_closing_height(press);
    press->is_too_high = press->y > press->bottom || closing > press->bottom - PAGE_HEIGHT / 4;
    if (!press->is_too_high) {
        letter_put_body(press, closing);
        letter_put_closing(press);
    }
    letter_tag(press, "Document", false);
}

/* --- pages ------------------------------------------------------------------------------------ */

static void open_page(struct letter_press *press)
{
    press->page++;
    press->bottom = PAGE_HEIGHT - BELOW_MM * LETTER_MM;
    if (press->page > 1) {
        char digits[16];
        struct out out = out_fixed(digits, sizeof digits);
        out_printf(&out, "%u", press->page);
        press->y = NUMBER_MM * LETTER_MM;
        letter_put(press, NULL, &number_type, out_str(&out), press->left, press->width);
    }
    if (press->letter->mark.n > 0) {
        put_mark(press);
    }
    press->y = ABOVE_MM * LETTER_MM;
}

static void put_mark(struct letter_press *press)
{
    double top = PAGE_HEIGHT - FOOT_MM * LETTER_MM;
    press->y = top;
    letter_put(press, NULL, &mark_type, press->letter->mark, press->left, press->width);
    letter_put_frame(press, press->left, top - 2, press->width, press->y - top + 4);
}

void letter_turn_page(struct letter_press *press)
{
    if (press->page <= PAPER_PAGES_MAX) {
        if (press->group) {
            letter_tag(press, press->group, false);
        }
        cairo_show_page(press->ink);
        open_page(press);
        if (press->group) {
            letter_tag(press, press->group, true);
        }
    }
}

bool letter_is_top(const struct letter_press *press)
{
    return press->page > 1 && press->y < ABOVE_MM * LETTER_MM + 1;
}

bool letter_make_room(struct letter_press *press, double height)
{
    bool is_full = press->y + height > press->bottom && !letter_is_top(press);
    if (is_full) {
        letter_turn_page(press);
    }
    return is_full;
}

double letter_gap(const struct letter_press *press)
{
    return press->letter->layout == LETTER_PARTY ? 7 : 6;
}

/* --- lines ------------------------------------------------------------------------------------ */

void letter_put(struct letter_press *press, const char *tag, const struct letter_type *type,
                struct str text, double x, double width)
{
    if (text.n > 0) {
        PangoLayout *layout = letter_lay_out(press, type, text, 0, width);
        letter_put_lines(press, tag, layout, x, 0, pango_layout_get_line_count(layout));
        g_object_unref(layout);
    }
}

void letter_put_lines(struct letter_press *press, const char *tag, PangoLayout *layout, double x,
                      int from, int to)
{
    PangoLayoutIter *lines = pango_layout_get_iter(layout);
    press->missing += from == 0 ? (uint32_t)pango_layout_get_unknown_glyphs_count(layout) : 0;
    if (tag) {
        letter_tag(press, tag, true);
    }
    for (int i = 0; i < to; i++) {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(lines, NULL, &box);
        if (i >= from && press->ink) {
            int baseline = pango_layout_iter_get_baseline(lines);
            cairo_move_to(press->ink, x + (double)box.x / PANGO_SCALE,
                          press->y + (double)(baseline - box.y) / PANGO_SCALE);
            pango_cairo_show_layout_line(press->ink, pango_layout_iter_get_line_readonly(lines));
        }
        press->y += i >= from ? (double)box.height / PANGO_SCALE : 0;
        pango_layout_iter_next_line(lines);
    }
    if (tag) {
        letter_tag(press, tag, false);
    }
    pango_layout_iter_free(lines);
}

void letter_put_rule(struct letter_press *press, double x, double width)
{
    if (press->ink) {
        cairo_set_line_width(press->ink, 0.7);
        cairo_move_to(press->ink, x, press->y);
        cairo_line_to(press->ink, x + width, press->y);
        cairo_stroke(press->ink);
    }
}

void letter_put_frame(struct letter_press *press, double x, double top, double width, double height)
{
    cairo_set_line_width(press->ink, 0.7);
    cairo_rectangle(press->ink, x, top, width, height);
    cairo_stroke(press->ink);
}

void letter_tag(struct letter_press *press, const char *tag, bool begins)
{
    if (!press->ink) {
        return;
    }
    if (begins) {
        cairo_tag_begin(press->ink, tag, NULL);
    } else {
        cairo_tag_end(press->ink, tag);
    }
}

double letter_height(PangoLayout *layout)
{
    int height = 0;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

PangoLayout *letter_lay_out(const struct letter_press *press, const struct letter_type *type,
                            struct str text, size_t bold_bytes, double width)
{
    PangoLayout *layout = pango_layout_new(press->context);
    PangoFontDescription *font = pango_font_description_new();
    struct str shown = type->is_capital ? capitals(press->arena, text) : text;
    pango_font_description_set_family_static(
        font, "Liberation Serif,Noto Sans,Noto Sans Tai Viet,Noto Sans Cham,Noto Sans Khmer");
    pango_font_description_set_weight(font,
                                      type->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font,
                                     type->is_slanted ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(font, type->size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, false);
    pango_layout_set_alignment(layout, type->align);
    pango_layout_set_justify(layout, type->is_justified);
    pango_layout_set_indent(layout, (int)(type->indent * PANGO_SCALE));
    set_attributes(layout, type, shown, bold_bytes);
    pango_layout_set_text(layout, shown.p ? shown.p : "", (int)shown.n);
    return layout;
}

static void set_attributes(PangoLayout *layout, const struct letter_type *type, struct str text,
                           size_t bold_bytes)
{
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(false));
    if (bold_bytes > 0) {
        PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
        bold->end_index = (guint)bold_bytes;
        pango_attr_list_insert(attributes, bold);
    }
    if (type->is_underlined) {
        pango_attr_list_insert(attributes, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
    }
    keep_numbers_whole(attributes, text);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

/* "07/QĐ-UBND" is not broken behind its hyphen. */
static void keep_numbers_whole(PangoAttrList *attributes, struct str text)
{
    enum { NUMBER_BYTES_MAX = 30 };
    for (struct str rest = text; rest.p;) {
        struct str word = str_cut(&rest, ' ');
        if (word.n <= NUMBER_BYTES_MAX && str_find_byte(word, '/') < word.n &&
            str_find_byte(word, '-') < word.n) {
            PangoAttribute *whole = pango_attr_allow_breaks_new(false);
            whole->start_index = (guint)(word.p - text.p);
            whole->end_index = whole->start_index + (guint)word.n;
            pango_attr_list_insert(attributes, whole);
        }
    }
}

static struct str capitals(struct arena *arena, struct str text)
{
    char *upper = g_utf8_strup(text.p, (gssize)text.n);
    struct str copy = str_copy(arena, str_of(upper));
    g_free(upper);
    return copy;
}
