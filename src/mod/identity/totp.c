/* Codes by liboath; base32 here, in the alphabet of RFC 4648 that all apps read. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/totp.h"

#include <liboath/oath.h>

#include "base/out.h"

static const char BASE32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static struct str base32_groups(struct arena *arena, const uint8_t *bytes, size_t n, char divider);
static bool base32_read(struct str text, uint8_t *ret, size_t n);
static int base32_value(char sign);

bool totp_check(const uint8_t secret[TOTP_SECRET_BYTES], struct str code, struct instant now,
                int64_t last_step, int64_t *ret_step)
{
    char digits[TOTP_DIGITS + 1] = "";
    size_t n = 0;
    for (size_t i = 0; i < code.n; i++) {
        if (code.p[i] == ' ') {
            continue;
        }
        if (n == TOTP_DIGITS || code.p[i] < '0' || code.p[i] > '9') {
            return false;
        }
        digits[n++] = code.p[i];
    }
    if (n != TOTP_DIGITS) {
        return false;
    }
    uint64_t step = 0;
    int position = 0;
    int found = oath_totp_validate3((const char *)secret, TOTP_SECRET_BYTES, (time_t)now.s,
                                    TOTP_STEP_S, 0, 1, &position, &step, digits);
    if (found < 0 || (int64_t)step <= last_step) {
        return false;
    }
    *ret_step = (int64_t)step;
    return true;
}

struct str totp_secret_text(struct arena *arena, const uint8_t secret[TOTP_SECRET_BYTES])
{
    return base32_groups(arena, secret, TOTP_SECRET_BYTES, ' ');
}

struct str totp_link(struct arena *arena, const uint8_t secret[TOTP_SECRET_BYTES],
                     struct str account)
{
    struct out out = out_open(arena, 512);
    out_lit(&out, "otpauth://totp/Kheo:");
    out_percent(&out, account);
    out_lit(&out, "?secret=");
    out_str_raw(&out, base32_groups(arena, secret, TOTP_SECRET_BYTES, '\0'));
    out_lit(&out, "&issuer=Kheo&algorithm=SHA1&digits=6&period=30");
    return out_str(&out);
}

bool totp_secret_parse(struct str text, uint8_t ret[TOTP_SECRET_BYTES])
{
    return base32_read(text, ret, TOTP_SECRET_BYTES);
}

struct str recovery_code_text(struct arena *arena, const uint8_t bits[RECOVERY_CODE_BYTES])
{
    return base32_groups(arena, bits, RECOVERY_CODE_BYTES, '-');
}

bool recovery_code_hash(struct str text, struct hash *ret)
{
    uint8_t bits[RECOVERY_CODE_BYTES];
    if (!base32_read(text, bits, sizeof bits)) {
        return false;
    }
    *ret = hash_of(str_span(bits, sizeof bits));
    return true;
}

/* Whole groups of five bytes, so there is no padding. */
static struct str base32_groups(struct arena *arena, const uint8_t *bytes, size_t n, char divider)
{
    struct out out = out_open(arena, 256);
    for (size_t i = 0; i < n * 8; i += 5) {
        if (divider && i > 0 && i % 20 == 0) {
            out_char(&out, divider);
        }
        unsigned pair = (unsigned)bytes[i / 8] << 8;
        pair |= i / 8 + 1 < n ? bytes[i / 8 + 1] : 0U;
        out_char(&out, BASE32[pair >> (11 - i % 8) & 31]);
    }
    return out_str(&out);
}

static bool base32_read(struct str text, uint8_t *ret, size_t n)
{
    uint64_t bits = 0;
    unsigned held = 0;
    size_t written = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == ' ' || text.p[i] == '-') {
            continue;
        }
        int value = base32_value(text.p[i]);
        if (value < 0) {
            return false;
        }
        bits = bits << 5 | (uint64_t)value;
        held += 5;
        if (held >= 8) {
            if (written == n) {
                return false;
            }
            held -= 8;
            ret[written++] = (uint8_t)(bits >> held);
        }
    }
    return written == n && held == 0;
}

static int base32_value(char sign)
{
    char upper = sign >= 'a' && sign <= 'z' ? (char)(sign - 'a' + 'A') : sign;
    size_t at = str_find_byte(str_of(BASE32), upper);
    return at < sizeof BASE32 - 1 ? (int)at : -1;
}
