/* A VFS that is the system's own, but for what it does with whole pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/lite_pages.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/must.h"
#include "base/str.h"
#include "store/page_sum.h"

/* Lies behind the system's own struct of an open file, whose methods stay what they are: only these
 * two are ours. */
struct summed {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *system;
    bool is_summed;
    bool is_search;
    struct page_faults *faults; /* NULL: a page that does not fit is not read */
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *ret_flags);
static int read_file(sqlite3_file *file, void *buffer, int n, sqlite3_int64 at);
static int write_file(sqlite3_file *file, const void *buffer, int n, sqlite3_int64 at);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static sqlite3_vfs *under;
static sqlite3_vfs ours;
static bool is_registered;
static atomic_int_fast64_t damaged_reads;

static void register_ours(void)
{
    under = sqlite3_vfs_find(NULL);
    if (under) {
        ours = *under;
        ours.zName = "kheo";
        ours.pNext = NULL;
        ours.szOsFile = (under->szOsFile + 7) / 8 * 8 + (int)sizeof(struct summed);
        ours.xOpen = open_file;
        is_registered = sqlite3_vfs_register(&ours, 0) == SQLITE_OK;
    }
}

const char *lite_pages_vfs(void)
{
    must(pthread_once(&once, register_ours) == 0);
    return is_registered ? ours.zName : NULL;
}

static struct summed *behind(sqlite3_file *file)
{
    return (struct summed *)(void *)((char *)file + ours.szOsFile - sizeof(struct summed));
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *ret_flags)
{
    sqlite3_int64 size = 0;
    (void)vfs;
    int code = under->xOpen(under, name, file, flags, ret_flags);
    if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB)) {
        return code;
    }
    struct summed *summed = behind(file);
    *summed = (struct summed){ .methods = *file->pMethods, .system = file->pMethods };
    summed->methods.xRead = read_file;
    summed->methods.xWrite = write_file;
    summed->is_summed = (flags & SQLITE_OPEN_CREATE) &&
                        file->pMethods->xFileSize(file, &size) == SQLITE_OK && size == 0;
    summed->is_search = name && str_ends(str_of(name), STR("search.db"));
    file->pMethods = &summed->methods;
    return SQLITE_OK;
}

static void heed_head(struct summed *summed, const void *buffer, int n, sqlite3_int64 at)
{
    if (at == 0 && n >= PAGE_HEAD_BYTES) {
        summed->is_summed = page_head_is_summed(buffer);
    }
}

static bool is_whole_page(int n, sqlite3_int64 at)
{
    return n == PAGE_BYTES && at % PAGE_BYTES == 0;
}

static bool is_noted(const struct page_faults *faults, int64_t page)
{
    for (size_t i = 0; i < faults->count; i++) {
        if (faults->pages[i] == page) {
            return true;
        }
    }
    return false;
}

void page_faults_add(struct page_faults *faults, int64_t page)
{
    if (faults->count < PAGE_FAULTS_MAX && !is_noted(faults, page)) {
        faults->pages[faults->count++] = page;
    }
}

static int does_not_fit(const struct summed *summed, int64_t page)
{
    struct page_faults *faults = summed->faults;
    if (!faults) {
        atomic_fetch_add(&damaged_reads, !summed->is_search);
        log_event(EVENT_PAGE_DAMAGED, LOG_WORD("file", summed->is_search ? "search" : "database"),
                  LOG_INT("page", page));
        return SQLITE_IOERR_DATA;
    }
    page_faults_add(faults, page);
    return SQLITE_OK;
}

static int read_file(sqlite3_file *file, void *buffer, int n, sqlite3_int64 at)
{
    struct summed *summed = behind(file);
    int code = summed->system->xRead(file, buffer, n, at);
    if (code != SQLITE_OK) {
        return code;
    }
    heed_head(summed, buffer, n, at);
    return summed->is_summed && is_whole_page(n, at) && !page_sum_fits(buffer)
               ? does_not_fit(summed, at / PAGE_BYTES + 1)
               : SQLITE_OK;
}

static int write_file(sqlite3_file *file, const void *buffer, int n, sqlite3_int64 at)
{
    struct summed *summed = behind(file);
    uint8_t page[PAGE_BYTES];
    heed_head(summed, buffer, n, at);
    if (summed->is_summed && is_whole_page(n, at)) {
        memcpy(page, buffer, sizeof page);
        page_sum_put(page);
        buffer = page;
    }
    return summed->system->xWrite(file, buffer, n, at);
}

int64_t lite_pages_damaged_reads(void)
{
    return atomic_load(&damaged_reads);
}

/* NULL: its file is not one of ours. */
static struct summed *summed_of(sqlite3 *db)
{
    sqlite3_file *file = NULL;
    bool is_ours =
        sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, (void *)&file) == SQLITE_OK &&
        file->pMethods && file->pMethods->xRead == read_file;
    return is_ours ? behind(file) : NULL;
}

bool lite_pages_are_summed(sqlite3 *db)
{
    const struct summed *summed = summed_of(db);
    return summed && summed->is_summed;
}

void lite_pages_be_like(sqlite3 *db, sqlite3 *other)
{
    struct summed *summed = summed_of(db);
    if (summed) {
        summed->is_summed = lite_pages_are_summed(other);
    }
}

void lite_pages_note(sqlite3 *db, struct page_faults *faults)
{
    struct summed *summed = summed_of(db);
    if (summed) {
        summed->faults = faults;
    }
}

void lite_pages_walk(sqlite3 *db, struct page_faults *faults)
{
    enum { TRIES = 4, PAUSE_US = 20000 };
    sqlite3_file *file = NULL;
    sqlite3_int64 size = 0;
    uint8_t page[PAGE_BYTES];
    const struct summed *summed = summed_of(db);
    (void)sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, (void *)&file);
    if (!summed || !summed->is_summed || summed->system->xFileSize(file, &size) != SQLITE_OK) {
        return;
    }
    for (sqlite3_int64 at = 0; at + PAGE_BYTES <= size; at += PAGE_BYTES) {
        bool fits = false;
        for (int i = 0; i < TRIES && !fits; i++) {
            if (i > 0) {
                (void)usleep(PAUSE_US);
            }
            fits = summed->system->xRead(file, page, PAGE_BYTES, at) == SQLITE_OK &&
                   page_sum_fits(page);
        }
        if (!fits) {
            page_faults_add(faults, at / PAGE_BYTES + 1);
        }
    }
}
