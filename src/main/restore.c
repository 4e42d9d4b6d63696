/* kheo restore: a backup opened into an empty folder, brought forward to a moment, and audited. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/restore.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/out.h"
#include "ledger/note.h"
#include "main/archive.h"
#include "main/backup_key.h"
#include "main/commands.h"
#include "main/parcel.h"

/* Everything happens in a folder beside the one that is wanted; only when it has been opened,
 * brought forward and audited does it take its name. So a restore that is refused or breaks off
 * leaves nothing, and one that is there is whole. */
struct restore {
    const struct options *options;
    struct box_key key;
    struct sign_key signer; /* the ledger's, from inside the backup */
    struct archive_goal goal;
    char to[FOLDER_PATH_BYTES_MAX];
    char work[FOLDER_PATH_BYTES_MAX];
    char origin[NOTE_NAME_BYTES_MAX + 1];
    struct books_place place; /* how far it has come */
    bool has_database;
};
enum { SPARE_BYTES = 4 << 10 };

static int run(struct restore *restore);
static bool read_wishes(struct restore *restore, struct str *ret_why);
static struct instant parse_moment(const char *text);
static bool make_work(struct restore *restore, struct str *ret_why);
static bool open_backup(struct restore *restore, struct str *ret_why);
static bool take_head(struct restore *restore, const struct vault_head *head, struct str *ret_why);
static bool bring_forward(struct restore *restore, struct str *ret_why);
static bool audit(struct restore *restore, struct str *ret_why);
static bool put_in_place(struct restore *restore, struct str *ret_why);
static void tell(const struct restore *restore);

int restore_command(struct options *options)
{
    struct arena *arena = arena_create(sizeof(struct restore) + SPARE_BYTES);
    if (!arena) {
        return house_refused(str_of(status_sentence(STATUS_FULL)));
    }
    struct restore *restore = new(arena, struct restore, 1);
    restore->options = options;
    int code = run(restore);
    if (code && restore->work[0]) {
        folder_remove(restore->work);
    }
    secret_wipe(restore, sizeof *restore);
    arena_destroy(arena);
    return code;
}

static int run(struct restore *restore)
{
    struct str why;
    if (!read_wishes(restore, &why) || !make_work(restore, &why) || !open_backup(restore, &why) ||
        !bring_forward(restore, &why) || !audit(restore, &why) || !put_in_place(restore, &why)) {
        return house_refused(why);
    }
    tell(restore);
    return 0;
}

static bool read_wishes(struct restore *restore, struct str *ret_why)
{
    const struct options *options = restore->options;
    *ret_why =
        STR("Hãy cho biết bản lưu, nơi phục hồi và khóa riêng: kheo restore TỆP --to THƯ-MỤC "
            "--key khoa-luu (--archive THƯ-MỤC --at 2026-11-28T10:00+07:00)");
    if (options->rest_count != 1 || !options->to || !options->key) {
        return false;
    }
    *ret_why = STR("Không đọc được thời điểm sau --at, ví dụ đúng: 2026-11-28T10:00+07:00");
    if (options->at) {
        restore->goal.at = parse_moment(options->at);
        if (restore->goal.at.s == 0) {
            return false;
        }
    }
    restore->goal.size = options->at_size;
    *ret_why =
        STR("--at và --at-size cần --archive: giữa hai bản lưu chỉ có các lô đã lưu trong đó.");
    if ((options->at || options->at_size) && !options->archive) {
        return false;
    }
    return backup_key_secret(options->key, &restore->key, ret_why);
}

/* Seconds may be left out. */
static struct instant parse_moment(const char *text)
{
    char full[64];
    struct out out = out_fixed(full, sizeof full);
    struct str given = str_of(text);
    struct instant at = instant_parse(given);
    enum { TO_MINUTES = 16 };
    if (at.s == 0 && given.n > TO_MINUTES) {
        out_str_raw(&out, str_slice(given, 0, TO_MINUTES));
        out_lit(&out, ":00");
        out_str_raw(&out, str_slice(given, TO_MINUTES, given.n));
        at = out.overflowed ? at : instant_parse(out_str(&out));
    }
    return at;
}

static bool make_work(struct restore *restore, struct str *ret_why)
{
    static const char *const folders[] = { "files", "anchor", "receipts", "blanks" };
    char path[FOLDER_PATH_BYTES_MAX];
    struct out to = out_fixed(restore->to, sizeof restore->to);
    struct str wanted = str_of(restore->options->to);
    while (wanted.n > 1 && wanted.p[wanted.n - 1] == '/') {
        wanted.n--;
    }
    out_str_raw(&to, wanted);
    out_char(&to, '\0');
    *ret_why = STR("Thư mục sau --to không trống. Chỉ phục hồi vào một thư mục mới hoặc trống.");
    if (to.overflowed || !folder_is_free(restore->to)) {
        return false;
    }
    struct out work = out_fixed(restore->work, sizeof restore->work);
    out_printf(&work, "%s.dang-phuc-hoi-XXXXXX%c", restore->to, '\0');
    *ret_why = STR("Không tạo được thư mục phục hồi ở nơi đó.");
    if (work.overflowed || !mkdtemp(restore->work)) {
        restore->work[0] = '\0';
        return false;
    }
    bool works = true;
    for (size_t i = 0; works && i < COUNT(folders); i++) {
        works = folder_path(path, restore->work, folders[i]) && mkdir(path, 0700) == 0;
    }
    return works;
}

