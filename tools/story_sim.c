/* Made-up stories: people who walk through the pages and fill in what they find, from one seed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "story.h"
#include "story_cast.h"
#include "story_fill.h"
#include "ledger/leaf.h"
#include "sql/desk.h"
#include "store/copy.h"
#include "web/request.h"

/* Nobody tells the walkers what a service can do: they read its pages. So a new service is walked
 * through as soon as a page of some cast (story_cast.c) leads to it. Most of what they send is
 * sensible; the rest is empty, too long, or of the wrong kind, and must be refused without a 5xx.
 * Each step begins with a seed of its own, so that a step that is taken out of the story changes
 * nothing in those that follow. */
enum {
    KNOWN_MAX = 400,
    LATELY = 8, /* papers that most steps are about, so that some of them live long */
    TRIED_MAX = 300,
    PLACES_MAX = 64,
    WORN = 20, /* who did something that often looks for something else */
    LINE_BYTES_MAX = 12000,
    STEP_ARENA_BYTES = 64 << 20,
};

/* A kind of act, and how often it came through. */
struct tried {
    struct str act;
    uint32_t times;
};

struct sim {
    struct story *story;
    const struct cast *cast;
    struct arena *lasting; /* what a step may not take with it */
    const char *seed;
    FILE *script; /* the story as it is made up; may be NULL */
    struct dice dice;
    int64_t steps;
    struct hash so_far; /* over every status and body */
    struct sent_paper papers[KNOWN_MAX];
    size_t paper_count;
    struct str pages[CAST_PEOPLE_MAX]; /* where each walker stands; absent: nowhere */
    /* Where what they did led to, the oldest given up first: those of one kind go on with each
     * other's. */
    struct place {
        const char *const *starts;
        struct str path;
    } places[PLACES_MAX];
    size_t place_count;
    int64_t statuses[600];
    struct tried tried[TRIED_MAX];
    size_t tried_count;
    char line[LINE_BYTES_MAX];
};

/* What a walker leaves alone: it would no longer be who it is, or the page speaks of the very
 * database. */
static const char *const untouched[] = { "/dang-xuat",  "/cb/toi",         "/xac-nhan",
                                         "/qt/chuc-vu", "/qt/nguoi-dung/", "/giao-dien",
                                         "/qt/suc-khoe" };
static bool step(struct sim *sim);
static bool say(struct sim *sim, const char *format, ...) PRINTF(2, 3);
static bool look_at_answer(struct sim *sim, size_t who);
static bool act_on_page(struct sim *sim, size_t who);
static bool act_once(struct sim *sim, size_t who, bool *ret_goes_on);
static struct tried *tried_of(struct sim *sim, struct str action);
static size_t rarest(struct sim *sim, const struct str *urls, size_t count);
static void sim_tell(struct sim *sim);
static void tell_hash(struct sim *sim, const char *what, struct hash hash);
static void tell_facts(struct sim *sim);

/* --- the walk --------------------------------------------------------------------------------- */

/* "seed-12" is the twelfth; a word without a number the first. */
static size_t number_in(const char *seed)
{
    size_t number = 0;
    for (const char *p = seed; *p; p++) {
        number = *p >= '0' && *p <= '9' ? number * 10 + (size_t)(*p - '0') : 0;
    }
    return number > 0 ? number : 1;
}

bool sim_play(struct story *story, const char *seed, int64_t steps, FILE *script)
{
    struct sim *sim = new(story->arena, struct sim, 1);
    sim->story = story;
    sim->lasting = story->arena;
    sim->seed = seed;
    sim->script = script;
    sim->cast = cast_of(number_in(seed));
    struct hash start = hash_of(str_of(seed));
    memcpy(&sim->dice.state, start.b, sizeof sim->dice.state);
    bool goes_on = true;
    for (const char *const *line = sim->cast->scene; goes_on && *line; line++) {
        goes_on = say(sim, "%s", *line);
    }
    for (const struct walker *walker = sim->cast->people; goes_on && walker->name; walker++) {
        if (walker->password) {
            goes_on = say(sim, "seed %s-%s", seed, walker->name) &&
                      say(sim, "as %s \"%s\"", walker->name, walker->password);
        }
    }
    struct arena *step_arena = arena_create(STEP_ARENA_BYTES);
    must(step_arena);
    while (goes_on && sim->steps < steps) {
        story->arena = step_arena;
        goes_on = step(sim);
        story->failure = goes_on ? STR_NONE : str_copy(sim->lasting, story->failure);
        story->arena = sim->lasting;
        arena_reset(step_arena);
    }
    arena_destroy(step_arena);
    goes_on = goes_on && say(sim, "ledger verifies");
    if (goes_on) {
        sim_tell(sim);
    }
    return goes_on;
}

