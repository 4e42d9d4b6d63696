/* The anchor: a second place that knows how far the tree has grown, so that it cannot shrink. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_ANCHOR_H
#define LEDGER_ANCHOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "base/out.h"
#include "base/str.h"

/* One line of always the same length: size in 19 digits, root, and the log key's signature over the
 * checkpoint of that size (checkpoint.h), base64, a space between, a newline at the end. */
enum { ANCHOR_LINE_BYTES = 19 + 1 + 44 + 1 + 88 + 1 };

/* The file has two places, written in turn, so that a write cut short leaves the other one whole.
 * They are a disk sector apart. The first line of a new file goes to
 * ANCHOR_FIRST_PLACE. */
enum {
    ANCHOR_PLACE_BYTES = 4096,
    ANCHOR_PLACES = 2,
    ANCHOR_FIRST_PLACE = 1,
    ANCHOR_FILE_BYTES = ANCHOR_PLACE_BYTES + ANCHOR_LINE_BYTES
};

struct anchor {
    int64_t size;
    struct hash root;
    uint8_t signature[SIGN_BYTES];
};

/* The anchor of a head. The signature is the one in the signed checkpoint: Ed25519 gives the same
 * bytes each time. */
struct anchor anchor_of(struct str origin, int64_t size, struct hash root,
                        const struct sign_key *key);
void anchor_write(struct out *out, const struct anchor *anchor);
/* Exactly one line of ANCHOR_LINE_BYTES. */
bool anchor_parse(struct str line, struct anchor *ret) MUST_USE;

/* The larger of the well-signed lines in the file's bytes; *ret_place says where it stands, so that
 * the next write goes to the other place. False: there is none (a new file, or a ruined one: see
 * anchor_is_unwritten()). */
bool anchor_newest(struct str file, struct str origin, const uint8_t public[SIGN_PUBLIC_BYTES],
                   struct anchor *ret, unsigned *ret_place) MUST_USE;

/* No line was ever written to its end: the file is empty, or its very first write was cut short.
 * Such a file is a new one; it tells as much as a file that was deleted. */
bool anchor_is_unwritten(struct str file) PURE;

enum anchor_verdict {
    ANCHOR_EQUAL,          /* the tree is the anchored one */
    ANCHOR_GROWN,          /* the tree continues it: the last anchor write was lost, or is due */
    ANCHOR_TREE_SMALLER,   /* leaves that were promised are gone: an old copy was started */
    ANCHOR_TREE_DIFFERENT, /* the same size, another root */
    ANCHOR_TREE_FORKED,    /* larger, but not grown out of the anchored tree */
};
/* `size` is the tree's; `root_then` the root that it has, or had, at anchor->size leaves (see
 * proof_plan_root()), which is not looked at when the tree is smaller. Serves as well for a
 * checkpoint that someone shows us: only the first two verdicts let the server start. */
enum anchor_verdict anchor_compare(const struct anchor *anchor, int64_t size,
                                   struct hash root_then);
/* One Vietnamese sentence for the operator. */
const char *anchor_verdict_sentence(enum anchor_verdict verdict) PURE;

#endif
