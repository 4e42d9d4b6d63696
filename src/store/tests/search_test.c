/* The search index: tone marks first, pages, tags, hostile queries, and a file that can be lost. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "store/lite.h"
#include "store/search.h"
#include "store/tests/fixture.h"

enum { REPORT = 1, ARTICLE = 2 };

struct book {
    struct fixture *f;
    char path[300];
    struct search *index;
    struct search *reader;
};

/* What text/fold would have made of it is given beside it. */
static const struct {
    unsigned kind;
    bool is_public;
    int64_t id;
    int64_t unit;
    const char *exact;
    const char *folded;
} papers[] = {
    { REPORT, true, 1, 10, "Đường Lê Lợi bị sụt", "duong le loi bi sut" },
    { REPORT, true, 2, 10, "trung tâm dưỡng lão", "trung tam duong lao" },
    { REPORT, true, 3, 20, "đường ngập nước", "duong ngap nuoc" },
    { REPORT, false, 4, 20, "con đường tối", "con duong toi" },
    { REPORT, true, 5, 10, "duong khong dau", "duong khong dau" },
    { ARTICLE, true, 5, 10, "đường dây nóng", "duong day nong" },
    { REPORT, true, 6, 10, "đương nhiên", "duong nhien" },
};

static struct book open_book(struct fixture *f)
{
    struct book book = { .f = f };
    snprintf(book.path, sizeof book.path, "%s/search.db", f->folder);
    assert_int_equal(search_open_index(book.path, &book.index), STATUS_OK);
    search_begin(book.index);
    for (size_t i = 0; i < COUNT(papers); i++) {
        search_put(book.index, &(struct search_text){ papers[i].kind, papers[i].id, papers[i].unit,
                                                      papers[i].is_public, str_of(papers[i].exact),
                                                      str_of(papers[i].folded) });
    }
    assert_int_equal(search_commit(book.index, 70), STATUS_OK);
    assert_int_equal(search_open_reader(book.path, &book.reader), STATUS_OK);
    assert_non_null(book.reader);
    return book;
}

static void close_book(struct book *book)
{
    search_close(book->reader);
    search_close(book->index);
}

/* The ids as "5 6", with the pages of the given size put together. */
static struct str found(const struct book *book, struct search_query query, size_t page_size)
{
    struct out out = out_open(book->f->arena, 1000);
    query.limit = page_size;
    do {
        struct search_page page = { 0 };
        assert_int_equal(search_find(book->reader, &query, 0, book->f->arena, &page), STATUS_OK);
        assert_true(page.count <= page_size);
        assert_true(page.next == 0 || page.count == page_size);
        for (size_t i = 0; i < page.count; i++) {
            out_printf(&out, out.n ? " %d" : "%d", (int)page.ids[i]);
        }
        query.before = page.next;
    } while (query.before);
    return out_str(&out);
}

static void tone_marks_come_first(void **state)
{
    struct book book = open_book(*state);
    static const struct {
        const char *exact;
        const char *folded;
        int64_t unit;
        bool only_public;
        const char *ids;
    } cases[] = {
        { "duong", "duong", 0, false, "6 5 4 3 2 1" },
        { "đường", "duong", 0, false, "4 3 1 6 5 2" },
        { "Đường", "duong", 0, false, "4 3 1 6 5 2" },
        { "đường", "duong", 0, true, "3 1 6 5 2" },
        { "đường", "duong", 10, false, "1 6 5 2" },
        { "đường", "duong", 20, true, "3" },
        { "dưỡng lão", "duong lao", 0, false, "2" },
        { "lão dưỡng", "lao duong", 0, false, "2" },
        { "\"lão dưỡng\"", "\"lao duong\"", 0, false, "" },
        { "\"dưỡng lão\"", "\"duong lao\"", 0, false, "2" },
        { "đường \"le loi", "duong \"le loi", 0, false, "1" },
        { "không", "khong", 0, false, "5" },
        { "chưa có", "chua co", 0, false, "" },
        { "… đường –", "… duong –", 20, false, "4 3" },
        { "", "", 0, false, "" },
        { "đường", "duong", 30, false, "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (size_t page_size = 1; page_size <= 7; page_size++) {
            struct str ids = found(&book,
                                   (struct search_query){ .kind = REPORT,
                                                          .exact = str_of(cases[i].exact),
                                                          .folded = str_of(cases[i].folded),
                                                          .unit = cases[i].unit,
                                                          .only_public = cases[i].only_public },
                                   page_size);
            const char *text = str_z(book.f->arena, ids);
            assert_string_equal(text, cases[i].ids);
        }
    }
    close_book(&book);
}

