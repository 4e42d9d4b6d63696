/* A new house's first unit: one that is typed, or the tree that the program brings. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/start.h"

#include "html/org.h"
#include "mod/org/commands.h"
#include "mod/org/hue.h"
#include "mod/org/pages.h"
#include "mod/org/rules.h"
#include "sql/org.h"
#include "text/tongue.h"

/* As one line of a file for org.import, which is how units without one above them come in. */
struct unit_start {
    struct str name;
    struct str kind;
    struct str code;
    struct day from;
};
static const struct field fields[] = {
    FIELD(struct unit_start, name, .rules = FIELD_REQUIRED | FIELD_LINE, .max = UNIT_NAME_CHARS_MAX,
          .label = N_("Tên đơn vị")),
    FIELD(struct unit_start, kind, .rules = FIELD_REQUIRED, .max = 40, .label = N_("Loại đơn vị")),
    FIELD(struct unit_start, code, .rules = FIELD_REQUIRED | FIELD_LINE, .max = UNIT_CODE_CHARS_MAX,
          .label = N_("Mã đơn vị")),
    FIELD(struct unit_start, from, .rules = FIELD_REQUIRED, .label = N_("Hoạt động từ ngày")),
};
static const struct record record = RECORD("unit_start", struct unit_start, fields);

/* The day on which communes began as they are now. Law: 72/2025/QH15. */
static const struct str COMMUNES_BEGAN = STR_INIT("01/07/2025");

static bool has_unit(struct visit *v);
static bool has_contact(struct visit *v);
static visit_fn show, send, after;
static bool has_begun(struct visit *v, struct day from);
static struct str one_line(struct visit *v, const struct unit_start *unit);
static void put_cell(struct out *out, struct str text);

const struct start_step org_start_step = {
    "don-vi", N_("Ghi đơn vị của anh chị"), 10, has_unit, show, send,
};

const struct start_task org_start_tasks[] = {
    { N_("Ghi điện thoại, địa chỉ, giờ làm việc của đơn vị"), "/qt/don-vi", POWER_ORG_MANAGE, 30,
      has_contact },
    { 0 },
};

static bool first_unit(struct visit *v, struct unit_first_row *ret)
{
    return unit_first(&v->snap->conn, &(struct unit_first){ .on = instant_day(v->now) }, ret);
}

static bool has_unit(struct visit *v)
{
    struct unit_first_row unit;
    return first_unit(v, &unit);
}

static bool has_contact(struct visit *v)
{
    struct unit_first_row unit;
    return first_unit(v, &unit) && unit.phone.n > 0;
}

static enum status show(struct visit *v)
{
    struct unit_start_view view = {
        .page = page_open(v, org_start_step.title),
        .send_to = start_url(v, &org_start_step),
        .name = page_field(v, INPUT_LINE, &record, "name"),
        .kind = page_field(v, INPUT_SELECT, &record, "kind"),
        .code = page_field(v, INPUT_LINE, &record, "code"),
        .from = page_field(v, INPUT_DAY, &record, "from"),
    };
    view.page->is_task = true;
    view.name.hint = N_("Ví dụ: Phường Phú Xuân.");
    view.code.hint =
        N_("Mã hành chính của xã, phường, ví dụ 19753. Chưa rõ thì hỏi cơ quan thống kê.");
    view.from.value = view.from.value.p ? view.from.value : COMMUNES_BEGAN;
    kind_choices(v, &view.kind, UNIT_KINDS, UNIT_KIND_COUNT);
    org_start_html(page_body(v), &view);
    return STATUS_OK;
}

static enum status show_again(struct visit *v)
{
    enum status status = show(v);
    return status ? status : STATUS_INVALID;
}

/* One that begins later would not be there for the next step. */
static bool has_begun(struct visit *v, struct day from)
{
    bool is_good = day_compare(from, instant_day(v->now)) <= 0;
    if (!is_good) {
        visit_problem(v, "from", N_("Ngày này chưa tới. Hãy ghi ngày đơn vị bắt đầu hoạt động."));
    }
    return is_good;
}

static enum status send(struct visit *v)
{
    struct org_import *import = new(v->arena, struct org_import, 1);
    struct unit_start unit;
    if (str_equal(form_get(&v->form, "cay"), STR("hue"))) {
        import->rows = org_hue_csv();
    } else if (visit_form(v, &record, &unit) && has_begun(v, unit.from)) {
        import->rows = one_line(v, &unit);
    } else {
        return show_again(v);
    }
    return visit_order(v, &ORG_COMMANDS[ORG_IMPORT], import, after);
}

static enum status after(struct visit *v)
{
    return visit_refused(v) ? show_again(v) : start_next(v);
}

static struct str one_line(struct visit *v, const struct unit_start *unit)
{
    struct out out = out_open(v->arena, 4096);
    out_lit(&out, "code,name,kind,from\n");
    put_cell(&out, unit->code);
    put_cell(&out, unit->name);
    put_cell(&out, unit->kind);
    out_day(&out, unit->from);
    out_lit(&out, "\n");
    return out_str(&out);
}

static void put_cell(struct out *out, struct str text)
{
    out_char(out, '"');
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '"') {
            out_char(out, '"');
        }
        out_char(out, text.p[i]);
    }
    out_lit(out, "\",");
}
