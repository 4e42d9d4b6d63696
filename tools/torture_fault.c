/* The seams of a torture: the linker's, SQLite's and the store's, none of them in the program. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "torture_fault.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/must.h"
#include "store/fault.h"

/* The store's own counter goes down from here while we only count. */
enum { NEVER = 1000000 };

const char *const fault_names[FAULT_KINDS] = {
    "arena", "heap", "statement", "write", "sync", "send"
};

static struct {
    bool is_armed;
    enum fault_kind kind;
    unsigned n;
    unsigned choice;
    bool has_fired;
    bool is_cut; /* half of an answer is out, and the rest will not be */
    unsigned counts[FAULT_KINDS];
    const struct arena *spared;
} fault;

/* Is it this one's turn? */
static bool is_turn(enum fault_kind kind)
{
    bool is_other_thread = fault.kind == FAULT_SEND && kind != FAULT_SEND;
    if (!fault.is_armed || is_other_thread) {
        return false;
    }
    bool is_it = ++fault.counts[kind] == fault.n && kind == fault.kind;
    fault.has_fired |= is_it;
    return is_it;
}

void faults_spare(const struct arena *own)
{
    fault.spared = own;
}

void fault_arm(enum fault_kind kind, unsigned n, unsigned choice, struct store *store)
{
    static const enum status statuses[] = { STATUS_STORE_FAILED, STATUS_DISK_FULL, STATUS_CONFLICT,
                                            STATUS_FULL, STATUS_READ_ONLY };
    store_fault_after(store, kind == FAULT_STATEMENT && n > 0 ? n : NEVER,
                      statuses[choice % COUNT(statuses)]);
    fault.kind = kind;
    fault.n = n;
    fault.choice = choice;
    fault.has_fired = false;
    fault.is_cut = false;
    for (int i = 0; i < FAULT_KINDS; i++) {
        fault.counts[i] = 0;
    }
    fault.is_armed = true;
}

bool fault_disarm(struct store *store)
{
    unsigned asked = fault.kind == FAULT_STATEMENT && fault.n > 0 ? fault.n : NEVER;
    unsigned left = store_fault_left(store);
    fault.is_armed = false;
    fault.counts[FAULT_STATEMENT] = asked - left;
    if (fault.kind == FAULT_STATEMENT) {
        fault.has_fired = left == 0;
    }
    store_fault_after(store, 0, STATUS_OK);
    return fault.has_fired;
}

unsigned fault_count(enum fault_kind kind)
{
    return fault.counts[kind];
}

/* --- arenas: the linker sends calls from other files through here (--wrap) -------------------- */

void *__real_arena_alloc(struct arena *arena, size_t count, size_t size_bytes);
void *__real_arena_raw(struct arena *arena, size_t size_bytes);
bool __real_arena_extend(struct arena *arena, void *last, size_t from_bytes, size_t to_bytes);
void __real_arena_defer(struct arena *arena, void (*cleanup)(void *), void *subject);
struct arena *__real_arena_create(size_t limit_bytes);
void *__real_mmap(void *at, size_t n, int protection, int flags, int file, off_t from);

void *__wrap_arena_alloc(struct arena *arena, size_t count, size_t size_bytes);
void *__wrap_arena_raw(struct arena *arena, size_t size_bytes);
bool __wrap_arena_extend(struct arena *arena, void *last, size_t from_bytes, size_t to_bytes);
void __wrap_arena_defer(struct arena *arena, void (*cleanup)(void *), void *subject);
struct arena *__wrap_arena_create(size_t limit_bytes);
void *__wrap_mmap(void *at, size_t n, int protection, int flags, int file, off_t from);

/* Where nothing stands to jump back to, an arena is fresh: what is taken from it there fits by its
 * size, and the program says so with a must(). */
static bool is_arena_turn(struct arena *arena)
{
    return arena != fault.spared && arena->boundary && is_turn(FAULT_ARENA);
}

void *__wrap_arena_alloc(struct arena *arena, size_t count, size_t size_bytes)
{
    arena->fail_after = is_arena_turn(arena);
    return __real_arena_alloc(arena, count, size_bytes);
}

void *__wrap_arena_raw(struct arena *arena, size_t size_bytes)
{
    arena->fail_after = is_arena_turn(arena);
    return __real_arena_raw(arena, size_bytes);
}

bool __wrap_arena_extend(struct arena *arena, void *last, size_t from_bytes, size_t to_bytes)
{
    return !is_arena_turn(arena) && __real_arena_extend(arena, last, from_bytes, to_bytes);
}

