/* Ogg with Opus: page by page, and the one page of comments made anew. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/sound_containers.h"

enum {
    OGG_HEAD_BYTES = 27,
    OGG_FLAGS_AT = 5,
    OGG_SAMPLES_AT = 6,
    OGG_SERIAL_AT = 14,
    OGG_SUM_AT = 22,
    OGG_BEGINS = 2,
    OGG_POLYNOMIAL = 0x04c11db7,
    OPUS_HEAD_BYTES = 19,
    OPUS_SKIPPED_AT = 10,
    OPUS_TAGS_BYTES_MIN = 16,
    OPUS_RATE = 48000, /* whatever was recorded with: RFC 7845, 4 */
};

/* As RFC 3533 has it: not reflected, from zero, with the sum's own place taken as zeros. */
static uint32_t ogg_sum(const uint8_t *bytes, size_t n)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_sum = i >= OGG_SUM_AT && i < OGG_SUM_AT + 4;
        sum ^= (uint32_t)(is_sum ? 0 : bytes[i]) << 24;
        for (int bit = 0; bit < 8; bit++) {
            sum = sum & 0x80000000 ? sum << 1 ^ OGG_POLYNOMIAL : sum << 1;
        }
    }
    return sum;
}

/* "OpusTags", no vendor and no comment; what is behind them means nothing (RFC 7845, 5.2). */
static bool blank_comments(uint8_t *page, size_t head, size_t n)
{
    static const char sign[] = "OpusTags";
    uint8_t segments = page[OGG_HEAD_BYTES - 1];
    bool is_one_page = segments > 0 && page[head - 1] < 255;
    if (!begins_with(page, n, head, sign) || n - head < OPUS_TAGS_BYTES_MIN || !is_one_page) {
        return false;
    }
    memset(page + head + sizeof sign - 1, 0, n - head - (sizeof sign - 1));
    uint32_t sum = ogg_sum(page, n);
    for (size_t i = 0; i < 4; i++) {
        page[OGG_SUM_AT + i] = (uint8_t)(sum >> 8 * i);
    }
    return true;
}

/* A page as its head has it. */
struct page {
    size_t head;
    size_t length; /* with its head */
    bool begins;
    const uint8_t *serial; /* four bytes */
};

static bool read_page(const uint8_t *bytes, size_t n, struct page *ret)
{
    if (n < OGG_HEAD_BYTES || !begins_with(bytes, n, 0, "OggS") || bytes[4] != 0 ||
        n - OGG_HEAD_BYTES < bytes[OGG_HEAD_BYTES - 1]) {
        return false;
    }
    size_t head = OGG_HEAD_BYTES + (size_t)bytes[OGG_HEAD_BYTES - 1];
    size_t length = head;
    for (size_t i = OGG_HEAD_BYTES; i < head; i++) {
        length += bytes[i];
    }
    *ret = (struct page){ head, length, bytes[OGG_FLAGS_AT] & OGG_BEGINS, bytes + OGG_SERIAL_AT };
    return length <= n;
}

enum sound_fault sound_clean_ogg(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
{
    struct page page;
    size_t at = 0;
    size_t pages = 0;
    for (; at < n; pages++, at += page.length) {
        if (!read_page(bytes + at, n - at, &page)) {
            return SOUND_BROKEN;
        }
        bool is_opus = begins_with(bytes + at, page.length, page.head, "OpusHead") &&
                       page.length - page.head >= OPUS_HEAD_BYTES;
        if (pages == 0 && (!page.begins || !is_opus)) {
            return SOUND_UNKNOWN;
        }
        if (pages > 0 && page.begins) {
            return SOUND_VIDEO;
        }
        if (memcmp(page.serial, bytes + OGG_SERIAL_AT, 4) != 0 ||
            (pages == 1 && !blank_comments(bytes + at, page.head, page.length))) {
            return SOUND_BROKEN;
        }
    }
    *ret_kind = SOUND_OGG;
    return pages > 2 ? SOUND_GOOD : SOUND_BROKEN;
}

static uint64_t little_number(const uint8_t *bytes, size_t count)
{
    uint64_t value = 0;
    for (size_t i = count; i-- > 0;) {
        value = value << 8 | bytes[i];
    }
    return value;
}

/* The last page says how many samples there are by its end; the first ones are not played. */
int64_t sound_seconds_ogg(const uint8_t *bytes, size_t n)
{
    struct page page;
    uint64_t skipped = 0;
    uint64_t last = 0;
    for (size_t at = 0; at < n && read_page(bytes + at, n - at, &page); at += page.length) {
        uint64_t samples = little_number(bytes + at + OGG_SAMPLES_AT, 8);
        if (at == 0 && page.length - page.head >= OPUS_HEAD_BYTES) {
            skipped = little_number(bytes + page.head + OPUS_SKIPPED_AT, 2);
        }
        last = samples != UINT64_MAX ? samples : last; /* all ones: no packet ends on that page */
    }
    return last > skipped ? whole_seconds(last - skipped, OPUS_RATE) : 0;
}
