/* Sealing: leaves go into the tree, the head is signed, a second place remembers it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/log.h"
#include "desk/books.h"
#include "ledger/anchor.h"
#include "ledger/checkpoint.h"
#include "sql/desk.h"

static enum status compare_with_anchor(struct desk *desk, struct conn *conn, struct str *ret_why);
static enum status open_anchor(struct desk *desk, struct str *ret_file, struct str *ret_why);
enum { EXIT_HISTORY_LOST = 3 };

static bool holds_our_tree(const struct desk *desk, struct conn *conn, int64_t size);
static bool head_is_ours(struct desk *desk, struct str note);

static struct bytes bytes_of(const struct hash *hash)
{
    return (struct bytes){ hash->b, HASH_BYTES };
}

/* Eight with a statement: most of what a small row costs is the statement around it. */
static void put_nodes(struct batch *batch, int64_t first)
{
    enum { AT_ONCE = 8 };
    size_t i = 0;
    for (; i + AT_ONCE <= batch->node_count; i += AT_ONCE) {
        const struct hash *h = batch->nodes + i;
        ledger_nodes_insert(&batch->tx, &(struct ledger_nodes_insert){ .node = first + (int64_t)i,
                                                                       .hash_0 = bytes_of(&h[0]),
                                                                       .hash_1 = bytes_of(&h[1]),
                                                                       .hash_2 = bytes_of(&h[2]),
                                                                       .hash_3 = bytes_of(&h[3]),
                                                                       .hash_4 = bytes_of(&h[4]),
                                                                       .hash_5 = bytes_of(&h[5]),
                                                                       .hash_6 = bytes_of(&h[6]),
                                                                       .hash_7 = bytes_of(&h[7]) });
    }
    for (; i < batch->node_count; i++) {
        ledger_node_insert(&batch->tx,
                           &(struct ledger_node_insert){ .node = first + (int64_t)i,
                                                         .hash = bytes_of(&batch->nodes[i]) });
    }
}

void seal_batch(struct desk *desk, struct tree *tree)
{
    struct batch *batch = &desk->batch;
    int64_t size = tree->size + (int64_t)batch->leaf_count;
    int64_t fresh = tree_node_count(size) - tree_node_count(tree->size);
    batch->before = *tree;
    batch->nodes = new(desk->leaf_arena, struct hash, (size_t)fresh);
    for (size_t i = 0; i < batch->leaf_count; i++) {
        struct tree_node nodes[TREE_HEIGHT_MAX];
        size_t count = tree_append(tree, batch->leaf_hashes[i], nodes);
        for (size_t n = 0; n < count; n++) {
            batch->nodes[batch->node_count++] = nodes[n].hash;
        }
    }
    put_nodes(batch, tree_node_count(batch->before.size));
    struct checkpoint head = { str_of(desk->settings.origin), tree->size, tree_root(tree) };
    struct out note = out_open(desk->arena, CHECKPOINT_BYTES_MAX);
    checkpoint_sign(&note, &head, &desk->settings.key);
    ledger_checkpoint_insert(&batch->tx,
                             &(struct ledger_checkpoint_insert){
                                 .size = tree->size, .at = batch->now, .note = out_str(&note) });
    batch->note = out_str(&note);
}

/* The line goes to the place that does not hold the newest one, so that a torn write costs nothing.
 * Senders are told only after it is on disk. */
enum status seal_anchor(struct desk *desk)
{
    if (desk->anchor_file < 0) {
        return STATUS_OK;
    }
    struct anchor anchor = anchor_of(str_of(desk->settings.origin), desk->tree.size,
                                     tree_root(&desk->tree), &desk->settings.key);
    char line[ANCHOR_LINE_BYTES];
    struct out out = out_fixed(line, sizeof line);
    anchor_write(&out, &anchor);
    unsigned place = (desk->anchor_place + 1) % ANCHOR_PLACES;
    errno = 0;
    /* Both lines that knew more go: the ledger itself now says that they were. */
    if (desk->anchor_ahead > 0) {
        place = ANCHOR_FIRST_PLACE;
        if (ftruncate(desk->anchor_file, 0) != 0) {
            return status_of_errno(errno);
        }
    }
    ssize_t written = pwrite(desk->anchor_file, line, sizeof line, place * ANCHOR_PLACE_BYTES);
    if (written != (ssize_t)sizeof line) {
        return status_of_errno(errno);
    }
    disk_sync_bytes(desk->anchor_file, "anchor");
    desk->anchor_place = place;
    desk->anchor_ahead = 0;
    desk->anchor_is_due = false;
    return STATUS_OK;
}

enum status seal_open(struct desk *desk, struct conn *conn, struct str *ret_why)
{
    int64_t size;
    struct str note = books_checkpoint(conn, &size);
    if (!books_tree(conn, size, &desk->tree) || (size > 0 && !head_is_ours(desk, note))) {
        *ret_why =
            STR("Sổ cái hỏng: cây băm không khớp với đầu cây đã ký, hoặc khóa ký không phải của "
                "sổ này.");
        return STATUS_STORE_FAILED;
    }
    enum status status = compare_with_anchor(desk, conn, ret_why);
    struct desk_state_get_row state;
    if (status == STATUS_OK && desk_state_get(conn, &state)) {
        desk->next_id = state.next_id;
        desk->last_at = state.last_at;
        desk->batches = state.batches;
        desk->confirmed = state.confirmed;
        store_note_batch(desk->settings.store, state.batches);
    }
    return status ? status : conn->failed;
}

