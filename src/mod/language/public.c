/* What readers get: the language that they chose, and narrations as files. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/language.h"
#include "web/range.h"

/* Both lists without texts and bytes: few enough to be kept until the next commit. */
struct kept {
    const struct tongue_choice *choices;
    size_t choice_count;
    struct narration_list_rows narrations;
};

static const void *make_kept(struct visit *v)
{
    struct kept *kept = new (v->arena, struct kept, 1);
    const struct language_list_rows rows = language_list(&v->snap->conn);
    struct tongue_choice *choices = new (v->arena, struct tongue_choice, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.rows[i].is_offered) {
            choices[kept->choice_count++] =
                (struct tongue_choice){ rows.rows[i].code, rows.rows[i].name };
        }
    }
    kept->choices = choices;
    kept->narrations = narration_list(&v->snap->conn);
    return kept;
}

static const struct tongue *find_tongue(struct visit *v, struct str code)
{
    struct language_get_row row;
    if (!language_get(&v->snap->conn, &(struct language_get){ .code = code }, &row) ||
        !row.is_offered) {
        return NULL;
    }
    return pack_tongue(v->arena, row.code, row.name, row.texts);
}

static size_t list_choices(struct visit *v, const struct tongue_choice **ret)
{
    const struct kept *kept = visit_kept(v, make_kept);
    *ret = kept->choices;
    return kept->choice_count;
}

static const struct narration_list_row *find_row(const struct kept *kept, const char *page,
                                                 const char *language)
{
    for (size_t i = 0; i < kept->narrations.count; i++) {
        const struct narration_list_row *row = &kept->narrations.rows[i];
        if (str_equal(row->page, str_of(page)) && str_equal(row->language, str_of(language))) {
            return row;
        }
    }
    return NULL;
}

/* A kind that is none of ours was written past the server; `kheo check` tells it. */
static struct str type_of(struct visit *v, struct str kind)
{
    const char *type = sound_media_type(str_z(v->arena, kind));
    return type ? str_of(type) : STR("application/octet-stream");
}

static bool find_narration(struct visit *v, const char *page, struct narration *ret)
{
    const struct kept *kept = visit_kept(v, make_kept);
    const struct narration_list_row *row = find_row(kept, page, v->tongue ? v->tongue->code : "vi");
    row = row ? row : find_row(kept, page, "vi");
    if (!row) {
        return false;
    }
    *ret = (struct narration){
        .language = row->language,
        .url = route_url(v, "/nghe/:language/:page/:digest", row->language, row->page,
                         str_slice(row->digest, 0, 16)),
        .type = type_of(v, row->kind),
        .seconds = row->seconds,
    };
    return true;
}

const struct languages language_hooks = { find_tongue, list_choices, find_narration };

/* The address changes with the bytes, so a browser need never ask again; it asks for parts. */
enum status language_sound_show(struct visit *v)
{
    struct narration_get_row row;
    if (!narration_get(&v->snap->conn, &(struct narration_get){ v->params[0], v->params[1] },
                       &row) ||
        v->params[2].n != 16 || !str_starts(row.digest, v->params[2])) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Type", type_of(v, row.kind));
    reply_header(v->reply, "Cache-Control", STR("public, max-age=31536000, immutable"));
    return range_reply(v, str_span(row.bytes.p, row.bytes.n));
}
