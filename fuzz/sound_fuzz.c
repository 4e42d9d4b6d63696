/* Whatever comes as a recording, it is one that can be cleaned twice with the same end, or none. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/must.h"
#include "base/sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum sound_kind kind = SOUND_NONE;
    enum sound_kind again = SOUND_NONE;
    /* In memory of its exact size: a sanitizer sees one byte too far. */
    uint8_t *bytes = malloc(size ? size : 1);
    uint8_t *cleaned = malloc(size ? size : 1);
    must(bytes && cleaned);
    memcpy(bytes, data, size);
    must(sound_seconds(bytes, size, SOUND_OGG) >= 0 && sound_seconds(bytes, size, SOUND_MP4) >= 0);
    if (sound_clean(bytes, size, &kind) == SOUND_GOOD) {
        memcpy(cleaned, bytes, size);
        must(kind > SOUND_NONE && kind < SOUND_KINDS);
        must(sound_media_type(sound_name(kind)) != NULL);
        must(sound_clean(bytes, size, &again) == SOUND_GOOD && again == kind);
        must(sound_seconds(bytes, size, kind) >= 0);
        must(memcmp(cleaned, bytes, size) == 0);
    } else {
        must(kind == SOUND_NONE);
    }
    free(bytes);
    free(cleaned);
    return 0;
}
