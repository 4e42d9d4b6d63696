/* Borders: junctions, pieces between them, and the points of each that are worth keeping. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/borders.h"

#include <stdlib.h>

enum { CORNERS_MIN = 3 };

/* How far a point may lie from the simplified line, in 1e-7 degrees. */
static const int64_t TOLERANCE[LEVELS] = { 1000, 5000, 20000 };

/* A corner of a ring with its two neighbours, the smaller first. */
struct corner {
    struct point at, low, high;
};
struct junctions {
    struct point *points; /* sorted */
    size_t count;
};

/* Products of differences reach 1e17, their squares 1e34. */
__extension__ typedef unsigned __int128 wide;

static struct junctions find_junctions(struct arena *arena, const struct area *areas, size_t count);
static size_t count_points(const struct outline *outline);
static size_t take_corners(const struct outline *outline, struct corner *ret);
static struct outline simplify(struct arena *arena, const struct outline *outline,
                               const struct junctions *junctions, int64_t tolerance);
static struct ring simplify_ring(struct arena *arena, const struct ring *ring,
                                 const struct junctions *junctions, int64_t tolerance);
static size_t first_cut(const struct ring *ring, const struct junctions *junctions);
static void simplify_piece(struct point *points, size_t count, bool *keeps, int64_t tolerance,
                           size_t *stack);
static size_t farthest(const struct point *points, size_t from, size_t to, int64_t tolerance);
static bool is_cut(const struct junctions *junctions, struct point point);
static bool must_turn(const struct point *points, size_t count);
static void turn(struct point *points, bool *keeps, size_t count);
static int compare_points(const void *a, const void *b);
static int compare_corners(const void *a, const void *b);

struct outline *borders_simplify(struct arena *arena, const struct area *areas, size_t count,
                                 int level)
{
    struct outline *outlines = new(arena, struct outline, count + 1);
    struct junctions junctions = find_junctions(arena, areas, count);
    for (size_t i = 0; i < count; i++) {
        outlines[i] = areas[i].outline;
        for (int finer = level; finer >= LEVEL_NEAR; finer--) {
            struct outline found = simplify(arena, &areas[i].outline, &junctions, TOLERANCE[finer]);
            if (found.count > 0) {
                outlines[i] = found;
                break;
            }
        }
    }
    return outlines;
}

int borders_level(int64_t length)
{
    int level = LEVEL_NEAR;
    while (level + 1 < LEVELS && TOLERANCE[level + 1] <= length) {
        level++;
    }
    return level;
}

/* A point is a junction when not all lines through it go on to the same two neighbours. */
static struct junctions find_junctions(struct arena *arena, const struct area *areas, size_t count)
{
    size_t room = 0;
    for (size_t i = 0; i < count; i++) {
        room += count_points(&areas[i].outline);
    }
    struct corner *corners = new(arena, struct corner, room + 1);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        n += take_corners(&areas[i].outline, corners + n);
    }
    qsort(corners, n, sizeof corners[0], compare_corners);
    struct point *points = new(arena, struct point, room + 1);
    size_t found = 0;
    for (size_t i = 1; i < n; i++) {
        bool is_same = compare_points(&corners[i].at, &corners[i - 1].at) == 0;
        bool is_known = found && compare_points(&points[found - 1], &corners[i].at) == 0;
        if (is_same && !is_known && compare_corners(&corners[i], &corners[i - 1]) != 0) {
            points[found++] = corners[i].at;
        }
    }
    return (struct junctions){ points, found };
}

static size_t count_points(const struct outline *outline)
{
    size_t points = 0;
    for (size_t r = 0; r < outline->count; r++) {
        points += outline->rings[r].count;
    }
    return points;
}

static size_t take_corners(const struct outline *outline, struct corner *ret)
{
    size_t n = 0;
    for (size_t r = 0; r < outline->count; r++) {
        const struct ring *ring = &outline->rings[r];
        struct point before = ring->points[ring->count - 1];
        for (size_t k = 0; k < ring->count; k++) {
            struct point after = ring->points[k + 1 < ring->count ? k + 1 : 0];
            bool is_before_low = compare_points(&before, &after) < 0;
            ret[n++] = (struct corner){ .at = ring->points[k],
                                        .low = is_before_low ? before : after,
                                        .high = is_before_low ? after : before };
            before = ring->points[k];
        }
    }
    return n;
}

static struct outline simplify(struct arena *arena, const struct outline *outline,
                               const struct junctions *junctions, int64_t tolerance)
{
    struct ring *rings = new(arena, struct ring, outline->count + 1);
    size_t kept = 0;
    for (size_t r = 0; r < outline->count; r++) {
        struct ring ring = simplify_ring(arena, &outline->rings[r], junctions, tolerance);
        if (ring.count >= CORNERS_MIN) {
            rings[kept++] = ring;
        }
    }
    return (struct outline){ rings, kept };
}

