/* Small texts that several pages show: names of categories, what an event said. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

struct str translated(struct visit *v, struct str source)
{
    return tongue_is_source(v->tongue) ? source : tongue_text(v->tongue, str_z(v->arena, source));
}

bool category_asks_place(struct visit *v, struct str slug)
{
    struct category_by_slug_row category;
    return category_by_slug(&v->snap->conn, &(struct category_by_slug){ .slug = slug },
                            &category) &&
           category.asks_place;
}

struct str coded_words(struct visit *v, struct str code)
{
    const struct coded_reason *reason = reason_find(refusal_reasons, refusal_reason_count, code);
    if (!reason) {
        reason = reason_find(withhold_reasons, withhold_reason_count, code);
    }
    return reason ? tongue_text(v->tongue, reason->sentence) : STR_NONE;
}

/* What is said to a unit that is asked: whom it is said to belongs to the words. */
static bool is_to_asked(struct str act)
{
    return str_equal(act, STR("consult")) || str_equal(act, STR("recall")) ||
           str_equal(act, STR("remind_consult")) || str_equal(act, STR("escalate_consult"));
}

struct str event_words(struct visit *v, const struct report_events_row *event)
{
    struct str coded = coded_words(v, event->reason);
    struct str because = coded.p ? coded : event->reason;
    if (is_to_asked(event->act)) {
        return str_printf(v->arena, "%.*s%s%.*s", STR_ARG(event->other_unit_name),
                          str_is_empty(event->note) ? "" : ": ", STR_ARG(event->note));
    }
    if (str_is_empty(event->note) || str_is_empty(because)) {
        return str_is_empty(event->note) ? because : event->note;
    }
    return str_printf(v->arena, "%.*s %.*s", STR_ARG(because), STR_ARG(event->note));
}

struct str event_author(struct visit *v, const struct report_events_row *event)
{
    return event->person_name.p ? str_printf(v->arena, "%.*s, %.*s", STR_ARG(event->person_name),
                                             STR_ARG(event->unit_name))
                                : event->unit_name;
}

void named_choices(struct visit *v, struct field_view *field, const struct named_choice *choices,
                   size_t count)
{
    struct choice *shown = new(v->arena, struct choice, count);
    for (size_t i = 0; i < count; i++) {
        shown[i] = (struct choice){ .value = str_of(choices[i].value),
                                    .label = tongue_text(v->tongue, choices[i].label) };
    }
    page_choices(v, field, shown, count);
}

static void offer_units(struct visit *v, struct field_view *field, const char *none);

static const void *receivers(struct visit *v)
{
    struct feedback_receivers_rows *units = new(v->arena, struct feedback_receivers_rows, 1);
    *units = feedback_receivers(&v->snap->conn,
                                &(struct feedback_receivers){ .today = instant_day(v->now) });
    return units;
}

bool receiver_by_code(struct visit *v, struct str code, struct feedback_receivers_row *ret)
{
    const struct feedback_receivers_rows *units = visit_kept(v, receivers);
    for (size_t i = 0; i < units->count; i++) {
        if (str_equal(units->rows[i].code, code)) {
            *ret = units->rows[i];
            return true;
        }
    }
    struct feedback_unit_by_code_row unit;
    if (!feedback_unit_by_code(
            &v->snap->conn,
            &(struct feedback_unit_by_code){ .code = code, .today = instant_day(v->now) }, &unit)) {
        return false;
    }
    *ret = (struct feedback_receivers_row){ .id = unit.id, .code = unit.code, .name = unit.name };
    return true;
}

void unit_choices(struct visit *v, struct field_view *field)
{
    offer_units(v, field, N_("Chọn xã, phường"));
}

void unit_filter_choices(struct visit *v, struct field_view *field)
{
    offer_units(v, field, N_("Mọi xã, phường"));
}

static void offer_units(struct visit *v, struct field_view *field, const char *none)
{
    const struct feedback_receivers_rows *units = visit_kept(v, receivers);
    struct choice *choices = new(v->arena, struct choice, units->count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, none) };
    for (size_t i = 0; i < units->count; i++) {
        choices[i + 1] =
            (struct choice){ .value = units->rows[i].code, .label = units->rows[i].name };
    }
    page_choices(v, field, choices, units->count + 1);
}

void colleague_choices(struct visit *v, struct field_view *field, struct unit_id unit)
{
    enum { COLLEAGUES_MAX = 100 };
    struct feedback_colleagues_rows people =
        feedback_colleagues(&v->snap->conn, &(struct feedback_colleagues){
                                                .unit = unit,
                                                .power = STR(POWER_HANDLE),
                                                .today = instant_day(v->now),
                                                .limit = COLLEAGUES_MAX + 1,
                                            });
    if (people.count > COLLEAGUES_MAX) {
        return;
    }
    struct choice *choices = new(v->arena, struct choice, people.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Tôi")) };
    for (size_t i = 0; i < people.count; i++) {
        const struct feedback_colleagues_row *one = &people.rows[i];
        choices[i + 1] = (struct choice){
            .value = one->sign_in,
            .label = str_printf(v->arena, "%.*s – %.*s", STR_ARG(one->name), STR_ARG(one->title)),
        };
    }
    field->kind = INPUT_SELECT;
    field->hint = NULL;
    field->is_optional = false;
    page_choices(v, field, choices, people.count + 1);
}

void unit_handling_choices(struct visit *v, struct field_view *field)
{
    enum { UNITS_MAX = 200 };
    struct feedback_handling_units_rows units = feedback_handling_units(
        &v->snap->conn,
        &(struct feedback_handling_units){ .today = instant_day(v->now), .limit = UNITS_MAX + 1 });
    if (units.count > UNITS_MAX) {
        return;
    }
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Chọn đơn vị")) };
    for (size_t i = 0; i < units.count; i++) {
        choices[i + 1] =
            (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
    }
    field->kind = INPUT_SELECT;
    field->is_optional = false;
    page_choices(v, field, choices, units.count + 1);
}

static const void *categories(struct visit *v)
{
    struct category_names_rows *all = new(v->arena, struct category_names_rows, 1);
    *all = category_names(&v->snap->conn);
    return all;
}

struct category_names_row category_of(struct visit *v, struct category_id id)
{
    const struct category_names_rows *all = visit_kept(v, categories);
    for (size_t i = 0; i < all->count; i++) {
        if (all->rows[i].id.v == id.v) {
            return all->rows[i];
        }
    }
    return (struct category_names_row){ 0 };
}

struct str category_label(struct visit *v, struct str parent_name, struct str name)
{
    struct str own = translated(v, name);
    struct str above = parent_name.p ? translated(v, parent_name) : STR_NONE;
    return above.p ? str_printf(v->arena, "%.*s › %.*s", STR_ARG(above), STR_ARG(own)) : own;
}

void category_choices(struct visit *v, struct field_view *field)
{
    struct category_open_rows open = category_open(&v->snap->conn);
    struct choice *choices = new(v->arena, struct choice, open.count + 1);
    for (size_t i = 0; i < open.count; i++) {
        choices[i] = (struct choice){ .value = open.rows[i].slug,
                                      .label = category_label(v, open.rows[i].parent_name,
                                                              open.rows[i].name),
                                      .hint = translated(v, open.rows[i].hint) };
    }
    page_choices(v, field, choices, open.count);
}
