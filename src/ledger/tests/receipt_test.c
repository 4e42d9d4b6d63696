/* Receipts: the whole check, every flipped bit, every truncation, and a second checkpoint. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/receipt_forms.h"
#include "ledger/tests/fixture.h"

enum { SIZE = 1000 };

static int open_log(void **state)
{
    struct arena *arena = arena_create(64 << 20);
    must(arena);
    struct fixture_log *log = new(arena, struct fixture_log, 1);
    *log = fixture_create(arena, SIZE);
    *state = log;
    return 0;
}

static int close_log(void **state)
{
    struct fixture_log *log = *state;
    arena_destroy(log->arena);
    return 0;
}

static enum receipt_fault verify(struct str text, const struct vkey *keys, size_t count)
{
    struct receipt_content content;
    return receipt_verify(text, keys, count, &content);
}

static void good_receipts_are_valid(void **state)
{
    const struct fixture_log *log = *state;
    struct vkey keys[2];
    fixture_keys(log, keys);
    static const struct {
        int64_t index;
        int64_t size;
    } rows[] = { { 0, 1 },      { 0, 2 },      { 1, 2 },     { 2, 3 },    { 6, 7 },
                 { 777, 1000 }, { 999, 1000 }, { 511, 512 }, { 512, 513 } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str text = fixture_receipt(log, rows[i].index, rows[i].size, true);
        struct receipt_content content;
        assert_int_equal(receipt_verify(text, keys, 2, &content), RECEIPT_VALID);
        assert_int_equal(content.receipt.index, rows[i].index);
        assert_int_equal(content.checkpoint.size, rows[i].size);
        assert_int_equal(content.leaf.at.s, 1795300000 + rows[i].index);
        struct out again = out_open(log->arena, RECEIPT_BYTES_MAX);
        receipt_write(&again, &content.receipt);
        assert_true(str_equal(out_str(&again), text));
    }
}

static void says_what_is_wrong(void **state)
{
    const struct fixture_log *log = *state;
    struct vkey keys[2];
    fixture_keys(log, keys);
    struct str without = fixture_receipt(log, 5, 10, false);
    struct str with = fixture_receipt(log, 5, 10, true);
    assert_int_equal(verify(without, keys, 1), RECEIPT_VALID);
    assert_int_equal(verify(without, keys, 2), RECEIPT_UNSIGNED);
    assert_int_equal(verify(with, keys, 1), RECEIPT_VALID);
    assert_int_equal(verify(with, keys + 1, 1), RECEIPT_UNKNOWN_LOG);
    assert_int_equal(verify(with, keys, 0), RECEIPT_UNKNOWN_LOG);
    assert_int_equal(verify(STR_NONE, keys, 1), RECEIPT_MALFORMED);
    char *huge = new(log->arena, char, RECEIPT_BYTES_MAX + 1);
    assert_int_equal(verify(str_span(huge, RECEIPT_BYTES_MAX + 1), keys, 1), RECEIPT_TOO_LONG);
    assert_int_equal(verify(str_span(huge, RECEIPT_BYTES_MAX), keys, 1), RECEIPT_MALFORMED);

    /* Another key under the same name has another id: its signature is missing. */
    struct vkey other = vkey_of(FIXTURE_ORIGIN, VKEY_ED25519, &log->witness);
    assert_int_equal(verify(with, &other, 1), RECEIPT_UNSIGNED);
    /* Our leaf and a proof of its neighbour. */
    struct receipt receipt = { .leaf = log->leaves[4],
                               .index = 5,
                               .note = fixture_checkpoint(log, 10, false) };
    struct proof_plan plan = proof_plan_inclusion(5, 10);
    receipt.proof_count = fixture_prove(log, &plan, receipt.proof);
    struct out out = out_open(log->arena, RECEIPT_BYTES_MAX);
    receipt_write(&out, &receipt);
    assert_int_equal(verify(out_str(&out), keys, 1), RECEIPT_NOT_INCLUDED);
    receipt.leaf = STR("kheo-leaf/v1\n");
    out = out_open(log->arena, RECEIPT_BYTES_MAX);
    receipt_write(&out, &receipt);
    assert_int_equal(verify(out_str(&out), keys, 1), RECEIPT_LEAF);
}

