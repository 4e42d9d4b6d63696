/* Made-up stories: people who walk through the pages and fill in what they find, from one seed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "story.h"
#include "story_form.h"
#include "ledger/leaf.h"
#include "sql/desk.h"
#include "store/copy.h"
#include "web/request.h"
#include "web/token.h"

/* Nobody tells the walkers what a service can do: they read its pages. So a new service is walked
 * through as soon as a page leads to it. Most of what they send is sensible; the rest is empty, too
 * long, or of the wrong kind, and must be refused without a 5xx. Each step begins with a seed of
 * its own, so that a step that is taken out of the story changes nothing in those that follow. */
enum {
    KNOWN_MAX = 400,
    LATELY = 8, /* papers that most steps are about, so that some of them live long */
    TRIED_MAX = 200,
    LINE_BYTES_MAX = 12000,
    STEP_ARENA_BYTES = 64 << 20,
};

struct walker {
    const char *name;     /* of the browser */
    const char *password; /* NULL: a citizen */
    const char *const *starts;
};

struct sent_paper {
    struct str code;
    struct str secret;
};

/* A kind of act, and how often it came through. */
struct tried {
    struct str act;
    uint32_t times;
};

struct sim {
    struct story *story;
    struct arena *lasting; /* what a step may not take with it */
    const char *seed;
    FILE *script; /* the story as it is made up; may be NULL */
    uint64_t state;
    int64_t steps;
    struct hash so_far; /* over every status and body */
    struct sent_paper papers[KNOWN_MAX];
    size_t paper_count;
    struct str pages[16]; /* where each walker stands; absent: nowhere */
    int64_t statuses[600];
    struct tried tried[TRIED_MAX];
    size_t tried_count;
    char line[LINE_BYTES_MAX];
};

#define PASSWORD "trời nắng ở Kim Long"
static const char *const citizen_starts[] = { "/", "/gui", "/kiem-tra/ho-so", "/theo-doi", NULL };
static const char *const officer_starts[] = { "/cb/hop-thu", "/cb/hop-thu", "/cb/phan-dinh",
                                              "/cb/nhap-giay", NULL };
static const char *const admin_starts[] = { "/qt/nguoi-dung", "/qt/don-vi", "/don-vi", NULL };
static const struct walker walkers[] = {
    { "dan", NULL, citizen_starts },     { "mai", NULL, citizen_starts },
    { "sau", PASSWORD, officer_starts }, { "bay", PASSWORD, officer_starts },
    { "tam", PASSWORD, officer_starts }, { "lan", PASSWORD, officer_starts },
    { "quan", PASSWORD, admin_starts },
};
/* Whose turn it is: those who handle have more to do than the others. */
static const size_t turns[] = { 0, 0, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 6 };
static const char *const scene[] = {
    "story Made up from a seed",
    "clock 2026-03-02 08:00",
    "console org import --hue",
    "console identity add --name \"Lê Văn Sáu\" --sign-in sau --unit 19753 --title \"Chuyên viên\" "
    "--power feedback.handle --password \"" PASSWORD "\" --chosen",
    "console identity add --name \"Hồ Thị Bảy\" --sign-in bay --unit 19774 --title \"Phó Chủ "
    "tịch\" "
    "--power feedback.handle,feedback.approve --password \"" PASSWORD "\" --chosen",
    "console identity add --name \"Võ Văn Tám\" --sign-in tam --unit 19753 --title \"Phó Chủ "
    "tịch\" "
    "--power feedback.handle,feedback.approve --password \"" PASSWORD "\" --chosen",
    "console identity add --name \"Trần Thị Lan\" --sign-in lan --unit 46 --title \"Phó Văn "
    "phòng\" "
    "--power feedback.handle,feedback.lead,feedback.approve --password \"" PASSWORD "\" --chosen",
    "console identity add --name \"Phan Văn Quản\" --sign-in quan --unit 46 --title \"Quản trị\" "
    "--power admin,identity.manage,org.manage,calendar.manage --password \"" PASSWORD "\" --chosen",
};
/* What a walker leaves alone: it would no longer be who it is, or the page speaks of the very
 * database. */
