/* Settings and error codes of PostgreSQL, in one place. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/pg.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/must.h"

enum { SERVER_VERSION_MIN = 150000 };

/* Classes of SQLSTATE (the first signs of the five), the first that fits. Constants, because the
 * log takes no text from outside. A `quiet` one is the caller's affair, not the operator's. */
static const struct {
    const char *sign;
    enum status status;
    const char *word;
    bool quiet;
} classes[] = {
    { "23", STATUS_CONFLICT, "constraint", true },
    { "57014", STATUS_TIMEOUT, "over budget", true },
    { "55P03", STATUS_BUSY, "lock", true },
    { "40", STATUS_BUSY, "serialization", false },
    { "53100", STATUS_DISK_FULL, "disk full", false },
    { "53200", STATUS_FULL, "out of memory", false },
    { "53", STATUS_BUSY, "too many connections", false },
    { "25006", STATUS_READ_ONLY, "read only", false },
    { "57P", STATUS_STORE_FAILED, "shutdown", false },
    { "08", STATUS_STORE_FAILED, "connection", false },
    { "22", STATUS_STORE_FAILED, "data", false },
    { "25", STATUS_STORE_FAILED, "transaction state", false },
    { "28", STATUS_STORE_FAILED, "sign-in", false },
    { "42", STATUS_STORE_FAILED, "statement", false },
    { "58", STATUS_STORE_FAILED, "system", false },
    { "XX", STATUS_STORE_FAILED, "internal", false },
    { "", STATUS_STORE_FAILED, "other", false },
};

static enum status greet(struct pg *pg, struct str *ret_why);
static enum status ask(struct pg *pg, const char *sql, const char *deed, int64_t *ret_number);

enum status pg_status(struct pg *pg, const PGresult *result, const char *deed)
{
    ExecStatusType kind = libpq.resultStatus(result);
    if (kind == PGRES_COMMAND_OK || kind == PGRES_TUPLES_OK) {
        return STATUS_OK;
    }
    const char *state = result ? libpq.resultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    if (libpq.status(pg->conn) != CONNECTION_OK || !state) {
        state = "08000";
        pg->is_broken = true;
    }
    /* The server's last words: it ends the connection behind them. */
    pg->is_broken |= strncmp(state, "57P", strlen("57P")) == 0;
    size_t i = 0;
    while (strncmp(state, classes[i].sign, strlen(classes[i].sign)) != 0) {
        i++;
    }
    if (!classes[i].quiet) {
        log_event(EVENT_STORE_FAILED, LOG_WORD("deed", deed),
                  LOG_WORD("postgres", classes[i].word));
    }
    return classes[i].status;
}

/* Notices are for a person at a terminal; that there was a warning is for us. */
static void note_warning(void *context, const PGresult *notice)
{
    struct pg *pg = context;
    const char *severity = libpq.resultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity && strcmp(severity, "WARNING") == 0) {
        pg->was_warned = true;
    }
}

/* The first that fits; libpq says no code before the connection stands. Its own words are English,
 * the server's are those of its lc_messages. */
static const char *why_not_connected(const PGconn *conn)
{
    const char *said = conn ? libpq.errorMessage(conn) : "";
    if (conn && (libpq.connectionNeedsPassword(conn) || libpq.connectionUsedPassword(conn))) {
        return "PostgreSQL không nhận mật khẩu của vai trò này; hãy sửa trong URL, PGPASSFILE hoặc "
               "~/.pgpass.";
    }
    if (strstr(said, "FATAL")) {
        return "PostgreSQL có ở địa chỉ này nhưng không cho vào: kho hay vai trò trong URL không "
               "có, hoặc pg_hba.conf không cho; nhật ký của nó nói rõ.";
    }
    if (strstr(said, "URI") || strncmp(said, "invalid", strlen("invalid")) == 0) {
        return "URL của PostgreSQL không đọc được, ví dụ đúng: postgresql://vai-tro@máy/kho";
    }
    return "PostgreSQL không trả lời ở địa chỉ này; hãy xem nó có chạy không và URL có đúng không.";
}

enum status pg_open(const char *url, const char *settings, struct pg *ret, struct str *ret_why)
{
    /* Later words win: what the URL says takes the place of ours. */
    static const char *const names[] = {
        "connect_timeout",  "keepalives_idle",  "keepalives_interval",
        "keepalives_count", "tcp_user_timeout", "application_name",
        "dbname",           "client_encoding",  NULL,
    };
    const char *const values[] = { "5", "10", "5", "3", "15000", "kheo", url, "UTF8", NULL };
    *ret = (struct pg){ .settings = settings };
    if (!libpq_load()) {
        *ret_why = STR("Kho này cần thư viện libpq của PostgreSQL (gói libpq5, từ bản 14); hãy cài "
                       "rồi chạy lại.");
        return STATUS_STORE_FAILED;
    }
    ret->conn = libpq.connectdbParams(names, values, 1);
    if (!ret->conn || libpq.status(ret->conn) != CONNECTION_OK) {
        *ret_why = str_of(why_not_connected(ret->conn));
        pg_close(ret);
        return STATUS_STORE_FAILED;
    }
    enum status status = greet(ret, ret_why);
    if (status) {
        pg_close(ret);
    }
    return status;
}

