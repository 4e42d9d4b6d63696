/* Two running sums over the words of a page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/page_sum.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"

enum { SIZE_AT = 16, RESERVED_AT = 20, SUMMED_BYTES = PAGE_BYTES - PAGE_SUM_BYTES };

static const char MAGIC[16] = "SQLite format 3";

static uint32_t word(const uint8_t *bytes)
{
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

static void put_word(uint8_t *bytes, uint32_t word)
{
    for (size_t i = 0; i < sizeof word; i++) {
        bytes[i] = (uint8_t)(word >> (8 * i));
    }
}

static void sum(const uint8_t *page, uint8_t ret[PAGE_SUM_BYTES])
{
    uint32_t a = 0;
    uint32_t b = 0;
    for (size_t i = 0; i < SUMMED_BYTES; i += PAGE_SUM_BYTES) {
        a += word(page + i) + b;
        b += word(page + i + sizeof a) + a;
    }
    put_word(ret, a);
    put_word(ret + sizeof a, b);
}

bool page_head_is_summed(const uint8_t head[PAGE_HEAD_BYTES])
{
    const bool is_ours = memcmp(head, MAGIC, sizeof MAGIC) == 0 &&
                         (head[SIZE_AT] << 8 | head[SIZE_AT + 1]) == PAGE_BYTES;
    return is_ours && head[RESERVED_AT] == PAGE_SUM_BYTES;
}

void page_sum_put(uint8_t page[PAGE_BYTES])
{
    sum(page, page + SUMMED_BYTES);
}

bool page_sum_fits(const uint8_t page[PAGE_BYTES])
{
    uint8_t right[PAGE_SUM_BYTES];
    sum(page, right);
    return memcmp(right, page + SUMMED_BYTES, sizeof right) == 0;
}

static enum status renew(int file, void (*visit)(void *context, int64_t page), void *context)
{
    uint8_t page[PAGE_BYTES];
    ssize_t n;
    off_t at = 0;
    while ((n = pread(file, page, sizeof page, at)) == PAGE_BYTES) {
        if (at == 0 && !page_head_is_summed(page)) {
            return STATUS_NOT_FOUND;
        }
        if (!page_sum_fits(page)) {
            page_sum_put(page);
            if (pwrite(file, page, sizeof page, at) != PAGE_BYTES) {
                return status_of_errno(errno);
            }
            visit(context, at / PAGE_BYTES + 1);
        }
        at += PAGE_BYTES;
    }
    return n < 0 ? status_of_errno(errno) : at == 0 ? STATUS_NOT_FOUND : STATUS_OK;
}

enum status page_sums_renew(const char *path, void (*visit)(void *context, int64_t page),
                            void *context)
{
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) {
        return status_of_errno(errno);
    }
    enum status status = renew(file, visit, context);
    if (!status) {
        disk_sync(file, "page sums");
    }
    close(file);
    return status;
}
