/* Outgoing letters: the outbox's sender, set up from the options of the command line. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_POST_H
#define MAIN_POST_H

#include "main/house.h"
#include "main/options.h"
#include "outbox/sender.h"

/* The secrets live as long as the sender that borrows them. */
enum { POST_SECRET_BYTES_MAX = 255 };
struct post {
    struct sender *sender;
    char smtp_password[POST_SECRET_BYTES_MAX + 1];
    char hook_token[POST_SECRET_BYTES_MAX + 1];
};

/* Reads the secrets and sets the sender up; its thread is sender_start()'s. Without --smtp and
 * --hook letters wait in the queue. False, and *ret_why says which option is at fault. */
bool post_open(struct house *house, const struct options *options, struct post *ret,
               struct str *ret_why) MUST_USE;
/* Before desk_stop(). */
void post_close(struct post *post);

#endif
