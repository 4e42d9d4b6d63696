/* Entering the sandbox; whoever calls says what was not to be had. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/sandbox.h"

#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/attr.h"
#include "studio/landlock.h"

static bool set_limits(void);
static bool filter_calls(void);

struct sandbox sandbox_enter(void)
{
    struct sandbox got = { .has_limits = set_limits() };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        struct landlock nothing = landlock_open();
        got.landlock_abi = landlock_enter(&nothing);
        got.has_filter = filter_calls();
    }
    return got;
}

static bool set_limits(void)
{
    static const struct {
        int what;
        rlim_t most;
    } limits[] = {
#ifndef SANDBOX_IS_INSTRUMENTED
        { RLIMIT_AS, SANDBOX_MEMORY_BYTES },
#endif
        { RLIMIT_NOFILE, SANDBOX_FILES_MAX },
        { RLIMIT_FSIZE, 0 },
        { RLIMIT_CORE, 0 },
        { RLIMIT_NPROC, 0 },
    };
    bool is_set = true;
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct rlimit limit = { limits[i].most, limits[i].most };
        is_set &= setrlimit((__rlimit_resource_t)limits[i].what, &limit) == 0;
    }
    return is_set;
}

/* Memory, but none that can be executed; standard input, and no other file. */
static bool filter_calls(void)
{
    static const int plain[] = {
        SCMP_SYS(munmap),
        SCMP_SYS(mremap),
        SCMP_SYS(madvise),
        SCMP_SYS(brk),
        SCMP_SYS(exit_group),
        SCMP_SYS(futex),
        /* The time is a question to the kernel where a clock cannot be read from memory. */
        SCMP_SYS(clock_gettime),
        SCMP_SYS(gettimeofday),
#ifdef SANDBOX_IS_INSTRUMENTED
        SCMP_SYS(sigaltstack),
#endif
    };
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (!filter) {
        return false;
    }
    bool is_whole = true;
    for (size_t i = 0; i < COUNT(plain); i++) {
        is_whole &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, plain[i], 0) == 0;
    }
    /* Pango asks before each use whether a font file is readable, and never opens it again: yes. */
    is_whole &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(access), 0) == 0 &&
                seccomp_rule_add(filter, SCMP_ACT_ERRNO(0), SCMP_SYS(faccessat), 0) == 0;
    is_whole &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                                 SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
    is_whole &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), 1,
                                 SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO)) == 0;
    is_whole &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
                                 SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO)) == 0;
    bool is_loaded = is_whole && seccomp_load(filter) == 0;
    if (!is_loaded) {
        seccomp_release(filter);
    }
    /* Else it stays: giving its memory back is not worth one more thing to go wrong. */
    return is_loaded;
}
