/* Behind the server's walls: what must still work, what is refused, and what ends the process. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/must.h"
#include "studio/sandbox.h"
#include "studio/walls.h"
#include "studio/xlsx.h"

/* Two folders, of which the walls open one; a port that somebody else listens on. */
static struct {
    char folder[64];
    char outside[64];
    int listener;
    pid_t parent;
    struct sockaddr_in address;
} place = { .folder = "/tmp/kheo-walls-XXXXXX", .outside = "/tmp/kheo-walls-XXXXXX" };

/* Each gives 0, or the errno of what failed. */
typedef int deed_fn(void);

static int outcome(long result)
{
    return result < 0 ? errno : 0;
}

static int open_at(const char *folder, const char *name, int flags)
{
    int opened = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int file = opened < 0 ? -1 : openat(opened, name, flags | O_CLOEXEC, 0600);
    int error = outcome(file);
    if (file >= 0) {
        must(flags == O_RDONLY || write(file, "x", 1) == 1);
        must(close(file) == 0);
    }
    return error;
}

/* --- what a server does ----------------------------------------------------------------------- */

static int write_inside(void)
{
    int error = open_at(place.folder, "new", O_RDWR | O_CREAT);
    return error ? error : open_at(place.folder, "new", O_RDWR | O_TRUNC);
}

static int rename_and_remove_inside(void)
{
    int folder = open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return outcome(renameat(folder, "kept", folder, "moved") |
                   renameat(folder, "moved", folder, "kept")) |
           outcome(unlinkat(folder, "gone", 0));
}

static int read_names(void)
{
    return open_at("/etc", "passwd", O_RDONLY);
}

static int connect_out(void)
{
    int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return outcome(one) |
           outcome(connect(one, (const struct sockaddr *)&place.address, sizeof place.address));
}

static void *do_nothing(void *context)
{
    return context;
}

static int start_thread(void)
{
    pthread_t thread;
    int error = pthread_create(&thread, NULL, do_nothing, NULL);
    return error ? error : pthread_join(thread, NULL);
}

/* A library of its own habits: temporary files, names that it removes. */
static int write_book(void)
{
    struct arena *arena = arena_create(32 << 20);
    struct str bytes = STR_NONE;
    struct xlsx *book = xlsx_open(arena, place.folder, &xlsx_letter_register,
                                  &(struct xlsx_about){ .title = STR("Sổ"), .at = { 1 } });
    xlsx_text(book, STR("05/TB-UBND"));
    xlsx_end_row(book);
    enum status status = xlsx_close(book, &bytes);
    must(status != STATUS_OK || bytes.n > 1000);
    arena_destroy(arena);
    return status == STATUS_OK ? 0 : EIO;
}

static int let_others_go_first(void)
{
    return outcome(setpriority(PRIO_PROCESS, (id_t)gettid(), 10));
}

/* --- what it does not ------------------------------------------------------------------------- */

static int read_outside(void)
{
    return open_at(place.outside, "kept", O_RDONLY);
}

static int write_outside(void)
{
    return open_at(place.outside, "kept", O_RDWR);
}

static int make_outside(void)
{
    return open_at(place.outside, "new", O_RDWR | O_CREAT);
}

static int remove_outside(void)
{
    int folder = open(place.outside, O_PATH | O_DIRECTORY | O_CLOEXEC);
    return outcome(unlinkat(folder, "kept", 0));
}

