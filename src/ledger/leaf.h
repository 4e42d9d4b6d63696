/* A leaf: the one line of the ledger that says what happened, when, where and to which object. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_LEAF_H
#define LEDGER_LEAF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/day.h"
#include "base/out.h"
#include "base/str.h"

enum {
    LEAF_TYPE_CHARS_MAX = 64,
    LEAF_UNIT_CHARS_MAX = 20,
    OBJECT_ID_RANDOM_BYTES = 16,
    OBJECT_ID_CHARS = 26,
    OBJECT_ID_BYTES = OBJECT_ID_CHARS + 1, /* with its NUL */
};

/* Public for ever, so nothing of a person stands in it: what was said is in `commitment`
 * (ledger/commitment.h). docs/LEDGER.md has the bytes.
 *
 *     char buffer[LEAF_BYTES_MAX];
 *     struct out out = out_fixed(buffer, sizeof(buffer));
 *     leaf_write(&out, &leaf);
 *     struct hash hash = leaf_hash(out_str(&out)); */
struct leaf {
    struct str type;              /* "feedback.received": module, dot, fact */
    struct instant at;            /* after 1970, never INSTANT_NONE */
    struct str unit;              /* official code of the unit, or absent */
    char object[OBJECT_ID_BYTES]; /* random name of what the fact is about */
    int64_t version;              /* from 1, without gaps, per object */
    struct hash previous;         /* leaf hash of version - 1; unused in version 1 */
    struct hash commitment;
};

/* The leaf must be valid: leaf_is_valid(), checked with must(). At most LEAF_BYTES_MAX bytes. */
void leaf_write(struct out *out, const struct leaf *leaf);
/* Strict: true only for bytes that leaf_write() would give back. Texts in *ret borrow `bytes`. */
bool leaf_parse(struct str bytes, struct leaf *ret) MUST_USE;
/* SHA-256(0x00 || bytes), RFC 6962 §2.1. Of any bytes, not only of a leaf of ours. */
struct hash leaf_hash(struct str bytes);
bool leaf_is_valid(const struct leaf *leaf) PURE;

/* 1 to 20 of [0-9A-Za-z.-], first a letter or digit ("-" alone would read as "no unit"). Whoever
 * takes in unit codes checks them with this. */
bool leaf_unit_is_valid(struct str code) PURE;

/* 26 signs of Crockford's base 32 (no I, L, O, U), first 0 to 7, and a NUL. The bytes must be
 * random: the name of an object tells nothing about a person. */
void object_id_from(const uint8_t random[OBJECT_ID_RANDOM_BYTES], char ret[OBJECT_ID_BYTES]);
/* 26 of [0-9A-Z]: length and set only, as every verifier checks it. */
bool object_id_is_valid(struct str id) PURE;

#endif
