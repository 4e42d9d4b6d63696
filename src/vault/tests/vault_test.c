/* Vaults: what was put comes out, and a file with one bit or one byte less does not pass. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/must.h"
#include "vault/vault.h"

enum {
    ARENA_BYTES = 4 << 20,
    SMALL_BYTES = 3000,
    LARGE_BYTES = 300 << 10,
    FILE_BYTES_MAX = 1 << 20
};

struct fixture {
    struct arena *arena;
    struct box_key box;
    struct sign_key signer;
    char path[64];
    int file;
    uint8_t key[SECRET_KEY_BYTES];
    char bytes[LARGE_BYTES];
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    struct fixture *f = &fixture;
    uint8_t seed[SIGN_SEED_BYTES] = { 7 };
    must(crypt_start());
    f->arena = arena_create(ARENA_BYTES);
    f->box = box_key_draw();
    f->signer = sign_key_from_seed(seed);
    memcpy(f->path, "/tmp/kheo-vault-XXXXXX", sizeof "/tmp/kheo-vault-XXXXXX");
    f->file = mkstemp(f->path);
    must(f->arena && f->file >= 0);
    /* Noise, so that packing does not hide a piece. */
    random_from_seed(seed, 1, f->bytes, sizeof f->bytes);
    *state = f;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *f = *state;
    close(f->file);
    unlink(f->path);
    arena_destroy(f->arena);
    return 0;
}

static void make(struct fixture *f, size_t n)
{
    struct vault_head head = { .kind = STR("full"),
                               .origin = STR("kheo.test/log"),
                               .last = 12,
                               .at = { 1795300000 },
                               .size = 3,
                               .place_salt = 0x0123456789abcdef };
    assert_int_equal(ftruncate(f->file, 0), 0);
    assert_int_equal(lseek(f->file, 0, SEEK_SET), 0);
    struct vault_writer *writer = vault_create(f->arena, f->file, &head, f->box.public);
    memcpy(f->key, vault_writer_key(writer), sizeof f->key);
    vault_put(writer, str_span(f->bytes, n));
    assert_int_equal(vault_finish(writer, &f->signer, NULL), STATUS_OK);
    arena_reset(f->arena);
}

static enum vault_fault open_all(struct fixture *f, const struct box_key *box, size_t n)
{
    static char got[LARGE_BYTES];
    struct vault_reader *reader;
    struct hash digest;
    arena_reset(f->arena);
    must(lseek(f->file, 0, SEEK_SET) == 0);
    enum vault_fault fault = vault_open(f->arena, f->file, &reader);
    fault = fault ? fault : box ? vault_unlock(reader, box) : vault_unlock_own(reader, f->key);
    fault = fault ? fault : vault_get(reader, got, n);
    fault = fault ? fault : vault_end(reader, f->signer.public, &digest);
    if (!fault) {
        assert_memory_equal(got, f->bytes, n);
    }
    return fault;
}

static enum vault_fault prove(struct fixture *f)
{
    struct vault_reader *reader;
    struct hash digest;
    arena_reset(f->arena);
    must(lseek(f->file, 0, SEEK_SET) == 0);
    enum vault_fault fault = vault_open(f->arena, f->file, &reader);
    return fault ? fault : vault_prove(reader, f->signer.public, &digest);
}

static void what_was_put_comes_out(void **state)
{
    struct fixture *f = *state;
    static const size_t sizes[] = { 0, 1, SMALL_BYTES, LARGE_BYTES };
    for (size_t i = 0; i < COUNT(sizes); i++) {
        make(f, sizes[i]);
        assert_int_equal(open_all(f, &f->box, sizes[i]), VAULT_FINE);
        assert_int_equal(open_all(f, NULL, sizes[i]), VAULT_FINE);
        assert_int_equal(prove(f), VAULT_FINE);
    }
    assert_int_equal(open_all(f, &f->box, LARGE_BYTES - 1), VAULT_ALTERED);
}

