/* The doorkeeper: whose session is this, and what may its holder do? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_DOOR_H
#define IDENTITY_DOOR_H

#include "base/crypt.h"
#include "sql/identity.h"
#include "web/module.h"

/* For struct module: see there. */
bool identity_visitor(struct visit *v, struct str session_token, struct visitor *ret);
bool identity_holds(struct conn *conn, const struct author *author, const char *power,
                    struct id unit, struct day today);

/* The session that the browser's cookie names, half or whole, if it still lives. */
bool door_session(struct visit *v, struct session_of_token_row *ret);

/* A secret for a cookie: its text for the browser, its SHA-256 for the store. */
enum { TOKEN_BYTES = 32 };
struct token {
    struct str text;
    struct hash hash;
};
struct token token_draw(struct visit *v);
/* Any text has a hash; that of a token we never gave is in no row. */
struct hash token_hash(struct str text);
/* A span over the hash, for queries and commands; it lives as long as the hash. */
struct bytes hash_bytes(const struct hash *hash);

#endif
