/* Delivery against a mail server that refuses, hangs up and kills: nothing is lost. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/must.h"
#include "outbox/outbox.h"
#include "outbox/queue.h"
#include "outbox/sender.h"

enum { LETTERS_MAX = 8, LETTER_BYTES = 4096, LINE_BYTES = 512 };

/* --- the mail server: one conversation at a time, a process of its own ------------------------ */

/* Shared with the test's process. */
struct sink {
    int rcpt_code; /* what the next recipient is answered */
    int data_code; /* what the next letter is answered; 0: hang up instead */
    pid_t victim;  /* killed when a letter has arrived, before the answer; 0: nobody */
    int letter_count;
    char letters[LETTERS_MAX][LETTER_BYTES];
};

static bool read_line(FILE *peer, char line[LINE_BYTES])
{
    return fgets(line, LINE_BYTES, peer) != NULL;
}

static bool take_letter(struct sink *sink, FILE *peer)
{
    char line[LINE_BYTES];
    must(sink->letter_count < LETTERS_MAX);
    struct out letter = out_fixed(sink->letters[sink->letter_count], LETTER_BYTES - 1);
    while (read_line(peer, line) && strcmp(line, ".\r\n") != 0) {
        out_str_raw(&letter, str_of(line));
    }
    sink->letters[sink->letter_count++][letter.n] = '\0';
    if (sink->victim) {
        kill(sink->victim, SIGKILL);
        sink->victim = 0;
    }
    if (sink->data_code) {
        fprintf(peer, "%d so it is\r\n", sink->data_code);
    }
    return sink->data_code != 0;
}

static void converse(struct sink *sink, FILE *peer)
{
    char line[LINE_BYTES];
    fprintf(peer, "220 sink\r\n");
    while (read_line(peer, line)) {
        struct str verb = str_slice(str_of(line), 0, 4);
        if (str_equal_nocase(verb, STR("DATA"))) {
            fprintf(peer, "354 go on\r\n");
            if (!take_letter(sink, peer)) {
                return;
            }
        } else if (str_equal_nocase(verb, STR("RCPT"))) {
            fprintf(peer, "%d so it is\r\n", sink->rcpt_code);
        } else if (str_equal_nocase(verb, STR("QUIT"))) {
            fprintf(peer, "221 bye\r\n");
            return;
        } else {
            fprintf(peer, "250 ok\r\n");
        }
    }
}

/* --- a house with a queue and nothing else ---------------------------------------------------- */

struct fixture {
    char dir[64];
    char database[96];
    char anchor[96];
    char url[64];
    struct store *store;
    struct service services[2];
    struct desk *desk;
    struct sender *sender;
    struct arena *arena;
    struct instant now;
    struct sink *sink;
    pid_t sink_process;
};

/* A service of the test's own, whose commands put letters and take them back. */
struct put {
    struct str recipient;
    struct str subject;
    struct str key;
    int64_t about;
    int64_t wait_s;
};
static const struct field put_fields[] = { FIELD(struct put, key) };
static const struct record put_record = RECORD("put", struct put, put_fields);

static struct verdict apply_put(struct deed *deed, const void *args, struct answer *ret)
{
    const struct put *put = args;
    (void)ret;
    outbox_put(deed, &(struct outbox_letter){ .channel = OUTBOX_MAIL,
                                              .recipient = put->recipient,
                                              .subject = put->subject,
                                              .body = STR("Chào bà con."),
                                              .link = STR("/t/PX"),
                                              .about = { put->about },
                                              .key = put->key,
                                              .wait_s = put->wait_s });
    return VERDICT_OK;
}

static struct verdict apply_withdraw(struct deed *deed, const void *args, struct answer *ret)
{
    const struct put *put = args;
    (void)ret;
    outbox_withdraw(deed, (struct id){ put->about });
    return VERDICT_OK;
}

static const struct command commands[] = {
    { "test.put", &put_record, NULL, apply_put, "Put a letter." },
    { "test.withdraw", &put_record, NULL, apply_withdraw, "Take letters back." },
};

