/* What officers opened of reports: a sender's name, a photo as it was sent. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/officer.h"

#include "sql/feedback.h"
#include "text/tongue.h"
#include "web/access.h"
#include "web/route.h"

static void lines(struct visit *v, const struct access_query *query, struct access_log *ret);
static void put_names(struct visit *v, const struct access_query *query, struct access_log *ret);
static void put_photos(struct visit *v, const struct access_query *query, struct access_log *ret);
static struct local_url url_of(struct visit *v, struct str code, struct unit_id unit);

static const struct access_kind kinds[] = {
    { "name", N_("Mở họ tên người gửi") },
    { "photo", N_("Lấy ảnh gốc") },
    { 0 },
};
const struct access_source feedback_access = { kinds, lines };

static void lines(struct visit *v, const struct access_query *query, struct access_log *ret)
{
    if (access_wants(query, "name")) {
        put_names(v, query, ret);
    }
    if (access_wants(query, "photo")) {
        put_photos(v, query, ret);
    }
}

static void put_names(struct visit *v, const struct access_query *query, struct access_log *ret)
{
    struct access_names_rows rows =
        access_names(&v->snap->conn, &(struct access_names){ .unit = { query->unit.v },
                                                             .person = { query->person.v },
                                                             .from = query->from,
                                                             .until = query->until,
                                                             .before = { query->before },
                                                             .limit = query->limit });
    for (size_t i = 0; i < rows.count; i++) {
        const struct access_names_row *row = &rows.rows[i];
        access_put(ret, &(struct access_line){ .id = row->id.v,
                                               .at = row->at,
                                               .person = ID_OF(row->person_id),
                                               .what = kinds[0].label,
                                               .about = row->code,
                                               .url = url_of(v, row->code, row->unit_id),
                                               .unit = row->unit_name,
                                               .reason = row->reason });
    }
}

static void put_photos(struct visit *v, const struct access_query *query, struct access_log *ret)
{
    struct access_photos_rows rows =
        access_photos(&v->snap->conn, &(struct access_photos){ .unit = { query->unit.v },
                                                               .person = { query->person.v },
                                                               .from = query->from,
                                                               .until = query->until,
                                                               .before = { query->before },
                                                               .limit = query->limit });
    for (size_t i = 0; i < rows.count; i++) {
        const struct access_photos_row *row = &rows.rows[i];
        access_put(ret, &(struct access_line){ .id = row->id.v,
                                               .at = row->at,
                                               .person = ID_OF(row->person_id),
                                               .what = kinds[1].label,
                                               .about = row->code,
                                               .url = url_of(v, row->code, row->unit_id),
                                               .unit = row->unit_name,
                                               .reason = row->reason });
    }
}

/* Who manages people does not read reports for it. */
static struct local_url url_of(struct visit *v, struct str code, struct unit_id unit)
{
    return visit_may_over(v, POWER_HANDLE, ID_OF(unit)) ? route_url(v, "/cb/hs/:code", code)
                                                        : (struct local_url){ STR_NONE };
}
