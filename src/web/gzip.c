/* Compressing a reply's body. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/gzip.h"

#include "vault/zip.h"
#include "web/headers.h"

struct gzip {
    struct zip *zip;
};

static bool is_worth_it(const struct visit *v);

struct gzip *gzip_open(struct arena *arena)
{
    struct gzip *gzip = new(arena, struct gzip, 1);
    gzip->zip = zip_open(arena, ZIP_GZIP, GZIP_LEVEL);
    return gzip;
}

void gzip_reply(struct gzip *gzip, struct visit *v)
{
    if (!is_worth_it(v)) {
        return;
    }
    v->reply->fixed_body = zip_whole(gzip->zip, out_str(&v->reply->body), v->arena);
    reply_header(v->reply, "Content-Encoding", STR("gzip"));
}

bool gzip_accepts(const struct request *request, const char *coding)
{
    struct str rest = request_header(request, "Accept-Encoding");
    while (rest.p) {
        struct str weight = str_cut(&rest, ',');
        struct str name = str_trim(str_cut(&weight, ';'));
        if (str_equal_nocase(name, str_of(coding))) {
            weight = str_trim(weight);
            return !str_equal(weight, STR("q=0")) && !str_starts(weight, STR("q=0.0"));
        }
    }
    return false;
}

static bool is_worth_it(const struct visit *v)
{
    struct str type = headers_get(v->reply, "Content-Type");
    bool is_text = str_starts(type, STR("text/")) || str_starts(type, STR("application/json")) ||
                   str_starts(type, STR("application/atom+xml"));
    return is_text && !v->reply->fixed_body.p && v->reply->body.n > GZIP_BYTES_MIN &&
           gzip_accepts(v->request, "gzip");
}
