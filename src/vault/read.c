/* Opening a vault: each piece is believed after its seal, the whole after its signature. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/must.h"
#include "vault/vault_private.h"

struct vault_reader {
    int file;
    struct vault_head head;
    struct vault_locks locks;
    struct hash head_hash;
    struct hasher hasher;
    struct stream stream;
    struct unzip *unzip;
    bool has_begun;
    bool is_last_piece;
    bool is_end;
    struct str packed; /* of `plain`, what is not unpacked yet */
    uint8_t plain[ZIP_PIECE_BYTES];
    uint8_t piece[PIECE_BYTES_MAX];
    char text[VAULT_HEAD_BYTES_MAX];
};

static enum vault_fault read_bytes(struct vault_reader *reader, void *ret, size_t n);
static enum vault_fault read_piece(struct vault_reader *reader);
static enum vault_fault read_length(struct vault_reader *reader, size_t *ret);
static enum vault_fault check_signature(struct vault_reader *reader,
                                        const uint8_t signer[SIGN_PUBLIC_BYTES],
                                        struct hash *ret_digest);

enum vault_fault vault_open(struct arena *arena, int file, struct vault_reader **ret)
{
    static const char mark[] = VAULT_MARK "\n";
    struct vault_reader *reader = arena_raw(arena, sizeof *reader);
    struct str text = STR_NONE;
    *reader = (struct vault_reader){ .file = file };
    hasher_begin(&reader->hasher);
    while (!str_ends(text, STR("\n\n"))) {
        if (text.n == sizeof reader->text) {
            return VAULT_FOREIGN;
        }
        enum vault_fault fault = read_bytes(reader, reader->text + text.n, 1);
        if (fault) {
            return fault == VAULT_TRUNCATED && text.n < sizeof mark ? VAULT_FOREIGN : fault;
        }
        text = str_span(reader->text, text.n + 1);
        size_t seen = text.n < sizeof mark - 1 ? text.n : sizeof mark - 1;
        if (memcmp(text.p, mark, seen) != 0) {
            /* "kheo-vault/v2" and later are a matter for a later program. */
            bool is_later = text.n > STR("kheo-vault/v").n;
            return is_later ? VAULT_NEWER : VAULT_FOREIGN;
        }
    }
    if (!vault_head_parse(text, &reader->head, &reader->locks)) {
        return VAULT_ALTERED;
    }
    reader->head_hash = hash_of(text);
    reader->unzip = unzip_open(arena);
    *ret = reader;
    return VAULT_FINE;
}

const struct vault_head *vault_head_of(const struct vault_reader *reader)
{
    return &reader->head;
}

enum vault_fault vault_unlock(struct vault_reader *reader, const struct box_key *key)
{
    uint8_t name[4];
    uint8_t own[SECRET_KEY_BYTES];
    vault_key_name(key->public, name);
    if (memcmp(name, reader->head.to, sizeof name) != 0) {
        return VAULT_WRONG_KEY;
    }
    if (!box_open(key, str_span(reader->locks.sealed_key, sizeof reader->locks.sealed_key), own)) {
        return VAULT_ALTERED;
    }
    enum vault_fault fault = vault_unlock_own(reader, own);
    secret_wipe(own, sizeof own);
    return fault;
}

enum vault_fault vault_unlock_own(struct vault_reader *reader, const uint8_t key[SECRET_KEY_BYTES])
{
    return stream_resume(&reader->stream, key, reader->locks.stream_head) ? VAULT_FINE
                                                                          : VAULT_ALTERED;
}

enum vault_fault vault_get(struct vault_reader *reader, void *ret, size_t n)
{
    char *to = ret;
    enum vault_fault fault = VAULT_FINE;
    while (!fault && n > 0) {
        size_t got = 0;
        if (reader->packed.n == 0 && !reader->is_last_piece) {
            fault = read_piece(reader);
        }
        if (!fault && !unzip_some(reader->unzip, &reader->packed, to, n, &got, &reader->is_end)) {
            fault = VAULT_ALTERED;
        }
        to += got;
        n -= got;
        if (!fault && got == 0 && reader->packed.n == 0 && reader->is_last_piece && n > 0) {
            fault = VAULT_ALTERED; /* it holds less than it says */
        }
    }
    return fault;
}

enum vault_fault vault_end(struct vault_reader *reader, const uint8_t signer[SIGN_PUBLIC_BYTES],
                           struct hash *ret_digest)
{
    enum vault_fault fault = VAULT_FINE;
    while (!fault && !reader->is_end) {
        char more;
        size_t got = 0;
        if (reader->packed.n == 0 && reader->is_last_piece) {
            return VAULT_ALTERED;
        }
        fault = reader->packed.n == 0 ? read_piece(reader) : VAULT_FINE;
        if (!fault &&
            (!unzip_some(reader->unzip, &reader->packed, &more, 1, &got, &reader->is_end) ||
             got > 0)) {
            return VAULT_ALTERED;
        }
    }
    if (!fault && !reader->is_last_piece) {
        fault = read_piece(reader);
    }
    if (!fault && (!reader->is_last_piece || reader->packed.n > 0)) {
        fault = VAULT_ALTERED;
    }
    return fault ? fault : check_signature(reader, signer, ret_digest);
}

