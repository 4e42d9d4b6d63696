/* Cuts the power at random points under a house at work, again and again; then the controls, which lose. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cuts.h"

#include <dlfcn.h>
#include <sqlite3.h>

#include "process.h"

/* A house lives for some cuts: each process opens what the last cut left, holds it to every promise
 * that was ever given, works on, and loses power at a point that the seed draws, which may be in the
 * middle of opening. */
enum {
    CUTS_A_HOUSE = 12,
    STEPS = 40,
    CHANGES_MAX = 700,    /* most processes do more when they are let */
    BIRTH_CHANGES = 2800, /* making a house takes half of that */
    CONTROL_HOUSES_MAX = 400,
};

/* What is taken away, so that something must be lost. */
struct control {
    const char *name;
    const char *drops;
    bool is_normal;
    int cuts; /* of a house; names that were there before a cut are lost by no later one */
};
static const struct control controls[] = {
    { "synchronous = NORMAL", NULL, true, CUTS_A_HOUSE },
    { "no fsync of a photo's file", "files/", false, CUTS_A_HOUSE },
    { "no fsync of the photos' folder", "files", false, CUTS_A_HOUSE },
    { "no fsync of the anchor", "anchor/head", false, CUTS_A_HOUSE },
    { "no fsync of the anchor's folder", "anchor", false, 2 },
    { "no fsync of the data folder", ".", false, 2 },
};

struct totals {
    int64_t cuts;
    int64_t fired; /* cuts that found something on its way to the disk */
    int64_t acked;
    int64_t unknown;
    int64_t unknown_there;
    int64_t checks;
    int64_t photos;
    int64_t lost; /* houses that broke a promise */
    int64_t dropped;
    struct disk_told told;
};

static struct shared *shared;
static bool is_normal;

/* The program asks for FULL; a control gives it less. */
__attribute__((visibility("default"))) int sqlite3_exec(sqlite3 *db, const char *sql,
                                                        int (*visit)(void *, int, char **, char **),
                                                        void *context, char **ret_error)
{
    __typeof__(&sqlite3_exec) real =
        (__extension__(__typeof__(&sqlite3_exec)) dlsym(RTLD_NEXT, "sqlite3_exec"));
    char changed[4096];
    struct out out = out_fixed(changed, sizeof changed);
    struct str text = str_of(sql);
    size_t at = str_find(text, STR("synchronous = FULL"));
    if (is_normal && at < text.n) {
        out_str_raw(&out, str_slice(text, 0, at));
        out_lit(&out, "synchronous = NORMAL");
        out_str_raw(&out, str_slice(text, at + STR("synchronous = FULL").n, text.n));
        out_char(&out, '\0');
        sql = changed;
    }
    return real(db, sql, visit, context, ret_error);
}

/* --- one process of a house ------------------------------------------------------------------- */

/* False when it broke a promise. */
static bool step(struct guest *guest)
{
    static const char *const folds[] = { "PRAGMA wal_checkpoint(PASSIVE)",
                                         "PRAGMA wal_checkpoint(RESTART)",
                                         "PRAGMA wal_checkpoint(TRUNCATE)" };
    static const char *const photos[] = { "fuzz/corpus/picture/turned.jpg",
                                          "fuzz/corpus/picture/plain.png" };
    unsigned chance = (unsigned)(disk_draw(&guest->randomness) % 100);
    if (chance < 6) {
        guest_close(guest);
        return guest_open(guest);
    }
    if (chance < 18) {
        guest_fold(guest, folds[disk_draw(&guest->randomness) % COUNT(folds)]);
        return true;
    }
    if (chance < 36 && guest->promises->photo_count < 24) {
        (void)guest_add_photo(guest, photos[disk_draw(&guest->randomness) % COUNT(photos)]);
        return !guest->promises->is_broken;
    }
    if (guest->promises->report_count < REPORTS_MAX - 8) {
        (void)guest_send(guest, 1 + disk_draw(&guest->randomness) % 8);
    }
    return true;
}

static bool live(struct guest *guest)
{
    char csv[PATH_BYTES];
    if (!guest_verify_anchor(guest) || !guest_open(guest)) {
        return false;
    }
    if (!guest->promises->is_born) {
        process_units(csv);
        if (!guest_import(guest, csv)) {
            return false;
        }
        guest_close(guest);
        guest->promises->is_born = true;
        if (!guest_open(guest)) {
            return false;
        }
    }
    if (!guest_verify(guest)) {
        return false;
    }
    for (int i = 0; i < STEPS; i++) {
        if (!step(guest)) {
            return false;
        }
    }
    return true;
}

/* --- a house ---------------------------------------------------------------------------------- */

