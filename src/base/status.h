/* Statuses: how a request, a command or a call ended. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include "base/attr.h"

/* OK is 0: `if (status)` reads as "if it went wrong" only for calls that know no other success. */
enum status {
#define STATUS(name, slug, http, level, sentence) STATUS_##name,
#include "base/status.def"
#undef STATUS
    STATUS_COUNT
};

enum log_level { LEVEL_DEBUG, LEVEL_INFO, LEVEL_WARNING, LEVEL_ERROR };

int status_http(enum status status) PURE;
/* The identifier in lower case with dashes, "rate-limited": the end of a problem's type URI. */
const char *status_name(enum status status) PURE;
/* The default sentence, Vietnamese source text for the catalogues. */
const char *status_sentence(enum status status) PURE;
enum log_level status_level(enum status status) PURE;

/* What an errno of writing to a disk means to whoever waits: DISK_FULL, READ_ONLY, STORE_FAILED. */
enum status status_of_errno(int error) PURE;

#endif
