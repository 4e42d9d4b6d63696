/* Putting, getting and listing the files of one folder, by descriptors and never through a link. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/disk.h"
#include "base/must.h"
#include "base/out.h"
#include "store/pieces.h"

enum { FILES_ARENA_BYTES = 16 << 10, PREFIX_CHARS = 4 };

/* What is being written carries this before its name; no name of ours begins so. */
static const char UNFINISHED[] = "moi-";
_Static_assert(sizeof UNFINISHED == PREFIX_CHARS + 1, "the prefix has its room");

struct files {
    struct arena *arena;
    const char *path;
    int folder;
    void (*put)(void *context, const char *name);
    void *context;
};

struct mapping {
    void *start;
    size_t n;
};

static bool is_name(struct str name);
static enum status write_file(int file, struct str bytes);
static bool read_all(int file, const struct mapping *into);
static void unmap(void *subject);
static bool look_at(const struct files *files, const char *name, struct file_found *ret);

struct files *files_open(const char *folder, bool create, struct str *ret_why)
{
    struct arena *arena = arena_create(FILES_ARENA_BYTES);
    if (create && mkdir(folder, 0700) != 0 && errno != EEXIST) {
        *ret_why = STR("Không tạo được thư mục tệp trong thư mục dữ liệu.");
        arena_destroy(arena);
        return NULL;
    }
    int opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (!arena || opened < 0) {
        *ret_why = STR("Không mở được thư mục tệp trong thư mục dữ liệu.");
        arena_destroy(arena);
        return NULL;
    }
    /* Behind the walls no folder is made any more. */
    (void)(create && mkdirat(opened, PIECES_FOLDER, 0700));
    struct files *files = new (arena, struct files, 1);
    *files =
        (struct files){ .arena = arena, .path = str_z(arena, str_of(folder)), .folder = opened };
    return files;
}

void files_close(struct files *files)
{
    if (files) {
        must(close(files->folder) == 0);
        arena_destroy(files->arena);
    }
}

const char *files_folder(const struct files *files)
{
    return files->path;
}

/* A name that is there is whole: the bytes are synced before the file gets it, and the folder
 * after. */
enum status files_put(struct files *files, struct str bytes, char ret_name[FILE_NAME_CHARS + 1])
{
    uint8_t bits[FILE_NAME_CHARS / 2];
    char unfinished[PREFIX_CHARS + FILE_NAME_CHARS + 1];
    struct out name = out_fixed(unfinished, sizeof unfinished);
    random_bytes(bits, sizeof bits);
    out_str_raw(&name, str_of(UNFINISHED));
    out_hex(&name, bits, sizeof bits);
    out_char(&name, '\0');
    const char *finished = unfinished + PREFIX_CHARS;
    int file = openat(files->folder, unfinished,
                      O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) {
        return status_of_errno(errno);
    }
    enum status status = write_file(file, bytes);
    if (close(file) != 0 && status == STATUS_OK) {
        status = status_of_errno(errno);
    }
    if (status == STATUS_OK && renameat(files->folder, unfinished, files->folder, finished) == 0) {
        disk_sync(files->folder, "files");
        memcpy(ret_name, finished, FILE_NAME_CHARS + 1);
        if (files->put) {
            files->put(files->context, ret_name);
        }
        return STATUS_OK;
    }
    status = status ? status : status_of_errno(errno);
    (void)unlinkat(files->folder, unfinished, 0);
    return status;
}

void files_watch(struct files *files, void (*put)(void *context, const char *name), void *context)
{
    files->put = put;
    files->context = context;
}

enum status files_get(struct files *files, struct str name, struct arena *arena, struct str *ret)
{
    struct stat about;
    if (!is_name(name)) {
        return STATUS_NOT_FOUND;
    }
    int file = openat(files->folder, str_z(arena, name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        return errno == ENOENT ? STATUS_NOT_FOUND : STATUS_STORE_FAILED;
    }
    struct mapping *mapping = new (arena, struct mapping, 1);
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size <= FILE_BYTES_MAX) {
        mapping->n = (size_t)about.st_size;
        mapping->start =
            mmap(NULL, mapping->n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    }
    bool has_room = mapping->n > 0 && mapping->start != MAP_FAILED;
    if (has_room) {
        arena_defer(arena, unmap, mapping);
    }
    bool is_read = has_room && read_all(file, mapping);
    must(close(file) == 0);
    *ret = is_read ? str_span(mapping->start, mapping->n) : STR_NONE;
    return is_read ? STATUS_OK : STATUS_STORE_FAILED;
}

bool files_remove(struct files *files, struct str name)
{
    char z[FILE_NAME_CHARS + 1] = "";
    if (!is_name(name)) {
        return false;
    }
    memcpy(z, name.p, FILE_NAME_CHARS);
    return unlinkat(files->folder, z, 0) == 0 || errno == ENOENT;
}

enum status files_each(struct files *files,
                       bool (*visit)(void *context, const struct file_found *found), void *context)
{
    int folder = openat(files->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *list = folder < 0 ? NULL : fdopendir(folder);
    if (!list) {
        return STATUS_STORE_FAILED;
    }
    bool goes_on = true;
    const struct dirent *entry = NULL;
    errno = 0;
    while (goes_on && (entry = readdir(list))) {
        struct file_found found;
        bool is_shown = entry->d_name[0] != '.' && look_at(files, entry->d_name, &found);
        goes_on = !is_shown || visit(context, &found);
        errno = 0;
    }
    bool is_complete = entry || errno == 0;
    must(closedir(list) == 0);
    return is_complete ? STATUS_OK : STATUS_STORE_FAILED;
}

/* False when it went away in the meantime. */
static bool look_at(const struct files *files, const char *name, struct file_found *ret)
{
    struct stat about;
    if (fstatat(files->folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return false;
    }
    *ret = (struct file_found){
        .name = str_of(name),
        .bytes = about.st_size,
        .changed_at = { about.st_mtime },
        .is_whole = is_name(str_of(name)) && S_ISREG(about.st_mode),
    };
    return true;
}

/* Also what keeps a name from an address out of other folders. */
static bool is_name(struct str name)
{
    uint8_t bits[FILE_NAME_CHARS / 2];
    size_t n = 0;
    return name.n == FILE_NAME_CHARS && hex_decode(name, bits, sizeof bits, &n);
}

static enum status write_file(int file, struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t n = write(file, bytes.p, bytes.n);
        if (n < 0 && errno != EINTR) {
            return status_of_errno(errno);
        }
        bytes = str_slice(bytes, n > 0 ? (size_t)n : 0, bytes.n);
    }
    return disk_sync_new(file, "file");
}

/* Into memory of our own: a disk that fails under a mapped file ends the process. */
static bool read_all(int file, const struct mapping *into)
{
    size_t done = 0;
    ssize_t n = 1;
    while (done < into->n && n > 0) {
        n = read(file, (char *)into->start + done, into->n - done);
        done += n > 0 ? (size_t)n : 0;
    }
    return done == into->n;
}

static void unmap(void *subject)
{
    struct mapping *mapping = subject;
    must(munmap(mapping->start, mapping->n) == 0);
}
