/* The end of a process that has found a bug in itself. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"

#include <stdlib.h>

#include "base/log.h"

void must_panic(const char *claim, const char *file, int line)
{
    log_event(EVENT_PANIC, LOG_WORD("claim", claim), LOG_WORD("file", file), LOG_INT("line", line));
    abort();
}
