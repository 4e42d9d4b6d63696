/* Choosing a face by suffix and Accept (RFC 9110 section 12.5.1). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/face.h"

static enum face best_of(unsigned faces, struct str accept, enum face otherwise);
static unsigned weight_of(struct str params);

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static const struct {
    const char *type;
    enum face face;
} types[] = {
    { "text/html", FACE_HTML },        { "application/xhtml+xml", FACE_HTML },
    { "application/json", FACE_JSON }, { "application/problem+json", FACE_JSON },
    { "text/csv", FACE_CSV },          { "application/atom+xml", FACE_ATOM },
    { "text/plain", FACE_TEXT },       { "image/png", FACE_PNG },
    { "application/pdf", FACE_PDF },   { XLSX_TYPE, FACE_XLSX },
};

enum face face_choose(const struct route_match *match, struct str accept)
{
    unsigned faces = match->route->faces;
    bool is_open = !match->has_suffix && (faces & (faces - 1)) != 0 && accept.p;
    return is_open ? best_of(faces, accept, match->face) : match->face;
}

bool face_is_drawn(enum face face)
{
    return face == FACE_PNG || face == FACE_PDF || face == FACE_XLSX;
}

const char *face_type(enum face face)
{
    static const char *const names[] = {
        [FACE_HTML] = "text/html; charset=utf-8",
        [FACE_JSON] = "application/json",
        [FACE_CSV] = "text/csv; charset=utf-8",
        [FACE_ATOM] = "application/atom+xml; charset=utf-8",
        [FACE_TEXT] = "text/plain; charset=utf-8",
        [FACE_PNG] = "image/png",
        [FACE_PDF] = "application/pdf",
        [FACE_XLSX] = XLSX_TYPE,
    };
    return names[face];
}

static enum face best_of(unsigned faces, struct str accept, enum face otherwise)
{
    enum face best = otherwise;
    unsigned best_weight = 0;
    struct str rest = accept;
    while (rest.p) {
        struct str params = str_cut(&rest, ',');
        struct str type = str_trim(str_cut(&params, ';'));
        unsigned weight = weight_of(params);
        for (size_t i = 0; i < COUNT(types) && weight > best_weight; i++) {
            if ((faces & 1U << types[i].face) && str_equal_nocase(type, str_of(types[i].type))) {
                best = types[i].face;
                best_weight = weight;
            }
        }
    }
    return best;
}

/* q in thousandths; anything that is no weight counts as 1. */
static unsigned weight_of(struct str params)
{
    struct str rest = params;
    while (rest.p) {
        struct str param = str_trim(str_cut(&rest, ';'));
        if (!str_starts(param, STR("q=")) && !str_starts(param, STR("Q="))) {
            continue;
        }
        unsigned weight = param.n > 2 && param.p[2] == '1' ? 1000 : 0;
        unsigned unit = 100;
        for (size_t i = 4; i < param.n && i < 7 && weight < 1000; i++, unit /= 10) {
            if (param.p[i] >= '0' && param.p[i] <= '9') {
                weight += (unsigned)(param.p[i] - '0') * unit;
            }
        }
        return weight;
    }
    return 1000;
}
