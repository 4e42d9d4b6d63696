/* The small commands: init, request, routes, and those of the services. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/limits.h"
#include "main/commands.h"
#include "base/must.h"
#include "web/request.h"

enum { REQUEST_TEXT_BYTES_MAX = 256 << 10 };

struct options options_default(void)
{
    return (struct options){
        .dir = "kheo-data",
        .address = "127.0.0.1",
        .port = 8080,
        .threads = 2,
        .papers = 2000,
        .scrub = "03:30",
        .seed = 1,
    };
}

struct house_settings house_settings_of(const struct options *options)
{
    return (struct house_settings){
        .dir = options->dir,
        .database = options->database,
        .anchor = options->anchor,
        .files = options->files,
        .tiles = options->tiles,
        .archive = options->archive,
        .origin = options->origin,
        .base_url = str_of(options->base_url),
        .receipts = options->receipts.words,
        .receipt_count = options->receipts.count,
        .rates_off = options->rates_off,
        .replica = options->replica,
        .replicated = options->replicated,
    };
}

int house_refused(struct str why)
{
    fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
    return 2;
}

int init_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    settings.create = true;
    struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        return house_refused(why);
    }
    house_close(&house);
    printf("Đã tạo %s. Tiếp theo: kheo serve --dir %s, rồi mở địa chỉ thiết lập mà nó in ra.\n",
           options->dir, options->dir);
    return 0;
}

int console_command(struct options *options, const struct module *service)
{
    struct house_settings settings = house_settings_of(options);
    struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        return house_refused(why);
    }
    struct console console = { .store = house.store,
                               .desk = house.desk,
                               .arena = arena_create(REQUEST_ARENA_BYTES) };
    int code = service->console(&console, options->rest_count, options->rest);
    arena_destroy(console.arena);
    house_close(&house);
    return code;
}

/* One request from standard input, without a socket: what `serve` would have answered. */
int request_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        return house_refused(why);
    }
    struct worker *worker = worker_open(house.server);
    struct exchange *exchange = exchange_open(house.server);
    must(worker && exchange);
    struct arena *arena = exchange_arena(exchange);
    char *text = new(arena, char, REQUEST_TEXT_BYTES_MAX);
    size_t n = fread(text, 1, REQUEST_TEXT_BYTES_MAX, stdin);
    const char *fault = NULL;
    int code = 0;
    enum status status =
        request_parse(arena, str_span(text, n), exchange_request(exchange), &fault);
    if (status == STATUS_OK) {
        serve(worker, exchange);
        struct out reply = out_open(arena, REPLY_BODY_BYTES_MAX);
        reply_write(&reply, exchange_request(exchange), exchange_reply(exchange));
        fwrite(reply.p, 1, reply.n, stdout);
    } else {
        fprintf(stderr, "kheo: %s\n", fault ? fault : status_sentence(status));
        code = 1;
    }
    exchange_close(exchange);
    worker_close(worker);
    house_close(&house);
    return code;
}

int routes_command(struct options *options)
{
    (void)options;
    static const char *const methods[] = { "GET",   "HEAD",   "POST",    "PUT",
                                           "PATCH", "DELETE", "OPTIONS", "?" };
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->routes_count; i++) {
            const struct route *route = &modules[m]->routes[i];
            printf("%-5s %-36s %-18s %s\n", methods[route->method], route->path,
                   route->power ? route->power : "-", route->about);
        }
    }
    return 0;
}
