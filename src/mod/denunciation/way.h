/* Where a denunciation goes, and to whose keys: above the unit of whom it is about. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_WAY_H
#define DENUNCIATION_WAY_H

#include "mod/denunciation/seal.h"

struct way {
    struct accused_unit_row accused;
    struct accused_units_above_row unit;
    struct readers handlers;
    struct readers identity;
    struct denunciation_facts facts;
};
/* The nearest unit above the accused one where somebody has a key: each of them forwards what is
 * not its own. What is missing the facts say. Law: 25/2018/QH14 art. 24. */
void way_find(struct visit *v, struct str accused_unit, struct way *ret);

/* What the desk is told: content and identity (is_named) sealed along the way, and the mailbox of
 * that secret, beside the enclosure that is in *ret already. False: no memory for it now, or it
 * cannot be sealed to them. Slow. */
bool way_seal(struct visit *v, const struct way *way, const struct denunciation_content *content,
              const struct denunciation_identity *identity, struct str secret,
              struct denunciation_send *ret);

/* The questions about the accused one, of a form that has these fields. */
struct field_view unit_field(struct visit *v, const struct record *record);
struct field_view position_field(struct visit *v, const struct record *record);

#endif