/* The ring from a cut once around to it again; what lies between two cuts is a piece. Without a
 * junction the smallest point is the cut, whichever way round the ring was drawn. */
static struct ring simplify_ring(struct arena *arena, const struct ring *ring,
                                 const struct junctions *junctions, int64_t tolerance)
{
    size_t n = ring->count;
    struct point *around = new(arena, struct point, n + 1);
    bool *keeps = new(arena, bool, n + 1);
    size_t *stack = new(arena, size_t, 2 * n + 2);
    size_t start = first_cut(ring, junctions);
    for (size_t i = 0; i <= n; i++) {
        around[i] = ring->points[(start + i) % n];
    }
    for (size_t from = 0; from < n;) {
        size_t to = from + 1;
        while (to < n && !is_cut(junctions, around[to])) {
            to++;
        }
        size_t count = to - from + 1;
        bool is_turned = must_turn(around + from, count);
        if (is_turned) {
            turn(around + from, keeps + from, count);
        }
        simplify_piece(around + from, count, keeps + from, tolerance, stack);
        if (is_turned) {
            turn(around + from, keeps + from, count);
        }
        from = to;
    }
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (keeps[i]) {
            around[kept++] = around[i];
        }
    }
    return (struct ring){ around, kept };
}

static size_t first_cut(const struct ring *ring, const struct junctions *junctions)
{
    size_t smallest = 0;
    for (size_t i = 0; i < ring->count; i++) {
        if (is_cut(junctions, ring->points[i])) {
            return i;
        }
        if (compare_points(&ring->points[i], &ring->points[smallest]) < 0) {
            smallest = i;
        }
    }
    return smallest;
}

/* Both ends stay. A piece that comes back to where it began is halved at the point farthest off. */
static void simplify_piece(struct point *points, size_t count, bool *keeps, int64_t tolerance,
                           size_t *stack)
{
    size_t depth = 0;
    keeps[0] = true;
    keeps[count - 1] = true;
    stack[depth++] = 0;
    stack[depth++] = count - 1;
    while (depth > 0) {
        size_t to = stack[--depth];
        size_t from = stack[--depth];
        size_t middle = farthest(points, from, to, tolerance);
        if (middle > from) {
            keeps[middle] = true;
            stack[depth++] = from;
            stack[depth++] = middle;
            stack[depth++] = middle;
            stack[depth++] = to;
        }
    }
}

/* Of the points between, the one farthest from the line from end to end, if it is farther than
 * that; else `from`. Squares are compared, so nothing is rounded. */
static size_t farthest(const struct point *points, size_t from, size_t to, int64_t tolerance)
{
    int64_t across = (int64_t)points[to].east - points[from].east;
    int64_t up = (int64_t)points[to].north - points[from].north;
    int64_t length = across * across + up * up;
    wide most = 0;
    size_t found = from;
    for (size_t i = from + 1; i < to; i++) {
        int64_t x = (int64_t)points[i].east - points[from].east;
        int64_t y = (int64_t)points[i].north - points[from].north;
        int64_t side = length ? x * up - y * across : 0;
        int64_t apart = x * x + y * y;
        wide off = length ? (wide)(side < 0 ? -side : side) : (wide)apart;
        if (off > most) {
            most = off;
            found = i;
        }
    }
    wide limit = (wide)tolerance * (wide)tolerance;
    bool is_far = length ? most * most > limit * (wide)(uint64_t)length : most > limit;
    return is_far ? found : from;
}

static bool is_cut(const struct junctions *junctions, struct point point)
{
    return bsearch(&point, junctions->points, junctions->count, sizeof point, compare_points);
}

/* A piece is always worked on from its smaller end; a closed one by its second point. */
static bool must_turn(const struct point *points, size_t count)
{
    int order = compare_points(&points[0], &points[count - 1]);
    return order ? order > 0 : compare_points(&points[1], &points[count - 2]) > 0;
}

static void turn(struct point *points, bool *keeps, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct point point = points[i];
        points[i] = points[count - 1 - i];
        points[count - 1 - i] = point;
        bool is_kept = keeps[i];
        keeps[i] = keeps[count - 1 - i];
        keeps[count - 1 - i] = is_kept;
    }
}

static int compare_points(const void *a, const void *b)
{
    const struct point *one = a;
    const struct point *other = b;
    return one->east != other->east     ? (one->east < other->east ? -1 : 1)
           : one->north != other->north ? (one->north < other->north ? -1 : 1)
                                        : 0;
}

static int compare_corners(const void *a, const void *b)
{
    const struct corner *one = a;
    const struct corner *other = b;
    int order = compare_points(&one->at, &other->at);
    order = order ? order : compare_points(&one->low, &other->low);
    return order ? order : compare_points(&one->high, &other->high);
}
