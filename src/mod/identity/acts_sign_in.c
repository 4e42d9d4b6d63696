/* Commands on passwords, second factors and sessions: they get hashes, compare and keep. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/acts.h"

#include "text/tongue.h"

static bool is_author(const struct deed *deed, struct person_id person);
static struct id place_of(struct deed *deed, struct person_id person);
static void state_password(struct deed *deed, struct person_id person);
static void state_totp(struct deed *deed, struct person_id person, bool is_on);
static void count_failure(struct deed *deed, struct bytes bucket);
static bool password_is_enough(struct deed *deed, const struct session_pass *pass,
                               const struct session_get_row *session);
static bool second_factor_is_good(struct deed *deed, const struct session_pass *pass,
                                  struct person_id person);
static struct post_id first_post(struct deed *deed, struct person_id person);
static void know_device(struct deed *deed, struct bytes device_hash, struct person_id person);

struct str author_kind(const struct deed *deed, struct person_id person)
{
    return is_author(deed, person)  ? STR("self")
           : deed->author->is_clock ? STR("house")
                                    : STR("manager");
}

bool may_change_sign_in(struct deed *deed, struct person_id person)
{
    if (is_author(deed, person) || deed->author->is_clock) {
        return true;
    }
    struct person_beyond_row beyond;
    return deed_may(deed, POWER_IDENTITY_MANAGE, place_of(deed, person)) &&
           !person_beyond(&deed->tx->conn,
                          &(struct person_beyond){ .person_id = person,
                                                   .on = deed->today,
                                                   .manager = { deed->author->post.v },
                                                   .power = STR(POWER_IDENTITY_MANAGE) },
                          &beyond);
}

/* Where the person works, or worked last. */
static struct id place_of(struct deed *deed, struct person_id person)
{
    struct person_place_row place = { 0 };
    (void)person_place(&deed->tx->conn, &(struct person_place){ .person_id = person }, &place);
    return ID_OF(place.unit_id);
}

