/* Addresses and the listening socket. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_LISTEN_H
#define WEB_WIRE_LISTEN_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "base/str.h"

/* A listening socket, or -1 with the reason. `port` 0 takes a free one; *ret_port says which. */
int listen_open(const char *address, uint16_t port, uint16_t *ret_port, struct str *ret_why);

/* An address as 16 bytes, IPv4 mapped into IPv6. */
void address_of(const struct sockaddr *from, uint8_t ret[16]);
/* Numbers only, no names; untouched when it is none. */
bool address_parse(struct str text, uint8_t ret[16]);
/* The part of an address that we count by: /24 of IPv4, /56 of IPv6. The bytes are the address's
 * own. */
struct str address_network(const uint8_t address[16]);

#endif
