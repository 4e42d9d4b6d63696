/* When a term ends: days or office time counted one by one, every step kept for the explanation. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/term.h"

#include <string.h>

#include "base/must.h"
#include "text/tongue.h"

/* One computation under way. */
struct counting {
    const struct term *term;
    const struct calendar *calendar;
    const struct clock *clock;
    struct arena *arena;
    struct step *steps;
    size_t step_count;
    size_t step_capacity;
    size_t pause;         /* of hours: the first pause that was not passed yet */
    struct day undecided; /* the first day whose calendar follows from the rule only */
    bool stands;          /* the clock reached a pause that is still open */
    int64_t left;         /* what had not run by then: days or seconds */
};

static struct verdict clock_check(const struct term *term, const struct clock *clock,
                                  struct arena *arena);
static bool is_countable(struct instant instant);
static struct verdict extensions_check(const struct term *term, const struct clock *clock,
                                       struct arena *arena);
static struct verdict pauses_check(const struct term *term, const struct clock *clock);
static const struct cite *pause_ground(const struct term *term, const struct pause *pause);
static struct verdict pauses_allowed(const struct term *term, const struct clock *clock);
static void compute_days(struct counting *c, struct due *due);
static void compute_hours(struct counting *c, struct due *due);
static void state_rule(struct counting *c);
static void state_result(struct counting *c, const struct due *due);
static struct day count_days(struct counting *c, struct day day, int32_t amount);
static struct day count_back(struct counting *c, struct day day, int32_t amount);
static struct instant count_seconds(struct counting *c, struct instant at, int64_t seconds);
static struct day roll_forward(struct counting *c, struct day nominal);
static int32_t days_of(const struct term *term, struct day from, int32_t amount);
static const struct pause *pause_over(const struct clock *clock, struct day day);
static void note_pause(struct counting *c, const struct pause *pause, struct day day);
static bool note_day(struct counting *c, struct day day);
static void note_days_between(struct counting *c, struct instant from, struct instant to);
static struct step *step_add(struct counting *c, enum step_kind kind, struct day day);

enum { FIRST_STEPS = 16, EXCLUDED_DAYS_MAX = 3660 };

/* Law: 91/2015/QH13 art. 147-148. */
static const struct cite EVENT_DAY_IS_NOT_COUNTED = ART(CIVIL_CODE, 147, 3);
static const struct cite HOURS_START_AT_ONCE = ART(CIVIL_CODE, 147, 1);
static const struct cite LAST_DAY_IS_A_REST_DAY = ART(CIVIL_CODE, 148, 5);
static const struct cite LAST_DAY_ENDS_AT_MIDNIGHT = ART(CIVIL_CODE, 148, 6);
static const struct cite HOLIDAYS_BY_RULE = ART(LABOUR_CODE, 112, 0);

bool term_in_force(const struct term *term, struct day anchor)
{
    return day_compare(term->from, anchor) <= 0 &&
           (day_is_none(term->to) || day_compare(anchor, term->to) <= 0) &&
           (!term->cite.act || act_in_force(term->cite.act, anchor));
}

struct verdict term_choose(struct term_table terms, const char *name, struct day anchor,
                           unsigned when, const struct term **ret_term)
{
    const struct cite *because = NULL; /* of the row of that name that comes nearest */
    bool is_in_force = false;
    for (size_t i = 0; i < terms.count; i++) {
        const struct term *row = &terms.rows[i];
        if (strcmp(row->name, name) != 0) {
            continue;
        }
        if (!because || day_compare(row->from, anchor) <= 0) {
            because = &row->cite;
        }
        if (!term_in_force(row, anchor)) {
            continue;
        }
        is_in_force = true;
        if (row->when == when) {
            *ret_term = row;
            return VERDICT_OK;
        }
    }
    const char *why = !because      ? N_("Không có quy định nào tên là %s.")
                      : is_in_force ? N_("Quy định %s không có trường hợp này.")
                                    : N_("Vào ngày đó quy định %s không có hiệu lực.");
    return verdict_about(refuse(why, because), str_of(name));
}

struct verdict term_compute(const struct term *term, const struct calendar *calendar,
                            const struct clock *clock, struct arena *arena, struct due *ret_due)
{
    struct verdict verdict = clock_check(term, clock, arena);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct counting c = { .term = term, .calendar = calendar, .clock = clock, .arena = arena };
    struct due due = { .term = term, .calendar = calendar, .anchor = clock->anchor };
    state_rule(&c);
    if (term->unit == WORKING_HOURS) {
        compute_hours(&c, &due);
    } else {
        compute_days(&c, &due);
    }
    state_result(&c, &due);
    due.left = c.left;
    due.steps = c.steps;
    due.step_count = c.step_count;
    *ret_due = due;
    return VERDICT_OK;
}

