/* Two PDFs, page by page: the same letters, the same picture, only signatures laid over them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "studio/pdf_private.h"
#include "studio/signed_private.h"

/* Enough to tell a comma from a full stop: a line of a letter is a dozen pixels high. */
enum { LOOK_SIDE = 1200, PAGES_MAX = 20 };

static void forget(void *object);
static bool are_same(PopplerDocument *one, PopplerDocument *other);
static bool is_plain(PopplerDocument *document);
static bool are_same_pages(PopplerPage *one, PopplerPage *other);
static bool have_same_letters(PopplerPage *one, PopplerPage *other);
static bool have_same_picture(cairo_surface_t *one, cairo_surface_t *other);
static cairo_surface_t *picture_of(PopplerPage *page);
static bool signs_on_white(PopplerPage *page, cairo_surface_t *issued);
static bool is_white(cairo_surface_t *picture, double scale, double height,
                     const PopplerRectangle *area);
static bool is_bared(PopplerPage *page);

bool signed_compare(struct str one, struct str other, bool *ret_is_same)
{
    bool is_locked;
    PopplerDocument *first = pdf_open(one, &is_locked);
    PopplerDocument *second = pdf_open(other, &is_locked);
    bool is_read = first && second;
    *ret_is_same = is_read && are_same(first, second);
    forget(first);
    forget(second);
    return is_read;
}

static void forget(void *object)
{
    if (object) {
        g_object_unref(object);
    }
}

static bool are_same(PopplerDocument *one, PopplerDocument *other)
{
    int pages = poppler_document_get_n_pages(one);
    bool is_same = pages > 0 && pages <= PAGES_MAX && poppler_document_get_n_pages(other) == pages;
    for (int i = 0; i < pages && is_same; i++) {
        PopplerPage *first = poppler_document_get_page(one, i);
        PopplerPage *second = poppler_document_get_page(other, i);
        is_same = first && second && are_same_pages(first, second);
        forget(first);
        forget(second);
    }
    return is_same && is_plain(other);
}

/* Nothing by which another program shows something else than is drawn here. */
static bool is_plain(PopplerDocument *document)
{
    PopplerLayersIter *layers = poppler_layers_iter_new(document);
    bool has_layers = layers != NULL;
    if (layers) {
        poppler_layers_iter_free(layers);
    }
    return !has_layers && !poppler_document_has_javascript(document) &&
           !poppler_document_has_attachments(document) && pdf_brings_its_fonts(document);
}

static bool are_same_pages(PopplerPage *one, PopplerPage *other)
{
    double width[2];
    double height[2];
    poppler_page_get_size(one, &width[0], &height[0]);
    poppler_page_get_size(other, &width[1], &height[1]);
    if (fabs(width[0] - width[1]) > 0.01 || fabs(height[0] - height[1]) > 0.01 || !is_bared(one)) {
        return false;
    }
    cairo_surface_t *issued = picture_of(one);
    bool may_be = issued && signs_on_white(other, issued) && is_bared(other);
    cairo_surface_t *back = may_be ? picture_of(other) : NULL;
    bool is_same = back && have_same_picture(issued, back) && have_same_letters(one, other);
    if (issued) {
        cairo_surface_destroy(issued);
    }
    if (back) {
        cairo_surface_destroy(back);
    }
    return is_same;
}

/* What copies out: letters that are there and not seen would be read aloud. */
static bool have_same_letters(PopplerPage *one, PopplerPage *other)
{
    char *first = poppler_page_get_text(one);
    char *second = poppler_page_get_text(other);
    bool is_same = first && second && strcmp(first, second) == 0;
    g_free(first);
    g_free(second);
    return is_same;
}

static bool have_same_picture(cairo_surface_t *one, cairo_surface_t *other)
{
    int stride = cairo_image_surface_get_stride(one);
    int height = cairo_image_surface_get_height(one);
    return cairo_image_surface_get_stride(other) == stride &&
           cairo_image_surface_get_height(other) == height &&
           memcmp(cairo_image_surface_get_data(one), cairo_image_surface_get_data(other),
                  (size_t)stride * (size_t)height) == 0;
}

