/* What the tools that write C do with texts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "text.h"

void text_c_byte(struct out *out, char c)
{
    switch (c) {
    case '\n':
        out_lit(out, "\\n");
        break;
    case '\t':
        out_lit(out, "\\t");
        break;
    case '\r':
        out_lit(out, "\\r");
        break;
    case '"':
    case '\\':
    case '?': /* two of them and a third sign may be a trigraph */
        out_char(out, '\\');
        out_char(out, c);
        break;
    default:
        out_char(out, c);
    }
}

void text_c_string(struct out *out, struct str s)
{
    out_char(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        text_c_byte(out, s.p[i]);
    }
    out_char(out, '"');
}

size_t text_slots(struct str sentence)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < sentence.n; i++) {
        count += sentence.p[i] == '%' && sentence.p[i + 1] == 's';
    }
    return count;
}
