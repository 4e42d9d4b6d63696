/* Signed notes: taking them apart, checking signatures, signing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/note.h"

#include <string.h>

#include "base/must.h"
#include "ledger/lines.h"

#define DASH "\xE2\x80\x94 " /* U+2014 and a space begin a signature line */

enum {
    KEY_ID_BYTES = 4,
    COSIGNATURE_TIME_BYTES = 8,
    COSIGNED_BYTES_MAX =
        sizeof("cosignature/v1\ntime 9223372036854775807\n") + NOTE_COSIGNED_TEXT_BYTES_MAX
};

static bool is_plain_text(struct str bytes) PURE;
static size_t last_blank_line(struct str bytes) PURE;
static bool read_signature(struct str line, struct note_signature *ret);
static bool signature_is_good(const struct note *note, const struct note_signature *signature,
                              const struct vkey *key);
static bool cosignature_is_good(struct str text, const uint8_t *bytes, const struct vkey *key);
static void write_cosigned(struct out *out, struct str text, int64_t at_s);
static void write_signature_line(struct out *out, const struct vkey *key, struct str signature);
static uint64_t number_at(const uint8_t *bytes, size_t n);
static void number_to(uint64_t number, uint8_t *ret, size_t n);

struct vkey vkey_of(struct str name, enum vkey_kind kind, const struct sign_key *key)
{
    struct vkey vkey = { .name = name, .kind = kind };
    memcpy(vkey.public, key->public, SIGN_PUBLIC_BYTES);
    return vkey;
}

uint32_t vkey_id(const struct vkey *key)
{
    const char kind[] = { '\n', (char)key->kind };
    const struct str parts[] = { key->name, str_span(kind, sizeof(kind)),
                                 str_span(key->public, sizeof(key->public)) };
    struct hash hash = hash_of_parts(parts, COUNT(parts));
    return (uint32_t)number_at(hash.b, KEY_ID_BYTES);
}

void vkey_write(struct out *out, const struct vkey *key)
{
    uint8_t id[KEY_ID_BYTES];
    number_to(vkey_id(key), id, sizeof(id));
    uint8_t kind_and_public[1 + SIGN_PUBLIC_BYTES] = { (uint8_t)key->kind };
    memcpy(kind_and_public + 1, key->public, SIGN_PUBLIC_BYTES);
    out_str_raw(out, key->name);
    out_char(out, '+');
    out_hex(out, id, sizeof(id));
    out_char(out, '+');
    out_base64(out, kind_and_public, sizeof(kind_and_public));
}

bool vkey_parse(struct str text, struct vkey *ret)
{
    /* Only the first two "+" part the text: the base64 at the end may hold more of them. */
    struct str rest = text;
    struct vkey key = { .name = str_cut(&rest, '+') };
    struct str id_text = str_cut(&rest, '+');
    uint8_t id[KEY_ID_BYTES];
    uint8_t kind_and_public[1 + SIGN_PUBLIC_BYTES];
    size_t id_n;
    size_t n;
    if (!note_name_is_valid(key.name) || !hex_decode(id_text, id, sizeof(id), &id_n) ||
        id_n != sizeof(id) || !base64_decode(rest, kind_and_public, sizeof(kind_and_public), &n) ||
        n != sizeof(kind_and_public)) {
        return false;
    }
    if (kind_and_public[0] != VKEY_ED25519 && kind_and_public[0] != VKEY_COSIGNATURE) {
        return false;
    }
    key.kind = (enum vkey_kind)kind_and_public[0];
    memcpy(key.public, kind_and_public + 1, SIGN_PUBLIC_BYTES);
    if (vkey_id(&key) != number_at(id, sizeof(id))) {
        return false;
    }
    *ret = key;
    return true;
}

