/* Drawing a paper: once to see where everything falls, once with ink. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <cairo-pdf.h>

#include "base/attr.h"
#include "studio/letter_private.h"
#include "studio/paper_private.h"
#include "studio/qr.h"

/* Lengths are points (1/72 inch); the picture has PNG_SCALE pixels a point. */
enum {
    PNG_SCALE = 2,
    PNG_WIDTH = PAPER_PNG_WIDTH / PNG_SCALE,
    PNG_HEIGHT_MAX = PAPER_PNG_HEIGHT_MAX / PNG_SCALE,
    QR_POINTS = 104,
    GAP = 12,
    MUTED = 30, /* percent of white in it */
    PIECE_BYTES = 2000,
};

struct format {
    double width;
    double height;
    double margin;
    double letters; /* the size of ordinary text */
};
static const struct format png_format = { PNG_WIDTH, PNG_HEIGHT_MAX, 20, 14 };
static const struct format pdf_formats[PAPER_SIZES] = {
    [PAPER_A5] = { 419.528, 595.276, 36, 10.5 },
    [PAPER_A4] = { 595.276, 841.89, 60, 12.5 },
};

/* Sizes are percents of ordinary text, spaces and columns of the width between the margins. */
struct style {
    const char *tag; /* of the PDF's structure */
    unsigned size;
    double space_before;
    unsigned label_percent; /* 0: the label, if there is one, stands above */
    bool is_bold;
    bool is_mono;
    bool is_muted;
    int lines_max; /* 0: any number; else what is too long ends in "…" */
};
static const struct style styles[PAPER_BLOCK_KINDS] = {
    [PAPER_TITLE] = { "H1", .size = 160, .space_before = 4, .is_bold = true },
    [PAPER_HEADING] = { "H2", .size = 115, .space_before = 12, .is_bold = true },
    [PAPER_TEXT] = { "P", .size = 100, .space_before = 6 },
    [PAPER_SMALL] = { "P", .size = 82, .space_before = 5, .is_muted = true },
    [PAPER_CODE] = { "P", .size = 185, .space_before = 8, .is_bold = true, .is_mono = true },
    [PAPER_ROW] = { "P", .size = 100, .space_before = 5, .label_percent = 34 },
    [PAPER_STEP] = { "P", .size = 90, .space_before = 3, .label_percent = 6 },
    [PAPER_LETTERS] = { "P", .size = 78, .space_before = 4, .label_percent = 34, .is_mono = true },
    [PAPER_QR] = { "Figure", .size = 82, .space_before = 6, .is_muted = true },
    [PAPER_RULE] = { NULL, .size = 100, .space_before = 10 },
    [PAPER_PAGE] = { NULL, .size = 100 },
};
static const struct style label_style = { "P", .size = 82, .is_muted = true };
static const struct style mark_style = { "P", .size = 90, .is_bold = true, .lines_max = 2 };
static const struct style edge_style = { "P", .size = 82, .is_muted = true, .lines_max = 3 };

static PangoFontMap *fonts;

struct press {
    const struct paper *paper;
    enum paper_form form;
    const struct format *format;
    PangoContext *context;
    struct qr *qr;
    struct out file;
    cairo_t *ink; /* NULL while measuring */
    double y;
    double bottom;
    double beside;     /* how much of the right is taken … */
    double beside_end; /* … down to here */
    uint32_t page;
    uint32_t pages;
    uint32_t missing;
    bool is_broken;
};

static bool clean_paper(struct arena *arena, const struct paper *paper, struct paper *ret);
static void run(struct press *press);
static enum paper_fault draw_pdf(struct press *press, struct arena *arena, struct sheet *ret);
static enum paper_fault draw_png(struct press *press, struct sheet *ret);
static void open_page(struct press *press);
static void close_page(struct press *press);
static void turn_page(struct press *press);
static double footer_height(const struct press *press);
static void put_block(struct press *press, const struct paper_block *block);
static void put_pair(struct press *press, const struct style *style,
                     const struct paper_block *block, double width);
