/* Sessions to visitors, posts to powers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/door.h"

#include "mod/identity/commands.h"
#include "web/cookie.h"
#include "web/route.h"

enum { GRANTS_MAX = 200, TOUCH_ARENA_BYTES = 64 << 10 };

/* A note that a session is in use: it outlives the visit that caused it. */
struct touch {
    struct order order;
    struct session_touch args;
};

static void fill_post(struct visit *v, struct post_id post, struct visitor *ret);
static void touch(struct visit *v, struct session_id session);
static void touched(struct order *order);

bool identity_visitor(struct visit *v, struct str session_token, struct visitor *ret)
{
    struct session_of_token_row session;
    struct hash *hash = new(v->arena, struct hash, 1);
    *hash = token_hash(session_token);
    if (!session_of_token(&v->snap->conn,
                          &(struct session_of_token){ .token_hash = hash_bytes(hash) }, &session) ||
        session.is_half ||
        !session_is_alive((struct session_times){ session.created_at, session.seen_at, false },
                          v->now)) {
        return false;
    }
    *ret = (struct visitor){
        .author = { .person = ID_OF(session.person_id) },
        .name = session.name,
        .session_mark = str_printf(v->arena, "session %lld of post %lld", (long long)session.id.v,
                                   (long long)session.post_id.v),
        .is_fresh = factor_is_fresh(session.factor_at, v->now),
    };
    if (session.is_first) {
        ret->owes = route_url(v, "/cb/toi/mat-khau");
    }
    fill_post(v, session.post_id, ret);
    if (v->now.s - session.seen_at.s >= SESSION_SEEN_S) {
        touch(v, session.id);
    }
    return true;
}

bool identity_holds(struct conn *conn, const struct author *author, const char *power,
                    struct id unit, struct day today)
{
    if (author->is_founder) {
        struct person_any_row anybody;
        return !person_any(conn, &anybody);
    }
    struct power_held_row row;
    return author->post.v != 0 && power_held(conn,
                                             &(struct power_held){ .post = { author->post.v },
                                                                   .power = str_of(power),
                                                                   .on = today,
                                                                   .unit = { unit.v } },
                                             &row);
}

bool door_session(struct visit *v, struct session_of_token_row *ret)
{
    struct str text = cookie_get(v->request, SESSION_COOKIE);
    struct hash hash = token_hash(text);
    struct session_of_token_row session;
    if (text.n == 0 ||
        !session_of_token(&v->snap->conn,
                          &(struct session_of_token){ .token_hash = hash_bytes(&hash) },
                          &session)) {
        return false;
    }
    *ret = session;
    return session_is_alive(
        (struct session_times){ session.created_at, session.seen_at, session.is_half }, v->now);
}

struct token token_draw(struct visit *v)
{
    uint8_t bits[TOKEN_BYTES];
    random_bytes(bits, sizeof bits);
    struct out text = out_open(v->arena, 64);
    out_base64url(&text, bits, sizeof bits);
    secret_wipe(bits, sizeof bits);
    return (struct token){ out_str(&text), token_hash(out_str(&text)) };
}

struct hash token_hash(struct str text)
{
    return hash_of(text);
}

struct bytes hash_bytes(const struct hash *hash)
{
    return (struct bytes){ hash->b, HASH_BYTES };
}

/* A post that has ended gives nothing: the person is signed in, and nobody's officer. */
static void fill_post(struct visit *v, struct post_id post, struct visitor *ret)
{
    struct day today = instant_day(v->now);
    struct conn *conn = &v->snap->conn;
    struct post_get_row row;
    if (!post_get(conn, &(struct post_get){ .id = post }, &row) ||
        day_compare(today, row.from_on) < 0 ||
        (!day_is_none(row.until_on) && day_compare(row.until_on, today) < 0)) {
        return;
    }
    ret->author.post = ID_OF(row.id);
    ret->author.unit = ID_OF(row.unit_id);
    ret->post_label =
        str_printf(v->arena, "%.*s, %.*s", STR_ARG(row.title), STR_ARG(row.unit_name));
    struct grants_of_post_rows grants = grants_of_post(
        conn, &(struct grants_of_post){ .post_id = post, .on = today, .limit = GRANTS_MAX });
    struct power_grant *list = new(v->arena, struct power_grant, grants.count);
    for (size_t i = 0; i < grants.count; i++) {
        list[i] = (struct power_grant){ grants.rows[i].power, ID_OF(grants.rows[i].unit_id) };
    }
    ret->grants = list;
    ret->grant_count = grants.count;
}

/* Reading cannot write, so the desk is told, and nobody waits for it. When it is too busy to
 * listen, the next visit tells it again. */
static void touch(struct visit *v, struct session_id session)
{
    struct arena *arena = arena_create(TOUCH_ARENA_BYTES);
    if (!arena) {
        return;
    }
    struct touch *touch = new(arena, struct touch, 1);
    *touch = (struct touch){
        .args = { session },
        .order = { .command = &IDENTITY_COMMANDS[IDENTITY_SESSION_TOUCH],
                   .arena = arena,
                   .ready = touched },
    };
    touch->order.args = &touch->args;
    if (!desk_submit(visit_desk(v), &touch->order)) {
        arena_destroy(arena);
    }
}

static void touched(struct order *order)
{
    arena_destroy(order->arena);
}
