/* Losses: the ledger was put back to an earlier point, and says so itself. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_LOSS_H
#define DESK_LOSS_H

#include "desk/desk.h"
#include "ledger/receipt.h"

/* A ledger that was restored to an earlier point and goes on contradicts every receipt from behind
 * that point. It may go on when it says so: the fact `ledger.restored` (kept, known) is a public
 * leaf. From then on whoever shows a receipt from behind `kept` that is older than that leaf is
 * told that it was lost by that restore; one from after it still gives a second, silent restore
 * away. */
struct loss {
    int64_t kept;  /* leaves that the ledger had when it went on */
    int64_t known; /* the largest size of ours that was shown then; not below kept */
};

/* The command, given by `kheo accept-loss` alone, as the clock. For main, beside the services. */
extern const struct service loss_service;

/* The loss that explains a head of ours of `size`, if there is one. With a verified receipt, its
 * leaf must lie behind what was kept and be older than the loss; a bare head, which has no date,
 * must not be larger than what was known. *ret_at is when it was accepted. */
bool loss_explains(struct conn *conn, int64_t size, const struct receipt_content *receipt,
                   struct instant *ret_at);

/* For the audit: each row against its leaf, and the number of such leaves against the rows. */
void loss_check(struct conn *conn, int64_t leaf_count,
                void (*fault)(void *context, struct str sentence), void *context);
bool loss_is_leaf(struct str type);

#endif
