/* The router: every route of every service in one sorted table, matched segment by segment. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/route.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/must.h"
#include "text/fold.h"
#include "web/builtin.h"
#include "web/module.h"
#include "web/percent.h"
#include "web/server.h"

enum { SEGMENTS_MAX = 12 };

/* In this order, which is also the order of the table: of two rows that fit, the more exact
 * wins. */
enum segment_kind { SEGMENT_LITERAL, SEGMENT_PARAM, SEGMENT_REST };

struct segment {
    enum segment_kind kind;
    struct str text; /* the literal, or the parameter's name */
};

struct row {
    const struct route *route;
    struct str path; /* the route's, measured once */
    struct segment segments[SEGMENTS_MAX];
    size_t segment_count;
    struct str beginning; /* of the path, before its first parameter */
    size_t begun_segments;
    bool is_literal; /* the path is the address */
};

/* `by_path` has free places, so that a search ends: a power of two, more than twice the rows. */
struct router {
    struct row *rows;
    size_t row_count;
    const struct row **by_path;
    size_t places;
};

/* A request's path in decoded segments, and once more with the suffix of a face cut off. */
struct path {
    struct str segments[SEGMENTS_MAX];
    size_t segment_count;
    bool ends_with_slash; /* a path that no page has */
    struct str last_without_suffix;
    enum face suffix_face; /* FACE_HTML: there is no suffix */
};

static const struct {
    const char *suffix;
    enum face face;
} suffixes[] = {
    { ".json", FACE_JSON }, { ".csv", FACE_CSV }, { ".atom", FACE_ATOM }, { ".txt", FACE_TEXT },
    { ".png", FACE_PNG },   { ".pdf", FACE_PDF }, { ".xlsx", FACE_XLSX },
};

static const struct route *literal_route(const struct router *router, enum method method,
                                         struct str path);
static void add_row(struct router *router, const struct route *route);
static void write_param(struct out *out, struct str param, enum segment_kind kind);
static int compare_rows(const void *a, const void *b);
static int compare_shapes(const struct row *a, const struct row *b);
static const struct row **place_of_path(const struct router *router, struct str path);
static bool split_path(struct arena *arena, struct str path, struct path *ret);
static bool is_segment(struct str segment);
static void find_suffix(struct path *path);
static bool begins_alike(const struct row *row, const struct path *path);
static bool row_fits(const struct row *row, const struct path *path, bool cut_suffix);
static bool has_face_suffix(const struct row *row, const struct path *path);
static bool is_literal(const struct row *row, const struct segment *segment, struct str given);
static void take_params(struct arena *arena, const struct row *row, const struct path *path,
                        bool cut_suffix, struct str ret[VISIT_PARAMS_MAX]);
static struct str path_segment(const struct path *path, size_t index, bool cut_suffix);
static struct str path_rest(struct arena *arena, const struct path *path, size_t first);

struct router *router_make(struct arena *arena, const struct module *const *all)
{
    size_t count = builtin_route_count;
    for (size_t m = 0; all[m]; m++) {
        count += all[m]->routes_count;
    }
    struct router *router = new(arena, struct router, 1);
    router->rows = new(arena, struct row, count);
    for (size_t i = 0; i < builtin_route_count; i++) {
        add_row(router, &builtin_routes[i]);
    }
    for (size_t m = 0; all[m]; m++) {
        for (size_t i = 0; i < all[m]->routes_count; i++) {
            add_row(router, &all[m]->routes[i]);
        }
    }
    qsort(router->rows, router->row_count, sizeof *router->rows, compare_rows);
    for (size_t i = 1; i < router->row_count; i++) {
        must(compare_rows(&router->rows[i - 1], &router->rows[i]) != 0);
    }
    for (router->places = 1; router->places <= 2 * router->row_count;) {
        router->places *= 2;
    }
    router->by_path = new(arena, const struct row *, router->places);
    for (size_t i = 0; i < router->row_count; i++) {
        const struct row **place = place_of_path(router, router->rows[i].path);
        *place = *place ? *place : &router->rows[i]; /* the first of its methods */
    }
    return router;
}

/* A path without parameters is found by its hash; the others linearly: rows whose first segment
 * differs at its first bytes cost little, and a table can be read and printed. */
struct route_match router_match(const struct router *router, struct arena *arena,
                                enum method method, struct str path)
{
    struct route_match match = { 0 };
    struct path split = { 0 };
    const struct route *literal = literal_route(router, method, path);
    if (literal) {
        match.route = literal;
        match.path_known = true;
        match.methods_allowed = 1U << method;
        match.face = route_face(literal);
        return match;
    }
    if (!split_path(arena, path, &split)) {
        match.is_malformed = true;
        return match;
    }
    for (size_t i = 0; i < router->row_count && !split.ends_with_slash; i++) {
        const struct row *row = &router->rows[i];
        if (!begins_alike(row, &split)) {
            continue;
        }
        bool cut_suffix = has_face_suffix(row, &split);
        if (!row_fits(row, &split, cut_suffix)) {
            continue;
        }
        match.path_known = true;
        match.methods_allowed |= 1U << row->route->method;
        if (row->route->method == method && !match.route) {
            match.route = row->route;
            match.has_suffix = cut_suffix;
            match.face = cut_suffix ? split.suffix_face : route_face(row->route);
            take_params(arena, row, &split, cut_suffix, match.params);
        }
    }
    return match;
}

