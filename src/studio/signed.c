/* Signatures found in the bytes of a PDF, and each part that was signed held against the letter. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/signed_private.h"

/* One signature in the file: what it stands for lies around its message. */
struct range {
    size_t before; /* bytes from the start */
    size_t from;   /* where they go on */
    size_t end;
};

static const struct str MARK = STR_INIT("/ByteRange");

static void find_signatures(struct arena *arena, struct str file, struct signed_letter *ret);
static bool read_range(struct str text, size_t file_bytes, struct range *ret);
static bool read_numbers(struct str text, size_t ret[4]);
static struct str message_of(struct arena *arena, struct str file, const struct range *range);
static int digit_of(char hex);
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
    size_t at = 0;
    while (ret->count < SIGNATURES_MAX) {
        struct range range;
        struct str rest = str_slice(file, at, file.n);
        size_t next = str_find(rest, MARK);
        if (next >= rest.n) {
            return;
        }
        at += next + MARK.n;
        if (!read_range(str_slice(file, at, file.n), file.n, &range)) {
            continue;
        }
        struct str message = message_of(arena, file, &range);
        if (message.n == 0) {
            continue;
        }
        struct signature *found = &ret->list[ret->count++];
        signed_check(arena, message, str_slice(file, 0, range.before),
                     str_slice(file, range.from, range.end), found);
        found->end = (uint32_t)range.end;
    }
}

/* "[ 0 840 960 240 ]": from, how many, from, how many. */
static bool read_range(struct str text, size_t file_bytes, struct range *ret)
{
    size_t n[4];
    if (file_bytes > SIGNED_BYTES_MAX || !read_numbers(text, n)) {
        return false;
    }
    *ret = (struct range){ n[1], n[2], n[2] + n[3] };
    return n[0] == 0 && n[1] > 0 && n[2] > n[1] + 2 && n[3] > 0 && ret->end <= file_bytes;
}

static bool read_numbers(struct str text, size_t ret[4])
{
    size_t at = 0;
    size_t count = 0;
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\r' || text.p[at] == '\n')) {
        at++;
    }
    if (at >= text.n || text.p[at++] != '[') {
        return false;
    }
    for (; at < text.n && text.p[at] != ']' && count < 4; count++) {
        while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\r' || text.p[at] == '\n')) {
            at++;
        }
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
    return count == 4;
}

/* What the range leaves out is exactly the message, in hexadecimal digits: "<3082…00>". */
static struct str message_of(struct arena *arena, struct str file, const struct range *range)
{
    struct str hex = str_slice(file, range->before, range->from);
    if (hex.p[0] != '<' || hex.p[hex.n - 1] != '>') {
        return STR_NONE;
    }
    hex = str_slice(hex, 1, hex.n - 1);
    char *bytes = new(arena, char, hex.n / 2);
    for (size_t i = 0; i < hex.n / 2; i++) {
        int high = digit_of(hex.p[2 * i]);
        int low = digit_of(hex.p[2 * i + 1]);
        if (high < 0 || low < 0) {
            return STR_NONE;
        }
        bytes[i] = (char)(high << 4 | low);
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

static bool is_same_throughout(struct str issued, struct str file, struct signed_letter *ret)
{
    bool is_read = signed_compare(issued, file, &ret->is_same);
    for (uint32_t i = 0; i < ret->count && is_read && ret->is_same; i++) {
        size_t end = ret->list[i].end;
        is_read = end == file.n || signed_compare(issued, str_slice(file, 0, end), &ret->is_same);
    }
    ret->is_same = ret->is_same && is_read;
    return is_read;
}