/* A receipt that carries only signatures of the given keys. */
static void assert_no_mutant_passes(const struct fixture_log *log, struct str good,
                                    const struct vkey *keys, size_t key_count)
{
    struct str copy = str_copy(log->arena, good);
    char *bytes = log->arena->start + (copy.p - log->arena->start);
    for (size_t bit = 0; bit < good.n * 8; bit++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        if (receipt_fault_status(verify(copy, keys, key_count)) != 1) {
            fail_msg("bit %zu of byte %zu", bit % 8, bit / 8);
        }
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
    }
    for (size_t n = 0; n < good.n; n++) {
        if (receipt_fault_status(verify(str_slice(good, 0, n), keys, key_count)) != 1) {
            fail_msg("the first %zu bytes", n);
        }
    }
}

static void no_flipped_bit_and_no_truncation_passes(void **state)
{
    const struct fixture_log *log = *state;
    struct vkey keys[2];
    fixture_keys(log, keys);
    for (size_t key_count = 1; key_count <= 2; key_count++) {
        struct str good = fixture_receipt(log, 777, 1000, key_count == 2);
        assert_int_equal(verify(good, keys, key_count), RECEIPT_VALID);
        assert_no_mutant_passes(log, good, keys, key_count);
    }
}

/* Texts that a lenient reader would take for the same receipt. */
static void refuses_other_spellings(void **state)
{
    const struct fixture_log *log = *state;
    struct vkey keys[2];
    fixture_keys(log, keys);
    struct str good = fixture_receipt(log, 9, 10, false);
    static const struct {
        const char *old;
        const char *new;
    } rows[] = {
        { "c2sp.org/", "\xEF\xBB\xBF"
                       "c2sp.org/" },
        { "c2sp.org/", "\nc2sp.org/" },
        { "@v1\n", "@v1\r\n" },
        { "@v1\n", "@v1 \n" },
        { "extra ", "extra  " },
        { "extra ", "Extra " },
        { "index 9", "index 09" },
        { "index 9", "index +9" },
        { "index 9", "index 9 " },
        { "index 9", "index -9" },
        { "\n\ndemo", "\n\n\ndemo" },
        { "\n\ndemo", "\n \ndemo" },
        { "\n10\n", "\n010\n" },
        { "\n— ", "\n  — " },
        { "\n— ", "\n\n— " },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t at = str_find(good, str_of(rows[i].old));
        assert_true(at < good.n);
        struct out bad = out_open(log->arena, RECEIPT_BYTES_MAX);
        out_str_raw(&bad, str_slice(good, 0, at));
        out_str_raw(&bad, str_of(rows[i].new));
        out_str_raw(&bad, str_slice(good, at + strlen(rows[i].old), good.n));
        if (receipt_fault_status(verify(out_str(&bad), keys, 1)) != 1) {
            fail_msg("row %zu: '%s' passes", i, rows[i].new);
        }
    }
    static const char *const tails[] = { "\n", " ", "x", "\n\n", "— a\n" };
    for (size_t i = 0; i < COUNT(tails); i++) {
        struct out bad = out_open(log->arena, RECEIPT_BYTES_MAX);
        out_str_raw(&bad, good);
        out_str_raw(&bad, str_of(tails[i]));
        assert_int_equal(receipt_fault_status(verify(out_str(&bad), keys, 1)), 1);
    }
}

static struct str forged_checkpoint(const struct fixture_log *log, struct str origin, int64_t size,
                                    const struct sign_key *key)
{
    struct out out = out_open(log->arena, CHECKPOINT_BYTES_MAX);
    checkpoint_sign(&out, &(struct checkpoint){ origin, size, hash_of(STR("another tree")) }, key);
    return out_str(&out);
}

