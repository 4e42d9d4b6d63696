/* Keeping what was changed and not synced, and drawing what of it survives. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "owed.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/must.h"

enum { SECTOR = 512, NAMES_MAX = 4000, MOVES_MAX = 4000, PATH_BYTES = 512, MAP_BYTES = 32768 };

struct change {
    int64_t order;
    int64_t at;
    size_t n;
    char *bytes; /* NULL: cut or grown to `at` */
};
struct inode {
    bool is_folder;
    char *bytes; /* on the disk */
    size_t n;
    struct change *changes; /* not yet */
    size_t count;
    size_t capacity;
};
struct name {
    char path[PATH_BYTES];
    struct inode *inode;
};
struct names {
    struct name all[NAMES_MAX];
    size_t count;
};
/* A folder's entry that changed: one name goes, one comes, both at once. */
struct move {
    int64_t order;
    char from[PATH_BYTES];
    char to[PATH_BYTES];
    struct inode *inode;
};

static struct names seen;
static struct names synced;
static struct move moves[MOVES_MAX];
static size_t move_count;

/* How the disk had gone about it when the power went. */
enum order_of_work { NOTHING_LEFT, ALL_WRITTEN, IN_ORDER, ANY_ORDER };
struct fate {
    enum order_of_work work;
    int64_t until;   /* in order: up to this change */
    unsigned chance; /* any order: percent of what is whole */
    uint64_t *randomness;
    struct disk_told *told;
};

static struct name *find(struct names *names, const char *path);
static void set(struct names *names, const char *path, struct inode *inode);
static void play(struct names *names, const struct move *move);
static bool is_in(const char *path, const char *folder);
static size_t drawn(const struct fate *fate, const struct inode *inode, const size_t *touching,
                    size_t count);

struct inode *owed_inode(bool is_folder)
{
    struct inode *inode = calloc(1, sizeof *inode);
    must(inode);
    inode->is_folder = is_folder;
    return inode;
}

/* --- names ------------------------------------------------------------------------------------ */

static void move(const char *from, const char *to, struct inode *inode, int64_t order)
{
    must(move_count < MOVES_MAX);
    struct move *made = &moves[move_count++];
    *made = (struct move){ .order = order, .inode = inode };
    (void)snprintf(made->from, sizeof made->from, "%s", from);
    (void)snprintf(made->to, sizeof made->to, "%s", to);
    play(&seen, made);
}

void owed_name(const char *path, struct inode *inode, int64_t order)
{
    move(inode ? "" : path, inode ? path : "", inode, order);
}

void owed_rename(const char *from, const char *to, int64_t order)
{
    move(from, to, owed_find(from), order);
}

struct inode *owed_find(const char *path)
{
    struct name *name = find(&seen, path);
    return name ? name->inode : NULL;
}

const char *owed_path(const struct inode *inode)
{
    for (size_t i = 0; i < seen.count; i++) {
        if (seen.all[i].inode == inode) {
            return seen.all[i].path;
        }
    }
    return NULL;
}

const char *owed_folder(const char *path)
{
    struct name *name = find(&seen, path);
    return name ? name->path : "";
}

static void play(struct names *names, const struct move *made)
{
    if (*made->from) {
        set(names, made->from, NULL);
    }
    if (*made->to) {
        set(names, made->to, made->inode);
    }
}

static struct name *find(struct names *names, const char *path)
{
    for (size_t i = 0; i < names->count; i++) {
        if (names->all[i].inode && strcmp(names->all[i].path, path) == 0) {
            return &names->all[i];
        }
    }
    return NULL;
}

/* Slots are not used again, because descriptors point to the names of folders. */
static void set(struct names *names, const char *path, struct inode *inode)
{
    struct name *name = find(names, path);
    if (!name && inode) {
        must(names->count < NAMES_MAX);
        name = &names->all[names->count++];
        (void)snprintf(name->path, sizeof name->path, "%s", path);
    }
    if (name) {
        name->inode = inode;
    }
}

static bool is_in(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    const char *rest = n > 0 && strncmp(path, folder, n) == 0 && path[n] == '/' ? path + n + 1
                       : n == 0                                                 ? path
                                                                                : NULL;
    return rest && *rest && !strchr(rest, '/');
}

static void settle_folder(const char *folder, bool is_written)
{
    size_t kept = 0;
    for (size_t i = 0; i < move_count; i++) {
        if (!is_in(*moves[i].to ? moves[i].to : moves[i].from, folder)) {
            moves[kept++] = moves[i];
        } else if (is_written) {
            play(&synced, &moves[i]);
        }
    }
    move_count = kept;
}

