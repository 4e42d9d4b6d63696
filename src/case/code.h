/* Tracking codes and secrets: short signs that survive a phone call, a torn paper and a bad pen. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_CODE_H
#define CASE_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/crypt.h"
#include "base/str.h"

/* A code is PP-XXXX-XXXX: two letters of the unit that received the report, seven random signs and
 * a check sign (Luhn modulo 30 over all of them), so that one wrong sign, or two that changed
 * places, are noticed. The signs leave out 0 O 1 I L U, which a pen or an eye takes for each other.
 * A secret is eight of the same signs, random throughout: 39 bits, guessed against a rate limit
 * only. */
#define CODE_SIGNS "23456789ABCDEFGHJKMNPQRSTVWXYZ"
enum { CODE_SIGN_COUNT = 30, CODE_RANDOM_SIGNS = 7, CODE_CHARS = 12, SECRET_SIGNS = 8 };

/* `bits` are 8 random bytes per code, 8 per secret. The prefix is two letters A-Z. */
void code_make(struct str prefix, const uint8_t bits[8], char ret[CODE_CHARS + 1]);
void secret_make(const uint8_t bits[8], char ret[SECRET_SIGNS + 1]);

enum code_fault {
    CODE_GOOD,
    CODE_WRONG_LENGTH,
    CODE_DOUBTFUL_SIGN, /* one of 0 O 1 I L U, or no sign at all: *ret_doubtful says which */
    CODE_WRONG_CHECK,   /* every sign is possible, together they are not: one was misread */
};

/* What a person typed, in any case and with spaces and dashes anywhere, as the canonical code. */
enum code_fault code_read(struct str typed, char ret[CODE_CHARS + 1], char *ret_doubtful);
/* The same for a secret: its signs only, upper case. False when it cannot be one. */
bool secret_read(struct str typed, char ret[SECRET_SIGNS + 1]) MUST_USE;

/* The public hash of a secret: useless for another paper. */
struct hash secret_hash(struct str object, struct str secret);
/* Is what was typed the secret whose hash is kept with that object? */
bool secret_opens(struct str object, struct bytes kept_hash, struct str typed);

#endif
