/* Acts on a denunciation that is settled: their effects, and the words that they offer. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_SETTLE_H
#define DENUNCIATION_SETTLE_H

#include "case/page.h"
#include "mod/denunciation/flow.h"

case_effect date_letter, date_telling, check_keeping, lengthen_check, date_forwarding,
    check_passing_by, check_refusal_ground, form_team, count_test, lengthen_limit, check_standing,
    check_asking, check_protection, check_refusing_protection, check_ending_protection,
    let_experts_work, watch_other, date_review, check_resettling, date_serving, check_taking_over,
    check_withdrawal, check_ending, check_conclusion, check_action, check_posting, check_announcing,
    check_closing;

extern const struct case_word SETTLING_TEAM[2], SETTLING_WITHDRAWALS[2], SETTLING_ASKINGS[2],
    SETTLING_PROTECTIONS[3], SETTLING_OUTCOMES[3], SETTLING_ACTIONS[5], SETTLING_POSTINGS[2],
    SETTLING_ANNOUNCEMENTS[2];

#endif
