/* Charts and maps: columns, bars, shapes and squares, with one, with many, with nothing in them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "html/web.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"
#include "web/chart.h"
#include "web/map.h"

/* --- charts ----------------------------------------------------------------------------------- */

struct chart_look {
    const char *label;
    const char *of;
    const struct chart_bar *bars;
    size_t count;
    bool is_lying;
    struct str mark; /* the words of a dotted line; absent: none */
};
/* Bars are placed where they stand, so each look gets some of its own. */
static void draw_chart(struct showing *s, const void *view)
{
    const struct chart_look *look = view;
    struct chart_bar *bars = new (s->visit->arena, struct chart_bar, look->count);
    memcpy(bars, look->bars, look->count * sizeof *bars);
    struct chart_view chart = { .label = look->label,
                                .of = look->of,
                                .bars = bars,
                                .count = look->count,
                                .is_lying = look->is_lying };
    struct chart_mark mark = { .place = 4000, .words = look->mark };
    if (look->mark.p) {
        chart.marks = &mark;
        chart.mark_count = 1;
    }
    chart_draw(&chart);
    web_chart_html(s->out, &chart);
}
#define BAR(words, number)                                                                         \
    {                                                                                              \
        .label = STR_INIT(words), .figure = STR_INIT(#number), .value = (number),                  \
        .url = TO_SECTION("chart")                                                                 \
    }
#define BAR_OF(words, number, late)                                                                \
    {                                                                                              \
        .label = STR_INIT(words), .figure = STR_INIT(#number), .value = (number), .part = (late),  \
        .of = STR_INIT(#late " trễ"), .url = TO_SECTION("chart")                                   \
    }
static const struct chart_bar year[] = {
    BAR_OF("3/25", 96, 4),   BAR_OF("4/25", 112, 9),  BAR_OF("5/25", 87, 2),
    BAR_OF("6/25", 104, 11), BAR_OF("7/25", 143, 38), BAR_OF("8/25", 121, 17),
    BAR_OF("9/25", 99, 6),   BAR("10/25", 0),         BAR_OF("11/25", 168, 52),
    BAR_OF("12/25", 92, 3),  BAR_OF("1/26", 61, 1),   BAR_OF("2/26", 48, 1),
    BAR_OF("3/26", 73, 73),
};
static const struct chart_bar one_bar[] = { BAR("3/26", 73) };
static const struct chart_bar no_bars[] = { BAR("2/26", 0), BAR("3/26", 0) };
static const struct chart_bar kinds[] = {
    BAR("Đèn đường", 41),
    { .label = STR_INIT("Đất đai, xây dựng"),
      .figure = STR_INIT("28"),
      .value = 28,
      .url = TO_SECTION("chart"),
      .is_current = true },
    BAR("Rác thải", 9),
    BAR("Tiếng ồn", 0),
};
static const struct chart_bar long_kinds[] = {
    BAR("Đường sá, cầu cống, vỉa hè và thoát nước trong khu dân cư", 41),
    BAR("Đấtđaixâydựngquyhoạchvàgiấychứngnhận", 28),
};
static const struct look chart_looks[] = {
    { N_("Cột, mười ba tháng"),
      &(const struct chart_look){ "Đã nhận", "số trễ hạn", year, COUNT(year), false } },
    { N_("Có ngày đổi địa giới"),
      &(const struct chart_look){ "Đã nhận", "số trễ hạn", year, COUNT(year), false,
                                  STR_INIT("01/07/2025, đổi địa giới: Xã A thôi hoạt động") } },
    { N_("Một"), &(const struct chart_look){ "Đã nhận", NULL, one_bar, 1, false } },
    { N_("Toàn số không"),
      &(const struct chart_look){ "Đã nhận", NULL, no_bars, COUNT(no_bars), false } },
    { N_("Nằm, có mục đang chọn"),
      &(const struct chart_look){ "Loại việc", NULL, kinds, COUNT(kinds), true } },
    { N_("Rất dài"),
      &(const struct chart_look){ "Loại việc", NULL, long_kinds, COUNT(long_kinds), true } },
};

/* --- maps ------------------------------------------------------------------------------------- */

struct area_look {
    struct str name;
    struct str figure;
    int64_t shade;
    int32_t west, south; /* its corner, in tenths of a degree */
};
struct map_look {
    const struct area_look *areas;
    size_t count;
    bool has_shapes;
    bool is_national;
    bool is_judged; /* with classes, and the first of which nothing is known */
};
static const char *const legend[MAP_CLASSES] = { "dưới 5", "5–19",    "20–49",
                                                 "50–99",  "100–199", "từ 200" };

/* A field of the board with one corner cut off, so that neighbours are told apart. */
static struct bytes shape_of(struct arena *arena, const struct area_look *area)
{
    enum { STEP = DEGREE / 10, CUT = DEGREE / 40 };
    int32_t west = area->west * STEP;
    int32_t south = area->south * STEP;
    const struct point points[] = { { west, south },
                                    { west + STEP, south },
                                    { west + STEP, south + STEP - CUT },
                                    { west + STEP - CUT, south + STEP },
                                    { west, south + STEP } };
    const struct ring ring = { points, COUNT(points) };
    const struct outline outline = { &ring, 1 };
    return outline_pack(arena, &outline);
}

static void draw_map(struct showing *s, const void *view)
{
    static const struct local_url here = TO_PAGE;
    const struct map_look *look = view;
    struct arena *arena = s->visit->arena;
    struct map_area *areas = new (arena, struct map_area, look->count);
    for (size_t i = 0; i < look->count; i++) {
        const struct area_look *area = &look->areas[i];
        areas[i] = (struct map_area){ .name = area->name,
                                      .figure = area->figure,
                                      .shade = area->shade,
                                      .url = here,
                                      .code = STR("19753"),
                                      .is_unknown = look->is_judged && i == 0 };
        if (look->has_shapes) {
            areas[i].shape = shape_of(arena, area);
        }
    }
    struct map_view map = { .label = "Số phản ánh đã nhận trong mười hai tháng",
                            .areas = areas,
                            .count = look->count,
                            .is_national = look->is_national,
                            .is_judged = look->is_judged,
                            .is_classed = look->is_judged,
                            .legend = legend };
    map_draw(arena, &map);
    web_map_html(s->out, &map);
}
static const struct area_look wards[] = {
    { STR_INIT("Phường Phú Xuân"), STR_INIT("<5"), 0, 1075, 164 },
    { STR_INIT("Phường Kim Long"), STR_INIT("12"), 1, 1076, 164 },
    { STR_INIT("Phường Thuận Hóa"), STR_INIT("37"), 2, 1077, 164 },
    { STR_INIT(EDE_PLACE), STR_INIT("64"), 3, 1075, 165 },
    { STR_INIT("Xã A Lưới 1"), STR_INIT("128"), 4, 1076, 165 },
    { STR_INIT("Phường Vỹ Dạ"), STR_INIT("512"), 5, 1077, 165 },
};
static const struct area_look long_areas[] = {
    { STR_INIT(LONG_UNIT), STR_INIT("1.204"), 2, 0, 0 },
    { STR_INIT(NO_BLANKS), STR_INIT("<5"), 0, 0, 0 },
    { STR_INIT("Huế"), STR_INIT("12"), 5, 0, 0 },
};
static const struct look map_looks[] = {
    { N_("Có ranh giới"), &(const struct map_look){ wards, COUNT(wards), true, false } },
    { N_("Chưa có ranh giới: ô vuông"),
      &(const struct map_look){ wards, COUNT(wards), false, false } },
    { N_("Xếp bậc, một nơi không có số liệu"),
      &(const struct map_look){ wards, COUNT(wards), true, false, true } },
    { N_("Xếp bậc, ô vuông"), &(const struct map_look){ wards, COUNT(wards), false, false, true } },
    { N_("Cả nước, có ranh giới"), &(const struct map_look){ wards, COUNT(wards), true, true } },
    { N_("Cả nước, ô vuông"), &(const struct map_look){ wards, 2, false, true } },
    { N_("Một"), &(const struct map_look){ wards + 5, 1, false, false } },
    { N_("Rất dài"), &(const struct map_look){ long_areas, COUNT(long_areas), false, false } },
};

static const struct partial partials[] = {
    PARTIAL(chart, N_("Cột hoặc thanh, mỗi cái là một liên kết; số nằm cả trong bảng.")),
    PARTIAL(map, N_("Đơn vị, bằng hình hoặc ô vuông; cả nước thì luôn có Hoàng Sa, Trường Sa.")),
};
const struct chapter STYLE_DRAWINGS = CHAPTER(N_("Biểu đồ và bản đồ"), partials);
