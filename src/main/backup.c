/* kheo backup: a running house packed, sealed to a key that is elsewhere, and read back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/out.h"
#include "main/backup_key.h"
#include "main/commands.h"
#include "main/health.h"
#include "main/parcel.h"
#include "main/progress.h"
#include "text/format.h"

/* Beside the server, which is not stopped and waits for nothing:
 *
 *  1. A folder is made within the data folder that looks as a restored one will: photos as hard
 *     links, the anchor as it was before the snapshot, the pages of the database as one snapshot
 *     sees them. Photos are linked before it and again within it, so every file that a row of the
 *     snapshot names is held, even if the server removes it meanwhile.
 *  2. It is packed and sealed to backup.pub, and signed with the ledger's key.
 *  3. What was written is read back from the disk and opened, with --key by the secret half, else
 *     by the vault's own key, which this process still has; every byte is compared, and the folder
 *     is audited as `kheo check` does. Only then does the file get its name.
 *
 * What step 3 cannot show without --key is that somebody has the secret half of backup.pub: only a
 * rehearsed restore shows that. */
enum { SPARE_BYTES = 4 << 10 };

struct backup {
    struct house_settings settings;
    struct house_view view;
    uint8_t public[BOX_KEY_BYTES];
    bool has_database;
    char work[FOLDER_PATH_BYTES_MAX];
    char target[FOLDER_PATH_BYTES_MAX];
    char unfinished[FOLDER_PATH_BYTES_MAX];
    struct books_place place;
    uint8_t own_key[SECRET_KEY_BYTES];
};

static bool tell_pages(void *progress, int64_t done, int64_t total);
static int keygen(const struct options *options);
static int prove(const struct options *options);
static int back_up(struct backup *backup, const struct options *options);
static bool open_view(struct backup *backup, const struct options *options, struct str *ret_why);
static bool name_target(struct backup *backup, const char *to, struct str *ret_why);
static bool gather(struct backup *backup, struct str *ret_why);
static bool gather_rows(struct backup *backup, struct str *ret_why);
static bool pin_files(const struct backup *backup);
static bool copy_small(const struct backup *backup);
static bool seal(struct backup *backup, struct str *ret_why);
static bool read_back(struct backup *backup, const struct options *options, struct str *ret_why);
static bool finish(struct backup *backup, struct str *ret_why);
static bool leave_mark(const struct backup *backup);
static void tell(const struct backup *backup);

int backup_command(struct options *options)
{
    if (options->rest_count > 0 && strcmp(options->rest[0], "keygen") == 0) {
        return keygen(options);
    }
    if (options->rest_count == 2 && strcmp(options->rest[0], "verify") == 0) {
        return prove(options);
    }
    struct arena *arena = arena_create(sizeof(struct backup) + SPARE_BYTES);
    if (!arena) {
        return house_refused(str_of(status_sentence(STATUS_FULL)));
    }
    struct backup *backup = new(arena, struct backup, 1);
    backup->settings = house_settings_of(options);
    int code = back_up(backup, options);
    if (backup->work[0]) {
        folder_remove(backup->work);
    }
    if (backup->view.store) {
        store_close(backup->view.store);
    }
    files_close(backup->view.files);
    secret_wipe(backup, sizeof *backup);
    arena_destroy(arena);
    return code;
}

static int keygen(const struct options *options)
{
    if (!options->to) {
        return house_refused(
            STR("Hãy cho biết ghi khóa vào đâu: kheo backup keygen --to khoa-luu"));
    }
    enum status status = backup_key_make(options->to);
    if (status) {
        return house_refused(
            STR("Không ghi được hai tệp khóa; có thể đã có tệp cùng tên, kheo không "
                "ghi đè lên khóa."));
    }
    printf("Đã tạo %s (khóa riêng: cất ở nơi khác, không để trên máy chủ; mất nó là mất mọi bản "
           "lưu) và %s.pub (chép vào thư mục dữ liệu với tên backup.pub).\n",
           options->to, options->to);
    return 0;
}

