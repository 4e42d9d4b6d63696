/* Headers of every reply: what browsers may do with it, and how long it may be kept. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_HEADERS_H
#define WEB_HEADERS_H

#include "web/visit.h"

/* Adds what is not there yet; the last step before a reply goes out, errors included. */
void headers_finish(struct visit *v);
bool headers_have(const struct reply *reply, const char *name);
struct str headers_get(const struct reply *reply, const char *name);

#endif
