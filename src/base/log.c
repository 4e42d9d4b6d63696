/* Log lines: time, level and name of the event, then its pairs, to stderr. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/log.h"

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/must.h"
#include "base/out.h"

/* As much as a pipe takes in one piece (PIPE_BUF), so that lines of two threads never mix. */
enum { PIECE_BYTES_MAX = 4096 };

struct event_row {
    const char *name;
    enum log_level level;
};

static const struct event_row EVENTS[EVENT_COUNT] = {
#define EVENT(name, level, meaning) { #name, LEVEL_##level },
#include "base/events.def"
#undef EVENT
};
static const char *const LEVEL_NAMES[] = { "debug", "info", "warning", "error" };

/* The two variables of the room: every thread writes the log, and none of them can be handed a
 * setting when a claim breaks. */
static atomic_int threshold = LEVEL_INFO;

/* A thread's lines that wait. */
static _Thread_local struct {
    bool is_on;
    size_t n;
    char bytes[PIECE_BYTES_MAX];
} gathered;

static void spill(void);
static void write_event_name(struct out *out, const char *name);
static void write_word(struct out *out, const char *word);

void log_write(enum log_event event, const struct log_pair *pairs, size_t count)
{
    enum log_level level = log_level_of(event);
    if ((int)level < atomic_load_explicit(&threshold, memory_order_relaxed)) {
        return;
    }
    char line[PIECE_BYTES_MAX];
    struct out out = out_fixed(line, sizeof line - 1);
    out_lit(&out, "time=");
    out_instant(&out, instant_now());
    out_lit(&out, " level=");
    out_str_raw(&out, str_of(LEVEL_NAMES[level]));
    out_lit(&out, " event=");
    write_event_name(&out, EVENTS[event].name);
    for (size_t i = 0; i < count; i++) {
        out_char(&out, ' ');
        out_str_raw(&out, str_of(pairs[i].key));
        out_char(&out, '=');
        if (pairs[i].word) {
            write_word(&out, pairs[i].word);
        } else {
            out_int(&out, pairs[i].number);
        }
    }
    line[out.n] = '\n';
    if (out.n + 1 > sizeof gathered.bytes - gathered.n) {
        spill();
    }
    memcpy(gathered.bytes + gathered.n, line, out.n + 1);
    gathered.n += out.n + 1;
    if (!gathered.is_on || level > LEVEL_INFO) {
        spill();
    }
}

void log_gather(void)
{
    gathered.is_on = true;
}

void log_spill(void)
{
    spill();
    gathered.is_on = false;
}

static void spill(void)
{
    /* A log that cannot be written is no reason to stop serving. */
    ssize_t written = gathered.n > 0 ? write(STDERR_FILENO, gathered.bytes, gathered.n) : 0;
    (void)written;
    gathered.n = 0;
}

void log_set_level(enum log_level level)
{
    atomic_store_explicit(&threshold, (int)level, memory_order_relaxed);
}

enum log_level log_level_of(enum log_event event)
{
    /* Not must(): it would come back here. */
    return event < EVENT_COUNT ? EVENTS[event].level : LEVEL_ERROR;
}

static void write_event_name(struct out *out, const char *name)
{
    for (const char *p = name; *p; p++) {
        out_char(out, *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p);
    }
}

/* Quoted only when it would not read as one word. */
static void write_word(struct out *out, const char *word)
{
    bool plain = *word != '\0';
    for (const char *p = word; *p; p++) {
        plain = plain && *p > ' ' && *p != '"' && *p != '=' && *p != '\x7f';
    }
    if (plain) {
        out_str_raw(out, str_of(word));
    } else {
        out_json_string(out, str_of(word));
    }
}
