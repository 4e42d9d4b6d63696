/* Torture: each act of each story with its n-th allocation, statement, write or sync failing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/disk.h"
#include "desk/books.h"
#include "main/commands.h"
#include "store/fault.h"
#include "story.h"
#include "studio/studio.h"
#include "text/tongue.h"
#include "torture_fault.h"
#include "torture_wire.h"
#include "web/headers.h"
#include "web/request.h"

/* usage: torture [--seed N] [--all] STORY…
 *
 * A story is played in a house on disk. Before each of its acts (a request, a span of time, a
 * command of the console) the folder is copied; the act is done and its chances to fail are
 * counted; then, for each chosen n, a process of its own opens a copy of the folder and does the
 * act with the n-th failing. Its answer must be the usual one or a whole page of a failure,
 * `kheo check` must find nothing, and the same bytes sent again must come to what they came to
 * without the fault: the lines of the story up to the next act say so. Of a sync that failed there
 * is no answer, for it ends the server; the next one must find all in order.
 *
 * All of a fault's places are some hundred thousand. Without --all the seed draws some for each
 * act. With it, statements, writes and sends come one by one until there are no more; pieces of
 * memory in strides (STRIDE=1: each). */
enum {
    ONE_IN = 8, /* acts, without --all, for each kind of fault */
    STRIDE_ALL = 97,
    ROUNDS = 40, /* of the same fault, when we look for what it leaves behind */
    FOLDER_CHARS = 64,
};

/* How a process that tried one fault ends. */
enum trial_end { HELD, FELL, NOT_REACHED };

/* Shared by all processes. */
struct score {
    atomic_uint acts;
    atomic_uint tried[FAULT_KINDS];
    atomic_uint fired[FAULT_KINDS];
    atomic_uint shown[FAULT_KINDS]; /* to the visitor, as a page of failure */
    atomic_uint leaks_sought;
    atomic_uint done_unsaid;
};

/* What an act came to without a fault. */
struct usual {
    bool is_done;
    int http_status; /* 0: the act is no request */
    size_t body_bytes;
    bool has_key; /* not the console, and some of the API */
    unsigned counts[FAULT_KINDS];
};

struct torture {
    struct story story; /* the first, because acts know no more of us */
    struct score *score;
    uint64_t seed;
    bool is_all;
    unsigned acts;
    char before[FOLDER_CHARS]; /* the folder as it was before the act */
    /* Of a process that tries one fault. */
    bool is_trial;
    enum fault_kind kind;
    unsigned n;
    unsigned choice;
};

static int play_all(char **paths, int count, const struct torture *model);
static bool play_tortured(const char *path, const struct torture *model);
static bool torment(struct story *story, act_fn *act, const void *what);
static bool try_faults(struct torture *t, act_fn *act, const void *what, int pipe_end);
static bool try_fault(struct torture *t, act_fn *act, const void *what, const struct usual *usual);
static bool ends_server(struct torture *t, act_fn *act, const void *what, int64_t *ret_leaves);
static bool is_borne(struct torture *t, act_fn *act, const void *what, const struct usual *usual,
                     bool *ret_has_cookie);
