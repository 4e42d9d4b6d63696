/* Sending reports and photos through serve(), several in one batch, and reading them again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "guest.h"

#include <fcntl.h>
#include <jansson.h>
#include <sodium.h>
#include <stdarg.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/must.h"
#include "desk/shown.h"
#include "ledger/anchor.h"
#include "ledger/receipt.h"
#include "main/inspect.h"
#include "store/lite.h"
#include "web/request.h"

enum {
    REQUEST_BYTES = 64 << 10,
    REPORT_ARENA_BYTES = 4 << 20,
    AT_ONCE_MAX = 16,
    START_S = 1795850000,
    RETRIES = 6, /* of what was acknowledged last */
};

/* One request on its way. */
struct asked {
    struct exchange *exchange;
    bool waits;
};

static uint64_t program_randomness;

static bool breaks(struct guest *guest, const char *format, ...) PRINTF(2, 3);
static struct asked ask(struct guest *guest, struct str head, struct str body);
static int answer_of(struct guest *guest, struct asked *asked, struct str *ret_body);
static struct asked send_report(struct guest *guest, const char *key);
static void take_answer(struct guest *guest, struct report_sent *report, int status,
                        struct str body);
static int fetch(struct guest *guest, struct asked *asked, const char *path, struct str *ret_body);
static bool verify_receipts(struct guest *guest);
static bool verify_report(struct guest *guest, const struct report_sent *report);
static bool is_photo_of(struct guest *guest, size_t index, struct str body);
static bool verify_photo(struct guest *guest, size_t index);
static bool send_again(struct guest *guest);

/* --- the house -------------------------------------------------------------------------------- */

static const char *name_of_randomness(void)
{
    return "seeded";
}
static uint32_t random_word(void)
{
    return (uint32_t)disk_draw(&program_randomness);
}
static void random_buffer(void *const buffer, const size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ((uint8_t *)buffer)[i] = (uint8_t)disk_draw(&program_randomness);
    }
}
static struct randombytes_implementation seeded = {
    .implementation_name = name_of_randomness,
    .random = random_word,
    .buf = random_buffer,
};

static struct instant clock_of(void *context)
{
    return ((struct guest *)context)->promises->now;
}

void guest_begin(struct guest *guest, struct promises *promises, const char *folder, uint64_t seed)
{
    *guest = (struct guest){ .promises = promises, .folder = folder, .randomness = seed };
    program_randomness = ~seed;
    must(randombytes_set_implementation(&seeded) == 0 && sodium_init() >= 0);
    promises->now.s = promises->now.s ? promises->now.s : START_S;
}

bool guest_open(struct guest *guest)
{
    guest->settings = (struct house_settings){
        .dir = guest->folder,
        .create = !guest->promises->is_born,
        .rates_off = true,
        .clock = clock_of,
        .clock_context = guest,
    };
    struct str why = STR_NONE;
    if (house_open(&guest->settings, &guest->house, &why) != STATUS_OK) {
        return breaks(guest, "the house does not open: %.*s", STR_ARG(why));
    }
    guest->worker = worker_open(guest->house.server);
    return guest->worker || breaks(guest, "no connection to read");
}

void guest_close(struct guest *guest)
{
    worker_close(guest->worker);
    house_close(&guest->house);
}

bool guest_import(struct guest *guest, const char *csv)
{
    char verb[] = "import";
    char path[512];
    char *words[] = { verb, path };
    struct console console = { .store = guest->house.store, .desk = guest->house.desk };
    (void)snprintf(path, sizeof path, "%s", csv);
    console.arena = arena_create(REQUEST_ARENA_BYTES);
    for (size_t i = 0; modules[i]; i++) {
        if (str_equal(str_of(modules[i]->name), STR("org"))) {
            bool is_done = modules[i]->console(&console, 2, words) == 0;
            arena_destroy(console.arena);
            return is_done || breaks(guest, "no units");
        }
    }
    return false;
}

void guest_fold(struct guest *guest, const char *how)
{
    char path[512];
    sqlite3 *db = NULL;
    (void)snprintf(path, sizeof path, "%s/kheo.db", guest->folder);
    if (lite_open(path, LITE_WRITE, "PRAGMA synchronous = FULL;", &db) == STATUS_OK) {
        (void)!lite_exec(db, how);
    }
    sqlite3_close(db);
}

/* --- sending ---------------------------------------------------------------------------------- */

