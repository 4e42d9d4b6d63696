/* A letter as the mail wants it: RFC 5322 and MIME, in ASCII throughout. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_LETTER_H
#define OUTBOX_LETTER_H

#include <stdbool.h>

#include "base/day.h"
#include "base/out.h"
#include "base/str.h"

/* One line of a header: UTF-8 without control characters, so that nobody smuggles a header, a
 * recipient or a second letter in (OWASP ASVS 1.3.11). */
bool letter_line_is_fit(struct str line) PURE;
/* An address that SMTP takes as it stands: "ten@noi.vn", ASCII, at most 254 bytes. Quoted names,
 * comments and addresses beyond ASCII, which many servers still refuse, are not. */
bool letter_address_is_fit(struct str address) PURE;

struct letter {
    struct str from;
    struct str to;
    struct str subject;
    struct str body;       /* UTF-8, lines end with \n */
    struct str message_id; /* without its < > */
    struct str leave_url;  /* List-Unsubscribe, or absent */
    struct instant at;
};
/* Subject and body are encoded where needed (RFC 2047, base64). False, and nothing is written, when
 * a header field is unfit. */
bool letter_write(struct out *out, const struct letter *letter) MUST_USE;

#endif
