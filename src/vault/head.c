/* The head of a vault as text, and the claim that is signed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/must.h"
#include "vault/vault_private.h"

static bool cut(struct str *rest, struct str label, struct str *ret);
static bool cut_int(struct str *rest, struct str label, int64_t *ret);
static bool cut_hex(struct str *rest, struct str label, void *ret, size_t n);

void vault_key_name(const uint8_t public[BOX_KEY_BYTES], uint8_t ret[4])
{
    struct hash hash = hash_of(str_span(public, BOX_KEY_BYTES));
    memcpy(ret, hash.b, 4);
}

static void write_hex(struct out *out, const char *label, const void *bytes, size_t n)
{
    out_printf(out, "%s ", label);
    out_hex(out, bytes, n);
    out_char(out, '\n');
}

static void write_int(struct out *out, const char *label, int64_t value)
{
    out_printf(out, "%s ", label);
    out_int(out, value);
    out_char(out, '\n');
}

void vault_head_write(struct out *out, const struct vault_head *head,
                      const struct vault_locks *locks)
{
    uint8_t salt[8];
    for (size_t i = 0; i < sizeof salt; i++) {
        salt[i] = (uint8_t)(head->place_salt >> (8 * (sizeof salt - 1 - i)));
    }
    out_lit(out, VAULT_MARK "\nkind ");
    out_str_raw(out, head->kind);
    out_lit(out, "\norigin ");
    out_str_raw(out, head->origin);
    out_char(out, '\n');
    write_hex(out, "to", head->to, sizeof head->to);
    write_int(out, "first", head->first);
    write_int(out, "last", head->last);
    write_int(out, "at", head->at.s);
    write_int(out, "size", head->size);
    write_hex(out, "root", head->root.b, HASH_BYTES);
    write_hex(out, "after", head->after.b, HASH_BYTES);
    write_hex(out, "salt", salt, sizeof salt);
    write_int(out, "frame", head->place_frame);
    write_hex(out, "key", locks->sealed_key, sizeof locks->sealed_key);
    write_hex(out, "stream", locks->stream_head, sizeof locks->stream_head);
    out_char(out, '\n');
}

bool vault_head_parse(struct str text, struct vault_head *ret, struct vault_locks *ret_locks)
{
    struct vault_head head = { 0 };
    struct str mark;
    uint8_t salt[8];
    bool is_good =
        cut(&text, STR(VAULT_MARK), &mark) && mark.n == 0 && cut(&text, STR("kind "), &head.kind) &&
        cut(&text, STR("origin "), &head.origin) &&
        cut_hex(&text, STR("to "), head.to, sizeof head.to) &&
        cut_int(&text, STR("first "), &head.first) && cut_int(&text, STR("last "), &head.last) &&
        cut_int(&text, STR("at "), &head.at.s) && cut_int(&text, STR("size "), &head.size) &&
        cut_hex(&text, STR("root "), head.root.b, HASH_BYTES) &&
        cut_hex(&text, STR("after "), head.after.b, HASH_BYTES) &&
        cut_hex(&text, STR("salt "), salt, sizeof salt) &&
        cut_int(&text, STR("frame "), &head.place_frame) &&
        cut_hex(&text, STR("key "), ret_locks->sealed_key, sizeof ret_locks->sealed_key) &&
        cut_hex(&text, STR("stream "), ret_locks->stream_head, sizeof ret_locks->stream_head);
    for (size_t i = 0; is_good && i < sizeof salt; i++) {
        head.place_salt = head.place_salt << 8 | salt[i];
    }
    bool is_possible = is_good && str_equal(text, STR("\n")) && head.first >= 0 &&
                       head.first <= head.last && head.size >= 0 && head.at.s >= 0;
    if (is_possible) {
        *ret = head;
    }
    return is_possible;
}

void vault_claim(struct hash digest, char ret[CLAIM_BYTES])
{
    struct out claim = out_fixed(ret, CLAIM_BYTES);
    out_lit(&claim, VAULT_MARK "\n");
    out_hex(&claim, digest.b, HASH_BYTES);
    out_char(&claim, '\n');
    must(!claim.overflowed && claim.n == CLAIM_BYTES);
}

static bool cut(struct str *rest, struct str label, struct str *ret)
{
    size_t end = str_find_byte(*rest, '\n');
    struct str line = str_slice(*rest, 0, end);
    if (end == rest->n || !str_starts(line, label)) {
        return false;
    }
    *ret = str_slice(line, label.n, line.n);
    *rest = str_slice(*rest, end + 1, rest->n);
    return true;
}

static bool cut_int(struct str *rest, struct str label, int64_t *ret)
{
    struct str text;
    return cut(rest, label, &text) && str_to_int(text, ret);
}

static bool cut_hex(struct str *rest, struct str label, void *ret, size_t n)
{
    struct str text;
    size_t got;
    return cut(rest, label, &text) && hex_decode(text, ret, n, &got) && got == n;
}
