/* Parts that pages of colleagues and of the sender share: clocks explained, and what happened. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/page.h"

#include "law/rule.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/route.h"

enum { SENTENCE_BYTES_MAX = 4096 };

static struct case_term_view term_view(struct visit *v, const struct case_clock *clock);
static struct str ends(struct visit *v, const struct case_clock *clock);
static struct event_view event_of(struct visit *v, const struct case_pages *pages,
                                  const struct case_events_row *row, bool is_for_sender);
static struct str words_of(struct visit *v, const struct case_pages *pages,
                           const struct case_events_row *row, bool is_for_sender);
static struct str ground_words(struct visit *v, const struct case_pages *pages,
                               const struct case_events_row *row);
static struct out sentence_open(struct visit *v);

struct case_terms_view case_terms_of(struct visit *v, struct case_clocks clocks)
{
    struct case_term_view *views = new(v->arena, struct case_term_view, clocks.count + 1);
    size_t count = 0;
    /* What runs comes first. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < clocks.count; i++) {
            const struct case_clock *clock = &clocks.clocks[i];
            if (clock->due.term && day_is_none(clock->row.stopped_on) == (pass == 0)) {
                views[count++] = term_view(v, clock);
            }
        }
    }
    return (struct case_terms_view){ views, count };
}

static struct case_term_view term_view(struct visit *v, const struct case_clock *clock)
{
    const struct due *due = &clock->due;
    struct out cite = sentence_open(v);
    cite_write(&cite, &due->term->cite);
    struct str *steps = new(v->arena, struct str, due->step_count + 1);
    /* What was stopped before the working calendar changed has no steps that lead to its day. */
    bool is_of_its_time =
        day_is_none(clock->row.stopped_on) || day_compare(clock->row.due_on, due->day) == 0;
    for (size_t i = 0; i < due->step_count; i++) {
        struct out step = sentence_open(v);
        step_write(&step, due, &due->steps[i]);
        steps[i] = out_str(&step);
    }
    struct case_term_view view = {
        .about = due->term->about,
        .ends = ends(v, clock),
        .cite = out_str(&cite),
        .steps = steps,
        .step_count = is_of_its_time ? due->step_count : 0,
        .is_over = !day_is_none(clock->row.stopped_on),
    };
    bool stands = due->at.s == 0;
    if (clock->row.is_duty && !view.is_over && !stands) {
        struct due_row row = { .unit = due->term->unit, .anchor = due->anchor, .due = due->at };
        view.badge = page_badge(v, &row, due->calendar);
        view.has_badge = true;
    }
    return view;
}

/* A right or an effect is over on its day; only a duty is done, in time or late. */
static struct str ends(struct visit *v, const struct case_clock *clock)
{
    struct out out = sentence_open(v);
    bool is_over = !day_is_none(clock->row.stopped_on);
    struct day last = is_over ? clock->row.due_on : clock->due.day;
    bool has_day = is_over ? !day_is_none(last) : clock->due.at.s != 0;
    if (is_over && clock->row.is_duty) {
        bool is_late = has_day && day_compare(clock->row.stopped_on, last) > 0;
        out_str_raw(&out, tongue_text(v->tongue, clock->row.is_lapsed ? N_("thôi tính từ ngày")
                                                 : is_late ? N_("xong, trễ hạn, ngày")
                                                           : N_("xong ngày")));
        out_char(&out, ' ');
        format_day(&out, clock->row.stopped_on);
    } else if (!has_day) {
        out_str_raw(&out, tongue_text(v->tongue, N_("đang tạm dừng, chưa tính tiếp")));
    } else {
        out_str_raw(&out, tongue_text(v->tongue, N_("hết ngày")));
        out_char(&out, ' ');
        format_day(&out, last);
    }
    return out_str(&out);
}

struct timeline_view case_timeline(struct visit *v, const struct case_pages *pages,
                                   const struct case_get_row *file, bool is_for_sender)
{
    struct case_events_rows rows =
        case_events(&v->snap->conn, &(struct case_events){ .case_id = file->id });
    struct event_view *events = new(v->arena, struct event_view, rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        if (!is_for_sender || !rows.rows[i].is_internal) {
            events[count++] = event_of(v, pages, &rows.rows[i], is_for_sender);
        }
    }
    return (struct timeline_view){ events, count };
}

