/* Writing the archive: what each commit put into the log, sealed, before anyone is told. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/must.h"
#include "main/archive_path.h"
#include "main/backup_key.h"
#include "store/wal.h"

enum { ARCHIVE_ARENA_BYTES = 2 << 20, NUMBER_BYTES = 4 };

struct archive {
    const char *folder;
    const char *dir;
    const char *origin;
    char database[FOLDER_PATH_BYTES_MAX];
    struct arena *own; /* this struct's */
    struct arena *arena;
    struct files *files;
    pthread_mutex_t copying;
    atomic_bool misses_files; /* one could not be copied when it came */
    atomic_bool is_behind;
    uint8_t public[BOX_KEY_BYTES];
    struct sign_key signer;
    struct wal_place place; /* of the log, what is archived */
    int64_t last;           /* the newest batch in it */
    struct hash after;
    int64_t size; /* of the tree, as of that batch */
    struct hash root;
};

static enum status take_up(struct archive *archive, struct house *house, struct str *ret_why);
static enum status read_newest(struct archive *archive, int64_t newest, struct str *ret_why);
static bool is_behind(struct house *house, const struct archive *archive,
                      struct books_place *ret_place, bool *ret_fits);
static enum status continue_from(struct archive *archive, const struct books_place *now,
                                 struct str *ret_why);
static enum status write_batch(struct archive *archive, const struct books_place *place);
static enum status write_vault(struct archive *archive, int file, const struct vault_head *head,
                               const struct wal_place *from, uint32_t pages);
static void put_page(void *context, uint32_t number, const uint8_t *page);
static void begin_anew(struct archive *archive, const struct books_place *place);
static bool copy_files(struct archive *archive);
static void copy_new(void *context, const char *name);
static enum status copy_one(struct archive *archive, const char *name);

enum status archive_open(const struct house_settings *settings, struct house *house,
                         struct archive **ret, struct str *ret_why)
{
    const char *database = settings->database;
    *ret = NULL;
    if (!settings->archive) {
        return STATUS_OK;
    }
    if (database && (str_starts(str_of(database), STR("postgres")) ||
                     str_equal(str_of(database), STR("sqlite::memory:")))) {
        *ret_why = STR("--archive chỉ dùng với kho là một tệp. Với PostgreSQL, hãy lưu nhật ký WAL "
                       "của nó: archive_command, hoặc pgBackRest.");
        return STATUS_STORE_FAILED;
    }
    struct arena *own = arena_create(ARCHIVE_ARENA_BYTES);
    struct archive *archive = own ? new(own, struct archive, 1) : NULL;
    *ret_why = STR("Thư mục sau --archive không có. Hãy tạo nó, hoặc xem ổ đĩa đã gắn chưa.");
    if (!archive || !folder_exists(settings->archive)) {
        arena_destroy(own);
        return STATUS_STORE_FAILED;
    }
    archive->own = own;
    pthread_mutex_init(&archive->copying, NULL);
    archive->arena = arena_create(ARCHIVE_ARENA_BYTES);
    archive->folder = settings->archive;
    archive->dir = settings->dir;
    archive->origin = house->origin;
    archive->files = house->files;
    archive->signer = *desk_key(house->desk);
    struct str path = str_of(database);
    if (str_starts(path, STR("sqlite:"))) {
        path = str_slice(path, STR("sqlite:").n, path.n);
    }
    struct out out = out_fixed(archive->database, sizeof archive->database);
    out_printf(&out, "%.*s%c", STR_ARG(path), '\0');
    bool is_named =
        database ? !out.overflowed : folder_path(archive->database, settings->dir, "kheo.db");
    enum status status = archive->arena && is_named ? STATUS_OK : STATUS_STORE_FAILED;
    if (!status && !backup_key_public(settings->dir, archive->public, ret_why)) {
        status = STATUS_STORE_FAILED;
    }
    status = status ? status : take_up(archive, house, ret_why);
    if (status) {
        archive_close(archive);
        return status;
    }
    files_watch(house->files, copy_new, archive);
    *ret = archive;
    return STATUS_OK;
}

