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

/* That a unit has a denunciation at all is for those to whom it was sealed: whoever manages the
 * unit's people, or reads others there, may be whom it is about. Nobody learns which one it was, or
 * the reason, which stands with the denunciation. Law: 25/2018/QH14 art. 8 and 56. */
static void lines(struct visit *v, const struct access_query *query, struct access_log *ret)
{
    struct access_openings wanted = { .unit = { query->unit.v },
                                      .person = { query->person.v },
                                      .visitor = { v->visitor.author.person.v },
                                      .from = query->from,
                                      .until = query->until,
                                      .before = { query->before },
                                      .limit = query->limit };
    struct access_openings_rows rows = access_openings(&v->snap->conn, &wanted);
    for (size_t i = 0; i < rows.count; i++) {
        const struct access_openings_row *row = &rows.rows[i];
        access_put(ret, &(struct access_line){ .id = row->id.v,
                                               .at = row->asked_at,
                                               .person = ID_OF(row->holder_id),
                                               .what = row->opened_at.s
                                                           ? N_("Mở họ tên người tố cáo")
                                                           : N_("Xin mở họ tên người tố cáo"),
                                               .unit = row->unit_name });
    }
}
