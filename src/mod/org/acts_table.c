/* The units of a table, row by row: each added or changed by the acts that do it alone. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/acts.h"

#include "text/tongue.h"
#include "web/import.h"

enum { WHY_BYTES_MAX = 2000, BEARERS_MAX = 50 };

/* A row on its way. */
struct taken {
    struct unit_row row;
    struct import_line line;
    struct unit_id unit;
    bool is_new;  /* no unit of that code and first day is there */
    bool is_done; /* added or changed; its end may still be to come */
};

/* One file. */
struct taking {
    struct deed *deed;
    const struct import_take *take;
    struct import_rows open;
    struct taken *rows;
    size_t count;
    size_t *order; /* as they were done: parents first */
    size_t done;
};

static void read_rows(struct taking *taking, struct str text);
static void find_unit(struct taking *taking, struct taken *taken);
static bool has_twin(const struct taking *taking, size_t at, struct str *ret_line);
static bool waits(const struct taking *taking, const struct taken *taken);
static void take_row(struct taking *taking, size_t at);
static struct verdict add_unit(struct taking *taking, struct taken *taken);
static struct verdict change_unit(struct taking *taking, struct taken *taken);
static struct verdict change_contact(struct taking *taking, struct taken *taken,
                                     const struct unit_get_row *unit);
static struct verdict end_unit(struct taking *taking, struct taken *taken);
static void settle(struct taking *taking, struct taken *taken, struct verdict verdict);
static void say_change(struct taking *taking, struct taken *taken, const char *label,
                       struct str before, struct str after);
static struct str kept(const struct taking *taking, const char *field, struct str given,
                       struct str there);
static struct str label_of(struct str kind);

struct verdict org_table_take(struct deed *deed, const void *args, struct answer *ret)
{
    struct taking taking = { .deed = deed, .take = args };
    read_rows(&taking, taking.take->rows);
    /* What stands below a new unit waits for it; who waits in a circle is refused by its rule. */
    bool goes_on = true;
    while (goes_on) {
        goes_on = false;
        for (size_t i = 0; i < taking.count; i++) {
            if (!taking.rows[i].is_done && !waits(&taking, &taking.rows[i])) {
                take_row(&taking, i);
                goes_on = true;
            }
        }
    }
    for (size_t i = 0; i < taking.count; i++) {
        if (!taking.rows[i].is_done) {
            take_row(&taking, i);
        }
    }
    for (size_t i = taking.done; i-- > 0;) {
        struct taken *taken = &taking.rows[taking.order[i]];
        settle(&taking, taken, end_unit(&taking, taken));
    }
    struct out answer = out_open(deed->arena, taking.count * WHY_BYTES_MAX + 1);
    for (size_t i = 0; i < taking.count; i++) {
        import_line_write(&answer, &taking.rows[i].line);
    }
    ret->text = out_str(&answer);
    return taking.take->is_trial ? import_trial_ends() : VERDICT_OK;
}

static void read_rows(struct taking *taking, struct str text)
{
    struct arena *arena = taking->deed->arena;
    taking->open = import_rows_open(text);
    taking->rows = new(arena, struct taken, IMPORT_ROWS_MAX);
    taking->order = new(arena, size_t, IMPORT_ROWS_MAX);
    struct taken taken = { .is_new = false };
    while (taking->count < IMPORT_ROWS_MAX &&
           import_rows_next(&taking->open, &unit_row_record, &taken.line.line, &taken.row)) {
        taken.line.end = IMPORT_SAME;
        taken.line.key = taken.row.code;
        taken.line.name = taken.row.name;
        taking->rows[taking->count] = taken;
        find_unit(taking, &taking->rows[taking->count++]);
    }
}

/* The unit that the row means: of that first day, or, where it says none, the one of today. */
static void find_unit(struct taking *taking, struct taken *taken)
{
    struct unit_of_code_rows rows =
        unit_of_code(&taking->deed->tx->conn,
                     &(struct unit_of_code){ .code = taken->row.code, .limit = BEARERS_MAX });
    taken->is_new = true;
    for (size_t i = 0; i < rows.count; i++) {
        struct period period = { rows.rows[i].from_on, rows.rows[i].until_on };
        bool is_it = day_is_none(taken->row.from) ? period_holds(period, taking->deed->today)
                                                  : day_compare(period.from, taken->row.from) == 0;
        if (is_it) {
            taken->unit = rows.rows[i].id;
            taken->is_new = false;
        }
    }
}

