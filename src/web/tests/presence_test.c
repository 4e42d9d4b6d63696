/* Who meets whom on a page, for how long, and that threads and strangers do not break it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/presence.h"

enum { CASE = 7, LAN = 101, SAU = 102, ARENA_BYTES = 4 << 20, THREADS = 4, ROUNDS = 2000 };

static size_t meet(struct presence *presence, int64_t subject, int64_t person, int64_t at,
                   struct sighting ret[PRESENCE_OTHERS_MAX])
{
    return presence_meet(presence, (struct id){ subject }, (struct id){ person },
                         (struct instant){ at }, ret);
}

static void others_are_told_of_for_five_minutes(void **state)
{
    (void)state;
    struct arena *arena = arena_create(ARENA_BYTES);
    struct presence *presence = presence_make(arena);
    struct sighting others[PRESENCE_OTHERS_MAX];
    assert_int_equal(meet(presence, CASE, LAN, 1000, others), 0);
    assert_int_equal(meet(presence, CASE, LAN, 1100, others), 0);
    assert_int_equal(meet(presence, CASE + 1, SAU, 1100, others), 0);
    assert_int_equal(meet(presence, CASE, SAU, 1100 + PRESENCE_S - 1, others), 1);
    assert_int_equal(others[0].person.v, LAN);
    assert_int_equal(others[0].since.s, 1000);
    assert_int_equal(meet(presence, CASE, SAU, 1100 + PRESENCE_S, others), 0);
    /* Back after a long while: a new stay. */
    assert_int_equal(meet(presence, CASE, LAN, 5000, others), 0);
    assert_int_equal(meet(presence, CASE, SAU, 5001, others), 1);
    assert_int_equal(others[0].since.s, 5000);
    arena_destroy(arena);
}

/* Subjects that share a set are strangers all the same; whoever was longest unseen gives way. */
static void a_full_set_forgets_the_longest_unseen(void **state)
{
    (void)state;
    struct arena *arena = arena_create(ARENA_BYTES);
    struct presence *presence = presence_make(arena);
    struct sighting others[PRESENCE_OTHERS_MAX];
    const int64_t same_set = 8192 / (PRESENCE_OTHERS_MAX + 1);
    meet(presence, CASE, LAN, 1000, others);
    assert_int_equal(meet(presence, CASE + same_set, SAU, 1001, others), 0);
    for (int64_t i = 0; i < PRESENCE_OTHERS_MAX; i++) {
        size_t count = meet(presence, CASE, 200 + i, 1002 + i, others);
        assert_in_range(count, i, i + 1);
    }
    assert_int_equal(meet(presence, CASE, SAU, 1020, others), PRESENCE_OTHERS_MAX);
    for (size_t i = 0; i < PRESENCE_OTHERS_MAX; i++) {
        assert_int_equal(others[i].person.v, 200 + (int64_t)i);
    }
    arena_destroy(arena);
}

static void *visit_often(void *presence)
{
    struct sighting others[PRESENCE_OTHERS_MAX];
    for (int64_t i = 1; i <= ROUNDS; i++) {
        size_t count = meet(presence, 1 + i % 3, 1 + i % 20, 1000 + i / 100, others);
        for (size_t k = 0; k < count; k++) {
            if (others[k].person.v < 1 || others[k].person.v > 20) {
                return presence;
            }
        }
    }
    return NULL;
}

static void threads_share_it(void **state)
{
    (void)state;
    struct arena *arena = arena_create(ARENA_BYTES);
    struct presence *presence = presence_make(arena);
    pthread_t threads[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, visit_often, presence), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        void *broken = NULL;
        pthread_join(threads[i], &broken);
        assert_null(broken);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(others_are_told_of_for_five_minutes),
        cmocka_unit_test(a_full_set_forgets_the_longest_unseen),
        cmocka_unit_test(threads_share_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
