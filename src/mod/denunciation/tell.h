/* Ticks: the ledger is told by night (tell.c), and readers of what is unread (unread.c). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_TELL_H
#define DENUNCIATION_TELL_H

#include "store/store.h"

struct desk;
void denunciation_tell(struct snap *snap, struct desk *desk, struct instant now);
void denunciation_remind(struct snap *snap, struct desk *desk, struct instant now);

#endif
