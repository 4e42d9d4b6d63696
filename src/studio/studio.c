/* The studio's other end: starts the process, hands it jobs, ends it when it takes too long. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"
#include "studio/nursery.h"
#include "studio/letter_private.h"
#include "studio/paper_private.h"
#include "studio/studio_private.h"
#include "text/fold.h"

enum { STUDIO_ARENA_BYTES = 4096 };
/* The end of the year 9999. */
static const int64_t SIGNED_AT_MAX = INT64_C(253402275600);

struct studio {
    struct arena *arena;
    const char *program;
    struct studio_limits limits;
    pthread_mutex_t lock; /* guards what follows */
    struct nursery nursery;
    bool has_nursery; /* or had one: a second one could not be started behind walls */
    pid_t process;    /* 0: none */
    int socket;
    unsigned jobs; /* that this process has done */
    int64_t deadline_ms;
    bool is_reported; /* the log has said what the sandbox got */
};

typedef bool plausible_fn(const struct studio_answer *answer);

/* A job on its way, and what became of it. */
enum job_end { JOB_DONE, JOB_KILLED, JOB_NO_STUDIO };
struct job {
    enum job_kind kind;
    struct str bytes;
    plausible_fn *is_plausible;
    struct str before; /* sent ahead of the bytes, as the first part of them */
    bool is_last;      /* of this process */
    bool has_no_room;  /* ret: its answer does not fit our memory */
    struct studio_answer answer;
    char *answered; /* in the arena; the parts are spans of it */
    struct str parts[JOB_PARTS];
};

static enum paper_fault get_sheet(struct studio *studio, struct arena *arena, enum job_kind kind,
                                  struct str bytes, struct sheet *ret);
static void keep_line(char text[SIGNATURE_NAME_BYTES]);
static enum job_end do_job(struct studio *studio, struct arena *arena, struct job *job);
static bool exchange(struct studio *studio, struct arena *arena, struct job *job);
static plausible_fn is_plausible_photo, is_plausible_scan, is_plausible_sheet, is_plausible_scene,
    is_plausible_signed;
static bool start(struct studio *studio);
static bool greet(struct studio *studio);
static void report(struct studio *studio, const struct sandbox *got);
static bool grant_time(struct studio *studio);
static bool has_ended(const struct studio *studio);
static void stop(struct studio *studio, bool is_failure);
static const char *cause_of(const struct studio *studio, int ended);
static bool send_all(struct studio *studio, struct str bytes);
static bool receive_all(struct studio *studio, void *ret, size_t n);
static bool wait_for(struct studio *studio, short what);

struct studio *studio_open(const char *program, struct studio_limits limits)
{
    struct arena *arena = arena_create(STUDIO_ARENA_BYTES);
    if (!arena) {
        return NULL;
    }
    struct studio *studio = new(arena, struct studio, 1);
    studio->arena = arena;
    studio->program = program ? program : "/proc/self/exe";
    studio->limits = limits;
    must(pthread_mutex_init(&studio->lock, NULL) == 0);
    return studio;
}

void studio_close(struct studio *studio)
{
    if (studio) {
        stop(studio, false);
        nursery_close(&studio->nursery);
        must(pthread_mutex_destroy(&studio->lock) == 0);
        arena_destroy(studio->arena);
    }
}

void studio_prepare(struct studio *studio)
{
    must(pthread_mutex_lock(&studio->lock) == 0);
    if (!studio->has_nursery && !nursery_open(&studio->nursery, studio->program)) {
        log_event(EVENT_STUDIO_KILLED, LOG_WORD("limit", "start"));
    }
    studio->has_nursery = true;
    must(pthread_mutex_unlock(&studio->lock) == 0);
}

static enum picture_fault do_picture(struct studio *studio, struct arena *arena, struct job *job)
{
    if (job->bytes.n > UPLOAD_FILE_BYTES_MAX) {
        return PICTURE_TOO_LARGE;
    }
    enum job_end end = do_job(studio, arena, job);
    if (end != JOB_DONE) {
        return end == JOB_KILLED ? PICTURE_KILLED : PICTURE_NO_STUDIO;
    }
    return (enum picture_fault)job->answer.fault;
}

