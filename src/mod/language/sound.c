/* Two containers, read as far as kind and length: no recursion, no length that is not checked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/sound.h"

#include <string.h>

#include "base/attr.h"

enum {
    OGG_HEAD_BYTES = 27,
    OGG_GRANULE_AT = 6,
    OGG_SERIAL_AT = 14,
    OGG_SEGMENTS_AT = 26,
    OPUS_HEAD_BYTES = 19,
    OPUS_RATE = 48000,
    BOX_HEAD_BYTES = 8,
    BOX_LONG_HEAD_BYTES = 16,
    MVHD_SHORT_BYTES = 20, /* version 0: as far as the duration */
    MVHD_LONG_BYTES = 32,
    HDLR_BYTES = 12,
};

static struct sound look_at_ogg(struct str bytes);
static struct sound look_at_mp4(struct str bytes);

static const struct {
    const char *word;
    const char *type;
} kinds[SOUND_KINDS] = {
    [SOUND_NONE] = { "", "" },
    [SOUND_OGG] = { "ogg", "audio/ogg" },
    [SOUND_MP4] = { "mp4", "audio/mp4" },
};

struct sound sound_look(struct str bytes)
{
    return str_starts(bytes, STR("OggS")) ? look_at_ogg(bytes) : look_at_mp4(bytes);
}

const char *sound_type(enum sound_kind kind)
{
    return kinds[kind].type;
}

const char *sound_word(enum sound_kind kind)
{
    return kinds[kind].word;
}

enum sound_kind sound_of_word(struct str word)
{
    for (enum sound_kind kind = SOUND_OGG; kind < SOUND_KINDS; kind++) {
        if (str_equal(word, str_of(kinds[kind].word))) {
            return kind;
        }
    }
    return SOUND_NONE;
}

static struct sound length_of(enum sound_kind kind, uint64_t units, uint64_t per_second)
{
    const bool is_good = per_second > 0 && units > 0 && units / per_second < INT32_MAX;
    if (!is_good) {
        return (struct sound){ .kind = SOUND_NONE };
    }
    return (struct sound){ kind, (int64_t)(units / per_second + (units % per_second > 0)) };
}

/* --- Ogg -------------------------------------------------------------------------------------- */

static uint64_t little(const char *p, size_t n)
{
    uint64_t value = 0;
    for (size_t i = n; i-- > 0;) {
        value = value << 8 | (uint8_t)p[i];
    }
    return value;
}

/* The bytes of the page that begins there; 0: there is no whole page. */
static size_t ogg_page_bytes(struct str rest)
{
    if (rest.n < OGG_HEAD_BYTES || !str_starts(rest, STR("OggS")) || rest.p[4] != 0) {
        return 0;
    }
    const size_t segments = (uint8_t)rest.p[OGG_SEGMENTS_AT];
    size_t n = OGG_HEAD_BYTES + segments;
    for (size_t i = 0; i < segments && OGG_HEAD_BYTES + i < rest.n; i++) {
        n += (uint8_t)rest.p[OGG_HEAD_BYTES + i];
    }
    return n <= rest.n ? n : 0;
}

static struct sound look_at_ogg(struct str bytes)
{
    const struct sound none = { .kind = SOUND_NONE };
    const size_t first = ogg_page_bytes(bytes);
    const size_t head = OGG_HEAD_BYTES + (first ? (size_t)(uint8_t)bytes.p[OGG_SEGMENTS_AT] : 0);
    if (first < head + OPUS_HEAD_BYTES ||
        !str_starts(str_slice(bytes, head, first), STR("OpusHead"))) {
        return none;
    }
    const uint64_t skipped = little(bytes.p + head + 10, 2);
    const uint64_t serial = little(bytes.p + OGG_SERIAL_AT, 4);
    uint64_t last = 0;
    struct str rest = bytes;
    while (rest.n > 0) {
        const size_t n = ogg_page_bytes(rest);
        if (n == 0 || little(rest.p + OGG_SERIAL_AT, 4) != serial) {
            return none;
        }
        const uint64_t granule = little(rest.p + OGG_GRANULE_AT, 8);
        last = granule != UINT64_MAX ? granule : last; /* all ones: no packet ends on that page */
        rest = str_slice(rest, n, rest.n);
    }
    return last > skipped ? length_of(SOUND_OGG, last - skipped, OPUS_RATE) : none;
}

/* --- MP4 -------------------------------------------------------------------------------------- */

static uint64_t big(const char *p, size_t n)
{
    uint64_t value = 0;
    for (size_t i = 0; i < n; i++) {
        value = value << 8 | (uint8_t)p[i];
    }
    return value;
}

/* Cuts the next box off; false at the end, or where it is broken (`rest` is not empty then). */
static bool cut_box(struct str *rest, struct str *ret_type, struct str *ret_body)
{
    if (rest->n < BOX_HEAD_BYTES) {
        return false;
    }
    uint64_t n = big(rest->p, 4);
    size_t head = BOX_HEAD_BYTES;
    if (n == 1 && rest->n >= BOX_LONG_HEAD_BYTES) {
        n = big(rest->p + BOX_HEAD_BYTES, 8);
        head = BOX_LONG_HEAD_BYTES;
    } else if (n == 0) {
        n = rest->n;
    }
    if (n < head || n > rest->n) {
        return false;
    }
    *ret_type = str_slice(*rest, 4, BOX_HEAD_BYTES);
    *ret_body = str_slice(*rest, head, (size_t)n);
    *rest = str_slice(*rest, (size_t)n, rest->n);
    return true;
}

/* The body of the first box of that type; absent: none. */
static struct str find_box(struct str boxes, const char *wanted)
{
    struct str type;
    struct str body;
    while (cut_box(&boxes, &type, &body)) {
        if (str_equal(type, str_of(wanted))) {
            return body;
        }
    }
    return STR_NONE;
}

static bool is_of_sound(struct str track)
{
    const struct str handler = find_box(find_box(track, "mdia"), "hdlr");
    return handler.n >= HDLR_BYTES && str_equal(str_slice(handler, 8, HDLR_BYTES), STR("soun"));
}

static struct sound look_at_mp4(struct str bytes)
{
    const struct sound none = { .kind = SOUND_NONE };
    struct str type = STR_NONE;
    struct str body = STR_NONE;
    struct str rest = bytes;
    if (!cut_box(&rest, &type, &body) || !str_equal(type, STR("ftyp"))) {
        return none;
    }
    const struct str movie = find_box(rest, "moov");
    const struct str head = find_box(movie, "mvhd");
    size_t tracks = 0;
    struct str boxes = movie;
    while (cut_box(&boxes, &type, &body)) {
        if (str_equal(type, STR("trak"))) {
            if (!is_of_sound(body)) {
                return none;
            }
            tracks++;
        }
    }
    while (cut_box(&rest, &type, &body)) {
    }
    const bool is_long = head.n >= MVHD_LONG_BYTES && head.p[0] == 1;
    if (rest.n > 0 || tracks == 0 || head.n < MVHD_SHORT_BYTES) {
        return none;
    }
    return is_long ? length_of(SOUND_MP4, big(head.p + 24, 8), big(head.p + 20, 4))
                   : length_of(SOUND_MP4, big(head.p + 16, 4), big(head.p + 12, 4));
}
