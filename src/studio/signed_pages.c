/* Two PDFs, page by page: the same letters, the same picture, only signatures laid over them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "studio/pdf_private.h"
#include "studio/signed_private.h"

/* Enough to tell a comma from a full stop: a line of a letter is a dozen pixels high. */
enum { LOOK_SIDE = 1200, PAGES_MAX = 40 };

static void forget(void *object);
static bool are_same(PopplerDocument *one, PopplerDocument *other);
static bool are_same_pages(PopplerPage *one, PopplerPage *other);
static bool have_same_letters(PopplerPage *one, PopplerPage *other);
static bool have_same_picture(PopplerPage *one, PopplerPage *other);
static cairo_surface_t *picture_of(PopplerPage *page);
static bool has_only_signatures_more(PopplerPage *one, PopplerPage *other);
static int count_notes(PopplerPage *page, bool *ret_is_plain);

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
    return is_same;
}

static bool are_same_pages(PopplerPage *one, PopplerPage *other)
{
    double width[2];
    double height[2];
    poppler_page_get_size(one, &width[0], &height[0]);
    poppler_page_get_size(other, &width[1], &height[1]);
    return fabs(width[0] - width[1]) < 0.01 && fabs(height[0] - height[1]) < 0.01 &&
           has_only_signatures_more(one, other) && have_same_letters(one, other) &&
           have_same_picture(one, other);
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

static bool have_same_picture(PopplerPage *one, PopplerPage *other)
{
    cairo_surface_t *first = picture_of(one);
    cairo_surface_t *second = picture_of(other);
    bool is_same = first && second;
    if (is_same) {
        size_t bytes = (size_t)cairo_image_surface_get_stride(first) *
                       (size_t)cairo_image_surface_get_height(first);
        is_same = cairo_image_surface_get_height(first) == cairo_image_surface_get_height(second) &&
                  cairo_image_surface_get_stride(first) == cairo_image_surface_get_stride(second) &&
                  memcmp(cairo_image_surface_get_data(first), cairo_image_surface_get_data(second),
                         bytes) == 0;
    }
    if (first) {
        cairo_surface_destroy(first);
    }
    if (second) {
        cairo_surface_destroy(second);
    }
    return is_same;
}

/* Of the page itself, without what lies on it. NULL: there is no memory, or no such page. */
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
    poppler_page_render_for_printing_with_options(page, cairo, POPPLER_PRINT_DOCUMENT);
    bool is_drawn = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    if (!is_drawn) {
        cairo_surface_destroy(surface);
        return NULL;
    }
    return surface;
}

/* A note, a stamp or a filled-in field could cover what is written. Links cover nothing. */
static bool has_only_signatures_more(PopplerPage *one, PopplerPage *other)
{
    bool is_plain[2];
    return count_notes(one, &is_plain[0]) == count_notes(other, &is_plain[1]) && is_plain[0] &&
           is_plain[1];
}

/* Those that are no fields of a form; whether they are links, and the fields signatures. */
static int count_notes(PopplerPage *page, bool *ret_is_plain)
{
    int count = 0;
    *ret_is_plain = true;
    GList *notes = poppler_page_get_annot_mapping(page);
    for (const GList *at = notes; at; at = at->next) {
        PopplerAnnotType type =
            poppler_annot_get_annot_type(((PopplerAnnotMapping *)at->data)->annot);
        count += type != POPPLER_ANNOT_WIDGET;
        *ret_is_plain =
            *ret_is_plain && (type == POPPLER_ANNOT_WIDGET || type == POPPLER_ANNOT_LINK);
    }
    poppler_page_free_annot_mapping(notes);
    GList *fields = poppler_page_get_form_field_mapping(page);
    for (const GList *at = fields; at; at = at->next) {
        PopplerFormField *field = ((PopplerFormFieldMapping *)at->data)->field;
        *ret_is_plain = *ret_is_plain &&
                        poppler_form_field_get_field_type(field) == POPPLER_FORM_FIELD_SIGNATURE;
    }
    poppler_page_free_form_field_mapping(fields);
    return count;
}
