/* Removing a report: nothing is left of it but that it was received. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_REMOVAL_H
#define FEEDBACK_REMOVAL_H

#include "mod/feedback/feedback.h"
#include "web/module.h"

/* Two ways lead here, and the leaf "feedback.removed" is the same for both, so that it does not
 * tell: the report is a denunciation, and `parcel` is what was sealed of it (web/sealing.h), which
 * is kept in the same command; or its sender took it back, and whoever approves answers of its unit
 * lets the words go too (`parcel` absent). Rows, figures, letters, words of the index and photos
 * go; its code and object stay (schema/0012.sql). */
struct removal {
    struct str code;
    int64_t version; /* that was seen; 0: any */
    struct bytes parcel;
};
extern const struct record removal_record, removal_drawn_record;
extern const struct record removed_record;
apply_fn apply_removal;

/* Only what its sender has withdrawn. Pure. */
struct verdict removal_may_erase(const struct report_get_row *report);

/* For `kheo check`: each row against its leaf; and the other way round: is this leaf about a
 * removed report, and does nothing of it say anything more? False: it is about no removed one. */
void removal_check(struct conn *conn, struct check *check);
bool removal_check_leaf(struct conn *conn, struct check *check, int64_t position,
                        struct report_id report);

#endif
