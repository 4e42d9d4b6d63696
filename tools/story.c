/* The story runner: plain-text scenes against a whole house in memory, under its own clock. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "story.h"

/* docs/STORIES.md has the words of a story. */
enum { HOUR_S = 3600 };

static const struct {
    const char *word;
    play_fn *play;
} words[] = {
    { "story", play_title },     { "law", play_nothing },     { "clock", play_clock },
    { "as", play_as },           { "header", play_header },   { "anonymous", play_anonymous },
    { "GET", play_request },     { "HEAD", play_request },    { "POST", play_request },
    { "PUT", play_request },     { "PATCH", play_request },   { "DELETE", play_request },
    { "expect", play_expect },   { "let", play_let },         { "advance", play_advance },
    { "fact", play_fact },       { "limit", play_limit },     { "ledger", play_ledger },
    { "console", play_console }, { "refused", play_refused }, { "said", play_said },
    { "seed", play_seed },
};

static bool play_lines(struct story *story, struct str text);
static void make_folder(struct story *story);

bool story_play_file(const char *path)
{
    struct story story = { 0 };
    return story_play(&story, path);
}

bool story_play(struct story *story, const char *path)
{
    jmp_buf boundary;
    if (!story_open(story, path) || arena_guard(story->arena, &boundary)) {
        printf("# %s:%u: the story needs more memory than the runner has\n", path, story->line);
        return false;
    }
    bool is_good = story_open_house(story) && play_lines(story, story_file(story->arena, path));
    if (!is_good) {
        printf("# %s:%u: %.*s\n", path, story->line, STR_ARG(story->failure));
    }
    story_remove_folder(story->folder);
    return is_good;
}

bool story_open(struct story *story, const char *path)
{
    story->path = path;
    story->arena = arena_create(STORY_ARENA_BYTES);
    must(crypt_start());
    log_set_level(LEVEL_WARNING);
    story->now = instant_parse(STR("2026-03-02T09:00:00+07:00"));
    story->jar = &story->jars[story->jar_count++];
    make_folder(story);
    return story->arena != NULL;
}

bool story_act(struct story *story, act_fn *act, const void *what)
{
    return story->around ? story->around(story, act, what) : act(story, what);
}

static bool play_lines(struct story *story, struct str text)
{
    if (!text.p) {
        return story_fail(story, "cannot be read");
    }
    struct str rest = text;
    while (rest.p) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        story->line++;
        if (line.n > 0 && line.p[0] != '#' && !story_play_line(story, line)) {
            return false;
        }
    }
    return story->title.p ? true : story_fail(story, "a story begins with `story TITLE`");
}

/* --- words of a line -------------------------------------------------------------------------- */

static bool cut_repeat(struct str *line, int64_t *ret_times);
static bool play_once(struct story *story, struct str text);
static struct str fill_variables(struct story *story, struct str text);
static bool split_words(struct story *story, struct str text, struct line *ret);
static bool cut_word(struct story *story, struct str *rest, struct str *ret);

bool story_play_line(struct story *story, struct str text)
{
    struct str line = text;
    int64_t times = 1;
    if (!str_starts(text, STR("repeat "))) {
        return play_once(story, line);
    }
    if (!cut_repeat(&line, &times)) {
        return story_fail(story, "repeat wants 50 POST /path");
    }
    must(story->variable_count < VARIABLES_MAX);
    struct variable *number = &story->variables[story->variable_count++];
    bool is_good = true;
    for (int64_t n = 1; is_good && n <= times; n++) {
        struct str digits = str_printf(story->arena, "%lld", (long long)n);
        *number = (struct variable){ STR("n"), digits };
        is_good = play_once(story, line);
    }
    return is_good;
}

/* repeat 50 POST /path text=$n : the line so many times, with $n from 1 on. */
static bool cut_repeat(struct str *line, int64_t *ret_times)
{
    (void)str_cut(line, ' ');
    *line = str_trim(*line);
    struct str times = str_cut(line, ' ');
    *line = str_trim(*line);
    return str_to_int(times, ret_times) && *ret_times > 0 && line->n > 0;
}