bool note_name_is_valid(struct str name)
{
    /* White_Space of Unicode beyond ASCII, whose own spaces but U+0020 are control signs. */
    static const char *const refused[] = {
        " ",
        "+",
        "\xC2\x85",
        "\xC2\xA0",
        "\xE1\x9A\x80",
        "\xE2\x80\x80",
        "\xE2\x80\x81",
        "\xE2\x80\x82",
        "\xE2\x80\x83",
        "\xE2\x80\x84",
        "\xE2\x80\x85",
        "\xE2\x80\x86",
        "\xE2\x80\x87",
        "\xE2\x80\x88",
        "\xE2\x80\x89",
        "\xE2\x80\x8A",
        "\xE2\x80\xA8",
        "\xE2\x80\xA9",
        "\xE2\x80\xAF",
        "\xE2\x81\x9F",
        "\xE3\x80\x80",
        "\n",
    };
    if (name.n < 1 || name.n > NOTE_NAME_BYTES_MAX || !is_plain_text(name)) {
        return false;
    }
    for (size_t i = 0; i < COUNT(refused); i++) {
        if (str_find(name, str_of(refused[i])) < name.n) {
            return false;
        }
    }
    return true;
}

bool note_parse(struct str bytes, struct note *ret)
{
    if (bytes.n > NOTE_BYTES_MAX || !is_plain_text(bytes)) {
        return false;
    }
    size_t blank = last_blank_line(bytes);
    if (blank == bytes.n) {
        return false;
    }
    ret->text = str_slice(bytes, 0, blank);
    ret->count = 0;
    struct str rest = str_slice(bytes, blank + 1, bytes.n);
    while (rest.n > 0) {
        struct str line;
        if (ret->count == NOTE_SIGNATURES_MAX || !line_cut_after(&rest, STR(DASH), &line) ||
            !read_signature(line, &ret->signatures[ret->count])) {
            return false;
        }
        ret->count++;
    }
    return ret->count > 0;
}

enum note_verdict note_verify(const struct note *note, const struct vkey *keys, size_t count)
{
    enum note_verdict verdict = count > 0 ? NOTE_SIGNED : NOTE_UNSIGNED;
    for (size_t k = 0; k < count; k++) {
        uint32_t id = vkey_id(&keys[k]);
        bool has_signed = false;
        for (size_t i = 0; i < note->count; i++) {
            const struct note_signature *signature = &note->signatures[i];
            if (signature->key_id != id || !str_equal(signature->name, keys[k].name)) {
                continue;
            }
            if (!signature_is_good(note, signature, &keys[k])) {
                return NOTE_FORGED;
            }
            has_signed = true;
        }
        verdict = has_signed ? verdict : NOTE_UNSIGNED;
    }
    return verdict;
}

void note_sign(struct out *out, struct str text, struct str name, const struct sign_key *key)
{
    must(str_ends(text, STR("\n")) && note_name_is_valid(name));
    struct vkey signer = vkey_of(name, VKEY_ED25519, key);
    uint8_t signature[SIGN_BYTES];
    sign_bytes(key, text, signature);
    out_str_raw(out, text);
    out_char(out, '\n');
    write_signature_line(out, &signer, str_span(signature, sizeof(signature)));
}

void note_cosign(struct out *out, struct str text, struct str name, const struct sign_key *key,
                 struct instant at)
{
    must(text.n <= NOTE_COSIGNED_TEXT_BYTES_MAX && note_name_is_valid(name) && at.s > 0);
    struct vkey signer = vkey_of(name, VKEY_COSIGNATURE, key);
    char buffer[COSIGNED_BYTES_MAX];
    struct out cosigned = out_fixed(buffer, sizeof(buffer));
    write_cosigned(&cosigned, text, at.s);
    uint8_t signature[COSIGNATURE_TIME_BYTES + SIGN_BYTES];
    number_to((uint64_t)at.s, signature, COSIGNATURE_TIME_BYTES);
    sign_bytes(key, out_str(&cosigned), signature + COSIGNATURE_TIME_BYTES);
    write_signature_line(out, &signer, str_span(signature, sizeof(signature)));
}

