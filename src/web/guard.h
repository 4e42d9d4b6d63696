/* The guard: who is there, and may they? Everything it needs is in the route's row. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "web/visit.h"

/* Before the body is parsed: rate, type of the body, visitor, power, same origin. STATUS_OK, or
 * why the visit ends here; *ret_detail may get a sentence (Vietnamese source text) that says
 * more. */
enum status guard_enter(struct visit *v, const char **ret_detail);
/* After it, first: the token of a form, or the Idempotency-Key of the API, which becomes v->key. */
enum status guard_key(struct visit *v, const char **ret_detail);
/* Does the browser itself say that one of our own pages sent this? One that does not say is old. */
bool guard_is_ours(const struct visit *v);
/* Then: may this be done now, or must the visitor first show who they are? */
bool guard_is_fresh(const struct visit *v);

#endif
