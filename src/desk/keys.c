/* Idempotency keys: the same wish sent twice is done once, and answered twice. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "desk/desk_private.h"

#include "sql/desk.h"

enum { KEY_KEPT_S = DAY_S, BODY_MARK_BYTES_MAX = 32 };

static struct hash key_hash(const struct command *command, struct str key);
static void answer_key(const struct command *command, struct str key,
                       uint8_t ret[SECRET_KEY_BYTES]);
static struct str open_answer(const struct command *command, struct str key,
                              const struct desk_key_get_row *row, struct arena *arena);

/* Every field of the command with its length before it, so that no two bodies run together. */
struct hash key_body_hash(const struct order *order, struct arena *arena)
{
    const struct record *takes = order->command->takes;
    size_t count = 2 * (size_t)takes->count + 1;
    struct str *parts = new(arena, struct str, count);
    parts[0] = str_of(order->command->name);
    for (size_t i = 0; i < takes->count; i++) {
        struct str value = field_canonical(&takes->fields[i], order->args, arena);
        struct out before = out_open(arena, BODY_MARK_BYTES_MAX);
        out_str_raw(&before, value.p ? STR("\ntext ") : STR("\nnone "));
        out_int(&before, (int64_t)value.n);
        out_char(&before, '\n');
        parts[2 * i + 1] = out_str(&before);
        parts[2 * i + 2] = value;
    }
    return hash_of_parts(parts, count);
}

bool key_recall(struct desk *desk, struct order *order, struct hash body)
{
    struct hash hash = key_hash(order->command, order->key);
    struct desk_key_get_row past;
    /* One that is not new cannot be inserted either. */
    if (desk->batch.tx.trusts ||
        !desk_key_get(&desk->batch.tx.conn,
                      &(struct desk_key_get){ .key_hash = { hash.b, HASH_BYTES } }, &past)) {
        return false;
    }
    if (!str_equal(str_span(past.body_hash.p, past.body_hash.n), hash_str(&body))) {
        order->outcome.verdict = (struct verdict){ .status = STATUS_KEY_REUSED };
        return true;
    }
    order->outcome.is_repeat = true;
    order->outcome.first_position = past.first_position;
    order->outcome.leaf_count = past.leaf_count;
    order->outcome.answer.subject = (struct id){ past.subject };
    order->outcome.answer.text = open_answer(order->command, order->key, &past, desk->arena);
    if (!order->outcome.answer.text.p) {
        order->outcome.verdict = (struct verdict){ .status = STATUS_STORE_FAILED };
    }
    return true;
}

struct str desk_recall(struct conn *conn, const struct command *command, struct str key,
                       struct instant now, struct arena *arena)
{
    struct hash hash = key_hash(command, key);
    struct desk_key_get_row past;
    if (!desk_key_get(conn, &(struct desk_key_get){ .key_hash = { hash.b, HASH_BYTES } }, &past) ||
        past.at.s < now.s - KEY_KEPT_S) {
        return STR_NONE;
    }
    return open_answer(command, key, &past, arena);
}

void keys_forget(struct desk *desk)
{
    struct instant before = { desk->batch.now.s - KEY_KEPT_S };
    desk_key_forget(&desk->batch.tx, &(struct desk_key_forget){ .before = before });
}

void keys_forget_about(struct deed *deed, struct id subject)
{
    struct instant since = { deed->now.s - KEY_KEPT_S };
    desk_key_forget_about(deed->tx,
                          &(struct desk_key_forget_about){ .subject = subject.v, .since = since });
}

/* Absent when the row was damaged. */
static struct str open_answer(const struct command *command, struct str key,
                              const struct desk_key_get_row *row, struct arena *arena)
{
    struct hash hash = key_hash(command, key);
    uint8_t sealing_key[SECRET_KEY_BYTES];
    answer_key(command, key, sealing_key);
    if (row->answer.n < SECRET_OVERHEAD_BYTES) {
        return STR_NONE;
    }
    size_t n = row->answer.n - SECRET_OVERHEAD_BYTES;
    uint8_t *plain = new(arena, uint8_t, n + 1);
    bool is_open =
        secret_open(sealing_key, str_span(row->answer.p, row->answer.n), hash_str(&hash), plain);
    return is_open ? str_span(plain, n) : STR_NONE;
}

void key_remember(struct desk *desk, const struct order *order, struct hash body, struct str text)
{
    struct hash hash = key_hash(order->command, order->key);
    size_t n = text.n + SECRET_OVERHEAD_BYTES;
    uint8_t *sealed = new(desk->arena, uint8_t, n);
    uint8_t key[SECRET_KEY_BYTES];
    answer_key(order->command, order->key, key);
    secret_seal(key, text, hash_str(&hash), sealed);
    desk_key_insert(&desk->batch.tx, &(struct desk_key_insert){
                                         .key_hash = { hash.b, HASH_BYTES },
                                         .body_hash = { body.b, HASH_BYTES },
                                         .at = desk->batch.now,
                                         .subject = order->outcome.answer.subject.v,
                                         .first_position = order->outcome.first_position,
                                         .leaf_count = order->outcome.leaf_count,
                                         .answer = { sealed, n },
                                     });
}

/* The key itself is never stored: it opens the answer. */
static struct hash key_hash(const struct command *command, struct str key)
{
    const struct str parts[] = { STR("kheo key\n"), str_of(command->name), STR("\n"), key };
    return hash_of_parts(parts, COUNT(parts));
}

static void answer_key(const struct command *command, struct str key, uint8_t ret[SECRET_KEY_BYTES])
{
    const struct str parts[] = { STR("kheo answer\n"), str_of(command->name) };
    struct hash derived = hash_hmac(key, parts, COUNT(parts));
    memcpy(ret, derived.b, SECRET_KEY_BYTES);
}
