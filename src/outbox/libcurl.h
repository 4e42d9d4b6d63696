/* libcurl, loaded where there is somewhere to send to: libcurl.easy_init() is curl_easy_init(). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_LIBCURL_H
#define OUTBOX_LIBCURL_H

#include <curl/curl.h>
#include <stdbool.h>

/* All that we call, without curl_ before it. */
#define LIBCURL_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(easy_cleanup)                                                                         \
    FUNCTION(easy_getinfo)                                                                         \
    FUNCTION(easy_init)                                                                            \
    FUNCTION(easy_perform)                                                                         \
    FUNCTION(easy_reset)                                                                           \
    FUNCTION(easy_setopt)                                                                          \
    FUNCTION(free)                                                                                 \
    FUNCTION(global_init)                                                                          \
    FUNCTION(slist_append)                                                                         \
    FUNCTION(slist_free_all)                                                                       \
    FUNCTION(url)                                                                                  \
    FUNCTION(url_cleanup)                                                                          \
    FUNCTION(url_get)                                                                              \
    FUNCTION(url_set)

#define LIBCURL_POINTER(name) __typeof__(&curl_##name)(name);
struct libcurl {
    LIBCURL_FUNCTIONS(LIBCURL_POINTER)
};
#undef LIBCURL_POINTER
extern struct libcurl libcurl;

/* Before anything else of it is called (base/library.h). */
bool libcurl_load(void);

#endif
