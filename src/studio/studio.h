/* The studio: a process of its own for photos and papers, without files, network or database. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_STUDIO_H
#define STUDIO_STUDIO_H

#include "base/attr.h"
#include "studio/letter.h"
#include "studio/paper.h"
#include "studio/picture.h"
#include "studio/scene.h"
#include "studio/signed.h"

/* Whoever gets hold of that process through a crafted photo or text holds one end of a socket and
 * memory: it cannot open, connect, start or keep anything (sandbox.h). It is started when the first
 * job comes, is one process however many threads ask, and is replaced after a hundred jobs, or when
 * a job passed a limit: that one is refused, and the next does not notice.
 *
 *     struct pictures pictures;
 *     enum picture_fault fault = studio_develop(studio, arena, file, &pictures);
 *
 * The log says once what the sandbox got (EVENT_SANDBOX; EVENT_SANDBOX_WEAK without Landlock).
 * Without limits or the filter of system calls no job is taken at all. */
struct studio;

struct studio_limits {
    unsigned cpu_s; /* of one job */
    unsigned wall_ms;
    unsigned jobs; /* of one process */
};
#define STUDIO_LIMITS ((struct studio_limits){ .cpu_s = 5, .wall_ms = 10000, .jobs = 100 })

/* NULL when there is no memory. Starts nothing yet. The program is the one that becomes the process
 * (STUDIO_PROGRAM), by its path, which must outlive the studio; NULL: this very program. */
struct studio *studio_open(const char *program, struct studio_limits limits) MUST_USE;
/* Starts what starts the process (nursery.h). For whoever will not be allowed to later; else the
 * first job does it. */
void studio_prepare(struct studio *studio);
void studio_close(struct studio *studio);

/* From any thread; blocks until the photo's turn is over. The pictures lie in the arena. At most
 * UPLOAD_FILE_BYTES_MAX (limits.h) are taken; a larger file is PICTURE_TOO_LARGE. */
enum picture_fault studio_develop(struct studio *studio, struct arena *arena, struct str file,
                                  struct pictures *ret) MUST_USE;

/* A page of evidence (picture.h); without an order, the first, and no boxes. The process ends
 * behind it, with all that its decoders left in its memory. */
enum picture_fault studio_scan(struct studio *studio, struct arena *arena, struct str file,
                               const struct scan_order *order, struct scan *ret) MUST_USE;

/* The same for a paper: texts of strangers go through pango in that process too. The sheet lies in
 * the arena. */
enum paper_fault studio_draw(struct studio *studio, struct arena *arena, enum paper_form form,
                             const struct paper *paper, struct sheet *ret) MUST_USE;

/* The same for an official letter, as PDF. */
enum paper_fault studio_write_letter(struct studio *studio, struct arena *arena,
                                     const struct letter *letter, struct sheet *ret) MUST_USE;

/* What of a file that came back is signed, and whether it is the letter `issued` (signed.h). False:
 * it cannot be read, it is larger than SIGNED_BYTES_MAX, or there is no process for it now; of a
 * process that ended nothing is told, so whoever must know of an altered signature asks for that
 * alone, without `issued`. The process ends behind it. */
bool studio_read_signed(struct studio *studio, struct arena *arena, struct str issued,
                        struct str file, struct signed_letter *ret) MUST_USE;

/* A drawing for the demonstration (scene.h), a JPEG in the arena; absent when there is none. */
struct str studio_draw_scene(struct studio *studio, struct arena *arena, enum scene scene,
                             uint64_t seed) MUST_USE;

/* The process itself; its socket is standard input. It is a program of its own beside kheo, because
 * what draws and decodes needs fifty libraries that a server would load at each start and never
 * call. A test that is both ends begins its main() so:
 *     if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) { studio_work(); }  */
#define STUDIO_PROGRAM "kheo-studio"
#define STUDIO_WORKER  "studio-worker"
NORETURN void studio_work(void);

#endif
