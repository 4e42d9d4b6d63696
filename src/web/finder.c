/* Searching for a visit: the thread's connection, and the question in both its forms. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/finder.h"

#include "text/fold.h"
#include "web/server.h"
#include "web/visit.h"

enum {
    SEARCH_BUDGET_MS = 150,
    /* Of facts: what a busy city states in some minutes. Below it, nobody would notice. */
    LATE_LEAVES = 1000,
};

static struct str fold_words(struct arena *arena, struct str words);

int64_t finder_lag(const struct finder *finder)
{
    int64_t lag = atomic_load(&finder->head) - atomic_load(&finder->indexed);
    return lag > 0 ? lag : 0;
}

/* An edition that was made anew is another file under the same name: what is open on the old one
 * would find yesterday's papers for ever. */
enum status finder_read(const struct finder *finder, struct finder_reader *reader)
{
    unsigned edition = atomic_load(&finder->edition);
    if (reader->edition == edition && reader->search) {
        return STATUS_OK;
    }
    search_close(reader->search);
    reader->edition = edition;
    return search_open_reader(finder->path, &reader->search);
}

bool visit_search(struct visit *v, struct search_query query, struct search_page *ret)
{
    v->is_fleeting = true;
    const struct finder *finder = v->server->settings.finder;
    struct finder_reader *reader = &v->worker->reader;
    enum status status = finder ? finder_read(finder, reader) : STATUS_OK;
    bool is_ready = finder && !status && reader->search;
    query.folded = fold_words(v->arena, query.exact);
    if (is_ready) {
        status = search_find(reader->search, &query, SEARCH_BUDGET_MS, v->arena, ret);
    }
    if (status == STATUS_FULL) {
        v->snap->conn.failed = STATUS_FULL;
    }
    return is_ready && !status;
}

bool visit_search_is_late(const struct visit *v)
{
    const struct finder *finder = v->server->settings.finder;
    return finder && finder_lag(finder) > LATE_LEAVES;
}

/* Folding drops the quotes, which hold phrases together, so what is between them is folded. */
static struct str fold_words(struct arena *arena, struct str words)
{
    struct out folded = out_open(arena, 2 * words.n + 1);
    struct str rest = words;
    while (rest.p) {
        out_str_raw(&folded, text_fold(arena, str_cut(&rest, '"')));
        out_str_raw(&folded, rest.p ? STR("\"") : STR(""));
    }
    return out_str(&folded);
}
