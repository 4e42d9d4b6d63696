/* From what is known of a case to the row that is about it, and the rows beside that one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/rule.h"

#include <string.h>

#include "base/attr.h"
#include "base/must.h"
#include "law/lunar.h"
#include "law/say.h"
#include "text/tongue.h"

static struct verdict facts_check(const char *name, struct day anchor,
                                  const struct circumstances *facts, unsigned *ret_when);
static struct verdict extensions_possible(const struct term *term, struct day anchor,
                                          const struct circumstances *facts);
static const struct term *row_in_force(const char *name, struct day anchor, unsigned bits);
static bool is_beside(const struct term *term, const struct term *other, struct day anchor);
static void write_condition(struct out *out, const struct due *due, const struct due *neighbour);
static void write_extensions(struct out *out, const struct term *term);

enum { NEIGHBOUR_BYTES_MAX = 4096, WHEN_BYTES_MAX = 64 };

struct circumstance_row {
    unsigned bit;
    const char *field;
    const char *word;
    const char *refusal; /* where a rule has no row for it */
    const char *condition;
};
static const struct circumstance_row circumstances[] = {
    { TERM_REMOTE, "remote", "remote", N_("Quy định %s không có mức riêng cho vùng sâu, vùng xa."),
      N_("vùng sâu, vùng xa đi lại khó khăn") },
    { TERM_COMPLEX, "complex", "complex",
      N_("Quy định %s không có mức riêng cho vụ việc phức tạp."), N_("vụ việc phức tạp") },
    { TERM_VERY_COMPLEX, "tests", "very-complex", N_("Quy định %s không xét số tiêu chí phức tạp."),
      N_("vụ việc đặc biệt phức tạp") },
    { TERM_DELEGATED, "delegated", "delegated",
      N_("Quy định %s không có mức riêng khi ủy quyền hoặc xác minh ở nhiều nơi."),
      N_("phải xác minh ở nhiều nơi hoặc ủy quyền") },
    { TERM_DISMISSAL, "dismissal", "dismissal",
      N_("Quy định %s không có mức riêng cho quyết định buộc thôi việc."),
      N_("quyết định buộc thôi việc") },
};
/* The seven tests of a complex complaint: 155/2026/NĐ-CP art. 2. */
static const struct day COMPLAINTS_TESTED_FROM = DAY(2026, 7, 1);

struct verdict rule_choose(const char *name, struct day anchor, const struct circumstances *facts,
                           const struct term **ret_term)
{
    unsigned when = 0;
    struct verdict verdict = facts_check(name, anchor, facts, &when);
    return verdict_is_ok(verdict) ? term_choose(RULES, name, anchor, when, ret_term) : verdict;
}

/* A circumstance that the rule knows in no row is refused by its own name. Law on the tests:
 * 31/2019/NĐ-CP art. 3 and 155/2026/NĐ-CP art. 2. */
static struct verdict facts_check(const char *name, struct day anchor,
                                  const struct circumstances *facts, unsigned *ret_when)
{
    if (facts->tests < 0 || facts->tests > TESTS_MAX) {
        return invalid("tests", N_("Số tiêu chí phức tạp phải từ 0 đến 7."));
    }
    if (facts->extensions < 0 || facts->extensions > EXTENSIONS_MAX) {
        return invalid("extend", N_("Số lần gia hạn phải từ 0 đến 9."));
    }
    /* Of a denunciation one test makes a case complex and two especially so; of a complaint any
     * number does, since there are such tests. */
    bool counts_tests = row_in_force(name, anchor, TERM_VERY_COMPLEX) ||
                        day_compare(anchor, COMPLAINTS_TESTED_FROM) < 0 ||
                        !row_in_force(name, anchor, TERM_COMPLEX);
    bool is_very_complex = counts_tests && facts->tests >= 2;
    bool is_complex = !is_very_complex && (facts->is_complex || facts->tests > 0);
    unsigned when = (facts->is_remote ? TERM_REMOTE : 0U) |
                    (facts->is_delegated ? TERM_DELEGATED : 0U) |
                    (facts->is_dismissal ? TERM_DISMISSAL : 0U) |
                    (is_very_complex ? TERM_VERY_COMPLEX : 0U) | (is_complex ? TERM_COMPLEX : 0U);
    unsigned asked = when | (counts_tests && facts->tests > 0 ? TERM_VERY_COMPLEX : 0U);
    for (size_t i = 0; i < COUNT(circumstances); i++) {
        const struct circumstance_row *row = &circumstances[i];
        const struct term *any = row_in_force(name, anchor, 0);
        if ((asked & row->bit) && any && !row_in_force(name, anchor, row->bit)) {
            return verdict_about(refuse_field(row->field, row->refusal, &any->cite), str_of(name));
        }
    }
    *ret_when = when;
    return VERDICT_OK;
}

