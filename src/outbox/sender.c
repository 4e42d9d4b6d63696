/* Delivering: read what is ripe, take it, carry it, note what became of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "outbox/sender.h"

#include <pthread.h>

#include "base/json.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/wait.h"
#include "outbox/letter.h"
#include "outbox/queue.h"
#include "sql/outbox.h"

enum {
    LETTERS_AT_ONCE = 20,
    LOOK_EVERY_S = 60, /* also when nothing was committed: the clock ripens letters too */
    LETTER_BYTES_MAX = 256 << 10,
    MESSAGE_ID_BYTES = 16,
};

struct sender {
    struct sender_settings settings;
    struct session *session;
    struct arena *arena; /* of the sender itself, then of one round */
    struct arena_mark clean;
    uint64_t seen_commits;
    struct instant next_look;
    bool is_announced; /* the desk knows our channels */

    atomic_bool is_stopping;
    bool has_thread;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t stop;
};

static bool open_channels(struct sender *sender);
static void *sender_main(void *context);
static bool is_on_duty(struct sender *sender);
static bool wait_a_second(struct sender *sender);
static size_t deliver_ripe(struct sender *sender, struct instant now);
static void deliver(struct sender *sender, struct carrier *carrier, struct outbox_message_id id,
                    struct instant now);
static enum outbox_fault carry(struct sender *sender, struct carrier *carrier,
                               const struct outbox_get_row *row, struct instant now);
static enum outbox_fault carry_mail(struct sender *sender, struct carrier *carrier,
                                    const struct outbox_get_row *row, struct instant now);
static enum outbox_fault carry_hook(struct sender *sender, struct carrier *carrier,
                                    const struct outbox_get_row *row);
static bool order(struct sender *sender, enum outbox_command command, const void *args);
static struct str url_of(struct sender *sender, struct str path);
static struct str name_of(struct sender *sender, const struct outbox_get_row *row);

struct sender *sender_open(const struct sender_settings *settings, struct str *ret_why)
{
    const char *fault = carrier_settings_fault(&settings->carrier);
    if (fault) {
        *ret_why = str_of(fault);
        return NULL;
    }
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    struct session *session = store_reader_open(settings->store);
    *ret_why = STR("Không mở được luồng gửi thư.");
    if (!arena || !session) {
        arena_destroy(arena);
        store_session_close(session);
        return NULL;
    }
    struct sender *sender = new(arena, struct sender, 1);
    *sender = (struct sender){ .settings = *settings, .session = session, .arena = arena };
    sender->settings.retry_s = settings->retry_s > 0 ? settings->retry_s : OUTBOX_RETRY_S;
    sender->clean = arena_mark(arena);
    pthread_mutex_init(&sender->lock, NULL);
    pthread_cond_init(&sender->stop, NULL);
    /* Where several serve, whoever seals says so from its thread: the turn may change any time. */
    if (!store_is_shared(settings->store) && !open_channels(sender)) {
        sender_close(sender);
        return NULL;
    }
    sender->is_announced = !store_is_shared(settings->store);
    return sender;
}

/* A commit only when something changed: the same server starts a hundred times. */
static bool open_channels(struct sender *sender)
{
    const struct carrier_settings *carrier = &sender->settings.carrier;
    struct outbox_channels now = { .mail = carrier->smtp_url, .hook = carrier->hook_url };
    struct snap snap;
    snap_begin(sender->session, sender->arena, 0, &snap);
    struct outbox_channels before = { .mail = outbox_offers(&snap.conn, OUTBOX_MAIL),
                                      .hook = outbox_offers(&snap.conn, OUTBOX_HOOK) };
    bool is_read = snap_end(&snap) == STATUS_OK;
    bool is_same = now.mail == before.mail && now.hook == before.hook;
    bool is_set = is_read && (is_same || order(sender, OUTBOX_COMMAND_CHANNELS, &now));
    arena_undo(sender->arena, sender->clean);
    return is_set;
}

bool sender_start(struct sender *sender)
{
    bool has_channel = sender->settings.carrier.smtp_url || sender->settings.carrier.hook_url;
    if (!has_channel && !store_is_shared(sender->settings.store)) {
        return true;
    }
    sender->has_thread = pthread_create(&sender->thread, NULL, sender_main, sender) == 0;
    return sender->has_thread;
}

