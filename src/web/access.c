/* Asking each service for its lines, and putting them into one order. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/access.h"

#include <stdlib.h>
#include <string.h>

#include "web/module.h"

static bool has_kind(const struct access_source *source, const char *kind);
static int compare_lines(const void *a, const void *b);

void access_put(struct access_log *log, const struct access_line *line)
{
    if (log->count < log->room) {
        log->lines[log->count++] = *line;
    }
}

struct access_log access_of_services(struct visit *v, const struct access_query *query)
{
    size_t room = ACCESS_SOURCES_MAX * (size_t)query->limit;
    struct access_log log = { .lines = new(v->arena, struct access_line, room), .room = room };
    for (size_t m = 0; modules[m]; m++) {
        const struct access_source *source = modules[m]->access;
        if (source && (!query->kind || has_kind(source, query->kind))) {
            source->lines(v, query, &log);
        }
    }
    qsort(log.lines, log.count, sizeof log.lines[0], compare_lines);
    log.count = log.count < (size_t)query->limit ? log.count : (size_t)query->limit;
    return log;
}

const struct access_kind *access_kind_named(struct str name)
{
    const struct access_kind *kind = NULL;
    for (size_t i = 0; (kind = access_kind_at(i)); i++) {
        if (str_equal(name, str_of(kind->name))) {
            return kind;
        }
    }
    return NULL;
}

const struct access_kind *access_kind_at(size_t index)
{
    for (size_t m = 0; modules[m]; m++) {
        const struct access_source *source = modules[m]->access;
        for (size_t k = 0; source && source->kinds[k].name; k++) {
            if (index-- == 0) {
                return &source->kinds[k];
            }
        }
    }
    return NULL;
}

bool access_wants(const struct access_query *query, const char *kind)
{
    return !query->kind || strcmp(query->kind, kind) == 0;
}

static bool has_kind(const struct access_source *source, const char *kind)
{
    bool has = false;
    for (size_t k = 0; source->kinds[k].name && !has; k++) {
        has = strcmp(source->kinds[k].name, kind) == 0;
    }
    return has;
}

/* Newest first. */
static int compare_lines(const void *a, const void *b)
{
    int64_t left = ((const struct access_line *)a)->id;
    int64_t right = ((const struct access_line *)b)->id;
    return (left < right) - (left > right);
}
