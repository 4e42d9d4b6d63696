/* Reading an MBTiles file: what it must be, checked once, and its pictures, one by one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/basemap.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/degree.h"
#include "base/must.h"
#include "base/out.h"
#include "store/lite.h"

enum {
    HEAD_BYTES = 100,
    WAL_AT = 18, /* of the head: 2 is a file that is read together with its log */
    WAL = 2,
    READ_BUDGET_MS = 200,
    ABOUT_ARENA_BYTES = 1 << 20,
    WORDS_BYTES_MAX = 2000,
    EAST_MAX = 180,
    NORTH_MAX = 90,
};

static const char PRAGMAS[] = "PRAGMA query_only = ON; PRAGMA cache_size = -512;";

/* One row in MBTiles is counted from the south. */
static const char PICTURE[] = "SELECT tile_data FROM tiles"
                              " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3";
static const char PLAN[] = "EXPLAIN QUERY PLAN SELECT tile_data FROM tiles"
                           " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3";
static const char ANY_PICTURE[] = "SELECT tile_data FROM tiles WHERE zoom_level = ?1 LIMIT 1";
static const char WORD[] = "SELECT value FROM metadata WHERE name = ?1 LIMIT 1";

struct basemap {
    struct arena *arena;
    const char *path;
    struct basemap_about about;
};

struct basemap_reader {
    sqlite3 *db;
    sqlite3_stmt *picture;
    struct lite_budget budget;
};

static struct str fault_of_file(const char *path, struct basemap *basemap);
static struct str fault_of_content(sqlite3 *db, struct basemap *basemap);
static struct str fault_of_words(sqlite3 *db, struct basemap *basemap);
static struct str fault_of_zooms(sqlite3 *db, struct basemap *basemap);
static struct str fault_of_pictures(sqlite3 *db, const struct basemap *basemap);
static struct str word_of(sqlite3 *db, struct arena *arena, const char *name);
static bool is_frame(struct str bounds);
static bool has_index(sqlite3 *db);
static enum status open_reader(const struct basemap *basemap, struct basemap_reader **ret);
static const char *media_type_of(struct str bytes);
static struct str column_bytes(sqlite3_stmt *statement);

/* --- what the file must be -------------------------------------------------------------------- */

bool basemap_open(const char *path, struct basemap **ret, struct str *ret_why)
{
    struct arena *arena = arena_create(ABOUT_ARENA_BYTES);
    if (!arena) {
        *ret_why = STR("Máy không còn đủ bộ nhớ.");
        return false;
    }
    struct basemap *basemap = new(arena, struct basemap, 1);
    *basemap = (struct basemap){ .arena = arena, .path = str_z(arena, str_of(path)) };
    struct str why = fault_of_file(path, basemap);
    sqlite3 *db = NULL;
    struct lite_budget budget = { 0 };
    if (!why.p && lite_open(path, LITE_READ, PRAGMAS, &db) != STATUS_OK) {
        why = STR("--tiles: tệp này hỏng, hoặc không đọc được. Hãy chép hay xuất lại tệp.");
    }
    if (!why.p) {
        lite_budget_watch(db, &budget);
        lite_budget_start(&budget, 10 * READ_BUDGET_MS);
        why = fault_of_content(db, basemap);
    }
    sqlite3_close(db);
    if (why.p) {
        *ret_why = why;
        basemap_close(basemap);
        return false;
    }
    *ret = basemap;
    return true;
}

void basemap_close(struct basemap *basemap)
{
    if (basemap) {
        arena_destroy(basemap->arena);
    }
}

const struct basemap_about *basemap_about(const struct basemap *basemap)
{
    return &basemap->about;
}

