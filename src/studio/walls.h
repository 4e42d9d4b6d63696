/* The server's walls: what the process that talks to the world may still do, once it serves. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_WALLS_H
#define STUDIO_WALLS_H

#include <stdbool.h>

#include "base/attr.h"

/* Whoever gets hold of the server through a fault in it can read and write what it can: the data
 * folder. He cannot start a program, become another user, look into other processes, open a second
 * port, put code into memory, write elsewhere, or read the users' homes and other people's data.
 *
 *     struct walls walls = walls_enter(&(struct walls_wish){ .writes = folders, .reads = files });
 *
 * Behind them it serves, reads and writes below `writes`, connects to mail servers and the
 * database, and starts threads. The studio's workers come from elsewhere (nursery.h). */
struct walls_wish {
    const char *const *writes; /* folders, to the NULL at the end; what is missing is passed over */
    const char *const *reads;  /* folders and files beside WALLS_READS */
    bool connects_here;        /* to a socket of this machine by its path (PostgreSQL) */
    bool dumps_core;           /* a core has all secrets in it: only when asked for */
};

/* Read by libraries while the server runs: names and addresses, certificates, the time zone. The
 * whole of /etc, because its files are replaced while we run. */
#define WALLS_READS                                                                               \
    "/etc", "/usr/lib/ssl", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates",     \
        "/usr/share/zoneinfo", "/run/systemd/resolve", "/run/resolvconf", "/run/NetworkManager",  \
        "/dev/urandom"

/* What this kernel gave. */
struct walls {
    bool has_limits;   /* no core, no look from processes of the same user */
    int landlock_abi;  /* files; 0: the kernel has no Landlock, and only their modes protect them */
    bool has_filter;   /* seccomp: no other system calls than the server's */
};

/* For the calling process, for good. While it has one thread, so that all later ones are inside. In
 * builds with sanitizers there is no filter: theirs are not the server's calls. */
struct walls walls_enter(const struct walls_wish *wish) MUST_USE;

#endif
