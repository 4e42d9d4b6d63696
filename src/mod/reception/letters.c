/* Letters about a visit: refusals and receipts for papers, on the forms of the law. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include "mod/reception/pages.h"
#include "mod/reception/reception.h"

/* Law: forms 01 and 02 of 154/2026/NĐ-CP. */
static const struct case_form forms[] = { { "D154-01", "notify" }, { "D154-02" } };

static void known(struct case_known *to, const void *own);
static visit_fn after;

const struct case_letters reception_letters = {
    .forms = forms,
    .form_count = COUNT(forms),
    .commands = &reception_commands[COMMAND_FIRST_LETTER],
    .facts = &reception_facts[FACT_FIRST_LETTER],
    .known = known,
};

static void known(struct case_known *to, const void *own)
{
    const struct reception *visit = own;
    case_known_people(to, visit->file.id);
    case_known_day(to, "came_on", visit->day.held_on);
    case_known_put(to, "place", visit->day.place);
    case_known_put(to, "matter", visit->row.content);
    case_known_said(to, "reason", visit->file.id, "refuse");
    case_known_put(to, "officer", visit->file.handler_name);
}

enum status reception_letter_new(struct visit *v)
{
    return case_letter_new(v, &reception_pages);
}

enum status reception_letter_draft(struct visit *v)
{
    return case_letter_draft(v, &reception_pages, after);
}

enum status reception_letter_show(struct visit *v)
{
    return case_letter_show(v, &reception_pages);
}

enum status reception_letter_file(struct visit *v)
{
    return case_letter_file(v, &reception_pages);
}

enum status reception_letter_take(struct visit *v)
{
    return case_letter_take(v, &reception_pages, after);
}

static enum status after(struct visit *v)
{
    return case_letter_after(v, &reception_pages);
}

struct verdict apply_reception_letter(struct deed *deed, const void *args, struct answer *ret)
{
    return case_letter_do(&reception_kind, deed, args, ret);
}