void owed_sync_folder(const char *folder)
{
    settle_folder(folder, true);
}

void owed_forget_folder(const char *folder)
{
    settle_folder(folder, false);
}

/* --- bytes ------------------------------------------------------------------------------------ */

void owed_change(struct inode *inode, int64_t order, int64_t at, const void *bytes, size_t n)
{
    if (inode->count == inode->capacity) {
        inode->capacity = inode->capacity ? 2 * inode->capacity : 64;
        inode->changes = realloc(inode->changes, inode->capacity * sizeof *inode->changes);
        must(inode->changes);
    }
    char *copy = bytes ? malloc(n) : NULL;
    must(copy || !bytes);
    if (copy) {
        memcpy(copy, bytes, n);
    }
    inode->changes[inode->count++] = (struct change){ order, at, n, copy };
}

static size_t size_after(const struct change *change, size_t n)
{
    size_t end = (size_t)change->at + change->n;
    return !change->bytes || end > n ? end : n;
}

/* Of the bytes [from, from + n) of a file that is long enough, as the change leaves them. */
static void apply(const struct change *change, size_t from, size_t n, char *bytes)
{
    size_t at = (size_t)change->at;
    if (!change->bytes) {
        size_t kept = at <= from ? 0 : at - from < n ? at - from : n;
        memset(bytes + kept, 0, n - kept);
        return;
    }
    size_t start = at > from ? at : from;
    size_t end = at + change->n < from + n ? at + change->n : from + n;
    if (start < end) {
        memcpy(bytes + (start - from), change->bytes + (start - at), end - start);
    }
}

static bool touches(const struct change *change, size_t from, size_t n)
{
    size_t at = (size_t)change->at;
    return change->bytes ? at < from + n && at + change->n > from : at < from + n;
}

void owed_sync(struct inode *inode)
{
    size_t room = inode->n;
    for (size_t i = 0; i < inode->count; i++) {
        size_t end = (size_t)inode->changes[i].at + inode->changes[i].n;
        room = end > room ? end : room;
    }
    if (room > inode->n) {
        inode->bytes = realloc(inode->bytes, room);
        must(inode->bytes);
        memset(inode->bytes + inode->n, 0, room - inode->n);
    }
    for (size_t i = 0; i < inode->count; i++) {
        apply(&inode->changes[i], 0, room, inode->bytes);
        inode->n = size_after(&inode->changes[i], inode->n);
        free(inode->changes[i].bytes);
    }
    inode->count = 0;
}

void owed_forget(struct inode *inode)
{
    for (size_t i = 0; i < inode->count; i++) {
        free(inode->changes[i].bytes);
    }
    inode->count = 0;
}

/* --- the cut ---------------------------------------------------------------------------------- */

/* How many of the changes that touch something are in it. */
static size_t drawn(const struct fate *fate, const struct inode *inode, const size_t *touching,
                    size_t count)
{
    size_t done = 0;
    switch (fate->work) {
    case NOTHING_LEFT:
        return 0;
    case ALL_WRITTEN:
        return count;
    case IN_ORDER:
        while (done < count && inode->changes[touching[done]].order < fate->until) {
            done++;
        }
        bool is_torn = done < count && inode->changes[touching[done]].order == fate->until;
        return done + (is_torn && disk_draw(fate->randomness) % 2);
    case ANY_ORDER:
        break;
    }
    return disk_draw(fate->randomness) % 100 < fate->chance
               ? count
               : disk_draw(fate->randomness) % (count + 1);
}

static size_t surviving_size(const struct fate *fate, const struct inode *inode, size_t *touching)
{
    size_t n = inode->n;
    for (size_t i = 0; i < inode->count; i++) {
        touching[i] = i;
    }
    size_t done = drawn(fate, inode, touching, inode->count);
    for (size_t i = 0; i < done; i++) {
        n = size_after(&inode->changes[i], n);
    }
    return n;
}

