/* Acts on a report from the inside: what an effect may read and change. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_ACTS_H
#define FEEDBACK_ACTS_H

#include "mod/feedback/change.h"

/* One act under way: the report as it is, and as it will be. An effect fills in the change and what
 * the event says, or refuses; who may act, the move and the rows around it are acts.c's, and what
 * the change makes of the report is change.c's. */
struct act_work {
    struct deed *deed;
    const struct act_on_report *args;
    struct report_get_row before;
    struct category_get_row category;
    const struct move *move;
    struct change change;
    struct report_update after; /* once the effect has said yes */
    struct str said;            /* what the event says instead of the text that came */
    struct str made;            /* code of a report that the act made, to go on with */
    struct unit_id other_unit;  /* of the event: where it went or came from, who is asked */
    struct instant until;       /* by when a unit that is asked must reply */
    struct unit_id told_unit;   /* whose officers get the letters; none: the holder's */
    struct report_event_newest_row newest; /* what an undo would take back; id 0: nothing */
    bool is_sender;
};

typedef struct verdict act_effect(struct act_work *work);

act_effect take_into_work, refuse_report, forward_outside, assign_person, pass_on, pass_back,
    rule_between_units, stop_clock, run_clock, extend_term, write_draft, no_effect, send_answer,
    rate_answer, reopen_report, merge_into_other, open_sender, hide_from_public, tell_of_due,
    take_back, split_matter, relate_reports, unrelate_reports, ask_unit, give_opinion,
    recall_question, tell_unit, count_again, write_words_down;

/* Sets what the due date is with the calendar and the extension as they are now. */
struct verdict recompute_due(struct act_work *work, struct instant anchor_at);
/* The unit that `args->unit` names, if it is another than the one that holds the report. */
struct verdict find_other_unit(struct act_work *work, struct unit_id *ret);

/* What the ledger commits to for each act. */
struct acted {
    struct str code;
    struct str state;
    struct str unit;
    struct str text;
    struct str reason;
    struct str other_unit; /* code of the unit that is asked, or where it went or came from */
    struct instant due_at;
    struct instant until;
    struct person_id by;
    int64_t rating;
    struct person_id assignee;
    int64_t extended;
    struct str merged_into; /* code of the report that it went into */
    int64_t undoes;         /* position of the act that is taken back; 0: of none */
};

/* Does that act of acts.def inside another command: all that apply_act() does. One that is refused
 * has written nothing. */
struct verdict act_do(struct deed *deed, int act, const struct act_on_report *args,
                      struct answer *ret);
/* The act of that name, which must be one of acts.def. */
int act_named(struct str name);

#endif
