/* Matroska with Opus, as browsers record: stepped through from element to element. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/sound_containers.h"

#include "base/attr.h"

enum {
    EBML = 0x1A45DFA3,
    DOC_TYPE = 0x4282,
    SEGMENT = 0x18538067,
    INFO = 0x1549A966,
    TRACKS = 0x1654AE6B,
    TRACK = 0xAE,
    TRACK_TYPE = 0x83,
    CODEC = 0x86,
    CLUSTER = 0x1F43B675,
    VOID = 0xEC,
    VOID_SHORT_BYTES_MAX = 128, /* with a length of one byte */
    VOID_LONG_HEAD_BYTES = 9,   /* with a length of eight */
    TRACK_OF_SOUND = 2,
};

/* Of the house that made it, the telephone or its owner; and sums over what is blanked out. */
static const uint32_t webm_blanked[] = {
    0x1254C367, /* Tags */
    0x1941A469, /* Attachments */
    0x1043A770, /* Chapters */
    0x7BA9,     /* Title */
    0x4461,     /* DateUTC */
    0x7384,     /* SegmentFilename */
    0x536E,     /* Name of a track */
    0xBF,       /* CRC-32 */
    VOID,
};

struct element {
    uint32_t id;
    size_t head; /* bytes of id and length */
    uint64_t length;
    bool is_endless;
};

/* A number whose first bit that is set says how many bytes it has; 0 when it is none. */
static size_t variable_bytes(uint8_t first, size_t most)
{
    size_t count = 1;
    while (count <= most && !(first & 0x80 >> (count - 1))) {
        count++;
    }
    return count <= most ? count : 0;
}

static bool read_element(const uint8_t *bytes, size_t n, struct element *ret)
{
    size_t id_bytes = n > 0 ? variable_bytes(bytes[0], 4) : 0;
    if (id_bytes == 0 || id_bytes >= n) {
        return false;
    }
    size_t length_bytes = variable_bytes(bytes[id_bytes], 8);
    if (length_bytes == 0 || length_bytes > n - id_bytes) {
        return false;
    }
    uint64_t all_ones = (UINT64_C(1) << 7 * length_bytes) - 1;
    uint64_t length = big_number(bytes + id_bytes, length_bytes) & all_ones;
    *ret = (struct element){ (uint32_t)big_number(bytes, id_bytes), id_bytes + length_bytes, length,
                             length == all_ones };
    return true;
}

/* The element becomes a Void of the same length, with zeros in it. It has two bytes at least. */
static void blank_element(uint8_t *bytes, size_t n)
{
    memset(bytes, 0, n);
    bytes[0] = VOID;
    if (n - 2 < VOID_SHORT_BYTES_MAX - 1) {
        bytes[1] = (uint8_t)(0x80 | (n - 2));
        return;
    }
    uint64_t length = n - VOID_LONG_HEAD_BYTES;
    bytes[1] = 1;
    for (size_t i = 0; i < 7; i++) {
        bytes[8 - i] = (uint8_t)(length >> 8 * i);
    }
}

static bool is_blanked(uint32_t id)
{
    for (size_t i = 0; i < COUNT(webm_blanked); i++) {
        if (webm_blanked[i] == id) {
            return true;
        }
    }
    return false;
}

static bool is_stepped_into(uint32_t id)
{
    return id == EBML || id == SEGMENT || id == INFO || id == TRACKS || id == TRACK ||
           id == CLUSTER;
}

static bool is_text(const uint8_t *bytes, uint64_t n, const char *text)
{
    return n == strlen(text) && memcmp(bytes, text, (size_t)n) == 0;
}

/* What the walk has met so far. */
struct webm {
    bool is_webm;
    bool is_opus;
    bool has_sound;
    bool has_pictures;
    bool has_clusters;
};

static void look_at(const struct element *element, const uint8_t *content, struct webm *found)
{
    bool is_sound = element->length == 1 && content[0] == TRACK_OF_SOUND;
    switch (element->id) {
    case TRACK_TYPE:
        found->has_sound |= is_sound;
        found->has_pictures |= !is_sound;
        break;
    case DOC_TYPE:
        found->is_webm |= is_text(content, element->length, "webm");
        break;
    case CODEC:
        found->is_opus |= is_text(content, element->length, "A_OPUS");
        break;
    default: /* says nothing of what it is */
        break;
    }
}

/* Does it end where it says, or where the file does? */
static bool is_whole(const struct element *element, size_t n)
{
    bool may_be_endless = element->id == SEGMENT || element->id == CLUSTER;
    return element->is_endless ? may_be_endless : element->length <= n - element->head;
}

/* What a browser records as it goes has segments and clusters without an end, so the walk goes from
 * element to element without asking which one it is inside of. */
enum sound_fault sound_clean_webm(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
{
    struct webm found = { 0 };
    size_t at = 0;
    while (at < n) {
        struct element element;
        if (!read_element(bytes + at, n - at, &element) || !is_whole(&element, n - at)) {
            return SOUND_BROKEN;
        }
        found.has_clusters |= element.id == CLUSTER;
        if (is_stepped_into(element.id)) {
            at += element.head;
            continue;
        }
        size_t whole = element.head + (size_t)element.length;
        look_at(&element, bytes + at + element.head, &found);
        if (is_blanked(element.id)) {
            blank_element(bytes + at, whole);
        }
        at += whole;
    }
    if (found.has_pictures) {
        return SOUND_VIDEO;
    }
    if (!found.is_webm || (found.has_sound && !found.is_opus)) {
        return SOUND_UNKNOWN;
    }
    *ret_kind = SOUND_WEBM;
    return found.has_sound && found.has_clusters ? SOUND_GOOD : SOUND_BROKEN;
}
