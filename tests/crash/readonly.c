/* Preloaded: while the file $READONLY_WHEN exists, the disk of that file cannot be written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A kernel does not let a file system become read-only while a file is open for writing, but for
 * its own emergency, from which ext4 has no way back without unmounting. So that it comes back
 * under a running server, its answer is played: EROFS to every call that would change something. */

/* NOLINTNEXTLINE(bugprone-macro-parentheses): the name of a function */
#define REAL(name) (__extension__(__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define EXPORT __attribute__((visibility("default")))

static bool is_on(const struct stat *about)
{
    struct stat mark;
    const char *path = getenv("READONLY_WHEN");
    return path && stat(path, &mark) == 0 && mark.st_dev == about->st_dev;
}

static bool is_refused(int file)
{
    struct stat about;
    bool is_ours = fstat(file, &about) == 0 && (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
    if (!is_ours || !is_on(&about)) {
        return false;
    }
    errno = EROFS;
    return true;
}

/* Opening: the folder's disk is the file's. */
static bool is_refused_in(const char *path, int flags)
{
    struct stat about;
    char folder[4096];
    size_t end = 0;
    for (size_t i = 0; path[i] && i + 1 < sizeof folder; i++) {
        folder[i] = path[i];
        end = path[i] == '/' ? i : end;
    }
    folder[end] = '\0';
    bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
    if (!writes || stat(end > 0 ? folder : ".", &about) != 0 || !is_on(&about)) {
        return false;
    }
    errno = EROFS;
    return true;
}

#define MODE_OF(flags, mode)                                                                      \
    do {                                                                                          \
        if ((flags) & O_CREAT) {                                                                  \
            va_list rest;                                                                         \
            va_start(rest, flags);                                                                \
            (mode) = va_arg(rest, mode_t);                                                        \
            va_end(rest);                                                                         \
        }                                                                                         \
    } while (0)

EXPORT int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    MODE_OF(flags, mode);
    return is_refused_in(path, flags) ? -1 : REAL(open)(path, flags, mode);
}

EXPORT int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;
    MODE_OF(flags, mode);
    return is_refused_in(path, flags) ? -1 : REAL(open64)(path, flags, mode);
}

EXPORT int openat(int folder, const char *path, int flags, ...)
{
    mode_t mode = 0;
    MODE_OF(flags, mode);
    bool writes = (flags & O_ACCMODE) != O_RDONLY;
    return writes && is_refused(folder) ? -1 : REAL(openat)(folder, path, flags, mode);
}

EXPORT int mkostemp(char *path, int flags)
{
    return is_refused_in(path, O_CREAT) ? -1 : REAL(mkostemp)(path, flags);
}

EXPORT ssize_t write(int file, const void *bytes, size_t n)
{
    return is_refused(file) ? -1 : REAL(write)(file, bytes, n);
}

EXPORT ssize_t pwrite(int file, const void *bytes, size_t n, off_t at)
{
    return is_refused(file) ? -1 : REAL(pwrite)(file, bytes, n, at);
}

EXPORT ssize_t pwrite64(int file, const void *bytes, size_t n, off64_t at)
{
    return is_refused(file) ? -1 : REAL(pwrite64)(file, bytes, n, at);
}

EXPORT int ftruncate(int file, off_t n)
{
    return is_refused(file) ? -1 : REAL(ftruncate)(file, n);
}

EXPORT int ftruncate64(int file, off64_t n)
{
    return is_refused(file) ? -1 : REAL(ftruncate64)(file, n);
}

EXPORT int unlink(const char *path)
{
    return is_refused_in(path, O_CREAT) ? -1 : REAL(unlink)(path);
}
