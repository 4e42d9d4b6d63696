/* `kheo language`: packs and narrations from files, and the paper for a translator. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/language.h"
#include "text/core.h"
#include "text/tongue.h"
#include "web/console.h"

enum { ARENA_BYTES = 32 << 20 };

struct options {
    struct str act;
    const char *words[3];
    size_t word_count;
    bool offer;
    bool try;
};

static bool read_options(int argc, char **argv, struct options *ret,
                         const struct tongue **ret_tongue);
static int take(struct intake *intake);

int language_console(struct console *console, int argc, char **argv)
{
    struct options options = { .word_count = 0 };
    struct intake intake = { .console = console, .options = &options };
    if (!read_options(argc, argv, &options, &intake.tongue)) {
        fputs("kheo language " LANGUAGE_CONSOLE_ABOUT "\n", stderr);
        return CONSOLE_USAGE;
    }
    return console_take(&intake, ARENA_BYTES, take);
}

static bool read_options(int argc, char **argv, struct options *ret,
                         const struct tongue **ret_tongue)
{
    *ret_tongue = tongues[0];
    ret->act = argc > 0 ? str_of(argv[0]) : STR_NONE;
    for (int i = 1; i < argc; i++) {
        const struct str word = str_of(argv[i]);
        if (str_equal(word, STR("--offer"))) {
            ret->offer = true;
        } else if (str_equal(word, STR("--try"))) {
            ret->try = true;
        } else if (str_equal(word, STR("--lang")) && i + 1 < argc) {
            *ret_tongue = tongue_find(str_of(argv[++i]));
        } else if (!str_starts(word, STR("--")) && ret->word_count < COUNT(ret->words)) {
            ret->words[ret->word_count++] = argv[i];
        } else {
            return false;
        }
    }
    const size_t wanted = str_equal(ret->act, STR("record"))     ? 3
                          : str_equal(ret->act, STR("import"))   ? 1
                          : str_equal(ret->act, STR("template")) ? 1
                                                                 : SIZE_MAX;
    return *ret_tongue && ret->word_count == wanted;
}

/* Every fault at once; a trial ends with what the file would bring. */
static int take_pack(struct intake *intake)
{
    const struct options *options = intake->options;
    struct str file;
    if (!console_read(intake, options->words[0], PACK_BYTES_MAX, &file)) {
        return CONSOLE_USAGE;
    }
    const struct pack *pack = pack_read(intake->arena, file);
    console_faults(intake, pack->faults, pack->fault_count,
                   N_("Chưa nhập câu nào. Hãy sửa tệp rồi chạy lại."));
    if (pack->fault_count > 0) {
        return CONSOLE_FAULTS;
    }
    if (pack->foreign > 0) {
        console_say(intake, stderr, N_("Bỏ qua %s câu không thuộc bộ lõi."),
                    str_printf(intake->arena, "%zu", pack->foreign));
    }
    if (options->try) {
        console_say(intake, stdout, N_("Tệp đọc được, dịch %s câu của bộ lõi. Chưa ghi gì."),
                    str_printf(intake->arena, "%zu/%zu", pack->translated, core_text_count));
        return CONSOLE_DONE;
    }
    const struct language_install args = { .file = { file.p, file.n }, .offer = options->offer };
    return console_order(intake, &language_commands[COMMAND_INSTALL], &args, N_("Đã nhập %s câu."));
}

static int take_sound(struct intake *intake)
{
    const struct options *options = intake->options;
    struct str file;
    if (!console_read(intake, options->words[0], NARRATION_BYTES_MAX, &file)) {
        return CONSOLE_USAGE;
    }
    const struct language_record args = { .language = str_of(options->words[1]),
                                          .page = str_of(options->words[2]),
                                          .sound = { file.p, file.n } };
    return console_order(intake, &language_commands[COMMAND_RECORD], &args,
                         N_("Đã nhập ghi âm %s giây."));
}

static int take(struct intake *intake)
{
    const struct options *options = intake->options;
    if (str_equal(options->act, STR("import"))) {
        return take_pack(intake);
    }
    if (str_equal(options->act, STR("record"))) {
        return take_sound(intake);
    }
    struct out out = out_open(intake->arena, PACK_BYTES_MAX);
    pack_write_template(&out, str_of(options->words[0]));
    fprintf(stdout, "%.*s", STR_ARG(out_str(&out)));
    return CONSOLE_DONE;
}
