/* Naming the folders, raising the walls, and saying which of them stand. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/walls.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/out.h"
#include "studio/walls.h"

enum { PATH_BYTES_MAX = 4096 };

static bool is_postgres(const char *database);
static const char *folder_of(const char *database, char ret[PATH_BYTES_MAX]);

bool walls_raise(const struct options *options)
{
    char folder[PATH_BYTES_MAX];
    bool connects_here = is_postgres(options->database);
    /* The anchor's file is open already, and no other is needed where it lies. */
    const char *const wanted[] = { options->dir, options->archive, options->files,
                                   folder_of(options->database, folder) };
    const char *writes[COUNT(wanted) + 1] = { 0 };
    size_t write_count = 0;
    for (size_t i = 0; i < COUNT(wanted); i++) {
        if (wanted[i]) {
            writes[write_count++] = wanted[i];
        }
    }
    const char *reads[7 + OPTION_LIST_MAX] = { 0 };
    size_t count = 0;
    const char *const named[] = { options->tiles, options->mail_ca, getenv("SSL_CERT_FILE"),
                                  getenv("SSL_CERT_DIR"),
                                  connects_here ? getenv("PGPASSFILE") : NULL };
    for (size_t i = 0; i < COUNT(named); i++) {
        if (named[i]) {
            reads[count++] = named[i];
        }
    }
    /* Compared again when its turn to seal comes. */
    for (int i = 0; i < options->receipts.count; i++) {
        reads[count++] = options->receipts.words[i];
    }
    struct walls walls = walls_enter(&(struct walls_wish){ .writes = writes,
                                                           .reads = reads,
                                                           .connects_here = connects_here,
                                                           .dumps_core = options->dumps_core });
    bool is_whole = walls.has_limits && walls.has_filter && walls.landlock_abi > 0;
    log_event(is_whole ? EVENT_SANDBOX : EVENT_SANDBOX_WEAK, LOG_WORD("process", "server"),
              LOG_INT("landlock_abi", walls.landlock_abi),
              LOG_WORD("seccomp", walls.has_filter ? "kill" : "none"),
              LOG_WORD("limits", walls.has_limits ? "set" : "none"));
    if (!is_whole && options->walls_required) {
        fprintf(stderr, "kheo: nhân hệ điều hành này không dựng đủ tường bảo vệ (xem dòng "
                        "event=sandbox_weak), mà --walls-required đòi đủ\n");
        return false;
    }
    return true;
}

static bool is_postgres(const char *database)
{
    return database && str_starts(str_of(database), STR("postgres"));
}

/* Of a file named by --db; NULL when it lies in the data folder or is no file. */
static const char *folder_of(const char *database, char ret[PATH_BYTES_MAX])
{
    struct str path = str_of(database);
    struct out out = out_fixed(ret, PATH_BYTES_MAX);
    if (!database || is_postgres(database)) {
        return NULL;
    }
    if (str_starts(path, STR("sqlite:"))) {
        path = str_slice(path, STR("sqlite:").n, path.n);
    }
    while (path.n > 0 && path.p[path.n - 1] != '/') {
        path.n--;
    }
    out_str_raw(&out, path.n > 0 ? path : STR("."));
    out_char(&out, '\0');
    return out.overflowed ? NULL : ret;
}
