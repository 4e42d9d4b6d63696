/* The scrub: reads the whole database again each night, while there still are good backups. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_SCRUB_H
#define MAIN_SCRUB_H

#include "main/house.h"
#include "main/options.h"

/* A bit that flips in a page that nobody opens is noticed when somebody needs it, years later, and
 * by then each backup has it too. So once a night all is read as `kheo check` reads it:
 *
 *   1. the database is copied, page by page, from one snapshot, into DIR/scrub.db; what is wrong in
 *      a page is wrong in its copy. Only this holds a snapshot, some seconds for each gigabyte;
 *   2. the copy is inspected at leisure, by a thread that gets what nobody else wants of a
 *      processor; readers and the desk are not asked for anything;
 *   3. a fault counts when a second copy has it too: a photo that was taken back meanwhile is none.
 *
 * It changes nothing of the house. What it came to stands in the log (scrubbed, scrub_faults), in
 * /metrics, and, when there are faults, sentence by sentence in DIR/scrub.txt and as a banner over
 * each page of those who hold the power `admin`; it stays until a reading finds none.
 *
 * On PostgreSQL, and where a page of the file does not fit its sums, there is no copy: each part is
 * read in a snapshot of its own. */
struct scrub;

/* When: "HH:MM" of Vietnam's clock, "now" (at once, then each night at the usual time) or "never".
 * False: it is none of these. *ret_minute is of the day, -1 for never. */
bool scrub_when(const char *text, int *ret_minute, bool *ret_now) MUST_USE;

/* The thread. NULL: it did not start. */
struct scrub *scrub_start(struct house *house, const struct options *options);
/* Does not wait for an inspection under way, which ends with the process. */
void scrub_stop(struct scrub *scrub);

#endif
