/* Our few cryptographic verbs, each a thin name for libsodium's; SHA-256 is nettle's. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/crypt.h"

#include <nettle/hmac.h>
#include <nettle/sha2.h>
#include <sodium.h>
#include <string.h>

#include "base/must.h"

_Static_assert(HASH_BYTES == SHA256_DIGEST_SIZE, "SHA-256");
_Static_assert(SIGN_SEED_BYTES == crypto_sign_SEEDBYTES && SIGN_BYTES == crypto_sign_BYTES &&
                   SIGN_PUBLIC_BYTES == crypto_sign_PUBLICKEYBYTES,
               "Ed25519");
_Static_assert(SECRET_KEY_BYTES == crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
                   SECRET_OVERHEAD_BYTES == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES +
                                                crypto_aead_xchacha20poly1305_ietf_ABYTES,
               "XChaCha20-Poly1305");
_Static_assert(PASSWORD_HASH_BYTES == crypto_pwhash_STRBYTES &&
                   STRETCH_SALT_BYTES == crypto_pwhash_SALTBYTES,
               "argon2id");

enum { NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES };

static const unsigned char *bytes_in(struct str s);
static bool decode_base64(struct str text, void *ret, size_t capacity, size_t *ret_n, int variant);
static int hex_value(char c);

bool crypt_start(void)
{
    return sodium_init() >= 0;
}

struct hash hash_of(struct str bytes)
{
    return hash_of_parts(&bytes, 1);
}

struct hash hash_of_parts(const struct str *parts, size_t count)
{
    struct sha256_ctx state;
    sha256_init(&state);
    for (size_t i = 0; i < count; i++) {
        sha256_update(&state, parts[i].n, bytes_in(parts[i]));
    }
    struct hash hash;
    sha256_digest(&state, HASH_BYTES, hash.b);
    return hash;
}

struct hash hash_hmac(struct str key, const struct str *parts, size_t count)
{
    struct hmac_sha256_ctx state;
    hmac_sha256_set_key(&state, key.n, bytes_in(key));
    for (size_t i = 0; i < count; i++) {
        hmac_sha256_update(&state, parts[i].n, bytes_in(parts[i]));
    }
    struct hash hash;
    hmac_sha256_digest(&state, HASH_BYTES, hash.b);
    secret_wipe(&state, sizeof state);
    return hash;
}

bool hash_equal(struct hash a, struct hash b)
{
    return sodium_memcmp(a.b, b.b, HASH_BYTES) == 0;
}

struct str hash_str(const struct hash *hash)
{
    return str_span(hash->b, HASH_BYTES);
}

void random_bytes(void *ret, size_t n)
{
    randombytes_buf(ret, n);
}

void random_from_seed(const uint8_t seed[32], uint64_t stream, void *ret, size_t n)
{
    uint8_t nonce[crypto_stream_chacha20_NONCEBYTES];
    for (size_t i = 0; i < sizeof nonce; i++) {
        nonce[i] = (uint8_t)(stream >> (8 * i));
    }
    must(crypto_stream_chacha20(ret, n, nonce, seed) == 0);
}

static uint8_t feigned_seed[32];
static uint64_t feigned_draws;

static const char *feigned_name(void)
{
    return "feigned";
}

static void feigned_bytes(void *const ret, const size_t n)
{
    random_from_seed(feigned_seed, feigned_draws++, ret, n);
}

static uint32_t feigned_number(void)
{
    uint32_t number;
    feigned_bytes(&number, sizeof number);
    return number;
}

void random_feign(const uint8_t seed[32])
{
    static randombytes_implementation feigned = { .implementation_name = feigned_name,
                                                  .random = feigned_number,
                                                  .buf = feigned_bytes };
    if (seed) {
        memcpy(feigned_seed, seed, sizeof feigned_seed);
        feigned_draws = 0;
    }
    must(randombytes_set_implementation(seed ? &feigned : &randombytes_sysrandom_implementation) ==
         0);
}

struct sign_key sign_key_from_seed(const uint8_t seed[SIGN_SEED_BYTES])
{
    struct sign_key key;
    must(crypto_sign_seed_keypair(key.public, key.secret, seed) == 0);
    return key;
}

void sign_bytes(const struct sign_key *key, struct str message, uint8_t ret[SIGN_BYTES])
{
    must(crypto_sign_detached(ret, NULL, bytes_in(message), message.n, key->secret) == 0);
}

bool sign_verify(const uint8_t public[SIGN_PUBLIC_BYTES], struct str message,
                 const uint8_t signature[SIGN_BYTES])
{
    return crypto_sign_verify_detached(signature, bytes_in(message), message.n, public) == 0;
}

void secret_seal(const uint8_t key[SECRET_KEY_BYTES], struct str plain, struct str context,
                 uint8_t *ret)
{
    randombytes_buf(ret, NONCE_BYTES);
    must(crypto_aead_xchacha20poly1305_ietf_encrypt(ret + NONCE_BYTES, NULL, bytes_in(plain),
                                                    plain.n, bytes_in(context), context.n, NULL,
                                                    ret, key) == 0);
}

bool secret_open(const uint8_t key[SECRET_KEY_BYTES], struct str sealed, struct str context,
                 uint8_t *ret)
{
    if (sealed.n < SECRET_OVERHEAD_BYTES) {
        return false;
    }
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
               ret, NULL, NULL, bytes_in(sealed) + NONCE_BYTES, sealed.n - NONCE_BYTES,
               bytes_in(context), context.n, bytes_in(sealed), key) == 0;
}

bool password_hash(struct str password, char ret[PASSWORD_HASH_BYTES])
{
    char text[PASSWORD_HASH_BYTES];
    if (crypto_pwhash_str(text, password.p ? password.p : "", password.n,
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return false;
    }
    memcpy(ret, text, sizeof text);
    return true;
}

bool password_verify(struct str password, const char *hash)
{
    return crypto_pwhash_str_verify(hash, password.p ? password.p : "", password.n) == 0;
}

bool password_stretch(struct str password, const uint8_t salt[STRETCH_SALT_BYTES],
                      uint8_t ret[SECRET_KEY_BYTES])
{
    enum { PASSES = 3, MEMORY_BYTES = 64 << 20 };
    return crypto_pwhash(ret, SECRET_KEY_BYTES, password.p ? password.p : "", password.n, salt,
                         PASSES, MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool base64_decode(struct str text, void *ret, size_t capacity, size_t *ret_n)
{
    return decode_base64(text, ret, capacity, ret_n, sodium_base64_VARIANT_ORIGINAL);
}

bool base64url_decode(struct str text, void *ret, size_t capacity, size_t *ret_n)
{
    return decode_base64(text, ret, capacity, ret_n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool hex_decode(struct str text, void *ret, size_t capacity, size_t *ret_n)
{
    if (text.n % 2 != 0 || text.n / 2 > capacity) {
        return false;
    }
    uint8_t *to = ret;
    for (size_t i = 0; i < text.n; i += 2) {
        int high = hex_value(text.p[i]);
        int low = hex_value(text.p[i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        to[i / 2] = (uint8_t)(high * 16 + low);
    }
    *ret_n = text.n / 2;
    return true;
}

bool secret_equal(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || sodium_memcmp(a.p, b.p, a.n) == 0);
}

void secret_wipe(void *bytes, size_t n)
{
    sodium_memzero(bytes, n);
}

/* libsodium takes no NULL, not even for zero bytes. */
static const unsigned char *bytes_in(struct str s)
{
    return (const unsigned char *)(s.p ? s.p : "");
}

/* libsodium refuses wrong padding and tail bits, and, as no end pointer is asked for, a tail. But
 * 1.0.18 reads every byte beyond ASCII as '/', so those are refused here. */
static bool decode_base64(struct str text, void *ret, size_t capacity, size_t *ret_n, int variant)
{
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] >= 0x80) {
            return false;
        }
    }
    size_t n;
    if (sodium_base642bin(ret, capacity, text.p ? text.p : "", text.n, NULL, &n, NULL, variant) !=
        0) {
        return false;
    }
    *ret_n = n;
    return true;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
