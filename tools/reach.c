/* Reach: which rows of the workflows, and which refusals, do the written stories come to? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "desk/desk_private.h"
#include "law/workflow.h"
#include "reach.h"
#include "story.h"
#include "studio/studio.h"
#include "web/module.h"

/* usage: replay EXCEPTIONS STORY…
 *
 * Each story is played in a process of its own, one after the other; what it came to stands in
 * memory that all of them share. A row of a workflow was done when an act by it was done and stated
 * a fact: one that a later rule refused was not. A refusal was heard when it was the answer of a
 * command, or of a page or the console before a command. What must be come to is what the tables
 * and the sources hold (reach.h).
 *
 * A line of EXCEPTIONS is PATH | PIECE | REASON: the one refusal of that file whose function and
 * call hold the piece cannot be heard by anybody in a story, and why. One that is heard after all,
 * or that is none, is a fault too. */
enum {
    ROWS_MAX = 256,
    PLACES_MAX = 1024,
    WORKFLOWS_MAX = 16,
    SENTENCES_MAX = 4, /* in one call */
    REFUSALS_MAX = 4096,
    SHOWN_CHARS = 150,
    TEXT_BYTES = 2000,
};

/* Shared by all processes. */
struct reached {
    bool rows[WORKFLOWS_MAX][ROWS_MAX];               /* done */
    const char *sentences[PLACES_MAX][SENTENCES_MAX]; /* spoken at each place, each once */
};

/* From the linker. */
extern const struct reach_place *const __start_reach_places[];
extern const struct reach_place *const __stop_reach_places[];

/* A refusal that a command under way has come to. */
struct refusal {
    const struct reach_place *const *row;
    const char *sentence;
};

static struct {
    struct reached *reached;
    struct refusal refusals[REFUSALS_MAX];
    size_t refusal_count;
    bool is_in_page; /* that asks for its buttons */
    bool is_in_batch;
    bool allowed[WORKFLOWS_MAX][ROWS_MAX]; /* in this batch, by the table */
    unsigned told;
    bool is_bad;
} reach;

static size_t place_count(void);
static void tell(bool is_good, const char *what, size_t come, size_t count);
static void tell_rows(void);
static void tell_refusals(const char *path);

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    if (argc < 3) {
        printf("replay EXCEPTIONS STORY...\n");
        return 2;
    }
    must(place_count() <= PLACES_MAX);
    reach.reached = mmap(NULL, sizeof *reach.reached, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(reach.reached != MAP_FAILED);
    for (int i = 2; i < argc; i++) {
        reach.is_bad |= !story_play_alone(argv[i], ++reach.told, false);
    }
    tell_rows();
    tell_refusals(argv[1]);
    printf("1..%u\n", reach.told);
    return reach.is_bad ? 1 : 0;
}

static void tell(bool is_good, const char *what, size_t come, size_t count)
{
    printf("%s %u - %zu of %zu %s\n", is_good ? "ok" : "not ok", ++reach.told, come, count, what);
    reach.is_bad |= !is_good;
}

/* --- rows of the workflows -------------------------------------------------------------------- */

struct verdict __real_workflow_check(const struct workflow *workflow, int state,
                                     const char *command, const void *facts,
                                     const struct move **ret_move);
struct verdict __wrap_workflow_check(const struct workflow *workflow, int state,
                                     const char *command, const void *facts,
                                     const struct move **ret_move);
void __real_desk_apply_all(struct desk *desk, struct order *orders);
void __wrap_desk_apply_all(struct desk *desk, struct order *orders);

static bool is_told_later(const struct order *order);
static void count_rows(size_t index, struct str command, bool has_more);
static void hear(const struct reach_place *const *row, const char *sentence);
static void hear_outcome(const struct order *order);

