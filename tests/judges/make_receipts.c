/* Makes a log in memory and writes what the judges judge: keys, receipts, consistency proofs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "ledger/tests/fixture.h"

enum { SIZE = 1000, CONSISTENCY_SIZE_MAX = 40 };

/* That the tree of `old_size` leaves begins the tree of `size`. */
struct claim {
    int64_t old_size;
    int64_t size;
    struct hash old_root;
    struct hash root;
};

static void write_file(struct fixture_log *log, const char *folder, const char *name,
                       struct str text);
static void write_keys(struct fixture_log *log, const char *folder);
static void write_receipts(struct fixture_log *log, const char *folder);
static void write_checkpoints(struct fixture_log *log, const char *folder);
static void write_consistency(struct fixture_log *log, const char *folder);
static void write_case(struct out *out, const struct claim *claim, bool is_good,
                       const struct hash *proof, size_t count);

int main(int count, char **arguments)
{
    if (count != 2) {
        fputs("usage: make_receipts FOLDER\n", stderr);
        return 2;
    }
    struct arena *arena = arena_create(64 << 20);
    must(arena && crypt_start());
    struct fixture_log log = fixture_create(arena, SIZE);
    mkdir(arguments[1], 0777);
    write_keys(&log, arguments[1]);
    write_receipts(&log, arguments[1]);
    write_checkpoints(&log, arguments[1]);
    write_consistency(&log, arguments[1]);
    arena_destroy(arena);
    return 0;
}

static void write_keys(struct fixture_log *log, const char *folder)
{
    struct vkey keys[2];
    fixture_keys(log, keys);
    struct out out = out_open(log->arena, (size_t)2 * VKEY_BYTES_MAX);
    vkey_write(&out, &keys[0]);
    out_char(&out, '\n');
    write_file(log, folder, "log.vkey", out_str(&out));
    vkey_write(&out, &keys[1]);
    out_char(&out, '\n');
    write_file(log, folder, "log-and-witness.vkey", out_str(&out));
}

/* Small trees, both sides of a power of two, a thousand leaves; the last with a witness. */
static void write_receipts(struct fixture_log *log, const char *folder)
{
    static const int64_t sizes[] = { 1, 2, 3, 7, 8, 9, 255, 256, 257, SIZE };
    for (size_t i = 0; i < COUNT(sizes); i++) {
        const int64_t places[] = { 0, sizes[i] / 2, sizes[i] - 1 };
        for (size_t p = 0; p < COUNT(places); p++) {
            struct str name = str_printf(log->arena, "receipt-%lld-%lld.txt", (long long)sizes[i],
                                         (long long)places[p]);
            write_file(log, folder, name.p, fixture_receipt(log, places[p], sizes[i], false));
        }
    }
    write_file(log, folder, "witnessed.txt", fixture_receipt(log, 777, SIZE, true));
}

/* What kheo-verify --checkpoint may be given: the same head, an older one, two that cannot be. */
static void write_checkpoints(struct fixture_log *log, const char *folder)
{
    write_file(log, folder, "checkpoint.txt", fixture_checkpoint(log, SIZE, false));
    write_file(log, folder, "checkpoint-older.txt", fixture_checkpoint(log, SIZE - 1, false));
    const struct hash other_root = hash_of(STR("another tree"));
    const struct checkpoint forked = { FIXTURE_ORIGIN, SIZE, other_root };
    struct out out = out_open(log->arena, CHECKPOINT_BYTES_MAX);
    checkpoint_sign(&out, &forked, &log->key);
    write_file(log, folder, "checkpoint-forked.txt", out_str(&out));
    const struct checkpoint foreign = { STR("other.example/log"), SIZE, other_root };
    out = out_open(log->arena, CHECKPOINT_BYTES_MAX);
    checkpoint_sign(&out, &foreign, &log->key);
    write_file(log, folder, "checkpoint-foreign.txt", out_str(&out));
}

/* A line for every pair of sizes: old, size, both roots, whether it is good, the hashes; and after
 * it the same with one bit turned, one hash missing, and one too many. */
static void write_consistency(struct fixture_log *log, const char *folder)
{
    struct out out = out_open(log->arena, 8 << 20);
    for (int64_t size = 1; size <= CONSISTENCY_SIZE_MAX; size++) {
        for (int64_t old = 1; old <= size; old++) {
            const struct claim claim = { old, size, fixture_root(log, old),
                                         fixture_root(log, size) };
            struct proof_plan plan = proof_plan_consistency(old, size);
            struct hash proof[PROOF_HASHES_MAX + 1];
            size_t count = fixture_prove(log, &plan, proof);
            write_case(&out, &claim, true, proof, count);
            proof[count] = claim.root;
            write_case(&out, &claim, false, proof, count + 1);
            if (count > 0) {
                write_case(&out, &claim, false, proof, count - 1);
                proof[(size_t)size % count].b[old % HASH_BYTES] ^= 4;
                write_case(&out, &claim, false, proof, count);
            }
        }
    }
    must(!out.overflowed);
    write_file(log, folder, "consistency.txt", out_str(&out));
}

static void write_case(struct out *out, const struct claim *claim, bool is_good,
                       const struct hash *proof, size_t count)
{
    out_int(out, claim->old_size);
    out_char(out, ' ');
    out_int(out, claim->size);
    out_char(out, ' ');
    out_base64(out, claim->old_root.b, HASH_BYTES);
    out_char(out, ' ');
    out_base64(out, claim->root.b, HASH_BYTES);
    out_str_raw(out, is_good ? STR(" good") : STR(" bad"));
    for (size_t i = 0; i < count; i++) {
        out_char(out, ' ');
        out_base64(out, proof[i].b, HASH_BYTES);
    }
    out_char(out, '\n');
}

static void write_file(struct fixture_log *log, const char *folder, const char *name,
                       struct str text)
{
    const char *path = str_printf(log->arena, "%s/%s", folder, name).p;
    FILE *file = fopen(path, "we");
    if (!file || fwrite(text.p, 1, text.n, file) != text.n || fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}
