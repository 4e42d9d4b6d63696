/* The outbox: letters that commands put into a durable queue, and that a thread delivers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_OUTBOX_H
#define OUTBOX_OUTBOX_H

#include <stdbool.h>

#include "desk/desk.h"

/* A letter is put inside the command that it tells of, so that either both happened or neither:
 *
 *     outbox_put(deed, &(struct outbox_letter){
 *         .channel = OUTBOX_MAIL, .recipient = sender.email, .subject = STR("Đã nhận …"),
 *         .body = text, .link = STR("/kiem-tra/ho-so/PX-7K3Q-92MX"),
 *         .about = event, .key = STR("feedback 5123"),
 *     });
 *
 * It is delivered at least once: when the machine dies between delivery and the note of it, it goes
 * out again under the same Message-ID (or Idempotency-Key), so that the receiver can drop it.
 * Without a mail server it waits, and /qt/hang-doi shows it. */
enum outbox_channel {
    OUTBOX_MAIL,
    OUTBOX_HOOK, /* JSON to the one address of the settings: SMS gateways and others */
    OUTBOX_CHANNEL_COUNT
};

struct outbox_letter {
    enum outbox_channel channel;
    struct str recipient;  /* an e-mail address; for the hook what its gateway wants, a telephone */
    struct str subject;    /* one line */
    struct str body;       /* plain text, without links: */
    struct str link;       /* a path of this server, "/kiem-tra/…"; the sender knows the host */
    struct str leave_link; /* the path where its reader ends such letters, or absent */
    struct id about;       /* the row whose happening it tells; see below */
    struct str key;        /* one recipient gets one letter of a key, however often it is put */
    int64_t wait_s;        /* how long it can still be withdrawn; 0: it may leave at once */
};

/* Never refuses: a letter that cannot be sent (line breaks in a header, an address that is none)
 * stands in the queue as given up, where somebody sees it. */
void outbox_put(struct deed *deed, const struct outbox_letter *letter);
/* Takes back what tells of that row and has not begun to leave. */
void outbox_withdraw(struct deed *deed, struct id about);
/* Forgets every letter about it, whether it left or not: address, text and all. */
void outbox_forget(struct deed *deed, struct id about);
/* Has a letter about it left, or perhaps left? From then on its cause cannot be undone. */
bool outbox_has_left(struct conn *conn, struct id about);
/* Is there somebody to deliver through this channel? Mail may be put all the same. */
bool outbox_offers(struct conn *conn, enum outbox_channel channel);

/* --- looking at the queue --------------------------------------------------------------------- */

enum outbox_state { OUTBOX_WAITING, OUTBOX_FAILED, OUTBOX_GIVEN_UP, OUTBOX_SENT, OUTBOX_STATES };

struct outbox_item {
    int64_t id;
    enum outbox_channel channel;
    struct str recipient; /* masked, "l…@mail.vn"; absent when it arrived */
    struct str subject;
    struct instant created_at;
    struct instant next_try_at;
    struct instant sent_at;
    int64_t tries;
    const char *fault; /* Vietnamese source text, NULL when it was not tried */
};
struct outbox_items {
    const struct outbox_item *items;
    size_t count;
};
/* At most `limit` of that state, newest first, with numbers below `before`. */
struct outbox_items outbox_look(struct conn *conn, enum outbox_state state, int64_t before,
                                int64_t limit);

/* --- commands --------------------------------------------------------------------------------- */

enum {
    OUTBOX_TRIES_MAX = 18,           /* with these waits two days and a half: over a weekend */
    OUTBOX_RETRY_S = 60,             /* after the first failure; then twice as long each time … */
    OUTBOX_RETRY_S_MAX = 6 * 3600,   /* … up to this */
    OUTBOX_STALE_S = 14 * 24 * 3600, /* a letter that nobody could try for so long is no news */
    OUTBOX_KEEP_S = 90 * 24 * 3600,
};

struct outbox_one {
    int64_t id;
};
extern const struct record outbox_one_record;

enum outbox_command {
    OUTBOX_COMMAND_RETRY, /* struct outbox_one, power "admin": try one now that did not arrive */
    OUTBOX_COMMAND_SWEEP, /* by the clock, no arguments: forget letters after OUTBOX_KEEP_S */
    /* The sender's own, queue.h. */
    OUTBOX_COMMAND_TAKE,
    OUTBOX_COMMAND_SENT,
    OUTBOX_COMMAND_FAILED,
    OUTBOX_COMMAND_CHANNELS,
    OUTBOX_COMMAND_COUNT
};
extern const struct command outbox_commands[OUTBOX_COMMAND_COUNT];

/* For main, beside the services of the modules. */
extern const struct service outbox_service;

#endif