static struct event_view event_of(struct visit *v, const struct case_pages *pages,
                                  const struct case_events_row *row, bool is_for_sender)
{
    bool is_named = !is_for_sender && row->person_name.p;
    return (struct event_view){
        .what = case_act_label(pages->kind, row->act),
        .said = words_of(v, pages, row, is_for_sender),
        .by = is_named ? str_printf(v->arena, "%.*s, %.*s", STR_ARG(row->person_name),
                                    STR_ARG(row->unit_name))
                       : row->unit_name,
        .at = row->at,
        .is_inside = row->is_internal,
    };
}

/* Ground, what was said, the paper, who was told, and the clock that began: a sentence each. */
static struct str words_of(struct visit *v, const struct case_pages *pages,
                           const struct case_events_row *row, bool is_for_sender)
{
    struct out out = sentence_open(v);
    struct str ground = ground_words(v, pages, row);
    bool is_of_another_day = day_compare(row->happened_on, instant_day(row->at)) != 0;
    if (row->document.n == 0 && is_of_another_day) {
        out_str_raw(&out, tongue_text(v->tongue, N_("Ngày")));
        out_char(&out, ' ');
        format_day(&out, row->happened_on);
        out_lit(&out, ". ");
    }
    const struct str texts[] = { ground, row->said };
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (texts[i].n > 0) {
            out_str_raw(&out, texts[i]);
            out_char(&out, ' ');
        }
    }
    if (row->document.n > 0) {
        const struct case_act_rule *act = case_act_rule(pages->kind, row->act);
        bool is_number = !act || (act->needs & CASE_NUMBERS); /* the receipt is no act */
        out_str_raw(&out, tongue_text(v->tongue, is_number ? N_("Số đơn") : N_("Văn bản số")));
        out_char(&out, ' ');
        out_str_raw(&out, row->document);
        out_lit(&out, ", ");
        format_day(&out, row->happened_on);
        out_lit(&out, ". ");
    }
    if (row->told.n > 0 && !is_for_sender) {
        out_str_raw(&out, tongue_text(v->tongue, N_("Đã gửi:")));
        out_char(&out, ' ');
        out_str_raw(&out, row->told);
        out_lit(&out, ". ");
    }
    const char *about = row->rule.p ? case_rule_about(pages->kind->workflow, row->rule) : NULL;
    if (about && row->due_at.s != 0) {
        out_str_raw(&out, tongue_text(v->tongue, about));
        out_lit(&out, ": ");
        out_str_raw(&out, tongue_text(v->tongue, N_("hết ngày")));
        out_char(&out, ' ');
        format_day(&out, instant_day(row->due_at));
        out_char(&out, '.');
    }
    return str_trim(out_str(&out));
}

/* Which list the code is of, the act's own question says. */
static struct str ground_words(struct visit *v, const struct case_pages *pages,
                               const struct case_events_row *row)
{
    struct out out = sentence_open(v);
    bool is_ground = false;
    for (size_t i = 0; i < pages->field_count; i++) {
        const struct case_field *field = &pages->fields[i];
        if (!str_equal(str_of(field->act), row->act)) {
            continue;
        }
        const struct ground *ground =
            field->grounds ? ground_find(*field->grounds, row->reason) : NULL;
        if (ground) {
            is_ground = true;
            out_str_raw(&out, tongue_text(v->tongue, ground->sentence));
            out_char(&out, ' ');
            out_str_raw(&out, tongue_text(v->tongue, N_("Theo")));
            out_char(&out, ' ');
            cite_write(&out, &ground->cite);
            out_lit(&out, ". ");
        }
        for (size_t k = 0; k < field->word_count; k++) {
            if (str_equal(str_of(field->words[k].word), row->choice)) {
                out_str_raw(&out, tongue_text(v->tongue, field->words[k].label));
                out_lit(&out, ". ");
            }
        }
    }
    if (!is_ground) {
        out_str_raw(&out, row->reason);
    }
    return str_trim(out_str(&out));
}

static struct out sentence_open(struct visit *v)
{
    struct out out = out_open(v->arena, SENTENCE_BYTES_MAX * 4);
    out.tongue = v->tongue;
    return out;
}
