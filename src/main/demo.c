/* kheo demo: a folder with a made-up year of Huế's papers, and a server on it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include <stdio.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/must.h"
#include "main/commands.h"
#include "main/demo_folder.h"
#include "web/wire_listen.h"

enum {
    EXIT_USAGE = 2,
    WHY_BYTES_MAX = 4608,
    PAGE_ARENA_BYTES = 64 << 20,
    STORY_BYTES = 8 << 20,
    STORY_BYTES_A_PAPER = 256,
    MONTHS_TOLD = 13,
    /* Models have been there for longer: after a year one is asked for news, a month later it is
     * stale. */
    MONTHS_BEFORE = 2,
    HOUR_S = 3600,
};

static bool port_is_free(const struct options *options);
static bool build(const struct options *options);
static bool tell(struct demo *demo);
static struct house_settings settings_of(const struct options *options);
static struct day first_day(struct day first_paper);
static bool has_outcome(struct demo *demo, const struct order *order);
static struct instant virtual_clock(void *demo);

int demo_command(struct options *options)
{
    if (!port_is_free(options)) {
        return EXIT_USAGE;
    }
    char text[WHY_BYTES_MAX];
    struct out why_not = out_fixed(text, sizeof text);
    enum demo_folder folder = demo_folder_look(options->dir, &why_not);
    if (folder != DEMO_FOREIGN && (options->reset || folder == DEMO_BEGUN)) {
        folder = demo_folder_empty(options->dir, &why_not) ? DEMO_EMPTY : DEMO_FOREIGN;
    }
    if (folder == DEMO_FOREIGN) {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(out_str(&why_not)));
        return EXIT_USAGE;
    }
    if (folder == DEMO_EMPTY && !build(options)) {
        return EXIT_FAILURE;
    }
    if (options->no_serve) {
        return EXIT_SUCCESS;
    }
    struct house_settings settings = settings_of(options);
    struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        return house_refused(why);
    }
    demo_people_print();
    demo_denunciations_print(options->dir);
    int code = serve_house(&house, options);
    house_close(&house);
    return code;
}

/* Before anything is built: whoever has mistaken the port learns it at once. */
static bool port_is_free(const struct options *options)
{
    struct str why;
    uint16_t port;
    int listener = listen_open(options->address, (uint16_t)options->port, &port, &why);
    if (listener < 0) {
        fprintf(stderr,
                "kheo: cổng %d ở %s không dùng được (có thể máy chủ khác đang dùng); hãy chọn "
                "cổng khác bằng --port\n",
                (int)options->port, options->address);
        return false;
    }
    close(listener);
    return true;
}

static bool build(const struct options *options)
{
    struct demo demo = {
        .end = options->until ? instant_parse(str_of(options->until)) : instant_now(),
        .seed = (uint64_t)options->seed,
        .papers = options->papers,
        .arena = arena_create((size_t)options->papers * STORY_BYTES_A_PAPER + STORY_BYTES),
        .page = arena_create(PAGE_ARENA_BYTES),
    };
    if (demo.end.s <= 0) {
        fprintf(stderr, "kheo: --until cần một thời điểm như 2026-11-28T10:00:00+07:00\n");
        return false;
    }
    /* Two that are made within the same hour are the same. */
    demo.end.s -= demo.end.s % HOUR_S;
    struct house_settings settings = settings_of(options);
    struct str why = STR("không dựng được thư mục của dữ liệu minh họa");
    struct day first_paper = day_add_months(instant_day(demo.end), -MONTHS_TOLD);
    demo.first_paper = instant_of_day(first_paper);
    demo.now = instant_of_day(first_day(first_paper));
    settings.create = true;
    settings.clock = virtual_clock;
    settings.clock_context = &demo;
    bool is_told = demo.arena && demo.page && demo_folder_begin(options->dir) &&
                   house_open(&settings, &demo.house, &why) == STATUS_OK;
    if (is_told) {
        is_told = tell(&demo);
        house_close(&demo.house);
    } else {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
    }
    is_told = is_told && demo_folder_finish(options->dir, demo.mailbox_code);
    arena_destroy(demo.page);
    arena_destroy(demo.arena);
    return is_told;
}

/* The story takes what it needs for every paper at once: memory is enough, or not, from the start.
 */
static bool tell(struct demo *demo)
{
    jmp_buf story_boundary;
    jmp_buf page_boundary;
    if (arena_guard(demo->arena, &story_boundary) || arena_guard(demo->page, &page_boundary)) {
        fprintf(stderr, "kheo: máy không còn đủ bộ nhớ\n");
        return false;
    }
    bool are_there = demo_people_make(demo) && demo_models_open(demo);
    if (are_there) {
        demo_models_tell(demo, demo->first_paper);
        demo->now = demo->first_paper;
        struct author ward = demo->staff[demo_place_of(STR("19753"))].leader;
        struct demo_receptions *receptions = demo_receptions_post(demo, ward);
        demo_story_tell(demo);
        demo_complaints_tell(demo, ward);
        demo_receptions_tell(demo, ward, receptions);
        demo_denunciations_tell(demo);
        demo_models_close(demo);
    }
    return are_there;
}

/* The communes are there since 1 July 2025. */
static struct day first_day(struct day first_paper)
{
    enum { YEAR = 2025, JULY = 7 };
    struct day communes = day_of(YEAR, JULY, 1);
    struct day first = day_add_months(first_paper, -MONTHS_BEFORE);
    if (day_compare(first_paper, communes) <= 0) {
        return first_paper;
    }
    return day_compare(first, communes) < 0 ? communes : first;
}

static struct house_settings settings_of(const struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    settings.origin = DEMO_ORIGIN;
    settings.is_demo = true;
    return settings;
}

static struct instant virtual_clock(void *subject)
{
    const struct demo *demo = subject;
    return demo->now;
}

struct order *demo_order(struct demo *demo, const struct command *command, const void *args,
                         struct author author)
{
    struct order *order = new(demo->page, struct order, 1);
    *order = (struct order){
        .command = command,
        .args = args,
        .author = author,
        .arena = demo->page,
        .seed_given = true,
    };
    uint8_t seed[32] = { 0 };
    memcpy(seed, &demo->seed, sizeof demo->seed);
    random_from_seed(seed, demo->orders++, order->seed, sizeof order->seed);
    return order;
}

bool demo_do(struct demo *demo, struct order *order)
{
    desk_do(demo->house.desk, order);
    return has_outcome(demo, order);
}

static void ready(struct order *order)
{
    (void)order;
}

void demo_do_all(struct demo *demo, struct order *const *orders, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        orders[i]->ready = ready;
        must(desk_submit(demo->house.desk, orders[i]));
    }
    must(desk_run_once(demo->house.desk) == count);
    for (size_t i = 0; i < count; i++) {
        has_outcome(demo, orders[i]);
    }
}

static bool has_outcome(struct demo *demo, const struct order *order)
{
    if (verdict_is_ok(order->outcome.verdict)) {
        return true;
    }
    struct out sentence = out_open(demo->page, 1024);
    verdict_write(&sentence, &order->outcome.verdict);
    fprintf(stderr, "kheo: %s: %.*s\n", order->command->name, STR_ARG(out_str(&sentence)));
    return false;
}
