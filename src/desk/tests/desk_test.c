/* The desk: what is told is on disk and in the ledger; what is refused leaves no trace. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/disk.h"
#include "base/limits.h"
#include "base/tests/child.h"
#include "desk/audit.h"
#include "desk/books.h"
#include "desk/desk_private.h"
#include "law/verdict.h"
#include "ledger/anchor.h"
#include "ledger/receipt.h"
#include "sql/desk.h"
#include "store/fault.h"

/* The C library's, but for one file that no longer reaches the disk. */
static int lost_file = -1;
int fdatasync(int file)
{
    errno = EIO;
    return file == lost_file ? -1 : (int)syscall(SYS_fdatasync, file);
}

/* A service of the test's own: it states what it was told, or refuses, or wastes memory. */
struct say {
    struct str what;
    struct str object;
};
static const struct field say_fields[] = { FIELD(struct say, what), FIELD(struct say, object) };
static const struct record say_record = RECORD("say", struct say, say_fields);
static const struct fact facts[] = { { "test.said", &say_record, "Something was said." } };
static int heard_count;
static struct id said_last;

static struct verdict apply_say(struct deed *deed, const void *args, struct answer *ret)
{
    const struct say *say = args;
    if (str_equal(say->what, STR("exhaust"))) {
        void *piece = NULL;
        do {
            piece = arena_alloc(deed->arena, 1, 1 << 20);
        } while (piece);
    }
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct str name = say->object.p ? say->object : str_of(object);
    ret->subject = (struct id){ deed_new_id(deed) };
    ret->text = say->what;
    if (str_equal(say->what, STR("forget"))) {
        deed_forget(deed, name, said_last);
    }
    said_last = ret->subject;
    deed_emit(deed, &facts[0], ret->subject, name, STR("19753"), say);
    if (str_equal(say->what, STR("refuse"))) {
        return refuse("Không được.", NULL);
    }
    return VERDICT_OK;
}
static const struct command commands[] = { { "test.say", &say_record, NULL, apply_say, "Say it.",
                                             .gives_receipt = true } };

static void on_said(struct deed *deed, const struct heard *heard)
{
    (void)deed;
    heard_count += heard->position >= 0;
}
static const struct hear hears[] = { { "test.said", on_said } };
static const struct service services[] = { { "test", commands, 1, facts, 1, hears, 1, NULL } };

struct fixture {
    char dir[64];
    char database[96];
    char anchor[96];
    struct store *store;
    struct desk *desk;
    struct arena *arena;
    struct instant now;
    int64_t uptime_s;
};

static struct instant test_clock(void *context)
{
    return ((struct fixture *)context)->now;
}

static int64_t test_uptime_s(void *context)
{
    return ((struct fixture *)context)->uptime_s;
}

static enum status open_again(struct fixture *f, struct str *ret_why)
{
    enum status status = store_open(f->database, true, &f->store, ret_why);
    if (status == STATUS_OK) {
        status = store_migrate(f->store, &schema, &(struct str){ 0 });
    }
    struct desk_settings settings = {
        .store = f->store,
        .services = services,
        .service_count = 1,
        .origin = "demo.kheo.example/log",
        .anchor_path = f->anchor,
        .key = sign_key_from_seed((const uint8_t[32]){ 7 }),
        .clock = test_clock,
        .clock_context = f,
        .uptime_s = test_uptime_s,
    };
    return status == STATUS_OK ? desk_open(&settings, &f->desk, ret_why) : status;
}

/* Also of one that a failed test has left closed. */
static void close_it(struct fixture *f)
{
    if (f->desk) {
        desk_close(f->desk);
    }
    if (f->store) {
        store_close(f->store);
    }
    f->desk = NULL;
    f->store = NULL;
}

static bool prepare(struct fixture *f)
{
    struct str why;
    memcpy(f->dir, "/tmp/kheo-desk-XXXXXX", sizeof "/tmp/kheo-desk-XXXXXX");
    if (!crypt_start() || !mkdtemp(f->dir)) {
        return false;
    }
    struct out database = out_fixed(f->database, sizeof f->database);
    out_printf(&database, "%s/kheo.db%c", f->dir, 0);
    struct out anchor = out_fixed(f->anchor, sizeof f->anchor);
    out_printf(&anchor, "%s/head%c", f->dir, 0);
    f->now = (struct instant){ 1795300000 };
    f->arena = arena_create(REQUEST_ARENA_BYTES);
    return open_again(f, &why) == STATUS_OK;
}

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    return f && prepare(f) ? 0 : -1;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    close_it(f);
    arena_destroy(f->arena);
    static const char *const names[] = { "kheo.db", "kheo.db-wal", "kheo.db-shm", "kheo.db.lock",
                                         "head" };
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[128];
        struct out out = out_fixed(path, sizeof path);
        out_printf(&out, "%s/%s%c", f->dir, names[i], 0);
        unlink(path);
    }
    rmdir(f->dir);
    free(f);
    return 0;
}

