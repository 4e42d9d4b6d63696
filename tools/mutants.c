/* Mutants: each row of a workflow leads elsewhere once, and a table or a story must see it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "law/workflow.h"
#include "story.h"
#include "studio/studio.h"
#include "web/module.h"

/* usage: mutants STORY…
 *
 * First the stories are played as they are, to know which come to which rows, and how long each
 * takes. Then, in a process of its own for each row, the row's state is changed where it lies in
 * memory: the audit of its workflow may say so, else the stories that come to the row are played,
 * the shortest first, until one fails. A row whose change nobody sees is a fault: nothing holds the
 * program to where the law leads from there. */
enum {
    ROWS_MAX = 256,
    WORKFLOWS_MAX = 16,
    STORIES_MAX = 512,
    WORKERS = 2,
    STORY_SECONDS_MAX = 120, /* what a changed row makes wait for ever is seen too */
    FAULTS_BYTES = 64 << 10,
    EXIT_UNCHANGED = 3, /* the row could not be changed: a fault of this program */
};

/* Shared by all processes. */
struct known {
    bool comes[WORKFLOWS_MAX][ROWS_MAX][STORIES_MAX];
    int64_t us[STORIES_MAX];
    bool is_seen[WORKFLOWS_MAX][ROWS_MAX];
    size_t played;
};

static struct {
    struct known *known;
    char **stories;
    size_t story_count;
    size_t story; /* the one under way */
    size_t order[STORIES_MAX];
} mutants;

static int64_t now_us(void);
static bool plays(const char *path);
static void play_all(void);
static int compare_cost(const void *a, const void *b);
static void work(size_t worker);
static bool leads(const struct move *move);
static bool is_seen(size_t index, size_t row, int to);
static int elsewhere(const struct move *move, int state_count);
static bool is_seen_by_audit(const struct workflow *workflow, const struct move *move, int to);
static bool is_seen_by_story(const struct move *move, int to, const char *path);
static unsigned tell(void);

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], STUDIO_WORKER) == 0) {
        studio_work();
    }
    if (argc < 2 || argc > STORIES_MAX) {
        printf("mutants STORY...\n");
        return 2;
    }
    mutants.stories = argv + 1;
    mutants.story_count = (size_t)argc - 1;
    mutants.known = mmap(NULL, sizeof *mutants.known, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(mutants.known != MAP_FAILED);
    play_all();
    pid_t workers[WORKERS];
    for (size_t i = 0; i < WORKERS; i++) {
        workers[i] = fork();
        must(workers[i] >= 0);
        if (workers[i] == 0) {
            work(i);
            _exit(0);
        }
    }
    for (size_t i = 0; i < WORKERS; i++) {
        int status = 0;
        must(waitpid(workers[i], &status, 0) == workers[i] && status == 0);
    }
    return tell() > 0;
}

static int64_t now_us(void)
{
    struct timespec now;
    must(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return now.tv_sec * INT64_C(1000000) + now.tv_nsec / 1000;
}

/* In this process, which it may bring down; what it prints is of no interest. */
static bool plays(const char *path)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    must(nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 && dup2(nowhere, STDERR_FILENO) >= 0);
    (void)alarm(STORY_SECONDS_MAX);
    return story_play_file(path);
}

static void play_all(void)
{
    for (size_t i = 0; i < mutants.story_count; i++) {
        int64_t begun_us = now_us();
        int status = 0;
        mutants.story = i;
        pid_t child = fork();
        must(child >= 0);
        if (child == 0) {
            _exit(plays(mutants.stories[i]) ? 0 : 1);
        }
        must(waitpid(child, &status, 0) == child);
        if (status != 0) {
            printf("# %s fails as it is\n", mutants.stories[i]);
        }
        mutants.known->us[i] = status == 0 ? now_us() - begun_us : -1;
        mutants.order[i] = i;
    }
    qsort(mutants.order, mutants.story_count, sizeof *mutants.order, compare_cost);
}

static int compare_cost(const void *a, const void *b)
{
    int64_t left = mutants.known->us[*(const size_t *)a];
    int64_t right = mutants.known->us[*(const size_t *)b];
    return (left > right) - (left < right);
}

/* --- which story comes to which row ----------------------------------------------------------- */

struct verdict __real_workflow_check(const struct workflow *workflow, int state,
                                     const char *command, const void *facts,
                                     const struct move **ret_move);
struct verdict __wrap_workflow_check(const struct workflow *workflow, int state,
                                     const char *command, const void *facts,
                                     const struct move **ret_move);

/* A page asks too, for its buttons: then the row is one more that the story may see. What begins a
 * case need not be asked for, so whoever asks its workflow at all comes to those rows. */
struct verdict __wrap_workflow_check(const struct workflow *workflow, int state,
                                     const char *command, const void *facts,
                                     const struct move **ret_move)
{
    struct verdict verdict = __real_workflow_check(workflow, state, command, facts, ret_move);
    for (size_t i = 0; workflow_of_house(i); i++) {
        must(i < WORKFLOWS_MAX && workflow->move_count <= ROWS_MAX);
        if (workflow_of_house(i) != workflow) {
            continue;
        }
        for (size_t row = 0; row < workflow->move_count; row++) {
            const struct move *move = &workflow->moves[row];
            if (move->from == 0 || (verdict_is_ok(verdict) && move == *ret_move)) {
                mutants.known->comes[i][row][mutants.story] = true;
            }
        }
    }
    return verdict;
}