static void put_text(struct press *press, const struct style *style, struct str text, double x,
                     double width);
static struct str piece_of(struct str text);
static size_t put_lines(struct press *press, const struct style *style, PangoLayout *layout,
                        double x, bool is_last);
static void put_edge(struct press *press, const struct style *style, struct str text, double x,
                     double width);
static double line_height(PangoLayoutIter *lines);
static void put_line(struct press *press, const struct style *style, PangoLayoutIter *lines,
                     double x);
static void set_tag(const struct press *press, const struct style *style, bool *is_open,
                    bool wanted);
static void put_qr(struct press *press, struct str text);
static void put_mark(struct press *press);
static void put_rule(struct press *press);
static PangoLayout *lay_out(const struct press *press, const struct style *style, struct str text,
                            double width);
static double height_of(PangoLayout *layout);
static void set_ink(const struct press *press, unsigned light_percent);

/* One text in each script that is drawn with a font of its own; Thai for the dictionary that finds
 * its words. */
void paper_open(void)
{
    static const struct paper_block blocks[] = {
        { PAPER_TITLE, .text = STR_INIT("Mẫu thử ư̆ č") },
        { PAPER_TEXT, .text = STR_INIT("ꪁꪫꪱꪣ ꨌꩌ ភាសា กา") },
        { PAPER_CODE, STR_INIT("Mã"), STR_INIT("PX-2222-2222") },
        { PAPER_ROW, STR_INIT("Đơn vị"), STR_INIT("Thử") },
        { PAPER_LETTERS, STR_INIT("Gốc"), STR_INIT("0f=") },
        { PAPER_QR, .text = STR_INIT("HTTP://A/T/B") },
    };
    static const struct paper rehearsal = {
        .title = STR_INIT("Mẫu"),
        .language = STR_INIT("vi"),
        .mark = STR_INIT("漢"),
        .at = { 1 },
        .blocks = blocks,
        .block_count = COUNT(blocks),
    };
    struct arena *arena = arena_create(5 * PAPER_BYTES_MAX);
    fonts = arena ? paper_fonts_open() : NULL;
    for (unsigned form = 0; fonts && form < PAPER_FORMS; form++) {
        struct sheet sheet;
        if (paper_draw(arena, (enum paper_form)form, &rehearsal, &sheet)) {
            fonts = NULL;
        }
    }
    if (fonts && !letter_rehearse(arena)) {
        fonts = NULL;
    }
    paper_fonts_close_threads();
    arena_destroy(arena);
}

enum paper_fault paper_draw(struct arena *arena, enum paper_form form, const struct paper *paper,
                            struct sheet *ret)
{
    if (!fonts) {
        return PAPER_NO_FONTS;
    }
    struct paper cleaned;
    if (!clean_paper(arena, paper, &cleaned)) {
        return PAPER_BROKEN;
    }
    struct press press = {
        .paper = &cleaned,
        .form = form,
        .format = form == PAPER_PNG ? &png_format : &pdf_formats[paper->size],
        .qr = new(arena, struct qr, 1),
        .file = out_fixed(new(arena, char, PAPER_BYTES_MAX), PAPER_BYTES_MAX),
        .context = paper_context_open(str_z(arena, cleaned.language)),
    };
    struct sheet sheet = { 0 };
    run(&press);
    press.pages = press.page;
    enum paper_fault fault = press.is_broken                 ? PAPER_BROKEN
                             : press.pages > PAPER_PAGES_MAX ? PAPER_TOO_LONG
                             : form == PAPER_PDF             ? draw_pdf(&press, arena, &sheet)
                                                             : draw_png(&press, &sheet);
    g_object_unref(press.context);
    if (!fault) {
        sheet.bytes = out_str(&press.file);
        sheet.pages = press.pages;
        sheet.missing = press.missing;
        *ret = sheet;
    }
    return fault;
}

