/* What one peer says and hears: heads, bodies, answers, and when it is sent away. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "base/limits.h"
#include "base/must.h"
#include "text/tongue.h"
#include "web/route.h"
#include "web/server.h"
#include "web/wire_listen.h"
#include "web/wire_loop.h"

enum {
    /* With a first line, and a byte that shows that it is too much. */
    HEAD_BYTES_MAX = URL_BYTES_MAX + HEADER_BLOCK_BYTES_MAX + 64,
    REPLY_HEAD_BYTES_MAX = 64 << 10,
    /* What still comes after a refusal is dropped up to here; then the connection is cut. */
    DROPPED_BYTES_MAX = 1 << 20,
    STEPS_A_TURN = 16,
    /* Who takes an answer or sends a body slower than this is cut off. */
    RATE_BYTES_A_SECOND = 1024,
    REPLY_GRACE_S = 30,
    LEAVE_S = 2,
};

/* ON: there may be more to do at once. */
enum step { STEP_ON, STEP_WAIT, STEP_CLOSE };

static enum step take_step(struct peer *peer);
static enum step receive(struct peer *peer, size_t bytes_max, int flags, struct str *ret);
static bool take_off(struct peer *peer, size_t n);
static enum step read_head(struct peer *peer);
static enum step take_head(struct peer *peer, struct str head, bool is_alone);
static struct call *open_call(struct peer *peer);
static enum status check_head(struct call *call);
static bool take_spool(struct call *call, struct spools *spools);
static bool header_says(const struct request *request, const char *name, struct str word);
static void set_peer_address(struct call *call);
static enum step read_body(struct peer *peer);
static enum step read_length(struct call *call);
static enum step read_chunks(struct call *call);
static enum step take_piece(struct call *call, struct str piece);
static enum step run_call(struct call *call);
static enum step refuse_peer(struct peer *peer, enum status status, const char *why);
static enum step refuse_call(struct call *call, enum status status, const char *why);
static enum step reply_to(struct call *call);
static bool write_head(struct call *call);
static enum step send_reply(struct peer *peer);
static enum step send_overload(struct peer *peer);
static enum step leave(struct peer *peer);
static enum step drop_rest(struct peer *peer);
static void call_ready(void *subject);

void talk_on(struct peer *peer)
{
    enum step step = STEP_ON;
    for (unsigned i = 0; step == STEP_ON && i < STEPS_A_TURN; i++) {
        step = take_step(peer);
    }
    if (step == STEP_CLOSE) {
        loop_close_peer(peer);
    } else if (step == STEP_ON) {
        loop_remember(peer);
    }
}

static enum step take_step(struct peer *peer)
{
    switch (peer->state) {
    case PEER_QUIET:
    case PEER_HEAD:
        return read_head(peer);
    case PEER_BODY:
        return read_body(peer);
    case PEER_REPLY:
        return send_reply(peer);
    case PEER_LEAVING:
        return drop_rest(peer);
    case PEER_FREE:
    case PEER_SERVED:
        break;
    }
    return STEP_WAIT;
}

void talk_wait(struct peer *peer, int64_t seconds)
{
    peer->state = PEER_QUIET;
    peer->due_s = loop_now_s() + seconds;
}

void talk_late(struct peer *peer)
{
    peer->due_s = 0;
    if (peer->state != PEER_HEAD && peer->state != PEER_BODY) {
        loop_close_peer(peer);
        return;
    }
    enum step step = refuse_peer(peer, STATUS_TIMEOUT, NULL);
    if (step == STEP_ON) {
        talk_on(peer);
    } else if (step == STEP_CLOSE) {
        loop_close_peer(peer);
    }
}

void talk_forget(struct peer *peer)
{
    struct call *call = peer->call;
    if (!call) {
        return;
    }
    peer->call = NULL;
    if (call->flags & ROUTE_SEALED) {
        secret_wipe(peer->loop->buffer, sizeof peer->loop->buffer);
    }
    if (call->spools) {
        atomic_fetch_sub(&call->spools->count, 1);
        crowd_leave(&call->spools->crowd, call->spools_place);
    }
    exchange_close(call->exchange);
}

