/* One page of a PDF, drawn: what scanners make of paper. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "studio/pdf_private.h"
#include "studio/picture_private.h"

/* Pictures on so much of a page are a scan, and letters behind them are there to be found by a
 * search, not to be seen. */
static const double SCANNED_SHARE = 0.9;

/* Of a page, in points. */
struct sides {
    double across;
    double down;
};

static void forget_fonts(void);
static void be_quiet(void);
static ssize_t hear_nothing(void *nobody, const char *said, size_t n);
static enum picture_fault draw(struct arena *arena, PopplerPage *page, struct raster *ret);
static void take_pixels(cairo_surface_t *surface, struct raster *ret);
static bool leaves_letters_out(PopplerDocument *document, PopplerPage *page);
static bool lies_on_it(PopplerPage *page);
static bool uses_outside_font(PopplerDocument *document, PopplerPage *written);
static bool is_written_in(const GList *runs, const char *font);
static double pictured_share(PopplerPage *page);
static double share_of(const PopplerRectangle *area, const struct sides *page, double *ret_strip);
static double within(double one, double other, double side);

bool picture_is_pdf(struct str file)
{
    return str_starts(file, STR("%PDF-"));
}

/* Poppler keeps its tables for as long as a document is open: this one stays. */
void picture_open(void)
{
    static const char empty[] =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    static PopplerDocument *kept;
    GBytes *bytes = g_bytes_new_static(empty, sizeof empty - 1);
    kept = kept ? kept : poppler_document_new_from_bytes(bytes, NULL, NULL);
    g_bytes_unref(bytes);
}

enum picture_fault picture_read_pdf(struct arena *arena, struct str file, uint32_t page,
                                    struct raster *ret, uint32_t *ret_pages)
{
    bool is_locked = false;
    PopplerDocument *document = pdf_open(file, &is_locked);
    if (!document) {
        return is_locked ? PICTURE_LOCKED : PICTURE_BROKEN;
    }
    int pages = poppler_document_get_n_pages(document);
    PopplerPage *its_page = NULL;
    enum picture_fault fault =
        pages > 0 && pages <= SCAN_PAGES_MAX ? PICTURE_NO_PAGE : PICTURE_BROKEN;
    *ret_pages = pages > 0 && pages <= SCAN_PAGES_MAX ? (uint32_t)pages : 0;
    if (page < *ret_pages) {
        its_page = poppler_document_get_page(document, (int)page);
        fault = PICTURE_BROKEN;
    }
    if (its_page) {
        fault = leaves_letters_out(document, its_page) ? PICTURE_NO_LETTERS
                                                       : draw(arena, its_page, ret);
        g_object_unref(its_page);
    }
    g_object_unref(document);
    return fault;
}

PopplerDocument *pdf_open(struct str file, bool *ret_is_locked)
{
    GError *error = NULL;
    forget_fonts();
    be_quiet();
    GBytes *bytes = g_bytes_new_static(file.p, file.n);
    PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, &error);
    g_bytes_unref(bytes);
    *ret_is_locked = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
    g_clear_error(&error);
    return document;
}

bool pdf_brings_its_fonts(PopplerDocument *document)
{
    return !uses_outside_font(document, NULL);
}

bool pdf_measure(PopplerPage *page, int longer_side, struct pdf_size *ret)
{
    double width = 0;
    double height = 0;
    poppler_page_get_size(page, &width, &height);
    double longer = fmax(width, height);
    double shorter = fmin(width, height);
    if (!isfinite(longer) || !(shorter >= 1)) {
        return false;
    }
    ret->scale = longer_side / longer;
    width = fmax(1, width * ret->scale);
    height = fmax(1, height * ret->scale);
    ret->width = (int)width;
    ret->height = (int)height;
    return true;
}

cairo_surface_t *pdf_draw(PopplerPage *page, const struct pdf_size *size)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, size->width, size->height);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, size->scale, size->scale);
    poppler_page_render(page, cairo);
    bool is_drawn = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    if (!is_drawn) {
        cairo_surface_destroy(surface);
        return NULL;
    }
    return surface;
}

/* Where there are none, none is opened, which would end the process. */
static void forget_fonts(void)
{
    FcConfig *none = FcConfigCreate();
    if (none && FcConfigSetCurrent(none)) {
        FcConfigDestroy(none);
    }
}

/* Some of poppler's complaints go to standard error, and writing there would end the process. */
static void be_quiet(void)
{
    FILE *nobody = fopencookie(NULL, "w", (cookie_io_functions_t){ .write = hear_nothing });
    stderr = nobody ? nobody : stderr;
}

static ssize_t hear_nothing(void *nobody, const char *said, size_t n)
{
    (void)nobody;
    (void)said;
    return (ssize_t)n;
}

