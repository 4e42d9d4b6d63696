/* Templates on the page of an answer: those that fit are offered, one is poured into the parts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/compose.h"
#include "mod/feedback/template.h"

#include "text/format.h"

enum { DAY_BYTES_MAX = 16, GAPS_SHOWN = 20 };

static struct template_offers_rows offers_for(struct visit *v, const struct report_get_row *report);
static struct str day_words(struct arena *arena, struct day day);

struct field_view compose_templates(struct visit *v, const struct report_get_row *report)
{
    struct field_view field = page_field(v, INPUT_SELECT, &compose_record, "template");
    struct template_offers_rows rows = offers_for(v, report);
    struct choice *choices = new(v->arena, struct choice, rows.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Chọn mẫu")) };
    for (size_t i = 0; i < rows.count; i++) {
        choices[i + 1] =
            (struct choice){ .value = str_printf(v->arena, "%lld", (long long)rows.rows[i].id.v),
                             .label = rows.rows[i].title,
                             .group = rows.rows[i].unit_name };
    }
    field.hint = N_("Phần còn trống được điền theo mẫu; phần đã có chữ thì giữ nguyên.");
    field.is_optional = false; /* it is chosen or left, and nothing is missed */
    page_choices(v, &field, choices, rows.count + 1);
    return field;
}

bool compose_copy(struct visit *v, const struct report_get_row *report,
                  struct answer_template_id id, const struct str begun[ANSWER_PARTS],
                  struct str parts[ANSWER_PARTS], struct compose_copied *ret)
{
    struct template_offers_rows rows = offers_for(v, report);
    size_t i = 0;
    while (i < rows.count && rows.rows[i].id.v != id.v) {
        i++;
    }
    if (i == rows.count) {
        visit_problem(v, "template", N_("Hãy chọn một mẫu trong danh sách rồi bấm “Chép vào”."));
        return false;
    }
    const struct template_offers_row *row = &rows.rows[i];
    const struct str from[ANSWER_PARTS] = TEMPLATE_PARTS(row);
    /* Title and place are the sender's words: what the public may not read no template repeats. */
    const struct str values[GAP_KINDS] = {
        [GAP_CODE] = report->code,
        [GAP_UNIT] = report->unit_name,
        [GAP_TITLE] = report->is_public ? report->title : STR_NONE,
        [GAP_PLACE] = report->is_public ? report->place : STR_NONE,
        [GAP_RECEIVED] = day_words(v->arena, instant_day(report->received_at)),
        [GAP_DUE] = day_words(v->arena, instant_day(report->due_at)),
        [GAP_TODAY] = day_words(v->arena, instant_day(v->now)),
        [GAP_AUTHOR] = v->visitor.name,
    };
    template_pour(v->arena, from, values, begun, parts, ret->kept);
    ret->title = row->title;
    return true;
}

const struct str *compose_gaps(struct visit *v, const struct str parts[ANSWER_PARTS],
                               size_t *ret_count)
{
    struct str *gaps = new(v->arena, struct str, GAPS_SHOWN);
    size_t count = 0;
    for (int i = 0; i < ANSWER_PARTS; i++) {
        for (struct str rest = parts[i]; rest.p && count < GAPS_SHOWN;) {
            struct str gap = gap_next(&rest);
            if (gap.p) {
                gaps[count++] = gap;
            }
        }
    }
    *ret_count = count;
    return gaps;
}

static struct template_offers_rows offers_for(struct visit *v, const struct report_get_row *report)
{
    enum template_occasion occasion = report->reopened > 0 ? OCCASION_AGAIN : OCCASION_FIRST;
    return template_offers(&v->snap->conn, &(struct template_offers){
                                               .unit_id = report->unit_id,
                                               .category_id = report->category_id,
                                               .occasion = str_of(template_occasions[occasion]),
                                           });
}

/* In the answer's language, not the page's. */
static struct str day_words(struct arena *arena, struct day day)
{
    struct out out = out_open(arena, DAY_BYTES_MAX);
    format_day(&out, day);
    return out.n > 0 ? out_str(&out) : STR_NONE;
}
