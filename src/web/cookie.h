/* Cookies: the session's and the few that remember a visitor's choices. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include "web/visit.h"

/* The session's cookie. `__Host-` makes browsers insist on Secure, Path=/ and no Domain. Chromium
 * keeps it from http://127.0.0.1 too, so a demonstration needs no other name. */
#define SESSION_COOKIE "__Host-kheo"

/* The number of the batch with which this browser was last told that something was done: no page
 * may show it an older state, whichever server and copy of the database it meets next. */
#define BATCH_COOKIE "lo"

void batch_remember(struct visit *v, int64_t batch);
/* 0: it was told nothing, or pages do not come from a copy anyway. */
int64_t batch_told(const struct visit *v);

enum { COOKIE_UNTIL_CLOSED = -1, COOKIE_FORGET = 0 };

/* The value of the first cookie of that name, or absent. Malformed parts of the header are skipped:
 * a cookie that some other site on the host has broken must not lock people out. */
struct str cookie_get(const struct request *request, const char *name);
/* HttpOnly, Secure, SameSite=Lax, for the whole site. Value: base64url or other token characters.
 * `life_s` is in seconds, or one of the two above. */
void cookie_set(struct visit *v, const char *name, struct str value, int64_t life_s);

/* Signs the browser in or out; `token` is base64url text of the identity service. */
void session_start(struct visit *v, struct str token, int64_t life_s);
void session_end(struct visit *v);

#endif
