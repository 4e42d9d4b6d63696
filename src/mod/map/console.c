/* `kheo map import`: reads the file, names every bad area, and hands good files to the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/map.h"
#include "text/message.h"
#include "text/tongue.h"

enum {
    FILE_BYTES_MAX = 24 << 20,
    /* The file, its points, their corners, and three outlines of each. */
    IMPORT_ARENA_BYTES = 1 << 30,
    REPORT_BYTES_MAX = 1 << 20,
};
enum { EXIT_DONE, EXIT_FAULTS, EXIT_USAGE };

struct options {
    const char *path;
    struct day from;
    struct str source;
    const struct tongue *tongue;
};

static bool read_options(int argc, char **argv, struct options *ret);
static int import_file(struct console *console, const struct options *options,
                       struct session *session, struct arena *arena);
static bool read_file(struct arena *arena, const char *path, struct str *ret);
static size_t report_faults(const struct options *options, struct session *session,
                            struct arena *arena, struct str text);
static void say(const struct tongue *tongue, FILE *stream, const char *sentence, struct str detail);

int map_console(struct console *console, int argc, char **argv)
{
    struct options options;
    if (!read_options(argc, argv, &options)) {
        fputs("kheo map " MAP_CONSOLE_ABOUT "\n", stderr);
        return EXIT_USAGE;
    }
    struct arena *arena = arena_create(IMPORT_ARENA_BYTES);
    struct session *session = store_reader_open(console->store);
    int status = EXIT_USAGE;
    jmp_buf boundary;
    if (!arena) {
        say(options.tongue, stderr, N_("Máy không còn đủ bộ nhớ."), STR_NONE);
    } else if (!session) {
        say(options.tongue, stderr, status_sentence(STATUS_STORE_FAILED), STR_NONE);
    } else if (!arena_guard(arena, &boundary)) {
        status = import_file(console, &options, session, arena);
    } else {
        say(options.tongue, stderr, N_("Tệp lớn quá."), STR_NONE);
    }
    arena_destroy(arena);
    store_session_close(session);
    return status;
}

static bool read_options(int argc, char **argv, struct options *ret)
{
    *ret = (struct options){ .tongue = tongues[0] };
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
            ret->tongue = tongue_find(str_of(argv[++i]));
        } else if (!str_starts(word, STR("--")) && !ret->path) {
            ret->path = argv[i];
        } else {
            return false;
        }
    }
    return ret->tongue && ret->path && !day_is_none(ret->from) && ret->source.n > 0;
}

static int import_file(struct console *console, const struct options *options,
                       struct session *session, struct arena *arena)
{
    struct str text;
    if (!read_file(arena, options->path, &text)) {
        say(options->tongue, stderr, N_("Không đọc được tệp “%s”."), str_of(options->path));
        return EXIT_USAGE;
    }
    if (report_faults(options, session, arena, text) > 0) {
        return EXIT_FAULTS;
    }
    struct map_import args = { text, options->from, options->source };
    struct order order = { .command = &map_commands[COMMAND_IMPORT],
                           .args = &args,
                           .author = { .is_clock = true },
                           .arena = arena };
    desk_do(console->desk, &order);
    if (order.outcome.verdict.status != STATUS_OK) {
        struct out sentence = out_open(arena, 4096);
        sentence.tongue = options->tongue;
        verdict_write(&sentence, &order.outcome.verdict);
        say(options->tongue, stderr, N_("Chưa nhập được: %s"), out_str(&sentence));
        return EXIT_FAULTS;
    }
    say(options->tongue, stdout, N_("Đã ghi ranh giới của %s đơn vị."), order.outcome.answer.text);
    return EXIT_DONE;
}

static bool read_file(struct arena *arena, const char *path, struct str *ret)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    char *bytes = new(arena, char, FILE_BYTES_MAX + 1);
    size_t n = fread(bytes, 1, FILE_BYTES_MAX + 1, file);
    bool is_read = !ferror(file) && n <= FILE_BYTES_MAX;
    (void)fclose(file);
    *ret = (struct str){ bytes, n };
    return is_read;
}

/* Every fault at once, so that a file is mended in one go. The command checks again when it writes.
 */
static size_t report_faults(const struct options *options, struct session *session,
                            struct arena *arena, struct str text)
{
    struct snap snap;
    snap_begin(session, arena, 0, &snap);
    struct areas *areas = areas_read(arena, text);
    map_units(&snap.conn, arena, areas, options->from);
    size_t faults = areas->fault_count;
    if (snap_end(&snap) != STATUS_OK) {
        say(options->tongue, stderr, status_sentence(STATUS_STORE_FAILED), STR_NONE);
        faults = faults ? faults : 1;
    }
    struct out report = out_open(arena, REPORT_BYTES_MAX);
    report.tongue = options->tongue;
    for (size_t i = 0; i < areas->fault_count && i < FAULTS_KEPT; i++) {
        struct str line = tongue_text(options->tongue, N_("Dòng %s: "));
        out_str_raw(&report, message_part(line, 0));
        out_int(&report, (int64_t)areas->faults[i].line);
        out_str_raw(&report, message_part(line, 1));
        verdict_write(&report, &areas->faults[i].verdict);
        out_char(&report, '\n');
    }
    fprintf(stderr, "%.*s", (int)report.n, report.n ? report.p : "");
    if (areas->fault_count > FAULTS_KEPT) {
        say(options->tongue, stderr, N_("Còn %s lỗi nữa."),
            str_printf(arena, "%zu", areas->fault_count - FAULTS_KEPT));
    }
    if (areas->fault_count > 0) {
        say(options->tongue, stderr, N_("Chưa nhập vùng nào. Hãy sửa tệp rồi chạy lại."), STR_NONE);
    }
    return faults;
}

/* One line; the detail stands for the sentence's %s. */
static void say(const struct tongue *tongue, FILE *stream, const char *sentence, struct str detail)
{
    struct str message = tongue_text(tongue, sentence);
    struct str before = message_part(message, 0);
    struct str after = message_part(message, 1);
    fprintf(stream, "%.*s%.*s%.*s\n", STR_ARG(before), STR_ARG(detail), STR_ARG(after));
}
