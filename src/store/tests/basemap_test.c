/* MBTiles files: a good one read from the north, each bad one refused, and nothing but pictures. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "store/basemap.h"
#include "store/lite.h"
#include "store/tests/fixture.h"

#define TABLES                                                                                     \
    "CREATE TABLE metadata (name TEXT, value TEXT);"                                               \
    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"               \
    " tile_data BLOB);"
#define INDEX "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);"
#define WORDS                                                                                      \
    "INSERT INTO metadata VALUES ('name', 'Huế'), ('format', 'png'), ('minzoom', '2'),"          \
    " ('maxzoom', '3'), ('bounds', '107.0,16.0, 108.25,16.8'), ('attribution', '© Sở');"
/* A picture is known by its first bytes, so they will do. */
#define PNG "x'89504e470d0a1a0a'"
#define PICTURES                                                                                   \
    "INSERT INTO tiles VALUES (2, 3, 0, " PNG "), (3, 6, 1, " PNG "), (3, 7, 1, x'ffd8ffe0'),"     \
    " (3, 7, 2, x'52494646000000005745425056503820'), (3, 7, 3, x'1f8b0800'),"                     \
    " (3, 7, 4, '<svg onload=\"alert(1)\"></svg>'), (3, 7, 5, ''), (3, 7, 6, zeroblob(2000000)),"  \
    " (3, 7, 7, NULL), (4, 0, 0, " PNG ");"

static const char *file_of(struct fixture *f, const char *sql)
{
    const char *path = str_z(f->arena, str_printf(f->arena, "%s/nen.mbtiles", f->folder));
    sqlite3 *db = NULL;
    (void)unlink(path);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    return path;
}

static void need_refusal(const char *path, const char *word)
{
    struct basemap *basemap = NULL;
    struct str why = STR_NONE;
    assert_false(basemap_open(path, &basemap, &why));
    assert_null(basemap);
    assert_true(str_starts(why, STR("--tiles: ")));
    if (str_find(why, str_of(word)) == why.n) {
        fail_msg("says nothing of %s: %.*s", word, STR_ARG(why));
    }
}

static void what_is_no_such_file_is_refused(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *sql;
        const char *word;
    } rows[] = {
        { "CREATE TABLE tiles (a);", "metadata" },
        { "PRAGMA journal_mode = WAL;" TABLES INDEX WORDS PICTURES, "WAL" },
        { TABLES WORDS PICTURES, "CREATE UNIQUE INDEX" },
        { TABLES INDEX WORDS, "maxzoom" },
        { TABLES INDEX WORDS PICTURES "UPDATE metadata SET value = 'pbf' WHERE name = 'format'",
          "pbf" },
        { TABLES INDEX WORDS PICTURES "DELETE FROM metadata WHERE name = 'format'", "format" },
        { TABLES INDEX WORDS PICTURES "DELETE FROM metadata WHERE name = 'attribution'",
          "attribution" },
        { TABLES INDEX WORDS PICTURES "UPDATE metadata SET value = ' ' WHERE name = 'attribution'",
          "attribution" },
        { TABLES INDEX WORDS PICTURES "UPDATE metadata SET value = '1,2,3' WHERE name = 'bounds'",
          "bounds" },
        { TABLES INDEX WORDS PICTURES
          "UPDATE metadata SET value = '108,16,107,17' WHERE name = 'bounds'",
          "bounds" },
        { TABLES INDEX WORDS PICTURES
          "UPDATE metadata SET value = '107,16,108,17\"' WHERE name = 'bounds'",
          "bounds" },
        { TABLES INDEX WORDS PICTURES
          "UPDATE metadata SET value = '107,16,181,17' WHERE name = 'bounds'",
          "bounds" },
        { TABLES INDEX WORDS PICTURES "UPDATE metadata SET value = '9' WHERE name = 'minzoom'",
          "minzoom" },
        { TABLES INDEX WORDS PICTURES "UPDATE metadata SET value = '30' WHERE name = 'maxzoom'",
          "22" },
        { TABLES INDEX WORDS "INSERT INTO tiles VALUES (3, 0, 0, x'1f8b0800')", "png, jpg" },
        { TABLES "CREATE INDEX zooms ON tiles (zoom_level);" WORDS PICTURES, "chỉ mục" },
        { "CREATE TABLE metadata (name TEXT, value TEXT);"
          "CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"
          " tile_id TEXT);"
          "CREATE TABLE images (tile_id TEXT, tile_data BLOB);"
          "CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);"
          "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data"
          " FROM map JOIN images USING (tile_id);"
          "INSERT INTO metadata VALUES ('format', 'png'), ('attribution', 'x');"
          "INSERT INTO images VALUES ('sea', " PNG ");"
          "INSERT INTO map VALUES (5, 0, 31, 'sea');",
          "chỉ mục" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        need_refusal(file_of(f, rows[i].sql), rows[i].word);
    }
    need_refusal("/nowhere/nen.mbtiles", "không mở được");
    need_refusal(f->folder, "không mở được");
}

static void another_kind_of_file_is_refused(void **state)
{
    struct fixture *f = *state;
    const char *path = file_of(f, TABLES);
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_true(fputs("PMTiles", file) >= 0);
    fclose(file);
    need_refusal(path, "không phải MBTiles");
    assert_int_equal(truncate(path, 0), 0);
    need_refusal(path, "không phải MBTiles");
}