static bool open_house(struct torture *t);
static void leave(struct torture *t, enum trial_end outcome);
static int64_t leaves_of(struct story *story);
static bool asks_to_sign_in(const struct story *story);
static bool is_told_to_begin_anew(const struct story *story);
static bool has_new_cookie(const struct story *story, const struct usual *usual);
static bool answer_is_proper(struct torture *t, bool is_done, const struct usual *usual);
static bool check_is_clean(struct torture *t);
static bool leaves_nothing(struct torture *t, act_fn *act, const void *what);
static void copy_folder(const char *from, char to[FOLDER_CHARS]);
static uint64_t draw(uint64_t *state);
static int tell_counts(const struct torture *model, unsigned number);

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    struct torture model = { .story = { .around = torment }, .seed = (uint64_t)getpid() };
    int first = 1;
    for (; first < argc && argv[first][0] == '-'; first++) {
        if (strcmp(argv[first], "--all") == 0) {
            model.is_all = true;
        } else if (strcmp(argv[first], "--seed") == 0 && first + 1 < argc) {
            model.seed = strtoull(argv[++first], NULL, 10);
        } else {
            fprintf(stderr, "usage: torture [--seed N] [--all] STORY...\n");
            return 2;
        }
    }
    model.score =
        mmap(NULL, sizeof *model.score, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(model.score != MAP_FAILED);
    faults_install();
    printf("# seed %llu\n", (unsigned long long)model.seed);
    int failed = play_all(argv + first, argc - first, &model);
    failed += tell_counts(&model, (unsigned)(argc - first));
    return failed ? 1 : 0;
}

/* As many stories at a time as there are processors. */
static int play_all(char **paths, int count, const struct torture *model)
{
    long at_once = sysconf(_SC_NPROCESSORS_ONLN);
    long running = 0;
    int failed = 0;
    for (int i = 0; i < count || running > 0;) {
        if (i < count && running < at_once) {
            (void)fflush(stdout);
            pid_t child = fork();
            must(child >= 0);
            if (child == 0) {
                bool is_good = play_tortured(paths[i], model);
                printf("%s %d - %s\n", is_good ? "ok" : "not ok", i + 1, paths[i]);
                (void)fflush(stdout);
                _exit(is_good ? 0 : 1);
            }
            i++;
            running++;
            continue;
        }
        int status = 0;
        must(wait(&status) > 0);
        if (WIFSIGNALED(status)) {
            printf("not ok - a story ended with signal %d\n", WTERMSIG(status));
        }
        failed += status != 0;
        running--;
    }
    return failed;
}

static bool play_tortured(const char *path, const struct torture *model)
{
    struct torture t = *model;
    for (const char *c = path; *c; c++) {
        t.seed = t.seed * 31 + (uint8_t)*c;
    }
    bool is_good = story_play(&t.story, path);
    if (t.is_trial) {
        leave(&t, is_good ? HELD : FELL);
    }
    return is_good;
}

static void leave(struct torture *t, enum trial_end outcome)
{
    if (outcome == FELL) {
        printf("#   with %s %u failing (choice %u), seed %llu\n", fault_names[t->kind], t->n,
               t->choice, (unsigned long long)t->seed);
    }
    (void)fflush(stdout);
    story_remove_folder(t->story.folder);
    _exit((int)outcome);
}

/* --- an act ----------------------------------------------------------------------------------- */

static struct usual do_and_count(struct torture *t, act_fn *act, const void *what)
{
    struct story *story = &t->story;
    struct usual usual = { 0 };
    struct exchange *last = story->exchange;
    fault_arm(FAULT_KINDS, 0, 0, story->house.store);
    usual.is_done = act(story, what);
    (void)fault_disarm(story->house.store);
    for (int kind = 0; kind < FAULT_KINDS; kind++) {
        usual.counts[kind] = fault_count((enum fault_kind)kind);
    }
    if (story->exchange != last && story->exchange) {
        usual.http_status = exchange_reply(story->exchange)->http_status;
        usual.body_bytes = reply_body(exchange_reply(story->exchange)).n;
        usual.has_key = story->exchange->visit.order && story->exchange->visit.order->key.p;
        usual.counts[FAULT_SEND] = 1; /* at least; we have not gone over a socket */
    }
    return usual;
}

