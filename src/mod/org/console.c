/* `kheo org import`: reads the file, names every bad row, and hands good files to the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/console.h"

#include "base/wait.h"
#include "mod/org/commands.h"
#include "mod/org/hue.h"
#include "mod/org/store_known.h"
#include "text/tongue.h"
#include "web/console.h"

enum {
    /* The country with all its villages is about 10 MiB. */
    FILE_BYTES_MAX = 16 << 20,
    IMPORT_ARENA_BYTES = 256 << 20,
    PROGRESS_EVERY_MS = 2000,
};

struct options {
    const char *path;
    bool is_hue;
};

static bool read_options(int argc, char **argv, struct options *ret,
                         const struct tongue **ret_tongue);
static int take_file(struct intake *intake);
static size_t report_faults(const struct intake *intake, struct str text);
static void show_progress(void *next_ms, size_t done, size_t total);

int org_console(struct console *console, int argc, char **argv)
{
    struct options options = { .path = NULL };
    struct intake intake = { .console = console, .options = &options };
    if (!read_options(argc, argv, &options, &intake.tongue)) {
        fputs("kheo org " ORG_CONSOLE_ABOUT "\n", stderr);
        return CONSOLE_USAGE;
    }
    return console_take(&intake, IMPORT_ARENA_BYTES, take_file);
}

static bool read_options(int argc, char **argv, struct options *ret,
                         const struct tongue **ret_tongue)
{
    *ret_tongue = tongues[0];
    if (argc < 2 || !str_equal(str_of(argv[0]), STR("import"))) {
        return false;
    }
    for (int i = 1; i < argc; i++) {
        struct str word = str_of(argv[i]);
        if (str_equal(word, STR("--hue"))) {
            ret->is_hue = true;
        } else if (str_equal(word, STR("--lang")) && i + 1 < argc) {
            *ret_tongue = tongue_find(str_of(argv[++i]));
        } else if (!str_starts(word, STR("--")) && !ret->path) {
            ret->path = argv[i];
        } else {
            return false;
        }
    }
    return *ret_tongue && ret->is_hue == !ret->path;
}

static int take_file(struct intake *intake)
{
    const struct options *options = intake->options;
    struct str text = org_hue_csv();
    if (!options->is_hue && !console_read(intake, options->path, FILE_BYTES_MAX, &text)) {
        return CONSOLE_USAGE;
    }
    if (report_faults(intake, text) > 0) {
        return CONSOLE_FAULTS;
    }
    int64_t next_progress_ms = monotonic_ms() + PROGRESS_EVERY_MS;
    struct org_import args = { .rows = text,
                               .progress = show_progress,
                               .progress_context = &next_progress_ms };
    return console_order(intake, &ORG_COMMANDS[ORG_IMPORT], &args, N_("Đã nhập %s đơn vị."));
}

/* Every fault at once, so that a file is mended in one go. The command checks again when it writes.
 */
static size_t report_faults(const struct intake *intake, struct str text)
{
    struct snap snap;
    snap_begin(intake->session, intake->arena, 0, &snap);
    struct import *import = import_read(intake->arena, text);
    struct known_units known = known_units_of(&snap.conn, intake->arena, import);
    import_resolve(import, intake->arena, known.units, known.count);
    size_t faults = import->fault_count;
    if (snap_end(&snap) != STATUS_OK) {
        console_say(intake, stderr, status_sentence(STATUS_STORE_FAILED), STR_NONE);
        faults = faults ? faults : 1;
    }
    if (import->ignored_columns.n > 0) {
        console_say(intake, stderr, N_("Bỏ qua các cột: %s"), import->ignored_columns);
    }
    console_faults(intake, import->faults, import->fault_count,
                   N_("Chưa nhập dòng nào. Hãy sửa tệp rồi chạy lại."));
    return faults;
}

/* Called by the desk's thread every few hundred rows; quiet while there is nothing to wait for. */
static void show_progress(void *next_ms, size_t done, size_t total)
{
    int64_t *next = next_ms;
    if (monotonic_ms() >= *next) {
        fprintf(stderr, "%zu/%zu\n", done, total);
        *next = monotonic_ms() + PROGRESS_EVERY_MS;
    }
}