static void compares_with_a_checkpoint_from_elsewhere(void **state)
{
    const struct fixture_log *log = *state;
    struct vkey keys[2];
    fixture_keys(log, keys);
    struct receipt_content content;
    struct str text = fixture_receipt(log, 5, 10, true);
    assert_int_equal(receipt_verify(text, keys, 2, &content), RECEIPT_VALID);
    struct str same = fixture_checkpoint(log, 10, false);
    struct str broken = str_copy(log->arena, same);
    log->arena->start[broken.p + broken.n - 9 - log->arena->start] ^= 1;
    const struct {
        struct str checkpoint;
        enum receipt_fault fault;
        int status;
    } rows[] = {
        { same, RECEIPT_VALID, 0 },
        { fixture_checkpoint(log, 11, false), RECEIPT_OTHER_SIZE, 2 },
        { fixture_checkpoint(log, 9, false), RECEIPT_OTHER_SIZE, 2 },
        { forged_checkpoint(log, FIXTURE_ORIGIN, 10, &log->key), RECEIPT_FORKED, 1 },
        { forged_checkpoint(log, FIXTURE_ORIGIN, 10, &log->witness), RECEIPT_OTHER_ROOT, 1 },
        { forged_checkpoint(log, STR("other.example"), 10, &log->key), RECEIPT_OTHER_LOG, 2 },
        { broken, RECEIPT_OTHER_UNSIGNED, 2 },
        { str_slice(same, 0, same.n - 1), RECEIPT_OTHER_MALFORMED, 2 },
        { STR(""), RECEIPT_OTHER_MALFORMED, 2 },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        enum receipt_fault fault = receipt_compare(&content, rows[i].checkpoint, keys, 2);
        assert_int_equal(fault, rows[i].fault);
        assert_int_equal(receipt_fault_status(fault), rows[i].status);
    }
}

/* Every kind of field, and a value that is no text; the rest of the object from a real receipt. */
static void writes_json_with_the_opening(void **state)
{
    const struct fixture_log *log = *state;
    struct str text = fixture_receipt(log, 0, 1, false);
    struct receipt_content content;
    assert_int_equal(receipt_parse(text, &content), RECEIPT_VALID);
    struct opening opening = { .count = 4 };
    opening.fields[0] = (struct opened_field){ .name = STR("text"),
                                               .state = OPENED_PRESENT,
                                               .value = STR("Đèn \"hỏng\"") };
    opening.fields[1] = (struct opened_field){ .name = STR("phone"), .state = OPENED_ABSENT };
    opening.fields[2] = (struct opened_field){ .name = STR("name") };
    opening.fields[3] = (struct opened_field){ .name = STR("seal"),
                                               .state = OPENED_PRESENT,
                                               .value = STR("\xFF\xFE") };
#define ZEROS "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    static const char expected[] =
        "\"opening\":[{\"name\":\"text\",\"value\":\"Đèn \\\"hỏng\\\"\",\"key\":\"" ZEROS "\"},"
        "{\"name\":\"phone\",\"value\":null,\"key\":\"" ZEROS "\"},"
        "{\"name\":\"name\",\"hash\":\"" ZEROS "\"},"
        "{\"name\":\"seal\",\"value_base64\":\"//4=\",\"key\":\"" ZEROS "\"}],"
        "\"proof\":\"c2sp.org/tlog-proof@v1\\nextra ";
    struct out out = out_open(log->arena, RECEIPT_BYTES_MAX);
    receipt_write_json(&out, text, &content, &opening);
    assert_true(str_starts(out_str(&out), STR("{\"v\":1,\"origin\":\"demo.kheo.example/log\","
                                              "\"index\":0,\"leaf\":\"kheo-leaf/v1\\nt=")));
    assert_true(str_find(out_str(&out), str_of(expected)) < out.n);
    assert_true(str_ends(out_str(&out), STR("=\\n\"}")));
    out = out_open(log->arena, RECEIPT_BYTES_MAX);
    receipt_write_json(&out, text, &content, NULL);
    assert_true(str_find(out_str(&out), STR("\"opening\":[],")) < out.n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_receipts_are_valid),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(no_flipped_bit_and_no_truncation_passes),
        cmocka_unit_test(refuses_other_spellings),
        cmocka_unit_test(compares_with_a_checkpoint_from_elsewhere),
        cmocka_unit_test(writes_json_with_the_opening),
    };
    return cmocka_run_group_tests(tests, open_log, close_log);
}
