/* The three system calls of Landlock. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Of the third version, which Debian 12's headers do not know yet. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (UINT64_C(1) << 14)
#endif

enum { TRUNCATE_ABI = 3, REFER_ABI = 2 };

static const uint64_t READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const uint64_t WRITE =
    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG;

static void allow(struct landlock *landlock, const char *path, uint64_t rights);

struct landlock landlock_open(void)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    /* The thirteen rights of the first version are the thirteen lowest bits. */
    struct landlock_ruleset_attr rights = { .handled_access_fs =
                                                (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };
    if (abi >= REFER_ABI) {
        rights.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    }
    if (abi >= TRUNCATE_ABI) {
        rights.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
    }
    long rules = abi > 0 ? syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0) : -1;
    return (struct landlock){ .abi = rules >= 0 ? (int)abi : 0, .rules = (int)rules };
}

void landlock_read(struct landlock *landlock, const char *path)
{
    allow(landlock, path, READ);
}

void landlock_write(struct landlock *landlock, const char *folder)
{
    bool knows_truncation = landlock->abi >= TRUNCATE_ABI;
    allow(landlock, folder, READ | WRITE | (knows_truncation ? LANDLOCK_ACCESS_FS_TRUNCATE : 0));
}

int landlock_enter(struct landlock *landlock)
{
    if (landlock->abi == 0) {
        return 0;
    }
    bool holds = syscall(SYS_landlock_restrict_self, landlock->rules, 0) == 0;
    close(landlock->rules);
    return holds ? landlock->abi : 0;
}

/* A file takes no right of folders. */
static void allow(struct landlock *landlock, const char *path, uint64_t rights)
{
    struct stat about;
    int place = landlock->abi > 0 ? open(path, O_PATH | O_CLOEXEC) : -1;
    if (place < 0) {
        return;
    }
    bool is_folder = fstat(place, &about) == 0 && S_ISDIR(about.st_mode);
    struct landlock_path_beneath_attr rule = {
        .allowed_access = is_folder ? rights : rights & LANDLOCK_ACCESS_FS_READ_FILE,
        .parent_fd = place,
    };
    (void)syscall(SYS_landlock_add_rule, landlock->rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(place);
}
