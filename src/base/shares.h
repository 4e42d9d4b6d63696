/* Shares of a secret: any k of n give it back, fewer know nothing of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_SHARES_H
#define BASE_SHARES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"

/* Paper: A. Shamir, "How to share a secret", CACM 22 (1979). Each byte of the secret is the value
 * at 0 of a polynomial of degree k - 1 over GF(256), the field of AES (FIPS 197, 4:
 * x^8+x^4+x^3+x+1); share i is its value at i, i = 1 … n. The shares say neither k nor what they
 * belong to: whoever keeps them does. Combining too few, or wrong ones, gives 32 bytes that are not
 * the secret and nothing that says so; what the secret opens must be authenticated
 * (base/envelope.h). The time that it takes does not depend on the bytes. */
enum { SHARED_BYTES = 32, SHARES_MAX = 255 };

struct share {
    uint8_t x; /* 1 … SHARES_MAX */
    uint8_t y[SHARED_BYTES];
};

/* `count` shares to *ret, 1 <= needed <= count <= SHARES_MAX. */
void shares_split(const uint8_t secret[SHARED_BYTES], unsigned needed, unsigned count,
                  struct share *ret);
/* The same with the polynomials' other coefficients given, needed - 1 rows from x^1 on: they must
 * be drawn evenly, all of them, the last row too. For tests; everybody else has them drawn. */
void shares_split_with(const uint8_t secret[SHARED_BYTES],
                       const uint8_t (*coefficients)[SHARED_BYTES], unsigned needed, unsigned count,
                       struct share *ret);
/* False: none, one at 0, or one twice. */
bool shares_combine(const struct share *shares, size_t count, uint8_t ret[SHARED_BYTES]) MUST_USE;

#endif
