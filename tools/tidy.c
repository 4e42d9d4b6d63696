/* tidy: the measures of docs/STYLE.md that a machine can take. Reads paths, prints TAP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/out.h"
#include "base/str.h"
#include "file.h"

/* git ls-files | tidy tools/tidy.except
 *
 * An exception is a line "RULE PATH reason"; RULE may be "all", PATH ending in / is a folder. One
 * that excuses nothing any more is a fault itself, so that their number only falls. */

enum {
    COLUMNS_MAX = 100,
    FUNCTION_LINES_MAX = 70,
    FILE_LINES_MAX = 800,
    BLOB_BYTES_MAX = 256 << 10,
    EXCEPTIONS_MAX = 100,
    FAULTS_BYTES_MAX = 1 << 20,
};

enum rule { PURPOSE, LICENCE, COLUMNS, FUNCTION, LENGTH, SPACE, PLEDGE, MACHINE, BLOB, RULE_COUNT };

/* Words and paths that are looked for, written so that this file itself holds none of them. */
#define PLEDGE_WORD "TO" "DO"
#define HOMES { STR_INIT("/ho" "me/"), STR_INIT("/ro" "ot/"), STR_INIT("/wo" "rk/") }

static const struct {
    const char *name;
    const char *about;
} rules[] = {
    [PURPOSE] = { "purpose", "line 1 says in one comment what the file is for" },
    [LICENCE] = { "licence", "line 2 is the SPDX tag" },
    [COLUMNS] = { "columns", "no line of code is longer than 100 columns" },
    [FUNCTION] = { "function", "no function is longer than 70 lines" },
    [LENGTH] = { "length", "no file of code is longer than 800 lines" },
    [SPACE] = { "space", "no tab, no carriage return, no space at the end, a newline at the end" },
    [PLEDGE] = { "pledge", "what is left to do names who does it: " PLEDGE_WORD "(name)" },
    [MACHINE] = { "machine", "no path of one person's machine" },
    [BLOB] = { "blob", "no file is larger than 256 KiB" },
};

/* How a kind of file writes its comments, and which rules it is held to. */
enum kind_flag { HAS_PURPOSE = 1, IS_CODE = 2, IS_C = 4, MAY_TAB = 8 };
static const struct kind {
    struct str suffix;
    struct str opener;
    unsigned flags;
} kinds[] = {
    { STR_INIT(".c"), STR_INIT("/* "), HAS_PURPOSE | IS_CODE | IS_C },
    { STR_INIT(".h"), STR_INIT("/* "), HAS_PURPOSE | IS_CODE | IS_C },
    { STR_INIT(".def"), STR_INIT("/* "), HAS_PURPOSE },
    { STR_INIT(".sql"), STR_INIT("-- "), HAS_PURPOSE | IS_CODE },
    { STR_INIT(".sh"), STR_INIT("# "), HAS_PURPOSE | IS_CODE },
    { STR_INIT("run"), STR_INIT("# "), HAS_PURPOSE | IS_CODE },
    { STR_INIT(".mk"), STR_INIT("# "), HAS_PURPOSE | IS_CODE | MAY_TAB },
    { STR_INIT("Makefile"), STR_INIT("# "), HAS_PURPOSE | IS_CODE | MAY_TAB },
    { STR_INIT(".js"), STR_INIT("// "), HAS_PURPOSE | IS_CODE },
    { STR_INIT(".mjs"), STR_INIT("// "), HAS_PURPOSE | IS_CODE },
    { STR_INIT(".scss"), STR_INIT("// "), HAS_PURPOSE | IS_CODE },
    { STR_INIT(".go"), STR_INIT("// "), HAS_PURPOSE | MAY_TAB },
    { STR_INIT(""), STR_INIT(""), 0 },
};

struct exception {
    struct str rule;
    struct str path;
    bool is_used;
};
struct tidy {
    struct arena *arena;
    struct exception exceptions[EXCEPTIONS_MAX];
    size_t exception_count;
    struct out faults[RULE_COUNT];
    size_t files;
};
struct place {
    struct str path;
    size_t line;
};

static void read_exceptions(struct tidy *tidy, const char *path);
static void check_file(struct tidy *tidy, const char *path);
static int report(const struct tidy *tidy);

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: git ls-files | tidy EXCEPTIONS\n");
        return 2;
    }
    struct arena *arena = arena_create((size_t)1 << 30);
    struct tidy *tidy = new(arena, struct tidy, 1);
    tidy->arena = arena;
    for (size_t i = 0; i < RULE_COUNT; i++) {
        tidy->faults[i] = out_open(arena, FAULTS_BYTES_MAX);
    }
    read_exceptions(tidy, argv[1]);
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = '\0';
        check_file(tidy, path);
    }
    return report(tidy);
}

static void read_exceptions(struct tidy *tidy, const char *path)
{
    struct str rest = file_read(tidy->arena, path);
    while (rest.p && tidy->exception_count < EXCEPTIONS_MAX) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        if (str_is_empty(line) || str_starts(line, STR("#"))) {
            continue;
        }
        struct exception *exception = &tidy->exceptions[tidy->exception_count++];
        exception->rule = str_cut(&line, ' ');
        exception->path = str_cut(&line, ' ');
    }
}

static bool is_excused(struct tidy *tidy, enum rule rule, struct str path)
{
    for (size_t i = 0; i < tidy->exception_count; i++) {
        struct exception *exception = &tidy->exceptions[i];
        const bool names_rule = str_equal(exception->rule, str_of(rules[rule].name)) ||
                                str_equal(exception->rule, STR("all"));
        const bool names_path = str_ends(exception->path, STR("/"))
                                    ? str_starts(path, exception->path)
                                    : str_equal(path, exception->path);
        if (names_rule && names_path) {
            exception->is_used = true;
            return true;
        }
    }
    return false;
}