static void the_head_says_what_it_was_given(void **state)
{
    struct fixture *f = *state;
    struct vault_reader *reader;
    make(f, SMALL_BYTES);
    assert_int_equal(lseek(f->file, 0, SEEK_SET), 0);
    assert_int_equal(vault_open(f->arena, f->file, &reader), VAULT_FINE);
    const struct vault_head *head = vault_head_of(reader);
    assert_true(str_equal(head->origin, STR("kheo.test/log")));
    assert_int_equal(head->last, 12);
    assert_int_equal(head->at.s, 1795300000);
    assert_true(head->place_salt == 0x0123456789abcdef);
}

static void others_cannot_open_or_sign_it(void **state)
{
    struct fixture *f = *state;
    struct box_key other = box_key_draw();
    uint8_t seed[SIGN_SEED_BYTES] = { 8 };
    make(f, SMALL_BYTES);
    assert_int_equal(open_all(f, &other, SMALL_BYTES), VAULT_WRONG_KEY);
    f->signer = sign_key_from_seed(seed);
    assert_int_equal(open_all(f, &f->box, SMALL_BYTES), VAULT_UNSIGNED);
    assert_int_equal(prove(f), VAULT_UNSIGNED);
}

static void no_bit_can_be_changed(void **state)
{
    struct fixture *f = *state;
    make(f, SMALL_BYTES);
    off_t size = lseek(f->file, 0, SEEK_END);
    size_t refused = 0;
    for (off_t at = 0; at < size; at++) {
        uint8_t byte;
        assert_int_equal(pread(f->file, &byte, 1, at), 1);
        uint8_t flipped = (uint8_t)(byte ^ (1U << (at % 8)));
        assert_int_equal(pwrite(f->file, &flipped, 1, at), 1);
        refused += open_all(f, &f->box, SMALL_BYTES) != VAULT_FINE && prove(f) != VAULT_FINE;
        assert_int_equal(pwrite(f->file, &byte, 1, at), 1);
    }
    print_message("# %zu of %lld bytes changed, each refused\n", refused, (long long)size);
    assert_int_equal(refused, size);
    assert_int_equal(open_all(f, &f->box, SMALL_BYTES), VAULT_FINE);
}

static void nothing_can_be_cut_off_or_added(void **state)
{
    struct fixture *f = *state;
    make(f, SMALL_BYTES);
    off_t size = lseek(f->file, 0, SEEK_END);
    assert_int_equal(pwrite(f->file, "", 1, size), 1);
    assert_int_equal(open_all(f, &f->box, SMALL_BYTES), VAULT_ALTERED);
    assert_int_not_equal(prove(f), VAULT_FINE);
    size_t refused = 0;
    for (off_t n = size - 1; n >= 0; n--) {
        assert_int_equal(ftruncate(f->file, n), 0);
        enum vault_fault opened = open_all(f, &f->box, SMALL_BYTES);
        refused += (opened == VAULT_TRUNCATED || opened == VAULT_FOREIGN) && prove(f) != VAULT_FINE;
    }
    print_message("# cut at %zu of %lld bytes, each refused\n", refused, (long long)size);
    assert_int_equal(refused, size);
}

static void a_later_form_is_told_apart(void **state)
{
    struct fixture *f = *state;
    make(f, 1);
    assert_int_equal(pwrite(f->file, "2", 1, sizeof "kheo-vault/v" - 1), 1);
    assert_int_equal(prove(f), VAULT_NEWER);
    assert_int_equal(pwrite(f->file, "x", 1, 0), 1);
    assert_int_equal(prove(f), VAULT_FOREIGN);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
    const struct CMUnitTest tests[] = {
        TEST(what_was_put_comes_out),          TEST(the_head_says_what_it_was_given),
        TEST(others_cannot_open_or_sign_it),   TEST(no_bit_can_be_changed),
        TEST(nothing_can_be_cut_off_or_added), TEST(a_later_form_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
