/* Compressed pages, for those who have 2G and pay by the megabyte. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_GZIP_H
#define WEB_GZIP_H

#include "web/visit.h"

/* A compressor is some 260 KiB of the arena that each worker keeps; one thread at a time. */
struct gzip;
struct gzip *gzip_open(struct arena *arena);

/* Compresses the body if the client takes gzip and it is text of more than GZIP_BYTES_MIN: at
 * level 1 a page of 12 kB takes about 0.1 ms and becomes 3 kB, which saves a phone on 2G half a
 * second; what is below is one packet anyway. Fixed bodies are compressed when they are built
 * (web/asset.h). */
enum { GZIP_BYTES_MIN = 2048, GZIP_LEVEL = 1 };
void gzip_reply(struct gzip *gzip, struct visit *v);
/* True when the request's Accept-Encoding names this coding and does not forbid it. */
bool gzip_accepts(const struct request *request, const char *coding);

#endif