/* --- changing them ---------------------------------------------------------------------------- */

static void work(size_t worker)
{
    size_t turn = 0;
    for (size_t i = 0; workflow_of_house(i); i++) {
        must(i < WORKFLOWS_MAX && workflow_of_house(i)->move_count <= ROWS_MAX);
        for (size_t row = 0; row < workflow_of_house(i)->move_count; row++) {
            if (turn++ % WORKERS == worker && leads(&workflow_of_house(i)->moves[row])) {
                int to = elsewhere(&workflow_of_house(i)->moves[row],
                                   (int)workflow_of_house(i)->state_count);
                mutants.known->is_seen[i][row] = is_seen(i, row, to);
            }
        }
    }
}

/* What takes an act back leads to where the case was before it: the case says so, not the row. */
static bool leads(const struct move *move)
{
    return !move->is_undo || move->to != STAY;
}

static bool is_seen(size_t index, size_t row, int to)
{
    const struct workflow *workflow = workflow_of_house(index);
    const struct move *move = &workflow->moves[row];
    if (is_seen_by_audit(workflow, move, to)) {
        return true;
    }
    for (size_t i = 0; i < mutants.story_count; i++) {
        size_t story = mutants.order[i];
        bool comes = mutants.known->us[story] >= 0 && mutants.known->comes[index][row][story];
        if (comes && is_seen_by_story(move, to, mutants.stories[story])) {
            return true;
        }
    }
    return false;
}

/* The next state, and of a row that stays the first one that it does not start from. */
static int elsewhere(const struct move *move, int state_count)
{
    int to = move->to == STAY ? 0 : (move->to + 1) % state_count;
    while (move->to == STAY && to < state_count - 1 && (move->from & IN(to))) {
        to++;
    }
    return to;
}

static void change(const struct move *move, int to)
{
    const size_t page_bytes = (size_t)sysconf(_SC_PAGESIZE);
    uintptr_t first = (uintptr_t)move / page_bytes * page_bytes;
    if (mprotect((void *)first, (uintptr_t)(move + 1) - first, PROT_READ | PROT_WRITE) != 0) {
        _exit(EXIT_UNCHANGED);
    }
    memcpy((char *)(uintptr_t)move + offsetof(struct move, to), &to, sizeof to);
}

/* A claim of the program that does not hold, and waiting for ever, are seen too. */
static bool has_failed(pid_t child)
{
    int status = 0;
    must(waitpid(child, &status, 0) == child);
    must(!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_UNCHANGED);
    return status != 0;
}

static bool is_seen_by_audit(const struct workflow *workflow, const struct move *move, int to)
{
    pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        static char text[FAULTS_BYTES];
        struct out faults = out_fixed(text, sizeof text);
        change(move, to);
        _exit(workflow_audit(workflow, &faults) > 0);
    }
    return has_failed(child);
}

static bool is_seen_by_story(const struct move *move, int to, const char *path)
{
    pid_t child = fork();
    must(child >= 0);
    if (child == 0) {
        change(move, to);
        _exit(plays(path) ? 0 : 1);
    }
    (void)__atomic_fetch_add(&mutants.known->played, 1, __ATOMIC_RELAXED);
    return has_failed(child);
}

static size_t comers(size_t index, size_t row)
{
    size_t count = 0;
    for (size_t i = 0; i < mutants.story_count; i++) {
        count += mutants.known->us[i] >= 0 && mutants.known->comes[index][row][i];
    }
    return count;
}

/* The number of workflows that have a row whose change nobody saw. */
static unsigned tell(void)
{
    unsigned told = 0;
    unsigned bad = 0;
    for (size_t i = 0; workflow_of_house(i); i++) {
        const struct workflow *workflow = workflow_of_house(i);
        size_t seen = 0;
        size_t count = 0;
        for (size_t row = 0; row < workflow->move_count; row++) {
            const struct move *move = &workflow->moves[row];
            count += leads(move);
            seen += mutants.known->is_seen[i][row];
            if (leads(move) && !mutants.known->is_seen[i][row]) {
                printf("# row %zu of %s, %s to %s: nobody sees it lead to %s, of %zu stories\n",
                       row, workflow->name, move->command,
                       move->to == STAY ? "-" : workflow->states[move->to].name,
                       workflow->states[elsewhere(move, (int)workflow->state_count)].name,
                       comers(i, row));
            }
        }
        bool is_good = seen == count && seen > 0;
        bad += !is_good;
        /* The control: a row that was "changed" to lead where it leads is seen by nobody. */
        bool is_control_good = !is_seen(i, 1, workflow->moves[1].to);
        printf("%s %u - %s: a row that leads where it led is not seen\n",
               is_control_good ? "ok" : "not ok", ++told, workflow->name);
        bad += !is_control_good;
        printf("%s %u - %s: %zu of %zu rows are seen to lead elsewhere\n",
               is_good ? "ok" : "not ok", ++told, workflow->name, seen, count);
    }
    printf("# %zu stories played with a changed row\n1..%u\n", mutants.known->played, told);
    return bad;
}
