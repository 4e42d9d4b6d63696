/* Signed notes, checkpoints, verifier keys and anchors: what is read is written back the same. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/must.h"
#include "ledger/anchor.h"
#include "ledger/checkpoint.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_note(struct str bytes)
{
    struct note note;
    if (!note_parse(bytes, &note)) {
        return;
    }
    /* The parts, put together again, are the whole. */
    struct str rest = bytes;
    must(str_starts(rest, note.text));
    rest = str_slice(rest, note.text.n + 1, rest.n);
    for (size_t i = 0; i < note.count; i++) {
        const struct note_signature *signature = &note.signatures[i];
        must(str_starts(rest, STR("— ")) && note_name_is_valid(signature->name));
        rest =
            str_slice(rest, STR("— ").n + signature->name.n + 1 + signature->base64.n + 1, rest.n);
    }
    must(rest.n == 0);
    struct vkey key = { .name = note.signatures[0].name, .kind = VKEY_ED25519 };
    must(note_verify(&note, &key, 1) != NOTE_SIGNED);
}

static void check_checkpoint(struct str bytes)
{
    char buffer[CHECKPOINT_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    struct checkpoint checkpoint;
    if (checkpoint_parse(bytes, &checkpoint)) {
        checkpoint_write(&out, &checkpoint);
        must(str_equal(out_str(&out), bytes));
    }
}

static void check_key(struct str bytes)
{
    char buffer[VKEY_BYTES_MAX];
    struct out out = out_fixed(buffer, sizeof(buffer));
    struct vkey key;
    if (vkey_parse(bytes, &key)) {
        vkey_write(&out, &key);
        must(str_equal(out_str(&out), bytes));
    }
}

static void check_anchor(struct str bytes)
{
    static const uint8_t public[SIGN_PUBLIC_BYTES] = { 1 };
    char buffer[ANCHOR_LINE_BYTES];
    struct out out = out_fixed(buffer, sizeof(buffer));
    struct anchor anchor;
    unsigned place;
    if (anchor_parse(bytes, &anchor)) {
        anchor_write(&out, &anchor);
        must(str_equal(out_str(&out), bytes));
    }
    must(!anchor_newest(bytes, STR("fuzz.example"), public, &anchor, &place));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = str_span(data, size);
    check_note(bytes);
    check_checkpoint(bytes);
    check_key(bytes);
    check_anchor(bytes);
    return 0;
}