static struct outcome say(struct fixture *f, struct str what, struct str key)
{
    struct order order = { .command = &commands[0],
                           .args = &(struct say){ .what = what },
                           .arena = f->arena,
                           .key = key };
    desk_do(f->desk, &order);
    return order.outcome;
}

static void verify_receipts(struct fixture *f, int64_t leaf_count)
{
    struct vkey key = { .name = STR("demo.kheo.example/log"), .kind = VKEY_ED25519 };
    memcpy(key.public, desk_key(f->desk)->public, sizeof key.public);
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    for (int64_t i = 0; i < leaf_count; i++) {
        struct arena_mark mark = arena_mark(f->arena);
        struct out receipt = out_open(f->arena, RECEIPT_BYTES_MAX);
        struct receipt_content content;
        assert_true(books_receipt(&snap.conn, i, &receipt));
        assert_int_equal(receipt_verify(out_str(&receipt), &key, 1, &content), RECEIPT_VALID);
        arena_undo(f->arena, mark);
    }
    assert_int_equal(snap_end(&snap), STATUS_OK);
    store_session_close(reader);
}

static void every_fact_has_a_receipt_that_verifies(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 40; i++) {
        struct outcome outcome = say(f, STR("hello"), STR_NONE);
        assert_int_equal(outcome.verdict.status, STATUS_OK);
        assert_int_equal(outcome.first_position, i);
        assert_int_equal(outcome.tree_size, i + 1);
    }
    verify_receipts(f, 40);
    assert_true(heard_count >= 40);
}

static void a_refusal_leaves_no_trace(void **state)
{
    struct fixture *f = *state;
    int64_t first = say(f, STR("before"), STR_NONE).answer.subject.v;
    struct outcome refused = say(f, STR("refuse"), STR("key of the refused"));
    assert_int_equal(refused.verdict.status, STATUS_REFUSED);
    struct outcome exhausted = say(f, STR("exhaust"), STR_NONE);
    assert_int_equal(exhausted.verdict.status, STATUS_FULL);
    struct outcome after = say(f, STR("after"), STR("key of the refused"));
    assert_int_equal(after.verdict.status, STATUS_OK);
    assert_int_equal(after.answer.subject.v, first + 1);
    assert_int_equal(after.tree_size, 2);
}

static void ignore(struct order *order)
{
    (void)order;
}

/* Wherever in a batch the bad ones stand, the others come through as if they were alone. */
static void a_batch_loses_only_its_bad_commands(void **state)
{
    enum { BATCH = 50 };
    struct fixture *f = *state;
    static struct order orders[BATCH];
    static struct say says[BATCH];
    static const struct str bad[] = { STR_INIT("refuse"), STR_INIT("exhaust") };
    for (int round = 0; round < 4; round++) {
        int64_t good = 0;
        int64_t first = say(f, STR("before"), STR_NONE).first_position + 1;
        for (int i = 0; i < BATCH; i++) {
            bool is_bad = round > 0 && i % (3 + 6 * round) == round;
            says[i] = (struct say){ .what = is_bad ? bad[i % 2] : STR("good") };
            orders[i] = (struct order){ .command = &commands[0],
                                        .args = &says[i],
                                        .arena = f->arena,
                                        .key = str_printf(f->arena, "key %d of %d", i, round),
                                        .ready = ignore };
            assert_true(desk_submit(f->desk, &orders[i]));
        }
        assert_int_equal(desk_run_once(f->desk), BATCH);
        for (int i = 0; i < BATCH; i++) {
            bool is_good = str_equal(says[i].what, STR("good"));
            assert_int_equal(orders[i].outcome.verdict.status == STATUS_OK, is_good);
            assert_true(!is_good || orders[i].outcome.first_position == first + good);
            good += is_good;
        }
        assert_int_equal(say(f, STR("good"), orders[BATCH - 1].key).first_position,
                         orders[BATCH - 1].outcome.first_position);
        /* Each leaf of the batch lies in the tree where its row says. */
        verify_receipts(f, first + good);
    }
}