/* UTF-8 without control signs but the newline. */
static bool is_plain_text(struct str bytes)
{
    for (size_t i = 0; i < bytes.n; i++) {
        if ((uint8_t)bytes.p[i] < 0x20 && bytes.p[i] != '\n') {
            return false;
        }
    }
    return str_is_utf8(bytes);
}

/* Where the last empty line stands, or bytes.n. */
static size_t last_blank_line(struct str bytes)
{
    for (size_t i = bytes.n; i > 1; i--) {
        if (bytes.p[i - 1] == '\n' && bytes.p[i - 2] == '\n') {
            return i - 1;
        }
    }
    return bytes.n;
}

static bool read_signature(struct str line, struct note_signature *ret)
{
    uint8_t bytes[NOTE_SIGNATURE_BYTES_MAX];
    size_t n;
    struct str rest = line;
    struct str name = str_cut(&rest, ' ');
    if (!note_name_is_valid(name) || !base64_decode(rest, bytes, sizeof(bytes), &n) ||
        n <= KEY_ID_BYTES) {
        return false;
    }
    *ret = (struct note_signature){ name, rest, (uint32_t)number_at(bytes, KEY_ID_BYTES) };
    return true;
}

static bool signature_is_good(const struct note *note, const struct note_signature *signature,
                              const struct vkey *key)
{
    uint8_t bytes[NOTE_SIGNATURE_BYTES_MAX];
    size_t n;
    if (!base64_decode(signature->base64, bytes, sizeof(bytes), &n)) {
        return false;
    }
    switch (key->kind) {
    case VKEY_ED25519:
        return n == KEY_ID_BYTES + SIGN_BYTES &&
               sign_verify(key->public, note->text, bytes + KEY_ID_BYTES);
    case VKEY_COSIGNATURE:
        return n == KEY_ID_BYTES + COSIGNATURE_TIME_BYTES + SIGN_BYTES &&
               cosignature_is_good(note->text, bytes + KEY_ID_BYTES, key);
    }
    return false;
}

static bool cosignature_is_good(struct str text, const uint8_t *bytes, const struct vkey *key)
{
    uint64_t at_s = number_at(bytes, COSIGNATURE_TIME_BYTES);
    if (text.n > NOTE_COSIGNED_TEXT_BYTES_MAX || at_s > INT64_MAX) {
        return false;
    }
    char buffer[COSIGNED_BYTES_MAX];
    struct out cosigned = out_fixed(buffer, sizeof(buffer));
    write_cosigned(&cosigned, text, (int64_t)at_s);
    return sign_verify(key->public, out_str(&cosigned), bytes + COSIGNATURE_TIME_BYTES);
}

/* What a witness signs: that it saw this text at that time. */
static void write_cosigned(struct out *out, struct str text, int64_t at_s)
{
    out_lit(out, "cosignature/v1\ntime ");
    out_int(out, at_s);
    out_char(out, '\n');
    out_str_raw(out, text);
    must(!out->overflowed);
}

static void write_signature_line(struct out *out, const struct vkey *key, struct str signature)
{
    uint8_t bytes[KEY_ID_BYTES + COSIGNATURE_TIME_BYTES + SIGN_BYTES];
    must(KEY_ID_BYTES + signature.n <= sizeof(bytes));
    number_to(vkey_id(key), bytes, KEY_ID_BYTES);
    memcpy(bytes + KEY_ID_BYTES, signature.p, signature.n);
    out_lit(out, DASH);
    out_str_raw(out, key->name);
    out_char(out, ' ');
    out_base64(out, bytes, KEY_ID_BYTES + signature.n);
    out_char(out, '\n');
}

/* High byte first. */
static uint64_t number_at(const uint8_t *bytes, size_t n)
{
    uint64_t number = 0;
    for (size_t i = 0; i < n; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

static void number_to(uint64_t number, uint8_t *ret, size_t n)
{
    for (size_t i = n; i-- > 0; number >>= 8) {
        ret[i] = (uint8_t)number;
    }
}
