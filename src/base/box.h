/* Sealing to a key that is elsewhere, streams that know their end, a hash in steps. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_BOX_H
#define BASE_BOX_H

#include "base/crypt.h"

enum {
    BOX_KEY_BYTES = 32, /* of either half */
    BOX_OVERHEAD_BYTES = 48,
    STREAM_HEAD_BYTES = 24,
    STREAM_OVERHEAD_BYTES = 17,
};

/* X25519: whoever has the public half seals, only who has the secret half opens. Nobody can tell
 * from a box who sealed it. */
struct box_key {
    uint8_t public[BOX_KEY_BYTES];
    uint8_t secret[BOX_KEY_BYTES];
};
struct box_key box_key_draw(void);
struct box_key box_key_from_secret(const uint8_t secret[BOX_KEY_BYTES]);
/* n + BOX_OVERHEAD_BYTES bytes to *ret. False: that is no public key. */
bool box_seal(const uint8_t public[BOX_KEY_BYTES], struct str plain, uint8_t *ret) MUST_USE;
/* n - BOX_OVERHEAD_BYTES bytes; false when it was sealed for another, or a bit is wrong. */
bool box_open(const struct box_key *key, struct str sealed, uint8_t *ret) MUST_USE;

/* A key under a passphrase, for a place that others can read: "KNW1", a salt, and the secret half
 * sealed under what argon2id makes of both (password_stretch()), bound to the public half. Slow. */
enum { KEY_WRAP_BYTES = 4 + STRETCH_SALT_BYTES + BOX_KEY_BYTES + SECRET_OVERHEAD_BYTES };
/* False: no memory for it now. */
bool box_key_wrap(const struct box_key *key, struct str passphrase,
                  uint8_t ret[KEY_WRAP_BYTES]) MUST_USE;
/* False when the passphrase is another, the key is not that one's, or a bit is wrong. */
bool box_key_unwrap(struct str wrapped, const uint8_t public[BOX_KEY_BYTES], struct str passphrase,
                    struct box_key *ret) MUST_USE;

/* XChaCha20-Poly1305 in pieces: none can be changed, left out, doubled or moved, and the last says
 * that it is the last. */
struct stream {
    uint8_t state[52];
};
void stream_begin(struct stream *stream, const uint8_t key[SECRET_KEY_BYTES],
                  uint8_t ret_head[STREAM_HEAD_BYTES]);
/* n + STREAM_OVERHEAD_BYTES bytes to *ret. `context` is not in it, and must be the same to open. */
void stream_seal(struct stream *stream, struct str plain, struct str context, bool is_last,
                 uint8_t *ret);
bool stream_resume(struct stream *stream, const uint8_t key[SECRET_KEY_BYTES],
                   const uint8_t head[STREAM_HEAD_BYTES]) MUST_USE;
bool stream_open(struct stream *stream, struct str sealed, struct str context, uint8_t *ret,
                 bool *ret_is_last) MUST_USE;

/* hash_of() of bytes that come one after the other. */
struct hasher {
    uint64_t state[16];
};
void hasher_begin(struct hasher *hasher);
void hasher_add(struct hasher *hasher, struct str bytes);
struct hash hasher_end(struct hasher *hasher);

#endif
