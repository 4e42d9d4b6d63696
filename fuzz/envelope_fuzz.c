/* Envelopes: what parses has one shape, and opens only as it was sealed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/envelope.h"

#include "base/must.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static uint8_t opened[64 << 10];
    static const uint8_t secret[BOX_KEY_BYTES] = { 1 };
    struct envelope envelope;
    if (!envelope_parse(str_span(data, size), &envelope) || envelope.class_bytes > sizeof opened) {
        return 0;
    }
    must(envelope.bytes.n ==
         envelope_bytes(envelope.key_count, envelope.class_bytes - ENVELOPE_LENGTH_BYTES));
    for (size_t i = 0; i < envelope.key_count; i++) {
        must(envelope_place(&envelope, envelope_key(&envelope, i)) == i);
    }
    /* Nobody has sealed anything to this key, or with these shares. */
    struct box_key key = box_key_from_secret(secret);
    struct share shares[] = { { .x = 1, .y = { 1 } }, { .x = 2, .y = { 2 } } };
    size_t n = 0;
    must(!envelope_open(&envelope, &key, opened, &n));
    must(!envelope_join(&envelope, shares, COUNT(shares), opened, &n));
    return 0;
}
