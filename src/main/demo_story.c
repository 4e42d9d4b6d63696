/* Telling the story: every paper lives its fate, all through the desk in the order of time. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "base/wait.h"
#include "law/calendar.h"
#include "main/demo_queue.h"
#include "mod/feedback/consult.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/photo.h"
#include "text/format.h"

enum {
    MONTHS_TOLD = 13,
    DAYS_MAX = 31 * (MONTHS_TOLD + 1),
    /* What happens within this time is one batch with one stamp: a commit costs a disk write. */
    BATCH_SPAN_S = 3600,
    BREATH_S = 20 * 60,
    HOUR_S = 3600,
    PROGRESS_EVERY_MS = 1000,
    TOPICS_MAX = 16,
};
#define NO_PAPER UINT32_MAX

/* One paper: where it stands in its fate, and who holds it. */
struct life {
    struct chance chance;
    struct chance spot;
    const struct fate *fate;
    const char *category;  /* NULL: by the season */
    struct instant anchor; /* where its term began */
    int64_t term_s;
    uint16_t turn; /* of the fate; the sending comes before */
    uint16_t home; /* places */
    uint16_t holder;
    uint32_t other; /* the paper that it is merged into or related to, or NO_PAPER */
    uint8_t topic;
    uint8_t subject;
    bool is_sent;
    bool is_asking; /* another office, whose reply is waited for */
    char code[CODE_CHARS + 1];
    char secret[SECRET_SIGNS + 1];
};

struct story {
    struct demo *demo;
    struct life *lives;
    uint32_t life_count;
    uint32_t life_max; /* with those that are split off */
    struct demo_queue queue;
    int64_t sent;
    size_t refused;
    int64_t told_at_ms; /* progress: when, by no clock of the story */
    /* The newest paper of a place and topic that is not settled yet, to merge others into. */
    uint32_t (*newest)[TOPICS_MAX];
};

static void draw_lives(struct story *story);
static size_t count_seasons(struct demo *demo, uint32_t *ret_until);
static struct life draw_life(struct chance *chance);
static struct instant draw_instant(const struct demo *demo, struct chance *chance,
                                   const uint32_t *until, size_t days);
static void run_batch(struct story *story);
static struct order *order_of(struct story *story, struct life *life, struct order **ret_draft);
static struct order *draft_of(struct demo *demo, const struct life *life, struct send *send);
static void add_photo(struct demo *demo, const struct life *life, struct act_on_report *act);
static struct send *send_of(struct story *story, struct life *life);
static const struct act_on_report *act_of(struct story *story, struct life *life,
                                          const struct turn *turn);
static void split_act(struct story *story, const struct life *life, struct act_on_report *act);
static struct life second_of(const struct life *first);
static struct author author_of(const struct story *story, const struct life *life);
static void go_on(struct story *story, uint32_t index, const struct order *order);
static void after_act(struct story *story, uint32_t index, struct str act);
static void queue_next(struct story *story, uint32_t index);
static void begin_second(struct story *story, const struct life *first, struct str code);
static void choose_other(struct story *story, uint32_t index);
static bool is_merged(const struct life *life);
static bool has_turn(const struct life *life, const char *act);
static bool is_pointless(const struct story *story, const struct life *life,
                         const struct turn *turn, struct instant at);
static struct instant turn_instant(struct life *life, const struct turn *turn, struct instant now);
static void complain(struct story *story, const struct order *order);
static void show_progress(struct story *story);

void demo_story_tell(struct demo *demo)
{
    uint32_t count = (uint32_t)demo->papers;
    uint32_t most = count + count / 16 + 16;
    struct story story = {
        .demo = demo,
        .lives = new(demo->arena, struct life, most),
        .life_count = count,
        .life_max = most,
        .queue = demo_queue_open(demo->arena, most),
        .newest = arena_alloc(demo->arena, demo_place_count, sizeof *story.newest),
    };
    must(demo_topic_count <= TOPICS_MAX);
    memset(story.newest, 0xff, demo_place_count * sizeof *story.newest);
    draw_lives(&story);
    while (story.queue.count > 0) {
        run_batch(&story);
        show_progress(&story);
    }
    demo_models_tell(demo, demo->end);
    demo->now = demo->end;
    if (story.refused > 0) {
        fprintf(stderr, "kheo: %zu việc của dữ liệu minh họa không làm được\n", story.refused);
    }
}

