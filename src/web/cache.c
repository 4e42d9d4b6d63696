/* The page cache: slots under one lock, and a doorkeeper that knows what was asked for lately. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/cache.h"

#include <pthread.h>
#include <string.h>

#include "base/limits.h"
#include "web/cookie.h"
#include "web/server.h"

enum {
    SLOTS = 128,
    ASKED = 4096,
    SLOT_BYTES = 64 << 10,
    KEY_BYTES_MAX = 1024,
    MINUTE_S = 60,
};

/* Of a version that is not ours yet: no number of a commit goes so far. */
static const uint64_t AHEAD = UINT64_C(1) << 63;

/* The key, then name and value of each header, then the body, end to end in `bytes`. */
struct slot {
    uint64_t version;
    size_t key_bytes;
    size_t header_count;
    size_t header_bytes[2 * REPLY_HEADERS_MAX];
    size_t body_bytes;
    char *bytes;
};

struct page_cache {
    pthread_mutex_t lock;
    struct slot slots[SLOTS];
    uint32_t asked[ASKED];
};

static bool is_shared(const struct exchange *exchange);
static struct str key_of(const struct exchange *exchange, char buffer[KEY_BYTES_MAX]);
static bool is_asked_again(struct page_cache *cache, uint32_t hash);
static void take(struct exchange *exchange, const struct slot *slot);

struct page_cache *page_cache_make(struct arena *arena)
{
    struct page_cache *cache = new(arena, struct page_cache, 1);
    pthread_mutex_init(&cache->lock, NULL);
    for (size_t i = 0; i < SLOTS; i++) {
        cache->slots[i].bytes = new(arena, char, SLOT_BYTES);
    }
    return cache;
}

uint64_t page_cache_version(const struct exchange *exchange)
{
    uint64_t minute = (uint64_t)(exchange->visit.now.s / MINUTE_S);
    /* Its browser knows of a commit that we have not heard of yet. */
    int64_t told = batch_told(&exchange->visit);
    if (told > store_noted_batch(exchange->server->settings.store)) {
        return AHEAD | (uint64_t)told;
    }
    return minute << 32 | (desk_commits(exchange->server->settings.desk) & UINT32_MAX);
}

bool page_cache_find(struct page_cache *cache, struct exchange *exchange)
{
    char buffer[KEY_BYTES_MAX];
    struct str key = is_shared(exchange) ? key_of(exchange, buffer) : STR_NONE;
    if (!key.p) {
        return false;
    }
    exchange->page_key_hash = str_hash(key) | 1;
    pthread_mutex_lock(&cache->lock);
    struct slot *slot = &cache->slots[exchange->page_key_hash / 2 % SLOTS];
    bool is_there = slot->version == exchange->version && slot->version != 0 &&
                    str_equal(str_span(slot->bytes, slot->key_bytes), key);
    if (is_there) {
        take(exchange, slot);
    }
    pthread_mutex_unlock(&cache->lock);
    return is_there;
}

void page_cache_keep(struct page_cache *cache, const struct exchange *exchange)
{
    char buffer[KEY_BYTES_MAX];
    const struct reply *reply = &exchange->reply;
    bool is_kept = exchange->page_key_hash && is_shared(exchange) &&
                   reply->http_status == status_http(STATUS_OK) && !reply->fixed_body.p;
    is_kept = is_kept && is_asked_again(cache, exchange->page_key_hash);
    struct str key = is_kept ? key_of(exchange, buffer) : STR_NONE;
    if (!key.p) {
        return;
    }
    pthread_mutex_lock(&cache->lock);
    struct slot *slot = &cache->slots[exchange->page_key_hash / 2 % SLOTS];
    struct out bytes = out_fixed(slot->bytes, SLOT_BYTES);
    slot->key_bytes = key.n;
    slot->header_count = reply->header_count;
    slot->body_bytes = reply->body.n;
    out_str_raw(&bytes, key);
    for (size_t i = 0; i < reply->header_count; i++) {
        slot->header_bytes[2 * i] = reply->headers[i].name.n;
        slot->header_bytes[2 * i + 1] = reply->headers[i].value.n;
        out_str_raw(&bytes, reply->headers[i].name);
        out_str_raw(&bytes, reply->headers[i].value);
    }
    out_str_raw(&bytes, out_str(&reply->body));
    slot->version = bytes.overflowed ? 0 : exchange->version;
    pthread_mutex_unlock(&cache->lock);
}

/* Everybody who is not signed in. */
static bool is_shared(const struct exchange *exchange)
{
    const struct visit *v = &exchange->visit;
    return v->route && (v->route->flags & ROUTE_SHARED) && v->visitor.author.person.v == 0 &&
           v->problems.count == 0 && !v->is_fleeting;
}

/* All that the page is made from beside the database. Absent when it is too long to be common. */
static struct str key_of(const struct exchange *exchange, char buffer[KEY_BYTES_MAX])
{
    const struct visit *v = &exchange->visit;
    struct out key = out_fixed(buffer, KEY_BYTES_MAX);
    const struct str parts[] = {
        v->request->path,
        v->request->query,
        str_of(v->tongue->code),
        cookie_get(v->request, "mau"),
        cookie_get(v->request, "co"),
        cookie_get(v->request, "chu"),
        cookie_get(v->request, "phim"),
        request_header(v->request, "Accept-Encoding"),
        request_header(v->request, "Host"),
    };
    out_int(&key, v->face);
    out_int(&key, v->request->is_secure);
    for (size_t i = 0; i < COUNT(parts); i++) {
        out_char(&key, '\n');
        out_str_raw(&key, parts[i]);
    }
    return key.overflowed ? STR_NONE : out_str(&key);
}

/* Two keys that fall together only push each other out. */
static bool is_asked_again(struct page_cache *cache, uint32_t hash)
{
    pthread_mutex_lock(&cache->lock);
    uint32_t *asked = &cache->asked[hash / 2 % ASKED];
    bool is_again = *asked == hash;
    *asked = hash;
    pthread_mutex_unlock(&cache->lock);
    return is_again;
}

static void take(struct exchange *exchange, const struct slot *slot)
{
    struct reply *reply = &exchange->reply;
    size_t n = slot->body_bytes;
    for (size_t i = 0; i < 2 * slot->header_count; i++) {
        n += slot->header_bytes[i];
    }
    struct str rest = str_copy(exchange->arena, str_span(slot->bytes + slot->key_bytes, n));
    for (size_t i = 0; i < slot->header_count; i++) {
        size_t name_bytes = slot->header_bytes[2 * i];
        size_t value_bytes = slot->header_bytes[2 * i + 1];
        reply->headers[i] = (struct header){
            str_slice(rest, 0, name_bytes),
            str_slice(rest, name_bytes, name_bytes + value_bytes),
        };
        rest = str_slice(rest, name_bytes + value_bytes, rest.n);
    }
    reply->header_count = slot->header_count;
    reply->fixed_body = rest;
}
