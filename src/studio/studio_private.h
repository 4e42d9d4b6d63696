/* What the two ends of the studio's socket say to each other, and the door for tests. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_STUDIO_PRIVATE_H
#define STUDIO_STUDIO_PRIVATE_H

#include "studio/sandbox.h"
#include "studio/studio.h"

/* First the worker says what its sandbox got: a struct sandbox. Then for each job a request and its
 * bytes one way, an answer and the bytes of its parts the other. Both ends are of one build. A new
 * kind of job is a row of the worker's table and a function of studio.h that reads its answer. */
enum job_kind { JOB_PHOTO, JOB_SCAN, JOB_PAPER, JOB_LETTER, JOB_SCENE, JOB_SIGNED, JOB_KINDS };

enum { JOB_PARTS = 2 };

struct studio_request {
    uint32_t kind;
    uint32_t bytes;
};
struct studio_scene {
    uint64_t seed;
    uint32_t scene;
    uint32_t padding;
};
struct studio_answer {
    uint32_t fault; /* of the job's own kind; 0 is good */
    uint32_t detail[4];
    uint32_t part_bytes[JOB_PARTS];
};
enum { PHOTO_KIND, PHOTO_WIDTH, PHOTO_HEIGHT, SCAN_PAGES };
enum { SIGNED_IS_SAME, SIGNED_COUNT, SIGNED_IS_READ, SIGNED_HAS_MORE };
enum { SHEET_WIDTH, SHEET_HEIGHT, SHEET_PAGES, SHEET_MISSING };

/* What a worker does with a job's bytes. The parts lie in the arena; their lengths are filled in
 * behind it. The fault that stands when the arena was too small is the row's. */
typedef void work_fn(struct arena *arena, struct str bytes, struct studio_answer *ret,
                     struct str ret_parts[JOB_PARTS]);
struct job_row {
    work_fn *work;
    uint32_t bytes_max;
    uint32_t fault_when_full;
};
extern const struct job_row studio_jobs[JOB_KINDS];

/* studio_work() with another table, for tests of the limits. */
NORETURN void studio_work_with(const struct job_row jobs[JOB_KINDS]);

#endif
