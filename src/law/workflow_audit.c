/* Faults of a workflow's tables, found by walking every path that its rows allow. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/workflow.h"

#include <string.h>

#include "base/must.h"
#include "law/rule.h"

enum { TERM_NAMES_MAX = 64 };

/* The four lists of terms in a row, by their place in it. */
enum term_list { LIST_STARTS, LIST_STOPS, LIST_PAUSES, LIST_RESUMES, LIST_COUNT };

struct audit {
    const struct workflow *workflow;
    struct out *faults;
    size_t count;
    const char *names[TERM_NAMES_MAX]; /* of all terms that some row mentions */
    size_t name_count;
};

static void audit_rows(struct audit *audit);
static void audit_row(struct audit *audit, const struct move *move);
static void audit_shadow(struct audit *audit, const struct move *late);
static void audit_states(struct audit *audit);
static void audit_way_out(struct audit *audit, int state, uint64_t can_end);
static void audit_terms(struct audit *audit);
static void audit_term(struct audit *audit, const char *name);
static void audit_term_ends(struct audit *audit, const char *name);
static void audit_term_rows(struct audit *audit);
static void audit_overlap(struct audit *audit, const struct term *a, const struct term *b);
static void audit_practices(struct audit *audit);
static bool may_stand(const struct workflow *workflow, const char *name);
static bool is_sound(const struct audit *audit, const struct move *move);
static uint64_t all_states(const struct workflow *workflow);
static uint64_t states_reached(const struct workflow *workflow);
static uint64_t states_that_end(const struct workflow *workflow);
static uint64_t states_while_running(const struct workflow *workflow, const char *term);
static uint64_t targets(const struct move *move, uint64_t from);
static void collect_names(struct audit *audit);
static void collect_name(struct audit *audit, const char *name);
static const char *const *list_of(const struct move *move, enum term_list list);
static bool lists(const struct move *move, enum term_list list, const char *term);
static bool some_row_lists(const struct workflow *workflow, enum term_list list, const char *term);
static bool is_defined(struct term_table terms, const char *name);
static struct out *fault(struct audit *audit);

size_t workflow_audit(const struct workflow *workflow, struct out *faults)
{
    struct audit audit = { .workflow = workflow, .faults = faults };
    must(workflow->state_count > 0 && workflow->state_count <= WORKFLOW_STATES_MAX);
    audit_rows(&audit);
    audit_term_rows(&audit);
    /* Paths mean nothing while a row points outside the table. */
    if (audit.count == 0) {
        audit_states(&audit);
        audit_terms(&audit);
        audit_practices(&audit);
    }
    return audit.count;
}

static void audit_rows(struct audit *audit)
{
    const struct workflow *workflow = audit->workflow;
    for (size_t i = 0; i < workflow->move_count; i++) {
        audit_row(audit, &workflow->moves[i]);
        audit_shadow(audit, &workflow->moves[i]);
    }
}

static void audit_row(struct audit *audit, const struct move *move)
{
    int row = (int)(move - audit->workflow->moves);
    if (!move->command) {
        out_printf(fault(audit), "row %d has no command\n", row);
        return;
    }
    if (!is_sound(audit, move)) {
        out_printf(fault(audit), "row %d \"%s\" names a state that does not exist\n", row,
                   move->command);
    }
    if (!cite_is_given(&move->cite)) {
        out_printf(fault(audit), "row %d \"%s\" has no ground: give an article or PRACTICE(why)\n",
                   row, move->command);
    }
    if (!move->label) {
        out_printf(fault(audit), "row %d \"%s\" does not say in words what is done\n", row,
                   move->command);
    }
    /* Whoever has no words of their own is called by the identifier. */
    if (move->by && workflow_party(audit->workflow, move->by) == move->by) {
        out_printf(fault(audit), "row %d \"%s\" is done by \"%s\", whom no party names\n", row,
                   move->command, move->by);
    }
}

