/* Outlines: varints to points and back, even and odd, and a path of whole numbers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/outline.h"

#include <stdlib.h>

#include "base/arena.h"

enum { VARINT_BYTES_MAX = 10, RINGS_MAX = 10000, STRETCH = 104, HUNDRED = 100, ROOM_ROWS = 24 };

/* A piece of a row or a column inside an outline. */
struct span {
    int32_t from, to;
};

static void write_varint(struct out *out, uint64_t value);
static void write_difference(struct out *out, int64_t difference);
static bool read_varint(struct str *rest, uint64_t *ret);
static bool read_difference(struct str *rest, int64_t *at);
static bool read_ring(struct arena *arena, struct str *rest, struct point *at, struct ring *ret);
static size_t spans_of(const struct outline *outline, bool is_row, int32_t line, int32_t *ret);
static struct span longest_span(const int32_t *crossings, size_t count);
static struct span span_around(const int32_t *crossings, size_t count, int32_t at);
static int compare_numbers(const void *a, const void *b);

struct bytes outline_pack(struct arena *arena, const struct outline *outline)
{
    size_t points = 0;
    for (size_t r = 0; r < outline->count; r++) {
        points += 1 + outline->rings[r].count;
    }
    struct out out = out_open(arena, (2 * points + 1) * VARINT_BYTES_MAX);
    struct point at = { 0, 0 };
    write_varint(&out, outline->count);
    for (size_t r = 0; r < outline->count; r++) {
        const struct ring *ring = &outline->rings[r];
        write_varint(&out, ring->count);
        for (size_t i = 0; i < ring->count; i++) {
            write_difference(&out, (int64_t)ring->points[i].east - at.east);
            write_difference(&out, (int64_t)ring->points[i].north - at.north);
            at = ring->points[i];
        }
    }
    struct str packed = out_str(&out);
    return (struct bytes){ packed.p, packed.n };
}

bool outline_unpack(struct arena *arena, struct bytes bytes, struct outline *ret)
{
    struct str rest = str_span(bytes.p, bytes.n);
    struct point at = { 0, 0 };
    uint64_t count;
    if (!read_varint(&rest, &count) || count > RINGS_MAX) {
        return false;
    }
    struct ring *rings = new(arena, struct ring, count + 1);
    for (uint64_t r = 0; r < count; r++) {
        if (!read_ring(arena, &rest, &at, &rings[r])) {
            return false;
        }
    }
    if (rest.n > 0) {
        return false;
    }
    *ret = (struct outline){ rings, count };
    return true;
}

static bool read_ring(struct arena *arena, struct str *rest, struct point *at, struct ring *ret)
{
    uint64_t points;
    /* A point takes two bytes at least. */
    if (!read_varint(rest, &points) || points > rest->n / 2) {
        return false;
    }
    struct point *ring = new(arena, struct point, points + 1);
    int64_t east = at->east;
    int64_t north = at->north;
    for (uint64_t i = 0; i < points; i++) {
        if (!read_difference(rest, &east) || !read_difference(rest, &north) || east < WEST_MIN ||
            east > EAST_MAX || north < SOUTH_MIN || north > NORTH_MAX) {
            return false;
        }
        ring[i] = (struct point){ (int32_t)east, (int32_t)north };
        *at = ring[i];
    }
    *ret = (struct ring){ ring, points };
    return true;
}

struct frame outline_frame(const struct outline *outline)
{
    struct frame frame = { INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN };
    for (size_t r = 0; r < outline->count; r++) {
        for (size_t i = 0; i < outline->rings[r].count; i++) {
            struct point at = outline->rings[r].points[i];
            frame = frame_join(frame, (struct frame){ at.east, at.north, at.east, at.north });
        }
    }
    return frame;
}

struct frame frame_join(struct frame a, struct frame b)
{
    return (struct frame){
        a.west < b.west ? a.west : b.west,
        a.south < b.south ? a.south : b.south,
        a.east > b.east ? a.east : b.east,
        a.north > b.north ? a.north : b.north,
    };
}

/* A ray to the east crosses the border an odd number of times. A point on a border is in one of the
 * two that share it, because each edge holds its southern end only. */
bool outline_holds(const struct outline *outline, struct point point)
{
    bool is_inside = false;
    for (size_t r = 0; r < outline->count; r++) {
        const struct ring *ring = &outline->rings[r];
        for (size_t i = 0; i < ring->count; i++) {
            struct point a = ring->points[i];
            struct point b = ring->points[i + 1 < ring->count ? i + 1 : 0];
            if ((a.north > point.north) == (b.north > point.north)) {
                continue;
            }
            int64_t side = ((int64_t)b.east - a.east) * ((int64_t)point.north - a.north) -
                           ((int64_t)b.north - a.north) * ((int64_t)point.east - a.east);
            is_inside ^= b.north > a.north ? side > 0 : side < 0;
        }
    }
    return is_inside;
}

/* Of some rows the longest piece inside; where the column through its middle is long too, a text
 * has most room. Texts are wider than they are high. */
