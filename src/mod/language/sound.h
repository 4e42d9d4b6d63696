/* Narrations: what kind of file it is and how long it plays, from its own bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LANGUAGE_SOUND_H
#define LANGUAGE_SOUND_H

#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

enum sound_kind {
    SOUND_NONE,
    SOUND_OGG, /* Opus in Ogg (RFC 7845): 16 to 24 kbit/s are enough for a voice */
    SOUND_MP4, /* AAC in MP4 (ISO/IEC 14496-12): what telephones record */
    SOUND_KINDS
};

enum { SOUND_BYTES_MAX = 1 << 20, SOUND_SECONDS_MAX = 180 };

struct sound {
    enum sound_kind kind; /* SOUND_NONE: no such file, or a broken one */
    int64_t seconds;      /* rounded up */
};

/* Never trusts a name or a claimed type. Of Ogg every page is walked and only Opus of one stream
 * passes; of MP4 the boxes: one track at least, all of sound. Pure; any bytes may come. */
struct sound sound_look(struct str bytes) PURE;

const char *sound_type(enum sound_kind kind) PURE; /* "audio/ogg" */
const char *sound_word(enum sound_kind kind) PURE; /* "ogg" */
enum sound_kind sound_of_word(struct str word) PURE;

#endif