static bool is_sound(const struct audit *audit, const struct move *move)
{
    uint64_t known = all_states(audit->workflow);
    bool goes_somewhere = move->to == STAY ? move->from != 0
                                           : move->to >= 0 && move->to < WORKFLOW_STATES_MAX &&
                                                 (known & IN(move->to));
    return goes_somewhere && (move->from & ~known) == 0;
}

/* An earlier row without a guard answers for every state that the two share. */
static void audit_shadow(struct audit *audit, const struct move *late)
{
    for (const struct move *early = audit->workflow->moves; early < late; early++) {
        bool shares = (early->from & late->from) || (!early->from && !late->from);
        if (shares && !early->guard && early->command && late->command &&
            strcmp(early->command, late->command) == 0) {
            out_printf(fault(audit), "row %d \"%s\" is never tried: row %d always answers first\n",
                       (int)(late - audit->workflow->moves), late->command,
                       (int)(early - audit->workflow->moves));
            return;
        }
    }
}

static void audit_states(struct audit *audit)
{
    const struct workflow *workflow = audit->workflow;
    uint64_t reached = states_reached(workflow);
    uint64_t can_end = states_that_end(workflow);
    for (int state = 0; (size_t)state < workflow->state_count; state++) {
        const struct state *row = &workflow->states[state];
        if (!row->name || !row->label || !row->citizen) {
            out_printf(fault(audit),
                       "state %d lacks its name, its label or the citizen's sentence\n", state);
            continue;
        }
        if (!(reached & IN(state))) {
            out_printf(fault(audit), "state \"%s\" is never reached\n", row->name);
        }
        audit_way_out(audit, state, can_end);
    }
}

static void audit_way_out(struct audit *audit, int state, uint64_t can_end)
{
    const struct state *row = &audit->workflow->states[state];
    const struct move *out = NULL;
    const struct move *move = NULL;
    while ((move = workflow_next(audit->workflow, state, move)) != NULL) {
        if (!move->is_undo && workflow_after(move, state) != state) {
            out = move;
        }
    }
    if (row->is_final && out) {
        out_printf(fault(audit), "state \"%s\" is final, yet \"%s\" leaves it\n", row->name,
                   out->command);
    } else if (!row->is_final && !out) {
        out_printf(fault(audit), "state \"%s\" is a dead end\n", row->name);
    } else if (!(can_end & IN(state))) {
        out_printf(fault(audit), "from state \"%s\" no end can be reached\n", row->name);
    }
}

static void audit_terms(struct audit *audit)
{
    collect_names(audit);
    for (size_t i = 0; i < audit->name_count; i++) {
        audit_term(audit, audit->names[i]);
    }
}

static void collect_names(struct audit *audit)
{
    for (size_t i = 0; i < audit->workflow->move_count; i++) {
        for (enum term_list list = LIST_STARTS; list < LIST_COUNT; list++) {
            const char *const *names = list_of(&audit->workflow->moves[i], list);
            for (size_t k = 0; k < MOVE_TERMS_MAX; k++) {
                collect_name(audit, names[k]);
            }
        }
    }
}

static void collect_name(struct audit *audit, const char *name)
{
    bool is_new = name != NULL;
    for (size_t i = 0; i < audit->name_count && is_new; i++) {
        is_new = strcmp(audit->names[i], name) != 0;
    }
    if (is_new) {
        must(audit->name_count < TERM_NAMES_MAX);
        audit->names[audit->name_count++] = name;
    }
}

