/* For `kheo check`: envelopes and keys are those that the ledger was told of. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/denunciation/denunciation.h"

struct reading {
    struct conn *conn;
    struct check *check;
    int64_t papers;
    int64_t messages;
    int64_t keys;
};

static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static void check_sealed(const struct reading *r, int64_t position, const struct leaf *leaf,
                         struct hash sealed);
static void check_key(struct reading *r, int64_t position, const struct leaf *leaf,
                      struct officer_key_id id);
static bool is_fact(const struct leaf *leaf, int fact);

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
    if (denunciation_told_count(&snap->conn, &told) && told.keys != reading.keys) {
        check_fault(check, "officer_key: sổ cái biết %lld khóa, kho có %lld",
                    (long long)reading.keys, (long long)told.keys);
    }
    check->row_count += reading.papers + reading.messages + reading.keys;
}

/* A leaf without a subject stands for nothing. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    struct reading *r = context;
    if (subject.v == 0) {
        return true;
    }
    if (is_fact(leaf, FACT_RECEIVED)) {
        struct denunciation_sealed_row row;
        bool is_there = denunciation_sealed(
            r->conn, &(struct denunciation_sealed){ .id = { subject.v } }, &row);
        r->papers += is_there;
        check_sealed(r, position, leaf,
                     is_there ? sealed_hash(row.content, row.identity) : (struct hash){ { 0 } });
    } else if (is_fact(leaf, FACT_MESSAGE)) {
        struct denunciation_message_sealed_row row;
        bool is_there = denunciation_message_sealed(
            r->conn, &(struct denunciation_message_sealed){ .id = { subject.v } }, &row);
        r->messages += is_there;
        check_sealed(r, position, leaf,
                     is_there ? sealed_hash(row.sealed, (struct bytes){ NULL, 0 })
                              : (struct hash){ { 0 } });
    } else if (is_fact(leaf, FACT_KEY_ADDED) || is_fact(leaf, FACT_KEY_REPLACED)) {
        check_key(r, position, leaf, (struct officer_key_id){ subject.v });
    }
    return true;
}

static bool is_fact(const struct leaf *leaf, int fact)
{
    return str_equal(leaf->type, str_of(denunciation_facts[fact].name));
}

/* Whoever puts a key of their own into a row would read all that comes in from then on. */
static void check_key(struct reading *r, int64_t position, const struct leaf *leaf,
                      struct officer_key_id id)
{
    struct officer_key_public_row row;
    const struct audited_fact *fact = audit_fact(r->conn, position);
    bool is_there = officer_key_public(r->conn, &(struct officer_key_public){ .id = id }, &row);
    bool is_so = is_there && fact && row.public_key.n == BOX_KEY_BYTES &&
                 audit_field_is(fact, "public_key", str_span(row.public_key.p, BOX_KEY_BYTES));
    if (is_so) {
        struct key_id name = key_id_of(row.public_key.p);
        is_so =
            str_equal(str_span(name.b, sizeof name.b), str_span(row.key_name.p, row.key_name.n));
    }
    r->keys += is_there;
    if (!is_so) {
        check_fault(r->check, "officer_key %.*s: khóa khác với sổ cái", (int)sizeof leaf->object,
                    leaf->object);
    }
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
