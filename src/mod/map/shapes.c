/* Boundaries for the maps of other services: the level that a map of that width needs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/borders.h"
#include "mod/map/map.h"
#include "web/map.h"

void map_shapes(struct conn *conn, struct map_area *areas, size_t count, struct day on)
{
    struct unit_id first = { INT64_MAX };
    struct unit_id last = { 0 };
    for (size_t i = 0; i < count; i++) {
        first.v = areas[i].unit.v < first.v ? areas[i].unit.v : first.v;
        last.v = areas[i].unit.v > last.v ? areas[i].unit.v : last.v;
    }
    struct boundary_spread_row spread = { 0 };
    boundary_spread(conn, &(struct boundary_spread){ first, last, on }, &spread);
    /* What is shorter than one unit of the drawing cannot be seen. */
    int level = borders_level((spread.east - spread.west) / MAP_WIDTH);
    struct boundary_shapes wanted = { .first = first, .last = last, .on = on, .level = level };
    struct boundary_shapes_rows rows = boundary_shapes(conn, &wanted);
    for (size_t i = 0; i < count; i++) {
        for (size_t r = 0; r < rows.count; r++) {
            if (rows.rows[r].unit_id.v == areas[i].unit.v) {
                areas[i].shape = rows.rows[r].shape;
            }
        }
    }
}

/* A unit that has no office is a province or the country: whoever is in it is in a commune too. */
bool map_place(struct conn *conn, struct point at, struct day on, struct place_found *ret)
{
    struct boundary_around wanted = { .east = at.east, .north = at.north, .on = on };
    struct boundary_around_rows rows = boundary_around(conn, &wanted);
    for (size_t i = 0; i < rows.count; i++) {
        const struct boundary_around_row *row = &rows.rows[i];
        struct outline outline;
        if (row->prefix.n > 0 && outline_unpack(conn->arena, row->near, &outline) &&
            outline_holds(&outline, at)) {
            *ret = (struct place_found){ ID_OF(row->id), row->code, row->name };
            return true;
        }
    }
    return false;
}