PangoContext *paper_context_open(const char *language)
{
    if (!fonts) {
        return NULL;
    }
    PangoContext *context = pango_font_map_create_context(fonts);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, false);
    pango_context_set_language(context, pango_language_from_string(language));
    return context;
}

/* Without a time of its own cairo would write today's into the PDF. */
static bool clean_paper(struct arena *arena, const struct paper *paper, struct paper *ret)
{
    struct paper_block *blocks = new(arena, struct paper_block, paper->block_count + 1);
    struct paper copy = *paper;
    bool is_text = paper_clean(arena, &copy.title) && paper_clean(arena, &copy.author) &&
                   paper_clean(arena, &copy.mark) && paper_clean(arena, &copy.footer);
    copy.blocks = blocks;
    for (size_t i = 0; i < copy.block_count && is_text; i++) {
        blocks[i] = paper->blocks[i];
        is_text = paper_clean(arena, &blocks[i].label) && paper_clean(arena, &blocks[i].text);
    }
    *ret = copy;
    return is_text && copy.at.s != 0;
}

static void run(struct press *press)
{
    press->page = 0;
    press->missing = 0;
    open_page(press);
    for (size_t i = 0; i < press->paper->block_count && press->page <= PAPER_PAGES_MAX; i++) {
        put_block(press, &press->paper->blocks[i]);
    }
    press->y = press->y > press->beside_end ? press->y : press->beside_end;
    close_page(press);
}

static enum paper_fault draw_pdf(struct press *press, struct arena *arena, struct sheet *ret)
{
    cairo_surface_t *surface = paper_pdf_open(
        arena, &press->file, press->format->width, press->format->height,
        &(struct paper_facts){ press->paper->title, press->paper->author, press->paper->at });
    press->ink = cairo_create(surface);
    cairo_tag_begin(press->ink, "Document", NULL);
    run(press);
    cairo_tag_end(press->ink, "Document");
    cairo_status_t status = cairo_status(press->ink);
    cairo_destroy(press->ink);
    cairo_surface_finish(surface);
    status = status ? status : cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (!status) {
        paper_pdf_say_language(&press->file, press->paper->language);
    }
    ret->width = (uint32_t)press->format->width;
    ret->height = (uint32_t)press->format->height;
    return press->file.overflowed ? PAPER_TOO_LONG : status ? PAPER_BROKEN : PAPER_GOOD;
}

/* As high as what stands on it. Shades of grey, a quarter of the bytes of colours: cairo has them
 * only as opacity, which its PNG calls grey; so the sheet begins opaque, and ink takes away. */
static enum paper_fault draw_png(struct press *press, struct sheet *ret)
{
    int height = (int)(press->y + press->format->margin) * PNG_SCALE;
    if (press->pages > 1 || height > PAPER_PNG_HEIGHT_MAX) {
        return PAPER_TOO_LONG;
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, PAPER_PNG_WIDTH, height);
    press->ink = cairo_create(surface);
    cairo_paint(press->ink);
    cairo_set_operator(press->ink, CAIRO_OPERATOR_DEST_OUT);
    cairo_scale(press->ink, PNG_SCALE, PNG_SCALE);
    run(press);
    cairo_status_t status = cairo_status(press->ink);
    cairo_destroy(press->ink);
    status = status ? status
                    : cairo_surface_write_to_png_stream(surface, paper_write_bytes, &press->file);
    cairo_surface_destroy(surface);
    ret->width = PAPER_PNG_WIDTH;
    ret->height = (uint32_t)height;
    return press->file.overflowed ? PAPER_TOO_LONG : status ? PAPER_BROKEN : PAPER_GOOD;
}

