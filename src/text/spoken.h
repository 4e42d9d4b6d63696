/* A text as it is read out: over the village's loudspeaker, or by a program that reads pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_SPOKEN_H
#define TEXT_SPOKEN_H

#include "base/arena.h"
#include "base/str.h"

/* What eyes take in and a voice does not, in words: "UBND" is "Ủy ban nhân dân", "05/12/2026" is
 * "ngày 5 tháng 12 năm 2026", "17h30" is "17 giờ 30", "120 m²" is "120 mét vuông", "45/QĐ-UBND" is
 * "số 45"; what stands in brackets stands between commas; addresses of the net are left out. Every
 * line ends as a sentence. Vietnamese only; whatever is not known stays as it is. Pure. */
struct str spoken(struct arena *arena, struct str text);

/* How long that takes, in seconds, at the pace of a loudspeaker: 130 syllables a minute. */
unsigned spoken_seconds(struct str text);

#endif
