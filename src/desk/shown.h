/* What somebody shows us as signed by this ledger, compared with the ledger as it stands. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_SHOWN_H
#define DESK_SHOWN_H

#include "base/crypt.h"
#include "store/store.h"

/* The anchor file can be put back together with the database; what a citizen holds cannot. One
 * receipt, or one checkpoint, is enough to tell that leaves are gone or were changed. */
enum shown {
    SHOWN_AGREES,
    SHOWN_UNPROVEN, /* no receipt, or not signed by this ledger's key: it says nothing about us */
    SHOWN_LOST,     /* from behind a restore that the ledger itself speaks of (desk/loss.h) */
    SHOWN_AHEAD,    /* we signed a larger tree than this one: it is an old copy */
    SHOWN_CONTRADICTS, /* we signed another tree */
};

/* `text` is a receipt (docs/LEDGER.md §6) or a bare checkpoint (§5). Its signed head is what is
 * compared. *ret_why is a Vietnamese sentence for the operator, also when it agrees; *ret_size the
 * head's size, 0 when it is unproven. */
enum shown shown_compare(struct conn *conn, struct str text, struct str origin,
                         const uint8_t public[SIGN_PUBLIC_BYTES], int64_t *ret_size,
                         struct str *ret_why);

#endif