static const char *const untouched[] = { "/dang-xuat",  "/cb/toi",         "/xac-nhan",
                                         "/qt/chuc-vu", "/qt/nguoi-dung/", "/giao-dien",
                                         "/qt/suc-khoe" };
static const char *const units[] = { "19753", "19774", "46", "46.SXD" };
static const char *const categories[] = { "giao-thong", "thoat-nuoc", "rac-thai", "chieu-sang",
                                          "thu-tuc" };
static const char *const colleagues[] = { "sau", "tam", "bay" };
static const char *const sentences[] = {
    "Đường trước số 12 có ổ gà sâu, xe máy hay ngã.",
    "Đèn đường đầu ngõ tắt đã ba tối nay, bà con đi lại khó.",
    "Rác ở cạnh chợ ba ngày chưa ai dọn, mùi hôi cả xóm.",
    "Chúng tôi đã cho người ra xem và sẽ làm xong trong tuần tới.",
    "Việc này thuộc đơn vị khác quản lý, xin chuyển để giải quyết đúng thẩm quyền.",
    "Cần thêm ảnh và địa chỉ rõ hơn để kiểm tra.",
    "Đã làm xong, bà con xem lại giúp.",
};
static const char *const oddities[] = { "",
                                        " ",
                                        "x",
                                        "0",
                                        "-1",
                                        "99999999999999999999",
                                        "<b>đậm</b> & \"nháy\"",
                                        "a\\nb\\nc",
                                        "2026-13-45",
                                        "ＡＢＣ đường",
                                        "'; DROP TABLE report; --" };

static bool step(struct sim *sim);
static bool say(struct sim *sim, const char *format, ...) PRINTF(2, 3);
static bool look_at_answer(struct sim *sim, size_t who);
static struct tried *tried_of(struct sim *sim, struct str action);
static void sim_tell(struct sim *sim);
static void tell_hash(struct sim *sim, const char *what, struct hash hash);
static void tell_facts(struct sim *sim);

/* --- chance ----------------------------------------------------------------------------------- */