/* Whole and ours, without any secret. */
static int prove(const struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    struct house_view view = { 0 };
    struct str why = str_of(status_sentence(STATUS_FULL));
    struct vault_reader *reader = NULL;
    struct hash digest;
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    int file = open(options->rest[1], O_RDONLY | O_CLOEXEC);
    if (!arena || file < 0 || !house_key(&settings, &view.key, &why)) {
        return house_refused(file < 0 ? STR("Không mở được tệp bản lưu.") : why);
    }
    enum vault_fault fault = vault_open(arena, file, &reader);
    fault = fault ? fault : vault_prove(reader, view.key.public, &digest);
    if (fault) {
        return house_refused(str_of(vault_fault_sentence(fault)));
    }
    printf("%s %.*s, lô %lld, %lld lá.\n", vault_fault_sentence(VAULT_FINE),
           STR_ARG(vault_head_of(reader)->origin), (long long)vault_head_of(reader)->last,
           (long long)vault_head_of(reader)->size);
    close(file);
    arena_destroy(arena);
    return 0;
}

static int back_up(struct backup *backup, const struct options *options)
{
    struct str why = STR("Hãy cho biết ghi vào đâu: kheo backup --dir kheo-data --to THƯ-MỤC");
    if (!options->to || !open_view(backup, options, &why) ||
        !name_target(backup, options->to, &why)) {
        return house_refused(why);
    }
    if (!gather(backup, &why) || !seal(backup, &why) || !read_back(backup, options, &why) ||
        !finish(backup, &why)) {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
        unlink(backup->unfinished);
        return 1;
    }
    if (backup->has_database && !leave_mark(backup)) {
        fprintf(stderr,
                "kheo: không ghi được %s vào thư mục dữ liệu; trang sức khỏe máy chủ không biết có "
                "bản lưu này\n",
                BACKUP_MARK);
    }
    tell(backup);
    return 0;
}

/* For /qt/suc-khoe; the backup is whole and in its place. */
static bool leave_mark(const struct backup *backup)
{
    char path[FOLDER_PATH_BYTES_MAX];
    if (!folder_path(path, backup->settings.dir, BACKUP_MARK)) {
        return false;
    }
    (void)unlink(path);
    return folder_write(path, "\n", 1) == STATUS_OK;
}

static bool open_view(struct backup *backup, const struct options *options, struct str *ret_why)
{
    const char *database = backup->settings.database;
    backup->has_database = !options->without_database;
    if (database && str_starts(str_of(database), STR("postgres")) && backup->has_database) {
        *ret_why =
            STR("Kho PostgreSQL do công cụ của nó sao lưu: pg_basebackup, hoặc pgBackRest với "
                "nhật ký WAL, vì chỉ chúng giữ được mọi giao dịch đã xác nhận. Ngay sau đó "
                "hãy lưu khóa, ảnh và điểm neo của máy này: kheo backup --without-database");
        return false;
    }
    if (!backup_key_public(backup->settings.dir, backup->public, ret_why)) {
        return false;
    }
    return house_look(&backup->settings, &backup->view, ret_why) == STATUS_OK;
}

/* A folder gets a file named after the moment, so that a timer needs no shell. */
static bool name_target(struct backup *backup, const char *to, struct str *ret_why)
{
    struct out out = out_fixed(backup->target, sizeof backup->target);
    out_printf(&out, "%s", to);
    if (folder_exists(to)) {
        out_lit(&out, "/kheo-");
        size_t from = out.n;
        out_instant(&out, instant_now());
        size_t n = from;
        for (size_t i = from; i < out.n && i < from + 19; i++) { /* to the second, local time */
            if (out.p[i] != ':' && out.p[i] != '-') {
                out.p[n++] = out.p[i];
            }
        }
        out.n = n;
        out_lit(&out, ".luu");
    }
    out_char(&out, '\0');
    struct out unfinished = out_fixed(backup->unfinished, sizeof backup->unfinished);
    out_printf(&unfinished, "%s.dang-ghi%c", backup->target, '\0');
    struct stat about;
    *ret_why = STR("Đã có tệp cùng tên; kheo không ghi đè lên bản lưu.");
    return !out.overflowed && !unfinished.overflowed && stat(backup->target, &about) != 0;
}