/* The processes that try faults come from one that was there before the act was done. */
static bool torment(struct story *story, act_fn *act, const void *what)
{
    struct torture *t = (struct torture *)(void *)story;
    int ends[2];
    if (t->is_trial) {
        leave(t, HELD);
    }
    faults_spare(story->arena);
    copy_folder(story->folder, t->before);
    t->acts++;
    must(pipe(ends) == 0);
    (void)fflush(stdout);
    pid_t trials = fork();
    must(trials >= 0);
    if (trials == 0) {
        close(ends[1]);
        return try_faults(t, act, what, ends[0]);
    }
    close(ends[0]);
    /* An exchange of its own, so that one can see whether the act was a request. */
    if (story->exchange) {
        exchange_close(story->exchange);
        story->exchange = NULL;
    }
    struct usual usual = do_and_count(t, act, what);
    must(write(ends[1], &usual, sizeof usual) == sizeof usual);
    close(ends[1]);
    int status = 0;
    must(waitpid(trials, &status, 0) == trials);
    story_remove_folder(t->before);
    atomic_fetch_add(&t->score->acts, 1);
    if (status != 0 && usual.is_done) {
        return story_fail(story, "does not bear every fault");
    }
    return usual.is_done;
}

/* Tries one fault in a process of its own. True in that process, which then goes on. */
static bool fork_trial(struct torture *t, enum trial_end *ret)
{
    int status = 0;
    (void)fflush(stdout);
    pid_t trial = fork();
    must(trial >= 0);
    if (trial == 0) {
        return true;
    }
    atomic_fetch_add(&t->score->tried[t->kind], 1);
    must(waitpid(trial, &status, 0) == trial);
    if (WIFSIGNALED(status)) {
        printf("# %s:%u: signal %d with %s %u failing (choice %u), seed %llu\n", t->story.path,
               t->story.line, WTERMSIG(status), fault_names[t->kind], t->n, t->choice,
               (unsigned long long)t->seed);
    }
    *ret = WIFEXITED(status) ? (enum trial_end)WEXITSTATUS(status) : FELL;
    return false;
}

static unsigned first_n(const struct torture *t, uint64_t *state, unsigned count)
{
    if (t->is_all || count == 0) {
        return count > 0;
    }
    uint64_t drawn = draw(state);
    return drawn % ONE_IN == 0 ? 1 + (unsigned)(drawn / ONE_IN % count) : 0;
}

static unsigned stride_of(const struct torture *t)
{
    const char *asked = getenv("STRIDE");
    bool is_memory = t->kind == FAULT_ARENA || t->kind == FAULT_HEAP;
    return !is_memory ? 1 : asked ? (unsigned)strtoul(asked, NULL, 10) : STRIDE_ALL;
}

static bool try_faults(struct torture *t, act_fn *act, const void *what, int pipe_end)
{
    struct usual usual = { 0 };
    must(read(pipe_end, &usual, sizeof usual) == sizeof usual);
    close(pipe_end);
    bool is_good = true;
    uint64_t state = t->seed + t->acts;
    for (int kind = 0; kind < FAULT_KINDS && usual.is_done; kind++) {
        enum trial_end outcome = HELD;
        t->kind = (enum fault_kind)kind;
        t->n = first_n(t, &state, usual.counts[kind]);
        while (t->n > 0 && outcome != NOT_REACHED) {
            t->choice = (unsigned)(draw(&state) >> 40);
            if (fork_trial(t, &outcome)) {
                return try_fault(t, act, what, &usual);
            }
            is_good = is_good && outcome != FELL;
            t->n = t->is_all ? t->n + stride_of(t) : 0;
        }
    }
    (void)fflush(stdout);
    _exit(is_good ? 0 : 1);
}

/* --- one fault -------------------------------------------------------------------------------- */