/* Into a buffer that never grows: what unwinds through cairo leaves its locks behind. */
cairo_status_t paper_write_bytes(void *subject, const unsigned char *bytes, unsigned n)
{
    struct out *out = subject;
    out_bytes(out, bytes, n);
    return out->overflowed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

/* --- pages ------------------------------------------------------------------------------------ */

static void open_page(struct press *press)
{
    press->page++;
    press->y = press->format->margin;
    press->bottom = press->format->height - press->format->margin - footer_height(press);
    press->beside = 0;
    press->beside_end = 0;
    if (press->paper->mark.n > 0) {
        put_mark(press);
    }
    if (press->page == 1 && press->paper->author.n > 0) {
        put_edge(press, &edge_style, press->paper->author, press->format->margin,
                 press->format->width - 2 * press->format->margin);
    }
}

static double footer_height(const struct press *press)
{
    PangoLayout *layout = lay_out(press, &edge_style, piece_of(press->paper->footer),
                                  press->format->width - 2 * press->format->margin);
    double height = height_of(layout) + GAP;
    g_object_unref(layout);
    return height;
}

/* The picture ends where its text does. */
static void close_page(struct press *press)
{
    double width = press->format->width - 2 * press->format->margin;
    press->y = press->form == PAPER_PNG ? press->y + GAP : press->bottom + GAP;
    press->bottom = press->format->height;
    put_edge(press, &edge_style, press->paper->footer, press->format->margin, width);
    if (press->pages > 1) {
        char number[32];
        struct out out = out_fixed(number, sizeof number);
        out_printf(&out, "%u/%u", press->page, press->pages);
        put_edge(press, &edge_style, out_str(&out), press->format->width - press->format->margin,
                 press->format->margin);
    }
    if (press->ink && press->form == PAPER_PDF) {
        cairo_show_page(press->ink);
    }
}

static void turn_page(struct press *press)
{
    if (press->page <= PAPER_PAGES_MAX) {
        close_page(press);
        open_page(press);
    }
}

/* --- blocks ----------------------------------------------------------------------------------- */

static void put_block(struct press *press, const struct paper_block *block)
{
    const struct style *style = &styles[block->kind];
    double width = press->format->width - 2 * press->format->margin;
    press->y += style->space_before;
    if (style->label_percent > 0 && press->y < press->beside_end) {
        press->y = press->beside_end;
    }
    if (block->kind == PAPER_HEADING && press->y + 4 * press->format->letters > press->bottom) {
        turn_page(press); /* no heading stands alone at the end of a page */
    }
    if (press->y < press->beside_end) {
        width -= press->beside;
    }
    if (block->kind == PAPER_QR) {
        put_qr(press, block->text);
    } else if (block->kind == PAPER_RULE) {
        put_rule(press);
    } else if (block->kind == PAPER_PAGE) {
        turn_page(press);
    } else if (style->label_percent > 0) {
        put_pair(press, style, block, width);
    } else {
        if (block->label.n > 0) {
            put_text(press, &label_style, block->label, press->format->margin, width);
        }
        put_text(press, style, block->text, press->format->margin, width);
    }
}

/* Both begin on one line; whichever is longer says where the next block goes. A pair that fits a
 * page is not torn. */
static void put_pair(struct press *press, const struct style *style,
                     const struct paper_block *block, double width)
{
    struct style label = *style;
    label.is_mono = false;
    label.is_muted = true;
    label.size = style->is_mono ? style->size : style->size * 92 / 100;
    double column = width * style->label_percent / 100;
    double x = press->format->margin + column + GAP / 2.0;
    PangoLayout *text = lay_out(press, style, piece_of(block->text), width - column - GAP / 2.0);
    PangoLayout *name = lay_out(press, &label, piece_of(block->label), column);
    double height = height_of(text) > height_of(name) ? height_of(text) : height_of(name);
    g_object_unref(text);
    g_object_unref(name);
    if (press->y + height > press->bottom && height < press->bottom - press->format->margin) {
        turn_page(press);
    }
    uint32_t page = press->page;
    double top = press->y;
    put_text(press, &label, block->label, press->format->margin, column);
    double label_end = press->y;
    if (press->page == page) {
        press->y = top;
    }
    put_text(press, style, block->text, x, width - column - GAP / 2.0);
    if (press->page == page && press->y < label_end) {
        press->y = label_end;
    }
}

/* A long text goes in pieces, each begun with the line that the last one ended in: pango looks at
 * the rest of a paragraph again for every line of it. */
static void put_text(struct press *press, const struct style *style, struct str text, double x,
                     double width)
{
    struct str rest = text;
    bool is_last = false;
    while (!is_last && press->page <= PAPER_PAGES_MAX) {
        struct str piece = piece_of(rest);
        is_last = piece.n == rest.n;
        PangoLayout *layout = lay_out(press, style, piece, width);
        size_t done = put_lines(press, style, layout, x, is_last);
        press->missing += press->ink ? (uint32_t)pango_layout_get_unknown_glyphs_count(layout) : 0;
        g_object_unref(layout);
        rest = str_slice(rest, done < piece.n ? done : piece.n, rest.n);
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
static size_t put_lines(struct press *press, const struct style *style, PangoLayout *layout,
                        double x, bool is_last)
{
    int count = pango_layout_get_line_count(layout);
    bool is_open = false;
    count -= !is_last && count > 1;
    PangoLayoutIter *lines = pango_layout_get_iter(layout);
    for (int i = 0; i < count && press->page <= PAPER_PAGES_MAX; i++) {
        if (press->y + line_height(lines) > press->bottom) {
            set_tag(press, style, &is_open, false);
            turn_page(press);
        }
        set_tag(press, style, &is_open, true);
        put_line(press, style, lines, x);
        pango_layout_iter_next_line(lines);
    }
    set_tag(press, style, &is_open, false);
    pango_layout_iter_free(lines);
    return count == pango_layout_get_line_count(layout)
               ? PIECE_BYTES
               : (size_t)pango_layout_get_line_readonly(layout, count)->start_index;
}

/* What stands at the edge of each page: a few lines at most, so it never turns one. */
static void put_edge(struct press *press, const struct style *style, struct str text, double x,
                     double width)
{
    PangoLayout *layout = lay_out(press, style, piece_of(text), width);
    PangoLayoutIter *lines = pango_layout_get_iter(layout);
    bool is_open = false;
    set_tag(press, style, &is_open, true);
    do {
        put_line(press, style, lines, x);
    } while (pango_layout_iter_next_line(lines));
    set_tag(press, style, &is_open, false);
    pango_layout_iter_free(lines);
    g_object_unref(layout);
}

static double line_height(PangoLayoutIter *lines)
{
    PangoRectangle box;
    pango_layout_iter_get_line_extents(lines, NULL, &box);
    return (double)box.height / PANGO_SCALE;
}

static void put_line(struct press *press, const struct style *style, PangoLayoutIter *lines,
                     double x)
{
    PangoRectangle box;
    int baseline = pango_layout_iter_get_baseline(lines);
    pango_layout_iter_get_line_extents(lines, NULL, &box);
    if (press->ink) {
        set_ink(press, style->is_muted ? MUTED : 0);
        cairo_move_to(press->ink, x, press->y + (double)(baseline - box.y) / PANGO_SCALE);
        pango_cairo_show_layout_line(press->ink, pango_layout_iter_get_line_readonly(lines));
    }
    press->y += line_height(lines);
}

/* A tag of the PDF's structure does not reach over the end of a page. */
static void set_tag(const struct press *press, const struct style *style, bool *is_open,
                    bool wanted)
{
    if (press->ink && press->form == PAPER_PDF && *is_open != wanted) {
        if (wanted) {
            cairo_tag_begin(press->ink, style->tag, NULL);
        } else {
            cairo_tag_end(press->ink, style->tag);
        }
        *is_open = wanted;
    }
}

/* Its modules are whole pixels of the picture; the quiet zone is where nothing else is drawn. */
static void put_qr(struct press *press, struct str text)
{
    if (!qr_make(text, press->qr)) {
        press->is_broken = true;
        return;
    }
    size_t modules = press->qr->side + 2 * QR_QUIET_MODULES;
    size_t pixels = PNG_SCALE * QR_POINTS / modules;
    double module = pixels > 0 ? (double)pixels / PNG_SCALE : (double)QR_POINTS / (double)modules;
    double side = module * (double)modules;
    if (press->y + side > press->bottom) {
        turn_page(press);
    }
    double top = (double)(int)(press->y + 0.5);
    double left = (double)(int)(press->format->width - press->format->margin - side);
    press->beside = side + GAP;
    press->beside_end = top + side;
    if (!press->ink) {
        return;
    }
    cairo_tag_begin(press->ink, styles[PAPER_QR].tag, NULL);
    set_ink(press, 0);
    cairo_set_antialias(press->ink, CAIRO_ANTIALIAS_NONE);
    for (size_t row = 0; row < press->qr->side; row++) {
        for (size_t column = 0; column < press->qr->side; column++) {
            if (press->qr->is_dark[row * press->qr->side + column]) {
                cairo_rectangle(press->ink, left + module * (double)(column + QR_QUIET_MODULES),
                                top + module * (double)(row + QR_QUIET_MODULES), module, module);
            }
        }
    }
    cairo_fill(press->ink);
    cairo_set_antialias(press->ink, CAIRO_ANTIALIAS_DEFAULT);
    cairo_tag_end(press->ink, styles[PAPER_QR].tag);
}

static void put_mark(struct press *press)
{
    double width = press->format->width - 2 * press->format->margin;
    double top = press->y;
    press->y += GAP / 3.0;
    put_edge(press, &mark_style, press->paper->mark, press->format->margin + GAP / 2.0,
             width - GAP);
    press->y += GAP / 3.0;
    if (press->ink) {
        set_ink(press, 0);
        cairo_set_line_width(press->ink, 1);
        cairo_rectangle(press->ink, press->format->margin, top, width, press->y - top);
        cairo_stroke(press->ink);
    }
    press->y += GAP / 2.0;
}

static void put_rule(struct press *press)
{
    if (press->ink) {
        set_ink(press, MUTED);
        cairo_set_line_width(press->ink, 0.5);
        cairo_move_to(press->ink, press->format->margin, press->y);
        cairo_line_to(press->ink, press->format->width - press->format->margin, press->y);
        cairo_stroke(press->ink);
    }
}

/* --- letters ---------------------------------------------------------------------------------- */

static PangoLayout *lay_out(const struct press *press, const struct style *style, struct str text,
                            double width)
{
#define OTHERS "Noto Sans Tai Viet,Noto Sans Cham,Noto Sans Khmer"
    const char *family = style->is_mono             ? "Liberation Mono,Noto Sans," OTHERS
                         : press->form == PAPER_PNG ? "Noto Sans,Liberation Serif," OTHERS
                                                    : "Liberation Serif,Noto Sans," OTHERS;
    PangoLayout *layout = pango_layout_new(press->context);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, family);
    pango_font_description_set_weight(font,
                                      style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_size(
        font, (int)(press->format->letters * style->size / 100 * PANGO_SCALE));
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout, false);
    /* A hyphen where a hash is broken would read as a part of it. */
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(false));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    if (style->lines_max > 0) {
        pango_layout_set_height(layout, -style->lines_max);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    pango_layout_set_text(layout, text.p, (int)text.n);
    return layout;
}

static double height_of(PangoLayout *layout)
{
    int height = 0;
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

static void set_ink(const struct press *press, unsigned light_percent)
{
    double light = light_percent / 100.0;
    if (press->ink && press->form == PAPER_PNG) {
        cairo_set_source_rgba(press->ink, 0, 0, 0, 1 - light);
    } else if (press->ink) {
        cairo_set_source_rgb(press->ink, light, light, light);
    }
}
