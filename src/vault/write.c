/* Making a vault: bytes are packed, sealed, hashed and written, piece by piece. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/must.h"
#include "vault/vault_private.h"

/* Photos do not get smaller and pages of a database do at any level; the desk waits for batches. */
enum { LEVEL = 1 };

struct vault_writer {
    int file;
    enum status failed;
    struct zip *zip;
    struct stream stream;
    struct hasher hasher;
    struct hash head; /* what the first piece is bound to */
    bool has_begun;
    uint8_t key[SECRET_KEY_BYTES];
    uint8_t piece[LENGTH_BYTES + PIECE_BYTES_MAX];
    /* What waits until it is known whether more follows. */
    uint8_t held[ZIP_PIECE_BYTES];
    size_t held_bytes;
};

static void hold(void *context, struct str piece);
static void seal(struct vault_writer *writer, bool is_last);
static void write_bytes(struct vault_writer *writer, struct str bytes);

struct vault_writer *vault_create(struct arena *arena, int file, const struct vault_head *head,
                                  const uint8_t public[BOX_KEY_BYTES])
{
    struct vault_writer *writer = arena_raw(arena, sizeof *writer);
    struct vault_locks locks;
    struct vault_head full = *head;
    writer->file = file;
    writer->failed = STATUS_OK;
    writer->has_begun = false;
    writer->held_bytes = 0;
    writer->zip = zip_open(arena, ZIP_ZLIB, LEVEL);
    random_bytes(writer->key, sizeof writer->key);
    stream_begin(&writer->stream, writer->key, locks.stream_head);
    hasher_begin(&writer->hasher);
    vault_key_name(public, full.to);
    if (!box_seal(public, str_span(writer->key, sizeof writer->key), locks.sealed_key)) {
        return NULL;
    }
    char text[VAULT_HEAD_BYTES_MAX];
    struct out out = out_fixed(text, sizeof text);
    vault_head_write(&out, &full, &locks);
    must(!out.overflowed);
    writer->head = hash_of(out_str(&out));
    write_bytes(writer, out_str(&out));
    return writer;
}

void vault_put(struct vault_writer *writer, struct str bytes)
{
    if (!writer->failed) {
        zip_feed(writer->zip, bytes, false, hold, writer);
    }
}

enum status vault_finish(struct vault_writer *writer, const struct sign_key *signer,
                         struct hash *ret_digest)
{
    char claim[CLAIM_BYTES];
    uint8_t signature[SIGN_BYTES];
    if (!writer->failed) {
        zip_feed(writer->zip, STR(""), true, hold, writer);
        seal(writer, true);
    }
    struct hash digest = hasher_end(&writer->hasher);
    vault_claim(digest, claim);
    sign_bytes(signer, str_span(claim, sizeof claim), signature);
    write_bytes(writer, str_span(signature, sizeof signature));
    if (!writer->failed && fsync(writer->file) != 0) {
        writer->failed = status_of_errno(errno);
    }
    if (ret_digest && !writer->failed) {
        *ret_digest = digest;
    }
    return writer->failed;
}

const uint8_t *vault_writer_key(const struct vault_writer *writer)
{
    return writer->key;
}

static void hold(void *context, struct str piece)
{
    struct vault_writer *writer = context;
    if (writer->held_bytes > 0) {
        seal(writer, false);
    }
    memcpy(writer->held, piece.p, piece.n);
    writer->held_bytes = piece.n;
}

static void seal(struct vault_writer *writer, bool is_last)
{
    size_t n = writer->held_bytes + STREAM_OVERHEAD_BYTES;
    for (size_t i = 0; i < LENGTH_BYTES; i++) {
        writer->piece[i] = (uint8_t)(n >> (8 * (LENGTH_BYTES - 1 - i)));
    }
    stream_seal(&writer->stream, str_span(writer->held, writer->held_bytes),
                writer->has_begun ? STR("") : hash_str(&writer->head), is_last,
                writer->piece + LENGTH_BYTES);
    writer->has_begun = true;
    writer->held_bytes = 0;
    write_bytes(writer, str_span(writer->piece, LENGTH_BYTES + n));
}

static void write_bytes(struct vault_writer *writer, struct str bytes)
{
    hasher_add(&writer->hasher, bytes);
    while (!writer->failed && bytes.n > 0) {
        ssize_t n = write(writer->file, bytes.p, bytes.n);
        if (n < 0 && errno != EINTR) {
            writer->failed = status_of_errno(errno);
        }
        bytes = str_slice(bytes, n > 0 ? (size_t)n : 0, bytes.n);
    }
}