/* True in the end when the story may go on. */
static bool try_fault(struct torture *t, act_fn *act, const void *what, const struct usual *usual)
{
    struct story *story = &t->story;
    int64_t leaves = 0;
    bool has_cookie = false;
    bool is_committed = true; /* of a server that ended nobody knows */
    t->is_trial = true;
    copy_folder(t->before, story->folder);
    story->exchange = NULL;
    bool ends = t->kind == FAULT_SYNC;
    if ((ends && !ends_server(t, act, what, &leaves)) || !open_house(t)) {
        return false;
    }
    if (!ends) {
        leaves = leaves_of(story);
        uint64_t commits = desk_commits(story->house.desk);
        if (!is_borne(t, act, what, usual, &has_cookie)) {
            return false;
        }
        is_committed = desk_commits(story->house.desk) > commits;
    }
    if (!check_is_clean(t)) {
        return false;
    }
    if (ends && !usual->http_status) {
        leave(t, HELD); /* of a span of time nobody knows how much had passed */
    }
    if (leaves_of(story) > leaves && !usual->has_key) {
        /* Done, though the answer did not say so; without a key it would be done twice. */
        atomic_fetch_add(&t->score->done_unsaid, 1);
        leave(t, HELD);
    }
    if (has_cookie) {
        return true; /* the browser would send that one now, and these bytes have the old one */
    }
    if (!act(story, what)) {
        return false;
    }
    int status = usual->http_status ? exchange_reply(story->exchange)->http_status : 0;
    if (is_committed && (status == 403 || status == 404 || status == 422 || status == 429)) {
        /* What was done has closed the page to its sender, or changed what it asks for: a transfer,
         * a sign-out, a new password, one try fewer. */
        leave(t, HELD);
    }
    if (is_committed && status && asks_to_sign_in(story)) {
        /* The session that was opened is known to the answer alone, and it was lost. */
        leave(t, HELD);
    }
    if (usual->http_status == 422 && status == 409 && is_told_to_begin_anew(story)) {
        leave(t, HELD);
    }
    return status == usual->http_status ||
           story_fail(story, "sent again it came to %d, not %d: %.*s", status, usual->http_status,
                      STR_ARG(reply_body(exchange_reply(story->exchange))));
}

/* Who has which case open, and who tried how often, is known to the process alone. */
static bool open_house(struct torture *t)
{
    const struct server *before = t->story.house.server;
    if (!story_open_house(&t->story)) {
        return false;
    }
    t->story.house.server->presence = before->presence;
    t->story.house.server->rates = before->rates;
    return true;
}

/* The server with the fault, in a process of its own; gives the leaves there were before. */
static bool ends_server(struct torture *t, act_fn *act, const void *what, int64_t *ret_leaves)
{
    struct story *story = &t->story;
    int ends[2];
    int status = 0;
    (void)fflush(stdout);
    must(pipe(ends) == 0);
    pid_t server = fork();
    must(server >= 0);
    if (server == 0) {
        int64_t leaves = open_house(t) ? leaves_of(story) : 0;
        must(write(ends[1], &leaves, sizeof leaves) == sizeof leaves);
        fault_arm(t->kind, t->n, t->choice, story->house.store);
        (void)act(story, what);
        _exit(fault_disarm(story->house.store) ? FELL : NOT_REACHED);
    }
    close(ends[1]);
    must(read(ends[0], ret_leaves, sizeof *ret_leaves) == sizeof *ret_leaves);
    close(ends[0]);
    must(waitpid(server, &status, 0) == server);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (code == NOT_REACHED) {
        leave(t, NOT_REACHED);
    }
    atomic_fetch_add(&t->score->fired[t->kind], 1);
    return code == EXIT_DISK_LOST ||
           story_fail(story, "a sync failed, and the server ended with %d", code);
}

static bool is_borne(struct torture *t, act_fn *act, const void *what, const struct usual *usual,
                     bool *ret_has_cookie)
{
    struct story *story = &t->story;
    story->carry = t->kind == FAULT_SEND ? carry_by_wire : NULL;
    fault_arm(t->kind, t->n, t->choice, story->house.store);
    bool is_done = act(story, what);
    if (!fault_disarm(story->house.store)) {
        leave(t, NOT_REACHED);
    }
    atomic_fetch_add(&t->score->fired[t->kind], 1);
    if (!answer_is_proper(t, is_done, usual)) {
        return false;
    }
    bool is_clean = t->choice % 16 != 0 || t->kind == FAULT_SEND || leaves_nothing(t, act, what);
    *ret_has_cookie = is_done && has_new_cookie(story, usual);
    return is_clean;
}

