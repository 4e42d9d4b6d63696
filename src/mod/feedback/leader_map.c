/* The map of the leader's board: a metric, its classes, and each unit in one of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"
#include "mod/feedback/pages.h"
#include "text/tongue.h"
#include "web/shapes.h"

enum { BOUNDS = 5, PERMILLE = 1000, MARK_TENTHS = 10, UNKNOWN = -1 };

const char *const leader_metric_words[LEADER_METRICS] = {
    [METRIC_RECEIVED] = "received", [METRIC_ON_TIME] = "on_time", [METRIC_LATE] = "late",
    [METRIC_REOPENED] = "reopened", [METRIC_RATED] = "rated",
};
const char *const leader_metric_labels[LEADER_METRICS] = {
    [METRIC_RECEIVED] = N_("Đã nhận"),  [METRIC_ON_TIME] = N_("Đúng hạn"),
    [METRIC_LATE] = N_("Trễ, quá hạn"), [METRIC_REOPENED] = N_("Phải mở lại"),
    [METRIC_RATED] = N_("Bà con chấm"),
};

/* From where each class begins: the same every month, so that months can be compared. */
static const struct {
    const char *label;
    const char *legend[MAP_CLASSES];
    int64_t from[BOUNDS];
} metrics[LEADER_METRICS] = {
    [METRIC_RECEIVED] = { N_("Số phản ánh, kiến nghị nhận trong tháng"),
                          { N_("không có"), "1–4", "5–19", "20–49", "50–99", N_("từ 100") },
                          { 1, 5, 20, 50, 100 } },
    [METRIC_ON_TIME] = { N_("Trả lời đúng hạn, trên số đã trả lời"),
                         { N_("số ít, không xếp hạng"), N_("dưới 50 %"), "50–69 %", "70–84 %",
                           "85–94 %", N_("từ 95 %") },
                         { 0, 500, 700, 850, 950 } },
    [METRIC_LATE] = { N_("Số hồ sơ trả lời trễ hoặc đang quá hạn"),
                      { N_("không có"), "1–4", "5–19", "20–49", "50–99", N_("từ 100") },
                      { 1, 5, 20, 50, 100 } },
    [METRIC_REOPENED] = { N_("Bà con yêu cầu mở lại, trên số đã nhận"),
                          { N_("số ít, không xếp hạng"), N_("dưới 1 %"), "1–2 %", "3–4 %", "5–9 %",
                            N_("từ 10 %") },
                          { 0, 10, 30, 50, 100 } },
    [METRIC_RATED] = { N_("Điểm bà con chấm, trung bình trên 5"),
                       { N_("số ít, không xếp hạng"), N_("dưới 2"), N_("2–2,9"), N_("3–3,9"),
                         N_("4–4,4"), N_("từ 4,5") },
                       { 0, 20, 30, 40, 45 } },
};

/* A number alone, or a part of a whole that is too small to be ranked below LEADER_SHARE_FROM. */
struct measure {
    int64_t value; /* as the bounds have it */
    int64_t whole;
    bool is_share;
};

static struct measure measure_of(enum leader_metric metric, const struct leader_units_row *row);
static struct str figure_of(struct visit *v, enum leader_metric metric,
                            const struct leader_units_row *row);
static const struct leader_units_row *row_of(const struct leader_units_rows *units,
                                             struct unit_id id);
static void show_tabs(struct visit *v, const struct leader_scope *scope, struct leader_view *view);

int64_t leader_class_of(enum leader_metric metric, const struct leader_units_row *row)
{
    struct measure measure = measure_of(metric, row);
    int64_t class = 0;
    if (measure.is_share && measure.whole == 0) {
        return UNKNOWN;
    }
    if (measure.is_share && measure.whole < LEADER_SHARE_FROM) {
        return 0;
    }
    while (class < BOUNDS && measure.value >= metrics[metric].from[class]) {
        class ++;
    }
    return class;
}

