/* The almanac: one in memory, exchanged with the commit that changed it, never older than asked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "desk/desk_private.h"
#include "sql/desk.h"

/* A service whose calendar opens as many seconds after seven as it was changed: the newest version
 * of one object of the ledger. So it is in the transaction, and goes with an undo. */
static const char OBJECT[] = "AAAAAAAAAAAAAAAAAAAAAAAAAA";
enum { SEVEN_S = 7 * 3600, UNIT = 41, UNIT_OPENS_S = 6 * 3600 };

struct say {
    struct str what;
};
static const struct field say_fields[] = { FIELD(struct say, what) };
static const struct record say_record = RECORD("say", struct say, say_fields);
static const struct fact facts[] = { { "test.said", &say_record, "Something was said." } };
static int reads;
static int64_t asked_have;
static int32_t seen_before;
static int32_t seen_after;

static bool read_almanac(struct conn *conn, int64_t have, struct almanac *ret)
{
    struct ledger_leaf_newest_row newest = { .version = 0 };
    struct calendar *country = new(conn->arena, struct calendar, 1);
    struct almanac_unit *unit = new(conn->arena, struct almanac_unit, 1);
    reads++;
    asked_have = have;
    ledger_leaf_newest(conn, &(struct ledger_leaf_newest){ .object = str_of(OBJECT) }, &newest);
    if (conn->failed || newest.version == have) {
        return false;
    }
    *country = CALENDAR_VIETNAM;
    country->hours[0].from_s = SEVEN_S + (int32_t)newest.version;
    *unit = (struct almanac_unit){ { UNIT }, *country };
    unit->calendar.hours[0].from_s = UNIT_OPENS_S;
    *ret = (struct almanac){ newest.version, country, unit, 1 };
    return true;
}

static int32_t opens(const struct calendar *calendar)
{
    return calendar->hours[0].from_s - SEVEN_S;
}

static struct verdict apply_say(struct deed *deed, const void *args, struct answer *ret)
{
    const struct say *say = args;
    const struct id nobody = { 0 };
    bool is_change = !str_equal(say->what, STR("hello"));
    (void)ret;
    seen_before = opens(deed_calendar(deed, nobody));
    if (is_change) {
        deed_emit(deed, &facts[0], (struct id){ 1 }, str_of(OBJECT), STR_NONE, say);
        deed_almanac_changed(deed);
    }
    seen_after = opens(deed_calendar(deed, nobody));
    return str_equal(say->what, STR("refuse")) ? refuse("Không được.", NULL) : VERDICT_OK;
}
static const struct command commands[] = { { "test.say", &say_record, NULL, apply_say,
                                             "Say it." } };
static const struct service services[] = {
    { .name = "none" },
    { .name = "test",
      .commands = commands,
      .command_count = 1,
      .facts = facts,
      .fact_count = 1,
      .almanac = read_almanac },
};

struct fixture {
    struct store *store;
    struct desk *desk;
    struct arena *arena;
    struct session *reader;
};

static struct instant test_clock(void *context)
{
    (void)context;
    return (struct instant){ 1795300000 };
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct str why;
    *state = f;
    reads = 0;
    if (!f || !crypt_start() || store_open("sqlite::memory:", true, &f->store, &why) ||
        store_migrate(f->store, &schema, &why)) {
        return -1;
    }
    const struct desk_settings settings = {
        .store = f->store,
        .services = services,
        .service_count = COUNT(services),
        .origin = "demo.kheo.example/log",
        .key = sign_key_from_seed((const uint8_t[32]){ 7 }),
        .clock = test_clock,
    };
    f->arena = arena_create(REQUEST_ARENA_BYTES);
    f->reader = store_reader_open(f->store);
    return desk_open(&settings, &f->desk, &why) ? -1 : 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    arena_destroy(f->arena);
    desk_close(f->desk);
    store_session_close(f->reader);
    store_close(f->store);
    free(f);
    return 0;
}

static enum status say(struct fixture *f, struct str what)
{
    struct order order = { .command = &commands[0],
                           .args = &(struct say){ .what = what },
                           .arena = f->arena };
    desk_do(f->desk, &order);
    return order.outcome.verdict.status;
}

/* What a page sees, whose snapshot began when so many commits were known. */
static int32_t page_sees(struct fixture *f, uint64_t known, struct id unit)
{
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    int32_t seen = opens(desk_calendar(f->desk, &snap.conn, known, unit));
    assert_int_equal(snap_end(&snap), STATUS_OK);
    return seen;
}