void archive_close(struct archive *archive)
{
    if (archive) {
        if (archive->files) {
            files_watch(archive->files, NULL, NULL);
        }
        pthread_mutex_destroy(&archive->copying);
        arena_destroy(archive->arena);
        secret_wipe(&archive->signer, sizeof archive->signer);
        arena_destroy(archive->own);
    }
}

bool archive_batch(void *context, const struct books_place *place)
{
    struct archive *archive = *(struct archive **)context;
    if (!archive) {
        return true;
    }
    enum status status = write_batch(archive, place);
    arena_reset(archive->arena);
    atomic_store(&archive->is_behind, status != STATUS_OK);
    if (status == STATUS_OK) {
        return true;
    }
    log_event(EVENT_ARCHIVE_FAILED, LOG_INT("batch", place->batches),
              LOG_WORD("status", status_name(status)));
    struct wal_place from;
    struct wal_place end;
    uint32_t pages;
    bool waits = wal_end(archive->database, &archive->place, &from, &end, &pages) == STATUS_OK &&
                 end.frames * WAL_FRAME_BYTES < ARCHIVE_WAIT_BYTES;
    if (!waits) {
        begin_anew(archive, place);
    }
    return !waits;
}

bool archive_is_behind(const struct archive *archive)
{
    return atomic_load(&archive->is_behind) || atomic_load(&archive->misses_files);
}

/* Where the archive stopped, compared with where the database stands. */
static enum status take_up(struct archive *archive, struct house *house, struct str *ret_why)
{
    int64_t newest = 0;
    struct books_place now;
    bool fits = false;
    *ret_why = STR("Không đọc được thư mục sau --archive.");
    enum status status = archive_newest(archive->folder, &newest) ? STATUS_OK : STATUS_STORE_FAILED;
    if (!status && newest > 0) {
        status = read_newest(archive, newest, ret_why);
    }
    if (!status && !is_behind(house, archive, &now, &fits)) {
        *ret_why = STR("Không đọc được kho dữ liệu để so với thư mục lưu.");
        status = STATUS_STORE_FAILED;
    }
    if (!status && newest > 0 && (archive->last > now.batches || !fits)) {
        *ret_why = STR("Thư mục lưu có những lô mà kho dữ liệu không có: kho là một bản cũ, đã bị "
                       "phục hồi hoặc đã rẽ nhánh. Nếu chủ ý phục hồi: kheo accept-loss, rồi dùng "
                       "một thư mục --archive mới; nếu không: kheo restore … --archive.");
        status = STATUS_STORE_FAILED;
    }
    status = status ? status : continue_from(archive, &now, ret_why);
    if (!status && !copy_files(archive)) {
        *ret_why = STR("Không chép được ảnh vào thư mục lưu; xem ổ đĩa của nó.");
        status = STATUS_STORE_FAILED;
    }
    arena_reset(archive->arena);
    return status;
}

static enum status read_newest(struct archive *archive, int64_t newest, struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    struct vault_reader *reader = NULL;
    int file = archive_path(archive->folder, newest, path) ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    enum vault_fault fault =
        file >= 0 ? vault_open(archive->arena, file, &reader) : VAULT_UNREADABLE;
    fault = fault ? fault : vault_prove(reader, archive->signer.public, &archive->after);
    if (file >= 0) {
        close(file);
    }
    if (fault) {
        fprintf(stderr, "kheo: %s: %s\n", path, vault_fault_sentence(fault));
        *ret_why = STR("Lô mới nhất trong thư mục lưu hỏng hoặc của một sổ khác. Hãy dùng một thư "
                       "mục --archive khác và giữ thư mục cũ.");
        return STATUS_STORE_FAILED;
    }
    const struct vault_head *head = vault_head_of(reader);
    archive->last = head->last;
    archive->place = (struct wal_place){ head->place_salt, head->place_frame };
    archive->size = head->size;
    archive->root = head->root;
    return STATUS_OK;
}

