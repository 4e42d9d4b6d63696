/* What walkers of a made-up story write into forms. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "story_fill.h"
#include "base/out.h"
#include "text/format.h"
#include "web/token.h"

enum { WORDS_BYTES_MAX = 11000 };

static const char *const units[] = { "19753", "19753", "19774", "46", "46.SXD" };
static const char *const categories[] = { "giao-thong", "thoat-nuoc", "rac-thai", "chieu-sang",
                                          "thu-tuc" };
static const char *const colleagues[] = { "sau", "tam", "bay", "lan", "mai" };
static const char *const sentences[] = {
    "Đường trước số 12 có ổ gà sâu, xe máy hay ngã.",
    "Đèn đường đầu ngõ tắt đã ba tối nay, bà con đi lại khó.",
    "Rác ở cạnh chợ ba ngày chưa ai dọn, mùi hôi cả xóm.",
    "Chúng tôi đã cho người ra xem và sẽ làm xong trong tuần tới.",
    "Việc này thuộc đơn vị khác quản lý, xin chuyển để giải quyết đúng thẩm quyền.",
    "Cần thêm ảnh và địa chỉ rõ hơn để kiểm tra.",
    "Đã làm xong, bà con xem lại giúp.",
};
static const char *const oddities[] = { "",
                                        " ",
                                        "x",
                                        "0",
                                        "-1",
                                        "99999999999999999999",
                                        "<b>đậm</b> & \"nháy\"",
                                        "a\\nb\\nc",
                                        "2026-13-45",
                                        "ＡＢＣ đường",
                                        "'; DROP TABLE report; --" };

static void write_pair(struct out *out, struct str name, struct str value);
static struct str some_value(const struct filler *filler, const struct page_input *input);
static struct str value_by_name(const struct filler *filler, const struct page_input *input);
static bool wants_day(const struct page_input *input);
static struct str some_day(const struct filler *filler, const struct page_input *input);
static const char *some_text(const struct filler *filler);

struct str fill_form(const struct filler *filler, const struct page_form *form)
{
    struct out words = out_open(filler->arena, WORDS_BYTES_MAX);
    for (size_t i = 0; i < form->count; i++) {
        const struct page_input *input = &form->inputs[i];
        bool is_left_out =
            str_equal(input->name, STR(TOKEN_FIELD)) || str_equal(input->kind, STR("file")) ||
            str_starts(input->name, STR("_")) ||
            (str_equal(input->kind, STR("checkbox")) && dice_percent(filler->dice, 50));
        if (!is_left_out) {
            write_pair(&words, input->name, some_value(filler, input));
        }
    }
    return words.overflowed ? STR_NONE : words.n > 0 ? out_str(&words) : STR("");
}

/* Blanks and quotes as a story wants them. Made-up values end a line nowhere. */
static void write_pair(struct out *out, struct str name, struct str value)
{
    out_printf(out, " \"%.*s=", STR_ARG(name));
    for (size_t i = 0; i < value.n; i++) {
        unsigned char c = (unsigned char)value.p[i];
        if (c == '"' || (c == '\\' && !(i + 1 < value.n && value.p[i + 1] == 'n'))) {
            out_char(out, '\\');
        }
        if (c == '\n') {
            out_lit(out, "\\n");
        }
        if (c >= ' ' && c != '$') {
            out_char(out, (char)c);
        }
    }
    out_char(out, '"');
}

/* A sentence of more than one word, mostly; the rules must bear the rest. */
static const char *some_text(const struct filler *filler)
{
    return dice_percent(filler->dice, 90) ? DICE_ANY(filler->dice, sentences)
                                          : DICE_ANY(filler->dice, oddities);
}

