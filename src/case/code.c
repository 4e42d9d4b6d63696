/* Tracking codes and secrets: made from random bits, read from what people type. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/code.h"

#include <string.h>

static int sign_value(char sign);
static char check_sign(const char *prefix, const char *random_signs);
static void random_signs(const uint8_t bits[8], int count, char *ret);
static size_t keep_signs(struct str typed, char *ret, size_t capacity);

void code_make(struct str prefix, const uint8_t bits[8], char ret[CODE_CHARS + 1])
{
    char signs[CODE_RANDOM_SIGNS];
    random_signs(bits, CODE_RANDOM_SIGNS, signs);
    ret[0] = prefix.p[0];
    ret[1] = prefix.p[1];
    ret[2] = '-';
    memcpy(ret + 3, signs, 4);
    ret[7] = '-';
    memcpy(ret + 8, signs + 4, 3);
    ret[11] = check_sign(ret, signs);
    ret[CODE_CHARS] = '\0';
}

void secret_make(const uint8_t bits[8], char ret[SECRET_SIGNS + 1])
{
    random_signs(bits, SECRET_SIGNS, ret);
    ret[SECRET_SIGNS] = '\0';
}

enum code_fault code_read(struct str typed, char ret[CODE_CHARS + 1], char *ret_doubtful)
{
    enum { SIGNS = 2 + CODE_RANDOM_SIGNS + 1 };
    char signs[SIGNS + 1];
    if (keep_signs(typed, signs, sizeof signs) != SIGNS) {
        return CODE_WRONG_LENGTH;
    }
    for (int i = 0; i < 2; i++) {
        if (signs[i] < 'A' || signs[i] > 'Z') {
            *ret_doubtful = signs[i];
            return CODE_DOUBTFUL_SIGN;
        }
    }
    for (int i = 2; i < SIGNS; i++) {
        if (sign_value(signs[i]) < 0) {
            *ret_doubtful = signs[i];
            return CODE_DOUBTFUL_SIGN;
        }
    }
    if (check_sign(signs, signs + 2) != signs[SIGNS - 1]) {
        return CODE_WRONG_CHECK;
    }
    memcpy(ret, (char[]){ signs[0], signs[1], '-' }, 3);
    memcpy(ret + 3, signs + 2, 4);
    ret[7] = '-';
    memcpy(ret + 8, signs + 6, 4);
    ret[CODE_CHARS] = '\0';
    return CODE_GOOD;
}

bool secret_read(struct str typed, char ret[SECRET_SIGNS + 1])
{
    char signs[SECRET_SIGNS + 1];
    if (keep_signs(typed, signs, sizeof signs) != SECRET_SIGNS) {
        return false;
    }
    for (int i = 0; i < SECRET_SIGNS; i++) {
        if (sign_value(signs[i]) < 0) {
            return false;
        }
    }
    memcpy(ret, signs, SECRET_SIGNS);
    ret[SECRET_SIGNS] = '\0';
    return true;
}

struct hash secret_hash(struct str object, struct str secret)
{
    const struct str parts[] = { STR("kheo report secret\n"), object, STR("\n"), secret };
    return hash_of_parts(parts, COUNT(parts));
}

bool secret_opens(struct str object, struct bytes kept_hash, struct str typed)
{
    char secret[SECRET_SIGNS + 1];
    if (!secret_read(typed, secret)) {
        return false;
    }
    struct hash hash = secret_hash(object, str_of(secret));
    return secret_equal(hash_str(&hash), str_span(kept_hash.p, kept_hash.n));
}

static int sign_value(char sign)
{
    const char *place = sign ? strchr(CODE_SIGNS, sign) : NULL;
    return place ? (int)(place - CODE_SIGNS) : -1;
}

/* Luhn modulo 30. The prefix letters count with their place in the alphabet. */
static char check_sign(const char *prefix, const char *signs)
{
    int values[2 + CODE_RANDOM_SIGNS] = { prefix[0] - 'A', prefix[1] - 'A' };
    for (int i = 0; i < CODE_RANDOM_SIGNS; i++) {
        values[2 + i] = sign_value(signs[i]);
    }
    int sum = 0;
    for (int i = 2 + CODE_RANDOM_SIGNS - 1, factor = 2; i >= 0; i--, factor = 3 - factor) {
        int addend = factor * values[i];
        sum += addend / CODE_SIGN_COUNT + addend % CODE_SIGN_COUNT;
    }
    return CODE_SIGNS[(CODE_SIGN_COUNT - sum % CODE_SIGN_COUNT) % CODE_SIGN_COUNT];
}

/* 64 random bits against 30^8 < 2^40 values: the bias of the remainder is below 2^-24. */
static void random_signs(const uint8_t bits[8], int count, char *ret)
{
    uint64_t number;
    memcpy(&number, bits, sizeof number);
    for (int i = 0; i < count; i++) {
        ret[i] = CODE_SIGNS[number % CODE_SIGN_COUNT];
        number /= CODE_SIGN_COUNT;
    }
}

/* Letters and digits in upper case; anything else between them is for the eye. At most `capacity`.
 */
static size_t keep_signs(struct str typed, char *ret, size_t capacity)
{
    size_t n = 0;
    for (size_t i = 0; i < typed.n && n < capacity; i++) {
        char c = typed.p[i];
        if (c >= 'a' && c <= 'z') {
            c = (char)(c - 'a' + 'A');
        }
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            ret[n++] = c;
        }
    }
    return n;
}
