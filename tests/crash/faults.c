/* Preloaded: a wall clock that is set by a file, and syncs that fail while another file exists. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* $CLOCK_AHEAD names a file with the seconds by which the clock is ahead; $SYNC_FAILS_WHEN one that
 * exists while the disk does not take what it is given. */

/* NOLINTNEXTLINE(bugprone-macro-parentheses): the name of a function */
#define REAL(name) (__extension__(__typeof__(&name)) dlsym(RTLD_NEXT, #name))
#define EXPORT     __attribute__((visibility("default")))

static long seconds_ahead(void)
{
    char digits[32] = "";
    const char *path = getenv("CLOCK_AHEAD");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file >= 0) {
        if (read(file, digits, sizeof digits - 1) < 0) {
            digits[0] = '\0';
        }
        close(file);
    }
    return strtol(digits, NULL, 10);
}

EXPORT int clock_gettime(clockid_t clock, struct timespec *ret)
{
    int failed = REAL(clock_gettime)(clock, ret);
    if (!failed && clock == CLOCK_REALTIME) {
        ret->tv_sec += seconds_ahead();
    }
    return failed;
}

EXPORT time_t time(time_t *ret)
{
    time_t now = REAL(time)(NULL) + seconds_ahead();
    if (ret) {
        *ret = now;
    }
    return now;
}

static bool is_taken(void)
{
    const char *path = getenv("SYNC_FAILS_WHEN");
    bool fails = path && access(path, F_OK) == 0;
    errno = fails ? EIO : errno;
    return !fails;
}

EXPORT int fsync(int file)
{
    return is_taken() ? REAL(fsync)(file) : -1;
}

EXPORT int fdatasync(int file)
{
    return is_taken() ? REAL(fdatasync)(file) : -1;
}