/* What every new connection is asked and told. */
static enum status greet(struct pg *pg, struct str *ret_why)
{
    libpq.setNoticeReceiver(pg->conn, note_warning, pg);
    pg->generation++;
    const char *encoding = libpq.parameterStatus(pg->conn, "server_encoding");
    if (libpq.serverVersion(pg->conn) < SERVER_VERSION_MIN) {
        *ret_why = STR("PostgreSQL này cũ hơn bản 15; hãy dùng bản 15 trở lên.");
        return STATUS_STORE_FAILED;
    }
    if (!encoding || strcmp(encoding, "UTF8") != 0) {
        *ret_why = STR("Kho này không dùng UTF-8; hãy tạo kho với ENCODING 'UTF8'.");
        return STATUS_STORE_FAILED;
    }
    *ret_why = STR("PostgreSQL không nhận các thiết lập của kheo; xem nhật ký của nó.");
    return pg_exec(pg, pg->settings, "settings");
}

/* Where the library is not to be had, there is no connection either. */
void pg_close(struct pg *pg)
{
    if (pg->conn) {
        libpq.finish(pg->conn);
        pg->conn = NULL;
    }
}

enum status pg_exec(struct pg *pg, const char *sql, const char *deed)
{
    int64_t number;
    return ask(pg, sql, deed, &number);
}

void pg_try(struct pg *pg, const char *sql)
{
    libpq.clear(libpq.exec(pg->conn, sql));
}

int64_t pg_number(struct pg *pg, const char *sql)
{
    int64_t number;
    return ask(pg, sql, "number", &number) ? 0 : number;
}

const char *pg_unsafe(struct pg *pg)
{
    static const struct {
        const char *is_safe; /* gives 1 or 0 */
        const char *why;
    } needs[] = {
        { "SELECT (current_setting('fsync') = 'on')::int",
          "PostgreSQL không ghi chắc xuống đĩa: hãy đặt fsync = on." },
        { "SELECT (current_setting('full_page_writes') = 'on')::int",
          "PostgreSQL có thể hỏng trang khi mất điện: hãy đặt full_page_writes = on." },
        { "SELECT (current_setting('synchronous_commit') IN ('on', 'remote_apply'))::int",
          "PostgreSQL báo xong trước khi máy thứ hai ghi: hãy đặt synchronous_commit = on." },
        { "SELECT (current_setting('synchronous_standby_names') <> '')::int",
          "Không có máy thứ hai nào phải ghi trước khi báo xong: hãy bật synchronous_mode và "
          "synchronous_mode_strict của Patroni (docs/CLUSTER.md)." },
    };
    for (size_t i = 0; i < COUNT(needs); i++) {
        if (pg_number(pg, needs[i].is_safe) != 1) {
            return needs[i].why;
        }
    }
    return NULL;
}

enum status pg_begin(struct pg *pg, const char *sql, int64_t *ret_number)
{
    enum status status = pg->is_broken ? STATUS_STORE_FAILED : ask(pg, sql, "begin", ret_number);
    if (!pg->is_broken) {
        return status;
    }
    /* Nothing of this transaction was done yet, so it can be begun again. */
    status = pg_renew(pg);
    return status ? status : ask(pg, sql, "begin", ret_number);
}

enum status pg_renew(struct pg *pg)
{
    struct str why;
    libpq.reset(pg->conn);
    if (libpq.status(pg->conn) != CONNECTION_OK) {
        log_event(EVENT_STORE_FAILED, LOG_WORD("deed", "connect"),
                  LOG_WORD("postgres", "connection"));
        return STATUS_STORE_FAILED;
    }
    pg->is_broken = false;
    enum status status = greet(pg, &why);
    pg->is_broken = status != STATUS_OK; /* without its settings it is none of ours */
    return status;
}

static enum status ask(struct pg *pg, const char *sql, const char *deed, int64_t *ret_number)
{
    pg->was_warned = false;
    PGresult *result = libpq.exec(pg->conn, sql);
    bool has_row = libpq.resultStatus(result) == PGRES_TUPLES_OK && libpq.ntuples(result) > 0;
    *ret_number = has_row ? strtoll(libpq.getvalue(result, 0, 0), NULL, 10) : 0;
    enum status status = pg_status(pg, result, deed);
    libpq.clear(result);
    return status;
}