static uint64_t chance(struct sim *sim)
{
    /* splitmix64: the choices of the walk; keys and codes come from `seed`. */
    uint64_t z = sim->state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

static size_t below(struct sim *sim, size_t n)
{
    must(n > 0);
    return (size_t)(chance(sim) % n);
}

static bool percent(struct sim *sim, size_t p)
{
    return below(sim, 100) < p;
}

#define ANY(sim, list) ((list)[below((sim), COUNT(list))])

/* --- the walk --------------------------------------------------------------------------------- */

bool sim_play(struct story *story, const char *seed, int64_t steps, FILE *script)
{
    struct sim *sim = new(story->arena, struct sim, 1);
    sim->story = story;
    sim->lasting = story->arena;
    sim->seed = seed;
    sim->script = script;
    struct hash start = hash_of(str_of(seed));
    memcpy(&sim->state, start.b, sizeof sim->state);
    bool goes_on = true;
    for (size_t i = 0; goes_on && i < COUNT(scene); i++) {
        goes_on = say(sim, "%s", scene[i]);
    }
    for (size_t i = 0; goes_on && i < COUNT(walkers); i++) {
        if (walkers[i].password) {
            goes_on = say(sim, "seed %s-%s", seed, walkers[i].name) &&
                      say(sim, "as %s \"%s\"", walkers[i].name, walkers[i].password);
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

static const struct sent_paper *any_paper(struct sim *sim)
{
    size_t count = sim->paper_count;
    size_t among = count > LATELY && percent(sim, 80) ? LATELY : count;
    return count > 0 ? &sim->papers[count - 1 - below(sim, among)] : NULL;
}

static struct str start_of(struct sim *sim, size_t who)
{
    const struct walker *walker = &walkers[who];
    const struct sent_paper *paper = percent(sim, 90) ? any_paper(sim) : NULL;
    if (paper && walker->starts != admin_starts) {
        const char *at = walker->password   ? "/cb/hs/"
                         : percent(sim, 30) ? "/bien-nhan/"
                                            : "/kiem-tra/ho-so/";
        return str_printf(sim->story->arena, "%s%.*s", at, STR_ARG(paper->code));
    }
    size_t count = 0;
    while (walker->starts[count]) {
        count++;
    }
    return str_of(walker->starts[below(sim, count)]);
}

static void remember(struct sim *sim, struct str code, struct str secret)
{
    struct sent_paper paper = { str_copy(sim->lasting, code), str_copy(sim->lasting, secret) };
    size_t at = sim->paper_count < KNOWN_MAX ? sim->paper_count++ : below(sim, KNOWN_MAX);
    sim->papers[at] = paper;
}

/* By the interface for machines: most papers come in this way, because one line does it. */
static bool send_paper(struct sim *sim)
{
    const char *text = ANY(sim, sentences);
    const char *category = percent(sim, 90) ? ANY(sim, categories) : ANY(sim, oddities);
    const char *identity =
        percent(sim, 50) ? "\"identity\":\"anonymous\""
        : percent(sim, 90)
            ? "\"identity\":\"hidden\",\"name\":\"Lê Thị Hoa\",\"phone\":\"0914123456\""
            : "\"identity\":\"named\"";
    const char *unit = percent(sim, 80) ? units[0] : ANY(sim, units);
    return say(sim,
               "POST /api/v1/reports json {\"unit\":\"%s\",\"category\":\"%s\",\"text\":\"%s "
               "(%llu)\",\"place\":\"Trước số %zu\",%s}",
               unit, str_find_byte(str_of(category), '"') < strlen(category) ? "" : category, text,
               (unsigned long long)(chance(sim) % 1000), below(sim, 90), identity);
}

static struct str json_word(struct str body, const char *key)
{
    struct str sign = str_of(key);
    size_t at = str_find(body, sign);
    struct str rest = str_slice(body, at < body.n ? at + sign.n : body.n, body.n);
    return str_slice(rest, 0, str_find_byte(rest, '"'));
}

/* A sentence of more than one word, mostly; the rules must bear the rest. */
static const char *some_text(struct sim *sim)
{
    return percent(sim, 75) ? ANY(sim, sentences) : ANY(sim, oddities);
}

static struct str secret_for(const struct sim *sim, struct str path)
{
    for (size_t i = 0; i < sim->paper_count; i++) {
        if (str_find(path, sim->papers[i].code) < path.n) {
            return sim->papers[i].secret;
        }
    }
    return STR("22222222");
}

static struct str some_value(struct sim *sim, const struct walker *walker,
                             const struct page_form *form, const struct page_input *input)
{
    if (percent(sim, 4)) {
        return str_of(ANY(sim, oddities));
    }
    if (str_equal(input->kind, STR("hidden"))) {
        return input->value;
    }
    if (input->choice_count > 0) {
        return percent(sim, 30) && input->value.p ? input->value
                                                  : input->choices[below(sim, input->choice_count)];
    }
    if (str_equal(input->name, STR("secret"))) {
        return percent(sim, 95) ? secret_for(sim, form->action) : STR("22222222");
    }
    if (str_equal(input->kind, STR("password"))) {
        return str_of(walker->password ? walker->password : "");
    }
    if (str_equal(input->name, STR("code")) || str_equal(input->name, STR("other"))) {
        const struct sent_paper *paper = any_paper(sim);
        return paper ? paper->code : STR("PX-0000");
    }
    if (input->is_number) {
        return str_printf(sim->story->arena, "%zu", 1 + below(sim, 12));
    }
    if (str_equal(input->name, STR("person"))) {
        return str_of(ANY(sim, colleagues));
    }
    if (str_equal(input->name, STR("unit"))) {
        return str_of(ANY(sim, units));
    }
    if (str_equal(input->kind, STR("tel"))) {
        return STR("0914 123 456");
    }
    if (str_equal(input->kind, STR("email"))) {
        return STR("dan@kheo.example");
    }
    return input->value.n > 0 && percent(sim, 60) ? input->value : str_of(some_text(sim));
}

/* Blanks and quotes as a story wants them. Made-up values end a line nowhere. */
static void write_pair(struct out *out, struct str name, struct str value)
{
    out_printf(out, " \"%.*s=", STR_ARG(name));
    for (size_t i = 0; i < value.n; i++) {
        unsigned char c = (unsigned char)value.p[i];
        if (c == '"' || (c == '\\' && !(i + 1 < value.n && value.p[i + 1] == 'n'))) {
            out_char(out, '\\');
        }
        if (c >= ' ' && c != '$') {
            out_char(out, (char)c);
        }
    }
    out_char(out, '"');
}

static bool send_form(struct sim *sim, size_t who, const struct page_form *form)
{
    struct out words = out_open(sim->story->arena, 11000);
    for (size_t i = 0; i < form->count; i++) {
        const struct page_input *input = &form->inputs[i];
        bool is_left_out = str_equal(input->name, STR(TOKEN_FIELD)) ||
                           str_equal(input->kind, STR("file")) ||
                           str_starts(input->name, STR("_")) ||
                           (str_equal(input->kind, STR("checkbox")) && percent(sim, 50));
        if (!is_left_out) {
            write_pair(&words, input->name, some_value(sim, &walkers[who], form, input));
        }
    }
    if (words.overflowed) {
        return true;
    }
    struct str text = out_str(&words);
    if (!say(sim, "POST %.*s%.*s", STR_ARG(form->action), (int)text.n, text.n ? text.p : "") ||
        !look_at_answer(sim, who)) {
        return false;
    }
    bool is_done = exchange_reply(sim->story->exchange)->http_status == 303;
    tried_of(sim, form->action)->times += is_done ? 3 : 1;
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
    size_t left = below(sim, total);
    for (size_t i = 0; i < count; i++) {
        size_t weight = SCALE / (1 + tried_of(sim, urls[i])->times) + 1;
        if (left < weight) {
            return i;
        }
        left -= weight;
    }
    return count - 1;
}

/* What the walker does on the page that is open. */
static bool act_on_page(struct sim *sim, size_t who)
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
    if (count > 0 && percent(sim, 60)) {
        return send_form(sim, who, forms[rarest(sim, urls, count)]);
    }
    count = 0;
    for (size_t i = 0; i < page.link_count; i++) {
        struct str link = page.links[i];
        if (is_touched(link) && str_find_byte(link, '"') == link.n &&
            str_find_byte(link, ' ') == link.n) {
            urls[count++] = link;
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
    size_t who = ANY(sim, turns);
    const struct walker *walker = &walkers[who];
    sim->steps++;
    if (!say(sim, "seed %s-%lld", sim->seed, (long long)sim->steps)) {
        return false;
    }
    if (percent(sim, 2)) {
        static const char *const spans[] = { "7 minutes", "50 minutes", "5 hours", "1 days",
                                             "1 days",    "3 days",     "9 days" };
        return say(sim, "advance %s", ANY(sim, spans));
    }
    if (!say(sim, "as %s", walker->name)) {
        return false;
    }
    if (!walker->password && percent(sim, 20)) {
        if (!send_paper(sim) || !look_at_answer(sim, who)) {
            return false;
        }
        struct str body = reply_body(exchange_reply(story->exchange));
        if (exchange_reply(story->exchange)->http_status == 201) {
            remember(sim, json_word(body, "\"code\":\""), json_word(body, "\"secret\":\""));
        }
        return true;
    }
    struct str path = sim->pages[who].p && percent(sim, 75) ? sim->pages[who] : start_of(sim, who);
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
        }
    }
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
