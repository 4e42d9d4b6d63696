/* Shared libraries that are loaded when an installation turns out to need them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A server on one file that writes to nobody needs neither libpq nor libcurl; with them come thirty
 * other libraries, which set up their tables and generators in every process that links them: a
 * tenth of a start (docs/decisions/0022-libraries-when-needed.md).
 *
 * The room that is the door to such a library lists the functions it calls once, as a macro; from
 * the list it makes a struct of pointers, typed by the library's own header, and the rows below. */
struct library_function {
    const char *name; /* "PQexec" */
    void *slot;       /* of the pointer to it */
};

struct library {
    const char *file; /* "libpq.so.5": with the number of the interface that its header describes */
    const struct library_function *functions;
    size_t count;
    bool is_loaded;
};

/* Loads it, once, for good. Before the walls: behind them nothing is loaded. False: it is not on
 * this machine, or lacks a function; nothing of it may be called then. */
bool library_load(struct library *library);

#endif
