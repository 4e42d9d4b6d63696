/* Our own judge, with the questions that kheo-verify does not take: see run.sh. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/must.h"
#include "ledger/lines.h"
#include "ledger/receipt.h"

enum { FILE_BYTES_MAX = 8 << 20, KEYS_MAX = 4 };

struct keys {
    struct vkey all[KEYS_MAX];
    size_t count;
};

static struct str read_file(struct arena *arena, const char *path);
static struct keys read_keys(struct str text);
static int judge_mutants(struct arena *arena, struct str receipt, const struct keys *keys);
static bool passes(struct str receipt, const struct keys *keys);
static int judge_consistency(struct str cases);
static bool case_is_right(struct str line);

int main(int count, char **arguments)
{
    struct arena *arena = arena_create(64 << 20);
    must(arena && crypt_start());
    if (count == 3 && strcmp(arguments[1], "consistency") == 0) {
        return judge_consistency(read_file(arena, arguments[2]));
    }
    if (count == 4 && strcmp(arguments[1], "mutants") == 0) {
        struct keys keys = read_keys(read_file(arena, arguments[3]));
        return judge_mutants(arena, read_file(arena, arguments[2]), &keys);
    }
    fputs("usage: ours mutants RECEIPT KEYS, ours consistency FILE\n", stderr);
    return 2;
}

/* Every bit flipped once in turn, and every truncation: none may pass, not even a harmless one. */
static int judge_mutants(struct arena *arena, struct str receipt, const struct keys *keys)
{
    char *bytes = new(arena, char, receipt.n);
    memcpy(bytes, receipt.p, receipt.n);
    size_t passed = 0;
    for (size_t bit = 0; bit < receipt.n * 8; bit++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        passed += passes(str_span(bytes, receipt.n), keys);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
    }
    for (size_t n = 0; n < receipt.n; n++) {
        passed += passes(str_span(bytes, n), keys);
    }
    printf("%zu of %zu flips and truncations passed\n", passed, receipt.n * 9);
    return passed == 0 ? 0 : 1;
}

static bool passes(struct str receipt, const struct keys *keys)
{
    struct receipt_content content;
    return receipt_verify(receipt, keys->all, keys->count, &content) == RECEIPT_VALID;
}

static int judge_consistency(struct str cases)
{
    size_t wrong = 0;
    size_t count = 0;
    struct str rest = cases;
    for (struct str line; line_cut(&rest, &line); count++) {
        wrong += !case_is_right(line);
    }
    printf("%zu of %zu cases judged wrongly\n", wrong, count);
    return wrong == 0 && count > 0 ? 0 : 1;
}

static bool case_is_right(struct str line)
{
    struct str rest = line;
    int64_t old;
    int64_t size;
    struct hash old_root;
    struct hash root;
    must(str_to_int(str_cut(&rest, ' '), &old) && str_to_int(str_cut(&rest, ' '), &size) &&
         hash_from_base64(str_cut(&rest, ' '), &old_root) &&
         hash_from_base64(str_cut(&rest, ' '), &root));
    bool is_good = str_equal(str_cut(&rest, ' '), STR("good"));
    struct hash proof[PROOF_HASHES_MAX];
    size_t count = 0;
    while (rest.p) {
        must(count < PROOF_HASHES_MAX && hash_from_base64(str_cut(&rest, ' '), &proof[count]));
        count++;
    }
    return proof_verify_consistency(old, size, old_root, root, proof, count) == is_good;
}

static struct keys read_keys(struct str text)
{
    struct keys keys = { 0 };
    struct str rest = text;
    for (struct str line; line_cut(&rest, &line);) {
        must(keys.count < KEYS_MAX && vkey_parse(line, &keys.all[keys.count]));
        keys.count++;
    }
    return keys;
}

static struct str read_file(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "re");
    must(file);
    char *bytes = new(arena, char, FILE_BYTES_MAX);
    size_t n = fread(bytes, 1, FILE_BYTES_MAX, file);
    fclose(file);
    return str_span(bytes, n);
}
