/* deadline: what its routes lead to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DEADLINE_PAGES_H
#define DEADLINE_PAGES_H

#include "mod/deadline/deadline.h"
#include "web/module.h"

extern const struct record ask_record;
/* The names of a suspension's fields in it: "from" and "to", "from2" and "to2" … */
const char *ask_pause_from(size_t pause) PURE;
const char *ask_pause_to(size_t pause) PURE;
/* How the answers look to a program. */
extern const struct record answer_record;
extern const struct route_rows answer_rows[];
extern const struct record rule_record;

visit_fn deadline_page, rules_page, readings_page, deadline_api, rules_api;
/* settings.c */
visit_fn settings_page, setting_form, setting_form_send;

/* Reads the question and counts, with what it would be otherwise; false with the visit's problems.
 */
bool ask_answer(struct visit *v, struct due *ret_due, struct neighbours *ret_beside) MUST_USE;

#endif
