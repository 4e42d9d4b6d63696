/* Two hashings at once, fifty waiting, and the rest is told to come back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/passwords.h"

#include <pthread.h>

#include "base/out.h"

enum { RUNNING_MAX = 2, WAITING_MAX = 50 };

/* The machine's memory is one, so the gate before it is one: the only mutable thing in this service
 * that outlives a request (STYLE, rule zero). */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t is_free;
    unsigned running;
    unsigned waiting;
} gate = { .lock = PTHREAD_MUTEX_INITIALIZER, .is_free = PTHREAD_COND_INITIALIZER };

/* Of random bytes that nobody kept, made with the parameters of password_hash(); the unit test
 * holds them equal. */
static const char NOBODY[] = "$argon2id$v=19$m=65536,t=2,p=1$qSrrJN8xTouUE/"
                             "Aazu5vyw$4oaaKoC657HMWGzhVs/VCXo32o2hrCuigGP9up8Ev24";

static const char PASSWORD_SIGNS[] = "abcdefghjkmnpqrstuvwxyz23456789";
enum { GENERATED_GROUPS = 4, GENERATED_GROUP_SIGNS = 4 };

static bool gate_enter(void);
static void gate_leave(void);

bool gate_verify(struct str password, const char *hash_or_null, bool *ret_is_right)
{
    if (!gate_enter()) {
        return false;
    }
    bool is_right = password_verify(password, hash_or_null ? hash_or_null : NOBODY);
    gate_leave();
    *ret_is_right = is_right && hash_or_null;
    return true;
}

bool gate_hash(struct str password, char ret[PASSWORD_HASH_BYTES])
{
    if (!gate_enter()) {
        return false;
    }
    bool is_hashed = password_hash(password, ret);
    gate_leave();
    return is_hashed;
}

struct str password_generate(struct arena *arena)
{
    struct out out = out_open(arena, 64);
    for (size_t i = 0; i < GENERATED_GROUPS * GENERATED_GROUP_SIGNS; i++) {
        uint8_t byte = 0;
        do {
            random_bytes(&byte, 1);
        } while (byte >= 256 - 256 % (sizeof PASSWORD_SIGNS - 1));
        if (i > 0 && i % GENERATED_GROUP_SIGNS == 0) {
            out_char(&out, '-');
        }
        out_char(&out, PASSWORD_SIGNS[byte % (sizeof PASSWORD_SIGNS - 1)]);
    }
    return out_str(&out);
}

static bool gate_enter(void)
{
    pthread_mutex_lock(&gate.lock);
    bool may_wait = gate.waiting < WAITING_MAX;
    if (may_wait) {
        gate.waiting++;
        while (gate.running == RUNNING_MAX) {
            pthread_cond_wait(&gate.is_free, &gate.lock);
        }
        gate.waiting--;
        gate.running++;
    }
    pthread_mutex_unlock(&gate.lock);
    return may_wait;
}

static void gate_leave(void)
{
    pthread_mutex_lock(&gate.lock);
    gate.running--;
    pthread_cond_signal(&gate.is_free);
    pthread_mutex_unlock(&gate.lock);
}