static void audit_term(struct audit *audit, const char *name)
{
    const struct workflow *workflow = audit->workflow;
    bool starts = some_row_lists(workflow, LIST_STARTS, name);
    bool pauses = some_row_lists(workflow, LIST_PAUSES, name);
    bool resumes = some_row_lists(workflow, LIST_RESUMES, name);
    if (!is_defined(*workflow->terms, name)) {
        out_printf(fault(audit), "term \"%s\" has no row\n", name);
    }
    if (!starts) {
        out_printf(fault(audit), "term \"%s\" is stopped, paused or resumed, but never started\n",
                   name);
        return;
    }
    if (pauses != resumes) {
        out_printf(fault(audit), "term \"%s\" is %s\n", name,
                   pauses ? "paused but never resumed" : "resumed but never paused");
    }
    if (pauses && !may_stand(workflow, name)) {
        out_printf(fault(audit), "term \"%s\" is paused, but nothing lets its clock stand\n", name);
    }
    if (some_row_lists(workflow, LIST_STOPS, name)) {
        audit_term_ends(audit, name);
    } else {
        out_printf(fault(audit), "term \"%s\" is started but never stopped\n", name);
    }
}

static void audit_term_ends(struct audit *audit, const char *name)
{
    const struct workflow *workflow = audit->workflow;
    uint64_t running = states_while_running(workflow, name);
    for (size_t i = 0; i < workflow->state_count; i++) {
        if (workflow->states[i].is_final && (running & IN(i))) {
            out_printf(fault(audit), "term \"%s\" may still run in the final state \"%s\"\n", name,
                       workflow->states[i].name);
        }
    }
}

static void audit_term_rows(struct audit *audit)
{
    struct term_table terms = *audit->workflow->terms;
    bool is_law = audit->workflow->terms == &RULES;
    for (size_t i = 0; i < terms.count; i++) {
        const struct term *row = &terms.rows[i];
        if (!cite_is_given(&row->cite) ||
            (row->extension_times > 0 && !cite_is_given(&row->extension_cite))) {
            out_printf(fault(audit), "term row %d \"%s\" has no ground\n", (int)i, row->name);
        }
        if (row->amount < 0 || row->extension_amount < 0 ||
            (!day_is_none(row->to) && day_compare(row->to, row->from) < 0)) {
            out_printf(fault(audit), "term row %d \"%s\" has an impossible amount or period\n",
                       (int)i, row->name);
        }
        if (!is_law && is_defined(RULES, row->name)) {
            out_printf(fault(audit), "term row %d \"%s\" has the name of a rule of law\n", (int)i,
                       row->name);
        }
        for (size_t k = 0; k < i; k++) {
            audit_overlap(audit, &terms.rows[k], row);
        }
    }
}

static void audit_overlap(struct audit *audit, const struct term *a, const struct term *b)
{
    bool is_same = a->when == b->when && strcmp(a->name, b->name) == 0;
    bool a_is_before = !day_is_none(a->to) && day_compare(a->to, b->from) < 0;
    bool b_is_before = !day_is_none(b->to) && day_compare(b->to, a->from) < 0;
    if (is_same && !a_is_before && !b_is_before) {
        out_printf(fault(audit), "term \"%s\" has two rows for the same day\n", a->name);
    }
}

/* What practice adds, the law must not say already: one of them would be passed over. */
static void audit_practices(struct audit *audit)
{
    const struct workflow *workflow = audit->workflow;
    for (size_t i = 0; i < workflow->practice_count; i++) {
        const struct practice *practice = &workflow->practices[i];
        bool extends = practice->extension_times > 0;
        bool pauses = cite_is_given(&practice->pause_cite);
        if (!some_row_lists(workflow, LIST_STARTS, practice->name)) {
            out_printf(fault(audit), "practice for \"%s\", which never starts\n", practice->name);
        }
        if (extends != (practice->extension_amount > 0) ||
            extends != cite_is_given(&practice->extension_cite) || (!extends && !pauses)) {
            out_printf(fault(audit), "practice for \"%s\" is half said\n", practice->name);
        }
        for (size_t k = 0; k < workflow->terms->count; k++) {
            const struct term *row = &workflow->terms->rows[k];
            if (strcmp(row->name, practice->name) == 0 &&
                ((extends && row->extension_times > 0) ||
                 (pauses && cite_is_given(&row->pause_cite)))) {
                out_printf(fault(audit), "practice for \"%s\" says what the law says\n",
                           practice->name);
            }
        }
    }
}

