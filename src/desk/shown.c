/* Comparing a shown head: whose it is, then the root that the tree had at its size. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/shown.h"

#include <string.h>

#include "desk/books.h"
#include "desk/loss.h"
#include "ledger/anchor.h"
#include "ledger/checkpoint.h"

#define RECEIPT_MARK "c2sp.org/tlog-proof@v1\n"
enum { SENTENCE_BYTES_MAX = 256 };

static struct str note_of(struct str text);
static struct str without_empty_lines(struct str text);
static enum shown explain(struct conn *conn, struct str text, const struct vkey *key, int64_t size,
                          enum anchor_verdict verdict, struct str *ret_why);
static const char *sentence_of(enum anchor_verdict verdict);

enum shown shown_compare(struct conn *conn, struct str text, struct str origin,
                         const uint8_t public[SIGN_PUBLIC_BYTES], int64_t *ret_size,
                         struct str *ret_why)
{
    struct note note;
    struct checkpoint head;
    struct vkey key = { .name = origin, .kind = VKEY_ED25519 };
    memcpy(key.public, public, sizeof key.public);
    *ret_size = 0;
    if (!note_parse(note_of(text), &note) || !checkpoint_parse(note.text, &head)) {
        *ret_why = STR("không phải biên nhận hay đầu cây đọc được");
        return SHOWN_UNPROVEN;
    }
    if (!str_equal(head.origin, origin) || note_verify(&note, &key, 1) != NOTE_SIGNED) {
        *ret_why = STR("không do khóa của sổ cái này ký, nên không chứng minh điều gì về sổ này");
        return SHOWN_UNPROVEN;
    }
    int64_t size;
    struct anchor shown = { .size = head.size, .root = head.root };
    struct hash root_then = { 0 };
    *ret_size = head.size;
    (void)books_checkpoint(conn, &size);
    if (shown.size <= size && !books_root(conn, shown.size, &root_then)) {
        *ret_why = STR("không so được: sổ cái thiếu nút của cây băm");
        return SHOWN_CONTRADICTS;
    }
    enum anchor_verdict verdict = anchor_compare(&shown, size, root_then);
    *ret_why = str_of(sentence_of(verdict));
    if (verdict == ANCHOR_EQUAL || verdict == ANCHOR_GROWN) {
        return SHOWN_AGREES;
    }
    return explain(conn, text, &key, head.size, verdict, ret_why);
}

/* A head that the tree does not lead to may be one that a restore lost. */
static enum shown explain(struct conn *conn, struct str text, const struct vkey *key, int64_t size,
                          enum anchor_verdict verdict, struct str *ret_why)
{
    struct receipt_content *receipt = new(conn->arena, struct receipt_content, 1);
    struct instant at;
    bool is_receipt = str_starts(text, STR(RECEIPT_MARK)) &&
                      receipt_verify(without_empty_lines(text), key, 1, receipt) == RECEIPT_VALID;
    if (loss_explains(conn, size, is_receipt ? receipt : NULL, &at) &&
        is_receipt == str_starts(text, STR(RECEIPT_MARK))) {
        struct out out = out_open(conn->arena, SENTENCE_BYTES_MAX);
        out_lit(&out, "đã mất trong lần phục hồi mà sổ cái ghi lúc ");
        out_instant(&out, at);
        *ret_why = out_str(&out);
        return SHOWN_LOST;
    }
    return verdict == ANCHOR_TREE_SMALLER ? SHOWN_AHEAD : SHOWN_CONTRADICTS;
}

/* A receipt ends with its checkpoint, after the first empty line. Empty lines at the end, which
 * copying leaves, are no reason to overlook a signature. */
static struct str note_of(struct str text)
{
    text = without_empty_lines(text);
    size_t end = str_starts(text, STR(RECEIPT_MARK)) ? str_find(text, STR("\n\n")) : text.n;
    return end < text.n ? str_slice(text, end + 2, text.n) : text;
}

static struct str without_empty_lines(struct str text)
{
    while (str_ends(text, STR("\n\n"))) {
        text.n--;
    }
    return text;
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