bool guest_send(struct guest *guest, size_t count)
{
    struct promises *promises = guest->promises;
    struct asked asked[AT_ONCE_MAX];
    size_t first = promises->report_count;
    bool is_all = true;
    must(count <= AT_ONCE_MAX && first + count <= REPORTS_MAX);
    guest->promises->now.s += 60;
    for (size_t i = 0; i < count; i++) {
        struct report_sent *report = &promises->reports[first + i];
        (void)snprintf(report->key, sizeof report->key, "bao-%zu", first + i);
        promises->report_count++;
        asked[i] = send_report(guest, report->key);
    }
    while (desk_run_once(guest->house.desk) > 0) {
    }
    for (size_t i = 0; i < count; i++) {
        struct str body;
        int status = answer_of(guest, &asked[i], &body);
        take_answer(guest, &promises->reports[first + i], status, body);
        is_all &= promises->reports[first + i].is_acked;
        exchange_close(asked[i].exchange);
    }
    return is_all;
}

static void never_mind(void *waiter)
{
    (void)waiter; /* the desk runs when we say so, and answers are taken after it */
}

static struct asked ask(struct guest *guest, struct str head, struct str body)
{
    struct asked asked = { .exchange = exchange_open(guest->house.server) };
    const char *why = NULL;
    must(asked.exchange);
    struct arena *arena = exchange_arena(asked.exchange);
    struct out out = out_open(arena, REQUEST_BYTES);
    out_printf(&out, "%.*s\r\nHost: kheo.example\r\nContent-Length: %zu\r\n\r\n", STR_ARG(head),
               body.n);
    out_str_raw(&out, body);
    must(request_parse(arena, out_str(&out), exchange_request(asked.exchange), &why) == STATUS_OK);
    asked.waits = serve_start(guest->worker, asked.exchange, never_mind, NULL) == WAITING;
    return asked;
}

static int answer_of(struct guest *guest, struct asked *asked, struct str *ret_body)
{
    if (asked->waits) {
        while (desk_run_once(guest->house.desk) > 0) {
        }
        serve_finish(guest->worker, asked->exchange);
    }
    const struct reply *reply = exchange_reply(asked->exchange);
    *ret_body = reply_body(reply);
    return reply->http_status;
}

static struct asked send_report(struct guest *guest, const char *key)
{
    char head[256];
    char body[512];
    struct out text = out_fixed(body, sizeof body);
    struct out line = out_fixed(head, sizeof head);
    out_printf(&text,
               "{\"unit\":\"19753\",\"category\":\"giao-thong\",\"text\":\"Ổ gà trước nhà, %s.\","
               "\"name\":\"Nguyễn Văn Thử\",\"phone\":\"0900000001\"}",
               key);
    out_printf(&line,
               "POST /api/v1/reports HTTP/1.1\r\nContent-Type: application/json\r\n"
               "Idempotency-Key: %s",
               key);
    return ask(guest, out_str(&line), out_str(&text));
}

static void copy_text(char *ret, size_t n, json_t *json, const char *name)
{
    const char *text = json_string_value(json_object_get(json, name));
    must(text && snprintf(ret, n, "%s", text) < (int)n);
}

/* From here on it is a promise. */
static void take_answer(struct guest *guest, struct report_sent *report, int status,
                        struct str body)
{
    static struct receipt_content content;
    report->status = status;
    guest->promises->refused += status == 503;
    if (status != 201) {
        (void)(status == 503 || breaks(guest, "%s is answered with %d", report->key, status));
        return;
    }
    json_t *json = json_loadb(body.p, body.n, 0, NULL);
    copy_text(report->code, sizeof report->code, json, "code");
    copy_text(report->secret, sizeof report->secret, json, "secret");
    copy_text(report->receipt, sizeof report->receipt, json, "receipt");
    must(receipt_parse(str_of(report->receipt), &content) == RECEIPT_VALID);
    report->tree_size = content.checkpoint.size;
    report->at = content.leaf.at.s;
    json_decref(json);
    report->is_acked = true;
    guest->promises->acked++;
}