static void any_word_suffices(void **state)
{
    struct book book = open_book(*state);
    static const struct {
        const char *folded;
        const char *ids;
    } cases[] = {
        { "lao ngap", "3 2" },           { "sut toi", "4 1" }, { "lao", "2" }, { "chua co", "" },
        { "… lao – \"day nong\"", "2" }, { "", "" },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct str words = str_of(cases[i].folded);
        struct search_query query = {
            .kind = REPORT, .exact = words, .folded = words, .is_any = true
        };
        const char *text = str_z(book.f->arena, found(&book, query, 1));
        assert_string_equal(text, cases[i].ids);
    }
    close_book(&book);
}

static void no_query_is_a_syntax_error(void **state)
{
    struct book book = open_book(*state);
    static const char *const queries[] = {
        "\"",           "\"\"",     "\"\"\"", "a\"b",      "\" \"", "*",
        "du*",          "AND",      "OR NOT", "NEAR(a b)", "a AND", "{tags}: u10",
        "exact:duong",  "(",        ")",      "^duong",    "-",     "…",
        "… đường",      "a-b",      "a–b",    "'",         "\\\"",  "\x01\x02",
        "duong\n\ttoi", "\xff\xfe", "💧",      "a + b",     ":",     "k1",
        "u10",          "public",
    };
    for (size_t i = 0; i < COUNT(queries); i++) {
        struct search_page page = { 0 };
        struct search_query query = {
            .kind = REPORT, .exact = str_of(queries[i]), .folded = STR("duong"), .limit = 10
        };
        assert_int_equal(search_find(book.reader, &query, 0, book.f->arena, &page), STATUS_OK);
        query.folded = query.exact;
        assert_int_equal(search_find(book.reader, &query, 0, book.f->arena, &page), STATUS_OK);
    }
    /* A word with a NUL, a very long word, too many words. */
    static char many[20000];
    memset(many, 'x', sizeof many);
    for (size_t i = 0; i < sizeof many; i += 10) {
        many[i] = i < 10000 ? ' ' : 'y';
    }
    const struct str odd[] = { STR("duong\0\"duong"), { many, sizeof many } };
    for (size_t i = 0; i < COUNT(odd); i++) {
        struct search_page page = { 0 };
        struct search_query query = {
            .kind = REPORT, .exact = odd[i], .folded = odd[i], .limit = 10
        };
        assert_int_equal(search_find(book.reader, &query, 0, book.f->arena, &page), STATUS_OK);
    }
    /* Tags cannot be searched for, and cursors come from strangers. */
    static const int64_t cursors[] = { INT64_MAX, INT64_MIN, INT64_MIN + 1, -1, 1, INT64_MAX / 64 };
    for (size_t i = 0; i < COUNT(cursors); i++) {
        struct search_page page = { 0 };
        struct search_query query = { .kind = REPORT,
                                      .exact = STR("đường"),
                                      .folded = STR("duong"),
                                      .before = cursors[i],
                                      .limit = 10 };
        assert_int_equal(search_find(book.reader, &query, 0, book.f->arena, &page), STATUS_OK);
    }
    struct search_query tags = { .kind = REPORT, .exact = STR("u10"), .folded = STR("u10") };
    assert_int_equal(found(&book, tags, 5).n, 0);
    close_book(&book);
}

static void a_paper_is_replaced_and_deleted(void **state)
{
    struct book book = open_book(*state);
    const struct search_query road = {
        .kind = REPORT, .exact = STR("đường"), .folded = STR("duong"), .only_public = true
    };
    const struct search_query bridge = { .kind = REPORT,
                                         .exact = STR("cầu"),
                                         .folded = STR("cau") };
    search_begin(book.index);
    search_put(book.index,
               &(struct search_text){ REPORT, 3, 20, true, STR("cầu hỏng"), STR("cau hong") });
    search_put(book.index, &(struct search_text){ REPORT, 4, 20, true, STR("con đường tối"),
                                                  STR("con duong toi") });
    search_delete(book.index, REPORT, 1);
    search_delete(book.index, REPORT, 999);
    assert_int_equal(search_commit(book.index, 71), STATUS_OK);
    assert_string_equal(str_z(book.f->arena, found(&book, road, 10)), "4 6 5 2");
    assert_string_equal(str_z(book.f->arena, found(&book, bridge, 10)), "3");
    assert_int_equal(search_watermark(book.reader), 71);
    close_book(&book);
}

