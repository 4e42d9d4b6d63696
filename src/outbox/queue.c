/* The queue's commands: every change of a letter goes through the desk, like everything else. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "outbox/queue.h"

#include "base/crypt.h"
#include "outbox/letter.h"
#include "sql/outbox.h"
#include "text/tongue.h"

static const char *const CHANNELS[OUTBOX_CHANNEL_COUNT] = {
    [OUTBOX_MAIL] = "mail", [OUTBOX_HOOK] = "hook"
};
static const char *const STATES[OUTBOX_STATES] = { [OUTBOX_WAITING] = "waiting",
                                                   [OUTBOX_FAILED] = "failed",
                                                   [OUTBOX_GIVEN_UP] = "given_up",
                                                   [OUTBOX_SENT] = "sent" };

static apply_fn take, note_sent, note_failed, set_channels, retry, sweep;

static const struct field one_fields[] = { FIELD(struct outbox_one, id, .rules = FIELD_REQUIRED) };
static const struct field take_fields[] = { FIELD(struct outbox_take, id),
                                            FIELD(struct outbox_take, retry_s) };
static const struct field failed_fields[] = { FIELD(struct outbox_failed, id),
                                              FIELD(struct outbox_failed, fault) };
static const struct field channels_fields[] = { FIELD(struct outbox_channels, mail),
                                                FIELD(struct outbox_channels, hook) };
const struct record outbox_one_record = RECORD("one", struct outbox_one, one_fields);
static const struct record take_record = RECORD("take", struct outbox_take, take_fields);
static const struct record failed_record = RECORD("failed", struct outbox_failed, failed_fields);
static const struct record channels_record =
    RECORD("channels", struct outbox_channels, channels_fields);

static const struct record nothing_record = { "nothing", NULL, 0, 0 };

/* Delivery states no facts: the ledger says what the house did, not what the mail did with it. */
const struct command outbox_commands[] = {
    [OUTBOX_COMMAND_RETRY] = { "outbox.retry", &outbox_one_record, "admin", retry,
                               "Try a letter again that did not arrive." },
    [OUTBOX_COMMAND_SWEEP] = { "outbox.sweep", &nothing_record, NULL, sweep,
                               "Forget old letters." },
    [OUTBOX_COMMAND_TAKE] = { "outbox.take", &take_record, NULL, take,
                              "Note that a letter is about to leave." },
    [OUTBOX_COMMAND_SENT] = { "outbox.sent", &outbox_one_record, NULL, note_sent,
                              "Note that a letter arrived." },
    [OUTBOX_COMMAND_FAILED] = { "outbox.failed", &failed_record, NULL, note_failed,
                                "Note that a letter did not arrive." },
    [OUTBOX_COMMAND_CHANNELS] = { "outbox.channels", &channels_record, NULL, set_channels,
                                  "Say which channels this server can deliver through." },
};
const struct service outbox_service = {
    .name = "outbox",
    .commands = outbox_commands,
    .command_count = COUNT(outbox_commands),
};

static struct str word_of(enum outbox_state state);
static void give_up(struct deed *deed, int64_t id, enum outbox_fault fault);
static enum outbox_fault fault_of_letter(const struct outbox_letter *letter);
static int64_t retry_wait_s(int64_t first_s, int64_t tries);
static struct str masked(struct conn *conn, struct str recipient);

const char *outbox_channel_name(enum outbox_channel channel)
{
    return CHANNELS[channel];
}

/* --- for commands of services ----------------------------------------------------------------- */

void outbox_put(struct deed *deed, const struct outbox_letter *letter)
{
    const char *channel = CHANNELS[letter->channel];
    const struct str parts[] = { STR("kheo letter\n"), str_of(channel), STR("\n"),
                                 letter->key,          STR("\n"),       letter->recipient };
    struct hash hash = hash_of_parts(parts, COUNT(parts));
    enum outbox_fault fault = fault_of_letter(letter);
    bool is_fit = fault == FAULT_NONE;
    outbox_insert(deed->tx,
                  &(struct outbox_insert){
                      .id = { deed_new_id(deed) },
                      .key_hash = { hash.b, HASH_BYTES },
                      .channel = str_of(channel),
                      .recipient = letter->recipient,
                      .subject = letter->subject,
                      .body = letter->body,
                      .link = letter->link,
                      .leave_link = letter->leave_link,
                      .about = letter->about.v,
                      .state = word_of(is_fit ? OUTBOX_WAITING : OUTBOX_GIVEN_UP),
                      .created_at = deed->now,
                      .next_try_at = { deed->now.s + letter->wait_s },
                      .last_error = is_fit ? STR_NONE : str_of(outbox_fault_row(fault)->word),
                  });
}

