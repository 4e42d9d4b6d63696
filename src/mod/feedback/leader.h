/* The leader's board: what came to a unit and those below it, what waits, and where to look. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_LEADER_H
#define FEEDBACK_LEADER_H

#include "mod/feedback/officer.h"
#include "web/chart.h"
#include "web/map.h"
#include "web/waiting.h"

/* A figure of a month is of the reports that came in it and lie with the unit, or below it, now:
 * how many there are, and how many of just these were answered, late, given back. So parts are
 * never more than the whole, and each number opens into its reports with a condition that stands
 * once beside the sum (queries_leader.sql). What waits now is counted apart from months.
 *
 * Much is not bad and little is not good: nothing here ranks units by what came to them, and a
 * share of fewer than LEADER_SHARE_FROM reports is not told, nor a mean of fewer than TOLD_FROM
 * marks. People who handle are counted ("all with one person"), and not named.
 *
 * Units end and others take over. What an ended unit held stays a line of its own, or is counted
 * with its heir (`unit_counted_public`); what was divided among several is never divided here. */
#define POWER_REPORT "report.read"

enum {
    LEADER_MONTHS = 13,
    LEADER_SHARE_FROM = 20,
    LEADER_LONG_DAYS = 10,
    LEADER_SENTENCES = 10,
    LEADER_YOUNG_DAYS = 7
};

enum leader_figure {
#define LEADER(name, word, label) LEADER_##name,
#include "mod/feedback/leader.def"
#undef LEADER
    LEADER_FIGURES
};
struct leader_word {
    const char *word; /* in addresses, and in queries_leader.sql */
    const char *label;
};
extern const struct leader_word leader_words[LEADER_FIGURES];
/* Of what waits now, whatever the month. */
static inline bool leader_is_open(enum leader_figure figure)
{
    return figure >= LEADER_DRAFTED;
}

/* What the map shows. Much that came, and much that came again, is not bad: only terms are judged.
 */
enum leader_metric {
    METRIC_RECEIVED,
    METRIC_ON_TIME,
    METRIC_LATE,
    METRIC_REOPENED,
    METRIC_RATED,
    LEADER_METRICS
};

/* Whose board, of which month, and how it is looked at. */
struct leader_scope {
    struct feedback_unit_by_code_row unit;
    int64_t month; /* 202611 */
    bool is_now;   /* ended units are counted with their heirs */
    struct day counted_on;
    enum leader_metric metric;
    bool is_table; /* without the map */
    struct instant from;
    struct instant until;
};
struct leader_form {
    struct str unit;
    int64_t month;
    struct str figure;
    struct str category;
    bool own;           /* without the units below */
    struct str counted; /* "then", "now" */
    struct str metric;
    struct str view; /* "map", "table" */
};
extern const struct record leader_form_record;
/* What the form asks for; without a unit the first over which the visitor holds POWER_REPORT,
 * without a month this one. FORBIDDEN: not over that unit; INVALID, and the problem said. */
enum status leader_scope_read(struct visit *v, struct leader_form *ret_form,
                              struct leader_scope *ret);
/* The month before, or so many before. */
/* What was due before is overdue for long. */
struct instant leader_long_ago(const struct visit *v);
struct leader_scope leader_months_before(const struct leader_scope *scope, int32_t months);
struct leader_sum_row leader_sum_in(struct visit *v, const struct leader_scope *scope);
struct str leader_month_name(struct visit *v, int64_t month);

/* The list behind a figure. `own`: of what the unit itself holds. */
struct local_url leader_list_url(struct visit *v, const struct leader_scope *scope,
                                 struct str unit_code, enum leader_figure figure, bool own);
/* The same at another path: a file of it, or its slides. */
struct local_url leader_file_url(struct visit *v, const struct leader_scope *scope,
                                 const char *path);
struct local_url leader_board_url(struct visit *v, const struct leader_scope *scope,
                                  struct str unit_code);

/* --- what the late ones have in common: pure -------------------------------------------------- */

/* Late reports of a unit, as they lie: by what they are about and who has them. */
struct leader_lump {
    struct str category;
    struct id person; /* none: nobody has them */
    bool is_open;
    int64_t n;
};
/* How many, how many of the commonest kind, how many with the same person; and of those that are
 * still open, how many with nobody. */
struct leader_trouble {
    int64_t late;
    struct str category;
    int64_t of_category;
    int64_t with_one;
    int64_t with_nobody;
};
struct leader_trouble leader_trouble_of(const struct leader_lump *lumps, size_t count) PURE;

/* --- in words: leader_words.c ----------------------------------------------------------------- */