/* In batches of one to thirty on trees of every shape: what came with the outcome is what is read
 * from the books, to the byte. */
static void a_receipt_comes_with_the_outcome(void **state)
{
    enum { BATCH_MAX = 30 };
    struct fixture *f = *state;
    static struct order orders[BATCH_MAX];
    const struct say good = { .what = STR("good") };
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    for (int count = 1; count <= BATCH_MAX; count++) {
        for (int i = 0; i < count; i++) {
            orders[i] = (struct order){
                .command = &commands[0], .args = &good, .arena = f->arena, .ready = ignore
            };
            assert_true(desk_submit(f->desk, &orders[i]));
        }
        assert_int_equal(desk_run_once(f->desk), count);
        snap_begin(reader, f->arena, 0, &snap);
        for (int i = 0; i < count; i++) {
            struct out given = out_open(f->arena, RECEIPT_BYTES_MAX);
            struct out kept = out_open(f->arena, RECEIPT_BYTES_MAX);
            assert_non_null(orders[i].outcome.receipt);
            assert_true(desk_receipt(&orders[i], &snap.conn, &given));
            assert_true(books_receipt(&snap.conn, orders[i].outcome.first_position, &kept));
            assert_true(str_equal(out_str(&given), out_str(&kept)));
        }
        assert_int_equal(snap_end(&snap), STATUS_OK);
    }
    store_session_close(reader);
}

static void a_key_gives_the_first_answer(void **state)
{
    struct fixture *f = *state;
    struct outcome first = say(f, STR("once"), STR("a-key"));
    struct outcome again = say(f, STR("once"), STR("a-key"));
    assert_true(again.is_repeat);
    assert_int_equal(again.answer.subject.v, first.answer.subject.v);
    assert_true(str_equal(again.answer.text, STR("once")));
    assert_int_equal(again.first_position, first.first_position);
    assert_int_equal(say(f, STR("other"), STR("a-key")).verdict.status, STATUS_KEY_REUSED);
    assert_int_equal(say(f, STR("other"), STR("b-key")).tree_size, 2);
}

static void versions_of_an_object_are_gapless(void **state)
{
    struct fixture *f = *state;
    struct say args = { .what = STR("again"), .object = STR("0123456789ABCDEFGHJKMNPQRS") };
    for (int64_t version = 1; version <= 5; version++) {
        struct order order = { .command = &commands[0], .args = &args, .arena = f->arena };
        desk_do(f->desk, &order);
        assert_int_equal(order.outcome.verdict.status, STATUS_OK);
    }
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    struct ledger_leaf_newest_row newest;
    assert_true(ledger_leaf_newest(&snap.conn,
                                   &(struct ledger_leaf_newest){ .object = args.object }, &newest));
    assert_int_equal(newest.version, 5);
    snap_end(&snap);
    store_session_close(reader);
}

static bool file_holds(struct fixture *f, const char *name, const char *word)
{
    static char bytes[8 << 20];
    char path[128];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/%s%c", f->dir, name, 0);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t n = fread(bytes, 1, sizeof bytes, file);
    assert_true(n < sizeof bytes);
    assert_int_equal(fclose(file), 0);
    return memmem(bytes, n, word, strlen(word)) != NULL;
}

static void count_fault(void *context, struct str sentence)
{
    (void)sentence;
    ++*(int *)context;
}
static const struct fact *fact_named(struct str name)
{
    return str_equal(name, str_of(facts[0].name)) ? &facts[0] : NULL;
}

/* The words and the answer are in no byte of the files; leaf, tree and receipts are what they were.
 */