/* *ret_fits: the tree that the archive knows begins the one of the database. */
static bool is_behind(struct house *house, const struct archive *archive,
                      struct books_place *ret_place, bool *ret_fits)
{
    struct session *session = store_reader_open(house->store);
    struct snap snap;
    struct hash then;
    bool is_read = false;
    if (session) {
        snap_begin(session, archive->arena, 0, &snap);
        is_read = books_place(&snap.conn, ret_place);
        *ret_fits = is_read && archive->size <= ret_place->size &&
                    books_root(&snap.conn, archive->size, &then) && hash_equal(then, archive->root);
        is_read = snap_end(&snap) == STATUS_OK && is_read;
    }
    store_session_close(session);
    return is_read;
}

/* What a crash kept from the archive is in the log still. What was done without it is not. */
static enum status continue_from(struct archive *archive, const struct books_place *now,
                                 struct str *ret_why)
{
    struct wal_place from;
    struct wal_place end;
    uint32_t pages;
    bool is_first = archive->last == 0 && archive->place.salt == 0;
    char mark[FOLDER_PATH_BYTES_MAX];
    if (folder_path(mark, archive->dir, ARCHIVE_BREAK) && unlink(mark) == 0) {
        begin_anew(archive, now);
        fprintf(stderr, "kheo: các trang được chấp nhận bằng kheo accept-pages không có trong thư "
                        "mục lưu; hãy chạy kheo backup để có điểm bắt đầu mới\n");
        return STATUS_OK;
    }
    enum status status = wal_end(archive->database, &archive->place, &from, &end, &pages);
    bool is_same_log = !status && from.salt == archive->place.salt;
    if (is_first || (!status && !is_same_log && archive->last < now->batches)) {
        begin_anew(archive, now);
        if (!is_first) {
            fprintf(stderr,
                    "kheo: thư mục lưu thiếu các lô từ %lld tới %lld, làm khi không có "
                    "--archive; hãy chạy kheo backup để có điểm bắt đầu mới\n",
                    (long long)archive->last + 1, (long long)now->batches);
        }
        return STATUS_OK;
    }
    if (!status && archive->last < now->batches) {
        status = write_batch(archive, now);
    }
    *ret_why = STR("Không ghi được vào thư mục sau --archive; xem ổ đĩa của nó.");
    return status;
}

static void begin_anew(struct archive *archive, const struct books_place *place)
{
    if (archive->last > 0) {
        log_event(EVENT_ARCHIVE_GAP, LOG_INT("from", archive->last + 1),
                  LOG_INT("to", place->batches));
    }
    archive->last = place->batches;
    archive->after = (struct hash){ { 0 } };
    archive->place = (struct wal_place){ 0, 0 };
}

/* A file that has its name is whole. */
static enum status write_batch(struct archive *archive, const struct books_place *place)
{
    char path[FOLDER_PATH_BYTES_MAX];
    char unfinished[FOLDER_PATH_BYTES_MAX];
    struct wal_place from;
    struct wal_place end;
    uint32_t pages;
    if (atomic_load(&archive->misses_files) && !copy_files(archive)) {
        return STATUS_STORE_FAILED;
    }
    enum status status = wal_end(archive->database, &archive->place, &from, &end, &pages);
    if (!status && (pages == 0 || !archive_path(archive->folder, place->batches, path) ||
                    !folder_path(unfinished, archive->folder, "dang-ghi"))) {
        status = STATUS_BROKEN;
    }
    if (status) {
        return status;
    }
    struct vault_head head = {
        .kind = STR("batch"),
        .origin = str_of(archive->origin),
        .first = archive->last + 1,
        .last = place->batches,
        .at = place->at,
        .size = place->size,
        .root = place->root,
        .after = archive->after,
        .place_salt = end.salt,
        .place_frame = end.frames,
    };
    int file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    status = file < 0 ? status_of_errno(errno) : write_vault(archive, file, &head, &from, pages);
    if (file >= 0) {
        close(file);
    }
    if (!status && rename(unfinished, path) != 0) {
        status = status_of_errno(errno);
    }
    status = status ? status : folder_sync(archive->folder);
    if (!status) {
        archive->last = place->batches;
        archive->place = end;
    }
    return status;
}

