/* Form tokens: proof that a form is ours, and the key that makes a second click harmless. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_TOKEN_H
#define WEB_TOKEN_H

#include "web/visit.h"

/* 128 random bits and 128 bits of HMAC-SHA-256 over them, base64url. The HMAC is bound to the
 * session, so that a token of one person is worth nothing to another; for those who are not signed
 * in, to the server's secret and the day. The whole text is the sender's idempotency key too: a
 * form sent twice is answered twice with the first receipt. Every form of a page has one
 * (html/token.html):
 *
 *     <input type="hidden" name="token" value="{{v->token}}">
 */
#define TOKEN_FIELD "token"
enum { TOKEN_CHARS = 43 };

/* A new token for a form on this page. */
struct str token_make(struct visit *v);
/* True for a token made for this visitor; those without a session have until the end of
 * tomorrow. */
bool token_is_good(const struct visit *v, struct str token);

#endif
