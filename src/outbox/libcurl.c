/* Loading libcurl. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "outbox/libcurl.h"

#include "base/attr.h"
#include "base/library.h"

struct libcurl libcurl;

bool libcurl_load(void)
{
#define ROW(name) { "curl_" #name, &libcurl.name },
    static const struct library_function functions[] = { LIBCURL_FUNCTIONS(ROW) };
#undef ROW
    static struct library library = { .file = "libcurl.so.4",
                                      .functions = functions,
                                      .count = COUNT(functions) };
    return library_load(&library) && libcurl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}
