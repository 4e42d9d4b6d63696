/* Raising the walls: limits, Landlock, the list of system calls. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/walls.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "studio/landlock.h"
#include "studio/sandbox.h"

static bool set_limits(const struct walls_wish *wish);
static int limit_files(const struct walls_wish *wish);
static bool filter_calls(const struct walls_wish *wish);

struct walls walls_enter(const struct walls_wish *wish)
{
    struct walls got = { .has_limits = set_limits(wish) };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        got.landlock_abi = limit_files(wish);
        got.has_filter = filter_calls(wish);
    }
    return got;
}

/* What cannot be dumped cannot be looked at by others of the same user either. */
static bool set_limits(const struct walls_wish *wish)
{
    if (wish->dumps_core) {
        return true;
    }
    struct rlimit none = { 0, 0 };
    bool is_set = setrlimit(RLIMIT_CORE, &none) == 0;
#ifndef SANDBOX_IS_INSTRUMENTED
    is_set &= prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#endif
    return is_set;
}

static int limit_files(const struct walls_wish *wish)
{
    static const char *const reads[] = { WALLS_READS };
    struct landlock landlock = landlock_open();
    for (size_t i = 0; i < COUNT(reads); i++) {
        landlock_read(&landlock, reads[i]);
    }
    for (size_t i = 0; wish->reads && wish->reads[i]; i++) {
        landlock_read(&landlock, wish->reads[i]);
    }
    for (size_t i = 0; wish->writes[i]; i++) {
        landlock_write(&landlock, wish->writes[i]);
    }
    return landlock_enter(&landlock);
}

#ifdef SANDBOX_IS_INSTRUMENTED

static bool filter_calls(const struct walls_wish *wish)
{
    (void)wish;
    return false;
}

#else

/* What the server, SQLite, libcurl with its resolver, libpq and glibc were seen to call, or call
 * when something fails. Names, modes and owners are changed through descriptors of our own files
 * only; there is no call that takes a path and does more than Landlock watches. */
static const int plain[] = {
    /* bytes */
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(pwrite64),
    SCMP_SYS(sendfile),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    /* files */
    SCMP_SYS(openat),
    SCMP_SYS(open),
    SCMP_SYS(fstat),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(fcntl),
    SCMP_SYS(flock),
    SCMP_SYS(fsync),
    SCMP_SYS(fdatasync),
    SCMP_SYS(ftruncate),
    SCMP_SYS(fallocate),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchown),
    SCMP_SYS(unlink),
    SCMP_SYS(unlinkat),
    SCMP_SYS(rename),
    SCMP_SYS(renameat),
    SCMP_SYS(dup),
    SCMP_SYS(dup2),
    SCMP_SYS(dup3),
    SCMP_SYS(pipe2),
    SCMP_SYS(umask),
    /* sockets that are there, and what comes in */
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(connect),
    SCMP_SYS(shutdown),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmsg),
    SCMP_SYS(recvmmsg),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendmmsg),
    SCMP_SYS(getsockopt),
    SCMP_SYS(setsockopt),
    SCMP_SYS(getsockname),
    SCMP_SYS(getpeername),
    SCMP_SYS(socketpair),
    /* waiting */
    SCMP_SYS(epoll_create1),
    SCMP_SYS(epoll_ctl),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(eventfd2),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(futex),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(wait4),
    SCMP_SYS(sched_yield),
    /* memory */
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(mlock),
    SCMP_SYS(munlock),
    /* threads and signals */
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(membarrier),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigtimedwait),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(setpriority),
    /* what is the time, who am I */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(prlimit64),
};

/* What no library of ours ever tries: whoever calls these is not us. Everything else that is not
 * listed is answered as by an older kernel, which libraries know how to live with. */
static const int deadly[] = {
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(capset),
    SCMP_SYS(chroot),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(personality),
    SCMP_SYS(io_uring_setup),
};

static bool add_conditions(scmp_filter_ctx filter, const struct walls_wish *wish);

static bool filter_calls(const struct walls_wish *wish)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    bool is_whole = filter && seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0;
    for (size_t i = 0; is_whole && i < COUNT(plain); i++) {
        is_whole = seccomp_rule_add(filter, SCMP_ACT_ALLOW, plain[i], 0) == 0;
    }
    for (size_t i = 0; is_whole && i < COUNT(deadly); i++) {
        is_whole = seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, deadly[i], 0) == 0;
    }
    bool is_loaded = is_whole && add_conditions(filter, wish) && seccomp_load(filter) == 0;
    if (filter) {
        seccomp_release(filter);
    }
    return is_loaded;
}

/* Calls that are harmless or not by what they are given. A filter cannot read memory, so clone3,
 * whose flags lie there, is not listed, and glibc takes clone. */
static bool add_conditions(scmp_filter_ctx filter, const struct walls_wish *wish)
{
    const struct {
        uint32_t action;
        int call;
        struct scmp_arg_cmp when;
    } rules[] = {
        { SCMP_ACT_ALLOW, SCMP_SYS(clone),
          SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD) },
        { SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0) },
        { SCMP_ACT_ALLOW, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0) },
        { SCMP_ACT_ERRNO(EACCES), SCMP_SYS(mmap),
          SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC) },
        { SCMP_ACT_ALLOW, SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0) },
        { SCMP_ACT_ERRNO(EACCES), SCMP_SYS(mprotect),
          SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC) },
        { SCMP_ACT_ALLOW, SCMP_SYS(socket), SCMP_A0(SCMP_CMP_EQ, AF_INET) },
        { SCMP_ACT_ALLOW, SCMP_SYS(socket), SCMP_A0(SCMP_CMP_EQ, AF_INET6) },
        /* Resolvers ask for these and go on without. */
        { SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), SCMP_A0(SCMP_CMP_EQ, AF_NETLINK) },
        { wish->connects_here ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket),
          SCMP_A0(SCMP_CMP_EQ, AF_UNIX) },
        /* Ending a worker that takes too long, and ourselves at a broken claim. */
        { SCMP_ACT_ALLOW, SCMP_SYS(kill), SCMP_A1(SCMP_CMP_EQ, SIGKILL) },
        { SCMP_ACT_ALLOW, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()) },
        { SCMP_ACT_ALLOW, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME) },
        /* Not TIOCSTI, which types into the operator's terminal. */
        { SCMP_ACT_ALLOW, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, FIONBIO) },
        { SCMP_ACT_ALLOW, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, FIONREAD) },
    };
    bool is_whole = true;
    for (size_t i = 0; i < COUNT(rules) && is_whole; i++) {
        is_whole = seccomp_rule_add(filter, rules[i].action, rules[i].call, 1, rules[i].when) == 0;
    }
    return is_whole;
}

#endif
