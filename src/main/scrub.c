/* The scrub's thread: waits for the night, copies, inspects, tells. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/scrub.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/must.h"
#include "desk/books.h"
#include "main/commands.h"
#include "main/folder.h"
#include "main/inspect.h"

enum {
    REPORT_ARENA_BYTES = 16 << 20,
    REPORT_BYTES_MAX = 4 << 20,
    COPY_ARENA_BYTES = 1 << 20,
    USUAL_MINUTE = 3 * 60 + 30,
    NICENESS = 19,
    /* Between two pieces of the copy, some megabytes: others want the disk too. */
    PAUSE_US = 20000,
    SPARE_BYTES = 64 << 20, /* of the disk, that a copy must leave */
    CONFIRMED_MAX = 1000,   /* faults that are looked for in the second reading */
};

struct scrub {
    struct house *house;
    struct house_settings served;
    struct house_settings settings; /* the same, but for the copy and its anchor */
    const char *dir;
    char copy[FOLDER_PATH_BYTES_MAX];
    char anchor[FOLDER_PATH_BYTES_MAX];
    char report[FOLDER_PATH_BYTES_MAX];
    int minute;
    bool is_due; /* without waiting for the night */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t stop;
    bool is_stopping;
    bool is_inspecting; /* and touches nothing of the house any more */
};

static int two_digits(const char *p);
static void *scrub_main(void *context);
static bool wait_for_night(struct scrub *scrub);
static void read_all(struct scrub *scrub);
static enum status look(struct scrub *scrub, struct arena *arena, struct str *ret_report,
                        struct inspected *ret);
static enum status copy_house(struct scrub *scrub);
static void forget_copy(const struct scrub *scrub);
static size_t confirm(struct out *out, struct str first, struct str second);
static void tell(struct scrub *scrub, const struct inspected *read, struct str faults,
                 int64_t count, int64_t seconds);

bool scrub_when(const char *text, int *ret_minute, bool *ret_now)
{
    const struct str when = str_of(text);
    *ret_now = str_equal(when, STR("now"));
    *ret_minute = str_equal(when, STR("never")) ? -1 : USUAL_MINUTE;
    if (*ret_now || *ret_minute < 0) {
        return true;
    }
    if (when.n != 5 || when.p[2] != ':') {
        return false;
    }
    int hour = two_digits(when.p);
    int minute = two_digits(when.p + 3);
    *ret_minute = hour * 60 + minute;
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
}

static int two_digits(const char *p)
{
    bool are_digits = p[0] >= '0' && p[0] <= '9' && p[1] >= '0' && p[1] <= '9';
    return are_digits ? (p[0] - '0') * 10 + (p[1] - '0') : -1;
}

struct scrub *scrub_start(struct house *house, const struct options *options)
{
    struct scrub *scrub = calloc(1, sizeof *scrub);
    if (!scrub || !scrub_when(options->scrub, &scrub->minute, &scrub->is_due) ||
        !folder_path(scrub->copy, options->dir, "scrub.db") ||
        !folder_path(scrub->anchor, options->dir, "scrub.anchor") ||
        !folder_path(scrub->report, options->dir, "scrub.txt")) {
        free(scrub);
        return NULL;
    }
    scrub->house = house;
    scrub->dir = options->dir;
    scrub->served = house_settings_of(options);
    scrub->settings = scrub->served;
    scrub->settings.anchor = scrub->anchor;
    /* What an earlier run found is true until another one says otherwise. */
    atomic_store(&house->scrubbed.faults, access(scrub->report, F_OK) == 0);
    must(pthread_mutex_init(&scrub->lock, NULL) == 0);
    must(pthread_cond_init(&scrub->stop, NULL) == 0);
    if (scrub->minute >= 0 && pthread_create(&scrub->thread, NULL, scrub_main, scrub) == 0) {
        return scrub;
    }
    free(scrub);
    return NULL;
}

