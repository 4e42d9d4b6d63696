/* Whole files for the build-time programs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static NORETURN void give_up(const char *deed, const char *path);
static bool holds(struct arena *arena, const char *path, struct str bytes);
static void make_folders(struct arena *arena, const char *path);

struct str file_read(struct arena *arena, const char *path)
{
    struct stat about = { 0 };
    FILE *file = fopen(path, "rb");
    if (!file || fstat(fileno(file), &about) != 0) {
        give_up("read", path);
    }
    const size_t n = (size_t)about.st_size;
    char *bytes = new(arena, char, n + 1);
    if (fread(bytes, 1, n, file) != n) {
        give_up("read", path);
    }
    fclose(file);
    return str_span(bytes, n);
}

void file_write(struct arena *arena, const char *path, struct str bytes)
{
    if (holds(arena, path, bytes)) {
        return;
    }
    make_folders(arena, path);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes.p, 1, bytes.n, file) != bytes.n || fclose(file) != 0) {
        give_up("write", path);
    }
}

static bool holds(struct arena *arena, const char *path, struct str bytes)
{
    struct stat about = { 0 };
    if (stat(path, &about) != 0 || (size_t)about.st_size != bytes.n) {
        return false;
    }
    return str_equal(file_read(arena, path), bytes);
}

static void make_folders(struct arena *arena, const char *path)
{
    const struct str whole = str_of(path);
    for (size_t at = 1; at < whole.n; at++) {
        if (path[at] != '/') {
            continue;
        }
        const char *folder = str_z(arena, str_slice(whole, 0, at));
        if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
            give_up("make", folder);
        }
    }
}

static void give_up(const char *deed, const char *path)
{
    fprintf(stderr, "%s: cannot %s it: %s\n", path, deed, strerror(errno));
    exit(2);
}
