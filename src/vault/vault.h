/* Vaults: what is kept outside the house, packed, sealed to a key that is elsewhere, and signed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef VAULT_VAULT_H
#define VAULT_VAULT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/box.h"
#include "base/day.h"
#include "base/out.h"
#include "base/status.h"

/* A vault is a file:
 *
 *     head         a text of lines, ended by an empty one: what anyone may know (vault_head), and
 *                  the key of this vault, sealed to the operator's public key
 *     pieces       u32 length (high byte first) and as many bytes: zlib, sealed; the first is
 *                  bound to the head, the last says that it is the last
 *     signature    64 bytes, the ledger's key over the SHA-256 of all before
 *
 * So without any secret one can prove that a vault is whole and from whom it is; with the secret
 * half of the key one can open it; without that nobody can, nor the server that made it. The memory
 * that it takes does not grow with it.
 *
 *     struct vault_writer *writer = vault_create(arena, file, &head, public);
 *     vault_put(writer, bytes);
 *     if (vault_finish(writer, &key, &digest)) { ...disk full... }
 */
struct vault_head {
    struct str kind;   /* a word: "full", "batch" */
    struct str origin; /* the ledger's name */
    int64_t first;     /* the batches of the desk that are in it, or after which it was taken */
    int64_t last;
    struct instant at; /* stamp of the last of them */
    int64_t size;      /* the ledger's tree then */
    struct hash root;
    struct hash after; /* digest of the vault before it in a row of them; zero: it begins one */
    /* Where its maker's source of bytes stood: of no meaning to who opens it. */
    uint64_t place_salt;
    int64_t place_frame;
    uint8_t to[4]; /* names the public key: filled when it is made */
};
enum { VAULT_HEAD_BYTES_MAX = 2048, VAULT_SIGNATURE_BYTES = SIGN_BYTES };
/* The name of a public key, as heads carry it. */
void vault_key_name(const uint8_t public[BOX_KEY_BYTES], uint8_t ret[4]);

struct vault_writer;
/* Begins one in an open file. NULL: that is no public key. */
struct vault_writer *vault_create(struct arena *arena, int file, const struct vault_head *head,
                                  const uint8_t public[BOX_KEY_BYTES]);
/* A failure sticks; vault_finish() says it. */
void vault_put(struct vault_writer *writer, struct str bytes);
/* Ends it, signs it, and syncs the file. `ret_digest` may be NULL. */
enum status vault_finish(struct vault_writer *writer, const struct sign_key *signer,
                         struct hash *ret_digest) MUST_USE;
/* The key of this one vault: it can be read back at once, without the operator's secret. */
const uint8_t *vault_writer_key(const struct vault_writer *writer) PURE;

enum vault_fault {
    VAULT_FINE,
    VAULT_FOREIGN,    /* no vault */
    VAULT_NEWER,      /* of a later program */
    VAULT_WRONG_KEY,  /* sealed to another key */
    VAULT_ALTERED,    /* a bit is wrong */
    VAULT_TRUNCATED,  /* it ends too early */
    VAULT_UNSIGNED,   /* the signature is not the ledger's */
    VAULT_UNREADABLE, /* the disk fails */
};
/* One Vietnamese sentence for the operator. */
const char *vault_fault_sentence(enum vault_fault fault) PURE;

struct vault_reader;
/* Reads the head, which is not believed before vault_end(). */
enum vault_fault vault_open(struct arena *arena, int file, struct vault_reader **ret) MUST_USE;
const struct vault_head *vault_head_of(const struct vault_reader *reader) PURE;
enum vault_fault vault_unlock(struct vault_reader *reader, const struct box_key *key) MUST_USE;
/* With the vault's own key. */
enum vault_fault vault_unlock_own(struct vault_reader *reader,
                                  const uint8_t key[SECRET_KEY_BYTES]) MUST_USE;
/* Exactly n bytes of what was put. */
enum vault_fault vault_get(struct vault_reader *reader, void *ret, size_t n) MUST_USE;
/* Nothing is left, and the ledger's key signed it all. */
enum vault_fault vault_end(struct vault_reader *reader, const uint8_t signer[SIGN_PUBLIC_BYTES],
                           struct hash *ret_digest) MUST_USE;
/* Instead of unlocking: that it is whole and signed, for who has no secret. */
enum vault_fault vault_prove(struct vault_reader *reader, const uint8_t signer[SIGN_PUBLIC_BYTES],
                             struct hash *ret_digest) MUST_USE;

#endif
