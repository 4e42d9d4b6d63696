/* Sounds as telephones record them: known by their bytes, rid of what tells of the telephone. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_SOUND_H
#define BASE_SOUND_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"

/* What browsers record and what telephones of the last fifteen years do. */
enum sound_kind {
    SOUND_NONE,
    SOUND_WEBM, /* Matroska with Opus: Chrome, Edge, WebView */
    SOUND_OGG,  /* Ogg with Opus (RFC 7845): Firefox */
    SOUND_MP4,  /* ISO 14496-12 with AAC or Opus: Safari, "m4a" of recorders */
    SOUND_3GP,  /* the same boxes with AMR: old Android */
    SOUND_AMR,  /* AMR or AMR-WB without a container (RFC 4867, chapter 5) */
    SOUND_AAC,  /* AAC in ADTS frames */
    SOUND_KINDS
};

enum sound_fault {
    SOUND_GOOD,
    SOUND_UNKNOWN, /* nothing of the above */
    SOUND_WAVE,    /* not compressed: three minutes are thirty megabytes */
    SOUND_VIDEO,   /* there are pictures in it */
    SOUND_BROKEN,  /* it begins like one of the above, and does not go on like that */
    SOUND_FAULTS
};

/* Says what the bytes are, whatever they are called, and walks through the container to its end: a
 * file that is cut short or carries on behind its end is BROKEN. Nothing is decoded.
 *
 * What is no sound is blanked out in place: titles, tags and pictures, the place and the name of
 * the telephone (`udta`, `meta` and `uuid` boxes, Matroska's Tags and Attachments, Ogg's comments).
 * The length stays, and with it every offset in the file, so that the sound is the same bit for
 * bit. On any fault but GOOD the bytes may be half done and *ret_kind is untouched.
 *
 *     uint8_t *bytes = …a copy of the upload…;
 *     enum sound_kind kind;
 *     if (sound_clean(bytes, n, &kind) == SOUND_GOOD) { … }
 *
 * Pure but for the bytes; time grows with n alone. */
enum sound_fault sound_clean(uint8_t *bytes, size_t n, enum sound_kind *ret_kind);

/* How long it plays as its container says, rounded up; 0: of a kind that does not say it (all but
 * Ogg and MP4), or recorded as it went, when no length was known yet. Of bytes that were found
 * good. */
int64_t sound_seconds(const uint8_t *bytes, size_t n, enum sound_kind kind) PURE;

/* "webm", "ogg", "mp4", "3gp", "amr", "aac": as rows and names of files have it. */
const char *sound_name(enum sound_kind kind);
/* The type that a browser is told, by that name; NULL when there is no such. */
const char *sound_media_type(const char *name);

#endif
