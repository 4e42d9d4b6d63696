/* What the nightly reading of the database came to, for /metrics and for administrators. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_SCRUBBED_H
#define WEB_SCRUBBED_H

#include <stdatomic.h>

/* Written by the scrub's thread (main/scrub.h), read by all. */
struct scrubbed {
    atomic_int_fast64_t finished_s; /* when the last one was through; 0: none since the start */
    atomic_int_fast64_t faults;     /* that it found, until a later one finds none */
    atomic_int_fast64_t rows;       /* that it read: leaves of the ledger and rows of services */
};

#endif