enum picture_fault studio_develop(struct studio *studio, struct arena *arena, struct str file,
                                  struct pictures *ret)
{
    struct job job = { JOB_PHOTO, file, is_plausible_photo };
    enum picture_fault fault = do_picture(studio, arena, &job);
    if (fault == PICTURE_GOOD) {
        *ret = (struct pictures){
            .kind = (enum picture_kind)job.answer.detail[PHOTO_KIND],
            .large = job.parts[0],
            .small = job.parts[1],
            .width = job.answer.detail[PHOTO_WIDTH],
            .height = job.answer.detail[PHOTO_HEIGHT],
        };
    }
    return fault;
}

enum picture_fault studio_scan(struct studio *studio, struct arena *arena, struct str file,
                               const struct scan_order *order, struct scan *ret)
{
    static const struct scan_order plain;
    struct job job = {
        .kind = JOB_SCAN,
        .before = str_span(order ? order : &plain, sizeof plain),
        .bytes = file,
        .is_plausible = is_plausible_scan,
        .is_last = true,
    };
    enum picture_fault fault = do_picture(studio, arena, &job);
    ret->pages = fault == PICTURE_NO_PAGE ? job.answer.detail[SCAN_PAGES] : 0;
    if (fault == PICTURE_GOOD) {
        *ret = (struct scan){ job.parts[0], job.answer.detail[PHOTO_WIDTH],
                              job.answer.detail[PHOTO_HEIGHT], job.answer.detail[SCAN_PAGES] };
    }
    return fault;
}

enum paper_fault studio_draw(struct studio *studio, struct arena *arena, enum paper_form form,
                             const struct paper *paper, struct sheet *ret)
{
    struct out packed = out_open(arena, PACKED_BYTES_MAX);
    if (!paper_pack(&packed, form, paper)) {
        return PAPER_TOO_LONG;
    }
    return get_sheet(studio, arena, JOB_PAPER, out_str(&packed), ret);
}

enum paper_fault studio_write_letter(struct studio *studio, struct arena *arena,
                                     const struct letter *letter, struct sheet *ret)
{
    struct out packed = out_open(arena, LETTER_PACKED_BYTES_MAX);
    if (!letter_pack(&packed, letter)) {
        return PAPER_TOO_LONG;
    }
    return get_sheet(studio, arena, JOB_LETTER, out_str(&packed), ret);
}

struct str studio_draw_scene(struct studio *studio, struct arena *arena, enum scene scene,
                             uint64_t seed)
{
    struct studio_scene wanted = { .seed = seed, .scene = scene };
    struct job job = { JOB_SCENE, str_span(&wanted, sizeof wanted), is_plausible_scene };
    bool is_drawn = do_job(studio, arena, &job) == JOB_DONE && job.answer.fault == PICTURE_GOOD;
    return is_drawn ? job.parts[0] : STR_NONE;
}

bool studio_read_signed(struct studio *studio, struct arena *arena, struct str issued,
                        struct str file, struct signed_letter *ret)
{
    *ret = (struct signed_letter){ .is_same = false };
    if (issued.n > SIGNED_BYTES_MAX || file.n > SIGNED_BYTES_MAX) {
        return false;
    }
    const uint32_t length = (uint32_t)issued.n;
    struct out both = out_open(arena, sizeof length + issued.n + file.n);
    out_str_raw(&both, str_span(&length, sizeof length));
    out_str_raw(&both, issued);
    out_str_raw(&both, file);
    struct job job = {
        .kind = JOB_SIGNED,
        .bytes = out_str(&both),
        .is_plausible = is_plausible_signed,
        .is_last = true,
    };
    if (do_job(studio, arena, &job) != JOB_DONE || job.answer.fault != PICTURE_GOOD) {
        return false;
    }
    ret->is_same = job.answer.detail[SIGNED_IS_SAME];
    ret->has_more = job.answer.detail[SIGNED_HAS_MORE];
    ret->count = job.answer.detail[SIGNED_COUNT];
    memcpy(ret->list, job.parts[0].p, job.parts[0].n);
    for (uint32_t i = 0; i < ret->count; i++) {
        struct signature *one = &ret->list[i];
        one->state = one->state < SIGNATURE_STATES ? one->state : SIGNATURE_UNREAD;
        one->at = one->at > 0 && one->at < SIGNED_AT_MAX ? one->at : 0;
        keep_line(one->name);
        keep_line(one->organ);
        keep_line(one->issuer);
    }
    return job.answer.detail[SIGNED_IS_READ];
}

