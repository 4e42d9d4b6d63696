/* Many acts in one command; none holds up the others. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/together.h"

#include "base/limits.h"
#include "base/must.h"
#include "mod/feedback/acts.h"
#include "text/tongue.h"

enum {
    LINE_BYTES_MAX = 80,
    WHY_BYTES_MAX = 1000,
    REPORTS_CHARS_MAX = TOGETHER_MAX * LINE_BYTES_MAX,
    ANSWER_BYTES_MAX = TOGETHER_MAX * WHY_BYTES_MAX,
};

const struct together_act together_acts[] = {
    { "accept", { "accept", "take" }, { NULL }, "t", true },
    { "assign", { "assign" }, { "person" }, "p", true },
    { "extend", { "extend" }, { "amount", "reason" }, "g", true },
    { "note", { "note" }, { "text" }, "n", true },
    { "undo", { "undo" }, { NULL }, NULL, false },
};
const size_t together_act_count = COUNT(together_acts);

static const struct field together_fields[] = {
    FIELD(struct together, reports, .rules = FIELD_REQUIRED, .max = REPORTS_CHARS_MAX),
    FIELD(struct together, text, .max = TEXT_LONG_CHARS_MAX, .label = N_("Nội dung")),
    FIELD(struct together, reason, .max = 1000, .label = N_("Lý do")),
    FIELD(struct together, person, .max = 60, .label = N_("Người chịu trách nhiệm")),
    FIELD(struct together, amount, .max = 1000, .label = N_("Số ngày hoặc giờ")),
};
const struct record together_record = RECORD("together", struct together, together_fields);

static struct verdict do_line(struct deed *deed, const struct together *together, struct str line,
                              struct str *ret_code);
static bool is_for_many(struct str act);

const struct together_act *together_act(struct str name)
{
    for (size_t i = 0; i < COUNT(together_acts); i++) {
        if (str_equal(str_of(together_acts[i].name), name)) {
            return &together_acts[i];
        }
    }
    return NULL;
}

struct verdict apply_together(struct deed *deed, const void *args, struct answer *ret)
{
    const struct together *together = args;
    /* Not in the arena's own way: it stays while what each act took is given back. */
    struct out refused = out_fixed(new(deed->arena, char, ANSWER_BYTES_MAX), ANSWER_BYTES_MAX);
    /* Refused because of a field, and nothing was done before; its ground outlives the act. */
    struct verdict typed = VERDICT_OK;
    struct cite *ground = new(deed->arena, struct cite, 1);
    struct str rest = together->reports;
    size_t done = 0;
    for (size_t i = 0; i < TOGETHER_MAX && rest.n > 0; i++) {
        struct arena_mark mark = arena_mark(deed->arena);
        struct str code;
        struct verdict verdict = do_line(deed, together, str_cut(&rest, '\n'), &code);
        if (verdict_is_ok(verdict)) {
            done++;
        } else {
            out_printf(&refused, "%.*s ", STR_ARG(code));
            verdict_write_full(&refused, &verdict);
            out_char(&refused, '\n');
            if (verdict.field && !verdict.detail.p) {
                *ground = verdict.because ? *verdict.because : *ground;
                typed = verdict;
                typed.because = verdict.because ? ground : NULL;
            }
        }
        arena_undo(deed->arena, mark);
    }
    if (done == 0 && !verdict_is_ok(typed)) {
        return typed;
    }
    must(!refused.overflowed);
    ret->text = out_str(&refused);
    return VERDICT_OK;
}

static struct verdict do_line(struct deed *deed, const struct together *together, struct str line,
                              struct str *ret_code)
{
    struct answer unused = { .text = STR_NONE };
    struct act_on_report act = {
        .code = str_cut(&line, ' '),
        .text = together->text,
        .reason = together->reason,
        .person = together->person,
        .amount = together->amount,
    };
    struct str version = str_cut(&line, ' ');
    *ret_code = act.code;
    if (!str_to_int(version, &act.version) || !is_for_many(line)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    return act_do(deed, act_named(line), &act, &unused);
}

/* An act with a form of its own would lack what that asks for. */
static bool is_for_many(struct str act)
{
    for (size_t i = 0; i < COUNT(together_acts); i++) {
        for (size_t k = 0; k < COUNT(together_acts[i].acts) && together_acts[i].acts[k]; k++) {
            if (str_equal(act, str_of(together_acts[i].acts[k]))) {
                return true;
            }
        }
    }
    return false;
}

bool together_refused_next(struct str *answer, struct str *ret_code, struct str *ret_why)
{
    if (!answer->p || answer->n == 0) {
        return false;
    }
    struct str line = str_cut(answer, '\n');
    *ret_code = str_cut(&line, ' ');
    *ret_why = line;
    return true;
}
