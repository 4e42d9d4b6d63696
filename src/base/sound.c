/* Which container it is, and frames without one; each is walked to its end by a loop of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/sound_containers.h"

#include "base/attr.h"

enum { SHORTEST = 16 };

static enum sound_fault walk_amr(const uint8_t *bytes, size_t n, size_t at, const uint8_t *sizes);
static enum sound_fault walk_aac(const uint8_t *bytes, size_t n);

static const struct {
    const char *name;
    const char *media_type;
} kinds[SOUND_KINDS] = {
    [SOUND_NONE] = { "", "" },
    [SOUND_WEBM] = { "webm", "audio/webm" },
    [SOUND_OGG] = { "ogg", "audio/ogg" },
    [SOUND_MP4] = { "mp4", "audio/mp4" },
    [SOUND_3GP] = { "3gp", "audio/3gpp" },
    [SOUND_AMR] = { "amr", "audio/amr" },
    [SOUND_AAC] = { "aac", "audio/aac" },
};

/* Bytes of a frame behind its first one, by type; 255: there is no such type. */
static const uint8_t amr_sizes[16] = { 12, 13,  15,  17,  19,  20,  26,  31,
                                       5,  255, 255, 255, 255, 255, 255, 0 };
static const uint8_t amr_wide_sizes[16] = { 17, 23, 32,  36,  40,  46,  50, 58,
                                            60, 5,  255, 255, 255, 255, 0,  0 };
static const char amr_sign[] = "#!AMR\n";
static const char amr_wide_sign[] = "#!AMR-WB\n";

const char *sound_name(enum sound_kind kind)
{
    return kinds[kind].name;
}

const char *sound_media_type(const char *name)
{
    for (size_t i = SOUND_NONE + 1; i < COUNT(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return kinds[i].media_type;
        }
    }
    return NULL;
}

enum sound_fault sound_clean(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
{
    enum sound_fault fault = SOUND_UNKNOWN;
    enum sound_kind kind = SOUND_NONE;
    if (n < SHORTEST) {
        return SOUND_UNKNOWN;
    }
    if (begins_with(bytes, n, 0, "\x1a\x45\xdf\xa3")) {
        fault = sound_clean_webm(bytes, n, &kind);
    } else if (begins_with(bytes, n, 0, "OggS")) {
        fault = sound_clean_ogg(bytes, n, &kind);
    } else if (begins_with(bytes, n, 4, "ftyp")) {
        fault = sound_clean_mp4(bytes, n, &kind);
    } else if (begins_with(bytes, n, 0, amr_sign)) {
        kind = SOUND_AMR;
        fault = walk_amr(bytes, n, sizeof amr_sign - 1, amr_sizes);
    } else if (begins_with(bytes, n, 0, amr_wide_sign)) {
        kind = SOUND_AMR;
        fault = walk_amr(bytes, n, sizeof amr_wide_sign - 1, amr_wide_sizes);
    } else if (bytes[0] == 0xff && (bytes[1] & 0xf6) == 0xf0) {
        kind = SOUND_AAC;
        fault = walk_aac(bytes, n);
    } else if (begins_with(bytes, n, 0, "RIFF") && begins_with(bytes, n, 8, "WAVE")) {
        fault = SOUND_WAVE;
    }
    if (fault == SOUND_GOOD) {
        *ret_kind = kind;
    }
    return fault;
}

int64_t sound_seconds(const uint8_t *bytes, size_t n, enum sound_kind kind)
{
    return kind == SOUND_OGG   ? sound_seconds_ogg(bytes, n)
           : kind == SOUND_MP4 ? sound_seconds_mp4(bytes, n)
                               : 0;
}

static enum sound_fault walk_amr(const uint8_t *bytes, size_t n, size_t at, const uint8_t *sizes)
{
    while (at < n) {
        uint8_t size = sizes[bytes[at] >> 3 & 15];
        bool is_padded_by_zeros = (bytes[at] & 0x83) == 0;
        if (size == 255 || !is_padded_by_zeros || n - at - 1 < size) {
            return SOUND_BROKEN;
        }
        at += 1 + (size_t)size;
    }
    return SOUND_GOOD;
}

static enum sound_fault walk_aac(const uint8_t *bytes, size_t n)
{
    enum { HEAD_BYTES = 7 };
    size_t at = 0;
    while (at < n) {
        const uint8_t *head = bytes + at;
        if (n - at < HEAD_BYTES || head[0] != 0xff || (head[1] & 0xf6) != 0xf0) {
            return SOUND_BROKEN;
        }
        size_t length = (size_t)(head[3] & 3) << 11 | (size_t)head[4] << 3 | head[5] >> 5;
        if (length < HEAD_BYTES || length > n - at) {
            return SOUND_BROKEN;
        }
        at += length;
    }
    return SOUND_GOOD;
}
