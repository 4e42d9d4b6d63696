/* data/hue.csv in the program's read-only memory. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/hue.h"

/* The path is from the root of the repository, where make runs. */
__asm__(".pushsection .rodata\n"
        "org_hue_start: .incbin \"src/mod/org/data/hue.csv\"\n"
        "org_hue_end:\n"
        ".popsection\n");
extern const char org_hue_start[];
extern const char org_hue_end[];

struct str org_hue_csv(void)
{
    return str_span(org_hue_start, (size_t)(org_hue_end - org_hue_start));
}
