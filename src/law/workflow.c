/* May this be done now, and by which row of the law? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/workflow.h"

#include <string.h>

#include "base/must.h"
#include "text/tongue.h"

static bool leaves(const struct move *move, int state);
static struct verdict not_in_this_state(const struct workflow *workflow, int state,
                                        const char *command);

struct verdict workflow_check(const struct workflow *workflow, int state, const char *command,
                              const void *facts, const struct move **ret_move)
{
    must(state == WORKFLOW_NOWHERE || (state >= 0 && (size_t)state < workflow->state_count));
    struct verdict refusal = not_in_this_state(workflow, state, command);
    for (size_t i = 0; i < workflow->move_count; i++) {
        const struct move *move = &workflow->moves[i];
        if (!leaves(move, state) || strcmp(move->command, command) != 0) {
            continue;
        }
        struct verdict verdict = move->guard ? move->guard(facts) : VERDICT_OK;
        if (verdict_is_ok(verdict)) {
            *ret_move = move;
            return verdict;
        }
        refusal = verdict;
        refusal.because = verdict.because ? verdict.because : &move->cite;
    }
    return refusal;
}

static bool leaves(const struct move *move, int state)
{
    return state == WORKFLOW_NOWHERE ? move->from == 0 : (move->from & IN(state)) != 0;
}

/* The ground is that of the row which says when the command may be done. */
static struct verdict not_in_this_state(const struct workflow *workflow, int state,
                                        const char *command)
{
    const struct cite *because = NULL;
    for (size_t i = 0; i < workflow->move_count && !because; i++) {
        if (strcmp(workflow->moves[i].command, command) == 0) {
            because = &workflow->moves[i].cite;
        }
    }
    if (state == WORKFLOW_NOWHERE) {
        return refuse(N_("Chưa có hồ sơ để làm việc này."), because);
    }
    struct verdict verdict =
        refuse(N_("Hồ sơ đang ở bước “%s” nên không làm được việc này."), because);
    verdict.word = workflow->states[state].label;
    return verdict;
}

int workflow_after(const struct move *move, int state)
{
    return move->to == STAY ? state : move->to;
}

const struct move *workflow_next(const struct workflow *workflow, int state,
                                 const struct move *previous)
{
    const struct move *end = workflow->moves + workflow->move_count;
    const struct move *move = previous ? previous + 1 : workflow->moves;
    while (move < end && !leaves(move, state)) {
        move++;
    }
    return move < end ? move : NULL;
}

int workflow_state(const struct workflow *workflow, struct str name)
{
    for (size_t i = 0; i < workflow->state_count; i++) {
        if (str_equal(str_of(workflow->states[i].name), name)) {
            return (int)i;
        }
    }
    return WORKFLOW_NOWHERE;
}

struct verdict workflow_term(const struct workflow *workflow, const char *name, struct day anchor,
                             struct term *ret_term)
{
    const struct term *row = NULL;
    struct verdict verdict = term_choose(*workflow->terms, name, anchor, 0, &row);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    must(row);
    struct term term = *row;
    for (size_t i = 0; i < workflow->practice_count; i++) {
        const struct practice *practice = &workflow->practices[i];
        if (strcmp(practice->name, name) != 0) {
            continue;
        }
        if (practice->extension_times > 0) {
            term.extension_times = practice->extension_times;
            term.extension_amount = practice->extension_amount;
            term.extension_cite = practice->extension_cite;
        }
        if (cite_is_given(&practice->pause_cite)) {
            term.pause_cite = practice->pause_cite;
        }
    }
    *ret_term = term;
    return VERDICT_OK;
}

const char *workflow_party(const struct workflow *workflow, const char *by)
{
    if (!by) {
        return N_("Bất cứ ai");
    }
    for (size_t i = 0; i < workflow->party_count; i++) {
        if (strcmp(workflow->parties[i].by, by) == 0) {
            return workflow->parties[i].label;
        }
    }
    return strcmp(by, BY_CLOCK) == 0 ? N_("Tự động khi đến ngày") : by;
}