/* One line, played and written down. */
static bool say(struct sim *sim, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(sim->line, sizeof sim->line, format, args);
    va_end(args);
    must(n > 0 && (size_t)n < sizeof sim->line);
    if (sim->script) {
        (void)fprintf(sim->script, "%s\n", sim->line);
    }
    return story_play_line(sim->story, str_of(sim->line));
}

static bool is_touched(struct str path)
{
    for (size_t i = 0; i < COUNT(untouched); i++) {
        if (str_starts(path, str_of(untouched[i]))) {
            return false;
        }
    }
    return str_starts(path, STR("/")) && !str_starts(path, STR("/a/")) && path.n < 500;
}

/* Most of the time they stay with what their scene is about. */
static bool is_of_cast(struct sim *sim, struct str path)
{
    bool is_about = false;
    for (const char *const *about = sim->cast->about; *about; about++) {
        is_about = is_about || str_find(path, str_of(*about)) < path.n;
    }
    return is_about || dice_percent(&sim->dice, 5);
}

/* A page of one thing: its address has a code or a number in it. */
static bool is_of_one(struct str path)
{
    struct str rest = str_slice(path, 0, str_find_byte(path, '?'));
    while (rest.p) {
        struct str part = str_cut(&rest, '/');
        if (part.n > 0 && part.p[0] >= '0' && part.p[0] <= 'Z') {
            return true;
        }
    }
    return false;
}

static const struct sent_paper *any_paper(struct sim *sim)
{
    size_t count = sim->paper_count;
    size_t among = count > LATELY && dice_percent(&sim->dice, 80) ? LATELY : count;
    return count > 0 ? &sim->papers[count - 1 - dice_below(&sim->dice, among)] : NULL;
}

/* Mostly where somebody of the same kind came to by an act; else a first page of theirs. */
static struct str start_of(struct sim *sim, size_t who)
{
    const struct walker *walker = &sim->cast->people[who];
    const struct sent_paper *paper = dice_percent(&sim->dice, 90) ? any_paper(sim) : NULL;
    bool has_papers = !walker->password || str_starts(str_of(walker->starts[0]), STR("/cb/"));
    if (paper && sim->cast->file && has_papers) {
        const char *at = walker->password               ? sim->cast->file
                         : dice_percent(&sim->dice, 30) ? "/bien-nhan/"
                                                        : "/kiem-tra/ho-so/";
        return str_printf(sim->story->arena, "%s%.*s", at, STR_ARG(paper->code));
    }
    struct str lately[LATELY];
    size_t count = 0;
    for (size_t i = 0; i < sim->place_count && i < PLACES_MAX && count < LATELY; i++) {
        const struct place *place = &sim->places[(sim->place_count - 1 - i) % PLACES_MAX];
        if (place->starts == walker->starts) {
            lately[count++] = place->path;
        }
    }
    if (count > 0 && dice_percent(&sim->dice, 70)) {
        struct str place = lately[rarest(sim, lately, count)];
        tried_of(sim, place)->times++;
        return place;
    }
    count = 0;
    while (walker->starts[count]) {
        count++;
    }
    return str_of(walker->starts[dice_below(&sim->dice, count)]);
}

