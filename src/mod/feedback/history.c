/* What officers read of what happened to a report: who did it, and to whom it was given. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "text/message.h"

static struct event_view event_of(struct visit *v, const struct report_events_row *row);
static struct str given_to(struct visit *v, const struct report_events_row *row);

struct timeline_view case_history(struct visit *v, struct report_id report)
{
    struct report_events_rows rows =
        report_events(&v->snap->conn, &(struct report_events){ .report_id = report });
    struct event_view *events = new(v->arena, struct event_view, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        events[i] = event_of(v, &rows.rows[rows.count - 1 - i]);
    }
    return (struct timeline_view){ events, rows.count };
}

/* Every act raises the version by one, so that the version says how many were seen. */
struct timeline_view case_news(struct visit *v, struct report_id report, int64_t version)
{
    struct report_events_rows rows =
        report_events(&v->snap->conn, &(struct report_events){ .report_id = report });
    struct event_view *events = new(v->arena, struct event_view, rows.count + 1);
    size_t count = 0;
    for (size_t i = rows.count; i > 0 && (int64_t)i > version; i--) {
        events[count] = event_of(v, &rows.rows[i - 1]);
        events[count++].by = event_author(v, &rows.rows[i - 1]);
    }
    return (struct timeline_view){ events, count };
}

static struct event_view event_of(struct visit *v, const struct report_events_row *row)
{
    struct str said = event_words(v, row);
    struct str given = given_to(v, row);
    struct str sep = said.p && given.p ? STR(" ") : STR("");
    struct str unit = str_equal(row->act, STR("reply")) ? row->other_unit_name : row->unit_name;
    return (struct event_view){
        .what = act_label(row->act),
        .said = str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(said), STR_ARG(sep), STR_ARG(given)),
        .by = unit,
        .at = row->at,
        .is_inside = row->is_internal,
    };
}

/* By name for colleagues; the public page says only that somebody is responsible. */
static struct str given_to(struct visit *v, const struct report_events_row *row)
{
    if (!row->assignee_name.p || ID_IS(row->assignee_id, row->was_assignee_id)) {
        return STR_NONE;
    }
    struct str message = tongue_text(v->tongue, N_("Người chịu trách nhiệm: %s."));
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    return str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(row->assignee_name),
                      STR_ARG(behind));
}
