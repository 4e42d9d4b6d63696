/* Every row of every service's routes, held against what the guard promises of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "main/house.h"
#include "web/request.h"

struct world {
    char folder[32];
    struct house house;
    struct worker *worker;
    struct arena *arena;
};

typedef void row_fn(struct world *w, const struct route *route);

static void each_row(struct world *w, row_fn *look)
{
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->routes_count; i++) {
            look(w, &modules[m]->routes[i]);
        }
    }
}

static const struct route *row_of(enum method method, const char *path)
{
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->routes_count; i++) {
            const struct route *route = &modules[m]->routes[i];
            if (route->method == method && strcmp(route->path, path) == 0) {
                return route;
            }
        }
    }
    return NULL;
}

static bool is_below(const struct route *route, const char *folder)
{
    return strncmp(route->path, folder, strlen(folder)) == 0;
}

static void need_a_power(struct world *w, const struct route *route)
{
    (void)w;
    if (is_below(route, "/qt/") && !route->power) {
        fail_msg("%s has no power", route->path);
    }
}

static void the_administrations_rows_name_a_power(void **state)
{
    each_row(*state, need_a_power);
}

/* What may change people and their powers without a fresh factor, and why. */
static const char *const not_grave[] = {
    /* Without a power a post lets nobody do anything. */
    "/qt/nguoi-dung/:id/chuc-vu",
    /* A name and where letters go; a password never goes there. */
    "/qt/nguoi-dung/:id/sua",
    /* A trial, which the desk undoes; a file would not survive being asked. */
    "/qt/nguoi-dung/nhap",
};

static void need_a_fresh_factor(struct world *w, const struct route *route)
{
    (void)w;
    bool is_over_people = is_below(route, "/qt/nguoi-dung") || is_below(route, "/qt/chuc-vu") ||
                          is_below(route, "/qt/quyen");
    bool is_excepted = false;
    for (size_t i = 0; i < COUNT(not_grave); i++) {
        is_excepted = is_excepted || strcmp(route->path, not_grave[i]) == 0;
    }
    bool is_grave = route->flags & ROUTE_GRAVE;
    if (route->method == POST && is_over_people && is_grave == is_excepted) {
        fail_msg("%s: %s", route->path, is_grave ? "is no exception" : "is not ROUTE_GRAVE");
    }
    /* Who is asked and would rather not goes back to the form. */
    if (is_grave && !row_of(GET, route->path)) {
        fail_msg("%s has no form to go back to", route->path);
    }
}

static void power_over_people_wants_a_fresh_factor(void **state)
{
    each_row(*state, need_a_fresh_factor);
}

/* A form may go back to who sent it (web/kept_form.h), and its secrets must not go along. */
static void need_marked_secrets(struct world *w, const struct route *route)
{
    (void)w;
    for (size_t i = 0; route->method == POST && route->takes && i < route->takes->count; i++) {
        const struct field *field = &route->takes->fields[i];
        bool is_secret = strstr(field->name, "secret") || strstr(field->name, "password");
        if (is_secret && !(field->rules & FIELD_SECRET)) {
            fail_msg("%s: %s is not FIELD_SECRET", route->path, field->name);
        }
    }
}

static void secrets_are_marked(void **state)
{
    each_row(*state, need_marked_secrets);
}

static void need_to_be_everybodys(struct world *w, const struct route *route)
{
    (void)w;
    bool may_be_kept = route->flags & (ROUTE_SHARED | ROUTE_KEPT);
    bool is_private = route->power || (route->flags & (ROUTE_SECRET | ROUTE_SEALED)) ||
                      is_below(route, "/to-cao") || is_below(route, "/cb") ||
                      is_below(route, "/qt") || is_below(route, "/ld");
    if (may_be_kept && is_private) {
        fail_msg("%s could lie in a browser", route->path);
    }
    if ((route->flags & ROUTE_KEPT) && strchr(route->path, ':')) {
        fail_msg("%s cannot be fetched beforehand", route->path);
    }
}

static void what_browsers_keep_is_everybodys(void **state)
{
    each_row(*state, need_to_be_everybodys);
}

/* "/qt/quyen/:id" as somebody might ask for it. */
static struct str path_of(struct world *w, const struct route *route)
{
    struct out out = out_open(w->arena, 512);
    bool is_name = false;
    for (const char *c = route->path; *c; c++) {
        bool is_start = *c == ':' || *c == '*';
        is_name = is_start || (is_name && *c != '/');
        if (is_start) {
            out_char(&out, '1');
        } else if (!is_name) {
            out_char(&out, *c);
        }
    }
    return out_str(&out);
}

static int status_of_stranger(struct world *w, const struct route *route)
{
    struct exchange *exchange = exchange_open(w->house.server);
    const char *why = NULL;
    struct str path = path_of(w, route);
    bool is_api = route->flags & ROUTE_API;
    bool is_picture = is_api && (route->flags & ROUTE_UPLOAD);
    struct str text = str_printf(w->arena,
                                 "%s %.*s HTTP/1.1\r\nHost: kheo.example\r\n"
                                 "Content-Type: %s\r\nContent-Length: 0\r\n\r\n",
                                 method_name(route->method), STR_ARG(path),
                                 is_picture                   ? "image/png"
                                 : route->flags & ROUTE_PIECE ? PIECE_TYPE
                                 : is_api                     ? "application/json"
                                          : "application/x-www-form-urlencoded");
    assert_int_equal(
        request_parse(exchange_arena(exchange), text, exchange_request(exchange), &why), STATUS_OK);
    serve(w->worker, exchange);
    int status = exchange_reply(exchange)->http_status;
    exchange_close(exchange);
    return status;
}

static void refuse_a_stranger(struct world *w, const struct route *route)
{
    int status = status_of_stranger(w, route);
    bool wants_sign_in = route->power || (route->flags & ROUTE_GRAVE);
    bool wants_token = route->method == POST && !(route->flags & ROUTE_API);
    int expected = wants_sign_in ? 401 : wants_token ? 403 : status;
    if (status != expected || status >= 500) {
        fail_msg("%s %s: %d to a stranger", method_name(route->method), route->path, status);
    }
}

static void strangers_get_no_further_than_the_row_says(void **state)
{
    each_row(*state, refuse_a_stranger);
}

static int remove_path(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about;
    (void)kind;
    (void)where;
    return remove(path);
}

static int open_world(void **state)
{
    static struct world w = { .folder = "/tmp/kheo-routes-XXXXXX" };
    struct str why = STR_NONE;
    assert_non_null(mkdtemp(w.folder));
    w.arena = arena_create(16 << 20);
    assert_int_equal(
        house_open(
            &(struct house_settings){
                .dir = w.folder, .database = "sqlite::memory:", .create = true, .rates_off = true },
            &w.house, &why),
        STATUS_OK);
    w.worker = worker_open(w.house.server);
    *state = &w;
    return 0;
}

static int close_world(void **state)
{
    struct world *w = *state;
    worker_close(w->worker);
    house_close(&w->house);
    arena_destroy(w->arena);
    return nftw(w->folder, remove_path, 16, FTW_DEPTH | FTW_PHYS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_administrations_rows_name_a_power),
        cmocka_unit_test(power_over_people_wants_a_fresh_factor),
        cmocka_unit_test(secrets_are_marked),
        cmocka_unit_test(what_browsers_keep_is_everybodys),
        cmocka_unit_test(strangers_get_no_further_than_the_row_says),
    };
    log_set_level(LEVEL_ERROR);
    return crypt_start() ? cmocka_run_group_tests(tests, open_world, close_world) : EXIT_FAILURE;
}
