/* A full disk, EIO and no descriptors at each call of a short scene, and what it must not come to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "faults.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/disk.h"
#include "base/must.h"
#include "main/folder.h"

struct fault {
    const char *name;
    enum disk_kind kind;
    int with;
    bool keeps_failing; /* until somebody mends it */
    bool is_fatal;      /* the process must end */
    bool may_refuse;    /* or, where the file has no name yet, say no */
    bool hopes;         /* a control: it does not, and must lose something */
};
static const struct fault faults[] = {
    { "a disk that is full for one write", DISK_WRITE, ENOSPC },
    { "a disk that is full from one write on, until there is room", DISK_WRITE, ENOSPC,
      .keeps_failing = true },
    { "EIO at one write", DISK_WRITE, EIO },
    { "EIO at one read", DISK_READ, EIO },
    { "no descriptor for one file", DISK_OPEN, EMFILE },
    { "EIO at one sync", DISK_SYNC, EIO, .is_fatal = true },
    { "a disk that is full at one sync", DISK_SYNC, ENOSPC, .is_fatal = true, .may_refuse = true },
    { "control: who syncs again after EIO, and hopes, loses", DISK_SYNC, EIO, .hopes = true },
};

/* How the rounds of one fault ended. */
struct rounds {
    int64_t count;
    int64_t fired;
    int64_t refused; /* answers with 503 */
    int64_t closed;  /* the house did not open, and said why */
    int64_t ended;   /* with EXIT_DISK_LOST */
    int64_t acked;
    int64_t there; /* of what got no good answer: was there afterwards */
    int64_t broken;
};

static struct shared *shared;
static struct promises made; /* with the house that every round begins with */

static bool make_house(struct guest *guest)
{
    char csv[PATH_BYTES];
    process_units(csv);
    bool is_made = guest_open(guest) && guest_import(guest, csv) && guest_send(guest, 2) &&
                   guest_add_photo(guest, "fuzz/corpus/picture/plain.png");
    guest->promises->is_born = true;
    guest_close(guest);
    return is_made;
}

/* All that is sent either is acknowledged or refused with a 503; then the disk works again, and so
 * does the same process. */
static bool live(struct guest *guest)
{
    struct promises *promises = guest->promises;
    if (!guest_open(guest)) {
        promises->is_closed = promises->is_broken;
        promises->is_broken = false;
        return promises->is_closed;
    }
    (void)guest_send(guest, 3);
    (void)guest_add_photo(guest, "fuzz/corpus/picture/turned.jpg");
    guest_fold(guest, "PRAGMA wal_checkpoint(RESTART)");
    (void)guest_send(guest, 1);
    if (promises->is_broken || !guest_read(guest)) {
        return false;
    }
    disk_heal();
    return guest_verify(guest);
}

static bool look(struct guest *guest)
{
    return guest_verify_anchor(guest) && guest_open(guest) && guest_verify(guest);
}

static void copy_house(const char *from, const char *to)
{
    static const char *const folders[] = { "", "/files", "/anchor" };
    for (size_t i = 0; i < COUNT(folders); i++) {
        char source[PATH_BYTES + 16];
        char target[PATH_BYTES + 16];
        (void)snprintf(source, sizeof source, "%s%s", from, folders[i]);
        (void)snprintf(target, sizeof target, "%s%s", to, folders[i]);
        must(i == 0 || mkdir(target, 0700) == 0);
        must(folder_copy_all(source, target));
    }
}

/* False when the scene did not make so many calls. */
static bool play(const struct fault *fault, const char *house, int64_t n, uint64_t seed,
                 struct rounds *rounds)
{
    char root[PATH_BYTES];
    char left[PATH_BYTES];
    char last[PATH_BYTES];
    struct promises *promises = &shared->promises;
    process_folder(root, "root");
    process_folder(left, "left");
    process_folder(last, "last");
    copy_house(house, root);
    *promises = made;
    struct disk_plan plan = { .root = root,
                              .survivor = left,
                              .seed = seed,
                              .fails = fault->kind,
                              .fails_at = n,
                              .fails_with = fault->with,
                              .keeps_failing = fault->keeps_failing,
                              .hopes = fault->hopes };
    int status = process_run(&plan, live);
    struct disk_told told = shared->told;
    if (told.fired == 0) {
        return false;
    }
    bool has_ended = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DISK_LOST;
    bool has_refused = fault->may_refuse && promises->refused == 1;
    bool may_go_on = !fault->is_fatal || told.fired_on_folder || promises->is_closed || has_refused;
    bool ends_well = has_ended ? fault->is_fatal : status == 0 && may_go_on;
    if (ends_well && !promises->is_broken) {
        status = process_run(
            &(struct disk_plan){ .root = left, .survivor = last, .seed = seed + 1 }, look);
        ends_well = status == 0;
    }
    if (!ends_well || promises->is_broken) {
        printf("# call %lld: status %#x, %s\n", (long long)n, (unsigned)status,
               promises->is_broken ? promises->fault : "not the end that it should have");
        rounds->broken++;
    }
    rounds->count++;
    rounds->fired += told.fired;
    rounds->refused += promises->refused;
    rounds->closed += promises->is_closed;
    rounds->ended += has_ended;
    rounds->acked += promises->acked - made.acked;
    rounds->there += promises->unknown_there;
    return true;
}

void faults_run(struct shared *ours, int64_t every, uint64_t seed)
{
    char house[PATH_BYTES];
    char root[PATH_BYTES];
    shared = ours;
    process_folder(house, "house");
    process_folder(root, "root");
    shared->promises = (struct promises){ 0 };
    process_ok(process_run(&(struct disk_plan){ .root = root, .survivor = house, .seed = seed },
                           make_house) == 0,
               "a house with two reports and a photo");
    made = shared->promises;
    for (size_t i = 0; i < COUNT(faults); i++) {
        struct rounds rounds = { 0 };
        bool is_many = faults[i].kind == DISK_WRITE || faults[i].kind == DISK_READ;
        int64_t stride = is_many ? every : 1;
        int64_t n = 1 + (int64_t)(seed % (uint64_t)stride);
        while (play(&faults[i], house, n, seed + 10 * (uint64_t)n, &rounds)) {
            n += stride;
        }
        printf("# %lld rounds, fired %lld times: %lld refusals, %lld did not open, %lld ended; "
               "%lld acknowledged, %lld more were there\n",
               (long long)rounds.count, (long long)rounds.fired, (long long)rounds.refused,
               (long long)rounds.closed, (long long)rounds.ended, (long long)rounds.acked,
               (long long)rounds.there);
        process_ok((rounds.broken > 0) == faults[i].hopes && rounds.fired > 0 &&
                       (rounds.ended > 0) == faults[i].is_fatal,
                   "%s", faults[i].name);
    }
}
