/* The way back: batches over a backup, each proved, none missing, up to the wanted moment. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "main/archive.h"
#include "main/archive_path.h"
#include "main/progress.h"
#include "store/wal.h"

enum { REPLAY_ARENA_BYTES = 2 << 20, NUMBER_BYTES = 4 };

struct replaying {
    struct archive_replay *replay;
    struct arena *arena;
    int database;
    struct hash before; /* digest of the last vault read; zero: none yet */
    bool has_before;
    bool is_summed; /* the pages of the database have sums */
    bool is_there; /* the goal is reached */
};

static bool read_head(struct replaying *r);
static bool replay_all(struct replaying *r, struct str *ret_why);
static bool replay_one(struct replaying *r, const char *path, struct str *ret_why);
static enum vault_fault put_pages(struct replaying *r, struct vault_reader *reader, bool writes,
                                  bool *ret_works);
static const char *why_not_next(const struct replaying *r, const struct vault_head *head);
static bool is_beyond(const struct archive_goal *goal, const struct vault_head *head);
static bool copy_photos(const struct archive_replay *replay);

bool archive_replay(struct archive_replay *replay, struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    struct replaying r = { .replay = replay, .arena = arena_create(REPLAY_ARENA_BYTES) };
    *ret_why = STR("Không mở được kho dữ liệu đã phục hồi để ghi.");
    r.database = folder_path(path, replay->dir, "kheo.db") ? open(path, O_RDWR | O_CLOEXEC) : -1;
    bool works = r.arena && r.database >= 0 && read_head(&r) && replay_all(&r, ret_why);
    if (works && fsync(r.database) != 0) {
        works = false;
    }
    if (r.database >= 0) {
        close(r.database);
    }
    arena_destroy(r.arena);
    if (works && !copy_photos(replay)) {
        *ret_why = STR("Không chép được ảnh từ thư mục lưu.");
        works = false;
    }
    return works;
}

static bool read_head(struct replaying *r)
{
    uint8_t head[PAGE_HEAD_BYTES];
    bool is_read = pread(r->database, head, sizeof head, 0) == PAGE_HEAD_BYTES;
    r->is_summed = is_read && page_head_is_summed(head);
    return is_read;
}

/* A file is named after its last batch; one that holds several leaves numbers out. */
static bool replay_all(struct replaying *r, struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    int64_t newest = 0;
    int64_t first = r->replay->place.batches + 1;
    struct progress progress;
    struct stat about;
    *ret_why = STR("Không đọc được thư mục sau --archive.");
    if (!archive_newest(r->replay->folder, &newest)) {
        return false;
    }
    progress_begin(&progress, "đặt lại các lô");
    for (int64_t batch = first; batch <= newest && !r->is_there; batch++) {
        if (!archive_path(r->replay->folder, batch, path)) {
            return false;
        }
        if (stat(path, &about) == 0 && !replay_one(r, path, ret_why)) {
            return false;
        }
        arena_reset(r->arena);
        progress_tell(&progress, batch - first, newest - first + 1);
    }
    return true;
}

static bool replay_one(struct replaying *r, const char *path, struct str *ret_why)
{
    struct vault_reader *reader = NULL;
    struct hash digest;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool works = true;
    const char *refusal = NULL;
    enum vault_fault fault = file >= 0 ? vault_open(r->arena, file, &reader) : VAULT_UNREADABLE;
    fault = fault ? fault : vault_unlock(reader, r->replay->key);
    const struct vault_head *head = fault ? NULL : vault_head_of(reader);
    if (!fault) {
        refusal = why_not_next(r, head);
        /* What lies beyond is read too: nobody may cut the way short by a changed date. */
        r->is_there = is_beyond(&r->replay->goal, head);
        fault = put_pages(r, reader, !refusal && !r->is_there, &works);
    }
    fault = fault ? fault : vault_end(reader, r->replay->signer, &digest);
    if (file >= 0) {
        close(file);
    }
    if (fault || refusal) {
        fprintf(stderr, "kheo: %s: %s\n", path, fault ? vault_fault_sentence(fault) : refusal);
        *ret_why = STR("Thư mục lưu thiếu hoặc hỏng ở tệp nêu trên; từ đó không đi tiếp được. Với "
                       "--at hay --at-size sớm hơn thì được.");
        return false;
    }
    if (!r->is_there) {
        r->replay->place = (struct books_place){ head->last, head->at, head->size, head->root };
    }
    r->before = digest;
    r->has_before = true;
    *ret_why = STR("Không ghi được kho dữ liệu đã phục hồi; xem ổ đĩa.");
    return works;
}

/* NULL: it is. */
static const char *why_not_next(const struct replaying *r, const struct vault_head *head)
{
    const struct books_place *place = &r->replay->place;
    if (!str_equal(head->kind, STR("batch")) || !str_equal(head->origin, r->replay->origin)) {
        return "Tệp này không phải một lô của sổ cái này.";
    }
    if (head->first > place->batches + 1) {
        fprintf(stderr, "kheo: thiếu các lô từ %lld tới %lld\n", (long long)place->batches + 1,
                (long long)head->first - 1);
        return "Không có lô đứng ngay trước tệp này.";
    }
    if (r->has_before && !hash_equal(head->after, r->before)) {
        return "Tệp này không nối vào lô đứng trước nó: của một nhánh khác.";
    }
    return NULL;
}

static bool is_beyond(const struct archive_goal *goal, const struct vault_head *head)
{
    return (goal->at.s && head->at.s > goal->at.s) || (goal->size && head->size > goal->size);
}

static uint32_t number_of(const uint8_t bytes[NUMBER_BYTES])
{
    uint32_t number = 0;
    for (size_t i = 0; i < NUMBER_BYTES; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

/* Pages go into the working copy before the signature is read; if that fails, the copy goes. */
static enum vault_fault put_pages(struct replaying *r, struct vault_reader *reader, bool writes,
                                  bool *ret_works)
{
    uint8_t bytes[NUMBER_BYTES];
    uint8_t page[PAGE_BYTES];
    enum vault_fault fault = VAULT_FINE;
    while (!fault) {
        fault = vault_get(reader, bytes, sizeof bytes);
        uint32_t number = fault ? 0 : number_of(bytes);
        if (number == 0) {
            break;
        }
        fault = vault_get(reader, page, sizeof page);
        off_t at = (off_t)(number - 1) * PAGE_BYTES;
        if (!fault && writes) {
            if (r->is_summed) {
                page_sum_put(page);
            }
            *ret_works &= pwrite(r->database, page, sizeof page, at) == PAGE_BYTES;
        }
    }
    fault = fault ? fault : vault_get(reader, bytes, sizeof bytes);
    if (!fault && writes) {
        *ret_works &= ftruncate(r->database, (off_t)number_of(bytes) * PAGE_BYTES) == 0;
    }
    return fault;
}

/* Those that the backup brought are there already. */
static bool copy_photos(const struct archive_replay *replay)
{
    char from[FOLDER_PATH_BYTES_MAX];
    char to[FOLDER_PATH_BYTES_MAX];
    return folder_path(from, replay->folder, "files") && folder_path(to, replay->dir, "files") &&
           folder_copy_all(from, to);
}