static void what_is_forgotten_is_in_no_byte(void **state)
{
    static const char secret[] = "7f3a9c nobody may read this";
    struct fixture *f = *state;
    struct str object = STR("0123456789ABCDEFGHJKMNPQRS");
    const struct say says[] = { { str_of(secret), object }, { STR("forget"), object } };
    int faults = 0;
    for (size_t i = 0; i < COUNT(says); i++) {
        struct order order = { .command = &commands[0], .args = &says[i], .arena = f->arena };
        order.key = i == 0 ? STR("its key") : STR_NONE;
        desk_do(f->desk, &order);
        assert_int_equal(order.outcome.verdict.status, STATUS_OK);
        assert_int_equal(file_holds(f, "kheo.db-wal", secret), i == 0);
    }
    assert_false(file_holds(f, "kheo.db", secret));
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    assert_false(desk_recall(&snap.conn, &commands[0], STR("its key"), f->now, f->arena).p != NULL);
    const struct audited_fact *said = audit_fact(&snap.conn, 0);
    assert_non_null(said);
    assert_int_equal(said->opening.fields[0].state, OPENED_HIDDEN);
    assert_int_equal(said->opening.fields[1].state, OPENED_HIDDEN);
    struct audit audit = { .origin = STR("demo.kheo.example/log"),
                           .public = desk_key(f->desk)->public,
                           .fact_named = fact_named,
                           .fault = count_fault,
                           .context = &faults };
    audit_ledger(&snap.conn, &audit);
    assert_int_equal(faults, 0);
    assert_int_equal(audit.leaves, 2);
    assert_int_equal(snap_end(&snap), STATUS_OK);
    store_session_close(reader);
    verify_receipts(f, 2);
    /* Also to whoever sends the same once more: it is a new wish now. */
    assert_false(say(f, str_of(secret), STR("its key")).is_repeat);
}

enum { DATABASE_BYTES_MAX = 2 << 20 };
static struct str file_read(struct fixture *f, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = arena_alloc(f->arena, 1, DATABASE_BYTES_MAX);
    size_t n = fread(bytes, 1, DATABASE_BYTES_MAX, file);
    assert_true(n < DATABASE_BYTES_MAX); /* else a part of it would be put back */
    assert_int_equal(fclose(file), 0);
    return str_span(bytes, n);
}

static void file_write(const char *path, struct str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
    assert_int_equal(fclose(file), 0);
}

/* The database is put back to an older copy while the anchor remembers more. */
static void a_rolled_back_database_is_refused(void **state)
{
    struct fixture *f = *state;
    struct str why = STR_NONE;
    say(f, STR("one"), STR_NONE);
    close_it(f);
    struct str old = file_read(f, f->database);
    assert_int_equal(open_again(f, &why), STATUS_OK);
    say(f, STR("two"), STR_NONE);
    close_it(f);
    file_write(f->database, old);
    assert_int_not_equal(open_again(f, &why), STATUS_OK);
    assert_true(why.n > 0);
    store_close(f->store);
    unlink(f->anchor);
    assert_int_equal(open_again(f, &why), STATUS_OK);
}

/* The last facts stated, their `from` and `to` when it is a jump. */
static int64_t count_of_jumps(struct fixture *f, struct clock_jump *ret_last)
{
    int64_t count = 0;
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    const struct audited_fact *fact = NULL;
    for (int64_t i = 0; (fact = audit_fact(&snap.conn, i)); i++) {
        if (str_equal(fact->leaf.type, STR("clock.jump"))) {
            const struct opened_field *fields = fact->opening.fields;
            count++;
            assert_true(str_to_int(fields[0].value, &ret_last->from.s));
            assert_true(str_to_int(fields[1].value, &ret_last->to.s));
        }
    }
    assert_int_equal(snap_end(&snap), STATUS_OK);
    store_session_close(reader);
    return count;
}

static void a_jump_of_the_clock_is_stated(void **state)
{
    struct fixture *f = *state;
    struct clock_jump jump = { 0 };
    struct str why = STR_NONE;
    const int64_t begin = f->now.s;
    say(f, STR("first"), STR_NONE);
    f->now.s += 7 * DAY_S;
    f->uptime_s += 7 * DAY_S;
    say(f, STR("a week later"), STR_NONE);
    f->now.s -= CLOCK_SLACK_S;
    say(f, STR("what a time server may do"), STR_NONE);
    assert_int_equal(count_of_jumps(f, &jump), 0);

    f->now.s -= 1;
    struct outcome outcome = say(f, STR("set back"), STR_NONE);
    say(f, STR("still behind"), STR_NONE);
    assert_int_equal(count_of_jumps(f, &jump), 1);
    assert_int_equal(jump.from.s, begin + 7 * DAY_S);
    assert_int_equal(jump.to.s, f->now.s);
    assert_int_equal(outcome.first_position, 4);
    assert_int_equal(outcome.leaf_count, 1);

    f->now.s += DAY_S + 60;
    f->uptime_s += 60;
    say(f, STR("a day ahead is believed"), STR_NONE);
    assert_int_equal(count_of_jumps(f, &jump), 1);
    const int64_t expected = f->now.s + 60;
    f->now.s += DAY_S + 61;
    f->uptime_s += 60;
    say(f, STR("a day and a second is not"), STR_NONE);
    assert_int_equal(count_of_jumps(f, &jump), 2);
    assert_int_equal(jump.from.s, expected);
    assert_int_equal(jump.to.s, f->now.s);

    close_it(f);
    const int64_t last = f->now.s;
    f->now.s += DAY_S + 1;
    assert_int_equal(open_again(f, &why), STATUS_OK);
    say(f, STR("opened after two days"), STR_NONE);
    say(f, STR("and going on"), STR_NONE);
    assert_int_equal(count_of_jumps(f, &jump), 3);
    assert_int_equal(jump.from.s, last);
    assert_int_equal(jump.to.s, f->now.s);
}

