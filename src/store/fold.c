/* A thread that folds when it is asked to, and the snapshot that says how far. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/fold.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/log.h"
#include "base/must.h"
#include "store/lite.h"

struct folder {
    sqlite3 *hand; /* the thread's */
    sqlite3 *mark; /* the writer's: its snapshot is how far to fold */
    bool is_settled;
    bool is_marked;
    atomic_int state;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t asked;
    bool is_ending;
};

/* The desk's own (desk/queue.c): less, and the log would grow beside many readers. */
enum { NICENESS = 5 };

static bool is_open(struct folder *folder, const char *file);
static bool settle(struct folder *folder);
static void *folder_main(void *context);
static void fold(struct folder *folder);
static void unmark(struct folder *folder);

struct folder *folder_open(const char *file)
{
    struct folder *folder = calloc(1, sizeof *folder);
    if (!folder) {
        return NULL;
    }
    must(pthread_mutex_init(&folder->lock, NULL) == 0);
    must(pthread_cond_init(&folder->asked, NULL) == 0);
    if (is_open(folder, file) && pthread_create(&folder->thread, NULL, folder_main, folder) == 0) {
        return folder;
    }
    log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "folder"));
    sqlite3_close(folder->hand);
    sqlite3_close(folder->mark);
    must(pthread_cond_destroy(&folder->asked) == 0);
    must(pthread_mutex_destroy(&folder->lock) == 0);
    free(folder);
    return NULL;
}

static bool is_open(struct folder *folder, const char *file)
{
    return lite_open(file, LITE_WRITE, NULL, &folder->hand) == STATUS_OK &&
           lite_open(file, LITE_READ, NULL, &folder->mark) == STATUS_OK;
}

/* Before the first fold, not at the start, which has enough to read. Where there is nothing left to
 * do it with, the writer folds by itself. */
static bool settle(struct folder *folder)
{
    folder->is_settled =
        folder->is_settled ||
        (lite_settle(folder->hand, "PRAGMA synchronous = FULL; PRAGMA cache_size = -100;") ==
             STATUS_OK &&
         lite_settle(folder->mark, "PRAGMA query_only = ON; PRAGMA cache_size = -100;") ==
             STATUS_OK);
    return folder->is_settled;
}

void folder_close(struct folder *folder)
{
    if (!folder) {
        return;
    }
    must(pthread_mutex_lock(&folder->lock) == 0);
    folder->is_ending = true;
    must(pthread_cond_signal(&folder->asked) == 0);
    must(pthread_mutex_unlock(&folder->lock) == 0);
    must(pthread_join(folder->thread, NULL) == 0);
    unmark(folder);
    must(sqlite3_close(folder->hand) == SQLITE_OK && sqlite3_close(folder->mark) == SQLITE_OK);
    must(pthread_cond_destroy(&folder->asked) == 0);
    must(pthread_mutex_destroy(&folder->lock) == 0);
    free(folder);
}

enum folder_state folder_state(const struct folder *folder)
{
    return (enum folder_state)atomic_load(&folder->state);
}

bool folder_begin(struct folder *folder)
{
    must(folder_state(folder) != FOLDER_WORKS);
    unmark(folder);
    atomic_store(&folder->state, FOLDER_RESTS);
    folder->is_marked = settle(folder) && lite_exec(folder->mark, "BEGIN") == STATUS_OK;
    if (!folder->is_marked ||
        lite_number(folder->mark, "SELECT 1 FROM sqlite_schema LIMIT 1") != 1) {
        unmark(folder);
        return false;
    }
    must(pthread_mutex_lock(&folder->lock) == 0);
    atomic_store(&folder->state, FOLDER_WORKS);
    must(pthread_cond_signal(&folder->asked) == 0);
    must(pthread_mutex_unlock(&folder->lock) == 0);
    return true;
}

void folder_release(struct folder *folder)
{
    must(folder_state(folder) != FOLDER_WORKS);
    unmark(folder);
    atomic_store(&folder->state, FOLDER_RESTS);
}

static void unmark(struct folder *folder)
{
    if (folder->is_marked) {
        (void)sqlite3_exec(folder->mark, "ROLLBACK", NULL, NULL, NULL);
        folder->is_marked = !sqlite3_get_autocommit(folder->mark);
    }
}

/* --- its thread ------------------------------------------------------------------------------- */

static void *folder_main(void *context)
{
    struct folder *folder = context;
    (void)setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS);
    must(pthread_mutex_lock(&folder->lock) == 0);
    while (!folder->is_ending) {
        if (atomic_load(&folder->state) != FOLDER_WORKS) {
            must(pthread_cond_wait(&folder->asked, &folder->lock) == 0);
            continue;
        }
        must(pthread_mutex_unlock(&folder->lock) == 0);
        fold(folder);
        must(pthread_mutex_lock(&folder->lock) == 0);
        atomic_store(&folder->state, FOLDER_IS_DONE);
    }
    must(pthread_mutex_unlock(&folder->lock) == 0);
    return NULL;
}

/* SQLite syncs the file only when the whole log is in it; here some of it never is, and the sync is
 * what takes the time. After a failure the writer finds all of it left, and says why. */
static void fold(struct folder *folder)
{
    int pages = 0;
    int folded = 0;
    sqlite3_file *file = NULL;
    if (sqlite3_wal_checkpoint_v2(folder->hand, NULL, SQLITE_CHECKPOINT_PASSIVE, &pages, &folded) !=
        SQLITE_OK) {
        (void)lite_failure(folder->hand, "checkpoint");
        return;
    }
    if (sqlite3_file_control(folder->hand, "main", SQLITE_FCNTL_FILE_POINTER, (void *)&file) ==
            SQLITE_OK &&
        file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK) {
        int error = 0;
        (void)file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
        disk_lost("checkpoint", error);
    }
    log_event(EVENT_CHECKPOINT, LOG_INT("pages", pages), LOG_INT("folded", folded));
}
