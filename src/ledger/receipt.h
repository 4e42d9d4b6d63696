/* Receipts (C2SP tlog-proof@v1): a leaf, its way to the root, and the signed root, in one text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_RECEIPT_H
#define LEDGER_RECEIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/limits.h"
#include "base/out.h"
#include "base/str.h"
#include "ledger/checkpoint.h"
#include "ledger/commitment.h"
#include "ledger/leaf.h"
#include "ledger/note.h"
#include "ledger/proof.h"

/* A receipt with its checkpoint's other signatures; a longer one is refused. */
enum { RECEIPT_BYTES_MAX = NOTE_BYTES_MAX };

/* `extra` of the format is our leaf; `note` is the signed checkpoint, verbatim. Spans borrow. */
struct receipt {
    struct str leaf;
    int64_t index;
    size_t proof_count;
    struct hash proof[PROOF_HASHES_MAX];
    struct str note;
};

/* The text of the file bien-nhan-<index>.tlog-proof: about 1 KiB. */
void receipt_write(struct out *out, const struct receipt *receipt);

/* What may be wrong with a receipt; receipt_fault.def has the sentences. */
enum receipt_fault {
#define FAULT(name, status, vietnamese, english) RECEIPT_##name,
#include "ledger/receipt_fault.def"
#undef FAULT
    RECEIPT_FAULT_COUNT
};

/* A receipt that was taken apart: what it says. `leaf_bytes` is where receipt.leaf points. */
struct receipt_content {
    struct receipt receipt;
    struct note note;
    struct checkpoint checkpoint;
    struct leaf leaf;
    char leaf_bytes[LEAF_BYTES_MAX];
};

/* Strict: RECEIPT_VALID only when receipt_write() of what was read gives the same bytes. Says
 * nothing about truth. *ret points into itself: do not copy it. */
enum receipt_fault receipt_parse(struct str text, struct receipt_content *ret) MUST_USE;
/* The whole check, without a network: form, leaf, proof, root, and a signature of every given key,
 * one of which must be the log's own (its name is the origin). *ret as above. */
enum receipt_fault receipt_verify(struct str text, const struct vkey *keys, size_t key_count,
                                  struct receipt_content *ret) MUST_USE;
/* A verified receipt against a checkpoint that the reader has from elsewhere. Of the same log and
 * size the roots must be equal; of another size only a consistency proof can tell. */
enum receipt_fault receipt_compare(const struct receipt_content *content, struct str checkpoint,
                                   const struct vkey *keys, size_t key_count) MUST_USE;

/* Exit status of kheo-verify: 0 for VALID, 1 when the receipt is at fault, 2 when what the reader
 * gave beside it is. */
int receipt_fault_status(enum receipt_fault fault) PURE;
/* One sentence that says what is wrong. */
const char *receipt_fault_vietnamese(enum receipt_fault fault) PURE;
const char *receipt_fault_english(enum receipt_fault fault) PURE;

#endif
