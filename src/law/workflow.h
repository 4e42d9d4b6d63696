/* Workflows: the states of a case and the moves between them, one row per sentence of the law. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_WORKFLOW_H
#define LAW_WORKFLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/out.h"
#include "law/act.h"
#include "law/ground.h"
#include "law/term.h"
#include "law/verdict.h"

/* From these rows, and nothing else, come the check of a command, the deadlines that the desk
 * writes, the refusal's article, the citizen's page, the diagram and the traceability table.
 *
 *     enum { RECEIVED, ACCEPTED, REFUSED, SETTLED };
 *     static const struct move MOVES[] = {
 *         { .to = RECEIVED, .command = "send", .starts = { "KN-ACC" },
 *           .label = N_("Gửi khiếu nại"), .cite = ART(COMPLAINTS, 8, 0) },
 *         { IN(RECEIVED), ACCEPTED, "accept", "complaint.settle", within_jurisdiction,
 *           .starts = { "KN-RES1" }, .stops = { "KN-ACC" }, .label = N_("Thụ lý"),
 *           .cite = ART(COMPLAINTS, 27, 1) },
 *         { IN(RECEIVED), REFUSED, "refuse", "complaint.settle",
 *           .stops = { "KN-ACC" }, .label = N_("Không thụ lý"), .cite = ART(COMPLAINTS, 11, 0) },
 *         { IN(RECEIVED) | IN(ACCEPTED), STAY, "note", "complaint.work",
 *           .label = N_("Ghi chép"), .cite = PRACTICE(N_("Ghi chép nội bộ")) },
 *     };
 */
struct state {
    const char *name;    /* stable: rows of the store and the API use it */
    const char *label;   /* for officers: Vietnamese source text */
    const char *citizen; /* one plain sentence for the sender: what happens now */
    bool is_final;
};

/* A set of states. An empty set begins a case. */
#define IN(state) (UINT64_C(1) << (state))
enum { WORKFLOW_STATES_MAX = 64, MOVE_TERMS_MAX = 12, STAY = -1 };

/* Who moves when it is not the holder of a power. */
#define BY_ANYONE NULL
#define BY_CLOCK  "clock" /* the passing of time is an act too: the desk's clock does it */

/* A guard knows the facts of its own service, and refuses with its own sentence. Pure. */
typedef struct verdict guard_fn(const void *facts);

/* Terms are named; which row of that name is in force, the anchor's day decides (term_choose). Of
 * several rows for the same state and command, the first whose guard agrees is taken. */
struct move {
    uint64_t from;       /* IN(A) | IN(B) */
    int to;              /* a state, or STAY */
    const char *command; /* without the service's name: "accept" */
    const char *by;      /* the power needed, BY_ANYONE or BY_CLOCK */
    guard_fn *guard;     /* NULL: always */
    const char *starts[MOVE_TERMS_MAX];
    const char *stops[MOVE_TERMS_MAX];
    const char *pauses[MOVE_TERMS_MAX];
    const char *resumes[MOVE_TERMS_MAX];
    bool is_lapse;     /* what it stops is given up, not done */
    bool is_undo;      /* takes a move back; no way out of a final state otherwise */
    const char *label; /* what is done, for people: Vietnamese source text */
    struct cite cite;
};

/* Who that is, in the words of people: "feedback.approve" is the head of the unit. */
struct party {
    const char *by;
    const char *label; /* Vietnamese source text */
};

/* What a house does with a limit beyond what its law says: it makes it longer by an extension, or
 * lets it stand still. The row of law stays as it is; workflow_term() puts both together. */
struct practice {
    const char *name;        /* of the rule */
    uint8_t extension_times; /* as in struct term */
    int32_t extension_amount;
    struct cite extension_cite;
    struct cite pause_cite;
};

struct workflow {
    const char *name;  /* "feedback" */
    const char *title; /* Vietnamese source text */
    const struct state *states;
    size_t state_count;
    const struct move *moves;
    size_t move_count;
    const struct party *parties; /* all but anyone and the clock */
    size_t party_count;
    const struct term_table *terms; /* &RULES; rows of its own have names that no rule has */
    const struct practice *practices;
    size_t practice_count;
    /* Why a clock stands, by the code that the act came with: on the term's own ground, or, of an
     * exclusion, on that of the row. NULL: reasons are in words. */
    const struct ground_list *suspensions;
    const struct ground_list *exclusions;
};

/* May the command be done in this state, and by which row? `state` is WORKFLOW_NOWHERE for a
 * case that does not exist yet. On OK *ret_move is the row, whose terms the caller starts and
 * stops; else the verdict says why: the guard's own (of the last row tried), or that the state
 * does not allow it. */
enum { WORKFLOW_NOWHERE = -1 };
struct verdict workflow_check(const struct workflow *workflow, int state, const char *command,
                              const void *facts, const struct move **ret_move) MUST_USE;
/* The state that a move leads to from `state`. */
int workflow_after(const struct move *move, int state) PURE;
/* The rows that leave a state, one after the other, for buttons and for "what comes next":
 * for (move = NULL; (move = workflow_next(w, state, move)) != NULL;) */
const struct move *workflow_next(const struct workflow *workflow, int state,
                                 const struct move *previous) PURE;
/* The state of that name, or WORKFLOW_NOWHERE. */
int workflow_state(const struct workflow *workflow, struct str name) PURE;

/* "Người giải quyết", for whoever may do the move: a Vietnamese source text. */
const char *workflow_party(const struct workflow *workflow, const char *by) PURE;

/* The limit of that name as the workflow goes by it: the ordinary row in force on the anchor's day,
 * with what practice adds. Refused like term_choose(). */
struct verdict workflow_term(const struct workflow *workflow, const char *name, struct day anchor,
                             struct term *ret_term) MUST_USE;

/* Reads the tables as a jurist would and writes one line per fault to `faults`; the number of
 * them. Every service's unit test calls it. Faults: a state that nothing leads to or that
 * nothing leaves, from which no end can be reached; a final state with a way out; a row without
 * a ground or words for people, outside the states, done by one who has no name, or never tried
 * because an earlier one always answers; a term that no row defines, that starts and never stops,
 * that stops, pauses or resumes without having started, that is paused though nothing lets its
 * clock stand, that still runs in a final state; two term rows for the same anchors; a row with the
 * name of a rule (law/rule.h) that is not that rule; a practice for a term that never starts, half
 * said, or said by the law itself. */
size_t workflow_audit(const struct workflow *workflow, struct out *faults);
/* What a row does to the limits of law: "bắt đầu tính hạn 10 ngày làm việc (TCD-ANS)". Of several
 * rows of a name the one that is still in force gives the amount; nothing without terms. */
void move_write_terms(struct out *out, const struct workflow *workflow, const struct move *move);
/* The table article -> rows in Markdown. */
void workflow_table(const struct workflow *workflow, struct out *out);

/* The diagram, as a ladder that a phone can show: under each state what is done there, by whom, and
 * a line to the state that it leads to. Whole SVG in the reader's language; it takes the colour of
 * the text around it. Alone it brings a style for light and dark, which a page's policy forbids. */
enum svg_use { SVG_IN_PAGE, SVG_ALONE };
void workflow_svg(const struct workflow *workflow, enum svg_use use, struct out *out);

#endif
