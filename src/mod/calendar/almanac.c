/* The calendar in force: the program's days with all that was decided laid over them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "base/must.h"
#include "mod/calendar/commands.h"
#include "mod/calendar/words.h"

static struct calendar country_of(struct conn *conn);
static struct day decided_to(struct conn *conn);
static const struct almanac_unit *units_of(struct conn *conn, const struct calendar *country,
                                           size_t *ret_count);

bool calendar_almanac(struct conn *conn, int64_t have, struct almanac *ret)
{
    struct calendar_revision_get_row row = { .revision = 0 };
    calendar_revision_get(conn, &row);
    if (conn->failed || row.revision == have) {
        return false;
    }
    struct calendar *country = new(conn->arena, struct calendar, 1);
    *country = country_of(conn);
    struct almanac almanac = { .revision = row.revision, .country = country };
    almanac.units = units_of(conn, country, &almanac.unit_count);
    if (conn->failed) {
        return false;
    }
    *ret = almanac;
    return true;
}

static struct calendar country_of(struct conn *conn)
{
    struct calendar_days_rows rows = calendar_days(conn);
    struct special_day *days = new(conn->arena, struct special_day, rows.count);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct calendar_days_row *row = &rows.rows[i];
        struct special_day *day = &days[count];
        if (day_kind_read(row->kind, &day->kind)) {
            day->day = row->day;
            day->name = str_z(conn->arena, row->name);
            day->decision = decision_text(conn->arena, row->decision, row->decided_on);
            count++;
        }
    }
    struct calendar country = calendar_overlay(&CALENDAR_VIETNAM, days, count, conn->arena);
    country.decided_to = decided_to(conn);
    return country;
}

/* Year by year: behind one that is not decided, none is. */
static struct day decided_to(struct conn *conn)
{
    struct calendar_years_rows rows = calendar_years(conn);
    struct day last = CALENDAR_VIETNAM.decided_to;
    for (size_t i = 0; i < rows.count; i++) {
        struct day first = day_of((int)rows.rows[i].year, 1, 1);
        if (day_compare(first, day_after(last)) == 0) {
            last = day_of((int)rows.rows[i].year, 12, 31);
        }
    }
    return last;
}

/* The nearest unit above it that has hours gives them; rows come in that order. */
static const struct almanac_unit *units_of(struct conn *conn, const struct calendar *country,
                                           size_t *ret_count)
{
    struct calendar_hours_reaching_rows rows = calendar_hours_reaching(conn);
    struct almanac_unit *units = new(conn->arena, struct almanac_unit, rows.count);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct calendar_hours_reaching_row *row = &rows.rows[i];
        struct almanac_unit unit = { ID_OF(row->unit_id), *country };
        bool is_nearest = count == 0 || !ID_IS(units[count - 1].unit, ID_OF(row->unit_id));
        if (is_nearest && hours_read(row->hours, unit.calendar.hours)) {
            units[count++] = unit;
        }
    }
    *ret_count = count;
    return units;
}

void calendar_changed(struct deed *deed)
{
    calendar_revision_next(deed->tx);
    deed_almanac_changed(deed);
}

/* A unit that comes below one with hours of its own gets them too. */
void calendar_unit_moved(struct deed *deed, const struct heard *heard)
{
    (void)heard;
    struct calendar_hours_any_row any;
    if (calendar_hours_any(&deed->tx->conn, &any)) {
        calendar_changed(deed);
    }
}