static struct verdict clock_check(const struct term *term, const struct clock *clock,
                                  struct arena *arena)
{
    if (!is_countable(clock->anchor)) {
        return invalid("anchor", N_("Ngày bắt đầu tính thời hạn thiếu hoặc quá xa."));
    }
    if (clock->excluded_days < 0 || clock->excluded_days > EXCLUDED_DAYS_MAX) {
        return invalid("exclude", N_("Số ngày trở ngại phải từ 0 đến 3660."));
    }
    bool excludes = cite_is_given(&term->exclude_cite) && term->unit != WORKING_HOURS;
    if (clock->excluded_days > 0 && !excludes) {
        return refuse_field("exclude", N_("Thời hạn này không trừ thời gian có trở ngại."),
                            &term->cite);
    }
    struct verdict verdict = pauses_allowed(term, clock);
    verdict = verdict_is_ok(verdict) ? pauses_check(term, clock) : verdict;
    return verdict_is_ok(verdict) ? extensions_check(term, clock, arena) : verdict;
}

/* Counting is day by day: a slip of the year must not keep it busy for ages. */
static bool is_countable(struct instant instant)
{
    static const struct day FIRST = DAY(1945, 9, 2);
    static const struct day LAST = DAY(2200, 12, 31);
    struct day day = instant_day(instant);
    return day_compare(FIRST, day) <= 0 && day_compare(day, LAST) <= 0;
}

static const struct cite *pause_ground(const struct term *term, const struct pause *pause)
{
    return pause->cite ? pause->cite : &term->pause_cite;
}

/* A pause under a law that came later is no pause before its day. */
static struct verdict pauses_allowed(const struct term *term, const struct clock *clock)
{
    if (clock->pause_count > 0 && !cite_is_given(&term->pause_cite)) {
        return refuse_field("suspend", N_("Thời hạn này không được tạm dừng."), &term->cite);
    }
    for (size_t i = 0; i < clock->pause_count; i++) {
        const struct cite *because = pause_ground(term, &clock->pauses[i]);
        if (because->act && !act_in_force(because->act, instant_day(clock->pauses[i].from))) {
            return refuse_field("suspend", N_("Vào ngày đó luật chưa cho tạm dừng thời hạn này."),
                                because);
        }
    }
    return VERDICT_OK;
}

static struct verdict pauses_check(const struct term *term, const struct clock *clock)
{
    for (size_t i = 0; i < clock->pause_count; i++) {
        const struct pause *pause = &clock->pauses[i];
        bool is_last = i + 1 == clock->pause_count;
        bool is_open = pause->to.s == 0;
        if (!is_open && pause->to.s < pause->from.s) {
            return invalid("suspend",
                           N_("Ngày tiếp tục phải từ ngày tạm đình chỉ trở đi. Hãy xem lại."));
        }
        bool is_early = day_compare(instant_day(pause->from), instant_day(clock->anchor)) < 0;
        if (is_early && term->unit != WORKING_HOURS) {
            return invalid("suspend",
                           N_("Ngày tạm đình chỉ phải từ ngày mốc trở đi. Hãy xem lại."));
        }
        bool is_sound = is_open ? is_last : is_countable(pause->to) && pause->from.s <= pause->to.s;
        if (!is_sound || !is_countable(pause->from) || (i > 0 && pause->from.s < pause[-1].to.s)) {
            return invalid("suspend", N_("Các lần tạm dừng phải theo thứ tự thời gian và không "
                                         "chồng lên nhau."));
        }
    }
    return VERDICT_OK;
}

static struct verdict extensions_check(const struct term *term, const struct clock *clock,
                                       struct arena *arena)
{
    static const char *const TOO_LONG[] = {
        [CALENDAR_DAYS] = N_("Mỗi lần chỉ được gia hạn nhiều nhất %s ngày."),
        [WORKING_DAYS] = N_("Mỗi lần chỉ được gia hạn nhiều nhất %s ngày làm việc."),
        [MONTHS] = N_("Mỗi lần chỉ được gia hạn nhiều nhất %s tháng."),
        [WORKING_HOURS] = N_("Mỗi lần chỉ được gia hạn nhiều nhất %s giờ làm việc."),
    };
    const struct cite *because =
        cite_is_given(&term->extension_cite) ? &term->extension_cite : &term->cite;
    if (clock->extension_count > 0 && term->extension_times == 0) {
        return refuse_field("extend", N_("Thời hạn này không được gia hạn."), because);
    }
    if (clock->extension_count > term->extension_times) {
        return refuse_field("extend", N_("Thời hạn này đã gia hạn hết số lần được phép."), because);
    }
    for (size_t i = 0; i < clock->extension_count; i++) {
        if (clock->extensions[i].amount <= 0) {
            return invalid("extend", N_("Thời gian gia hạn phải lớn hơn 0."));
        }
        if (clock->extensions[i].amount > term->extension_amount) {
            return verdict_about(refuse(TOO_LONG[term->unit], because),
                                 str_printf(arena, "%d", (int)term->extension_amount));
        }
    }
    return VERDICT_OK;
}