/* What may turn the direction of what follows, or begin a line, is no name. */
static void keep_line(char text[SIGNATURE_NAME_BYTES])
{
    text[SIGNATURE_NAME_BYTES - 1] = '\0';
    struct str line = str_of(text);
    if (!text_is_clean(line) || str_find_byte(line, '\n') < line.n ||
        str_find_byte(line, '\t') < line.n) {
        text[0] = '\0';
    }
}

static enum paper_fault get_sheet(struct studio *studio, struct arena *arena, enum job_kind kind,
                                  struct str bytes, struct sheet *ret)
{
    struct job job = { kind, bytes, is_plausible_sheet };
    enum job_end end = do_job(studio, arena, &job);
    if (end != JOB_DONE) {
        return end == JOB_KILLED ? PAPER_KILLED : PAPER_NO_STUDIO;
    }
    if (job.answer.fault == PAPER_NO_FONTS) {
        log_event(EVENT_FONTS_MISSING, LOG_WORD("process", "studio"));
    }
    if (job.answer.fault == PAPER_GOOD) {
        *ret = (struct sheet){
            .bytes = job.parts[0],
            .width = job.answer.detail[SHEET_WIDTH],
            .height = job.answer.detail[SHEET_HEIGHT],
            .pages = job.answer.detail[SHEET_PAGES],
            .missing = job.answer.detail[SHEET_MISSING],
        };
    }
    return (enum paper_fault)job.answer.fault;
}

static enum job_end do_job(struct studio *studio, struct arena *arena, struct job *job)
{
    /* Grown later by arena_extend(), which does not unwind: the lock must be given back. */
    job->answered = new(arena, char, 1);
    enum job_end end = JOB_NO_STUDIO;
    studio_prepare(studio);
    must(pthread_mutex_lock(&studio->lock) == 0);
    if (studio->process && has_ended(studio)) {
        stop(studio, true);
    }
    if (studio->process || start(studio)) {
        bool is_done = exchange(studio, arena, job);
        studio->jobs += is_done;
        /* What we have no room for is not the sender's fault, nor the process's. */
        end = is_done ? JOB_DONE : job->has_no_room ? JOB_NO_STUDIO : JOB_KILLED;
        if (!is_done || job->is_last || studio->jobs >= studio->limits.jobs) {
            stop(studio, end == JOB_KILLED);
        }
    }
    must(pthread_mutex_unlock(&studio->lock) == 0);
    return end;
}

static bool exchange(struct studio *studio, struct arena *arena, struct job *job)
{
    const struct studio_request request = { job->kind, (uint32_t)(job->before.n + job->bytes.n) };
    if (!grant_time(studio) || !send_all(studio, str_span(&request, sizeof request)) ||
        !send_all(studio, job->before) || !send_all(studio, job->bytes) ||
        !receive_all(studio, &job->answer, sizeof job->answer) ||
        !job->is_plausible(&job->answer)) {
        return false;
    }
    const uint32_t *n = job->answer.part_bytes;
    size_t all = (size_t)n[0] + n[1];
    job->parts[0] = str_span(job->answered, n[0]);
    job->parts[1] = str_span(job->answered + n[0], n[1]);
    job->has_no_room = !arena_extend(arena, job->answered, 1, all + 1);
    return !job->has_no_room && receive_all(studio, job->answered, all);
}

/* The worker read hostile bytes and may be anyone's by now: its numbers are checked like a
 * stranger's. */
