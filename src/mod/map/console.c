/* `kheo map import`: reads the file, names every bad area, and hands good files to the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/map.h"
#include "text/tongue.h"
#include "web/console.h"

enum {
    FILE_BYTES_MAX = 24 << 20,
    /* The file, its points, their corners, and three outlines of each. */
    IMPORT_ARENA_BYTES = 1 << 30,
};

struct options {
    const char *path;
    struct day from;
    struct str source;
};

static bool read_options(int argc, char **argv, struct options *ret,
                         const struct tongue **ret_tongue);
static int take_file(struct intake *intake);
static size_t report_faults(const struct intake *intake, struct str text);

int map_console(struct console *console, int argc, char **argv)
{
    struct options options = { .path = NULL };
    struct intake intake = { .console = console, .options = &options };
    if (!read_options(argc, argv, &options, &intake.tongue)) {
        fputs("kheo map " MAP_CONSOLE_ABOUT "\n", stderr);
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
        bool has_value = i + 1 < argc;
        if (str_equal(word, STR("--since")) && has_value) {
            ret->from = day_parse(str_of(argv[++i]));
        } else if (str_equal(word, STR("--source")) && has_value) {
            ret->source = str_trim(str_of(argv[++i]));
        } else if (str_equal(word, STR("--lang")) && has_value) {
            *ret_tongue = tongue_find(str_of(argv[++i]));
        } else if (!str_starts(word, STR("--")) && !ret->path) {
            ret->path = argv[i];
        } else {
            return false;
        }
    }
    return *ret_tongue && ret->path && !day_is_none(ret->from) && ret->source.n > 0;
}

static int take_file(struct intake *intake)
{
    const struct options *options = intake->options;
    struct str text;
    if (!console_read(intake, options->path, FILE_BYTES_MAX, &text)) {
        return CONSOLE_USAGE;
    }
    if (report_faults(intake, text) > 0) {
        return CONSOLE_FAULTS;
    }
    struct map_import args = { text, options->from, options->source };
    return console_order(intake, &map_commands[COMMAND_IMPORT], &args,
                         N_("Đã ghi ranh giới của %s đơn vị."));
}

/* Every fault at once, so that a file is mended in one go. The command checks again when it writes.
 */
static size_t report_faults(const struct intake *intake, struct str text)
{
    const struct options *options = intake->options;
    struct snap snap;
    snap_begin(intake->session, intake->arena, 0, &snap);
    struct areas *areas = areas_read(intake->arena, text);
    map_units(&snap.conn, intake->arena, areas, options->from);
    size_t faults = areas->fault_count;
    if (snap_end(&snap) != STATUS_OK) {
        console_say(intake, stderr, status_sentence(STATUS_STORE_FAILED), STR_NONE);
        faults = faults ? faults : 1;
    }
    console_faults(intake, areas->faults, areas->fault_count,
                   N_("Chưa nhập vùng nào. Hãy sửa tệp rồi chạy lại."));
    return faults;
}