/* The row that bears this very path and method: no other is more exact. */
static const struct route *literal_route(const struct router *router, enum method method,
                                         struct str path)
{
    const struct row *row = *place_of_path(router, path);
    const struct row *end = router->rows + router->row_count;
    while (row && row->is_literal && row->route->method != method) {
        row++;
        row = row < end && str_equal(row->path, path) ? row : NULL;
    }
    return row && row->is_literal ? row->route : NULL;
}

const struct route *router_row(const struct router *router, size_t index)
{
    return index < router->row_count ? router->rows[index].route : NULL;
}

const struct route *route_at(struct visit *v, enum method method, struct str path)
{
    return router_match(v->server->router, v->arena, method, path).route;
}

struct local_url route_url(const struct visit *v, const char *path, ...)
{
    const struct row *row = *place_of_path(v->server->router, str_of(path));
    must(row);
    if (row->is_literal) {
        return (struct local_url){ row->path };
    }
    struct out out = out_open(v->arena, URL_BYTES_MAX);
    va_list params;
    va_start(params, path);
    out_str_raw(&out, row->beginning);
    for (size_t i = row->begun_segments; i < row->segment_count; i++) {
        const struct segment *segment = &row->segments[i];
        out_char(&out, '/');
        if (segment->kind == SEGMENT_LITERAL) {
            out_str_raw(&out, segment->text);
        } else {
            write_param(&out, va_arg(params, struct str), segment->kind);
        }
    }
    va_end(params);
    must(!out.overflowed);
    return (struct local_url){ out_str(&out) };
}

bool route_is_there(const struct visit *v, const char *path)
{
    return *place_of_path(v->server->router, str_of(path)) != NULL;
}

/* Where the row stands, or would: a list asks once a line, so not by reading all rows. */
static const struct row **place_of_path(const struct router *router, struct str path)
{
    size_t place = str_hash(path) & (router->places - 1);
    while (router->by_path[place] && !str_equal(router->by_path[place]->path, path)) {
        place = (place + 1) & (router->places - 1);
    }
    return &router->by_path[place];
}

/* Only what stands for the rest of a path may have slashes of its own. */
static void write_param(struct out *out, struct str param, enum segment_kind kind)
{
    struct str rest = param;
    while (kind == SEGMENT_REST && str_find_byte(rest, '/') < rest.n) {
        out_percent(out, str_cut(&rest, '/'));
        out_char(out, '/');
    }
    out_percent(out, rest);
}

static void add_row(struct router *router, const struct route *route)
{
    struct row *row = &router->rows[router->row_count++];
    row->path = str_of(route->path);
    struct str rest = row->path;
    must(route->path[0] == '/' && route->handle);
    /* What was sent must fit into a form that is sent once more, by a person. */
    must(!(route->flags & ROUTE_GRAVE) ||
         (route->method == POST && !(route->flags & (ROUTE_API | ROUTE_UPLOAD | ROUTE_BARE))));
    row->route = route;
    rest = str_slice(rest, 1, rest.n);
    size_t params = 0;
    while (rest.n > 0) {
        struct str text = str_cut(&rest, '/');
        enum segment_kind kind = text.p[0] == ':'   ? SEGMENT_PARAM
                                 : text.p[0] == '*' ? SEGMENT_REST
                                                    : SEGMENT_LITERAL;
        must(text.n > 0 && row->segment_count < SEGMENTS_MAX);
        must(kind != SEGMENT_REST || !rest.p);
        params += kind != SEGMENT_LITERAL;
        if (params == 0) {
            row->beginning = str_span(row->path.p, (size_t)(text.p + text.n - row->path.p));
            row->begun_segments++;
        }
        row->segments[row->segment_count++] =
            (struct segment){ kind, kind == SEGMENT_LITERAL ? text : str_slice(text, 1, text.n) };
    }
    must(params <= VISIT_PARAMS_MAX);
    row->is_literal = params == 0;
}

static int compare_rows(const void *a, const void *b)
{
    const struct row *left = a;
    const struct row *right = b;
    int order = compare_shapes(left, right);
    return order ? order : (int)left->route->method - (int)right->route->method;
}

/* Parameters are equal whatever their names, so that no two rows fit the same paths. */
static int compare_shapes(const struct row *a, const struct row *b)
{
    for (size_t i = 0; i < a->segment_count && i < b->segment_count; i++) {
        const struct segment *left = &a->segments[i];
        const struct segment *right = &b->segments[i];
        if (left->kind != right->kind) {
            return left->kind < right->kind ? -1 : 1;
        }
        int order = left->kind == SEGMENT_LITERAL ? str_compare(left->text, right->text) : 0;
        if (order) {
            return order;
        }
    }
    return (int)a->segment_count - (int)b->segment_count;
}

