/* Counting requests, and writing the counters as Prometheus text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/metrics.h"

#include "web/scrubbed.h"
#include "web/server.h"

const int64_t metrics_bucket_ms[METRICS_BUCKETS - 1] = { 1, 5, 20, 50, 200, 1000, 5000 };

static void write_counter(struct out *out, const char *name, const char *type, const char *help,
                          uint64_t value);
static void write_times(struct out *out, struct metrics *metrics);

void metrics_count(struct metrics *metrics, int http_status, int64_t micros, unsigned queries)
{
    unsigned bucket = 0;
    while (bucket < METRICS_BUCKETS - 1 && micros > metrics_bucket_ms[bucket] * 1000) {
        bucket++;
    }
    atomic_fetch_add(&metrics->requests_by_class[http_status / 100 % 6], 1);
    atomic_fetch_add(&metrics->requests_by_time[bucket], 1);
    atomic_fetch_add(&metrics->micros_total, (uint64_t)micros);
    atomic_fetch_add(&metrics->queries_total, queries);
}

void metrics_write(struct out *out, struct server *server)
{
    struct metrics *metrics = &server->metrics;
    out_lit(out, "# HELP kheo_requests_total Requests answered, by class of status.\n"
                 "# TYPE kheo_requests_total counter\n");
    for (unsigned family = 1; family < COUNT(metrics->requests_by_class); family++) {
        out_printf(out, "kheo_requests_total{class=\"%uxx\"} %llu\n", family,
                   (unsigned long long)atomic_load(&metrics->requests_by_class[family]));
    }
    write_times(out, metrics);
    write_counter(out, "kheo_queries_total", "counter", "Statements run for requests.",
                  atomic_load(&metrics->queries_total));
    write_counter(out, "kheo_rate_limited_total", "counter", "Requests refused by rate.",
                  atomic_load(&metrics->refused_by_rate));
    write_counter(out, "kheo_requests_in_flight", "gauge", "Requests being answered now.",
                  atomic_load(&metrics->in_flight));
    write_counter(out, "kheo_connections", "gauge", "Open connections.",
                  atomic_load(&metrics->connections));
    if (server->settings.finder) {
        write_counter(out, "kheo_search_lag", "gauge",
                      "Ledger leaves that search does not know yet.",
                      (uint64_t)finder_lag(server->settings.finder));
    }
    struct scrubbed *scrubbed = server->settings.scrubbed;
    if (scrubbed) {
        write_counter(out, "kheo_scrub_finished_seconds", "gauge",
                      "When the whole database was last read again, in Unix time; 0: not yet.",
                      (uint64_t)atomic_load(&scrubbed->finished_s));
        write_counter(out, "kheo_scrub_faults", "gauge", "Faults that this reading found.",
                      (uint64_t)atomic_load(&scrubbed->faults));
        write_counter(out, "kheo_scrub_rows", "gauge", "Leaves and rows that it read.",
                      (uint64_t)atomic_load(&scrubbed->rows));
    }
    write_counter(out, "kheo_damaged_reads_total", "counter",
                  "Readings refused because a page of the database is not what was written.",
                  (uint64_t)store_damaged_reads());
    write_counter(out, "kheo_seals", "gauge",
                  "1 where the desk seals, 0 where another server does.",
                  desk_seals(server->settings.desk));
    write_counter(out, "kheo_desk_commits_total", "counter", "Batches made durable by the desk.",
                  desk_commits(server->settings.desk));
}

static void write_counter(struct out *out, const char *name, const char *type, const char *help,
                          uint64_t value)
{
    out_printf(out, "# HELP %s %s\n# TYPE %s %s\n%s %llu\n", name, help, name, type, name,
               (unsigned long long)value);
}

static void write_times(struct out *out, struct metrics *metrics)
{
    uint64_t count = 0;
    out_lit(out, "# HELP kheo_request_seconds From the whole request to the finished answer.\n"
                 "# TYPE kheo_request_seconds histogram\n");
    for (unsigned i = 0; i < METRICS_BUCKETS; i++) {
        count += atomic_load(&metrics->requests_by_time[i]);
        if (i < METRICS_BUCKETS - 1) {
            out_printf(out, "kheo_request_seconds_bucket{le=\"%lld.%03lld\"} %llu\n",
                       (long long)(metrics_bucket_ms[i] / 1000),
                       (long long)(metrics_bucket_ms[i] % 1000), (unsigned long long)count);
        } else {
            out_printf(out, "kheo_request_seconds_bucket{le=\"+Inf\"} %llu\n",
                       (unsigned long long)count);
        }
    }
    uint64_t micros = atomic_load(&metrics->micros_total);
    out_printf(out, "kheo_request_seconds_sum %llu.%06llu\nkheo_request_seconds_count %llu\n",
               (unsigned long long)(micros / 1000000), (unsigned long long)(micros % 1000000),
               (unsigned long long)count);
}
