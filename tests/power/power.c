/* What a house survives: power cuts, disks that are full or fail at any call. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "base/must.h"
#include "cuts.h"
#include "faults.h"
#include "process.h"
#include "studio/studio.h"

/* usage: power cuts [--cuts N] [--seed S]
 *        power faults [--every N] [--seed S]
 *
 * All randomness and all time come from the seed: `cuts --seed S --cuts 1` plays one failing house
 * again. Faults are tried at every call, or at every N-th, from one that the seed draws. */
static int64_t number_after(int count, char **words, const char *name, int64_t otherwise)
{
    int64_t number = otherwise;
    for (int i = 1; i + 1 < count; i++) {
        if (strcmp(words[i], name) == 0) {
            must(str_to_int(str_of(words[i + 1]), &number));
        }
    }
    return number;
}

int main(int count, char **words)
{
    if (count == 2 && strcmp(words[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    uint64_t seed = (uint64_t)number_after(count, words, "--seed", (int64_t)time(NULL));
    bool is_faults = count > 1 && strcmp(words[1], "faults") == 0;
    struct shared *shared = process_begin();
    printf("# seed %llu\n", (unsigned long long)seed);
    if (is_faults) {
        faults_run(shared, number_after(count, words, "--every", 1), seed);
    } else {
        cuts_run(shared, number_after(count, words, "--cuts", 100), seed);
    }
    int code = process_tally();
    process_end(code != 0);
    return code;
}