struct verdict identity_password_set(struct deed *deed, const void *args, struct answer *ret)
{
    const struct password_set *set = args;
    if (!may_change_sign_in(deed, set->person)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    credential_set(deed->tx, &(struct credential_set){ .person_id = set->person,
                                                       .hash = set->hash,
                                                       .changed_at = deed->now,
                                                       .is_first = set->is_first });
    session_delete_others(
        deed->tx, &(struct session_delete_others){ .person_id = set->person, .keep = set->keeps });
    state_password(deed, set->person);
    *ret = (struct answer){ .subject = ID_OF(set->person), .text = set->password };
    return VERDICT_OK;
}

struct verdict identity_totp_set(struct deed *deed, const void *args, struct answer *ret)
{
    const struct totp_give *give = args;
    if (!is_author(deed, give->person)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    totp_set(deed->tx, &(struct totp_set){ .person_id = give->person,
                                           .secret = give->secret,
                                           .last_step = give->step,
                                           .since_at = deed->now });
    recovery_delete(deed->tx, &(struct recovery_delete){ .person_id = give->person });
    for (size_t i = 0; i + HASH_BYTES <= give->recovery.n; i += HASH_BYTES) {
        struct bytes hash = { (const char *)give->recovery.p + i, HASH_BYTES };
        recovery_insert(deed->tx,
                        &(struct recovery_insert){ .person_id = give->person, .hash = hash });
    }
    state_totp(deed, give->person, true);
    ret->subject = ID_OF(give->person);
    return VERDICT_OK;
}

struct verdict identity_totp_drop(struct deed *deed, const void *args, struct answer *ret)
{
    const struct totp_take *take = args;
    if (!may_change_sign_in(deed, take->person)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    int64_t dropped = totp_delete(deed->tx, &(struct totp_delete){ .person_id = take->person });
    recovery_delete(deed->tx, &(struct recovery_delete){ .person_id = take->person });
    if (dropped > 0) {
        state_totp(deed, take->person, false);
    }
    ret->subject = ID_OF(take->person);
    return VERDICT_OK;
}

struct verdict identity_session_open(struct deed *deed, const void *args, struct answer *ret)
{
    const struct session_open *open = args;
    struct session_id id = { deed_new_id(deed) };
    session_insert(deed->tx, &(struct session_insert){
                                 .id = id,
                                 .token_hash = open->token_hash,
                                 .person_id = open->person,
                                 .post_id = first_post(deed, open->person),
                                 .created_at = deed->now,
                                 .seen_at = deed->now,
                                 .factor_at = open->is_half ? INSTANT_NONE : deed->now,
                                 .is_half = open->is_half,
                                 .browser = open->browser,
                             });
    if (!open->is_half) {
        know_device(deed, open->device_hash, open->person);
        failure_delete(deed->tx, &(struct failure_delete){ .bucket = open->bucket });
    }
    ret->subject = ID_OF(id);
    return VERDICT_OK;
}

/* A wrong code is counted, and what is counted must be kept: so this is no refusal. */
struct verdict identity_session_pass(struct deed *deed, const void *args, struct answer *ret)
{
    const struct session_pass *pass = args;
    struct session_get_row session;
    if (!session_get(&deed->tx->conn, &(struct session_get){ .id = pass->session }, &session) ||
        (!session.is_half && !is_author(deed, session.person_id))) {
        return (struct verdict){ .status = STATUS_SIGN_IN };
    }
    ret->subject = ID_OF(session.id);
    if (password_is_enough(deed, pass, &session) ||
        second_factor_is_good(deed, pass, session.person_id)) {
        session_complete(deed->tx, &(struct session_complete){ .id = session.id,
                                                               .token_hash = pass->token_hash,
                                                               .seen_at = deed->now,
                                                               .factor_at = deed->now });
        if (pass->device_hash.p) {
            know_device(deed, pass->device_hash, session.person_id);
        }
        failure_delete(deed->tx, &(struct failure_delete){ .bucket = pass->bucket });
        return VERDICT_OK;
    }
    count_failure(deed, pass->bucket);
    if (session.wrong_codes + 1 >= WRONG_CODES_MAX) {
        session_delete(deed->tx, &(struct session_delete){ .id = session.id });
    } else {
        session_wrong_code(deed->tx, &(struct session_wrong_code){ .id = session.id });
    }
    ret->text = ANSWER_WRONG;
    return VERDICT_OK;
}

struct verdict identity_session_close(struct deed *deed, const void *args, struct answer *ret)
{
    const struct session_close *close = args;
    struct session_get_row session;
    if (session_get(&deed->tx->conn, &(struct session_get){ .id = close->session }, &session)) {
        if (!is_author(deed, session.person_id)) {
            return (struct verdict){ .status = STATUS_FORBIDDEN };
        }
        session_delete(deed->tx, &(struct session_delete){ .id = session.id });
        ret->subject = ID_OF(session.id);
    }
    return VERDICT_OK;
}

struct verdict identity_session_close_all(struct deed *deed, const void *args, struct answer *ret)
{
    const struct session_close_all *close = args;
    if (!is_author(deed, close->person)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    session_delete_others(deed->tx, &(struct session_delete_others){ .person_id = close->person,
                                                                     .keep = close->keeps });
    ret->subject = ID_OF(close->person);
    return VERDICT_OK;
}

struct verdict identity_session_switch(struct deed *deed, const void *args, struct answer *ret)
{
    const struct session_switch *change = args;
    struct conn *conn = &deed->tx->conn;
    struct session_get_row session;
    struct post_get_row post;
    if (!session_get(conn, &(struct session_get){ .id = change->session }, &session) ||
        !post_get(conn, &(struct post_get){ .id = change->post }, &post)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!is_author(deed, session.person_id) || !ID_IS(post.person_id, session.person_id)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    session_set_post(deed->tx, &(struct session_set_post){ .id = session.id,
                                                           .post_id = post.id,
                                                           .token_hash = change->token_hash });
    ret->subject = ID_OF(session.id);
    return VERDICT_OK;
}

struct verdict identity_session_touch(struct deed *deed, const void *args, struct answer *ret)
{
    const struct session_touch *touch = args;
    session_seen(deed->tx, &(struct session_seen){ .id = touch->session, .seen_at = deed->now });
    ret->subject = ID_OF(touch->session);
    return VERDICT_OK;
}

struct verdict identity_sign_in_fail(struct deed *deed, const void *args, struct answer *ret)
{
    const struct sign_in_fail *fail = args;
    count_failure(deed, fail->bucket);
    ret->text = ANSWER_WRONG;
    return VERDICT_OK;
}

struct verdict identity_clean(struct deed *deed, const void *args, struct answer *ret)
{
    (void)args;
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    session_prune(deed->tx, &(struct session_prune){ .before = { deed->now.s - SESSION_LIFE_S } });
    failure_prune(deed->tx, &(struct failure_prune){ .before = { deed->now.s - FAILURE_LIFE_S } });
    device_prune(deed->tx, &(struct device_prune){ .before = { deed->now.s - DEVICE_LIFE_S } });
    return VERDICT_OK;
}

static bool is_author(const struct deed *deed, struct person_id person)
{
    return person.v != 0 && deed->author->person.v == person.v;
}

/* Of a whole session, when its person has nothing better to show. */
static bool password_is_enough(struct deed *deed, const struct session_pass *pass,
                               const struct session_get_row *session)
{
    struct totp_get_row totp;
    return pass->is_password_right && !session->is_half &&
           !totp_get(&deed->tx->conn, &(struct totp_get){ .person_id = session->person_id }, &totp);
}

static bool second_factor_is_good(struct deed *deed, const struct session_pass *pass,
                                  struct person_id person)
{
    if (pass->step > 0) {
        return totp_step(deed->tx,
                         &(struct totp_step){ .person_id = person, .step = pass->step }) == 1;
    }
    return pass->recovery.p &&
           recovery_use(deed->tx, &(struct recovery_use){ .person_id = person,
                                                          .hash = pass->recovery,
                                                          .used_at = deed->now }) == 1;
}

static void count_failure(struct deed *deed, struct bytes bucket)
{
    struct failure_get_row row;
    if (!failure_get(&deed->tx->conn, &(struct failure_get){ .bucket = bucket }, &row)) {
        row = (struct failure_get_row){ 0 };
    }
    failure_set(deed->tx,
                &(struct failure_set){
                    .bucket = bucket,
                    .failures = sign_in_failures_after(row.failures, row.last_at, deed->now),
                    .last_at = deed->now,
                });
}

/* The oldest that runs and can do something, else the oldest; the person can change to another one.
 */
static struct post_id first_post(struct deed *deed, struct person_id person)
{
    struct conn *conn = &deed->tx->conn;
    struct post_id oldest = { 0 };
    struct posts_of_person_rows posts = posts_of_person(
        conn, &(struct posts_of_person){ .person_id = person, .on = deed->today, .limit = 20 });
    for (size_t i = 0; i < posts.count; i++) {
        const struct posts_of_person_row *post = &posts.rows[i];
        if (day_compare(post->from_on, deed->today) > 0) {
            continue;
        }
        struct grants_of_post_rows grants = grants_of_post(
            conn, &(struct grants_of_post){ .post_id = post->id, .on = deed->today, .limit = 1 });
        if (grants.count > 0) {
            return post->id;
        }
        oldest = ID_NONE(oldest) ? post->id : oldest;
    }
    return oldest;
}

static void know_device(struct deed *deed, struct bytes device_hash, struct person_id person)
{
    device_set(deed->tx, &(struct device_set){ .token_hash = device_hash,
                                               .person_id = person,
                                               .used_at = deed->now });
}

static void state_password(struct deed *deed, struct person_id person)
{
    struct person_get_row row;
    if (person_get(&deed->tx->conn, &(struct person_get){ .id = person }, &row)) {
        struct password_says says = { author_kind(deed, person) };
        deed_emit(deed, &IDENTITY_FACTS[FACT_PASSWORD_CHANGED], ID_OF(person), row.object, STR_NONE,
                  &says);
        note_event(deed, FACT_PASSWORD_CHANGED, person, STR_NONE, STR_NONE);
    }
}

static void state_totp(struct deed *deed, struct person_id person, bool is_on)
{
    struct person_get_row row;
    if (person_get(&deed->tx->conn, &(struct person_get){ .id = person }, &row)) {
        struct totp_says says = { is_on, author_kind(deed, person) };
        deed_emit(deed, &IDENTITY_FACTS[FACT_TOTP_CHANGED], ID_OF(person), row.object, STR_NONE,
                  &says);
        note_event(deed, FACT_TOTP_CHANGED, person, STR_NONE, STR_NONE);
    }
}
