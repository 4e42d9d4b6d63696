/* Facts about the house's files, and the sentences about them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/health.h"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include "base/arena.h"
#include "base/day.h"
#include "main/archive.h"
#include "main/folder.h"
#include "main/house.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"
#include "web/basemap.h"

enum {
    KILOBYTE = 1 << 10,
    MEGABYTE = 1 << 20,
    HOUR_S = 60 * 60,
    NIGHT_LATE_S = 26 * HOUR_S, /* a night's work that is two hours late */
    WEEK_S = 7 * 24 * HOUR_S,
    FREE_LOW_BYTES = 1 << 30,
    FOUND_BYTES_MAX = 512,
    TILES_NAME_BYTES_MAX = 200,
};

struct telling {
    const struct health_facts *facts;
    struct arena *arena;
    const struct tongue *tongue;
    struct health_list *list;
};

static void tell_database(const struct telling *t);
static void tell_disk(const struct telling *t);
static void tell_reading(const struct telling *t);
static void tell_backup(const struct telling *t);
static void tell_history(const struct telling *t);
static void tell_archive(const struct telling *t);
static void tell_doors(const struct telling *t);
static void tell_basemap(const struct telling *t);
static void add(const struct telling *t, enum health health, const char *what, struct str found,
                const char *mend);
static struct str said(const struct telling *t, const char *sentence);
static struct out sentence_begin(const struct telling *t, struct str message);
static struct str said_of_time(const struct telling *t, const char *sentence, int64_t at_s);
static struct str said_of_number(const struct telling *t, const char *sentence, int64_t number);
static void look_at_files(const struct house *house, struct health_facts *facts);
static void look_at_disks(const char *file, const struct house_settings *settings,
                          struct health_facts *facts);
static void look_at_basemap(const struct basemap *basemap, struct arena *arena,
                            struct health_facts *facts);
static int64_t room_at(const char *path);
static bool is_apart(const char *path, const struct stat *database);
static bool look_at(const char *dir, const char *name, struct stat *ret);
static int64_t time_of(const char *dir, const char *name);

void health_judge(const struct health_facts *facts, struct arena *arena,
                  const struct tongue *tongue, struct health_list *ret)
{
    const struct telling telling = { facts, arena, tongue, ret };
    ret->count = 0;
    tell_database(&telling);
    tell_disk(&telling);
    tell_reading(&telling);
    tell_backup(&telling);
    tell_history(&telling);
    tell_doors(&telling);
    tell_basemap(&telling);
}

static void tell_database(const struct telling *t)
{
    const char *what = N_("Kho dữ liệu");
    const struct health_facts *facts = t->facts;
    if (facts->damaged_reads > 0) {
        add(t, HEALTH_BAD, what,
            said_of_number(t, N_("%s lần không đọc được vì trang hỏng, từ khi máy chủ chạy"),
                           facts->damaged_reads),
            N_("Chạy kheo check để biết hỏng ở đâu; xem ổ đĩa; phục hồi bản lưu ở máy khác."));
    } else if (!facts->is_file) {
        add(t, HEALTH_GOOD, what, said(t, N_("PostgreSQL, hoặc trong bộ nhớ")), NULL);
    } else if (!facts->is_summed) {
        add(t, HEALTH_LOOK, what,
            said_of_number(t, N_("Một tệp, %s MB, các trang không có tổng"),
                           facts->file_bytes / MEGABYTE),
            N_("Bit bị ổ đĩa đổi sẽ không ai biết. Dừng máy chủ rồi kheo copy sang một tệp mới."));
    } else {
        add(t, HEALTH_GOOD, what,
            said_of_number(t, N_("Một tệp, %s MB, mỗi trang có tổng"),
                           facts->file_bytes / MEGABYTE),
            NULL);
    }
}

static void tell_disk(const struct telling *t)
{
    const struct health_facts *facts = t->facts;
    if (facts->has_folder) {
        bool is_full = facts->free_bytes < FREE_LOW_BYTES;
        bool is_tight = facts->free_bytes < FREE_LOW_BYTES + 2 * facts->file_bytes;
        add(t,
            is_full    ? HEALTH_BAD
            : is_tight ? HEALTH_LOOK
                       : HEALTH_GOOD,
            N_("Chỗ trống trên ổ đĩa"),
            said_of_number(t, N_("Còn %s MB"), facts->free_bytes / MEGABYTE),
            is_full ? N_("Ổ đầy thì không nhận được đơn. Dọn ổ, hoặc chuyển sang ổ lớn hơn.")
            : is_tight ? N_("Sao lưu và đọc lại mỗi đêm cần thêm chỗ bằng kho dữ liệu.")
                       : NULL);
    }
}

