/* The service of "Dân vận khéo" models: its routes, menus, tick. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/calendar.h"
#include "mod/model/copy.h"
#include "mod/model/figures.h"
#include "mod/model/help.h"
#include "mod/model/sheet.h"
#include "mod/model/year.h"
#include "mod/model/list.h"
#include "text/tongue.h"

enum { LIST_FACES = 1 << FACE_HTML | 1 << FACE_JSON | 1 << FACE_CSV | 1 << FACE_ATOM };

static const struct route_rows results[] = { { "results", &model_result_record }, { NULL, NULL } };

static const struct route_rows copies[] = { { "copies", &model_tree_copy_record }, { NULL, NULL } };

enum {
    TREE_FACES = 1 << FACE_HTML | 1 << FACE_JSON,
    RANKING_FACES = 1 << FACE_HTML | 1 << FACE_JSON | 1 << FACE_CSV,
    FIGURES_FACES = RANKING_FACES | 1 << FACE_XLSX,
};

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
    { GET, "/lam/mo-hinh/duoc-lam-theo", NULL, model_ranking_page,
      "Models that are copied, by verified copies and by those that lasted.", ROUTE_LIST,
      .faces = RANKING_FACES, .rate = RATE_READ, .takes = &model_ranking_query_record,
      .gives = &model_ranked_record },
    { GET, "/lam/mo-hinh/so-lieu", NULL, model_figures_page,
      "What is reported of a year: each number opens its list.", ROUTE_LIST, .faces = FIGURES_FACES,
      .rate = RATE_READ, .takes = &model_figures_query_record, .gives = &model_figures_record },
    { GET, "/lam/mo-hinh/:id/nhan-rong", NULL, model_tree_page,
      "Where a model was copied, as it stood at the end of a year.", .faces = TREE_FACES,
      .rate = RATE_READ, .takes = &model_tree_query_record, .gives = &model_tree_record,
      .rows = copies },
    { GET, "/cb/mo-hinh/:id/lam-theo", POWER_REGISTER, model_copy_new_page,
      "The form of a unit that wants to do it too.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/mo-hinh/:id/lam-theo", POWER_REGISTER, model_copy_new_take,
      "Begin to copy a model.", ROUTE_SECRET, .rate = RATE_WRITE, .takes = &model_copy_record },
    { GET, "/cb/lam-theo", POWER_REGISTER, model_copies_page, "What the units copy.", ROUTE_SECRET,
      .rate = RATE_READ },
    { GET, "/cb/xac-nhan-lam-theo", POWER_VERIFY, model_copies_wait_page,
      "Copies that wait to be verified.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/lam-theo/:id", NULL, model_copy_page, "One copy, with its checks and its history.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/lam-theo/:id/do", POWER_REGISTER, model_copy_check_take,
      "Say what a copy came to.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &model_copy_check_record },
    { POST, "/cb/lam-theo/:id/:act", NULL, model_copy_act_take, "An act on a copy.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &model_copy_act_record },
    { GET, "/cb/mo-hinh/:id/tu-cham", POWER_REGISTER, model_assess_page,
      "The form of a unit that puts its model forward.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/mo-hinh/:id/tu-cham", POWER_REGISTER, model_assess_take,
      "Give points to one's own model of a year.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &model_assess_record },
    { GET, "/cb/xet-cong-nhan", POWER_APPRAISE, model_entries_page,
      "Models that units have put forward.", ROUTE_SECRET, .rate = RATE_READ },
    { GET, "/cb/xet-cong-nhan/:id", NULL, model_entry_page,
      "One model in one year, with its points.", ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/xet-cong-nhan/:id/cham", POWER_APPRAISE, model_appraise_take,
      "Give points to a model of another unit.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &model_appraise_record },
    { POST, "/cb/xet-cong-nhan/:id/:act", POWER_LEAD, model_entry_act_take,
      "Decide on a model of a year.", ROUTE_SECRET, .rate = RATE_WRITE,
      .takes = &model_entry_act_record },
    { GET, "/cb/phieu-cham", POWER_LEAD, model_sheet_page, "The score sheet of one's unit.",
      ROUTE_SECRET, .rate = RATE_READ },
    { POST, "/cb/phieu-cham", POWER_LEAD, model_sheet_take, "Set a score sheet.", ROUTE_SECRET,
      .rate = RATE_WRITE, .takes = &model_sheet_set_record },
    { GET, "/cb/lich-mo-hinh", NULL, model_calendar_page,
      "The calendar of a year: its steps, and what waits at each.", ROUTE_SECRET, .rate = RATE_READ,
      .takes = &model_calendar_query_record },
    { POST, "/cb/lich-mo-hinh", POWER_LEAD, model_calendar_take, "Set the calendar of a year.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &model_calendar_set_record },
    { POST, "/cb/mo-hinh/:id/:act", POWER_REGISTER, model_act_take, "An act on a model.",
      ROUTE_SECRET, .rate = RATE_WRITE, .takes = &model_act_record },
};

static const struct menu menus[] = {
    { "lam", N_("Mô hình “Dân vận khéo”"), "/lam/mo-hinh", NULL },
    { "cb", N_("Mô hình của đơn vị"), "/cb/mo-hinh", POWER_REGISTER },
    { "cb", N_("Làm theo mô hình"), "/cb/lam-theo", POWER_REGISTER },
    { "cb", N_("Xác nhận nơi làm theo"), "/cb/xac-nhan-lam-theo", POWER_VERIFY },
    { "cb", N_("Xét công nhận mô hình"), "/cb/xet-cong-nhan", POWER_APPRAISE },
    { "cb", N_("Lịch xét mô hình"), "/cb/lich-mo-hinh", POWER_LEAD },
    { "cb", N_("Phiếu chấm mô hình"), "/cb/phieu-cham", POWER_LEAD },
};

static const struct tick ticks[] = { { "model.news", model_hear_news },
                                     { "model.copies", model_copies_hear },
                                     { "model.figures", model_count_waiting },
                                     { "model.calendar", model_calendar_hear } };

static const struct workflow *const workflows[] = { &model_flow, &model_copy_flow,
                                                    &model_year_flow };

const struct module module_model = {
    .name = "model",
    .help = model_help,
    MODULE_ROWS(commands, model_commands),
    MODULE_ROWS(facts, model_facts),
    MODULE_ROWS(routes, routes),
    MODULE_ROWS(menus, menus),
    MODULE_ROWS(ticks, ticks),
    MODULE_ROWS(workflows, workflows),
    .finding = &model_finding,
    .waiting = model_waiting,
    .check = model_check,
};
