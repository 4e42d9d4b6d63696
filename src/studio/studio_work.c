/* The studio's process: fonts, into the sandbox, then job after job until the socket closes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/limits.h"
#include "studio/nursery.h"
#include "studio/letter_private.h"
#include "studio/paper_private.h"
#include "studio/signed.h"
#include "studio/studio_private.h"

/* The file and what picture_make() needs. */
enum { WORKER_ARENA_BYTES = UPLOAD_FILE_BYTES_MAX + (70 << 20) };

static work_fn work_photo, work_scan, work_paper, work_letter, work_scene, work_signed;
static void answer_sheet(const struct sheet *sheet, struct studio_answer *ret,
                         struct str ret_parts[JOB_PARTS]);
static bool serve_job(struct arena *arena, const struct job_row jobs[JOB_KINDS]);
static void try_job(struct arena *arena, const struct job_row *job, struct str bytes,
                    struct studio_answer *ret, struct str ret_parts[JOB_PARTS]);
static bool read_all(void *ret, size_t n);
static bool write_all(struct str bytes);

const struct job_row studio_jobs[JOB_KINDS] = {
    [JOB_PHOTO] = { work_photo, UPLOAD_FILE_BYTES_MAX, PICTURE_BROKEN },
    [JOB_SCAN] = { work_scan, sizeof(struct scan_order) + UPLOAD_FILE_BYTES_MAX, PICTURE_BROKEN },
    [JOB_PAPER] = { work_paper, PACKED_BYTES_MAX, PAPER_TOO_LONG },
    [JOB_LETTER] = { work_letter, LETTER_PACKED_BYTES_MAX, PAPER_TOO_LONG },
    [JOB_SCENE] = { work_scene, sizeof(struct studio_scene), PICTURE_BROKEN },
    [JOB_SIGNED] = { work_signed, sizeof(uint32_t) + 2 * SIGNED_BYTES_MAX, PICTURE_BROKEN },
};

void studio_work(void)
{
    studio_work_with(studio_jobs);
}

void studio_work_with(const struct job_row jobs[JOB_KINDS])
{
    nursery_wait();
    paper_open();
    picture_open();
    signed_open();
    nursery_serve();
    struct arena *arena = arena_create(WORKER_ARENA_BYTES);
    struct sandbox got = sandbox_enter();
    bool goes_on = arena && write_all(str_span(&got, sizeof got));
    while (goes_on) {
        goes_on = serve_job(arena, jobs);
        arena_reset(arena);
    }
    _exit(EXIT_SUCCESS);
}

static bool serve_job(struct arena *arena, const struct job_row jobs[JOB_KINDS])
{
    struct studio_request request;
    if (!read_all(&request, sizeof request) || request.kind >= JOB_KINDS ||
        request.bytes > jobs[request.kind].bytes_max) {
        return false;
    }
    char *bytes = new(arena, char, request.bytes);
    if (!read_all(bytes, request.bytes)) {
        return false;
    }
    struct studio_answer answer = { 0 };
    struct str parts[JOB_PARTS] = { STR_NONE };
    try_job(arena, &jobs[request.kind], str_span(bytes, request.bytes), &answer, parts);
    for (size_t i = 0; i < JOB_PARTS; i++) {
        answer.part_bytes[i] = (uint32_t)parts[i].n;
    }
    bool is_sent = write_all(str_span(&answer, sizeof answer));
    for (size_t i = 0; i < JOB_PARTS && is_sent; i++) {
        is_sent = write_all(parts[i]);
    }
    return is_sent;
}

/* A job for which there is not enough memory is refused like one that is damaged. */
static void try_job(struct arena *arena, const struct job_row *job, struct str bytes,
                    struct studio_answer *ret, struct str ret_parts[JOB_PARTS])
{
    jmp_buf full;
    if (arena_guard(arena, &full)) {
        *ret = (struct studio_answer){ .fault = job->fault_when_full };
        return;
    }
    job->work(arena, bytes, ret, ret_parts);
}

static void work_photo(struct arena *arena, struct str bytes, struct studio_answer *ret,
                       struct str ret_parts[JOB_PARTS])
{
    struct pictures pictures = { 0 };
    ret->fault = picture_make(arena, bytes, &pictures);
    ret->detail[PHOTO_KIND] = pictures.kind;
    ret->detail[PHOTO_WIDTH] = pictures.width;
    ret->detail[PHOTO_HEIGHT] = pictures.height;
    ret_parts[0] = pictures.large;
    ret_parts[1] = pictures.small;
}