static void tell_reading(const struct telling *t)
{
    const char *what = N_("Đọc lại cả kho mỗi đêm");
    const struct health_facts *facts = t->facts;
    if (facts->read_again_faults > 0) {
        add(t, HEALTH_BAD, what, said_of_number(t, N_("%s lỗi"), facts->read_again_faults),
            N_("Xem scrub.txt trong thư mục dữ liệu; giữ lại các bản lưu cũ."));
    } else if (!facts->read_again_s) {
        add(t, HEALTH_LOOK, what, said(t, N_("Chưa lần nào từ khi máy chủ chạy")),
            N_("Nếu máy chủ đã chạy hơn một đêm: xem nhật ký có scrub_failed không."));
    } else {
        bool is_late = facts->now_s - facts->read_again_s > NIGHT_LATE_S;
        add(t, is_late ? HEALTH_LOOK : HEALTH_GOOD, what,
            said_of_time(t, N_("Không có lỗi, xong lúc %s"), facts->read_again_s),
            is_late ? N_("Đêm qua không đọc xong: xem nhật ký có scrub_failed không.") : NULL);
    }
}

static void tell_backup(const struct telling *t)
{
    const char *what = N_("Sao lưu");
    const struct health_facts *facts = t->facts;
    int64_t age_s = facts->now_s - facts->backed_up_s;
    if (!facts->is_file) {
        add(t, HEALTH_LOOK, what, said(t, N_("Kho này do công cụ của nó sao lưu")),
            N_("Lưu khóa, ảnh và điểm neo của máy này: kheo backup --without-database."));
    } else if (!facts->has_backup_key) {
        add(t, HEALTH_BAD, what, said(t, N_("Chưa có khóa backup.pub")),
            N_("Trên một máy khác: kheo backup keygen --to khoa-luu, rồi chép khoa-luu.pub thành "
               "backup.pub trong thư mục dữ liệu."));
    } else if (!facts->backed_up_s) {
        add(t, HEALTH_BAD, what, said(t, N_("Chưa có bản lưu nào")),
            N_("Đặt kheo backup chạy mỗi đêm, ghi sang ổ khác."));
    } else {
        bool is_old = age_s > WEEK_S;
        bool is_late = age_s > NIGHT_LATE_S;
        add(t,
            is_old    ? HEALTH_BAD
            : is_late ? HEALTH_LOOK
                      : HEALTH_GOOD,
            what, said_of_time(t, N_("Bản mới nhất: %s"), facts->backed_up_s),
            is_late ? N_("Bản lưu đêm qua không có: xem việc hẹn giờ và ổ đích.") : NULL);
    }
}

static void tell_history(const struct telling *t)
{
    const struct health_facts *facts = t->facts;
    if (facts->is_file) {
        tell_archive(t);
    }
    if (facts->is_file && facts->has_folder) {
        add(t, facts->is_anchor_apart ? HEALTH_GOOD : HEALTH_LOOK, N_("Điểm neo của sổ cái"),
            said(t, facts->is_anchor_apart ? N_("Ở ổ khác với kho") : N_("Cùng ổ với kho")),
            facts->is_anchor_apart
                ? NULL
                : N_("Kho và điểm neo mất cùng nhau thì không ai biết sổ cái đã bị lùi lại. Chạy "
                     "máy chủ với --anchor ở ổ khác."));
    }
}

static void tell_archive(const struct telling *t)
{
    const char *what = N_("Lưu từng lô");
    const struct health_facts *facts = t->facts;
    if (!facts->has_archive) {
        add(t, HEALTH_LOOK, what, said(t, N_("Không")),
            N_("Mất ổ đĩa là mất những gì nhận sau bản lưu cuối. Chạy máy chủ với --archive và một "
               "thư mục ở ổ khác."));
    } else if (facts->is_archive_behind) {
        add(t, HEALTH_BAD, what, said(t, N_("Có lô chưa ghi được")),
            N_("Xem ổ đĩa của thư mục lưu; nhật ký có archive_failed."));
    } else if (!facts->is_archive_apart) {
        add(t, HEALTH_LOOK, what, said(t, N_("Có, cùng ổ với kho")),
            N_("Mất ổ đĩa là mất cả hai. Đặt thư mục lưu ở ổ khác."));
    } else {
        add(t, HEALTH_GOOD, what, said(t, N_("Có, ở ổ khác với kho")), NULL);
    }
}

