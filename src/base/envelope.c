/* KNS1: boxes for the key of an envelope, and what that key seals. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/envelope.h"

#include <sodium.h>
#include <string.h>

#include "base/must.h"

enum {
    VERSION = 1,
    PLACE_OF_VERSION = 4,
    PLACE_OF_KIND = 5,
    PLACE_OF_COUNT = 6,
    NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES,
};
static const char MAGIC[4] = { 'K', 'N', 'S', '1' };
static const size_t CLASSES[] = {
    4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20
};

_Static_assert(SHARED_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "what is shared is K");

static bool seal_boxes(enum envelope_kind kind, const struct envelope_to *to,
                       const uint8_t secret[SHARED_BYTES], uint8_t *ret);
static bool box_at(const struct envelope *envelope, const struct box_key *key,
                   uint8_t ret[SHARED_BYTES], size_t *ret_place);
static bool open_with(const struct envelope *envelope, const uint8_t secret[SHARED_BYTES],
                      uint8_t *ret, size_t *ret_n);
static bool take_padding_off(uint8_t *text, size_t class_bytes, size_t *ret_n);
static size_t head_bytes(size_t key_count);
static bool is_kind(unsigned kind);

/* libsodium promises 16 bytes and more; it does 8, as BLAKE2b has it, and the vectors of the test
 * would tell of one that does not. */
struct key_id key_id_of(const uint8_t public[BOX_KEY_BYTES])
{
    struct key_id id;
    must(crypto_generichash(id.b, sizeof id.b, public, BOX_KEY_BYTES, NULL, 0) == 0);
    return id;
}

size_t envelope_class(size_t plain_bytes)
{
    for (size_t i = 0; i < COUNT(CLASSES); i++) {
        if (plain_bytes <= CLASSES[i] - ENVELOPE_LENGTH_BYTES) {
            return CLASSES[i];
        }
    }
    return 0;
}

size_t envelope_bytes(size_t key_count, size_t plain_bytes)
{
    size_t class_bytes = envelope_class(plain_bytes);
    return class_bytes ? head_bytes(key_count) + NONCE_BYTES + class_bytes + TAG_BYTES : 0;
}

bool envelope_seal(enum envelope_kind kind, const struct envelope_to *to, struct str plain,
                   uint8_t *ret)
{
    size_t bytes = envelope_bytes(to->count, plain.n);
    if (bytes == 0 || to->count == 0 || to->count > ENVELOPE_KEYS_MAX) {
        return false;
    }
    must(is_kind(kind) && to->needed >= 1 && to->needed <= to->count);
    must(kind != ENVELOPE_CONTENT || to->needed == 1);
    uint8_t secret[SHARED_BYTES] = { 0 };
    random_bytes(secret, sizeof secret);
    bool is_sealed = seal_boxes(kind, to, secret, ret);
    uint8_t *nonce = ret + head_bytes(to->count);
    uint8_t *text = nonce + NONCE_BYTES;
    size_t class_bytes = envelope_class(plain.n);
    if (is_sealed) {
        random_bytes(nonce, NONCE_BYTES);
        for (size_t i = 0; i < ENVELOPE_LENGTH_BYTES; i++) {
            text[i] = (uint8_t)(plain.n >> (8 * (ENVELOPE_LENGTH_BYTES - 1 - i)));
        }
        if (plain.n > 0) {
            memcpy(text + ENVELOPE_LENGTH_BYTES, plain.p, plain.n);
        }
        memset(text + ENVELOPE_LENGTH_BYTES + plain.n, 0,
               class_bytes - ENVELOPE_LENGTH_BYTES - plain.n);
        must(crypto_aead_xchacha20poly1305_ietf_encrypt(text, NULL, text, class_bytes, ret,
                                                        (size_t)(text - ret), NULL, nonce,
                                                        secret) == 0);
    } else {
        secret_wipe(ret, bytes);
    }
    secret_wipe(secret, sizeof secret);
    return is_sealed;
}

bool envelope_parse(struct str bytes, struct envelope *ret)
{
    if (bytes.n < ENVELOPE_HEAD_BYTES || memcmp(bytes.p, MAGIC, sizeof MAGIC) != 0 ||
        bytes.p[PLACE_OF_VERSION] != VERSION || !is_kind((uint8_t)bytes.p[PLACE_OF_KIND])) {
        return false;
    }
    struct envelope envelope = { .kind = (enum envelope_kind)bytes.p[PLACE_OF_KIND],
                                 .key_count = (uint8_t)bytes.p[PLACE_OF_COUNT],
                                 .bytes = bytes };
    size_t around = head_bytes(envelope.key_count) + NONCE_BYTES + TAG_BYTES;
    if (envelope.key_count == 0 || envelope.key_count > ENVELOPE_KEYS_MAX || bytes.n <= around) {
        return false;
    }
    envelope.class_bytes = bytes.n - around;
    if (envelope_class(envelope.class_bytes - ENVELOPE_LENGTH_BYTES) != envelope.class_bytes) {
        return false;
    }
    for (size_t i = 0; i < envelope.key_count; i++) {
        if (envelope_place(&envelope, envelope_key(&envelope, i)) != i) {
            return false;
        }
    }
    *ret = envelope;
    return true;
}