/* --- lives ------------------------------------------------------------------------------------ */

static void draw_lives(struct story *story)
{
    struct demo *demo = story->demo;
    struct chance chance = { demo->seed };
    uint32_t *until = new(demo->arena, uint32_t, DAYS_MAX);
    size_t days = count_seasons(demo, until);
    size_t shown = demo->papers > (int64_t)(4 * demo_showpiece_count) ? demo_showpiece_count : 0;
    for (uint32_t i = 0; i < demo->papers; i++) {
        struct instant at;
        struct life *life = &story->lives[i];
        *life = draw_life(&chance);
        if (i < shown) {
            life->fate = demo_showpieces[i].fate;
            life->category = demo_showpieces[i].category;
            life->home = (uint16_t)demo_place_of(STR("19753"));
            at.s = demo->end.s - demo_showpieces[i].days_ago * (int64_t)DAY_S -
                   chance_between(&chance, 2, 5) * HOUR_S;
        } else {
            at = draw_instant(demo, &chance, until, days);
        }
        life->holder = life->home;
        demo_queue_add(&story->queue, at, i);
    }
}

/* How many papers of all topics come until the end of each day; the number of days. */
static size_t count_seasons(struct demo *demo, uint32_t *ret_until)
{
    struct day today = instant_day(demo->end);
    uint32_t papers = 0;
    size_t days = 0;
    for (struct day day = instant_day(demo->now); day_compare(day, today) <= 0;
         day = day_after(day)) {
        int year, month, day_of_month;
        day_split(day, &year, &month, &day_of_month);
        for (size_t t = 0; t < demo_topic_count; t++) {
            papers += demo_topics[t].months[month - 1];
        }
        must(days < DAYS_MAX);
        ret_until[days++] = papers;
    }
    return days;
}

static struct life draw_life(struct chance *chance)
{
    struct life life = {
        .chance = { chance_next(chance) },
        .spot = { chance_next(chance) },
        .fate = demo_fate(chance),
        .other = NO_PAPER,
    };
    unsigned total = 0;
    for (size_t i = 0; i < demo_place_count; i++) {
        total += demo_places[i].weight;
    }
    size_t drawn = chance_below(chance, total);
    while (drawn >= demo_places[life.home].weight) {
        drawn -= demo_places[life.home++].weight;
    }
    return life;
}

static struct instant draw_instant(const struct demo *demo, struct chance *chance,
                                   const uint32_t *until, size_t days)
{
    /* When people write: out of hundred papers, until which hour. */
    static const uint8_t until_hour[24] = { 1,  1,  1,  1,  1,  2,  5,  11, 20, 29, 37, 42,
                                            46, 50, 56, 62, 68, 73, 77, 83, 90, 96, 99, 100 };
    size_t drawn = chance_below(chance, until[days - 1]);
    size_t day = 0;
    while (drawn >= until[day]) {
        day++;
    }
    size_t percent = chance_below(chance, 100);
    int64_t hour = 0;
    while (percent >= until_hour[hour]) {
        hour++;
    }
    struct instant at = instant_of_day(day_add(instant_day(demo->now), (int32_t)day));
    at.s += hour * HOUR_S + chance_between(chance, 0, HOUR_S - 1);
    while (at.s >= demo->end.s - HOUR_S || at.s < demo->now.s) {
        at.s += at.s < demo->now.s ? DAY_S : -DAY_S;
    }
    return at;
}

/* --- batches ---------------------------------------------------------------------------------- */

static void ready(struct order *order)
{
    (void)order;
}