static struct measure measure_of(enum leader_metric metric, const struct leader_units_row *row)
{
    switch (metric) {
    case METRIC_ON_TIME:
        return (struct measure){ row->answered ? row->on_time * PERMILLE / row->answered : 0,
                                 row->answered, true };
    case METRIC_REOPENED:
        return (struct measure){ row->received ? row->reopened * PERMILLE / row->received : 0,
                                 row->received, true };
    case METRIC_RATED:
        return (struct measure){ row->rated ? row->rating_sum * MARK_TENTHS / row->rated : 0,
                                 row->rated, true };
    case METRIC_LATE:
        return (struct measure){ row->late, row->received, false };
    case METRIC_RECEIVED:
    case LEADER_METRICS:
        break;
    }
    return (struct measure){ row->received, row->received, false };
}

void leader_map_show(struct visit *v, const struct leader_scope *scope,
                     const struct leader_units_rows *units, struct leader_view *view)
{
    struct day today = instant_day(v->now);
    struct day last = day_before(instant_day(scope->until));
    struct leader_places wanted = {
        .above = scope->unit.id,
        .on = scope->is_now || day_compare(last, today) > 0 ? today : last,
    };
    struct leader_places_rows places = leader_places(&v->snap->conn, &wanted);
    struct map_area *areas = new(v->arena, struct map_area, places.count + 1);
    for (size_t i = 0; i < places.count; i++) {
        static const struct leader_units_row nothing = { .received = 0 };
        const struct leader_units_row *row = row_of(units, places.rows[i].id);
        int64_t class = leader_class_of(scope->metric, row ? row : &nothing);
        /* Where no letters are taken in there is nothing to be counted. */
        bool is_unknown = class == UNKNOWN || (!row && places.rows[i].prefix.n == 0);
        areas[i] = (struct map_area){
            .unit = ID_OF(places.rows[i].id),
            .name = places.rows[i].name,
            .figure = is_unknown ? tongue_text(v->tongue, N_("không có số liệu"))
                                 : figure_of(v, scope->metric, row ? row : &nothing),
            .shade = is_unknown ? 0 : class,
            .is_unknown = is_unknown,
            .url = leader_board_url(v, scope, places.rows[i].code),
        };
    }
    view->map = (struct map_view){ .label = metrics[scope->metric].label,
                                   .areas = areas,
                                   .count = places.count,
                                   .legend = metrics[scope->metric].legend,
                                   .is_classed = true,
                                   .is_judged = scope->metric == METRIC_ON_TIME };
    if (places.count > 0) {
        /* Above governments that no government is above, there is the country. */
        view->map.is_national = !str_equal(places.rows[0].above_kind, STR("government"));
        show_tabs(v, scope, view);
    }
    if (scope->is_table) {
        view->map.count = 0;
        return;
    }
    shapes_of_services(&v->snap->conn, areas, places.count, wanted.on);
    map_draw(v->arena, &view->map);
}

static const struct leader_units_row *row_of(const struct leader_units_rows *units,
                                             struct unit_id id)
{
    for (size_t i = 0; i < units->count; i++) {
        if (units->rows[i].id.v == id.v) {
            return &units->rows[i];
        }
    }
    return NULL;
}

/* "đúng hạn 82 % (18/22)": the share with what it is made of; of too few only that. */
static struct str parts(struct visit *v, const char *source, int64_t part, int64_t whole)
{
    struct str share = leader_share(v, part, whole);
    struct str of = str_printf(v->arena, "%.*s/%.*s", STR_ARG(leader_number(v, part)),
                               STR_ARG(leader_number(v, whole)));
    struct str both = str_printf(v->arena, "%.*s (%.*s)", STR_ARG(share), STR_ARG(of));
    return leader_say(v, source, share.p ? both : of, STR_NONE);
}