void seal_recall(struct desk *desk, struct conn *conn)
{
    int64_t size;
    (void)books_checkpoint(conn, &size);
    if (!holds_our_tree(desk, conn, size) && !conn->failed) {
        log_event(EVENT_HISTORY_LOST, LOG_INT("committed", desk->tree.size),
                  LOG_INT("found", size));
        _exit(EXIT_HISTORY_LOST);
    }
}

void seal_reload(struct desk *desk, struct conn *conn)
{
    int64_t size;
    struct tree tree;
    struct desk_state_get_row state;
    (void)books_checkpoint(conn, &size);
    if (books_tree(conn, size, &tree) && desk_state_get(conn, &state)) {
        seal_recall(desk, conn);
        desk->generation = store_session_generation(desk->writer);
        desk->anchor_is_due |= tree.size != desk->tree.size;
        desk->tree = tree;
        desk->next_id = state.next_id;
        desk->last_at = state.last_at;
        desk->batches = state.batches;
        desk->confirmed = state.confirmed;
        desk->is_stale = false;
    } else if (!conn->failed) {
        conn->failed = STATUS_STORE_FAILED;
    }
}

static bool holds_our_tree(const struct desk *desk, struct conn *conn, int64_t size)
{
    struct hash root;
    return desk->tree.size == 0 ||
           (size >= desk->tree.size && books_root(conn, desk->tree.size, &root) &&
            hash_equal(root, tree_root(&desk->tree)));
}

/* The stored head must be signed by our key, over the root that the stored nodes give. */
static bool head_is_ours(struct desk *desk, struct str text)
{
    struct note note;
    struct checkpoint head;
    struct vkey key = { .name = str_of(desk->settings.origin), .kind = VKEY_ED25519 };
    memcpy(key.public, desk->settings.key.public, sizeof key.public);
    return note_parse(text, &note) && note_verify(&note, &key, 1) == NOTE_SIGNED &&
           checkpoint_parse(note.text, &head) && head.size == desk->tree.size &&
           hash_equal(head.root, tree_root(&desk->tree));
}

static enum status compare_with_anchor(struct desk *desk, struct conn *conn, struct str *ret_why)
{
    struct str file = STR_NONE;
    enum status status = open_anchor(desk, &file, ret_why);
    if (status != STATUS_OK || desk->anchor_file < 0) {
        return status;
    }
    if (anchor_is_unwritten(file)) {
        desk->anchor_place = ANCHOR_FIRST_PLACE - 1;
        desk->anchor_is_due = desk->tree.size > 0;
        return STATUS_OK;
    }
    struct anchor anchor;
    if (!anchor_newest(file, str_of(desk->settings.origin), desk->settings.key.public, &anchor,
                       &desk->anchor_place)) {
        *ret_why =
            STR("Tệp neo của sổ cái hỏng hoặc của một sổ khác. Hãy phục hồi tệp neo, đừng xóa nó.");
        return STATUS_STORE_FAILED;
    }
    struct hash root_then = { 0 };
    if (anchor.size <= desk->tree.size && !books_root(conn, anchor.size, &root_then)) {
        *ret_why = STR("Sổ cái hỏng: thiếu nút của cây băm.");
        return STATUS_STORE_FAILED;
    }
    enum anchor_verdict verdict = anchor_compare(&anchor, desk->tree.size, root_then);
    if (verdict == ANCHOR_EQUAL || verdict == ANCHOR_GROWN) {
        desk->anchor_is_due = verdict == ANCHOR_GROWN;
        return STATUS_OK;
    }
    if (verdict == ANCHOR_TREE_SMALLER && desk->settings.accepts_loss) {
        desk->anchor_ahead = anchor.size;
        return STATUS_OK;
    }
    *ret_why = str_of(anchor_verdict_sentence(verdict));
    return STATUS_STORE_FAILED;
}

static enum status open_anchor(struct desk *desk, struct str *ret_file, struct str *ret_why)
{
    if (!desk->settings.anchor_path) {
        return STATUS_OK;
    }
    /* Once: behind the walls it cannot be opened, and a turn may come there. */
    desk->anchor_file =
        desk->anchor_file >= 0
            ? desk->anchor_file
            : open(desk->settings.anchor_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (desk->anchor_file < 0) {
        *ret_why = STR("Không mở được tệp neo của sổ cái để ghi.");
        return status_of_errno(errno);
    }
    char *bytes = new(desk->arena, char, ANCHOR_FILE_BYTES);
    ssize_t n = pread(desk->anchor_file, bytes, ANCHOR_FILE_BYTES, 0);
    *ret_file = str_span(bytes, n > 0 ? (size_t)n : 0);
    return n >= 0 ? STATUS_OK : STATUS_STORE_FAILED;
}
