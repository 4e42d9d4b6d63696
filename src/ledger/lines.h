/* What the parsers of this room share: texts made of lines, and words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_LINES_H
#define LEDGER_LINES_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/str.h"

/* Cuts one line off *rest, without its newline. False when no newline is left. */
bool line_cut(struct str *rest, struct str *ret) MUST_USE;
/* The same for a line that must begin with `label`; gives what follows the label. */
bool line_cut_after(struct str *rest, struct str label, struct str *ret) MUST_USE;

/* [a-z][a-z0-9_]*, at most `chars_max`. */
bool word_is_valid(struct str word, size_t chars_max) PURE;

/* The 44 signs of a hash in base64, canonical. */
bool hash_from_base64(struct str text, struct hash *ret) MUST_USE;
bool hash_from_base64url(struct str text, struct hash *ret) MUST_USE;

#endif