static int64_t leaves_of(struct story *story)
{
    struct snap snap = { 0 };
    int64_t size = 0;
    snap_begin(story->worker->session, story->arena, 0, &snap);
    (void)books_checkpoint(&snap.conn, &size);
    must(snap_end(&snap) == STATUS_OK);
    return size;
}

static bool has_new_cookie(const struct story *story, const struct usual *usual)
{
    const struct reply *reply = story->exchange ? exchange_reply(story->exchange) : NULL;
    return reply && reply->http_status == usual->http_status && headers_have(reply, "Set-Cookie");
}

/* By leading there, or, where a form that was sent is kept, by the very page. */
static bool asks_to_sign_in(const struct story *story)
{
    const struct reply *reply = exchange_reply(story->exchange);
    struct str form = STR("action=\"/dang-nhap\"");
    struct str body = reply_body(reply);
    return str_starts(headers_get(reply, "Location"), STR("/dang-nhap")) ||
           str_find(body, form) < body.n;
}

/* A photo in pieces that do not fit together is refused and forgotten. Where that answer was lost,
 * its last piece, sent again, is told so: nothing of it is there. */
static bool is_told_to_begin_anew(const struct story *story)
{
    return str_equal(headers_get(exchange_reply(story->exchange), "Upload-Offset"), STR("0"));
}

static bool ends_with(struct str text, struct str end)
{
    struct str trimmed = str_trim(text);
    return trimmed.n >= end.n && str_equal(str_slice(trimmed, trimmed.n - end.n, trimmed.n), end);
}

/* Whole, and in our words: the standard page of that status, or a page of the service's own. */
static bool says_why(const struct reply *reply)
{
    struct str body = reply_body(reply);
    const struct tongue *tongue = reply->body.tongue ? reply->body.tongue : tongues[0];
    bool is_said = ends_with(body, STR("</html>"));
    for (int status = STATUS_OK; !is_said && status < STATUS_COUNT; status++) {
        struct str sentence = tongue_text(tongue, status_sentence((enum status)status));
        is_said = status_http((enum status)status) == reply->http_status &&
                  str_find(body, sentence) < body.n && ends_with(body, STR("}"));
    }
    return is_said;
}

/* A drawing of something random differs in a few bytes, and so does a receipt from a tree with one
 * leaf more; a row that is missing differs in more. */
static bool is_as_long(size_t bytes, size_t usual)
{
    size_t apart = bytes > usual ? bytes - usual : usual - bytes;
    return apart <= 64 || apart * 25 <= usual;
}

/* What a fault did to the answer: nothing, or a page that says so. */
static bool answer_is_proper(struct torture *t, bool is_done, const struct usual *usual)
{
    struct story *story = &t->story;
    if (!usual->http_status || !story->exchange) {
        /* No request; or no memory for one, which the wire says by itself. */
        return true;
    }
    const struct reply *reply = exchange_reply(story->exchange);
    struct str body = reply_body(reply);
    bool is_usual = reply->http_status == usual->http_status;
    bool may_be = reply->http_status >= 500 || reply->http_status == status_http(STATUS_CONFLICT);
    if (!is_done) {
        /* A connection that broke has no answer to be judged. */
        return t->kind == FAULT_SEND;
    }
    if (is_usual && (usual->http_status >= 400 || is_as_long(body.n, usual->body_bytes))) {
        return true;
    }
    if (!is_usual && asks_to_sign_in(story)) {
        return true; /* nobody was let in who should not be, and the way in is shown */
    }
    if (is_usual || !may_be || !says_why(reply)) {
        return story_fail(story, "answered %d with %zu bytes, not %d with %zu: %.*s",
                          reply->http_status, body.n, usual->http_status, usual->body_bytes,
                          STR_ARG(body));
    }
    atomic_fetch_add(&t->score->shown[t->kind], 1);
    return true;
}

