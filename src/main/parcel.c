/* Entries of a parcel, there and back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/parcel.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "main/progress.h"

enum { BLOCK_BYTES = 4 << 10, SIZE_BYTES = 8 };

/* The rest is whatever the folders hold. */
static const char *const fixed[] = { "origin",     "ledger.key",  "server.key",
                                     "backup.pub", "anchor/head", "kheo.db" };
static const char *const folders[] = { "receipts", "blanks", "files" };

static bool pack_file(struct vault_writer *writer, const char *dir, const char *name,
                      bool may_miss);
static bool pack_folder(struct vault_writer *writer, const char *dir, const char *folder);
static bool is_name(struct str name);
static enum status unpack_file(struct vault_reader *reader, const char *path, uint64_t size,
                               bool compares, enum vault_fault *ret_fault);
static enum status put_block(int file, bool compares, const char *bytes, size_t n);

bool parcel_pack(struct vault_writer *writer, const char *dir)
{
    bool works = true;
    for (size_t i = 0; works && i < COUNT(fixed); i++) {
        works = pack_file(writer, dir, fixed[i], true);
    }
    for (size_t i = 0; works && i < COUNT(folders); i++) {
        works = pack_folder(writer, dir, folders[i]);
    }
    vault_put(writer, str_span("", 1));
    return works;
}

static bool pack_folder(struct vault_writer *writer, const char *dir, const char *folder)
{
    char path[FOLDER_PATH_BYTES_MAX];
    DIR *list = folder_path(path, dir, folder) ? opendir(path) : NULL;
    bool works = list || errno == ENOENT;
    errno = 0;
    for (const struct dirent *entry; list && works && (entry = readdir(list));) {
        char name[FOLDER_PATH_BYTES_MAX];
        works = folder_path(name, folder, entry->d_name);
        if (works && is_name(str_of(name))) {
            works = pack_file(writer, dir, name, false);
        }
        errno = 0;
    }
    works &= errno == 0 || !list;
    if (list) {
        closedir(list);
    }
    return works;
}

static bool pack_file(struct vault_writer *writer, const char *dir, const char *name, bool may_miss)
{
    char path[FOLDER_PATH_BYTES_MAX];
    char block[BLOCK_BYTES];
    uint8_t head[1 + PARCEL_NAME_BYTES_MAX + SIZE_BYTES];
    struct stat about;
    struct progress progress;
    int file = folder_path(path, dir, name) ? open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
    if (file < 0) {
        return may_miss && errno == ENOENT;
    }
    size_t n = strlen(name);
    bool works = fstat(file, &about) == 0 && S_ISREG(about.st_mode) && n <= PARCEL_NAME_BYTES_MAX;
    uint64_t size = works ? (uint64_t)about.st_size : 0;
    head[0] = (uint8_t)n;
    memcpy(head + 1, name, works ? n : 0);
    for (size_t i = 0; i < SIZE_BYTES; i++) {
        head[1 + n * works + i] = (uint8_t)(size >> (8 * (SIZE_BYTES - 1 - i)));
    }
    if (works) {
        vault_put(writer, str_span(head, 1 + n + SIZE_BYTES));
    }
    progress_begin(&progress, name);
    uint64_t left = size;
    while (works && left > 0) {
        ssize_t got = read(file, block, left < sizeof block ? (size_t)left : sizeof block);
        works = got > 0;
        if (works) {
            vault_put(writer, str_span(block, (size_t)got));
            left -= (uint64_t)got;
            progress_tell(&progress, (int64_t)(size - left), (int64_t)size);
        }
    }
    close(file);
    return works;
}

enum status parcel_unpack(struct vault_reader *reader, const char *dir, bool compares,
                          enum vault_fault *ret_fault)
{
    enum status status = STATUS_OK;
    for (;;) {
        uint8_t length;
        char name[PARCEL_NAME_BYTES_MAX + 1] = "";
        char path[FOLDER_PATH_BYTES_MAX];
        uint8_t bytes[SIZE_BYTES] = { 0 };
        uint64_t size = 0;
        enum vault_fault fault = vault_get(reader, &length, 1);
        if (fault || length == 0) {
            *ret_fault = fault;
            return status;
        }
        fault = vault_get(reader, name, length);
        fault = fault ? fault : vault_get(reader, bytes, sizeof bytes);
        for (size_t i = 0; i < sizeof bytes; i++) {
            size = size << 8 | bytes[i];
        }
        if (!fault &&
            (strlen(name) != length || !is_name(str_of(name)) || !folder_path(path, dir, name))) {
            fault = VAULT_ALTERED;
        }
        status = fault ? STATUS_OK : unpack_file(reader, path, size, compares, &fault);
        if (fault || status) {
            *ret_fault = fault;
            return status;
        }
    }
}

static enum status unpack_file(struct vault_reader *reader, const char *path, uint64_t size,
                               bool compares, enum vault_fault *ret_fault)
{
    char block[BLOCK_BYTES];
    struct progress progress;
    int flags = compares ? O_RDONLY : O_WRONLY | O_CREAT | O_EXCL;
    int file = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    enum status status = file < 0 ? status_of_errno(errno) : STATUS_OK;
    progress_begin(&progress, compares ? "đọc lại bản lưu" : "mở bản lưu");
    uint64_t left = size;
    while (!status && !*ret_fault && left > 0) {
        size_t n = left < sizeof block ? (size_t)left : sizeof block;
        *ret_fault = vault_get(reader, block, n);
        status = *ret_fault ? STATUS_OK : put_block(file, compares, block, n);
        left -= n;
        progress_tell(&progress, (int64_t)(size - left), (int64_t)size);
    }
    if (!status && !*ret_fault && compares && read(file, block, 1) != 0) {
        status = STATUS_CONFLICT;
    }
    if (!status && !compares && fsync(file) != 0) {
        status = status_of_errno(errno);
    }
    if (file >= 0) {
        close(file);
    }
    return status;
}

static enum status put_block(int file, bool compares, const char *bytes, size_t n)
{
    char there[BLOCK_BYTES] = { 0 };
    size_t done = 0;
    while (done < n) {
        ssize_t some =
            compares ? read(file, there + done, n - done) : write(file, bytes + done, n - done);
        if (some < 0 && errno != EINTR) {
            return status_of_errno(errno);
        }
        if (some == 0) {
            return STATUS_CONFLICT;
        }
        done += some > 0 ? (size_t)some : 0;
    }
    return compares && memcmp(there, bytes, n) != 0 ? STATUS_CONFLICT : STATUS_OK;
}

static bool is_name(struct str name)
{
    for (size_t i = 0; i < COUNT(fixed); i++) {
        if (str_equal(name, str_of(fixed[i]))) {
            return true;
        }
    }
    struct str folder = str_cut(&name, '/');
    bool is_ours = false;
    for (size_t i = 0; i < COUNT(folders); i++) {
        is_ours |= str_equal(folder, str_of(folders[i]));
    }
    return is_ours && name.n > 0 && name.p[0] != '.' && str_find_byte(name, '/') == name.n &&
           name.n + folder.n < PARCEL_NAME_BYTES_MAX;
}