/* A batch that failed has stated nothing: the next one does. */
static void a_jump_is_not_lost_with_its_batch(void **state)
{
    struct fixture *f = *state;
    struct clock_jump jump = { 0 };
    say(f, STR("first"), STR_NONE);
    f->now.s -= 1000;
    store_fault_after(f->store, 4, STATUS_DISK_FULL);
    assert_int_equal(say(f, STR("lost"), STR_NONE).verdict.status, STATUS_DISK_FULL);
    assert_int_equal(count_of_jumps(f, &jump), 0);
    say(f, STR("second"), STR_NONE);
    assert_int_equal(count_of_jumps(f, &jump), 1);
}

/* The rule was told of rows that are not there, and its refusal would be a lie. */
static void a_rule_that_was_told_too_little_does_not_speak(void **state)
{
    struct fixture *f = *state;
    say(f, STR("first"), STR_NONE);
    store_fault_after(f->store, 4,
                      STATUS_BROKEN); /* begin, forget old keys, mark, the first read */
    assert_int_equal(say(f, STR("refuse"), STR_NONE).verdict.status, STATUS_BROKEN);
    assert_false(store_fault_waits(f->store));
    assert_int_equal(say(f, STR("refuse"), STR_NONE).verdict.status, STATUS_REFUSED);
    assert_int_equal(say(f, STR("second"), STR_NONE).tree_size, 2);
}

static struct str anchored(struct fixture *f)
{
    struct anchor anchor;
    unsigned place;
    struct str file = file_read(f, f->anchor);
    struct out size = out_open(f->arena, 20);
    assert_true(anchor_newest(file, STR("demo.kheo.example/log"), desk_key(f->desk)->public,
                              &anchor, &place));
    out_int(&size, anchor.size);
    return out_str(&size);
}

/* The disk of the anchor fills up after a commit: that one is in doubt, the next are refused, and a
 * retry is not told that all is well before the anchor says so. */
static void an_anchor_that_cannot_be_written(void **state)
{
    struct fixture *f = *state;
    say(f, STR("one"), STR_NONE);
    int kept = dup(f->desk->anchor_file);
    int full = open("/dev/full", O_RDWR | O_CLOEXEC);
    assert_true(kept >= 0 && full >= 0 && dup2(full, f->desk->anchor_file) >= 0);
    assert_int_equal(say(f, STR("two"), STR("a-key")).verdict.status, STATUS_UNCONFIRMED);
    assert_int_equal(say(f, STR("two"), STR("a-key")).verdict.status, STATUS_DISK_FULL);
    assert_int_equal(say(f, STR("three"), STR_NONE).verdict.status, STATUS_DISK_FULL);
    assert_true(str_equal(anchored(f), STR("1")));
    assert_true(dup2(kept, f->desk->anchor_file) >= 0);
    struct outcome again = say(f, STR("two"), STR("a-key"));
    assert_true(again.is_repeat);
    assert_int_equal(again.verdict.status, STATUS_OK);
    assert_true(str_equal(anchored(f), STR("2")));
    assert_int_equal(say(f, STR("three"), STR_NONE).tree_size, 3);
    assert_int_equal(close(kept) | close(full), 0);
}

/* The code and the secret of a report are in the answer and nowhere else: half of one is none. */
static void an_answer_that_does_not_fit_is_asked_for_again(void **state)
{
    struct fixture *f = *state;
    say(f, STR("one"), STR_NONE);
    f->arena->fail_after = 2; /* what a refusal would say comes first */
    assert_int_equal(say(f, STR("two"), STR("a-key")).verdict.status, STATUS_UNCONFIRMED);
    assert_int_equal(f->arena->fail_after, 0);
    struct outcome again = say(f, STR("two"), STR("a-key"));
    assert_int_equal(again.verdict.status, STATUS_OK);
    assert_true(again.is_repeat && str_equal(again.answer.text, STR("two")));
}