static void add(struct totals *totals, const struct disk_told *told)
{
    totals->cuts++;
    totals->fired += told->pending + told->pending_names > 0;
    totals->dropped += told->fired;
    totals->told.pending += told->pending;
    totals->told.pending_names += told->pending_names;
    totals->told.lost_sectors += told->lost_sectors;
    totals->told.kept_sectors += told->kept_sectors;
    totals->told.lost_names += told->lost_names;
    totals->told.torn += told->torn;
}

/* False when a promise was broken. */
static bool live_through(uint64_t seed, int cuts, const struct control *control,
                         struct totals *totals)
{
    char now[PATH_BYTES];
    char next[PATH_BYTES];
    uint64_t draw = seed;
    struct promises *promises = &shared->promises;
    *promises = (struct promises){ 0 };
    process_folder(now, "0");
    for (int i = 0; i < cuts && !promises->is_broken; i++) {
        process_folder(next, i % 2 ? "0" : "1");
        struct disk_plan plan = {
            .root = now,
            .survivor = next,
            .seed = disk_draw(&draw),
            .cut_at =
                1 + (int64_t)(disk_draw(&draw) % (promises->is_born ? CHANGES_MAX : BIRTH_CHANGES)),
            .cuts_at_name = disk_draw(&draw) % 4 == 0,
            .drops = control ? control->drops : NULL,
        };
        int status = process_run(&plan, live);
        if (!shared->told.was_cut && !promises->is_broken) {
            (void)snprintf(promises->fault, sizeof promises->fault, "the process ended with %#x",
                           (unsigned)status);
            promises->is_broken = true;
        }
        add(totals, &shared->told);
        (void)snprintf(now, sizeof now, "%s", next);
        if (!promises->is_born) {
            process_folder(now, i % 2 ? "0" : "1"); /* nobody was told that it is there */
        }
    }
    totals->acked += promises->acked;
    totals->unknown += promises->unknown;
    totals->unknown_there += promises->unknown_there;
    totals->checks += promises->checks;
    totals->photos += (int64_t)promises->photo_count;
    totals->lost += promises->is_broken;
    return !promises->is_broken;
}

static void tell(const struct totals *totals)
{
    printf("# %lld cuts, %lld of them with something on its way: %lld writes (%lld torn; %lld "
           "sectors kept, %lld lost), %lld names (%lld lost)\n",
           (long long)totals->cuts, (long long)totals->fired, (long long)totals->told.pending,
           (long long)totals->told.torn, (long long)totals->told.kept_sectors,
           (long long)totals->told.lost_sectors, (long long)totals->told.pending_names,
           (long long)totals->told.lost_names);
    printf("# %lld acknowledged, %lld photos among them; %lld without an answer, of which %lld "
           "were there; read again %lld times; %lld lost\n",
           (long long)totals->acked, (long long)totals->photos, (long long)totals->unknown,
           (long long)totals->unknown_there, (long long)totals->checks, (long long)totals->lost);
}

/* --- the tests -------------------------------------------------------------------------------- */

static bool loses(const struct control *control, uint64_t seed)
{
    struct totals totals = { 0 };
    is_normal = control->is_normal;
    for (uint64_t i = 0; i < CONTROL_HOUSES_MAX && totals.lost == 0; i++) {
        (void)live_through(seed + i, control->cuts, control, &totals);
    }
    is_normal = false;
    printf("# %s: %lld cuts, %lld syncs dropped: %s\n", control->name, (long long)totals.cuts,
           (long long)totals.dropped, totals.lost ? shared->promises.fault : "nothing lost");
    return totals.lost > 0 && (!control->drops || totals.dropped > 0);
}

void cuts_run(struct shared *ours, int64_t cuts, uint64_t seed)
{
    struct totals totals = { 0 };
    shared = ours;
    for (uint64_t house = 0; totals.cuts < cuts; house++) {
        if (!live_through(seed + house, CUTS_A_HOUSE, NULL, &totals)) {
            printf("# --seed %llu --cuts 1: %s\n", (unsigned long long)seed + house,
                   shared->promises.fault);
        }
    }
    tell(&totals);
    process_ok(totals.lost == 0, "what was acknowledged survives each of %lld power cuts",
               (long long)totals.cuts);
    if (cuts == 1) {
        return;
    }
    process_ok(totals.fired > totals.cuts / 2 && totals.told.torn > 0 &&
                   totals.told.lost_names > 0 && totals.photos > 0,
               "most cuts found writes, torn ones, names and photos on their way");
    for (size_t i = 0; i < COUNT(controls); i++) {
        process_ok(loses(&controls[i], seed), "control: %s loses", controls[i].name);
    }
}
