/* Words that common passwords are made of. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_COMMON_PASSWORDS_H
#define IDENTITY_COMMON_PASSWORDS_H

#include <stddef.h>

/* Folded (small letters, no marks, no spaces), without the digits that people put at the ends: the
 * rule strips those. Written by us: Vietnamese and English words, names, keyboard rows, places. */
extern const char *const COMMON_PASSWORDS[];
extern const size_t COMMON_PASSWORD_COUNT;

#endif