/* What those words want that mean the same in every form. */
static struct str value_by_name(const struct filler *filler, const struct page_input *input)
{
    static const struct {
        const char *name;
        const char *value;
    } known[] = {
        { "document", "12/QĐ-UBND" },
        { "from", "07:30" },
        { "until", "11:00" },
        { "respondent_unit", "19753" },
        { "name", "Phạm Thị Hoa" },
        { "representative", "Lê Văn An" },
        { "address", "12 Lê Lợi" },
        { "identity_number", "046090001234" },
        { "year", "2026" },
        { "from_year", "2026" },
        { "excluded_days", "" },
        { "metric", "Số hộ tham gia" },
        { "measure", "hộ" },
        { "respondent", "commune" },
        { "round", "1" },
        { "contact", "0914 123 456" },
        { "people", "1" },
        { "representatives", "1" },
        { "channel", "post" },
        { "from_body", "" },
        { "first_code", "" },
        { "point", "" },
        { "link", "" },
    };
    const struct sent_paper *paper = filler->paper;
    if (str_equal(input->name, STR("secret"))) {
        return paper && dice_percent(filler->dice, 95) ? paper->secret : STR("22222222");
    }
    if (str_equal(input->name, STR("code")) || str_equal(input->name, STR("other"))) {
        return paper ? paper->code : STR("PX-0000");
    }
    if (str_equal(input->name, STR("passphrase")) || str_equal(input->name, STR("again")) ||
        str_equal(input->name, STR("old"))) {
        return str_of(filler->walker->passphrase ? filler->walker->passphrase : "");
    }
    if (str_equal(input->name, STR("person"))) {
        return str_of(DICE_ANY(filler->dice, colleagues));
    }
    if (str_equal(input->name, STR("unit"))) {
        return str_of(DICE_ANY(filler->dice, units));
    }
    for (size_t i = 0; i < COUNT(known); i++) {
        if (str_equal(input->name, str_of(known[i].name)) && dice_percent(filler->dice, 93)) {
            return str_of(known[i].value);
        }
    }
    return STR_NONE;
}

/* dd/mm/yyyy: of what was mostly these days, of what may be from two weeks ago to three weeks
 * ahead. The day of an act may be left out: it is today. */
static struct str some_day(const struct filler *filler, const struct page_input *input)
{
    if (str_equal(input->name, STR("on")) && dice_percent(filler->dice, 60)) {
        return STR("");
    }
    struct out text = out_open(filler->arena, 20);
    bool is_past = str_ends(input->name, STR("_on")) && dice_percent(filler->dice, 90);
    int32_t days = is_past ? -(int32_t)dice_below(filler->dice, 5)
                           : (int32_t)dice_below(filler->dice, 35) - 14;
    format_day(&text, day_add(filler->today, days));
    return out_str(&text);
}

static bool wants_day(const struct page_input *input)
{
    static const char *const names[] = { "on", "day", "from", "until", "tu", "den" };
    bool is_day = str_ends(input->name, STR("_on")) || str_ends(input->name, STR("_until"));
    for (size_t i = 0; i < COUNT(names); i++) {
        is_day = is_day || str_equal(input->name, str_of(names[i]));
    }
    return is_day && input->is_number;
}

static struct str some_value(const struct filler *filler, const struct page_input *input)
{
    if (dice_percent(filler->dice, 2)) {
        return str_of(DICE_ANY(filler->dice, oddities));
    }
    if (str_equal(input->kind, STR("hidden"))) {
        return input->value;
    }
    if (wants_day(input)) {
        return some_day(filler, input);
    }
    struct str named = value_by_name(filler, input);
    if (named.p) {
        return named;
    }
    if (input->choice_count > 0) {
        return dice_percent(filler->dice, 30) && input->value.n > 0
                   ? input->value
                   : input->choices[dice_below(filler->dice, input->choice_count)];
    }
    if (input->is_number) {
        return str_printf(filler->arena, "%zu", 1 + dice_below(filler->dice, 12));
    }
    if (str_equal(input->kind, STR("password"))) {
        return str_of(filler->walker->password ? filler->walker->password : "");
    }
    if (str_equal(input->kind, STR("tel"))) {
        return STR("0914 123 456");
    }
    if (str_equal(input->kind, STR("email"))) {
        return STR("dan@kheo.example");
    }
    if (input->value.n > 0 && dice_percent(filler->dice, 60)) {
        return input->value;
    }
    return str_of(str_equal(input->kind, STR("textarea")) ? DICE_ANY(filler->dice, sentences)
                                                          : some_text(filler));
}

struct str fill_report(struct arena *arena, struct dice *dice)
{
    const char *text = DICE_ANY(dice, sentences);
    const char *category =
        dice_percent(dice, 90) ? DICE_ANY(dice, categories) : DICE_ANY(dice, oddities);
    const char *identity =
        dice_percent(dice, 50) ? "\"identity\":\"anonymous\""
        : dice_percent(dice, 90)
            ? "\"identity\":\"hidden\",\"name\":\"Lê Thị Hoa\",\"phone\":\"0914123456\""
            : "\"identity\":\"named\"";
    const char *unit = dice_percent(dice, 80) ? units[0] : DICE_ANY(dice, units);
    return str_printf(arena,
                      "{\"unit\":\"%s\",\"category\":\"%s\",\"text\":\"%s (%llu)\","
                      "\"place\":\"Trước số %zu\",%s}",
                      unit, str_find_byte(str_of(category), '"') < strlen(category) ? "" : category,
                      text, (unsigned long long)(dice_throw(dice) % 1000), dice_below(dice, 90),
                      identity);
}
