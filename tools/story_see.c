/* What a story expects: of the last answer, and of the ledger. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ledger/leaf.h"
#include "ledger/tree.h"
#include "sql/desk.h"
#include "story.h"
#include "story_json.h"
#include "web/request.h"

/* A page is parted by its help. Without one all of it is above. */
struct body_parts {
    struct str above, help, below;
};

static bool expect_part(struct story *story, struct str word);
static bool holds(struct str text, struct str wanted);
static struct body_parts parts_of(struct str body);
static bool expect_json(struct story *story, const struct line *line);
static bool expect_golden(struct story *story, struct str name);
static struct str body_of(struct story *story);
static struct str header_of(struct story *story, struct str name);
static bool services_agree(struct story *story);

/* expect 303 /path*      expect 200 text~"…" no~"…" help~"…" golden=file
 * expect json .a[0].b = value      expect Content-Type~"text/csv" */
bool play_expect(struct story *story, const struct line *line)
{
    if (!story->exchange || line->count < 2) {
        return story_fail(story, "there is no answer to look at");
    }
    if (str_equal(line->words[1], STR("json"))) {
        return expect_json(story, line);
    }
    int64_t status = 0;
    size_t first = str_to_int(line->words[1], &status) ? 2 : 1;
    if (first == 2 && status != exchange_reply(story->exchange)->http_status) {
        return story_fail(story, "expected %lld, got %d: %.*s", (long long)status,
                          exchange_reply(story->exchange)->http_status, STR_ARG(body_of(story)));
    }
    for (size_t i = first; i < line->count; i++) {
        if (!expect_part(story, line->words[i])) {
            return false;
        }
    }
    return true;
}

static bool expect_part(struct story *story, struct str word)
{
    if (word.n > 0 && word.p[0] == '/') {
        struct str location = header_of(story, STR("Location"));
        bool is_open = word.p[word.n - 1] == '*';
        struct str wanted = str_slice(word, 0, word.n - is_open);
        bool is_there = is_open ? str_starts(location, wanted) : str_equal(location, wanted);
        return is_there ||
               story_fail(story, "expected %.*s, got %.*s", STR_ARG(word), STR_ARG(location));
    }
    if (str_starts(word, STR("golden="))) {
        return expect_golden(story, str_slice(word, 7, word.n));
    }
    struct str wanted = word;
    struct str where = str_cut(&wanted, '~');
    if (!wanted.p) {
        return story_fail(story, "expect does not know %.*s", STR_ARG(word));
    }
    bool is_absence = str_equal(where, STR("no"));
    bool is_help = str_equal(where, STR("help"));
    bool is_body = is_absence || is_help || str_equal(where, STR("text"));
    struct str text = is_body ? body_of(story) : header_of(story, where);
    const struct body_parts parts = parts_of(text);
    bool is_there = !is_body  ? holds(text, wanted)
                    : is_help ? holds(parts.help, wanted)
                              : holds(parts.above, wanted) || holds(parts.below, wanted);
    return is_there != is_absence ||
           story_fail(story, "%s “%.*s” in: %.*s", is_absence ? "found" : "no", STR_ARG(wanted),
                      STR_ARG(text));
}

static bool holds(struct str text, struct str wanted)
{
    return text.p && str_find(text, wanted) < text.n + (wanted.n == 0);
}

/* Help names the buttons of its page, also those that are not there today. */
static struct body_parts parts_of(struct str body)
{
    const size_t from = str_find(body, STR("<aside class=\"k-help\""));
    const struct str rest = str_slice(body, from, body.n);
    const size_t n = str_find(rest, STR("</aside>"));
    return (struct body_parts){
        .above = str_slice(body, 0, from),
        .help = str_slice(rest, 0, n),
        .below = str_slice(rest, n, rest.n),
    };
}

