/* Polynomials over GF(256), without tables: a table's lines in the cache would tell the secret. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/shares.h"

#include <string.h>

#include "base/crypt.h"
#include "base/must.h"

enum { FIELD_BITS = 8, REDUCTION = 0x1b, INVERSE_SQUARES = 7 };

static uint8_t times(uint8_t a, uint8_t b);
static uint8_t inverse(uint8_t a);
static bool are_places_distinct(const struct share *shares, size_t count);

void shares_split(const uint8_t secret[SHARED_BYTES], unsigned needed, unsigned count,
                  struct share *ret)
{
    uint8_t coefficients[SHARES_MAX][SHARED_BYTES];
    must(needed >= 1 && needed <= SHARES_MAX);
    random_bytes(coefficients, (size_t)(needed - 1) * SHARED_BYTES);
    shares_split_with(secret, (const uint8_t(*)[SHARED_BYTES])coefficients, needed, count, ret);
    secret_wipe(coefficients, sizeof coefficients);
}

/* Horner's rule, from the highest coefficient down to the secret. */
void shares_split_with(const uint8_t secret[SHARED_BYTES],
                       const uint8_t (*coefficients)[SHARED_BYTES], unsigned needed, unsigned count,
                       struct share *ret)
{
    must(needed >= 1 && needed <= count && count <= SHARES_MAX);
    for (unsigned i = 0; i < count; i++) {
        struct share share = { .x = (uint8_t)(i + 1) };
        for (unsigned power = needed; power-- > 0;) {
            const uint8_t *row = power > 0 ? coefficients[power - 1] : secret;
            for (size_t b = 0; b < SHARED_BYTES; b++) {
                share.y[b] = times(share.y[b], share.x) ^ row[b];
            }
        }
        ret[i] = share;
    }
}

/* Lagrange at 0: in this field minus is plus. */
bool shares_combine(const struct share *shares, size_t count, uint8_t ret[SHARED_BYTES])
{
    if (count == 0 || count > SHARES_MAX || !are_places_distinct(shares, count)) {
        return false;
    }
    uint8_t secret[SHARED_BYTES] = { 0 };
    for (size_t i = 0; i < count; i++) {
        uint8_t weight = 1;
        for (size_t j = 0; j < count; j++) {
            if (j != i) {
                weight = times(weight, times(shares[j].x, inverse(shares[i].x ^ shares[j].x)));
            }
        }
        for (size_t b = 0; b < SHARED_BYTES; b++) {
            secret[b] ^= times(weight, shares[i].y[b]);
        }
    }
    memcpy(ret, secret, SHARED_BYTES);
    secret_wipe(secret, sizeof secret);
    return true;
}

static bool are_places_distinct(const struct share *shares, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (shares[i].x == 0) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (shares[j].x == shares[i].x) {
                return false;
            }
        }
    }
    return true;
}

/* Russian peasants' way, each step with masks in the place of branches. */
static uint8_t times(uint8_t a, uint8_t b)
{
    uint8_t product = 0;
    for (int bit = 0; bit < FIELD_BITS; bit++) {
        product ^= (uint8_t)(-(b >> bit & 1) & a);
        a = (uint8_t)(a << 1 ^ (-(a >> 7) & REDUCTION));
    }
    return product;
}

/* a^254, because a^255 is 1: the product of a^2, a^4 … a^128. */
static uint8_t inverse(uint8_t a)
{
    uint8_t square = a;
    uint8_t product = 1;
    for (int i = 0; i < INVERSE_SQUARES; i++) {
        square = times(square, square);
        product = times(product, square);
    }
    return product;
}
