/* Pictures under maps: their addresses, their makers' words without elements, and one of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/basemap.h"

#include "base/out.h"
#include "web/form_private.h"
#include "web/route.h"
#include "web/server.h"

static bool write_entity(struct out *out, struct str *rest);

struct basemap_view basemap_view(struct visit *v)
{
    const struct basemap *basemap = v->server->settings.basemap;
    if (!basemap || !route_is_there(v, BASEMAP_PATH)) {
        return (struct basemap_view){ STR_NONE };
    }
    const struct basemap_about *about = basemap_about(basemap);
    return (struct basemap_view){
        .tiles = str_printf(v->arena, "/ban-do/o/%.*s/{z}/{x}/{y}", STR_ARG(about->tag)),
        .bounds = about->bounds,
        .credit = basemap_words(v->arena, about->attribution),
        .zoom_min = about->zoom_min,
        .zoom_max = about->zoom_max,
    };
}

enum status basemap_picture(struct visit *v, struct basemap_picture *ret)
{
    enum { ZOOM = 1, COLUMN, ROW };
    const struct basemap *basemap = v->server->settings.basemap;
    struct basemap_place at;
    if (!basemap || !str_equal(v->params[0], basemap_about(basemap)->tag) ||
        !str_to_int(v->params[ZOOM], &at.zoom) || !str_to_int(v->params[COLUMN], &at.column) ||
        !str_to_int(v->params[ROW], &at.row)) {
        return STATUS_NOT_FOUND;
    }
    return basemap_get(basemap, &v->worker->basemap, at, v->arena, ret);
}

struct str basemap_words(struct arena *arena, struct str html)
{
    struct str rest = form_clean(arena, html);
    struct out out = out_open(arena, rest.n + 1);
    while (rest.n > 0) {
        if (rest.p[0] == '<') {
            size_t end = str_find_byte(rest, '>');
            rest = str_slice(rest, end + 1, rest.n);
        } else if (rest.p[0] != '&' || !write_entity(&out, &rest)) {
            out_char(&out, rest.p[0]);
            rest = str_slice(rest, 1, rest.n);
        }
    }
    return str_trim(out_str(&out));
}

/* The few that stand in credits; any other stays as it was written. */
static bool write_entity(struct out *out, struct str *rest)
{
    static const struct {
        struct str entity;
        struct str sign;
    } known[] = {
        { STR_INIT("&copy;"), STR_INIT("©") }, { STR_INIT("&#169;"), STR_INIT("©") },
        { STR_INIT("&amp;"), STR_INIT("&") },  { STR_INIT("&lt;"), STR_INIT("<") },
        { STR_INIT("&gt;"), STR_INIT(">") },   { STR_INIT("&quot;"), STR_INIT("\"") },
        { STR_INIT("&#39;"), STR_INIT("'") },  { STR_INIT("&nbsp;"), STR_INIT(" ") },
    };
    for (size_t i = 0; i < COUNT(known); i++) {
        if (str_starts(*rest, known[i].entity)) {
            out_str_raw(out, known[i].sign);
            *rest = str_slice(*rest, known[i].entity.n, rest->n);
            return true;
        }
    }
    return false;
}