static void remember_place(struct sim *sim, size_t who, struct str path)
{
    const char *const *starts = sim->cast->people[who].starts;
    for (size_t i = 0; i < sim->place_count && i < PLACES_MAX; i++) {
        if (sim->places[i].starts == starts && str_equal(sim->places[i].path, path)) {
            return;
        }
    }
    sim->places[sim->place_count++ % PLACES_MAX] =
        (struct place){ starts, str_copy(sim->lasting, path) };
}

static void remember(struct sim *sim, struct str code, struct str secret)
{
    struct sent_paper paper = { str_copy(sim->lasting, code), str_copy(sim->lasting, secret) };
    size_t at =
        sim->paper_count < KNOWN_MAX ? sim->paper_count++ : dice_below(&sim->dice, KNOWN_MAX);
    sim->papers[at] = paper;
}

/* What stands between a sign and the next byte that ends it. */
static struct str word_after(struct str body, const char *sign, char end)
{
    struct str text = str_of(sign);
    size_t at = str_find(body, text);
    struct str rest = str_slice(body, at < body.n ? at + text.n : body.n, body.n);
    return str_slice(rest, 0, str_find_byte(rest, end));
}

/* Who sends something is given a code and a secret once, by each kind of page in its own way. */
static void remember_papers(struct sim *sim, struct str body)
{
    static const struct {
        const char *code;
        const char *secret;
        char end;
    } receipts[] = {
        { "\"code\":\"", "\"secret\":\"", '"' },
        { "id=\"ma-ho-so\">", "id=\"ma-bi-mat\">", '<' },
        { "<p class=\"k-code\">", "id=\"secret\">", '<' },
    };
    for (size_t i = 0; i < COUNT(receipts); i++) {
        struct str code = word_after(body, receipts[i].code, receipts[i].end);
        struct str secret = word_after(body, receipts[i].secret, receipts[i].end);
        if (code.n > 0 && secret.n > 0) {
            remember(sim, code, secret);
        }
    }
}

/* The paper that a form is about: that of its address, else one that its writer has at hand. */
static const struct sent_paper *paper_of(struct sim *sim, const struct page_form *form)
{
    for (size_t i = 0; i < sim->paper_count; i++) {
        if (str_find(form->action, sim->papers[i].code) < form->action.n) {
            return &sim->papers[i];
        }
    }
    return any_paper(sim);
}

/* *ret_goes_on: the answer is a page with something to do on it, to which no address leads: a box
 * that was opened by its secret. */
static bool send_form(struct sim *sim, size_t who, const struct page_form *form, bool *ret_goes_on)
{
    struct filler filler = { sim->story->arena, &sim->dice, &sim->cast->people[who],
                             paper_of(sim, form), instant_day(sim->story->now) };
    struct str text = fill_form(&filler, form);
    if (!text.p) {
        return true;
    }
    if (!say(sim, "POST %.*s%.*s", STR_ARG(form->action), STR_ARG(text)) ||
        !look_at_answer(sim, who)) {
        return false;
    }
    int status = exchange_reply(sim->story->exchange)->http_status;
    tried_of(sim, form->action)->times += status == 303 ? 3 : 1;
    *ret_goes_on = status == 200 && dice_percent(&sim->dice, 60);
    return true;
}

/* The last part of a path that is a word of ours: "accept" of /cb/hs/PX-1234-5/accept, "hs" of
 * /cb/hs/PX-1234-5. */
static struct tried *tried_of(struct sim *sim, struct str url)
{
    struct str act = STR("");
    struct str rest = str_slice(url, 0, str_find_byte(url, '?'));
    while (rest.p) {
        struct str part = str_cut(&rest, '/');
        bool is_word = part.n > 0;
        for (size_t i = 0; i < part.n; i++) {
            is_word = is_word && (part.p[i] < '0' || part.p[i] > 'Z');
        }
        act = is_word ? part : act;
    }
    for (size_t i = 0; i < sim->tried_count; i++) {
        if (str_equal(sim->tried[i].act, act)) {
            return &sim->tried[i];
        }
    }
    size_t place = sim->tried_count < TRIED_MAX ? sim->tried_count++ : 0;
    sim->tried[place] = (struct tried){ str_copy(sim->lasting, act), 0 };
    return &sim->tried[place];
}

