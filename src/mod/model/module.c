/* The service of "Dân vận khéo" models: its routes, menus, tick. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/list.h"
#include "text/tongue.h"

enum { LIST_FACES = 1 << FACE_HTML | 1 << FACE_JSON | 1 << FACE_CSV | 1 << FACE_ATOM };

static const struct route_rows results[] = { { "results", &model_result_record }, { NULL, NULL } };

static const struct route routes[] = {
    { GET, "/lam/mo-hinh", NULL, model_list_page, "Models on approved lists, newest first.",
      ROUTE_LIST, .faces = LIST_FACES, .rate = RATE_SEARCH, .takes = &model_query_record,
      .gives = &model_listed_record },
    { GET, "/lam/mo-hinh/:id", NULL, model_show_page, "One model, with what was measured.",
      .faces = 1 << FACE_HTML | 1 << FACE_JSON, .rate = RATE_READ, .gives = &model_shown_record,
      .rows = results },
    { GET, "/cb/mo-hinh", POWER_REGISTER, model_desk_page, "What the units have entered.",
      ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/mo-hinh/moi", POWER_REGISTER, model_new_page, "The form of a model.", ROUTE_SECRET,
      .rate = RATE_READ },
    { POST, "/cb/mo-hinh/moi", POWER_REGISTER, model_new_take,
      "Register a model, or keep a draft of it.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &model_register_record },
    { GET, "/cb/mo-hinh/:id", POWER_REGISTER, model_file_page,
      "One model, for those who look after it.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/mo-hinh/:id/sua", POWER_REGISTER, model_edit_page, "The form of a draft.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/mo-hinh/:id/sua", POWER_REGISTER, model_edit_take,
      "Change a draft, or register it.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &model_register_record },
    { GET, "/cb/mo-hinh/:id/ket-qua", POWER_REGISTER, model_measure_page,
      "The form of what was measured.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/mo-hinh/:id/ket-qua", POWER_REGISTER, model_measure_take, "Say what was measured.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &model_measure_record },
    { POST, "/cb/mo-hinh/:id/:act", POWER_REGISTER, model_act_take, "An act on a model.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &model_act_record },
};

static const struct menu menus[] = {
    { "lam", N_("Mô hình “Dân vận khéo”"), "/lam/mo-hinh", NULL },
    { "cb", N_("Mô hình của đơn vị"), "/cb/mo-hinh", POWER_REGISTER },
};

static const struct tick ticks[] = { { "model.news", model_hear_news } };

static const struct workflow *const workflows[] = { &model_flow };

const struct module module_model = {
    .name = "model",
    MODULE_ROWS(commands, model_commands),
    MODULE_ROWS(facts, model_facts),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    MODULE_ROWS(ticks, ticks),
    MODULE_ROWS(workflows, workflows),
    .finding = &model_finding,
    .check = model_check,
};