/* Pieces are followed by their lengths, so that a file that was cut is told from one that was
 * changed. */
enum vault_fault vault_prove(struct vault_reader *reader, const uint8_t signer[SIGN_PUBLIC_BYTES],
                             struct hash *ret_digest)
{
    off_t here = lseek(reader->file, 0, SEEK_CUR);
    off_t end = lseek(reader->file, 0, SEEK_END);
    if (here < 0 || end < 0 || lseek(reader->file, here, SEEK_SET) != here) {
        return VAULT_UNREADABLE;
    }
    off_t left = end - here - VAULT_SIGNATURE_BYTES;
    enum vault_fault fault = left <= 0 ? VAULT_TRUNCATED : VAULT_FINE;
    while (!fault && left > 0) {
        size_t n = 0;
        fault = read_length(reader, &n);
        left -= (off_t)(LENGTH_BYTES + n);
        fault = !fault && left < 0 ? VAULT_TRUNCATED : fault;
        fault = fault ? fault : read_bytes(reader, reader->piece, n);
    }
    return fault ? fault : check_signature(reader, signer, ret_digest);
}

static enum vault_fault read_piece(struct vault_reader *reader)
{
    size_t n = 0;
    enum vault_fault fault = read_length(reader, &n);
    fault = fault ? fault : read_bytes(reader, reader->piece, n);
    if (!fault && !stream_open(&reader->stream, str_span(reader->piece, n),
                               reader->has_begun ? STR("") : hash_str(&reader->head_hash),
                               reader->plain, &reader->is_last_piece)) {
        fault = VAULT_ALTERED;
    }
    reader->has_begun = true;
    reader->packed = fault ? STR_NONE : str_span(reader->plain, n - STREAM_OVERHEAD_BYTES);
    return fault;
}

static enum vault_fault read_length(struct vault_reader *reader, size_t *ret)
{
    uint8_t length[LENGTH_BYTES];
    enum vault_fault fault = read_bytes(reader, length, sizeof length);
    size_t n = 0;
    for (size_t i = 0; i < sizeof length; i++) {
        n = n << 8 | length[i];
    }
    *ret = n;
    bool is_possible = n >= STREAM_OVERHEAD_BYTES && n <= PIECE_BYTES_MAX;
    return !fault && !is_possible ? VAULT_ALTERED : fault;
}

static enum vault_fault check_signature(struct vault_reader *reader,
                                        const uint8_t signer[SIGN_PUBLIC_BYTES],
                                        struct hash *ret_digest)
{
    char claim[CLAIM_BYTES];
    uint8_t signature[SIGN_BYTES + 1];
    struct hash digest = hasher_end(&reader->hasher);
    enum vault_fault fault = read_bytes(reader, signature, SIGN_BYTES);
    if (fault) {
        return fault;
    }
    if (read_bytes(reader, signature + SIGN_BYTES, 1) != VAULT_TRUNCATED) {
        return VAULT_ALTERED; /* something follows */
    }
    vault_claim(digest, claim);
    if (!sign_verify(signer, str_span(claim, sizeof claim), signature)) {
        return VAULT_UNSIGNED;
    }
    *ret_digest = digest;
    return VAULT_FINE;
}

static enum vault_fault read_bytes(struct vault_reader *reader, void *ret, size_t n)
{
    size_t got = 0;
    while (got < n) {
        ssize_t some = read(reader->file, (char *)ret + got, n - got);
        if (some == 0) {
            return VAULT_TRUNCATED;
        }
        if (some < 0 && errno != EINTR) {
            return VAULT_UNREADABLE;
        }
        got += some > 0 ? (size_t)some : 0;
    }
    hasher_add(&reader->hasher, str_span(ret, n));
    return VAULT_FINE;
}

const char *vault_fault_sentence(enum vault_fault fault)
{
    switch (fault) {
    case VAULT_FINE:
        return "Bản lưu nguyên vẹn.";
    case VAULT_FOREIGN:
        return "Tệp này không phải bản lưu của kheo.";
    case VAULT_NEWER:
        return "Bản lưu này do một bản kheo mới hơn tạo; hãy dùng bản mới đó.";
    case VAULT_WRONG_KEY:
        return "Bản lưu được niêm phong cho một khóa khác; hãy đưa đúng khóa riêng sau --key.";
    case VAULT_ALTERED:
        return "Bản lưu đã bị sửa hoặc hỏng: nội dung không khớp niêm phong. Hãy dùng bản khác.";
    case VAULT_TRUNCATED:
        return "Bản lưu bị cụt: tệp kết thúc quá sớm. Hãy chép lại tệp, hoặc dùng bản khác.";
    case VAULT_UNSIGNED:
        return "Chữ ký của bản lưu không do khóa của sổ cái này ký: tệp bị sửa, hoặc của nơi khác.";
    case VAULT_UNREADABLE:
        return "Không đọc được bản lưu từ ổ đĩa.";
    }
    return "";
}
