/* The core: the texts that a language needs first, for a report to be sent and followed in it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_CORE_H
#define TEXT_CORE_H

#include <stddef.h>

/* Vietnamese source texts in the order of their bytes. po/core.list names the files whose texts
 * they are; `make po` writes po/core.pot of it, tools/poc these (gen/po/core.c). */
extern const char *const core_texts[];
extern const size_t core_text_count;

#endif