static bool play_once(struct story *story, struct str text)
{
    struct line line = { 0 };
    struct str filled = fill_variables(story, text);
    if (!filled.p || !split_words(story, filled, &line)) {
        return false;
    }
    line.rest = str_trim(str_slice(filled, str_find_byte(filled, ' '), filled.n));
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_equal(line.words[0], str_of(words[i].word))) {
            return words[i].play(story, &line);
        }
    }
    return story_fail(story, "no such word: %.*s", STR_ARG(line.words[0]));
}

/* $name stands for what `let` kept; an unknown name is a mistake of the story. */
static struct str fill_variables(struct story *story, struct str text)
{
    struct out out = out_open(story->arena, STORY_BYTES_MAX);
    for (size_t at = 0; at < text.n;) {
        size_t end = at + 1;
        while (text.p[at] == '$' && end < text.n &&
               ((text.p[end] >= 'a' && text.p[end] <= 'z') || text.p[end] == '_')) {
            end++;
        }
        struct str piece = str_slice(text, at, end);
        at = end;
        if (piece.n == 1) {
            out_str_raw(&out, piece);
            continue;
        }
        struct str name = str_slice(piece, 1, piece.n);
        struct str value = STR_NONE;
        for (size_t i = 0; i < story->variable_count; i++) {
            if (str_equal(story->variables[i].name, name)) {
                value = story->variables[i].value;
            }
        }
        if (!value.p) {
            (void)story_fail(story, "$%.*s was never kept", STR_ARG(name));
            return STR_NONE;
        }
        out_str_raw(&out, value);
    }
    return out_str(&out);
}

static bool split_words(struct story *story, struct str text, struct line *ret)
{
    struct str rest = str_trim(text);
    while (rest.n > 0) {
        if (ret->count == WORDS_MAX) {
            return story_fail(story, "more than %d words", WORDS_MAX);
        }
        if (!cut_word(story, &rest, &ret->words[ret->count++])) {
            return story_fail(story, "a quote is not closed");
        }
        rest = str_trim(rest);
    }
    return true;
}

/* Blanks end a word but inside "…", where \n, \" and \\ mean what they do in C. */
static bool cut_word(struct story *story, struct str *rest, struct str *ret)
{
    struct out out = out_open(story->arena, STORY_BYTES_MAX);
    bool is_quoted = false;
    size_t at = 0;
    for (; at < rest->n && (is_quoted || rest->p[at] != ' '); at++) {
        bool is_escape = is_quoted && rest->p[at] == '\\' && at + 1 < rest->n;
        if (is_escape) {
            at++;
            out_char(&out, rest->p[at] == 'n' ? '\n' : rest->p[at]);
        } else if (rest->p[at] == '"') {
            is_quoted = !is_quoted;
        } else {
            out_char(&out, rest->p[at]);
        }
    }
    *ret = out_str(&out);
    *rest = str_slice(*rest, at, rest->n);
    return !is_quoted;
}

/* --- scene ------------------------------------------------------------------------------------ */

static act_fn let_time_pass;
static void run_ticks(struct story *story);

bool play_title(struct story *story, const struct line *line)
{
    story->title = line->rest;
    return true;
}

bool play_nothing(struct story *story, const struct line *line)
{
    (void)story;
    (void)line;
    return true;
}

/* clock 2026-03-02 09:00 */
bool play_clock(struct story *story, const struct line *line)
{
    struct str hour = line->count > 2 ? line->words[2] : STR("08:00");
    struct instant instant = instant_parse(
        str_printf(story->arena, "%.*sT%.*s:00+07:00", STR_ARG(line->words[1]), STR_ARG(hour)));
    if (instant.s <= 0) {
        return story_fail(story, "clock wants 2026-03-02 09:00");
    }
    story->now = instant;
    return true;
}

/* advance 31 days, 5 hours, 20 minutes: the clock's acts happen as they would: hour by hour in the
 * last two days, and before that four times a day, as with a server that is late, which must catch
 * up. So a year is short. */
