/* What a name, a password, a power and a session must be: pure rules. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_RULES_H
#define IDENTITY_RULES_H

#include "base/arena.h"
#include "base/day.h"
#include "law/verdict.h"

enum {
    SIGN_IN_CHARS_MAX = 40,
    PERSON_NAME_CHARS_MAX = 100,
    POST_TITLE_CHARS_MAX = 100,
    POWER_CHARS_MAX = 40,
    PASSWORD_CHARS_MIN = 10,
    PASSWORD_CHARS_MAX = 128,
    RECOVERY_CODES = 10,
    /* Codes tried against one right password, before it must be given again. */
    WRONG_CODES_MAX = 5,
};

/* Small letters, digits, dot, hyphen, underscore and @, 2 to 40 of them. */
struct verdict sign_in_rule(struct str sign_in);
/* "admin" or "service.power". Which powers there are, each service says for itself. The field is
 * the one that the power was written in. */
struct verdict power_rule(const char *field, struct str power);
struct verdict person_rule(struct str sign_in, struct str name);
struct verdict post_rule(struct str title, struct day from, struct day until);

/* Long enough, not one of the common ones, not the person's own name, and more than a few signs.
 * What people put around a common word, digits and signs at its ends, does not make it uncommon.
 * The field of the verdict is `password`. */
struct verdict password_rule(struct arena *arena, struct str password, struct str sign_in);

/* How wrong passwords slow down the next ones: the first four cost nothing, then half a minute that
 * doubles to an hour at most. A day without a try forgets them. The instant from which the next try
 * is heard. */
struct instant sign_in_open_at(int64_t failures, struct instant last);
/* The count after one more failure now. */
int64_t sign_in_failures_after(int64_t failures, struct instant last, struct instant now);

/* How long sessions of officials last. `seen` is coarse: it is written every five minutes. */
enum {
    SESSION_IDLE_S = 30 * 60,
    SESSION_LIFE_S = 12 * 3600,
    SESSION_SEEN_S = 5 * 60,
    HALF_SESSION_LIFE_S = 5 * 60,
    DEVICE_LIFE_S = 90 * DAY_S,
    FAILURE_LIFE_S = DAY_S,
};
/* How long the factor that was shown last is good for what is grave. */
enum { FACTOR_FRESH_S = 10 * 60 };
bool factor_is_fresh(struct instant factor_at, struct instant now) PURE;

struct session_times {
    struct instant created;
    struct instant seen;
    bool is_half;
};
bool session_is_alive(struct session_times times, struct instant now) PURE;

/* "Chrome, Android": the kind of a browser in words of ours, from what it says of itself. */
struct str browser_label(struct arena *arena, struct str user_agent);

#endif
