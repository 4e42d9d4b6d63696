/* Text as an array of code points, where utf8proc can work on it. Private to the room. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_CODES_H
#define TEXT_CODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/out.h"
#include "base/str.h"

/* There is room for one more behind the last, which utf8proc wants. */
struct codes {
    int32_t *p;
    size_t n;
};

enum codes_form {
    CODES_DECOMPOSED,   /* each letter with its marks behind it, in canonical order (NFD) */
    CODES_VISIBLE,      /* the same without what cannot be seen: joiners, soft hyphens */
};

/* False when the bytes are not UTF-8. */
bool codes_of(struct arena *arena, struct str s, enum codes_form form, struct codes *ret) MUST_USE;
/* Their text in NFC. It takes the place of the codes. */
struct str codes_compose(struct codes codes);

/* Combining marks of Latin letters; the blocks of other scripts have their own. */
static inline bool code_is_latin_mark(int32_t code)
{
    return code >= 0x300 && code <= 0x36F;
}
/* Letters, digits and the marks of any script. */
bool code_is_word(int32_t code);
bool code_is_letter(int32_t code);
bool code_is_space(int32_t code);
int32_t code_lower(int32_t code);
/* The capital of a letter in UTF-8. */
void code_write_upper(struct out *out, int32_t code);

#endif