/* False for what no link of ours and no honest client sends: empty and dot segments, encoded
 * slashes and controls, bytes that are not UTF-8. They are refused and never "cleaned", because
 * whoever stands in front of us may have read them in another way. */
static bool split_path(struct arena *arena, struct str path, struct path *ret)
{
    if (path.n == 0 || path.p[0] != '/') {
        return false;
    }
    struct str rest = str_slice(path, 1, path.n);
    while (rest.n > 0) {
        struct str raw = str_cut(&rest, '/');
        struct str segment = STR_NONE;
        if (ret->segment_count == SEGMENTS_MAX ||
            !percent_decode(arena, raw, PERCENT_PLUS_IS_PLUS, &segment) || !is_segment(segment)) {
            return false;
        }
        ret->segments[ret->segment_count++] = text_nfc(arena, segment);
        ret->ends_with_slash = rest.p && rest.n == 0;
    }
    find_suffix(ret);
    return true;
}

static bool is_segment(struct str segment)
{
    return segment.n > 0 && text_is_clean(segment) && !str_equal(segment, STR(".")) &&
           !str_equal(segment, STR("..")) && str_find_byte(segment, '/') == segment.n &&
           str_find_byte(segment, '\\') == segment.n && str_find_byte(segment, '\n') == segment.n &&
           str_find_byte(segment, '\t') == segment.n;
}

static void find_suffix(struct path *path)
{
    if (path->segment_count == 0) {
        return;
    }
    struct str last = path->segments[path->segment_count - 1];
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        struct str suffix = str_of(suffixes[i].suffix);
        if (last.n > suffix.n && str_ends(last, suffix)) {
            path->last_without_suffix = str_slice(last, 0, last.n - suffix.n);
            path->suffix_face = suffixes[i].face;
        }
    }
}

/* Only a last segment can bear a suffix. */
static bool begins_alike(const struct row *row, const struct path *path)
{
    const struct segment *first = &row->segments[0];
    return path->segment_count < 2 || row->segment_count == 0 || first->kind != SEGMENT_LITERAL ||
           is_literal(row, first, path->segments[0]);
}

/* The suffix names a face that the route has, and is not part of its own name ("/robots.txt"). */
static bool has_face_suffix(const struct row *row, const struct path *path)
{
    if (path->suffix_face == FACE_HTML || row->segment_count != path->segment_count ||
        !(row->route->faces & 1U << path->suffix_face)) {
        return false;
    }
    const struct segment *last = &row->segments[row->segment_count - 1];
    return last->kind == SEGMENT_PARAM ||
           (last->kind == SEGMENT_LITERAL && is_literal(row, last, path->last_without_suffix));
}

static bool row_fits(const struct row *row, const struct path *path, bool cut_suffix)
{
    for (size_t i = 0; i < row->segment_count; i++) {
        const struct segment *segment = &row->segments[i];
        if (i == path->segment_count) {
            return false;
        }
        if (segment->kind == SEGMENT_REST) {
            return true;
        }
        if (segment->kind == SEGMENT_LITERAL &&
            !is_literal(row, segment, path_segment(path, i, cut_suffix))) {
            return false;
        }
    }
    return row->segment_count == path->segment_count;
}

static bool is_literal(const struct row *row, const struct segment *segment, struct str given)
{
    return row->route->flags & ROUTE_ANY_CASE ? str_equal_nocase(given, segment->text)
                                              : str_equal(given, segment->text);
}

static void take_params(struct arena *arena, const struct row *row, const struct path *path,
                        bool cut_suffix, struct str ret[VISIT_PARAMS_MAX])
{
    size_t params = 0;
    for (size_t i = 0; i < row->segment_count; i++) {
        if (row->segments[i].kind == SEGMENT_PARAM) {
            ret[params++] = path_segment(path, i, cut_suffix);
        } else if (row->segments[i].kind == SEGMENT_REST) {
            ret[params++] = path_rest(arena, path, i);
        }
    }
}

static struct str path_segment(const struct path *path, size_t index, bool cut_suffix)
{
    bool is_last = index + 1 == path->segment_count;
    return is_last && cut_suffix ? path->last_without_suffix : path->segments[index];
}

static struct str path_rest(struct arena *arena, const struct path *path, size_t first)
{
    struct out out = out_open(arena, URL_BYTES_MAX);
    for (size_t i = first; i < path->segment_count; i++) {
        if (i > first) {
            out_char(&out, '/');
        }
        out_str_raw(&out, path->segments[i]);
    }
    return out_str(&out);
}

enum face route_face(const struct route *route)
{
    for (unsigned face = FACE_HTML; face < FACES; face++) {
        if (route->faces & 1U << face) {
            return (enum face)face;
        }
    }
    return route->flags & ROUTE_API ? FACE_JSON : FACE_HTML;
}