static enum status write_vault(struct archive *archive, int file, const struct vault_head *head,
                               const struct wal_place *from, uint32_t pages)
{
    uint8_t tail[2 * NUMBER_BYTES] = { 0 };
    struct wal_place end = { head->place_salt, head->place_frame };
    struct hash digest;
    struct vault_writer *writer = vault_create(archive->arena, file, head, archive->public);
    if (!writer) {
        return STATUS_BROKEN;
    }
    enum status status = wal_each(archive->database, from, &end, put_page, writer);
    for (size_t i = 0; i < NUMBER_BYTES; i++) {
        tail[NUMBER_BYTES + i] = (uint8_t)(pages >> (8 * (NUMBER_BYTES - 1 - i)));
    }
    vault_put(writer, str_span(tail, sizeof tail));
    enum status finished = vault_finish(writer, &archive->signer, &digest);
    status = status ? status : finished;
    if (!status) {
        archive->after = digest;
    }
    return status;
}

static void put_page(void *context, uint32_t number, const uint8_t *page)
{
    uint8_t head[NUMBER_BYTES];
    for (size_t i = 0; i < NUMBER_BYTES; i++) {
        head[i] = (uint8_t)(number >> (8 * (NUMBER_BYTES - 1 - i)));
    }
    vault_put(context, str_span(head, sizeof head));
    vault_put(context, str_span(page, PAGE_BYTES));
}

/* --- photos ----------------------------------------------------------------------------------- */

static bool copy_listed(void *context, const struct file_found *found)
{
    char name[FILE_NAME_CHARS + 1] = "";
    if (!found->is_whole) {
        return true;
    }
    memcpy(name, found->name.p, FILE_NAME_CHARS);
    enum status status = copy_one(context, name);
    bool works = status == STATUS_OK || status == STATUS_NOT_FOUND;
    if (!works) {
        atomic_store(&((struct archive *)context)->misses_files, true);
    }
    return works;
}

/* All that the archive does not have yet. */
static bool copy_files(struct archive *archive)
{
    char folder[FOLDER_PATH_BYTES_MAX];
    atomic_store(&archive->misses_files, false);
    /* Behind the walls no folder can be made; then it is there already. */
    bool works = folder_path(folder, archive->folder, "files") &&
                 (folder_exists(folder) || mkdir(folder, 0700) == 0);
    if (!works || files_each(archive->files, copy_listed, archive) != STATUS_OK) {
        atomic_store(&archive->misses_files, true);
    }
    return !atomic_load(&archive->misses_files);
}

static void copy_new(void *context, const char *name)
{
    struct archive *archive = context;
    if (copy_one(archive, name) != STATUS_OK) {
        atomic_store(&archive->misses_files, true);
    }
}

static enum status copy_one(struct archive *archive, const char *name)
{
    char inner[FILE_NAME_CHARS + 16];
    char from[FOLDER_PATH_BYTES_MAX];
    char to[FOLDER_PATH_BYTES_MAX];
    struct stat about;
    struct out out = out_fixed(inner, sizeof inner);
    out_printf(&out, "files/%s%c", name, '\0');
    if (out.overflowed || !folder_path(from, archive->dir, inner) ||
        !folder_path(to, archive->folder, inner)) {
        return STATUS_STORE_FAILED;
    }
    /* The one who put it and the desk, which looks for what is missing, may come for the same. */
    pthread_mutex_lock(&archive->copying);
    enum status status = stat(to, &about) == 0 ? STATUS_OK : folder_copy(from, to);
    pthread_mutex_unlock(&archive->copying);
    return status;
}
