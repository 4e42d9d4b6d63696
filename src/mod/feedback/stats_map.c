/* The map over the public figures: the units of one level, and the way down to the next. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"
#include "text/tongue.h"
#include "web/map.h"
#include "web/module.h"

static struct stats_areas_rows rows_below(struct visit *v, struct unit_id above,
                                          struct stats_period period);
static struct map_area area_of(struct visit *v, const struct stats_areas_row *row);
static int64_t shade_of(int64_t received);

/* Without a unit: the provinces; or, where the house has one province, what is below that. */
void stats_map(struct visit *v, struct unit_id above, struct stats_period period,
               struct map_view *ret)
{
    static const char *const legend[MAP_CLASSES] = { N_("dưới 5"), "5–19",    "20–49",
                                                     "50–99",      "100–199", N_("từ 200") };
    struct stats_areas_rows rows = rows_below(v, above, period);
    bool is_top = ID_NONE(above);
    if (is_top && rows.count == 1 && rows.rows[0].is_above) {
        rows = rows_below(v, rows.rows[0].id, period);
        is_top = false;
    }
    *ret = (struct map_view){ .label = N_("Số phản ánh đã nhận trong mười hai tháng"),
                              .areas = new(v->arena, struct map_area, rows.count + 1),
                              .count = rows.count,
                              .legend = legend };
    for (size_t i = 0; i < rows.count; i++) {
        /* Communes without a province are no map of the country. */
        ret->is_national |= is_top && rows.rows[i].is_above;
        ret->areas[i] = area_of(v, &rows.rows[i]);
    }
    shapes_of_services(&v->snap->conn, ret->areas, ret->count, instant_day(v->now));
    map_draw(v->arena, ret);
}

static struct stats_areas_rows rows_below(struct visit *v, struct unit_id above,
                                          struct stats_period period)
{
    struct stats_areas wanted = { .parent_id = above,
                                  .today = instant_day(v->now),
                                  .from_month = period.from_month,
                                  .to_month = period.to_month };
    return stats_areas(&v->snap->conn, &wanted);
}

/* Of a unit that has others below it the link leads down to those, else to its reports. */
static struct map_area area_of(struct visit *v, const struct stats_areas_row *row)
{
    bool is_served = row->is_above || row->prefix.n > 0 || row->received > 0;
    return (struct map_area){
        .unit = ID_OF(row->id),
        .name = row->name,
        .figure = is_served ? stats_told(v, row->received)
                            : tongue_text(v->tongue, N_("chưa nhận ở đây")),
        .shade = shade_of(row->received),
        .is_unknown = !is_served,
        .url = route_url(v, row->is_above ? "/giam-sat/so-lieu" : "/kiem-tra/ho-so"),
        .code = row->code,
    };
}

/* The same steps every year, so that years can be compared. */
static int64_t shade_of(int64_t received)
{
    static const int64_t from[] = { TOLD_FROM, 20, 50, 100, 200 };
    int64_t shade = 0;
    while (shade < (int64_t)COUNT(from) && received >= from[shade]) {
        shade++;
    }
    return shade;
}
