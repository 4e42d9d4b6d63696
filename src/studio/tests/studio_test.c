/* The studio's process: a hundred photos, limits that end it, calls it may not make, its return. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/log.h"
#include "studio/studio_private.h"
#include "studio/tests/photo.h"

enum { ARENA_BYTES = 64 << 20 };

/* A tenth of a second of work, with sanitizers too. */
#ifdef SANDBOX_IS_INSTRUMENTED
enum { LONG_SIDE = 1200 };
#else
enum { LONG_SIDE = 2400 };
#endif

struct bench {
    struct arena *arena;
    struct studio *studio;
    struct str photo;
};

/* --- in the worker ---------------------------------------------------------------------------- */

static volatile unsigned sink;

static void spin(void)
{
    for (;;) {
        sink++;
    }
}

/* A decoder that does not look at what malloc() gives; with twice the limit it would be content. */
#ifndef SANDBOX_IS_INSTRUMENTED
static void eat(void)
{
    for (size_t eaten = 0; eaten < (size_t)2 * SANDBOX_MEMORY_BYTES; eaten += 16 << 20) {
        char *piece =
            mmap(NULL, 16 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        memset(piece, 1, 16 << 20);
    }
}
#endif

static void stall(void)
{
    char byte;
    (void)!read(STDIN_FILENO, &byte, 1);
}

static void open_file(void)
{
    (void)!open("/etc/passwd", O_RDONLY);
}

static void open_socket(void)
{
    (void)!socket(AF_INET, SOCK_STREAM, 0);
}

static void fork_child(void)
{
    (void)!fork();
}

static void map_code(void)
{
    (void)!mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void write_elsewhere(void)
{
    (void)!write(STDERR_FILENO, "x", 1);
}

static void lift_limit(void)
{
    struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };
    setrlimit(RLIMIT_CPU, &none);
}

static const struct {
    const char *order;
    void (*obey)(void);
    unsigned wall_ms;
} hostile[] = {
    { "spin", spin, 10000 },
#ifndef SANDBOX_IS_INSTRUMENTED
    { "eat", eat, 10000 },
#endif
    { "stall", stall, 3000 },
    { "open", open_file, 10000 },
    { "socket", open_socket, 10000 },
    { "fork", fork_child, 10000 },
    { "code", map_code, 10000 },
    { "write", write_elsewhere, 10000 },
    { "limit", lift_limit, 10000 },
};

/* As libraries do where the clock cannot be read from memory: the kernel is asked. */
static bool asks_the_time(void)
{
    struct timespec now;
    return syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now) == 0;
}

static void obey(struct arena *arena, struct str file, struct studio_answer *ret,
                 struct str ret_parts[JOB_PARTS])
{
    for (size_t i = 0; i < COUNT(hostile); i++) {
        if (str_equal(file, str_of(hostile[i].order))) {
            hostile[i].obey();
        }
    }
    if (str_equal(file, STR("lie"))) {
        ret->detail[PHOTO_WIDTH] = 1;
        ret_parts[0] = str_span(file.p, UINT32_MAX / 2);
        return;
    }
    if (asks_the_time()) {
        studio_jobs[JOB_PHOTO].work(arena, file, ret, ret_parts);
    }
}

/* --- in the test ------------------------------------------------------------------------------ */

static int open_bench(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    must(bench);
    bench->arena = arena_create(ARENA_BYTES);
    must(bench->arena);
    struct raster raster = photo_draw(bench->arena, 640, 480);
    bench->photo = photo_jpeg(bench->arena, &raster, (struct photo_jpeg){ 0 });
    *state = bench;
    return 0;
}

static int close_bench(void **state)
{
    struct bench *bench = *state;
    studio_close(bench->studio);
    arena_destroy(bench->arena);
    free(bench);
    return 0;
}

static enum picture_fault develop(struct bench *bench, struct str file)
{
    struct pictures pictures = { 0 };
    struct arena_mark mark = arena_mark(bench->arena);
    enum picture_fault fault = studio_develop(bench->studio, bench->arena, file, &pictures);
    if (fault == PICTURE_GOOD) {
        assert_int_equal(pictures.width, 640);
        assert_true(str_starts(pictures.small, STR("\xff\xd8\xff")));
    }
    arena_undo(bench->arena, mark);
    return fault;
}

/* Of this process: the nursery, and the worker while there is one. A blank stands behind each. */
static size_t children(void)
{
    FILE *list = fopen("/proc/thread-self/children", "r");
    size_t count = 0;
    must(list);
    for (int byte = fgetc(list); byte != EOF; byte = fgetc(list)) {
        count += byte == ' ';
    }
    must(fclose(list) == 0);
    return count;
}

/* More than two processes' worth, so that it is replaced on the way. */
static void a_hundred_and_again(void **state)
{
    struct bench *bench = *state;
    bench->studio =
        studio_open(NULL, (struct studio_limits){ .cpu_s = 5, .wall_ms = 10000, .jobs = 40 });
    for (size_t i = 0; i < 100; i++) {
        assert_int_equal(develop(bench, bench->photo), PICTURE_GOOD);
    }
}

