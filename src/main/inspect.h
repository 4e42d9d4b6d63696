/* Re-reading a whole house against its ledger, for kheo check, backups and the nightly scrub. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_INSPECT_H
#define MAIN_INSPECT_H

#include "base/out.h"
#include "main/house.h"

/* How much was read, and how many sentences of the report are faults: all of them. */
struct inspected {
    int64_t leaves;
    int64_t nodes;
    int64_t heads;
    int64_t fields;
    int64_t rows; /* of the services, that were held against the ledger */
    int64_t faults;
};

/* Reads and changes nothing, beside the server that owns the house or without one. One Vietnamese
 * sentence a fault, a line each, goes into *report. STATUS_OK when it was read, whatever was found;
 * else *ret_why says why it cannot be. */
enum status inspect_house(const struct house_settings *settings, struct out *report,
                          struct inspected *ret, struct str *ret_why) MUST_USE;

#endif
