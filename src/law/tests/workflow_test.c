/* Commands in their states, and one must-fail table for each fault that the audit knows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/tests/law_test.h"

#include "base/attr.h"
#include "law/workflow.h"

enum { RECEIVED, ACCEPTED, WAITING, REFUSED, SETTLED, STATE_COUNT };
enum { SPARE_ROWS = 3, MOVE_ROWS = 9, TERM_ROWS = 2 };

struct facts {
    bool is_ours;
    int64_t returned;
};

static struct verdict ours(const void *facts)
{
    const struct facts *known = facts;
    return known->is_ours ? VERDICT_OK : refuse("Không thuộc thẩm quyền.", NULL);
}

static struct verdict first_time(const void *facts)
{
    static const struct cite why = PRACTICE("Chỉ một lần");
    const struct facts *known = facts;
    return known->returned == 0 ? VERDICT_OK : refuse("Đã trả lại rồi.", &why);
}

static struct verdict again(const void *facts)
{
    const struct facts *known = facts;
    return known->returned < 2 ? VERDICT_OK : refuse("Đã trả lại quá nhiều.", NULL);
}

static const struct act COMPLAINTS = { "02/2011/QH13", "Luật Khiếu nại", DAY(2012, 7, 1),
                                       DAY_OPEN };

/* A sound workflow; each test spoils a copy. */
struct tables {
    struct state states[STATE_COUNT];
    struct move moves[MOVE_ROWS + SPARE_ROWS];
    struct term terms[TERM_ROWS + SPARE_ROWS];
    struct term_table table;
    struct practice practices[2];
    struct workflow workflow;
};

static const struct tables SOUND = {
    .states = {
        [RECEIVED] = { "received", "Mới nhận", "Đã nhận.", false },
        [ACCEPTED] = { "accepted", "Đang giải quyết", "Đang giải quyết.", false },
        [WAITING] = { "waiting", "Chờ \"bổ sung\"", "Chờ bà con.", false },
        [REFUSED] = { "refused", "Không thụ lý", "Không nhận.", true },
        [SETTLED] = { "settled", "Đã giải quyết", "Đã xong.", true },
    },
    .moves = {
        { .to = RECEIVED, .command = "send", .starts = { "ACC" }, .label = "Gửi",
          .cite = ART(COMPLAINTS, 8, 0) },
        { IN(RECEIVED), ACCEPTED, "accept", "settle", ours, .starts = { "RES" },
          .stops = { "ACC" }, .label = "Thụ lý & báo", .cite = ART(COMPLAINTS, 27, 1) },
        { IN(RECEIVED), REFUSED, "refuse", "settle", .stops = { "ACC" },
          .label = "Không thụ lý", .cite = ART(COMPLAINTS, 11, 0) },
        { IN(ACCEPTED), WAITING, "return", "settle", first_time, .pauses = { "RES" },
          .label = "Hỏi thêm", .cite = PRACTICE("Hỏi thêm") },
        { IN(ACCEPTED), REFUSED, "return", "settle", again, .stops = { "RES" },
          .label = "Trả lại", .cite = PRACTICE("Hỏi lần hai") },
        { IN(WAITING), ACCEPTED, "supply", BY_ANYONE, .resumes = { "RES" },
          .label = "Bổ sung", .cite = PRACTICE("Đã bổ sung") },
        { IN(ACCEPTED) | IN(WAITING), SETTLED, "settle", "settle", .stops = { "RES" },
          .label = "Giải quyết", .cite = ART(COMPLAINTS, 31, 0) },
        { IN(RECEIVED) | IN(ACCEPTED) | IN(SETTLED), STAY, "note", "work",
          .label = "Ghi chép", .cite = PRACTICE("Ghi chép") },
        { IN(SETTLED), ACCEPTED, "undo", "settle", .is_undo = true, .starts = { "RES" },
          .label = "Hoàn tác", .cite = PRACTICE("Hoàn tác") },
    },
    .terms = {
        { "ACC", "thụ lý", CALENDAR_DAYS, 10, .cite = ART(COMPLAINTS, 27, 1) },
        { "RES", "giải quyết", CALENDAR_DAYS, 30, .cite = ART(COMPLAINTS, 28, 1),
          .extension_times = 1, .extension_amount = 15, .extension_cite = PRACTICE("thử") },
    },
    .practices = { { "RES", .pause_cite = PRACTICE("Chờ bổ sung") } },
};