static bool waits(const struct taking *taking, const struct taken *taken)
{
    for (size_t i = 0; taken->is_new && i < taking->count; i++) {
        const struct taken *other = &taking->rows[i];
        if (other->is_new && !other->is_done && str_equal(other->row.code, taken->row.parent)) {
            return true;
        }
    }
    return false;
}

static void take_row(struct taking *taking, size_t at)
{
    struct taken *taken = &taking->rows[at];
    struct str other;
    taken->is_done = true;
    if (has_twin(taking, at, &other)) {
        settle(taking, taken,
               verdict_about(invalid("code", N_("Mã trùng với dòng %s của tệp.")), other));
        return;
    }
    settle(taking, taken, taken->is_new ? add_unit(taking, taken) : change_unit(taking, taken));
    taking->order[taking->done++] = at;
}

static bool has_twin(const struct taking *taking, size_t at, struct str *ret_line)
{
    const struct taken *taken = &taking->rows[at];
    for (size_t i = 0; i < at; i++) {
        const struct taken *other = &taking->rows[i];
        bool is_same_unit = !taken->is_new && other->unit.v == taken->unit.v;
        bool is_same_day = day_compare(other->row.from, taken->row.from) == 0;
        if (str_equal(other->row.code, taken->row.code) && (is_same_unit || is_same_day)) {
            *ret_line = str_printf(taking->deed->arena, "%zu", other->line.line);
            return true;
        }
    }
    return false;
}

static struct verdict add_unit(struct taking *taking, struct taken *taken)
{
    const struct unit_row *row = &taken->row;
    struct answer answer = { .text = STR_NONE };
    struct org_unit_add add = {
        .code = row->code,
        .kind = row->kind,
        .name = row->name,
        .parent = row->parent,
        .prefix = row->prefix,
        .from = day_is_none(row->from) ? taking->take->on : row->from,
    };
    if (str_is_empty(row->parent)) {
        return invalid("parent", N_("Đơn vị mới cần mã của đơn vị cấp trên."));
    }
    struct verdict verdict = org_unit_add(taking->deed, &add, &answer);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    taken->line.end = IMPORT_ADDED;
    taken->unit = (struct unit_id){ answer.subject.v };
    bool has_contact = row->phone.n + row->email.n + row->address.n + row->hours.n > 0;
    struct unit_get_row unit;
    if (has_contact &&
        unit_get(&taking->deed->tx->conn, &(struct unit_get){ .id = taken->unit }, &unit)) {
        return change_contact(taking, taken, &unit);
    }
    return VERDICT_OK;
}