static void compute_days(struct counting *c, struct due *due)
{
    const struct clock *clock = c->clock;
    struct day start = instant_day(clock->anchor);
    int32_t base = days_of(c->term, start, c->term->amount) + clock->excluded_days;
    struct day nominal =
        c->term->sense == TERM_BEFORE ? count_back(c, start, base) : count_days(c, start, base);
    for (size_t i = 0; i < clock->extension_count; i++) {
        const struct extension *extension = &clock->extensions[i];
        struct step *step = step_add(c, STEP_EXTENDED, nominal);
        step->amount = extension->amount;
        step->reason = extension->reason;
        step->cite = &c->term->extension_cite;
        nominal = count_days(c, nominal, days_of(c->term, nominal, extension->amount));
    }
    if (!c->stands) {
        due->nominal = nominal;
        due->day = roll_forward(c, nominal);
        due->at = instant_of_day_end(due->day);
    }
}

static void compute_hours(struct counting *c, struct due *due)
{
    const struct clock *clock = c->clock;
    struct instant at = count_seconds(c, clock->anchor, (int64_t)c->term->amount * 3600);
    for (size_t i = 0; i < clock->extension_count; i++) {
        const struct extension *extension = &clock->extensions[i];
        struct step *step = step_add(c, STEP_EXTENDED, instant_day(at));
        step->amount = extension->amount;
        step->reason = extension->reason;
        step->cite = &c->term->extension_cite;
        at = count_seconds(c, at, (int64_t)extension->amount * 3600);
    }
    if (!c->stands) {
        due->at = at;
        due->day = instant_day(at);
        due->nominal = due->day;
    }
}

static void state_rule(struct counting *c)
{
    bool is_hours = c->term->unit == WORKING_HOURS;
    struct day start = instant_day(c->clock->anchor);
    struct step *step = step_add(c, STEP_START, start);
    step->at = is_hours ? c->clock->anchor : INSTANT_NONE;
    step->cite = is_hours ? &HOURS_START_AT_ONCE : &EVENT_DAY_IS_NOT_COUNTED;
    int32_t first = is_hours ? 0 : c->term->sense == TERM_BEFORE ? -1 : 1;
    step = step_add(c, STEP_COUNT, day_add(start, first));
    step->amount = c->term->amount;
    step->cite = &c->term->cite;
    if (c->clock->excluded_days > 0) {
        step = step_add(c, STEP_EXCLUDED, start);
        step->amount = c->clock->excluded_days;
        step->cite = &c->term->exclude_cite;
    }
}

static void state_result(struct counting *c, const struct due *due)
{
    if (!day_is_none(c->undecided)) {
        step_add(c, STEP_NOT_DECIDED, c->undecided)->cite = &HOLIDAYS_BY_RULE;
    }
    if (c->stands) {
        step_add(c, STEP_STANDING, instant_day(c->clock->anchor));
        return;
    }
    struct step *step = step_add(c, STEP_RESULT, due->day);
    if (c->term->unit == WORKING_HOURS) {
        step->at = due->at;
    } else {
        step->cite = &LAST_DAY_ENDS_AT_MIDNIGHT;
    }
}

/* The last of that many counted days after `day`. Once the clock stands, the rest only adds up. */
static struct day count_days(struct counting *c, struct day day, int32_t amount)
{
    while (amount > 0 && !c->stands) {
        day = day_add(day, 1);
        must(!day_is_none(day));
        const struct pause *pause = pause_over(c->clock, day);
        if (pause) {
            note_pause(c, pause, day);
            c->stands = pause->to.s == 0;
        } else if (c->term->unit != WORKING_DAYS || note_day(c, day)) {
            amount--;
        }
    }
    c->left += amount;
    return day;
}

/* From the day of the event: neither pauses nor extensions know of what lies before it. */
static struct day count_back(struct counting *c, struct day day, int32_t amount)
{
    while (amount > 0) {
        day = day_add(day, -1);
        must(!day_is_none(day));
        if (c->term->unit != WORKING_DAYS || note_day(c, day)) {
            amount--;
        }
    }
    return day;
}