/* Between two jobs the process waits, and behind one of evidence there is none any more. */
static void evidence_ends_its_process(void **state)
{
    struct bench *bench = *state;
    const struct scan_order order = { .boxes.list = { { 0, 0, 500, 500 } }, .boxes.count = 1 };
    struct scan here = { 0 };
    struct scan there = { 0 };
    struct scan bare = { 0 };
    bench->studio = studio_open(NULL, STUDIO_LIMITS);
    assert_int_equal(picture_scan(bench->arena, bench->photo, &order, &here), PICTURE_GOOD);
    assert_int_equal(develop(bench, bench->photo), PICTURE_GOOD);
    assert_int_equal(children(), 2);
    assert_int_equal(studio_scan(bench->studio, bench->arena, bench->photo, &order, &there),
                     PICTURE_GOOD);
    assert_int_equal(children(), 1);
    assert_true(str_equal(here.jpeg, there.jpeg));
    assert_int_equal(here.width, there.width);
    assert_int_equal(studio_scan(bench->studio, bench->arena, bench->photo, NULL, &bare),
                     PICTURE_GOOD);
    assert_false(str_equal(here.jpeg, bare.jpeg));
    assert_int_equal(studio_scan(bench->studio, bench->arena, STR("GIF89a"), NULL, &bare),
                     PICTURE_NO_SCAN);
    assert_int_equal(develop(bench, bench->photo), PICTURE_GOOD);
}

static void same_as_in_process(void **state)
{
    struct bench *bench = *state;
    struct pictures here = { 0 };
    struct pictures there = { 0 };
    bench->studio = studio_open(NULL, STUDIO_LIMITS);
    assert_int_equal(picture_make(bench->arena, bench->photo, &here), PICTURE_GOOD);
    assert_int_equal(studio_develop(bench->studio, bench->arena, bench->photo, &there),
                     PICTURE_GOOD);
    assert_true(str_equal(here.large, there.large) && str_equal(here.small, there.small));
    assert_int_equal(here.height, there.height);
}

/* Each is refused, and the photo that comes after it is not. */
static void the_hostile_are_ended(void **state)
{
    struct bench *bench = *state;
    for (size_t i = 0; i < COUNT(hostile); i++) {
        bench->studio = studio_open(
            NULL, (struct studio_limits){ .cpu_s = 2, .wall_ms = hostile[i].wall_ms, .jobs = 100 });
        assert_int_equal(develop(bench, str_of(hostile[i].order)), PICTURE_KILLED);
        assert_int_equal(develop(bench, bench->photo), PICTURE_GOOD);
        studio_close(bench->studio);
        bench->studio = NULL;
    }
}

static void a_lie_is_not_believed(void **state)
{
    struct bench *bench = *state;
    bench->studio = studio_open(NULL, STUDIO_LIMITS);
    assert_int_equal(develop(bench, STR("lie")), PICTURE_KILLED);
    assert_int_equal(develop(bench, bench->photo), PICTURE_GOOD);
}

static void refusals_cost_nothing(void **state)
{
    struct bench *bench = *state;
    bench->studio = studio_open(NULL, STUDIO_LIMITS);
    struct str large = str_span(bench->photo.p, UPLOAD_FILE_BYTES_MAX + 1);
    assert_int_equal(develop(bench, large), PICTURE_TOO_LARGE);
    assert_int_equal(develop(bench, STR_NONE), PICTURE_UNKNOWN);
    assert_int_equal(develop(bench, STR("\xff\xd8\xff\xe0")), PICTURE_BROKEN);
    assert_int_equal(develop(bench, bench->photo), PICTURE_GOOD);
}

/* Time is granted photo by photo: a hundred of a tenth of a second each are no bomb. */
static void time_is_for_one_photo(void **state)
{
    struct bench *bench = *state;
    struct raster raster = photo_draw(bench->arena, LONG_SIDE, LONG_SIDE);
    struct str photo = photo_jpeg(bench->arena, &raster, (struct photo_jpeg){ 0 });
    bench->studio =
        studio_open(NULL, (struct studio_limits){ .cpu_s = 2, .wall_ms = 10000, .jobs = 100 });
    for (size_t i = 0; i < 30; i++) {
        struct pictures pictures;
        struct arena_mark mark = arena_mark(bench->arena);
        assert_int_equal(studio_develop(bench->studio, bench->arena, photo, &pictures),
                         PICTURE_GOOD);
        arena_undo(bench->arena, mark);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_hundred_and_again, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(evidence_ends_its_process, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(same_as_in_process, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(the_hostile_are_ended, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(a_lie_is_not_believed, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(refusals_cost_nothing, open_bench, close_bench),
        cmocka_unit_test_setup_teardown(time_is_for_one_photo, open_bench, close_bench),
    };
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        const struct job_row jobs[JOB_KINDS] = {
            [JOB_PHOTO] = { obey, UPLOAD_FILE_BYTES_MAX, PICTURE_BROKEN },
            [JOB_SCAN] = studio_jobs[JOB_SCAN],
            [JOB_PAPER] = studio_jobs[JOB_PAPER],
        };
        studio_work_with(jobs);
    }
    log_set_level(LEVEL_ERROR);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
