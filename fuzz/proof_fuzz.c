/* Receipts: what is read is written back the same, and no receipt is valid without its key. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "ledger/receipt.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char buffer[RECEIPT_BYTES_MAX];
    struct str text = str_span(data, size);
    struct receipt_content content;
    if (receipt_parse(text, &content) == RECEIPT_VALID) {
        struct out out = out_fixed(buffer, sizeof(buffer));
        receipt_write(&out, &content.receipt);
        must(!out.overflowed && str_equal(out_str(&out), text));
        struct vkey stranger = { .name = content.checkpoint.origin, .kind = VKEY_ED25519 };
        must(receipt_verify(text, &stranger, 1, &content) != RECEIPT_VALID);
    }
    return 0;
}
