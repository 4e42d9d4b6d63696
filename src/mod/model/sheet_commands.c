/* The sheet in force, and the command that sets one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/sheet.h"

#include "base/must.h"
#include "text/tongue.h"

#define FORM(member, ...) FIELD(struct model_sheet_form, member, __VA_ARGS__)
static const struct field set_fields[] = {
    FORM(unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20, .label = N_("Đơn vị")),
    FORM(from_year, .rules = FIELD_REQUIRED, .max = DAY_MAX_YEAR, .label = N_("Dùng từ năm")),
    FORM(criteria, .rules = FIELD_REQUIRED, .max = SHEET_CHARS_MAX, .label = N_("Tiêu chí")),
    FORM(excellent, .rules = FIELD_REQUIRED, .max = SHEET_POINTS, .label = N_("Xuất sắc từ")),
    FORM(good, .rules = FIELD_REQUIRED, .max = SHEET_POINTS, .label = N_("Tốt từ")),
    FORM(fair, .rules = FIELD_REQUIRED, .max = SHEET_POINTS, .label = N_("Khá từ")),
    FORM(average, .rules = FIELD_REQUIRED, .max = SHEET_POINTS, .label = N_("Trung bình từ")),
};
const struct record model_sheet_set_record =
    RECORD("model.sheet_set", struct model_sheet_form, set_fields);

#define SAID(member) FIELD(struct model_sheet_check_rows_row, member)
static const struct field said_fields[] = {
    SAID(unit_id), SAID(from_year), SAID(criteria), SAID(excellent),
    SAID(good),    SAID(fair),      SAID(average),  SAID(said_by_id),
};
const struct record model_sheet_said_record =
    RECORD("model_sheet_said", struct model_sheet_check_rows_row, said_fields);

static void take_sheet(struct conn *conn, const struct model_sheet_get_row *row,
                       struct sheet_in_force *ret);
static struct verdict may_set(struct deed *deed, const struct model_sheet_form *form,
                              struct unit_id unit);
static void write_sheet(struct deed *deed, struct model_sheet_check_rows_row *row, struct str unit);

_Static_assert(sizeof(struct model_sheet_get_row) == sizeof(struct model_sheet_in_force_row),
               "both queries must select the same columns");

void model_sheet_for(struct conn *conn, struct unit_id unit, int64_t year,
                     struct sheet_in_force *ret)
{
    struct model_sheet_in_force wanted = { .unit_id = unit, .year = year };
    struct model_sheet_in_force_row row;
    bool is_there = model_sheet_in_force(conn, &wanted, &row);
    take_sheet(conn, is_there ? (const void *)&row : NULL, ret);
}

void model_sheet_of(struct conn *conn, struct str points, struct sheet_in_force *ret)
{
    struct model_sheet_get_row row;
    struct str rest = points;
    int64_t id;
    (void)str_cut(&rest, SHEET_MARK);
    bool is_there = rest.p && str_to_int(rest, &id) &&
                    model_sheet_get(conn, &(struct model_sheet_get){ .id = { id } }, &row);
    take_sheet(conn, is_there ? &row : NULL, ret);
}

/* NULL: the usual one. */
static void take_sheet(struct conn *conn, const struct model_sheet_get_row *row,
                       struct sheet_in_force *ret)
{
    *ret = (struct sheet_in_force){ .sheet = model_usual_sheet };
    if (!row) {
        return;
    }
    struct model_sheet_text text = { row->criteria, row->excellent, row->good, row->fair,
                                     row->average };
    if (verdict_is_ok(model_sheet_read(conn->arena, &text, &ret->sheet))) {
        ret->id = row->id;
        ret->from_year = row->from_year;
        ret->unit_name = row->unit_name;
    }
}

struct verdict model_apply_sheet(struct deed *deed, const void *args, struct answer *ret)
{
    const struct model_sheet_form *form = args;
    struct model_unit_row unit;
    struct verdict verdict = model_unit_named(deed, form->unit, &unit);
    if (verdict_is_ok(verdict)) {
        verdict = may_set(deed, form, unit.id);
    }
    struct model_sheet_text text = { form->criteria, form->excellent, form->good, form->fair,
                                     form->average };
    struct model_sheet sheet;
    if (verdict_is_ok(verdict)) {
        verdict = model_sheet_read(deed->arena, &text, &sheet);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct model_sheet_check_rows_row row = {
        .unit_id = unit.id,
        .from_year = form->from_year,
        .criteria = model_sheet_criteria(deed->arena, &sheet),
        .excellent = form->excellent,
        .good = form->good,
        .fair = form->fair,
        .average = form->average,
        .said_by_id = { deed->author->person.v },
    };
    write_sheet(deed, &row, unit.code);
    ret->subject = ID_OF(row.id);
    return VERDICT_OK;
}

/* Those of one year are judged by one sheet. */
static struct verdict may_set(struct deed *deed, const struct model_sheet_form *form,
                              struct unit_id unit)
{
    int64_t year = model_year_of(deed->today);
    struct model_entry_since_row used;
    struct model_entry_since since = { .above = unit, .year = form->from_year };
    if (!deed_may(deed, POWER_LEAD, ID_OF(unit))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (form->from_year < year || form->from_year > year + 1) {
        return invalid("from_year",
                       N_("Phiếu mới dùng từ năm nay hoặc từ năm sau. Hãy ghi lại năm."));
    }
    return model_entry_since(&deed->tx->conn, &since, &used)
               ? invalid("from_year",
                         N_("Ở đơn vị này hoặc nơi trực thuộc đã có mô hình tự chấm của "
                            "năm đó, nên phiếu không đổi giữa chừng. Hãy dùng phiếu "
                            "mới từ năm sau."))
               : VERDICT_OK;
}

static void write_sheet(struct deed *deed, struct model_sheet_check_rows_row *row, struct str unit)
{
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    row->id = (struct model_sheet_id){ deed_new_id(deed) };
    row->object = str_of(object);
    row->position =
        deed_emit(deed, &model_facts[FACT_SHEET_SAID], ID_OF(row->id), row->object, unit, row);
    model_sheet_insert(deed->tx, &(struct model_sheet_insert){ .id = row->id,
                                                               .unit_id = row->unit_id,
                                                               .from_year = row->from_year,
                                                               .criteria = row->criteria,
                                                               .excellent = row->excellent,
                                                               .good = row->good,
                                                               .fair = row->fair,
                                                               .average = row->average,
                                                               .said_by_id = row->said_by_id,
                                                               .object = row->object,
                                                               .position = row->position });
}

/* --- for `kheo check` ------------------------------------------------------------------------- */

void model_sheets_check(struct snap *snap, struct check *check)
{
    enum { BEFORE_ALL = -1, PAGE_ROWS = 100 };
    struct conn *conn = &snap->conn;
    struct model_sheet_check_rows wanted = { .after = { BEFORE_ALL }, .limit = PAGE_ROWS };
    size_t count = PAGE_ROWS;
    while (count == PAGE_ROWS) {
        struct arena_mark mark = arena_mark(conn->arena);
        struct model_sheet_check_rows_rows page = model_sheet_check_rows(conn, &wanted);
        count = page.count;
        for (size_t i = 0; i < count; i++) {
            const struct model_sheet_check_rows_row *row = &page.rows[i];
            wanted.after = row->id;
            model_check_row(conn, check,
                            &(struct model_said_row){ "model_sheet", ID_OF(row->id), row->position,
                                                      row->object, FACT_SHEET_SAID, row });
        }
        arena_undo(conn->arena, mark);
    }
}