/* Up to so many bytes, in the loop's buffer until the next call. ON: there are some. */
static enum step receive(struct peer *peer, size_t bytes_max, int flags, struct str *ret)
{
    if (!peer->has_news) {
        return STEP_WAIT;
    }
    ssize_t n = recv(peer->socket, peer->loop->buffer, bytes_max, flags);
    if (n > 0) {
        /* The end of what it sends is news that a short read does not tell. */
        peer->has_news = (size_t)n == bytes_max || peer->has_ended;
        *ret = str_span(peer->loop->buffer, (size_t)n);
        return STEP_ON;
    }
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
        peer->has_news = errno == EINTR;
        return peer->has_news ? STEP_ON : STEP_WAIT;
    }
    peer->has_ended = true;
    return STEP_CLOSE;
}

/* Bytes that were looked at and understood. False when the system has lost them. */
static bool take_off(struct peer *peer, size_t n)
{
    return recv(peer->socket, peer->loop->buffer, n, MSG_TRUNC) == (ssize_t)n;
}

static enum step read_head(struct peer *peer)
{
    struct str bytes = STR_NONE;
    size_t head_bytes = 0;
    const char *why = NULL;
    enum step step = receive(peer, HEAD_BYTES_MAX, MSG_PEEK, &bytes);
    if (step != STEP_ON || !bytes.p) {
        return step;
    }
    if (peer->state == PEER_QUIET) {
        peer->state = PEER_HEAD;
        peer->due_s = loop_now_s() + peer->loop->wire->settings.patience_s;
    }
    switch (request_find_head(bytes, &head_bytes, &why)) {
    case HEAD_BROKEN:
        return refuse_peer(peer, STATUS_BAD_REQUEST, why);
    case HEAD_PARTIAL:
        if (bytes.n == HEAD_BYTES_MAX) {
            bool is_line = str_find_byte(bytes, '\n') < bytes.n;
            return refuse_peer(peer, is_line ? STATUS_HEADERS_TOO_LARGE : STATUS_URI_TOO_LONG,
                               NULL);
        }
        if (peer->has_ended) {
            return refuse_peer(peer, STATUS_BAD_REQUEST,
                               N_("Phần đầu của yêu cầu không trọn vẹn."));
        }
        return STEP_WAIT;
    case HEAD_WHOLE:
        break;
    }
    peer->has_news |= head_bytes < bytes.n;
    return take_head(peer, str_slice(bytes, 0, head_bytes), head_bytes == bytes.n);
}

static enum step take_head(struct peer *peer, struct str head, bool is_alone)
{
    struct call *call = open_call(peer);
    if (!call) {
        return send_overload(peer);
    }
    const char *why = NULL;
    struct arena *arena = exchange_arena(call->exchange);
    struct request *request = exchange_request(call->exchange);
    head = str_copy(arena, head);
    if (!take_off(peer, head.n)) {
        return STEP_CLOSE;
    }
    memcpy(request->peer, peer->address, sizeof request->peer);
    enum status status = request_read_head(arena, head, request, &call->framing, &why);
    set_peer_address(call);
    if (status == STATUS_OK) {
        status = check_head(call);
    }
    if (status) {
        return refuse_call(call, status, why);
    }
    call->must_close = request->is_old || header_says(request, "Connection", STR("close"));
    if (call->framing.length_bytes == 0 && !call->framing.is_chunked) {
        return run_call(call);
    }
    if (is_alone && !request->is_old && header_says(request, "Expect", STR("100-continue"))) {
        struct str go_on = STR("HTTP/1.1 100 Continue\r\n\r\n");
        (void)!send(peer->socket, go_on.p, go_on.n, MSG_NOSIGNAL);
    }
    call->body_began_s = loop_now_s();
    peer->due_s = call->body_began_s + peer->loop->wire->settings.patience_s;
    peer->state = PEER_BODY;
    return STEP_ON;
}

