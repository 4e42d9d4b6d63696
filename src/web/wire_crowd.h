/* The crowd: how many connections each network holds open. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_WIRE_CROWD_H
#define WEB_WIRE_CROWD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Numbers under a keyed hash of the network (address_network()), and no address, as web/rate.h does
 * it. Two networks that fall on one place share its number; the key is drawn at each start, so
 * nobody can choose whom to share with. */
enum { CROWD_PLACES = 65536 };
struct crowd {
    uint8_t key[32];
    atomic_ushort counts[CROWD_PLACES];
};

void crowd_open(struct crowd *crowd);
/* False when that network holds `max` already, at most 65,535; else the place to leave again.
 * Thread-safe. */
bool crowd_enter(struct crowd *crowd, const uint8_t address[16], unsigned max, uint16_t *ret_place);
void crowd_leave(struct crowd *crowd, uint16_t place);

#endif