/* The place of some address among them, the likelier the less often it was gone to. */
static size_t rarest(struct sim *sim, const struct str *urls, size_t count)
{
    enum { SCALE = 10000 };
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += SCALE / (1 + tried_of(sim, urls[i])->times) + 1;
    }
    size_t left = dice_below(&sim->dice, total);
    for (size_t i = 0; i < count; i++) {
        size_t weight = SCALE / (1 + tried_of(sim, urls[i])->times) + 1;
        if (left < weight) {
            return i;
        }
        left -= weight;
    }
    return count - 1;
}

/* What the walker does on the page that is open, and on those that it opens by a form. */
static bool act_on_page(struct sim *sim, size_t who)
{
    bool goes_on = true;
    bool is_good = true;
    while (is_good && goes_on) {
        goes_on = false;
        is_good = act_once(sim, who, &goes_on);
    }
    return is_good;
}

static bool act_once(struct sim *sim, size_t who, bool *ret_goes_on)
{
    struct arena *arena = sim->story->arena;
    struct page_read page = page_read(arena, reply_body(exchange_reply(sim->story->exchange)));
    const struct page_form *forms[FORMS_MAX];
    struct str *urls = new(arena, struct str, FORMS_MAX + LINKS_MAX);
    size_t count = 0;
    for (size_t i = 0; i < page.form_count; i++) {
        if (page.forms[i].is_post && is_touched(page.forms[i].action)) {
            forms[count] = &page.forms[i];
            urls[count++] = page.forms[i].action;
        }
    }
    if (count > 0 && dice_percent(&sim->dice, 75)) {
        size_t chosen = rarest(sim, urls, count);
        bool is_worn = tried_of(sim, urls[chosen])->times > WORN;
        if (!is_worn || dice_percent(&sim->dice, 20)) {
            return send_form(sim, who, forms[chosen], ret_goes_on);
        }
    }
    count = 0;
    for (size_t i = 0; i < page.link_count; i++) {
        struct str link = page.links[i];
        if (is_touched(link) && is_of_cast(sim, link) && str_find_byte(link, '"') == link.n &&
            str_find_byte(link, ' ') == link.n) {
            urls[count++] = link;
            if (sim->cast->people[who].password && is_of_one(link)) {
                remember_place(sim, who, link);
            }
        }
    }
    sim->pages[who] = STR_NONE;
    if (count > 0) {
        struct str link = urls[rarest(sim, urls, count)];
        tried_of(sim, link)->times++;
        sim->pages[who] = str_copy(sim->lasting, link);
    }
    return true;
}

static bool step(struct sim *sim)
{
    struct story *story = sim->story;
    size_t who = sim->cast->turns[dice_below(&sim->dice, sim->cast->turn_count)];
    const struct walker *walker = &sim->cast->people[who];
    sim->steps++;
    if (!say(sim, "seed %s-%lld", sim->seed, (long long)sim->steps)) {
        return false;
    }
    if (dice_percent(&sim->dice, 2)) {
        static const char *const spans[] = { "7 minutes", "50 minutes", "5 hours", "1 days",
                                             "1 days",    "3 days",     "9 days" };
        return say(sim, "advance %s", DICE_ANY(&sim->dice, spans));
    }
    if (!say(sim, "as %s", walker->name)) {
        return false;
    }
    if (!walker->password && sim->cast->sends_by_machine && dice_percent(&sim->dice, 20)) {
        struct str report = fill_report(story->arena, &sim->dice);
        return say(sim, "POST /api/v1/reports json %.*s", STR_ARG(report)) &&
               look_at_answer(sim, who);
    }
    struct str path =
        sim->pages[who].p && dice_percent(&sim->dice, 75) ? sim->pages[who] : start_of(sim, who);
    if (!say(sim, "GET %.*s", STR_ARG(path)) || !look_at_answer(sim, who)) {
        return false;
    }
    int status = exchange_reply(story->exchange)->http_status;
    if (status == 401 && walker->password) {
        return say(sim, "as %s \"%s\"", walker->name, walker->password) && look_at_answer(sim, who);
    }
    return status == 200 ? act_on_page(sim, who) : true;
}