/* The whole of `kheo check`, with what it prints kept for the case that it finds something. */
static bool check_is_clean(struct torture *t)
{
    struct options options = { .dir = t->story.folder };
    char text[1000];
    (void)fflush(stdout);
    int report = memfd_create("check", MFD_CLOEXEC);
    int screen = dup(STDOUT_FILENO);
    must(report >= 0 && screen >= 0 && dup2(report, STDOUT_FILENO) >= 0);
    int code = check_command(&options);
    (void)fflush(stdout);
    must(dup2(screen, STDOUT_FILENO) >= 0);
    ssize_t n = pread(report, text, sizeof text, 0);
    close(screen);
    close(report);
    return code == 0 || story_fail(&t->story, "check: %.*s", n > 0 ? (int)n : 0, text);
}

/* Pieces of the heap, and open files. */
struct holdings {
    size_t heap_bytes;
    int files;
};

static struct holdings holdings_now(void)
{
    struct holdings held = { .heap_bytes = mallinfo2().uordblks };
    for (int file = 0; file < 256; file++) {
        held.files += fcntl(file, F_GETFD) >= 0;
    }
    return held;
}

/* The same fault again and again must not make the process grow every time. */
static bool leaves_nothing(struct torture *t, act_fn *act, const void *what)
{
    struct story *story = &t->story;
    struct holdings before = { 0 };
    bool heap_grows = true;
    bool files_grow = true;
    for (int round = 0; round < ROUNDS && (heap_grows || files_grow); round++) {
        fault_arm(t->kind, t->n, t->choice, story->house.store);
        (void)act(story, what);
        (void)fault_disarm(story->house.store);
        struct holdings now = holdings_now();
        heap_grows = heap_grows && (round == 0 || now.heap_bytes > before.heap_bytes);
        files_grow = files_grow && (round == 0 || now.files > before.files);
        before = now;
    }
    atomic_fetch_add(&t->score->leaks_sought, 1);
    return (!heap_grows && !files_grow) ||
           story_fail(story, "leaves %s behind each time", heap_grows ? "memory" : "open files");
}

/* --- what was done ---------------------------------------------------------------------------- */

/* A fault that never came to pass has shown nothing. */
static int tell_counts(const struct torture *model, unsigned number)
{
    const struct score *score = model->score;
    int failed = 0;
    for (int kind = 0; kind < FAULT_KINDS; kind++) {
        unsigned fired = atomic_load(&score->fired[kind]);
        printf("%s %u - the n-th %s failed %u times in %u trials, %u of them on a page\n",
               fired ? "ok" : "not ok", ++number, fault_names[kind], fired,
               atomic_load(&score->tried[kind]), atomic_load(&score->shown[kind]));
        failed += fired == 0;
    }
    printf("# %u acts; %u times the same fault again and again; %u times done and not said\n",
           atomic_load(&score->acts), atomic_load(&score->leaks_sought),
           atomic_load(&score->done_unsaid));
    printf("1..%u\n", number);
    return failed;
}

static void copy_folder(const char *from, char to[FOLDER_CHARS])
{
    char source[FOLDER_CHARS + 4];
    struct out name = out_fixed(to, FOLDER_CHARS);
    struct out inside = out_fixed(source, sizeof source);
    pid_t copier = 0;
    int status = 1;
    out_printf(&inside, "%s/.", from);
    out_char(&inside, '\0');
    out_lit(&name, "/dev/shm/kheo-story-XXXXXX");
    out_char(&name, '\0');
    must(mkdtemp(to));
    char *argv[] = { (char[]){ "cp" }, (char[]){ "-r" }, source, to, NULL };
    must(posix_spawnp(&copier, "cp", NULL, NULL, argv, environ) == 0);
    must(waitpid(copier, &status, 0) == copier && status == 0);
}

static uint64_t draw(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}