/* NULL: there is no memory, or no such page. */
static cairo_surface_t *picture_of(PopplerPage *page)
{
    double width = 0;
    double height = 0;
    poppler_page_get_size(page, &width, &height);
    double longer = fmax(width, height);
    if (!isfinite(longer) || !(fmin(width, height) >= 1)) {
        return NULL;
    }
    width = fmax(1, width * LOOK_SIDE / longer);
    height = fmax(1, height * LOOK_SIDE / longer);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, LOOK_SIDE / longer, LOOK_SIDE / longer);
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

/* What lies on the page is fields of signatures, each where nothing was written. A note, a link
 * with a broad edge, or a field that is none of those could cover what is. */
static bool signs_on_white(PopplerPage *page, cairo_surface_t *issued)
{
    double width = 0;
    double height = 0;
    poppler_page_get_size(page, &width, &height);
    double scale = LOOK_SIDE / fmax(width, height);
    GList *notes = poppler_page_get_annot_mapping(page);
    GList *fields = poppler_page_get_form_field_mapping(page);
    /* A field that poppler does not know as one is a note all the same. */
    bool is_fine = g_list_length(notes) == g_list_length(fields);
    for (const GList *at = notes; at; at = at->next) {
        PopplerAnnot *note = ((PopplerAnnotMapping *)at->data)->annot;
        const PopplerRectangle *area = &((PopplerAnnotMapping *)at->data)->area;
        is_fine = is_fine && poppler_annot_get_annot_type(note) == POPPLER_ANNOT_WIDGET &&
                  is_white(issued, scale, height, area);
    }
    for (const GList *at = fields; at; at = at->next) {
        PopplerFormField *field = ((PopplerFormFieldMapping *)at->data)->field;
        is_fine =
            is_fine && poppler_form_field_get_field_type(field) == POPPLER_FORM_FIELD_SIGNATURE;
    }
    poppler_page_free_annot_mapping(notes);
    poppler_page_free_form_field_mapping(fields);
    return is_fine;
}

/* The area in points, from the foot of a page of that height. */
static bool is_white(cairo_surface_t *picture, double scale, double height,
                     const PopplerRectangle *area)
{
    int columns = cairo_image_surface_get_width(picture);
    int rows = cairo_image_surface_get_height(picture);
    double left = fmin(area->x1, area->x2) * scale;
    double right = fmax(area->x1, area->x2) * scale;
    double top = (height - fmax(area->y1, area->y2)) * scale;
    double bottom = (height - fmin(area->y1, area->y2)) * scale;
    const unsigned char *row = cairo_image_surface_get_data(picture);
    bool is_clear = true;
    for (int y = 0; y < rows; y++, row += cairo_image_surface_get_stride(picture)) {
        for (int x = 0; x < columns && y + 1 > top && y < bottom; x++) {
            uint32_t pixel;
            memcpy(&pixel, row + (size_t)x * sizeof pixel, sizeof pixel);
            bool is_within = x + 1 > left && x < right;
            is_clear = is_clear && !(is_within && (pixel & 0xffffff) != 0xffffff);
        }
    }
    return is_clear;
}

/* Without what lies on it; false: some of it cannot be taken off. */
static bool is_bared(PopplerPage *page)
{
    GList *notes = poppler_page_get_annot_mapping(page);
    for (const GList *at = notes; at; at = at->next) {
        poppler_page_remove_annot(page, ((PopplerAnnotMapping *)at->data)->annot);
    }
    poppler_page_free_annot_mapping(notes);
    notes = poppler_page_get_annot_mapping(page);
    bool is_bare = notes == NULL;
    poppler_page_free_annot_mapping(notes);
    return is_bare;
}