static struct instant test_clock(void *context)
{
    return *(struct instant *)context;
}

static void open_house(struct fixture *f)
{
    struct str why = STR_NONE;
    f->services[0] =
        (struct service){ .name = "test", .commands = commands, .command_count = COUNT(commands) };
    f->services[1] = outbox_service;
    must(store_open(f->database, true, &f->store, &why) == STATUS_OK);
    must(store_migrate(f->store, &schema, &(struct str){ 0 }) == STATUS_OK);
    struct desk_settings settings = {
        .store = f->store,
        .services = f->services,
        .service_count = COUNT(f->services),
        .origin = "demo.kheo.example/log",
        .anchor_path = f->anchor,
        .key = sign_key_from_seed((const uint8_t[32]){ 7 }),
        .clock = test_clock,
        .clock_context = &f->now,
    };
    must(desk_open(&settings, &f->desk, &why) == STATUS_OK);
    struct sender_settings sender = {
        .store = f->store,
        .desk = f->desk,
        .base_url = STR("https://kheo.example"),
        .carrier = { .smtp_url = f->url, .mail_from = "kheo@hue.vn" },
    };
    f->sender = sender_open(&sender, &why);
    must(f->sender);
}

static void close_house(struct fixture *f)
{
    sender_close(f->sender);
    desk_close(f->desk);
    store_close(f->store);
}

/* The server is forked before the house is opened: databases do not survive a fork. */
static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct sockaddr_in any = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t n = sizeof any;
    log_set_level(LEVEL_ERROR);
    must(f && crypt_start());
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(bind(listener, (const struct sockaddr *)&any, n) == 0 && listen(listener, 8) == 0 &&
         getsockname(listener, (struct sockaddr *)&any, &n) == 0);
    f->sink =
        mmap(NULL, sizeof *f->sink, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(f->sink != MAP_FAILED);
    f->sink->rcpt_code = 250;
    f->sink->data_code = 250;
    f->sink_process = fork();
    while (f->sink_process == 0) {
        FILE *peer = fdopen(accept(listener, NULL, NULL), "r+");
        converse(f->sink, peer);
        fclose(peer);
    }
    close(listener);
    memcpy(f->dir, "/tmp/kheo-outbox-XXXXXX", sizeof "/tmp/kheo-outbox-XXXXXX");
    must(mkdtemp(f->dir));
    struct out url = out_fixed(f->url, sizeof f->url);
    out_printf(&url, "smtp://127.0.0.1:%d%c", ntohs(any.sin_port), 0);
    struct out database = out_fixed(f->database, sizeof f->database);
    out_printf(&database, "%s/kheo.db%c", f->dir, 0);
    struct out anchor = out_fixed(f->anchor, sizeof f->anchor);
    out_printf(&anchor, "%s/head%c", f->dir, 0);
    f->now = (struct instant){ 1795300000 };
    f->arena = arena_create(REQUEST_ARENA_BYTES);
    open_house(f);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = { "kheo.db", "kheo.db-wal", "kheo.db-shm", "kheo.db.lock",
                                         "head" };
    close_house(f);
    kill(f->sink_process, SIGKILL);
    waitpid(f->sink_process, NULL, 0);
    munmap(f->sink, sizeof *f->sink);
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[128];
        struct out out = out_fixed(path, sizeof path);
        out_printf(&out, "%s/%s%c", f->dir, names[i], 0);
        unlink(path);
    }
    rmdir(f->dir);
    arena_destroy(f->arena);
    free(f);
    return 0;
}

static enum status act(struct fixture *f, const struct command *command, const void *args)
{
    struct order order = {
        .command = command, .args = args, .arena = f->arena, .author = { .is_clock = true }
    };
    desk_do(f->desk, &order);
    return order.outcome.verdict.status;
}

static void put(struct fixture *f, struct put put)
{
    put.recipient = put.recipient.p ? put.recipient : STR("lan@mail.vn");
    put.subject = put.subject.p ? put.subject : STR("Tin");
    put.key = put.key.p ? put.key : STR("k");
    assert_int_equal(act(f, &commands[0], &put), STATUS_OK);
}