/* Its memory is taken here and given back when the answer is out. */
static struct call *open_call(struct peer *peer)
{
    struct exchange *exchange = exchange_open(peer->loop->wire->server);
    if (!exchange) {
        return NULL;
    }
    struct call *call = new(exchange_arena(exchange), struct call, 1);
    call->peer = peer;
    call->exchange = exchange;
    call->body.file = -1;
    peer->call = call;
    return call;
}

/* All that can be refused before a byte of the body is read. */
static enum status check_head(struct call *call)
{
    struct wire *wire = call->peer->loop->wire;
    call->flags = serve_flags(call->exchange);
    bool is_upload = (call->flags & ROUTE_UPLOAD) && wire->settings.spool_folder;
    bool is_sealed = (call->flags & ROUTE_SEALED) != 0;
    uint64_t bytes_max = is_upload ? UPLOAD_BODY_BYTES_MAX : FORM_BODY_BYTES_MAX;
    if (call->framing.length_bytes > bytes_max) {
        return STATUS_TOO_LARGE;
    }
    if (is_upload) {
        /* Reading what may be fifty megabytes is no work for a loop. */
        call->flags |= ROUTE_SLOW;
    }
    bool is_small =
        call->framing.length_bytes > 0 && call->framing.length_bytes <= FORM_BODY_BYTES_MAX;
    if (is_upload && !is_small) {
        if (!take_spool(call, is_sealed ? wire->sealed_spools : wire->spools)) {
            return STATUS_BUSY;
        }
    }
    call->body = body_open(exchange_arena(call->exchange), call->framing.length_bytes, bytes_max,
                           wire->settings.spool_folder, is_sealed);
    return STATUS_OK;
}

static bool take_spool(struct call *call, struct spools *spools)
{
    const uint8_t *from = exchange_request(call->exchange)->peer;
    if (!crowd_enter(&spools->crowd, from, spools->network_max, &call->spools_place)) {
        return false;
    }
    if (atomic_fetch_add(&spools->count, 1) >= spools->max) {
        atomic_fetch_sub(&spools->count, 1);
        crowd_leave(&spools->crowd, call->spools_place);
        return false;
    }
    call->spools = spools;
    return true;
}

/* A word of a list in any of that header's lines. */
static bool header_says(const struct request *request, const char *name, struct str word)
{
    for (size_t i = 0; i < request->header_count; i++) {
        struct str rest = request->headers[i].value;
        while (str_equal_nocase(request->headers[i].name, str_of(name)) && rest.p) {
            if (str_equal_nocase(str_trim(str_cut(&rest, ',')), word)) {
                return true;
            }
        }
    }
    return false;
}

/* Behind the proxy, the last address of the last line is what the proxy itself has seen; all
 * before it is what the sender claims. */
static void set_peer_address(struct call *call)
{
    const struct wire *wire = call->peer->loop->wire;
    struct request *request = exchange_request(call->exchange);
    if (!wire->settings.proxy || memcmp(request->peer, wire->proxy, sizeof wire->proxy) != 0) {
        return;
    }
    struct str seen = STR_NONE;
    for (size_t i = 0; i < request->header_count; i++) {
        const struct header *header = &request->headers[i];
        struct str rest = header->value;
        while (str_equal_nocase(header->name, STR("X-Forwarded-For")) && rest.p) {
            seen = str_trim(str_cut(&rest, ','));
        }
        if (str_equal_nocase(header->name, STR("X-Forwarded-Proto"))) {
            request->is_secure = str_equal_nocase(header->value, STR("https"));
        }
    }
    (void)!address_parse(seen, request->peer);
}

