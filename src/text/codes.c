/* The door to utf8proc, without its allocations. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text/codes.h"

#include <utf8proc.h>

#include "base/arena.h"
#include "base/must.h"

/* Sets of utf8proc_option_t, which is not an enumeration of sets. */
static const int OPTIONS[] = {
    [CODES_DECOMPOSED] = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE,
    [CODES_VISIBLE] = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE,
};
static const int COMPOSE = UTF8PROC_STABLE | UTF8PROC_COMPOSE;

bool codes_of(struct arena *arena, struct str s, enum codes_form form, struct codes *ret)
{
    /* Vietnamese never has more code points than bytes; what does is asked a second time. */
    size_t capacity = s.n;
    for (;;) {
        int32_t *p = new(arena, int32_t, capacity + 1);
        ssize_t n = utf8proc_decompose((const uint8_t *)s.p, (ssize_t)s.n, p, (ssize_t)capacity,
                                       (utf8proc_option_t)OPTIONS[form]);
        if (n < 0) {
            return false;
        }
        if ((size_t)n <= capacity) {
            *ret = (struct codes){ p, (size_t)n };
            return true;
        }
        capacity = (size_t)n;
    }
}

struct str codes_compose(struct codes codes)
{
    ssize_t n = utf8proc_reencode(codes.p, (ssize_t)codes.n, (utf8proc_option_t)COMPOSE);
    must(n >= 0);
    return str_span(codes.p, (size_t)n);
}

bool code_is_word(int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool code_is_letter(int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    /* Modifier letters are left out: most are kinds of apostrophe. */
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO &&
           category != UTF8PROC_CATEGORY_LM;
}

bool code_is_space(int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
           (code >= '\t' && code <= '\r');
}

int32_t code_lower(int32_t code)
{
    return utf8proc_tolower(code);
}

void code_write_upper(struct out *out, int32_t code)
{
    uint8_t bytes[4];
    out_bytes(out, bytes, (size_t)utf8proc_encode_char(utf8proc_toupper(code), bytes));
}
