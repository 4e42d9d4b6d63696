/* Commitments: the ledger holds to what was said, field by field, without holding the words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_COMMITMENT_H
#define LEDGER_COMMITMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/limits.h"
#include "base/out.h"
#include "base/str.h"

enum { FIELD_KEY_BYTES = 32, FIELD_NAME_BYTES_MAX = 63, FIELD_VALUE_BYTES_MAX = 1 << 20 };

/* What we know of one committed field. HIDDEN is either redacted for this reader or erased for
 * good: only `hash` is left, 32 bytes that tell nothing without the key. */
enum opened_state { OPENED_HIDDEN, OPENED_ABSENT, OPENED_PRESENT };

struct opened_field {
    struct str name; /* [a-z][a-z0-9_]*, unlike its neighbours' */
    enum opened_state state;
    struct str value;             /* PRESENT: the exact bytes, perhaps none */
    uint8_t key[FIELD_KEY_BYTES]; /* PRESENT, ABSENT: random, of this field alone */
    struct hash hash;             /* HIDDEN; otherwise computed from the rest */
};

/* All fields of one fact in the order of its type: what we store beside the leaf, what an author
 * gets with the receipt, and, with fields hidden, what anyone may see.
 *
 *     opening_write(&out, &opening);              // the BLOB beside the leaf
 *     leaf.commitment = opening_commitment(&opening); */
struct opening {
    size_t count;
    struct opened_field fields[FACT_FIELDS_MAX];
};

/* h = HMAC-SHA-256(key, name || 0x00 || value), and of the name alone for an absent value, so that
 * absent and empty are not the same. HIDDEN gives the hash it holds. */
struct hash opened_field_hash(const struct opened_field *field);
/* RFC 6962 tree hash over the field hashes as leaves; of no field, SHA-256 of nothing. */
struct hash opening_commitment(const struct opening *opening);

/* The stored form, canonical both ways (docs/LEDGER.md §4). The opening must be valid: names well
 * formed and different, at most FACT_FIELDS_MAX fields. */
void opening_write(struct out *out, const struct opening *opening);
/* Exactly the bytes that opening_write() would give; names and values in *ret borrow `bytes`. */
bool opening_parse(struct str bytes, struct opening *ret) MUST_USE;

/* Forgets value and key of that field in the struct; write it again to forget them in the store.
 * The commitment stays what it was. Hiding what is hidden changes nothing. */
void opening_hide(struct opening *opening, size_t index);
/* The field of that name, or NULL. */
const struct opened_field *opening_field(const struct opening *opening, struct str name);

#endif
