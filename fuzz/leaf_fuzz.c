/* Whatever is read as a leaf is written back as the same bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "base/must.h"
#include "ledger/leaf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = str_span(data, size);
    struct leaf leaf;
    if (leaf_parse(bytes, &leaf)) {
        char buffer[LEAF_BYTES_MAX];
        struct out out = out_fixed(buffer, sizeof(buffer));
        leaf_write(&out, &leaf);
        must(str_equal(out_str(&out), bytes));
    }
    return 0;
}