bool play_advance(struct story *story, const struct line *line)
{
    int64_t amount = 0;
    struct str unit = line->words[2];
    int64_t unit_s = str_starts(unit, STR("day"))      ? DAY_S
                     : str_starts(unit, STR("hour"))   ? HOUR_S
                     : str_starts(unit, STR("minute")) ? 60
                                                       : 0;
    if (line->count != 3 || !str_to_int(line->words[1], &amount) || unit_s == 0) {
        return story_fail(story, "advance wants 31 days");
    }
    int64_t end_s = story->now.s + amount * unit_s;
    return story_act(story, let_time_pass, &end_s);
}

static bool let_time_pass(struct story *story, const void *what)
{
    const int64_t *end_s = what;
    do {
        int64_t left_s = *end_s - story->now.s;
        int64_t step_s = left_s > 2 * DAY_S ? 6 * HOUR_S : HOUR_S;
        story->now.s += step_s < left_s ? step_s : left_s;
        run_ticks(story);
    } while (story->now.s < *end_s);
    return true;
}

static void run_ticks(struct story *story)
{
    struct arena_mark mark = arena_mark(story->arena);
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->ticks_count; i++) {
            struct snap snap = { 0 };
            snap_begin(story->worker->session, story->arena, 0, &snap);
            modules[m]->ticks[i].due(&snap, story->house.desk, story->now);
            must(snap_end(&snap) == STATUS_OK || story->around);
            while (desk_run_once(story->house.desk) > 0) {
                /* What an act sets off may be due at once. */
            }
        }
    }
    arena_undo(story->arena, mark);
}

/* --- the house -------------------------------------------------------------------------------- */

static struct instant story_clock(void *context)
{
    return ((struct story *)context)->now;
}

/* KHEO_POSTGRES plays the stories on that server, each in a schema of its own. What is done around
 * acts (torture) needs a house that can be copied. */
static const char *database_of(struct story *story)
{
    if (story->around) {
        return NULL;
    }
    const char *url = getenv("KHEO_POSTGRES");
    if (!url) {
        return "sqlite::memory:";
    }
    return str_z(story->arena, str_printf(story->arena, "%s%coptions=-csearch_path%%3Dstory_%ld",
                                          url, strchr(url, '?') ? '&' : '?', (long)getpid()));
}

static void make_folder(struct story *story)
{
    struct out folder = out_fixed(story->folder, sizeof story->folder);
    out_str_raw(&folder, story->around ? STR("/dev/shm") : STR("/tmp"));
    out_lit(&folder, "/kheo-story-XXXXXX");
    out_char(&folder, '\0');
    must(mkdtemp(story->folder));
}

bool story_open_house(struct story *story)
{
    struct house_settings settings = {
        .dir = story->folder,
        .database = database_of(story),
        .origin = "story.kheo.example/log",
        .base_url = STR("https://kheo.example"),
        .create = true,
        .rates_off = true,
        .clock = story_clock,
        .clock_context = story,
    };
    struct str why = STR_NONE;
    if (house_open(&settings, &story->house, &why) != STATUS_OK) {
        return story_fail(story, "%.*s", STR_ARG(why));
    }
    /* Stories know the token of their house; it opens nothing once somebody was added. */
    story->house.first_run.is_open = true;
    story->house.first_run.token = hash_of(STR("chia-khoa"));
    story->worker = worker_open(story->house.server);
    story->indexer = indexer_open(&story->house);
    must(story->indexer);
    return true;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

void story_remove_folder(const char *folder)
{
    (void)nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

bool story_fail(struct story *story, const char *format, ...)
{
    char text[2000];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    /* On one line, as TAP wants it. */
    for (char *c = text; *c; c++) {
        *c = *c == '\n' ? ' ' : *c;
    }
    story->failure = str_copy(story->arena, str_of(text));
    return false;
}

/* Absent when there is no such file. */
struct str story_file(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file) {
        return STR_NONE;
    }
    char *bytes = new(arena, char, UPLOAD_FILE_BYTES_MAX);
    size_t n = fread(bytes, 1, UPLOAD_FILE_BYTES_MAX, file);
    (void)fclose(file);
    return str_span(bytes, n);
}
