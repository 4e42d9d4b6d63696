/* map: the service's table, all that the house needs to know of this folder. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/map.h"
#include "web/basemap.h"

static const struct route routes[] = {
    { GET, "/ban-do/o-dau", NULL, map_where, "Which unit a point lies in.", ROUTE_SECRET,
      .rate = RATE_READ },
    { GET, "/api/v1/unit-at", NULL, map_unit_at,
      "The commune or ward in which a point lies, as far as boundaries are known.",
      ROUTE_API | ROUTE_SECRET, .rate = RATE_READ, .takes = &map_point_record,
      .gives = &map_unit_record },
    { GET, "/api/v1/boundaries/:unit", NULL, map_boundary,
      "The boundary of a unit today, as GeoJSON: its lines, and its frame.",
      ROUTE_API | ROUTE_SHARED, .rate = RATE_READ },
    { GET, BASEMAP_PATH, NULL, map_basemap, "A picture of the map that the operator brought.",
      ROUTE_BARE, .rate = RATE_NONE },
};

static const struct menu menus[] = {
    { "biet", N_("Tôi đang ở xã, phường nào?"), "/ban-do/o-dau", NULL, .is_aside = true },
};

static const struct help_row help[] = {
    { "/ban-do/o-dau",
      N_("Trang này gợi ý bà con đang ở xã, phường nào."),
      { N_("Ghi vị trí của điểm rồi bấm “Hỏi”.") },
      N_("Không đúng thì tự chọn xã, phường khi gửi.") },
    { 0 },
};

const struct module module_map = {
    .name = "map",
    .help = help,
    MODULE_ROWS(commands, map_commands),
    MODULE_ROWS(facts, map_facts),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    .shapes = map_shapes,
    .place = map_place,
    .console = map_console,
    .console_about = MAP_CONSOLE_ABOUT,
    .check = map_check,
};
