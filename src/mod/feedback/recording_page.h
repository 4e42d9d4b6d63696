/* Recordings as people meet them: taken in with a draft or by the API, and heard. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_RECORDING_PAGE_H
#define FEEDBACK_RECORDING_PAGE_H

#include "mod/feedback/recording.h"
#include "web/module.h"
#include "web/page.h"

struct send_view;

/* recording_take.c: the form's recording, known by its bytes, rid of what tells of the telephone,
 * sealed and stored. What cannot be taken is a problem of the field; *ret has an empty name then,
 * and when there was no file. Anything but OK is a failure: 503. What no row has come to name is
 * removed when the visit ends. `ret` is in the arena and empty. */
enum status recording_take(struct visit *v, const char *field, struct recording *ret);

/* One that can be heard on a page; `url` is absent when there is none, or not for this visitor. */
struct recording_view {
    struct str name;
    struct str size; /* "240 KB" */
    struct local_url url;
};
/* Of a report: for who works on reports of the unit that holds it, and with `with_ticket` for who
 * was let in by its secret; nobody else, whether the report is public or not. */
struct recording_view recording_view(struct visit *v, const struct report_get_row *report,
                                     bool with_ticket);
/* Of a draft: for who has its address. */
struct recording_view recording_drafted(struct visit *v, struct str draft_token);
/* Makes the page of the text one that may record, with the draft's recording on it. */
void recording_offer(struct visit *v, struct send_view *view);

visit_fn recording_show, api_recording_add;
extern const struct record recording_upload_record, recording_answer_record;

#endif
