/* Reports that have to do with one, on its pages: which of them who may see, and in which words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/link.h"
#include "mod/feedback/officer.h"

static bool may_show(const struct report_get_row *report, const struct report_links_row *link,
                     enum viewer viewer, bool is_colleague);
static const char *words_of(const struct report_get_row *report,
                            const struct report_links_row *link);

/* A report that is withheld is not named to those who may not read it; but the sender of both knows
 * of both. */
struct links_view links_view(struct visit *v, struct page *page,
                             const struct report_get_row *report, enum viewer viewer)
{
    struct report_links_rows rows =
        report_links(&v->snap->conn, &(struct report_links){ report->id, LINKS_MAX });
    struct link_item *items = new(v->arena, struct link_item, rows.count + 1);
    struct links_view view = { .page = page, .items = items };
    for (size_t i = 0; i < rows.count; i++) {
        const struct report_links_row *link = &rows.rows[i];
        bool is_colleague = viewer == VIEWER_OFFICER &&
                            case_may_see(v, ID_OF(link->unit_id), ID_OF(link->first_unit_id));
        if (may_show(report, link, viewer, is_colleague)) {
            int state = workflow_state(&feedback_flow, link->state);
            items[view.count++] = (struct link_item){
                .says = words_of(report, link),
                .code = link->code,
                .title = link->title,
                .state = state == WORKFLOW_NOWHERE ? "" : feedback_flow.states[state].label,
                .url = is_colleague ? route_url(v, "/cb/hs/:code", link->code)
                                    : route_url(v, "/kiem-tra/ho-so/:code", link->code),
                .is_related = str_equal(link->kind, STR(LINK_RELATED)),
            };
        }
    }
    if (viewer == VIEWER_OFFICER && visit_may_over(v, POWER_HANDLE, ID_OF(report->unit_id))) {
        view.unlink_to = route_url(v, "/cb/hs/:code/:act", report->code, STR("unrelate"));
    }
    return view;
}

static bool may_show(const struct report_get_row *report, const struct report_links_row *link,
                     enum viewer viewer, bool is_colleague)
{
    bool is_split = str_equal(link->kind, STR(LINK_SPLIT));
    switch (viewer) {
    case VIEWER_OFFICER:
        return link->is_public || is_colleague;
    case VIEWER_SENDER:
        return is_split || link->is_public;
    case VIEWER_ANYBODY:
        break;
    }
    return report->is_public && link->is_public;
}

static const char *words_of(const struct report_get_row *report,
                            const struct report_links_row *link)
{
    if (str_equal(link->kind, STR(LINK_RELATED))) {
        return N_("Có liên quan:");
    }
    return link->other_id.v > report->id.v ? N_("Việc thứ hai trong đơn:")
                                           : N_("Việc thứ nhất trong đơn:");
}
