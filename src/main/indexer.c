/* The indexer: a window of the ledger, its papers into the index, one commit; and again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/indexer.h"

#include <malloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/must.h"
#include "base/wait.h"
#include "desk/books.h"
#include "text/fold.h"

enum {
    /* Fewer, and each word costs twice as much; many more, and readers of the index wait. */
    WINDOW_LEAVES = 400,
    /* Looking at a number ten times a second costs less than a desk that knows who follows it. */
    POLL_MS = 100,
    RETRY_MS = 1000,
    /* Without work for so long, it gives its memory back. */
    REST_POLLS = 50,
    /* A tenth of a processor that others want; all of one that nobody does. */
    NICENESS = 10,
    LAG_LEAVES = 5000,
    /* When so many have come, the pieces of the index are brought together: all of it is written
     * anew, which a province's does then twice a week. */
    MERGE_LEAVES = 20000,
};

/* What one window came to. */
enum advance { CAUGHT_UP, BEHIND, FAILED };

struct indexer {
    struct house *house;
    struct session *session; /* NULL: to be opened */
    struct arena *arena;
    struct search *index; /* NULL: to be opened */
    uint64_t commits;     /* of the desk, before the last look */
    int64_t head;         /* leaves of the ledger then */
    int64_t from;         /* the window */
    int64_t until;
    bool is_late;     /* and the log knows */
    int64_t unmerged; /* leaves since its pieces were brought together */
    bool is_merging;
    bool is_clean; /* nothing that is to be forgotten is in the index */
    bool has_thread;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t stop;
    bool is_stopping;
};

/* The paper of a service on its way into the index. */
struct putting {
    struct indexer *indexer;
    unsigned kind;
};

static void check_kinds(void);
static void *indexer_main(void *context);
static bool goes_on_after(struct indexer *indexer, int64_t ms);
static enum advance advance(struct indexer *indexer);
static bool is_to_merge(struct indexer *indexer);
static bool merge(struct indexer *indexer);
static bool open_both(struct indexer *indexer);
static void close_index(struct indexer *indexer);
static bool feed_window(struct indexer *indexer, struct snap *snap);
static void put_paper(void *context, const struct findable *paper);
static void tell(struct indexer *indexer);

struct indexer *indexer_open(struct house *house)
{
    check_kinds();
    struct indexer *indexer = calloc(1, sizeof *indexer);
    if (!indexer) {
        return NULL;
    }
    indexer->house = house;
    indexer->session = store_reader_open(house->store);
    indexer->arena = arena_create(REQUEST_ARENA_BYTES);
    must(pthread_mutex_init(&indexer->lock, NULL) == 0);
    must(pthread_cond_init(&indexer->stop, NULL) == 0);
    if (!indexer->session || !indexer->arena) {
        indexer_close(indexer);
        return NULL;
    }
    return indexer;
}

bool indexer_start(struct indexer *indexer)
{
    indexer->has_thread = pthread_create(&indexer->thread, NULL, indexer_main, indexer) == 0;
    return indexer->has_thread;
}

void indexer_close(struct indexer *indexer)
{
    if (!indexer) {
        return;
    }
    if (indexer->has_thread) {
        must(pthread_mutex_lock(&indexer->lock) == 0);
        indexer->is_stopping = true;
        pthread_cond_signal(&indexer->stop);
        must(pthread_mutex_unlock(&indexer->lock) == 0);
        pthread_join(indexer->thread, NULL);
    }
    close_index(indexer);
    store_session_close(indexer->session);
    if (indexer->arena) {
        arena_destroy(indexer->arena);
    }
    free(indexer);
}

bool indexer_catch_up(struct indexer *indexer)
{
    enum advance came;
    do {
        came = advance(indexer);
    } while (came == BEHIND);
    return came == CAUGHT_UP;
}

/* What the library keeps of two files and half a merged index is ten megabytes, and would stay
 * until the next paper comes, tomorrow morning. */
void indexer_rest(struct indexer *indexer)
{
    close_index(indexer);
    store_session_close(indexer->session);
    indexer->session = NULL;
    (void)malloc_trim(0);
}

/* Two services with one kind would find each other's papers. */
static void check_kinds(void)
{
    uint64_t seen = 0;
    for (size_t m = 0; modules[m]; m++) {
        const struct finding *finding = modules[m]->finding;
        must(!finding || finding->kind <= SEARCH_KIND_MAX);
        must(!finding || !(seen & UINT64_C(1) << finding->kind));
        seen |= finding ? UINT64_C(1) << finding->kind : 0;
    }
}

/* --- the thread ------------------------------------------------------------------------------- */

static void *indexer_main(void *context)
{
    struct indexer *indexer = context;
    enum advance came = BEHIND;
    int64_t wait = 0;
    unsigned idle_polls = 0;
    /* The people at the counter come first: Linux has a niceness for each thread. */
    (void)setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS);
    while (goes_on_after(indexer, wait)) {
        uint64_t commits = desk_commits(indexer->house->desk);
        if (came != CAUGHT_UP || commits != indexer->commits) {
            indexer->commits = commits;
            came = advance(indexer);
            idle_polls = 0;
        } else if (is_to_merge(indexer) && merge(indexer)) {
            wait = 0;
            continue;
        } else if (++idle_polls == REST_POLLS) {
            indexer_rest(indexer);
        }
        wait = came == BEHIND ? 0 : came == FAILED ? RETRY_MS : POLL_MS;
    }
    return NULL;
}

