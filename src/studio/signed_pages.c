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
static bool signs_on_white(PopplerPage *page, cairo_surface_t *issued, double scale);
static bool is_white(cairo_surface_t *picture, double scale, double height,
                     const PopplerRectangle *area);
static int clamp(double at, int most);
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
    struct pdf_size size[2];
    if (!pdf_measure(one, LOOK_SIDE, &size[0]) || !pdf_measure(other, LOOK_SIDE, &size[1]) ||
        fabs(size[0].scale - size[1].scale) > 1e-5 || !is_bared(one)) {
        return false;
    }
    cairo_surface_t *issued = pdf_draw(one, &size[0]);
    bool may_be = issued && signs_on_white(other, issued, size[0].scale) && is_bared(other);
    cairo_surface_t *back = may_be ? pdf_draw(other, &size[1]) : NULL;
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

/* What lies on the page is fields of signatures, each where nothing was written. A note, a link
 * with a broad edge, or a field that is none of those could cover what is. */
static bool signs_on_white(PopplerPage *page, cairo_surface_t *issued, double scale)
{
    double width = 0;
    double height = 0;
    poppler_page_get_size(page, &width, &height);
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
    int left =
        clamp(floor(fmin(area->x1, area->x2) * scale), cairo_image_surface_get_width(picture));
    int right =
        clamp(ceil(fmax(area->x1, area->x2) * scale), cairo_image_surface_get_width(picture));
    int top = clamp(floor((height - fmax(area->y1, area->y2)) * scale),
                    cairo_image_surface_get_height(picture));
    int bottom = clamp(ceil((height - fmin(area->y1, area->y2)) * scale),
                       cairo_image_surface_get_height(picture));
    const unsigned char *pixels = cairo_image_surface_get_data(picture);
    size_t stride = (size_t)cairo_image_surface_get_stride(picture);
    bool is_clear = true;
    for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
            uint32_t pixel;
            memcpy(&pixel, pixels + (size_t)y * stride + (size_t)x * sizeof pixel, sizeof pixel);
            is_clear = is_clear && (pixel & 0xffffff) == 0xffffff;
        }
    }
    return is_clear;
}

/* A file may name any number, and none. */
static int clamp(double at, int most)
{
    double within = fmin(fmax(at, 0), most);
    return (int)within;
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
