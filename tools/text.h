/* What the tools that write C do with texts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_TEXT_H
#define TOOLS_TEXT_H

#include "base/out.h"

/* The byte as it is written inside a C string constant. UTF-8 stays as it is. */
void text_c_byte(struct out *out, char c);
/* The whole constant, with its quotes. */
void text_c_string(struct out *out, struct str s);
/* How many slots a sentence has: each is a "%s" (text/message.h). */
size_t text_slots(struct str sentence) PURE;

#endif
