/* Letters of the office about a complaint: the forms of the law, and what of them is known. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/complaint/pages.h"

/* Law: forms of 124/2020/NĐ-CP as 155/2026/NĐ-CP has them, of 05/2021/TT-TTCP for letters. */
static const struct case_form forms[] = {
    { "C05-01", .is_inside = true },
    { "D124-03", "accept" },
    { "D124-04", "refuse" },
    { "C05-02", "guide" },
    { "C05-05", "guide" },
    { "D124-05", "verify" },
    { "D124-14" },
    { "D124-14a", "suspend terminate withdraw" },
    { "D124-14b", "resume" },
    { "D124-15", "decide" },
    { "D124-16", "decide" },
};

static void known(struct case_known *to, const void *own);

const struct case_letters complaint_letters = {
    .forms = forms,
    .form_count = COUNT(forms),
    .commands = &complaint_commands[COMMAND_FIRST_LETTER],
    .facts = &complaint_facts[FACT_FIRST_LETTER],
    .known = known,
};

static void known(struct case_known *to, const void *own)
{
    const struct complaint *complaint = own;
    struct case_file_id id = complaint->file.id;
    struct case_head head = case_letter_head(to->conn, complaint->file.unit_id);
    case_known_people(to, id);
    case_known_day(to, "received_on", complaint->file.received_on);
    case_known_put(to, "matter", complaint->row.contested);
    case_known_put(to, "kind", STR("khiếu nại"));
    case_known_put(to, "decider", head.post);
    case_known_put(to, "head", head.post);
    case_known_put(to, "powers", head.powers);
    case_known_put(to, "transferred_by", complaint->file.from_body);
    case_known_paper(to, "accepted", "Thông báo", id, "accept");
    case_known_paper(to, "suspended", "Quyết định", id, "suspend");
    case_known_said(to, "findings", id, "report");
    case_known_said(to, "dialogue", id, "dialogue");
}

/* --- pages ------------------------------------------------------------------------------------ */

static enum status after(struct visit *v)
{
    return case_letter_after(v, &complaint_pages);
}

enum status complaint_letter_new(struct visit *v)
{
    return case_letter_new(v, &complaint_pages);
}

enum status complaint_letter_draft(struct visit *v)
{
    return case_letter_draft(v, &complaint_pages, after);
}

enum status complaint_letter_show(struct visit *v)
{
    return case_letter_show(v, &complaint_pages);
}

enum status complaint_letter_file(struct visit *v)
{
    return case_letter_file(v, &complaint_pages);
}

enum status complaint_letter_take(struct visit *v)
{
    return case_letter_take(v, &complaint_pages, after);
}

enum status complaint_register_page(struct visit *v)
{
    return case_register_show(v, &complaint_pages);
}

enum status complaint_letters_register(struct visit *v)
{
    return case_letters_register(v, &complaint_pages);
}

struct verdict apply_complaint_letter(struct deed *deed, const void *args, struct answer *ret)
{
    return case_letter_do(&complaint_kind, deed, args, ret);
}
