/* Does a report sound like a denunciation? Then its sender is asked, and it is read first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_SIFT_H
#define FEEDBACK_SIFT_H

#include "base/arena.h"
#include "base/str.h"

/* Looks for phrases in which people speak of somebody's wrongdoing, with or without tone marks. It
 * errs towards yes: then a sender is asked once, and an officer reads the report before anybody
 * else does. It is no judgement of what was written, and nothing counts it. Pure.
 * Law: 25/2018/QH14 art. 2 cl. 1 (what a denunciation is). */
bool sift_may_denounce(struct arena *arena, struct str text);

#endif
