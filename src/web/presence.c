/* The table of who has which page open. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/presence.h"

#include <pthread.h>

#include "base/must.h"

/* 8192 places are 256 KiB, of which only the touched pages count. */
enum { SEATS = 8192, WAYS = PRESENCE_OTHERS_MAX + 1 };

struct seat {
    struct id subject;
    struct sighting seen;
};

struct presence {
    pthread_mutex_t lock;
    struct seat sets[SEATS / WAYS][WAYS];
};

static struct seat *take_seat(struct seat set[WAYS], struct id subject, struct id person,
                              struct instant now);
static size_t list_others(const struct seat set[WAYS], const struct seat *own, struct instant now,
                          struct sighting ret[PRESENCE_OTHERS_MAX]);
static bool is_there(const struct seat *seat, struct instant now);

struct presence *presence_make(struct arena *arena)
{
    struct presence *presence = new(arena, struct presence, 1);
    must(pthread_mutex_init(&presence->lock, NULL) == 0);
    return presence;
}

size_t presence_meet(struct presence *presence, struct id subject, struct id person,
                     struct instant now, struct sighting ret_others[PRESENCE_OTHERS_MAX])
{
    must(subject.v > 0 && person.v > 0);
    struct seat *set = presence->sets[(uint64_t)subject.v % COUNT(presence->sets)];
    must(pthread_mutex_lock(&presence->lock) == 0);
    struct seat *own = take_seat(set, subject, person, now);
    size_t count = list_others(set, own, now, ret_others);
    must(pthread_mutex_unlock(&presence->lock) == 0);
    return count;
}

/* The person's own, or the longest unseen of the set. */
static struct seat *take_seat(struct seat set[WAYS], struct id subject, struct id person,
                              struct instant now)
{
    struct seat *own = &set[0];
    for (size_t i = 0; i < WAYS; i++) {
        if (ID_IS(set[i].subject, subject) && ID_IS(set[i].seen.person, person)) {
            own = &set[i];
            break;
        }
        if (set[i].seen.last.s < own->seen.last.s) {
            own = &set[i];
        }
    }
    bool stayed =
        ID_IS(own->subject, subject) && ID_IS(own->seen.person, person) && is_there(own, now);
    struct instant since = stayed ? own->seen.since : now;
    *own = (struct seat){ subject, { person, since, now } };
    return own;
}

static size_t list_others(const struct seat set[WAYS], const struct seat *own, struct instant now,
                          struct sighting ret[PRESENCE_OTHERS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < WAYS; i++) {
        if (&set[i] == own || !ID_IS(set[i].subject, own->subject) || !is_there(&set[i], now)) {
            continue;
        }
        size_t at = count++;
        while (at > 0 && ret[at - 1].since.s > set[i].seen.since.s) {
            ret[at] = ret[at - 1];
            at--;
        }
        ret[at] = set[i].seen;
    }
    return count;
}

/* A clock that was set back makes nobody stay for ever. */
static bool is_there(const struct seat *seat, struct instant now)
{
    return seat->seen.last.s > 0 && now.s - seat->seen.last.s < PRESENCE_S &&
           seat->seen.last.s - now.s < PRESENCE_S;
}