static void a_lost_file_is_made_anew(void **state)
{
    struct book book = open_book(*state);
    const struct search_query road = { .kind = REPORT,
                                       .exact = STR("duong"),
                                       .folded = STR("duong") };
    close_book(&book);
    assert_int_equal(search_open_index(book.path, &book.index), STATUS_OK);
    assert_int_equal(search_watermark(book.index), 70);
    search_close(book.index);

    FILE *file = fopen(book.path, "r+");
    fputs("no longer a database", file);
    fclose(file);
    assert_int_equal(search_open_index(book.path, &book.index), STATUS_OK);
    assert_int_equal(search_watermark(book.index), 0);
    assert_int_equal(search_open_reader(book.path, &book.reader), STATUS_OK);
    assert_int_equal(found(&book, road, 10).n, 0);
    close_book(&book);
    unlink(book.path);
    assert_int_equal(search_open_reader(book.path, &book.reader), STATUS_OK);
    assert_null(book.reader);
}

/* Its first page holds a sum too: a bit that turned in it is the file's fault, not the disk's. */
static void a_damaged_first_page_is_made_anew(void **state)
{
    enum { UNUSED_AT = 3000 };
    struct book book = open_book(*state);
    uint8_t byte = 0;
    search_close(book.reader);
    search_close(book.index);
    int file = open(book.path, O_RDWR);
    assert_int_equal(pread(file, &byte, 1, UNUSED_AT), 1);
    byte ^= 1;
    assert_int_equal(pwrite(file, &byte, 1, UNUSED_AT), 1);
    close(file);
    assert_int_equal(search_open_index(book.path, &book.index), STATUS_OK);
    assert_int_equal(search_open_reader(book.path, &book.reader), STATUS_OK);
    assert_non_null(book.reader);
    close_book(&book);
}

static void what_was_not_committed_is_not_found(void **state)
{
    struct book book = open_book(*state);
    const struct search_query word = { .kind = REPORT, .exact = STR("moi"), .folded = STR("moi") };
    search_begin(book.index);
    search_put(book.index, &(struct search_text){ REPORT, 7, 0, true, STR("moi"), STR("moi") });
    assert_int_equal(found(&book, word, 10).n, 0);
    search_close(book.index);
    assert_int_equal(search_open_index(book.path, &book.index), STATUS_OK);
    assert_int_equal(search_watermark(book.index), 70);
    assert_int_equal(found(&book, word, 10).n, 0);
    close_book(&book);
}

static void a_slow_search_is_stopped(void **state)
{
    struct book book = open_book(*state);
    struct out out = out_open(book.f->arena, 4000);
    for (int i = 0; i < 300; i++) {
        out_lit(&out, "a b c d e f ");
    }
    search_begin(book.index);
    for (int64_t id = 100; id < 2000; id++) {
        search_put(book.index,
                   &(struct search_text){ REPORT, id, 0, true, out_str(&out), out_str(&out) });
    }
    assert_int_equal(search_commit(book.index, 72), STATUS_OK);
    /* Words that all papers have, in an order that none has. */
    struct search_query query = { .kind = REPORT,
                                  .exact = STR("\"a c e\" \"f e\""),
                                  .folded = STR("\"a c e\" \"f e\""),
                                  .limit = 10 };
    struct search_page page = { .next = 77 };
    assert_int_equal(search_find(book.reader, &query, 1, book.f->arena, &page), STATUS_TIMEOUT);
    assert_int_equal(page.next, 77);
    query.exact = query.folded = STR("a");
    assert_int_equal(search_find(book.reader, &query, 0, book.f->arena, &page), STATUS_OK);
    assert_int_equal(page.count, 10);
    close_book(&book);
}

