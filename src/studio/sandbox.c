/* Entering the sandbox; whoever calls says what was not to be had. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/sandbox.h"

#include <linux/landlock.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/attr.h"

static bool set_limits(void);
static int forbid_files(void);
static bool filter_calls(void);

struct sandbox sandbox_enter(void)
{
    struct sandbox got = { .has_limits = set_limits() };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        got.landlock_abi = forbid_files();
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

/* The version of Landlock, or 0. Every right that this version knows is claimed, and none
 * granted. */
static int forbid_files(void)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) {
        return 0;
    }
    struct landlock_ruleset_attr rights = {
        /* The thirteen rights of the first version are the thirteen lowest bits. */
        .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1,
    };
    if (abi > 1) {
        rights.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    }
    long rules = syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
    bool is_restricted = rules >= 0 && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    if (rules >= 0) {
        close((int)rules);
    }
    return is_restricted ? (int)abi : 0;
}

/* Memory, but none that can be executed; standard input, and no other file. */
static bool filter_calls(void)
{
    static const int plain[] = {
        SCMP_SYS(munmap),      SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(exit_group),
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