static void pass(struct fixture *f, int64_t seconds)
{
    f->now.s += seconds;
    sender_run_once(f->sender, f->now);
}

static struct outbox_items look(struct fixture *f, enum outbox_state state)
{
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    struct outbox_items items = outbox_look(&snap.conn, state, INT64_MAX, 50);
    must(snap_end(&snap) == STATUS_OK);
    store_session_close(reader);
    return items;
}

static bool has_left(struct fixture *f, int64_t about)
{
    struct session *reader = store_reader_open(f->store);
    struct snap snap;
    snap_begin(reader, f->arena, 0, &snap);
    bool has = outbox_has_left(&snap.conn, (struct id){ about });
    must(snap_end(&snap) == STATUS_OK);
    store_session_close(reader);
    return has;
}

static struct str message_id(const struct sink *sink, int letter)
{
    struct str text = str_of(sink->letters[letter]);
    struct str rest = str_slice(text, str_find(text, STR("Message-ID:")), text.n);
    return str_cut(&rest, '\n');
}

/* --- what is promised ------------------------------------------------------------------------- */

static void a_letter_arrives_once_and_is_forgotten(void **state)
{
    struct fixture *f = *state;
    put(f, (struct put){ .about = 7 });
    assert_false(has_left(f, 7));
    pass(f, 0);
    assert_int_equal(f->sink->letter_count, 1);
    assert_non_null(strstr(f->sink->letters[0], "To: <lan@mail.vn>\r\n"));
    assert_true(has_left(f, 7));
    struct outbox_items sent = look(f, OUTBOX_SENT);
    assert_int_equal(sent.count, 1);
    assert_null(sent.items[0].recipient.p);
    assert_int_equal(sent.items[0].sent_at.s, f->now.s);
    for (int i = 0; i < 5; i++) {
        pass(f, DAY_S);
    }
    assert_int_equal(f->sink->letter_count, 1);
    put(f, (struct put){ .about = 7 });
    pass(f, DAY_S);
    assert_int_equal(f->sink->letter_count, 1);
    put(f, (struct put){ .recipient = STR("mai@mail.vn") });
    pass(f, 0);
    assert_int_equal(f->sink->letter_count, 2);
}

static void a_busy_server_is_asked_again_later(void **state)
{
    struct fixture *f = *state;
    f->sink->rcpt_code = 451;
    put(f, (struct put){ .about = 7 });
    pass(f, 0);
    struct outbox_items failed = look(f, OUTBOX_FAILED);
    assert_int_equal(failed.count, 1);
    assert_int_equal(failed.items[0].tries, 1);
    assert_true(str_equal(failed.items[0].recipient, STR("l…@mail.vn")));
    f->sink->rcpt_code = 250;
    pass(f, OUTBOX_RETRY_S - 1);
    assert_int_equal(f->sink->letter_count, 0);
    pass(f, 1);
    assert_int_equal(f->sink->letter_count, 1);
    assert_int_equal(look(f, OUTBOX_SENT).count, 1);
}

static void an_unknown_recipient_is_given_up_at_once(void **state)
{
    struct fixture *f = *state;
    f->sink->rcpt_code = 550;
    put(f, (struct put){ .about = 7 });
    pass(f, 0);
    struct outbox_items given_up = look(f, OUTBOX_GIVEN_UP);
    assert_int_equal(given_up.count, 1);
    f->sink->rcpt_code = 250;
    pass(f, DAY_S);
    assert_int_equal(f->sink->letter_count, 0);
    struct outbox_one one = { given_up.items[0].id };
    assert_int_equal(act(f, &outbox_commands[OUTBOX_COMMAND_RETRY], &one), STATUS_OK);
    pass(f, 0);
    assert_int_equal(f->sink->letter_count, 1);
    assert_int_equal(act(f, &outbox_commands[OUTBOX_COMMAND_RETRY], &one), STATUS_REFUSED);
}