bool guest_add_photo(struct guest *guest, const char *path)
{
    static char bytes[32 << 10];
    struct promises *promises = guest->promises;
    size_t report = promises->report_count - 1;
    char head[256];
    if (promises->report_count == 0 || !promises->reports[report].is_acked) {
        return false;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = file >= 0 ? read(file, bytes, sizeof bytes) : -1;
    must(n > 0);
    close(file);
    struct arena *arena = arena_create(REPORT_ARENA_BYTES);
    struct out body = out_open(arena, REQUEST_BYTES);
    out_lit(&body, "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\n");
    out_bytes(&body, bytes, (size_t)n);
    out_lit(&body, "\r\n--x--\r\n");
    struct out line = out_fixed(head, sizeof head);
    out_printf(&line,
               "POST /api/v1/reports/%s/photos HTTP/1.1\r\nReport-Secret: %s\r\n"
               "Content-Type: multipart/form-data; boundary=x",
               promises->reports[report].code, promises->reports[report].secret);
    guest->promises->now.s += 60;
    struct asked asked = ask(guest, out_str(&line), out_str(&body));
    struct str answer;
    int status = answer_of(guest, &asked, &answer);
    promises->refused += status == 503;
    if (status == 201) {
        struct photo_sent *photo = &promises->photos[promises->photo_count];
        must(promises->photo_count < PHOTOS_MAX);
        json_t *json = json_loadb(answer.p, answer.n, 0, NULL);
        photo->report = report;
        copy_text(photo->url, sizeof photo->url, json, "url");
        json_decref(json);
        promises->photo_count++;
        promises->acked++;
    }
    exchange_close(asked.exchange);
    arena_destroy(arena);
    (void)(status == 201 || status == 503 || breaks(guest, "a photo is answered with %d", status));
    return status == 201 && guest_read(guest);
}

/* --- holding it to what it said ---------------------------------------------------------------- */

bool guest_verify_anchor(struct guest *guest)
{
    struct promises *promises = guest->promises;
    static struct house_view view;
    struct house_settings settings = { .dir = guest->folder };
    struct str why = STR_NONE;
    struct anchor anchor = { 0 };
    unsigned place;
    int64_t promised = 0;
    for (size_t i = 0; i < promises->report_count; i++) {
        int64_t size = promises->reports[i].is_acked ? promises->reports[i].tree_size : 0;
        promised = size > promised ? size : promised;
    }
    if (promised == 0) {
        return true;
    }
    enum status status = house_look(&settings, &view, &why);
    store_close(view.store);
    files_close(view.files);
    if (status) {
        return breaks(guest, "the house cannot be looked at: %.*s", STR_ARG(why));
    }
    bool is_read = anchor_newest(str_span(view.anchor, view.anchor_bytes), str_of(view.origin),
                                 view.key.public, &anchor, &place);
    return (is_read && anchor.size >= promised) ||
           breaks(guest, "the anchor (%zu bytes) knows %lld leaves, a receipt was given for %lld",
                  view.anchor_bytes, (long long)anchor.size, (long long)promised);
}

bool guest_verify(struct guest *guest)
{
    struct promises *promises = guest->promises;
    struct inspected read;
    struct str why = STR_NONE;
    struct arena *arena = arena_create(REPORT_ARENA_BYTES);
    struct out report = out_open(arena, REPORT_ARENA_BYTES / 2);
    if (inspect_house(&guest->settings, &report, &read, &why) != STATUS_OK) {
        return breaks(guest, "kheo check: %.*s", STR_ARG(why));
    }
    if (read.faults > 0) {
        return breaks(guest, "kheo check: %.*s", STR_ARG(str_slice(out_str(&report), 0, 300)));
    }
    arena_destroy(arena);
    bool is_kept = verify_receipts(guest);
    for (size_t i = 0; is_kept && i < promises->report_count; i++) {
        is_kept = !promises->reports[i].is_acked || verify_report(guest, &promises->reports[i]);
    }
    for (size_t i = 0; is_kept && i < promises->photo_count; i++) {
        is_kept = verify_photo(guest, i);
    }
    is_kept = is_kept && send_again(guest);
    promises->checks += is_kept;
    return is_kept;
}

bool guest_read(struct guest *guest)
{
    const struct promises *promises = guest->promises;
    for (size_t i = 0; i < promises->report_count + promises->photo_count; i++) {
        bool is_photo = i >= promises->report_count;
        const struct report_sent *report = &promises->reports[is_photo ? 0 : i];
        char path[128];
        struct asked asked;
        struct str body;
        if (!report->is_acked) {
            continue;
        }
        (void)snprintf(path, sizeof path, "%s%s", is_photo ? "" : "/api/v1/reports/",
                       is_photo ? promises->photos[i - promises->report_count].url : report->code);
        int status = fetch(guest, &asked, path, &body);
        bool is_itself =
            status == 200 && (!is_photo || is_photo_of(guest, i - promises->report_count, body));
        exchange_close(asked.exchange);
        if (!is_itself && status != 503) {
            return breaks(guest, "%s is there and answers %d", path, status);
        }
    }
    return true;
}

static bool verify_receipts(struct guest *guest)
{
    static struct receipt_content content;
    struct promises *promises = guest->promises;
    struct arena *arena = arena_create(REPORT_ARENA_BYTES);
    struct session *session = store_reader_open(guest->house.store);
    struct str origin = str_of(guest->house.origin);
    const struct sign_key *key = desk_key(guest->house.desk);
    struct vkey vkey = { .name = origin, .kind = VKEY_ED25519 };
    bool is_kept = session != NULL;
    memcpy(vkey.public, key->public, sizeof vkey.public);
    for (size_t i = 0; is_kept && i < promises->report_count; i++) {
        const struct report_sent *report = &promises->reports[i];
        struct snap snap;
        struct str why = STR_NONE;
        int64_t size;
        if (!report->is_acked) {
            continue;
        }
        snap_begin(session, arena, 0, &snap);
        enum shown shown =
            shown_compare(&snap.conn, str_of(report->receipt), origin, key->public, &size, &why);
        enum status status = snap_end(&snap);
        is_kept = !status && shown == SHOWN_AGREES &&
                  receipt_verify(str_of(report->receipt), &vkey, 1, &content) == RECEIPT_VALID;
        if (!is_kept) {
            (void)breaks(guest, "the receipt of %s: %.*s", report->key, STR_ARG(why));
        }
        arena_reset(arena);
    }
    store_session_close(session);
    arena_destroy(arena);
    return is_kept;
}

static int fetch(struct guest *guest, struct asked *asked, const char *path, struct str *ret_body)
{
    char line[256];
    (void)snprintf(line, sizeof line, "GET %s HTTP/1.1", path);
    *asked = ask(guest, str_of(line), STR(""));
    return answer_of(guest, asked, ret_body);
}

static bool verify_report(struct guest *guest, const struct report_sent *report)
{
    char path[128];
    char text[128];
    struct asked asked;
    struct str body;
    (void)snprintf(path, sizeof path, "/api/v1/reports/%s", report->code);
    (void)snprintf(text, sizeof text, "Ổ gà trước nhà, %s.", report->key);
    int status = fetch(guest, &asked, path, &body);
    bool is_there = status == 200 && str_find(body, str_of(text)) < body.n;
    exchange_close(asked.exchange);
    return is_there || breaks(guest, "%s was acknowledged and answers %d", report->key, status);
}

/* The first reading gives what is compared from then on. */
static bool is_photo_of(struct guest *guest, size_t index, struct str body)
{
    static const uint8_t none[32];
    uint8_t *kept = guest->promises->photos[index].sha256;
    struct hash hash = hash_of(body);
    if (memcmp(kept, none, sizeof none) == 0) {
        memcpy(kept, hash.b, sizeof none);
    }
    return memcmp(kept, hash.b, sizeof none) == 0;
}

static bool verify_photo(struct guest *guest, size_t index)
{
    const char *url = guest->promises->photos[index].url;
    struct asked asked;
    struct str body;
    int status = fetch(guest, &asked, url, &body);
    bool is_there = status == 200 && is_photo_of(guest, index, body);
    exchange_close(asked.exchange);
    return is_there || breaks(guest, "the photo %s was acknowledged and answers %d", url, status);
}

/* The last that were acknowledged get the same answer; what had none is taken now. */
static bool send_again(struct guest *guest)
{
    struct promises *promises = guest->promises;
    size_t retries = 0;
    guest->promises->now.s += 60;
    for (size_t i = promises->report_count; i-- > 0;) {
        struct report_sent *report = &promises->reports[i];
        bool was_acked = report->is_acked;
        if (was_acked && ++retries > RETRIES) {
            continue;
        }
        struct report_sent before = *report;
        struct asked asked = send_report(guest, report->key);
        struct str body;
        int status = answer_of(guest, &asked, &body);
        take_answer(guest, report, status, body);
        exchange_close(asked.exchange);
        if (status != 201) {
            return breaks(guest, "%s, sent again: %d", report->key, status);
        }
        if (was_acked && strcmp(before.receipt, report->receipt) != 0) {
            return breaks(guest, "%s, sent again, gets another receipt", report->key);
        }
        promises->acked -= was_acked;
        promises->unknown += !was_acked;
        promises->unknown_there += !was_acked && report->at < guest->promises->now.s;
    }
    return true;
}

static bool breaks(struct guest *guest, const char *format, ...)
{
    struct promises *promises = guest->promises;
    va_list arguments;
    va_start(arguments, format);
    if (!promises->is_broken) {
        (void)vsnprintf(promises->fault, sizeof promises->fault, format, arguments);
    }
    va_end(arguments);
    for (char *c = promises->fault; *c; c++) {
        *c = *c == '\n' ? ' ' : *c; /* TAP wants one line */
    }
    promises->is_broken = true;
    return false;
}