static const struct party PARTIES[] = { { "settle", "Người giải quyết" },
                                        { "work", "Người giữ hồ sơ" } };

static struct workflow *bind(struct tables *tables)
{
    *tables = SOUND;
    tables->table = (struct term_table){ tables->terms, TERM_ROWS };
    tables->workflow = (struct workflow){
        .name = "complaint",
        .title = "Khiếu nại",
        .states = tables->states,
        .state_count = STATE_COUNT,
        .moves = tables->moves,
        .move_count = MOVE_ROWS,
        .parties = PARTIES,
        .party_count = COUNT(PARTIES),
        .terms = &tables->table,
        .practices = tables->practices,
        .practice_count = 1,
    };
    return &tables->workflow;
}

/* --- check ------------------------------------------------------------------------------------ */

static void allows_by_state_and_guard(void **state)
{
    (void)state;
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    const struct {
        int from;
        const char *command;
        struct facts facts;
        enum status status;
        int row;
    } cases[] = {
        { WORKFLOW_NOWHERE, "send", { true, 0 }, STATUS_OK, 0 },
        { RECEIVED, "accept", { true, 0 }, STATUS_OK, 1 },
        { RECEIVED, "accept", { false, 0 }, STATUS_REFUSED, -1 },
        { ACCEPTED, "accept", { true, 0 }, STATUS_REFUSED, -1 },
        { ACCEPTED, "return", { true, 0 }, STATUS_OK, 3 },
        { ACCEPTED, "return", { true, 1 }, STATUS_OK, 4 },
        { ACCEPTED, "return", { true, 2 }, STATUS_REFUSED, -1 },
        { WAITING, "settle", { true, 0 }, STATUS_OK, 6 },
        { RECEIVED, "settle", { true, 0 }, STATUS_REFUSED, -1 },
        { SETTLED, "note", { true, 0 }, STATUS_OK, 7 },
        { SETTLED, "undo", { true, 0 }, STATUS_OK, 8 },
        { RECEIVED, "send", { true, 0 }, STATUS_REFUSED, -1 },
        { WORKFLOW_NOWHERE, "accept", { true, 0 }, STATUS_REFUSED, -1 },
        { RECEIVED, "no such command", { true, 0 }, STATUS_REFUSED, -1 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct move *move = NULL;
        struct verdict verdict =
            workflow_check(workflow, cases[i].from, cases[i].command, &cases[i].facts, &move);
        assert_int_equal(verdict.status, cases[i].status);
        assert_int_equal(move ? (int)(move - tables.moves) : -1, cases[i].row);
    }
}

static void refuses_with_the_ground(void **state)
{
    (void)state;
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    const struct move *move = NULL;
    struct facts facts = { false, 2 };
    /* The state does not allow it: the row that says when it may be done. */
    struct verdict verdict = workflow_check(workflow, SETTLED, "accept", &facts, &move);
    assert_ptr_equal(verdict.because, &tables.moves[1].cite);
    assert_string_equal(verdict.word, "Đã giải quyết");
    /* The guard refuses without a ground: the row's; with one: its own. */
    verdict = workflow_check(workflow, RECEIVED, "accept", &facts, &move);
    assert_ptr_equal(verdict.because, &tables.moves[1].cite);
    assert_string_equal(verdict.sentence, "Không thuộc thẩm quyền.");
    tables.moves[4].guard = first_time;
    verdict = workflow_check(workflow, ACCEPTED, "return", &facts, &move);
    assert_string_equal(verdict.because->practice, "Chỉ một lần");
}

static void walks_the_rows_of_a_state(void **state)
{
    (void)state;
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    int rows[MOVE_ROWS];
    size_t count = 0;
    const struct move *move = NULL;
    while ((move = workflow_next(workflow, ACCEPTED, move)) != NULL) {
        rows[count++] = (int)(move - tables.moves);
    }
    const int want[] = { 3, 4, 6, 7 };
    assert_int_equal(count, COUNT(want));
    assert_memory_equal(rows, want, sizeof(want));
    assert_int_equal(workflow_after(&tables.moves[7], SETTLED), SETTLED);
    assert_int_equal(workflow_after(&tables.moves[6], WAITING), SETTLED);
    assert_int_equal(workflow_state(workflow, STR("waiting")), WAITING);
    assert_int_equal(workflow_state(workflow, STR("nowhere")), WORKFLOW_NOWHERE);
}

/* --- audit ------------------------------------------------------------------------------------ */

static void unreachable_state(struct tables *t)
{
    t->moves[3].to = ACCEPTED;
}
static void reached_by_undo_only(struct tables *t)
{
    t->moves[3].is_undo = true;
}
static void dead_end(struct tables *t)
{
    t->moves[5].to = STAY;
    t->moves[6].from = IN(ACCEPTED);
}
static void no_end_in_sight(struct tables *t)
{
    /* WAITING and ACCEPTED lead to each other only. */
    t->moves[4].from = IN(RECEIVED);
    t->moves[6].from = IN(RECEIVED);
}
static void way_out_of_the_end(struct tables *t)
{
    t->moves[8].is_undo = false;
}
static void nameless_state(struct tables *t)
{
    t->states[WAITING].citizen = NULL;
}
static void no_ground(struct tables *t)
{
    t->moves[2].cite = (struct cite){ .act = NULL };
}
static void state_outside(struct tables *t)
{
    t->moves[2].to = STATE_COUNT;
}
static void from_outside(struct tables *t)
{
    t->moves[2].from |= IN(STATE_COUNT);
}
static void begins_by_staying(struct tables *t)
{
    t->moves[0].to = STAY;
}
static void nameless_command(struct tables *t)
{
    t->moves[2].command = NULL;
}
static void wordless_row(struct tables *t)
{
    t->moves[2].label = NULL;
}
static void done_by_a_stranger(struct tables *t)
{
    t->workflow.party_count = 1;
}
static void shadowed_row(struct tables *t)
{
    t->moves[3].guard = NULL;
}
static void shadowed_beginning(struct tables *t)
{
    t->moves[8] = t->moves[0];
}
static void term_without_row(struct tables *t)
{
    t->terms[0].name = "ABC";
}
static void never_stopped(struct tables *t)
{
    t->moves[1].stops[0] = NULL;
    t->moves[2].stops[0] = NULL;
}
static void never_started(struct tables *t)
{
    t->moves[0].starts[0] = NULL;
}
static void never_resumed(struct tables *t)
{
    t->moves[5].resumes[0] = NULL;
}
static void never_paused(struct tables *t)
{
    t->moves[3].pauses[0] = NULL;
}
static void runs_after_the_end(struct tables *t)
{
    t->moves[2].stops[0] = NULL;
}
static void runs_after_a_restart(struct tables *t)
{
    /* The only way that forgets the term is through the undo. */
    t->moves[6].starts[0] = "RES";
}
static void overlapping_terms(struct tables *t)
{
    t->terms[2] = t->terms[0];
    t->terms[2].from = (struct day)DAY(2030, 1, 1);
    t->table.count = 3;
}
static void overlapping_by_a_day(struct tables *t)
{
    t->terms[0].to = (struct day)DAY(2026, 7, 1);
    t->terms[2] = t->terms[0];
    t->terms[2].from = (struct day)DAY(2026, 7, 1);
    t->terms[2].to = DAY_NONE;
    t->table.count = 3;
}
static void term_without_ground(struct tables *t)
{
    t->terms[1].cite = (struct cite){ .act = NULL };
}
static void extension_without_ground(struct tables *t)
{
    t->terms[1].extension_cite = (struct cite){ .act = NULL };
}
static void impossible_amount(struct tables *t)
{
    t->terms[1].amount = -1;
}
static void impossible_period(struct tables *t)
{
    t->terms[1].from = (struct day)DAY(2026, 7, 2);
    t->terms[1].to = (struct day)DAY(2026, 7, 1);
}

static void paused_without_ground(struct tables *t)
{
    t->workflow.practice_count = 0;
}
static void named_like_a_rule(struct tables *t)
{
    t->terms[2] = t->terms[1];
    t->terms[2].name = "KN-ACC";
    t->table.count = 3;
}
static void practice_for_nothing(struct tables *t)
{
    t->practices[1] = (struct practice){ "ABC", .pause_cite = PRACTICE("x") };
    t->workflow.practice_count = 2;
}
static void practice_without_ground(struct tables *t)
{
    t->practices[1] = (struct practice){ "ACC", .extension_times = 1, .extension_amount = 5 };
    t->workflow.practice_count = 2;
}
static void practice_that_is_law(struct tables *t)
{
    t->practices[1] = (struct practice){ "RES", 1, 5, PRACTICE("x"), { .act = NULL } };
    t->workflow.practice_count = 2;
}

static const struct {
    void (*spoil)(struct tables *t);
    const char *fault;
} FAULTS[] = {
    { unreachable_state, "complaint: state \"waiting\" is never reached\n" },
    { reached_by_undo_only, "complaint: state \"waiting\" is never reached\n" },
    { dead_end, "complaint: state \"waiting\" is a dead end\n" },
    { no_end_in_sight, "complaint: from state \"accepted\" no end can be reached\n" },
    { way_out_of_the_end, "complaint: state \"settled\" is final, yet \"undo\" leaves it\n" },
    { nameless_state, "complaint: state 2 lacks its name, its label or the citizen's sentence\n" },
    { no_ground, "complaint: row 2 \"refuse\" has no ground: give an article or PRACTICE(why)\n" },
    { state_outside, "complaint: row 2 \"refuse\" names a state that does not exist\n" },
    { from_outside, "complaint: row 2 \"refuse\" names a state that does not exist\n" },
    { begins_by_staying, "complaint: row 0 \"send\" names a state that does not exist\n" },
    { nameless_command, "complaint: row 2 has no command\n" },
    { wordless_row, "complaint: row 2 \"refuse\" does not say in words what is done\n" },
    { done_by_a_stranger, "complaint: row 7 \"note\" is done by \"work\", whom no party names\n" },
    { shadowed_row, "complaint: row 4 \"return\" is never tried: row 3 always answers first\n" },
    { shadowed_beginning,
      "complaint: row 8 \"send\" is never tried: row 0 always answers first\n" },
    { term_without_row, "complaint: term \"ACC\" has no row\n" },
    { never_stopped, "complaint: term \"ACC\" is started but never stopped\n" },
    { never_started, "complaint: term \"ACC\" is stopped, paused or resumed, but never started\n" },
    { never_resumed, "complaint: term \"RES\" is paused but never resumed\n" },
    { never_paused, "complaint: term \"RES\" is resumed but never paused\n" },
    { runs_after_the_end,
      "complaint: term \"ACC\" may still run in the final state \"refused\"\n" },
    { runs_after_a_restart,
      "complaint: term \"RES\" may still run in the final state \"settled\"\n" },
    { overlapping_terms, "complaint: term \"ACC\" has two rows for the same day\n" },
    { overlapping_by_a_day, "complaint: term \"ACC\" has two rows for the same day\n" },
    { term_without_ground, "complaint: term row 1 \"RES\" has no ground\n" },
    { extension_without_ground, "complaint: term row 1 \"RES\" has no ground\n" },
    { impossible_amount, "complaint: term row 1 \"RES\" has an impossible amount or period\n" },
    { impossible_period, "complaint: term row 1 \"RES\" has an impossible amount or period\n" },
    { paused_without_ground,
      "complaint: term \"RES\" is paused, but nothing lets its clock stand\n" },
    { named_like_a_rule, "complaint: term row 2 \"KN-ACC\" has the name of a rule of law\n" },
    { practice_for_nothing, "complaint: practice for \"ABC\", which never starts\n" },
    { practice_without_ground, "complaint: practice for \"ACC\" is half said\n" },
    { practice_that_is_law, "complaint: practice for \"RES\" says what the law says\n" },
};

static void finds_each_fault(void **state)
{
    for (size_t i = 0; i < COUNT(FAULTS); i++) {
        struct tables tables;
        struct workflow *workflow = bind(&tables);
        FAULTS[i].spoil(&tables);
        struct out faults = out_open(*state, TEST_OUT_BYTES);
        size_t count = workflow_audit(workflow, &faults);
        const char *text = written(&faults);
        if (!strstr(text, FAULTS[i].fault)) {
            fail_msg("case %d: wanted %sgot %d:\n%s", (int)i, FAULTS[i].fault, (int)count, text);
        }
        size_t lines = 0;
        for (const char *c = text; *c; c++) {
            lines += *c == '\n';
        }
        assert_int_equal(count, lines);
    }
}

static void finds_nothing_in_sound_tables(void **state)
{
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    struct out faults = out_open(*state, TEST_OUT_BYTES);
    assert_int_equal(workflow_audit(workflow, &faults), 0);
    assert_int_equal(faults.n, 0);
    /* Rows that follow each other by a day, and rows for other circumstances, are no fault. */
    tables.terms[0].to = (struct day)DAY(2026, 6, 30);
    tables.terms[2] = tables.terms[0];
    tables.terms[2].from = (struct day)DAY(2026, 7, 1);
    tables.terms[2].to = DAY_NONE;
    tables.terms[3] = tables.terms[2];
    tables.terms[3].when = TERM_REMOTE;
    tables.table.count = 4;
    assert_int_equal(workflow_audit(workflow, &faults), 0);
}

/* --- terms with what practice adds ------------------------------------------------------------ */

static void adds_practice_to_the_law(void **state)
{
    (void)state;
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    tables.practices[1] = (struct practice){ "ACC", 2, 5, PRACTICE("y"), { .act = NULL } };
    workflow->practice_count = 2;
    struct term term;
    assert_true(verdict_is_ok(workflow_term(workflow, "RES", day("2026-03-02"), &term)));
    assert_int_equal(term.amount, 30);
    assert_int_equal(term.extension_amount, 15);
    assert_string_equal(term.pause_cite.practice, "Chờ bổ sung");
    assert_true(verdict_is_ok(workflow_term(workflow, "ACC", day("2026-03-02"), &term)));
    assert_int_equal(term.extension_times, 2);
    assert_int_equal(term.extension_amount, 5);
    assert_string_equal(term.extension_cite.practice, "y");
    assert_false(cite_is_given(&term.pause_cite));
    /* The anchor's day chooses the row, and before the law there is none. */
    struct verdict verdict = workflow_term(workflow, "ACC", day("2012-06-30"), &term);
    assert_false(verdict_is_ok(verdict));
    assert_ptr_equal(verdict.because, &tables.terms[0].cite);
}

/* --- for readers ------------------------------------------------------------------------------ */

enum { PHONE_PX = 360, LINES_MAX = 16 };

/* A line up or down in the margin, which leads to one state. */
struct drawn_line {
    int x;
    int first_y;
    int last_y;
};

/* The number behind `prefix`, if that stands at *at, which then stands behind the number. */
static bool read_number(const char **at, const char *prefix, int *ret)
{
    if (strncmp(*at, prefix, strlen(prefix)) != 0) {
        return false;
    }
    const char *digits = *at + strlen(prefix);
    char *end = NULL;
    *ret = (int)strtol(digits, &end, 10);
    *at = end;
    return end != digits;
}

static size_t read_lines(const char *svg, struct drawn_line *lines)
{
    static const char begin[] = "<path d=\"M";
    size_t count = 0;
    for (const char *at = strstr(svg, begin); at; at = strstr(at, begin)) {
        struct drawn_line line;
        int y = 0;
        if (read_number(&at, begin, &line.x) && read_number(&at, " ", &y) &&
            read_number(&at, "V", &line.last_y)) {
            line.first_y = y;
            assert_true(count < LINES_MAX && line.first_y < line.last_y && line.x < PHONE_PX);
            lines[count++] = line;
        }
    }
    return count;
}

static void draws_what_leads_somewhere(void **state)
{
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    struct out out = out_open(*state, TEST_OUT_BYTES);
    workflow_svg(workflow, SVG_IN_PAGE, &out);
    const char *svg = written(&out);
    static const char *const parts[] = {
        "role=\"img\" aria-labelledby=\"complaint-title\" aria-describedby=\"complaint-desc\"",
        "<title id=\"complaint-title\">Khiếu nại</title>",
        "<desc id=\"complaint-desc\">Mỗi khung",
        "<title>Chờ bà con.</title>",
        ">Chờ \"bổ sung\"</text>",
        ">Bất cứ ai → Mới nhận</text>",
        ">bắt đầu tính hạn 10 ngày (ACC)</text>",
        ">Thụ lý &amp; báo</text>",
        ">Người giải quyết → Đang giải quyết</text>",
        ">bắt đầu tính hạn 30 ngày (RES);</text>",
        ">thôi tính hạn (ACC)</text>",
        ">tạm dừng tính hạn (RES)</text>",
        ">tính tiếp hạn (RES)</text>",
        "stroke-width=\"3.5\"",
    };
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!strstr(svg, parts[i])) {
            fail_msg("not drawn: %s", parts[i]);
        }
    }
    assert_null(strstr(svg, "Ghi chép"));
    assert_null(strstr(svg, "<style"));
    assert_null(strstr(svg, "settle"));
    /* Alone it brings what a page gives: the colours of light and dark. */
    struct out alone = out_open(*state, TEST_OUT_BYTES);
    workflow_svg(workflow, SVG_ALONE, &alone);
    assert_non_null(strstr(written(&alone), "color-scheme: light dark"));
}

