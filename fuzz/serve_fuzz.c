/* Serving: any bytes as a request get a well-formed answer, and none is a fault of ours. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/must.h"
#include "main/house.h"
#include "web/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
__attribute__((visibility("default"))) const char *__asan_default_options(void);

static struct worker *open_house(struct house *house);
static struct str answer(struct worker *worker, struct exchange *exchange, struct str text);
static void check_reply(struct str reply, int http_status);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct house house;
    static struct worker *worker;
    if (!worker) {
        worker = open_house(&house);
    }
    struct exchange *exchange = exchange_open(house.server);
    must(exchange);
    struct str reply = answer(worker, exchange, str_span(data, size));
    check_reply(reply, exchange_reply(exchange)->http_status);
    exchange_close(exchange);
    return 0;
}

/* The house lives until the end, and the sanitizer does not look for pointers in arenas. */
const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}

static struct instant stopped_clock(void *context)
{
    (void)context;
    return (struct instant){ 1773392400 };
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

/* The keys are read when the house opens; nothing of it stays behind. */
static struct worker *open_house(struct house *house)
{
    char folder[] = "/tmp/kheo-fuzz-XXXXXX";
    must(crypt_start());
    log_set_level(LEVEL_ERROR);
    must(mkdtemp(folder));
    struct house_settings settings = {
        .dir = folder,
        .database = "sqlite::memory:",
        .origin = "fuzz.kheo.example/log",
        .base_url = STR("https://kheo.example"),
        .create = true,
        .rates_off = true,
        .clock = stopped_clock,
    };
    struct str why = STR_NONE;
    must(house_open(&settings, house, &why) == STATUS_OK);
    (void)nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    return worker_open(house->server);
}

static struct str answer(struct worker *worker, struct exchange *exchange, struct str text)
{
    const char *why = NULL;
    struct request *request = exchange_request(exchange);
    enum status status = request_parse(exchange_arena(exchange), text, request, &why);
    if (status) {
        serve_refuse(worker, exchange, status, why);
    } else {
        serve(worker, exchange);
    }
    struct out out = out_open(exchange_arena(exchange), 8 << 20);
    reply_write(&out, request, exchange_reply(exchange));
    return out_str(&out);
}

static void check_reply(struct str reply, int http_status)
{
    must(str_starts(reply, STR("HTTP/1.1 ")));
    must(http_status >= 200 &&
         (http_status < 500 || http_status == status_http(STATUS_METHOD_UNKNOWN)));
    size_t end = str_find(reply, STR("\r\n\r\n"));
    must(end < reply.n);
    struct str rest = str_slice(reply, 0, end);
    bool is_guarded = false;
    while (rest.n > 0) {
        size_t line_end = str_find(rest, STR("\r\n"));
        struct str line = str_slice(rest, 0, line_end);
        rest = str_slice(rest, line_end + 2, rest.n);
        must(str_find_byte(line, '\n') == line.n && str_find_byte(line, '\r') == line.n);
        is_guarded |= str_starts(line, STR("Content-Security-Policy: "));
    }
    must(is_guarded);
}
