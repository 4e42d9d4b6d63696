/* The commands of this service, in one table for the desk. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/feedback.h"
#include "mod/feedback/follow.h"
#include "mod/feedback/join.h"
#include "mod/feedback/photo.h"
#include "mod/feedback/recording.h"
#include "mod/feedback/recount.h"
#include "mod/feedback/removal.h"
#include "mod/feedback/slip.h"
#include "mod/feedback/template.h"
#include "mod/feedback/together.h"

static const struct record nothing_record = { "nothing", NULL, 0, 0 };

const struct command feedback_commands[] = {
    [COMMAND_SEND] = { "feedback.send", &send_record, NULL, apply_send,
                       "Send a reflection or recommendation to a unit.", .gives_receipt = true },
    [COMMAND_JOIN] = { "feedback.join", &join_record, NULL, apply_join,
                       "Say that an open report is about one's own matter too." },
    [COMMAND_DRAFT_SAVE] = { "feedback.draft_save", &draft_record, NULL, apply_draft_save,
                             "Keep a report that is being written.", &draft_drawn_record },
    [COMMAND_DRAFT_SWEEP] = { "feedback.draft_sweep", &nothing_record, NULL, apply_draft_sweep,
                              "Forget drafts that nobody touched for 14 days." },
    [COMMAND_PHOTO_ADD] = { "feedback.photo_add", &photo_add_record, NULL, apply_photo_add,
                            "Add a photo to a report that was sent.", &photo_add_drawn_record },
    [COMMAND_PHOTO_FORGET] = { "feedback.photo_forget", &photo_forget_record, NULL,
                               apply_photo_forget, "Forget a photo that is nobody's." },
    [COMMAND_ORIGINAL_OPEN] = { "feedback.original_open", &original_open_record, POWER_HANDLE,
                                apply_original_open, "Take out a photo as it was sent." },
    [COMMAND_FOLLOW] = { "feedback.follow", &follow_record, NULL, apply_follow,
                         "Ask to be written to about a report." },
    [COMMAND_FOLLOW_CONFIRM] = { "feedback.follow_confirm", &follow_answer_record, NULL,
                                 apply_follow_confirm, "Say that the address is one's own." },
    [COMMAND_FOLLOW_LEAVE] = { "feedback.follow_leave", &follow_answer_record, NULL,
                               apply_follow_leave, "Be written to no more." },
    [COMMAND_FOLLOW_SWEEP] = { "feedback.follow_sweep", &nothing_record, NULL, apply_follow_sweep,
                               "Forget addresses that did not answer for a week." },
    [COMMAND_RECOUNT] = { "feedback.recount_some", &recount_record, NULL, apply_recount,
                          "Count some reports again after the working calendar has changed." },
    [COMMAND_DRAFT_DROP] = { "feedback.draft_drop", &draft_drop_record, NULL, apply_draft_drop,
                             "Forget a report that is being written." },
    [COMMAND_REMOVE] = { "feedback.remove", &removal_record, NULL, apply_removal,
                         "Leave nothing of a report but that it was received.",
                         &removal_drawn_record },
    [COMMAND_TOGETHER] = { "feedback.together", &together_record, POWER_HANDLE, apply_together,
                           "Do the same act on several reports, each by its own rules." },
    [COMMAND_SLIPS] = { "feedback.slips", &slips_record, POWER_HANDLE, apply_slips,
                        "Print slips that bear a code, to be written on by hand." },
    [COMMAND_TEMPLATE_ADD] = { "feedback.template_add", &template_record, POWER_ADMIN,
                               apply_template_add, "Keep a template of answers for a unit." },
    [COMMAND_TEMPLATE_CHANGE] = { "feedback.template_change", &template_record, POWER_ADMIN,
                                  apply_template_change, "Let a template say something else." },
    [COMMAND_TEMPLATE_USE] = { "feedback.template_use", &template_use_record, POWER_ADMIN,
                               apply_template_use, "Take a template out of use, or back." },
    [COMMAND_CATEGORY_ADD] = { "feedback.category_add", &category_add_record, POWER_ADMIN,
                               apply_category_add, "Let reports be about something more." },
    [COMMAND_CATEGORY_CHANGE] = { "feedback.category_change", &category_change_record, POWER_ADMIN,
                                  apply_category_change, "Call or place a category otherwise." },
    [COMMAND_CATEGORY_LIMIT_SET] = { "feedback.category_limit_set", &category_limit_set_record,
                                     POWER_ADMIN, apply_category_limit_set,
                                     "Set how long an answer may take, from tomorrow on." },
    [COMMAND_CATEGORY_USE] = { "feedback.category_use", &category_use_record, POWER_ADMIN,
                               apply_category_use, "Take a category out of use, or back." },
    [COMMAND_QUESTION_ADD] = { "feedback.question_add", &question_add_record, POWER_ADMIN,
                               apply_question_add, "Let a category ask something more." },
    [COMMAND_QUESTION_CHANGE] = { "feedback.question_change", &question_change_record, POWER_ADMIN,
                                  apply_question_change, "Word or place a question otherwise." },
    [COMMAND_QUESTION_USE] = { "feedback.question_use", &question_use_record, POWER_ADMIN,
                               apply_question_use, "Ask a question no more, or again." },
    [COMMAND_RECORDING_ADD] = { "feedback.recording_add", &recording_add_record, NULL,
                                apply_recording_add, "Add a recording to a report that was sent.",
                                &recording_add_drawn_record },
    [COMMAND_RECORDING_FORGET] = { "feedback.recording_forget", &recording_forget_record, NULL,
                                   apply_recording_forget, "Forget a recording that is nobody's." },
#define ACT(act, needs, effect, label, about)                                                      \
    { "feedback." #act, &act_record, NULL, apply_act, about, &act_drawn_record },
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
