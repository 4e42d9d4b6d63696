/* Markers and files of a demonstration's folder. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/must.h"
#include "base/out.h"
#include "main/folder.h"

enum { PATH_BYTES_MAX = 4096 };
#define BEGUN "demo.begun"
#define DONE  "demo.done"

/* What a house makes (main/house.h); folders end with a slash. The marks go last, so that a removal
 * that is cut short can be repeated. */
static const char *const OURS[] = {
    "search.db",  "search.db-wal",  "search.db-shm",
    "kheo.db",    "kheo.db-wal",    "kheo.db-shm",
    "ledger.key", "server.key",     "origin",
    "anchor/",    "files/.pieces/", "files/",
    "receipts/",  "kheo.db.lock",   DONE,
    BEGUN,
};

static bool is_ours(const char *name, bool is_folder);
static bool has_file(const char *dir, const char *name);
static bool make_file(const char *dir, const char *name, struct str text);
static bool is_in_use(const char *dir);
static void empty_folder(const char *dir, const char *name);
static void path_of(char ret[PATH_BYTES_MAX], const char *dir, const char *name);

enum demo_folder demo_folder_look(const char *dir, struct out *why)
{
    DIR *folder = opendir(dir);
    size_t count = 0;
    size_t foreign = 0;
    if (!folder && errno == ENOENT) {
        return DEMO_EMPTY;
    }
    if (!folder) {
        out_printf(why, "không đọc được thư mục %s", dir);
        return DEMO_FOREIGN;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        bool is_self = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        count += !is_self;
        if (!is_self && !is_ours(entry->d_name, entry->d_type == DT_DIR) && foreign++ == 0) {
            out_printf(why,
                       "thư mục %s có tệp lạ (%s), nên không đụng tới; hãy chọn thư mục khác bằng "
                       "--dir",
                       dir, entry->d_name);
        }
    }
    closedir(folder);
    if (foreign == 0 && count > 0 && !has_file(dir, BEGUN)) {
        foreign++;
        out_printf(
            why,
            "thư mục %s không phải của dữ liệu minh họa, nên không đụng tới; hãy chọn thư mục "
            "khác bằng --dir",
            dir);
    }
    return foreign > 0           ? DEMO_FOREIGN
           : count == 0          ? DEMO_EMPTY
           : has_file(dir, DONE) ? DEMO_DONE
                                 : DEMO_BEGUN;
}

bool demo_folder_empty(const char *dir, struct out *why)
{
    char path[PATH_BYTES_MAX];
    if (is_in_use(dir)) {
        out_printf(why, "một máy chủ đang dùng thư mục %s; hãy dừng nó trước", dir);
        return false;
    }
    for (size_t i = 0; i < COUNT(OURS); i++) {
        size_t n = strlen(OURS[i]);
        if (OURS[i][n - 1] == '/') {
            empty_folder(dir, OURS[i]);
        }
        path_of(path, dir, OURS[i]);
        if (remove(path) != 0 && errno != ENOENT) {
            out_printf(why, "không xóa được %s", path);
            return false;
        }
    }
    return true;
}

bool demo_folder_begin(const char *dir)
{
    bool is_there = mkdir(dir, 0700) == 0 || errno == EEXIST;
    return is_there && make_file(dir, BEGUN, STR(""));
}

bool demo_folder_finish(const char *dir, struct str mailbox)
{
    return make_file(dir, DONE, mailbox);
}

struct str demo_folder_mailbox(const char *dir, char *buffer, size_t n)
{
    char path[PATH_BYTES_MAX];
    size_t read = 0;
    path_of(path, dir, DONE);
    return folder_read(path, buffer, n, &read) && read > 0 ? str_span(buffer, read) : STR_NONE;
}

static bool is_ours(const char *name, bool is_folder)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < COUNT(OURS); i++) {
        if (strncmp(OURS[i], name, n) == 0 && strcmp(OURS[i] + n, is_folder ? "/" : "") == 0) {
            return true;
        }
    }
    return false;
}

static bool has_file(const char *dir, const char *name)
{
    char path[PATH_BYTES_MAX];
    path_of(path, dir, name);
    return access(path, F_OK) == 0;
}

static bool make_file(const char *dir, const char *name, struct str text)
{
    char path[PATH_BYTES_MAX];
    path_of(path, dir, name);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    bool is_made = file >= 0 && write(file, text.p, text.n) == (ssize_t)text.n && fsync(file) == 0;
    if (file >= 0) {
        close(file);
    }
    return is_made;
}

/* The store's lock (store/sqlite.c): whoever serves the folder holds it. */
static bool is_in_use(const char *dir)
{
    char path[PATH_BYTES_MAX];
    path_of(path, dir, "kheo.db.lock");
    int lock = open(path, O_RDWR | O_CLOEXEC);
    bool is_held = lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) != 0;
    if (lock >= 0) {
        close(lock);
    }
    return is_held;
}

/* One of our own folders: plain files only. */
static void empty_folder(const char *dir, const char *name)
{
    char path[PATH_BYTES_MAX];
    path_of(path, dir, name);
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (entry->d_type == DT_REG) {
            unlinkat(dirfd(folder), entry->d_name, 0);
        }
    }
    if (folder) {
        closedir(folder);
    }
}

static void path_of(char ret[PATH_BYTES_MAX], const char *dir, const char *name)
{
    struct out path = out_fixed(ret, PATH_BYTES_MAX);
    out_printf(&path, "%s/%s%c", dir, name, '\0');
    must(!path.overflowed);
}
