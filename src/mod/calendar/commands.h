/* Commands and facts of the working calendar, as the other files and the ledger see them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CALENDAR_COMMANDS_H
#define CALENDAR_COMMANDS_H

#include "desk/desk.h"
#include "mod/calendar/rules.h"
#include "sql/calendar.h"

/* Days and years: over a unit at the top. Hours: over the unit that they are of. */
#define POWER_CALENDAR "calendar.manage"

struct day_set {
    struct day day;
    struct str kind; /* day_kind_words */
    struct str name;
    struct str decision;
    struct day decided_on;
    struct str reason;
};
struct day_clear {
    struct day day;
    struct str reason;
};
/* Days of an import that were ticked: day_rows_read() reads them. */
struct days_take {
    struct str rows;
    struct str decision;
    struct day decided_on;
    struct str reason;
};
struct year_decide {
    int64_t year;
    struct str decision;
    struct day decided_on;
    struct str reason;
};
/* Empty hours: those of the unit above, or the usual ones, again. */
struct hours_set {
    struct str unit; /* code */
    struct str hours;
    struct str decision;
    struct day decided_on;
    struct str reason;
};

enum {
    COMMAND_DAY_SET,
    COMMAND_DAY_CLEAR,
    COMMAND_DAYS_TAKE,
    COMMAND_YEAR_DECIDE,
    COMMAND_HOURS_SET,
    COMMAND_COUNT
};
extern const struct command calendar_commands[COMMAND_COUNT];

enum {
    FACT_DAY_SET,
    FACT_DAY_CLEARED,
    FACT_YEAR_DECIDED,
    FACT_HOURS_SET,
    FACT_CHANGED,
    FACT_COUNT
};
extern const struct fact calendar_facts[FACT_COUNT];

/* What a leaf says of a day: as it is now, as it was before, why, and who decided it here. Of a day
 * that was cleared, `kind` is what it is then by the program, without name and decision. */
struct day_says {
    struct day day;
    struct str kind;
    struct str name;
    struct str decision;
    struct day decided_on;
    struct str was_kind;
    struct str was_name;
    struct str was_decision;
    struct str reason;
    struct person_id by;
};
struct year_says {
    int64_t year;
    struct str decision;
    struct day decided_on;
    struct str reason;
    struct person_id by;
};
struct hours_says {
    struct str unit;
    struct str hours;
    struct str decision;
    struct day decided_on;
    struct str was_hours;
    struct str reason;
    struct person_id by;
};

/* rows.c: days of an import, a line each: "2027-02-05 holiday Tết Nguyên đán". The decision is the
 * same for all. What could not be read is told by its line, and nothing is to be had then. */
struct day_rows {
    const struct day_row *rows;
    size_t count;
    size_t bad_line; /* 0: all could be read */
};
struct day_rows day_rows_read(struct arena *arena, struct str text, struct str decision,
                              struct day decided_on);
void day_row_write(struct out *out, const struct day_row *row);

/* almanac.c: the desk's question (desk/almanac.h); and units that come below others with hours. */
almanac_fn calendar_almanac;
void calendar_unit_moved(struct deed *deed, const struct heard *heard);
/* Another revision, for the rest of this batch and all that come. */
void calendar_changed(struct deed *deed);

#endif
