/* The commands: what is sealed already is kept, what is opened is stated first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/denunciation.h"

#include "base/must.h"
#include "case/recount.h"
#include "mod/denunciation/secret.h"
#include "text/tongue.h"

static const struct field send_fields[] = {
    FIELD(struct denunciation_send, unit),        FIELD(struct denunciation_send, mailbox_hash),
    FIELD(struct denunciation_send, mailbox_key), FIELD(struct denunciation_send, content),
    FIELD(struct denunciation_send, identity),    FIELD(struct denunciation_send, enclosure),
};
static const struct record send_record =
    RECORD("denunciation.send", struct denunciation_send, send_fields);

static const struct field write_fields[] = {
    FIELD(struct denunciation_write, code),
    FIELD(struct denunciation_write, mark),
    FIELD(struct denunciation_write, sealed),
    FIELD(struct denunciation_write, enclosure),
};
static const struct record write_record =
    RECORD("denunciation.write", struct denunciation_write, write_fields);

static const struct field hand_fields[] = {
    FIELD(struct denunciation_hand, code),
    FIELD(struct denunciation_hand, mark),
    FIELD(struct denunciation_hand, sealed),
};
static const struct record hand_record =
    RECORD("denunciation.hand", struct denunciation_hand, hand_fields);

static const struct field rendition_fields[] = { FIELD(struct rendition_open, id) };
static const struct record rendition_open_record =
    RECORD("denunciation.rendition", struct rendition_open, rendition_fields);

static const struct field act_fields[] = {
    FIELD(struct denunciation_act, code),
    FIELD(struct denunciation_act, reason),
};
static const struct record act_record =
    RECORD("denunciation.act", struct denunciation_act, act_fields);

static const struct field give_fields[] = {
    FIELD(struct denunciation_give, code),
    FIELD(struct denunciation_give, place),
};
static const struct field give_besides[] = { FIELD(struct denunciation_give, sealed) };
static const struct record give_record =
    RECORD("denunciation.give", struct denunciation_give, give_fields);
static const struct record give_drawn =
    RECORD("denunciation.give.drawn", struct denunciation_give, give_besides);

static const struct field key_besides[] = {
    FIELD(struct officer_key_new, public_key),
    FIELD(struct officer_key_new, wrapped),
    FIELD(struct officer_key_new, old_wrapped),
    FIELD(struct officer_key_new, recovery),
};
static const struct record key_record = { "denunciation.key", key_besides, 0,
                                          sizeof(struct officer_key_new) };
static const struct record key_drawn =
    RECORD("denunciation.key.drawn", struct officer_key_new, key_besides);

static const struct field ask_fields[] = { FIELD(struct officer_key_ask, key) };
static const struct record ask_record =
    RECORD("denunciation.key_ask", struct officer_key_ask, ask_fields);
static const struct field share_fields[] = {
    FIELD(struct officer_key_give, recovery),
    FIELD(struct officer_key_give, place),
};
static const struct field share_besides[] = { FIELD(struct officer_key_give, sealed) };
static const struct record share_record =
    RECORD("denunciation.key_give", struct officer_key_give, share_fields);
static const struct record share_drawn =
    RECORD("denunciation.key_give.drawn", struct officer_key_give, share_besides);
static const struct field take_fields[] = { FIELD(struct officer_key_take, recovery) };
static const struct field take_besides[] = { FIELD(struct officer_key_take, wrapped) };
static const struct record take_record =
    RECORD("denunciation.key_take", struct officer_key_take, take_fields);
static const struct record take_drawn =
    RECORD("denunciation.key_take.drawn", struct officer_key_take, take_besides);

static const struct record tell_record = { "denunciation.tell", key_besides, 0, 0 };

const struct command denunciation_commands[COMMAND_FIRST_ACT + ACT_COUNT] = {
    [COMMAND_SEND] = { "denunciation.send", &send_record, NULL, apply_denunciation_send,
                       "Keeps a denunciation that was sealed." },
    [COMMAND_WRITE] = { "denunciation.write", &write_record, NULL, apply_denunciation_write,
                        "Keeps what its sender adds, sealed." },
    [COMMAND_REPLY] = { "denunciation.reply", &write_record, POWER_HANDLE, apply_denunciation_reply,
                        "Keeps an answer to its sender, sealed." },
    [COMMAND_OPEN] = { "denunciation.open", &act_record, POWER_HANDLE, apply_denunciation_open,
                       "States that one of its readers opens it." },
    [COMMAND_ASK] = { "denunciation.ask_name", &act_record, POWER_HANDLE, apply_denunciation_ask,
                      "Asks the identity officers for the sender's name, with a reason." },
    [COMMAND_GIVE] = { "denunciation.give_share", &give_record, POWER_IDENTITY,
                       apply_denunciation_give, "Gives one's share of it to whoever asked.",
                       &give_drawn },
    [COMMAND_OPEN_NAME] = { "denunciation.open_name", &act_record, POWER_HANDLE,
                            apply_denunciation_open_name, "States that the name is opened." },
    [COMMAND_HAND] = { "denunciation.hand", &hand_record, POWER_HANDLE, apply_denunciation_hand,
                       "Hands a copy without what tells who denounced to those who verify." },
    [COMMAND_OPEN_RENDITION] = { "denunciation.open_rendition", &rendition_open_record,
                                 POWER_VERIFY, apply_rendition_open,
                                 "States that one who verifies opens that copy." },
    [COMMAND_KEY_ADD] = { "denunciation.key_add", &key_record, NULL, apply_officer_key_add,
                          "Keeps an officer's first key.", &key_drawn },
    [COMMAND_KEY_REPLACE] = { "denunciation.key_replace", &key_record, NULL,
                              apply_officer_key_replace,
                              "Puts a new key in the place of an officer's old one.", &key_drawn },
    [COMMAND_KEY_ASK] = { "denunciation.key_ask", &ask_record, POWER_HANDLE, apply_officer_key_ask,
                          "Asks the custodians for the key of somebody who is gone." },
    [COMMAND_KEY_GIVE] = { "denunciation.key_give", &share_record, POWER_RECOVER,
                           apply_officer_key_give, "Gives one's share of it.", &share_drawn },
    [COMMAND_KEY_TAKE] = { "denunciation.key_take", &take_record, POWER_HANDLE,
                           apply_officer_key_take, "Takes it, sealed to one's own.", &take_drawn },
    [COMMAND_TELL] = { "denunciation.tell", &tell_record, NULL, apply_denunciation_tell,
                       "By night: tells the ledger what came in, in no order." },
    [COMMAND_ENTER] = { "denunciation.enter", &denunciation_enter_record, POWER_HANDLE,
                        apply_denunciation_enter, "Enters one in the book, to be settled." },
    [COMMAND_RECOUNT] = { "denunciation.recount_some", &case_recount_record, NULL,
                          apply_settling_recount,
                          "Count some cases again after the working calendar has changed." },
    [COMMAND_REMIND] = { "denunciation.remind_unread", &tell_record, NULL,
                         apply_denunciation_remind,
                         "Reminds those who can open one that it waits to be entered." },
#define CASE_ACT(act, needs, effect, about)                                                        \
    [COMMAND_FIRST_ACT + ACT_##                                                                    \
        act] = { "denunciation." #act, &case_args_record, NULL, apply_settling_act, about, NULL },
#include "mod/denunciation/acts.def"
#undef CASE_ACT
};

static const struct field sealed_fields[] = { FIELD(struct sealed_fact, sealed) };
static const struct record sealed_record =
    RECORD("denunciation.sealed", struct sealed_fact, sealed_fields);

struct by_fact {
    struct id by;
    struct str reason;
};
static const struct field by_fields[] = { FIELD(struct by_fact, by),
                                          FIELD(struct by_fact, reason) };
static const struct record by_record = RECORD("denunciation.by", struct by_fact, by_fields);

static const struct field key_fact_fields[] = { FIELD(struct key_fact, holder),
                                                FIELD(struct key_fact, public_key) };
static const struct record key_fact_record =
    RECORD("denunciation.key", struct key_fact, key_fact_fields);

const struct fact denunciation_facts[FACT_COUNT] = {
    [FACT_RECEIVED] = { "denunciation.received", &sealed_record,
                        "Something sealed came in, or nothing did: these leaves look alike." },
    [FACT_MESSAGE] = { "denunciation.message", &sealed_record,
                       "More about it, sealed; today it is told as what came in is." },
    [FACT_OPENED] = { "denunciation.opened", &by_record, "A reader opened it." },
    [FACT_NAME_ASKED] = { "denunciation.name_asked", &by_record, "Its name was asked for." },
    [FACT_NAME_SHARE] = { "denunciation.name_share", &by_record,
                          "An identity officer gave a share of it." },
    [FACT_NAME_OPENED] = { "denunciation.name_opened", &by_record, "Its name was opened." },
    [FACT_HANDED] = { "denunciation.handed", &by_record,
                      "A copy without what tells who denounced went to those who verify." },
    [FACT_RENDITION_OPENED] = { "denunciation.rendition_opened", &by_record,
                                "One of them opened it." },
    [FACT_KEY_ADDED] = { "denunciation.key_added", &key_fact_record, "An officer has a key." },
    [FACT_KEY_REPLACED] = { "denunciation.key_replaced", &key_fact_record,
                            "An officer's key ended, and another took its place." },
    [FACT_KEY_ASKED] = { "denunciation.key_asked", &key_fact_record,
                         "Somebody asked for the key of one who is gone." },
    [FACT_KEY_SHARE] = { "denunciation.key_share", &key_fact_record,
                         "A custodian gave a share of it." },
    [FACT_KEY_RECOVERED] = { "denunciation.key_recovered", &key_fact_record,
                             "It passed to another officer." },
};

static struct str new_code(struct deed *deed);
/* Whose boxes are in an envelope; the mailbox's is nobody's. */
struct envelope_readers {
    enum envelope_kind kind;
    struct officer_key_id list[ENVELOPE_KEYS_MAX];
    size_t count;
};
static struct envelope_readers readers_of(struct deed *deed, struct bytes sealed);
static void add_readers(struct deed *deed, struct denunciation_id id, struct bytes sealed);
static void add_rendition_readers(struct deed *deed, struct denunciation_message_id id,
                                  struct bytes sealed);
