/* Sealed envelopes (KNS1): to several keys at once, or to so many of them together. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_ENVELOPE_H
#define BASE_ENVELOPE_H

#include "base/box.h"
#include "base/shares.h"

/* What only some people may read, and the server not once it is sealed. Byte by byte:
 *
 *     "KNS1" | u8 version = 1 | u8 kind | u8 n
 *     | n times: key id [8] = BLAKE2b-64 of the public key | X25519 sealed box of 32 bytes [80]
 *     | nonce [24] | XChaCha20-Poly1305 under K, additional data = all bytes before it
 *
 * K is drawn for each envelope. Inside a box is K itself (CONTENT: each of them opens alone), or
 * the share of K at the box's place, counted from 1 (IDENTITY, KEY: so many of them together,
 * base/shares.h). How many is not written here: whoever keeps the envelope keeps it. What is sealed
 * is `u32 length, big-endian | data | zeros` up to a size class, so that the size says little.
 *
 * Parsing is strict: one length for a number of boxes and a class, no key twice, no tail. Opening
 * refuses any changed bit, also one of somebody else's box, padding that is not zeros, and a class
 * larger than the length asks for. So there is one envelope for a K, a nonce and its boxes, and the
 * hash of it names it. */
enum envelope_kind {
    ENVELOPE_CONTENT = 1,  /* what was said */
    ENVELOPE_IDENTITY = 2, /* who said it */
    ENVELOPE_KEY = 3,      /* somebody's secret key, for the day they are gone */
};

enum {
    ENVELOPE_KEYS_MAX = 32,
    KEY_ID_BYTES = 8,
    ENVELOPE_HEAD_BYTES = 7,
    ENVELOPE_BOX_BYTES = KEY_ID_BYTES + SHARED_BYTES + BOX_OVERHEAD_BYTES,
    ENVELOPE_LENGTH_BYTES = 4,
};

struct key_id {
    uint8_t b[KEY_ID_BYTES];
};
struct key_id key_id_of(const uint8_t public[BOX_KEY_BYTES]);

/* The classes: 4, 16, 64, 256 KiB, 1, 4, 16 MiB. The smallest into which so many bytes go, with
 * their length; 0 when none does. */
size_t envelope_class(size_t plain_bytes) PURE;
/* Of the whole envelope; 0 when it is too large. */
size_t envelope_bytes(size_t key_count, size_t plain_bytes) PURE;

/* To whom: `needed` is 1 for CONTENT, and at most `count` <= ENVELOPE_KEYS_MAX. */
struct envelope_to {
    const uint8_t (*keys)[BOX_KEY_BYTES];
    size_t count;
    unsigned needed;
};
/* envelope_bytes() to *ret. False, and *ret wiped: there is no key, a key twice, or one that is
 * none, or the text is too long. */
bool envelope_seal(enum envelope_kind kind, const struct envelope_to *to, struct str plain,
                   uint8_t *ret) MUST_USE;

/* A whole envelope that nobody has opened yet; it borrows the bytes. */
struct envelope {
    enum envelope_kind kind;
    size_t key_count;
    size_t class_bytes;
    struct str bytes;
};
bool envelope_parse(struct str bytes, struct envelope *ret) MUST_USE;
struct key_id envelope_key(const struct envelope *envelope, size_t place);
/* Where the key with that id has its box, from 0; key_count when it has none. */
size_t envelope_place(const struct envelope *envelope, struct key_id id);

/* What was sealed to that key alone. *ret has room for class_bytes and holds *ret_n of text; what
 * lies behind it is wiped, and all of it when false. */
bool envelope_open(const struct envelope *envelope, const struct box_key *key, uint8_t *ret,
                   size_t *ret_n) MUST_USE;
/* The share that was sealed to that key, of the other kinds. */
bool envelope_share(const struct envelope *envelope, const struct box_key *key,
                    struct share *ret) MUST_USE;
/* With shares that come to K; false too when they are too few. */
bool envelope_join(const struct envelope *envelope, const struct share *shares, size_t count,
                   uint8_t *ret, size_t *ret_n) MUST_USE;

#endif