static void fault(struct tidy *tidy, enum rule rule, const struct place *place, size_t measure)
{
    if (is_excused(tidy, rule, place->path)) {
        return;
    }
    struct out *out = &tidy->faults[rule];
    out_printf(out, "#   %.*s:%zu", STR_ARG(place->path), place->line);
    if (measure > 0) {
        out_printf(out, ": %zu", measure);
    }
    out_char(out, '\n');
}

static const struct kind *kind_of(struct str path)
{
    const struct kind *kind = kinds;
    while (!str_ends(path, kind->suffix)) {
        kind++;
    }
    return kind;
}

static void check_top(struct tidy *tidy, const struct kind *kind, struct str path, struct str text)
{
    struct str first = str_cut(&text, '\n');
    const size_t shebang = str_starts(first, STR("#!")) ? 1 : 0;
    if (shebang) {
        first = str_cut(&text, '\n');
    }
    if (!str_starts(first, kind->opener) || first.n < kind->opener.n + 10) {
        fault(tidy, PURPOSE, &(struct place){ path, 1 + shebang }, 0);
    }
    const struct str second = str_cut(&text, '\n');
    const struct str tag = STR("SPDX-License-Identifier: AGPL-3.0-or-later");
    if (str_find(second, tag) != kind->opener.n) {
        fault(tidy, LICENCE, &(struct place){ path, 2 + shebang }, 0);
    }
}

static void check_line(struct tidy *tidy, const struct kind *kind, const struct place *place,
                       struct str line)
{
    static const struct str homes[] = HOMES;
    const size_t columns = str_chars(line);
    if ((kind->flags & IS_CODE) && columns > COLUMNS_MAX) {
        fault(tidy, COLUMNS, place, columns);
    }
    const bool has_tab = !(kind->flags & MAY_TAB) && str_find_byte(line, '\t') < line.n;
    const char last = line.n > 0 ? line.p[line.n - 1] : 'x';
    if (has_tab || last == ' ' || last == '\t' || last == '\r') {
        fault(tidy, SPACE, place, 0);
    }
    const struct str pledge = STR(PLEDGE_WORD);
    const size_t at = str_find(line, pledge);
    if (at < line.n && !str_starts(str_slice(line, at + pledge.n, line.n), STR("("))) {
        fault(tidy, PLEDGE, place, 0);
    }
    for (size_t i = 0; i < COUNT(homes); i++) {
        if (str_find(line, homes[i]) < line.n) {
            fault(tidy, MACHINE, place, 0);
        }
    }
}

static void check_lines(struct tidy *tidy, const struct kind *kind, struct str path,
                        struct str text)
{
    struct place place = { path, 0 };
    size_t opened = 0;
    for (struct str rest = text; rest.p && rest.n > 0;) {
        const struct str line = str_cut(&rest, '\n');
        place.line++;
        check_line(tidy, kind, &place, line);
        /* The referee puts a function's braces into the first column, and no others there alone. */
        if ((kind->flags & IS_C) && str_equal(line, STR("{"))) {
            opened = place.line;
        } else if (opened > 0 && str_equal(line, STR("}"))) {
            const size_t lines = place.line - opened - 1;
            if (lines > FUNCTION_LINES_MAX) {
                fault(tidy, FUNCTION, &(struct place){ path, opened }, lines);
            }
            opened = 0;
        }
    }
    if ((kind->flags & IS_CODE) && place.line > FILE_LINES_MAX) {
        fault(tidy, LENGTH, &(struct place){ path, 1 }, place.line);
    }
    if (text.n > 0 && !str_ends(text, STR("\n"))) {
        fault(tidy, SPACE, &place, 0);
    }
}

static void check_file(struct tidy *tidy, const char *path_z)
{
    const struct str path = str_copy(tidy->arena, str_of(path_z));
    const struct str text = file_read(tidy->arena, path_z);
    const struct kind *kind = kind_of(path);
    tidy->files++;
    if (text.n > BLOB_BYTES_MAX) {
        fault(tidy, BLOB, &(struct place){ path, 1 }, text.n);
    }
    if (str_find_byte(text, '\0') < text.n) {
        return;
    }
    if (kind->flags & HAS_PURPOSE) {
        check_top(tidy, kind, path, text);
    }
    check_lines(tidy, kind, path, text);
}

static int report(const struct tidy *tidy)
{
    bool has_faults = false;
    for (size_t i = 0; i < RULE_COUNT; i++) {
        const struct str faults = out_str(&tidy->faults[i]);
        has_faults = has_faults || faults.n > 0;
        printf("%sok %zu - %s (%zu files)\n%.*s", faults.n > 0 ? "not " : "", i + 1, rules[i].about,
               tidy->files, STR_ARG(faults));
    }
    bool has_idle = false;
    for (size_t i = 0; i < tidy->exception_count; i++) {
        has_idle = has_idle || !tidy->exceptions[i].is_used;
    }
    printf("%sok %d - every exception is still needed\n", has_idle ? "not " : "", RULE_COUNT + 1);
    for (size_t i = 0; i < tidy->exception_count; i++) {
        if (!tidy->exceptions[i].is_used) {
            printf("#   %.*s %.*s\n", STR_ARG(tidy->exceptions[i].rule),
                   STR_ARG(tidy->exceptions[i].path));
        }
    }
    printf("1..%d\n", RULE_COUNT + 1);
    return has_faults || has_idle;
}
