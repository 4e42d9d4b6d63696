/* Reading GeoJSON: one pass, no recursion, whole numbers only. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/geojson.h"

#include "text/fold.h"
#include "text/tongue.h"

enum { DEPTH_MAX = 12, DECIMALS = 7, CORNERS_MIN = 3, RINGS_MAX = 2000 };

struct reader {
    struct arena *arena;
    const char *start, *at, *end;
    const char *counted; /* up to here lines are counted */
    size_t line;
    struct areas *areas;
    /* Of the feature that is being read. */
    struct area area;
    struct point *points;
    size_t point_count, point_room;
    struct ring *rings;
    size_t ring_count;
    const char *problem;
    bool has_shape;
    bool is_broken;
};

static bool next_is(struct reader *r, char sign);
static bool take(struct reader *r, char sign);
static void skip_blanks(struct reader *r);
static bool read_string(struct reader *r, struct str *ret);
static void skip_value(struct reader *r);
static bool next_member(struct reader *r, bool *is_first, struct str *ret_name);
static void read_features(struct reader *r);
static void read_feature(struct reader *r);
static void read_properties(struct reader *r);
static void read_geometry(struct reader *r);
static void read_coordinates(struct reader *r);
static bool read_degree(struct reader *r, int64_t *ret);
static void add_point(struct reader *r, const int64_t position[2]);
static void end_ring(struct reader *r);
static void keep_area(struct reader *r);
static size_t line_of(struct reader *r, const char *at);
static void break_off(struct reader *r);

struct areas *areas_read(struct arena *arena, struct str text)
{
    struct reader r = { .arena = arena,
                        .start = text.p,
                        .at = text.p,
                        .end = text.p + text.n,
                        .counted = text.p,
                        .line = 1,
                        .areas = new(arena, struct areas, 1) };
    r.areas->list = new(arena, struct area, AREAS_MAX);
    r.rings = new(arena, struct ring, RINGS_MAX);
    bool is_first = true;
    bool has_features = false;
    struct str name;
    if (text.n == 0 || !str_is_utf8(text) || !take(&r, '{')) {
        areas_fault(r.areas, 1, refuse(N_("Tệp không phải GeoJSON viết bằng UTF-8."), NULL));
        return r.areas;
    }
    while (next_member(&r, &is_first, &name)) {
        if (str_equal(name, STR("features")) && !has_features) {
            has_features = true;
            read_features(&r);
        } else {
            skip_value(&r);
        }
    }
    skip_blanks(&r);
    if (r.is_broken || r.at != r.end) {
        areas_fault(r.areas, line_of(&r, r.at), refuse(N_("JSON bị hỏng ở dòng này."), NULL));
    } else if (r.areas->count == 0 && r.areas->fault_count == 0) {
        areas_fault(r.areas, 1, refuse(N_("Tệp không có vùng nào (“features” trống)."), NULL));
    }
    return r.areas;
}

void areas_fault(struct areas *areas, size_t line, struct verdict verdict)
{
    if (areas->fault_count < LINE_FAULTS_KEPT) {
        areas->faults[areas->fault_count] = (struct line_fault){ line, verdict };
    }
    areas->fault_count++;
}

static void read_features(struct reader *r)
{
    if (!take(r, '[')) {
        return;
    }
    while (!r->is_broken && !next_is(r, ']')) {
        read_feature(r);
        if (!r->is_broken && next_is(r, ',')) {
            r->at++;
        } else if (!next_is(r, ']')) {
            break_off(r);
        }
    }
    take(r, ']');
}

static void read_feature(struct reader *r)
{
    skip_blanks(r);
    r->area = (struct area){ .line = line_of(r, r->at) };
    r->ring_count = 0;
    r->point_count = 0;
    r->problem = NULL;
    r->has_shape = false;
    bool is_first = true;
    struct str name;
    if (!take(r, '{')) {
        return;
    }
    while (next_member(r, &is_first, &name)) {
        if (str_equal(name, STR("properties"))) {
            read_properties(r);
        } else if (str_equal(name, STR("geometry")) && !r->has_shape) {
            read_geometry(r);
        } else {
            skip_value(r);
        }
    }
    if (!r->is_broken) {
        keep_area(r);
    }
}

