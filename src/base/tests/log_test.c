/* Log lines as an operator reads them, the level, statuses, and the end of a broken claim. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/must.h"

/* Runs `act` in a child whose stderr is ours to read; gives its wait status. */
static int capture(void (*act)(void), char *ret_text, size_t capacity)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        signal(SIGABRT, SIG_DFL);
        act();
        _exit(0);
    }
    close(ends[1]);
    size_t n = 0;
    ssize_t got;
    while (n < capacity - 1 && (got = read(ends[0], ret_text + n, capacity - 1 - n)) > 0) {
        n += (size_t)got;
    }
    ret_text[n] = '\0';
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void log_some(void)
{
    log_event(EVENT_COMMIT, LOG_INT("commands", 1));
    log_event(EVENT_STORE_FAILED, LOG_WORD("statement", "report_by_code"), LOG_INT("ms", -3),
              LOG_WORD("odd", "two \"words\""), LOG_WORD("empty", ""));
    log_set_level(LEVEL_ERROR);
    log_event(EVENT_REQUEST, LOG_INT("ms", 1));
    log_set_level(LEVEL_DEBUG);
    log_event(EVENT_COMMIT, LOG_INT("commands", 2));
}

static void log_too_much(void)
{
    static char word[8000];
    memset(word, 'x', sizeof word - 1);
    log_event(EVENT_REQUEST, LOG_WORD("first", "1"), LOG_WORD("word", word), LOG_INT("last", 1));
}

/* Two hundred lines are more than one piece; the error comes after the lines before it. */
static void log_gathered(void)
{
    log_gather();
    for (int i = 0; i < 200; i++) {
        log_event(EVENT_REQUEST, LOG_INT("n", i));
    }
    log_event(EVENT_STORE_FAILED, LOG_INT("n", 200));
    log_event(EVENT_REQUEST, LOG_INT("n", 201));
    log_spill();
    log_event(EVENT_REQUEST, LOG_INT("n", 202));
    log_gather();
    log_event(EVENT_REQUEST, LOG_INT("lost", 1));
}

static void break_a_claim(void)
{
    int zero = 0;
    must(zero == 1);
}

static void gathered_lines_keep_their_order(void **state)
{
    (void)state;
    static char text[40000];
    assert_int_equal(capture(log_gathered, text, sizeof text), 0);
    struct str rest = str_of(text);
    for (int i = 0; i <= 202; i++) {
        char end[20];
        int n = snprintf(end, sizeof end, " n=%d", i);
        struct str line = str_cut(&rest, '\n');
        assert_true(line.n > 30 &&
                    str_equal(str_slice(line, line.n - (size_t)n, line.n), str_of(end)));
    }
    assert_int_equal(rest.n, 0);
}

static void writes_one_line_an_event(void **state)
{
    (void)state;
    char text[2000];
    assert_int_equal(capture(log_some, text, sizeof text), 0);
    struct str rest = str_of(text);
    struct str line = str_cut(&rest, '\n');
    assert_true(str_starts(line, STR("time=20")));
    assert_true(str_equal(str_slice(line, 5 + 25, line.n),
                          STR(" level=error event=store_failed statement=report_by_code ms=-3"
                              " odd=\"two \\\"words\\\"\" empty=\"\"")));
    line = str_cut(&rest, '\n');
    assert_true(str_ends(line, STR(" level=debug event=commit commands=2")));
    assert_int_equal(rest.n, 0);
}

static void keeps_a_line_a_line(void **state)
{
    (void)state;
    char text[9000];
    assert_int_equal(capture(log_too_much, text, sizeof text), 0);
    struct str rest = str_of(text);
    assert_true(str_ends(str_cut(&rest, '\n'), STR(" first=1 word=")));
    assert_int_equal(rest.n, 0);
}

static void aborts_with_the_claim(void **state)
{
    (void)state;
    char text[1000];
    int status = capture(break_a_claim, text, sizeof text);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_true(str_find(str_of(text), STR("event=panic claim=\"zero == 1\" file=")) <
                strlen(text));
    assert_true(str_find(str_of(text), STR("log_test.c line=")) < strlen(text));
}

static void knows_its_statuses(void **state)
{
    (void)state;
    assert_int_equal(STATUS_OK, 0);
    assert_int_equal(status_http(STATUS_RATE_LIMITED), 429);
    assert_string_equal(status_name(STATUS_RATE_LIMITED), "rate-limited");
    assert_int_equal(status_level(STATUS_BROKEN), LEVEL_ERROR);
    for (enum status status = STATUS_OK; status < STATUS_COUNT; status++) {
        assert_in_range(status_http(status), 200, 599);
        assert_true(str_is_utf8(str_of(status_sentence(status))));
        for (enum status other = STATUS_OK; other < status; other++) {
            assert_string_not_equal(status_name(status), status_name(other));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_one_line_an_event),
        cmocka_unit_test(gathered_lines_keep_their_order),
        cmocka_unit_test(keeps_a_line_a_line),
        cmocka_unit_test(aborts_with_the_claim),
        cmocka_unit_test(knows_its_statuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
