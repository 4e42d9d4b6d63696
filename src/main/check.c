/* kheo check: re-reads everything, beside a server that runs or one that will not start. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "desk/audit.h"
#include "desk/clock.h"
#include "desk/loss.h"
#include "main/commands.h"
#include "main/shown.h"
#include "text/format.h"

enum { CHECK_ARENA_BYTES = 256 << 20, REPORT_ARENA_BYTES = 8 << 20, REPORT_BYTES_MAX = 4 << 20 };

struct inspection {
    const struct house_settings *settings;
    struct house_view view;
    struct session *session;
    struct arena *arena;        /* of the rows */
    struct arena *report_arena; /* of what is said about them */
    struct check check;
    struct audit audit;
};

typedef void read_fn(struct inspection *inspection, struct snap *snap, const void *what);

static bool open_inspection(struct inspection *ret, struct str *ret_why);
static void inspect(struct inspection *inspection);
static read_fn check_ledger, check_service;
static shown_fn tell_shown;
static void read_part(struct inspection *inspection, const char *name, const void *what,
                      read_fn *read);
static bool read_guarded(struct inspection *inspection, struct snap *snap, const void *what,
                         read_fn *read);
static void print_outcome(const struct inspection *inspection);
static const struct fact *fact_named(struct str name);
static void tell_fault(void *check, struct str sentence);

int check_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    return check_house(&settings);
}

int check_house(const struct house_settings *settings)
{
    struct inspection inspection = { .settings = settings };
    struct str why = STR("Máy không còn đủ bộ nhớ.");
    if (!open_inspection(&inspection, &why)) {
        return house_refused(why);
    }
    struct out report = out_open(inspection.report_arena, REPORT_BYTES_MAX);
    inspection.check.report = &report;
    inspection.check.files = inspection.view.files;
    inspect(&inspection);
    if (report.n > 0) {
        fwrite(report.p, 1, report.n, stdout);
    }
    print_outcome(&inspection);
    store_session_close(inspection.session);
    store_close(inspection.view.store);
    files_close(inspection.view.files);
    arena_destroy(inspection.report_arena);
    arena_destroy(inspection.arena);
    return inspection.check.fault_count > 0;
}

static bool open_inspection(struct inspection *ret, struct str *ret_why)
{
    ret->arena = arena_create(CHECK_ARENA_BYTES);
    ret->report_arena = arena_create(REPORT_ARENA_BYTES);
    if (!ret->arena || !ret->report_arena ||
        house_look(ret->settings, &ret->view, ret_why) != STATUS_OK) {
        return false;
    }
    ret->session = store_reader_open(ret->view.store);
    *ret_why = STR("Không mở được kho dữ liệu để đọc.");
    return ret->session != NULL;
}

/* Each part has a snapshot of its own: one that cannot be read leaves the others their say. A batch
 * that is committed in between only adds what is read there. */
static void inspect(struct inspection *inspection)
{
    if (store_integrity(inspection->view.store, tell_fault, &inspection->check) != STATUS_OK) {
        check_fault(&inspection->check, "kho dữ liệu: SQLite không đọc hết được tệp");
    }
    read_part(inspection, "sổ cái", NULL, check_ledger);
    if (shown_each(inspection->settings, inspection->view.store, str_of(inspection->view.origin),
                   inspection->view.key.public, tell_shown, &inspection->check) != STATUS_OK) {
        check_fault(&inspection->check, "biên nhận: không so hết được với sổ cái");
    }
    for (size_t i = 0; modules[i]; i++) {
        if (modules[i]->check) {
            read_part(inspection, modules[i]->name, modules[i], check_service);
        }
    }
}

static void tell_shown(void *check, const char *path, enum shown shown, bool is_named, int64_t size,
                       struct str why)
{
    (void)is_named, (void)size;
    if (shown != SHOWN_AGREES && shown != SHOWN_LOST) {
        check_fault(check, "biên nhận %s: %.*s", path, STR_ARG(why));
    }
}

static void read_part(struct inspection *inspection, const char *name, const void *what,
                      read_fn *read)
{
    struct snap snap;
    snap_begin(inspection->session, inspection->arena, 0, &snap);
    bool has_room = read_guarded(inspection, &snap, what, read);
    enum status status = snap_end(&snap);
    arena_reset(inspection->arena);
    if (status != STATUS_OK || !has_room) {
        check_fault(&inspection->check, "%s: không đọc hết được (%s)", name,
                    status_name(has_room ? status : STATUS_FULL));
    }
}

static bool read_guarded(struct inspection *inspection, struct snap *snap, const void *what,
                         read_fn *read)
{
    jmp_buf boundary;
    if (arena_guard(inspection->arena, &boundary)) {
        return false;
    }
    read(inspection, snap, what);
    return true;
}

static void check_ledger(struct inspection *inspection, struct snap *snap, const void *what)
{
    (void)what;
    inspection->audit = (struct audit){
        .origin = str_of(inspection->view.origin),
        .public = inspection->view.key.public,
        .anchor = str_span(inspection->view.anchor, inspection->view.anchor_bytes),
        .fact_named = fact_named,
        .fault = tell_fault,
        .context = &inspection->check,
    };
    audit_ledger(&snap->conn, &inspection->audit);
}

static void check_service(struct inspection *inspection, struct snap *snap, const void *what)
{
    const struct module *service = what;
    service->check(snap, &inspection->check);
}

static void print_outcome(const struct inspection *inspection)
{
    const struct audit *audit = &inspection->audit;
    char text[512];
    struct out out = out_fixed(text, sizeof text);
    out_lit(&out, "Đã đọc ");
    format_number(&out, audit->leaves);
    out_lit(&out, " lá, ");
    format_number(&out, audit->nodes);
    out_lit(&out, " nút, ");
    format_number(&out, audit->heads);
    out_lit(&out, " đầu cây đã ký, ");
    format_number(&out, audit->fields);
    out_lit(&out, " trường của các sự kiện và ");
    format_number(&out, inspection->check.row_count);
    out_lit(&out, " dòng của các dịch vụ: ");
    if (inspection->check.fault_count > 0) {
        format_number(&out, (int64_t)inspection->check.fault_count);
        out_lit(&out, " lỗi.");
    } else {
        out_lit(&out, "không có lỗi.");
    }
    printf("%.*s\n", STR_ARG(out_str(&out)));
}

static const struct fact *fact_named(struct str name)
{
    if (str_equal(str_of(loss_service.facts[0].name), name)) {
        return &loss_service.facts[0];
    }
    if (str_equal(str_of(clock_service.facts[0].name), name)) {
        return &clock_service.facts[0];
    }
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->facts_count; i++) {
            if (str_equal(str_of(modules[m]->facts[i].name), name)) {
                return &modules[m]->facts[i];
            }
        }
    }
    return NULL;
}

static void tell_fault(void *check, struct str sentence)
{
    check_fault(check, "%.*s", STR_ARG(sentence));
}
