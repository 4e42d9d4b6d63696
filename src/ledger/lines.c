/* Cutting lines, reading words and hashes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/lines.h"

bool line_cut(struct str *rest, struct str *ret)
{
    if (str_find_byte(*rest, '\n') == rest->n) {
        return false;
    }
    *ret = str_cut(rest, '\n');
    return true;
}

bool line_cut_after(struct str *rest, struct str label, struct str *ret)
{
    struct str line;
    if (!str_starts(*rest, label) || !line_cut(rest, &line)) {
        return false;
    }
    *ret = str_slice(line, label.n, line.n);
    return true;
}

bool word_is_valid(struct str word, size_t chars_max)
{
    if (word.n < 1 || word.n > chars_max || word.p[0] < 'a' || word.p[0] > 'z') {
        return false;
    }
    for (size_t i = 1; i < word.n; i++) {
        char c = word.p[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_') {
            return false;
        }
    }
    return true;
}

bool hash_from_base64(struct str text, struct hash *ret)
{
    size_t n;
    struct hash hash = { 0 };
    if (!base64_decode(text, hash.b, sizeof(hash.b), &n) || n != sizeof(hash.b)) {
        return false;
    }
    *ret = hash;
    return true;
}

bool hash_from_base64url(struct str text, struct hash *ret)
{
    size_t n;
    struct hash hash = { 0 };
    if (!base64url_decode(text, hash.b, sizeof(hash.b), &n) || n != sizeof(hash.b)) {
        return false;
    }
    *ret = hash;
    return true;
}