void scrub_stop(struct scrub *scrub)
{
    if (!scrub) {
        return;
    }
    must(pthread_mutex_lock(&scrub->lock) == 0);
    scrub->is_stopping = true;
    bool is_busy = scrub->is_inspecting;
    pthread_cond_signal(&scrub->stop);
    must(pthread_mutex_unlock(&scrub->lock) == 0);
    if (is_busy) {
        pthread_detach(scrub->thread);
        return;
    }
    pthread_join(scrub->thread, NULL);
    free(scrub);
}

static void *scrub_main(void *context)
{
    struct scrub *scrub = context;
    (void)setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS);
    forget_copy(scrub); /* of a process that was killed */
    while (scrub->is_due || wait_for_night(scrub)) {
        scrub->is_due = false;
        read_all(scrub);
    }
    return NULL;
}

/* False when it is time to stop. */
static bool wait_for_night(struct scrub *scrub)
{
    int64_t now_s = instant_now().s;
    int64_t second = (now_s + VIETNAM_OFFSET_S) % DAY_S;
    int64_t wait_s = (scrub->minute * INT64_C(60) - second + DAY_S) % DAY_S;
    struct timespec until;
    must(clock_gettime(CLOCK_REALTIME, &until) == 0);
    until.tv_sec += wait_s > 0 ? wait_s : DAY_S;
    must(pthread_mutex_lock(&scrub->lock) == 0);
    int woken = 0;
    while (!scrub->is_stopping && woken == 0) {
        woken = pthread_cond_timedwait(&scrub->stop, &scrub->lock, &until);
    }
    bool goes_on = !scrub->is_stopping;
    must(pthread_mutex_unlock(&scrub->lock) == 0);
    return goes_on;
}

/* --- one night -------------------------------------------------------------------------------- */

static void read_all(struct scrub *scrub)
{
    struct arena *arena = arena_create(REPORT_ARENA_BYTES);
    int64_t begun_s = instant_now().s;
    struct inspected read;
    struct inspected again;
    struct str first;
    struct str second;
    enum status status = arena ? look(scrub, arena, &first, &read) : STATUS_FULL;
    struct out faults = { 0 };
    size_t count = 0;
    if (!status && read.faults > 0) {
        status = look(scrub, arena, &second, &again);
        faults = status ? faults : out_open(arena, REPORT_BYTES_MAX);
        count = status ? 0 : confirm(&faults, first, second);
    }
    if (!status) {
        tell(scrub, &read, out_str(&faults), (int64_t)count, instant_now().s - begun_s);
    } else if (status != STATUS_GONE) {
        log_event(EVENT_SCRUB_FAILED, LOG_WORD("status", status_name(status)));
    }
    arena_destroy(arena);
}

/* GONE: the server stops. */
static enum status look(struct scrub *scrub, struct arena *arena, struct str *ret_report,
                        struct inspected *ret)
{
    struct str why = STR_NONE;
    struct out report = out_open(arena, REPORT_BYTES_MAX);
    enum status status = copy_house(scrub);
    must(pthread_mutex_lock(&scrub->lock) == 0);
    status = scrub->is_stopping ? STATUS_GONE : status;
    scrub->is_inspecting = !status;
    must(pthread_mutex_unlock(&scrub->lock) == 0);
    if (!status) {
        status = inspect_house(&scrub->settings, &report, ret, &why);
    }
    must(pthread_mutex_lock(&scrub->lock) == 0);
    scrub->is_inspecting = false;
    status = scrub->is_stopping ? STATUS_GONE : status;
    must(pthread_mutex_unlock(&scrub->lock) == 0);
    forget_copy(scrub);
    *ret_report = out_str(&report);
    return status;
}

/* False: the server stops, and does not wait for the rest. */
static bool pause_between(void *context, int64_t done, int64_t total)
{
    struct scrub *scrub = context;
    (void)done, (void)total;
    (void)usleep(PAUSE_US);
    must(pthread_mutex_lock(&scrub->lock) == 0);
    bool goes_on = !scrub->is_stopping;
    must(pthread_mutex_unlock(&scrub->lock) == 0);
    return goes_on;
}

