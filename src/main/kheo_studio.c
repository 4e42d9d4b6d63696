/* kheo-studio: the process for photos and papers. kheo starts it; by hand it does nothing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "studio/studio.h"

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    fprintf(stderr, "kheo-studio: chương trình này do kheo tự gọi; hãy để nó bên cạnh kheo\n");
    return 2;
}
