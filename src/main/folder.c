/* Small things with files, each done to the end or not at all. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/out.h"

enum { COPY_BYTES = 8 << 10, OPEN_FOLDERS_MAX = 8 };

static enum status write_all(int file, const char *bytes, size_t n);
static enum status finish(int file, const char *path, enum status status);
static enum status sync_folder_of(const char *path);

bool folder_path(char ret[FOLDER_PATH_BYTES_MAX], const char *dir, const char *name)
{
    struct out path = out_fixed(ret, FOLDER_PATH_BYTES_MAX);
    out_printf(&path, "%s/%s%c", dir, name, '\0');
    return !path.overflowed;
}

bool folder_read(const char *path, char *ret, size_t capacity, size_t *ret_n)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    size_t n = 0;
    ssize_t got = file < 0 ? -1 : 1;
    while (got > 0 && n < capacity) {
        got = read(file, ret + n, capacity - n);
        n += got > 0 ? (size_t)got : 0;
    }
    if (file >= 0) {
        close(file);
    }
    *ret_n = n;
    return got == 0;
}

enum status folder_write(const char *path, const void *bytes, size_t n)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    return file < 0 ? status_of_errno(errno) : finish(file, path, write_all(file, bytes, n));
}

/* A name that is there is whole. */
enum status folder_copy(const char *from, const char *to)
{
    char bytes[COPY_BYTES];
    char unfinished[FOLDER_PATH_BYTES_MAX];
    struct out out = out_fixed(unfinished, sizeof unfinished);
    out_printf(&out, "%s.dang-ghi%c", to, '\0');
    int source = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (source < 0 || out.overflowed) {
        return errno == ENOENT ? STATUS_NOT_FOUND : status_of_errno(errno);
    }
    int file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    enum status status = file < 0 ? status_of_errno(errno) : STATUS_OK;
    ssize_t n = 1;
    while (!status && n > 0) {
        n = read(source, bytes, sizeof bytes);
        status = n < 0 ? status_of_errno(errno) : write_all(file, bytes, (size_t)n);
    }
    close(source);
    if (file < 0) {
        return status;
    }
    status = finish(file, unfinished, status);
    if (!status && rename(unfinished, to) != 0) {
        status = status_of_errno(errno);
    }
    return status ? status : sync_folder_of(to);
}

bool folder_copy_all(const char *from, const char *to)
{
    DIR *folder = opendir(from);
    bool works = folder || errno == ENOENT;
    for (const struct dirent *entry; folder && works && (entry = readdir(folder));) {
        char source[FOLDER_PATH_BYTES_MAX];
        char target[FOLDER_PATH_BYTES_MAX];
        struct stat about;
        works = folder_path(source, from, entry->d_name) && folder_path(target, to, entry->d_name);
        bool is_file = works && lstat(source, &about) == 0 && S_ISREG(about.st_mode) &&
                       !str_ends(str_of(entry->d_name), STR(".dang-ghi"));
        bool is_there = works && access(target, F_OK) == 0;
        works = works && (!is_file || is_there || folder_copy(source, target) == STATUS_OK);
    }
    if (folder) {
        closedir(folder);
    }
    return works;
}

bool folder_of(char ret[FOLDER_PATH_BYTES_MAX], const char *path)
{
    struct out out = out_fixed(ret, FOLDER_PATH_BYTES_MAX);
    size_t end = strlen(path);
    while (end > 0 && path[end - 1] != '/') {
        end--;
    }
    out_str_raw(&out, end > 0 ? str_span(path, end) : STR("."));
    out_char(&out, '\0');
    return !out.overflowed;
}

enum status folder_sync(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    enum status status = folder >= 0 && fsync(folder) == 0 ? STATUS_OK : status_of_errno(errno);
    if (folder >= 0) {
        close(folder);
    }
    return status;
}

bool folder_is_free(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) {
        return errno == ENOENT;
    }
    bool is_empty = true;
    for (const struct dirent *entry; is_empty && (entry = readdir(folder));) {
        is_empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    }
    closedir(folder);
    return is_empty;
}

bool folder_exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about, (void)kind, (void)where;
    return remove(path);
}

void folder_remove(const char *path)
{
    (void)nftw(path, remove_one, OPEN_FOLDERS_MAX, FTW_DEPTH | FTW_PHYS);
}

static enum status write_all(int file, const char *bytes, size_t n)
{
    size_t done = 0;
    while (done < n) {
        ssize_t some = write(file, bytes + done, n - done);
        if (some < 0 && errno != EINTR) {
            return status_of_errno(errno);
        }
        done += some > 0 ? (size_t)some : 0;
    }
    return STATUS_OK;
}

/* A file that is not whole goes away again. */
static enum status finish(int file, const char *path, enum status status)
{
    if (!status && fsync(file) != 0) {
        status = status_of_errno(errno);
    }
    if (close(file) != 0 && !status) {
        status = status_of_errno(errno);
    }
    status = status ? status : sync_folder_of(path);
    if (status) {
        unlink(path);
    }
    return status;
}

static enum status sync_folder_of(const char *path)
{
    char folder[FOLDER_PATH_BYTES_MAX];
    return folder_of(folder, path) ? folder_sync(folder) : STATUS_STORE_FAILED;
}
