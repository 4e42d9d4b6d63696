/* The page of the queue of letters. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef NOTICE_NOTICE_H
#define NOTICE_NOTICE_H

#include "outbox/outbox.h"
#include "web/module.h"
#include "web/page.h"

#define POWER_ADMIN "admin"

visit_fn notice_queue, notice_retry;

struct queue_item {
    struct str recipient;
    const char *channel;
    struct str subject;
    struct instant created_at;
    struct instant next_try_at; /* none when it is not tried any more */
    struct instant sent_at;
    int64_t tries;
    const char *fault;
    struct local_url retry; /* absent: nothing to try again */
};
struct queue_view {
    struct page *page;
    struct local_url here;
    struct tabs_view tabs;
    const struct queue_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
    bool is_mail_open;
};

#endif
