/* The almanac in memory: one for the process, lent by count, exchanged with the commit. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/desk_private.h"

#include <stdlib.h>

#include "base/must.h"

/* A thousand days and the hours of a country's communes are a few hundred kilobytes; only what is
 * written costs memory. */
enum { ALMANAC_ARENA_BYTES = 16 << 20, NEVER_READ = -1, REASON_BYTES_MAX = 2000 };

/* Freed by whoever gives it back last: the shelf is one of the holders. */
struct held_almanac {
    atomic_uint holders;
    struct arena *arena;
    struct almanac almanac;
};

/* When nobody keeps one. */
static const struct almanac country = { .country = &CALENDAR_VIETNAM };

static almanac_fn *reader_of(const struct desk *desk);
static const struct almanac *almanac_for(struct desk *desk, struct conn *conn, uint64_t known);
static const struct almanac *read_into(struct conn *conn, almanac_fn *read, int64_t have);
static struct held_almanac *hold(struct desk *desk, uint64_t known, bool *ret_is_known);
static void note_known(struct desk *desk, const struct held_almanac *held, uint64_t known);
static void put_on_shelf(struct desk *desk, struct held_almanac *held, uint64_t known);
static struct held_almanac *copy_of(const struct almanac *almanac);
static void let_go(void *held);

static const struct field change_fields[] = {
    FIELD(struct almanac_change, from),   FIELD(struct almanac_change, until),
    FIELD(struct almanac_change, unit),   FIELD(struct almanac_change, unit_code),
    FIELD(struct almanac_change, reason),
};
const struct record almanac_change_record =
    RECORD("almanac_change", struct almanac_change, change_fields);

struct almanac_change almanac_changes_joined(struct arena *arena, struct almanac_change waiting,
                                             struct almanac_change next)
{
    struct almanac_change joined = waiting;
    struct str both =
        str_printf(arena, "%.*s; %.*s", STR_ARG(waiting.reason), STR_ARG(next.reason));
    bool is_said = str_find(waiting.reason, next.reason) < waiting.reason.n;
    joined.from = day_compare(next.from, waiting.from) < 0 ? next.from : waiting.from;
    joined.until = day_compare(next.until, waiting.until) > 0 ? next.until : waiting.until;
    joined.reason = is_said || both.n > REASON_BYTES_MAX ? waiting.reason : both;
    return joined;
}

struct str almanac_change_words(struct arena *arena, struct str reason)
{
    struct str said = str_ends(reason, STR(".")) ? str_slice(reason, 0, reason.n - 1) : reason;
    return str_printf(arena, "Lịch làm việc đổi: %.*s.", STR_ARG(said));
}

const struct calendar *almanac_calendar(const struct almanac *almanac, struct id unit)
{
    size_t low = 0;
    size_t high = unit.v ? almanac->unit_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct almanac_unit *row = &almanac->units[middle];
        if (ID_IS(row->unit, unit)) {
            return &row->calendar;
        }
        if (row->unit.v < unit.v) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return almanac->country;
}

const struct calendar *desk_calendar(struct desk *desk, struct conn *conn, uint64_t known,
                                     struct id unit)
{
    return almanac_calendar(almanac_for(desk, conn, known), unit);
}

/* While a batch that changes it is not committed, nobody else may see what it says, and the command
 * that changed it may yet be undone: so each of its commands reads for itself. That is a batch a
 * month. */
const struct calendar *deed_calendar(struct deed *deed, struct id unit)
{
    struct desk *desk = deed->desk;
    almanac_fn *read = reader_of(desk);
    if (read && desk->batch.almanac_changed) {
        return almanac_calendar(read_into(&deed->tx->conn, read, NEVER_READ), unit);
    }
    return desk_calendar(desk, &deed->tx->conn, desk_commits(desk), unit);
}

void deed_almanac_changed(struct deed *deed)
{
    deed->desk->batch.almanac_changed = true;
}

void almanac_open(struct desk *desk, struct conn *conn)
{
    (void)almanac_for(desk, conn, desk_commits(desk));
}

void almanac_close(struct desk *desk)
{
    put_on_shelf(desk, NULL, 0);
    pthread_mutex_destroy(&desk->almanac_lock);
}

/* What the batch made of it, still inside its transaction. NULL: no memory; then it is read again
 * by those who need it. */
struct held_almanac *almanac_of_batch(struct desk *desk, struct conn *conn)
{
    almanac_fn *read = reader_of(desk);
    return read && desk->batch.almanac_changed ? copy_of(read_into(conn, read, NEVER_READ)) : NULL;
}