static bool is_plausible_photo(const struct studio_answer *answer)
{
    const uint32_t *bytes = answer->part_bytes;
    const uint32_t *detail = answer->detail;
    bool has_pictures = bytes[0] > 0 && bytes[0] <= PICTURE_BYTES_MAX && bytes[1] > 0 &&
                        bytes[1] <= PICTURE_BYTES_MAX && detail[PHOTO_WIDTH] > 0 &&
                        detail[PHOTO_WIDTH] <= PICTURE_LARGE_SIDE && detail[PHOTO_HEIGHT] > 0 &&
                        detail[PHOTO_HEIGHT] <= PICTURE_LARGE_SIDE &&
                        detail[PHOTO_KIND] <= PICTURE_PNG;
    bool has_none = bytes[0] == 0 && bytes[1] == 0;
    return answer->fault == PICTURE_GOOD ? has_pictures
                                         : has_none && answer->fault <= PICTURE_BROKEN;
}

static bool is_plausible_scan(const struct studio_answer *answer)
{
    const uint32_t *bytes = answer->part_bytes;
    const uint32_t *detail = answer->detail;
    bool has_scan = bytes[0] > 0 && bytes[0] <= SCAN_BYTES_MAX && bytes[1] == 0 &&
                    detail[PHOTO_WIDTH] > 0 && detail[PHOTO_WIDTH] <= PICTURE_LARGE_SIDE &&
                    detail[PHOTO_HEIGHT] > 0 && detail[PHOTO_HEIGHT] <= PICTURE_LARGE_SIDE &&
                    detail[SCAN_PAGES] > 0 && detail[SCAN_PAGES] <= SCAN_PAGES_MAX;
    bool has_none = bytes[0] == 0 && bytes[1] == 0 && detail[SCAN_PAGES] <= SCAN_PAGES_MAX;
    return answer->fault == PICTURE_GOOD ? has_scan : has_none && answer->fault <= PICTURE_BROKEN;
}

static bool is_plausible_scene(const struct studio_answer *answer)
{
    const uint32_t *bytes = answer->part_bytes;
    bool has_picture = bytes[0] > 0 && bytes[0] <= PICTURE_BYTES_MAX && bytes[1] == 0;
    bool has_none = bytes[0] == 0 && bytes[1] == 0;
    return answer->fault == PICTURE_GOOD ? has_picture
                                         : has_none && answer->fault == PICTURE_BROKEN;
}

static bool is_plausible_sheet(const struct studio_answer *answer)
{
    const uint32_t *bytes = answer->part_bytes;
    const uint32_t *detail = answer->detail;
    bool has_sheet = bytes[0] > 0 && bytes[0] <= PAPER_BYTES_MAX && detail[SHEET_WIDTH] > 0 &&
                     detail[SHEET_WIDTH] <= PAPER_PNG_WIDTH && detail[SHEET_HEIGHT] > 0 &&
                     detail[SHEET_HEIGHT] <= PAPER_PNG_HEIGHT_MAX && detail[SHEET_PAGES] > 0 &&
                     detail[SHEET_PAGES] <= PAPER_PAGES_MAX;
    bool is_right =
        answer->fault == PAPER_GOOD ? has_sheet : bytes[0] == 0 && answer->fault <= PAPER_NO_FONTS;
    return is_right && bytes[1] == 0;
}

static bool is_plausible_signed(const struct studio_answer *answer)
{
    const uint32_t *bytes = answer->part_bytes;
    const uint32_t *detail = answer->detail;
    bool is_list = detail[SIGNED_COUNT] <= SIGNATURES_MAX &&
                   bytes[0] == detail[SIGNED_COUNT] * sizeof(struct signature) && bytes[1] == 0;
    bool is_read = detail[SIGNED_IS_READ] <= 1 &&
                   detail[SIGNED_IS_SAME] <= detail[SIGNED_IS_READ] && detail[SIGNED_HAS_MORE] <= 1;
    return is_list && is_read && answer->fault <= PICTURE_BROKEN;
}

/* --- its life --------------------------------------------------------------------------------- */

static bool start(struct studio *studio)
{
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    studio->socket = sockets[0];
    studio->jobs = 0;
    studio->process = nursery_start(&studio->nursery, sockets[1]);
    close(sockets[1]);
    if (!studio->process) {
        close(sockets[0]);
        log_event(EVENT_STUDIO_KILLED, LOG_WORD("limit", "start"));
    }
    return studio->process && greet(studio);
}

