/* What the files of map share: the import, its fact, and the page that says where a point lies. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAP_MAP_H
#define MAP_MAP_H

#include "mod/map/geojson.h"
#include "sql/map.h"
#include "web/module.h"
#include "web/page.h"

/* A whole file, all of it or nothing. It travels as the text that it came in, so that a replay
 * reads what the first run read. */
struct map_import {
    struct str rows;
    struct day from;
    struct str source; /* where the file comes from, for whoever asks what may be done with it */
};

enum { COMMAND_IMPORT, COMMAND_COUNT };
enum { FACT_BOUNDARY_SET, FACT_COUNT };
extern const struct command map_commands[COMMAND_COUNT];
extern const struct fact map_facts[FACT_COUNT];

/* Holds the areas against the units of that day: unknown codes, other names and days that go back
 * before a boundary that is there are faults. units[i] belongs to areas->list[i]. */
struct map_unit {
    struct unit_id id;
    struct str code;
};
struct map_unit *map_units(struct conn *conn, struct arena *arena, struct areas *areas,
                           struct day from);

/* Boundaries for maps of other services, and the unit that a point lies in (web/shapes.h). */
shapes_fn map_shapes;
place_fn map_place;

/* Of the three levels, as the ledger has it. */
struct str map_digest(struct arena *arena, const struct bytes levels[3]);

int map_console(struct console *console, int argc, char **argv);
#define MAP_CONSOLE_ABOUT                                                                          \
    "import FILE.geojson --since YYYY-MM-DD --source TEXT [--lang vi|en]: boundaries, all or "     \
    "nothing"
void map_check(struct snap *snap, struct check *check);

struct where_item {
    struct str name;
    struct local_url url;
    struct local_url send; /* absent: nothing can be sent there */
    struct str code;
};
struct where_view {
    struct page *page;
    struct local_url here;
    struct field_view lat;
    struct field_view lon;
    const struct where_item *items;
    size_t item_count;
    bool is_answered;
};
visit_fn map_where;

/* basemap.c: a picture of the basemap (web/basemap.h). */
visit_fn map_basemap;

/* api.c: the same for programs and for the script of a page on which a point is picked. */
visit_fn map_unit_at, map_boundary;
extern const struct record map_point_record, map_unit_record;
/* What was typed as degrees; a problem of its field where it is none, or far from Vietnam. */
bool map_point_read(struct visit *v, struct str lat, struct str lon, struct point *ret) MUST_USE;

#endif
