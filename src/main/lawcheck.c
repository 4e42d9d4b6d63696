/* kheo lawcheck: every table of law read as a jurist would; article, row and story; diagrams. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/attr.h"
#include "law/rule.h"
#include "law/workflow.h"
#include "main/commands.h"

enum { LAW_ARENA_BYTES = 32 << 20, TEXT_BYTES = 4 << 20, ROW_BYTES = 4096, STORIES_MAX = 4096 };

/* A row of some table under its ground. */
struct place {
    const struct cite *cite;
    struct str row;
};
/* A story under the article that it says it is about. */
struct told {
    struct str number;
    struct str article;
    struct str path;
};
struct book {
    struct arena *arena;
    struct place *places;
    size_t place_count;
    struct told *stories;
    size_t story_count;
};

static size_t audit_all(struct out *faults);
static bool draw(struct out *out, const char *name);
static void read_stories(struct book *book);
static void read_story(struct book *book, struct str line);
static void collect(struct book *book);
static void collect_moves(struct book *book, const struct workflow *workflow);
static size_t count_places(void);
static int compare_places(const void *a, const void *b);
static void write_table(struct out *out, const struct book *book);
static bool is_same_article(const struct cite *a, const struct cite *b);
static void write_stories(struct out *out, const struct book *book, const struct cite *cite);

int lawcheck_command(struct options *options)
{
    struct book book = { .arena = arena_create(LAW_ARENA_BYTES) };
    if (!book.arena) {
        return EXIT_FAILURE;
    }
    struct out text = out_open(book.arena, TEXT_BYTES);
    size_t faults = audit_all(&text);
    if (faults == 0 && options->lists) {
        read_stories(&book);
        collect(&book);
        write_table(&text, &book);
    }
    bool is_drawn = faults > 0 || !options->svg || draw(&text, options->svg);
    fwrite(out_str(&text).p, 1, out_str(&text).n, faults ? stderr : stdout);
    arena_destroy(book.arena);
    return faults || !is_drawn ? EXIT_FAILURE : EXIT_SUCCESS;
}

static size_t audit_all(struct out *faults)
{
    size_t count = calendar_audit(&CALENDAR_VIETNAM, faults) + rules_audit(RULES, faults);
    const struct workflow *workflow;
    for (size_t i = 0; (workflow = workflow_of_house(i)) != NULL; i++) {
        count += workflow_audit(workflow, faults);
    }
    return count;
}

/* --- the diagram ------------------------------------------------------------------------------ */

static bool draw(struct out *out, const char *name)
{
    const struct workflow *workflow;
    for (size_t i = 0; (workflow = workflow_of_house(i)) != NULL; i++) {
        if (strcmp(workflow->name, name) == 0) {
            workflow_svg(workflow, SVG_ALONE, out);
            return true;
        }
    }
    fprintf(stderr, "kheo: không có quy trình nào tên là \"%s\"\n", name);
    return false;
}

/* --- stories ---------------------------------------------------------------------------------- */

/* Lines of `grep -H '^law ' STORY…` on standard input; a terminal has none. */
static void read_stories(struct book *book)
{
    if (isatty(STDIN_FILENO)) {
        return;
    }
    char *bytes = new(book->arena, char, TEXT_BYTES);
    struct str text = str_span(bytes, fread(bytes, 1, TEXT_BYTES, stdin));
    book->stories = new(book->arena, struct told, STORIES_MAX);
    while (text.n > 0 && book->story_count < STORIES_MAX) {
        struct str line = str_slice(text, 0, str_find_byte(text, '\n'));
        text = str_slice(text, line.n + 1, text.n);
        read_story(book, line);
    }
}

/* "src/mod/feedback/tests/life.story:law     42/2013/QH13 art 28" */
static void read_story(struct book *book, struct str line)
{
    struct str path = str_slice(line, 0, str_find_byte(line, ':'));
    struct str law = str_slice(line, path.n + 1, line.n);
    if (str_starts(law, STR("law "))) {
        struct str rest = str_trim(str_slice(law, STR("law ").n, law.n));
        struct str number = str_slice(rest, 0, str_find_byte(rest, ' '));
        struct str article = str_trim(str_slice(rest, number.n, rest.n));
        bool has_article = str_starts(article, STR("art "));
        book->stories[book->story_count++] = (struct told){
            .number = number,
            .article = has_article ? str_slice(article, STR("art ").n, article.n) : STR_NONE,
            .path = path,
        };
    }
}

/* --- rows ------------------------------------------------------------------------------------- */

static void collect(struct book *book)
{
    book->places = new(book->arena, struct place, count_places());
    for (size_t i = 0; i < RULES.count; i++) {
        struct out row = out_open(book->arena, ROW_BYTES);
        out_printf(&row, "%s: ", RULES.rows[i].name);
        rule_write_amount(&row, &RULES.rows[i]);
        book->places[book->place_count++] = (struct place){ &RULES.rows[i].cite, out_str(&row) };
    }
    const struct workflow *workflow;
    for (size_t i = 0; (workflow = workflow_of_house(i)) != NULL; i++) {
        collect_moves(book, workflow);
    }
    qsort(book->places, book->place_count, sizeof *book->places, compare_places);
}

static void collect_moves(struct book *book, const struct workflow *workflow)
{
    for (size_t i = 0; i < workflow->move_count; i++) {
        const struct move *move = &workflow->moves[i];
        book->places[book->place_count++] = (struct place){
            &move->cite,
            str_printf(book->arena, "%s: %s", workflow->name, move->command),
        };
    }
}

static size_t count_places(void)
{
    size_t count = RULES.count;
    const struct workflow *workflow;
    for (size_t i = 0; (workflow = workflow_of_house(i)) != NULL; i++) {
        count += workflow->move_count;
    }
    return count;
}

static int compare_places(const void *a, const void *b)
{
    const struct place *one = a;
    const struct place *other = b;
    int order = cite_compare(one->cite, other->cite);
    return order ? order : str_compare(one->row, other->row);
}

/* --- the table -------------------------------------------------------------------------------- */

static void write_table(struct out *out, const struct book *book)
{
    out_lit(out, "| Căn cứ | Dòng | Chuyện |\n|---|---|---|\n");
    for (size_t i = 0; i < book->place_count; i++) {
        const struct cite *cite = book->places[i].cite;
        out_lit(out, "| ");
        cite_write(out, cite);
        out_printf(out, " | %.*s |", STR_ARG(book->places[i].row));
        bool is_first = i == 0 || !is_same_article(book->places[i - 1].cite, cite);
        if (is_first) {
            write_stories(out, book, cite);
        }
        out_lit(out, " |\n");
    }
}

static bool is_same_article(const struct cite *a, const struct cite *b)
{
    return a->act && b->act && strcmp(a->act->number, b->act->number) == 0 &&
           strcmp(a->article, b->article) == 0;
}

/* Beside the first row of their article. */
static void write_stories(struct out *out, const struct book *book, const struct cite *cite)
{
    for (size_t i = 0; cite->act && i < book->story_count; i++) {
        const struct told *told = &book->stories[i];
        if (str_equal(told->number, str_of(cite->act->number)) &&
            str_equal(told->article, str_of(cite->article))) {
            out_printf(out, " %.*s", STR_ARG(told->path));
        }
    }
}