static enum step read_body(struct peer *peer)
{
    struct call *call = peer->call;
    enum step step = call->framing.is_chunked ? read_chunks(call) : read_length(call);
    if (step == STEP_CLOSE && peer->has_ended) {
        return refuse_call(call, STATUS_BAD_REQUEST, N_("Nội dung của yêu cầu không trọn vẹn."));
    }
    return step;
}

static enum step read_length(struct call *call)
{
    struct str bytes = STR_NONE;
    uint64_t left = call->framing.length_bytes - call->body.received;
    enum step step = receive(call->peer, left < READ_BYTES ? (size_t)left : READ_BYTES, 0, &bytes);
    if (step == STEP_ON && bytes.p) {
        step = take_piece(call, bytes);
    }
    return step == STEP_ON && call->body.received == call->framing.length_bytes ? run_call(call)
                                                                                : step;
}

/* What comes after the last chunk is left where it is: it may be the next request. */
static enum step read_chunks(struct call *call)
{
    struct peer *peer = call->peer;
    struct str bytes = STR_NONE;
    struct str piece = STR_NONE;
    enum step step = receive(peer, READ_BYTES, MSG_PEEK, &bytes);
    if (step != STEP_ON || !bytes.p) {
        return step;
    }
    struct str rest = bytes;
    enum chunk_step chunk = chunks_take(&call->chunks, &rest, &piece);
    while (chunk == CHUNK_DATA) {
        step = take_piece(call, piece);
        if (peer->state != PEER_BODY) {
            return step;
        }
        chunk = chunks_take(&call->chunks, &rest, &piece);
    }
    if (chunk == CHUNK_BROKEN) {
        return refuse_call(call, STATUS_BAD_REQUEST,
                           N_("Nội dung gửi theo từng mảnh (chunked) bị hỏng."));
    }
    peer->has_news |= rest.n > 0;
    if (!take_off(peer, bytes.n - rest.n)) {
        return STEP_CLOSE;
    }
    return chunk == CHUNK_END ? run_call(call) : STEP_ON;
}

static enum step take_piece(struct call *call, struct str piece)
{
    struct peer *peer = call->peer;
    enum status status = body_add(&call->body, piece);
    if (status) {
        return refuse_call(call, status, NULL);
    }
    peer->due_s = call->body_began_s + peer->loop->wire->settings.patience_s +
                  (int64_t)(call->body.received / RATE_BYTES_A_SECOND);
    return STEP_ON;
}

static enum step run_call(struct call *call)
{
    struct peer *peer = call->peer;
    struct loop *loop = peer->loop;
    enum status status = body_end(&call->body, &exchange_request(call->exchange)->body);
    if (status) {
        return refuse_call(call, status, NULL);
    }
    peer->state = PEER_SERVED;
    peer->due_s = 0;
    if (call->flags & ROUTE_SLOW) {
        if (!slow_reserve(loop->wire->slow)) {
            return refuse_call(call, STATUS_BUSY, NULL);
        }
        call->job =
            (struct slow_job){ .exchange = call->exchange, .done = call_ready, .waiter = call };
        slow_run(loop->wire->slow, &call->job);
        return STEP_WAIT;
    }
    if (serve_start(loop->worker, call->exchange, call_ready, call) == SERVED) {
        return reply_to(call);
    }
    return STEP_WAIT;
}

/* From the desk's or a slow worker's thread. */
static void call_ready(void *subject)
{
    loop_hand_back(subject);
}

void talk_answer(struct call *call)
{
    struct peer *peer = call->peer;
    if (!(call->flags & ROUTE_SLOW)) {
        serve_finish(peer->loop->worker, call->exchange);
    }
    if (reply_to(call) == STEP_CLOSE) {
        loop_close_peer(peer);
    } else {
        talk_on(peer);
    }
}

/* Where no call is, or none that could be answered, one is opened for the refusal. */
static enum step refuse_peer(struct peer *peer, enum status status, const char *why)
{
    struct call *call = peer->call ? peer->call : open_call(peer);
    return call ? refuse_call(call, status, why) : send_overload(peer);
}