/* Room for the database and its log, and some to spare: a scrub must not fill the disk. */
static bool has_room(const struct scrub *scrub)
{
    struct statvfs disk;
    struct stat about;
    char path[FOLDER_PATH_BYTES_MAX];
    bool is_known = folder_path(path, scrub->dir, "kheo.db") && statvfs(scrub->dir, &disk) == 0 &&
                    stat(scrub->served.database ? scrub->served.database : path, &about) == 0;
    return !is_known || (int64_t)(disk.f_bavail * disk.f_frsize) > about.st_size + SPARE_BYTES;
}

/* The anchor first, for it never knows more than the database that is copied after it. One that
 * lies elsewhere is behind the walls (main/walls.h); none is compared then, as the desk does it
 * anyway. */
static enum status copy_house(struct scrub *scrub)
{
    struct arena *arena = arena_create(COPY_ARENA_BYTES);
    struct session *session = store_reader_open(scrub->house->store);
    char anchor[FOLDER_PATH_BYTES_MAX];
    struct snap snap;
    int64_t size;
    forget_copy(scrub);
    enum status status = !arena || !session ? STATUS_FULL
                         : !has_room(scrub) ? STATUS_DISK_FULL
                                            : STATUS_OK;
    if (!status && folder_path(anchor, scrub->dir, "anchor/head")) {
        (void)!folder_copy(scrub->served.anchor ? scrub->served.anchor : anchor, scrub->anchor);
    }
    if (!status) {
        snap_begin(session, arena, 0, &snap);
        (void)books_checkpoint(&snap.conn, &size); /* a snapshot is taken at the first look */
        status = store_backup(&snap, scrub->copy, pause_between, scrub);
        enum status ended = snap_end(&snap);
        status = status ? status : ended;
    }
    store_session_close(session);
    arena_destroy(arena);
    /* A file with a page that is not what was written gives no copy; it is read where it is. */
    bool has_none = status == STATUS_NOT_FOUND || status == STATUS_DAMAGED;
    scrub->settings.database = has_none ? scrub->served.database : scrub->copy;
    return has_none ? STATUS_OK : status;
}

static void forget_copy(const struct scrub *scrub)
{
    char beside[FOLDER_PATH_BYTES_MAX];
    (void)unlink(scrub->copy);
    (void)unlink(scrub->anchor);
    if (folder_path(beside, scrub->dir, "scrub.db-wal")) {
        (void)unlink(beside);
    }
    if (folder_path(beside, scrub->dir, "scrub.db-shm")) {
        (void)unlink(beside);
    }
}

/* The lines that both readings have; of a house in ruins not all. */
static size_t confirm(struct out *out, struct str first, struct str second)
{
    size_t count = 0;
    for (int read = 0; first.n > 0 && read < CONFIRMED_MAX; read++) {
        struct str line = str_cut(&first, '\n');
        for (struct str rest = second; rest.n > 0;) {
            if (str_equal(line, str_cut(&rest, '\n'))) {
                out_str_raw(out, line);
                out_char(out, '\n');
                count++;
                break;
            }
        }
    }
    return count;
}

/* --- telling ---------------------------------------------------------------------------------- */

static void tell(struct scrub *scrub, const struct inspected *read, struct str faults,
                 int64_t count, int64_t seconds)
{
    struct scrubbed *scrubbed = &scrub->house->scrubbed;
    (void)unlink(scrub->report);
    if (count > 0) {
        (void)!folder_write(scrub->report, faults.p, faults.n);
        log_event(EVENT_SCRUB_FAULTS, LOG_INT("faults", count), LOG_INT("seconds", seconds));
    } else {
        log_event(EVENT_SCRUBBED, LOG_INT("leaves", read->leaves), LOG_INT("rows", read->rows),
                  LOG_INT("seconds", seconds));
    }
    atomic_store(&scrubbed->rows, read->leaves + read->rows);
    atomic_store(&scrubbed->faults, count);
    atomic_store(&scrubbed->finished_s, instant_now().s);
}
