/* Health, metrics, the API's description, files, robots, and what a problem's type means. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/builtin.h"

#include "desk/books.h"
#include "web/asset.h"
#include "web/gzip.h"
#include "web/offline.h"
#include "web/openapi.h"
#include "web/page.h"
#include "web/server.h"

static enum status show_health(struct visit *v);
static enum status show_metrics(struct visit *v);
static enum status show_openapi(struct visit *v);
static enum status show_robots(struct visit *v);
static enum status show_problem(struct visit *v);
static enum status show_asset(struct visit *v);

const struct route builtin_routes[] = {
    { GET, "/healthz", NULL, show_health, "Says ok when the store answers.",
      .faces = 1 << FACE_TEXT, .rate = RATE_NONE },
    { GET, "/metrics", NULL, show_metrics, "Counters in the text format of Prometheus.",
      .flags = ROUTE_BARE, .faces = 1 << FACE_TEXT, .rate = RATE_NONE },
    { GET, "/openapi.json", NULL, show_openapi, "This document.", .flags = ROUTE_BARE,
      .faces = 1 << FACE_JSON },
    { GET, "/robots.txt", NULL, show_robots, "What crawlers may read.", .flags = ROUTE_BARE,
      .faces = 1 << FACE_TEXT, .rate = RATE_NONE },
    { GET, "/problems/:name", NULL, show_problem, "What the type of a problem means.",
      .flags = ROUTE_BARE, .faces = 1 << FACE_TEXT },
    { GET, ASSET_PATH ":tag/:name", NULL, show_asset, "Style, script, icon and fonts.",
      .flags = ROUTE_BARE, .rate = RATE_NONE },
    { GET, "/sw.js", NULL, offline_worker, "The service worker: pages where there is no network.",
      .flags = ROUTE_BARE, .faces = 1 << FACE_TEXT, .rate = RATE_NONE },
    { GET, "/manifest.webmanifest", NULL, offline_manifest, "For installing the pages.",
      .flags = ROUTE_BARE, .faces = 1 << FACE_TEXT, .rate = RATE_NONE },
    { GET, "/mat-mang", NULL, offline_page, "What can be done without a network.",
      .flags = ROUTE_SHARED | ROUTE_KEPT },
    { GET, "/giao-dien", NULL, page_look, "Language, colours and size of text.",
      .flags = ROUTE_ANYWAY },
};
const size_t builtin_route_count = COUNT(builtin_routes);

const struct help_row builtin_help[] = {
    { "/mat-mang",
      N_("Trang này hiện khi máy không có mạng."),
      { N_("Viết phản ánh ngay cả khi mất mạng; máy giữ lại cho tới khi gửi được."),
        N_("Có mạng thì tải lại trang.") } },
    { "/giao-dien",
      N_("Trang này đổi ngôn ngữ, màu và cỡ chữ của mọi trang."),
      { N_("Chọn rồi bấm “Đổi”.") },
      N_("Trình duyệt này nhớ lựa chọn trong một năm.") },
    { 0 },
};

/* What fails here fails the snapshot, and so the answer. */
static enum status show_health(struct visit *v)
{
    int64_t size;
    (void)books_checkpoint(&v->snap->conn, &size);
    out_lit(page_body(v), "ok\n");
    return STATUS_OK;
}

static enum status show_metrics(struct visit *v)
{
    metrics_write(page_body(v), v->server);
    return STATUS_OK;
}

static enum status show_openapi(struct visit *v)
{
    openapi_write(page_body(v), v->arena, v->server);
    return STATUS_OK;
}

/* Everything public may be found; what is not public asks for a session or a secret anyway. */
static enum status show_robots(struct visit *v)
{
    out_lit(page_body(v), "User-agent: *\nDisallow: /cb\nDisallow: /ld\nDisallow: /qt\n");
    return STATUS_OK;
}

static enum status show_problem(struct visit *v)
{
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        enum status status = (enum status)i;
        if (status_http(status) >= 400 && str_equal(v->params[0], str_of(status_name(status)))) {
            out_printf(page_body(v), "%s (%d)\n", status_name(status), status_http(status));
            out_str_raw(page_body(v), tongue_text(v->tongue, status_sentence(status)));
            out_lit(page_body(v), "\n");
            return STATUS_OK;
        }
    }
    return STATUS_NOT_FOUND;
}

/* The tag in the address changes with the bytes, so a browser need never ask again. */
static enum status show_asset(struct visit *v)
{
    const struct asset *asset = asset_find(v->params[1]);
    if (!asset || !str_equal(v->params[0], str_of(assets_tag))) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Type", str_of(asset->media_type));
    reply_header(v->reply, "Cache-Control", STR("public, max-age=31536000, immutable"));
    reply_header(v->reply, "Vary", STR("Accept-Encoding"));
    v->reply->fixed_body = asset->bytes;
    if (asset->brotli.p && gzip_accepts(v->request, "br")) {
        reply_header(v->reply, "Content-Encoding", STR("br"));
        v->reply->fixed_body = asset->brotli;
    } else if (asset->gzip.p && gzip_accepts(v->request, "gzip")) {
        reply_header(v->reply, "Content-Encoding", STR("gzip"));
        v->reply->fixed_body = asset->gzip;
    }
    return STATUS_OK;
}