static bool gather(struct backup *backup, struct str *ret_why)
{
    static const char *const folders[] = { "files", "anchor", "receipts", "blanks" };
    char path[FOLDER_PATH_BYTES_MAX];
    *ret_why = STR("Không tạo được chỗ làm việc trong thư mục dữ liệu; cần chỗ trống bằng kho.");
    bool works =
        folder_path(backup->work, backup->settings.dir, "backup-XXXXXX") && mkdtemp(backup->work);
    if (!works) {
        backup->work[0] = '\0';
    }
    for (size_t i = 0; works && i < COUNT(folders); i++) {
        works = folder_path(path, backup->work, folders[i]) && mkdir(path, 0700) == 0;
    }
    return works && pin_files(backup) && gather_rows(backup, ret_why) && copy_small(backup);
}

static bool gather_rows(struct backup *backup, struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    struct session *session = store_reader_open(backup->view.store);
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    enum status status = session && arena ? STATUS_OK : STATUS_STORE_FAILED;
    struct snap snap;
    struct progress progress;
    if (!status) {
        progress_begin(&progress, "chép kho dữ liệu");
        snap_begin(session, arena, 0, &snap);
        bool works = books_place(&snap.conn, &backup->place) && pin_files(backup) &&
                     folder_path(path, backup->work, "kheo.db");
        if (works && backup->has_database) {
            status = store_backup(&snap, path, tell_pages, &progress);
        }
        enum status ended = snap_end(&snap);
        status = !works ? STATUS_STORE_FAILED : status ? status : ended;
    }
    store_session_close(session);
    arena_destroy(arena);
    if (status == STATUS_DAMAGED) {
        *ret_why =
            STR("Tệp kho dữ liệu có trang hỏng nên không lưu, để bản lưu không mang theo chỗ "
                "hỏng. Hãy giữ các bản lưu cũ; kheo check cho biết hỏng ở đâu.");
    } else if (status) {
        *ret_why = str_of(status_sentence(status));
    }
    return status == STATUS_OK;
}

static bool tell_pages(void *progress, int64_t done, int64_t total)
{
    progress_tell(progress, done, total);
    return true;
}

static bool pin_one(void *context, const struct file_found *found)
{
    const struct backup *backup = context;
    char name[PARCEL_NAME_BYTES_MAX];
    char from[FOLDER_PATH_BYTES_MAX];
    char to[FOLDER_PATH_BYTES_MAX];
    struct out out = out_fixed(name, sizeof name);
    out_printf(&out, "files/%.*s%c", STR_ARG(found->name), '\0');
    return !found->is_whole || (!out.overflowed && folder_path(from, backup->settings.dir, name) &&
                                folder_path(to, backup->work, name) &&
                                (link(from, to) == 0 || errno == EEXIST || errno == ENOENT));
}

static bool pin_files(const struct backup *backup)
{
    struct backup *context = (struct backup *)(uintptr_t)backup;
    return !backup->view.files || files_each(backup->view.files, pin_one, context) == STATUS_OK;
}

/* The anchor as house_look() read it, before the snapshot: a later one would know of more. */
static bool copy_small(const struct backup *backup)
{
    static const char *const names[] = { "origin", "ledger.key", "server.key", "backup.pub" };
    char from[FOLDER_PATH_BYTES_MAX];
    char to[FOLDER_PATH_BYTES_MAX];
    bool works = true;
    for (size_t i = 0; works && i < COUNT(names); i++) {
        works = folder_path(from, backup->settings.dir, names[i]) &&
                folder_path(to, backup->work, names[i]) && folder_copy(from, to) == STATUS_OK;
    }
    if (works && backup->view.anchor_bytes > 0) {
        works = folder_path(to, backup->work, "anchor/head") &&
                folder_write(to, backup->view.anchor, backup->view.anchor_bytes) == STATUS_OK;
    }
    static const char *const folders[] = { "receipts", "blanks" };
    for (size_t i = 0; works && i < COUNT(folders); i++) {
        works = folder_path(from, backup->settings.dir, folders[i]) &&
                folder_path(to, backup->work, folders[i]) && folder_copy_all(from, to);
    }
    return works;
}

