/* GeoJSON (RFC 7946) as far as boundaries need it: features with a code, a name and their rings. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAP_GEOJSON_H
#define MAP_GEOJSON_H

#include "base/arena.h"
#include "law/verdict.h"
#include "web/outline.h"

/* One feature: Polygon or MultiPolygon. The code is the property `code` or `ma`, the name `name` or
 * `ten`; other properties are passed over. */
struct area {
    size_t line; /* where it begins in the file */
    struct str code;
    struct str name;
    struct outline outline;
};

enum { AREAS_MAX = 5000 };

struct areas {
    struct area *list;
    size_t count;
    struct line_fault faults[LINE_FAULTS_KEPT];
    size_t fault_count;
};

/* Reads a FeatureCollection. Coordinates are degrees east and north in decimals, rounded to 1e-7;
 * those outside Vietnam and its seas, and rings that are not closed or have fewer than three
 * corners, are faults of their feature, as is a code that is missing or comes twice. A file that is
 * no such JSON has one fault, with the line where it breaks. */
struct areas *areas_read(struct arena *arena, struct str text);
void areas_fault(struct areas *areas, size_t line, struct verdict verdict);

#endif
