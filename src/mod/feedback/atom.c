/* The newest reports as an Atom feed (RFC 4287), for readers and for other programs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/limits.h"
#include "text/html.h"

typedef void write_row(struct visit *v, struct out *out, struct str base,
                       const struct report_list_everywhere_row *row);
static write_row write_entry, write_tombstone;

enum status atom_show(struct visit *v)
{
    struct list_query query;
    if (!list_query_read(v, &query)) {
        return STATUS_INVALID;
    }
    struct report_rows rows;
    if (!list_rows(v, &query, &rows)) {
        return STATUS_BUSY;
    }
    struct str base = visit_base_url(v);
    struct out *out = page_body(v);
    out_lit(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                 "<feed xmlns=\"http://www.w3.org/2005/Atom\""
                 " xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" xml:lang=\"vi\">\n<title>");
    html_text(out, query.unit_name.p ? query.unit_name : STR("Khéo"));
    out_printf(out, "</title>\n<id>%.*s/kiem-tra/ho-so.atom?unit=%.*s</id>\n<updated>",
               STR_ARG(base), STR_ARG(query.unit_code));
    out_instant(out, rows.count > 0 ? rows.rows[0].received_at : v->now);
    out_lit(out, "</updated>\n<author><name>Khéo</name></author>\n");
    for (size_t i = 0; i < rows.count; i++) {
        (rows.rows[i].is_public ? write_entry : write_tombstone)(v, out, base, &rows.rows[i]);
    }
    out_lit(out, "</feed>\n");
    return STATUS_OK;
}

static void write_entry(struct visit *v, struct out *out, struct str base,
                        const struct report_list_everywhere_row *row)
{
    struct local_url url = route_url(v, "/kiem-tra/ho-so/:code", row->code);
    out_lit(out, "<entry><title>");
    html_text(out, row->title);
    out_printf(out, "</title><id>%.*s%.*s</id><link href=\"%.*s%.*s\"/><updated>", STR_ARG(base),
               STR_ARG(url.url), STR_ARG(base), STR_ARG(url.url));
    out_instant(out, row->received_at);
    out_lit(out, "</updated><category term=\"");
    html_attr(out, category_of(v, row->category_id).slug);
    out_lit(out, "\"/></entry>\n");
}

/* RFC 6721: a reader that has the entry from before takes it away. */
static void write_tombstone(struct visit *v, struct out *out, struct str base,
                            const struct report_list_everywhere_row *row)
{
    struct local_url url = route_url(v, "/kiem-tra/ho-so/:code", row->code);
    struct report_withheld_at_row since = { .at = row->received_at };
    report_withheld_at(&v->snap->conn, &(struct report_withheld_at){ .report_id = row->id },
                       &since);
    out_printf(out, "<at:deleted-entry ref=\"%.*s%.*s\" when=\"", STR_ARG(base), STR_ARG(url.url));
    out_instant(out, since.at);
    out_lit(out, "\"><at:comment>");
    html_text(out, coded_words(v, row->withheld));
    out_lit(out, "</at:comment></at:deleted-entry>\n");
}