static enum outbox_fault fault_of_letter(const struct outbox_letter *letter)
{
    bool is_addressed = letter->channel != OUTBOX_MAIL || letter_address_is_fit(letter->recipient);
    return is_addressed && letter_line_is_fit(letter->recipient) &&
                   letter_line_is_fit(letter->subject)
               ? FAULT_NONE
               : FAULT_UNFIT;
}

void outbox_withdraw(struct deed *deed, struct id about)
{
    outbox_delete_about(deed->tx, &(struct outbox_delete_about){ .about = about.v });
}

void outbox_forget(struct deed *deed, struct id about)
{
    outbox_delete_all_about(deed->tx, &(struct outbox_delete_all_about){ .about = about.v });
}

bool outbox_has_left(struct conn *conn, struct id about)
{
    struct outbox_left_about_row left;
    return outbox_left_about(conn, &(struct outbox_left_about){ .about = about.v }, &left);
}

bool outbox_offers(struct conn *conn, enum outbox_channel channel)
{
    struct outbox_channel_get_row row;
    return outbox_channel_get(
               conn, &(struct outbox_channel_get){ .channel = str_of(CHANNELS[channel]) }, &row) &&
           row.is_open;
}

/* --- for the sender --------------------------------------------------------------------------- */

static struct verdict take(struct deed *deed, const void *args, struct answer *ret)
{
    const struct outbox_take *wanted = args;
    struct outbox_get_row row;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    bool is_there = outbox_get(&deed->tx->conn, &(struct outbox_get){ .id = { wanted->id } }, &row);
    bool is_open = is_there && (str_equal(row.state, word_of(OUTBOX_WAITING)) ||
                                str_equal(row.state, word_of(OUTBOX_FAILED)));
    if (!is_open || row.next_try_at.s > deed->now.s) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    bool is_stale = row.next_try_at.s < deed->now.s - OUTBOX_STALE_S;
    if (is_stale || row.tries >= OUTBOX_TRIES_MAX) {
        give_up(deed, row.id.v, is_stale ? FAULT_TOO_OLD : FAULT_WORN_OUT);
        return VERDICT_OK;
    }
    int64_t wait_s = retry_wait_s(wanted->retry_s, row.tries);
    outbox_set_taken(deed->tx, &(struct outbox_set_taken){ .id = row.id,
                                                           .next_try_at = { deed->now.s + wait_s },
                                                           .now = deed->now });
    ret->text = OUTBOX_TAKEN;
    return VERDICT_OK;
}

/* The first wait, doubled with every try. */
static int64_t retry_wait_s(int64_t first_s, int64_t tries)
{
    int64_t wait_s = first_s;
    for (int64_t i = 0; i < tries && wait_s < OUTBOX_RETRY_S_MAX; i++) {
        wait_s *= 2;
    }
    return wait_s < OUTBOX_RETRY_S_MAX ? wait_s : OUTBOX_RETRY_S_MAX;
}

static struct verdict note_sent(struct deed *deed, const void *args, struct answer *ret)
{
    const struct outbox_one *letter = args;
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    outbox_set_sent(deed->tx,
                    &(struct outbox_set_sent){ .id = { letter->id }, .sent_at = deed->now });
    return VERDICT_OK;
}

/* When it is tried again, the take has said. */
static struct verdict note_failed(struct deed *deed, const void *args, struct answer *ret)
{
    const struct outbox_failed *failed = args;
    enum outbox_fault fault = outbox_fault_of(failed->fault);
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (outbox_fault_row(fault)->is_final) {
        give_up(deed, failed->id, fault);
        return VERDICT_OK;
    }
    outbox_set_failed(deed->tx, &(struct outbox_set_failed){ .id = { failed->id },
                                                             .state = word_of(OUTBOX_FAILED),
                                                             .last_error = failed->fault });
    return VERDICT_OK;
}

