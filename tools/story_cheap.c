/* Passwords in stories are hashed by the same function, as cheaply as it can. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sodium.h>

#include "base/crypt.h"

/* What a guess costs is argon2id's business and tried by the tests of base/crypt; a story signs
 * people in a dozen times, and torture tells it hundreds of times. Two thirds of it went there. */
bool __wrap_password_hash(struct str password, char ret[PASSWORD_HASH_BYTES]);
bool __wrap_password_stretch(struct str password, const uint8_t salt[STRETCH_SALT_BYTES],
                             uint8_t ret[SECRET_KEY_BYTES]);

bool __wrap_password_hash(struct str password, char ret[PASSWORD_HASH_BYTES])
{
    return crypto_pwhash_str(ret, password.p ? password.p : "", password.n,
                             crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) == 0;
}

bool __wrap_password_stretch(struct str password, const uint8_t salt[STRETCH_SALT_BYTES],
                             uint8_t ret[SECRET_KEY_BYTES])
{
    return crypto_pwhash(ret, SECRET_KEY_BYTES, password.p ? password.p : "", password.n, salt,
                         crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN,
                         crypto_pwhash_ALG_ARGON2ID13) == 0;
}
