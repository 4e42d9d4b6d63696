/* The three lines of a checkpoint, both ways, and their signing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/checkpoint.h"

#include "base/must.h"
#include "ledger/lines.h"
#include "ledger/tree.h"

bool checkpoint_is_valid(const struct checkpoint *checkpoint)
{
    return note_name_is_valid(checkpoint->origin) && checkpoint->size >= 0 &&
           checkpoint->size <= TREE_SIZE_MAX &&
           (checkpoint->size > 0 || hash_equal(checkpoint->root, hash_of(STR(""))));
}

void checkpoint_write(struct out *out, const struct checkpoint *checkpoint)
{
    must(checkpoint_is_valid(checkpoint));
    out_str_raw(out, checkpoint->origin);
    out_char(out, '\n');
    out_int(out, checkpoint->size);
    out_char(out, '\n');
    out_base64(out, checkpoint->root.b, HASH_BYTES);
    out_char(out, '\n');
}

bool checkpoint_parse(struct str text, struct checkpoint *ret)
{
    /* Each line has one spelling: str_to_int() and the base64 reader refuse all others. */
    struct checkpoint checkpoint = { 0 };
    struct str rest = text;
    struct str size;
    struct str root;
    if (!line_cut(&rest, &checkpoint.origin) || !line_cut(&rest, &size) ||
        !line_cut(&rest, &root) || rest.n > 0 || !str_to_int(size, &checkpoint.size) ||
        !hash_from_base64(root, &checkpoint.root) || !checkpoint_is_valid(&checkpoint)) {
        return false;
    }
    *ret = checkpoint;
    return true;
}

void checkpoint_sign(struct out *out, const struct checkpoint *checkpoint,
                     const struct sign_key *key)
{
    char buffer[CHECKPOINT_BYTES_MAX];
    struct out text = out_fixed(buffer, sizeof(buffer));
    checkpoint_write(&text, checkpoint);
    note_sign(out, out_str(&text), checkpoint->origin, key);
}
