/* Names of batches: numbers of a fixed width, so that a listing is in order. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/archive_path.h"

#include <dirent.h>
#include <inttypes.h>

#include "base/out.h"
#include "base/str.h"

enum { DIGITS = 12 };
static const struct str SUFFIX = STR_INIT(".lo");

bool archive_path(const char *archive, int64_t batch, char ret[FOLDER_PATH_BYTES_MAX])
{
    struct out out = out_fixed(ret, FOLDER_PATH_BYTES_MAX);
    out_printf(&out, "%s/%0*" PRId64 "%s%c", archive, DIGITS, batch, SUFFIX.p, '\0');
    return !out.overflowed;
}

bool archive_newest(const char *archive, int64_t *ret)
{
    DIR *list = opendir(archive);
    *ret = 0;
    if (!list) {
        return false;
    }
    for (const struct dirent *entry; (entry = readdir(list));) {
        struct str name = str_of(entry->d_name);
        int64_t number = 0;
        bool is_batch = name.n == DIGITS + SUFFIX.n && str_ends(name, SUFFIX);
        for (size_t i = 0; is_batch && i < DIGITS; i++) {
            is_batch = name.p[i] >= '0' && name.p[i] <= '9';
            number = number * 10 + (name.p[i] - '0');
        }
        *ret = is_batch && number > *ret ? number : *ret;
    }
    closedir(list);
    return true;
}
