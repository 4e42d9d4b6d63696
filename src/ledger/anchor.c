/* The anchor's line, its two places, and the comparison at start. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/anchor.h"

#include <inttypes.h>

#include "ledger/checkpoint.h"
#include "ledger/lines.h"

static bool signature_is_good(const struct anchor *anchor, struct str origin,
                              const uint8_t public[SIGN_PUBLIC_BYTES]);

struct anchor anchor_of(struct str origin, int64_t size, struct hash root,
                        const struct sign_key *key)
{
    char buffer[CHECKPOINT_BYTES_MAX];
    struct out text = out_fixed(buffer, sizeof(buffer));
    checkpoint_write(&text, &(struct checkpoint){ origin, size, root });
    struct anchor anchor = { .size = size, .root = root };
    sign_bytes(key, out_str(&text), anchor.signature);
    return anchor;
}

void anchor_write(struct out *out, const struct anchor *anchor)
{
    out_printf(out, "%019" PRId64 " ", anchor->size);
    out_base64(out, anchor->root.b, HASH_BYTES);
    out_char(out, ' ');
    out_base64(out, anchor->signature, SIGN_BYTES);
    out_char(out, '\n');
}

bool anchor_parse(struct str line, struct anchor *ret)
{
    struct str rest = line;
    struct str text;
    if (line.n != ANCHOR_LINE_BYTES || !line_cut(&rest, &text) || rest.n > 0) {
        return false;
    }
    struct anchor anchor = { 0 };
    struct str digits = str_cut(&text, ' ');
    while (digits.n > 1 && digits.p[0] == '0') {
        digits = str_slice(digits, 1, digits.n);
    }
    struct str root = str_cut(&text, ' ');
    size_t n;
    if (!str_to_int(digits, &anchor.size) || !hash_from_base64(root, &anchor.root) ||
        !base64_decode(text, anchor.signature, sizeof(anchor.signature), &n)) {
        return false;
    }
    char buffer[ANCHOR_LINE_BYTES];
    struct out again = out_fixed(buffer, sizeof(buffer));
    anchor_write(&again, &anchor);
    if (!str_equal(out_str(&again), line)) {
        return false;
    }
    *ret = anchor;
    return true;
}

bool anchor_newest(struct str file, struct str origin, const uint8_t public[SIGN_PUBLIC_BYTES],
                   struct anchor *ret, unsigned *ret_place)
{
    bool found = false;
    for (unsigned place = 0; place < ANCHOR_PLACES; place++) {
        size_t start = place * (size_t)ANCHOR_PLACE_BYTES;
        struct anchor anchor;
        if (anchor_parse(str_slice(file, start, start + ANCHOR_LINE_BYTES), &anchor) &&
            signature_is_good(&anchor, origin, public) && (!found || anchor.size > ret->size)) {
            found = true;
            *ret = anchor;
            *ret_place = place;
        }
    }
    return found;
}

bool anchor_is_unwritten(struct str file)
{
    struct str before = str_slice(file, 0, ANCHOR_PLACE_BYTES);
    for (size_t i = 0; i < before.n; i++) {
        if (before.p[i] != 0) {
            return false;
        }
    }
    return file.n < ANCHOR_FILE_BYTES || file.p[ANCHOR_FILE_BYTES - 1] != '\n';
}

enum anchor_verdict anchor_compare(const struct anchor *anchor, int64_t size, struct hash root_then)
{
    if (size < anchor->size) {
        return ANCHOR_TREE_SMALLER;
    }
    if (hash_equal(root_then, anchor->root)) {
        return size == anchor->size ? ANCHOR_EQUAL : ANCHOR_GROWN;
    }
    return size == anchor->size ? ANCHOR_TREE_DIFFERENT : ANCHOR_TREE_FORKED;
}

const char *anchor_verdict_sentence(enum anchor_verdict verdict)
{
    switch (verdict) {
    case ANCHOR_EQUAL:
        return "Cuốn sổ đúng với điểm neo.";
    case ANCHOR_GROWN:
        return "Cuốn sổ nối tiếp điểm neo.";
    case ANCHOR_TREE_SMALLER:
        return "Cuốn sổ ngắn hơn điểm neo: có mục đã ký mà nay không còn. Có thể đây là một bản "
               "sao cũ. Hãy đưa kho mới nhất trở lại (kheo restore … --archive); nếu không còn, "
               "kheo accept-loss ghi việc mất vào sổ cái rồi mới chạy tiếp.";
    case ANCHOR_TREE_DIFFERENT:
        return "Cuốn sổ dài bằng điểm neo nhưng khác gốc: nội dung đã bị đổi.";
    case ANCHOR_TREE_FORKED:
        return "Cuốn sổ dài hơn nhưng không nối tiếp điểm neo: phần đầu đã bị đổi.";
    }
    return "";
}

static bool signature_is_good(const struct anchor *anchor, struct str origin,
                              const uint8_t public[SIGN_PUBLIC_BYTES])
{
    struct checkpoint checkpoint = { origin, anchor->size, anchor->root };
    if (!checkpoint_is_valid(&checkpoint)) {
        return false;
    }
    char buffer[CHECKPOINT_BYTES_MAX];
    struct out text = out_fixed(buffer, sizeof(buffer));
    checkpoint_write(&text, &checkpoint);
    return sign_verify(public, out_str(&text), anchor->signature);
}
