/* What a tool that we did not write reads in a file of ours: for tests. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_TESTS_ASK_H
#define STUDIO_TESTS_ASK_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/str.h"
#include "studio/sandbox.h"

/* Fontconfig keeps some of its pointers as offsets, which the search for leaks does not follow. */
#ifdef SANDBOX_IS_INSTRUMENTED
const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig";
}
#endif

enum { SAID_BYTES_MAX = 256 << 10 };

/* What the tool says about the file; `command` reads it by the name that takes %s's place. */
static inline struct str ask_tool_for(struct arena *arena, const char *command, struct str pdf,
                                      size_t bytes_max)
{
    char name[] = "/tmp/kheo-paper-XXXXXX";
    int file = mkstemp(name);
    must(file >= 0 && write(file, pdf.p, pdf.n) == (ssize_t)pdf.n);
    close(file);
    FILE *tool = popen(str_z(arena, str_printf(arena, command, name)), "r");
    must(tool);
    char *said = new (arena, char, bytes_max);
    size_t n = fread(said, 1, bytes_max, tool);
    must(pclose(tool) == 0);
    unlink(name);
    return str_span(said, n);
}

static inline struct str ask_tool(struct arena *arena, const char *command, struct str pdf)
{
    return ask_tool_for(arena, command, pdf, SAID_BYTES_MAX);
}

static inline bool holds(struct str text, struct str part)
{
    return str_find(text, part) < text.n;
}

#endif