static struct instant count_seconds(struct counting *c, struct instant at, int64_t seconds)
{
    while (c->pause < c->clock->pause_count && !c->stands) {
        const struct pause *pause = &c->clock->pauses[c->pause];
        if (pause->to.s != 0 && pause->to.s <= at.s) {
            c->pause++;
            continue;
        }
        int64_t before = calendar_working_seconds_between(c->calendar, at, pause->from);
        if (before >= seconds) {
            break;
        }
        if (before > 0) {
            note_days_between(c, at, pause->from);
            seconds -= before;
        }
        struct step *step = step_add(c, STEP_SUSPENDED, instant_day(pause->from));
        step->to = instant_day(pause->to);
        step->at = pause->from;
        step->until = pause->to;
        step->reason = pause->reason;
        step->name = pause->why;
        step->cite = pause_ground(c->term, pause);
        c->stands = pause->to.s == 0;
        at = pause->to;
        c->pause++;
    }
    if (c->stands) {
        c->left += seconds;
        return at;
    }
    struct instant end = calendar_add_working_seconds(c->calendar, at, seconds);
    note_days_between(c, at, end);
    return end;
}

/* Law: 91/2015/QH13 art. 148.5. */
static struct day roll_forward(struct counting *c, struct day nominal)
{
    bool ends_on_work = c->term->unit == WORKING_DAYS && c->term->amount > 0;
    bool rolls = c->term->sense == TERM_BY || c->term->sense == TERM_EFFECT;
    if (ends_on_work || !rolls) {
        return nominal;
    }
    if (!calendar_works_on(c->calendar, nominal)) {
        step_add(c, STEP_NOMINAL, nominal);
    }
    struct day day = nominal;
    while (!note_day(c, day)) {
        day = day_add(day, 1);
    }
    if (day_compare(day, nominal) > 0) {
        struct step *step = step_add(c, STEP_ROLLED_FORWARD, nominal);
        step->to = day;
        step->cite = &LAST_DAY_IS_A_REST_DAY;
    }
    return day;
}

/* Months are days too, once it is known from where: a pause lengthens them day by day. */
static int32_t days_of(const struct term *term, struct day from, int32_t amount)
{
    return term->unit == MONTHS ? day_add_months(from, amount).n - from.n : amount;
}

/* The pause that takes this day out of the count: after its first day, up to its last. */
static const struct pause *pause_over(const struct clock *clock, struct day day)
{
    for (size_t i = 0; i < clock->pause_count; i++) {
        const struct pause *pause = &clock->pauses[i];
        bool is_after = day_compare(instant_day(pause->from), day) < 0;
        if (is_after && (pause->to.s == 0 || day_compare(day, instant_day(pause->to)) <= 0)) {
            return pause;
        }
    }
    return NULL;
}

/* One step per pause, not per day. */
static void note_pause(struct counting *c, const struct pause *pause, struct day day)
{
    struct step *last = &c->steps[c->step_count - 1];
    if (last->kind == STEP_SUSPENDED && last->at.s == pause->from.s) {
        last->to = day;
        return;
    }
    struct step *step = step_add(c, STEP_SUSPENDED, day);
    step->to = pause->to.s ? day : DAY_NONE;
    step->at = pause->from;
    step->reason = pause->reason;
    step->name = pause->why;
    step->cite = pause_ground(c->term, pause);
}

/* True when one works on that day; a step says so where that is not plain, runs of rest in one. */
static bool note_day(struct counting *c, struct day day)
{
    struct day_status status = calendar_day(c->calendar, day);
    if (!status.is_decided && day_is_none(c->undecided)) {
        c->undecided = day;
    }
    if (status.work == WORK_ORDINARY) {
        return true;
    }
    enum step_kind kind = status.work == WORK_MAKE_UP  ? STEP_MAKE_UP
                          : status.work == REST_WEEKLY ? STEP_SKIP_WEEKEND
                                                       : STEP_SKIP_HOLIDAY;
    struct step *last = &c->steps[c->step_count - 1];
    bool is_same = last->kind == kind && last->name == status.name;
    if (is_same && day_add(last->to, 1).n == day.n) {
        last->to = day;
    } else if (is_same && day_add(day, 1).n == last->from.n) {
        last->from = day;
    } else {
        struct step *step = step_add(c, kind, day);
        step->name = status.name;
        step->decision = status.decision;
    }
    return kind == STEP_MAKE_UP;
}

static void note_days_between(struct counting *c, struct instant from, struct instant to)
{
    struct day last = instant_day(to);
    for (struct day day = instant_day(from); day_compare(day, last) <= 0; day = day_add(day, 1)) {
        note_day(c, day);
    }
}

static struct step *step_add(struct counting *c, enum step_kind kind, struct day day)
{
    if (c->step_count == c->step_capacity) {
        size_t capacity = c->step_capacity ? c->step_capacity * 2 : FIRST_STEPS;
        struct step *grown = new(c->arena, struct step, capacity);
        if (c->step_count) {
            memcpy(grown, c->steps, c->step_count * sizeof(*grown));
        }
        c->steps = grown;
        c->step_capacity = capacity;
    }
    struct step *step = &c->steps[c->step_count++];
    *step = (struct step){ .kind = kind, .from = day, .to = day };
    return step;
}