static void run_batch(struct story *story)
{
    struct demo *demo = story->demo;
    uint32_t batch[DESK_BATCH_MAX];
    struct order *orders[DESK_BATCH_MAX];
    size_t count = 0;
    struct arena_mark mark = arena_mark(demo->page);
    demo_models_tell(demo, demo_queue_first(&story->queue));
    demo->now = demo_queue_first(&story->queue);
    while (story->queue.count > 0 && count + 1 < DESK_BATCH_MAX &&
           demo_queue_first(&story->queue).s < demo->now.s + BATCH_SPAN_S) {
        uint32_t paper = demo_queue_take(&story->queue);
        struct order *draft = NULL;
        struct order *order = order_of(story, &story->lives[paper], &draft);
        if (draft) {
            batch[count] = NO_PAPER;
            orders[count++] = draft;
        }
        batch[count] = paper;
        orders[count++] = order;
    }
    for (size_t i = 0; i < count; i++) {
        orders[i]->ready = ready;
        must(desk_submit(demo->house.desk, orders[i]));
    }
    must(desk_run_once(demo->house.desk) == count);
    for (size_t i = 0; i < count; i++) {
        if (batch[i] != NO_PAPER) {
            go_on(story, batch[i], orders[i]);
        } else if (!verdict_is_ok(orders[i]->outcome.verdict)) {
            complain(story, orders[i]);
        }
    }
    arena_undo(demo->page, mark);
}

/* With photos the paper was a draft before: that is saved first, in the same batch. */
static struct order *order_of(struct story *story, struct life *life, struct order **ret_draft)
{
    if (!life->is_sent) {
        struct send *send = send_of(story, life);
        bool is_web = str_equal(send->channel, STR("web"));
        bool is_own = is_web || str_equal(send->channel, STR("api"));
        const struct author nobody = { 0 };
        *ret_draft = is_web ? draft_of(story->demo, life, send) : NULL;
        return demo_order(story->demo, &feedback_commands[COMMAND_SEND], send,
                          is_own ? nobody : story->demo->staff[life->home].officer);
    }
    const struct turn *turn = &life->fate->turns[life->turn];
    return demo_order(story->demo, feedback_act(str_of(turn->act)), act_of(story, life, turn),
                      author_of(story, life));
}

/* Every other sender of what can be seen takes a photo of it, some of them two. Their chance is
 * apart, so that words and fates do not depend on it. */
static struct order *draft_of(struct demo *demo, const struct life *life, struct send *send)
{
    struct chance chance = { ~life->spot.state };
    enum scene scene = demo_topics[life->topic].subjects[life->subject].scene;
    bool has_photos = scene != SCENE_NONE && chance_percent(&chance, 50);
    const struct photos *photos =
        has_photos ? demo_photos(demo, scene, &chance, chance_percent(&chance, 25) ? 2 : 1) : NULL;
    if (!photos) {
        return NULL;
    }
    struct draft *draft = new(demo->page, struct draft, 1);
    *draft = (struct draft){ .token = str_printf(demo->page, "%016llx",
                                                 (unsigned long long)chance_next(&chance)),
                             .photos = photos_bytes(photos) };
    send->draft = draft->token;
    return demo_order(demo, &feedback_commands[COMMAND_DRAFT_SAVE], draft, (struct author){ 0 });
}

/* Who was asked for more sends a photo along as often as not. */
static void add_photo(struct demo *demo, const struct life *life, struct act_on_report *act)
{
    struct chance chance = { life->spot.state + 1 };
    enum scene scene = demo_topics[life->topic].subjects[life->subject].scene;
    if (scene != SCENE_NONE && chance_percent(&chance, 50)) {
        act->photos = photos_bytes(demo_photos(demo, scene, &chance, 1));
    }
}

static struct matter matter_of(const struct life *life)
{
    const struct topic *topic = &demo_topics[life->topic];
    return (struct matter){ &demo_places[life->home], topic, &topic->subjects[life->subject],
                            life->spot };
}

/* What it is about is drawn by the season in which it is sent. */
static void draw_matter(struct life *life, struct instant now)
{
    int year, month, day_of_month;
    unsigned total = 0;
    day_split(instant_day(now), &year, &month, &day_of_month);
    for (size_t t = 0; t < demo_topic_count; t++) {
        total += demo_topics[t].months[month - 1];
    }
    size_t drawn = chance_below(&life->chance, total);
    while (life->category ? strcmp(demo_topics[life->topic].category, life->category) != 0
                          : drawn >= demo_topics[life->topic].months[month - 1]) {
        drawn -= life->category ? 0 : demo_topics[life->topic].months[month - 1];
        life->topic++;
    }
    life->subject = (uint8_t)chance_below(&life->chance, demo_topics[life->topic].subject_count);
}