/* Looked at before SQLite does, which would say of any other file that the database is damaged. */
static struct str fault_of_file(const char *path, struct basemap *basemap)
{
    char head[HEAD_BYTES];
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool is_file = file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    ssize_t read_bytes = is_file ? pread(file, head, sizeof head, 0) : -1;
    if (file >= 0) {
        close(file);
    }
    if (!is_file || read_bytes < 0) {
        return STR("--tiles: không mở được tệp này. Hãy xem lại đường dẫn, và xem tài khoản "
                   "chạy máy chủ có đọc được tệp không.");
    }
    struct str magic = str_span(head, (size_t)read_bytes);
    if (read_bytes < HEAD_BYTES || !str_starts(magic, STR("SQLite format 3"))) {
        return STR(
            "--tiles: tệp này không phải MBTiles. Hãy xuất lại, ví dụ bằng QGIS: Processing, "
            "Generate XYZ tiles (MBTiles).");
    }
    if (head[WAL_AT] == WAL) {
        return STR("--tiles: tệp này còn ở chế độ ghi WAL. Hãy chạy: "
                   "sqlite3 TỆP 'PRAGMA journal_mode = DELETE'.");
    }
    struct str parts[] = { magic, str_span(&about.st_size, sizeof about.st_size),
                           str_span(&about.st_mtim, sizeof about.st_mtim) };
    struct hash hash = hash_of_parts(parts, COUNT(parts));
    struct out tag = out_open(basemap->arena, BASEMAP_TAG_CHARS);
    out_hex(&tag, hash_str(&hash).p, BASEMAP_TAG_CHARS / 2);
    basemap->about.tag = out_str(&tag);
    basemap->about.bytes = about.st_size;
    return STR_NONE;
}

static struct str fault_of_content(sqlite3 *db, struct basemap *basemap)
{
    static const char count[] =
        "SELECT count(*) FROM sqlite_schema"
        " WHERE type IN ('table', 'view') AND name IN ('metadata', 'tiles')";
    if (lite_number(db, count) != 2) {
        return STR("--tiles: tệp này thiếu bảng metadata hoặc tiles của MBTiles 1.3. Hãy xuất lại, "
                   "ví dụ bằng QGIS: Processing, Generate XYZ tiles (MBTiles).");
    }
    struct str why = fault_of_words(db, basemap);
    why = why.p ? why : fault_of_zooms(db, basemap);
    return why.p ? why : fault_of_pictures(db, basemap);
}

static struct str fault_of_words(sqlite3 *db, struct basemap *basemap)
{
    static const char *const pictures[] = { "png", "jpg", "jpeg", "webp" };
    struct str format = word_of(db, basemap->arena, "format");
    struct basemap_about *about = &basemap->about;
    bool is_picture = false;
    for (size_t i = 0; i < COUNT(pictures); i++) {
        is_picture = is_picture || str_equal_nocase(format, str_of(pictures[i]));
    }
    if (str_equal_nocase(format, STR("pbf"))) {
        return STR(
            "--tiles: tệp này là ô véc-tơ (pbf); ở đây chỉ bày được ô ảnh. Hãy xuất lại thành "
            "png, jpg hoặc webp, ví dụ mở tệp bằng QGIS rồi Generate XYZ tiles (MBTiles).");
    }
    if (!is_picture) {
        return STR(
            "--tiles: bảng metadata của tệp không ghi format là png, jpg hoặc webp. Nếu các ô "
            "đúng là ảnh: sqlite3 TỆP \"INSERT INTO metadata VALUES ('format', 'png')\".");
    }
    about->name = word_of(db, basemap->arena, "name");
    about->attribution = word_of(db, basemap->arena, "attribution");
    about->bounds = word_of(db, basemap->arena, "bounds");
    if (about->bounds.n > 0 && !is_frame(about->bounds)) {
        return STR("--tiles: bounds trong bảng metadata phải là bốn số: tây,nam,đông,bắc, ví dụ "
                   "107.0,16.0,108.2,16.8. Hãy sửa lại, hoặc xóa dòng ấy.");
    }
    if (about->attribution.n == 0) {
        return STR("--tiles: tệp không ghi ai làm ra bản đồ, mà trang phải nêu. Hãy chạy: "
                   "sqlite3 TỆP \"INSERT INTO metadata VALUES ('attribution', 'Bản đồ: …')\".");
    }
    return STR_NONE;
}