static struct str figure_of(struct visit *v, enum leader_metric metric,
                            const struct leader_units_row *row)
{
    switch (metric) {
    case METRIC_ON_TIME:
        return parts(v, N_("đúng hạn %s"), row->on_time, row->answered);
    case METRIC_REOPENED:
        return parts(v, N_("mở lại %s"), row->reopened, row->received);
    case METRIC_LATE:
        return parts(v, N_("trễ, quá hạn %s"), row->late, row->received);
    case METRIC_RATED:
        return row->rated < TOLD_FROM
                   ? tongue_text(v->tongue, N_("dưới 5 phiếu"))
                   : leader_say(v, N_("%s (%s phiếu)"), leader_mean(v, row->rating_sum, row->rated),
                                leader_number(v, row->rated));
    case METRIC_RECEIVED:
    case LEADER_METRICS:
        break;
    }
    return leader_say(v, N_("nhận %s"), leader_number(v, row->received), STR_NONE);
}

/* What a tab keeps of the others: all but itself. */
static struct tabs_view tabs_of(struct visit *v, const struct leader_scope *scope,
                                const char *about, const char *param)
{
    const struct form_param all[] = {
        { STR("unit"), scope->unit.code },
        { STR("month"), str_printf(v->arena, "%lld", (long long)scope->month) },
        { STR("counted"), scope->is_now ? STR("now") : STR("then") },
        { STR("metric"), str_of(leader_metric_words[scope->metric]) },
        { STR("view"), scope->is_table ? STR("table") : STR("map") },
    };
    struct form_param *kept = new(v->arena, struct form_param, COUNT(all));
    struct tabs_view tabs = {
        .about = about, .here = route_url(v, "/ld"), .kept = kept, .param = str_of(param)
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        if (!str_equal(all[i].name, tabs.param)) {
            kept[tabs.kept_count++] = all[i];
        }
    }
    return tabs;
}

static void put_tabs(struct visit *v, struct tabs_view *to, const struct tab_view *tabs,
                     size_t count)
{
    struct tab_view *copy = new(v->arena, struct tab_view, count);
    for (size_t i = 0; i < count; i++) {
        copy[i] = tabs[i];
    }
    to->tabs = copy;
    to->count = count;
}

static void show_tabs(struct visit *v, const struct leader_scope *scope, struct leader_view *view)
{
    const struct tab_view ways[] = {
        { .label = N_("Bản đồ"), .key = STR("map"), .is_current = !scope->is_table },
        { .label = N_("Bảng"), .key = STR("table"), .is_current = scope->is_table },
    };
    struct tab_view chosen[LEADER_METRICS];
    for (size_t i = 0; i < LEADER_METRICS; i++) {
        chosen[i] = (struct tab_view){ .label = leader_metric_labels[i],
                                       .key = str_of(leader_metric_words[i]),
                                       .is_current = i == (size_t)scope->metric };
    }
    view->ways = tabs_of(v, scope, N_("Cách xem"), "view");
    put_tabs(v, &view->ways, ways, COUNT(ways));
    view->metrics = tabs_of(v, scope, N_("Chỉ tiêu trên bản đồ"), "metric");
    put_tabs(v, &view->metrics, chosen, LEADER_METRICS);
}

void leader_kept_show(struct visit *v, const struct leader_scope *scope, struct leader_view *view)
{
    struct tabs_view tabs = tabs_of(v, scope, N_("Cách xem"), "month");
    /* The unit has its own field. */
    view->kept = tabs.kept + 1;
    view->kept_count = tabs.kept_count - 1;
}

void leader_counted_tabs(struct visit *v, const struct leader_scope *scope,
                         struct leader_view *view)
{
    const struct tab_view counted[] = {
        { .label = N_("Theo đơn vị lúc đó"), .key = STR("then"), .is_current = !scope->is_now },
        { .label = N_("Quy về đơn vị hiện nay"), .key = STR("now"), .is_current = scope->is_now },
    };
    view->counted = tabs_of(v, scope, N_("Cách tính đơn vị đã thôi hoạt động"), "counted");
    put_tabs(v, &view->counted, counted, COUNT(counted));
}