/* False when it is time to stop. */
static bool goes_on_after(struct indexer *indexer, int64_t ms)
{
    must(pthread_mutex_lock(&indexer->lock) == 0);
    if (!indexer->is_stopping && ms > 0) {
        wait_ms(&indexer->stop, &indexer->lock, ms);
    }
    bool goes_on = !indexer->is_stopping;
    must(pthread_mutex_unlock(&indexer->lock) == 0);
    return goes_on;
}

/* --- one window ------------------------------------------------------------------------------- */

/* What was put is kept even when the snapshot failed on the way: the watermark stays where it was,
 * so the same window comes again, and putting a paper twice changes nothing. Below `from` the
 * ledger is shorter than the index remembers: the data came from a backup, or are another
 * house's. */
static enum advance advance(struct indexer *indexer)
{
    if (!open_both(indexer)) {
        return FAILED;
    }
    struct snap snap;
    indexer->from = search_watermark(indexer->index);
    search_begin(indexer->index);
    snap_begin(indexer->session, indexer->arena, 0, &snap);
    bool is_fed = feed_window(indexer, &snap);
    is_fed = snap_end(&snap) == STATUS_OK && is_fed;
    arena_reset(indexer->arena);
    bool is_foreign = is_fed && indexer->until < indexer->from;
    bool is_whole = is_fed && !is_foreign;
    enum status status = search_commit(indexer->index, is_whole ? indexer->until : indexer->from);
    if (status || is_foreign) {
        close_index(indexer);
    }
    if (is_foreign) {
        search_remove(indexer->house->finder.path);
        return BEHIND;
    }
    if (status || !is_whole) {
        return FAILED;
    }
    tell(indexer);
    indexer->unmerged += indexer->until - indexer->from;
    return indexer->until < indexer->head ? BEHIND : CAUGHT_UP;
}

/* When much has come, or something must go: of that the file knows, whoever began it. */
static bool is_to_merge(struct indexer *indexer)
{
    indexer->is_clean =
        indexer->is_clean || (open_both(indexer) && !search_forgets(indexer->index));
    return !indexer->is_clean || indexer->unmerged >= MERGE_LEAVES;
}

/* A step of it, while nothing else is to do. False: that was the last. */
static bool merge(struct indexer *indexer)
{
    bool is_open = open_both(indexer);
    bool goes_on = is_open && search_merge(indexer->index, !indexer->is_merging);
    indexer->is_merging = goes_on;
    indexer->unmerged = goes_on ? indexer->unmerged : 0;
    indexer->is_clean =
        indexer->is_clean || (is_open && !goes_on && search_forgotten(indexer->index));
    return goes_on;
}

static bool open_both(struct indexer *indexer)
{
    struct finder *finder = &indexer->house->finder;
    if (!indexer->session) {
        indexer->session = store_reader_open(indexer->house->store);
    }
    if (!indexer->index && search_open_index(finder->path, &indexer->index) == STATUS_OK) {
        atomic_fetch_add(&finder->edition, 1);
    }
    return indexer->session && indexer->index;
}

static void close_index(struct indexer *indexer)
{
    search_close(indexer->index);
    indexer->index = NULL;
}

static bool feed_window(struct indexer *indexer, struct snap *snap)
{
    jmp_buf boundary;
    if (arena_guard(indexer->arena, &boundary)) {
        return false;
    }
    indexer->head = 0;
    (void)books_checkpoint(&snap->conn, &indexer->head);
    bool is_long = indexer->head - indexer->from > WINDOW_LEAVES;
    indexer->until = is_long ? indexer->from + WINDOW_LEAVES : indexer->head;
    for (size_t m = 0; modules[m] && indexer->until > indexer->from; m++) {
        const struct finding *finding = modules[m]->finding;
        if (finding) {
            struct putting putting = { indexer, finding->kind };
            finding->feed(snap, indexer->from, indexer->until, put_paper, &putting);
        }
    }
    return true;
}

static void put_paper(void *context, const struct findable *paper)
{
    const struct putting *putting = context;
    struct indexer *indexer = putting->indexer;
    if (paper->is_forgotten) {
        search_forget(indexer->index, putting->kind, paper->id);
        indexer->is_clean = false;
        return;
    }
    if (!paper->text.p) {
        search_delete(indexer->index, putting->kind, paper->id);
        return;
    }
    struct arena_mark mark = arena_mark(indexer->arena);
    search_put(indexer->index, &(struct search_text){
                                   .kind = putting->kind,
                                   .id = paper->id,
                                   .unit = paper->unit.v,
                                   .is_public = paper->is_public,
                                   .exact = paper->text,
                                   .folded = text_fold(indexer->arena, paper->text),
                               });
    arena_undo(indexer->arena, mark);
}

/* The clerks, and once per delay the log. */
static void tell(struct indexer *indexer)
{
    struct finder *finder = &indexer->house->finder;
    atomic_store(&finder->head, indexer->head);
    atomic_store(&finder->indexed, indexer->until);
    int64_t lag = finder_lag(finder);
    if (lag > LAG_LEAVES && !indexer->is_late) {
        log_event(EVENT_INDEX_LAG, LOG_INT("leaves", lag));
    }
    indexer->is_late = lag > LAG_LEAVES;
}
