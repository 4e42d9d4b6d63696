/* Making and checking form tokens. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/token.h"

#include <string.h>

#include "base/crypt.h"
#include "web/server.h"

enum { RANDOM_BYTES = 16, SEAL_BYTES = 16 };

struct token {
    uint8_t random[RANDOM_BYTES];
    uint8_t seal[SEAL_BYTES];
};

static void seal_token(const struct visit *v, struct day day, struct token *token);

struct str token_make(struct visit *v)
{
    struct token token = { 0 };
    random_bytes(token.random, sizeof token.random);
    seal_token(v, instant_day(v->now), &token);
    struct out out = out_open(v->arena, TOKEN_CHARS + 1);
    out_base64url(&out, &token, sizeof token);
    return out_str(&out);
}

bool token_is_good(const struct visit *v, struct str text)
{
    struct token given = { 0 };
    size_t n = 0;
    if (!base64url_decode(text, &given, sizeof given, &n) || n != sizeof given) {
        return false;
    }
    struct day today = instant_day(v->now);
    bool is_good = false;
    for (int32_t age_days = 0; age_days <= 1; age_days++) {
        struct token expected = given;
        seal_token(v, day_add(today, -age_days), &expected);
        is_good |=
            secret_equal(str_span(expected.seal, SEAL_BYTES), str_span(given.seal, SEAL_BYTES));
    }
    return is_good;
}

/* A session outlives days and ends by itself, so its tokens need no day. */
static void seal_token(const struct visit *v, struct day day, struct token *token)
{
    struct str session = v->visitor.session_mark;
    int32_t day_number = session.n ? 0 : day.n;
    const struct str parts[] = {
        STR("kheo form token\n"),
        str_span(&day_number, sizeof day_number),
        str_span(token->random, sizeof token->random),
        session,
    };
    struct str secret = str_span(v->server->settings.secret, sizeof v->server->settings.secret);
    struct hash hash = hash_hmac(secret, parts, COUNT(parts));
    memcpy(token->seal, hash.b, SEAL_BYTES);
}
