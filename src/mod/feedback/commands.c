/* The commands of this service, in one table for the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/draft.h"
#include "mod/feedback/feedback.h"

static const struct record nothing_record = { "nothing", NULL, 0, 0 };

const struct command feedback_commands[] = {
    [COMMAND_SEND] = { "feedback.send", &send_record, NULL, apply_send,
                       "Send a reflection or recommendation to a unit." },
    [COMMAND_DRAFT_SAVE] = { "feedback.draft_save", &draft_record, NULL, apply_draft_save,
                             "Keep a report that is being written." },
    [COMMAND_DRAFT_SWEEP] = { "feedback.draft_sweep", &nothing_record, NULL, apply_draft_sweep,
                              "Forget drafts that nobody touched for 14 days." },
#define ACT(act, needs, effect, label, about)                                                     \
    { "feedback." #act, &act_record, NULL, apply_act, about },
#include "mod/feedback/acts.def"
#undef ACT
};

const struct command *feedback_act(struct str name)
{
    for (size_t i = COMMAND_FIRST_ACT; i < COUNT(feedback_commands); i++) {
        if (str_equal(str_of(feedback_commands[i].name + sizeof "feedback." - 1), name)) {
            return &feedback_commands[i];
        }
    }
    return NULL;
}
