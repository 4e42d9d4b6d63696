/* The languages that a pack or a narration may be in, by their codes of ISO 639. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LANGUAGE_KNOWN_H
#define LANGUAGE_KNOWN_H

#include "base/attr.h"
#include "base/str.h"

struct known_language {
    const char *code;  /* BCP 47: two letters where ISO 639-1 has them */
    const char *label; /* Vietnamese source text */
    bool is_built_in;  /* compiled into the program: no pack, but narrations */
};
/* Ends with a zero row. */
extern const struct known_language known_languages[];

/* NULL: none of that code. */
const struct known_language *known_language(struct str code) PURE;

#endif
