/* From rows to keys, from keys to envelopes, and back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/seal.h"

#include <string.h>

#include "base/limits.h"
#include "text/tongue.h"

static bool open_replaced(const struct officer_key_get_row *row, const struct box_key *next,
                          struct box_key *ret);

struct readers readers_over(struct visit *v, struct unit_id unit, struct unit_id accused,
                            const char *power)
{
    struct readers readers = { .count = 0 };
    struct reader_keys_over_rows rows =
        reader_keys_over(&v->snap->conn, &(struct reader_keys_over){ .unit = unit,
                                                                     .accused = accused,
                                                                     .power = str_of(power),
                                                                     .on = instant_day(v->now),
                                                                     .limit = ENVELOPE_KEYS_MAX });
    for (size_t i = 0; i < rows.count; i++) {
        readers_add(&readers, rows.rows[i].public_key);
    }
    return readers;
}

/* One place is left for the mailbox. */
struct readers readers_of_denunciation(struct visit *v, struct denunciation_id id)
{
    struct readers readers = { .count = 0 };
    struct reader_keys_of_rows rows =
        reader_keys_of(&v->snap->conn, &(struct reader_keys_of){ .denunciation_id = id,
                                                                 .on = instant_day(v->now),
                                                                 .limit = ENVELOPE_KEYS_MAX - 1 });
    for (size_t i = 0; i < rows.count; i++) {
        readers_add(&readers, rows.rows[i].public_key);
    }
    return readers;
}

void readers_add(struct readers *readers, struct bytes key)
{
    if (readers->count < ENVELOPE_KEYS_MAX && key.n == BOX_KEY_BYTES) {
        memcpy(readers->keys[readers->count++], key.p, BOX_KEY_BYTES);
    }
}

struct bytes seal_for(struct visit *v, enum envelope_kind kind, const struct readers *readers,
                      unsigned needed, struct str plain)
{
    const struct envelope_to to = { (const uint8_t(*)[BOX_KEY_BYTES])readers->keys, readers->count,
                                    needed };
    size_t n = envelope_bytes(readers->count, plain.n);
    if (n == 0 || readers->count < needed) {
        return (struct bytes){ NULL, 0 };
    }
    uint8_t *sealed = arena_raw(v->arena, n);
    return envelope_seal(kind, &to, plain, sealed) ? (struct bytes){ sealed, n }
                                                   : (struct bytes){ NULL, 0 };
}

struct bytes mark_of(struct visit *v, struct str plain)
{
    const struct str parts[] = { STR("kheo denunciation mark\n"), plain };
    struct hash *mark = new(v->arena, struct hash, 1);
    *mark = hash_hmac(v->key, parts, COUNT(parts));
    return (struct bytes){ mark->b, HASH_BYTES };
}

enum status officer_keys_open(struct visit *v, struct str passphrase, const char *field,
                              struct officer_key_id wanted, struct officer_keys *ret)
{
    struct officer_key_in_use_row in_use;
    struct officer_key_get_row chain[OFFICER_KEYS_MAX];
    struct conn *conn = &v->snap->conn;
    size_t older = 0;
    struct person_id person = { v->visitor.author.person.v };
    if (!officer_key_in_use(conn, &(struct officer_key_in_use){ .holder_id = person }, &in_use)) {
        visit_problem(v, field, N_("Anh chị chưa có khóa."));
        return STATUS_INVALID;
    }
    struct officer_key_id at = ID_NONE(wanted) ? in_use.id : wanted;
    for (; !ID_IS(at, in_use.id); at = chain[older++].next_id) {
        if (older + 1 == OFFICER_KEYS_MAX ||
            !officer_key_get(conn, &(struct officer_key_get){ .id = at }, &chain[older])) {
            return STATUS_STORE_FAILED;
        }
    }
    struct str wrapped = str_span(in_use.wrapped.p, in_use.wrapped.n);
    if (in_use.public_key.n != BOX_KEY_BYTES ||
        !box_key_unwrap(wrapped, in_use.public_key.p, passphrase, &ret->list[0])) {
        visit_problem(v, field, N_("Cụm mật khẩu của khóa không đúng."));
        return STATUS_INVALID;
    }
    ret->count = 1;
    while (older > 0) {
        if (!open_replaced(&chain[--older], &ret->list[ret->count - 1], &ret->list[ret->count])) {
            return STATUS_STORE_FAILED;
        }
        ret->count++;
    }
    return STATUS_OK;
}

void forget_sender(struct visit *v)
{
    v->key = STR_NONE;
    v->visitor.author = (struct author){ .is_clock = false };
}

void say_refusal(struct visit *v, const struct verdict *verdict)
{
    struct out sentence = out_open(v->arena, REPLY_BODY_BYTES_MAX);
    sentence.tongue = v->tongue;
    verdict_write_full(&sentence, verdict);
    problems_add(&v->problems, verdict->field, out_str(&sentence));
}

struct str content_open(struct visit *v, struct bytes sealed, const struct box_key *keys,
                        size_t key_count)
{
    struct envelope envelope;
    size_t n = 0;
    bool is_open = false;
    if (!envelope_parse(str_span(sealed.p, sealed.n), &envelope)) {
        return STR_NONE;
    }
    uint8_t *plain = arena_raw(v->arena, envelope.class_bytes);
    for (size_t i = 0; !is_open && i < key_count; i++) {
        is_open = envelope_open(&envelope, &keys[i], plain, &n);
    }
    return is_open ? str_span(plain, n) : STR_NONE;
}

/* `next` took its place. */
static bool open_replaced(const struct officer_key_get_row *row, const struct box_key *next,
                          struct box_key *ret)
{
    uint8_t secret[BOX_KEY_BYTES] = { 0 };
    bool is_open = row->wrapped.n == BOX_KEY_BYTES + BOX_OVERHEAD_BYTES &&
                   box_open(next, str_span(row->wrapped.p, row->wrapped.n), secret);
    if (is_open) {
        *ret = box_key_from_secret(secret);
    }
    secret_wipe(secret, sizeof secret);
    return is_open && row->public_key.n == BOX_KEY_BYTES &&
           memcmp(ret->public, row->public_key.p, BOX_KEY_BYTES) == 0;
}
