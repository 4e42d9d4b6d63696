/* Frames of SQLite's log: their salts and their running sum. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/wal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/out.h"

enum {
    HEAD_BYTES = 32,
    FRAME_HEAD_BYTES = 24,
    MAGIC = 0x377f0682, /* the last bit: sums are over words with the high byte first */
    SUMMED_HEAD_BYTES = 24,
    SUMMED_FRAME_BYTES = 8,
};

struct sum {
    uint32_t a;
    uint32_t b;
};
struct log_file {
    int file; /* -1: there is none */
    uint64_t salt;
    bool is_big_endian;
    struct sum sum; /* of the head */
};
struct frame {
    uint8_t bytes[WAL_FRAME_BYTES];
};

static enum status open_log(const char *database, struct log_file *ret);
static bool read_frame(const struct log_file *log, int64_t index, struct frame *ret);
static struct sum sum_of(const struct log_file *log, struct sum sum, const uint8_t *bytes,
                         size_t n);
static uint32_t word(const uint8_t *bytes);
static uint64_t salt_of(const uint8_t *bytes);

enum status wal_end(const char *database, const struct wal_place *from, struct wal_place *ret_from,
                    struct wal_place *ret_end, uint32_t *ret_pages)
{
    struct log_file log;
    struct frame frame;
    enum status status = open_log(database, &log);
    if (status) {
        return status;
    }
    struct wal_place place = *from;
    struct sum sum = log.sum;
    if (place.salt != log.salt || log.file < 0) {
        place = (struct wal_place){ log.salt, 0 };
    } else if (place.frames > 0 && read_frame(&log, place.frames - 1, &frame)) {
        sum = (struct sum){ word(frame.bytes + 16), word(frame.bytes + 20) };
    } else if (place.frames > 0) {
        status = STATUS_BROKEN; /* it got shorter, and is still the same log */
    }
    *ret_from = place;
    *ret_end = place;
    *ret_pages = 0;
    for (int64_t i = place.frames; !status && read_frame(&log, i, &frame); i++) {
        sum = sum_of(&log, sum, frame.bytes, SUMMED_FRAME_BYTES);
        sum = sum_of(&log, sum, frame.bytes + FRAME_HEAD_BYTES, PAGE_BYTES);
        bool is_whole = salt_of(frame.bytes + 8) == log.salt && word(frame.bytes + 16) == sum.a &&
                        word(frame.bytes + 20) == sum.b;
        if (!is_whole) {
            break; /* of an earlier round, or of a commit that did not happen */
        }
        uint32_t pages = word(frame.bytes + 4);
        if (pages > 0) {
            ret_end->frames = i + 1;
            *ret_pages = pages;
        }
    }
    if (log.file >= 0) {
        close(log.file);
    }
    return status;
}

enum status wal_each(const char *database, const struct wal_place *from,
                     const struct wal_place *end,
                     void (*visit)(void *context, uint32_t number, const uint8_t *page),
                     void *context)
{
    struct log_file log;
    struct frame frame;
    enum status status = open_log(database, &log);
    if (!status && end->frames > from->frames && (log.file < 0 || log.salt != end->salt)) {
        status = STATUS_BROKEN;
    }
    for (int64_t i = from->frames; !status && i < end->frames; i++) {
        if (read_frame(&log, i, &frame)) {
            visit(context, word(frame.bytes), frame.bytes + FRAME_HEAD_BYTES);
        } else {
            status = STATUS_STORE_FAILED;
        }
    }
    if (!status && log.file >= 0) {
        close(log.file);
    }
    return status;
}

static enum status open_log(const char *database, struct log_file *ret)
{
    char path[PATH_MAX];
    uint8_t head[HEAD_BYTES];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s-wal%c", database, '\0');
    *ret = (struct log_file){ .file = -1 };
    if (out.overflowed) {
        return STATUS_STORE_FAILED;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT ? STATUS_OK : status_of_errno(errno);
    }
    ssize_t n = pread(file, head, sizeof head, 0);
    if (n == 0) {
        close(file); /* nothing was committed since it was made */
        return STATUS_OK;
    }
    *ret = (struct log_file){ .file = file,
                              .salt = salt_of(head + 16),
                              .is_big_endian = word(head) & 1 };
    ret->sum = sum_of(ret, (struct sum){ 0, 0 }, head, SUMMED_HEAD_BYTES);
    bool is_ours = n == HEAD_BYTES && (word(head) & ~1U) == MAGIC && word(head + 8) == PAGE_BYTES &&
                   word(head + 24) == ret->sum.a && word(head + 28) == ret->sum.b;
    if (!is_ours) {
        close(file);
    }
    return is_ours ? STATUS_OK : STATUS_BROKEN;
}

static bool read_frame(const struct log_file *log, int64_t index, struct frame *ret)
{
    off_t at = HEAD_BYTES + (off_t)index * WAL_FRAME_BYTES;
    return log->file >= 0 && pread(log->file, ret->bytes, WAL_FRAME_BYTES, at) == WAL_FRAME_BYTES;
}

static struct sum sum_of(const struct log_file *log, struct sum sum, const uint8_t *bytes, size_t n)
{
    for (size_t i = 0; i < n; i += 2 * sizeof(uint32_t)) {
        uint32_t a = word(bytes + i);
        uint32_t b = word(bytes + i + sizeof(uint32_t));
        sum.a += (log->is_big_endian ? a : __builtin_bswap32(a)) + sum.b;
        sum.b += (log->is_big_endian ? b : __builtin_bswap32(b)) + sum.a;
    }
    return sum;
}

static uint32_t word(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint64_t salt_of(const uint8_t *bytes)
{
    return (uint64_t)word(bytes) << 32 | word(bytes + 4);
}
