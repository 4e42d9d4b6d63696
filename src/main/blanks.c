/* Reading blanks/. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/blanks.h"

#include <dirent.h>

#include "base/log.h"
#include "main/folder.h"

/* Address space; pages that hold no text cost nothing. */
enum { BLANKS_ARENA_BYTES = 160 << 20 };

struct blanks {
    struct arena *arena;
    struct blank_text *rows;
    struct blank_texts texts;
};

static void read_folder(struct blanks *blanks, const char *dir);
static void read_text(struct blanks *blanks, const char *path);

struct blanks *blanks_open(const char *dir)
{
    jmp_buf full;
    struct arena *arena = arena_create(BLANKS_ARENA_BYTES);
    if (!arena || arena_guard(arena, &full)) {
        arena_destroy(arena);
        return NULL;
    }
    struct blanks *blanks = new(arena, struct blanks, 1);
    blanks->arena = arena;
    blanks->rows = new(arena, struct blank_text, BLANK_TEXTS_MAX);
    blanks->texts.rows = blanks->rows;
    read_folder(blanks, dir);
    arena->boundary = NULL;
    return blanks;
}

void blanks_close(struct blanks *blanks)
{
    if (blanks) {
        arena_destroy(blanks->arena);
    }
}

const struct blank_texts *blanks_texts(const struct blanks *blanks)
{
    return &blanks->texts;
}

static void read_folder(struct blanks *blanks, const char *dir)
{
    char folder[FOLDER_PATH_BYTES_MAX];
    char path[FOLDER_PATH_BYTES_MAX];
    DIR *listing = folder_path(folder, dir, "blanks") ? opendir(folder) : NULL;
    for (const struct dirent *entry; listing && (entry = readdir(listing));) {
        if (entry->d_name[0] != '.' && folder_path(path, folder, entry->d_name)) {
            read_text(blanks, path);
        }
    }
    if (listing) {
        closedir(listing);
    }
}

static void read_text(struct blanks *blanks, const char *path)
{
    struct blank_text row = { 0 };
    struct blank_fault fault = { 0 };
    struct arena_mark mark = arena_mark(blanks->arena);
    bool is_good =
        blanks->texts.count < BLANK_TEXTS_MAX && blanks_check(blanks->arena, path, &row, &fault);
    struct str unit;
    const struct blank_file *file = blanks_name(str_of(path), &unit);
    if (!is_good) {
        int64_t number = 0;
        (void)!str_to_int(unit, &number);
        log_event(EVENT_BLANK_REFUSED, LOG_WORD("blank", file ? file->name : "none"),
                  LOG_INT("unit", number), LOG_INT("line", fault.line));
        arena_undo(blanks->arena, mark);
        return;
    }
    blanks->rows[blanks->texts.count++] = row;
}

bool blanks_check(struct arena *arena, const char *path, struct blank_text *ret,
                  struct blank_fault *ret_fault)
{
    size_t n = 0;
    struct str unit;
    const struct blank_file *file = blanks_name(str_of(path), &unit);
    char *text = new(arena, char, BLANK_BYTES_MAX + 1);
    struct blank own;
    struct blank blank;
    if (!file || !blank_parse(arena, file->text, &own, ret_fault)) {
        *ret_fault = (struct blank_fault){ BLANK_UNKNOWN, 0, str_of(path) };
        return false;
    }
    if (!folder_read(path, text, BLANK_BYTES_MAX + 1, &n) || n == 0) {
        *ret_fault = (struct blank_fault){ BLANK_NO_TEXT };
        return false;
    }
    if (!blank_open(arena, own.code, str_span(text, n), &blank, ret_fault)) {
        return false;
    }
    *ret = (struct blank_text){ str_copy(arena, unit), own.code, str_span(text, n) };
    return true;
}

const struct blank_file *blanks_name(struct str path, struct str *ret_unit)
{
    struct str name = path;
    for (struct str rest = path; rest.p;) {
        name = str_cut(&rest, '/');
    }
    for (const struct blank_file *file = blank_files; file->name; file++) {
        struct str own = str_of(file->name);
        if (str_equal(name, own)) {
            *ret_unit = STR_NONE;
            return file;
        }
        struct str dotted = str_slice(name, name.n > own.n ? name.n - own.n - 1 : 0, name.n);
        if (name.n > own.n + 1 && str_ends(name, own) && str_starts(dotted, STR("."))) {
            *ret_unit = str_slice(name, 0, name.n - own.n - 1);
            return file;
        }
    }
    *ret_unit = STR_NONE;
    return NULL;
}
