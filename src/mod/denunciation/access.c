/* What officers opened of denunciations, without a word of which. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/denunciation.h"
#include "mod/denunciation/flow.h"

#include "sql/denunciation.h"
#include "text/tongue.h"
#include "web/access.h"
#include "web/visit.h"

static void lines(struct visit *v, const struct access_query *query, struct access_log *ret);

static const struct access_kind kinds[] = {
    { "denouncer", N_("Mở họ tên người tố cáo") },
    { 0 },
};
const struct access_source denunciation_access = { kinds, lines };

/* That a unit has a denunciation at all is for those who read or settle them there: whoever manages
 * its people may be whom it is about. Nobody learns which one it was, or the reason, which stands
 * with the denunciation. Law: 25/2018/QH14 art. 8 and 56. */
static void lines(struct visit *v, const struct access_query *query, struct access_log *ret)
{
    if (!visit_may(v, POWER_HANDLE) && !visit_may(v, POWER_DECIDE)) {
        return;
    }
    struct access_openings_rows rows =
        access_openings(&v->snap->conn, &(struct access_openings){ .unit = { query->unit.v },
                                                                   .person = { query->person.v },
                                                                   .from = query->from,
                                                                   .until = query->until,
                                                                   .before = { query->before },
                                                                   .limit = query->limit });
    for (size_t i = 0; i < rows.count; i++) {
        const struct access_openings_row *row = &rows.rows[i];
        if (!visit_may_over(v, POWER_HANDLE, ID_OF(row->unit_id)) &&
            !visit_may_over(v, POWER_DECIDE, ID_OF(row->unit_id))) {
            continue;
        }
        access_put(ret, &(struct access_line){ .id = row->id.v,
                                               .at = row->asked_at,
                                               .person = ID_OF(row->holder_id),
                                               .what = row->opened_at.s
                                                           ? N_("Mở họ tên người tố cáo")
                                                           : N_("Xin mở họ tên người tố cáo"),
                                               .unit = row->unit_name });
    }
}
