/* Re-reading a whole house: the file, the ledger, the receipts, and what each service keeps. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/inspect.h"

#include "base/arena.h"
#include "desk/audit.h"
#include "desk/clock.h"
#include "desk/loss.h"
#include "main/shown.h"
#include "web/module.h"

enum { ROWS_ARENA_BYTES = 256 << 20 };

struct inspection {
    const struct house_settings *settings;
    struct house_view view;
    struct session *session;
    struct arena *arena; /* of the rows */
    struct check check;
    struct audit audit;
};

typedef void read_fn(struct inspection *inspection, struct snap *snap, const void *what);

static bool open_inspection(struct inspection *ret, struct str *ret_why);
static void inspect(struct inspection *inspection);
static read_fn check_ledger, check_kept;
static shown_fn tell_shown;
static void read_part(struct inspection *inspection, const char *name, const void *what,
                      read_fn *read);
static bool read_guarded(struct inspection *inspection, struct snap *snap, const void *what,
                         read_fn *read);
static const struct fact *fact_named(struct str name);
static void tell_fault(void *check, struct str sentence);

enum status inspect_house(const struct house_settings *settings, struct out *report,
                          struct inspected *ret, struct str *ret_why)
{
    struct inspection inspection = { .settings = settings, .check = { .report = report } };
    *ret_why = STR("Máy không còn đủ bộ nhớ.");
    bool is_open = open_inspection(&inspection, ret_why);
    if (is_open) {
        inspection.check.files = inspection.view.files;
        inspect(&inspection);
        *ret = (struct inspected){ .leaves = inspection.audit.leaves,
                                   .nodes = inspection.audit.nodes,
                                   .heads = inspection.audit.heads,
                                   .fields = inspection.audit.fields,
                                   .rows = inspection.check.row_count,
                                   .faults = (int64_t)inspection.check.fault_count };
    }
    store_session_close(inspection.session);
    store_close(inspection.view.store);
    files_close(inspection.view.files);
    arena_destroy(inspection.arena);
    return is_open ? STATUS_OK : STATUS_STORE_FAILED;
}

static bool open_inspection(struct inspection *ret, struct str *ret_why)
{
    ret->arena = arena_create(ROWS_ARENA_BYTES);
    if (!ret->arena || house_look(ret->settings, &ret->view, ret_why) != STATUS_OK) {
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
            read_part(inspection, modules[i]->name, modules[i], check_kept);
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

static void check_kept(struct inspection *inspection, struct snap *snap, const void *what)
{
    check_service(snap, &inspection->check, what);
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
