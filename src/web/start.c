/* The token of an empty house, and the steps and tasks of all services. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/start.h"

#include "base/must.h"
#include "web/module.h"
#include "web/server.h"

static bool is_of_this_run(const struct visit *v, struct str token);

bool start_is_open(struct conn *conn, struct day today)
{
    const struct author founder = { .is_founder = true };
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->holds) {
            return modules[m]->holds(conn, &founder, "admin", (struct id){ 0 }, today);
        }
    }
    return false;
}

bool start_knows(struct visit *v, struct str token)
{
    return is_of_this_run(v, token) && start_is_open(&v->snap->conn, instant_day(v->now));
}

bool start_is_over(struct visit *v, struct str token)
{
    return is_of_this_run(v, token) && !start_is_open(&v->snap->conn, instant_day(v->now));
}

static bool is_of_this_run(const struct visit *v, struct str token)
{
    const struct first_run *run = v->server->settings.first_run;
    return run && run->is_open && hash_equal(hash_of(token), run->token);
}

struct local_url start_url(struct visit *v, const struct start_step *step)
{
    return route_url(v, "/khoi-dau/:token/:step", v->params[0], str_of(step->word));
}

enum status start_next(struct visit *v)
{
    const struct start_step *step;
    for (size_t i = 0; (step = start_step_at(i)); i++) {
        if (!step->is_done(v)) {
            return visit_go(v, start_url(v, step));
        }
    }
    const struct str sign_in = route_url(v, "/dang-nhap").url;
    return visit_go(
        v, (struct local_url){ str_printf(v->arena, "%.*s?ve=/qt/bat-dau", STR_ARG(sign_in)) });
}

/* Whether a rank comes next: above the last one, and below the best that was found. */
static bool is_nearer(int rank, int above, const int *best)
{
    return rank > above && (!best || rank < *best);
}

const struct start_step *start_step_at(size_t index)
{
    const struct start_step *step = NULL;
    for (size_t i = 0; i <= index; i++) {
        const struct start_step *best = NULL;
        for (size_t m = 0; modules[m]; m++) {
            const struct start_step *one = modules[m]->start_step;
            if (one && is_nearer(one->rank, step ? step->rank : 0, best ? &best->rank : NULL)) {
                best = one;
            }
        }
        if (!best) {
            return NULL;
        }
        step = best;
    }
    return step;
}

static void put_in_order(const struct start_task *task, size_t count,
                         const struct start_task *tasks[START_TASKS_MAX])
{
    size_t at = count;
    while (at > 0 && tasks[at - 1]->rank > task->rank) {
        tasks[at] = tasks[at - 1];
        at--;
    }
    tasks[at] = task;
}

size_t start_tasks_of(struct visit *v, const struct start_task *ret_tasks[START_TASKS_MAX])
{
    size_t count = 0;
    for (size_t m = 0; modules[m]; m++) {
        const struct start_task *task = modules[m]->start_tasks;
        for (; task && task->label; task++) {
            if (!task->power || visit_may(v, task->power)) {
                must(count < START_TASKS_MAX);
                put_in_order(task, count++, ret_tasks);
            }
        }
    }
    return count;
}

const struct mail_way *visit_mail_way(const struct visit *v)
{
    static const struct mail_way unknown;
    return v->server->settings.mail_way ? v->server->settings.mail_way : &unknown;
}
