/* The log: one line per event, key=value, typed, to stderr. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/status.h"
#include "base/str.h"

/* Events are declared in events.def with their level and meaning; the operator's manual is made
 * from it. Values have these kinds and no other: there is no way to log what a person wrote,
 * because a `struct str` has no encoder here; LOG_WORD takes constants of the program only. */
enum log_event {
#define EVENT(name, level, meaning) EVENT_##name,
#include "base/events.def"
#undef EVENT
    EVENT_COUNT
};

struct log_pair {
    const char *key;
    const char *word;   /* a constant of the program, or NULL for a number */
    int64_t number;
};
#define LOG_INT(key, value) { key, NULL, (value) }
#define LOG_WORD(key, constant) { key, (constant), 0 }

/* log_event(EVENT_REQUEST, LOG_WORD("route", row->path), LOG_INT("ms", ms)); */
#define log_event(event, ...)                                                                     \
    log_write((event), (const struct log_pair[]){ __VA_ARGS__ },                                  \
              sizeof((const struct log_pair[]){ __VA_ARGS__ }) / sizeof(struct log_pair))
void log_write(enum log_event event, const struct log_pair *pairs, size_t count);

/* A thread that answers many requests in one turn writes their lines in one piece: between
 * log_gather() and log_spill(), lines up to `info` wait; a graver one takes those before it along.
 */
void log_gather(void);
void log_spill(void);

/* Events below the level are not written. */
void log_set_level(enum log_level level);
enum log_level log_level_of(enum log_event event) PURE;

#endif
