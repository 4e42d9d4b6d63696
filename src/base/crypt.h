/* The cryptography that we use, all of it libsodium's: hashes, signatures, secrets, passwords. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_CRYPT_H
#define BASE_CRYPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

enum {
    HASH_BYTES = 32,
    SIGN_SEED_BYTES = 32,
    SIGN_PUBLIC_BYTES = 32,
    SIGN_BYTES = 64,
    SECRET_KEY_BYTES = 32,
    SECRET_OVERHEAD_BYTES = 24 + 16,
    PASSWORD_HASH_BYTES = 128,
    STRETCH_SALT_BYTES = 16,
};

/* SHA-256, the hash of everything that is public. */
struct hash {
    uint8_t b[HASH_BYTES];
};

/* Once, before any thread starts. False when the library cannot work here. */
bool crypt_start(void) MUST_USE;

struct hash hash_of(struct str bytes);
/* The hash of the parts, one after the other, without copying them together. */
struct hash hash_of_parts(const struct str *parts, size_t count);
struct hash hash_hmac(struct str key, const struct str *parts, size_t count);
bool hash_equal(struct hash a, struct hash b);   /* in constant time */
struct str hash_str(const struct hash *hash) PURE;

void random_bytes(void *ret, size_t n);
/* Same seed, same bytes, for replays: ChaCha20 over zeros; `stream` numbers the draws. */
void random_from_seed(const uint8_t seed[32], uint64_t stream, void *ret, size_t n);
/* For made-up data alone: whatever is drawn from now on, keys too, follows from the seed and keeps
 * no secret. NULL: chance again. No other thread may draw meanwhile. */
void random_feign(const uint8_t seed[32]);

struct sign_key {
    uint8_t public[SIGN_PUBLIC_BYTES];
    uint8_t secret[64];
};
struct sign_key sign_key_from_seed(const uint8_t seed[SIGN_SEED_BYTES]);
void sign_bytes(const struct sign_key *key, struct str message, uint8_t ret[SIGN_BYTES]);
bool sign_verify(const uint8_t public[SIGN_PUBLIC_BYTES], struct str message,
                 const uint8_t signature[SIGN_BYTES]) MUST_USE;

/* XChaCha20-Poly1305 with a random nonce in front: n + SECRET_OVERHEAD_BYTES bytes to *ret. */
void secret_seal(const uint8_t key[SECRET_KEY_BYTES], struct str plain, struct str context,
                 uint8_t *ret);
/* n - SECRET_OVERHEAD_BYTES bytes; false when key, context or a bit is wrong. */
bool secret_open(const uint8_t key[SECRET_KEY_BYTES], struct str sealed, struct str context,
                 uint8_t *ret) MUST_USE;

/* argon2id, two passes over 64 MiB (about 140 ms): callers run at most two at once. */
bool password_hash(struct str password, char ret[PASSWORD_HASH_BYTES]) MUST_USE;
bool password_verify(struct str password, const char *hash) MUST_USE;

/* A key from what a person remembers: argon2id (RFC 9106), three passes over 64 MiB, one lane; for
 * ROUTE_SLOW. False: no memory for it now. */
bool password_stretch(struct str password, const uint8_t salt[STRETCH_SALT_BYTES],
                      uint8_t ret[SECRET_KEY_BYTES]) MUST_USE;

/* Strict RFC 4648: exactly the canonical text of some bytes (unused tail bits zero, padding as it
 * must be, hex in lower case); *ret_n is how many. False for anything else or for more than
 * `capacity` bytes; the buffer may then hold a part. */
bool base64_decode(struct str text, void *ret, size_t capacity, size_t *ret_n) MUST_USE;
bool base64url_decode(struct str text, void *ret, size_t capacity, size_t *ret_n) MUST_USE;
bool hex_decode(struct str text, void *ret, size_t capacity, size_t *ret_n) MUST_USE;

/* Equality that tells a listener nothing about where two secrets differ. */
bool secret_equal(struct str a, struct str b) MUST_USE;
void secret_wipe(void *bytes, size_t n);

#endif
