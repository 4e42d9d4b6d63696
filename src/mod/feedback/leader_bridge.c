/* Units that ended: what became of them beside their names, and the days on which it happened. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"

#include "text/format.h"
#include "text/tongue.h"

enum { WORDS_BYTES = 1024, PLACE_PARTS = 1000, NAMED_MAX = 4 };

static struct str day_words(struct visit *v, struct day day);
static struct str names_of(struct visit *v, const struct leader_successors_rows *heirs);
static void show_heirs(struct visit *v, const struct leader_scope *scope,
                       const struct leader_successors_rows *heirs, struct leader_view *view);
static void show_before(struct visit *v, const struct leader_scope *scope,
                        const struct leader_before_rows *before, struct leader_view *view);
static struct chart_mark mark_of(struct visit *v, const struct leader_scope *scope,
                                 const struct leader_mergers_row *row);

struct str leader_ended_words(struct visit *v, const struct leader_scope *scope,
                              const struct leader_units_row *row)
{
    if (day_is_none(row->until_on) || day_compare(row->until_on, instant_day(v->now)) >= 0) {
        return STR_NONE;
    }
    struct leader_successors_rows heirs =
        leader_successors(&v->snap->conn, &(struct leader_successors){ .unit_id = row->id });
    struct str day = day_words(v, row->until_on);
    if (heirs.count == 0) {
        return leader_say(v, N_("cũ, đến hết %s, không có nơi kế tục"), day, STR_NONE);
    }
    const char *words = heirs.count == 1 ? N_("cũ, đến hết %s, nay là %s")
                        : scope->is_now ? N_("cũ, đến hết %s, chia cho %s: không cộng vào nơi nào")
                                        : N_("cũ, đến hết %s, chia cho %s");
    return leader_say(v, words, day, names_of(v, &heirs));
}

static struct str day_words(struct visit *v, struct day day)
{
    struct out out = out_open(v->arena, WORDS_BYTES);
    out.tongue = v->tongue;
    format_day(&out, day);
    return out_str(&out);
}

/* "Xã A, Xã B"; of many the first few and an ellipsis. */
static struct str names_of(struct visit *v, const struct leader_successors_rows *heirs)
{
    struct out out = out_open(v->arena, WORDS_BYTES * 2);
    for (size_t i = 0; i < heirs->count && i < NAMED_MAX; i++) {
        out_str_raw(&out, i > 0 ? STR(", ") : STR(""));
        out_str_raw(&out, heirs->rows[i].name);
    }
    out_str_raw(&out, heirs->count > NAMED_MAX ? STR("…") : STR(""));
    return out_str(&out);
}

/* --- the board of one that ended, or took over ------------------------------------------------ */

void leader_bridge_show(struct visit *v, const struct leader_scope *scope,
                        const struct leader_units_rows *units, struct leader_view *view)
{
    struct leader_successors_rows heirs =
        leader_successors(&v->snap->conn, &(struct leader_successors){ .unit_id = scope->unit.id });
    struct leader_before_rows before =
        leader_before(&v->snap->conn, &(struct leader_before){ .unit_id = scope->unit.id,
                                                               .today = instant_day(v->now) });
    struct day today = instant_day(v->now);
    bool has_ended = false;
    for (size_t i = 0; i < units->count; i++) {
        has_ended |= !day_is_none(units->rows[i].until_on) &&
                     day_compare(units->rows[i].until_on, today) < 0;
    }
    if (heirs.count > 0) {
        show_heirs(v, scope, &heirs, view);
    } else if (before.count > 0) {
        show_before(v, scope, &before, view);
    }
    if (scope->is_now || has_ended || before.count > 0 || view->trend.mark_count > 0) {
        leader_counted_tabs(v, scope, view);
    }
}

static void show_heirs(struct visit *v, const struct leader_scope *scope,
                       const struct leader_successors_rows *heirs, struct leader_view *view)
{
    struct leader_kin *kin = new(v->arena, struct leader_kin, heirs->count);
    /* A code may have gone to the heir: it is found by its own days. */
    struct leader_scope now = *scope;
    now.month = month_of(instant_day(v->now));
    for (size_t i = 0; i < heirs->count; i++) {
        kin[i] = (struct leader_kin){ heirs->rows[i].name,
                                      leader_board_url(v, &now, heirs->rows[i].code) };
    }
    struct str day = day_words(v, heirs->rows[0].until_on);
    view->kin_words =
        leader_say(v,
                   heirs->count == 1 ? N_("Đơn vị này hoạt động đến hết %s. Nơi kế tục:")
                                     : N_("Đơn vị này hoạt động đến hết %s rồi được chia, nên số "
                                          "của nó không cộng vào nơi nào. Các nơi kế tục:"),
                   day, STR_NONE);
    view->kin = kin;
    view->kin_count = heirs->count;
}

static void show_before(struct visit *v, const struct leader_scope *scope,
                        const struct leader_before_rows *before, struct leader_view *view)
{
    struct leader_kin *kin = new(v->arena, struct leader_kin, before->count);
    for (size_t i = 0; i < before->count; i++) {
        /* The last month in which its code was its own. */
        struct leader_scope then = *scope;
        int64_t last = month_of(before->rows[i].until_on);
        then.is_now = false;
        then.month = last < scope->month ? last : scope->month;
        kin[i] = (struct leader_kin){
            leader_say(v, N_("%s (đến hết %s)"), before->rows[i].name,
                       day_words(v, before->rows[i].until_on)),
            leader_board_url(v, &then, before->rows[i].code),
        };
    }
    view->kin_words = tongue_text(
        v->tongue,
        scope->is_now
            ? N_("Các số dưới đây gồm cả số của những đơn vị cũ nay thuộc đơn vị này:")
            : N_("Các số dưới đây không gồm số của những đơn vị cũ nay thuộc đơn vị này:"));
    view->kin = kin;
    view->kin_count = before->count;
}

/* --- the trend -------------------------------------------------------------------------------- */

void leader_marks_show(struct visit *v, const struct leader_scope *scope, struct leader_view *view)
{
    struct leader_scope first = leader_months_before(scope, LEADER_MONTHS - 1);
    struct leader_mergers wanted = { .above = scope->unit.id,
                                     .from = instant_day(first.from),
                                     .until = instant_day(scope->until) };
    struct leader_mergers_rows days = leader_mergers(&v->snap->conn, &wanted);
    struct chart_mark *marks = new(v->arena, struct chart_mark, days.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < days.count; i++) {
        if (day_compare(days.rows[i].until_on, instant_day(v->now)) < 0) {
            marks[count++] = mark_of(v, &first, &days.rows[i]);
        }
    }
    view->trend.marks = marks;
    view->trend.mark_count = count;
}

/* At the first day of those that took over; a month is as wide as a column. */
static struct chart_mark mark_of(struct visit *v, const struct leader_scope *first,
                                 const struct leader_mergers_row *row)
{
    struct day day = day_after(row->until_on);
    int year, month, of_month, first_year, first_month, first_day;
    day_split(day, &year, &month, &of_month);
    day_split(instant_day(first->from), &first_year, &first_month, &first_day);
    int64_t columns = ((int64_t)year - first_year) * 12 + month - first_month;
    struct str words =
        leader_say(v,
                   row->n == 1 ? N_("%s, đổi địa giới: %s thôi hoạt động")
                               : N_("%s, đổi địa giới: %s và nơi khác thôi hoạt động"),
                   day_words(v, day), row->first_name);
    return (struct chart_mark){ .place = columns * PLACE_PARTS + (of_month - 1) * PLACE_PARTS / 31,
                                .words = words };
}
