/* What libcurl is told to do, and what its answers mean. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "outbox/carrier.h"

#include <string.h>

#include "base/must.h"
#include "base/wait.h"
#include "outbox/letter.h"
#include "outbox/libcurl.h"

/* A server that answers more than this to a POST is none of ours. */
enum { CONNECT_MS = 10000, WHOLE_MS = 60000, REPLY_BYTES_MAX = 64 << 10, GRACE_MS = 3000 };

struct carrier {
    const struct carrier_settings *settings;
    const atomic_bool *stop;
    struct arena *arena;
    CURL *curl;
    struct str unsent; /* what libcurl has not read yet */
    size_t replied_bytes;
    int64_t stop_seen_ms; /* of the monotonic clock; 0: not yet */
};

static void close_curl(void *curl);
static void prepare(struct carrier *carrier, const char *url);
static enum outbox_fault perform(struct carrier *carrier, struct curl_slist *list,
                                 enum outbox_fault (*judge)(long code));
static enum outbox_fault judge_mail(long code);
static enum outbox_fault judge_hook(long code);
static size_t give_bytes(char *buffer, size_t size, size_t count, void *carrier);
static size_t drop_reply(const char *bytes, size_t size, size_t count, void *carrier);
static int look_for_stop(void *carrier, curl_off_t down_all, curl_off_t down, curl_off_t up_all,
                         curl_off_t up);
static bool has_scheme(const char *url, const char *scheme);
static bool is_this_machine(const char *url);

/* --- settings --------------------------------------------------------------------------------- */

const char *carrier_settings_fault(const struct carrier_settings *settings)
{
    const char *smtp = settings->smtp_url;
    const char *hook = settings->hook_url;
    if ((smtp || hook) && !libcurl_load()) {
        return "--smtp và --hook cần thư viện libcurl (gói libcurl4); hãy cài rồi chạy lại";
    }
    if (smtp && !has_scheme(smtp, "smtp") && !has_scheme(smtp, "smtps")) {
        return "--smtp phải có dạng smtp://máy-chủ:587 hoặc smtps://máy-chủ:465";
    }
    if (smtp && (!settings->mail_from || !letter_address_is_fit(str_of(settings->mail_from)))) {
        return "--smtp cần --mail-from với địa chỉ thư gửi đi, ví dụ kheo@hue.gov.vn";
    }
    if (hook && !has_scheme(hook, "https") &&
        !(has_scheme(hook, "http") && is_this_machine(hook))) {
        return "--hook phải có dạng https://máy-chủ:cổng/đường-dẫn; http:// chỉ dùng trong máy này";
    }
    return NULL;
}

static bool has_scheme(const char *url, const char *scheme)
{
    struct str rest = str_of(url);
    size_t colon = str_find(rest, STR("://"));
    return colon < rest.n && str_equal_nocase(str_slice(rest, 0, colon), str_of(scheme));
}

static bool is_this_machine(const char *url)
{
    static const char *const names[] = { "127.0.0.1", "[::1]", "localhost" };
    CURLU *parts = libcurl.url();
    char *host = NULL;
    bool is_here = false;
    if (parts &&
        libcurl.url_set(parts, CURLUPART_URL, url, CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK &&
        libcurl.url_get(parts, CURLUPART_HOST, &host, 0) == CURLUE_OK) {
        for (size_t i = 0; i < COUNT(names); i++) {
            is_here = is_here || strcmp(host, names[i]) == 0;
        }
    }
    libcurl.free(host);
    libcurl.url_cleanup(parts);
    return is_here;
}

/* --- carrying --------------------------------------------------------------------------------- */

struct carrier *carrier_open(struct arena *arena, const struct carrier_settings *settings,
                             const atomic_bool *stop)
{
    struct carrier *carrier = new(arena, struct carrier, 1);
    *carrier = (struct carrier){
        .settings = settings, .stop = stop, .arena = arena, .curl = libcurl.easy_init()
    };
    if (!carrier->curl) {
        return NULL;
    }
    arena_defer(arena, close_curl, carrier->curl);
    return carrier;
}

static void close_curl(void *curl)
{
    libcurl.easy_cleanup(curl);
}

enum outbox_fault carrier_mail(struct carrier *carrier, struct str recipient, struct str text)
{
    const struct carrier_settings *settings = carrier->settings;
    CURL *curl = carrier->curl;
    must(letter_address_is_fit(recipient));
    prepare(carrier, settings->smtp_url);
    carrier->unsent = text;
    libcurl.easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    libcurl.easy_setopt(curl, CURLOPT_USE_SSL,
                        is_this_machine(settings->smtp_url) ? (long)CURLUSESSL_TRY
                                                            : (long)CURLUSESSL_ALL);
    if (settings->smtp_user) {
        libcurl.easy_setopt(curl, CURLOPT_USERNAME, settings->smtp_user);
        libcurl.easy_setopt(curl, CURLOPT_PASSWORD, settings->smtp_password);
    }
    libcurl.easy_setopt(curl, CURLOPT_MAIL_FROM, settings->mail_from);
    libcurl.easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    libcurl.easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes);
    libcurl.easy_setopt(curl, CURLOPT_READDATA, carrier);
    struct curl_slist *to = libcurl.slist_append(NULL, str_z(carrier->arena, recipient));
    libcurl.easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    return perform(carrier, to, judge_mail);
}

