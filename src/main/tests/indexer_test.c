/* Search over a whole house: a thousand reports found, withheld, lost with their file, found. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "main/indexer.h"
#include "mod/feedback/feedback.h"
#include "mod/feedback/find.h"
#include "mod/org/commands.h"
#include "mod/org/hue.h"
#include "web/request.h"

enum { REPORTS = 1000, AT_ONCE = 250, FACTS_OF_WORLD = 64 << 20 };

/* Of ten reports one is about a road, one about an old people's home whose word is the same without
 * its tones, one was typed without any; the rest are about something else. */
static const char *const texts[] = {
    "Đường vào xóm %d bị sụt, xe không qua được, mong phường sửa.",
    "Trung tâm dưỡng lão số %d thiếu người trực ban đêm.",
    "duong vao xom %d bi sut, xe khong qua duoc.",
    "Rác ở ngõ %d dồn đã một tuần, bốc mùi.",
};
#define NAME  "Phan Thị Bí Mật"
#define PHONE "0900999888"

struct world {
    char folder[64];
    char search[96];
    struct house house;
    struct worker *worker;
    struct indexer *indexer;
    struct arena *arena;
    struct str codes[REPORTS];
};

static void told(struct order *order)
{
    (void)order;
}

static struct order *order_of(struct world *w, const struct command *command, const void *args)
{
    struct order *order = new(w->arena, struct order, 1);
    *order = (struct order){ .command = command,
                             .args = args,
                             .arena = w->arena,
                             .ready = told,
                             .author = { .is_clock = true } };
    return order;
}

static void do_order(struct world *w, const struct command *command, const void *args)
{
    struct order *order = order_of(w, command, args);
    desk_do(w->house.desk, order);
    assert_int_equal(order->outcome.verdict.status, STATUS_OK);
}

static const struct send *send_of(struct world *w, int i)
{
    struct send *send = new(w->arena, struct send, 1);
    const char *text = texts[i % 10 < 3 ? i % 10 : 3];
    *send = (struct send){
        .unit = i % 2 ? STR("19753") : STR("19804"),
        .category = STR("giao-thong"),
        .identity = STR("named"),
        .name = STR(NAME),
        .phone = STR(PHONE),
        .channel = STR("api"),
    };
    struct out out = out_open(w->arena, 1000);
    struct str rest = str_of(text);
    out_str_raw(&out, str_cut(&rest, '%'));
    out_int(&out, i);
    out_str_raw(&out, str_slice(rest, 1, rest.n));
    send->text = out_str(&out);
    return send;
}

static void send_all(struct world *w)
{
    struct order *orders[AT_ONCE];
    for (int i = 0; i < REPORTS; i += AT_ONCE) {
        for (int k = 0; k < AT_ONCE; k++) {
            orders[k] = order_of(w, &feedback_commands[COMMAND_SEND], send_of(w, i + k));
            assert_true(desk_submit(w->house.desk, orders[k]));
        }
        while (desk_run_once(w->house.desk) > 0) {
        }
        for (int k = 0; k < AT_ONCE; k++) {
            assert_int_equal(orders[k]->outcome.verdict.status, STATUS_OK);
            w->codes[i + k] = sent_parse(orders[k]->outcome.answer.text).code;
        }
    }
}

static void open_world(struct world *w)
{
    struct house_settings settings = {
        .dir = w->folder,
        .origin = "test.kheo.example/log",
        .create = true,
        .rates_off = true,
    };
    struct str why;
    assert_int_equal(house_open(&settings, &w->house, &why), STATUS_OK);
    w->worker = worker_open(w->house.server);
    w->indexer = indexer_open(&w->house);
    assert_non_null(w->indexer);
}

static void close_world(struct world *w)
{
    indexer_close(w->indexer);
    worker_close(w->worker);
    house_close(&w->house);
}

