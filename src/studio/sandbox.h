/* A sandbox for a process with nothing to do outside: limits, Landlock, a list of system calls. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_SANDBOX_H
#define STUDIO_SANDBOX_H

#include <stdbool.h>

enum {
    SANDBOX_MEMORY_BYTES = 288 << 20, /* RLIMIT_AS: code, libraries, fonts, arena and decoders */
    SANDBOX_FILES_MAX = 8,
};

/* The sanitizers reserve terabytes for their notes about every byte, and follow each longjmp() with
 * a question to the kernel: in builds with them memory is not limited. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANDBOX_IS_INSTRUMENTED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANDBOX_IS_INSTRUMENTED 1
#endif

/* What this kernel gave. */
struct sandbox {
    bool has_limits;  /* memory, open files, no file may grow, no core, no second process */
    int landlock_abi; /* nothing of the file system; 0: the kernel has no Landlock */
    bool has_filter;  /* seccomp: another system call than these few ends the process */
};

/* For the calling process, for good; before it reads anything that it does not trust, and while it
 * has one thread. From then on it can read and write its standard input, which should be a socket,
 * take and give back memory, ask the time, and exit. Time is limited from outside (studio.c), where
 * nothing can undo it. Pango asks whether its fonts, which were opened before, can be read:
 * access() looks at nothing and says yes. */
struct sandbox sandbox_enter(void);

#endif