/* The first page is whole and the second is gone. */
static void half_a_file_is_refused(void **state)
{
    const char *path = file_of(*state, TABLES INDEX WORDS PICTURES);
    assert_int_equal(truncate(path, 4096), 0);
    struct basemap *basemap = NULL;
    struct str why = STR_NONE;
    assert_false(basemap_open(path, &basemap, &why));
    assert_true(why.n > 0);
}

static struct basemap *opened(const char *path)
{
    struct basemap *basemap = NULL;
    struct str why = STR_NONE;
    if (!basemap_open(path, &basemap, &why)) {
        fail_msg("%.*s", STR_ARG(why));
    }
    return basemap;
}

static void says_what_the_file_says(void **state)
{
    struct basemap *basemap = opened(file_of(*state, TABLES INDEX WORDS PICTURES));
    const struct basemap_about *about = basemap_about(basemap);
    assert_true(str_equal(about->name, STR("Huế")));
    assert_true(str_equal(about->attribution, STR("© Sở")));
    assert_true(str_equal(about->bounds, STR("107.0,16.0, 108.25,16.8")));
    assert_int_equal(about->zoom_min, 2);
    assert_int_equal(about->zoom_max, 3);
    assert_true(about->bytes > 4096);
    assert_int_equal(about->tag.n, BASEMAP_TAG_CHARS);
    basemap_close(basemap);
}

/* What is not said of the zooms is counted; bounds need not be there; `tiles` may be a view. */
static void the_least_file_is_enough(void **state)
{
    struct basemap *basemap = opened(file_of(
        *state, "CREATE TABLE metadata (name TEXT, value TEXT);"
                "CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER,"
                " tile_id TEXT);"
                "CREATE TABLE images (tile_id TEXT PRIMARY KEY, tile_data BLOB);"
                "CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);"
                "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data"
                " FROM map JOIN images USING (tile_id);"
                "INSERT INTO metadata VALUES ('format', 'PNG'), ('attribution', 'x');"
                "INSERT INTO images VALUES ('sea', " PNG ");"
                "INSERT INTO map VALUES (5, 0, 31, 'sea'), (7, 1, 2, 'sea');"));
    assert_int_equal(basemap_about(basemap)->zoom_min, 5);
    assert_int_equal(basemap_about(basemap)->zoom_max, 7);
    assert_false(basemap_about(basemap)->bounds.n > 0);
    struct basemap_reader *reader = NULL;
    struct basemap_picture picture;
    assert_int_equal(basemap_get(basemap, &reader, (struct basemap_place){ 5, 0, 0 },
                                 ((struct fixture *)*state)->arena, &picture),
                     STATUS_OK);
    basemap_reader_close(reader);
    basemap_close(basemap);
}

static void gives_pictures_and_nothing_else(void **state)
{
    struct fixture *f = *state;
    static const struct {
        struct basemap_place at; /* from the north */
        const char *media_type;  /* NULL: there is none */
    } rows[] = {
        { { 2, 3, 3 }, "image/png" },
        { { 3, 6, 6 }, "image/png" },
        { { 3, 7, 6 }, "image/jpeg" },
        { { 3, 7, 5 }, "image/webp" },
        { { 3, 7, 4 }, NULL },
        { { 3, 7, 3 }, NULL },
        { { 3, 7, 2 }, NULL },
        { { 3, 7, 1 }, NULL },
        { { 3, 7, 0 }, NULL },
        { { 3, 6, 1 }, NULL },
        { { 2, 3, 0 }, NULL },
        { { 4, 0, 15 }, NULL },
        { { 1, 0, 0 }, NULL },
        { { -1, 0, 0 }, NULL },
        { { 3, -1, 6 }, NULL },
        { { 3, 8, 6 }, NULL },
        { { 3, 6, -1 }, NULL },
        { { 3, 6, 8 }, NULL },
        { { 62, 0, 0 }, NULL },
        { { INT64_MAX, 0, 0 }, NULL },
        { { 3, INT64_MAX, INT64_MIN }, NULL },
    };
    struct basemap *basemap = opened(file_of(f, TABLES INDEX WORDS PICTURES));
    struct basemap_reader *reader = NULL;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct basemap_picture picture = { .media_type = NULL };
        enum status status = basemap_get(basemap, &reader, rows[i].at, f->arena, &picture);
        assert_int_equal(status, rows[i].media_type ? STATUS_OK : STATUS_NOT_FOUND);
        if (rows[i].media_type) {
            assert_string_equal(picture.media_type, rows[i].media_type);
            assert_true(picture.bytes.n >= 4);
        }
    }
    basemap_reader_close(reader);
    basemap_close(basemap);
}

/* Browsers keep a picture for ever: another file must have other addresses. */
static void another_file_has_another_tag(void **state)
{
    struct fixture *f = *state;
    struct basemap *first = opened(file_of(f, TABLES INDEX WORDS PICTURES));
    struct basemap *second =
        opened(file_of(f, TABLES INDEX WORDS PICTURES "DELETE FROM tiles WHERE zoom_level = 2"));
    assert_false(str_equal(basemap_about(first)->tag, basemap_about(second)->tag));
    basemap_close(first);
    basemap_close(second);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_no_such_file_is_refused), TEST(another_kind_of_file_is_refused),
        TEST(half_a_file_is_refused),          TEST(says_what_the_file_says),
        TEST(the_least_file_is_enough),        TEST(gives_pictures_and_nothing_else),
        TEST(another_file_has_another_tag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
