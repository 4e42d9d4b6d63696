/* Receipts: writing them, taking them apart, and the whole check. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/receipt.h"

#include "base/must.h"
#include "ledger/lines.h"

#define FIRST_LINE "c2sp.org/tlog-proof@v1"

/* All that stands above the checkpoint: 3 bytes take 4 signs of base64, a hash a line of 45. */
enum { HEAD_BYTES_MAX = 128 + LEAF_BYTES_MAX / 3 * 4 + 4 + PROOF_HASHES_MAX * 45 };

static void write_head(struct out *out, const struct receipt *receipt);
static bool read_head(struct str text, struct receipt *ret, char leaf[LEAF_BYTES_MAX]);
static bool read_proof(struct str *rest, struct receipt *ret);
static bool read_checkpoint(struct str bytes, struct note *ret_note, struct checkpoint *ret);
static const struct vkey *key_of_log(struct str origin, const struct vkey *keys, size_t count);

static const struct {
    int status;
    const char *vietnamese;
    const char *english;
} faults[] = {
#define FAULT(name, status, vietnamese, english) { status, vietnamese, english },
#include "ledger/receipt_fault.def"
#undef FAULT
};

void receipt_write(struct out *out, const struct receipt *receipt)
{
    write_head(out, receipt);
    out_str_raw(out, receipt->note);
}

enum receipt_fault receipt_parse(struct str text, struct receipt_content *ret)
{
    if (text.n > RECEIPT_BYTES_MAX) {
        return RECEIPT_TOO_LONG;
    }
    if (!read_head(text, &ret->receipt, ret->leaf_bytes)) {
        return RECEIPT_MALFORMED;
    }
    if (!leaf_parse(ret->receipt.leaf, &ret->leaf)) {
        return RECEIPT_LEAF;
    }
    if (!read_checkpoint(ret->receipt.note, &ret->note, &ret->checkpoint)) {
        return RECEIPT_CHECKPOINT;
    }
    return RECEIPT_VALID;
}

enum receipt_fault receipt_verify(struct str text, const struct vkey *keys, size_t key_count,
                                  struct receipt_content *ret)
{
    enum receipt_fault fault = receipt_parse(text, ret);
    if (fault != RECEIPT_VALID) {
        return fault;
    }
    if (!key_of_log(ret->checkpoint.origin, keys, key_count)) {
        return RECEIPT_UNKNOWN_LOG;
    }
    switch (note_verify(&ret->note, keys, key_count)) {
    case NOTE_UNSIGNED:
        return RECEIPT_UNSIGNED;
    case NOTE_FORGED:
        return RECEIPT_FORGED;
    case NOTE_SIGNED:
        break;
    }
    const struct receipt *receipt = &ret->receipt;
    return proof_verify_inclusion(receipt->index, ret->checkpoint.size, leaf_hash(receipt->leaf),
                                  receipt->proof, receipt->proof_count, ret->checkpoint.root)
               ? RECEIPT_VALID
               : RECEIPT_NOT_INCLUDED;
}

enum receipt_fault receipt_compare(const struct receipt_content *content, struct str checkpoint,
                                   const struct vkey *keys, size_t key_count)
{
    struct note note;
    struct checkpoint other;
    if (!read_checkpoint(checkpoint, &note, &other)) {
        return RECEIPT_OTHER_MALFORMED;
    }
    if (!str_equal(other.origin, content->checkpoint.origin)) {
        return RECEIPT_OTHER_LOG;
    }
    if (other.size != content->checkpoint.size) {
        return RECEIPT_OTHER_SIZE;
    }
    /* The reader's copy may lack the witnesses' lines: the log's own signature is enough. */
    const struct vkey *key = key_of_log(other.origin, keys, key_count);
    bool is_signed = key && note_verify(&note, key, 1) == NOTE_SIGNED;
    if (hash_equal(other.root, content->checkpoint.root)) {
        return is_signed ? RECEIPT_VALID : RECEIPT_OTHER_UNSIGNED;
    }
    return is_signed ? RECEIPT_FORKED : RECEIPT_OTHER_ROOT;
}

int receipt_fault_status(enum receipt_fault fault)
{
    return faults[fault].status;
}

const char *receipt_fault_vietnamese(enum receipt_fault fault)
{
    return faults[fault].vietnamese;
}

const char *receipt_fault_english(enum receipt_fault fault)
{
    return faults[fault].english;
}

static void write_head(struct out *out, const struct receipt *receipt)
{
    must(receipt->proof_count <= PROOF_HASHES_MAX);
    out_lit(out, FIRST_LINE "\nextra ");
    out_base64(out, receipt->leaf.p, receipt->leaf.n);
    out_lit(out, "\nindex ");
    out_int(out, receipt->index);
    out_char(out, '\n');
    for (size_t i = 0; i < receipt->proof_count; i++) {
        out_base64(out, receipt->proof[i].b, HASH_BYTES);
        out_char(out, '\n');
    }
    out_char(out, '\n');
}

static bool read_head(struct str text, struct receipt *ret, char leaf[LEAF_BYTES_MAX])
{
    struct str rest = text;
    struct str first;
    struct str extra;
    struct str index;
    size_t leaf_n;
    if (!line_cut_after(&rest, STR(FIRST_LINE), &first) ||
        !line_cut_after(&rest, STR("extra "), &extra) ||
        !line_cut_after(&rest, STR("index "), &index) ||
        !base64_decode(extra, leaf, LEAF_BYTES_MAX, &leaf_n) || !str_to_int(index, &ret->index) ||
        !read_proof(&rest, ret)) {
        return false;
    }
    ret->leaf = str_span(leaf, leaf_n);
    ret->note = rest;
    /* What reads the same but is spelled otherwise is refused: a receipt has one spelling. */
    char buffer[HEAD_BYTES_MAX];
    struct out again = out_fixed(buffer, sizeof(buffer));
    write_head(&again, ret);
    return ret->index >= 0 && !again.overflowed &&
           str_equal(out_str(&again), str_slice(text, 0, text.n - rest.n));
}

/* The hashes up to the empty line. */
static bool read_proof(struct str *rest, struct receipt *ret)
{
    ret->proof_count = 0;
    struct str line;
    while (line_cut(rest, &line)) {
        if (line.n == 0) {
            return true;
        }
        if (ret->proof_count == PROOF_HASHES_MAX ||
            !hash_from_base64(line, &ret->proof[ret->proof_count])) {
            return false;
        }
        ret->proof_count++;
    }
    return false;
}

static bool read_checkpoint(struct str bytes, struct note *ret_note, struct checkpoint *ret)
{
    return note_parse(bytes, ret_note) && checkpoint_parse(ret_note->text, ret);
}

static const struct vkey *key_of_log(struct str origin, const struct vkey *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (keys[i].kind == VKEY_ED25519 && str_equal(keys[i].name, origin)) {
            return &keys[i];
        }
    }
    return NULL;
}