/* Each deed meets the line of one state, and no two lines run over each other. */
static void leads_each_deed_to_one_line(void **state)
{
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    struct out out = out_open(*state, TEST_OUT_BYTES);
    workflow_svg(workflow, SVG_IN_PAGE, &out);
    const char *svg = written(&out);
    struct drawn_line lines[LINES_MAX];
    size_t count = read_lines(svg, lines);
    assert_int_equal(count, STATE_COUNT);
    size_t deeds = 0;
    for (const char *at = strstr(svg, "<circle"); at; at = strstr(at, "<circle")) {
        int x = 0;
        int y = 0;
        assert_true(read_number(&at, "<circle cx=\"", &x) && read_number(&at, "\" cy=\"", &y));
        size_t met = 0;
        for (size_t i = 0; i < count; i++) {
            met += lines[i].x == x && lines[i].first_y <= y && y <= lines[i].last_y;
        }
        assert_int_equal(met, 1);
        deeds++;
    }
    /* Rows times the states that they leave, without those that stay. */
    assert_int_equal(deeds, 9);
}

static void lists_rows_by_article(void **state)
{
    struct tables tables;
    struct workflow *workflow = bind(&tables);
    struct out out = out_open(*state, TEST_OUT_BYTES);
    workflow_table(workflow, &out);
    const char *text = written(&out);
    const char *const in_order[] = {
        "| Căn cứ | Từ | Việc | Đến | Ai | Thời hạn |\n|---|---|---|---|---|---|\n",
        "| Điều 8 Luật Khiếu nại số 02/2011/QH13 | · | send | received | · | +ACC |\n",
        "| Điều 11 Luật Khiếu nại số 02/2011/QH13 | received | refuse | refused | settle | −ACC "
        "|\n",
        "| khoản 1 Điều 27 Luật Khiếu nại số 02/2011/QH13 | received | accept | accepted | settle "
        "| "
        "+RES −ACC |\n",
        "| Điều 31 Luật Khiếu nại số 02/2011/QH13 | accepted, waiting | settle | settled | settle "
        "| "
        "−RES |\n",
        "| Ghi chép | received, accepted, settled | note | · | work | |\n",
        "| Hỏi lần hai | accepted | return | refused | settle | −RES |\n",
        "| Hỏi thêm | accepted | return | waiting | settle | ‖RES |\n",
        "| Căn cứ | Thời hạn | Mức | Hiệu lực |\n|---|---|---|---|\n",
        "| khoản 1 Điều 27 Luật Khiếu nại số 02/2011/QH13 | ACC | 10 ngày |  …  |\n",
        "| khoản 1 Điều 28 Luật Khiếu nại số 02/2011/QH13 | RES | 30 ngày |  …  |\n",
    };
    for (size_t i = 0; i < COUNT(in_order); i++) {
        const char *found = strstr(text, in_order[i]);
        if (!found) {
            fail_msg("no line %sin\n%s", in_order[i], text);
            return;
        }
        text = found;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allows_by_state_and_guard),
        cmocka_unit_test(refuses_with_the_ground),
        cmocka_unit_test(walks_the_rows_of_a_state),
        cmocka_unit_test(finds_each_fault),
        cmocka_unit_test(finds_nothing_in_sound_tables),
        cmocka_unit_test(draws_what_leads_somewhere),
        cmocka_unit_test(leads_each_deed_to_one_line),
        cmocka_unit_test(adds_practice_to_the_law),
        cmocka_unit_test(lists_rows_by_article),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
