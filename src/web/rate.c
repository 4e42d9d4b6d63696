/* The table of buckets. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/rate.h"

#include <pthread.h>
#include <string.h>

#include "base/crypt.h"
#include "base/must.h"
#include "web/wire_listen.h"

enum { BUCKETS = 65536, WAYS = 4, TICKS_A_REQUEST = 60 };

/* `level` counts in sixtieths of a request, so that a second brings exactly the rate a minute. */
struct bucket {
    uint64_t key;
    int64_t seen_s;
    int32_t level;
};

struct rates {
    pthread_mutex_t lock;
    uint8_t day_key[32];
    struct day day;
    struct bucket buckets[BUCKETS];
};

static void change_key(struct rates *rates, struct day today);
static uint64_t key_of(const struct rates *rates, enum rate_class rate, const uint8_t peer[16]);
static struct bucket *find_bucket(struct rates *rates, uint64_t key, int32_t full, int64_t now_s);
static int32_t a_minute(enum rate_class rate);

struct rates *rates_make(struct arena *arena)
{
    struct rates *rates = new(arena, struct rates, 1);
    must(pthread_mutex_init(&rates->lock, NULL) == 0);
    return rates;
}

unsigned rate_take(struct rates *rates, enum rate_class rate, const uint8_t peer[16],
                   struct instant now)
{
    int32_t gain = a_minute(rate);
    if (gain == 0) {
        return 0;
    }
    int32_t full = gain * TICKS_A_REQUEST;
    must(pthread_mutex_lock(&rates->lock) == 0);
    change_key(rates, instant_day(now));
    struct bucket *bucket = find_bucket(rates, key_of(rates, rate, peer), full, now.s);
    int64_t passed_s = now.s > bucket->seen_s ? now.s - bucket->seen_s : 0;
    int64_t level = passed_s >= 60 ? full : bucket->level + passed_s * gain;
    bucket->level = (int32_t)(level < full ? level : full);
    bucket->seen_s = now.s;
    unsigned wait_s = 0;
    if (bucket->level >= TICKS_A_REQUEST) {
        bucket->level -= TICKS_A_REQUEST;
    } else {
        wait_s = (unsigned)((TICKS_A_REQUEST - bucket->level + gain - 1) / gain);
    }
    must(pthread_mutex_unlock(&rates->lock) == 0);
    return wait_s;
}

/* Yesterday's buckets stay in the table under keys that nothing leads to any more. */
static void change_key(struct rates *rates, struct day today)
{
    if (day_compare(rates->day, today) != 0) {
        random_bytes(rates->day_key, sizeof rates->day_key);
        rates->day = today;
    }
}

static uint64_t key_of(const struct rates *rates, enum rate_class rate, const uint8_t peer[16])
{
    uint8_t class_byte = (uint8_t)rate;
    const struct str parts[] = { str_span(&class_byte, 1), address_network(peer) };
    struct hash hash =
        hash_hmac(str_span(rates->day_key, sizeof rates->day_key), parts, COUNT(parts));
    uint64_t key = 0;
    memcpy(&key, hash.b, sizeof key);
    return key;
}

/* The bucket of that key, or the longest unseen of its set, made new and full. */
static struct bucket *find_bucket(struct rates *rates, uint64_t key, int32_t full, int64_t now_s)
{
    struct bucket *set = &rates->buckets[key % (BUCKETS / WAYS) * WAYS];
    struct bucket *oldest = &set[0];
    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].key == key) {
            return &set[i];
        }
        if (set[i].seen_s < oldest->seen_s) {
            oldest = &set[i];
        }
    }
    *oldest = (struct bucket){ .key = key, .seen_s = now_s, .level = full };
    return oldest;
}

static int32_t a_minute(enum rate_class rate)
{
    switch (rate) {
    case RATE_READ:
        return RATE_READ_A_MINUTE;
    case RATE_WRITE:
        return RATE_WRITE_A_MINUTE;
    case RATE_SIGN_IN:
        return RATE_SIGN_IN_A_MINUTE;
    case RATE_SEARCH:
        return RATE_SEARCH_A_MINUTE;
    case RATE_NONE:
        return 0;
    }
    must(false); /* a route has a rate class */
    return 0;
}