struct frame outline_room(struct arena *arena, const struct outline *outline)
{
    size_t points = 0;
    for (size_t r = 0; r < outline->count; r++) {
        points += outline->rings[r].count;
    }
    struct frame best = { 0, 0, 0, 0 };
    if (points == 0) {
        return best;
    }
    int32_t *crossings = new(arena, int32_t, points);
    struct frame frame = outline_frame(outline);
    int64_t most = 0;
    for (int64_t k = 0; k < ROOM_ROWS; k++) {
        int64_t down = ((int64_t)frame.north - frame.south) * (2 * k + 1) / (2 * ROOM_ROWS);
        int32_t north = (int32_t)(frame.south + down);
        struct span row = longest_span(crossings, spans_of(outline, true, north, crossings));
        int32_t middle = (int32_t)(((int64_t)row.from + row.to) / 2);
        struct span column =
            span_around(crossings, spans_of(outline, false, middle, crossings), north);
        int64_t half =
            column.to - north < north - column.from ? column.to - north : north - column.from;
        int64_t across = (int64_t)row.to - row.from;
        /* As high as a text twice as wide may be in the rhombus between row and column. */
        int64_t room = half > 0 ? across * half / (across + 4 * half) : 0;
        if (room > most) {
            most = room;
            best = (struct frame){ row.from, (int32_t)(north - half), row.to,
                                   (int32_t)(north + half) };
        }
    }
    return best;
}

/* Where the line crosses the outline, in order: what lies between the first and the second is
 * inside, and so on. Returns how many crossings. */
static size_t spans_of(const struct outline *outline, bool is_row, int32_t line, int32_t *ret)
{
    size_t count = 0;
    for (size_t r = 0; r < outline->count; r++) {
        const struct ring *ring = &outline->rings[r];
        for (size_t i = 0; i < ring->count; i++) {
            struct point a = ring->points[i];
            struct point b = ring->points[i + 1 < ring->count ? i + 1 : 0];
            int64_t a_side = is_row ? a.north : a.east;
            int64_t b_side = is_row ? b.north : b.east;
            int64_t a_along = is_row ? a.east : a.north;
            int64_t b_along = is_row ? b.east : b.north;
            if ((a_side > line) != (b_side > line)) {
                ret[count++] =
                    (int32_t)(a_along + (b_along - a_along) * (line - a_side) / (b_side - a_side));
            }
        }
    }
    qsort(ret, count, sizeof ret[0], compare_numbers);
    return count;
}

static struct span longest_span(const int32_t *crossings, size_t count)
{
    struct span longest = { 0, 0 };
    for (size_t i = 0; i + 1 < count; i += 2) {
        if ((int64_t)crossings[i + 1] - crossings[i] > (int64_t)longest.to - longest.from) {
            longest = (struct span){ crossings[i], crossings[i + 1] };
        }
    }
    return longest;
}

static struct span span_around(const int32_t *crossings, size_t count, int32_t at)
{
    for (size_t i = 0; i + 1 < count; i += 2) {
        if (crossings[i] <= at && at <= crossings[i + 1]) {
            return (struct span){ crossings[i], crossings[i + 1] };
        }
    }
    return (struct span){ at, at };
}

static int compare_numbers(const void *a, const void *b)
{
    int32_t one = *(const int32_t *)a;
    int32_t other = *(const int32_t *)b;
    return (one > other) - (one < other);
}

void outline_draw(struct out *out, const struct outline *outline, struct frame frame, int32_t width)
{
    for (size_t r = 0; r < outline->count; r++) {
        const struct ring *ring = &outline->rings[r];
        struct point before = { 0, 0 };
        for (size_t i = 0; i < ring->count; i++) {
            struct point at = frame_place(frame, width, ring->points[i]);
            if (i == 0) {
                out_printf(out, "M%d %d", at.east, at.north);
            } else if (at.east != before.east || at.north != before.north) {
                out_printf(out, "l%d %d", at.east - before.east, at.north - before.north);
            }
            before = at;
        }
        out_char(out, 'z');
    }
}

int32_t frame_height(struct frame frame, int32_t width)
{
    return frame_place(frame, width, (struct point){ frame.east, frame.south }).north;
}

struct point frame_place(struct frame frame, int32_t width, struct point point)
{
    int64_t across = (int64_t)frame.east - frame.west;
    across = across > 0 ? across : 1;
    int64_t x = ((int64_t)point.east - frame.west) * width / across;
    int64_t y = ((int64_t)frame.north - point.north) * width / across * STRETCH / HUNDRED;
    return (struct point){ (int32_t)x, (int32_t)y };
}

static void write_varint(struct out *out, uint64_t value)
{
    while (value >= 0x80) {
        out_char(out, (char)(value | 0x80));
        value >>= 7;
    }
    out_char(out, (char)value);
}

static void write_difference(struct out *out, int64_t difference)
{
    write_varint(out, difference < 0 ? (uint64_t)(-difference) * 2 - 1 : (uint64_t)difference * 2);
}

static bool read_varint(struct str *rest, uint64_t *ret)
{
    uint64_t value = 0;
    /* Five groups of seven bits hold every number of ours. */
    for (unsigned shift = 0; shift < 35 && rest->n; shift += 7) {
        uint8_t byte = (uint8_t)rest->p[0];
        *rest = str_slice(*rest, 1, rest->n);
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *ret = value;
            return byte > 0 || shift == 0;
        }
    }
    return false;
}

static bool read_difference(struct str *rest, int64_t *at)
{
    uint64_t value;
    if (!read_varint(rest, &value)) {
        return false;
    }
    *at += value & 1 ? -(int64_t)(value / 2) - 1 : (int64_t)(value / 2);
    return true;
}