static struct verdict load(struct deed *deed, struct str code, bool is_identity,
                           struct denunciation_of_code_row *ret, struct officer_key_id *ret_key);
struct message {
    struct denunciation_id about;
    bool is_from_sender;
    enum message_holds holds;
    struct bytes mark;
    struct bytes sealed; /* absent: there is no message */
};
static struct denunciation_message_id keep_message(struct deed *deed,
                                                   const struct message *message);
static void keep_written(struct deed *deed, const struct denunciation_of_code_row *row,
                         const struct denunciation_write *write, bool is_from_sender);
static void state(struct deed *deed, int fact, struct id subject, struct str object,
                  struct str reason);
static struct officer_key_id keep_key(struct deed *deed, const struct officer_key_new *key,
                                      int fact);

struct hash sealed_hash(struct bytes content, struct bytes identity)
{
    struct hash of_content = hash_of(str_span(content.p, content.n));
    struct hash of_identity = hash_of(str_span(identity.p, identity.n));
    const struct str parts[] = { hash_str(&of_content), hash_str(&of_identity) };
    return hash_of_parts(parts, COUNT(parts));
}

bool denunciation_of(struct conn *conn, struct str code, struct id person, bool is_identity,
                     struct denunciation_of_code_row *ret, struct officer_key_id *ret_key)
{
    struct reader_of_row reader;
    if (!denunciation_of_code(conn, &(struct denunciation_of_code){ .code = code }, ret) ||
        !reader_of(conn,
                   &(struct reader_of){ .denunciation_id = ret->id,
                                        .is_identity = is_identity,
                                        .holder_id = { person.v } },
                   &reader)) {
        return false;
    }
    *ret_key = reader.key_id;
    return true;
}

