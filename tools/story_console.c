/* What people do at the console in a story, and what it says when it refuses. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "story.h"

/* As every console ends: it was done, or a rule said no. */
enum { CONSOLE_DONE, CONSOLE_REFUSED, CONSOLE_UNKNOWN = -1 };
enum { SAID_BYTES_MAX = 64 << 10 };

static act_fn run_console, run_refused;
static int console_code(struct story *story, const struct line *line);
static struct str read_all(struct story *story, int file);

/* console org import … : what `kheo org import …` would do. */
bool play_console(struct story *story, const struct line *line)
{
    return story_act(story, run_console, line);
}

/* refused org import … : the same, and the answer is no. */
bool play_refused(struct story *story, const struct line *line)
{
    return story_act(story, run_refused, line);
}

/* said "…" "…" : what the last `refused` wrote. */
bool play_said(struct story *story, const struct line *line)
{
    for (size_t i = 1; i < line->count; i++) {
        if (str_find(story->said, line->words[i]) >= story->said.n) {
            return story_fail(story, "no “%.*s” in: %.*s", STR_ARG(line->words[i]),
                              STR_ARG(story->said));
        }
    }
    return true;
}

static bool run_console(struct story *story, const void *what)
{
    int code = console_code(story, what);
    return code == CONSOLE_DONE || story_fail(story, "the command ended with %d", code);
}

static bool run_refused(struct story *story, const void *what)
{
    int screen = dup(STDERR_FILENO);
    int kept = memfd_create("said", MFD_CLOEXEC);
    (void)fflush(stderr);
    must(screen >= 0 && kept >= 0 && dup2(kept, STDERR_FILENO) >= 0);
    int code = console_code(story, what);
    (void)fflush(stderr);
    must(dup2(screen, STDERR_FILENO) >= 0);
    close(screen);
    story->said = read_all(story, kept);
    close(kept);
    return code == CONSOLE_REFUSED ||
           story_fail(story, "the command ended with %d: %.*s", code, STR_ARG(story->said));
}

static int console_code(struct story *story, const struct line *line)
{
    char *argv[WORDS_MAX] = { 0 };
    for (size_t i = 2; i < line->count; i++) {
        struct str word = line->words[i];
        argv[i - 2] = new(story->arena, char, word.n + 1);
        memcpy(argv[i - 2], word.p, word.n);
    }
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->console && str_equal(line->words[1], str_of(modules[m]->name))) {
            struct console console = { story->house.store, story->house.desk, story->arena };
            return modules[m]->console(&console, (int)line->count - 2, argv);
        }
    }
    return CONSOLE_UNKNOWN; /* no service has one of that name */
}

static struct str read_all(struct story *story, int file)
{
    char *bytes = new(story->arena, char, SAID_BYTES_MAX);
    ssize_t n = pread(file, bytes, SAID_BYTES_MAX, 0);
    must(n >= 0);
    return (struct str){ bytes, (size_t)n };
}