/* It hangs up, every time; the waits double, and then somebody has to look. */
static void in_the_end_it_is_given_up(void **state)
{
    struct fixture *f = *state;
    f->sink->rcpt_code = 421;
    put(f, (struct put){ .about = 7 });
    int64_t last = 0;
    int64_t began = f->now.s;
    pass(f, 0);
    for (struct outbox_items failed = look(f, OUTBOX_FAILED); failed.count > 0;
         failed = look(f, OUTBOX_FAILED)) {
        int64_t wait = failed.items[0].next_try_at.s - f->now.s;
        assert_true(wait >= last && wait >= OUTBOX_RETRY_S && wait <= OUTBOX_RETRY_S_MAX);
        assert_true(failed.items[0].tries <= OUTBOX_TRIES_MAX);
        last = wait;
        pass(f, wait);
    }
    struct outbox_items given_up = look(f, OUTBOX_GIVEN_UP);
    assert_int_equal(given_up.count, 1);
    assert_int_equal(given_up.items[0].tries, OUTBOX_TRIES_MAX);
    assert_true(f->now.s - began > (int64_t)2 * DAY_S);
    assert_int_equal(f->sink->letter_count, 0);
}

static void headers_cannot_be_smuggled_in(void **state)
{
    struct fixture *f = *state;
    static const struct put evil[] = {
        { .recipient = STR_INIT("lan@mail.vn\r\nBcc: all@hue.vn"), .key = STR_INIT("1") },
        { .recipient = STR_INIT("lan@mail.vn> <all@hue.vn"), .key = STR_INIT("2") },
        { .subject = STR_INIT("Tin\r\nBcc: all@hue.vn"), .key = STR_INIT("3") },
        { .subject = STR_INIT("Tin\n\nThư khác"), .key = STR_INIT("4") },
        { .recipient = STR_INIT("nobody"), .key = STR_INIT("5") },
    };
    for (size_t i = 0; i < COUNT(evil); i++) {
        put(f, evil[i]);
    }
    assert_int_equal(look(f, OUTBOX_GIVEN_UP).count, COUNT(evil));
    pass(f, DAY_S);
    struct outbox_items given_up = look(f, OUTBOX_GIVEN_UP);
    for (size_t i = 0; i < given_up.count; i++) {
        assert_int_equal(act(f, &outbox_commands[OUTBOX_COMMAND_RETRY],
                             &(struct outbox_one){ given_up.items[i].id }),
                         STATUS_OK);
    }
    pass(f, 0);
    assert_int_equal(look(f, OUTBOX_GIVEN_UP).count, COUNT(evil));
    assert_int_equal(f->sink->letter_count, 0);
}

static void what_has_not_left_can_be_withdrawn(void **state)
{
    struct fixture *f = *state;
    put(f, (struct put){ .about = 7, .wait_s = 300 });
    pass(f, 299);
    assert_int_equal(f->sink->letter_count, 0);
    assert_int_equal(act(f, &commands[1], &(struct put){ .about = 7 }), STATUS_OK);
    pass(f, DAY_S);
    assert_int_equal(f->sink->letter_count, 0);
    put(f, (struct put){ .about = 8, .wait_s = 300 });
    f->sink->rcpt_code = 451;
    pass(f, 300);
    assert_true(has_left(f, 8));
    assert_int_equal(act(f, &commands[1], &(struct put){ .about = 8 }), STATUS_OK);
    assert_int_equal(look(f, OUTBOX_FAILED).count, 1);
}

static void old_news_is_not_sent(void **state)
{
    struct fixture *f = *state;
    put(f, (struct put){ .about = 7 });
    pass(f, OUTBOX_STALE_S + 1);
    assert_int_equal(f->sink->letter_count, 0);
    assert_int_equal(look(f, OUTBOX_GIVEN_UP).count, 1);
    f->now.s += OUTBOX_KEEP_S;
    assert_int_equal(act(f, &outbox_commands[OUTBOX_COMMAND_SWEEP], NULL), STATUS_OK);
    assert_int_equal(look(f, OUTBOX_GIVEN_UP).count, 0);
}