/* Where the next request would begin is known to nobody, so the connection ends. */
static enum step refuse_call(struct call *call, enum status status, const char *why)
{
    call->must_close = true;
    serve_refuse(call->peer->loop->worker, call->exchange, status, why);
    return reply_to(call);
}

static enum step reply_to(struct call *call)
{
    struct peer *peer = call->peer;
    call->must_close |= atomic_load(&peer->loop->wire->is_stopping);
    if (!write_head(call)) {
        return send_overload(peer);
    }
    size_t body_bytes = reply_body(exchange_reply(call->exchange)).n;
    peer->state = PEER_REPLY;
    peer->due_s = loop_now_s() + REPLY_GRACE_S + (int64_t)(body_bytes / RATE_BYTES_A_SECOND);
    return STEP_ON;
}

/* False: not even this fits into the arena. */
static bool write_head(struct call *call)
{
    jmp_buf boundary;
    struct arena *arena = exchange_arena(call->exchange);
    if (arena_guard(arena, &boundary)) {
        return false;
    }
    struct out out = out_open(arena, REPLY_HEAD_BYTES_MAX);
    reply_write_head(&out, exchange_reply(call->exchange));
    out_lit(&out, "Date: ");
    out_str_raw(&out, loop_date(call->peer->loop));
    if (call->must_close) {
        out_lit(&out, "\r\nConnection: close");
    }
    out_lit(&out, "\r\n\r\n");
    call->head = out_str(&out);
    return !out.overflowed;
}

static enum step send_reply(struct peer *peer)
{
    struct call *call = peer->call;
    const struct reply *reply = exchange_reply(call->exchange);
    bool has_body = reply_has_body(exchange_request(call->exchange), reply);
    struct str body = has_body ? reply_body(reply) : STR_NONE;
    while (call->sent_bytes < call->head.n + body.n) {
        size_t of_body = call->sent_bytes > call->head.n ? call->sent_bytes - call->head.n : 0;
        struct str parts[] = { str_slice(call->head, call->sent_bytes, call->head.n),
                               str_slice(body, of_body, body.n) };
        struct iovec pieces[] = { { (void *)(uintptr_t)parts[0].p, parts[0].n },
                                  { (void *)(uintptr_t)parts[1].p, parts[1].n } };
        struct msghdr message = { .msg_iov = pieces, .msg_iovlen = COUNT(pieces) };
        ssize_t n = sendmsg(peer->socket, &message, MSG_NOSIGNAL);
        if (n < 0 && errno != EINTR) {
            return errno == EAGAIN ? STEP_WAIT : STEP_CLOSE;
        }
        call->sent_bytes += n > 0 ? (size_t)n : 0;
    }
    bool must_close = call->must_close;
    talk_forget(peer);
    if (must_close) {
        return leave(peer);
    }
    talk_wait(peer, peer->loop->wire->settings.timeout_s);
    return STEP_ON;
}

/* Not even memory for a request: the one answer that serve() does not make. */
static enum step send_overload(struct peer *peer)
{
    struct str answer = STR("HTTP/1.1 503 \r\nRetry-After: 5\r\nContent-Length: 0\r\n"
                            "Connection: close\r\n\r\n");
    (void)!send(peer->socket, answer.p, answer.n, MSG_NOSIGNAL);
    talk_forget(peer);
    return leave(peer);
}

static enum step leave(struct peer *peer)
{
    (void)shutdown(peer->socket, SHUT_WR);
    peer->state = PEER_LEAVING;
    peer->due_s = loop_now_s() + LEAVE_S;
    peer->has_news = true;
    return STEP_ON;
}

static enum step drop_rest(struct peer *peer)
{
    struct str bytes = STR_NONE;
    enum step step = receive(peer, READ_BYTES, MSG_TRUNC, &bytes);
    peer->dropped_bytes += (uint32_t)bytes.n;
    return peer->dropped_bytes > DROPPED_BYTES_MAX ? STEP_CLOSE : step;
}