enum outbox_fault carrier_hook(struct carrier *carrier, struct str key, struct str json)
{
    const struct carrier_settings *settings = carrier->settings;
    CURL *curl = carrier->curl;
    must(letter_line_is_fit(key));
    prepare(carrier, settings->hook_url);
    libcurl.easy_setopt(curl, CURLOPT_PROTOCOLS_STR,
                        is_this_machine(settings->hook_url) ? "http,https" : "https");
    libcurl.easy_setopt(curl, CURLOPT_POST, 1L);
    libcurl.easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)json.n);
    libcurl.easy_setopt(curl, CURLOPT_POSTFIELDS, json.p);
    if (settings->hook_token) {
        libcurl.easy_setopt(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BEARER);
        libcurl.easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, settings->hook_token);
    }
    struct curl_slist *headers = libcurl.slist_append(NULL, "Content-Type: application/json");
    struct str line = str_printf(carrier->arena, "Idempotency-Key: %.*s", STR_ARG(key));
    headers = libcurl.slist_append(headers, str_z(carrier->arena, line));
    headers = libcurl.slist_append(headers, "Expect:");
    libcurl.easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    return perform(carrier, headers, judge_hook);
}

/* What both have in common. A reset keeps the connections. */
static void prepare(struct carrier *carrier, const char *url)
{
    CURL *curl = carrier->curl;
    libcurl.easy_reset(curl);
    carrier->replied_bytes = 0;
    libcurl.easy_setopt(curl, CURLOPT_URL, url);
    libcurl.easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    libcurl.easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    libcurl.easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)WHOLE_MS);
    libcurl.easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    libcurl.easy_setopt(curl, CURLOPT_PROXY, "");
    libcurl.easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (carrier->settings->ca_file) {
        libcurl.easy_setopt(curl, CURLOPT_CAINFO, carrier->settings->ca_file);
    }
    libcurl.easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop_reply);
    libcurl.easy_setopt(curl, CURLOPT_WRITEDATA, carrier);
    libcurl.easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    libcurl.easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_for_stop);
    libcurl.easy_setopt(curl, CURLOPT_XFERINFODATA, carrier);
}

/* What the connection says goes before what the server said on it: an old answer of 250 stands
 * there still when the line breaks. */
static enum outbox_fault perform(struct carrier *carrier, struct curl_slist *list,
                                 enum outbox_fault (*judge)(long code))
{
    static const struct {
        CURLcode code;
        enum outbox_fault fault;
    } rows[] = {
        { CURLE_COULDNT_RESOLVE_HOST, FAULT_CONNECT },
        { CURLE_COULDNT_CONNECT, FAULT_CONNECT },
        { CURLE_OPERATION_TIMEDOUT, FAULT_TIMEOUT },
        { CURLE_USE_SSL_FAILED, FAULT_TLS },
        { CURLE_SSL_CONNECT_ERROR, FAULT_TLS },
        { CURLE_PEER_FAILED_VERIFICATION, FAULT_TLS },
        { CURLE_SSL_CACERT_BADFILE, FAULT_TLS },
        { CURLE_LOGIN_DENIED, FAULT_LOGIN },
        { CURLE_ABORTED_BY_CALLBACK, FAULT_STOPPED },
    };
    long code = 0;
    CURLcode result = libcurl.easy_perform(carrier->curl);
    libcurl.easy_getinfo(carrier->curl, CURLINFO_RESPONSE_CODE, &code);
    libcurl.slist_free_all(list);
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (rows[i].code == result) {
            return rows[i].fault;
        }
    }
    enum outbox_fault fault = judge(code);
    return result != CURLE_OK && fault == FAULT_NONE ? FAULT_BROKEN : fault;
}

/* RFC 5321: 4yz means later, 5yz never. */
static enum outbox_fault judge_mail(long code)
{
    switch (code / 100) {
    case 2:
        return FAULT_NONE;
    case 4:
        return FAULT_BUSY;
    case 5:
        return FAULT_REJECTED;
    default:
        return FAULT_BROKEN;
    }
}

static enum outbox_fault judge_hook(long code)
{
    enum { UNAUTHORIZED = 401, FORBIDDEN = 403, REQUEST_TIMEOUT = 408, TOO_MANY = 429 };
    if (code == UNAUTHORIZED || code == FORBIDDEN) {
        return FAULT_LOGIN;
    }
    if (code == REQUEST_TIMEOUT || code == TOO_MANY || code / 100 == 5) {
        return FAULT_BUSY;
    }
    if (code / 100 == 2) {
        return FAULT_NONE;
    }
    return code == 0 ? FAULT_BROKEN : FAULT_REJECTED;
}

/* --- libcurl asks ----------------------------------------------------------------------------- */

static size_t give_bytes(char *buffer, size_t size, size_t count, void *context)
{
    struct carrier *carrier = context;
    size_t room = size * count;
    size_t n = carrier->unsent.n < room ? carrier->unsent.n : room;
    memcpy(buffer, carrier->unsent.p, n);
    carrier->unsent = str_slice(carrier->unsent, n, carrier->unsent.n);
    return n;
}

static size_t drop_reply(const char *bytes, size_t size, size_t count, void *context)
{
    struct carrier *carrier = context;
    (void)bytes;
    carrier->replied_bytes += size * count;
    return carrier->replied_bytes > REPLY_BYTES_MAX ? 0 : size * count;
}

/* A letter that is nearly through is let through: broken off, it would come twice. */
static int look_for_stop(void *context, curl_off_t down_all, curl_off_t down, curl_off_t up_all,
                         curl_off_t up)
{
    struct carrier *carrier = context;
    (void)down_all, (void)down, (void)up_all, (void)up;
    if (!atomic_load(carrier->stop)) {
        return 0;
    }
    if (carrier->stop_seen_ms == 0) {
        carrier->stop_seen_ms = monotonic_ms();
    }
    return monotonic_ms() >= carrier->stop_seen_ms + GRACE_MS;
}
