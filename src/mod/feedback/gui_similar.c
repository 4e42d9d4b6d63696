/* The step between a report and its sender: is this matter in an open report already? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/gui_similar.h"

#include "mod/feedback/find.h"
#include "mod/feedback/join.h"
#include "mod/feedback/similar.h"
#include "text/fold.h"

/* Reports that the search index gives for the longest words, the newest of them; and those
 * shown. */
enum { CANDIDATES_MAX = 40, SHOWN_MAX = 3 };

struct candidate {
    struct report_alike_row report;
    unsigned score;
};

static size_t find_similar(struct visit *v, const struct draft *draft, struct candidate *ret);
static struct similar_paper paper_of(struct arena *arena, struct str text, struct str place,
                                     int64_t category);
static size_t keep_best(struct candidate *best, size_t count, const struct candidate *one);

bool similar_is_there(struct visit *v, const struct draft *draft)
{
    struct candidate *best = new(v->arena, struct candidate, SHOWN_MAX);
    return find_similar(v, draft, best) > 0;
}

void similar_fill(struct visit *v, struct send_view *view)
{
    struct candidate *best = new(v->arena, struct candidate, SHOWN_MAX);
    size_t count = find_similar(v, view->draft, best);
    struct similar_item *items = new(v->arena, struct similar_item, count);
    for (size_t i = 0; i < count; i++) {
        const struct report_alike_row *report = &best[i].report;
        int state = workflow_state(&feedback_flow, report->state);
        items[i] = (struct similar_item){
            .code = report->code,
            .title = report->title,
            .place = report->place,
            .state = state == WORKFLOW_NOWHERE ? "" : feedback_flow.states[state].label,
            .received_at = report->received_at,
            .followers = report->followers,
            .url = route_url(v, "/kiem-tra/ho-so/:code", report->code),
        };
    }
    view->similar = items;
    view->similar_count = count;
    view->first.problem = problem_of(&v->problems, "chon");
}

const struct join *similar_chosen(struct visit *v, const struct draft *draft)
{
    struct str chosen = form_get(&v->form, "chon");
    if (str_equal(chosen, STR("khong"))) {
        return NULL;
    }
    struct join *join = new(v->arena, struct join, 1);
    *join = (struct join){ .code = chosen, .text = draft->text, .draft = draft->token };
    if (draft->replies.p) {
        join->text =
            str_printf(v->arena, "%.*s\n\n%.*s", STR_ARG(draft->text), STR_ARG(draft->replies));
    }
    return join;
}

/* One question to the index, then some rows by their id and arithmetic: cheap enough to ask
 * twice. */
static size_t find_similar(struct visit *v, const struct draft *draft, struct candidate *ret)
{
    struct conn *conn = &v->snap->conn;
    struct feedback_unit_by_code_row unit;
    struct category_by_slug_row category;
    struct search_page page;
    /* Nobody has heard yet what was spoken, and words are what joins a report. */
    if (str_is_empty(str_trim(draft->text))) {
        return 0;
    }
    /* Joining takes words alone: a voice would be let go. */
    struct hash hash = draft_hash(draft->token);
    struct recording_of_row recording;
    if (recording_of(conn, &(struct recording_of){ .draft_hash = { hash.b, HASH_BYTES } },
                     &recording)) {
        return 0;
    }
    if (!feedback_unit_by_code(
            conn,
            &(struct feedback_unit_by_code){ .code = draft->unit, .today = instant_day(v->now) },
            &unit) ||
        !category_by_slug(conn, &(struct category_by_slug){ .slug = draft->category }, &category)) {
        return 0;
    }
    struct similar_paper mine = paper_of(v->arena, draft->text, draft->place, category.id.v);
    struct search_query question = {
        .kind = FIND_REPORTS,
        .exact = similar_question(v->arena, mine.words, mine.place),
        .is_any = true,
        .unit = unit.id.v,
        .only_public = true,
        .limit = CANDIDATES_MAX,
    };
    size_t count = 0;
    if (!visit_search(v, question, &page)) {
        return 0;
    }
    struct report_alike wanted = { .unit_id = unit.id,
                                   .since = { v->now.s - (int64_t)SIMILAR_DAYS * DAY_S } };
    for (size_t i = 0; i < page.count; i++) {
        struct candidate one;
        wanted.id = (struct report_id){ page.ids[i] };
        if (report_alike(conn, &wanted, &one.report)) {
            struct similar_paper theirs =
                paper_of(v->arena, one.report.text, one.report.place, one.report.category_id.v);
            one.score = similar_score(&mine, &theirs);
            count = keep_best(ret, count, &one);
        }
    }
    return count;
}

static struct similar_paper paper_of(struct arena *arena, struct str text, struct str place,
                                     int64_t category)
{
    return (struct similar_paper){
        .words = similar_words(arena, text_fold(arena, text)),
        .place = text_fold(arena, place),
        .category = category,
    };
}

/* The most alike first; of two that are equally so the newer, which came first. */
static size_t keep_best(struct candidate *best, size_t count, const struct candidate *one)
{
    size_t at = one->score ? count : SHOWN_MAX;
    while (at > 0 && at <= count && best[at - 1].score < one->score) {
        at--;
    }
    if (at >= SHOWN_MAX) {
        return count;
    }
    count += count < SHOWN_MAX;
    for (size_t i = count - 1; i > at; i--) {
        best[i] = best[i - 1];
    }
    best[at] = *one;
    return count;
}
