/* Problem pages: what a request gets that did not end well, for people and for programs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_PROBLEM_H
#define WEB_PROBLEM_H

#include "web/visit.h"

/* Drops what was written so far and answers with the status: a page of the layout, or for programs
 * an RFC 9457 problem with errors[{field,detail}] from v->problems. `detail` says what exactly;
 * absent, the status speaks for itself. Headers that were set for this status (Allow, Retry-After)
 * stay. */
void problem_write(struct visit *v, enum status status, struct str detail);

#endif