static void survive_file(const struct fate *fate, const struct inode *inode, int file)
{
    size_t *touching = calloc(inode->count + 1, sizeof *touching);
    must(touching);
    size_t n = surviving_size(fate, inode, touching);
    bool has_lost = false;
    bool has_kept = false;
    for (size_t from = 0; from < n; from += SECTOR) {
        char sector[SECTOR] = { 0 };
        size_t count = 0;
        size_t there = from < inode->n ? inode->n - from : 0;
        memcpy(sector, inode->bytes ? inode->bytes + (there ? from : 0) : "",
               there < SECTOR ? there : SECTOR);
        for (size_t i = 0; i < inode->count; i++) {
            touching[count] = i;
            count += touches(&inode->changes[i], from, SECTOR);
        }
        size_t done = drawn(fate, inode, touching, count);
        for (size_t i = 0; i < done; i++) {
            apply(&inode->changes[touching[i]], from, SECTOR, sector);
        }
        fate->told->lost_sectors += done < count;
        fate->told->kept_sectors += count > 0 && done == count;
        has_lost |= done < count;
        has_kept |= count > 0 && done == count;
        size_t written = n - from < SECTOR ? n - from : SECTOR;
        must(write(file, sector, written) == (ssize_t)written);
    }
    fate->told->torn += has_lost && has_kept;
    free(touching);
}

static void survive_names(const struct fate *fate)
{
    for (size_t i = 0; i < move_count; i++) {
        bool comes = fate->work == ALL_WRITTEN ||
                     (fate->work == IN_ORDER && moves[i].order <= fate->until) ||
                     (fate->work == ANY_ORDER && disk_draw(fate->randomness) % 2);
        if (comes) {
            play(&synced, &moves[i]);
        } else {
            fate->told->lost_names++;
        }
    }
}

static struct fate draw_fate(int64_t order, uint64_t *randomness, struct disk_told *told)
{
    static const enum order_of_work works[] = { NOTHING_LEFT, ALL_WRITTEN, IN_ORDER,  IN_ORDER,
                                                ANY_ORDER,    ANY_ORDER,   ANY_ORDER, ANY_ORDER };
    static const unsigned chances[] = { 0, 25, 50, 75, 95 };
    int64_t oldest = order;
    for (size_t i = 0; i < seen.count; i++) {
        struct inode *inode = seen.all[i].inode;
        if (inode && inode->count > 0) {
            told->pending += (int64_t)inode->count;
            oldest = inode->changes[0].order < oldest ? inode->changes[0].order : oldest;
        }
    }
    told->pending_names = (int64_t)move_count;
    oldest = move_count > 0 && moves[0].order < oldest ? moves[0].order : oldest;
    return (struct fate){
        .work = works[disk_draw(randomness) % COUNT(works)],
        .until = oldest + (int64_t)(disk_draw(randomness) % (uint64_t)(order - oldest + 1)),
        .chance = chances[disk_draw(randomness) % COUNT(chances)],
        .randomness = randomness,
        .told = told,
    };
}

static bool is_there(const char *path)
{
    char folder[PATH_BYTES];
    (void)snprintf(folder, sizeof folder, "%s", path);
    char *slash = strrchr(folder, '/');
    if (!slash) {
        return true;
    }
    *slash = '\0';
    struct name *name = find(&synced, folder);
    return name && name->inode->is_folder;
}

/* The map beside the log is whatever the memory had: its reader must not believe it. */
static void leave_map(const char *folder, const char *path, uint64_t *randomness)
{
    static char noise[MAP_BYTES];
    char full[PATH_MAX];
    if (!strstr(path, "-wal") || disk_draw(randomness) % 2) {
        return;
    }
    for (size_t i = 0; i < sizeof noise; i++) {
        noise[i] = (char)disk_draw(randomness);
    }
    (void)snprintf(full, sizeof full, "%s/%s", folder, path);
    memcpy(full + strlen(full) - 4, "-shm", 4);
    int file = open(full, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    must(file >= 0 && write(file, noise, sizeof noise) == sizeof noise);
    close(file);
}

void owed_survive(const char *folder, int64_t order, uint64_t *randomness, struct disk_told *told)
{
    struct fate fate = draw_fate(order, randomness, told);
    survive_names(&fate);
    for (int folders = 1; folders >= 0; folders--) {
        for (size_t i = 0; i < synced.count; i++) {
            const struct name *name = &synced.all[i];
            char path[PATH_MAX];
            if (!name->inode || name->inode->is_folder != folders || !is_there(name->path)) {
                continue;
            }
            (void)snprintf(path, sizeof path, "%s/%s", folder, name->path);
            if (folders) {
                must(mkdir(path, 0700) == 0);
                continue;
            }
            int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
            must(file >= 0);
            survive_file(&fate, name->inode, file);
            close(file);
            leave_map(folder, name->path, randomness);
        }
    }
}