static void tell_doors(const struct telling *t)
{
    const struct health_facts *facts = t->facts;
    if (facts->has_folder && !facts->are_keys_seen) {
        add(t, HEALTH_LOOK, N_("Tệp khóa"), said(t, N_("Không xem được")),
            N_("Xem ledger.key và server.key còn trong thư mục dữ liệu không."));
    } else if (facts->has_folder) {
        add(t, facts->are_keys_open ? HEALTH_BAD : HEALTH_GOOD, N_("Tệp khóa"),
            said(t, facts->are_keys_open ? N_("Người khác trên máy đọc được")
                                         : N_("Chỉ máy chủ đọc được")),
            facts->are_keys_open ? N_("chmod 600 ledger.key server.key trong thư mục dữ liệu.")
                                 : NULL);
    }
    add(t, facts->is_https ? HEALTH_GOOD : HEALTH_LOOK, N_("Địa chỉ"),
        said(t, facts->is_https ? N_("https") : N_("Không phải https")),
        facts->is_https ? NULL
                        : N_("Đặt một máy chủ trung gian có chứng thư phía trước và --base-url "
                             "https://…; http chỉ để thử."));
    if (!facts->has_studio) {
        add(t, HEALTH_LOOK, N_("Ảnh và văn bản"), said(t, N_("Không có chương trình kheo-studio")),
            N_("Cài kheo-studio cạnh kheo: không có nó thì không nhận ảnh, không in văn bản."));
    }
    if (facts->is_demo) {
        add(t, HEALTH_LOOK, N_("Dữ liệu"), said(t, N_("Dữ liệu minh họa, mật khẩu ai cũng biết")),
            N_("Không dùng để nhận đơn thật: kheo init tạo thư mục mới."));
    }
}

static void tell_basemap(const struct telling *t)
{
    const struct health_facts *facts = t->facts;
    if (facts->tiles_name.p) {
        struct str message = tongue_text(t->tongue, N_("%s: mức phóng %s đến %s, %s kB"));
        struct out out = sentence_begin(t, message);
        out_str_raw(&out, facts->tiles_name);
        out_str_raw(&out, message_part(message, 1));
        format_number(&out, facts->tiles_from);
        out_str_raw(&out, message_part(message, 2));
        format_number(&out, facts->tiles_to);
        out_str_raw(&out, message_part(message, 3));
        format_number(&out, (facts->tiles_bytes + KILOBYTE - 1) / KILOBYTE);
        out_str_raw(&out, message_part(message, 4));
        add(t, HEALTH_GOOD, N_("Ô ảnh nền của bản đồ"), out_str(&out), NULL);
    }
}

static void add(const struct telling *t, enum health health, const char *what, struct str found,
                const char *mend)
{
    t->list->rows[t->list->count++] = (struct health_row){ health, what, found, mend };
}

static struct str said(const struct telling *t, const char *sentence)
{
    return tongue_text(t->tongue, sentence);
}

static struct out sentence_begin(const struct telling *t, struct str message)
{
    struct out out = out_open(t->arena, FOUND_BYTES_MAX);
    out.tongue = t->tongue;
    out_str_raw(&out, message_part(message, 0));
    return out;
}

static struct str said_of_time(const struct telling *t, const char *sentence, int64_t at_s)
{
    struct str message = tongue_text(t->tongue, sentence);
    struct out out = sentence_begin(t, message);
    format_instant(&out, (struct instant){ at_s });
    out_str_raw(&out, message_part(message, 1));
    return out_str(&out);
}

static struct str said_of_number(const struct telling *t, const char *sentence, int64_t number)
{
    struct str message = tongue_text(t->tongue, sentence);
    struct out out = sentence_begin(t, message);
    format_number(&out, number);
    out_str_raw(&out, message_part(message, 1));
    return out_str(&out);
}

/* --- facts ------------------------------------------------------------------------------------ */

