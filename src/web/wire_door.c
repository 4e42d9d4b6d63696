/* The door: a thread that lets peers in, turns them away, and shows them to the emptiest loop. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/must.h"
#include "web/wire_listen.h"
#include "web/wire_loop.h"

/* How long it waits when the system has no descriptor left: the socket would wake it at once. */
enum { PAUSE_US = 250000 };

static void *run_door(void *subject);
static void welcome(struct wire *wire, int socket, const struct sockaddr_storage *from);
static struct peer *take_peer(struct wire *wire);
static struct loop *emptiest_loop(struct wire *wire);
static void turn_away(int socket, struct str answer);

/* Who is turned away has not said which language it reads. */
#define DOOR_HEAD                                                                                  \
    "Retry-After: 30\r\nConnection: close\r\nCache-Control: no-store\r\n"                          \
    "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"               \
    "Content-Security-Policy: default-src 'none'\r\n\r\n"
static const struct str house_is_full = STR_INIT(
    "HTTP/1.1 503 \r\n" DOOR_HEAD "Máy chủ đang có quá nhiều người. Hãy thử lại sau nửa phút.\n"
    "Too many people are here. Please try again in half a minute.\n");
static const struct str network_is_crowded = STR_INIT(
    "HTTP/1.1 429 \r\n" DOOR_HEAD "Mạng này đang mở quá nhiều kết nối. Hãy thử lại sau nửa phút.\n"
    "This network has too many connections open. Please try again in half a minute.\n");

void door_open(struct wire *wire)
{
    struct door *door = &wire->door;
    must(pthread_mutex_init(&door->lock, NULL) == 0);
    door->bell = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    must(door->bell >= 0);
    must(pthread_create(&door->thread, NULL, run_door, wire) == 0);
}

void door_shut(struct wire *wire)
{
    must(eventfd_write(wire->door.bell, 1) == 0);
    must(pthread_join(wire->door.thread, NULL) == 0);
    (void)close(wire->door.bell);
}

static void *run_door(void *subject)
{
    struct wire *wire = subject;
    struct pollfd ears[] = { { .fd = wire->door.bell, .events = POLLIN },
                             { .fd = wire->socket, .events = POLLIN } };
    while (!(ears[0].revents & POLLIN)) {
        must(poll(ears, COUNT(ears), -1) >= 0 || errno == EINTR);
        struct sockaddr_storage from = { 0 };
        socklen_t n = sizeof from;
        int socket =
            accept4(wire->socket, (struct sockaddr *)&from, &n, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) {
            welcome(wire, socket, &from);
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            (void)usleep(PAUSE_US);
        }
    }
    return NULL;
}

static void welcome(struct wire *wire, int socket, const struct sockaddr_storage *from)
{
    unsigned max = wire->settings.network_connections_max;
    uint8_t address[16] = { 0 };
    uint16_t place = 0;
    address_of((const struct sockaddr *)from, address);
    bool is_proxy = wire->settings.proxy && memcmp(address, wire->proxy, sizeof address) == 0;
    bool is_counted = max > 0 && !is_proxy;
    if (is_counted && !crowd_enter(wire->crowd, address, max, &place)) {
        turn_away(socket, network_is_crowded);
        return;
    }
    struct peer *peer = take_peer(wire);
    if (!peer) {
        if (is_counted) {
            crowd_leave(wire->crowd, place);
        }
        turn_away(socket, house_is_full);
        return;
    }
    peer->loop = emptiest_loop(wire);
    peer->socket = socket;
    peer->place = place;
    peer->is_counted = is_counted;
    memcpy(peer->address, address, sizeof address);
    loop_show_in(peer);
}

/* NULL when all are in use. Memory for one is taken when it is needed first, and kept. */
static struct peer *take_peer(struct wire *wire)
{
    struct door *door = &wire->door;
    must(pthread_mutex_lock(&door->lock) == 0);
    struct peer *peer = door->spare;
    if (peer) {
        door->spare = peer->next;
    } else if (door->peers_made < wire->settings.connections_max) {
        peer = new(wire->arena, struct peer, 1);
        door->peers_made++;
    }
    must(pthread_mutex_unlock(&door->lock) == 0);
    return peer;
}

void door_give_back(struct peer *peer)
{
    struct wire *wire = peer->loop->wire;
    if (peer->is_counted) {
        crowd_leave(wire->crowd, peer->place);
    }
    *peer = (struct peer){ 0 };
    must(pthread_mutex_lock(&wire->door.lock) == 0);
    peer->next = wire->door.spare;
    wire->door.spare = peer;
    must(pthread_mutex_unlock(&wire->door.lock) == 0);
}

static struct loop *emptiest_loop(struct wire *wire)
{
    struct loop *best = &wire->loops[0];
    for (unsigned i = 1; i < wire->settings.threads; i++) {
        if (atomic_load(&wire->loops[i].peers) < atomic_load(&best->peers)) {
            best = &wire->loops[i];
        }
    }
    return best;
}

/* Whether the answer arrives is the peer's affair. */
static void turn_away(int socket, struct str answer)
{
    (void)!send(socket, answer.p, answer.n, MSG_DONTWAIT | MSG_NOSIGNAL);
    (void)close(socket);
}