/* The secret of the mailbox follows from what was typed and the form's token, so one that is there
 * is this one, sent again. The desk's own keys would remember the second. */
struct verdict apply_denunciation_send(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_send *send = args;
    struct denunciation_of_mailbox_row same;
    if (denunciation_of_mailbox(
            &deed->tx->conn,
            &(struct denunciation_of_mailbox){ .mailbox_hash = send->mailbox_hash }, &same)) {
        *ret = (struct answer){ .text = same.code };
        return VERDICT_OK;
    }
    struct denunciation_insert row = {
        .id = { deed_new_id(deed) },
        .code = new_code(deed),
        .unit_id = send->unit,
        .is_named = send->identity.p != NULL,
        .received_on = deed->today,
        .mailbox_hash = send->mailbox_hash,
        .mailbox_key = send->mailbox_key,
        .content = send->content,
        .identity = send->identity,
        .needed = IDENTITY_NEEDED,
    };
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    row.object = str_of(object);
    denunciation_insert(deed->tx, &row);
    add_readers(deed, row.id, row.content);
    add_readers(deed, row.id, row.identity);
    struct hash mark = mark_of_pictures(send->mailbox_hash);
    keep_message(deed, &(struct message){
                           row.id, true, HOLDS_PICTURES, { mark.b, HASH_BYTES }, send->enclosure });
    *ret = (struct answer){ .text = row.code };
    return VERDICT_OK;
}