/* A page asks too, for its buttons; only what a command asked is of interest. */
struct verdict __wrap_workflow_check(const struct workflow *workflow, int state,
                                     const char *command, const void *facts,
                                     const struct move **ret_move)
{
    const struct move *move = NULL;
    reach.is_in_page = !reach.is_in_batch;
    struct verdict verdict = __real_workflow_check(workflow, state, command, facts, &move);
    reach.is_in_page = false;
    if (!move) {
        return verdict;
    }
    *ret_move = move;
    for (size_t i = 0; workflow_of_house(i); i++) {
        if (reach.is_in_batch && workflow_of_house(i) == workflow) {
            reach.allowed[i][move - workflow->moves] = true;
        }
    }
    return verdict;
}

void __wrap_desk_apply_all(struct desk *desk, struct order *orders)
{
    memset(reach.allowed, 0, sizeof reach.allowed);
    reach.refusal_count = 0;
    reach.is_in_batch = true;
    __real_desk_apply_all(desk, orders);
    reach.is_in_batch = false;
    for (const struct order *order = orders; order; order = order->next) {
        hear_outcome(order);
        bool is_done = verdict_is_ok(order->outcome.verdict) &&
                       (order->outcome.leaf_count > 0 || is_told_later(order));
        struct str command = str_of(order->command->name);
        struct str service = str_cut(&command, '.');
        for (size_t i = 0; is_done && workflow_of_house(i); i++) {
            struct str name = str_of(workflow_of_house(i)->name);
            if (str_equal(service, str_cut(&name, '-'))) {
                count_rows(i, command, order->outcome.leaf_count > 1);
            }
        }
    }
}

/* The ledger is told of them by night: they state nothing when they are done. */
static bool is_told_later(const struct order *order)
{
    return str_starts(str_of(order->command->name), STR("denunciation."));
}

/* What begins a case may be done without asking the table: there is no state yet that could refuse.
 * Of several facts one command may be an act that it brought about, such as the end of a first
 * round when its second begins. A command “recount_some” does the act “recount” on as many as it
 * names. */
static void count_rows(size_t index, struct str command, bool has_more)
{
    const struct workflow *workflow = workflow_of_house(index);
    if (str_ends(command, STR("_some"))) {
        command = str_slice(command, 0, command.n - STR("_some").n);
    }
    for (size_t row = 0; row < workflow->move_count; row++) {
        const struct move *move = &workflow->moves[row];
        bool is_command = str_equal(str_of(move->command), command);
        bool is_allowed = reach.allowed[index][row];
        bool is_begin = move->from == 0 && (is_command || is_allowed);
        if (is_begin || ((is_command || has_more) && is_allowed)) {
            reach.reached->rows[index][row] = true;
        }
    }
}

static void tell_rows(void)
{
    size_t come = 0;
    size_t count = 0;
    for (size_t i = 0; workflow_of_house(i); i++) {
        const struct workflow *workflow = workflow_of_house(i);
        must(i < WORKFLOWS_MAX && workflow->move_count <= ROWS_MAX);
        count += workflow->move_count;
        for (size_t row = 0; row < workflow->move_count; row++) {
            const struct move *move = &workflow->moves[row];
            come += reach.reached->rows[i][row];
            if (!reach.reached->rows[i][row]) {
                printf("# never done: row %zu of %s, %s to %s\n", row, workflow->name,
                       move->command, move->to == STAY ? "-" : workflow->states[move->to].name);
            }
        }
    }
    tell(come == count && count > 0, "rows of workflows were done", come, count);
}

/* --- refusals --------------------------------------------------------------------------------- */

/* What a command was refused with is known when it has ended: a later row of a workflow may have
 * said yes, and a page asks the guards too, for its buttons. */
void reach_come(const struct reach_place *const *row, const char *sentence)
{
    if (reach.is_in_batch) {
        must(reach.refusal_count < REFUSALS_MAX);
        reach.refusals[reach.refusal_count++] = (struct refusal){ row, sentence };
    } else if (reach.reached && !reach.is_in_page) {
        hear(row, sentence);
    }
}

