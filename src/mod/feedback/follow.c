/* Following by e-mail: the commands. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/follow.h"

#include "outbox/outbox.h"
#include "text/tongue.h"

enum {
    TOKEN_BYTES = 16,
    EMAIL_CHARS_MAX = 200,
    /* One address: a letter a day about one report, and about five reports. */
    ASK_AGAIN_S = DAY_S,
    ASKS_A_DAY = 5,
    STALE_S = 7 * DAY_S,
};

static const struct field follow_fields[] = {
    FIELD(struct follow, code, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Mã hồ sơ")),
    FIELD(struct follow, email, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = EMAIL_CHARS_MAX, .label = N_("Thư điện tử")),
};
static const struct field answer_fields[] = {
    FIELD(struct follow_answer, token, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 40),
};
const struct record follow_record = RECORD("follow", struct follow, follow_fields);
const struct record follow_answer_record =
    RECORD("follow_answer", struct follow_answer, answer_fields);

static bool is_asked_enough(struct deed *deed, struct str email);
static void ask(struct deed *deed, const struct follow *follow, struct report_follower_id id);
static struct verdict find_follower(struct deed *deed, const struct follow_answer *answer,
                                    struct report_follower_of_link_row *ret);
static void forget(struct tx *tx, struct report_follower_id id);

struct verdict apply_follow(struct deed *deed, const void *args, struct answer *ret)
{
    const struct follow *follow = args;
    struct conn *conn = &deed->tx->conn;
    struct report_get_row report;
    struct report_follower_get_row known;
    if (!report_get(conn, &(struct report_get){ .code = follow->code }, &report)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    int state = workflow_state(&feedback_flow, report.state);
    if (state == WORKFLOW_NOWHERE || feedback_flow.states[state].is_final) {
        return refuse(N_("Hồ sơ đã kết thúc, sẽ không có tin mới."), NULL);
    }
    ret->text = report.code;
    bool is_known = report_follower_get(
        conn, &(struct report_follower_get){ .report_id = report.id, .email = follow->email },
        &known);
    bool is_settled =
        is_known && (known.confirmed_at.s || known.asked_at.s > deed->now.s - ASK_AGAIN_S);
    if (is_settled || is_asked_enough(deed, follow->email)) {
        return VERDICT_OK;
    }
    if (is_known) {
        report_follower_ask(deed->tx,
                            &(struct report_follower_ask){ .id = known.id, .asked_at = deed->now });
    } else {
        known.id = (struct report_follower_id){ deed_new_id(deed) };
        report_follower_insert(deed->tx, &(struct report_follower_insert){ .id = known.id,
                                                                           .report_id = report.id,
                                                                           .email = follow->email,
                                                                           .asked_at = deed->now });
    }
    ask(deed, follow, known.id);
    return VERDICT_OK;
}

static bool is_asked_enough(struct deed *deed, struct str email)
{
    struct report_follower_asks_rows asks = report_follower_asks(
        &deed->tx->conn, &(struct report_follower_asks){ .email = email,
                                                         .after = { deed->now.s - ASK_AGAIN_S },
                                                         .limit = ASKS_A_DAY });
    return asks.count >= ASKS_A_DAY;
}

static void ask(struct deed *deed, const struct follow *follow, struct report_follower_id id)
{
    outbox_put(deed, &(struct outbox_letter){
                         .channel = OUTBOX_MAIL,
                         .recipient = follow->email,
                         .subject = str_printf(deed->arena, "%.*s: %s", STR_ARG(follow->code),
                                               "xác nhận theo dõi hồ sơ"),
                         .body = str_printf(deed->arena,
                                            "Có người muốn nhận tin về hồ sơ %.*s qua địa chỉ "
                                            "này. Nếu là bà con, hãy mở liên kết dưới đây và bấm "
                                            "Nhận tin. Nếu không phải, xin bỏ qua thư này.",
                                            STR_ARG(follow->code)),
                         .link = follow_link(deed, FOLLOW_CONFIRM_PATH, id),
                         .about = ID_OF(id),
                         .key = str_printf(deed->arena, "feedback follow %lld %lld",
                                           (long long)id.v, (long long)deed->now.s),
                     });
}

static struct hash token_hash(struct str token)
{
    const struct str parts[] = { STR("kheo follower\n"), token };
    return hash_of_parts(parts, COUNT(parts));
}

struct str follow_link(struct deed *deed, const char *path, struct report_follower_id follower)
{
    uint8_t bits[TOKEN_BYTES];
    struct out token = out_open(deed->arena, 2 * sizeof bits);
    deed_random(deed, bits, sizeof bits);
    out_base64url(&token, bits, sizeof bits);
    struct hash hash = token_hash(out_str(&token));
    report_follower_link_insert(
        deed->tx, &(struct report_follower_link_insert){ .token_hash = { hash.b, HASH_BYTES },
                                                         .follower_id = follower });
    return str_printf(deed->arena, "%s%.*s", path, STR_ARG(out_str(&token)));
}

struct verdict apply_follow_confirm(struct deed *deed, const void *args, struct answer *ret)
{
    struct report_follower_of_link_row follower;
    struct verdict verdict = find_follower(deed, args, &follower);
    if (verdict_is_ok(verdict)) {
        report_follower_confirm(deed->tx, &(struct report_follower_confirm){
                                              .id = follower.id, .confirmed_at = deed->now });
        ret->text = follower.code;
    }
    return verdict;
}

struct verdict apply_follow_leave(struct deed *deed, const void *args, struct answer *ret)
{
    struct report_follower_of_link_row follower;
    struct verdict verdict = find_follower(deed, args, &follower);
    if (verdict_is_ok(verdict)) {
        forget(deed->tx, follower.id);
        ret->text = follower.code;
    }
    return verdict;
}

static struct verdict find_follower(struct deed *deed, const struct follow_answer *answer,
                                    struct report_follower_of_link_row *ret)
{
    return follow_find(&deed->tx->conn, answer->token, ret)
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_GONE };
}

bool follow_find(struct conn *conn, struct str token, struct report_follower_of_link_row *ret)
{
    struct hash hash = token_hash(token);
    return report_follower_of_link(
        conn, &(struct report_follower_of_link){ .token_hash = { hash.b, HASH_BYTES } }, ret);
}

/* Addresses whose owners did not answer are nobody's business any more. */
struct verdict apply_follow_sweep(struct deed *deed, const void *args, struct answer *ret)
{
    (void)args;
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct report_followers_stale_rows stale = report_followers_stale(
        &deed->tx->conn, &(struct report_followers_stale){ .before = { deed->now.s - STALE_S } });
    for (size_t i = 0; i < stale.count; i++) {
        forget(deed->tx, stale.rows[i].id);
    }
    return VERDICT_OK;
}

static void forget(struct tx *tx, struct report_follower_id id)
{
    report_follower_links_delete(tx, &(struct report_follower_links_delete){ .follower_id = id });
    report_follower_delete(tx, &(struct report_follower_delete){ .id = id });
}
