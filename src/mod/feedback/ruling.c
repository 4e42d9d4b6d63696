/* What waits for a ruling: the queue of those who lead both units that did not agree. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "base/limits.h"
#include "text/message.h"

static struct ruling_inbox_rows waiting(struct visit *v, struct instant after_due,
                                        struct report_id after_id);
static struct str between(struct visit *v, const struct ruling_inbox_row *row);

/* Where it happened gives way to who it is between: that is what is ruled on. */
struct inbox_rows ruling_rows(struct visit *v, struct instant after_due, struct report_id after_id)
{
    struct ruling_inbox_rows found = waiting(v, after_due, after_id);
    struct report_inbox_row *rows = new(v->arena, struct report_inbox_row, found.count);
    for (size_t i = 0; i < found.count; i++) {
        const struct ruling_inbox_row *row = &found.rows[i];
        rows[i] = (struct report_inbox_row){
            .id = row->id,
            .code = row->code,
            .title = row->title,
            .state = row->state,
            .category_name = row->category_name,
            .place = between(v, row),
            .received_at = row->received_at,
            .anchor_at = row->anchor_at,
            .due_at = row->due_at,
            .paused_at = row->paused_at,
            .assignee_id = row->assignee_id,
            .version = row->version,
            .respond_unit = row->respond_unit,
        };
    }
    return (struct inbox_rows){ rows, found.count };
}

/* Not a kept counter, because for each pair of units another post leads both. The index holds only
 * what waits, and no more is counted than a page shows. */
size_t rulings_waiting(struct visit *v)
{
    const struct instant beginning = { 1 };
    return visit_may(v, POWER_LEAD) ? waiting(v, beginning, (struct report_id){ 0 }).count : 0;
}

static struct ruling_inbox_rows waiting(struct visit *v, struct instant after_due,
                                        struct report_id after_id)
{
    return ruling_inbox(&v->snap->conn,
                        &(struct ruling_inbox){ .after_due = after_due,
                                                .after_id = after_id,
                                                .post_id = { v->visitor.author.post.v },
                                                .today = instant_day(v->now),
                                                .limit = INBOX_PAGE_ROWS + 1 });
}

static struct str between(struct visit *v, const struct ruling_inbox_row *row)
{
    struct str message = tongue_text(v->tongue, N_("%s chuyển, %s trả lại"));
    struct str parts[] = { message_part(message, 0), message_part(message, 1),
                           message_part(message, 2) };
    return str_printf(v->arena, "%.*s%.*s%.*s%.*s%.*s", STR_ARG(parts[0]), STR_ARG(row->from_name),
                      STR_ARG(parts[1]), STR_ARG(row->unit_name), STR_ARG(parts[2]));
}
