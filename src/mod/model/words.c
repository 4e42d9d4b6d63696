/* Words and numbers that several pages of models show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/model.h"

#include "text/format.h"
#include "text/tongue.h"

enum { NUMBER_BYTES = 64 };

const char *model_state_label(struct str state)
{
    int number = workflow_state(&model_flow, state);
    return number == WORKFLOW_NOWHERE ? "" : model_flow.states[number].label;
}

const char *model_state_sign(struct str state)
{
    static const char *const signs[MODEL_STATES] = {
        [MODEL_DRAFT] = "✎", [MODEL_REGISTERED] = "…", [MODEL_RUNNING] = "●",
        [MODEL_STALE] = "◐", [MODEL_STOPPED] = "○",    [MODEL_DROPPED] = "×",
    };
    int number = workflow_state(&model_flow, state);
    return number == WORKFLOW_NOWHERE ? "" : signs[number];
}

const char *model_act_label(const struct workflow *flow, struct str act)
{
    const char *label = "";
    for (size_t i = 0; i < flow->move_count; i++) {
        label = str_equal(act, str_of(flow->moves[i].command)) ? flow->moves[i].label : label;
    }
    return label;
}

struct str model_number(struct visit *v, int64_t number)
{
    struct out out = out_open(v->arena, NUMBER_BYTES);
    out.tongue = v->tongue;
    format_number(&out, number);
    return out_str(&out);
}

struct str model_id_str(struct visit *v, int64_t id)
{
    return str_printf(v->arena, "%lld", (long long)id);
}

/* Rounded to whole đồng. */
struct str model_cost_each(struct visit *v, int64_t cost, int64_t households)
{
    if (households <= 0) {
        return STR_NONE;
    }
    struct str each = model_number(v, (cost * 2 + households) / (households * 2));
    return str_printf(v->arena, "%.*s %.*s", STR_ARG(each),
                      STR_ARG(tongue_text(v->tongue, N_("đồng mỗi hộ"))));
}

void model_word_choices(struct visit *v, struct field_view *field, const struct model_word *words,
                        size_t count, const char *none)
{
    struct choice *choices = new(v->arena, struct choice, count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, none) };
    for (size_t i = 0; i < count; i++) {
        choices[i + 1] = (struct choice){ .value = str_of(words[i].word),
                                          .label = tongue_text(v->tongue, words[i].label) };
    }
    field->is_optional = false;
    page_choices(v, field, choices, count + 1);
}

void model_unit_choices(struct visit *v, struct field_view *field)
{
    struct model_units_rows units = model_units(&v->snap->conn);
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Mọi đơn vị")) };
    for (size_t i = 0; i < units.count; i++) {
        choices[i + 1] =
            (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
    }
    field->is_optional = false;
    page_choices(v, field, choices, units.count + 1);
}

/* The words are those of the units' own service, which lends its rows and not its labels. */
const char *model_kind_label(struct str kind)
{
    static const struct model_word kinds[] = {
        { "government", N_("Chính quyền") },
        { "office", N_("Cơ quan, phòng ban") },
        { "company", N_("Doanh nghiệp dịch vụ") },
        { "residential-group", N_("Tổ dân phố") },
        { "village", N_("Thôn, bản") },
        { "team", N_("Tổ, đội") },
        { "council", N_("Hội đồng nhân dân") },
        { "party", N_("Tổ chức Đảng") },
        { "front", N_("Mặt trận Tổ quốc") },
        { "union", N_("Công đoàn") },
        { "farmers", N_("Hội Nông dân") },
        { "youth", N_("Đoàn Thanh niên") },
        { "women", N_("Hội Phụ nữ") },
        { "veterans", N_("Hội Cựu chiến binh") },
        { "board", N_("Ban") },
    };
    const char *label = model_label(kinds, COUNT(kinds), kind);
    return *label ? label : N_("Đơn vị khác");
}

bool model_of_path(struct visit *v, struct model_get_row *ret)
{
    int64_t id;
    return str_to_int(v->params[0], &id) &&
           model_get(&v->snap->conn, &(struct model_get){ .id = { id } }, ret);
}
