/* Asking each service in turn. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/waiting.h"

#include "base/must.h"
#include "web/module.h"

void waiting_put(struct waiting *to, const char *label, int64_t count, struct local_url url)
{
    if (count > 0) {
        must(to->count < WAITING_MAX);
        to->lines[to->count++] = (struct waiting_line){ label, count, url };
    }
}

struct waiting waiting_of_services(struct visit *v, const struct waiting_unit *unit)
{
    struct waiting waiting = { .count = 0 };
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->waiting) {
            modules[m]->waiting(v, unit, &waiting);
        }
    }
    return waiting;
}
