/* For `kheo check`: what a complaint says, and who is in it, against the fact of its receipt. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/complaint/complaint.h"

struct reading {
    struct conn *conn;
    struct check *check;
    const struct case_check_page_row *file;
    const struct audited_fact *fact;
};

static void check_row(const struct reading *r);
static void check_people(const struct reading *r);
static void expect(const struct reading *r, const char *field, struct str value);
static struct str digits(const struct reading *r, int64_t value);
static struct str day(const struct reading *r, struct day value);

void complaint_check(struct conn *conn, struct check *check, const struct case_check_page_row *file,
                     const struct audited_fact *fact)
{
    struct reading r = { conn, check, file, fact };
    check_row(&r);
    check_people(&r);
}

/* Content, people and what was completed later are told by acts of their own, and stand here only
 * while none of those was done. */
static void check_row(const struct reading *r)
{
    struct complaint_get_row row;
    struct case_event_find_row act;
    if (!complaint_get(r->conn, &(struct complaint_get){ .case_id = r->file->id }, &row)) {
        check_fault(r->check, "complaint: thiếu dòng của case_file %lld", (long long)r->file->id.v);
        return;
    }
    expect(r, "round", digits(r, row.round));
    expect(r, "respondent", row.respondent);
    expect(r, "respondent_unit", row.respondent_unit);
    expect(r, "is_discipline", digits(r, row.is_discipline));
    expect(r, "is_dismissal", digits(r, row.is_dismissal));
    expect(r, "contested", row.contested);
    expect(r, "contested_on", day(r, row.contested_on));
    expect(r, "request", row.request);
    expect(r, "is_remote", digits(r, row.is_remote));
    expect(r, "excluded_days", digits(r, row.excluded_days));
    expect(r, "from_body", r->file->from_body);
    struct case_event_find narrow = { .case_id = r->file->id, .act = STR("narrow") };
    if (!case_event_find(r->conn, &narrow, &act)) {
        expect(r, "content", row.content);
        expect(r, "people", digits(r, row.people));
    }
    struct case_event_find complete = { .case_id = r->file->id, .act = STR("complete") };
    struct case_event_find sign = { .case_id = r->file->id, .act = STR("sign") };
    bool is_signed = case_event_find(r->conn, &sign, &act);
    if (!is_signed) {
        expect(r, "received_on", day(r, r->file->received_on));
    }
    if (!is_signed && !case_event_find(r->conn, &complete, &act)) {
        expect(r, "representatives", digits(r, row.representatives));
        expect(r, "has_all_signatures", digits(r, row.has_all_signatures));
        expect(r, "has_appointment", digits(r, row.has_appointment));
    }
}

static void check_people(const struct reading *r)
{
    struct case_parties_rows rows =
        case_parties(r->conn, &(struct case_parties){ .case_id = r->file->id });
    for (size_t i = 0; i < rows.count; i++) {
        const struct case_parties_row *row = &rows.rows[i];
        if (str_equal(row->role, STR("sender"))) {
            expect(r, "name", row->name);
            expect(r, "address", row->address);
            expect(r, "identity_number", row->identity_number);
            expect(r, "phone", row->phone);
            expect(r, "email", row->email);
        } else if (str_equal(row->role, STR("representative"))) {
            expect(r, "representative", row->name);
        } else {
            expect(r, "respondent_name", row->name);
        }
    }
}

static void expect(const struct reading *r, const char *field, struct str value)
{
    if (!audit_field_is(r->fact, field, value)) {
        check_fault(r->check, "complaint %lld: %s khác với sổ cái", (long long)r->file->id.v,
                    field);
    }
}

static struct str digits(const struct reading *r, int64_t value)
{
    return str_printf(r->conn->arena, "%lld", (long long)value);
}

static struct str day(const struct reading *r, struct day value)
{
    enum { DAY_BYTES = 16 };
    struct out out = out_open(r->conn->arena, DAY_BYTES);
    out_day(&out, value);
    return out_str(&out);
}
