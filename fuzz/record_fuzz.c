/* Stored openings: what is read is written back the same, and hiding keeps the commitment. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "ledger/commitment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char buffer[1 << 16];
    struct str bytes = str_span(data, size);
    struct opening opening;
    if (size <= sizeof(buffer) && opening_parse(bytes, &opening)) {
        struct out out = out_fixed(buffer, sizeof(buffer));
        opening_write(&out, &opening);
        must(str_equal(out_str(&out), bytes));
        struct hash commitment = opening_commitment(&opening);
        for (size_t i = 0; i < opening.count; i += 2) {
            opening_hide(&opening, i);
        }
        must(hash_equal(opening_commitment(&opening), commitment));
    }
    return 0;
}