/* The first row of that name on that day that is about all of these circumstances, and more. */
static const struct term *row_in_force(const char *name, struct day anchor, unsigned bits)
{
    for (size_t i = 0; i < RULES.count; i++) {
        const struct term *row = &RULES.rows[i];
        if (strcmp(row->name, name) == 0 && term_in_force(row, anchor) &&
            (row->when & bits) == bits) {
            return row;
        }
    }
    return NULL;
}

struct verdict rule_due(const char *name, struct day anchor, const struct circumstances *facts,
                        const struct calendar *calendar, struct arena *arena, struct due *ret_due)
{
    const struct term *term = NULL;
    struct verdict verdict = rule_choose(name, anchor, facts, &term);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    must(term);
    verdict = extensions_possible(term, anchor, facts);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct extension taken[EXTENSIONS_MAX];
    for (int32_t i = 0; i < facts->extensions; i++) {
        taken[i] = (struct extension){ .amount = term->extension_amount };
    }
    const struct clock clock = {
        .anchor = instant_of_day(anchor),
        .pauses = facts->pauses,
        .pause_count = facts->pause_count,
        .extensions = taken,
        .extension_count = (size_t)facts->extensions,
        .excluded_days = facts->excluded_days,
    };
    return term_compute(term, calendar, &clock, arena, ret_due);
}

/* What only a complex case may have is told to whom did not say that it is one. */
static struct verdict extensions_possible(const struct term *term, struct day anchor,
                                          const struct circumstances *facts)
{
    for (size_t i = 0; facts->extensions > 0 && !term->extension_times && i < RULES.count; i++) {
        const struct term *other = &RULES.rows[i];
        if (other->extension_times > 0 && strcmp(other->name, term->name) == 0 &&
            term_in_force(other, anchor)) {
            return refuse_field(
                "extend",
                N_("Chỉ được gia hạn khi vụ việc phức tạp; nếu đúng vậy, hãy ghi số "
                   "tiêu chí phức tạp có trong hồ sơ."),
                &other->extension_cite);
        }
    }
    return VERDICT_OK;
}

/* --- the row itself --------------------------------------------------------------------------- */

struct day rule_from(const struct term *term)
{
    const struct act *act = term->cite.act;
    return act && day_compare(act->from, term->from) > 0 ? act->from : term->from;
}

struct day rule_to(const struct term *term)
{
    const struct act *act = term->cite.act;
    return act && day_is_none(term->to) ? act->to : term->to;
}

void rule_write_amount(struct out *out, const struct term *term)
{
    static const char *const senses[TERM_SENSES] = {
        [TERM_BY] = "",
        [TERM_EFFECT] = N_(", rồi có hiệu lực"),
        [TERM_BEFORE] = N_(", báo trước"),
        [TERM_LASTS] = N_(", kéo dài ít nhất"),
        [TERM_VALID] = N_(", có giá trị"),
    };
    term_write_amount(out, term->unit, term->amount);
    out_str_raw(out, say_word(out, senses[term->sense]));
    for (size_t i = 0; i < COUNT(circumstances); i++) {
        if (term->when & circumstances[i].bit) {
            out_lit(out, ", ");
            out_str_raw(out, say_word(out, circumstances[i].condition));
        }
    }
}

void rule_write_row_json(struct json *json, const struct term *term)
{
    static const char *const units[] = { [CALENDAR_DAYS] = "days",
                                         [WORKING_DAYS] = "working-days",
                                         [MONTHS] = "months",
                                         [WORKING_HOURS] = "working-hours" };
    static const char *const senses[TERM_SENSES] = {
        [TERM_BY] = "by",       [TERM_EFFECT] = "effect", [TERM_BEFORE] = "before",
        [TERM_LASTS] = "lasts", [TERM_VALID] = "valid",
    };
    char text[NEIGHBOUR_BYTES_MAX];
    char words[WHEN_BYTES_MAX];
    struct out cite = out_fixed(text, sizeof text);
    struct out when = out_fixed(words, sizeof words);
    cite.tongue = json->out->tongue;
    cite_write(&cite, &term->cite);
    for (size_t i = 0; i < COUNT(circumstances); i++) {
        if (term->when & circumstances[i].bit) {
            out_str_raw(&when, out_str(&when).n > 0 ? STR(",") : STR_NONE);
            out_str_raw(&when, str_of(circumstances[i].word));
        }
    }
    json_object(json, NULL);
    json_text(json, "rule", str_of(term->name));
    json_text(json, "about", say_word(json->out, term->about));
    json_text(json, "anchor", say_word(json->out, term->anchor));
    json_text(json, "sense", str_of(senses[term->sense]));
    json_text(json, "unit", str_of(units[term->unit]));
    json_int(json, "amount", term->amount);
    json_text(json, "when", out_str(&when));
    json_int(json, "extensions", term->extension_times);
    json_int(json, "extension_amount", term->extension_amount);
    json_day(json, "from", rule_from(term));
    json_day(json, "to", rule_to(term));
    json_text(json, "cite", out_str(&cite));
    json_end(json);
}