static void read_properties(struct reader *r)
{
    bool is_first = true;
    struct str name;
    if (!next_is(r, '{')) {
        skip_value(r);
        return;
    }
    take(r, '{');
    while (next_member(r, &is_first, &name)) {
        bool is_code = str_equal(name, STR("code")) || str_equal(name, STR("ma"));
        bool is_name = str_equal(name, STR("name")) || str_equal(name, STR("ten"));
        struct str value = STR_NONE;
        if ((is_code || is_name) && next_is(r, '"')) {
            read_string(r, &value);
            value = text_nfc(r->arena, str_trim(value));
        } else {
            skip_value(r);
        }
        r->area.code = is_code && value.n ? value : r->area.code;
        r->area.name = is_name && value.n ? value : r->area.name;
    }
}

static void read_geometry(struct reader *r)
{
    bool is_first = true;
    struct str name;
    if (!next_is(r, '{')) {
        skip_value(r);
        return;
    }
    take(r, '{');
    while (next_member(r, &is_first, &name)) {
        if (str_equal(name, STR("coordinates")) && !r->has_shape) {
            r->has_shape = true;
            read_coordinates(r);
        } else if (str_equal(name, STR("type"))) {
            struct str type = STR_NONE;
            read_string(r, &type);
            if (!str_equal(type, STR("Polygon")) && !str_equal(type, STR("MultiPolygon"))) {
                r->problem = N_("Vùng phải là Polygon hoặc MultiPolygon.");
            }
        } else {
            skip_value(r);
        }
    }
}

/* Lists of lists: one that holds numbers is a point, one that held points is a ring. */
static void read_coordinates(struct reader *r)
{
    int64_t position[2] = { 0, 0 };
    size_t numbers = 0;
    size_t depth = 0;
    size_t ring_depth = 0;
    do {
        skip_blanks(r);
        char sign = r->at < r->end ? *r->at : 0;
        if (sign == '[') {
            r->at++;
            depth++;
            numbers = 0;
        } else if (sign == ',') {
            r->at++;
        } else if (sign == ']') {
            r->at++;
            if (numbers >= 2) {
                add_point(r, position);
                ring_depth = depth - 1;
            } else if (depth == ring_depth) {
                end_ring(r);
                ring_depth = 0;
            }
            numbers = 0;
            depth--;
        } else {
            int64_t degree;
            if (depth == 0 || !read_degree(r, &degree)) {
                break_off(r);
                return;
            }
            if (numbers < 2) {
                position[numbers] = degree;
            }
            numbers++;
        }
    } while (depth > 0 && depth < DEPTH_MAX && r->at < r->end);
    if (depth > 0) {
        break_off(r);
    }
}

/* -16.463712345 to 1e-7 degrees, rounded; no exponents. */
static bool read_degree(struct reader *r, int64_t *ret)
{
    bool is_negative = r->at < r->end && *r->at == '-';
    r->at += is_negative;
    int64_t value = 0;
    size_t whole = 0;
    size_t decimals = 0;
    for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++, whole++) {
        if (whole >= 4) {
            return false;
        }
        value = value * 10 + (*r->at - '0');
    }
    if (r->at < r->end && *r->at == '.') {
        r->at++;
        for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++, decimals++) {
            if (decimals < DECIMALS) {
                value = value * 10 + (*r->at - '0');
            } else if (decimals == DECIMALS) {
                value += *r->at >= '5';
            }
        }
        if (decimals == 0) {
            return false;
        }
    }
    for (size_t i = decimals; i < DECIMALS; i++) {
        value *= 10;
    }
    *ret = is_negative ? -value : value;
    return whole > 0;
}

static void add_point(struct reader *r, const int64_t position[2])
{
    if (position[0] < WEST_MIN || position[0] > EAST_MAX || position[1] < SOUTH_MIN ||
        position[1] > NORTH_MAX) {
        r->problem =
            N_("Có tọa độ ngoài Việt Nam. Mỗi điểm phải ghi kinh độ trước (101 đến 118), vĩ "
               "độ sau (4 đến 24).");
        return;
    }
    if (r->point_count == r->point_room) {
        size_t room = r->point_room ? 2 * r->point_room : 4096;
        struct point *points = new(r->arena, struct point, room);
        for (size_t i = 0; i < r->point_count; i++) {
            points[i] = r->points[i];
        }
        r->points = points;
        r->point_room = room;
    }
    r->points[r->point_count++] = (struct point){ (int32_t)position[0], (int32_t)position[1] };
}