/* The order, and behind it the file. */
static void work_scan(struct arena *arena, struct str bytes, struct studio_answer *ret,
                      struct str ret_parts[JOB_PARTS])
{
    struct scan scan = { 0 };
    struct scan_order order;
    ret->fault = PICTURE_BROKEN;
    if (bytes.n >= sizeof order) {
        memcpy(&order, bytes.p, sizeof order);
        ret->fault = picture_scan(arena, str_slice(bytes, sizeof order, bytes.n), &order, &scan);
    }
    ret->detail[PHOTO_WIDTH] = scan.width;
    ret->detail[PHOTO_HEIGHT] = scan.height;
    ret->detail[SCAN_PAGES] = scan.pages;
    ret_parts[0] = scan.jpeg;
}

static void work_paper(struct arena *arena, struct str bytes, struct studio_answer *ret,
                       struct str ret_parts[JOB_PARTS])
{
    struct sheet sheet = { 0 };
    struct paper paper;
    enum paper_form form;
    ret->fault = paper_unpack(arena, bytes, &form, &paper) ? paper_draw(arena, form, &paper, &sheet)
                                                           : PAPER_BROKEN;
    answer_sheet(&sheet, ret, ret_parts);
}

static void work_letter(struct arena *arena, struct str bytes, struct studio_answer *ret,
                        struct str ret_parts[JOB_PARTS])
{
    struct sheet sheet = { 0 };
    struct letter letter;
    ret->fault =
        letter_unpack(arena, bytes, &letter) ? letter_draw(arena, &letter, &sheet) : PAPER_BROKEN;
    answer_sheet(&sheet, ret, ret_parts);
}

static void work_scene(struct arena *arena, struct str bytes, struct studio_answer *ret,
                       struct str ret_parts[JOB_PARTS])
{
    struct studio_scene wanted = { 0 };
    bool is_one = bytes.n == sizeof wanted;
    memcpy(&wanted, bytes.p, is_one ? sizeof wanted : 0);
    is_one = is_one && wanted.scene > SCENE_NONE && wanted.scene < SCENES;
    ret_parts[0] = is_one ? scene_draw(arena, (enum scene)wanted.scene, wanted.seed) : STR_NONE;
    ret->fault = ret_parts[0].p ? PICTURE_GOOD : PICTURE_BROKEN;
}

/* How long the issued letter is, the letter, and behind it what came back. */
static void work_signed(struct arena *arena, struct str bytes, struct studio_answer *ret,
                        struct str ret_parts[JOB_PARTS])
{
    uint32_t issued = UINT32_MAX;
    struct signed_letter *letter = new(arena, struct signed_letter, 1);
    memcpy(&issued, bytes.p, bytes.n < sizeof issued ? 0 : sizeof issued);
    bytes = str_slice(bytes, sizeof issued, bytes.n);
    if (issued <= bytes.n) {
        ret->detail[SIGNED_IS_READ] = signed_read(arena, str_slice(bytes, 0, issued),
                                                  str_slice(bytes, issued, bytes.n), letter);
    }
    ret->detail[SIGNED_IS_SAME] = letter->is_same;
    ret->detail[SIGNED_HAS_MORE] = letter->has_more;
    ret->detail[SIGNED_COUNT] = letter->count;
    ret_parts[0] = str_span(letter->list, letter->count * sizeof letter->list[0]);
}

static void answer_sheet(const struct sheet *sheet, struct studio_answer *ret,
                         struct str ret_parts[JOB_PARTS])
{
    ret->detail[SHEET_WIDTH] = sheet->width;
    ret->detail[SHEET_HEIGHT] = sheet->height;
    ret->detail[SHEET_PAGES] = sheet->pages;
    ret->detail[SHEET_MISSING] = sheet->missing;
    ret_parts[0] = sheet->bytes;
}

static bool read_all(void *ret, size_t n)
{
    char *to = ret;
    while (n > 0) {
        ssize_t got = read(STDIN_FILENO, to, n);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return false;
        }
        to += got > 0 ? got : 0;
        n -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* Back into the socket that is standard input. */
static bool write_all(struct str bytes)
{
    while (bytes.n > 0) {
        ssize_t put = write(STDIN_FILENO, bytes.p, bytes.n);
        if (put < 0 && errno != EINTR) {
            return false;
        }
        bytes = str_slice(bytes, put > 0 ? (size_t)put : 0, bytes.n);
    }
    return true;
}