static int64_t pieces(const struct book *book)
{
    sqlite3 *db = NULL;
    assert_int_equal(lite_open(book->path, LITE_READ, "", &db), STATUS_OK);
    int64_t count = lite_number(db, "SELECT count(DISTINCT segid) FROM word_idx");
    sqlite3_close(db);
    return count;
}

/* As an index is after a night of many small transactions, and a search in the middle of it. */
static void pieces_are_brought_together(void **state)
{
    enum { PAPERS = 400, FIRST = 100 };
    struct book book = open_book(*state);
    for (int64_t i = 0; i < PAPERS; i++) {
        char text[64];
        snprintf(text, sizeof text, "ngap nuoc to %d duong so %d", (int)i, (int)(i % 7));
        search_begin(book.index);
        search_put(book.index, &(struct search_text){ REPORT, FIRST + i, 10, true, str_of(text),
                                                      str_of(text) });
        assert_int_equal(search_commit(book.index, FIRST + i), STATUS_OK);
    }
    const struct search_query query = { .kind = REPORT,
                                        .exact = STR("ngap 399"),
                                        .folded = STR("ngap 399") };
    assert_true(pieces(&book) > 1);
    assert_true(str_equal(found(&book, query, 5), STR("499")));
    unsigned steps = 0;
    for (; search_merge(book.index, steps == 0); steps++) {
        assert_true(str_equal(found(&book, query, 5), STR("499")));
    }
    assert_true(steps > 0);
    assert_int_equal(pieces(&book), 1);
    assert_true(str_equal(found(&book, query, 5), STR("499")));
    assert_int_equal(search_watermark(book.index), FIRST + PAPERS - 1);
    close_book(&book);
}

static bool has_byte_of(struct book *book, const char *suffix, const char *word)
{
    char path[320];
    static char bytes[1 << 20];
    snprintf(path, sizeof path, "%s%s", book->path, suffix);
    FILE *file = fopen(path, "rb");
    size_t n = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    assert_true(n < sizeof bytes);
    if (file) {
        fclose(file);
    }
    return memmem(bytes, n, word, strlen(word)) != NULL;
}

/* A deleted word stands in the file until its pieces are merged; a forgotten one does not, and the
 * file remembers that it must go, whoever opens it next. */
static void what_is_forgotten_is_in_no_byte(void **state)
{
    struct book book = open_book(*state);
    const struct search_query lost = { .kind = REPORT,
                                       .exact = STR("xuanquynh"),
                                       .folded = STR("xuanquynh") };
    search_begin(book.index);
    search_put(book.index, &(struct search_text){ REPORT, 7, 20, true, STR("chị xuanquynh"),
                                                  STR("chi xuanquynh") });
    assert_int_equal(search_commit(book.index, 71), STATUS_OK);
    assert_string_equal(str_z(book.f->arena, found(&book, lost, 10)), "7");
    assert_false(search_forgets(book.index));
    search_begin(book.index);
    search_forget(book.index, REPORT, 7);
    assert_int_equal(search_commit(book.index, 72), STATUS_OK);
    assert_true(search_forgets(book.index));
    assert_true(has_byte_of(&book, "", "xuanquynh") || has_byte_of(&book, "-wal", "xuanquynh"));
    assert_int_equal(found(&book, lost, 10).n, 0);
    search_close(book.index);
    assert_int_equal(search_open_index(book.path, &book.index), STATUS_OK);
    assert_true(search_forgets(book.index));
    for (bool is_first = true; search_merge(book.index, is_first); is_first = false) {
    }
    assert_true(search_forgotten(book.index));
    assert_false(search_forgets(book.index));
    assert_false(has_byte_of(&book, "", "xuanquynh"));
    assert_false(has_byte_of(&book, "-wal", "xuanquynh"));
    assert_true(has_byte_of(&book, "", "khong dau"));
    close_book(&book);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(tone_marks_come_first),
        TEST(any_word_suffices),
        TEST(no_query_is_a_syntax_error),
        TEST(a_paper_is_replaced_and_deleted),
        TEST(a_lost_file_is_made_anew),
        TEST(what_was_not_committed_is_not_found),
        TEST(a_damaged_first_page_is_made_anew),
        TEST(a_slow_search_is_stopped),
        TEST(pieces_are_brought_together),
        TEST(what_is_forgotten_is_in_no_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
