/* `kheo org import`: reads the file, names every bad row, and hands good files to the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/console.h"

#include "base/wait.h"
#include "mod/org/commands.h"
#include "mod/org/hue.h"
#include "mod/org/store_known.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

enum {
    /* The country with all its villages is about 10 MiB. */
    FILE_BYTES_MAX = 16 << 20,
    IMPORT_ARENA_BYTES = 256 << 20,
    REPORT_BYTES_MAX = 1 << 20,
    PROGRESS_EVERY_MS = 2000,
};
enum { EXIT_DONE, EXIT_FAULTS, EXIT_USAGE };

struct options {
    const char *path;
    bool is_hue;
    const struct tongue *tongue;
};

static bool read_options(int argc, char **argv, struct options *ret);
static int import_file(struct console *console, const struct options *options,
                       struct session *session, struct arena *arena);
static bool read_file(struct arena *arena, const char *path, struct str *ret);
static size_t report_faults(const struct options *options, struct session *session,
                            struct arena *arena, struct str text);
static void say(const struct tongue *tongue, FILE *stream, const char *sentence, struct str detail);
static void show_progress(void *next_ms, size_t done, size_t total);

int org_console(struct console *console, int argc, char **argv)
{
    struct options options;
    if (!read_options(argc, argv, &options)) {
        fputs("kheo org " ORG_CONSOLE_ABOUT "\n", stderr);
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
        if (str_equal(word, STR("--hue"))) {
            ret->is_hue = true;
        } else if (str_equal(word, STR("--lang")) && i + 1 < argc) {
            ret->tongue = tongue_find(str_of(argv[++i]));
        } else if (!str_starts(word, STR("--")) && !ret->path) {
            ret->path = argv[i];
        } else {
            return false;
        }
    }
    return ret->tongue && ret->is_hue == !ret->path;
}

static int import_file(struct console *console, const struct options *options,
                       struct session *session, struct arena *arena)
{
    struct str text = org_hue_csv();
    if (!options->is_hue && !read_file(arena, options->path, &text)) {
        say(options->tongue, stderr, N_("Không đọc được tệp “%s”."), str_of(options->path));
        return EXIT_USAGE;
    }
    if (report_faults(options, session, arena, text) > 0) {
        return EXIT_FAULTS;
    }
    int64_t next_progress_ms = monotonic_ms() + PROGRESS_EVERY_MS;
    struct org_import args = { .rows = text,
                               .progress = show_progress,
                               .progress_context = &next_progress_ms };
    struct order order = { .command = &ORG_COMMANDS[ORG_IMPORT],
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
    say(options->tongue, stdout, N_("Đã nhập %s đơn vị."), order.outcome.answer.text);
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
    struct import *import = import_read(arena, text);
    struct known_units known = known_units_of(&snap.conn, arena, import);
    import_resolve(import, arena, known.units, known.count);
    size_t faults = import->fault_count;
    if (snap_end(&snap) != STATUS_OK) {
        say(options->tongue, stderr, status_sentence(STATUS_STORE_FAILED), STR_NONE);
        faults = faults ? faults : 1;
    }
    if (import->ignored_columns.n > 0) {
        say(options->tongue, stderr, N_("Bỏ qua các cột: %s"), import->ignored_columns);
    }
    struct out report = out_open(arena, REPORT_BYTES_MAX);
    report.tongue = options->tongue;
    for (size_t i = 0; i < import->fault_count && i < IMPORT_FAULTS_KEPT; i++) {
        struct str line = tongue_text(options->tongue, N_("Dòng %s: "));
        out_str_raw(&report, message_part(line, 0));
        out_int(&report, (int64_t)import->faults[i].line);
        out_str_raw(&report, message_part(line, 1));
        verdict_write(&report, &import->faults[i].verdict);
        out_char(&report, '\n');
    }
    fprintf(stderr, "%.*s", (int)report.n, report.n ? report.p : "");
    if (import->fault_count > IMPORT_FAULTS_KEPT) {
        say(options->tongue, stderr, N_("Còn %s lỗi nữa."),
            str_printf(arena, "%zu", import->fault_count - IMPORT_FAULTS_KEPT));
    }
    if (import->fault_count > 0) {
        say(options->tongue, stderr, N_("Chưa nhập dòng nào. Hãy sửa tệp rồi chạy lại."), STR_NONE);
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

/* Called by the desk's thread every few hundred rows; quiet while there is nothing to wait for. */
static void show_progress(void *next_ms, size_t done, size_t total)
{
    int64_t *next = next_ms;
    if (monotonic_ms() >= *next) {
        fprintf(stderr, "%zu/%zu\n", done, total);
        *next = monotonic_ms() + PROGRESS_EVERY_MS;
    }
}
