/* Serving: one function from a request to a reply, with no socket in sight. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include "desk/desk.h"
#include "store/store.h"
#include "web/health.h"
#include "web/module.h"
#include "web/wire.h"

struct finder;
struct first_run;
struct mail_way;
struct scrubbed;
struct studio;
struct blank_texts;
struct basemap;

struct server_settings {
    struct store *store;
    struct desk *desk;
    struct studio *studio;            /* NULL: no photos are taken */
    const struct blank_texts *blanks; /* forms in the units' own words; NULL: there are none */
    const struct basemap *basemap;        /* pictures under maps; NULL: there are none */
    const struct finder *finder;      /* NULL: nothing is found by its words */
    struct scrubbed *scrubbed;        /* NULL: nobody reads the database again */
    health_fn *health;                /* NULL: nobody knows how the house stands */
    void *health_context;
    const struct module *const *modules;
    struct instant (*clock)(void *context);
    void *clock_context;
    struct str base_url; /* "https://kheo.example": absolute links in papers and QR codes */
    uint8_t secret[32];  /* form tokens, rate buckets */
    const struct first_run *first_run; /* who may set up an empty house; NULL: nobody */
    const struct mail_way *mail_way;   /* how letters leave; NULL: nobody knows */
    bool demo;           /* the pages carry the mark "dữ liệu minh họa" */
    bool rates_off;      /* load tests of a server of one's own */
    bool log_off;        /* no EVENT_REQUEST lines: fuzzers and unit tests */
};

struct server *server_make(const struct server_settings *settings);

/* A thread's tools for serving: its connection for reading. */
struct worker;
struct worker *worker_open(struct server *server);
void worker_close(struct worker *worker);
/* Of a thread that serves request after request: it keeps what it sees of the database from one to
 * the next (store_reader_lingers()), and must rest before it sleeps. */
void worker_lingers(struct worker *worker);
void worker_rest(struct worker *worker);

/* One request on its way. It has an arena of its own, because while the desk works the thread
 * serves others: serve_start() gives WAITING, `ready` is called (from the desk's thread) once the
 * outcome is known, and serve_finish() then renders the answer. */
struct exchange;
enum serve_step { SERVED, WAITING };

/* NULL when the system has no memory left. */
struct exchange *exchange_open(struct server *server);
struct request *exchange_request(struct exchange *exchange);
struct arena *exchange_arena(struct exchange *exchange);
struct reply *exchange_reply(struct exchange *exchange);
void exchange_close(struct exchange *exchange);

/* The route's flags (web/route.h) for the head that stands in exchange_request(), before its body
 * is read: may it be large, is it slow? 0 when no route answers. */
unsigned serve_flags(struct exchange *exchange);
/* For what the wire refuses by itself: a standard page of that status, with a sentence about it
 * (Vietnamese source text) when `why` is not NULL. */
void serve_refuse(struct worker *worker, struct exchange *exchange, enum status status,
                  const char *why);

/* `ready` may be NULL: then it waits for the desk by itself and never gives WAITING. After WAITING
 * the exchange belongs to `ready`, which may have been called already. */
enum serve_step serve_start(struct worker *worker, struct exchange *exchange,
                            void (*ready)(void *waiter), void *waiter);
void serve_finish(struct worker *worker, struct exchange *exchange);

/* Both in one, waiting in between (running the desk itself when it has no thread): for stories,
 * fuzzers and `kheo request`. */
void serve(struct worker *worker, struct exchange *exchange);

#endif
