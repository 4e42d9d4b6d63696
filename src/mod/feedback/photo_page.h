/* Photos of reports as people meet them: taken in, shown, and taken out again as evidence. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_PHOTO_PAGE_H
#define FEEDBACK_PHOTO_PAGE_H

#include "mod/feedback/photo.h"
#include "web/module.h"
#include "web/page.h"

struct draft;
struct json;

/* --- for handlers (photo_take.c) -------------------------------------------------------------- */

/* Has the studio make pictures of the form's files, seals and stores them with the originals. A
 * file that is no photo, or that could not be opened, is a problem of the field and names which it
 * was; the others are in *ret. Anything but OK is a failure: 503. What no row has come to name is
 * removed when the visit ends. `ret` is in the arena and empty. */
enum status photos_take(struct visit *v, const char *field, struct photos *ret);
/* The same, and pages of PDFs too, as scanners make them: each becomes a photo. */
enum status scans_take(struct visit *v, const char *field, struct photos *ret);
/* The same of one photo whose bytes came in another way; a problem is one of `photo`. */
enum status photos_take_one(struct visit *v, struct str bytes, struct photos *ret);
/* Lets those go that a draft has no room for, and says so: one too many takes nothing along. */
void photos_fit(struct visit *v, const struct draft *draft, struct photos *photos);
/* The hashes of the originals in hex, one after the other: with other photos it is another
 * request. */
struct str photos_sha256(struct arena *arena, const struct photos *photos);
/* Has the order come so far that a row may name what was stored for it? */
bool upload_is_kept(const struct order *order);
/* The address of a stored file with what lets its visitor in today and tomorrow; and whether the
 * address of this visit has it. */
struct local_url upload_with_ticket(struct visit *v, struct local_url url, struct str name);
bool upload_ticket_is_good(struct visit *v, struct str name);

/* --- for pages (photo_page.c) ----------------------------------------------------------------- */

struct photo_item {
    struct str name;
    int64_t number; /* from 1 */
    struct local_url large;
    struct local_url small;
    int64_t width; /* of the small picture */
    int64_t height;
};
struct photos_view {
    const struct photo_item *items;
    size_t count;
    struct local_url originals;                /* where officers ask for them, by name */
    const struct photo_openings_row *openings; /* who took out an original, for the sender */
    size_t opening_count;
};
/* Photos of a draft or a report. Those of a public report are seen by all, those of others by
 * officers with a power there; whoever else may see this page gets addresses that work until
 * tomorrow. */
struct photos_view photos_view(struct visit *v, const struct photos_of *whose, bool with_ticket);
/* May the visitor see the pages of a report's paper (photo.h)? */
bool may_read_paper(struct visit *v, struct report_id report, struct str identity, struct id unit);
/* Adds who took out originals: for the sender's eyes, and those who could have done it. */
void photos_tell(struct visit *v, struct report_id report, struct photos_view *view);
/* The list of a report's photos, "photos" of the API's answer. */
void photos_write(struct visit *v, struct report_id report, struct json *json);
/* The timeline with the photos that came after the report; which ones, when `is_told`. */
struct timeline_view photos_in_timeline(struct visit *v, const struct report_get_row *report,
                                        struct timeline_view timeline, bool is_told);
/* For which an officer takes out an original. */
struct field_view photo_reason_field(struct visit *v);
visit_fn photo_show, photo_show_small, photo_original, api_photo_add;
/* The report that the first parameter names, for whoever sends its secret in a header: OK,
 * NOT_FOUND, or INVALID with a problem. */
enum status api_photo_report(struct visit *v, struct report_get_row *ret);
/* photo_piece.c: a photo in pieces, which goes on where the network broke off. */
visit_fn api_piece_show, api_piece_take;
extern const struct record piece_ask_record, piece_take_record, piece_answer_record;
/* photo_later.c: on the page where a sender follows a report. */
visit_fn track_photos_take, track_supply_take;
/* Fills in the form for more photos; there is none once a report is settled or has five. */
struct track_view;
void photos_offer(struct visit *v, const struct report_get_row *report, struct track_view *view);

#endif