/* The server has the letter, and the machine dies before it hears so. */
static void after_a_kill_the_same_letter_comes_again(void **state)
{
    struct fixture *f = *state;
    int status = 0;
    put(f, (struct put){ .about = 7 });
    close_house(f);
    pid_t child = fork();
    if (child == 0) {
        f->sink->victim = getpid();
        open_house(f);
        sender_run_once(f->sender, f->now);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(f->sink->letter_count, 1);
    open_house(f);
    assert_true(has_left(f, 7));
    pass(f, OUTBOX_RETRY_S - 1);
    assert_int_equal(f->sink->letter_count, 1);
    pass(f, 1);
    assert_int_equal(f->sink->letter_count, 2);
    assert_true(str_equal(message_id(f->sink, 0), message_id(f->sink, 1)));
    assert_true(message_id(f->sink, 0).n > 32);
    pass(f, DAY_S);
    assert_int_equal(f->sink->letter_count, 2);
    assert_int_equal(look(f, OUTBOX_SENT).count, 1);
}

/* The line breaks before the answer: the letter may have arrived, so it comes again. */
static void a_broken_line_is_no_arrival(void **state)
{
    struct fixture *f = *state;
    f->sink->data_code = 0;
    put(f, (struct put){ .about = 7 });
    pass(f, 0);
    assert_int_equal(look(f, OUTBOX_FAILED).count, 1);
    f->sink->data_code = 250;
    pass(f, OUTBOX_RETRY_S);
    assert_int_equal(look(f, OUTBOX_SENT).count, 1);
    assert_true(str_equal(message_id(f->sink, 0), message_id(f->sink, 1)));
}

static void only_the_clock_says_what_was_sent(void **state)
{
    struct fixture *f = *state;
    put(f, (struct put){ .about = 7 });
    int64_t id = look(f, OUTBOX_WAITING).items[0].id;
    const struct outbox_take take = { .id = id, .retry_s = 60 };
    const struct outbox_failed failed = { .id = id, .fault = STR("rejected") };
    const struct outbox_channels channels = { .mail = false };
    const void *args[] = {
        [OUTBOX_COMMAND_RETRY] = &take,    [OUTBOX_COMMAND_SWEEP] = NULL,
        [OUTBOX_COMMAND_TAKE] = &take,     [OUTBOX_COMMAND_SENT] = &take,
        [OUTBOX_COMMAND_FAILED] = &failed, [OUTBOX_COMMAND_CHANNELS] = &channels
    };
    for (size_t i = 0; i < OUTBOX_COMMAND_COUNT; i++) {
        struct order order = { .command = &outbox_commands[i], .args = args[i], .arena = f->arena };
        desk_do(f->desk, &order);
        assert_int_equal(order.outcome.verdict.status, STATUS_FORBIDDEN);
    }
    assert_int_equal(look(f, OUTBOX_WAITING).count, 1);
}

/* With its thread, and stopped in the middle. */
static void the_thread_delivers_and_stops(void **state)
{
    struct fixture *f = *state;
    assert_true(desk_start(f->desk));
    f->now = instant_now();
    put(f, (struct put){ .about = 7 });
    assert_true(sender_start(f->sender));
    for (int i = 0; i < 100 && look(f, OUTBOX_SENT).count == 0; i++) {
        f->now = instant_now();
        usleep(100000);
    }
    assert_int_equal(f->sink->letter_count, 1);
    sender_close(f->sender);
    desk_stop(f->desk);
    desk_close(f->desk);
    store_close(f->store);
    open_house(f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_letter_arrives_once_and_is_forgotten),
        TEST(a_busy_server_is_asked_again_later),
        TEST(an_unknown_recipient_is_given_up_at_once),
        TEST(in_the_end_it_is_given_up),
        TEST(headers_cannot_be_smuggled_in),
        TEST(what_has_not_left_can_be_withdrawn),
        TEST(old_news_is_not_sent),
        TEST(after_a_kill_the_same_letter_comes_again),
        TEST(a_broken_line_is_no_arrival),
        TEST(only_the_clock_says_what_was_sent),
        TEST(the_thread_delivers_and_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
