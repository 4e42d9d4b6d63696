/* Parts of an answer: players ask for the bytes that they are about to play (RFC 9110, 14). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_RANGE_H
#define WEB_RANGE_H

#include "web/visit.h"

/* What one `Range: bytes=…` of so many bytes asks for. Whole: no range, or one of several parts or
 * of another unit, which may be passed over. */
enum range_kind { RANGE_WHOLE, RANGE_PART, RANGE_NONE };
struct range {
    enum range_kind kind;
    size_t from;
    size_t until; /* behind the last byte */
};
struct range range_read(struct str header, size_t bytes) PURE;

/* Answers with the bytes, or with the part that is asked for: OK, PARTIAL or RANGE. They must stay
 * until the answer is finished, and be the same at each request of this address. */
enum status range_reply(struct visit *v, struct str bytes);

#endif