static bool greet(struct studio *studio)
{
    struct sandbox got = { 0 };
    if (!grant_time(studio) || !receive_all(studio, &got, sizeof got)) {
        stop(studio, true);
        return false;
    }
    report(studio, &got);
    if (!got.has_limits || !got.has_filter) {
        stop(studio, false);
        return false;
    }
    return true;
}

static void report(struct studio *studio, const struct sandbox *got)
{
    bool is_whole = got->has_limits && got->has_filter && got->landlock_abi > 0;
    if (!studio->is_reported) {
        log_event(is_whole ? EVENT_SANDBOX : EVENT_SANDBOX_WEAK, LOG_WORD("process", "studio"),
                  LOG_INT("landlock_abi", got->landlock_abi),
                  LOG_WORD("seccomp", got->has_filter ? "kill" : "none"),
                  LOG_WORD("limits", got->has_limits ? "set" : "none"));
    }
    studio->is_reported = true;
}

/* Set from here, job by job, because the process could not be trusted with it. The kernel
 * counts whole seconds of all that the process ever used, so a job may get one second more. */
static bool grant_time(struct studio *studio)
{
    clockid_t its_clock;
    struct timespec used;
    struct rlimit limit;
    studio->deadline_ms = monotonic_ms() + studio->limits.wall_ms;
    if (clock_getcpuclockid(studio->process, &its_clock) != 0 ||
        clock_gettime(its_clock, &used) != 0 ||
        prlimit(studio->process, RLIMIT_CPU, NULL, &limit) != 0) {
        return false;
    }
    limit.rlim_cur = (rlim_t)used.tv_sec + 1 + studio->limits.cpu_s;
    return prlimit(studio->process, RLIMIT_CPU, &limit, NULL) == 0;
}

/* Between two jobs it has nothing to say: what can be read from it is its end, by whatever
 * hand. */
static bool has_ended(const struct studio *studio)
{
    struct pollfd socket = { .fd = studio->socket, .events = POLLIN };
    return poll(&socket, 1, 0) != 0;
}

/* At once and for sure: between two jobs it has nothing to lose. */
static void stop(struct studio *studio, bool is_failure)
{
    int ended = 0;
    if (!studio->process) {
        return;
    }
    kill(studio->process, SIGKILL);
    while (waitpid(studio->process, &ended, 0) < 0 && errno == EINTR) {
    }
    close(studio->socket);
    studio->process = 0;
    if (is_failure) {
        log_event(EVENT_STUDIO_KILLED, LOG_WORD("limit", cause_of(studio, ended)),
                  LOG_INT("jobs", studio->jobs));
    }
}

static const char *cause_of(const struct studio *studio, int ended)
{
    int signal_number = WIFSIGNALED(ended) ? WTERMSIG(ended) : 0;
    switch (signal_number) {
    case SIGXCPU:
        return "cpu";
    case SIGSYS:
        return "system-call";
    case SIGKILL:
        return monotonic_ms() >= studio->deadline_ms ? "wall-clock" : "answer";
    default:
        return "crash";
    }
}

/* --- its socket ------------------------------------------------------------------------------- */

static bool send_all(struct studio *studio, struct str bytes)
{
    while (bytes.n > 0) {
        if (!wait_for(studio, POLLOUT)) {
            return false;
        }
        ssize_t put = send(studio->socket, bytes.p, bytes.n, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put < 0 && errno != EINTR && errno != EAGAIN) {
            return false;
        }
        bytes = str_slice(bytes, put > 0 ? (size_t)put : 0, bytes.n);
    }
    return true;
}

static bool receive_all(struct studio *studio, void *ret, size_t n)
{
    char *to = ret;
    while (n > 0) {
        if (!wait_for(studio, POLLIN)) {
            return false;
        }
        ssize_t got = recv(studio->socket, to, n, MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) {
            return false;
        }
        to += got > 0 ? got : 0;
        n -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* False once the job's time is over. */
static bool wait_for(struct studio *studio, short what)
{
    int64_t left_ms = studio->deadline_ms - monotonic_ms();
    struct pollfd socket = { .fd = studio->socket, .events = what };
    int ready = left_ms > 0 ? poll(&socket, 1, (int)left_ms) : 0;
    return ready > 0 || (ready < 0 && errno == EINTR);
}
