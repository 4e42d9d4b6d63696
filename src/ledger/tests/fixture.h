/* A whole log in memory, for tests: leaves, stored nodes, and receipts made as the desk does. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LEDGER_TESTS_FIXTURE_H
#define LEDGER_TESTS_FIXTURE_H

#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "ledger/receipt.h"
#include "ledger/tree.h"

/* Not inlined, so that the frames of instrumented tests stay below the limit of mk/flags.mk. */
#define FIXTURE __attribute__((noinline, unused))

#define FIXTURE_ORIGIN  STR("demo.kheo.example/log")
#define FIXTURE_WITNESS STR("witness.example/front")

struct fixture_log {
    struct arena *arena;
    struct sign_key key;
    struct sign_key witness;
    struct tree tree;
    struct hash *nodes; /* by storage number */
    struct str *leaves;
};

FIXTURE static void fixture_append(struct fixture_log *log)
{
    int64_t i = log->tree.size;
    struct opening opening = { .count = 2 };
    opening.fields[0] =
        (struct opened_field){ STR("text"), OPENED_PRESENT, STR("Đèn hỏng"), { 7 }, { { 0 } } };
    opening.fields[1] =
        (struct opened_field){ STR("phone"), OPENED_ABSENT, STR_NONE, { 9 }, { { 0 } } };
    opening.fields[0].key[1] = (uint8_t)i;
    struct leaf leaf = { .type = STR("feedback.received"),
                         .at = { 1795300000 + i },
                         .unit = STR("19753"),
                         .version = 1,
                         .commitment = opening_commitment(&opening) };
    struct hash seed = hash_of(str_span(&i, sizeof(i)));
    object_id_from(seed.b, leaf.object);
    struct out out = out_open(log->arena, LEAF_BYTES_MAX);
    leaf_write(&out, &leaf);
    log->leaves[i] = out_str(&out);
    struct tree_node nodes[TREE_HEIGHT_MAX];
    size_t count = tree_append(&log->tree, leaf_hash(log->leaves[i]), nodes);
    for (size_t n = 0; n < count; n++) {
        log->nodes[nodes[n].id] = nodes[n].hash;
    }
}

FIXTURE static struct fixture_log fixture_create(struct arena *arena, int64_t size)
{
    static const uint8_t log_seed[SIGN_SEED_BYTES] = { 1, 2, 3 };
    static const uint8_t witness_seed[SIGN_SEED_BYTES] = { 4, 5, 6 };
    struct fixture_log log = {
        .arena = arena,
        .key = sign_key_from_seed(log_seed),
        .witness = sign_key_from_seed(witness_seed),
        .nodes = new(arena, struct hash, (size_t)tree_node_count(size)),
        .leaves = new(arena, struct str, (size_t)size),
    };
    while (log.tree.size < size) {
        fixture_append(&log);
    }
    return log;
}

FIXTURE static size_t fixture_prove(const struct fixture_log *log, const struct proof_plan *plan,
                                    struct hash ret[PROOF_HASHES_MAX])
{
    struct hash nodes[PROOF_NODES_MAX];
    for (size_t i = 0; i < plan->node_count; i++) {
        nodes[i] = log->nodes[plan->nodes[i]];
    }
    return proof_combine(plan, nodes, ret);
}

FIXTURE static struct hash fixture_root(const struct fixture_log *log, int64_t size)
{
    struct proof_plan plan = proof_plan_root(size);
    struct hash proof[PROOF_HASHES_MAX];
    fixture_prove(log, &plan, proof);
    return proof[0];
}

FIXTURE static struct str fixture_checkpoint(const struct fixture_log *log, int64_t size,
                                             bool has_witness)
{
    struct checkpoint checkpoint = { FIXTURE_ORIGIN, size, fixture_root(log, size) };
    struct out out = out_open(log->arena, CHECKPOINT_BYTES_MAX);
    checkpoint_sign(&out, &checkpoint, &log->key);
    if (has_witness) {
        struct out text = out_open(log->arena, CHECKPOINT_BYTES_MAX);
        checkpoint_write(&text, &checkpoint);
        note_cosign(&out, out_str(&text), FIXTURE_WITNESS, &log->witness,
                    (struct instant){ 1795305180 });
    }
    must(!out.overflowed);
    return out_str(&out);
}

FIXTURE static struct str fixture_receipt(const struct fixture_log *log, int64_t index,
                                          int64_t size, bool has_witness)
{
    struct receipt receipt = { .leaf = log->leaves[index],
                               .index = index,
                               .note = fixture_checkpoint(log, size, has_witness) };
    struct proof_plan plan = proof_plan_inclusion(index, size);
    receipt.proof_count = fixture_prove(log, &plan, receipt.proof);
    struct out out = out_open(log->arena, RECEIPT_BYTES_MAX);
    receipt_write(&out, &receipt);
    must(!out.overflowed);
    return out_str(&out);
}

/* The log's key, and after it the witness's. */
FIXTURE static void fixture_keys(const struct fixture_log *log, struct vkey ret[2])
{
    ret[0] = vkey_of(FIXTURE_ORIGIN, VKEY_ED25519, &log->key);
    ret[1] = vkey_of(FIXTURE_WITNESS, VKEY_COSIGNATURE, &log->witness);
}

#endif
