/* Checkpoints (C2SP tlog-checkpoint): the signed head of the tree. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_CHECKPOINT_H
#define LEDGER_CHECKPOINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/out.h"
#include "base/str.h"
#include "ledger/note.h"

/* The text of a checkpoint with one signature and a name of usual length stays below this. */
enum { CHECKPOINT_BYTES_MAX = 1024 };

/* `origin` names the log and is the name of its key: NOTE_NAME_BYTES_MAX, note_name_is_valid(). */
struct checkpoint {
    struct str origin;
    int64_t size;
    struct hash root;
};

/* A possible head: a good name, a size that a tree can have, and the one root of an empty tree. */
bool checkpoint_is_valid(const struct checkpoint *checkpoint);
/* The three lines that are signed: origin, size, root. It must be valid. */
void checkpoint_write(struct out *out, const struct checkpoint *checkpoint);
/* Strict: three lines and no extension line; only valid ones. */
bool checkpoint_parse(struct str text, struct checkpoint *ret) MUST_USE;
/* The signed note, as it is served at /log/checkpoint and stands in every receipt. */
void checkpoint_sign(struct out *out, const struct checkpoint *checkpoint,
                     const struct sign_key *key);

#endif
