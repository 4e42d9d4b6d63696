/* What the pages of a sealed denunciation show of how it is settled. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_SETTLE_PAGES_H
#define DENUNCIATION_SETTLE_PAGES_H

#include "case/page.h"
#include "mod/denunciation/denunciation.h"

/* For its sender, who has shown the secret of the mailbox, and for its readers. */
struct settling_view {
    const char *state;
    const char *sentence; /* how it stands, for its sender */
    struct local_url url; /* for its readers */
    struct case_terms_view terms;
    const struct str *advice;
    size_t advice_count;
    struct timeline_view timeline;
    bool may_be_protected;
    struct summary_view summary; /* what is known, for its sender */
    bool may_go_on; /* with the superior, who is of this house too: it can be sealed to them */
    struct str unit_name;
};
/* NULL: it is not in the book yet. */
struct settling_view *settling_view(struct visit *v, struct denunciation_id id);

extern const struct case_word ENTERING_WAYS[4];

#endif
