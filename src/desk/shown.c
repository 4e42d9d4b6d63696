/* Comparing a shown head: whose it is, then the root that the tree had at its size. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/shown.h"

#include <string.h>

#include "desk/books.h"
#include "ledger/anchor.h"
#include "ledger/checkpoint.h"

static struct str note_of(struct str text);
static bool is_ours(const struct note *note, struct str origin, const uint8_t public[]);
static const char *sentence_of(enum anchor_verdict verdict);

enum shown shown_compare(struct conn *conn, struct str text, struct str origin,
                         const uint8_t public[SIGN_PUBLIC_BYTES], struct str *ret_why)
{
    struct note note;
    struct checkpoint head;
    if (!note_parse(note_of(text), &note) || !checkpoint_parse(note.text, &head)) {
        *ret_why = STR("không phải biên nhận hay đầu cây đọc được");
        return SHOWN_UNPROVEN;
    }
    if (!str_equal(head.origin, origin) || !is_ours(&note, origin, public)) {
        *ret_why = STR("không do khóa của sổ cái này ký, nên không chứng minh điều gì về sổ này");
        return SHOWN_UNPROVEN;
    }
    int64_t size;
    struct anchor shown = { .size = head.size, .root = head.root };
    struct hash root_then = { 0 };
    (void)books_checkpoint(conn, &size);
    if (shown.size <= size && !books_root(conn, shown.size, &root_then)) {
        *ret_why = STR("không so được: sổ cái thiếu nút của cây băm");
        return SHOWN_CONTRADICTS;
    }
    enum anchor_verdict verdict = anchor_compare(&shown, size, root_then);
    *ret_why = str_of(sentence_of(verdict));
    return verdict == ANCHOR_EQUAL || verdict == ANCHOR_GROWN ? SHOWN_AGREES : SHOWN_CONTRADICTS;
}

/* A receipt ends with its checkpoint, after the first empty line. Empty lines at the end, which
 * copying leaves, are no reason to overlook a signature. */
static struct str note_of(struct str text)
{
    while (str_ends(text, STR("\n\n"))) {
        text.n--;
    }
    size_t end =
        str_starts(text, STR("c2sp.org/tlog-proof@v1\n")) ? str_find(text, STR("\n\n")) : text.n;
    return end < text.n ? str_slice(text, end + 2, text.n) : text;
}

static bool is_ours(const struct note *note, struct str origin, const uint8_t public[])
{
    struct vkey key = { .name = origin, .kind = VKEY_ED25519 };
    memcpy(key.public, public, sizeof key.public);
    return note_verify(note, &key, 1) == NOTE_SIGNED;
}

static const char *sentence_of(enum anchor_verdict verdict)
{
    switch (verdict) {
    case ANCHOR_TREE_SMALLER:
        return "sổ cái có ít lá hơn đầu cây mà chính nó đã ký ở đây: kho dữ liệu là một bản cũ, "
               "hoặc đã mất phần cuối";
    case ANCHOR_TREE_DIFFERENT:
    case ANCHOR_TREE_FORKED:
        return "sổ cái có gốc khác với đầu cây mà chính nó đã ký ở đây: nội dung đã bị đổi, hoặc "
               "sổ đã rẽ nhánh";
    case ANCHOR_EQUAL:
    case ANCHOR_GROWN:
        break;
    }
    return "khớp với sổ cái";
}
