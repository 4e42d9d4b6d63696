/* Counting connections by network. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_crowd.h"

#include <string.h>

#include "base/crypt.h"
#include "web/wire_listen.h"

void crowd_open(struct crowd *crowd)
{
    random_bytes(crowd->key, sizeof crowd->key);
}

bool crowd_enter(struct crowd *crowd, const uint8_t address[16], unsigned max, uint16_t *ret_place)
{
    uint16_t place = 0;
    struct str network = address_network(address);
    struct hash hash = hash_hmac(str_span(crowd->key, sizeof crowd->key), &network, 1);
    memcpy(&place, hash.b, sizeof place);
    if (atomic_fetch_add(&crowd->counts[place], 1) >= max) {
        crowd_leave(crowd, place);
        return false;
    }
    *ret_place = place;
    return true;
}

void crowd_leave(struct crowd *crowd, uint16_t place)
{
    atomic_fetch_sub(&crowd->counts[place], 1);
}
