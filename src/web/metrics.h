/* Counters of the server and the /metrics page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_METRICS_H
#define WEB_METRICS_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/out.h"

/* Upper ends of the time buckets, in milliseconds; the last bucket has none. */
enum { METRICS_BUCKETS = 8 };
extern const int64_t metrics_bucket_ms[METRICS_BUCKETS - 1];

struct metrics {
    atomic_uint_fast64_t requests;                  /* begun; numbers them */
    atomic_uint_fast64_t requests_by_class[6];      /* index: HTTP status / 100 */
    atomic_uint_fast64_t requests_by_time[METRICS_BUCKETS];
    atomic_uint_fast64_t micros_total;
    atomic_uint_fast64_t queries_total;
    atomic_uint_fast64_t refused_by_rate;
    atomic_uint_fast64_t in_flight;
    atomic_uint_fast64_t connections;
};

void metrics_count(struct metrics *metrics, int http_status, int64_t micros, unsigned queries);

struct server;
/* The text format of Prometheus 0.0.4. */
void metrics_write(struct out *out, struct server *server);

#endif
