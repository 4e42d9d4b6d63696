/* What a disk owes beside what the process sees, and what is left of it when the power goes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/must.h"
#include "owed.h"

enum { FILES_MAX = 4096, PATH_BYTES = 512 };

static struct {
    struct disk_plan plan;
    bool is_on;
    pid_t process;
    size_t root_bytes;
    int64_t order; /* of the last change */
    uint64_t randomness;
    struct {
        struct inode *inode; /* NULL: not a file of ours */
        const char *folder;  /* below the root, when it is a folder of ours */
    } open[FILES_MAX];
} disk;

static const char *below_root(int folder, const char *path, char ret[PATH_BYTES]);
static int note(const char *path, const struct stat *about, int kind, struct FTW *walk);
static void tick(bool is_name);

void disk_start(const struct disk_plan *plan)
{
    disk.plan = *plan;
    disk.root_bytes = strlen(plan->root);
    disk.randomness = plan->seed;
    disk.process = getpid();
    disk.is_on = true;
    must(nftw(plan->root, note, 4, FTW_PHYS) == 0);
    *plan->told = (struct disk_told){ 0 };
}

void disk_stop(void)
{
    disk.is_on = false;
}

uint64_t disk_draw(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15); /* splitmix64 */
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

void disk_cut(void)
{
    disk_ended();
    _exit(0);
}

/* A process that was forked from this one owes nothing. */
void disk_ended(void)
{
    if (disk.is_on && getpid() == disk.process) {
        disk.is_on = false;
        disk.plan.told->was_cut = true;
        owed_survive(disk.plan.survivor, disk.order, &disk.randomness, disk.plan.told);
    }
}

void disk_heal(void)
{
    disk.plan.fails_with = 0;
}

/* --- before a call ---------------------------------------------------------------------------- */

static bool is_dropped(const char *path)
{
    const char *drops = disk.plan.drops;
    size_t n = drops ? strlen(drops) : 0;
    bool is_folder = n > 0 && drops[n - 1] == '/';
    return n > 0 &&
           (is_folder ? strncmp(path, drops, n) == 0 : strcmp(*path ? path : ".", drops) == 0);
}

static bool takes_turn(enum disk_kind kind, bool is_folder)
{
    struct disk_plan *plan = &disk.plan;
    int64_t number = ++plan->told->calls[kind];
    if (plan->fails_with == 0 || plan->fails != kind || number < plan->fails_at ||
        (number > plan->fails_at && !plan->keeps_failing)) {
        return true;
    }
    plan->told->fired++;
    plan->told->fired_on_folder = is_folder;
    errno = plan->fails_with;
    return false;
}

bool disk_has(int file)
{
    return disk.is_on && file >= 0 && file < FILES_MAX &&
           (disk.open[file].inode || disk.open[file].folder);
}

bool disk_allows(enum disk_kind kind, int file)
{
    return !disk_has(file) || takes_turn(kind, disk.open[file].folder != NULL);
}

bool disk_allows_path(enum disk_kind kind, int folder, const char *path)
{
    char below[PATH_BYTES];
    return !below_root(folder, path, below) || takes_turn(kind, false);
}

/* --- after a call ----------------------------------------------------------------------------- */

void disk_opened(int folder, const char *path, int flags, bool is_new, int file)
{
    char below[PATH_BYTES];
    struct stat about;
    if (!below_root(folder, path, below) || fstat(file, &about) != 0) {
        return;
    }
    must(file < FILES_MAX);
    if (S_ISDIR(about.st_mode)) {
        disk.open[file].folder = owed_folder(below);
        return;
    }
    if (is_new) {
        owed_name(below, owed_inode(false), ++disk.order);
        tick(true);
    }
    disk.open[file].inode = owed_find(below);
    if (disk.open[file].inode && (flags & O_TRUNC) && !is_new) {
        disk_resized(file, 0);
    }
}

void disk_closed(int file)
{
    if (file >= 0 && file < FILES_MAX) {
        disk.open[file].inode = NULL;
        disk.open[file].folder = NULL;
    }
}

void disk_wrote(int file, int64_t at, const void *bytes, int64_t n)
{
    if (disk_has(file)) {
        owed_change(disk.open[file].inode, ++disk.order, at, bytes, (size_t)n);
        tick(false);
    }
}

