/* What the files of the story runner share: a story being played, and the words of its language. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_STORY_H
#define TOOLS_STORY_H

#include <stdio.h>

#include "base/limits.h"
#include "base/must.h"
#include "main/indexer.h"
#include "web/server.h"

enum {
    WORDS_MAX = 80,
    JARS_MAX = 12,
    JAR_NAME_MAX = 40,
    COOKIES_MAX = 8,
    VARIABLES_MAX = 64,
    STORY_BYTES_MAX = 1 << 20,
    STORY_ARENA_BYTES = 256 << 20,
};

/* A browser of one person. */
struct jar {
    char name[JAR_NAME_MAX + 1]; /* its own: a line's words go with the line */
    struct header cookies[COOKIES_MAX];
    size_t count;
};

struct variable {
    struct str name;
    struct str value;
};

struct story;
/* One thing that is done to the house; false when the story failed there. It can be done again. */
typedef bool act_fn(struct story *story, const void *what);

struct story {
    /* NULL, or what is done around each act instead of it alone (tools/torture.c). */
    bool (*around)(struct story *story, act_fn *act, const void *what);
    /* NULL, or how a request is sent instead of by serve() (tools/torture_wire.c). */
    bool (*carry)(struct story *story, struct str bytes);
    struct wire *wire;
    const char *path;
    unsigned line;
    struct str title;
    struct str failure;
    struct arena *arena;
    struct house house;
    struct worker *worker;
    struct indexer *indexer;
    struct instant now;
    char folder[64];
    struct jar jars[JARS_MAX];
    size_t jar_count;
    struct jar *jar;
    struct variable variables[VARIABLES_MAX];
    size_t variable_count;
    struct str headers;        /* for the next request only */
    struct exchange *exchange; /* the last one, open until the next begins */
    struct str said;           /* by the last command of the console that was refused */
    bool is_seeded;            /* a made-up story: no 5xx is an answer */
};

/* One line, its quotes taken off and its variables filled in. */
struct line {
    struct str words[WORDS_MAX];
    size_t count;
    struct str rest; /* behind the first word, as it stands, variables filled in */
};

/* A word of the language; false when the story failed there. */
typedef bool play_fn(struct story *story, const struct line *line);

/* story.c: scene and clock. */
play_fn play_title, play_nothing, play_clock, play_advance;
/* story_console.c: commands of the console. */
play_fn play_console, play_refused, play_said;
/* story_ask.c: browsers and what they send. */
play_fn play_as, play_anonymous, play_header, play_request;
/* story_see.c: what came back, and what the ledger says. */
play_fn play_expect, play_let, play_limit, play_fact, play_ledger;

/* story_seed.c: what is random from here on follows from the word. */
play_fn play_seed;
void seed_randomness(struct str word);

/* A story of so many steps that is made up from the seed while it is played (docs/STORIES.md), and
 * written to `script` if that is not NULL. What it prints is the same on every database. */
bool sim_play(struct story *story, const char *seed, int64_t steps, FILE *script);
/* Prints the shortest story that was found to fail still; false when that of the file does not. */
bool shrink_story(struct arena *arena, const char *path);

/* Plays a story in a house of its own, and says why it failed. */
bool story_play_file(const char *path);
bool story_play(struct story *story, const char *path);
/* The same in a process of its own, as a line of TAP: one that ends in a panic fails alone and
 * leaves nothing behind. */
bool story_play_alone(const char *path, unsigned number, bool must_fail);
/* Its two halves before the first line: memory and a folder; then the house in story->folder, with
 * a worker and an indexer. */
bool story_open(struct story *story, const char *path);
bool story_open_house(struct story *story);
void story_remove_folder(const char *folder);
bool story_act(struct story *story, act_fn *act, const void *what);
bool story_play_line(struct story *story, struct str text);
/* Keeps the sentence, and is false. */
bool story_fail(struct story *story, const char *format, ...) PRINTF(2, 3);
/* Absent when there is no such file. */
struct str story_file(struct arena *arena, const char *path);

#endif
