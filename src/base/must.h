/* Bugs: a claim that must hold, checked in every build; the process ends when it does not. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_MUST_H
#define BASE_MUST_H

#include "base/attr.h"

/* A broken claim is a bug of ours, never bad input: it logs what and where (EVENT_PANIC) and
 * aborts. The open transaction rolls back and the supervisor starts us again. */
#define must(claim) ((claim) ? (void)0 : must_panic(#claim, __FILE__, __LINE__))

COLD NORETURN void must_panic(const char *claim, const char *file, int line);

#endif
