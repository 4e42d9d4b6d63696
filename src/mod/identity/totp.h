/* The second factor: codes from the clock (RFC 6238), and codes for a lost telephone. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_TOTP_H
#define IDENTITY_TOTP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/crypt.h"
#include "base/day.h"

/* SHA-1, six digits, 30 seconds, one step of tolerance to either side: what every app does. */
enum {
    TOTP_SECRET_BYTES = 20,
    TOTP_SEALED_BYTES = TOTP_SECRET_BYTES + SECRET_OVERHEAD_BYTES,
    TOTP_STEP_S = 30,
    TOTP_GROUPS = 8, /* of four letters, as the secret is shown */
    TOTP_DIGITS = 6,
    RECOVERY_CODE_BYTES = 10,
};

/* True when the code is that of now or of a neighbour step later than `last_step`; *ret_step is its
 * step, to be kept so that a code counts once. Blanks in the code are passed over. */
bool totp_check(const uint8_t secret[TOTP_SECRET_BYTES], struct str code, struct instant now,
                int64_t last_step, int64_t *ret_step) MUST_USE;

/* The secret as people type it into an app, in groups of four, and as an app reads it from a link.
 */
struct str totp_secret_text(struct arena *arena, const uint8_t secret[TOTP_SECRET_BYTES]);
struct str totp_link(struct arena *arena, const uint8_t secret[TOTP_SECRET_BYTES],
                     struct str account);
/* Back from the text; blanks are passed over. False: it is not 20 bytes of base32. */
bool totp_secret_parse(struct str text, uint8_t ret[TOTP_SECRET_BYTES]) MUST_USE;

/* 80 bits as four groups of four signs. */
struct str recovery_code_text(struct arena *arena, const uint8_t bits[RECOVERY_CODE_BYTES]);
/* SHA-256 of the code as it was given, whatever its case and blanks: what the store keeps. False
 * for a text that is no such code. */
bool recovery_code_hash(struct str text, struct hash *ret) MUST_USE;

#endif
