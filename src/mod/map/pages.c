/* "Which commune am I in?": a point in the boundaries of today. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/map.h"
#include "mod/map/map.h"

struct where_form {
    struct str lat;
    struct str lon;
};
static const struct field where_fields[] = {
    FIELD(struct where_form, lat, .rules = FIELD_LINE, .max = 20, .label = N_("Vĩ độ")),
    FIELD(struct where_form, lon, .rules = FIELD_LINE, .max = 20, .label = N_("Kinh độ")),
};
static const struct record where_record = RECORD("where", struct where_form, where_fields);

static void find_units(struct visit *v, struct point at, struct where_view *view);

/* The words of the telephone's point are in the address: it is asked for, never kept. */
enum status map_where(struct visit *v)
{
    struct where_form form;
    struct point at;
    struct where_view view = { .page = page_open(v, N_("Tôi đang ở xã, phường nào?")),
                               .here = route_url(v, "/ban-do/o-dau") };
    bool is_read = visit_form(v, &where_record, &form);
    bool is_asked = is_read && (form.lat.p || form.lon.p);
    view.is_answered = is_asked && map_point_read(v, form.lat, form.lon, &at);
    if (view.is_answered) {
        find_units(v, at, &view);
    }
    view.lat = page_field(v, INPUT_LINE, &where_record, "lat");
    view.lon = page_field(v, INPUT_LINE, &where_record, "lon");
    view.lat.is_optional = false;
    view.lon.is_optional = false;
    view.lat.hint = N_("Ví dụ 16.4637, đọc trên ứng dụng bản đồ của điện thoại");
    view.lon.hint = N_("Ví dụ 107.5909");
    map_where_html(page_body(v), &view);
    return is_read && (view.is_answered || !is_asked) ? STATUS_OK : STATUS_INVALID;
}

bool map_point_read(struct visit *v, struct str lat, struct str lon, struct point *ret)
{
    int64_t north;
    int64_t east;
    if (!degrees_read(lat, &north) || north < SOUTH_MIN || north > NORTH_MAX) {
        visit_problem(v, "lat", N_("Vĩ độ phải là số từ 4 đến 24, ví dụ 16.4637."));
        return false;
    }
    if (!degrees_read(lon, &east) || east < WEST_MIN || east > EAST_MAX) {
        visit_problem(v, "lon", N_("Kinh độ phải là số từ 101 đến 118, ví dụ 107.5909."));
        return false;
    }
    *ret = (struct point){ (int32_t)east, (int32_t)north };
    return true;
}

static void find_units(struct visit *v, struct point at, struct where_view *view)
{
    struct boundary_around wanted = { .east = at.east,
                                      .north = at.north,
                                      .on = instant_day(v->now) };
    struct boundary_around_rows rows = boundary_around(&v->snap->conn, &wanted);
    bool has_office = false;
    struct where_item *items = new(v->arena, struct where_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        const struct boundary_around_row *row = &rows.rows[i];
        struct outline outline;
        bool is_office = row->prefix.n > 0;
        if (!outline_unpack(v->arena, row->near, &outline) || !outline_holds(&outline, at) ||
            (has_office && !is_office)) {
            continue;
        }
        /* Who is in a commune need not be told the province. */
        view->item_count = is_office && !has_office ? 0 : view->item_count;
        has_office |= is_office;
        items[view->item_count++] = (struct where_item){
            .name = row->name,
            .url = route_url(v, "/don-vi/:code", row->code),
            .send = is_office && route_is_there(v, "/gui") ? route_url(v, "/gui")
                                                           : (struct local_url){ STR_NONE },
            .code = row->code,
        };
    }
    view->items = items;
}
