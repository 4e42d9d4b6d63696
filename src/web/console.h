/* Files that a command at the console takes in: read whole, every bad line named, then an order. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_CONSOLE_H
#define WEB_CONSOLE_H

#include <stdio.h>

#include "web/module.h"

struct tongue;

/* What the program ends with. */
enum { CONSOLE_DONE, CONSOLE_FAULTS, CONSOLE_USAGE };

struct intake {
    struct console *console;
    const struct tongue *tongue;
    struct arena *arena;     /* its own; what it does not hold is a file too large */
    struct session *session; /* for reading */
    const void *options;     /* the service's */
};
/* Runs `take` with an arena of so many bytes and a session; says what is missing. Returns what the
 * program ends with. */
int console_take(struct intake *intake, size_t arena_bytes, int (*take)(struct intake *intake));

/* One line; the detail stands for the sentence's %s. */
void console_say(const struct intake *intake, FILE *stream, const char *sentence,
                 struct str detail);
/* The whole file. False, after a sentence: there is none, or it is longer than that. */
bool console_read(const struct intake *intake, const char *path, size_t bytes_max, struct str *ret);
/* Names the first LINE_FAULTS_KEPT of `count` faults, each with its line, then the sentence that
 * nothing was taken; silent without a fault. */
void console_faults(const struct intake *intake, const struct line_fault *faults, size_t count,
                    const char *sentence);
/* Gives the order, as the machine's keeper; says `sentence` with the answer's text, or why not. */
int console_order(const struct intake *intake, const struct command *command, const void *args,
                  const char *sentence);

#endif