void __wrap_arena_defer(struct arena *arena, void (*cleanup)(void *), void *subject)
{
    arena->fail_after = is_arena_turn(arena);
    __real_arena_defer(arena, cleanup, subject);
}

struct arena *__wrap_arena_create(size_t limit_bytes)
{
    return is_turn(FAULT_ARENA) ? NULL : __real_arena_create(limit_bytes);
}

void *__wrap_mmap(void *at, size_t n, int protection, int flags, int file, off_t from)
{
    if (is_turn(FAULT_ARENA)) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    return __real_mmap(at, n, protection, flags, file, from);
}

/* --- SQLite's memory -------------------------------------------------------------------------- */

static sqlite3_mem_methods heap;

static void *heap_malloc(int n)
{
    return is_turn(FAULT_HEAP) ? NULL : heap.xMalloc(n);
}

static void *heap_realloc(void *p, int n)
{
    return is_turn(FAULT_HEAP) ? NULL : heap.xRealloc(p, n);
}

void faults_install(void)
{
    must(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &heap) == SQLITE_OK);
    sqlite3_mem_methods ours = heap;
    ours.xMalloc = heap_malloc;
    ours.xRealloc = heap_realloc;
    must(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK);
}

/* --- files: what the program defines comes before the C library's, for SQLite too ------------- */

#define SEAM __attribute__((visibility("default")))

static bool is_file(int file)
{
    struct stat about;
    return fault.is_armed && fstat(file, &about) == 0 &&
           (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

static int fail(void)
{
    errno = fault.kind != FAULT_SYNC && fault.choice % 3 == 0 ? ENOSPC : EIO;
    return -1;
}

/* Every fourth time half of it is written, and only the next try tells why not all. */
static bool is_torn(size_t n)
{
    return n > 1 && fault.choice % 4 == 1;
}

SEAM ssize_t write(int file, const void *bytes, size_t n)
{
    if (is_file(file) && is_turn(FAULT_WRITE)) {
        return is_torn(n) ? syscall(SYS_write, file, bytes, n / 2) : fail();
    }
    return syscall(SYS_write, file, bytes, n);
}

SEAM ssize_t pwrite64(int file, const void *bytes, size_t n, off64_t from)
{
    if (is_file(file) && is_turn(FAULT_WRITE)) {
        return is_torn(n) ? syscall(SYS_pwrite64, file, bytes, n / 2, from) : fail();
    }
    return syscall(SYS_pwrite64, file, bytes, n, from);
}

SEAM ssize_t pwrite(int file, const void *bytes, size_t n, off_t from)
{
    return pwrite64(file, bytes, n, from);
}

SEAM int fsync(int file)
{
    return is_file(file) && is_turn(FAULT_SYNC) ? fail() : (int)syscall(SYS_fsync, file);
}

/* Of a folder it is SQLite's, which does not look how that went: house_open() has synced it. */
SEAM int fdatasync(int file)
{
    struct stat about;
    bool is_one = is_file(file) && fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    return is_one && is_turn(FAULT_SYNC) ? fail() : (int)syscall(SYS_fdatasync, file);
}

SEAM int ftruncate64(int file, off64_t n)
{
    return is_file(file) && is_turn(FAULT_WRITE) ? fail() : (int)syscall(SYS_ftruncate, file, n);
}

SEAM int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return is_turn(FAULT_WRITE) ? fail()
                                : (int)syscall(SYS_renameat, from_folder, from, to_folder, to);
}

/* --- sockets ---------------------------------------------------------------------------------- */

SEAM ssize_t sendmsg(int socket, const struct msghdr *message, int flags)
{
    struct iovec first = message->msg_iovlen > 0 ? message->msg_iov[0] : (struct iovec){ 0 };
    int domain = 0;
    socklen_t n = sizeof domain;
    bool is_answer = fault.is_armed &&
                     getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &domain, &n) == 0 &&
                     domain == AF_INET;
    if (is_answer && fault.is_cut) {
        errno = ECONNRESET;
        return -1;
    }
    if (is_answer && is_turn(FAULT_SEND)) {
        fault.is_cut = fault.choice % 3 == 1;
        if (fault.is_cut || fault.choice % 3 == 2) {
            return send(socket, first.iov_base, first.iov_len / 2, flags);
        }
        errno = EPIPE;
        return -1;
    }
    return syscall(SYS_sendmsg, socket, message, flags);
}
