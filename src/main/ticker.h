/* The clock's thread: looks every minute at what the passing of time has made due. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_TICKER_H
#define MAIN_TICKER_H

#include "main/house.h"

/* Calls every service's ticks with a snapshot of its own; they submit commands as the clock does,
 * so that "a term has passed" is an act in the ledger like any other. NULL: the thread did not
 * start. */
struct ticker;
struct ticker *ticker_start(struct house *house);
void ticker_stop(struct ticker *ticker);

#endif