static struct send *send_of(struct story *story, struct life *life)
{
    struct demo *demo = story->demo;
    struct chance *chance = &life->chance;
    draw_matter(life, demo->now);
    struct matter matter = matter_of(life);
    struct send *send = new(demo->page, struct send, 1);
    size_t way = chance_below(chance, 100);
    *send = (struct send){
        .unit = str_of(matter.place->unit),
        .category = str_of(matter.topic->category),
        .text = demo_report_text(&matter, chance, demo->page),
        .identity = STR("anonymous"),
        .channel = way < 76   ? STR("web")
                   : way < 84 ? STR("counter")
                   : way < 92 ? STR("paper")
                              : STR("api"),
    };
    if (matter.topic->replies) {
        send->replies = chance_part(chance, matter.topic->replies);
    }
    if (matter.topic->has_place) {
        send->place = demo_spot(matter.place, matter.spot, demo->page);
    }
    if (send->place.p && matter.place->lat_micro && chance_percent(chance, 60)) {
        send->lat_micro = matter.place->lat_micro + chance_between(chance, -6000, 6000);
        send->lon_micro = matter.place->lon_micro + chance_between(chance, -6000, 6000);
    }
    bool is_paper = way >= 84 && way < 92;
    if (is_paper || chance_percent(chance, 70)) {
        send->identity = chance_percent(chance, 16) ? STR("hidden") : STR("named");
        send->name = demo_person_name(chance, demo->page);
        send->phone = demo_phone(chance, demo->page);
    }
    if (is_paper) {
        send->incoming_number =
            str_printf(demo->page, "%d/CĐ", (int)chance_between(chance, 11, 990));
        send->received_on = day_add(instant_day(demo->now), -(int32_t)chance_below(chance, 3));
    }
    return send;
}

static const struct act_on_report *act_of(struct story *story, struct life *life,
                                          const struct turn *turn)
{
    struct demo *demo = story->demo;
    struct matter matter = matter_of(life);
    struct str name = str_of(turn->act);
    struct act_on_report *act = new(demo->page, struct act_on_report, 1);
    *act = (struct act_on_report){
        .code = str_of(life->code),
        .reason = demo_act_reason(name, &life->chance),
        .text = demo_act_text(&matter, name, &life->chance, demo->page),
    };
    if (turn->by == BY_CITIZEN) {
        act->secret = str_of(life->secret);
    }
    if (str_equal(name, STR("supply"))) {
        add_photo(demo, life, act);
    }
    if (str_equal(name, STR("draft"))) {
        act->text =
            demo_answer_text(&matter, instant_day(demo->now),
                             demo->staff[life->holder].officer_name, &life->chance, demo->page);
    } else if (str_equal(name, STR("rule"))) {
        act->unit = str_of(matter.place->unit);
    } else if (str_equal(name, STR("consult"))) {
        act->unit = str_of(matter.topic->office);
        act->amount = 1;
    } else if (str_equal(name, STR("transfer")) || str_equal(name, STR("reply")) ||
               str_equal(name, STR("recall"))) {
        act->unit = str_of(matter.topic->office);
    } else if (str_equal(name, STR("split"))) {
        split_act(story, life, act);
    } else if (str_equal(name, STR("merge")) || str_equal(name, STR("relate"))) {
        act->other = str_of(story->lives[life->other].code);
    } else if (str_equal(name, STR("extend"))) {
        act->amount = 3;
    } else if (str_equal(name, STR("rate"))) {
        act->amount = chance_percent(&life->chance, 80) ? chance_between(&life->chance, 4, 5)
                                                        : chance_between(&life->chance, 1, 3);
    }
    return act;
}

/* What the letter said beside, at the same spot: the life that follows draws it again. */
static void split_act(struct story *story, const struct life *life, struct act_on_report *act)
{
    struct life second = second_of(life);
    struct matter matter = matter_of(&second);
    act->category = str_of(matter.topic->category);
    act->text = demo_report_text(&matter, &second.chance, story->demo->page);
    if (matter.topic->has_place) {
        act->place = demo_spot(matter.place, matter.spot, story->demo->page);
    }
}

