/* The C library's calls on files, passed on to the disk that forgets (disk.h). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "disk.h"

/* The program's own symbols come before those of any library that it loads. */

/* NOLINTNEXTLINE(bugprone-macro-parentheses): the name of a function */
#define REAL(name) (__extension__(__typeof__(&name)) dlsym(RTLD_NEXT, #name))
#define EXPORT     __attribute__((visibility("default")))

#define MODE_OF(flags, mode)                                                                       \
    do {                                                                                           \
        if ((flags)&O_CREAT) {                                                                     \
            va_list rest;                                                                          \
            va_start(rest, flags);                                                                 \
            (mode) = va_arg(rest, mode_t);                                                         \
            va_end(rest);                                                                          \
        }                                                                                          \
    } while (0)

static int open_at(int folder, const char *path, int flags, mode_t mode)
{
    struct stat about;
    if (!disk_allows_path(DISK_OPEN, folder, path)) {
        return -1;
    }
    bool is_new = (flags & O_CREAT) && fstatat(folder, path, &about, AT_SYMLINK_NOFOLLOW) != 0;
    if (is_new && !disk_allows_path(DISK_WRITE, folder, path)) {
        return -1;
    }
    int file = REAL(openat)(folder, path, flags, mode);
    if (file >= 0) {
        disk_opened(folder, path, flags, is_new, file);
    }
    return file;
}

EXPORT int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    MODE_OF(flags, mode);
    return open_at(AT_FDCWD, path, flags, mode);
}

EXPORT int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;
    MODE_OF(flags, mode);
    return open_at(AT_FDCWD, path, flags, mode);
}

EXPORT int openat(int folder, const char *path, int flags, ...)
{
    mode_t mode = 0;
    MODE_OF(flags, mode);
    return open_at(folder, path, flags, mode);
}

EXPORT int close(int file)
{
    disk_closed(file);
    return REAL(close)(file);
}

EXPORT ssize_t read(int file, void *bytes, size_t n)
{
    return disk_allows(DISK_READ, file) ? REAL(read)(file, bytes, n) : -1;
}

EXPORT ssize_t pread(int file, void *bytes, size_t n, off_t at)
{
    return disk_allows(DISK_READ, file) ? REAL(pread)(file, bytes, n, at) : -1;
}

EXPORT ssize_t pread64(int file, void *bytes, size_t n, off64_t at)
{
    return disk_allows(DISK_READ, file) ? REAL(pread64)(file, bytes, n, at) : -1;
}

/* Half of a write that fails gets there, as on a disk that becomes full in the middle of it. */
static ssize_t write_at(int file, const void *bytes, size_t n, off_t at)
{
    bool is_allowed = disk_allows(DISK_WRITE, file);
    int error = errno;
    ssize_t written = REAL(pwrite)(file, bytes, is_allowed ? n : n / 2, at);
    if (written > 0) {
        disk_wrote(file, at, bytes, written);
    }
    errno = is_allowed ? errno : error;
    return is_allowed ? written : -1;
}

EXPORT ssize_t write(int file, const void *bytes, size_t n)
{
    if (!disk_has(file)) {
        return REAL(write)(file, bytes, n);
    }
    off_t at = lseek(file, 0, SEEK_CUR);
    ssize_t written = write_at(file, bytes, n, at);
    if (written > 0) {
        (void)lseek(file, at + written, SEEK_SET);
    }
    return written;
}

EXPORT ssize_t pwrite(int file, const void *bytes, size_t n, off_t at)
{
    return write_at(file, bytes, n, at);
}

EXPORT ssize_t pwrite64(int file, const void *bytes, size_t n, off64_t at)
{
    return write_at(file, bytes, n, at);
}

static int resize(int file, off_t n)
{
    if (!disk_allows(DISK_WRITE, file)) {
        return -1;
    }
    int failed = REAL(ftruncate)(file, n);
    if (!failed) {
        disk_resized(file, n);
    }
    return failed;
}

EXPORT int ftruncate(int file, off_t n)
{
    return resize(file, n);
}

EXPORT int ftruncate64(int file, off64_t n)
{
    return resize(file, n);
}

/* No real disk is waited for: the one that counts is in memory. */
EXPORT int fsync(int file)
{
    if (!disk_allows(DISK_SYNC, file)) {
        return disk_forgot(file) ? 0 : -1;
    }
    disk_synced(file);
    return 0;
}

EXPORT int fdatasync(int file)
{
    return fsync(file);
}

EXPORT int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    if (!disk_allows_path(DISK_WRITE, to_folder, to)) {
        return -1;
    }
    int failed = REAL(renameat)(from_folder, from, to_folder, to);
    if (!failed) {
        disk_renamed(from_folder, from, to_folder, to);
    }
    return failed;
}

EXPORT int rename(const char *from, const char *to)
{
    return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

EXPORT int unlinkat(int folder, const char *path, int flags)
{
    if (!disk_allows_path(DISK_WRITE, folder, path)) {
        return -1;
    }
    int failed = REAL(unlinkat)(folder, path, flags);
    if (!failed) {
        disk_removed(folder, path);
    }
    return failed;
}

EXPORT int unlink(const char *path)
{
    return unlinkat(AT_FDCWD, path, 0);
}

EXPORT int mkdir(const char *path, mode_t mode)
{
    if (!disk_allows_path(DISK_WRITE, AT_FDCWD, path)) {
        return -1;
    }
    int failed = REAL(mkdir)(path, mode);
    if (!failed) {
        disk_made_folder(path);
    }
    return failed;
}

/* Ending is the last word of a process: what it leaves is what was synced. */
EXPORT NORETURN void _exit(int code)
{
    disk_ended();
    (void)syscall(SYS_exit_group, code);
    __builtin_unreachable();
}