/* What is not said, or not said as a number, is counted. */
static struct str fault_of_zooms(sqlite3 *db, struct basemap *basemap)
{
    int64_t least;
    int64_t most;
    if (!str_to_int(str_trim(word_of(db, basemap->arena, "minzoom")), &least)) {
        least = lite_number(db, "SELECT coalesce(min(zoom_level), -1) FROM tiles");
    }
    if (!str_to_int(str_trim(word_of(db, basemap->arena, "maxzoom")), &most)) {
        most = lite_number(db, "SELECT coalesce(max(zoom_level), -1) FROM tiles");
    }
    if (least < 0 || least > most || most > BASEMAP_ZOOM_MAX) {
        return STR(
            "--tiles: các mức phóng của tệp phải từ 0 đến 22, minzoom không lớn hơn maxzoom. "
            "Hãy xem bảng metadata, và bảng tiles có ô nào không.");
    }
    basemap->about.zoom_min = (int)least;
    basemap->about.zoom_max = (int)most;
    return STR_NONE;
}

static struct str fault_of_pictures(sqlite3 *db, const struct basemap *basemap)
{
    if (!has_index(db)) {
        return STR("--tiles: bảng tiles thiếu chỉ mục, mỗi ô sẽ phải tìm cả tệp. Hãy chạy: sqlite3 "
                   "TỆP 'CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, "
                   "tile_row)'.");
    }
    sqlite3_stmt *statement = lite_prepare(db, ANY_PICTURE);
    bool is_there = false;
    bool is_picture = false;
    if (statement && sqlite3_bind_int(statement, 1, basemap->about.zoom_max) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        is_there = true;
        is_picture = media_type_of(column_bytes(statement)) != NULL;
    }
    sqlite3_finalize(statement);
    if (!is_there) {
        return STR("--tiles: ở mức phóng lớn nhất mà tệp nêu không có ô nào. Hãy sửa maxzoom trong "
                   "bảng metadata, hoặc xuất lại tệp.");
    }
    return is_picture ? STR_NONE
                      : STR("--tiles: ô trong tệp không phải ảnh png, jpg hoặc webp. Hãy xuất lại "
                            "thành ô ảnh.");
}

/* Absent when it is not there, or longer than words are. */
static struct str word_of(sqlite3 *db, struct arena *arena, const char *name)
{
    sqlite3_stmt *statement = lite_prepare(db, WORD);
    struct str word = STR_NONE;
    if (statement && sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW &&
        sqlite3_column_bytes(statement, 0) <= WORDS_BYTES_MAX) {
        word = str_copy(arena, str_trim(column_bytes(statement)));
    }
    sqlite3_finalize(statement);
    return word;
}

/* A search in each table that it goes through, also where `tiles` is a view: not by an index that
 * SQLite would make for the question, and down to the row of pictures. */
static bool has_index(sqlite3 *db)
{
    enum { DETAIL = 3 };
    sqlite3_stmt *statement = lite_prepare(db, PLAN);
    bool has = statement != NULL;
    bool finds_row = false;
    while (statement && sqlite3_step(statement) == SQLITE_ROW) {
        struct str step = str_of((const char *)sqlite3_column_text(statement, DETAIL));
        bool is_found = str_starts(step, STR("SEARCH")) && str_find(step, STR("=?")) < step.n;
        bool is_made_each_time = str_find(step, STR("AUTOMATIC")) < step.n;
        finds_row = finds_row || str_find(step, STR("tile_row=?")) < step.n ||
                    str_find(step, STR("tile_column=?")) < step.n;
        has = has && is_found && !is_made_each_time;
    }
    sqlite3_finalize(statement);
    return has && finds_row;
}

