/* What the files of sound share: a walk for each container, and reading its numbers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_SOUND_CONTAINERS_H
#define BASE_SOUND_CONTAINERS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/sound.h"

/* As sound_clean(), of what begins like one. */
enum sound_fault sound_clean_webm(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);
enum sound_fault sound_clean_ogg(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);
enum sound_fault sound_clean_mp4(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);

/* As sound_seconds(). */
int64_t sound_seconds_ogg(const uint8_t *bytes, size_t n) PURE;
int64_t sound_seconds_mp4(const uint8_t *bytes, size_t n) PURE;

static inline bool begins_with(const uint8_t *bytes, size_t n, size_t at, const char *sign)
{
    size_t length = strlen(sign);
    return at <= n && length <= n - at && memcmp(bytes + at, sign, length) == 0;
}

/* Big-endian, of 1 to 8 bytes. */
static inline uint64_t big_number(const uint8_t *bytes, size_t count)
{
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

/* Rounded up; 0 when it is none, or longer than a life. */
static inline int64_t whole_seconds(uint64_t units, uint64_t per_second)
{
    bool is_told = per_second > 0 && units / per_second < INT32_MAX;
    return is_told ? (int64_t)(units / per_second + (units % per_second > 0)) : 0;
}

#endif