void sender_close(struct sender *sender)
{
    if (!sender) {
        return;
    }
    if (sender->has_thread) {
        atomic_store(&sender->is_stopping, true);
        pthread_mutex_lock(&sender->lock);
        pthread_cond_signal(&sender->stop);
        pthread_mutex_unlock(&sender->lock);
        pthread_join(sender->thread, NULL);
    }
    store_session_close(sender->session);
    arena_destroy(sender->arena);
}

static void *sender_main(void *context)
{
    struct sender *sender = context;
    while (wait_a_second(sender)) {
        struct instant now = instant_now();
        if (!is_on_duty(sender)) {
            continue;
        }
        bool has_news = desk_commits(sender->settings.desk) != sender->seen_commits;
        if (has_news || now.s >= sender->next_look.s) {
            sender_run_once(sender, now);
        }
    }
    return NULL;
}

/* Of several servers the one that seals delivers, by its own channels. */
static bool is_on_duty(struct sender *sender)
{
    if (!desk_seals(sender->settings.desk)) {
        sender->is_announced = false;
    } else if (!sender->is_announced) {
        sender->is_announced = open_channels(sender);
    }
    return sender->is_announced;
}

/* False when it is time to go. */
static bool wait_a_second(struct sender *sender)
{
    pthread_mutex_lock(&sender->lock);
    if (!atomic_load(&sender->is_stopping)) {
        wait_ms(&sender->stop, &sender->lock, 1000);
    }
    pthread_mutex_unlock(&sender->lock);
    return !atomic_load(&sender->is_stopping);
}

/* --- one round -------------------------------------------------------------------------------- */

size_t sender_run_once(struct sender *sender, struct instant now)
{
    jmp_buf boundary;
    size_t tried = 0;
    if (arena_guard(sender->arena, &boundary)) {
        tried = 0;
    } else {
        tried = deliver_ripe(sender, now);
    }
    arena_undo(sender->arena, sender->clean);
    return tried;
}

static size_t deliver_ripe(struct sender *sender, struct instant now)
{
    struct snap snap;
    struct outbox_next_row next;
    const struct carrier_settings *settings = &sender->settings.carrier;
    sender->seen_commits = desk_commits(sender->settings.desk);
    snap_begin(sender->session, sender->arena, 0, &snap);
    struct outbox_ripe_rows ripe =
        outbox_ripe(&snap.conn, &(struct outbox_ripe){ .now = now,
                                                       .mail = settings->smtp_url,
                                                       .hook = settings->hook_url,
                                                       .limit = LETTERS_AT_ONCE });
    sender->next_look = (struct instant){ now.s + LOOK_EVERY_S };
    if (outbox_next(&snap.conn, &(struct outbox_next){ .now = now }, &next) &&
        next.next_try_at.s < sender->next_look.s) {
        sender->next_look = next.next_try_at;
    }
    snap_end(&snap);
    struct carrier *carrier = NULL;
    if (ripe.count > 0) {
        carrier = carrier_open(sender->arena, settings, &sender->is_stopping);
    }
    for (size_t i = 0; i < ripe.count && carrier && !atomic_load(&sender->is_stopping); i++) {
        deliver(sender, carrier, ripe.rows[i].id, now);
    }
    return ripe.count;
}

/* Taken, carried, noted: three steps, and the machine may die between any two. */
static void deliver(struct sender *sender, struct carrier *carrier, struct outbox_message_id id,
                    struct instant now)
{
    struct outbox_take take = { .id = id.v, .retry_s = sender->settings.retry_s };
    struct outbox_get_row row;
    struct snap snap;
    if (!order(sender, OUTBOX_COMMAND_TAKE, &take)) {
        return;
    }
    snap_begin(sender->session, sender->arena, 0, &snap);
    bool is_there = outbox_get(&snap.conn, &(struct outbox_get){ .id = id }, &row);
    if (snap_end(&snap) != STATUS_OK || !is_there) {
        return;
    }
    enum outbox_fault fault = carry(sender, carrier, &row, now);
    if (fault == FAULT_NONE) {
        order(sender, OUTBOX_COMMAND_SENT, &(struct outbox_one){ id.v });
        return;
    }
    const char *word = outbox_fault_row(fault)->word;
    log_event(EVENT_OUTBOX_FAILED, LOG_INT("letter", id.v), LOG_INT("tries", row.tries),
              LOG_WORD("fault", word));
    order(sender, OUTBOX_COMMAND_FAILED,
          &(struct outbox_failed){ .id = id.v, .fault = str_of(word) });
}