static struct life second_of(const struct life *first)
{
    struct life second = *first;
    second.topic = (uint8_t)chance_below(&second.chance, demo_topic_count);
    second.subject = (uint8_t)chance_below(&second.chance, demo_topics[second.topic].subject_count);
    second.fate = demo_fate_plain();
    second.chance.state = chance_next(&second.chance);
    second.turn = 0;
    second.other = NO_PAPER;
    return second;
}

static struct author author_of(const struct story *story, const struct life *life)
{
    const struct staff *staff = &story->demo->staff[life->holder];
    size_t office = demo_place_of(str_of(demo_topics[life->topic].office));
    switch (life->fate->turns[life->turn].by) {
    case BY_OFFICER:
        return staff->officer;
    case BY_LEADER:
        return staff->leader;
    case BY_CITY:
        return story->demo->city;
    case BY_OFFICE:
        return story->demo->staff[office].officer;
    case BY_CITIZEN:
        return (struct author){ 0 };
    case BY_TIME:
        break;
    }
    return (struct author){ .is_clock = true };
}

/* --- what follows ----------------------------------------------------------------------------- */

static void go_on(struct story *story, uint32_t index, const struct order *order)
{
    struct life *life = &story->lives[index];
    bool is_done = verdict_is_ok(order->outcome.verdict);
    if (!is_done && life->is_sent && is_merged(life)) {
        /* The other one was settled meanwhile, so this one goes its own way. */
        life->fate = demo_fate_plain();
        queue_next(story, index);
        return;
    }
    if (!is_done) {
        complain(story, order);
        return;
    }
    if (life->is_sent) {
        struct str act = str_of(life->fate->turns[life->turn].act);
        after_act(story, index, act);
        if (str_equal(act, STR("split"))) {
            begin_second(story, life, order->outcome.answer.text);
        }
        life->turn++;
    } else {
        struct sent sent = sent_parse(order->outcome.answer.text);
        must(sent.code.n == CODE_CHARS && sent.secret.n == SECRET_SIGNS);
        memcpy(life->code, sent.code.p, CODE_CHARS);
        memcpy(life->secret, sent.secret.p, SECRET_SIGNS);
        life->is_sent = true;
        life->anchor = story->demo->now;
        life->term_s = sent.due_at.s - story->demo->now.s;
        story->sent++;
    }
    queue_next(story, index);
}

/* Who holds it now, and since when its term runs. */
static void after_act(struct story *story, uint32_t index, struct str act)
{
    struct life *life = &story->lives[index];
    uint32_t *newest = &story->newest[life->home][life->topic];
    bool is_settled = str_equal(act, STR("approve")) || str_equal(act, STR("refuse")) ||
                      str_equal(act, STR("withdraw"));
    if (is_settled && *newest == index) {
        *newest = NO_PAPER;
    }
    life->is_asking =
        str_equal(act, STR("consult")) ||
        (life->is_asking && !str_equal(act, STR("reply")) && !str_equal(act, STR("recall")));
    if (str_equal(act, STR("transfer"))) {
        life->holder = (uint16_t)demo_place_of(str_of(demo_topics[life->topic].office));
    } else if (str_equal(act, STR("return"))) {
        bool is_second = life->turn > 2;
        life->holder = is_second ? life->holder : life->home;
    } else if (str_equal(act, STR("rule"))) {
        life->holder = life->home;
    } else if (str_equal(act, STR("reopen"))) {
        life->anchor = story->demo->now;
    }
}

static void queue_next(struct story *story, uint32_t index)
{
    struct demo *demo = story->demo;
    struct life *life = &story->lives[index];
    struct instant at;
    bool is_next;
    if (life->turn == 0) {
        choose_other(story, index);
    }
    do {
        const struct turn *turn = &life->fate->turns[life->turn];
        bool is_over = life->turn == COUNT(life->fate->turns) || !turn->act;
        at = is_over ? demo->end : turn_instant(life, turn, demo->now);
        is_next = is_over || !is_pointless(story, life, turn, at);
        life->turn += !is_next;
    } while (!is_next);
    if (at.s < demo->end.s) {
        demo_queue_add(&story->queue, at, index);
    }
}

