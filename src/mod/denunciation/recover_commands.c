/* A key whose holder is gone passes to another officer, by custodians of different units. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/denunciation.h"

#include "text/tongue.h"

static const struct cite NOT_BOTH =
    PRACTICE(N_("Ai giữ hai phần khóa của một họ tên thì một mình mở được họ tên ấy"));

static void state(struct deed *deed, int fact, const struct officer_key_recovery_row *key);
static bool find(struct deed *deed, struct key_recovery_id id, struct key_recovery_get_row *ret,
                 struct officer_key_recovery_row *ret_key);

struct verdict apply_officer_key_ask(struct deed *deed, const void *args, struct answer *ret)
{
    const struct officer_key_ask *ask = args;
    struct officer_key_recovery_row key;
    struct officer_key_in_use_row mine;
    struct key_recovery_open_row open;
    struct shares_in_common_row common;
    struct conn *conn = &deed->tx->conn;
    struct person_id person = { deed->author->person.v };
    if (!officer_key_recovery(conn, &(struct officer_key_recovery){ .id = ask->key }, &key) ||
        ID_IS(key.holder_id, person) || key.ended_at.s != 0) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!officer_key_in_use(conn, &(struct officer_key_in_use){ .holder_id = person }, &mine)) {
        return invalid(NULL, N_("Anh chị phải lập khóa của mình trước."));
    }
    if (key_recovery_open(conn, &(struct key_recovery_open){ .key_id = key.id }, &open)) {
        return invalid(NULL, N_("Khóa này đang có người xin."));
    }
    if (shares_in_common(
            conn, &(struct shares_in_common){ .mine = person, .theirs = key.holder_id }, &common)) {
        return refuse(N_("Anh chị và người ấy cùng giữ phần khóa của một họ tên."), &NOT_BOTH);
    }
    struct key_recovery_insert row = {
        .id = { deed_new_id(deed) }, .key_id = key.id, .for_key_id = mine.id, .asked_at = deed->now
    };
    key_recovery_insert(deed->tx, &row);
    state(deed, FACT_KEY_ASKED, &key);
    ret->subject = ID_OF(row.id);
    return VERDICT_OK;
}

struct verdict apply_officer_key_give(struct deed *deed, const void *args, struct answer *ret)
{
    const struct officer_key_give *give = args;
    struct key_recovery_get_row recovery;
    struct officer_key_recovery_row key;
    struct officer_key_in_use_row mine;
    struct key_recovery_share_of_row given;
    struct conn *conn = &deed->tx->conn;
    struct person_id person = { deed->author->person.v };
    (void)ret;
    if (!find(deed, give->recovery, &recovery, &key) ||
        !officer_key_in_use(conn, &(struct officer_key_in_use){ .holder_id = person }, &mine)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (ID_IS(recovery.holder_id, person)) {
        return invalid("passphrase", N_("Người xin khóa không tự góp phần của mình."));
    }
    struct key_recovery_share_of wanted = { .recovery_id = recovery.id, .holder_id = person };
    if (key_recovery_share_of(conn, &wanted, &given)) {
        return invalid("passphrase", N_("Anh chị đã góp phần khóa của mình rồi."));
    }
    key_recovery_share_insert(deed->tx,
                              &(struct key_recovery_share_insert){ .recovery_id = recovery.id,
                                                                   .key_id = mine.id,
                                                                   .place = give->place,
                                                                   .sealed = give->sealed,
                                                                   .given_at = deed->now });
    state(deed, FACT_KEY_SHARE, &key);
    return VERDICT_OK;
}

/* All that its holder could open passes along: the keys before it open with it. */
struct verdict apply_officer_key_take(struct deed *deed, const void *args, struct answer *ret)
{
    const struct officer_key_take *take = args;
    struct key_recovery_get_row recovery;
    struct officer_key_recovery_row key;
    struct officer_key_in_use_row mine;
    struct conn *conn = &deed->tx->conn;
    struct person_id person = { deed->author->person.v };
    (void)ret;
    if (!find(deed, take->recovery, &recovery, &key) || !ID_IS(recovery.holder_id, person) ||
        !officer_key_in_use(conn, &(struct officer_key_in_use){ .holder_id = person }, &mine)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    officer_key_end(deed->tx, &(struct officer_key_end){ .id = key.id,
                                                         .wrapped = take->wrapped,
                                                         .next_id = mine.id,
                                                         .ended_at = deed->now });
    officer_keys_hand_over(
        deed->tx, &(struct officer_keys_hand_over){ .to_id = person, .holder_id = key.holder_id });
    key_recovery_set_taken(
        deed->tx, &(struct key_recovery_set_taken){ .id = recovery.id, .taken_at = deed->now });
    state(deed, FACT_KEY_RECOVERED, &key);
    return VERDICT_OK;
}

static bool find(struct deed *deed, struct key_recovery_id id, struct key_recovery_get_row *ret,
                 struct officer_key_recovery_row *ret_key)
{
    struct conn *conn = &deed->tx->conn;
    return key_recovery_get(conn, &(struct key_recovery_get){ .id = id }, ret) &&
           ret->taken_at.s == 0 &&
           officer_key_recovery(conn, &(struct officer_key_recovery){ .id = ret->key_id },
                                ret_key) &&
           ret_key->ended_at.s == 0;
}

static void state(struct deed *deed, int fact, const struct officer_key_recovery_row *key)
{
    struct key_fact says = { deed->author->person, key->public_key };
    deed_emit(deed, &denunciation_facts[fact], ID_OF(key->id), key->object, STR_NONE, &says);
}
