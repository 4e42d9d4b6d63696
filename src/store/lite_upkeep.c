/* What is done with a whole file: copying it, and reading it against its own promises. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/lite_upkeep.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/must.h"
#include "base/out.h"
#include "store/lite_pages.h"
#include "store/wal.h"

enum {
    FAULTS_MAX = 100,
    COPIED_PAGES = 1000, /* between two words about progress */
    FAULT_BYTES_MAX = 512,
};

struct asking {
    sqlite3 *db;
    void (*visit)(void *context, struct str fault);
    void *context;
};

static enum status copy_pages(sqlite3 *from, sqlite3 *to,
                              bool (*tell)(void *context, int64_t done, int64_t total),
                              void *context);
static enum status sync_file(const char *path);
static void walk(const char *name, sqlite3 *db, struct page_faults *faults);
static void leave_out(void *context, uint32_t number, const uint8_t *page);
static enum status ask(const struct asking *asking, const char *question);
static void tell_pages(const struct asking *asking, const struct page_faults *faults);
static void tell_page(const struct asking *asking, int64_t page, const char *owner);

/* Pages keep their numbers, which an archive of later pages builds on; VACUUM INTO would give them
 * others. A backup that begins inside a read transaction copies what that one sees. */
enum status lite_copy(sqlite3 *from, const char *path,
                      bool (*tell)(void *context, int64_t done, int64_t total), void *context)
{
    sqlite3 *copy = NULL;
    struct stat about;
    must(sqlite3_txn_state(from, "main") != SQLITE_TXN_NONE);
    if (stat(path, &about) == 0) {
        return STATUS_CONFLICT; /* a backup never writes over another */
    }
    enum status status =
        lite_open(path, LITE_CREATE, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;", &copy);
    if (!status) {
        lite_pages_be_like(copy, from);
        status = copy_pages(from, copy, tell, context);
    }
    sqlite3_close(copy);
    status = status ? status : sync_file(path);
    if (status) {
        unlink(path);
    }
    return status;
}

static enum status copy_pages(sqlite3 *from, sqlite3 *to,
                              bool (*tell)(void *context, int64_t done, int64_t total),
                              void *context)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    int code = backup ? SQLITE_OK : SQLITE_ERROR;
    bool goes_on = true;
    while (code == SQLITE_OK && goes_on) {
        code = sqlite3_backup_step(backup, COPIED_PAGES);
        int total = sqlite3_backup_pagecount(backup);
        goes_on = tell(context, total - sqlite3_backup_remaining(backup), total);
    }
    (void)sqlite3_backup_finish(backup);
    return !goes_on ? STATUS_GONE : code == SQLITE_DONE ? STATUS_OK : lite_failure(to, "backup");
}

/* The copy is in the cache of the system only; a backup must be on the disk. */
static enum status sync_file(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool works = file >= 0 && fsync(file) == 0;
    if (file >= 0) {
        close(file);
    }
    return works ? STATUS_OK : STATUS_STORE_FAILED;
}

/* Trees and references first; then each page, also those that hold nothing, for a backup copies
 * them too. */
enum status lite_check(const char *name, void (*visit)(void *context, struct str fault),
                       void *context)
{
    static const char *const questions[] = {
        "SELECT integrity_check FROM pragma_integrity_check(100)"
        " WHERE integrity_check <> 'ok'",
        "SELECT 'row ' || coalesce(rowid, 0) || ' of ' || \"table\" || ' refers to a row of ' ||"
        " parent || ' that does not exist' FROM pragma_foreign_key_check",
    };
    struct page_faults faults = { .count = 0 };
    struct asking asking = { .visit = visit, .context = context };
    enum status status = lite_open(name, LITE_READ, NULL, &asking.db);
    if (!status) {
        lite_pages_note(asking.db, &faults);
        status = lite_settle(asking.db, "");
    }
    for (size_t i = 0; !status && i < COUNT(questions); i++) {
        status = ask(&asking, questions[i]);
    }
    if (!status) {
        walk(name, asking.db, &faults);
    }
    tell_pages(&asking, &faults);
    sqlite3_close(asking.db);
    return status;
}

static void walk(const char *name, sqlite3 *db, struct page_faults *faults)
{
    const struct wal_place none = { 0 };
    struct wal_place from;
    struct wal_place end;
    uint32_t pages;
    struct page_faults walked = { .count = 0 };
    lite_pages_walk(db, &walked);
    if (walked.count > 0 && wal_end(name, &none, &from, &end, &pages) == STATUS_OK) {
        (void)!wal_each(name, &from, &end, leave_out, &walked);
    }
    for (size_t i = 0; i < walked.count; i++) {
        page_faults_add(faults, walked.pages[i]);
    }
}

static void leave_out(void *context, uint32_t number, const uint8_t *page)
{
    struct page_faults *walked = context;
    (void)page;
    for (size_t i = 0; i < walked->count; i++) {
        if (walked->pages[i] == number) {
            walked->pages[i] = walked->pages[--walked->count];
            return;
        }
    }
}

static enum status ask(const struct asking *asking, const char *question)
{
    sqlite3_stmt *statement = lite_prepare(asking->db, question);
    int code = statement ? SQLITE_ROW : SQLITE_ERROR;
    for (int n = 0; code == SQLITE_ROW && n < FAULTS_MAX; n++) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            asking->visit(asking->context, str_of((const char *)sqlite3_column_text(statement, 0)));
        }
    }
    enum status status =
        code == SQLITE_ROW || code == SQLITE_DONE ? STATUS_OK : lite_failure(asking->db, "check");
    sqlite3_finalize(statement);
    return status;
}

/* Whose a page is says one walk through all of them; of a file in ruins, or a page that no tree
 * holds, it says nothing. */
static void tell_pages(const struct asking *asking, const struct page_faults *faults)
{
    sqlite3_stmt *owners =
        faults->count > 0 ? lite_prepare(asking->db, "SELECT pageno, name FROM dbstat") : NULL;
    bool is_told[PAGE_FAULTS_MAX] = { false };
    while (owners && sqlite3_step(owners) == SQLITE_ROW) {
        for (size_t i = 0; i < faults->count; i++) {
            if (!is_told[i] && faults->pages[i] == sqlite3_column_int64(owners, 0)) {
                tell_page(asking, faults->pages[i], (const char *)sqlite3_column_text(owners, 1));
                is_told[i] = true;
            }
        }
    }
    sqlite3_finalize(owners);
    for (size_t i = 0; i < faults->count; i++) {
        if (!is_told[i]) {
            tell_page(asking, faults->pages[i], NULL);
        }
    }
}

static void tell_page(const struct asking *asking, int64_t page, const char *owner)
{
    char text[FAULT_BYTES_MAX];
    struct out out = out_fixed(text, sizeof text);
    out_printf(&out, "trang %lld của tệp", (long long)page);
    if (owner) {
        out_printf(&out, " (%s)", owner);
    }
    out_lit(&out, ": khác với tổng của nó: ổ đĩa đã đổi bit, hoặc chương trình khác đã ghi");
    must(!out.overflowed);
    asking->visit(asking->context, out_str(&out));
}
