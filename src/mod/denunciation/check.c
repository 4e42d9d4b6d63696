/* For `kheo check`: what the ledger was told is what is kept, envelope by envelope. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/denunciation/denunciation.h"

struct reading {
    struct conn *conn;
    struct check *check;
    int64_t papers;
    int64_t messages;
};

static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static void check_sealed(const struct reading *r, int64_t position, const struct leaf *leaf,
                         struct hash sealed);

void denunciation_check(struct snap *snap, struct check *check)
{
    struct reading reading = { .conn = &snap->conn, .check = check };
    struct denunciation_told_count_row told;
    audit_each_leaf(&snap->conn, 0, check_leaf, &reading);
    if (denunciation_told_count(&snap->conn, &told) &&
        (told.papers != reading.papers || told.messages != reading.messages)) {
        check_fault(check, "denunciation: sổ cái biết %lld đơn và %lld thư, kho có %lld và %lld",
                    (long long)reading.papers, (long long)reading.messages, (long long)told.papers,
                    (long long)told.messages);
    }
    check->row_count += reading.papers + reading.messages;
}

/* A leaf without a subject stands for nothing. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    struct reading *r = context;
    if (subject.v == 0) {
        return true;
    }
    if (str_equal(leaf->type, str_of(denunciation_facts[FACT_RECEIVED].name))) {
        struct denunciation_sealed_row row;
        bool is_there = denunciation_sealed(
            r->conn, &(struct denunciation_sealed){ .id = { subject.v } }, &row);
        r->papers += is_there;
        check_sealed(r, position, leaf,
                     is_there ? sealed_hash(row.content, row.identity) : (struct hash){ { 0 } });
    } else if (str_equal(leaf->type, str_of(denunciation_facts[FACT_MESSAGE].name))) {
        struct denunciation_message_sealed_row row;
        bool is_there = denunciation_message_sealed(
            r->conn, &(struct denunciation_message_sealed){ .id = { subject.v } }, &row);
        r->messages += is_there;
        check_sealed(r, position, leaf,
                     is_there ? sealed_hash(row.sealed, (struct bytes){ NULL, 0 })
                              : (struct hash){ { 0 } });
    }
    return true;
}

static void check_sealed(const struct reading *r, int64_t position, const struct leaf *leaf,
                         struct hash sealed)
{
    const struct audited_fact *fact = audit_fact(r->conn, position);
    if (!fact || !audit_field_is(fact, "sealed", hash_str(&sealed))) {
        check_fault(r->check, "denunciation %.*s: phong bì khác với sổ cái",
                    (int)sizeof leaf->object, leaf->object);
    }
}
