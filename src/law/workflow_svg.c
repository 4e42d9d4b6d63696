/* The diagram of a workflow as SVG: a ladder of states, and a line from each deed to its state. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/say.h"
#include "law/workflow.h"
#include "text/html.h"
#include "text/tongue.h"

/* In pixels of a phone: 360 wide less its margins is what texts and lanes have to fit in. There is
 * no font to measure by, so letters are taken a little wider than they are. */
enum {
    EDGE_PX = 2,
    BOX_PX = 266,
    INDENT_PX = 14,
    LABEL_LINE_PX = 21,
    LABEL_CHARS = 26,
    BOX_PADDING_PX = 8,
    DEED_LINE_PX = 18,
    DEED_CHARS = 34,
    DEED_CHAR_PX = 9,
    BASELINE_PX = 5, /* of a line of text, above the line's foot */
    GAP_PX = 8,
    STATE_GAP_PX = 16,
    LANE_FIRST_PX = BOX_PX + 16,
    LANE_PX = 8,
    LINE_BYTES = 512,
    NO_LANE = -1,
    NONE_LEFT = -1,
};

/* The first walk measures and the second writes: where each state's box stands, and how far up and
 * down the line that leads to it has to reach. */
struct ladder {
    const struct workflow *workflow;
    struct out *out;
    bool is_measured;
    int32_t y; /* of what comes next */
    int32_t box_y[WORKFLOW_STATES_MAX];
    int32_t box_height[WORKFLOW_STATES_MAX];
    int32_t first_y[WORKFLOW_STATES_MAX]; /* 0: nothing reaches it yet */
    int32_t last_y[WORKFLOW_STATES_MAX];
    int32_t lane[WORKFLOW_STATES_MAX];
    int32_t lane_count;
};

static void walk(struct ladder *ladder);
static void walk_state(struct ladder *ladder, int state);
static void walk_deeds(struct ladder *ladder, int from);
static void walk_deed(struct ladder *ladder, const struct move *move, int to);
static void lead_to(struct ladder *ladder, int to, struct str words);
static void reach(struct ladder *ladder, int state, int32_t y);
static void choose_lanes(struct ladder *ladder);
static int next_by_length(const struct ladder *ladder);
static bool is_shorter(const struct ladder *ladder, int a, int b);
static bool is_led_to(const struct ladder *ladder, int state);
static bool lane_is_free(const struct ladder *ladder, int32_t lane, int state);
static int32_t lane_x(const struct ladder *ladder, int state);
static int32_t middle_y(const struct ladder *ladder, int state);
static void write_head(const struct ladder *ladder, enum svg_use use);
static void write_lines(const struct ladder *ladder);
static void write_text(struct ladder *ladder, struct str text, int32_t line_px, size_t chars_max,
                       const char *look);
static struct str first_line(struct str text, size_t chars_max);
static size_t char_count(struct str text);
static struct out line_open(const struct ladder *ladder, char *bytes);

void workflow_svg(const struct workflow *workflow, enum svg_use use, struct out *out)
{
    struct ladder ladder = { .workflow = workflow, .out = out };
    walk(&ladder);
    ladder.is_measured = true;
    choose_lanes(&ladder);
    write_head(&ladder, use);
    write_lines(&ladder);
    walk(&ladder);
    out_lit(out, "</svg>\n");
}

static void walk(struct ladder *ladder)
{
    ladder->y = EDGE_PX;
    walk_deeds(ladder, WORKFLOW_NOWHERE);
    for (int state = 0; (size_t)state < ladder->workflow->state_count; state++) {
        ladder->y += STATE_GAP_PX - GAP_PX;
        walk_state(ladder, state);
        walk_deeds(ladder, state);
    }
}

static void walk_state(struct ladder *ladder, int state)
{
    const struct state *row = &ladder->workflow->states[state];
    int32_t top_y = ladder->y;
    if (ladder->is_measured) {
        out_lit(ladder->out, "<g><title>");
        html_text(ladder->out, say_word(ladder->out, row->citizen));
        out_printf(ladder->out,
                   "</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" "
                   "fill-opacity=\".07\" stroke=\"currentColor\" stroke-width=\"%s\"/>\n",
                   EDGE_PX, top_y, BOX_PX - EDGE_PX, ladder->box_height[state],
                   row->is_final ? "3.5" : "1.5");
    }
    ladder->y += BOX_PADDING_PX;
    write_text(ladder, say_word(ladder->out, row->label), LABEL_LINE_PX, LABEL_CHARS,
               "font-size=\"17\" font-weight=\"700\"");
    ladder->y += BOX_PADDING_PX;
    if (ladder->is_measured) {
        out_lit(ladder->out, "</g>\n");
    } else {
        ladder->box_y[state] = top_y;
        ladder->box_height[state] = ladder->y - top_y;
    }
    ladder->y += GAP_PX;
}

