/* The sender: a thread that delivers what is ripe in the queue and notes how it went. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_SENDER_H
#define OUTBOX_SENDER_H

#include "desk/desk.h"
#include "outbox/carrier.h"

/* It reads through a session of its own, in snapshots that end before anything is sent, so that
 * neither the desk nor the database ever waits for a mail server. */
struct sender_settings {
    struct store *store;
    struct desk *desk;
    struct carrier_settings carrier;
    struct str base_url; /* "https://kheo.example": in front of every link */
    int64_t retry_s;     /* wait after a first failure; 0: OUTBOX_RETRY_S */
};

/* Tells the desk which channels there are. NULL, and *ret_why is a sentence for the operator.
 * Strings are borrowed for its life. */
struct sender;
struct sender *sender_open(const struct sender_settings *settings, struct str *ret_why) MUST_USE;
/* The thread; without a channel it has nothing to do and does not start. */
bool sender_start(struct sender *sender) MUST_USE;
/* Delivers what is ripe at `now`, at most a handful; how many were tried. For the thread and for
 * tests. */
size_t sender_run_once(struct sender *sender, struct instant now);
/* Breaks off what is under way, which is tried again later, and frees it. The desk must still run.
 * NULL is nothing. */
void sender_close(struct sender *sender);

#endif
