/* What the sender asks of the queue: commands to take a letter, and to say how it went. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_QUEUE_H
#define OUTBOX_QUEUE_H

#include "outbox/fault.h"
#include "outbox/outbox.h"

/* A try is noted before it is made: what dies in between is tried once more, later; what was never
 * taken never left, and can be withdrawn. The answer's text is OUTBOX_TAKEN when it is to go now,
 * and empty when this take gave it up: too old, or tried too often. */
#define OUTBOX_TAKEN STR("taken")
struct outbox_take {
    int64_t id;
    int64_t retry_s; /* the wait after a first failure */
};
struct outbox_failed {
    int64_t id;
    struct str fault; /* its word */
};
struct outbox_channels {
    bool mail;
    bool hook;
};

const char *outbox_channel_name(enum outbox_channel channel) PURE;

#endif
