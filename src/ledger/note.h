/* Signed notes (C2SP signed-note): a text and the signature lines under it, and verifier keys. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_NOTE_H
#define LEDGER_NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/day.h"
#include "base/out.h"
#include "base/str.h"

enum {
    NOTE_BYTES_MAX = 64 << 10,
    /* The format asks for at least 16; a note with more than this is refused whole. */
    NOTE_SIGNATURES_MAX = 64,
    NOTE_SIGNATURE_BYTES_MAX = 5 << 10, /* key id and signature; ML-DSA-87 has 4,627 */
    NOTE_NAME_BYTES_MAX = 255,
    NOTE_COSIGNED_TEXT_BYTES_MAX = 1024, /* witnesses sign checkpoints, nothing longer */
    VKEY_BYTES_MAX = NOTE_NAME_BYTES_MAX + 1 + 8 + 1 + 44,
};

/* The first byte of a key says what its signatures look like. */
enum vkey_kind {
    VKEY_ED25519 = 0x01,     /* a log's: over the text */
    VKEY_COSIGNATURE = 0x04, /* a witness's: a time, and over "cosignature/v1", time and text */
};

/* The text form is name+8 hex+base64(kind || 32 bytes). The base64 may itself contain "+". */
struct vkey {
    struct str name;
    enum vkey_kind kind;
    uint8_t public[SIGN_PUBLIC_BYTES];
};

/* The log's own key, as /log/vkey serves it. */
struct vkey vkey_of(struct str name, enum vkey_kind kind, const struct sign_key *key);
/* First 4 bytes of SHA-256(name || 0x0A || kind || public), as a number, high byte first. */
uint32_t vkey_id(const struct vkey *key);
void vkey_write(struct out *out, const struct vkey *key);
/* Exactly one verifier key, its id checked; the name borrows `text`. */
bool vkey_parse(struct str text, struct vkey *ret) MUST_USE;

/* A key name: UTF-8, not empty, no Unicode space, no "+", no control sign. */
bool note_name_is_valid(struct str name) PURE;

struct note_signature {
    struct str name;
    struct str base64; /* of the key id (4 bytes) and the signature, canonical */
    uint32_t key_id;
};

/* The spans borrow the bytes that were parsed. `text` ends with a newline. */
struct note {
    struct str text;
    size_t count;
    struct note_signature signatures[NOTE_SIGNATURES_MAX];
};

/* Strict: true only for what the format allows, each base64 canonical. Trusts nothing yet. */
bool note_parse(struct str bytes, struct note *ret) MUST_USE;

enum note_verdict {
    NOTE_SIGNED,   /* every given key signed this text */
    NOTE_UNSIGNED, /* a given key has no signature here */
    NOTE_FORGED,   /* a signature that names a given key is not that key's */
};
/* Signatures of other keys are ignored. All given keys must have signed, because a reader who names
 * a witness wants to know that the witness saw it. No key at all is NOTE_UNSIGNED. */
enum note_verdict note_verify(const struct note *note, const struct vkey *keys,
                              size_t count) MUST_USE;

/* The text (ending with a newline), the blank line and the signer's line. `name` is the key's. */
void note_sign(struct out *out, struct str text, struct str name, const struct sign_key *key);
/* One more line under a signed note: a witness's, at a time that the witness vouches for. */
void note_cosign(struct out *out, struct str text, struct str name, const struct sign_key *key,
                 struct instant at);

#endif
