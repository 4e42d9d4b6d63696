/* kheo blank: the forms of the law listed, printed, and a text that stands for one checked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "base/must.h"
#include "main/commands.h"
#include "text/message.h"

enum { BLANK_ARENA_BYTES = 8 << 20 };

static int list_all(struct arena *arena);
static int print_one(struct str code);
static int check_one(struct arena *arena, const char *path);
static void report(struct str path, const struct blank_fault *fault);

int blank_command(struct options *options)
{
    jmp_buf full;
    struct arena *arena = arena_create(BLANK_ARENA_BYTES);
    int code = EXIT_FAILURE;
    if (arena && !arena_guard(arena, &full)) {
        struct str wish = options->rest_count > 0 ? str_of(options->rest[0]) : STR_NONE;
        code = wish.n == 0                   ? list_all(arena)
               : str_ends(wish, STR(".txt")) ? check_one(arena, options->rest[0])
                                             : print_one(wish);
    }
    arena_destroy(arena);
    return code;
}

static int list_all(struct arena *arena)
{
    for (const struct blank_file *file = blank_files; file->name; file++) {
        struct blank blank;
        struct blank_fault fault;
        must(blank_parse(arena, file->text, &blank, &fault));
        printf("%-10.*s %.*s (%.*s)%s\n", STR_ARG(blank.code), STR_ARG(blank.name),
               STR_ARG(blank.law), blank.is_official ? "" : ", lời của Khéo");
    }
    return EXIT_SUCCESS;
}

static int print_one(struct str code)
{
    for (const struct blank_file *file = blank_files; file->name; file++) {
        struct str name = str_of(file->name);
        if (str_equal_nocase(str_slice(name, 0, name.n - 4), code)) {
            fwrite(file->text.p, 1, file->text.n, stdout);
            return EXIT_SUCCESS;
        }
    }
    report(code, &(struct blank_fault){ BLANK_UNKNOWN, 0, code });
    return EXIT_FAILURE;
}

static int check_one(struct arena *arena, const char *path)
{
    struct blank_text row;
    struct blank_fault fault = { 0 };
    bool is_good = blanks_check(arena, path, &row, &fault);
    report(str_of(path), &fault);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void report(struct str path, const struct blank_fault *fault)
{
    FILE *to = fault->kind ? stderr : stdout;
    struct str sentence = str_of(blank_fault_say(fault->kind));
    struct str behind = message_part(sentence, 1);
    fprintf(to, "%.*s", STR_ARG(path));
    if (fault->line > 0) {
        fprintf(to, ":%u", fault->line);
    }
    struct str before = message_part(sentence, 0);
    fprintf(to, ": %.*s", STR_ARG(before));
    if (before.n < sentence.n) {
        fprintf(to, "%.*s%.*s", STR_ARG(fault->about), STR_ARG(behind));
    }
    fputc('\n', to);
}