/* As the clock: nobody in particular delivers. True when it was done, and a take was granted. */
static bool order(struct sender *sender, enum outbox_command command, const void *args)
{
    struct order order = { .command = &outbox_commands[command],
                           .args = args,
                           .arena = sender->arena,
                           .author = { .is_clock = true } };
    desk_do(sender->settings.desk, &order);
    return verdict_is_ok(order.outcome.verdict) &&
           (command != OUTBOX_COMMAND_TAKE || order.outcome.answer.text.n > 0);
}

static enum outbox_fault carry(struct sender *sender, struct carrier *carrier,
                               const struct outbox_get_row *row, struct instant now)
{
    bool is_mail = str_equal(row->channel, str_of(outbox_channel_name(OUTBOX_MAIL)));
    return is_mail ? carry_mail(sender, carrier, row, now) : carry_hook(sender, carrier, row);
}

static enum outbox_fault carry_mail(struct sender *sender, struct carrier *carrier,
                                    const struct outbox_get_row *row, struct instant now)
{
    struct str from = str_of(sender->settings.carrier.mail_from);
    struct str domain = str_slice(from, str_find_byte(from, '@') + 1, from.n);
    struct out body = out_open(sender->arena, LETTER_BYTES_MAX);
    struct out text = out_open(sender->arena, LETTER_BYTES_MAX);
    out_printf(&body, "%.*s\n", STR_ARG(row->body));
    if (row->link.p) {
        out_printf(&body, "\n%.*s\n", STR_ARG(url_of(sender, row->link)));
    }
    out_printf(&body, "\n-- \n%s\n", "Thư này do máy gửi, xin đừng trả lời thư này.");
    if (row->leave_link.p) {
        out_printf(&body, "%s %.*s\n",
                   "Không muốn nhận những thư này nữa:", STR_ARG(url_of(sender, row->leave_link)));
    }
    struct letter letter = {
        .from = from,
        .to = row->recipient,
        .subject = row->subject,
        .body = out_str(&body),
        .message_id =
            str_printf(sender->arena, "%.*s@%.*s", STR_ARG(name_of(sender, row)), STR_ARG(domain)),
        .leave_url = row->leave_link.p ? url_of(sender, row->leave_link) : STR_NONE,
        .at = now,
    };
    return letter_write(&text, &letter) ? carrier_mail(carrier, row->recipient, out_str(&text))
                                        : FAULT_UNFIT;
}

static enum outbox_fault carry_hook(struct sender *sender, struct carrier *carrier,
                                    const struct outbox_get_row *row)
{
    struct out text = out_open(sender->arena, LETTER_BYTES_MAX);
    struct json json = json_open(&text);
    struct str key = name_of(sender, row);
    json_object(&json, NULL);
    json_text(&json, "key", key);
    json_text(&json, "to", row->recipient);
    json_text(&json, "subject", row->subject);
    json_text(&json, "text", row->body);
    json_text(&json, "link", row->link.p ? url_of(sender, row->link) : STR_NONE);
    json_end(&json);
    return carrier_hook(carrier, key, out_str(&text));
}

/* The same for every try of one letter. */
static struct str name_of(struct sender *sender, const struct outbox_get_row *row)
{
    struct out name = out_open(sender->arena, (size_t)2 * MESSAGE_ID_BYTES);
    out_hex(&name, row->key_hash.p,
            row->key_hash.n < MESSAGE_ID_BYTES ? row->key_hash.n : (size_t)MESSAGE_ID_BYTES);
    return out_str(&name);
}

static struct str url_of(struct sender *sender, struct str path)
{
    return str_printf(sender->arena, "%.*s%.*s", STR_ARG(sender->settings.base_url), STR_ARG(path));
}
