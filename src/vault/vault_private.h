/* What writer and reader of vaults share. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef VAULT_PRIVATE_H
#define VAULT_PRIVATE_H

#include "vault/vault.h"
#include "vault/zip.h"

#define VAULT_MARK "kheo-vault/v1"

enum {
    PIECE_BYTES_MAX = ZIP_PIECE_BYTES + STREAM_OVERHEAD_BYTES,
    LENGTH_BYTES = 4,
};

struct vault_locks {
    uint8_t sealed_key[SECRET_KEY_BYTES + BOX_OVERHEAD_BYTES];
    uint8_t stream_head[STREAM_HEAD_BYTES];
};
void vault_head_write(struct out *out, const struct vault_head *head,
                      const struct vault_locks *locks);
/* Texts in *ret borrow `text`, which begins with the mark and ends with the empty line. */
bool vault_head_parse(struct str text, struct vault_head *ret, struct vault_locks *ret_locks);

/* What is signed: never anything that a ledger says. */
enum { CLAIM_BYTES = sizeof VAULT_MARK + 2 * HASH_BYTES + 1 };
void vault_claim(struct hash digest, char ret[CLAIM_BYTES]);

#endif