static bool seal(struct backup *backup, struct str *ret_why)
{
    struct vault_head head = {
        .kind = backup->has_database ? STR("full") : STR("host"),
        .origin = str_of(backup->view.origin),
        .first = backup->place.batches,
        .last = backup->place.batches,
        .at = backup->place.at,
        .size = backup->place.size,
        .root = backup->place.root,
    };
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    int file = open(backup->unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    enum status status = file < 0 ? status_of_errno(errno) : STATUS_OK;
    struct vault_writer *writer =
        status || !arena ? NULL : vault_create(arena, file, &head, backup->public);
    if (writer) {
        bool is_packed = parcel_pack(writer, backup->work);
        memcpy(backup->own_key, vault_writer_key(writer), sizeof backup->own_key);
        status = vault_finish(writer, &backup->view.key, NULL);
        status = is_packed ? status : STATUS_STORE_FAILED;
    } else if (!status) {
        status = STATUS_BROKEN;
    }
    if (file >= 0) {
        close(file);
    }
    arena_destroy(arena);
    *ret_why = str_of(status == STATUS_BROKEN ? "backup.pub không phải khóa công khai dùng được."
                                              : status_sentence(status));
    return status == STATUS_OK;
}

static bool read_back(struct backup *backup, const struct options *options, struct str *ret_why)
{
    struct box_key key = { 0 };
    struct vault_reader *reader;
    struct hash digest;
    if (options->key && !backup_key_secret(options->key, &key, ret_why)) {
        return false;
    }
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    int file = open(backup->unfinished, O_RDONLY | O_CLOEXEC);
    enum vault_fault fault =
        arena && file >= 0 ? vault_open(arena, file, &reader) : VAULT_UNREADABLE;
    if (!fault) {
        fault =
            options->key ? vault_unlock(reader, &key) : vault_unlock_own(reader, backup->own_key);
    }
    enum status status = fault ? STATUS_OK : parcel_unpack(reader, backup->work, true, &fault);
    fault = fault || status ? fault : vault_end(reader, backup->view.key.public, &digest);
    if (file >= 0) {
        close(file);
    }
    arena_destroy(arena);
    secret_wipe(&key, sizeof key);
    *ret_why = fault ? str_of(vault_fault_sentence(fault))
                     : STR("Bản lưu đọc lại khác với dữ liệu; ổ đĩa nhận bản lưu có thể hỏng.");
    if (fault || status) {
        return false;
    }
    struct house_settings copy = { .dir = backup->work };
    *ret_why = STR("Dữ liệu có lỗi nêu trên; bản lưu không được giữ.");
    return !backup->has_database || check_house(&copy) == 0;
}

static bool finish(struct backup *backup, struct str *ret_why)
{
    char folder[FOLDER_PATH_BYTES_MAX];
    *ret_why = STR("Không đặt được tên cho bản lưu.");
    return rename(backup->unfinished, backup->target) == 0 && folder_of(folder, backup->target) &&
           folder_sync(folder) == STATUS_OK;
}

static void tell(const struct backup *backup)
{
    char text[512];
    struct out out = out_fixed(text, sizeof text);
    struct stat about = { 0 };
    (void)stat(backup->target, &about);
    format_number(&out, about.st_size);
    out_lit(&out, " byte, tới lô ");
    format_number(&out, backup->place.batches);
    out_lit(&out, ", sổ cái ");
    format_number(&out, backup->place.size);
    out_lit(&out, " lá, lần ghi cuối ");
    out_instant(&out, backup->place.at);
    printf("%s: %.*s. Đã mở lại và kiểm tra.%s\n", backup->target, STR_ARG(out_str(&out)),
           backup->has_database ? "" : " Không có kho dữ liệu trong đó.");
}
