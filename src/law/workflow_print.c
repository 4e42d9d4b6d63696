/* A workflow for readers: what a row does to the limits, and the table from article to rows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/workflow.h"

#include <string.h>

#include "law/say.h"
#include "text/tongue.h"

/* The ground of a row of one of the tables. */
typedef const struct cite *ground_fn(const struct workflow *workflow, int row);
enum { NO_ROW = -1, TERM_AMOUNT_BYTES = 96 };

static void write_start(struct out *out, const struct workflow *workflow, const char *name,
                        const char **separator);
static void write_deed(struct out *out, const char *sentence, const char *const *names,
                       const char **separator);
static const struct term *term_without_end(const struct workflow *workflow, const char *name);
static bool is_started(const struct workflow *workflow, const char *name);
static void table_move(struct out *out, const struct workflow *workflow, const struct move *move);
static void table_from(struct out *out, const struct workflow *workflow, const struct move *move);
static void table_terms(struct out *out, const char *sign, const char *const *names);
static void table_term(struct out *out, const struct term *term);
static void table_period(struct out *out, const struct term *term);
static int next_by_ground(const struct workflow *workflow, ground_fn *ground, size_t count,
                          int previous);
static bool comes_before(const struct workflow *workflow, ground_fn *ground, int a, int b);
static const struct cite *ground_of_move(const struct workflow *workflow, int row);
static const struct cite *ground_of_term(const struct workflow *workflow, int row);

void move_write_terms(struct out *out, const struct workflow *workflow, const struct move *move)
{
    const char *separator = "";
    for (size_t i = 0; i < MOVE_TERMS_MAX; i++) {
        write_start(out, workflow, move->starts[i], &separator);
    }
    write_deed(out, N_("thôi tính hạn (%s)"), move->stops, &separator);
    write_deed(out, N_("tạm dừng tính hạn (%s)"), move->pauses, &separator);
    write_deed(out, N_("tính tiếp hạn (%s)"), move->resumes, &separator);
}

static void write_start(struct out *out, const struct workflow *workflow, const char *name,
                        const char **separator)
{
    const struct term *term = name ? term_without_end(workflow, name) : NULL;
    if (term) {
        char bytes[TERM_AMOUNT_BYTES];
        struct out amount = out_fixed(bytes, sizeof bytes);
        amount.tongue = out->tongue;
        term_write_amount(&amount, term->unit, term->amount);
        out_str_raw(out, str_of(*separator));
        say(out, N_("bắt đầu tính hạn %s (%s)"), out_str(&amount), str_of(name));
        *separator = "; ";
    }
}

static void write_deed(struct out *out, const char *sentence, const char *const *names,
                       const char **separator)
{
    for (size_t i = 0; i < MOVE_TERMS_MAX; i++) {
        if (names[i]) {
            out_str_raw(out, str_of(*separator));
            say(out, sentence, str_of(names[i]));
            *separator = "; ";
        }
    }
}

/* The ordinary row without a last day. */
static const struct term *term_without_end(const struct workflow *workflow, const char *name)
{
    for (size_t i = workflow->terms->count; i > 0; i--) {
        const struct term *row = &workflow->terms->rows[i - 1];
        if (row->when == 0 && day_is_none(row->to) && strcmp(row->name, name) == 0) {
            return row;
        }
    }
    return NULL;
}

void workflow_table(const struct workflow *workflow, struct out *out)
{
    out_str_raw(out, say_word(out, N_("| Căn cứ | Từ | Việc | Đến | Ai | Thời hạn |")));
    out_lit(out, "\n|---|---|---|---|---|---|\n");
    int row = NO_ROW;
    while ((row = next_by_ground(workflow, ground_of_move, workflow->move_count, row)) != NO_ROW) {
        table_move(out, workflow, &workflow->moves[row]);
    }
    out_char(out, '\n');
    out_str_raw(out, say_word(out, N_("| Căn cứ | Thời hạn | Mức | Hiệu lực |")));
    out_lit(out, "\n|---|---|---|---|\n");
    while ((row = next_by_ground(workflow, ground_of_term, workflow->terms->count, row)) !=
           NO_ROW) {
        const struct term *term = &workflow->terms->rows[row];
        if (is_started(workflow, term->name)) {
            table_term(out, term);
        }
    }
}

static bool is_started(const struct workflow *workflow, const char *name)
{
    for (size_t i = 0; i < workflow->move_count; i++) {
        for (size_t n = 0; n < MOVE_TERMS_MAX; n++) {
            const char *started = workflow->moves[i].starts[n];
            if (started && strcmp(started, name) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void table_move(struct out *out, const struct workflow *workflow, const struct move *move)
{
    out_lit(out, "| ");
    cite_write(out, &move->cite);
    out_lit(out, " | ");
    table_from(out, workflow, move);
    out_printf(out, " | %s | %s | %s |", move->command,
               move->to == STAY ? "·" : workflow->states[move->to].name, move->by ? move->by : "·");
    table_terms(out, "+", move->starts);
    table_terms(out, "−", move->stops);
    table_terms(out, "‖", move->pauses);
    table_terms(out, "▸", move->resumes);
    out_lit(out, " |\n");
}

static void table_from(struct out *out, const struct workflow *workflow, const struct move *move)
{
    const char *separator = "";
    for (size_t i = 0; i < workflow->state_count; i++) {
        if (move->from & IN(i)) {
            out_printf(out, "%s%s", separator, workflow->states[i].name);
            separator = ", ";
        }
    }
    if (move->from == 0) {
        out_lit(out, "·");
    }
}

static void table_terms(struct out *out, const char *sign, const char *const *names)
{
    for (size_t i = 0; i < MOVE_TERMS_MAX; i++) {
        if (names[i]) {
            out_printf(out, " %s%s", sign, names[i]);
        }
    }
}

static void table_term(struct out *out, const struct term *term)
{
    out_lit(out, "| ");
    cite_write(out, &term->cite);
    out_printf(out, " | %s | ", term->name);
    term_write_amount(out, term->unit, term->amount);
    out_lit(out, " | ");
    table_period(out, term);
    out_lit(out, " |\n");
}

static void table_period(struct out *out, const struct term *term)
{
    out_day(out, term->from);
    out_lit(out, " … ");
    out_day(out, term->to);
}

/* In the order of the statute book; rows with the same ground in their own order. Quadratic: tables
 * have tens of rows, and this needs no memory. */
static int next_by_ground(const struct workflow *workflow, ground_fn *ground, size_t count,
                          int previous)
{
    int best = NO_ROW;
    for (int row = 0; (size_t)row < count; row++) {
        bool is_left = previous == NO_ROW || comes_before(workflow, ground, previous, row);
        if (is_left && (best == NO_ROW || comes_before(workflow, ground, row, best))) {
            best = row;
        }
    }
    return best;
}

static bool comes_before(const struct workflow *workflow, ground_fn *ground, int a, int b)
{
    int order = cite_compare(ground(workflow, a), ground(workflow, b));
    return order < 0 || (order == 0 && a < b);
}

static const struct cite *ground_of_move(const struct workflow *workflow, int row)
{
    return &workflow->moves[row].cite;
}

static const struct cite *ground_of_term(const struct workflow *workflow, int row)
{
    return &workflow->terms->rows[row].cite;
}