/* A commit of ours that did not change it leaves it as well known as it was. */
void almanac_committed(struct desk *desk, struct held_almanac *next, bool is_changed)
{
    uint64_t commits = desk_commits(desk);
    if (is_changed) {
        put_on_shelf(desk, next, commits + 1);
        return;
    }
    pthread_mutex_lock(&desk->almanac_lock);
    desk->almanac_known += desk->almanac && desk->almanac_known == commits;
    pthread_mutex_unlock(&desk->almanac_lock);
}

void almanac_in_doubt(struct desk *desk, struct held_almanac *next)
{
    if (next) {
        let_go(next);
    }
    put_on_shelf(desk, NULL, 0);
}

/* --- the shelf -------------------------------------------------------------------------------- */

static almanac_fn *reader_of(const struct desk *desk)
{
    const struct desk_settings *settings = &desk->settings;
    for (size_t i = 0; i < settings->service_count; i++) {
        if (settings->services[i].almanac) {
            return settings->services[i].almanac;
        }
    }
    return NULL;
}

static const struct almanac *almanac_for(struct desk *desk, struct conn *conn, uint64_t known)
{
    almanac_fn *read = reader_of(desk);
    bool is_known = false;
    struct held_almanac *held = read ? hold(desk, known, &is_known) : NULL;
    if (held) {
        arena_defer(conn->arena, let_go, held);
    }
    if (!read || is_known) {
        return read ? &held->almanac : &country;
    }
    const struct almanac *fresh = read_into(conn, read, held ? held->almanac.revision : NEVER_READ);
    if (fresh == &country && held) {
        note_known(desk, held, conn->failed ? 0 : known);
        return &held->almanac;
    }
    struct held_almanac *copy = conn->failed ? NULL : copy_of(fresh);
    if (copy) {
        put_on_shelf(desk, copy, known);
    }
    return fresh;
}

/* The constant one when there is nothing new, or nothing could be read: then the page or the
 * command fails for that reason. */
static const struct almanac *read_into(struct conn *conn, almanac_fn *read, int64_t have)
{
    struct almanac *fresh = new(conn->arena, struct almanac, 1);
    return read(conn, have, fresh) ? fresh : &country;
}

static struct held_almanac *hold(struct desk *desk, uint64_t known, bool *ret_is_known)
{
    pthread_mutex_lock(&desk->almanac_lock);
    struct held_almanac *held = desk->almanac;
    if (held) {
        atomic_fetch_add(&held->holders, 1);
    }
    *ret_is_known = held && desk->almanac_known >= known;
    pthread_mutex_unlock(&desk->almanac_lock);
    return held;
}

static void note_known(struct desk *desk, const struct held_almanac *held, uint64_t known)
{
    pthread_mutex_lock(&desk->almanac_lock);
    if (desk->almanac == held && desk->almanac_known < known) {
        desk->almanac_known = known;
    }
    pthread_mutex_unlock(&desk->almanac_lock);
}

/* An older one never takes the place of a newer one, whoever was faster. */
static void put_on_shelf(struct desk *desk, struct held_almanac *held, uint64_t known)
{
    pthread_mutex_lock(&desk->almanac_lock);
    struct held_almanac *gone = desk->almanac;
    bool is_older = held && gone && desk->almanac_known > known;
    if (is_older) {
        gone = held;
    } else {
        desk->almanac = held;
        desk->almanac_known = known;
    }
    pthread_mutex_unlock(&desk->almanac_lock);
    if (gone) {
        let_go(gone);
    }
}

static struct held_almanac *copy_of(const struct almanac *almanac)
{
    struct arena *arena = arena_create(ALMANAC_ARENA_BYTES);
    jmp_buf boundary;
    if (!arena || arena_guard(arena, &boundary)) {
        arena_destroy(arena);
        return NULL;
    }
    struct held_almanac *held = new(arena, struct held_almanac, 1);
    struct calendar *days = new(arena, struct calendar, 1);
    struct almanac_unit *units = new(arena, struct almanac_unit, almanac->unit_count);
    *days = calendar_copy(almanac->country, arena);
    for (size_t i = 0; i < almanac->unit_count; i++) {
        units[i] = (struct almanac_unit){ almanac->units[i].unit, *days };
        for (size_t k = 0; k < OFFICE_INTERVALS_MAX; k++) {
            units[i].calendar.hours[k] = almanac->units[i].calendar.hours[k];
        }
    }
    *held = (struct held_almanac){
        .arena = arena,
        .almanac = { almanac->revision, days, units, almanac->unit_count },
    };
    atomic_init(&held->holders, 1);
    return held;
}

static void let_go(void *context)
{
    struct held_almanac *held = context;
    if (atomic_fetch_sub(&held->holders, 1) == 1) {
        arena_destroy(held->arena);
    }
}
