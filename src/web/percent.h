/* Percent-encoding: decoded exactly once, and refused when it is malformed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_PERCENT_H
#define WEB_PERCENT_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/str.h"

enum percent_plus { PERCENT_PLUS_IS_PLUS, PERCENT_PLUS_IS_SPACE };

/* The decoded bytes; the span itself when there is nothing to decode. False for a percent sign that
 * two hexadecimal digits do not follow. Nobody decodes what came out of here again: `%2541` is the
 * text "%41", and never "A". */
bool percent_decode(struct arena *arena, struct str s, enum percent_plus plus,
                    struct str *ret) MUST_USE;

/* The value of a hexadecimal digit of either case, or -1. */
int hex_digit(char c) PURE;

#endif