void health_of_house(void *context, struct arena *arena, const struct tongue *tongue,
                     struct health_list *ret)
{
    struct house *house = context;
    const struct house_settings *settings = &house->settings;
    struct health_facts facts = {
        .damaged_reads = store_damaged_reads(),
        .read_again_s = atomic_load(&house->scrubbed.finished_s),
        .read_again_faults = atomic_load(&house->scrubbed.faults),
        .has_archive = house->archive != NULL,
        .is_archive_behind = house->archive && archive_is_behind(house->archive),
        .is_summed = store_is_summed(house->store),
        .is_https = str_starts(settings->base_url, STR("https://")),
        .has_studio = house->studio != NULL,
        .is_demo = settings->is_demo,
        .now_s = instant_now().s,
    };
    look_at_files(house, &facts);
    look_at_basemap(house->basemap, arena, &facts);
    health_judge(&facts, arena, tongue, ret);
}

/* Names, sizes and modes alone: whoever opens the database and closes it again drops the locks that
 * SQLite holds on it in this process. */
static void look_at_files(const struct house *house, struct health_facts *facts)
{
    const struct house_settings *settings = &house->settings;
    char path[FOLDER_PATH_BYTES_MAX];
    struct stat ledger;
    struct stat server;
    struct str name = str_of(settings->database);
    bool is_remote = str_starts(name, STR("postgres")) || str_equal(name, STR("sqlite::memory:"));
    if (!settings->dir || !folder_exists(settings->dir) ||
        !folder_path(path, settings->dir, "kheo.db")) {
        return;
    }
    const char *file = settings->database ? settings->database : path;
    file += str_starts(str_of(file), STR("sqlite:")) ? STR("sqlite:").n : 0;
    facts->has_folder = true;
    facts->free_bytes = room_at(settings->dir);
    if (!is_remote) {
        look_at_disks(file, settings, facts);
    }
    facts->are_keys_seen = look_at(settings->dir, "ledger.key", &ledger) &&
                           look_at(settings->dir, "server.key", &server);
    facts->are_keys_open =
        facts->are_keys_seen && ((ledger.st_mode | server.st_mode) & (S_IRWXG | S_IRWXO)) != 0;
    facts->has_backup_key = time_of(settings->dir, "backup.pub") > 0;
    facts->backed_up_s = time_of(settings->dir, BACKUP_MARK);
}

static void look_at_disks(const char *file, const struct house_settings *settings,
                          struct health_facts *facts)
{
    char anchor[FOLDER_PATH_BYTES_MAX];
    struct stat database;
    facts->is_file = stat(file, &database) == 0;
    if (facts->is_file && folder_path(anchor, settings->dir, "anchor")) {
        int64_t room = room_at(file);
        facts->free_bytes = room < facts->free_bytes ? room : facts->free_bytes;
        facts->file_bytes = database.st_size;
        facts->is_anchor_apart = is_apart(settings->anchor ? settings->anchor : anchor, &database);
        facts->is_archive_apart = settings->archive && is_apart(settings->archive, &database);
    }
}

static void look_at_basemap(const struct basemap *basemap, struct arena *arena,
                            struct health_facts *facts)
{
    if (basemap) {
        const struct basemap_about *about = basemap_about(basemap);
        struct str name = basemap_words(arena, about->name);
        size_t n = name.n < TILES_NAME_BYTES_MAX ? name.n : TILES_NAME_BYTES_MAX;
        while (!str_is_utf8(str_slice(name, 0, n))) {
            n--;
        }
        facts->tiles_name = n > 0 ? str_slice(name, 0, n) : STR("MBTiles");
        facts->tiles_from = about->zoom_min;
        facts->tiles_to = about->zoom_max;
        facts->tiles_bytes = about->bytes;
    }
}

/* 0 where nobody can say. */
static int64_t room_at(const char *path)
{
    struct statvfs disk;
    return statvfs(path, &disk) == 0 ? (int64_t)disk.f_bavail * (int64_t)disk.f_frsize : 0;
}

static bool is_apart(const char *path, const struct stat *database)
{
    struct stat about;
    return stat(path, &about) == 0 && about.st_dev != database->st_dev;
}

static bool look_at(const char *dir, const char *name, struct stat *ret)
{
    char path[FOLDER_PATH_BYTES_MAX];
    return folder_path(path, dir, name) && stat(path, ret) == 0;
}

/* 0: there is none. */
static int64_t time_of(const char *dir, const char *name)
{
    struct stat about;
    return look_at(dir, name, &about) ? about.st_mtim.tv_sec : 0;
}
