/* Becoming two on request: sockets in, process numbers out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/nursery.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/must.h"
#include "studio/studio.h"

/* It has nothing to do but this, and on a busy machine that may take a while. */
enum { PATIENCE_MS = 15000, START_MS = 300, NICENESS = 5 };

/* One byte that goes with a descriptor. */
struct parcel {
    struct msghdr head;
    struct iovec bytes;
    char byte;
    _Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(int))];
};

static bool spawn(struct nursery *nursery, const char *program, int its_socket);
static void wrap(struct parcel *parcel);
static int take_socket(void);

bool nursery_open(struct nursery *ret, const char *program)
{
    int sockets[2];
    *ret = (struct nursery){ 0 };
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    ret->socket = sockets[0];
    bool is_started = spawn(ret, program, sockets[1]);
    close(sockets[1]);
    if (!is_started) {
        ret->process = 0;
        close(sockets[0]);
    }
    return is_started;
}

/* It ends when it reads the end of its socket. */
void nursery_close(struct nursery *nursery)
{
    if (nursery->process) {
        close(nursery->socket);
        while (waitpid(nursery->process, NULL, 0) < 0 && errno == EINTR) {
        }
        nursery->process = 0;
    }
}

pid_t nursery_start(struct nursery *nursery, int its_socket)
{
    struct parcel parcel;
    struct pollfd answer = { .fd = nursery->socket, .events = POLLIN };
    pid_t worker = 0;
    wrap(&parcel);
    struct cmsghdr *item = CMSG_FIRSTHDR(&parcel.head);
    *item = (struct cmsghdr){ CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS };
    memcpy(CMSG_DATA(item), &its_socket, sizeof its_socket);
    bool is_answered = nursery->process &&
                       sendmsg(nursery->socket, &parcel.head, MSG_NOSIGNAL) == 1 &&
                       poll(&answer, 1, PATIENCE_MS) == 1 &&
                       recv(nursery->socket, &worker, sizeof worker, 0) == sizeof worker;
    return is_answered && worker > 0 ? worker : 0;
}

/* Not fork(): the child would have all our memory, and with it every secret. */
static bool spawn(struct nursery *nursery, const char *program, int its_socket)
{
    char name[] = STUDIO_PROGRAM;
    char worker[] = STUDIO_WORKER;
    char *const arguments[] = { name, worker, NULL };
    static char *const no_environment[] = { NULL };
    sigset_t none;
    sigset_t all;
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigemptyset(&none);
    sigfillset(&all);
    must(posix_spawn_file_actions_init(&files) == 0 && posix_spawnattr_init(&attributes) == 0);
    /* A group of its own: Ctrl-C at a terminal is for the server, which then ends it in order. */
    bool is_ready =
        posix_spawn_file_actions_adddup2(&files, its_socket, STDIN_FILENO) == 0 &&
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1) == 0 &&
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                  POSIX_SPAWN_SETSIGDEF) == 0 &&
        posix_spawnattr_setsigmask(&attributes, &none) == 0 &&
        posix_spawnattr_setsigdefault(&attributes, &all) == 0 &&
        posix_spawn(&nursery->process, program, &files, &attributes, arguments, no_environment) ==
            0;
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (is_ready) {
        (void)setpriority(PRIO_PROCESS, (id_t)nursery->process, NICENESS);
    }
    return is_ready;
}

/* --- in the process --------------------------------------------------------------------------- */

void nursery_wait(void)
{
    struct pollfd wanted = { .fd = STDIN_FILENO, .events = POLLIN };
    (void)poll(&wanted, 1, START_MS);
}

/* CLONE_PARENT makes the new one a child of the server, which glibc's fork() cannot. */
void nursery_serve(void)
{
    for (int socket; (socket = take_socket()) >= 0;) {
        pid_t worker = (pid_t)syscall(SYS_clone, CLONE_PARENT | SIGCHLD, NULL, NULL, NULL, NULL);
        if (worker == 0) {
            must(dup2(socket, STDIN_FILENO) == STDIN_FILENO && close(socket) == 0);
            return;
        }
        must(close(socket) == 0);
        if (write(STDIN_FILENO, &worker, sizeof worker) != sizeof worker) {
            break;
        }
    }
    _exit(EXIT_SUCCESS);
}

/* -1: the server has gone. */
static int take_socket(void)
{
    struct parcel parcel;
    ssize_t n;
    int socket = -1;
    wrap(&parcel);
    do {
        n = recvmsg(STDIN_FILENO, &parcel.head, MSG_CMSG_CLOEXEC);
    } while (n < 0 && errno == EINTR);
    const struct cmsghdr *item = n == 1 ? CMSG_FIRSTHDR(&parcel.head) : NULL;
    if (item && item->cmsg_level == SOL_SOCKET && item->cmsg_type == SCM_RIGHTS &&
        item->cmsg_len == CMSG_LEN(sizeof socket)) {
        memcpy(&socket, CMSG_DATA(item), sizeof socket);
    }
    return socket;
}

static void wrap(struct parcel *parcel)
{
    *parcel = (struct parcel){ .bytes = { &parcel->byte, 1 } };
    parcel->head = (struct msghdr){ .msg_iov = &parcel->bytes,
                                    .msg_iovlen = 1,
                                    .msg_control = parcel->control,
                                    .msg_controllen = sizeof parcel->control };
}
