/* Boundaries for programs: which unit a point lies in, and the lines of one, as GeoJSON. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/json.h"
#include "mod/map/map.h"

enum { PLACES = 7 };

struct asked_point {
    struct str lat; /* decimal degrees, "16.4637" */
    struct str lon;
};
static const struct field point_fields[] = {
    FIELD(struct asked_point, lat, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Vĩ độ")),
    FIELD(struct asked_point, lon, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Kinh độ")),
};
const struct record map_point_record = RECORD("point", struct asked_point, point_fields);

struct told_unit {
    struct str unit;
    struct str name;
};
static const struct field unit_fields[] = {
    FIELD(struct told_unit, unit, .rules = FIELD_REQUIRED, .label = N_("Mã đơn vị")),
    FIELD(struct told_unit, name, .rules = FIELD_REQUIRED, .label = N_("Tên đơn vị")),
};
const struct record map_unit_record = RECORD("unit_at", struct told_unit, unit_fields);

static void write_point(struct json *json, struct point point);
static void write_frame(struct json *json, struct frame frame);
static void write_lines(struct json *json, const struct outline *outline);

/* The point is in the address: it is asked for, never kept. */
enum status map_unit_at(struct visit *v)
{
    struct asked_point asked;
    struct place_found found;
    struct point at;
    if (!visit_form(v, &map_point_record, &asked) ||
        !map_point_read(v, asked.lat, asked.lon, &at)) {
        return STATUS_INVALID;
    }
    if (!map_place(&v->snap->conn, at, instant_day(v->now), &found)) {
        return STATUS_NOT_FOUND;
    }
    struct json json = page_json(v);
    json_record(&json, NULL, &map_unit_record, &(struct told_unit){ found.code, found.name });
    return STATUS_OK;
}

/* Lines and no areas: what is stored is rings of islands and of holes alike (web/outline.h). */
enum status map_boundary(struct visit *v)
{
    struct boundary_of_code_row row;
    struct outline outline;
    struct boundary_of_code wanted = { .code = v->params[0], .on = instant_day(v->now) };
    if (!boundary_of_code(&v->snap->conn, &wanted, &row) ||
        !outline_unpack(v->arena, row.near, &outline)) {
        return STATUS_NOT_FOUND;
    }
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_text(&json, "type", STR("Feature"));
    write_frame(&json, outline_frame(&outline));
    json_object(&json, "properties");
    json_text(&json, "code", row.code);
    json_text(&json, "name", row.name);
    json_end(&json);
    write_lines(&json, &outline);
    json_end(&json);
    return STATUS_OK;
}

static void write_frame(struct json *json, struct frame frame)
{
    json_list(json, "bbox");
    json_decimal(json, NULL, frame.west, PLACES);
    json_decimal(json, NULL, frame.south, PLACES);
    json_decimal(json, NULL, frame.east, PLACES);
    json_decimal(json, NULL, frame.north, PLACES);
    json_end(json);
}

static void write_lines(struct json *json, const struct outline *outline)
{
    json_object(json, "geometry");
    json_text(json, "type", STR("MultiLineString"));
    json_list(json, "coordinates");
    for (size_t r = 0; r < outline->count; r++) {
        const struct ring *ring = &outline->rings[r];
        json_list(json, NULL);
        for (size_t i = 0; ring->count > 0 && i <= ring->count; i++) {
            write_point(json, ring->points[i % ring->count]);
        }
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

static void write_point(struct json *json, struct point point)
{
    json_list(json, NULL);
    json_decimal(json, NULL, point.east, PLACES);
    json_decimal(json, NULL, point.north, PLACES);
    json_end(json);
}