/* Rows that stay where they are would only blacken the drawing. */
static void walk_deeds(struct ladder *ladder, int from)
{
    const struct move *move = NULL;
    while ((move = workflow_next(ladder->workflow, from, move)) != NULL) {
        int to = workflow_after(move, from);
        if (to != from) {
            walk_deed(ladder, move, to);
            ladder->y += GAP_PX;
        }
    }
}

static void walk_deed(struct ladder *ladder, const struct move *move, int to)
{
    const struct workflow *workflow = ladder->workflow;
    struct str label = say_word(ladder->out, move->label);
    lead_to(ladder, to, label);
    write_text(ladder, label, DEED_LINE_PX, DEED_CHARS, "font-size=\"15\" font-weight=\"600\"");
    char bytes[LINE_BYTES];
    struct out line = line_open(ladder, bytes);
    out_str_raw(&line, say_word(&line, workflow_party(workflow, move->by)));
    out_lit(&line, " → ");
    out_str_raw(&line, say_word(&line, workflow->states[to].label));
    write_text(ladder, out_str(&line), DEED_LINE_PX, DEED_CHARS, "font-size=\"14\"");
    line = line_open(ladder, bytes);
    move_write_terms(&line, workflow, move);
    write_text(ladder, out_str(&line), DEED_LINE_PX, DEED_CHARS,
               "font-size=\"14\" font-style=\"italic\"");
}

/* From the words to the state's line, with a dot where they meet: without one they only cross. */
static void lead_to(struct ladder *ladder, int to, struct str words)
{
    int32_t y = ladder->y + DEED_LINE_PX / 2;
    if (!ladder->is_measured) {
        reach(ladder, to, y);
        return;
    }
    size_t chars = char_count(first_line(words, DEED_CHARS));
    int32_t x = INDENT_PX + (int32_t)(chars + 1) * DEED_CHAR_PX;
    out_printf(ladder->out,
               "<path d=\"M%d %dH%d\" fill=\"none\" stroke=\"currentColor\" "
               "stroke-opacity=\".6\"/><circle cx=\"%d\" cy=\"%d\" r=\"3\"/>\n",
               x < BOX_PX ? x : BOX_PX, y, lane_x(ladder, to), lane_x(ladder, to), y);
}

static void reach(struct ladder *ladder, int state, int32_t y)
{
    if (ladder->first_y[state] == 0) {
        ladder->first_y[state] = y;
    }
    ladder->last_y[state] = y;
}

/* --- lanes: the margin on the right, a column for each line that runs beside others ----------- */

/* Short lines go inside, so that long ones cross as little as can be. */
static void choose_lanes(struct ladder *ladder)
{
    for (int state = 0; (size_t)state < ladder->workflow->state_count; state++) {
        int32_t y = middle_y(ladder, state);
        if (is_led_to(ladder, state)) {
            ladder->first_y[state] = y < ladder->first_y[state] ? y : ladder->first_y[state];
            ladder->last_y[state] = y > ladder->last_y[state] ? y : ladder->last_y[state];
        }
        ladder->lane[state] = NO_LANE;
    }
    int state;
    while ((state = next_by_length(ladder)) != NONE_LEFT) {
        int32_t lane = 0;
        while (!lane_is_free(ladder, lane, state)) {
            lane++;
        }
        ladder->lane[state] = lane;
        ladder->lane_count = lane < ladder->lane_count ? ladder->lane_count : lane + 1;
    }
}

static int next_by_length(const struct ladder *ladder)
{
    int best = NONE_LEFT;
    for (int state = 0; (size_t)state < ladder->workflow->state_count; state++) {
        bool is_left = is_led_to(ladder, state) && ladder->lane[state] == NO_LANE;
        if (is_left && (best == NONE_LEFT || is_shorter(ladder, state, best))) {
            best = state;
        }
    }
    return best;
}

