/* The one thing that is read of EXIF: which way up the camera was held. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/picture_private.h"

enum { UPRIGHT = 1, ORIENTATIONS = 8, TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY_BYTES = 12 };

static uint32_t number_at(struct str tiff, size_t at, size_t bytes);

unsigned exif_orientation(struct str tiff)
{
    if (number_at(tiff, 2, 2) != 42) {
        return UPRIGHT;
    }
    size_t directory = number_at(tiff, 4, 4);
    size_t count = number_at(tiff, directory, 2);
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY_BYTES;
        bool is_orientation = number_at(tiff, entry, 2) == TAG_ORIENTATION &&
                              number_at(tiff, entry + 2, 2) == TYPE_SHORT;
        if (is_orientation) {
            uint32_t stated = number_at(tiff, entry + 8, 2);
            return stated >= UPRIGHT && stated <= ORIENTATIONS ? stated : UPRIGHT;
        }
    }
    return UPRIGHT;
}

/* In the byte order that the first two bytes name; 0 beyond the end. */
static uint32_t number_at(struct str tiff, size_t at, size_t bytes)
{
    bool is_little = str_starts(tiff, STR("II"));
    if ((!is_little && !str_starts(tiff, STR("MM"))) || at > tiff.n || bytes > tiff.n - at) {
        return 0;
    }
    uint32_t number = 0;
    for (size_t i = 0; i < bytes; i++) {
        uint8_t byte = (uint8_t)tiff.p[at + (is_little ? bytes - 1 - i : i)];
        number = number << 8 | byte;
    }
    return number;
}
