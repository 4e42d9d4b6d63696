/* What is the same for every file that comes in at the console. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/console.h"

#include "text/message.h"
#include "text/tongue.h"

enum { REPORT_BYTES_MAX = 1 << 20, SENTENCE_BYTES = 4096 };

static int take_within(struct intake *intake, int (*take)(struct intake *intake))
{
    jmp_buf boundary;
    if (arena_guard(intake->arena, &boundary)) {
        console_say(intake, stderr, N_("Tệp lớn quá."), STR_NONE);
        return CONSOLE_USAGE;
    }
    return take(intake);
}

int console_take(struct intake *intake, size_t arena_bytes, int (*take)(struct intake *intake))
{
    int status = CONSOLE_USAGE;
    intake->arena = arena_create(arena_bytes);
    intake->session = store_reader_open(intake->console->store);
    if (!intake->arena) {
        console_say(intake, stderr, N_("Máy không còn đủ bộ nhớ."), STR_NONE);
    } else if (!intake->session) {
        console_say(intake, stderr, status_sentence(STATUS_STORE_FAILED), STR_NONE);
    } else {
        status = take_within(intake, take);
    }
    arena_destroy(intake->arena);
    store_session_close(intake->session);
    return status;
}

void console_say(const struct intake *intake, FILE *stream, const char *sentence, struct str detail)
{
    struct str message = tongue_text(intake->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str after = message_part(message, 1);
    fprintf(stream, "%.*s%.*s%.*s\n", STR_ARG(before), STR_ARG(detail), STR_ARG(after));
}

bool console_read(const struct intake *intake, const char *path, size_t bytes_max, struct str *ret)
{
    bool is_read = false;
    FILE *file = fopen(path, "rb");
    if (file) {
        char *bytes = new(intake->arena, char, bytes_max + 1);
        size_t n = fread(bytes, 1, bytes_max + 1, file);
        is_read = !ferror(file) && n <= bytes_max;
        (void)fclose(file);
        *ret = (struct str){ bytes, n };
    }
    if (!is_read) {
        console_say(intake, stderr, N_("Không đọc được tệp “%s”."), str_of(path));
    }
    return is_read;
}

void console_faults(const struct intake *intake, const struct line_fault *faults, size_t count,
                    const char *sentence)
{
    struct out report = out_open(intake->arena, REPORT_BYTES_MAX);
    report.tongue = intake->tongue;
    for (size_t i = 0; i < count && i < LINE_FAULTS_KEPT; i++) {
        struct str line = tongue_text(intake->tongue, N_("Dòng %s: "));
        out_str_raw(&report, message_part(line, 0));
        out_int(&report, (int64_t)faults[i].line);
        out_str_raw(&report, message_part(line, 1));
        verdict_write(&report, &faults[i].verdict);
        out_char(&report, '\n');
    }
    fprintf(stderr, "%.*s", (int)report.n, report.n ? report.p : "");
    if (count > LINE_FAULTS_KEPT) {
        console_say(intake, stderr, N_("Còn %s lỗi nữa."),
                    str_printf(intake->arena, "%zu", count - LINE_FAULTS_KEPT));
    }
    if (count > 0) {
        console_say(intake, stderr, sentence, STR_NONE);
    }
}

int console_order(const struct intake *intake, const struct command *command, const void *args,
                  const char *sentence)
{
    struct order order = {
        .command = command, .args = args, .author = { .is_clock = true }, .arena = intake->arena
    };
    desk_do(intake->console->desk, &order);
    if (order.outcome.verdict.status != STATUS_OK) {
        struct out why = out_open(intake->arena, SENTENCE_BYTES);
        why.tongue = intake->tongue;
        verdict_write(&why, &order.outcome.verdict);
        console_say(intake, stderr, N_("Chưa nhập được: %s"), out_str(&why));
        return CONSOLE_FAULTS;
    }
    console_say(intake, stdout, sentence, order.outcome.answer.text);
    return CONSOLE_DONE;
}
