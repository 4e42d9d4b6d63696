/* For `kheo check`: envelopes and keys are those that the ledger was told of. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/audit.h"
#include "mod/denunciation/flow.h"

struct reading {
    struct conn *conn;
    struct check *check;
    int64_t papers;
    int64_t messages;
    int64_t events;
    int64_t keys;
};

static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject);
static void check_sealed(const struct reading *r, int64_t position, const struct leaf *leaf,
                         struct hash sealed);
static void check_key(struct reading *r, int64_t position, const struct leaf *leaf,
                      struct officer_key_id id);
static struct hash hash_told(struct reading *r, int64_t position, struct id subject);
static bool is_fact(const struct leaf *leaf, int fact);

void denunciation_check(struct snap *snap, struct check *check)
{
    struct reading reading = { .conn = &snap->conn, .check = check };
    struct denunciation_told_count_row told = { 0 };
    struct case_told_count_row done = { 0 };
    audit_each_leaf(&snap->conn, 0, check_leaf, &reading);
    (void)denunciation_told_count(&snap->conn, &told);
    (void)case_told_count(
        &snap->conn, &(struct case_told_count){ .kind = str_of(denunciation_kind.name) }, &done);
    const struct {
        const char *what;
        int64_t in_ledger;
        int64_t kept;
    } counts[] = {
        { "denunciation", reading.papers, told.papers },
        { "denunciation_message", reading.messages, told.messages },
        { "case_event", reading.events, done.events },
        { "officer_key", reading.keys, told.keys },
    };
    for (size_t i = 0; i < COUNT(counts); i++) {
        if (counts[i].in_ledger != counts[i].kept) {
            check_fault(check, "%s: sổ cái biết %lld dòng, kho có %lld", counts[i].what,
                        (long long)counts[i].in_ledger, (long long)counts[i].kept);
        }
        check->row_count += counts[i].in_ledger;
    }
}

/* A leaf without a subject stands for nothing. */
static bool check_leaf(void *context, int64_t position, const struct leaf *leaf, struct id subject)
{
    struct reading *r = context;
    if (subject.v == 0) {
        return true;
    }
    if (is_fact(leaf, FACT_RECEIVED) || is_fact(leaf, FACT_MESSAGE)) {
        check_sealed(r, position, leaf, hash_told(r, position, subject));
    } else if (is_fact(leaf, FACT_KEY_ADDED) || is_fact(leaf, FACT_KEY_REPLACED)) {
        check_key(r, position, leaf, (struct officer_key_id){ subject.v });
    }
    return true;
}

/* Of what is kept under that number: a letter, a message about one, or an act of settling it.
 * Zeros: nothing is. */
static struct hash hash_told(struct reading *r, int64_t position, struct id subject)
{
    struct denunciation_sealed_row paper;
    struct denunciation_message_sealed_row message;
    struct case_event_whole_row event;
    struct case_event_whole wanted = { .id = { subject.v } };
    if (denunciation_sealed(r->conn, &(struct denunciation_sealed){ .id = { subject.v } },
                            &paper)) {
        r->papers++;
        return sealed_hash(paper.content, paper.identity);
    }
    if (denunciation_message_sealed(
            r->conn, &(struct denunciation_message_sealed){ .id = { subject.v } }, &message)) {
        r->messages++;
        return sealed_hash(message.sealed, (struct bytes){ NULL, 0 });
    }
    if (case_event_whole(r->conn, &wanted, &event) && event.position == position) {
        r->events++;
        return settling_sealed(r->conn, wanted.id);
    }
    return (struct hash){ { 0 } };
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
