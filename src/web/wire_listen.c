/* Opening the listening socket, and addresses as bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <unistd.h>

#include "base/out.h"

enum { BACKLOG = 1024 };

static socklen_t fill_address(const uint8_t address[16], uint16_t port,
                              struct sockaddr_storage *ret);
static bool is_mapped_ipv4(const uint8_t address[16]);

int listen_open(const char *address, uint16_t port, uint16_t *ret_port, struct str *ret_why)
{
    uint8_t bytes[16] = { 0 };
    if (!address_parse(str_of(address), bytes)) {
        *ret_why = STR("the address to listen on is neither IPv4 nor IPv6");
        return -1;
    }
    struct sockaddr_storage where = { 0 };
    socklen_t n = fill_address(bytes, port, &where);
    int yes = 1;
    int listener = socket(where.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes) != 0 ||
        bind(listener, (struct sockaddr *)&where, n) != 0 || listen(listener, BACKLOG) != 0 ||
        getsockname(listener, (struct sockaddr *)&where, &n) != 0) {
        *ret_why = errno == EADDRINUSE ? STR("another program listens on this address and port")
                   : errno == EACCES   ? STR("ports below 1024 need the right to bind them")
                                       : STR("the system does not let us listen there");
        (void)close(listener);
        return -1;
    }
    in_port_t taken = where.ss_family == AF_INET ? ((struct sockaddr_in *)&where)->sin_port
                                                 : ((struct sockaddr_in6 *)&where)->sin6_port;
    *ret_port = ntohs(taken);
    return listener;
}

void address_of(const struct sockaddr *from, uint8_t ret[16])
{
    static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };
    if (from->sa_family == AF_INET6) {
        memcpy(ret, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr, 16);
    } else if (from->sa_family == AF_INET) {
        memcpy(ret, mapped, sizeof mapped);
        memcpy(ret + 12, &((const struct sockaddr_in *)(const void *)from)->sin_addr, 4);
    }
}

bool address_parse(struct str text, uint8_t ret[16])
{
    char z[INET6_ADDRSTRLEN];
    struct out out = out_fixed(z, sizeof z);
    struct sockaddr_in four = { .sin_family = AF_INET };
    struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
    out_str_raw(&out, text);
    out_char(&out, '\0');
    if (out.overflowed) {
        return false;
    }
    if (inet_pton(AF_INET, z, &four.sin_addr) == 1) {
        address_of((const struct sockaddr *)&four, ret);
        return true;
    }
    if (inet_pton(AF_INET6, z, &six.sin6_addr) == 1) {
        address_of((const struct sockaddr *)&six, ret);
        return true;
    }
    return false;
}

struct str address_network(const uint8_t address[16])
{
    return str_span(address, is_mapped_ipv4(address) ? 15 : 7);
}

static socklen_t fill_address(const uint8_t address[16], uint16_t port,
                              struct sockaddr_storage *ret)
{
    if (is_mapped_ipv4(address)) {
        struct sockaddr_in *four = (struct sockaddr_in *)ret;
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        memcpy(&four->sin_addr, address + 12, 4);
        return sizeof *four;
    }
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)ret;
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    memcpy(&six->sin6_addr, address, 16);
    return sizeof *six;
}

static bool is_mapped_ipv4(const uint8_t address[16])
{
    uint8_t again[16] = { [10] = 0xff, [11] = 0xff };
    memcpy(again + 12, address + 12, 4);
    return memcmp(again, address, sizeof again) == 0;
}