static bool open_backup(struct restore *restore, struct str *ret_why)
{
    struct vault_reader *reader = NULL;
    struct hash digest;
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    int file = open(restore->options->rest[0], O_RDONLY | O_CLOEXEC);
    enum vault_fault fault =
        arena && file >= 0 ? vault_open(arena, file, &reader) : VAULT_UNREADABLE;
    fault = fault ? fault : vault_unlock(reader, &restore->key);
    if (!fault && str_equal(vault_head_of(reader)->kind, STR("batch"))) {
        fault = VAULT_FOREIGN;
    }
    enum status status = fault ? STATUS_OK : parcel_unpack(reader, restore->work, false, &fault);
    struct house_settings settings = { .dir = restore->work };
    struct str no_key;
    if (!fault && !status && !house_key(&settings, &restore->signer, &no_key)) {
        fault = VAULT_ALTERED;
    }
    if (!fault && !status) {
        fault = vault_end(reader, restore->signer.public, &digest);
    }
    *ret_why = fault    ? str_of(vault_fault_sentence(fault))
               : status ? str_of(status_sentence(status))
                        : STR_NONE;
    bool works = !fault && !status && take_head(restore, vault_head_of(reader), ret_why);
    if (file >= 0) {
        close(file);
    }
    arena_destroy(arena);
    return works;
}

static bool take_head(struct restore *restore, const struct vault_head *head, struct str *ret_why)
{
    struct out origin = out_fixed(restore->origin, sizeof restore->origin);
    out_str_raw(&origin, head->origin);
    out_char(&origin, '\0');
    restore->has_database = str_equal(head->kind, STR("full"));
    restore->place = (struct books_place){ head->last, head->at, head->size, head->root };
    *ret_why = STR("Bản lưu này muộn hơn thời điểm muốn phục hồi; hãy chọn một bản lưu sớm hơn.");
    const struct archive_goal *goal = &restore->goal;
    return !((goal->at.s && head->at.s > goal->at.s) || (goal->size && head->size > goal->size));
}

static bool bring_forward(struct restore *restore, struct str *ret_why)
{
    const char *archive = restore->options->archive;
    struct archive_replay replay = {
        .folder = archive,
        .dir = restore->work,
        .key = &restore->key,
        .signer = restore->signer.public,
        .origin = str_of(restore->origin),
        .goal = restore->goal,
        .place = restore->place,
    };
    if (!archive) {
        return true;
    }
    *ret_why = STR("Bản lưu này không có kho dữ liệu, nên không có gì để đưa tới một thời điểm.");
    bool works = restore->has_database && archive_replay(&replay, ret_why);
    restore->place = replay.place;
    return works;
}

/* As `kheo check` does, and that the tree is the one that the last vault named. */
static bool audit(struct restore *restore, struct str *ret_why)
{
    struct house_settings settings = { .dir = restore->work };
    struct house_view view = { 0 };
    struct snap snap;
    struct books_place place;
    if (!restore->has_database) {
        return true;
    }
    enum status status = house_look(&settings, &view, ret_why);
    if (!status) {
        struct session *session = store_reader_open(view.store);
        struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
        bool is_same = false;
        if (session && arena) {
            snap_begin(session, arena, 0, &snap);
            is_same = books_place(&snap.conn, &place) && place.batches == restore->place.batches &&
                      place.size == restore->place.size &&
                      hash_equal(place.root, restore->place.root);
            is_same = snap_end(&snap) == STATUS_OK && is_same;
        }
        store_session_close(session);
        arena_destroy(arena);
        *ret_why = STR("Kho phục hồi không đúng với đầu cây ghi trong bản lưu; không đặt vào chỗ.");
        status = is_same ? STATUS_OK : STATUS_BROKEN;
    }
    if (view.store) {
        store_close(view.store);
    }
    files_close(view.files);
    secret_wipe(&view.key, sizeof view.key);
    if (!status && check_house(&settings) != 0) {
        *ret_why = STR("Kho phục hồi có lỗi nêu trên; không đặt vào chỗ.");
        status = STATUS_BROKEN;
    }
    return status == STATUS_OK;
}

static bool put_in_place(struct restore *restore, struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    char text[128];
    struct out out = out_fixed(text, sizeof text);
    out_int(&out, restore->place.size);
    out_char(&out, ' ');
    out_instant(&out, restore->place.at);
    out_char(&out, '\n');
    *ret_why = STR("Không đặt được thư mục đã phục hồi vào chỗ của nó.");
    bool works = folder_path(path, restore->work, RESTORE_MARK) &&
                 folder_write(path, text, out.n) == STATUS_OK &&
                 rename(restore->work, restore->to) == 0 && folder_of(path, restore->to);
    (void)(works && folder_sync(path));
    return works;
}

static void tell(const struct restore *restore)
{
    char text[512];
    struct out out = out_fixed(text, sizeof text);
    struct vkey vkey = vkey_of(str_of(restore->origin), VKEY_ED25519, &restore->signer);
    out_printf(&out, "lô %lld, sổ cái %lld lá, lần ghi cuối ", (long long)restore->place.batches,
               (long long)restore->place.size);
    out_instant(&out, restore->place.at);
    out_lit(&out, ". Khóa kiểm tra: ");
    vkey_write(&out, &vkey);
    printf("Đã phục hồi vào %s: %.*s\n", restore->to, STR_ARG(out_str(&out)));
    printf("Trước khi phục vụ: kheo accept-loss --dir %s --anchor TỆP-NEO-CŨ (và --receipt cho mỗi "
           "biên nhận mới hơn, nếu có). Lệnh đó ghi việc phục hồi vào sổ cái.\n",
           restore->to);
}