static int lose_the_anchor(void *context)
{
    struct fixture *f = context;
    struct str why;
    if (open_again(f, &why) == STATUS_OK) {
        lost_file = f->desk->anchor_file;
        say(f, STR("two"), STR("a-key"));
    }
    return 0;
}

/* Written is not on the disk: without the sync, a power cut would leave an older anchor. Nobody is
 * told anything; a retry finds out. */
static void nobody_is_told_before_the_anchor_is_on_the_disk(void **state)
{
    struct fixture *f = *state;
    struct str why;
    say(f, STR("one"), STR_NONE);
    close_it(f);
    assert_int_equal(status_in_child(lose_the_anchor, f), EXIT_DISK_LOST);
    assert_int_equal(open_again(f, &why), STATUS_OK);
    struct outcome again = say(f, STR("two"), STR("a-key"));
    assert_true(again.is_repeat);
    assert_int_equal(again.tree_size, 2);
}

/* The process died between the commit and the anchor: the first thing that the next one writes. */
static void an_anchor_that_is_behind_is_caught_up(void **state)
{
    struct fixture *f = *state;
    struct str why = STR_NONE;
    say(f, STR("one"), STR_NONE);
    struct str old = file_read(f, f->anchor);
    say(f, STR("two"), STR("a-key"));
    close_it(f);
    file_write(f->anchor, old);
    assert_int_equal(open_again(f, &why), STATUS_OK);
    assert_true(say(f, STR("two"), STR("a-key")).is_repeat);
    assert_true(str_equal(anchored(f), STR("2")));
}

/* The very first write of the anchor was torn: there is no other line, and the house opens. */
static void an_anchor_that_was_torn_at_its_first_write(void **state)
{
    struct fixture *f = *state;
    struct str why = STR_NONE;
    say(f, STR("one"), STR("a-key"));
    close_it(f);
    struct str whole = file_read(f, f->anchor);
    file_write(f->anchor, str_slice(whole, 0, whole.n - 20));
    assert_int_equal(open_again(f, &why), STATUS_OK);
    assert_true(say(f, STR("one"), STR("a-key")).is_repeat);
    assert_true(str_equal(anchored(f), STR("1")));
    say(f, STR("two"), STR_NONE);
    close_it(f);
    whole = file_read(f, f->anchor);
    file_write(f->anchor, str_slice(whole, 0, 20));
    assert_int_not_equal(open_again(f, &why), STATUS_OK);
    assert_true(why.n > 0);
}

static void time_never_goes_back(void **state)
{
    struct fixture *f = *state;
    say(f, STR("now"), STR_NONE);
    f->now.s -= 1000;
    say(f, STR("earlier"), STR_NONE);
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    struct ledger_checkpoint_newest_row head;
    assert_true(ledger_checkpoint_newest(&snap.conn, &head));
    assert_int_equal(head.at.s, f->now.s + 1000);
    snap_end(&snap);
    store_session_close(reader);
}

#define DESK_TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(every_fact_has_a_receipt_that_verifies),
        DESK_TEST(a_refusal_leaves_no_trace),
        DESK_TEST(a_batch_loses_only_its_bad_commands),
        DESK_TEST(a_receipt_comes_with_the_outcome),
        DESK_TEST(a_key_gives_the_first_answer),
        DESK_TEST(versions_of_an_object_are_gapless),
        DESK_TEST(what_is_forgotten_is_in_no_byte),
        DESK_TEST(a_rolled_back_database_is_refused),
        DESK_TEST(an_anchor_that_cannot_be_written),
        DESK_TEST(an_answer_that_does_not_fit_is_asked_for_again),
        DESK_TEST(nobody_is_told_before_the_anchor_is_on_the_disk),
        DESK_TEST(an_anchor_that_is_behind_is_caught_up),
        DESK_TEST(an_anchor_that_was_torn_at_its_first_write),
        DESK_TEST(time_never_goes_back),
        DESK_TEST(a_jump_of_the_clock_is_stated),
        DESK_TEST(a_jump_is_not_lost_with_its_batch),
        DESK_TEST(a_rule_that_was_told_too_little_does_not_speak),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
