/* Putting, counting and forgetting pieces: whole under their name, or not there. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/pieces.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/must.h"
#include "base/out.h"

/* NAME-000, and NAME-000-XXXXXXXX while it is written. */
enum { NAME_CHARS = FILE_NAME_CHARS + 4, UNFINISHED_BYTES = 4, PATH_BYTES = NAME_CHARS + 16 };

static int open_folder(const struct files *files);
static bool is_name(struct str name);
static void write_name(char ret[PATH_BYTES], struct str name, unsigned index, bool is_finished);
static enum status write_all(int file, struct str bytes);
static struct str read_all(int file, size_t bytes_max, struct arena *arena);

enum status pieces_put(struct files *files, struct str name, unsigned index, struct str bytes)
{
    char unfinished[PATH_BYTES];
    char finished[PATH_BYTES];
    int folder = open_folder(files);
    if (folder < 0 || !is_name(name) || index >= PIECES_MAX) {
        must(folder < 0 || close(folder) == 0);
        return STATUS_STORE_FAILED;
    }
    write_name(unfinished, name, index, false);
    write_name(finished, name, index, true);
    int file =
        openat(folder, unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    enum status status = file < 0 ? status_of_errno(errno) : write_all(file, bytes);
    if (file >= 0 && close(file) != 0 && status == STATUS_OK) {
        status = status_of_errno(errno);
    }
    if (status == STATUS_OK && renameat(folder, unfinished, folder, finished) != 0) {
        status = status_of_errno(errno);
    }
    if (status && file >= 0) {
        (void)unlinkat(folder, unfinished, 0);
    }
    must(close(folder) == 0);
    return status;
}

unsigned pieces_count(struct files *files, struct str name)
{
    char path[PATH_BYTES];
    struct stat about;
    unsigned count = 0;
    int folder = open_folder(files);
    bool is_there = folder >= 0 && is_name(name);
    while (is_there && count < PIECES_MAX) {
        write_name(path, name, count, true);
        is_there = fstatat(folder, path, &about, AT_SYMLINK_NOFOLLOW) == 0;
        count += is_there;
    }
    must(folder < 0 || close(folder) == 0);
    return count;
}

enum status pieces_get(struct files *files, struct str name, unsigned index, size_t bytes_max,
                       struct arena *arena, struct str *ret)
{
    char path[PATH_BYTES];
    int folder = open_folder(files);
    if (folder < 0 || !is_name(name) || index >= PIECES_MAX) {
        must(folder < 0 || close(folder) == 0);
        return STATUS_NOT_FOUND;
    }
    write_name(path, name, index, true);
    int file = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    enum status status = file >= 0         ? STATUS_OK
                         : errno == ENOENT ? STATUS_NOT_FOUND
                                           : STATUS_STORE_FAILED;
    must(close(folder) == 0);
    if (status) {
        return status;
    }
    struct str bytes = read_all(file, bytes_max, arena);
    must(close(file) == 0);
    *ret = bytes.p ? bytes : *ret;
    return bytes.p ? STATUS_OK : STATUS_STORE_FAILED;
}

/* Of a part that a gap cuts off too. */
void pieces_remove(struct files *files, struct str name)
{
    char path[PATH_BYTES];
    int folder = open_folder(files);
    for (unsigned i = 0; folder >= 0 && is_name(name) && i < PIECES_MAX; i++) {
        write_name(path, name, i, true);
        (void)unlinkat(folder, path, 0);
    }
    must(folder < 0 || close(folder) == 0);
}

unsigned pieces_begun(struct files *files, struct str prefix)
{
    int folder = open_folder(files);
    DIR *list = folder < 0 ? NULL : fdopendir(folder);
    unsigned count = 0;
    const struct dirent *entry = NULL;
    while (list && (entry = readdir(list))) {
        struct str name = str_of(entry->d_name);
        count += name.n == NAME_CHARS && str_ends(name, STR("-000")) && str_starts(name, prefix);
    }
    must(!list || closedir(list) == 0);
    return count;
}

void pieces_sweep(struct files *files, struct instant before)
{
    int folder = open_folder(files);
    DIR *list = folder < 0 ? NULL : fdopendir(folder);
    const struct dirent *entry = NULL;
    while (list && (entry = readdir(list))) {
        struct stat about;
        if (entry->d_name[0] != '.' &&
            fstatat(folder, entry->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0 &&
            about.st_mtime < before.s) {
            (void)unlinkat(folder, entry->d_name, 0);
        }
    }
    must(!list || closedir(list) == 0);
}

/* files_each() passes over what begins with a dot. */
static int open_folder(const struct files *files)
{
    char path[4096];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/%s%c", files_folder(files), PIECES_FOLDER, '\0');
    if (out_str(&out).n >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
}

/* Also what keeps a name from an address out of other folders. */
static bool is_name(struct str name)
{
    uint8_t bits[FILE_NAME_CHARS / 2];
    size_t n = 0;
    return name.n == FILE_NAME_CHARS && hex_decode(name, bits, sizeof bits, &n);
}

static void write_name(char ret[PATH_BYTES], struct str name, unsigned index, bool is_finished)
{
    struct out out = out_fixed(ret, PATH_BYTES);
    out_printf(&out, "%.*s-%03u", STR_ARG(name), index);
    if (!is_finished) {
        uint8_t bits[UNFINISHED_BYTES];
        random_bytes(bits, sizeof bits);
        out_char(&out, '-');
        out_hex(&out, bits, sizeof bits);
    }
    out_char(&out, '\0');
}

static enum status write_all(int file, struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t n = write(file, bytes.p, bytes.n);
        if (n < 0 && errno != EINTR) {
            return status_of_errno(errno);
        }
        bytes = str_slice(bytes, n > 0 ? (size_t)n : 0, bytes.n);
    }
    return STATUS_OK;
}

/* Absent: it cannot be read, or is larger. */
static struct str read_all(int file, size_t bytes_max, struct arena *arena)
{
    char *bytes = new(arena, char, bytes_max + 1);
    size_t done = 0;
    ssize_t n = 1;
    while (n > 0 && done <= bytes_max) {
        n = read(file, bytes + done, bytes_max + 1 - done);
        done += n > 0 ? (size_t)n : 0;
    }
    return n < 0 || done > bytes_max ? STR_NONE : str_span(bytes, done);
}