struct key_id envelope_key(const struct envelope *envelope, size_t place)
{
    struct key_id id;
    must(place < envelope->key_count);
    memcpy(id.b, envelope->bytes.p + head_bytes(place), sizeof id.b);
    return id;
}

size_t envelope_place(const struct envelope *envelope, struct key_id id)
{
    size_t place = 0;
    while (place < envelope->key_count &&
           memcmp(envelope->bytes.p + head_bytes(place), id.b, sizeof id.b) != 0) {
        place++;
    }
    return place;
}

bool envelope_open(const struct envelope *envelope, const struct box_key *key, uint8_t *ret,
                   size_t *ret_n)
{
    uint8_t secret[SHARED_BYTES] = { 0 };
    size_t place = 0;
    bool is_open = envelope->kind == ENVELOPE_CONTENT && box_at(envelope, key, secret, &place) &&
                   open_with(envelope, secret, ret, ret_n);
    secret_wipe(secret, sizeof secret);
    return is_open;
}

bool envelope_share(const struct envelope *envelope, const struct box_key *key, struct share *ret)
{
    size_t place = 0;
    if (envelope->kind == ENVELOPE_CONTENT || !box_at(envelope, key, ret->y, &place)) {
        return false;
    }
    ret->x = (uint8_t)(place + 1);
    return true;
}

bool envelope_join(const struct envelope *envelope, const struct share *shares, size_t count,
                   uint8_t *ret, size_t *ret_n)
{
    uint8_t secret[SHARED_BYTES] = { 0 };
    bool is_open = envelope->kind != ENVELOPE_CONTENT && shares_combine(shares, count, secret) &&
                   open_with(envelope, secret, ret, ret_n);
    secret_wipe(secret, sizeof secret);
    return is_open;
}

static bool seal_boxes(enum envelope_kind kind, const struct envelope_to *to,
                       const uint8_t secret[SHARED_BYTES], uint8_t *ret)
{
    struct share shares[ENVELOPE_KEYS_MAX];
    bool is_sealed = true;
    memcpy(ret, MAGIC, sizeof MAGIC);
    ret[PLACE_OF_VERSION] = VERSION;
    ret[PLACE_OF_KIND] = (uint8_t)kind;
    ret[PLACE_OF_COUNT] = (uint8_t)to->count;
    shares_split(secret, to->needed, (unsigned)to->count, shares);
    for (size_t i = 0; is_sealed && i < to->count; i++) {
        const struct key_id id = key_id_of(to->keys[i]);
        uint8_t *box = ret + head_bytes(i);
        for (size_t other = 0; other < i; other++) {
            is_sealed = is_sealed && memcmp(ret + head_bytes(other), id.b, sizeof id.b) != 0;
        }
        memcpy(box, id.b, sizeof id.b);
        struct str inside = str_span(kind == ENVELOPE_CONTENT ? secret : shares[i].y, SHARED_BYTES);
        is_sealed = is_sealed && box_seal(to->keys[i], inside, box + KEY_ID_BYTES);
    }
    secret_wipe(shares, sizeof shares);
    return is_sealed;
}

static bool box_at(const struct envelope *envelope, const struct box_key *key,
                   uint8_t ret[SHARED_BYTES], size_t *ret_place)
{
    *ret_place = envelope_place(envelope, key_id_of(key->public));
    if (*ret_place == envelope->key_count) {
        return false;
    }
    const char *box = envelope->bytes.p + head_bytes(*ret_place) + KEY_ID_BYTES;
    return box_open(key, str_span(box, SHARED_BYTES + BOX_OVERHEAD_BYTES), ret);
}

static bool open_with(const struct envelope *envelope, const uint8_t secret[SHARED_BYTES],
                      uint8_t *ret, size_t *ret_n)
{
    const uint8_t *all = (const uint8_t *)envelope->bytes.p;
    const uint8_t *nonce = all + head_bytes(envelope->key_count);
    const uint8_t *sealed = nonce + NONCE_BYTES;
    bool is_open = crypto_aead_xchacha20poly1305_ietf_decrypt(
                       ret, NULL, NULL, sealed, envelope->class_bytes + TAG_BYTES, all,
                       (size_t)(sealed - all), nonce, secret) == 0 &&
                   take_padding_off(ret, envelope->class_bytes, ret_n);
    if (!is_open) {
        secret_wipe(ret, envelope->class_bytes);
    }
    return is_open;
}

static bool take_padding_off(uint8_t *text, size_t class_bytes, size_t *ret_n)
{
    size_t n = 0;
    for (size_t i = 0; i < ENVELOPE_LENGTH_BYTES; i++) {
        n = n << 8 | text[i];
    }
    if (envelope_class(n) != class_bytes) {
        return false;
    }
    size_t end = ENVELOPE_LENGTH_BYTES + n;
    if (!sodium_is_zero(text + end, class_bytes - end)) {
        return false;
    }
    memmove(text, text + ENVELOPE_LENGTH_BYTES, n);
    secret_wipe(text + n, class_bytes - n);
    *ret_n = n;
    return true;
}

static size_t head_bytes(size_t key_count)
{
    return ENVELOPE_HEAD_BYTES + key_count * ENVELOPE_BOX_BYTES;
}

static bool is_kind(unsigned kind)
{
    return kind >= ENVELOPE_CONTENT && kind <= ENVELOPE_KEY;
}