static int move_out(void)
{
    int from = open(place.folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int to = open(place.outside, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int error = outcome(renameat(from, "kept", to, "moved"));
    return error == EXDEV ? EACCES : error;
}

static int read_another_process(void)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d", (int)place.parent);
    return open_at(path, "environ", O_RDONLY);
}

#ifndef SANDBOX_IS_INSTRUMENTED

static int run_program(void)
{
    char name[] = "true";
    char *const arguments[] = { name, NULL };
    return outcome(execve("/bin/true", arguments, arguments + 1));
}

static void *run_program_there(void *context)
{
    run_program();
    return context;
}

static int run_program_in_a_thread(void)
{
    pthread_t thread;
    return pthread_create(&thread, NULL, run_program_there, NULL) | pthread_join(thread, NULL);
}

static int become_two(void)
{
    pid_t child = fork();
    if (child == 0) {
        _exit(0);
    }
    return outcome(child);
}

static int trace(void)
{
    return outcome(ptrace(PTRACE_ATTACH, place.parent, NULL, NULL));
}

static int read_memory(void)
{
    char here[8];
    struct iovec mine = { here, sizeof here };
    struct iovec theirs = { &place, sizeof here };
    return outcome(process_vm_readv(place.parent, &mine, 1, &theirs, 1, 0));
}

static int open_a_port(void)
{
    struct sockaddr_in any = { .sin_family = AF_INET };
    int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return outcome(bind(one, (const struct sockaddr *)&any, sizeof any));
}

static int become_another_user(void)
{
    return outcome(setuid(getuid()));
}

static int run_new_code(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
               ? errno
               : 0;
}

static int turn_data_into_code(void)
{
    void *data = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return outcome(mprotect(data, 4096, PROT_READ | PROT_EXEC));
}

static int talk_to_this_machine(void)
{
    return outcome(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

static int end_another_process(void)
{
    return outcome(kill(place.parent, SIGCONT));
}

static int open_to_all(void)
{
    return outcome(chmod(place.folder, 0777));
}

static int type_into_the_terminal(void)
{
    return outcome(ioctl(STDIN_FILENO, TIOCSTI, "x"));
}

#endif

/* `ends` is a signal, or the errno that the deed gives. */
struct row {
    const char *name;
    deed_fn *deed;
    int gives;
    int ends;
    bool is_of_landlock;
};
static const struct row rows[] = {
    { "write below the folder", write_inside, 0, 0, false },
    { "rename and remove below it", rename_and_remove_inside, 0, 0, false },
    { "read what resolvers read", read_names, 0, 0, false },
    { "connect", connect_out, 0, 0, false },
    { "start a thread", start_thread, 0, 0, false },
    { "write a book", write_book, 0, 0, false },
    { "let others go first", let_others_go_first, 0, 0, false },
    { "read elsewhere", read_outside, EACCES, 0, true },
    { "write elsewhere", write_outside, EACCES, 0, true },
    { "make a file elsewhere", make_outside, EACCES, 0, true },
    { "remove a file elsewhere", remove_outside, EACCES, 0, true },
    { "move a file out", move_out, EACCES, 0, true },
    { "read another process's environment", read_another_process, EACCES, 0, true },
#ifndef SANDBOX_IS_INSTRUMENTED
    { "run a program", run_program, 0, SIGSYS, false },
    { "run a program in another thread", run_program_in_a_thread, 0, SIGSYS, false },
    { "fork", become_two, 0, SIGSYS, false },
    { "trace", trace, 0, SIGSYS, false },
    { "read another's memory", read_memory, 0, SIGSYS, false },
    { "open a port", open_a_port, 0, SIGSYS, false },
    { "become another user", become_another_user, 0, SIGSYS, false },
    { "map code", run_new_code, EACCES, 0, false },
    { "turn data into code", turn_data_into_code, EACCES, 0, false },
    { "open a socket of this machine", talk_to_this_machine, EAFNOSUPPORT, 0, false },
    { "end another process", end_another_process, ENOSYS, 0, false },
    { "change a mode by path", open_to_all, ENOSYS, 0, false },
    { "type into the terminal", type_into_the_terminal, ENOSYS, 0, false },
#endif
};

/* In a child, because walls are for good. What the deed gave, or minus the signal that ended it. */
static int behind_walls(deed_fn *deed, struct walls *got)
{
    int pipe_ends[2];
    int status = 0;
    const char *const writes[] = { place.folder, NULL };
    assert_int_equal(pipe(pipe_ends), 0);
    pid_t child = fork();
    if (child == 0) {
        struct walls walls = walls_enter(&(struct walls_wish){ .writes = writes });
        must(write(pipe_ends[1], &walls, sizeof walls) == sizeof walls);
        _exit(deed());
    }
    assert_true(child > 0);
    assert_int_equal(read(pipe_ends[0], got, sizeof *got), sizeof *got);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(close(pipe_ends[0]) | close(pipe_ends[1]), 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/* Without walls each succeeds, else it would show nothing; but for what needs a terminal. */
static void make_place(void)
{
    must(mkdtemp(place.folder) && mkdtemp(place.outside));
    must(open_at(place.folder, "kept", O_RDWR | O_CREAT) == 0 &&
         open_at(place.folder, "gone", O_RDWR | O_CREAT) == 0 &&
         open_at(place.outside, "kept", O_RDWR | O_CREAT) == 0);
}

static void remove_place(void)
{
    static const char *const names[] = { "kept", "gone", "new", "moved" };
    const char *const folders[] = { place.folder, place.outside };
    for (size_t i = 0; i < COUNT(folders); i++) {
        int folder = open(folders[i], O_PATH | O_DIRECTORY | O_CLOEXEC);
        for (size_t n = 0; n < COUNT(names); n++) {
            (void)unlinkat(folder, names[n], 0);
        }
        must(close(folder) == 0 && rmdir(folders[i]) == 0);
    }
}

static void the_walls_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct walls got;
        const struct row *row = &rows[i];
        int ended = behind_walls(row->deed, &got);
        bool is_open = row->is_of_landlock && got.landlock_abi == 0;
        if (!is_open && ended != (row->ends ? -row->ends : row->gives)) {
            fail_msg("%s: %d", row->name, ended);
        }
    }
}

/* The stick by which the others are measured: in the open, they work. */
static void without_walls_they_would_not(void **state)
{
    (void)state;
    assert_int_equal(read_outside() | write_outside() | make_outside() | move_out(), 0);
#ifndef SANDBOX_IS_INSTRUMENTED
    assert_int_equal(become_two() | open_a_port() | run_new_code() | turn_data_into_code() |
                         talk_to_this_machine() | open_to_all() | become_another_user(),
                     0);
    assert_int_equal(wait(NULL) > 0, 1);
#endif
}

static void says_what_it_got(void **state)
{
    struct walls got;
    (void)state;
    assert_int_equal(behind_walls(read_names, &got), 0);
    assert_true(got.has_limits);
#ifndef SANDBOX_IS_INSTRUMENTED
    assert_true(got.has_filter);
#endif
    print_message("# Landlock ABI %d\n", got.landlock_abi);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_walls_hold),
        cmocka_unit_test(without_walls_they_would_not),
        cmocka_unit_test(says_what_it_got),
    };
    socklen_t n = sizeof place.address;
    place.address =
        (struct sockaddr_in){ .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
    place.listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(bind(place.listener, (const struct sockaddr *)&place.address, n) == 0 &&
         listen(place.listener, 16) == 0 &&
         getsockname(place.listener, (struct sockaddr *)&place.address, &n) == 0);
    place.parent = getpid();
    make_place();
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    remove_place();
    return failed;
}