static void hear(const struct reach_place *const *row, const char *sentence)
{
    const char **sentences = reach.reached->sentences[row - __start_reach_places];
    size_t i = 0;
    while (i < SENTENCES_MAX && sentences[i] && sentences[i] != sentence) {
        i++;
    }
    if (i < SENTENCES_MAX) {
        sentences[i] = sentence;
    }
}

static void hear_outcome(const struct order *order)
{
    const struct verdict *verdict = &order->outcome.verdict;
    const char *said = verdict->sentence ? verdict->sentence : status_sentence(verdict->status);
    for (size_t i = 0; i < reach.refusal_count; i++) {
        const struct refusal *refusal = &reach.refusals[i];
        if (refusal->sentence == said) {
            hear(refusal->row, refusal->sentence);
        }
    }
}

/* A call with two sentences in it (late ? N_("…") : N_("…")) must be heard with both. */
static bool is_heard(size_t place)
{
    struct str call = str_of(__start_reach_places[place]->call);
    size_t spoken = 0;
    size_t written = 0;
    while (spoken < SENTENCES_MAX && reach.reached->sentences[place][spoken]) {
        spoken++;
    }
    for (size_t at; (at = str_find(call, STR("N_("))) < call.n; written++) {
        call = str_slice(call, at + 1, call.n);
    }
    must(written <= SENTENCES_MAX);
    return spoken > 0 && spoken >= written;
}

static size_t place_count(void)
{
    return ((uintptr_t)__stop_reach_places - (uintptr_t)__start_reach_places) /
           sizeof(const struct reach_place *);
}

/* The only place of that file whose function and call hold the piece; place_count() when there is
 * none, or more than one. */
static size_t place_of(struct str path, struct str piece)
{
    size_t found = place_count();
    for (size_t i = 0; i < place_count(); i++) {
        const struct reach_place *place = __start_reach_places[i];
        char text[TEXT_BYTES];
        struct out out = out_fixed(text, sizeof text);
        out_printf(&out, "%s: %s", place->function, place->call);
        bool is_it = str_equal(path, str_of(place->file)) &&
                     str_find(out_str(&out), piece) < out_str(&out).n;
        if (is_it && found < place_count()) {
            return place_count();
        }
        found = is_it ? i : found;
    }
    return found;
}

/* Which places nobody can come to, by the file; false when a line of it is not true. */
static bool read_exceptions(struct str text, bool ret_excepted[PLACES_MAX])
{
    bool is_true = text.p != NULL;
    while (text.p) {
        struct str line = str_trim(str_cut(&text, '\n'));
        if (line.n == 0 || line.p[0] == '#') {
            continue;
        }
        struct str rest = line;
        struct str path = str_trim(str_cut(&rest, '|'));
        struct str piece = str_trim(str_cut(&rest, '|'));
        size_t place = place_of(path, piece);
        bool is_needed = place < place_count() && !is_heard(place) && !ret_excepted[place] &&
                         str_trim(rest).n > 0;
        if (!is_needed) {
            printf("# not one refusal of that name, or one that is heard: %.*s\n", STR_ARG(line));
            is_true = false;
            continue;
        }
        ret_excepted[place] = true;
    }
    return is_true;
}

static void tell_refusals(const char *path)
{
    bool excepted[PLACES_MAX] = { false };
    struct arena *arena = arena_create(STORY_ARENA_BYTES);
    must(arena);
    bool is_true = read_exceptions(story_file(arena, path), excepted);
    size_t come = 0;
    size_t spared = 0;
    for (size_t i = 0; i < place_count(); i++) {
        const struct reach_place *place = __start_reach_places[i];
        come += is_heard(i);
        spared += excepted[i];
        if (!is_heard(i) && !excepted[i]) {
            printf("# never heard: %s:%d: %s: %.*s\n", place->file, place->line, place->function,
                   SHOWN_CHARS, place->call);
        }
    }
    size_t count = place_count() - spared;
    tell(is_true && come == count && count > 0, "refusals were heard", come, count);
    printf("# %zu refusals that no story can hear: %s\n", spared, path);
}