static void is_read_once(void **state)
{
    struct fixture *f = *state;
    const struct id nobody = { 0 };
    assert_int_equal(reads, 1);
    assert_int_equal(page_sees(f, desk_commits(f->desk), nobody), 0);
    assert_int_equal(page_sees(f, desk_commits(f->desk), (struct id){ UNIT }),
                     UNIT_OPENS_S - SEVEN_S);
    assert_int_equal(page_sees(f, desk_commits(f->desk), (struct id){ UNIT + 1 }), 0);
    assert_int_equal(say(f, STR("hello")), STATUS_OK);
    assert_int_equal(say(f, STR("hello")), STATUS_OK);
    assert_int_equal(page_sees(f, desk_commits(f->desk), nobody), 0);
    assert_int_equal(reads, 1);
}

static void changes_with_the_commit(void **state)
{
    struct fixture *f = *state;
    const struct id nobody = { 0 };
    struct snap snap;
    snap_begin(f->reader, f->arena, 0, &snap);
    const struct calendar *lent = desk_calendar(f->desk, &snap.conn, desk_commits(f->desk), nobody);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    assert_int_equal(say(f, STR("change")), STATUS_OK);
    assert_int_equal(seen_before, 0);
    assert_int_equal(seen_after, 1);
    int reads_so_far = reads;
    assert_int_equal(page_sees(f, desk_commits(f->desk), nobody), 1);
    assert_int_equal(reads, reads_so_far);
    /* Who holds the old one still does. */
    assert_int_equal(opens(lent), 0);
    assert_int_equal(say(f, STR("hello")), STATUS_OK);
    assert_int_equal(seen_before, 1);
    assert_int_equal(reads, reads_so_far);
}

static void goes_with_an_undo(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(say(f, STR("refuse")), STATUS_REFUSED);
    assert_int_equal(seen_after, 1);
    assert_int_equal(say(f, STR("hello")), STATUS_OK);
    assert_int_equal(seen_before, 0);
    assert_int_equal(page_sees(f, desk_commits(f->desk), (struct id){ 0 }), 0);
}

static void is_compared_after_others_commit(void **state)
{
    struct fixture *f = *state;
    const struct id nobody = { 0 };
    /* Another server committed: nothing of ours, then a change of the calendar. */
    atomic_fetch_add(&f->desk->commits, 1);
    assert_int_equal(page_sees(f, desk_commits(f->desk), nobody), 0);
    assert_int_equal(reads, 2);
    assert_int_equal(asked_have, 0);
    assert_int_equal(page_sees(f, desk_commits(f->desk), nobody), 0);
    assert_int_equal(reads, 2);
    assert_int_equal(say(f, STR("change")), STATUS_OK);
    uint64_t known = desk_commits(f->desk);
    almanac_in_doubt(f->desk, NULL);
    reads = 0;
    assert_int_equal(page_sees(f, known, nobody), 1);
    assert_int_equal(asked_have, -1);
    assert_int_equal(page_sees(f, known, nobody), 1);
    assert_int_equal(page_sees(f, 0, nobody), 1);
    assert_int_equal(reads, 1);
}

static void changes_are_joined(void **state)
{
    struct fixture *f = *state;
    struct almanac_change waiting = { day_of(2026, 3, 10), day_of(2026, 3, 12),
                                      .reason = STR("Bão số 1.") };
    struct almanac_change next = { day_of(2026, 3, 9), day_of(2026, 3, 11), .reason = STR("Lũ") };
    struct almanac_change both = almanac_changes_joined(f->arena, waiting, next);
    assert_int_equal(day_compare(both.from, next.from), 0);
    assert_int_equal(day_compare(both.until, waiting.until), 0);
    assert_true(str_equal(both.reason, STR("Bão số 1.; Lũ")));
    /* A reason stands once, and what has no room is left out. */
    assert_true(str_equal(almanac_changes_joined(f->arena, both, next).reason, both.reason));
    char *much = new(f->arena, char, 2000);
    memset(much, 'x', 2000);
    next.reason = str_span(much, 2000);
    assert_true(str_equal(almanac_changes_joined(f->arena, both, next).reason, both.reason));
    assert_true(str_equal(almanac_change_words(f->arena, STR("Bão số 1.")),
                          STR("Lịch làm việc đổi: Bão số 1.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(is_read_once, setup, teardown),
        cmocka_unit_test_setup_teardown(changes_with_the_commit, setup, teardown),
        cmocka_unit_test_setup_teardown(goes_with_an_undo, setup, teardown),
        cmocka_unit_test_setup_teardown(is_compared_after_others_commit, setup, teardown),
        cmocka_unit_test_setup_teardown(changes_are_joined, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
