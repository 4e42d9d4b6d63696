/* Around a letter: what its case knows of a form, and the letters that a case has. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"

#include "text/format.h"
#include "text/tongue.h"
#include "web/route.h"

/* --- what is known ---------------------------------------------------------------------------- */

void case_known_put(struct case_known *to, const char *name, struct str text)
{
    if (text.n > 0 && to->count < CASE_KNOWN_MAX) {
        to->values[to->count++] = (struct blank_value){ name, text };
    }
}

void case_known_day(struct case_known *to, const char *name, struct day day)
{
    struct out out = out_open(to->conn->arena, 32);
    format_day(&out, day);
    case_known_put(to, name, out_str(&out));
}

void case_known_paper(struct case_known *to, const char *name, const char *what,
                      struct case_file_id id, const char *act)
{
    struct case_event_find_row event;
    struct out out = out_open(to->conn->arena, 512);
    if (case_event_find(to->conn, &(struct case_event_find){ .case_id = id, .act = str_of(act) },
                        &event)) {
        out_printf(&out, "%s số %.*s ngày ", what, STR_ARG(event.document));
        format_day(&out, event.happened_on);
        case_known_put(to, name, out_str(&out));
    }
}

void case_known_said(struct case_known *to, const char *name, struct case_file_id id,
                     const char *act)
{
    struct case_event_find_row event;
    if (case_event_find(to->conn, &(struct case_event_find){ .case_id = id, .act = str_of(act) },
                        &event)) {
        case_known_put(to, name, event.said);
    }
}

void case_known_people(struct case_known *to, struct case_file_id id)
{
    struct case_parties_rows people =
        case_parties(to->conn, &(struct case_parties){ .case_id = id });
    for (size_t i = 0; i < people.count; i++) {
        const struct case_parties_row *row = &people.rows[i];
        if (str_equal(row->role, STR("sender"))) {
            case_known_put(to, "complainant", row->name);
            case_known_put(to, "person", row->name);
            case_known_put(to, "address", row->address);
            case_known_put(to, "complainant_address", row->address);
            case_known_put(to, "id_paper", row->identity_number);
        } else if (str_equal(row->role, STR("respondent"))) {
            case_known_put(to, "respondent", row->name);
            case_known_put(to, "respondent_address", row->address);
        }
    }
}

/* --- the letters of a case -------------------------------------------------------------------- */

const char *case_form_name(struct arena *arena, struct str form)
{
    struct blank blank;
    struct blank_fault fault;
    return blank_open(arena, form, STR_NONE, &blank, &fault) ? str_z(arena, blank.name) : "";
}

static struct letter_item item_of(struct visit *v, const struct case_letters_list_row *row)
{
    struct case_letter_get_row numbered = { .number = row->number,
                                            .sign = row->sign,
                                            .organ = row->organ };
    return (struct letter_item){
        .name = case_form_name(v->arena, row->form),
        .number = case_letter_number(v->arena, &numbered),
        .state = case_letter_state(row->state),
        .on = row->issued_on,
    };
}

static struct letters_view blanks_of(struct visit *v, const struct case_pages *pages,
                                     const struct case_get_row *file)
{
    size_t count = 0;
    while (pages->blanks && pages->blanks[count]) {
        count++;
    }
    struct letter_item *forms = new(v->arena, struct letter_item, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct str code = str_of(pages->blanks[i]);
        forms[i] = (struct letter_item){ .name = case_form_name(v->arena, code),
                                         .url = route_url(v, pages->blank_path, file->code, code) };
    }
    return (struct letters_view){ NULL, 0, forms, count, true };
}

struct letters_view case_letters_of(struct visit *v, const struct case_pages *pages,
                                    const struct case_get_row *file)
{
    const struct case_letters *letters = pages->kind->letters;
    if (!letters) {
        return blanks_of(v, pages, file);
    }
    struct case_letters_list_rows rows =
        case_letters_list(&v->snap->conn, &(struct case_letters_list){ .case_id = file->id });
    struct letter_item *items = new(v->arena, struct letter_item, rows.count + 1);
    struct letter_item *forms = new(v->arena, struct letter_item, letters->form_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        items[count] = item_of(v, &rows.rows[i]);
        items[count++].url = route_url(v, pages->letter_path, file->code,
                                       str_printf(v->arena, "%lld", (long long)rows.rows[i].id.v));
    }
    for (size_t i = 0; i < letters->form_count; i++) {
        struct str code = str_of(letters->forms[i].blank);
        forms[i] = (struct letter_item){
            .name = case_form_name(v->arena, code),
            .url = route_url(v, pages->letter_new_path, file->code, code),
        };
    }
    return (struct letters_view){ items, count, forms, letters->form_count, false };
}

static bool is_inside(const struct case_kind *kind, struct str form)
{
    for (size_t i = 0; i < kind->letters->form_count; i++) {
        if (str_equal(form, str_of(kind->letters->forms[i].blank))) {
            return kind->letters->forms[i].is_inside;
        }
    }
    return false;
}

struct letters_view case_letters_sent(struct visit *v, const struct case_kind *kind,
                                      struct case_file_id id)
{
    struct case_letters_list_rows rows = { .count = 0 };
    if (kind->letters) {
        rows = case_letters_list(&v->snap->conn, &(struct case_letters_list){ .case_id = id });
    }
    struct letter_item *items = new(v->arena, struct letter_item, rows.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct case_letters_list_row *row = &rows.rows[i];
        if (str_equal(row->state, STR("sent")) && !is_inside(kind, row->form)) {
            items[count] = item_of(v, row);
            items[count++].on = row->sent_on;
        }
    }
    return (struct letters_view){ items, count, NULL, 0, false };
}

const char *case_letter_state(struct str state)
{
    static const struct {
        const char *word;
        const char *label;
    } labels[] = {
        { "draft", N_("Bản thảo") },      { "asked", N_("Đang trình ký") },
        { "issued", N_("Đã ban hành") },  { "revoked", N_("Đã thu hồi") },
        { "signed", N_("Đã có bản ký") }, { "sent", N_("Đã gửi") },
        { "dropped", N_("Đã bỏ") },
    };
    for (size_t i = 0; i < COUNT(labels); i++) {
        if (str_equal(state, str_of(labels[i].word))) {
            return labels[i].label;
        }
    }
    return "";
}
