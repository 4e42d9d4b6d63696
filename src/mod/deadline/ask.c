/* The question: read from the query, put to the law room, its refusals beside their fields. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/pages.h"

#include <string.h>

#include "base/limits.h"
#include "text/tongue.h"

/* How large a number may be, the law room says. */
static const struct field ask_fields[] = {
    FIELD(struct ask, rule, FIELD_REQUIRED, .max = 20, .label = N_("Quy định")),
    FIELD(struct ask, date, FIELD_REQUIRED, .label = N_("Ngày mốc")),
    FIELD(struct ask, remote, .label = N_("Vùng sâu, vùng xa đi lại khó khăn")),
    FIELD(struct ask, complex, .label = N_("Vụ việc phức tạp")),
    FIELD(struct ask, delegated, .label = N_("Xác minh ở nhiều nơi hoặc ủy quyền")),
    FIELD(struct ask, dismissal, .label = N_("Quyết định buộc thôi việc")),
    FIELD(struct ask, tests, .max = INT32_MAX, .label = N_("Số tiêu chí phức tạp")),
    FIELD(struct ask, extend, .max = INT32_MAX, .label = N_("Số lần đã gia hạn")),
    FIELD(struct ask, exclude, .max = INT32_MAX, .label = N_("Số ngày có trở ngại")),
    FIELD(struct ask, from, .label = N_("Ngày tạm đình chỉ")),
    FIELD(struct ask, to, .label = N_("Ngày tiếp tục")),
};
const struct record ask_record = RECORD("ask", struct ask, ask_fields);

static void tell(struct visit *v, const struct verdict *verdict);
static const char *field_of(const char *field);

bool ask_answer(struct visit *v, struct due *ret_due, struct neighbours *ret_beside)
{
    struct ask ask;
    if (!visit_form(v, &ask_record, &ask)) {
        return false;
    }
    if (day_is_none(ask.from) && !day_is_none(ask.to)) {
        visit_problem(v, "from", N_("Có ngày tiếp tục thì phải có ngày tạm đình chỉ."));
        return false;
    }
    const struct pause pause = {
        .from = instant_of_day(ask.from),
        .to = day_is_none(ask.to) ? INSTANT_NONE : instant_of_day(ask.to),
    };
    const struct circumstances facts = {
        .is_remote = ask.remote,
        .is_complex = ask.complex,
        .is_delegated = ask.delegated,
        .is_dismissal = ask.dismissal,
        .tests = (int32_t)ask.tests,
        .extensions = (int32_t)ask.extend,
        .excluded_days = (int32_t)ask.exclude,
        .pauses = &pause,
        .pause_count = !day_is_none(ask.from),
    };
    struct verdict verdict =
        rule_due(str_z(v->arena, ask.rule), ask.date, &facts, &CALENDAR_VIETNAM, v->arena, ret_due);
    if (!verdict_is_ok(verdict)) {
        tell(v, &verdict);
        return false;
    }
    *ret_beside = rule_neighbours(ret_due, &facts, v->arena);
    return true;
}

static void tell(struct visit *v, const struct verdict *verdict)
{
    struct out sentence = out_open(v->arena, TEXT_LINE_CHARS_MAX * 4);
    sentence.tongue = v->tongue;
    verdict_write_full(&sentence, verdict);
    problems_add(&v->problems, field_of(verdict->field), out_str(&sentence));
}

/* What the law room calls them, and the form. */
static const char *field_of(const char *field)
{
    if (!field) {
        return "rule";
    }
    return strcmp(field, "suspend") == 0 ? "from" : strcmp(field, "anchor") == 0 ? "date" : field;
}
