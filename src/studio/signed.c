/* Signatures found in the bytes of a PDF, and each part that was signed held against the letter. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/signed_private.h"

#include <string.h>

/* Timestamps among them. */
enum { MARKS_MAX = 16 };

/* One signature in the file: what it stands for lies around its message. */
struct range {
    size_t before; /* bytes from the start */
    size_t from;   /* where they go on */
    size_t end;
};

static const struct str MARK = STR_INIT("/ByteRange");

static void find_signatures(struct arena *arena, struct str file, struct signed_letter *ret);
static bool is_seen(const struct range *seen, uint32_t newest) PURE;
static bool read_range(struct str text, size_t file_bytes, struct range *ret);
static bool read_numbers(struct str text, size_t ret[4]);
static size_t past_blanks(struct str text, size_t at) PURE;
static struct str message_of(struct arena *arena, struct str file, const struct range *range);
static int digit_of(char hex) PURE;
static bool is_same_throughout(struct str issued, struct str file, struct signed_letter *ret);

bool signed_read(struct arena *arena, struct str issued, struct str file, struct signed_letter *ret)
{
    *ret = (struct signed_letter){ .is_same = false };
    find_signatures(arena, file, ret);
    return issued.n == 0 || is_same_throughout(issued, file, ret);
}

/* They are not compressed, because their range is filled in when the rest is written. */
static void find_signatures(struct arena *arena, struct str file, struct signed_letter *ret)
{
    struct range seen[SIGNATURES_MAX];
    unsigned followed = 0;
    size_t at = 0;
    for (;;) {
        struct str rest = str_slice(file, at, file.n);
        size_t next = str_find(rest, MARK);
        if (next >= rest.n) {
            return;
        }
        if (ret->count == SIGNATURES_MAX || followed == MARKS_MAX) {
            ret->has_more = true;
            return;
        }
        at += next + MARK.n;
        struct range *range = &seen[ret->count];
        bool is_read = read_range(str_slice(file, at, file.n), file.n, range);
        if (!is_seen(seen, ret->count)) {
            struct signature *found = &ret->list[ret->count];
            followed++;
            *found = (struct signature){ .state = SIGNATURE_UNREAD };
            struct str message = is_read ? message_of(arena, file, range) : STR_NONE;
            bool is_one =
                message.n == 0 || signed_check(arena, message, str_slice(file, 0, range->before),
                                               str_slice(file, range->from, range->end), found);
            found->end = (uint32_t)range->end;
            ret->count += is_one;
        }
    }
}

/* Two marks that lead to one message are one signature. */
static bool is_seen(const struct range *seen, uint32_t newest)
{
    bool is_again = false;
    for (uint32_t i = 0; i < newest; i++) {
        is_again |= memcmp(&seen[i], &seen[newest], sizeof seen[i]) == 0;
    }
    return is_again;
}

/* "[ 0 840 960 240 ]": from, how many, from, how many. */
static bool read_range(struct str text, size_t file_bytes, struct range *ret)
{
    size_t n[4];
    *ret = (struct range){ .end = 0 };
    if (file_bytes > SIGNED_BYTES_MAX || !read_numbers(text, n)) {
        return false;
    }
    *ret = (struct range){ n[1], n[2], n[2] + n[3] };
    bool is_range = n[0] == 0 && n[1] > 0 && n[2] > n[1] + 2 && n[3] > 0 && ret->end <= file_bytes;
    *ret = is_range ? *ret : (struct range){ .end = 0 };
    return is_range;
}

static bool read_numbers(struct str text, size_t ret[4])
{
    size_t at = past_blanks(text, 0);
    if (at >= text.n || text.p[at++] != '[') {
        return false;
    }
    for (size_t count = 0; count < 4; count++) {
        at = past_blanks(text, at);
        ret[count] = 0;
        size_t first = at;
        while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9') {
            ret[count] = ret[count] * 10 + (size_t)(text.p[at++] - '0');
            if (ret[count] > SIGNED_BYTES_MAX) {
                return false;
            }
        }
        if (at == first) {
            return false;
        }
    }
    at = past_blanks(text, at);
    return at < text.n && text.p[at] == ']';
}

/* White space of PDF: ISO 32000-1 table 1. */
static size_t past_blanks(struct str text, size_t at)
{
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t' || text.p[at] == '\r' ||
                           text.p[at] == '\n' || text.p[at] == '\f' || text.p[at] == '\0')) {
        at++;
    }
    return at;
}

/* What the range leaves out is exactly the message, in hexadecimal digits: "<3082…00>". Nothing is
 * allocated before it is one: a file may have thousands that are none. */
static struct str message_of(struct arena *arena, struct str file, const struct range *range)
{
    struct str hex = str_slice(file, range->before, range->from);
    if (hex.n % 2 != 0 || hex.p[0] != '<' || hex.p[hex.n - 1] != '>') {
        return STR_NONE;
    }
    hex = str_slice(hex, 1, hex.n - 1);
    for (size_t i = 0; i < hex.n; i++) {
        if (digit_of(hex.p[i]) < 0) {
            return STR_NONE;
        }
    }
    char *bytes = new(arena, char, hex.n / 2);
    for (size_t i = 0; i < hex.n / 2; i++) {
        bytes[i] = (char)(digit_of(hex.p[2 * i]) << 4 | digit_of(hex.p[2 * i + 1]));
    }
    return str_span(bytes, hex.n / 2);
}

static int digit_of(char hex)
{
    return hex >= '0' && hex <= '9'   ? hex - '0'
           : hex >= 'a' && hex <= 'f' ? hex - 'a' + 10
           : hex >= 'A' && hex <= 'F' ? hex - 'A' + 10
                                      : -1;
}

/* Parts before the last signature are files of their own. */
static bool is_same_throughout(struct str issued, struct str file, struct signed_letter *ret)
{
    bool is_read = signed_compare(issued, file, &ret->is_same);
    bool reaches_end = ret->count == 0;
    for (uint32_t i = 0; i < ret->count; i++) {
        const struct signature *one = &ret->list[i];
        reaches_end |= one->end == file.n;
        ret->is_same = ret->is_same && one->state == SIGNATURE_WHOLE;
        if (ret->is_same && one->end < file.n) {
            is_read =
                signed_compare(issued, str_slice(file, 0, one->end), &ret->is_same) && is_read;
        }
    }
    ret->is_same = ret->is_same && is_read && reaches_end && !ret->has_more;
    return is_read;
}
