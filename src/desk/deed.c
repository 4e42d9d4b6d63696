/* What a command may do inside apply(): numbers, randomness, powers, and stating facts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "desk/desk_private.h"

#include "base/must.h"
#include "ledger/commitment.h"
#include "ledger/leaf.h"
#include "sql/desk.h"

enum {
    LEAF_HASHES_AT_FIRST = 64,
    /* Of one field in opening_write(): lengths, state, the name and the key. */
    FIELD_OPENING_OVERHEAD_BYTES = 16 + FIELD_NAME_BYTES_MAX + FIELD_KEY_BYTES,
};

static struct str opening_of(struct deed *deed, const struct fact *fact, const void *says,
                             struct hash *ret_commitment);
static void batch_add_leaf(struct deed *deed, struct str text);
static void tell_listeners(struct deed *deed, const struct heard *heard);

int64_t deed_new_id(struct deed *deed)
{
    return deed->desk->batch.next_id++;
}

/* Every draw is a stream of its own, numbered by how many there were. */
void deed_random(struct deed *deed, void *ret, size_t n)
{
    random_from_seed(deed->order->seed, deed->draws++, ret, n);
}

void deed_new_object(struct deed *deed, char ret[OBJECT_ID_BYTES])
{
    uint8_t bits[OBJECT_ID_RANDOM_BYTES];
    deed_random(deed, bits, sizeof bits);
    object_id_from(bits, ret);
    memcpy(deed->fresh, ret, OBJECT_ID_BYTES);
}

bool deed_may(struct deed *deed, const char *power, struct id unit)
{
    if (deed->author->is_clock) {
        return true;
    }
    const struct desk_settings *settings = &deed->desk->settings;
    for (size_t i = 0; i < settings->service_count; i++) {
        if (settings->services[i].holds) {
            return settings->services[i].holds(&deed->tx->conn, deed->author, power, unit,
                                               deed->today);
        }
    }
    return false;
}

int64_t deed_emit(struct deed *deed, const struct fact *fact, struct id subject, struct str object,
                  struct str unit_code, const void *says)
{
    struct batch *batch = &deed->desk->batch;
    struct leaf leaf = {
        .type = str_of(fact->name), .at = deed->now, .unit = unit_code, .version = 1
    };
    must(object_id_is_valid(object));
    memcpy(leaf.object, object.p, OBJECT_ID_CHARS);

    /* What was drawn just now has no leaf yet; that need not be asked. */
    struct ledger_leaf_newest_row newest;
    bool is_fresh = str_equal(str_of(deed->fresh), object);
    deed->fresh[0] = '\0';
    if (!is_fresh &&
        ledger_leaf_newest(&deed->tx->conn, &(struct ledger_leaf_newest){ .object = object },
                           &newest)) {
        leaf.version = newest.version + 1;
        leaf.previous = leaf_hash(str_span(newest.leaf.p, newest.leaf.n));
    }
    struct str record = opening_of(deed, fact, says, &leaf.commitment);
    struct out text = out_open(deed->arena, LEAF_BYTES_MAX);
    leaf_write(&text, &leaf);
    must(!text.overflowed);

    int64_t position = deed->desk->tree.size + (int64_t)batch->leaf_count;
    ledger_leaf_insert(deed->tx, &(struct ledger_leaf_insert){
                                     .position = position,
                                     .object = object,
                                     .version = leaf.version,
                                     .subject = subject.v,
                                     .leaf = { text.p, text.n },
                                     .record = { record.p, record.n },
                                 });
    batch_add_leaf(deed, out_str(&text));
    tell_listeners(deed, &(struct heard){ fact, subject, object, says, position });
    return position;
}

/* The fact's fields under a fresh key each: what the leaf commits to, and what can later be opened
 * or erased one by one. */
static struct str opening_of(struct deed *deed, const struct fact *fact, const void *says,
                             struct hash *ret_commitment)
{
    const struct record *record = fact->says;
    must(record->count <= FACT_FIELDS_MAX);
    struct opening *opening = new(deed->arena, struct opening, 1);
    opening->count = record->count;
    size_t bytes_max = 1;
    for (size_t i = 0; i < record->count; i++) {
        struct opened_field *field = &opening->fields[i];
        field->name = str_of(record->fields[i].name);
        field->value = field_canonical(&record->fields[i], says, deed->arena);
        field->state = field->value.p ? OPENED_PRESENT : OPENED_ABSENT;
        deed_random(deed, field->key, sizeof field->key);
        bytes_max += FIELD_OPENING_OVERHEAD_BYTES + field->value.n;
    }
    *ret_commitment = opening_commitment(opening);
    struct out text = out_open(deed->arena, bytes_max);
    opening_write(&text, opening);
    must(!text.overflowed);
    return out_str(&text);
}

/* The list outlives the command, so it has an arena of its own; after an undo the places behind the
 * count are simply written again. */
static void batch_add_leaf(struct deed *deed, struct str text)
{
    struct batch *batch = &deed->desk->batch;
    struct arena *arena = deed->desk->leaf_arena;
    if (batch->leaf_count == batch->leaf_capacity) {
        size_t capacity = batch->leaf_capacity ? 2 * batch->leaf_capacity : LEAF_HASHES_AT_FIRST;
        struct hash *hashes = new(arena, struct hash, capacity);
        struct str *texts = new(arena, struct str, capacity);
        for (size_t i = 0; i < batch->leaf_count; i++) {
            hashes[i] = batch->leaf_hashes[i];
            texts[i] = batch->leaf_texts[i];
        }
        batch->leaf_hashes = hashes;
        batch->leaf_texts = texts;
        batch->leaf_capacity = capacity;
    }
    bool is_wanted = deed->order->command->gives_receipt;
    batch->leaf_texts[batch->leaf_count] = is_wanted ? str_copy(arena, text) : STR_NONE;
    batch->leaf_hashes[batch->leaf_count++] = leaf_hash(text);
}

static void tell_listeners(struct deed *deed, const struct heard *heard)
{
    const struct desk_settings *settings = &deed->desk->settings;
    for (size_t s = 0; s < settings->service_count; s++) {
        const struct service *service = &settings->services[s];
        for (size_t i = 0; i < service->hear_count; i++) {
            if (str_equal(str_of(service->hears[i].fact), str_of(heard->fact->name))) {
                service->hears[i].on(deed, heard);
            }
        }
    }
}