struct verdict apply_denunciation_write(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_write *write = args;
    struct denunciation_of_code_row row;
    struct denunciation_of_code wanted = { .code = write->code };
    (void)ret;
    if (!denunciation_of_code(&deed->tx->conn, &wanted, &row)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    keep_written(deed, &row, write, true);
    return VERDICT_OK;
}

struct verdict apply_denunciation_reply(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_write *write = args;
    struct denunciation_of_code_row row;
    struct officer_key_id key;
    struct verdict verdict = load(deed, write->code, false, &row, &key);
    (void)ret;
    if (verdict_is_ok(verdict)) {
        keep_written(deed, &row, write, false);
    }
    return verdict;
}

struct verdict apply_denunciation_open(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_act *act = args;
    struct denunciation_of_code_row row;
    struct officer_key_id key;
    struct verdict verdict = load(deed, act->code, false, &row, &key);
    (void)ret;
    if (verdict_is_ok(verdict)) {
        state(deed, FACT_OPENED, ID_OF(row.id), row.object, STR_NONE);
    }
    return verdict;
}

/* The shares go to the key that whoever asks has in use now. */
struct verdict apply_denunciation_ask(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_act *act = args;
    struct denunciation_of_code_row row;
    struct officer_key_id key;
    struct officer_key_in_use_row in_use;
    struct officer_key_in_use mine = { .holder_id = { deed->author->person.v } };
    struct verdict verdict = load(deed, act->code, false, &row, &key);
    (void)ret;
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!row.is_named) {
        return invalid("reason", N_("Đơn này không nêu tên người gửi."));
    }
    if (!opening_reason_label(act->reason)) {
        return invalid("reason", N_("Hãy chọn lý do mở họ tên."));
    }
    if (!officer_key_in_use(&deed->tx->conn, &mine, &in_use)) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    identity_opening_insert(deed->tx,
                            &(struct identity_opening_insert){ .id = { deed_new_id(deed) },
                                                               .denunciation_id = row.id,
                                                               .key_id = in_use.id,
                                                               .reason = act->reason,
                                                               .asked_at = deed->now });
    state(deed, FACT_NAME_ASKED, ID_OF(row.id), row.object, act->reason);
    return VERDICT_OK;
}

struct verdict apply_denunciation_give(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_give *give = args;
    struct denunciation_of_code_row row;
    struct identity_opening_newest_row opening;
    struct identity_share_of_row given;
    struct officer_key_id key;
    struct conn *conn = &deed->tx->conn;
    struct person_id person = { deed->author->person.v };
    struct verdict verdict = load(deed, give->code, true, &row, &key);
    (void)ret;
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!identity_opening_newest(
            conn, &(struct identity_opening_newest){ .denunciation_id = row.id }, &opening)) {
        return invalid("passphrase", N_("Chưa ai xin mở họ tên của đơn này."));
    }
    if (ID_IS(opening.holder_id, person)) {
        return invalid("passphrase", N_("Người xin mở không tự góp phần khóa của mình."));
    }
    if (identity_share_of(
            conn, &(struct identity_share_of){ .opening_id = opening.id, .holder_id = person },
            &given)) {
        return invalid("passphrase", N_("Anh chị đã góp phần khóa của mình rồi."));
    }
    identity_share_insert(deed->tx, &(struct identity_share_insert){ .opening_id = opening.id,
                                                                     .key_id = key,
                                                                     .place = give->place,
                                                                     .sealed = give->sealed,
                                                                     .given_at = deed->now });
    state(deed, FACT_NAME_SHARE, ID_OF(row.id), row.object, STR_NONE);
    return VERDICT_OK;
}