static struct verdict set_channels(struct deed *deed, const void *args, struct answer *ret)
{
    const struct outbox_channels *channels = args;
    const bool are_open[] = { [OUTBOX_MAIL] = channels->mail, [OUTBOX_HOOK] = channels->hook };
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    for (size_t i = 0; i < COUNT(are_open); i++) {
        outbox_channel_set(deed->tx, &(struct outbox_channel_set){ .channel = str_of(CHANNELS[i]),
                                                                   .is_open = are_open[i] });
    }
    return VERDICT_OK;
}

static void give_up(struct deed *deed, int64_t id, enum outbox_fault fault)
{
    outbox_set_failed(deed->tx, &(struct outbox_set_failed){
                                    .id = { id },
                                    .state = word_of(OUTBOX_GIVEN_UP),
                                    .last_error = str_of(outbox_fault_row(fault)->word) });
}

/* --- for administrators and the clock --------------------------------------------------------- */

static struct verdict retry(struct deed *deed, const void *args, struct answer *ret)
{
    const struct outbox_one *letter = args;
    struct outbox_get_row row;
    if (!outbox_get(&deed->tx->conn, &(struct outbox_get){ .id = { letter->id } }, &row)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    bool is_open = str_equal(row.state, word_of(OUTBOX_FAILED)) ||
                   str_equal(row.state, word_of(OUTBOX_GIVEN_UP));
    if (!is_open) {
        return refuse(N_("Thư này đã gửi hoặc đang chờ gửi, không cần thử lại."), NULL);
    }
    outbox_set_again(deed->tx,
                     &(struct outbox_set_again){ .id = row.id, .next_try_at = deed->now });
    ret->subject = ID_OF(row.id);
    return VERDICT_OK;
}

static struct verdict sweep(struct deed *deed, const void *args, struct answer *ret)
{
    (void)args;
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    outbox_forget_old(deed->tx,
                      &(struct outbox_forget_old){ .before = { deed->now.s - OUTBOX_KEEP_S } });
    return VERDICT_OK;
}

/* --- looking ---------------------------------------------------------------------------------- */

struct outbox_items outbox_look(struct conn *conn, enum outbox_state state, int64_t before,
                                int64_t limit)
{
    struct outbox_of_state_rows rows = outbox_of_state(
        conn,
        &(struct outbox_of_state){ .state = word_of(state), .before = { before }, .limit = limit });
    struct outbox_item *items = new(conn->arena, struct outbox_item, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        const struct outbox_of_state_row *row = &rows.rows[i];
        bool is_mail = str_equal(row->channel, str_of(CHANNELS[OUTBOX_MAIL]));
        items[i] = (struct outbox_item){
            .id = row->id.v,
            .channel = is_mail ? OUTBOX_MAIL : OUTBOX_HOOK,
            .recipient = masked(conn, row->recipient),
            .subject = row->subject,
            .created_at = row->created_at,
            .next_try_at = row->next_try_at,
            .sent_at = row->sent_at,
            .tries = row->tries,
            .fault = row->last_error.p
                         ? outbox_fault_row(outbox_fault_of(row->last_error))->sentence
                         : NULL,
        };
    }
    return (struct outbox_items){ items, rows.count };
}

static struct str word_of(enum outbox_state state)
{
    return str_of(STATES[state]);
}

/* Enough to see which provider fails, too little to know whose address it is: the first sign and
 * the domain, or a telephone's last three digits. */
static struct str masked(struct conn *conn, struct str recipient)
{
    enum { DIGITS_SHOWN = 3 };
    size_t at = str_find_byte(recipient, '@');
    if (recipient.n == 0) {
        return STR_NONE;
    }
    if (at == recipient.n) {
        size_t hidden = recipient.n > DIGITS_SHOWN ? recipient.n - DIGITS_SHOWN : recipient.n;
        return str_printf(conn->arena, "…%.*s", STR_ARG(str_slice(recipient, hidden, recipient.n)));
    }
    struct str rest = recipient;
    str_cut_char(&rest);
    return str_printf(conn->arena, "%.*s…%.*s", (int)(rest.p - recipient.p), recipient.p,
                      STR_ARG(str_slice(recipient, at, recipient.n)));
}