/* expect json .items[0].status = received ; `= null` and `= absent` too. */
static bool expect_json(struct story *story, const struct line *line)
{
    if (line->count != 5 || !str_equal(line->words[3], STR("="))) {
        return story_fail(story, "expect json wants .field = value");
    }
    struct str found = json_find(story->arena, body_of(story), line->words[2]);
    struct str shown = found.p ? found : STR("absent");
    return str_equal(shown, line->words[4]) ||
           story_fail(story, "%.*s is %.*s in: %.*s", STR_ARG(line->words[2]), STR_ARG(shown),
                      STR_ARG(body_of(story)));
}

/* golden/NAME beside the story; with UPDATE_GOLDENS=1 it is written instead. */
static bool expect_golden(struct story *story, struct str name)
{
    const char *slash = strrchr(story->path, '/');
    int folder_n = slash ? (int)(slash - story->path) : 1;
    const char *path = str_z(story->arena, str_printf(story->arena, "%.*s/golden/%.*s", folder_n,
                                                      slash ? story->path : ".", STR_ARG(name)));
    struct str body = body_of(story);
    if (getenv("UPDATE_GOLDENS")) {
        FILE *file = fopen(path, "we");
        bool is_written = file && fwrite(body.p, 1, body.n, file) == body.n;
        return (file && fclose(file) == 0 && is_written) ||
               story_fail(story, "cannot write %s", path);
    }
    struct str golden = story_file(story->arena, path);
    return (golden.p && str_equal(golden, body)) || story_fail(story, "differs from %s", path);
}

/* let code = json .code          let code = location after "/t/"
 * let code = between "…" "…"     let code = header Name */
bool play_let(struct story *story, const struct line *line)
{
    struct str value = STR_NONE;
    struct str how = line->words[3];
    if (line->count < 4 || !str_equal(line->words[2], STR("=")) || !story->exchange) {
        return story_fail(story, "let wants NAME = json, location, between or header");
    }
    if (str_equal(how, STR("json"))) {
        value = json_find(story->arena, body_of(story), line->words[4]);
    } else if (str_equal(how, STR("header"))) {
        value = header_of(story, line->words[4]);
    } else if (str_equal(how, STR("location"))) {
        struct str location = header_of(story, STR("Location"));
        size_t at = line->count == 6 ? str_find(location, line->words[5]) : 0;
        value = str_slice(location, at + (line->count == 6 ? line->words[5].n : 0), location.n);
    } else if (str_equal(how, STR("between")) && line->count == 6) {
        struct str body = body_of(story);
        size_t at = str_find(body, line->words[4]);
        struct str rest = str_slice(body, at + line->words[4].n, body.n);
        size_t end = str_find(rest, line->words[5]);
        value = at < body.n && end < rest.n ? str_slice(rest, 0, end) : STR_NONE;
    }
    if (value.n == 0) {
        return story_fail(story, "nothing to keep as %.*s in: %.*s", STR_ARG(line->words[1]),
                          STR_ARG(body_of(story)));
    }
    must(story->variable_count < VARIABLES_MAX);
    story->variables[story->variable_count++] =
        (struct variable){ line->words[1], str_copy(story->arena, value) };
    return true;
}

/* limit queries 4 arena 64KiB : of the last request. */
bool play_limit(struct story *story, const struct line *line)
{
    for (size_t i = 1; i + 1 < line->count && story->exchange; i += 2) {
        bool is_arena = str_equal(line->words[i], STR("arena"));
        struct str digits = line->words[i + 1];
        int64_t limit = 0;
        int64_t used = is_arena ? (int64_t)story->exchange->arena->used_bytes / 1024
                                : (int64_t)story->exchange->queries;
        if (!str_to_int(str_slice(digits, 0, digits.n - (is_arena ? 3 : 0)), &limit)) {
            return story_fail(story, "limit wants queries N or arena NKiB");
        }
        if (used > limit) {
            return story_fail(story, "%.*s: %lld, allowed are %lld", STR_ARG(line->words[i]),
                              (long long)used, (long long)limit);
        }
    }
    return true;
}

static struct str body_of(struct story *story)
{
    return reply_body(exchange_reply(story->exchange));
}