/* Merged into, or related to, the newest about the same; without one, life is plain. */
static void choose_other(struct story *story, uint32_t index)
{
    struct life *life = &story->lives[index];
    uint32_t *newest = &story->newest[life->home][life->topic];
    if (is_merged(life) || has_turn(life, "relate")) {
        life->other = *newest;
        life->fate = life->other == NO_PAPER ? demo_fate_plain() : life->fate;
    }
    if (!is_merged(life)) {
        *newest = index;
    }
}

/* Nobody asks another office on the last day, nor splits where there is no room for one more life;
 * what was not asked is neither replied to nor recalled. */
static bool is_pointless(const struct story *story, const struct life *life,
                         const struct turn *turn, struct instant at)
{
    struct str act = str_of(turn->act);
    struct instant due;
    struct instant case_due = { life->anchor.s + life->term_s };
    if (str_equal(act, STR("split"))) {
        return story->life_count == story->life_max;
    }
    if (str_equal(act, STR("consult"))) {
        return !verdict_is_ok(
            consult_due(&CALENDAR_VIETNAM, at, case_due, 1, story->demo->page, &due));
    }
    bool needs_question = turn->by == BY_OFFICE || str_equal(act, STR("recall"));
    return needs_question && !life->is_asking;
}

/* The paper that was split off goes on by itself, with the first one's secret. */
static void begin_second(struct story *story, const struct life *first, struct str code)
{
    uint32_t index = story->life_count++;
    struct life *second = &story->lives[index];
    *second = second_of(first);
    must(code.n == CODE_CHARS);
    memcpy(second->code, code.p, CODE_CHARS);
    queue_next(story, index);
}

static bool has_turn(const struct life *life, const char *act)
{
    for (size_t i = 0; i < COUNT(life->fate->turns) && life->fate->turns[i].act; i++) {
        if (strcmp(life->fate->turns[i].act, act) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_merged(const struct life *life)
{
    return str_equal(str_of(life->fate->turns[0].act), STR("merge"));
}

static struct instant turn_instant(struct life *life, const struct turn *turn, struct instant now)
{
    int64_t minutes = chance_between(&life->chance, turn->from * 60, turn->to * 60);
    struct instant at = now;
    switch (turn->when) {
    case OF_TERM:
        at.s = life->anchor.s + life->term_s * minutes / (100 * 60);
        break;
    case AFTER_HOURS:
        at.s += minutes * 60;
        break;
    case AFTER_DAYS:
        at.s += minutes * 60 * 24;
        break;
    }
    if (at.s < now.s + BREATH_S) {
        at.s = now.s + BREATH_S;
    }
    bool is_at_office = turn->by != BY_CITIZEN && turn->by != BY_TIME;
    bool is_open =
        calendar_working_seconds_between(&CALENDAR_VIETNAM, at, (struct instant){ at.s + 60 }) > 0;
    return is_at_office && !is_open
               ? calendar_add_working_seconds(&CALENDAR_VIETNAM, at,
                                              chance_between(&life->chance, 60, 3 * HOUR_S))
               : at;
}

/* --- telling the operator --------------------------------------------------------------------- */

static void complain(struct story *story, const struct order *order)
{
    struct out sentence = out_open(story->demo->page, 1024);
    verdict_write(&sentence, &order->outcome.verdict);
    if (story->refused++ == 0) {
        fprintf(stderr, "kheo: dữ liệu minh họa: %s: %.*s\n", order->command->name,
                STR_ARG(out_str(&sentence)));
    }
}

static void show_progress(struct story *story)
{
    char line[256];
    bool is_done = story->queue.count == 0;
    if (!is_done && monotonic_ms() < story->told_at_ms + PROGRESS_EVERY_MS) {
        return;
    }
    struct out out = out_fixed(line, sizeof line);
    out_lit(&out, "Đang dựng dữ liệu minh họa: ");
    format_number(&out, story->sent);
    out_char(&out, '/');
    format_number(&out, story->demo->papers);
    fprintf(stderr, "%.*s…\n", STR_ARG(out_str(&out)));
    story->told_at_ms = monotonic_ms();
}
