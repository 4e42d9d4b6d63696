/* Jumps of the wall clock: stamps never follow it back, and the ledger says that it moved. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_CLOCK_H
#define DESK_CLOCK_H

#include "desk/desk.h"

/* Whoever sets the machine's clock decides what day a paper came and whether an answer was late.
 * So each time it moves in a way that time does not, the fact `clock.jump` (from, to) stands in the
 * ledger in front of the first paper that was stamped after it. */
enum {
    CLOCK_SLACK_S = 300, /* as far back as time servers may set it without a word */
    CLOCK_GAP_S = DAY_S, /* as far ahead */
};

/* What was read at the last commit, and what is read now. */
struct clock_reading {
    struct instant wall;
    int64_t uptime_s; /* of a clock that nobody sets, sleep included; -1: there is none */
    bool is_behind;   /* the wall was before the last stamp, and the ledger knows */
};
struct clock_jump {
    struct instant from; /* what the clock should have said, or the last stamp */
    struct instant to;   /* what it said */
};

/* Back: the wall is more than CLOCK_SLACK_S before the last stamp, told once until it has caught
 * up. Ahead: more than CLOCK_GAP_S beyond what passed by the other clock, or, when `before` is of
 * no commit (`wall` is none: the start), beyond the last stamp; a house that was closed for days
 * cannot tell that from a jump, and says so too. Fills now->is_behind. */
bool clock_has_jumped(const struct clock_reading *before, struct clock_reading *now,
                      struct instant last_at, struct clock_jump *ret);

/* The fact; its command is given by the registrar alone. For main, beside the services. */
extern const struct service clock_service;

#endif
