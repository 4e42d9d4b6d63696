/* A letter that an administrator sends to see whether letters leave. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef NOTICE_TRY_H
#define NOTICE_TRY_H

#include "mod/notice/notice.h"
#include "web/start.h"

struct notice_try {
    struct str email;
};
extern const struct command notice_commands[1];
extern const struct start_task notice_start_tasks[];

visit_fn notice_try_show, notice_try_send;

struct try_view {
    struct page *page;
    struct local_url send_to;
    struct field_view email;
    struct str smtp; /* absent: letters wait */
    struct str from;
};

#endif
