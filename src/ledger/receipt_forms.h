/* The receipt in two other forms: JSON for programs, and the bytes of an offline QR code. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_RECEIPT_FORMS_H
#define LEDGER_RECEIPT_FORMS_H

#include "base/out.h"
#include "ledger/commitment.h"
#include "ledger/receipt.h"

/* One JSON object: v, origin, index, leaf, leaf_hash, object, opening, proof (docs/LEDGER.md §7).
 * `text` is the receipt that `content` was read from. `opening` goes only to the author; NULL
 * writes an empty list, and so does one with no field. */
void receipt_write_json(struct out *out, struct str text, const struct receipt_content *content,
                        const struct opening *opening);

/* Leaf, proof and signatures without the text around them: 624 bytes at 1,000 leaves and a witness.
 * The reader knows the log's origin and computes the root, which the signature then confirms. */
void receipt_write_qr(struct out *out, const struct receipt_content *content);

#endif
