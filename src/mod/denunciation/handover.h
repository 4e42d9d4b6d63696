/* The door through which other services hand on what must be sealed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_HANDOVER_H
#define DENUNCIATION_HANDOVER_H

#include "web/sealing.h"

extern const struct sealing denunciation_sealing;

/* send.c: the form with these words in it. */
enum status denunciation_form_begin(struct visit *v, struct str text);

#endif
