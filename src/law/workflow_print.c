/* A workflow for readers: the diagram of its moves, and the table from article to rows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/workflow.h"

#include "law/say.h"
#include "text/tongue.h"

/* The ground of a row of one of the tables. */
typedef const struct cite *ground_fn(const struct workflow *workflow, int row);
enum { NO_ROW = -1 };

static void dot_state(struct out *out, const struct state *state);
static void dot_moves(struct out *out, const struct workflow *workflow, const struct move *move);
static void dot_move(struct out *out, const char *from, const char *to, const struct move *move);
static void write_quoted(struct out *out, struct str s);
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

void workflow_dot(const struct workflow *workflow, struct out *out)
{
    out_printf(out, "digraph %s {\n", workflow->name);
    out_lit(out, "  rankdir=LR;\n  node [shape=box, style=rounded];\n  start [shape=point];\n");
    for (size_t i = 0; i < workflow->state_count; i++) {
        dot_state(out, &workflow->states[i]);
    }
    for (size_t i = 0; i < workflow->move_count; i++) {
        dot_moves(out, workflow, &workflow->moves[i]);
    }
    out_lit(out, "}\n");
}

static void dot_state(struct out *out, const struct state *state)
{
    out_lit(out, "  ");
    write_quoted(out, str_of(state->name));
    out_lit(out, " [label=");
    write_quoted(out, say_word(out, state->label));
    if (state->is_final) {
        out_lit(out, ", peripheries=2");
    }
    out_lit(out, "];\n");
}

/* Rows that stay where they are would only blacken the drawing. */
static void dot_moves(struct out *out, const struct workflow *workflow, const struct move *move)
{
    if (move->to == STAY) {
        return;
    }
    const char *to = workflow->states[move->to].name;
    if (move->from == 0) {
        dot_move(out, "start", to, move);
    }
    for (size_t i = 0; i < workflow->state_count; i++) {
        if (move->from & IN(i)) {
            dot_move(out, workflow->states[i].name, to, move);
        }
    }
}

static void dot_move(struct out *out, const char *from, const char *to, const struct move *move)
{
    out_lit(out, "  ");
    write_quoted(out, str_of(from));
    out_lit(out, " -> ");
    write_quoted(out, str_of(to));
    out_lit(out, " [label=");
    write_quoted(out, str_of(move->command));
    if (move->is_undo) {
        out_lit(out, ", style=dashed");
    }
    out_lit(out, "];\n");
}

static void write_quoted(struct out *out, struct str s)
{
    out_char(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"' || s.p[i] == '\\') {
            out_char(out, '\\');
        }
        out_char(out, s.p[i]);
    }
    out_char(out, '"');
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
    while ((row = next_by_ground(workflow, ground_of_term, workflow->terms.count, row)) != NO_ROW) {
        table_term(out, &workflow->terms.rows[row]);
    }
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
    return &workflow->terms.rows[row].cite;
}
