/* The point of a report on its way: taken, let go, and held against the unit that was chosen. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/gui_point.h"

#include "mod/feedback/intake.h"
#include "text/tongue.h"
#include "web/asset.h"
#include "web/shapes.h"

enum { TEN_MILLIONTHS = 10 };

static bool unit_at(struct visit *v, const struct draft *draft,
                    struct feedback_unit_by_code_row *ret);
static struct local_url url_if_there(struct visit *v, const char *path);

struct point_view point_view(struct visit *v, int64_t lat_micro, int64_t lon_micro)
{
    struct str lat = form_get(&v->form, "lat");
    struct str lon = form_get(&v->form, "lon");
    bool is_typed = v->route->method == POST && lat.p;
    return (struct point_view){
        .lat = is_typed ? lat : spot_degrees(v->arena, lat_micro),
        .lon = is_typed ? lon : spot_degrees(v->arena, lon_micro),
        .problem = problem_of(&v->problems, "lat").n > 0 ? problem_of(&v->problems, "lat")
                                                         : problem_of(&v->problems, "lon"),
        .drop = { .kind = INPUT_TICK, .name = "bo-diem", .label = N_("Bỏ điểm này") },
        .js = asset_url("point.js"),
        .map_js = asset_url("map.js"),
        .map_css = asset_url("map.css"),
        .basemap = basemap_view(v),
        .unit_at = url_if_there(v, "/api/v1/unit-at"),
        .boundaries = route_is_there(v, "/api/v1/boundaries/:unit"),
    };
}

static struct local_url url_if_there(struct visit *v, const char *path)
{
    return route_is_there(v, path) ? route_url(v, path) : (struct local_url){ STR_NONE };
}

bool point_take(struct visit *v, struct draft *draft)
{
    struct send read = { .lat_micro = 0 };
    if (form_get(&v->form, "bo-diem").p) {
        draft->lat_micro = 0;
        draft->lon_micro = 0;
        return true;
    }
    if (!intake_point(v, form_get(&v->form, "lat"), form_get(&v->form, "lon"), &read)) {
        return false;
    }
    draft->lat_micro = read.lat_micro;
    draft->lon_micro = read.lon_micro;
    return true;
}

bool point_is_elsewhere(struct visit *v, const struct draft *draft)
{
    struct feedback_unit_by_code_row there;
    return unit_at(v, draft, &there) && !str_equal(there.code, draft->unit);
}

/* Only one that takes reports: else there is nothing to choose. */
static bool unit_at(struct visit *v, const struct draft *draft,
                    struct feedback_unit_by_code_row *ret)
{
    struct place_found found;
    struct point at = { (int32_t)(draft->lon_micro * TEN_MILLIONTHS),
                        (int32_t)(draft->lat_micro * TEN_MILLIONTHS) };
    struct day today = instant_day(v->now);
    return draft->lat_micro && place_of_services(&v->snap->conn, at, today, &found) &&
           feedback_unit_by_code(
               &v->snap->conn,
               &(struct feedback_unit_by_code){ .code = found.code, .today = today }, ret);
}

void point_elsewhere_fill(struct visit *v, struct send_view *view)
{
    struct feedback_unit_by_code_row there;
    struct feedback_unit_by_code_row chosen;
    if (unit_at(v, view->draft, &there)) {
        view->there = there.name;
        view->there_code = there.code;
    }
    if (feedback_unit_by_code(&v->snap->conn,
                              &(struct feedback_unit_by_code){ .code = view->draft->unit,
                                                               .today = instant_day(v->now) },
                              &chosen)) {
        view->chosen = chosen.name;
    }
    view->first.problem = problem_of(&v->problems, "chon");
}

/* Any other answer than the unit of the point keeps the one that was chosen. */
bool point_elsewhere_take(struct visit *v, struct draft *draft)
{
    struct str chosen = form_get(&v->form, "chon");
    struct feedback_unit_by_code_row there;
    if (str_is_empty(chosen)) {
        visit_problem(v, "chon", N_("Hãy chọn nơi nhận đơn."));
        return false;
    }
    if (unit_at(v, draft, &there) && str_equal(chosen, there.code)) {
        draft->unit = there.code;
    }
    return true;
}
