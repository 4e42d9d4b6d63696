/* The clock of a report: its category's term, its pauses and its extension. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"

/* Pauses from before a reopening belong to the clock that ended then. */
static struct pause *pauses_of(struct conn *conn, const struct report_get_row *report,
                               size_t *ret_count);

struct verdict report_due(struct conn *conn, const struct report_get_row *report,
                          const struct calendar *calendar, struct due *ret_due)
{
    struct category_get_row category;
    category_get(conn, &(struct category_get){ .id = report->category_id }, &category);
    struct term *term = new(conn->arena, struct term, 1);
    const struct category_limit base = { category.respond_unit, category.respond_amount,
                                         category.extend_max, category.basis };
    struct day anchor = instant_day(report->anchor_at);
    struct category_limit limit = category_limit_on(conn, category.id, base, anchor);
    struct verdict verdict = category_term(&limit, anchor, term);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct extension extension = { .amount = (int32_t)report->extended };
    struct clock clock = {
        .anchor = report->anchor_at,
        .extensions = &extension,
        .extension_count = report->extended > 0,
    };
    clock.pauses = pauses_of(conn, report, &clock.pause_count);
    return term_compute(term, calendar, &clock, conn->arena, ret_due);
}

struct category_limit category_limit_on(struct conn *conn, struct category_id id,
                                        struct category_limit base, struct day day)
{
    struct category_deadline_on_row row;
    if (!category_deadline_on(conn, &(struct category_deadline_on){ .category_id = id, .day = day },
                              &row)) {
        return base;
    }
    return (struct category_limit){ base.respond_unit, row.respond_amount, row.extend_max,
                                    row.basis };
}

static struct pause *pauses_of(struct conn *conn, const struct report_get_row *report,
                               size_t *ret_count)
{
    struct report_pauses_rows rows =
        report_pauses(conn, &(struct report_pauses){ .report_id = report->id });
    struct pause *pauses = new(conn->arena, struct pause, rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.rows[i].from_at.s >= report->anchor_at.s) {
            pauses[count++] = (struct pause){ .from = rows.rows[i].from_at,
                                              .to = rows.rows[i].to_at,
                                              .reason = rows.rows[i].reason };
        }
    }
    *ret_count = count;
    return pauses;
}

int64_t month_of(struct day day)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(day, &year, &month, &day_of_month);
    return year * 100 + month;
}
