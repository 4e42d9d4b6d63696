/* The service worker's script, the manifest, the page without network, and what may be kept. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/offline.h"

#include <string.h>

#include "base/json.h"
#include "html/web.h"
#include "web/asset.h"
#include "web/page.h"
#include "web/route.h"
#include "web/server.h"

#define WORKER_FILE  "sw.js"
#define OFFLINE_PATH "/mat-mang"

static bool is_for_every_page(const struct asset *asset);
static void write_icon(struct json *json, const char *file, const char *purpose);

bool offline_may_keep(const struct visit *v)
{
    if (!v->route || v->route->method != GET || v->face != FACE_HTML) {
        return false;
    }
    bool is_public = (v->route->flags & (ROUTE_SHARED | ROUTE_KEPT)) &&
                     !(v->route->flags & (ROUTE_SECRET | ROUTE_SEALED | ROUTE_API));
    return is_public && v->request->query.n == 0 && v->visitor.author.person.v == 0 &&
           v->problems.count == 0 && !v->is_fleeting;
}

/* Browsers look for a new one at every page; an old one must never come out of a cache. */
enum status offline_worker(struct visit *v)
{
    const struct asset *worker = asset_find(STR(WORKER_FILE));
    if (!worker) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Type", STR("text/javascript; charset=utf-8"));
    reply_header(v->reply, "Cache-Control", STR("no-cache"));
    struct out *body = page_body(v);
    out_lit(body, "self.kheo=");
    struct json json = json_open(body);
    json_object(&json, NULL);
    json_text(&json, "tag", str_of(assets_tag));
    json_text(&json, "offline", STR(OFFLINE_PATH));
    json_list(&json, "files");
    for (const struct asset *asset = assets; asset->name; asset++) {
        if (is_for_every_page(asset)) {
            json_text(&json, NULL, str_of(asset->url));
        }
    }
    json_end(&json);
    json_list(&json, "pages");
    for (size_t i = 0; router_row(v->server->router, i); i++) {
        const struct route *route = router_row(v->server->router, i);
        if (route->flags & ROUTE_KEPT) {
            json_text(&json, NULL, str_of(route->path));
        }
    }
    json_end(&json);
    json_end(&json);
    out_lit(body, ";\n");
    out_str_raw(body, worker->bytes);
    return STATUS_OK;
}

/* An officer's tools are of no use without a network, and a map or a script that few read is too
 * large to be fetched for those who never open it. */
static bool is_for_every_page(const struct asset *asset)
{
    static const char *const others[] = { WORKER_FILE,         "redact.js",
                                          "record.js",         "map.js",
                                          "map.css",           "icon-180.png",
                                          "noto-khmer.woff2",  "noto-cham.woff2",
                                          "noto-taiviet.woff2" };
    for (size_t i = 0; i < COUNT(others); i++) {
        if (strcmp(asset->name, others[i]) == 0) {
            return false;
        }
    }
    return true;
}

enum status offline_manifest(struct visit *v)
{
    struct str rest = visit_base_url(v);
    struct str host = str_slice(rest, str_find(rest, STR("://")) + 3, rest.n);
    reply_header(v->reply, "Content-Type", STR("application/manifest+json"));
    reply_header(v->reply, "Cache-Control", STR("no-cache"));
    struct json json = json_open(page_body(v));
    json_object(&json, NULL);
    json_text(&json, "id", STR("/"));
    json_text(&json, "name", str_printf(v->arena, "Khéo, %.*s", STR_ARG(host)));
    json_text(&json, "short_name", STR("Khéo"));
    json_text(&json, "description",
              tongue_text(tongue_of_page(v->tongue), N_("Phản ánh, kiến nghị của bà con")));
    json_text(&json, "lang", STR("vi"));
    json_text(&json, "start_url", STR("/"));
    json_text(&json, "scope", STR("/"));
    json_text(&json, "display", STR("standalone"));
    json_text(&json, "background_color", STR("#ffffff"));
    json_text(&json, "theme_color", STR("#9c1c1c"));
    json_list(&json, "icons");
    write_icon(&json, "icon.svg", "any");
    write_icon(&json, "icon-full.svg", "maskable");
    json_end(&json);
    json_end(&json);
    return STATUS_OK;
}

/* As large as wanted. One without a border is for systems that cut icons into a shape. */
static void write_icon(struct json *json, const char *file, const char *purpose)
{
    struct local_url url = asset_url(file);
    if (!url.url.p) {
        return;
    }
    json_object(json, NULL);
    json_text(json, "src", url.url);
    json_text(json, "sizes", STR("any"));
    json_text(json, "type", STR("image/svg+xml"));
    json_text(json, "purpose", str_of(purpose));
    json_end(json);
}

enum status offline_page(struct visit *v)
{
    struct offline_view view = { .page = page_open(v, N_("Không có mạng")) };
    view.write_url = route_is_there(v, "/gui/khi-mat-mang") ? route_url(v, "/gui/khi-mat-mang")
                                                            : (struct local_url){ STR_NONE };
    web_offline_html(page_body(v), &view);
    return STATUS_OK;
}