static void end_ring(struct reader *r)
{
    size_t n = r->point_count;
    r->point_count = 0;
    bool is_closed = n > 1 && r->points[0].east == r->points[n - 1].east &&
                     r->points[0].north == r->points[n - 1].north;
    if (r->problem) {
        return;
    }
    if (!is_closed || n - 1 < CORNERS_MIN) {
        r->problem = N_("Có đường bao không khép kín hoặc chưa đủ ba góc.");
        return;
    }
    if (r->ring_count == RINGS_MAX) {
        r->problem = N_("Vùng có quá nhiều mảnh.");
        return;
    }
    struct point *points = new(r->arena, struct point, n - 1);
    size_t kept = 0;
    for (size_t i = 0; i + 1 < n; i++) {
        bool is_again = kept > 0 && points[kept - 1].east == r->points[i].east &&
                        points[kept - 1].north == r->points[i].north;
        if (!is_again) {
            points[kept++] = r->points[i];
        }
    }
    if (kept < CORNERS_MIN) {
        r->problem = N_("Có đường bao không khép kín hoặc chưa đủ ba góc.");
        return;
    }
    r->rings[r->ring_count++] = (struct ring){ points, kept };
}

static void keep_area(struct reader *r)
{
    struct areas *areas = r->areas;
    const char *problem = r->problem;
    if (!problem && !r->area.code.n) {
        problem = N_("Vùng không có mã đơn vị (“code”) viết trong dấu ngoặc kép.");
    } else if (!problem && r->ring_count == 0) {
        problem = N_("Vùng không có đường bao nào.");
    } else if (!problem && areas->count == AREAS_MAX) {
        problem = N_("Tệp có quá nhiều vùng.");
    }
    for (size_t i = 0; !problem && i < areas->count; i++) {
        if (str_equal(areas->list[i].code, r->area.code)) {
            problem = N_("Mã này đã có ở một vùng phía trên.");
        }
    }
    if (problem) {
        areas_fault(areas, r->area.line, refuse(problem, NULL));
        return;
    }
    struct ring *rings = new(r->arena, struct ring, r->ring_count);
    for (size_t i = 0; i < r->ring_count; i++) {
        rings[i] = r->rings[i];
    }
    r->area.outline = (struct outline){ rings, r->ring_count };
    areas->list[areas->count++] = r->area;
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void skip_blanks(struct reader *r)
{
    while (r->at < r->end &&
           (*r->at == ' ' || *r->at == '\n' || *r->at == '\r' || *r->at == '\t')) {
        r->at++;
    }
}

static bool next_is(struct reader *r, char sign)
{
    skip_blanks(r);
    return !r->is_broken && r->at < r->end && *r->at == sign;
}

static bool take(struct reader *r, char sign)
{
    if (!next_is(r, sign)) {
        break_off(r);
        return false;
    }
    r->at++;
    return true;
}

/* The next name of an object, with its colon taken; false behind the last. */
static bool next_member(struct reader *r, bool *is_first, struct str *ret_name)
{
    if (r->is_broken) {
        return false;
    }
    if (next_is(r, '}')) {
        r->at++;
        return false;
    }
    if (!*is_first && !take(r, ',')) {
        return false;
    }
    *is_first = false;
    return read_string(r, ret_name) && take(r, ':');
}

/* Names and codes need no escapes; a text with one is kept as it is written. */
static bool read_string(struct reader *r, struct str *ret)
{
    if (!take(r, '"')) {
        return false;
    }
    const char *start = r->at;
    while (r->at < r->end && *r->at != '"') {
        r->at += *r->at == '\\' && r->at + 1 < r->end ? 2 : 1;
    }
    if (r->at >= r->end) {
        break_off(r);
        return false;
    }
    *ret = str_span(start, (size_t)(r->at - start));
    r->at++;
    return true;
}

/* Brackets are counted, not matched by kind: what is passed over is not used. */
static void skip_value(struct reader *r)
{
    size_t depth = 0;
    struct str unused;
    do {
        skip_blanks(r);
        char sign = r->at < r->end ? *r->at : 0;
        if (sign == '"') {
            read_string(r, &unused);
        } else if (sign == '{' || sign == '[') {
            depth++;
            r->at++;
        } else if ((sign == '}' || sign == ']') && depth > 0) {
            depth--;
            r->at++;
        } else if ((sign == ',' || sign == ':') && depth > 0) {
            r->at++;
        } else {
            const char *start = r->at;
            while (r->at < r->end && !str_is_empty(str_span(r->at, 1)) &&
                   str_find_byte(STR(" \n\r\t,:{}[]\""), *r->at) == 11) {
                r->at++;
            }
            if (r->at == start) {
                break_off(r);
            }
        }
    } while (depth > 0 && !r->is_broken);
}

static size_t line_of(struct reader *r, const char *at)
{
    for (; r->counted < at && r->counted < r->end; r->counted++) {
        r->line += *r->counted == '\n';
    }
    return r->line;
}

/* The place stays, so that it can be named. */
static void break_off(struct reader *r)
{
    r->is_broken = true;
}
