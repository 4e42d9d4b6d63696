/* Vectors that others made, where the project's data folder is at hand; skipped aloud elsewhere. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "ledger/lines.h"
#include "ledger/receipt_forms.h"

#define VECTORS "../shared/data/vectors/"

enum { FILE_BYTES_MAX = 8192 };

static int open_arena(void **state)
{
    *state = arena_create(64 << 20);
    return *state ? 0 : -1;
}

static int close_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct str read_vector(struct arena *arena, const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        print_message("# skipped: no file %s\n", path);
        skip();
    }
    char *buffer = new(arena, char, FILE_BYTES_MAX);
    ssize_t n = read(file, buffer, FILE_BYTES_MAX);
    close(file);
    assert_true(n >= 0 && n < FILE_BYTES_MAX);
    return str_span(buffer, (size_t)n);
}

/* The text after `"name": `, up to the end of the file; absent when there is no such name. */
static struct str json_value(struct str json, const char *name)
{
    char buffer[32];
    struct out quoted = out_fixed(buffer, sizeof(buffer));
    out_printf(&quoted, "\"%s\": ", name);
    size_t at = str_find(json, out_str(&quoted));
    return at < json.n ? str_slice(json, at + quoted.n, json.n) : STR_NONE;
}

/* Values that no int64_t holds are out of every range of ours: -1. */
static int64_t json_number(struct str json, const char *name)
{
    struct str value = json_value(json, name);
    struct str digits = str_cut(&value, ',');
    int64_t number = -1;
    return str_to_int(digits, &number) ? number : -1;
}

/* Cuts a quoted text off *rest. */
static struct str json_text(struct str *rest)
{
    str_cut(rest, '"');
    return str_cut(rest, '"');
}

/* Some vectors write a word where any hash would do; it is padded. Nothing at all is no hash. */
static bool json_hash(struct str json, const char *name, struct hash *ret)
{
    struct str value = json_value(json, name);
    size_t n;
    *ret = (struct hash){ 0 };
    return base64_decode(json_text(&value), ret->b, sizeof(ret->b), &n) && n > 0;
}

/* False: some element is not a hash, and so no proof. */
static bool json_proof(struct str json, struct hash ret[PROOF_HASHES_MAX], size_t *ret_count)
{
    struct str value = json_value(json, "proof");
    if (str_starts(value, STR("null"))) {
        *ret_count = 0;
        return true;
    }
    struct str list = str_slice(value, 0, str_find_byte(value, ']'));
    *ret_count = 0;
    while (str_find_byte(list, '"') < list.n) {
        if (*ret_count == PROOF_HASHES_MAX ||
            !hash_from_base64(json_text(&list), &ret[*ret_count])) {
            return false;
        }
        ++*ret_count;
    }
    return true;
}

static bool judge(struct str json)
{
    struct hash proof[PROOF_HASHES_MAX];
    size_t count;
    struct hash first;
    struct hash root;
    bool is_inclusion = json_value(json, "leafIdx").p != NULL;
    if (!json_proof(json, proof, &count) ||
        !json_hash(json, is_inclusion ? "leafHash" : "root1", &first) ||
        !json_hash(json, is_inclusion ? "root" : "root2", &root)) {
        return false;
    }
    return is_inclusion
               ? proof_verify_inclusion(json_number(json, "leafIdx"), json_number(json, "treeSize"),
                                        first, proof, count, root)
               : proof_verify_consistency(json_number(json, "size1"), json_number(json, "size2"),
                                          first, root, proof, count);
}

static void agrees_with_rfc_6962_vectors(void **state)
{
    static const char *const patterns[] = {
        VECTORS "rfc6962/testdata/*/*.json",
        VECTORS "rfc6962/testdata/*/*/*.json",
        VECTORS "rfc6962/testdata/*/*/*/*.json",
    };
    glob_t files = { 0 };
    for (size_t i = 0; i < COUNT(patterns); i++) {
        glob(patterns[i], i > 0 ? GLOB_APPEND : 0, NULL, &files);
    }
    if (files.gl_pathc == 0) {
        print_message("# skipped: no RFC 6962 vectors beside the project\n");
        globfree(&files);
        skip();
    }
    assert_int_equal(files.gl_pathc, 196);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct str json = read_vector(*state, files.gl_pathv[i]);
        bool is_refused = str_starts(json_value(json, "wantErr"), STR("true"));
        if (judge(json) == is_refused) {
            fail_msg("%s", files.gl_pathv[i]);
        }
    }
    globfree(&files);
}

/* The receipt was made with another first line of the leaf; all else is as we have it. */
static void checks_a_foreign_receipt(void **state)
{
    struct str text = read_vector(*state, VECTORS "receipt/receipt.tlog-proof");
    struct receipt_content content;
    assert_int_equal(receipt_parse(text, &content), RECEIPT_LEAF);
    struct str leaf = read_vector(*state, VECTORS "receipt/leaf.bin");
    assert_true(str_equal(content.receipt.leaf, leaf));
    char ours_bytes[LEAF_BYTES_MAX];
    struct out ours = out_fixed(ours_bytes, sizeof(ours_bytes));
    out_lit(&ours, "kheo-leaf/v1");
    out_str_raw(&ours, str_slice(leaf, sizeof("kn-leaf/v1") - 1, leaf.n));
    assert_true(leaf_parse(out_str(&ours), &content.leaf));

    struct note note;
    struct checkpoint checkpoint;
    assert_true(note_parse(content.receipt.note, &note));
    assert_true(checkpoint_parse(note.text, &checkpoint));
    assert_true(proof_verify_inclusion(content.receipt.index, checkpoint.size, leaf_hash(leaf),
                                       content.receipt.proof, content.receipt.proof_count,
                                       checkpoint.root));
    content.note = note;
    content.checkpoint = checkpoint;
    struct out code = out_open(*state, FILE_BYTES_MAX);
    receipt_write_qr(&code, &content);
    assert_true(str_equal(out_str(&code), read_vector(*state, VECTORS "receipt/qr_full.bin")));
    /* log <vkey>, witness <name> <vkey> */
    struct str policy = read_vector(*state, VECTORS "receipt/policy");
    struct str log;
    struct str witness;
    struct vkey keys[2];
    assert_true(line_cut_after(&policy, STR("log "), &log) && vkey_parse(log, &keys[0]));
    assert_true(line_cut_after(&policy, STR("witness mttq "), &witness) &&
                vkey_parse(witness, &keys[1]));
    assert_int_equal(note_verify(&note, keys, 2), NOTE_SIGNED);
}

static void checks_a_foreign_checkpoint(void **state)
{
    struct note note;
    struct vkey key;
    assert_true(note_parse(read_vector(*state, VECTORS "checkpoint_300.txt"), &note));
    assert_true(vkey_parse(str_trim(read_vector(*state, VECTORS "vkey.txt")), &key));
    assert_int_equal(note_verify(&note, &key, 1), NOTE_SIGNED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_rfc_6962_vectors),
        cmocka_unit_test(checks_a_foreign_receipt),
        cmocka_unit_test(checks_a_foreign_checkpoint),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
