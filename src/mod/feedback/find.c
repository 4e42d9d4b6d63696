/* Reports in the search index: which words of them are in it, and the list that words find. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/find.h"

#include "base/limits.h"
#include "mod/feedback/pages.h"

enum {
    REPORT_WORDS_BYTES_MAX = 256 << 10,
    /* With a status wanted: ids asked for at once, and looked at for one page at most. */
    FIND_AT_ONCE = 100,
    FIND_LOOKS_MAX = 1000,
};

struct feeding {
    struct arena *arena;
    void (*put)(void *context, const struct findable *paper);
    void *context;
};

/* report_found gives rows of a list's shape. */
_Static_assert(sizeof(struct report_list_everywhere_row) == sizeof(struct report_found_row),
               "the list queries must select the same columns");

static void feed(struct snap *snap, int64_t from, int64_t until,
                 void (*put)(void *context, const struct findable *paper), void *context);
static bool feed_report(void *context, const struct report_changed_row *report);
static bool is_wanted(const struct list_query *query, struct str state);

const struct finding feedback_finding = { .kind = FIND_REPORTS, .feed = feed };

/* --- into the index
 * ----------------------------------------------------------------------------- */

static void feed(struct snap *snap, int64_t from, int64_t until,
                 void (*put)(void *context, const struct findable *paper), void *context)
{
    struct feeding feeding = { snap->conn.arena, put, context };
    report_changed(&snap->conn, &(struct report_changed){ .from = from, .until = until },
                   feed_report, &feeding);
    struct report_removed_between_rows removed = report_removed_between(
        &snap->conn, &(struct report_removed_between){ .from = from, .until = until });
    for (size_t i = 0; i < removed.count; i++) {
        put(context, &(struct findable){
                         .id = removed.rows[i].id.v, .is_public = true, .is_forgotten = true });
    }
}

/* What the public page says: the sender's name and telephone are in another table, and stay there.
 * A report that is withheld or merged is nothing that could be found. */
static bool feed_report(void *context, const struct report_changed_row *report)
{
    struct feeding *feeding = context;
    struct arena_mark mark = arena_mark(feeding->arena);
    struct findable paper = { .id = report->id.v,
                              .unit = ID_OF(report->unit_id),
                              .is_public = true };
    bool is_merged = str_equal(report->state, str_of(feedback_flow.states[REPORT_MERGED].name));
    if (report->is_public && !is_merged) {
        struct out words = out_open(feeding->arena, REPORT_WORDS_BYTES_MAX);
        out_printf(&words, "%.*s\n%.*s\n%.*s", STR_ARG(report->code), STR_ARG(report->text),
                   STR_ARG(report->place));
        if (report->answered_at.s) {
            out_printf(&words, "\n%.*s", STR_ARG(report->answer));
        }
        paper.text = out_str(&words);
    }
    feeding->put(feeding->context, &paper);
    arena_undo(feeding->arena, mark);
    return true;
}

/* --- out of the index
 * --------------------------------------------------------------------------- */

/* The index may be a moment behind, so every row is read from the store before it is shown: what
 * was withheld just now is not, and leaves no mark as in a list, because being found would say that
 * it holds the words. A status is no word of the index (it changes often, and each change
 * would write all words of the report again), so it is looked for row by row, up to a limit; behind
 * the limit the list goes on with the next page. */
bool find_rows(struct visit *v, const struct list_query *query, struct report_rows *ret)
{
    struct report_list_everywhere_row *rows =
        new(v->arena, struct report_list_everywhere_row, LIST_PAGE_ROWS);
    struct search_query search = {
        .kind = FIND_REPORTS,
        .exact = query->words,
        .unit = query->unit.v,
        .only_public = true,
        .before = query->before,
        .limit = str_is_empty(query->status) ? LIST_PAGE_ROWS : FIND_AT_ONCE,
    };
    size_t count = 0;
    size_t looks = 0;
    bool is_more = true;
    while (is_more && count < LIST_PAGE_ROWS && looks < FIND_LOOKS_MAX) {
        struct search_page page;
        if (!visit_search(v, search, &page)) {
            return false;
        }
        size_t i = 0;
        for (; i < page.count && count < LIST_PAGE_ROWS; i++) {
            struct report_found wanted = { .id = { page.ids[i] } };
            search.before = search_key(&page, i);
            count += report_found(&v->snap->conn, &wanted, (void *)&rows[count]) &&
                     is_wanted(query, rows[count].state);
        }
        looks += page.count;
        is_more = i < page.count || page.next;
    }
    *ret = (struct report_rows){ rows, count, is_more ? search.before : 0 };
    return true;
}

static bool is_wanted(const struct list_query *query, struct str state)
{
    return str_is_empty(query->status)
               ? !str_equal(state, str_of(feedback_flow.states[REPORT_MERGED].name))
               : str_equal(state, query->status);
}
