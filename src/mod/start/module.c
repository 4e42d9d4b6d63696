/* The first run: the steps of an empty house behind its token, and what is left to be done then. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/start/start.h"

#include "html/start.h"
#include "text/tongue.h"

static visit_fn show_begin;
static visit_fn show_step;
static visit_fn send_step;
static visit_fn show_tasks;
static visit_fn show_demo;

/* Hashing takes its time, so the form of a step does not stand in the wire. */
static const struct route routes[] = {
    { GET, "/khoi-dau/:token", NULL, show_begin, "An empty house: what it asks first.",
      ROUTE_SECRET, .rate = RATE_SIGN_IN },
    { GET, "/khoi-dau/:token/:step", NULL, show_step, "One question about a new house.",
      ROUTE_SECRET, .rate = RATE_SIGN_IN },
    { POST, "/khoi-dau/:token/:step", NULL, send_step, "The answer to it.",
      ROUTE_SECRET | ROUTE_SLOW, .rate = RATE_SIGN_IN },
    { GET, "/qt/bat-dau", POWER_ADMIN, show_tasks, "What a new house still needs.", ROUTE_SECRET,
      .rate = RATE_READ },
    { GET, "/qt/bat-dau/du-lieu", POWER_ADMIN, show_demo, "How to try things without a trace.",
      ROUTE_SECRET, .rate = RATE_READ },
};

static const struct menu menus[] = {
    { "qt", N_("Việc khi mới bắt đầu"), "/qt/bat-dau", POWER_ADMIN, .is_aside = true },
};

static const struct help_row help[] = {
    { "/khoi-dau/*",
      N_("Trang này dựng một máy chủ còn trống: đơn vị, rồi người quản trị."),
      { N_("Trả lời từng câu; gõ sai thì chữ đã gõ vẫn còn.") },
      N_("Có người quản trị rồi thì địa chỉ này không mở được nữa.") },
    { "/qt/bat-dau",
      N_("Trang này liệt kê việc một máy chủ mới cần, xong hay chưa."),
      { N_("Làm hết các việc còn ghi “Chưa làm” trước khi mời dân dùng.") },
      NULL,
      HELP_FOR(ADMIN),
      5,
      N_("Việc khi mới bắt đầu") },
    { "/qt/bat-dau/du-lieu",
      N_("Trang này chỉ cách xem thử mà không để lại gì trong dữ liệu thật."),
      { N_("Chạy lệnh ghi trên trang ở một thư mục khác.") } },
    { 0 },
};

const struct module module_start = {
    .name = "start",
    .help = help,
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
};

static const struct start_step *step_asked(struct visit *v);
static const struct start_step *first_to_do(struct visit *v);
static void act_as_founder(struct visit *v);

static enum status show_begin(struct visit *v)
{
    if (!start_knows(v, v->params[0])) {
        return STATUS_NOT_FOUND;
    }
    act_as_founder(v);
    struct start_view view = { .page = page_open(v, N_("Thiết lập lần đầu")) };
    struct task_row *rows = new(v->arena, struct task_row, START_TASKS_MAX);
    const struct start_step *step;
    for (size_t i = 0; i < START_TASKS_MAX && (step = start_step_at(i)); i++) {
        rows[view.tasks.count++] = (struct task_row){
            .label = step->title,
            .state = step->is_done(v) ? TASK_DONE : TASK_TO_DO,
        };
    }
    view.tasks.rows = rows;
    view.page->is_task = true;
    const struct start_step *first = first_to_do(v);
    view.go = first ? start_url(v, first) : (struct local_url){ { 0 } };
    start_begin_html(page_body(v), &view);
    return STATUS_OK;
}

/* A step that was done leads on, so that going back with the browser does no harm. */
static enum status show_step(struct visit *v)
{
    const struct start_step *step = step_asked(v);
    if (!step) {
        return STATUS_NOT_FOUND;
    }
    return step == first_to_do(v) ? step->show(v) : start_next(v);
}

/* Who presses again because an answer was lost has an account by now. */
static enum status send_step(struct visit *v)
{
    const struct start_step *step = step_asked(v);
    if (!step && start_is_over(v, v->params[0])) {
        return visit_go(v, route_url(v, "/dang-nhap"));
    }
    return step ? step->send(v) : STATUS_NOT_FOUND;
}

static const struct start_step *step_asked(struct visit *v)
{
    if (!start_knows(v, v->params[0])) {
        return NULL;
    }
    act_as_founder(v);
    const struct start_step *step;
    for (size_t i = 0; (step = start_step_at(i)); i++) {
        if (str_equal(v->params[1], str_of(step->word))) {
            return step;
        }
    }
    return NULL;
}

static const struct start_step *first_to_do(struct visit *v)
{
    const struct start_step *step = NULL;
    for (size_t i = 0; (step = start_step_at(i)) && step->is_done(v); i++) {
    }
    return step;
}

static void act_as_founder(struct visit *v)
{
    v->visitor.author = (struct author){ .is_founder = true };
}

static enum status show_tasks(struct visit *v)
{
    const struct start_task *tasks[START_TASKS_MAX];
    const size_t count = start_tasks_of(v, tasks);
    struct task_row *rows = new(v->arena, struct task_row, count + 1);
    struct start_view view = {
        .page = page_open(v, N_("Việc khi mới bắt đầu")),
        .tasks = { rows, count },
        .demo = route_url(v, "/qt/bat-dau/du-lieu"),
    };
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct task_row){
            .label = tasks[i]->label,
            .url = route_url(v, tasks[i]->path),
            .state = tasks[i]->is_done(v) ? TASK_DONE : TASK_TO_DO,
        };
        view.left += rows[i].state == TASK_TO_DO;
    }
    start_tasks_html(page_body(v), &view);
    return STATUS_OK;
}

static enum status show_demo(struct visit *v)
{
    struct start_view view = { .page = page_open(v, N_("Dữ liệu thử")) };
    view.page->back = route_url(v, "/qt/bat-dau");
    start_demo_html(page_body(v), &view);
    return STATUS_OK;
}