static bool is_shorter(const struct ladder *ladder, int a, int b)
{
    return ladder->last_y[a] - ladder->first_y[a] < ladder->last_y[b] - ladder->first_y[b];
}

static bool is_led_to(const struct ladder *ladder, int state)
{
    return ladder->first_y[state] > 0;
}

static bool lane_is_free(const struct ladder *ladder, int32_t lane, int state)
{
    for (int other = 0; (size_t)other < ladder->workflow->state_count; other++) {
        if (ladder->lane[other] == lane && ladder->first_y[other] <= ladder->last_y[state] &&
            ladder->first_y[state] <= ladder->last_y[other]) {
            return false;
        }
    }
    return true;
}

static int32_t lane_x(const struct ladder *ladder, int state)
{
    return LANE_FIRST_PX + ladder->lane[state] * LANE_PX;
}

static int32_t middle_y(const struct ladder *ladder, int state)
{
    return ladder->box_y[state] + ladder->box_height[state] / 2;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void write_head(const struct ladder *ladder, enum svg_use use)
{
    const char *name = ladder->workflow->name;
    struct out *out = ladder->out;
    int32_t width = LANE_FIRST_PX + ladder->lane_count * LANE_PX + EDGE_PX;
    out_printf(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"k-flow\" width=\"%d\" "
               "height=\"%d\" viewBox=\"0 0 %d %d\" fill=\"currentColor\" "
               "font-family=\"system-ui, sans-serif\" role=\"img\" "
               "aria-labelledby=\"%s-title\" aria-describedby=\"%s-desc\">\n",
               width, ladder->y, width, ladder->y, name, name);
    if (use == SVG_ALONE) {
        out_lit(out, "<style>:root { color-scheme: light dark; color: CanvasText; "
                     "background: Canvas; }</style>\n");
    }
    out_printf(out, "<title id=\"%s-title\">", name);
    html_text(out, say_word(out, ladder->workflow->title));
    out_printf(out, "</title>\n<desc id=\"%s-desc\">", name);
    html_text(out, say_word(out, N_("Mỗi khung là một bước của hồ sơ; khung nét đậm là bước cuối. "
                                    "Dưới khung là việc làm được ở bước đó, ai làm và đi tới bước "
                                    "nào.")));
    out_lit(out, "</desc>\n");
}

/* One line for all that leads to a state, its arrow at the box. */
static void write_lines(const struct ladder *ladder)
{
    for (int state = 0; (size_t)state < ladder->workflow->state_count; state++) {
        if (is_led_to(ladder, state)) {
            int32_t y = middle_y(ladder, state);
            out_printf(ladder->out,
                       "<path d=\"M%d %dV%dM%d %dH%dm6 -5l-6 5 6 5\" fill=\"none\" "
                       "stroke=\"currentColor\" stroke-width=\"1.5\"/>\n",
                       lane_x(ladder, state), ladder->first_y[state], ladder->last_y[state],
                       lane_x(ladder, state), y, BOX_PX + EDGE_PX);
        }
    }
}

/* Broken at spaces; the walk goes on below. */
static void write_text(struct ladder *ladder, struct str text, int32_t line_px, size_t chars_max,
                       const char *look)
{
    while (text.n > 0) {
        struct str line = first_line(text, chars_max);
        ladder->y += line_px;
        if (ladder->is_measured) {
            out_printf(ladder->out, "<text x=\"%d\" y=\"%d\" %s>", INDENT_PX,
                       ladder->y - BASELINE_PX, look);
            html_text(ladder->out, line);
            out_lit(ladder->out, "</text>\n");
        }
        text = str_trim(str_slice(text, line.n, text.n));
    }
}

/* As many words as fit, at least one. */
static struct str first_line(struct str text, size_t chars_max)
{
    size_t end = 0;
    while (end < text.n) {
        size_t next = end + 1;
        while (next < text.n && text.p[next] != ' ') {
            next++;
        }
        if (end > 0 && char_count(str_slice(text, 0, next)) > chars_max) {
            break;
        }
        end = next;
    }
    return str_slice(text, 0, end);
}

static size_t char_count(struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.n; i++) {
        bool continues = ((unsigned char)text.p[i] & 0xC0) == 0x80;
        count += !continues;
    }
    return count;
}

static struct out line_open(const struct ladder *ladder, char *bytes)
{
    struct out line = out_fixed(bytes, LINE_BYTES);
    line.tongue = ladder->out->tongue;
    return line;
}
