/* Reading one range and cutting the answer to it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/range.h"

#include "web/request.h"

static bool read_number(struct str digits, size_t *ret)
{
    size_t value = 0;
    if (digits.n == 0 || digits.n > 18) {
        return false;
    }
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9') {
            return false;
        }
        value = value * 10 + (size_t)(digits.p[i] - '0');
    }
    *ret = value;
    return true;
}

struct range range_read(struct str header, size_t bytes)
{
    const struct range whole = { RANGE_WHOLE, 0, bytes };
    if (!str_starts(header, STR("bytes="))) {
        return whole;
    }
    struct str last = str_trim(str_slice(header, 6, header.n));
    const bool has_dash = str_find_byte(last, '-') < last.n;
    const struct str first = str_cut(&last, '-');
    size_t from = 0;
    size_t to = bytes - 1;
    if (!has_dash || (first.n == 0 && last.n == 0) || (first.n > 0 && !read_number(first, &from)) ||
        (last.n > 0 && !read_number(last, &to))) {
        return whole;
    }
    if (first.n == 0) {
        from = to < bytes ? bytes - to : 0; /* the last so many */
        return (struct range){ to > 0 && bytes > 0 ? RANGE_PART : RANGE_NONE, from, bytes };
    }
    if (last.n > 0 && to < from) {
        return whole;
    }
    return (struct range){ from < bytes ? RANGE_PART : RANGE_NONE, from,
                           to < bytes ? to + 1 : bytes };
}

enum status range_reply(struct visit *v, struct str bytes)
{
    const struct range range = range_read(request_header(v->request, "Range"), bytes.n);
    reply_header(v->reply, "Accept-Ranges", STR("bytes"));
    switch (range.kind) {
    case RANGE_WHOLE:
        v->reply->fixed_body = bytes;
        return STATUS_OK;
    case RANGE_PART:
        v->reply->fixed_body = str_slice(bytes, range.from, range.until);
        reply_header(
            v->reply, "Content-Range",
            str_printf(v->arena, "bytes %zu-%zu/%zu", range.from, range.until - 1, bytes.n));
        return STATUS_PARTIAL;
    case RANGE_NONE:
        break;
    }
    reply_header(v->reply, "Content-Range", str_printf(v->arena, "bytes */%zu", bytes.n));
    return STATUS_RANGE;
}
