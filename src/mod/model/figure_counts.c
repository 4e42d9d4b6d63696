/* What a model adds to the figures, written down after each act, and counted anew by the clock. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/figures.h"

#include "desk/audit.h"

struct count_form {
    struct model_id model;
};
static const struct field count_fields[] = { FIELD(struct count_form, model) };
const struct record model_count_record = RECORD("model.count", struct count_form, count_fields);

static bool is_among(const struct model_count *counts, size_t count,
                     const struct model_counted_of_row *row);
static bool was_counted(const struct model_counted_of_rows *rows, const struct model_count *count);
static void tally(struct deed *deed, int64_t year, struct unit_id unit, struct str figure,
                  int64_t n);

void model_count_again(struct deed *deed, struct model_id model)
{
    struct conn *conn = &deed->tx->conn;
    struct model_get_row row;
    const struct model_count *counts;
    size_t count;
    if (!model_get(conn, &(struct model_get){ .id = model }, &row) ||
        !model_counts_now(conn, model, &counts, &count)) {
        return;
    }
    struct model_counted_of_rows before =
        model_counted_of(conn, &(struct model_counted_of){ .model_id = model });
    for (size_t i = 0; i < before.count; i++) {
        const struct model_counted_of_row *old = &before.rows[i];
        if (!is_among(counts, count, old)) {
            model_counted_delete(deed->tx, &(struct model_counted_delete){ .model_id = model,
                                                                           .year = old->year,
                                                                           .figure = old->figure });
            tally(deed, old->year, old->unit_id, old->figure, -old->n);
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct str figure = str_of(model_figures[counts[i].figure].word);
        if (!was_counted(&before, &counts[i])) {
            model_counted_insert(deed->tx, &(struct model_counted_insert){ .model_id = model,
                                                                           .year = counts[i].year,
                                                                           .figure = figure,
                                                                           .unit_id = row.unit_id,
                                                                           .n = counts[i].n });
            tally(deed, counts[i].year, row.unit_id, figure, counts[i].n);
        }
    }
    model_set_counted(deed->tx, &(struct model_set_counted){ .id = model });
}

bool model_counts_now(struct conn *conn, struct model_id model, const struct model_count **ret,
                      size_t *ret_count)
{
    struct model_get_row row;
    struct model_stopped_row stopped;
    if (!model_get(conn, &(struct model_get){ .id = model }, &row)) {
        return false;
    }
    struct model_known known = { .model = &row };
    if (model_stopped(conn, &(struct model_stopped){ .model_id = model }, &stopped)) {
        known.stopped_at = stopped.at;
    }
    known.entries = model_entry_facts(conn, &(struct model_entry_facts){ .model_id = model });
    known.verified =
        model_first_verified(conn, &(struct model_first_verified){ .model_id = model });
    *ret = model_counts_of(conn->arena, &known, ret_count);
    return !conn->failed;
}

/* A model of whose unit nothing else is known keeps its unit: no act moves it once it is listed. */
static bool is_among(const struct model_count *counts, size_t count,
                     const struct model_counted_of_row *row)
{
    for (size_t i = 0; i < count; i++) {
        if (counts[i].year == row->year && counts[i].n == row->n &&
            str_equal(str_of(model_figures[counts[i].figure].word), row->figure)) {
            return true;
        }
    }
    return false;
}

static bool was_counted(const struct model_counted_of_rows *rows, const struct model_count *count)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (is_among(count, 1, &rows->rows[i])) {
            return true;
        }
    }
    return false;
}

static void tally(struct deed *deed, int64_t year, struct unit_id unit, struct str figure,
                  int64_t n)
{
    model_tally_add(deed->tx, &(struct model_tally_add){
                                  .year = year, .unit_id = unit, .figure = figure, .n = n });
}

/* --- those from before there were figures ----------------------------------------------------- */

struct verdict model_apply_count(struct deed *deed, const void *args, struct answer *ret)
{
    const struct count_form *form = args;
    model_count_again(deed, form->model);
    ret->subject = ID_OF(form->model);
    return VERDICT_OK;
}

void model_count_waiting(struct snap *snap, struct desk *desk, struct instant now)
{
    struct model_uncounted_rows waiting = model_uncounted(&snap->conn);
    (void)now;
    for (size_t i = 0; i < waiting.count; i++) {
        desk_do_by_clock(desk, snap, &model_commands[COMMAND_COUNT_FIGURES],
                         &(struct count_form){ .model = waiting.rows[i].id });
    }
}

/* --- for `kheo check` ------------------------------------------------------------------------- */

enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };

static void check_model(struct conn *conn, struct check *check, struct model_id model)
{
    const struct model_count *counts;
    size_t count;
    struct model_counted_of_rows rows =
        model_counted_of(conn, &(struct model_counted_of){ .model_id = model });
    bool is_so = model_counts_now(conn, model, &counts, &count) && count == rows.count;
    for (size_t i = 0; i < rows.count && is_so; i++) {
        is_so = is_among(counts, count, &rows.rows[i]);
    }
    check->row_count += (int64_t)rows.count;
    if (!is_so) {
        check_fault(check, "model_counted %lld: khác với các dòng của mô hình", (long long)model.v);
    }
}

static void check_models(struct conn *conn, struct check *check)
{
    struct model_counted_ids wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_counted_ids_rows page = model_counted_ids(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            wanted.after = page.rows[i].id;
            check_model(conn, check, page.rows[i].id);
        }
        arena_undo(conn->arena, mark);
    }
}

static void check_sums(struct conn *conn, struct check *check)
{
    struct model_tally_check wanted = { .after_figure = STR(""), .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct model_tally_check_rows page = model_tally_check(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_tally_check_row *row = &page.rows[i];
            wanted.after_year = row->year;
            wanted.after_unit = row->unit_id;
            wanted.after_figure = row->figure;
            check->row_count++;
            if (row->n != row->n_is) {
                check_fault(check, "model_tally %lld, đơn vị %lld: tổng khác với các dòng",
                            (long long)row->year, (long long)row->unit_id.v);
            }
        }
    }
}

void model_figures_check(struct snap *snap, struct check *check)
{
    struct model_tally_missing_row missing;
    check_models(&snap->conn, check);
    check_sums(&snap->conn, check);
    if (model_tally_missing(&snap->conn, &missing)) {
        check_fault(check, "model_counted %lld: không có trong tổng nào",
                    (long long)missing.model_id.v);
    }
}
