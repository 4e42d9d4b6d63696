/* Boxes of ISO 14496-12: those that make the sound are kept, all others are blanked out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/sound_containers.h"

#include "base/attr.h"

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
    MVHD_LONG_BYTES = 32, /* mvhd as far as the duration, in version 1 */
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
    uint64_t length = big_number(bytes, 4);
    size_t head = BOX_HEAD_BYTES;
    if (length == 1 && n >= BOX_LONG_HEAD_BYTES) {
        length = big_number(bytes + BOX_HEAD_BYTES, 8);
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

enum sound_fault sound_clean_mp4(uint8_t *bytes, size_t n, enum sound_kind *ret_kind)
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

/* The contents of the first box of that type among these; NULL: there is none. */
static const uint8_t *find_box(const uint8_t *bytes, size_t n, const char *type, size_t *ret_n)
{
    struct box box;
    for (size_t at = 0; at < n && read_box(bytes + at, n - at, &box); at += box.length) {
        if (memcmp(box.type, type, 4) == 0) {
            *ret_n = box.length - box.head;
            return bytes + at + box.head;
        }
    }
    return NULL;
}

int64_t sound_seconds_mp4(const uint8_t *bytes, size_t n)
{
    size_t moov_n;
    size_t head_n;
    const uint8_t *moov = find_box(bytes, n, "moov", &moov_n);
    const uint8_t *head = moov ? find_box(moov, moov_n, "mvhd", &head_n) : NULL;
    if (!head || head_n < MVHD_LONG_BYTES) {
        return 0;
    }
    return head[0] == 1 ? whole_seconds(big_number(head + 24, 8), big_number(head + 20, 4))
                        : whole_seconds(big_number(head + 16, 4), big_number(head + 12, 4));
}
