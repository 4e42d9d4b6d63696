/* What a PDF says about itself: to cairo, and its language behind what cairo wrote. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <cairo-pdf.h>
#include <string.h>

#include "studio/paper_private.h"

/* Where the last occurrence begins; s.n when there is none. */
static size_t find_last(struct str s, struct str needle);
/* The decimal number at the beginning, blanks before it skipped; -1 when there is none. */
static int64_t read_number(struct str s);
static int64_t number_behind(struct str s, struct str word);
static bool is_tongue(struct str language);

cairo_surface_t *paper_pdf_open(struct arena *arena, struct out *file, double width, double height,
                                const struct paper_facts *facts)
{
    char date[40];
    struct out at = out_fixed(date, sizeof date);
    out_instant(&at, facts->at);
    out_char(&at, '\0');
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(paper_write_bytes, file, width, height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, str_z(arena, facts->title));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, str_z(arena, facts->author));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Khéo");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    return surface;
}

void paper_pdf_say_language(struct out *pdf, struct str language)
{
    struct str file = out_str(pdf);
    size_t trailer_at = find_last(file, STR("\ntrailer\n"));
    struct str trailer = str_slice(file, trailer_at, file.n);
    int64_t size = number_behind(trailer, STR("/Size"));
    int64_t root = number_behind(trailer, STR("/Root"));
    int64_t info = number_behind(trailer, STR("/Info"));
    int64_t xref = number_behind(trailer, STR("startxref"));
    if (size < 0 || root < 0 || info < 0 || xref < 0 || !is_tongue(language)) {
        return;
    }
    char head[48];
    struct out head_out = out_fixed(head, sizeof head);
    out_printf(&head_out, "\n%lld 0 obj\n<<", (long long)root);
    size_t catalog_at = find_last(file, out_str(&head_out));
    struct str catalog = str_slice(file, catalog_at + head_out.n, trailer_at);
    size_t end = str_find(catalog, STR("\nendobj"));
    if (catalog_at == file.n || end == catalog.n) {
        return;
    }
    size_t object_at = file.n;
    out_str_raw(pdf, str_slice(out_str(&head_out), 1, head_out.n));
    out_printf(pdf,
               " /Lang (%.*s)\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << "
               "/DisplayDocTitle true >>\n  ",
               STR_ARG(language));
    out_str_raw(pdf, str_slice(catalog, 0, end));
    out_lit(pdf, "\nendobj\n");
    size_t table_at = pdf->n;
    out_printf(pdf,
               "xref\n%lld 1\n%010zu 00000 n \n"
               "trailer\n<< /Size %lld\n   /Root %lld 0 R\n   /Info %lld 0 R\n   /Prev %lld\n>>\n"
               "startxref\n%zu\n%%%%EOF\n",
               (long long)root, object_at, (long long)size, (long long)root, (long long)info,
               (long long)xref, table_at);
}

static size_t find_last(struct str s, struct str needle)
{
    for (size_t at = s.n; at-- > 0;) {
        if (str_starts(str_slice(s, at, s.n), needle)) {
            return at;
        }
    }
    return s.n;
}

static int64_t number_behind(struct str s, struct str word)
{
    size_t at = str_find(s, word);
    return at == s.n ? -1 : read_number(str_slice(s, at + word.n, s.n));
}

static int64_t read_number(struct str s)
{
    struct str rest = str_trim(s);
    size_t digits = 0;
    while (digits < rest.n && rest.p[digits] >= '0' && rest.p[digits] <= '9') {
        digits++;
    }
    int64_t number = -1;
    return str_to_int(str_slice(rest, 0, digits), &number) ? number : -1;
}

/* Nothing that could end the string in which it stands. */
static bool is_tongue(struct str language)
{
    bool is_plain = language.n > 0;
    for (size_t i = 0; i < language.n; i++) {
        char c = language.p[i];
        is_plain &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }
    return is_plain;
}
