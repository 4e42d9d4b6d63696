/* The table of statuses, read from status.def. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/status.h"

#include <errno.h>

#include "base/must.h"

struct status_row {
    int http;
    enum log_level level;
    const char *name;
    const char *sentence;
};

static const struct status_row ROWS[STATUS_COUNT] = {
#define STATUS(name, slug, http, level, sentence) { http, LEVEL_##level, slug, sentence },
#include "base/status.def"
#undef STATUS
};

static const struct status_row *row_of(enum status status);

int status_http(enum status status)
{
    return row_of(status)->http;
}

const char *status_name(enum status status)
{
    return row_of(status)->name;
}

const char *status_sentence(enum status status)
{
    return row_of(status)->sentence;
}

enum log_level status_level(enum status status)
{
    return row_of(status)->level;
}

enum status status_of_errno(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return STATUS_DISK_FULL;
    case EROFS:
        return STATUS_READ_ONLY;
    default:
        return STATUS_STORE_FAILED;
    }
}

static const struct status_row *row_of(enum status status)
{
    must(status < STATUS_COUNT);
    return &ROWS[status];
}