struct str leader_number(struct visit *v, int64_t n);
/* "91,4 %"; absent of fewer than LEADER_SHARE_FROM. */
struct str leader_share(struct visit *v, int64_t part, int64_t whole);
/* "3,9/5"; absent of fewer than TOLD_FROM marks. */
struct str leader_mean(struct visit *v, int64_t sum, int64_t rated);
/* A sentence with numbers in its places. */
struct str leader_say(struct visit *v, const char *source, struct str first, struct str second);

/* --- the map: leader_map.c -------------------------------------------------------------------- */

extern const char *const leader_metric_words[LEADER_METRICS];
extern const char *const leader_metric_labels[LEADER_METRICS];
/* 1 to 5 by bounds that are the same every month; 0 of too few to be ranked, -1 of nothing. */
int64_t leader_class_of(enum leader_metric metric, const struct leader_units_row *row) PURE;
struct leader_view;
void leader_kept_show(struct visit *v, const struct leader_scope *scope, struct leader_view *view);
void leader_counted_tabs(struct visit *v, const struct leader_scope *scope,
                         struct leader_view *view);
void leader_map_show(struct visit *v, const struct leader_scope *scope,
                     const struct leader_units_rows *units, struct leader_view *view);

/* --- units that have ended: leader_bridge.c --------------------------------------------------- */

/* What is told beside the name of one that ended before today; absent: it has not. */
struct str leader_ended_words(struct visit *v, const struct leader_scope *scope,
                              const struct leader_units_row *row);
/* Who took over from the board's unit, from whom it took over, and what the numbers make of it. */
void leader_bridge_show(struct visit *v, const struct leader_scope *scope,
                        const struct leader_units_rows *units, struct leader_view *view);
/* The days of the trend on which units were merged or divided. */
void leader_marks_show(struct visit *v, const struct leader_scope *scope, struct leader_view *view);

/* Of reports, at a unit and those below it. */
waiting_lines_fn leader_waiting;

/* --- pages ------------------------------------------------------------------------------------ */

visit_fn leader_show, leader_list_show, leader_slides_show;

struct leader_cell {
    const char *label;
    struct str figure;
    struct local_url url;
};
enum { LEADER_CELLS = 6 };
struct leader_line {
    struct str name;
    struct str ended;     /* of one that is no more: what became of it */
    struct local_url url; /* of its own board; absent for what lies with the unit itself */
    struct leader_cell cells[LEADER_CELLS];
    struct str share; /* answered in time; absent: too few */
    struct str mean;  /* of the marks; absent: too few */
};
/* A unit that the board's unit comes from, or that took over from it. */
struct leader_kin {
    struct str name;
    struct local_url url;
};
struct leader_sentence {
    struct str unit_name;
    struct str text;
    struct local_url url;
};
struct leader_view {
    struct page *page;
    struct str unit_name;
    struct str month_name;
    struct local_url here;
    struct field_view unit_field; /* hidden in the form of months */
    struct field_view month_field;
    const struct leader_line *way; /* units above this one that the visitor may look at */
    size_t way_count;
    struct instant at; /* when these numbers were read */
    struct str young;  /* the month has hardly begun: the one before it, to be looked at … */
    struct local_url young_url; /* … here */
    const struct leader_kin *kin;
    size_t kin_count;
    struct str kin_words;
    const struct form_param *kept; /* by the form of months: how it is looked at */
    size_t kept_count;
    struct tabs_view counted; /* shown where some unit has ended */
    struct tabs_view metrics;
    struct tabs_view ways; /* map or table */
    struct waiting waiting;
    struct figures_view figures;
    struct map_view map;
    struct chart_view trend;
    struct chart_view kinds;
    const struct leader_sentence *sentences;
    size_t sentence_count;
    const struct leader_line *lines;
    size_t line_count;
    struct local_url csv;
    struct local_url xlsx;
    struct local_url slides;
    struct local_url slide_before; /* of the slides; absent: this is the first */
    struct local_url slide_behind;
    int64_t slide;
    struct figure_row shown; /* the slide's */
    struct str compared;
};

struct leader_item {
    struct str code;
    struct str title;
    struct str place;
    struct str unit_name;
    struct str category;
    const char *state;
    struct instant received_at;
    bool has_badge;
    struct badge_view badge;
    struct local_url url;
};
struct leader_list_view {
    struct page *page;
    struct str unit_name;
    struct str month_name; /* absent: whenever it came */
    const char *label;
    const struct leader_item *items;
    size_t count;
    struct local_url next; /* absent on the last page */
    struct empty_view empty;
};

#endif
