/* The log: the ledger as monitors and other people's verifiers read it. Law: none; our promise. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/limits.h"
#include "desk/books.h"
#include "ledger/checkpoint.h"
#include "ledger/note.h"
#include "ledger/receipt.h"
#include "web/module.h"

static visit_fn show_checkpoint;
static visit_fn show_vkey;
static visit_fn show_tile;
static visit_fn show_receipt;
static visit_fn show_consistency;

static const struct route log_routes[] = {
    { GET, "/log/checkpoint", NULL, show_checkpoint,
      "The newest signed head (C2SP tlog-checkpoint).", ROUTE_API, 1 << FACE_TEXT, RATE_READ },
    { GET, "/log/vkey", NULL, show_vkey, "The ledger's verifier key, one signed-note vkey line.",
      ROUTE_API, 1 << FACE_TEXT, RATE_READ },
    { GET, "/log/tile/*path", NULL, show_tile, "A tile or an entry bundle (C2SP tlog-tiles).",
      ROUTE_API, 1 << FACE_TEXT, RATE_READ },
    { GET, "/log/receipt/:index", NULL, show_receipt,
      "The receipt of a leaf (C2SP tlog-proof@v1), without what only its sender may open.",
      ROUTE_API, 1 << FACE_TEXT, RATE_READ },
    { GET, "/log/consistency/:old/:new", NULL, show_consistency,
      "That the tree of the old size begins the one of the new size: one base64 hash a line.",
      ROUTE_API, 1 << FACE_TEXT, RATE_READ },
};

const struct module module_log = {
    .name = "log",
    MODULE_ROWS(routes, log_routes),
};

/* An empty ledger has a head too: the root of nothing, signed on the spot. */
static enum status show_checkpoint(struct visit *v)
{
    int64_t size;
    struct str note = desk_head(visit_desk(v), &v->snap->conn, &size);
    struct out *body = page_body(v);
    if (note.p) {
        out_str_raw(body, note);
    } else {
        const struct tree nothing = { 0 };
        struct desk *desk = visit_desk(v);
        checkpoint_sign(body,
                        &(struct checkpoint){ str_of(desk_origin(desk)), 0, tree_root(&nothing) },
                        desk_key(desk));
    }
    return STATUS_OK;
}

static enum status show_vkey(struct visit *v)
{
    struct desk *desk = visit_desk(v);
    struct vkey key = { .name = str_of(desk_origin(desk)), .kind = VKEY_ED25519 };
    memcpy(key.public, desk_key(desk)->public, sizeof key.public);
    vkey_write(page_body(v), &key);
    out_char(page_body(v), '\n');
    return STATUS_OK;
}

/* A tile never changes once it can be served, so caches may keep it. */
static enum status show_tile(struct visit *v)
{
    struct tile tile;
    int64_t size;
    struct str path = str_printf(v->arena, "tile/%.*s", STR_ARG(v->params[0]));
    if (!tile_path_parse(path, &tile)) {
        return STATUS_NOT_FOUND;
    }
    (void)desk_head(visit_desk(v), &v->snap->conn, &size);
    struct out tile_bytes = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    if (!books_tile(&v->snap->conn, tile, size, &tile_bytes)) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Type", STR("application/octet-stream"));
    reply_header(v->reply, "Cache-Control", STR("public, max-age=31536000, immutable"));
    out_str_raw(page_body(v), out_str(&tile_bytes));
    return STATUS_OK;
}

static enum status show_receipt(struct visit *v)
{
    int64_t position;
    bool is_found = str_to_int(v->params[0], &position) && position >= 0 &&
                    books_receipt(&v->snap->conn, position, page_body(v));
    return is_found ? STATUS_OK : STATUS_NOT_FOUND;
}

static enum status show_consistency(struct visit *v)
{
    int64_t old_size;
    int64_t new_size;
    int64_t size;
    (void)desk_head(visit_desk(v), &v->snap->conn, &size);
    if (!str_to_int(v->params[0], &old_size) || !str_to_int(v->params[1], &new_size) ||
        old_size < 1 || old_size > new_size || new_size > size) {
        return STATUS_NOT_FOUND;
    }
    size_t count;
    struct hash *proof = books_consistency(&v->snap->conn, old_size, new_size, &count);
    if (!proof) {
        return STATUS_STORE_FAILED;
    }
    struct out *body = page_body(v);
    for (size_t i = 0; i < count; i++) {
        out_base64(body, proof[i].b, HASH_BYTES);
        out_char(body, '\n');
    }
    return STATUS_OK;
}