struct verdict apply_denunciation_open_name(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_act *act = args;
    struct denunciation_of_code_row row;
    struct identity_opening_newest_row opening;
    struct officer_key_id key;
    struct verdict verdict = load(deed, act->code, false, &row, &key);
    (void)ret;
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct identity_opening_newest wanted = { .denunciation_id = row.id };
    if (!identity_opening_newest(&deed->tx->conn, &wanted, &opening)) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    identity_opening_set_opened(deed->tx, &(struct identity_opening_set_opened){
                                              .id = opening.id, .opened_at = deed->now });
    state(deed, FACT_NAME_OPENED, ID_OF(row.id), row.object, opening.reason);
    return VERDICT_OK;
}

/* It was sealed in this program, to keys that were read a moment ago, as the letter itself was. */
struct verdict apply_denunciation_hand(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_hand *hand = args;
    struct denunciation_of_code_row row;
    struct officer_key_id key;
    struct verdict verdict = load(deed, hand->code, false, &row, &key);
    (void)ret;
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct message message = { row.id, false, HOLDS_RENDITION, hand->mark, hand->sealed };
    struct denunciation_message_id id = keep_message(deed, &message);
    if (id.v > 0) {
        add_rendition_readers(deed, id, hand->sealed);
        state(deed, FACT_HANDED, ID_OF(row.id), row.object, STR_NONE);
    }
    return VERDICT_OK;
}

struct verdict apply_rendition_open(struct deed *deed, const void *args, struct answer *ret)
{
    const struct rendition_open *open = args;
    struct rendition_get_row row;
    struct rendition_get wanted = { .id = open->id, .holder_id = { deed->author->person.v } };
    (void)ret;
    if (!rendition_get(&deed->tx->conn, &wanted, &row) ||
        !deed_may(deed, POWER_VERIFY, ID_OF(row.unit_id))) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    state(deed, FACT_RENDITION_OPENED, ID_OF(row.denunciation_id), row.object, STR_NONE);
    return VERDICT_OK;
}

struct verdict apply_officer_key_add(struct deed *deed, const void *args, struct answer *ret)
{
    struct officer_key_in_use_row in_use;
    struct officer_key_in_use mine = { .holder_id = { deed->author->person.v } };
    if (officer_key_in_use(&deed->tx->conn, &mine, &in_use)) {
        return invalid(NULL, N_("Anh chị đã có khóa rồi."));
    }
    ret->subject = ID_OF(keep_key(deed, args, FACT_KEY_ADDED));
    return VERDICT_OK;
}

/* Ended first: one of a person is in use. */
struct verdict apply_officer_key_replace(struct deed *deed, const void *args, struct answer *ret)
{
    const struct officer_key_new *key = args;
    struct officer_key_in_use_row in_use;
    struct officer_key_in_use mine = { .holder_id = { deed->author->person.v } };
    if (!officer_key_in_use(&deed->tx->conn, &mine, &in_use)) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    struct officer_key_replace old = { .id = in_use.id,
                                       .wrapped = key->old_wrapped,
                                       .ended_at = deed->now };
    officer_key_replace(deed->tx, &old);
    struct officer_key_id next = keep_key(deed, key, FACT_KEY_REPLACED);
    officer_key_follow(deed->tx, &(struct officer_key_follow){ .id = in_use.id, .next_id = next });
    ret->subject = ID_OF(next);
    return VERDICT_OK;
}

static struct officer_key_id keep_key(struct deed *deed, const struct officer_key_new *key,
                                      int fact)
{
    char object[OBJECT_ID_BYTES];
    struct key_id name = key_id_of(key->public_key.p);
    struct key_fact says = { deed->author->person, key->public_key };
    deed_new_object(deed, object);
    struct officer_key_insert row = {
        .id = { deed_new_id(deed) },
        .holder_id = { deed->author->person.v },
        .public_key = key->public_key,
        .key_name = { name.b, sizeof name.b },
        .wrapped = key->wrapped,
        .made_at = deed->now,
        .object = str_of(object),
    };
    officer_key_insert(deed->tx, &row);
    if (key->recovery.p) {
        officer_key_set_recovery(
            deed->tx, &(struct officer_key_set_recovery){
                          .id = row.id, .recovery = key->recovery, .needed = RECOVERY_NEEDED });
    }
    deed_emit(deed, &denunciation_facts[fact], ID_OF(row.id), row.object, STR_NONE, &says);
    return row.id;
}