static void begin_world(struct world *w)
{
    memcpy(w->folder, "/tmp/kheo-index-XXXXXX", sizeof "/tmp/kheo-index-XXXXXX");
    assert_non_null(mkdtemp(w->folder));
    struct out search = out_fixed(w->search, sizeof w->search);
    out_printf(&search, "%s/search.db%c", w->folder, 0);
    w->arena = arena_create(FACTS_OF_WORLD);
    open_world(w);
    do_order(w, &ORG_COMMANDS[ORG_IMPORT], &(struct org_import){ .rows = org_hue_csv() });
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

static void end_world(struct world *w)
{
    close_world(w);
    arena_destroy(w->arena);
    (void)nftw(w->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

/* --- asking ----------------------------------------------------------------------------------- */

/* The body of GET /api/v1/reports?query, in the world's arena. */
static struct str ask(struct world *w, struct str query, int http_status)
{
    struct exchange *exchange = exchange_open(w->house.server);
    const char *why;
    struct str text =
        str_printf(w->arena, "GET /api/v1/reports?%.*s HTTP/1.1\r\nHost: kheo.example\r\n\r\n",
                   STR_ARG(query));
    assert_int_equal(
        request_parse(exchange_arena(exchange), text, exchange_request(exchange), &why), STATUS_OK);
    serve(w->worker, exchange);
    struct reply *reply = exchange_reply(exchange);
    assert_int_equal(reply->http_status, http_status);
    struct str body = str_copy(w->arena, out_str(&reply->body));
    exchange_close(exchange);
    return body;
}

static struct str part_after(struct str *rest, struct str lead)
{
    size_t at = str_find(*rest, lead);
    if (at == rest->n) {
        return STR_NONE;
    }
    *rest = str_slice(*rest, at + lead.n, rest->n);
    return str_slice(*rest, 0, str_find_byte(*rest, '"'));
}

/* The codes on all pages, a space behind each. */
static struct str found(struct world *w, const char *query)
{
    struct out codes = out_open(w->arena, 1 << 20);
    struct str before = STR("");
    do {
        struct str body = ask(
            w,
            str_printf(w->arena, "q=%s%s%.*s", query, before.n ? "&before=" : "", STR_ARG(before)),
            200);
        for (struct str code; (code = part_after(&body, STR("\"code\":\""))).p;) {
            out_printf(&codes, "%.*s ", STR_ARG(code));
        }
        before = part_after(&body, STR("\"next\":\""));
    } while (before.n);
    return out_str(&codes);
}

static size_t count_of(struct str codes)
{
    size_t n = 0;
    for (size_t i = 0; i < codes.n; i++) {
        n += codes.p[i] == ' ';
    }
    return n;
}

static bool has(struct str codes, struct str code)
{
    return str_find(codes, code) < codes.n;
}

#define ROAD "%C4%91%C6%B0%E1%BB%9Dng" /* đường */
#define HOME "d%C6%B0%E1%BB%A1ng"      /* dưỡng */

/* --- what must hold --------------------------------------------------------------------------- */

static void finds_without_tones_and_exact_ones_first(struct world *w)
{
    struct str all = found(w, "duong");
    struct str roads = found(w, ROAD);
    assert_int_equal(count_of(all), 300);
    assert_int_equal(count_of(roads), 300);
    assert_int_equal(count_of(found(w, "duong&unit=19753")), 100);
    assert_int_equal(count_of(found(w, "khong+co+tu+nay")), 0);
    /* 100 roads with their tones, the newest first; then the others. */
    assert_true(str_starts(roads, w->codes[REPORTS - 10]));
    struct str exact = str_slice(roads, 0, 100 * (CODE_CHARS + 1));
    for (int i = 0; i < REPORTS; i += 10) {
        assert_true(has(exact, w->codes[i]));
        assert_true(!has(exact, w->codes[i + 1]) && has(roads, w->codes[i + 1]));
    }
    struct str homes = found(w, HOME);
    assert_true(str_starts(homes, w->codes[REPORTS - 9]));
    assert_int_equal(count_of(homes), 300);
}

/* Behind the clerks' backs: is there any paper with these folded words? */
static bool is_in_index(struct world *w, struct str words)
{
    struct search *search = NULL;
    assert_int_equal(search_open_reader(w->search, &search), STATUS_OK);
    struct search_query query = {
        .kind = feedback_finding.kind, .exact = words, .folded = words, .limit = 1
    };
    struct search_page page = { 0 };
    assert_int_equal(search_find(search, &query, 0, w->arena, &page), STATUS_OK);
    search_close(search);
    return page.count > 0;
}

/* At once: the index does not know of it yet. */
static void forgets_what_is_withheld_or_merged(struct world *w)
{
    struct str withheld = w->codes[10];
    struct str merged = w->codes[30];
    do_order(w, feedback_act(STR("withhold")),
             &(struct act_on_report){ .code = withheld, .reason = STR("doi-tu") });
    do_order(w, feedback_act(STR("merge")),
             &(struct act_on_report){ .code = merged, .other = w->codes[20] });
    assert_true(finder_lag(&w->house.finder) == 0);
    for (int round = 0; round < 2; round++) {
        struct str roads = found(w, ROAD);
        assert_int_equal(count_of(roads), 298);
        assert_true(!has(roads, withheld) && !has(roads, merged));
        assert_true(indexer_catch_up(w->indexer));
    }
    assert_false(is_in_index(w, STR("\"xom 10\"")));
    assert_false(is_in_index(w, STR("\"xom 30\"")));
    assert_true(is_in_index(w, STR("\"xom 20\"")));
    do_order(w, feedback_act(STR("publish")), &(struct act_on_report){ .code = withheld });
    assert_true(indexer_catch_up(w->indexer));
    assert_true(has(found(w, ROAD), withheld));
}

/* A status is looked for row by row: pages may be short, and none is lost. */
static void filters_by_status(struct world *w)
{
    for (int i = 0; i < REPORTS; i += 100) {
        do_order(w, feedback_act(STR("accept")), &(struct act_on_report){ .code = w->codes[i] });
    }
    struct str accepted = found(w, "duong&status=accepted");
    assert_int_equal(count_of(accepted), REPORTS / 100);
    assert_true(str_starts(accepted, w->codes[REPORTS - 100]));
    assert_true(has(accepted, w->codes[0]));
}

static void open_indexer_again(struct world *w)
{
    w->indexer = indexer_open(&w->house);
    assert_non_null(w->indexer);
    assert_true(indexer_catch_up(w->indexer));
    assert_int_equal(finder_lag(&w->house.finder), 0);
}

static void damage(const char *path)
{
    static const char nonsense[4096] = "This is not what it was.";
    int file = open(path, O_WRONLY);
    assert_true(file >= 0);
    assert_int_equal(write(file, nonsense, sizeof nonsense), sizeof nonsense);
    close(file);
}

/* Whatever happens to the file, the ledger brings the same words back. The clerk keeps its worker:
 * it must notice that there is another file. */
static void survives_its_file(struct world *w)
{
    struct str roads = found(w, ROAD);
    struct str homes = found(w, HOME);
    for (int way = 0; way < 3; way++) {
        indexer_close(w->indexer);
        if (way == 0) {
            search_remove(w->search);
        } else if (way == 1) {
            damage(w->search);
        }
        open_indexer_again(w);
        assert_true(str_equal(found(w, ROAD), roads));
        assert_true(str_equal(found(w, HOME), homes));
        do_order(w, &feedback_commands[COMMAND_SEND], send_of(w, REPORTS + 3 + way));
        assert_true(indexer_catch_up(w->indexer));
        assert_int_equal(count_of(found(w, "rac+o+ngo")), 700 + way + 1);
    }
}

/* The clerk finds while the indexer rests, and what comes after the rest. */
static void goes_on_after_a_rest(struct world *w)
{
    struct str roads = found(w, ROAD);
    indexer_rest(w->indexer);
    assert_true(str_equal(found(w, ROAD), roads));
    do_order(w, &feedback_commands[COMMAND_SEND], send_of(w, REPORTS + 6));
    indexer_rest(w->indexer);
    assert_int_equal(count_of(found(w, "rac+o+ngo")), 703);
    assert_true(indexer_catch_up(w->indexer));
    assert_int_equal(count_of(found(w, "rac+o+ngo")), 704);
}

/* A file that knows more leaves than the ledger has is of another ledger. */
static void does_not_believe_a_foreign_file(struct world *w)
{
    struct world *other = calloc(1, sizeof *other);
    begin_world(other);
    close_world(other);
    worker_close(w->worker);
    indexer_close(w->indexer);
    assert_int_equal(rename(w->search, other->search), 0);
    struct search *foreign;
    assert_int_equal(search_open_index(other->search, &foreign), STATUS_OK);
    assert_true(search_watermark(foreign) > REPORTS);
    search_close(foreign);
    open_world(other);
    do_order(other, &feedback_commands[COMMAND_SEND], send_of(other, 3));
    assert_true(indexer_catch_up(other->indexer));
    assert_int_equal(count_of(found(other, "rac+o+ngo")), 1);
    assert_int_equal(count_of(found(other, "duong")), 0);
    end_world(other);
    free(other);
    w->worker = worker_open(w->house.server);
    open_indexer_again(w);
}

static bool is_in_file(struct world *w, const char *suffix, struct str words)
{
    struct str path = str_printf(w->arena, "%s%s", w->search, suffix);
    int file = open(str_z(w->arena, path), O_RDONLY);
    off_t size = file >= 0 ? lseek(file, 0, SEEK_END) : 0;
    char *bytes = new(w->arena, char, (size_t)size + 1);
    if (file >= 0) {
        assert_int_equal(pread(file, bytes, (size_t)size, 0), size);
        close(file);
    }
    return memmem(bytes, (size_t)size, words.p, words.n) != NULL;
}

static void holds_no_person(struct world *w)
{
    static const char *const suffixes[] = { "", "-wal" };
    assert_true(is_in_file(w, "", STR("ban đêm")) || is_in_file(w, "-wal", STR("ban đêm")));
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        assert_false(is_in_file(w, suffixes[i], STR(NAME)));
        assert_false(is_in_file(w, suffixes[i], STR("phan thi bi mat")));
        assert_false(is_in_file(w, suffixes[i], STR(PHONE)));
    }
}

static void a_thousand_reports_are_found(void **state)
{
    (void)state;
    struct world *w = calloc(1, sizeof *w);
    begin_world(w);
    (void)ask(w, STR("q=duong"), 503);
    send_all(w);
    assert_true(indexer_catch_up(w->indexer));
    assert_int_equal(finder_lag(&w->house.finder), 0);
    finds_without_tones_and_exact_ones_first(w);
    holds_no_person(w);
    forgets_what_is_withheld_or_merged(w);
    filters_by_status(w);
    survives_its_file(w);
    goes_on_after_a_rest(w);
    does_not_believe_a_foreign_file(w);
    assert_int_equal(count_of(found(w, ROAD)), 299);
    end_world(w);
    free(w);
}

/* The thread by itself, beside a desk that works. */
static void the_thread_follows_the_desk(void **state)
{
    (void)state;
    enum { PATIENCE = 100 };
    struct world *w = calloc(1, sizeof *w);
    begin_world(w);
    assert_true(desk_start(w->house.desk));
    assert_true(indexer_start(w->indexer));
    for (int i = 0; i < 30; i++) {
        do_order(w, &feedback_commands[COMMAND_SEND], send_of(w, i));
    }
    const struct timespec moment = { .tv_nsec = 50000000 };
    int waits = 0;
    while (atomic_load(&w->house.finder.edition) == 0 || count_of(found(w, "duong")) < 9) {
        assert_true(waits++ < PATIENCE);
        nanosleep(&moment, NULL);
    }
    assert_int_equal(count_of(found(w, "duong")), 9);
    desk_stop(w->house.desk);
    end_world(w);
    free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_thousand_reports_are_found),
        cmocka_unit_test(the_thread_follows_the_desk),
    };
    log_set_level(LEVEL_ERROR);
    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : EXIT_FAILURE;
}