static struct verdict change_unit(struct taking *taking, struct taken *taken)
{
    struct deed *deed = taking->deed;
    const struct unit_row *row = &taken->row;
    struct answer answer = { .text = STR_NONE };
    struct unit_get_row unit;
    if (!unit_get(&deed->tx->conn, &(struct unit_get){ .id = taken->unit }, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    const struct unit_kind *kind = unit_kind_of(row->kind);
    struct verdict verdict = VERDICT_OK;
    if (!kind || !str_equal(unit.kind, str_of(kind->name)) || !str_equal(unit.name, row->name)) {
        struct org_unit_rename rename = { unit.id, row->name, row->kind, taking->take->on };
        verdict = org_unit_rename(deed, &rename, &answer);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    say_change(taking, taken, N_("Tên đơn vị"), unit.name, row->name);
    say_change(taking, taken, N_("Loại đơn vị"), label_of(unit.kind), label_of(row->kind));
    if (row->parent.n > 0 && !str_equal(unit.parent_code, row->parent)) {
        struct org_unit_move move = { unit.id, row->parent, taking->take->on };
        verdict = org_unit_move(deed, &move, &answer);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (row->parent.n > 0) {
        say_change(taking, taken, N_("Mã đơn vị cấp trên"), unit.parent_code, row->parent);
    }
    return change_contact(taking, taken, &unit);
}

/* A column that the file lacks leaves what is there; a cell without a word takes it away. */
static struct verdict change_contact(struct taking *taking, struct taken *taken,
                                     const struct unit_get_row *unit)
{
    const struct unit_row *row = &taken->row;
    struct org_unit_contact contact = {
        .unit = unit->id,
        .prefix = kept(taking, "prefix", row->prefix, unit->prefix),
        .phone = kept(taking, "phone", row->phone, unit->phone),
        .email = kept(taking, "email", row->email, unit->email),
        .address = kept(taking, "address", row->address, unit->address),
        .hours = kept(taking, "hours", row->hours, unit->hours),
    };
    const struct {
        const char *label;
        struct str before;
        struct str after;
    } parts[] = {
        { N_("Hai chữ đầu của mã hồ sơ"), unit->prefix, contact.prefix },
        { N_("Điện thoại"), unit->phone, contact.phone },
        { N_("Thư điện tử"), unit->email, contact.email },
        { N_("Địa chỉ"), unit->address, contact.address },
        { N_("Giờ làm việc"), unit->hours, contact.hours },
    };
    struct answer answer = { .text = STR_NONE };
    bool is_same = true;
    for (size_t i = 0; i < COUNT(parts); i++) {
        is_same = is_same && str_equal(parts[i].before, parts[i].after);
    }
    struct verdict verdict =
        is_same ? VERDICT_OK : org_unit_contact(taking->deed, &contact, &answer);
    for (size_t i = 0; i < COUNT(parts) && verdict_is_ok(verdict); i++) {
        say_change(taking, taken, parts[i].label, parts[i].before, parts[i].after);
    }
    return verdict;
}

/* After all else, and what stands below before what stands above. */
static struct verdict end_unit(struct taking *taking, struct taken *taken)
{
    struct unit_get_row unit;
    struct answer answer = { .text = STR_NONE };
    if (taken->line.end == IMPORT_BAD || day_is_none(taken->row.until) ||
        !unit_get(&taking->deed->tx->conn, &(struct unit_get){ .id = taken->unit }, &unit) ||
        day_compare(unit.until_on, taken->row.until) == 0) {
        return VERDICT_OK;
    }
    struct org_unit_end end = { unit.id, taken->row.until, taken->row.successor, STR_NONE };
    struct verdict verdict = org_unit_end(taking->deed, &end, &answer);
    if (verdict_is_ok(verdict)) {
        struct out day = out_open(taking->deed->arena, 16);
        out_day(&day, taken->row.until);
        say_change(taking, taken, N_("Ngày hoạt động cuối cùng"), STR_NONE, out_str(&day));
    }
    return verdict;
}

/* What was done before the act that was refused stays done, and is said before it. */
static void settle(struct taking *taking, struct taken *taken, struct verdict verdict)
{
    if (verdict_is_ok(verdict)) {
        return;
    }
    struct out why = out_open(taking->deed->arena, WHY_BYTES_MAX);
    bool is_partly_done = taken->line.end != IMPORT_SAME;
    if (is_partly_done) {
        out_str_raw(&why,
                    taken->line.end == IMPORT_ADDED ? STR("Đã thêm đơn vị. ") : STR("Đã sửa: "));
        out_str_raw(&why, taken->line.said);
        out_str_raw(&why, taken->line.said.n ? STR(". ") : STR(""));
    }
    verdict_write_full(&why, &verdict);
    taken->line.said = out_str(&why);
    taken->line.end = IMPORT_BAD;
}

static void say_change(struct taking *taking, struct taken *taken, const char *label,
                       struct str before, struct str after)
{
    if (str_equal(before, after)) {
        return;
    }
    struct str nothing = STR("(trống)");
    struct str was = before.n ? before : nothing;
    struct str is = after.n ? after : nothing;
    taken->line.said =
        str_printf(taking->deed->arena, "%.*s%s%s: %.*s → %.*s", STR_ARG(taken->line.said),
                   taken->line.said.n ? "; " : "", label, STR_ARG(was), STR_ARG(is));
    taken->line.end = taken->line.end == IMPORT_SAME ? IMPORT_CHANGED : taken->line.end;
}

static struct str kept(const struct taking *taking, const char *field, struct str given,
                       struct str there)
{
    return import_has(&taking->open, &unit_row_record, field) ? given : there;
}

static struct str label_of(struct str kind)
{
    const struct unit_kind *known = unit_kind_of(kind);
    return known ? str_of(known->label) : kind;
}
