/* Containers of sound, each walked to its end by a loop of its own; the sound is not read. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/sound.h"

#include <stdbool.h>
#include <string.h>

#include "base/attr.h"

enum { SHORTEST = 16 };

static bool begins_with(const uint8_t *bytes, size_t n, size_t at, const char *sign);
static enum sound_fault clean_webm(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);
static enum sound_fault clean_ogg(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);
static enum sound_fault clean_mp4(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);
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
        fault = clean_webm(bytes, n, &kind);
    } else if (begins_with(bytes, n, 0, "OggS")) {
        fault = clean_ogg(bytes, n, &kind);
    } else if (begins_with(bytes, n, 4, "ftyp")) {
        fault = clean_mp4(bytes, n, &kind);
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

static bool begins_with(const uint8_t *bytes, size_t n, size_t at, const char *sign)
{
    size_t length = strlen(sign);
    return at <= n && length <= n - at && memcmp(bytes + at, sign, length) == 0;
}

/* Big-endian, of 1 to 8 bytes. */
static uint64_t number_at(const uint8_t *bytes, size_t count)
{
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        value = value << 8 | bytes[i];
    }
    return value;
}

/* --- frames without a container --------------------------------------------------------------- */

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

/* --- Matroska --------------------------------------------------------------------------------- */

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
    uint64_t length = number_at(bytes + id_bytes, length_bytes) & all_ones;
    *ret = (struct element){ (uint32_t)number_at(bytes, id_bytes), id_bytes + length_bytes, length,
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
static enum sound_fault clean_webm(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
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

/* --- Ogg -------------------------------------------------------------------------------------- */

enum {
    OGG_HEAD_BYTES = 27,
    OGG_FLAGS_AT = 5,
    OGG_SUM_AT = 22,
    OGG_BEGINS = 2,
    OGG_POLYNOMIAL = 0x04c11db7,
    OPUS_TAGS_BYTES_MIN = 16,
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

static enum sound_fault clean_ogg(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
{
    size_t at = 0;
    size_t pages = 0;
    for (; at < n; pages++) {
        uint8_t *page = bytes + at;
        if (n - at < OGG_HEAD_BYTES || !begins_with(page, n - at, 0, "OggS") || page[4] != 0 ||
            n - at - OGG_HEAD_BYTES < page[OGG_HEAD_BYTES - 1]) {
            return SOUND_BROKEN;
        }
        size_t head = OGG_HEAD_BYTES + (size_t)page[OGG_HEAD_BYTES - 1];
        size_t length = head;
        for (size_t i = OGG_HEAD_BYTES; i < head; i++) {
            length += page[i];
        }
        if (length > n - at) {
            return SOUND_BROKEN;
        }
        bool begins = page[OGG_FLAGS_AT] & OGG_BEGINS;
        if (pages == 0 && (!begins || !begins_with(page, length, head, "OpusHead"))) {
            return SOUND_UNKNOWN;
        }
        if (pages > 0 && begins) {
            return SOUND_VIDEO;
        }
        if (pages == 1 && !blank_comments(page, head, length)) {
            return SOUND_BROKEN;
        }
        at += length;
    }
    *ret_kind = SOUND_OGG;
    return pages > 2 ? SOUND_GOOD : SOUND_BROKEN;
}

/* --- ISO 14496-12 ----------------------------------------------------------------------------- */

/* From the outside in: the one box that is stepped into, and those that are kept as they are. All
 * others are blanked out. */
struct level {
    const char *enter;
    const char *kept;
};
static const struct level levels[] = {
    { "moov", "ftyp styp mdat moof sidx mfra" },
    { "trak", "mvhd mvex iods" },
    { "mdia", "tkhd edts tref" },
    { "minf", "mdhd hdlr" },
    { "stbl", "smhd dinf nmhd" },
    { NULL, "stsd stts stsc stsz stz2 stco co64 sgpd sbgp stss ctts" },
};

enum {
    BOX_HEAD_BYTES = 8,
    BOX_LONG_HEAD_BYTES = 16,
    HANDLER_AT = 8,       /* in hdlr: what kind of track */
    HANDLER_NAME_AT = 24, /* and what the telephone calls it */
    FORMAT_AT = 12,       /* in stsd: of the first entry */
};

struct box {
    const uint8_t *type;
    size_t head;
    size_t length; /* with its head */
};

struct found {
    bool has_pictures;
    bool has_sound;
    bool is_aac;
    bool is_amr;
};

static bool read_box(const uint8_t *bytes, size_t n, struct box *ret)
{
    if (n < BOX_HEAD_BYTES) {
        return false;
    }
    uint64_t length = number_at(bytes, 4);
    size_t head = BOX_HEAD_BYTES;
    if (length == 1 && n >= BOX_LONG_HEAD_BYTES) {
        length = number_at(bytes + BOX_HEAD_BYTES, 8);
        head = BOX_LONG_HEAD_BYTES;
    } else if (length == 0) {
        length = n;
    }
    if (length < head || length > n) {
        return false;
    }
    *ret = (struct box){ bytes + 4, head, (size_t)length };
    return true;
}

static bool is_listed(const char *list, const uint8_t *type)
{
    for (const char *name = list; *name; name += name[4] ? 5 : 4) {
        if (memcmp(name, type, 4) == 0) {
            return true;
        }
    }
    return false;
}

static void look_into(uint8_t *bytes, const struct box *box, struct found *found)
{
    uint8_t *content = bytes + box->head;
    size_t n = box->length - box->head;
    if (memcmp(box->type, "hdlr", 4) == 0) {
        found->has_sound |= begins_with(content, n, HANDLER_AT, "soun");
        found->has_pictures |= begins_with(content, n, HANDLER_AT, "vide");
        if (n > HANDLER_NAME_AT) {
            memset(content + HANDLER_NAME_AT, 0, n - HANDLER_NAME_AT);
        }
    }
    if (memcmp(box->type, "stsd", 4) == 0) {
        found->is_amr |= begins_with(content, n, FORMAT_AT, "samr") ||
                         begins_with(content, n, FORMAT_AT, "sawb");
        found->is_aac |= begins_with(content, n, FORMAT_AT, "mp4a") ||
                         begins_with(content, n, FORMAT_AT, "Opus");
    }
}

static void blank_box(uint8_t *bytes, const struct box *box)
{
    memcpy(bytes + 4, "free", 4);
    memset(bytes + box->head, 0, box->length - box->head);
}

static enum sound_fault clean_mp4(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
{
    struct found found = { 0 };
    size_t ends[COUNT(levels)] = { n };
    size_t level = 0;
    size_t at = 0;
    while (at < n) {
        struct box box;
        if (at == ends[level]) {
            level--;
            continue;
        }
        if (!read_box(bytes + at, ends[level] - at, &box)) {
            return SOUND_BROKEN;
        }
        const struct level *here = &levels[level];
        if (here->enter && memcmp(box.type, here->enter, 4) == 0) {
            ends[++level] = at + box.length;
            at += box.head;
            continue;
        }
        if (is_listed(here->kept, box.type)) {
            look_into(bytes + at, &box, &found);
        } else {
            blank_box(bytes + at, &box);
        }
        at += box.length;
    }
    if (found.has_pictures) {
        return SOUND_VIDEO;
    }
    if (!found.has_sound) {
        return SOUND_BROKEN;
    }
    *ret_kind = found.is_amr ? SOUND_3GP : SOUND_MP4;
    return found.is_amr || found.is_aac ? SOUND_GOOD : SOUND_UNKNOWN;
}