static struct str header_of(struct story *story, struct str name)
{
    const struct reply *reply = exchange_reply(story->exchange);
    for (size_t i = 0; i < reply->header_count; i++) {
        if (str_equal_nocase(reply->headers[i].name, name)) {
            return reply->headers[i].value;
        }
    }
    return STR_NONE;
}

/* --- the ledger ------------------------------------------------------------------------------- */

static struct ledger_leaf_range_rows read_leaves(struct story *story);

/* fact a.b c.d : the last facts stated were these, in this order. */
bool play_fact(struct story *story, const struct line *line)
{
    struct ledger_leaf_range_rows leaves = read_leaves(story);
    size_t wanted = line->count - 1;
    if (leaves.count < wanted) {
        return story_fail(story, "only %zu facts were stated", leaves.count);
    }
    for (size_t i = 0; i < wanted; i++) {
        const struct bytes *bytes = &leaves.rows[leaves.count - wanted + i].leaf;
        struct leaf leaf = { 0 };
        if (!leaf_parse(str_span(bytes->p, bytes->n), &leaf) ||
            !str_equal(leaf.type, line->words[i + 1])) {
            return story_fail(story, "not %.*s but %.*s was stated", STR_ARG(line->words[i + 1]),
                              STR_ARG(leaf.type));
        }
    }
    return true;
}

/* ledger verifies : the newest signed head is that of a tree built anew from all leaves, and every
 * service's rows and counters agree with it, as `kheo check` reads them. */
bool play_ledger(struct story *story, const struct line *line)
{
    struct ledger_leaf_range_rows leaves = read_leaves(story);
    struct tree tree = { 0 };
    struct tree_node nodes[TREE_HEIGHT_MAX];
    (void)line;
    for (size_t i = 0; i < leaves.count; i++) {
        struct str bytes = str_span(leaves.rows[i].leaf.p, leaves.rows[i].leaf.n);
        (void)tree_append(&tree, leaf_hash(bytes), nodes);
    }
    struct snap snap = { 0 };
    struct ledger_checkpoint_newest_row head = { 0 };
    snap_begin(story->worker->session, story->arena, 0, &snap);
    bool has_head = ledger_checkpoint_newest(&snap.conn, &head);
    must(snap_end(&snap) == STATUS_OK);
    struct hash root = tree_root(&tree);
    struct out expected = out_open(story->arena, 128);
    out_printf(&expected, "\n%lld\n", (long long)tree.size);
    out_base64(&expected, root.b, sizeof root.b);
    out_char(&expected, '\n');
    struct str note = str_span(head.note.p, head.note.n);
    bool is_signed = has_head && str_find(note, out_str(&expected)) < note.n;
    return is_signed
               ? services_agree(story)
               : story_fail(story, "the head is not that of the %lld leaves", (long long)tree.size);
}

static bool services_agree(struct story *story)
{
    enum { FAULTS_BYTES = 64 << 10 };
    /* Room of its own: what reads beside it gives the arena back after each row. */
    struct out faults = out_fixed(new (story->arena, char, FAULTS_BYTES), FAULTS_BYTES);
    struct check check = { .report = &faults };
    struct snap snap = { 0 };
    snap_begin(story->worker->session, story->arena, 0, &snap);
    for (size_t m = 0; modules[m]; m++) {
        check_service(&snap, &check, modules[m]);
    }
    must(snap_end(&snap) == STATUS_OK);
    return check.fault_count == 0 || story_fail(story, "%.*s", STR_ARG(out_str(&faults)));
}

static struct ledger_leaf_range_rows read_leaves(struct story *story)
{
    struct snap snap = { 0 };
    snap_begin(story->worker->session, story->arena, 0, &snap);
    struct ledger_leaf_range_rows leaves =
        ledger_leaf_range(&snap.conn, &(struct ledger_leaf_range){ .limit = INT32_MAX });
    must(snap_end(&snap) == STATUS_OK);
    return leaves;
}
