/* Reading shown receipts, one after the other. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/shown.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/out.h"
#include "ledger/receipt.h"

enum { PATH_BYTES_MAX = 4096 };

struct showing {
    struct snap snap;
    struct str origin;
    const uint8_t *public;
    shown_fn *tell;
    void *context;
};

static void show_all(struct showing *showing, const struct house_settings *settings);
static void show_file(struct showing *showing, const char *path, bool is_named);
static bool read_text(const char *path, struct arena *arena, struct str *ret);

enum status shown_each(const struct house_settings *settings, struct store *store,
                       struct str origin, const uint8_t public[SIGN_PUBLIC_BYTES], shown_fn *tell,
                       void *context)
{
    struct showing showing = {
        .origin = origin, .public = public, .tell = tell, .context = context
    };
    struct session *session = store_reader_open(store);
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    enum status status = STATUS_STORE_FAILED;
    jmp_buf boundary;
    if (session && arena) {
        snap_begin(session, arena, 0, &showing.snap);
        bool has_room = !arena_guard(arena, &boundary);
        if (has_room) {
            show_all(&showing, settings);
        }
        status = snap_end(&showing.snap);
        status = has_room ? status : STATUS_FULL;
    }
    store_session_close(session);
    arena_destroy(arena);
    return status;
}

static void show_all(struct showing *showing, const struct house_settings *settings)
{
    for (int i = 0; i < settings->receipt_count; i++) {
        show_file(showing, settings->receipts[i], true);
    }
    char path[PATH_BYTES_MAX];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/receipts/%c", settings->dir, '\0');
    DIR *folder = out.overflowed ? NULL : opendir(path);
    if (!folder) {
        return;
    }
    for (const struct dirent *entry; (entry = readdir(folder));) {
        out = out_fixed(path, sizeof path);
        out_printf(&out, "%s/receipts/%s%c", settings->dir, entry->d_name, '\0');
        if (entry->d_name[0] != '.' && !out.overflowed) {
            show_file(showing, path, false);
        }
    }
    closedir(folder);
}

static void show_file(struct showing *showing, const char *path, bool is_named)
{
    struct arena *arena = showing->snap.conn.arena;
    struct arena_mark mark = arena_mark(arena);
    struct str text;
    struct str why = STR("không đọc được tệp, hoặc tệp dài quá 64 KiB");
    enum shown shown = SHOWN_UNPROVEN;
    int64_t size = 0;
    if (read_text(path, arena, &text)) {
        shown =
            shown_compare(&showing->snap.conn, text, showing->origin, showing->public, &size, &why);
    }
    showing->tell(showing->context, path, shown, is_named, size, why);
    arena_undo(arena, mark);
}

static bool read_text(const char *path, struct arena *arena, struct str *ret)
{
    char *bytes = new(arena, char, RECEIPT_BYTES_MAX + 1);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    size_t n = 0;
    ssize_t got = file < 0 ? -1 : 1;
    while (got > 0 && n <= RECEIPT_BYTES_MAX) {
        got = read(file, bytes + n, RECEIPT_BYTES_MAX + 1 - n);
        n += got > 0 ? (size_t)got : 0;
    }
    if (file >= 0) {
        close(file);
    }
    *ret = str_span(bytes, n);
    return got == 0 && n <= RECEIPT_BYTES_MAX;
}
