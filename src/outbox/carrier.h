/* The carrier: hands one letter to the mail server, or one message to the hook, through libcurl. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_CARRIER_H
#define OUTBOX_CARRIER_H

#include <stdatomic.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "outbox/fault.h"

/* Where letters go is the operator's to say, once, on the command line: no address that a visitor
 * wrote is ever connected to. Redirects are not followed, proxies of the environment not asked. Off
 * this machine everything is encrypted: smtp:// means STARTTLS or nothing, smtps:// TLS from the
 * start, and a hook is https://. */
struct carrier_settings {
    const char *smtp_url;  /* "smtp://mail.hue.gov.vn:587"; NULL: no mail */
    const char *smtp_user; /* NULL: without signing in */
    const char *smtp_password;
    const char *mail_from;  /* "kheo@hue.gov.vn" */
    const char *hook_url;   /* "https://sms.hue.gov.vn:8443/kheo"; NULL: no hook */
    const char *hook_token; /* sent as Authorization: Bearer; NULL: none */
    const char *ca_file;    /* certificates to trust instead of the system's; NULL: the system's */
};

/* What is wrong with the settings, as a sentence for the operator; NULL: nothing. Where there is
 * somewhere to send to it loads libcurl, so it comes before the walls. */
const char *carrier_settings_fault(const struct carrier_settings *settings);

/* Connections are kept while one carrier lives: make one for a handful of letters. It goes with the
 * arena. `stop` ends a transfer within a few seconds. NULL: out of memory. */
struct carrier;
struct carrier *carrier_open(struct arena *arena, const struct carrier_settings *settings,
                             const atomic_bool *stop);

/* `text` is the whole letter (outbox/letter.h). */
enum outbox_fault carrier_mail(struct carrier *carrier, struct str recipient, struct str text);
/* POSTs JSON with `key` as Idempotency-Key. Any 2xx is an arrival. */
enum outbox_fault carrier_hook(struct carrier *carrier, struct str key, struct str json);

#endif
