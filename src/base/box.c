/* Boxes and streams are libsodium's, the hash in steps is nettle's. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/box.h"

#include <nettle/sha2.h>
#include <sodium.h>
#include <string.h>

#include "base/must.h"

typedef crypto_secretstream_xchacha20poly1305_state state_of_sodium;

_Static_assert(BOX_KEY_BYTES == crypto_box_PUBLICKEYBYTES, "X25519");
_Static_assert(BOX_KEY_BYTES == crypto_box_SECRETKEYBYTES, "X25519");
_Static_assert(BOX_OVERHEAD_BYTES == crypto_box_SEALBYTES, "X25519");
_Static_assert(STREAM_HEAD_BYTES == crypto_secretstream_xchacha20poly1305_HEADERBYTES &&
                   STREAM_OVERHEAD_BYTES == crypto_secretstream_xchacha20poly1305_ABYTES &&
                   SECRET_KEY_BYTES == crypto_secretstream_xchacha20poly1305_KEYBYTES &&
                   sizeof(struct stream) == sizeof(state_of_sodium) &&
                   _Alignof(state_of_sodium) == 1,
               "secretstream");
_Static_assert(sizeof(struct hasher) >= sizeof(struct sha256_ctx), "SHA-256");

static const char WRAP_MAGIC[4] = { 'K', 'N', 'W', '1' };

static const unsigned char *bytes_in(struct str s)
{
    return (const unsigned char *)(s.p ? s.p : "");
}

static state_of_sodium *state_of(struct stream *stream)
{
    return (void *)stream->state;
}

static struct sha256_ctx *context_of(struct hasher *hasher)
{
    return (void *)hasher->state;
}

struct box_key box_key_draw(void)
{
    struct box_key key;
    must(crypto_box_keypair(key.public, key.secret) == 0);
    return key;
}

struct box_key box_key_from_secret(const uint8_t secret[BOX_KEY_BYTES])
{
    struct box_key key;
    memcpy(key.secret, secret, BOX_KEY_BYTES);
    must(crypto_scalarmult_base(key.public, key.secret) == 0);
    return key;
}

bool box_seal(const uint8_t public[BOX_KEY_BYTES], struct str plain, uint8_t *ret)
{
    return crypto_box_seal(ret, bytes_in(plain), plain.n, public) == 0;
}

bool box_open(const struct box_key *key, struct str sealed, uint8_t *ret)
{
    return crypto_box_seal_open(ret, bytes_in(sealed), sealed.n, key->public, key->secret) == 0;
}

bool box_key_wrap(const struct box_key *key, struct str passphrase, uint8_t ret[KEY_WRAP_BYTES])
{
    uint8_t under[SECRET_KEY_BYTES] = { 0 };
    uint8_t *salt = ret + sizeof WRAP_MAGIC;
    memcpy(ret, WRAP_MAGIC, sizeof WRAP_MAGIC);
    random_bytes(salt, STRETCH_SALT_BYTES);
    if (!password_stretch(passphrase, salt, under)) {
        return false;
    }
    secret_seal(under, str_span(key->secret, BOX_KEY_BYTES), str_span(key->public, BOX_KEY_BYTES),
                salt + STRETCH_SALT_BYTES);
    secret_wipe(under, sizeof under);
    return true;
}

bool box_key_unwrap(struct str wrapped, const uint8_t public[BOX_KEY_BYTES], struct str passphrase,
                    struct box_key *ret)
{
    enum { HEAD_BYTES = sizeof WRAP_MAGIC + STRETCH_SALT_BYTES };
    uint8_t under[SECRET_KEY_BYTES] = { 0 };
    uint8_t secret[BOX_KEY_BYTES] = { 0 };
    if (wrapped.n != KEY_WRAP_BYTES || memcmp(wrapped.p, WRAP_MAGIC, sizeof WRAP_MAGIC) != 0 ||
        !password_stretch(passphrase, bytes_in(wrapped) + sizeof WRAP_MAGIC, under)) {
        return false;
    }
    bool is_open = secret_open(under, str_slice(wrapped, HEAD_BYTES, wrapped.n),
                               str_span(public, BOX_KEY_BYTES), secret);
    if (is_open) {
        struct box_key key = box_key_from_secret(secret);
        is_open = memcmp(key.public, public, BOX_KEY_BYTES) == 0;
        *ret = is_open ? key : *ret;
        secret_wipe(&key, sizeof key);
    }
    secret_wipe(under, sizeof under);
    secret_wipe(secret, sizeof secret);
    return is_open;
}

void stream_begin(struct stream *stream, const uint8_t key[SECRET_KEY_BYTES],
                  uint8_t ret_head[STREAM_HEAD_BYTES])
{
    must(crypto_secretstream_xchacha20poly1305_init_push(state_of(stream), ret_head, key) == 0);
}

void stream_seal(struct stream *stream, struct str plain, struct str context, bool is_last,
                 uint8_t *ret)
{
    unsigned char tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    must(crypto_secretstream_xchacha20poly1305_push(state_of(stream), ret, NULL, bytes_in(plain),
                                                    plain.n, bytes_in(context), context.n,
                                                    tag) == 0);
}

bool stream_resume(struct stream *stream, const uint8_t key[SECRET_KEY_BYTES],
                   const uint8_t head[STREAM_HEAD_BYTES])
{
    return crypto_secretstream_xchacha20poly1305_init_pull(state_of(stream), head, key) == 0;
}

bool stream_open(struct stream *stream, struct str sealed, struct str context, uint8_t *ret,
                 bool *ret_is_last)
{
    unsigned char tag = 0;
    bool is_good = sealed.n >= STREAM_OVERHEAD_BYTES &&
                   crypto_secretstream_xchacha20poly1305_pull(state_of(stream), ret, NULL, &tag,
                                                              bytes_in(sealed), sealed.n,
                                                              bytes_in(context), context.n) == 0;
    *ret_is_last = is_good && tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return is_good;
}

void hasher_begin(struct hasher *hasher)
{
    sha256_init(context_of(hasher));
}

void hasher_add(struct hasher *hasher, struct str bytes)
{
    sha256_update(context_of(hasher), bytes.n, bytes_in(bytes));
}

struct hash hasher_end(struct hasher *hasher)
{
    struct hash hash;
    sha256_digest(context_of(hasher), HASH_BYTES, hash.b);
    return hash;
}
