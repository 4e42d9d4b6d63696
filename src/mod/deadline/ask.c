/* The question: read from the query, put to the law room, its refusals beside their fields. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/pages.h"

#include <string.h>

#include "base/limits.h"
#include "text/tongue.h"

#define PAUSE(number, from_name, to_name)                                                          \
    { .name = (from_name),                                                                         \
      .kind = FIELD_DAY,                                                                           \
      .offset = offsetof(struct ask, pauses[number].from),                                         \
      .label = N_("Ngày tạm đình chỉ") },                                                          \
    {                                                                                              \
        .name = (to_name), .kind = FIELD_DAY, .offset = offsetof(struct ask, pauses[number].to),   \
        .label = N_("Ngày tiếp tục")                                                               \
    }

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
    FIELD(struct ask, exclude, .max = INT32_MAX, .label = N_("Số ngày không tính")),
    PAUSE(0, "from", "to"),
    PAUSE(1, "from2", "to2"),
    PAUSE(2, "from3", "to3"),
    PAUSE(3, "from4", "to4"),
    PAUSE(4, "from5", "to5"),
    PAUSE(5, "from6", "to6"),
    PAUSE(6, "from7", "to7"),
    PAUSE(7, "from8", "to8"),
};
const struct record ask_record = RECORD("ask", struct ask, ask_fields);

enum { FIRST_PAUSE = COUNT(ask_fields) - 2 * SUSPENSIONS_MAX };

/* The suspensions that were given, each with its place in the form. */
struct given_pauses {
    struct pause pauses[SUSPENSIONS_MAX];
    size_t places[SUSPENSIONS_MAX];
    size_t count;
};

static bool read_pauses(struct visit *v, const struct ask *ask, struct given_pauses *ret);
static struct verdict count_due(struct visit *v, const struct ask *ask, struct circumstances *facts,
                                struct due *ret_due);
static void tell(struct visit *v, const struct verdict *verdict, const char *pause_field);
static const char *field_of(const char *field, const char *pause_field);

const char *ask_pause_from(size_t pause)
{
    return ask_fields[FIRST_PAUSE + 2 * pause].name;
}

const char *ask_pause_to(size_t pause)
{
    return ask_fields[FIRST_PAUSE + 2 * pause + 1].name;
}

bool ask_answer(struct visit *v, struct due *ret_due, struct neighbours *ret_beside)
{
    struct ask ask;
    struct given_pauses given = { .count = 0 };
    if (!visit_form(v, &ask_record, &ask) || !read_pauses(v, &ask, &given)) {
        return false;
    }
    struct circumstances facts = {
        .is_remote = ask.remote,
        .is_complex = ask.complex,
        .is_delegated = ask.delegated,
        .is_dismissal = ask.dismissal,
        .tests = (int32_t)ask.tests,
        .extensions = (int32_t)ask.extend,
        .excluded_days = (int32_t)ask.exclude,
        .pauses = given.pauses,
        .pause_count = given.count,
    };
    struct verdict verdict = count_due(v, &ask, &facts, ret_due);
    if (!verdict_is_ok(verdict)) {
        size_t last = facts.pause_count > 0 ? facts.pause_count - 1 : 0;
        tell(v, &verdict, ask_pause_from(given.places[last]));
        return false;
    }
    *ret_beside = rule_neighbours(ret_due, &facts, v->arena);
    return true;
}

static bool read_pauses(struct visit *v, const struct ask *ask, struct given_pauses *ret)
{
    for (size_t i = 0; i < SUSPENSIONS_MAX; i++) {
        struct ask_pause pause = ask->pauses[i];
        if (day_is_none(pause.from) && !day_is_none(pause.to)) {
            visit_problem(v, ask_pause_from(i),
                          N_("Có ngày tiếp tục thì phải có ngày tạm đình chỉ."));
            return false;
        }
        if (!day_is_none(pause.from)) {
            ret->places[ret->count] = i;
            ret->pauses[ret->count++] = (struct pause){
                .from = instant_of_day(pause.from),
                .to = day_is_none(pause.to) ? INSTANT_NONE : instant_of_day(pause.to),
            };
        }
    }
    return true;
}

/* With one suspension after the other: the last of those that are left in *facts is the one that a
 * refusal is about. */
static struct verdict count_due(struct visit *v, const struct ask *ask, struct circumstances *facts,
                                struct due *ret_due)
{
    const char *rule = str_z(v->arena, ask->rule);
    size_t given = facts->pause_count;
    for (facts->pause_count = 0;; facts->pause_count++) {
        struct verdict verdict = rule_due(rule, ask->date, facts,
                                          visit_calendar(v, (struct id){ 0 }), v->arena, ret_due);
        if (!verdict_is_ok(verdict) || facts->pause_count == given) {
            return verdict;
        }
    }
}

static void tell(struct visit *v, const struct verdict *verdict, const char *pause_field)
{
    struct out sentence = out_open(v->arena, TEXT_LINE_CHARS_MAX * 4);
    sentence.tongue = v->tongue;
    verdict_write_full(&sentence, verdict);
    problems_add(&v->problems, field_of(verdict->field, pause_field), out_str(&sentence));
}

/* What the law room calls them, and the form. */
static const char *field_of(const char *field, const char *pause_field)
{
    if (!field) {
        return "rule";
    }
    if (strcmp(field, "suspend") == 0) {
        return pause_field;
    }
    return strcmp(field, "anchor") == 0 ? "date" : field;
}