static bool is_frame(struct str bounds)
{
    int64_t sides[4];
    struct str rest = bounds;
    for (size_t i = 0; i < COUNT(sides); i++) {
        struct str side = str_trim(str_cut(&rest, ','));
        const int64_t most = (i % 2 ? NORTH_MAX : EAST_MAX) * (int64_t)DEGREE;
        if (!degrees_read(side, &sides[i]) || sides[i] < -most || sides[i] > most) {
            return false;
        }
    }
    return !rest.p && sides[0] < sides[2] && sides[1] < sides[3];
}

/* --- reading ---------------------------------------------------------------------------------- */

enum status basemap_get(const struct basemap *basemap, struct basemap_reader **reader,
                        struct basemap_place at, struct arena *arena, struct basemap_picture *ret)
{
    if (at.zoom < basemap->about.zoom_min || at.zoom > basemap->about.zoom_max || at.column < 0 ||
        at.row < 0 || at.column >= INT64_C(1) << at.zoom || at.row >= INT64_C(1) << at.zoom) {
        return STATUS_NOT_FOUND;
    }
    enum status status = *reader ? STATUS_OK : open_reader(basemap, reader);
    if (status) {
        return status;
    }
    sqlite3_stmt *picture = (*reader)->picture;
    lite_budget_start(&(*reader)->budget, READ_BUDGET_MS);
    sqlite3_reset(picture); /* an arena that was full left it half-way */
    (void)sqlite3_bind_int64(picture, 1, at.zoom);
    (void)sqlite3_bind_int64(picture, 2, at.column);
    (void)sqlite3_bind_int64(picture, 3, (INT64_C(1) << at.zoom) - 1 - at.row);
    int code = sqlite3_step(picture);
    struct basemap_picture found = { .media_type = NULL };
    if (code == SQLITE_ROW) {
        found.bytes = column_bytes(picture);
        found.media_type = media_type_of(found.bytes);
    } else if (code != SQLITE_DONE) {
        status = lite_failure((*reader)->db, "tile");
    }
    if (found.media_type) {
        found.bytes = str_copy(arena, found.bytes);
        *ret = found;
    }
    sqlite3_reset(picture);
    return status ? status : found.media_type ? STATUS_OK : STATUS_NOT_FOUND;
}

static enum status open_reader(const struct basemap *basemap, struct basemap_reader **ret)
{
    sqlite3 *db = NULL;
    enum status status = lite_open(basemap->path, LITE_READ, PRAGMAS, &db);
    sqlite3_stmt *picture = status ? NULL : lite_prepare(db, PICTURE);
    struct basemap_reader *reader = picture ? sqlite3_malloc64(sizeof *reader) : NULL;
    if (!reader) {
        status = status ? status : picture ? STATUS_FULL : lite_failure(db, "tiles");
        sqlite3_finalize(picture);
        sqlite3_close(db);
        return status;
    }
    *reader = (struct basemap_reader){ .db = db, .picture = picture };
    lite_budget_watch(db, &reader->budget);
    *ret = reader;
    return STATUS_OK;
}

void basemap_reader_close(struct basemap_reader *reader)
{
    if (reader) {
        sqlite3_finalize(reader->picture);
        must(sqlite3_close(reader->db) == SQLITE_OK);
        sqlite3_free(reader);
    }
}

/* By its first bytes, whatever the file says: browsers are told this, and to look no further. */
static const char *media_type_of(struct str bytes)
{
    if (bytes.n > BASEMAP_PICTURE_BYTES_MAX) {
        return NULL;
    }
    if (str_starts(bytes, STR("\x89PNG\r\n\x1a\n"))) {
        return "image/png";
    }
    if (str_starts(bytes, STR("\xff\xd8\xff"))) {
        return "image/jpeg";
    }
    bool is_webp =
        str_starts(bytes, STR("RIFF")) && str_starts(str_slice(bytes, 8, bytes.n), STR("WEBP"));
    return is_webp ? "image/webp" : NULL;
}

static struct str column_bytes(sqlite3_stmt *statement)
{
    const void *bytes = sqlite3_column_blob(statement, 0);
    int n = sqlite3_column_bytes(statement, 0);
    return bytes ? str_span(bytes, (size_t)n) : STR_NONE;
}
