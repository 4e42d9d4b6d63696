/* For `kheo check`: what is counted for units, by state and by month, against what happened. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdlib.h>

#include "mod/feedback/check.h"

/* Before every row: 0 would be no id at all, which compares with nothing. */
enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

struct figures {
    struct report_month_page_row *months; /* by unit and month */
    size_t count;
};

static int compare_months(const void *a, const void *b);

/* --- by month --------------------------------------------------------------------------------- */

struct figures *figures_open(struct conn *conn)
{
    struct report_month_rows_row rows = { 0 };
    struct figures *figures = new(conn->arena, struct figures, 1);
    report_month_rows(conn, &rows);
    figures->months = new(conn->arena, struct report_month_page_row, (size_t)rows.n);
    struct report_month_page after = { .after_unit = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS && figures->count < (size_t)rows.n) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct report_month_page_rows page = report_month_page(conn, &after);
        page_count = page.count;
        for (size_t i = 0; i < page.count && figures->count < (size_t)rows.n; i++) {
            figures->months[figures->count++] = page.rows[i];
            after.after_unit = page.rows[i].unit_id;
            after.after_month = page.rows[i].month;
        }
        arena_undo(conn->arena, mark);
    }
    return figures;
}

bool figures_take(struct figures *figures, const struct report_month_add *added)
{
    const struct report_month_page_row key = { .unit_id = added->unit_id, .month = added->month };
    struct report_month_page_row *month =
        bsearch(&key, figures->months, figures->count, sizeof key, compare_months);
    if (month) {
        month->received -= added->received;
        month->answered -= added->answered;
        month->late -= added->late;
        month->refused -= added->refused;
        month->bounced -= added->bounced;
        month->reopened -= added->reopened;
        month->rated -= added->rated;
        month->rating_sum -= added->rating_sum;
    }
    return month != NULL;
}

void figures_check(const struct figures *figures, struct check *check)
{
    for (size_t i = 0; i < figures->count; i++) {
        const struct report_month_page_row *month = &figures->months[i];
        const struct {
            const char *column;
            int64_t left;
        } columns[] = {
            { "received", month->received }, { "answered", month->answered },
            { "late", month->late },         { "refused", month->refused },
            { "bounced", month->bounced },   { "reopened", month->reopened },
            { "rated", month->rated },       { "rating_sum", month->rating_sum },
        };
        for (size_t k = 0; k < COUNT(columns); k++) {
            if (columns[k].left != 0) {
                check_fault(check,
                            "report_month (%lld, %lld): cột %s ghi lệch %lld so với các việc",
                            (long long)month->unit_id.v, (long long)month->month, columns[k].column,
                            (long long)columns[k].left);
            }
        }
    }
    check->row_count += (int64_t)figures->count;
}

static int compare_months(const void *a, const void *b)
{
    const struct report_month_page_row *left = a;
    const struct report_month_page_row *right = b;
    int by_unit = (left->unit_id.v > right->unit_id.v) - (left->unit_id.v < right->unit_id.v);
    return by_unit ? by_unit : (left->month > right->month) - (left->month < right->month);
}

/* --- by state --------------------------------------------------------------------------------- */

void check_counts(struct conn *conn, struct check *check, int64_t reports)
{
    struct report_count_page after = { .after_unit = { BEFORE_ALL },
                                       .after_state = STR(""),
                                       .limit = PAGE_ROWS };
    int64_t sum = 0;
    size_t page_count = PAGE_ROWS;
    while (page_count == PAGE_ROWS) {
        struct report_count_page_rows page = report_count_page(conn, &after);
        page_count = page.count;
        for (size_t i = 0; i < page.count; i++) {
            const struct report_count_page_row *kept = &page.rows[i];
            struct report_count_really_row really = { 0 };
            report_count_really(
                conn,
                &(struct report_count_really){ .unit_id = kept->unit_id, .state = kept->state },
                &really);
            if (kept->n != really.n) {
                check_fault(check, "report_count (%lld, %.*s): ghi %lld, đếm được %lld",
                            (long long)kept->unit_id.v, STR_ARG(kept->state), (long long)kept->n,
                            (long long)really.n);
            }
            sum += really.n;
            after.after_unit = kept->unit_id;
            after.after_state = kept->state;
        }
        check->row_count += (int64_t)page.count;
    }
    if (sum != reports) {
        check_fault(check, "report_count: các dòng chỉ đếm %lld hồ sơ, kho có %lld", (long long)sum,
                    (long long)reports);
    }
}