/* Where the answer leads is the walker's next page. (A 5xx has failed the story already.) */
static bool look_at_answer(struct sim *sim, size_t who)
{
    struct story *story = sim->story;
    const struct reply *reply = exchange_reply(story->exchange);
    struct str body = reply_body(reply);
    char status[12];
    int n = snprintf(status, sizeof status, "%d", reply->http_status);
    const struct str parts[] = { hash_str(&sim->so_far), str_span(status, (size_t)n), body };
    sim->so_far = hash_of_parts(parts, COUNT(parts));
    sim->statuses[reply->http_status]++;
    for (size_t i = 0; i < reply->header_count; i++) {
        if (str_equal(reply->headers[i].name, STR("Location")) &&
            is_touched(reply->headers[i].value)) {
            sim->pages[who] = str_copy(sim->lasting, reply->headers[i].value);
            remember_place(sim, who, sim->pages[who]);
        }
    }
    remember_papers(sim, body);
    for (size_t i = 0; i < story->jar->count; i++) {
        struct header *cookie = &story->jar->cookies[i];
        cookie->name = str_copy(sim->lasting, cookie->name);
        cookie->value = str_copy(sim->lasting, cookie->value);
    }
    return true;
}

/* What happened, as lines that must be the same on every database. */
static void sim_tell(struct sim *sim)
{
    struct story *story = sim->story;
    struct snap snap = { 0 };
    struct ledger_checkpoint_newest_row head = { 0 };
    snap_begin(story->worker->session, story->arena, 0, &snap);
    (void)ledger_checkpoint_newest(&snap.conn, &head);
    must(snap_end(&snap) == STATUS_OK);
    struct str note = str_span(head.note.p, head.note.n);
    printf("# seed %s: %lld steps, %zu papers\n# head", sim->seed, (long long)sim->steps,
           sim->paper_count);
    for (int i = 0; i < 3; i++) {
        struct str line = str_cut(&note, '\n');
        printf(" %.*s", STR_ARG(line));
    }
    printf("\n# answers");
    for (size_t i = 0; i < COUNT(sim->statuses); i++) {
        if (sim->statuses[i]) {
            printf(" %zu:%lld", i, (long long)sim->statuses[i]);
        }
    }
    tell_hash(sim, "\n# all answers", sim->so_far);
    tell_facts(sim);
    for (const struct table *table = tables; table->name; table++) {
        struct table_state state;
        must(store_table_state(story->house.store, table, &state) == STATUS_OK);
        printf("# rows %lld of", (long long)state.rows);
        tell_hash(sim, table->name, state.digest);
    }
}

static void tell_hash(struct sim *sim, const char *what, struct hash hash)
{
    struct out hex = out_open(sim->story->arena, 100);
    out_hex(&hex, hash.b, sizeof hash.b);
    printf(" %s %.*s\n", what, STR_ARG(out_str(&hex)));
}

/* How often each fact was stated; those that never were are what this walk did not reach. */
static void tell_facts(struct sim *sim)
{
    struct story *story = sim->story;
    struct snap snap = { 0 };
    snap_begin(story->worker->session, story->arena, 0, &snap);
    struct ledger_leaf_range_rows leaves =
        ledger_leaf_range(&snap.conn, &(struct ledger_leaf_range){ .limit = INT32_MAX });
    must(snap_end(&snap) == STATUS_OK);
    for (size_t m = 0; modules[m]; m++) {
        for (size_t f = 0; f < modules[m]->facts_count; f++) {
            int64_t count = 0;
            for (size_t i = 0; i < leaves.count; i++) {
                struct leaf leaf = { 0 };
                count +=
                    leaf_parse(str_span(leaves.rows[i].leaf.p, leaves.rows[i].leaf.n), &leaf) &&
                    str_equal(leaf.type, str_of(modules[m]->facts[f].name));
            }
            printf("# fact %s %lld\n", modules[m]->facts[f].name, (long long)count);
        }
    }
}