static bool may_stand(const struct workflow *workflow, const char *name)
{
    bool may = false;
    for (size_t i = 0; i < workflow->practice_count; i++) {
        const struct practice *practice = &workflow->practices[i];
        may |= strcmp(practice->name, name) == 0 && cite_is_given(&practice->pause_cite);
    }
    for (size_t i = 0; i < workflow->terms->count; i++) {
        const struct term *row = &workflow->terms->rows[i];
        may |= strcmp(row->name, name) == 0 && cite_is_given(&row->pause_cite);
    }
    return may;
}

static uint64_t all_states(const struct workflow *workflow)
{
    return UINT64_MAX >> (WORKFLOW_STATES_MAX - workflow->state_count);
}

/* Where a move leads from those of the states that it leaves. */
static uint64_t targets(const struct move *move, uint64_t from)
{
    uint64_t left = move->from & from;
    if (move->from && !left) {
        return 0;
    }
    return move->to == STAY ? left : IN(move->to);
}

/* Each walk repeats until a round adds no state: at most as many rounds as there are states. */
static uint64_t states_reached(const struct workflow *workflow)
{
    uint64_t reached = 0;
    uint64_t before = UINT64_MAX;
    while (reached != before) {
        before = reached;
        for (size_t i = 0; i < workflow->move_count; i++) {
            const struct move *move = &workflow->moves[i];
            reached |= move->is_undo ? 0 : targets(move, reached);
        }
    }
    return reached;
}

static uint64_t states_that_end(const struct workflow *workflow)
{
    uint64_t ending = 0;
    for (size_t i = 0; i < workflow->state_count; i++) {
        ending |= workflow->states[i].is_final ? IN(i) : 0;
    }
    uint64_t before = UINT64_MAX;
    while (ending != before) {
        before = ending;
        for (size_t i = 0; i < workflow->move_count; i++) {
            const struct move *move = &workflow->moves[i];
            bool ends = !move->is_undo && move->to != STAY && (ending & IN(move->to));
            ending |= ends ? move->from : 0;
        }
    }
    return ending;
}

static uint64_t states_while_running(const struct workflow *workflow, const char *term)
{
    uint64_t running = 0;
    uint64_t before = UINT64_MAX;
    while (running != before) {
        before = running;
        for (size_t i = 0; i < workflow->move_count; i++) {
            const struct move *move = &workflow->moves[i];
            if (lists(move, LIST_STARTS, term)) {
                running |= targets(move, all_states(workflow));
            } else if (move->from && !lists(move, LIST_STOPS, term)) {
                running |= targets(move, running);
            }
        }
    }
    return running;
}

static const char *const *list_of(const struct move *move, enum term_list list)
{
    const char *const *const of[LIST_COUNT] = {
        [LIST_STARTS] = move->starts,
        [LIST_STOPS] = move->stops,
        [LIST_PAUSES] = move->pauses,
        [LIST_RESUMES] = move->resumes,
    };
    return of[list];
}

static bool lists(const struct move *move, enum term_list list, const char *term)
{
    const char *const *names = list_of(move, list);
    for (size_t i = 0; i < MOVE_TERMS_MAX; i++) {
        if (names[i] && strcmp(names[i], term) == 0) {
            return true;
        }
    }
    return false;
}

static bool some_row_lists(const struct workflow *workflow, enum term_list list, const char *term)
{
    for (size_t i = 0; i < workflow->move_count; i++) {
        if (lists(&workflow->moves[i], list, term)) {
            return true;
        }
    }
    return false;
}

static bool is_defined(struct term_table terms, const char *name)
{
    for (size_t i = 0; i < terms.count; i++) {
        if (strcmp(terms.rows[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* Counts a fault and gives the writer for its one line. */
static struct out *fault(struct audit *audit)
{
    audit->count++;
    out_printf(audit->faults, "%s: ", audit->workflow->name);
    return audit->faults;
}
