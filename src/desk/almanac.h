/* The working calendar in force: what a service keeps, and every room counts with. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_ALMANAC_H
#define DESK_ALMANAC_H

#include "base/field.h"
#include "base/id.h"
#include "law/calendar.h"
#include "store/store.h"

struct deed;
struct desk;

/* The country's days with what an administrator decided over them, and the calendars of units whose
 * office hours are others (docs/decisions/0014-calendar.md). Rules get a `const struct calendar *`
 * as an argument, from one of three doors:
 *
 *     deed_calendar(deed, ID_OF(unit))              inside apply(): as the transaction has it
 *     visit_calendar(v, ID_OF(unit))                in a page (web/visit.h): as its snapshot has it
 *     desk_calendar(desk, conn, 0, ID_OF(unit))     in a tick, which decides nothing by itself
 *
 * What they give lives as long as the connection's arena. Counting the same with a const of the
 * program instead is right for programs without a store only. */
struct almanac_unit {
    struct id unit;
    struct calendar calendar;
};
struct almanac {
    int64_t revision; /* grows with every change; 0: nothing was ever changed */
    const struct calendar *country;
    const struct almanac_unit *units; /* by id, ascending */
    size_t unit_count;
};

/* One service answers for all, like `holds` (desk.h): reads the almanac into the connection's
 * arena. False, and *ret untouched, when it still is that of revision `have` (-1: of none), or the
 * connection failed. */
typedef bool almanac_fn(struct conn *conn, int64_t have, struct almanac *ret);

/* The calendar of that unit; without other hours, or for unit 0, the country's. */
const struct calendar *almanac_calendar(const struct almanac *almanac, struct id unit);

/* The process holds one almanac in memory, so that this costs no query, but for the first time
 * after another server committed. `known` is what desk_commits() said before the connection's
 * snapshot began: what is given is not older. 0: any will do. */
const struct calendar *desk_calendar(struct desk *desk, struct conn *conn, uint64_t known,
                                     struct id unit);
const struct calendar *deed_calendar(struct deed *deed, struct id unit);
/* Inside the apply() that wrote another day or other hours. What comes in the same batch counts
 * with them, all others once the batch is committed. */
void deed_almanac_changed(struct deed *deed);

/* The fact by which that service says what changed, once a command: the days from `from` up to and
 * including `until` may count otherwise now, or, when `unit` names one, the hours of that unit and
 * of those below it. Whoever keeps due dates hears it and counts the open ones again, whose time
 * runs on one of these days: not at once, for there may be ten thousand, but in pieces by its tick
 * (mod/feedback/recount.h and case/recount.h do it, and say how). */
#define ALMANAC_CHANGED "calendar.changed"
struct almanac_change {
    struct day from;
    struct day until;
    struct id unit; /* 0: of all */
    struct str unit_code;
    struct str reason; /* of whoever changed it, for the events that follow */
};
extern const struct record almanac_change_record;

/* A change that came before the first paper was counted for one that waits: as one, so that each
 * paper gets one letter for all days of an import or of an administrator's morning. Each reason
 * stands once, as far as there is room. Both are of all units. */
struct almanac_change almanac_changes_joined(struct arena *arena, struct almanac_change waiting,
                                             struct almanac_change next);
/* "Lịch làm việc đổi: Bão số 1.", for the events. */
struct str almanac_change_words(struct arena *arena, struct str reason);

#endif