void disk_resized(int file, int64_t n)
{
    if (disk_has(file)) {
        owed_change(disk.open[file].inode, ++disk.order, n, NULL, 0);
        tick(false);
    }
}

void disk_renamed(int from_folder, const char *from, int to_folder, const char *to)
{
    char old[PATH_BYTES];
    char new[PATH_BYTES];
    if (below_root(from_folder, from, old) && below_root(to_folder, to, new)) {
        owed_rename(old, new, ++disk.order);
        tick(true);
    }
}

void disk_removed(int folder, const char *path)
{
    char below[PATH_BYTES];
    if (below_root(folder, path, below)) {
        owed_name(below, NULL, ++disk.order);
        tick(true);
    }
}

void disk_made_folder(const char *path)
{
    char below[PATH_BYTES];
    if (below_root(AT_FDCWD, path, below)) {
        owed_name(below, owed_inode(true), ++disk.order);
        tick(true);
    }
}

/* Half of the cuts at a sync come before it has done anything, half after. */
void disk_synced(int file)
{
    if (!disk_has(file)) {
        return;
    }
    struct inode *inode = disk.open[file].inode;
    const char *path = inode ? owed_path(inode) : disk.open[file].folder;
    bool is_late = disk_draw(&disk.randomness) % 2;
    disk.order++;
    if (!is_late) {
        tick(false);
    }
    if (path && is_dropped(path)) {
        disk.plan.told->fired++;
    } else if (inode) {
        owed_sync(inode);
    } else {
        owed_sync_folder(disk.open[file].folder);
    }
    if (is_late) {
        tick(false);
    }
}

bool disk_forgot(int file)
{
    if (disk.open[file].inode) {
        owed_forget(disk.open[file].inode);
    } else {
        owed_forget_folder(disk.open[file].folder);
    }
    return disk.plan.hopes;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static void tick(bool is_name)
{
    bool is_due = disk.plan.cut_at > 0 && disk.order >= disk.plan.cut_at;
    if (is_due && (is_name || !disk.plan.cuts_at_name)) {
        disk_cut();
    }
}

/* The path below the root, "" for the root itself; NULL when it is not below it, or a map. */
static const char *below_root(int folder, const char *path, char ret[PATH_BYTES])
{
    const char *start = path;
    const char *base = "";
    if (!disk.is_on) {
        return NULL;
    }
    if (path[0] == '/') {
        if (strncmp(path, disk.plan.root, disk.root_bytes) != 0 ||
            (path[disk.root_bytes] != '/' && path[disk.root_bytes] != '\0')) {
            return NULL;
        }
        start = path + disk.root_bytes + (path[disk.root_bytes] == '/');
    } else if (folder >= 0 && folder < FILES_MAX && disk.open[folder].folder) {
        base = disk.open[folder].folder;
    } else {
        return NULL;
    }
    if (strcmp(start, ".") == 0) {
        start = "";
    }
    int n = snprintf(ret, PATH_BYTES, "%s%s%s", base, *base && *start ? "/" : "", start);
    must(n >= 0 && n < PATH_BYTES);
    while (n > 0 && ret[n - 1] == '/') {
        ret[--n] = '\0';
    }
    bool is_map = n > 4 && strcmp(ret + n - 4, "-shm") == 0;
    return is_map ? NULL : ret;
}

/* One file or folder that was there before: on the disk, name and bytes. */
static int note(const char *path, const struct stat *about, int kind, struct FTW *walk)
{
    char below[PATH_BYTES];
    char parent[PATH_BYTES];
    if (walk->level == 0 || !below_root(AT_FDCWD, path, below)) {
        return 0;
    }
    struct inode *inode = owed_inode(kind == FTW_D);
    if (kind == FTW_F) {
        size_t n = (size_t)about->st_size;
        char *bytes = malloc(n + 1);
        int file = open(path, O_RDONLY | O_CLOEXEC);
        must(bytes && file >= 0 && read(file, bytes, n) == (ssize_t)n);
        close(file);
        owed_change(inode, 0, 0, bytes, n);
        owed_sync(inode);
        free(bytes);
    }
    owed_name(below, inode, 0);
    (void)snprintf(parent, sizeof parent, "%s", below);
    char *slash = strrchr(parent, '/');
    *(slash ? slash : parent) = '\0';
    owed_sync_folder(parent);
    return 0;
}
