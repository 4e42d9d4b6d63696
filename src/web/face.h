/* Faces: in which form an answer goes out. HTML is made by templates, JSON by base/json.h. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_FACE_H
#define WEB_FACE_H

#include "base/field.h"
#include "web/route.h"

/* The suffix decides; without one the first type of Accept, by its weight, that the route can give;
 * else the route's first face. */
enum face face_choose(const struct route_match *match, struct str accept);

/* Pictures, PDF and spreadsheets: made by the studio, so every route that has them is ROUTE_SLOW
 * for them, and counts them as searches are counted. */
bool face_is_drawn(enum face face) PURE;

/* The media type, with its charset where it is text. */
const char *face_type(enum face face);

/* CSV (RFC 4180) as spreadsheets here open it: UTF-8 with a byte order mark, CRLF. A text that a
 * spreadsheet would take for a formula gets a ' in front.
 *
 *     struct csv csv = csv_open(page_body(v));
 *     csv_head(&csv, v->tongue, &case_record);
 *     for (…) { csv_record(&csv, &case_record, &rows[i]); }
 */
struct csv {
    struct out *out;
    bool needs_comma;
};
struct csv csv_open(struct out *out);
void csv_text(struct csv *csv, struct str value);
void csv_int(struct csv *csv, int64_t value);
void csv_end_row(struct csv *csv);
/* A row of the fields' labels (or names), and one of their values; SECRET fields are left out. */
void csv_head(struct csv *csv, const struct tongue *tongue, const struct record *record);
void csv_record(struct csv *csv, const struct record *record, const void *value);

#endif