/* --- the rows beside it ----------------------------------------------------------------------- */

struct neighbours rule_neighbours(const struct due *due, const struct circumstances *facts,
                                  struct arena *arena)
{
    struct day anchor = instant_day(due->anchor);
    const struct clock clock = {
        .anchor = due->anchor,
        .pauses = facts->pauses,
        .pause_count = facts->pause_count,
        .excluded_days = facts->excluded_days,
    };
    struct due *dues = new (arena, struct due, RULES.count);
    size_t count = 0;
    for (size_t i = 0; i < RULES.count; i++) {
        const struct term *other = &RULES.rows[i];
        if (is_beside(due->term, other, anchor)) {
            struct verdict verdict =
                term_compute(other, due->calendar, &clock, arena, &dues[count]);
            count += verdict_is_ok(verdict);
        }
    }
    return (struct neighbours){ dues, count };
}

/* Other circumstances now, or these under another law. */
static bool is_beside(const struct term *term, const struct term *other, struct day anchor)
{
    bool is_now = term_in_force(other, anchor);
    return other != term && strcmp(other->name, term->name) == 0 &&
           (is_now || other->when == term->when);
}

void neighbour_write(struct out *out, const struct due *due, const struct due *neighbour)
{
    static const char *const days[TERM_SENSES] = {
        [TERM_BY] = N_("hạn là hết %s"),
        [TERM_EFFECT] = N_("có hiệu lực sau khi hết %s"),
        [TERM_BEFORE] = N_("chậm nhất là hết %s"),
        [TERM_LASTS] = N_("kéo dài hết %s"),
        [TERM_VALID] = N_("còn giá trị đến hết %s"),
    };
    struct scratch room = { "" };
    write_condition(out, due, neighbour);
    out_lit(out, ": ");
    term_write_amount(out, neighbour->term->unit, neighbour->term->amount);
    /* While the clock stands still there is no day. */
    if (!day_is_none(neighbour->day)) {
        out_lit(out, ", ");
        say(out, days[neighbour->term->sense], say_weekday(&room, out, neighbour->day));
    }
    write_extensions(out, neighbour->term);
    out_lit(out, " (");
    cite_write(out, &neighbour->term->cite);
    out_lit(out, ").");
}

static void write_extensions(struct out *out, const struct term *term)
{
    if (term->extension_times > 0) {
        struct scratch times = { "" };
        say(out, N_(", gia hạn được %s lần, mỗi lần nhiều nhất "),
            say_int(&times, term->extension_times));
        term_write_amount(out, term->unit, term->extension_amount);
    }
}

/* "Nếu vùng sâu, vùng xa đi lại khó khăn và vụ việc phức tạp"; "Nếu là vụ việc bình thường"; "Theo
 * quy định cho mốc từ thứ Tư 01/07/2026 trở đi, nếu cũng tính từ ngày này". */
static void write_condition(struct out *out, const struct due *due, const struct due *neighbour)
{
    const struct term *term = neighbour->term;
    struct scratch room = { "" };
    if (!term_in_force(term, instant_day(due->anchor))) {
        bool is_later = day_compare(instant_day(due->anchor), rule_from(term)) < 0;
        say(out,
            is_later ? N_("Theo quy định cho mốc từ %s trở đi, nếu cũng tính từ ngày này")
                     : N_("Theo quy định cho mốc đến hết %s, nếu cũng tính từ ngày này"),
            say_weekday(&room, out, is_later ? rule_from(term) : rule_to(term)));
        return;
    }
    if (term->when == 0) {
        out_str_raw(out, say_word(out, N_("Nếu là vụ việc bình thường")));
        return;
    }
    const char *before = N_("Nếu ");
    for (size_t i = 0; i < COUNT(circumstances); i++) {
        if (term->when & circumstances[i].bit) {
            out_str_raw(out, say_word(out, before));
            out_str_raw(out, say_word(out, circumstances[i].condition));
            before = N_(" và ");
        }
    }
}

void rule_write_json(struct json *json, const struct due *due, struct neighbours neighbours)
{
    char text[NEIGHBOUR_BYTES_MAX];
    due_write_fields(json, due);
    struct out lunar = out_fixed(text, sizeof text);
    lunar.tongue = json->out->tongue;
    lunar_write(&lunar, lunar_of(due->day));
    json_text(json, "lunar", lunar.n > 0 ? out_str(&lunar) : STR_NONE);
    json_list(json, "neighbours");
    for (size_t i = 0; i < neighbours.count; i++) {
        struct out sentence = out_fixed(text, sizeof text);
        sentence.tongue = json->out->tongue;
        neighbour_write(&sentence, due, &neighbours.dues[i]);
        json_object(json, NULL);
        json_text(json, "text", out_str(&sentence));
        json_day(json, "due", neighbours.dues[i].day);
        json_end(json);
    }
    json_end(json);
}
