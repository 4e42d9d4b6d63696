/* What waits for a leader about models: points, decisions, and copies that nobody has verified. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"
#include "mod/model/copy.h"
#include "mod/model/model.h"
#include "mod/model/year.h"
#include "text/tongue.h"
#include "web/module.h"

static void put_step(struct visit *v, const struct waiting_unit *unit, enum calendar_step step,
                     const char *label, struct waiting *ret);

void model_waiting(struct visit *v, const struct waiting_unit *unit, struct waiting *ret)
{
    put_step(v, unit, CALENDAR_APPRAISE, N_("Mô hình chờ chấm điểm"), ret);
    put_step(v, unit, CALENDAR_RECOGNISE, N_("Mô hình đã chấm, chờ công nhận"), ret);
    if (visit_may_over(v, POWER_VERIFY, unit->id)) {
        struct model_copy_waiting_count_row row = { .n = 0 };
        struct model_copy_waiting_count wanted = { .above = { unit->id.v } };
        (void)model_copy_waiting_count(&v->snap->conn, &wanted, &row);
        struct str list = route_url(v, "/cb/xac-nhan-lam-theo").url;
        waiting_put(ret, N_("Nơi làm theo mô hình chờ xác nhận"), row.n,
                    (struct local_url){ str_printf(v->arena, "%.*s?unit=%.*s", STR_ARG(list),
                                                   STR_ARG(unit->code)) });
    }
}

/* The same rows as the list of the year's calendar, so that the number is that of the list. */
static void put_step(struct visit *v, const struct waiting_unit *unit, enum calendar_step step,
                     const char *label, struct waiting *ret)
{
    const struct calendar_waiting *waiting;
    const struct model_calendar_step *about = &model_calendar_steps[step];
    struct day today = instant_day(v->now);
    struct calendar_wish wish = { .step = step,
                                  .year = model_year_of(today),
                                  .unit = { unit->id.v },
                                  .today = today,
                                  .limit = CALENDAR_COUNTED_MAX };
    if (!visit_may_over(v, about->power, unit->id)) {
        return;
    }
    size_t count = model_calendar_waiting(&v->snap->conn, &wish, &waiting);
    struct str list = route_url(v, "/cb/lich-mo-hinh").url;
    waiting_put(
        ret, label, (int64_t)count,
        (struct local_url){ str_printf(v->arena, "%.*s?year=%lld&unit=%.*s&step=%s", STR_ARG(list),
                                       (long long)wish.year, STR_ARG(unit->code), about->word) });
}