static struct str new_code(struct deed *deed)
{
    struct denunciation_of_code_row row;
    struct str code;
    do {
        uint8_t bits[CODE_RANDOM_BYTES];
        deed_random(deed, bits, sizeof bits);
        code = denunciation_code(deed->arena, bits);
    } while (denunciation_of_code(&deed->tx->conn, &(struct denunciation_of_code){ .code = code },
                                  &row));
    return code;
}

static void add_readers(struct deed *deed, struct denunciation_id id, struct bytes sealed)
{
    struct envelope_readers readers = readers_of(deed, sealed);
    for (size_t i = 0; i < readers.count; i++) {
        denunciation_reader_insert(deed->tx,
                                   &(struct denunciation_reader_insert){
                                       .denunciation_id = id,
                                       .key_id = readers.list[i],
                                       .is_identity = readers.kind == ENVELOPE_IDENTITY });
    }
}

static void add_rendition_readers(struct deed *deed, struct denunciation_message_id id,
                                  struct bytes sealed)
{
    struct envelope_readers readers = readers_of(deed, sealed);
    for (size_t i = 0; i < readers.count; i++) {
        rendition_reader_insert(deed->tx, &(struct rendition_reader_insert){
                                              .message_id = id, .key_id = readers.list[i] });
    }
}

/* They were sealed in this program, to keys that were read a moment ago. */
static struct envelope_readers readers_of(struct deed *deed, struct bytes sealed)
{
    struct envelope_readers readers = { .count = 0 };
    struct envelope envelope;
    if (!sealed.p) {
        return readers;
    }
    must(envelope_parse(str_span(sealed.p, sealed.n), &envelope));
    readers.kind = envelope.kind;
    for (size_t i = 0; i < envelope.key_count; i++) {
        struct officer_key_of_name_row key;
        struct key_id name = envelope_key(&envelope, i);
        struct officer_key_of_name wanted = { .key_name = { name.b, sizeof name.b } };
        if (officer_key_of_name(&deed->tx->conn, &wanted, &key)) {
            readers.list[readers.count++] = key.id;
        }
    }
    return readers;
}

static struct verdict load(struct deed *deed, struct str code, bool is_identity,
                           struct denunciation_of_code_row *ret, struct officer_key_id *ret_key)
{
    const char *power = is_identity ? POWER_IDENTITY : POWER_HANDLE;
    bool is_there =
        denunciation_of(&deed->tx->conn, code, deed->author->person, is_identity, ret, ret_key) &&
        deed_may(deed, power, ID_OF(ret->unit_id));
    return is_there ? VERDICT_OK : (struct verdict){ .status = STATUS_NOT_FOUND };
}

static void keep_written(struct deed *deed, const struct denunciation_of_code_row *row,
                         const struct denunciation_write *write, bool is_from_sender)
{
    struct hash mark = mark_of_pictures(write->mark);
    keep_message(deed, &(struct message){ row->id, is_from_sender, HOLDS_WORDS, write->mark,
                                          write->sealed });
    keep_message(
        deed,
        &(struct message){
            row->id, is_from_sender, HOLDS_PICTURES, { mark.b, HASH_BYTES }, write->enclosure });
}

/* 0: it is there already, or there is none. */
static struct denunciation_message_id keep_message(struct deed *deed, const struct message *message)
{
    struct denunciation_message_same_row same;
    struct denunciation_message_same wanted = { .mark = message->mark };
    if (!message->sealed.p || denunciation_message_same(&deed->tx->conn, &wanted, &same)) {
        return (struct denunciation_message_id){ 0 };
    }
    struct denunciation_message_insert row = {
        .id = { deed_new_id(deed) },
        .denunciation_id = message->about,
        .is_from_sender = message->is_from_sender,
        .sent_on = deed->today,
        .mark = message->mark,
        .sealed = message->sealed,
        .holds = message->holds,
    };
    denunciation_message_insert(deed->tx, &row);
    return row.id;
}

/* Words and pictures that are sent together are two messages with one mark typed for them. */
struct hash mark_of_pictures(struct bytes mark)
{
    const struct str parts[] = { STR("kheo denunciation pictures\n"), str_span(mark.p, mark.n) };
    return hash_of_parts(parts, COUNT(parts));
}

static void state(struct deed *deed, int fact, struct id subject, struct str object,
                  struct str reason)
{
    struct by_fact says = { deed->author->person, reason };
    deed_emit(deed, &denunciation_facts[fact], subject, object, STR_NONE, &says);
}
