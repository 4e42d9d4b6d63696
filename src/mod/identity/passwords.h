/* Passwords: made up, hashed and compared, two at a time and no more. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_PASSWORDS_H
#define IDENTITY_PASSWORDS_H

#include "base/arena.h"
#include "base/crypt.h"

/* Each hashing takes 64 MiB and 140 ms. Both wait for their turn; false when too many wait already:
 * answer 503. They are for ROUTE_SLOW handlers and the console, never for the wire's threads. Law:
 * none; our practice. */

/* Verifies against the hash or, when there is none, against a constant one: an unknown name takes
 * as long as a wrong password. */
bool gate_verify(struct str password, const char *hash_or_null, bool *ret_is_right) MUST_USE;
bool gate_hash(struct str password, char ret[PASSWORD_HASH_BYTES]) MUST_USE;

/* Sixteen signs that nobody mixes up when reading them aloud, in groups of four: 79 bits. */
struct str password_generate(struct arena *arena);

#endif
