/* kheo clock: when a limit of the law ends, and why, from the command line. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/json.h"
#include "law/lunar.h"
#include "law/rule.h"
#include "main/commands.h"
#include "text/format.h"

enum { CLOCK_ARENA_BYTES = 8 << 20, TEXT_BYTES = 1 << 20, EXIT_REFUSED = 2 };

struct asking {
    const struct options *options;
    struct arena *arena;
    struct pause pauses[OPTION_LIST_MAX];
};

static int answer(struct asking *asking, struct out *text);
static bool read_pauses(struct asking *asking);
static bool read_pause(struct str word, struct pause *ret);
static int refused(struct arena *arena, const struct verdict *verdict);
static void write_answer(struct out *text, const struct due *due, struct neighbours neighbours);
static void write_json(struct out *text, const struct due *due, struct neighbours neighbours);
static void write_list(struct out *text);
static void write_list_json(struct out *text);
static void write_days(struct out *text, const struct term *term);

int clock_command(struct options *options)
{
    struct asking asking = { .options = options, .arena = arena_create(CLOCK_ARENA_BYTES) };
    if (!asking.arena) {
        return EXIT_FAILURE;
    }
    struct out text = out_open(asking.arena, TEXT_BYTES);
    int code = EXIT_SUCCESS;
    if (options->lists && options->as_json) {
        write_list_json(&text);
    } else if (options->lists) {
        write_list(&text);
    } else {
        code = answer(&asking, &text);
    }
    fwrite(out_str(&text).p, 1, out_str(&text).n, stdout);
    arena_destroy(asking.arena);
    return code;
}

static int answer(struct asking *asking, struct out *text)
{
    const struct options *options = asking->options;
    if (options->rest_count != 2) {
        fprintf(stderr, "kheo: viết: kheo clock QUY-ĐỊNH NGÀY, ví dụ kheo clock KN-ACC 2026-07-01; "
                        "xem các quy định: kheo clock --list\n");
        return EXIT_REFUSED;
    }
    struct day anchor = day_parse(str_of(options->rest[1]));
    if (day_is_none(anchor)) {
        fprintf(stderr,
                "kheo: \"%s\" không phải một ngày có thật; viết NĂM-THÁNG-NGÀY, ví dụ 2026-03-13\n",
                options->rest[1]);
        return EXIT_REFUSED;
    }
    if (!read_pauses(asking)) {
        return EXIT_REFUSED;
    }
    struct circumstances facts = {
        .is_remote = options->is_remote,
        .is_complex = options->is_complex,
        .is_delegated = options->is_delegated,
        .is_dismissal = options->is_dismissal,
        .tests = (int32_t)options->tests,
        .extensions = (int32_t)options->extensions,
        .excluded_days = (int32_t)options->excluded_days,
        .pauses = asking->pauses,
        .pause_count = (size_t)options->suspensions.count,
    };
    struct due due;
    struct verdict verdict =
        rule_due(options->rest[0], anchor, &facts, &CALENDAR_VIETNAM, asking->arena, &due);
    if (!verdict_is_ok(verdict)) {
        return refused(asking->arena, &verdict);
    }
    struct neighbours neighbours = rule_neighbours(&due, &facts, asking->arena);
    if (options->as_json) {
        write_json(text, &due, neighbours);
    } else {
        write_answer(text, &due, neighbours);
    }
    return EXIT_SUCCESS;
}

static bool read_pauses(struct asking *asking)
{
    const struct option_list *words = &asking->options->suspensions;
    for (int i = 0; i < words->count; i++) {
        if (!read_pause(str_of(words->words[i]), &asking->pauses[i])) {
            fprintf(stderr,
                    "kheo: \"%s\" không phải một lần tạm đình chỉ; viết TỪ..ĐẾN, ví dụ "
                    "2026-08-03..2026-08-14, hoặc TỪ.. khi chưa tiếp tục\n",
                    words->words[i]);
            return false;
        }
    }
    return true;
}

/* FROM..TO, or FROM.. while it still stands. */
static bool read_pause(struct str word, struct pause *ret)
{
    enum { DAY_CHARS = 10, DOTS = 2 };
    struct day from = day_parse(str_slice(word, 0, DAY_CHARS));
    struct str dots = str_slice(word, DAY_CHARS, DAY_CHARS + DOTS);
    struct str rest = str_slice(word, DAY_CHARS + DOTS, word.n);
    struct day to = day_parse(rest);
    if (day_is_none(from) || !str_equal(dots, STR("..")) || (day_is_none(to) && rest.n > 0)) {
        return false;
    }
    *ret = (struct pause){ .from = instant_of_day(from),
                           .to = day_is_none(to) ? INSTANT_NONE : instant_of_day(to) };
    return true;
}

static int refused(struct arena *arena, const struct verdict *verdict)
{
    struct out sentence = out_open(arena, TEXT_BYTES);
    verdict_write_full(&sentence, verdict);
    fprintf(stderr, "kheo: %.*s\n", STR_ARG(out_str(&sentence)));
    return EXIT_REFUSED;
}

static void write_answer(struct out *text, const struct due *due, struct neighbours neighbours)
{
    out_printf(text, "%s: %s\n", due->term->name, due->term->about);
    for (size_t i = 0; i < due->step_count; i++) {
        out_printf(text, "%2zu. ", i + 1);
        step_write(text, due, &due->steps[i]);
        out_char(text, '\n');
    }
    struct lunar_date lunar = lunar_of(due->day);
    if (lunar.year != 0) {
        out_lit(text, "    Âm lịch: ");
        lunar_write(text, lunar);
        out_lit(text, ".\n");
    }
    for (size_t i = 0; i < neighbours.count; i++) {
        out_lit(text, "    ");
        neighbour_write(text, due, &neighbours.dues[i]);
        out_char(text, '\n');
    }
}

static void write_json(struct out *text, const struct due *due, struct neighbours neighbours)
{
    struct json json = json_open(text);
    json_object(&json, NULL);
    rule_write_json(&json, due, neighbours);
    json_end(&json);
    out_char(text, '\n');
}

static void write_list(struct out *text)
{
    for (size_t i = 0; i < RULES.count; i++) {
        const struct term *term = &RULES.rows[i];
        out_printf(text, "%-11s %s: ", term->name, term->about);
        rule_write_amount(text, term);
        out_printf(text, ", %s, ", term->anchor);
        write_days(text, term);
        out_lit(text, " (");
        cite_write(text, &term->cite);
        out_lit(text, ")\n");
    }
}

/* "từ 01/07/2026", "từ 01/07/2012 đến 30/06/2026". */
static void write_days(struct out *text, const struct term *term)
{
    struct day from = rule_from(term);
    struct day to = rule_to(term);
    out_lit(text, "từ ");
    format_day(text, from);
    if (!day_is_none(to)) {
        out_lit(text, " đến ");
        format_day(text, to);
    }
}

static void write_list_json(struct out *text)
{
    struct json json = json_open(text);
    json_list(&json, NULL);
    for (size_t i = 0; i < RULES.count; i++) {
        rule_write_row_json(&json, &RULES.rows[i]);
    }
    json_end(&json);
    out_char(text, '\n');
}