static enum picture_fault draw(struct arena *arena, PopplerPage *page, struct raster *ret)
{
    struct pdf_size size;
    if (!pdf_measure(page, PICTURE_LARGE_SIDE, &size)) {
        return PICTURE_BROKEN;
    }
    ret->width = (uint32_t)size.width;
    ret->height = (uint32_t)size.height;
    ret->rgb = new(arena, uint8_t, (size_t)ret->width * ret->height * RGB);
    cairo_surface_t *surface = pdf_draw(page, &size);
    if (!surface) {
        return PICTURE_BROKEN;
    }
    take_pixels(surface, ret);
    cairo_surface_destroy(surface);
    return PICTURE_GOOD;
}

/* Cairo's pixels are words of 0x00RRGGBB. */
static void take_pixels(cairo_surface_t *surface, struct raster *ret)
{
    const uint8_t *row = cairo_image_surface_get_data(surface);
    uint8_t *to = ret->rgb;
    for (uint32_t y = 0; y < ret->height; y++, row += cairo_image_surface_get_stride(surface)) {
        for (uint32_t x = 0; x < ret->width; x++, to += RGB) {
            uint32_t pixel;
            memcpy(&pixel, row + (size_t)x * sizeof pixel, sizeof pixel);
            to[0] = (uint8_t)(pixel >> 16);
            to[1] = (uint8_t)(pixel >> 8);
            to[2] = (uint8_t)pixel;
        }
    }
}

/* Would be drawn without them, because here there are no files. A scan is whole all the same, but
 * for what lies on it: notes, and fields of a form that were filled in. */
static bool leaves_letters_out(PopplerDocument *document, PopplerPage *page)
{
    bool has_more = lies_on_it(page);
    return (has_more || pictured_share(page) < SCANNED_SHARE) &&
           uses_outside_font(document, has_more ? NULL : page);
}

static bool lies_on_it(PopplerPage *page)
{
    GList *notes = poppler_page_get_annot_mapping(page);
    GList *fields = poppler_page_get_form_field_mapping(page);
    bool has_any = notes || fields;
    poppler_page_free_annot_mapping(notes);
    poppler_page_free_form_field_mapping(fields);
    return has_any;
}

/* One that the runs of letters of that page are written in; without a page, any, because what lies
 * on a page is not among its runs. */
static bool uses_outside_font(PopplerDocument *document, PopplerPage *written)
{
    PopplerFontInfo *info = poppler_font_info_new(document);
    PopplerFontsIter *font = NULL;
    GList *runs = written ? poppler_page_get_text_attributes(written) : NULL;
    bool is_used = false;
    poppler_font_info_scan(info, poppler_document_get_n_pages(document), &font);
    for (bool has_font = font != NULL; has_font; has_font = poppler_fonts_iter_next(font)) {
        const char *name = poppler_fonts_iter_get_full_name(font);
        is_used |= !poppler_fonts_iter_is_embedded(font) && (!written || is_written_in(runs, name));
    }
    if (font) {
        poppler_fonts_iter_free(font);
    }
    poppler_page_free_text_attributes(runs);
    g_object_unref(info);
    return is_used;
}

static bool is_written_in(const GList *runs, const char *font)
{
    for (const GList *run = runs; run; run = run->next) {
        const PopplerTextAttributes *its = run->data;
        if (!font || !its->font_name || strcmp(its->font_name, font) == 0) {
            return true;
        }
    }
    return false;
}

/* The largest, or strips of the whole width or height together, which is how some scanners take a
 * page apart. What lies beyond the page does not count. */
static double pictured_share(PopplerPage *page)
{
    double width = 0;
    double height = 0;
    double largest = 0;
    double strips = 0;
    poppler_page_get_size(page, &width, &height);
    const struct sides as_it_is = { width, height };
    const struct sides turned = { height, width };
    GList *pictures = poppler_page_get_image_mapping(page);
    for (const GList *one = pictures; one; one = one->next) {
        const PopplerRectangle *area = &((const PopplerImageMapping *)one->data)->area;
        /* Of one that is higher than wide, poppler 22 changes the axes. */
        double in_upright = 0;
        double in_lying = 0;
        double upright = share_of(area, &as_it_is, &in_upright);
        double lying = share_of(area, &turned, &in_lying);
        strips += fmax(in_upright, in_lying);
        largest = fmax(largest, fmax(upright, lying));
    }
    poppler_page_free_image_mapping(pictures);
    return fmax(largest, fmin(strips, 1));
}

/* Of a page of that size; once more in *ret_strip when it is as wide or high as the page. */
static double share_of(const PopplerRectangle *area, const struct sides *page, double *ret_strip)
{
    double across = within(area->x1, area->x2, page->across);
    double down = within(area->y1, area->y2, page->down);
    *ret_strip = across > SCANNED_SHARE || down > SCANNED_SHARE ? across * down : 0;
    return across * down;
}

/* The share of [0, side] that lies between the two. */
static double within(double one, double other, double side)
{
    double from = fmax(0, fmin(one, other));
    double to = fmin(side, fmax(one, other));
    return to > from ? (to - from) / side : 0;
}
