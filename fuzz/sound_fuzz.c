/* Recordings: any bytes are of a kind with a length, or none. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/must.h"
#include "mod/language/sound.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct sound sound = sound_look(str_span(data, size));
    must((sound.kind == SOUND_NONE) == (sound.seconds == 0));
    must(sound.seconds >= 0);
    return 0;
}
