/* Receptions of the demonstration: a year of days, and visits in each state of a week. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include "law/calendar.h"
#include "law/reception.h"
#include "mod/reception/reception.h"

enum { DAYS_MAX = 80, ACTS_MAX = 4, WEEK = 7, DAYS_AHEAD = 40, FIRST_AFTER = 14, SEATS = 6 };

/* The posted days of a unit, in order. */
struct posted {
    struct reception_day_id ids[DAYS_MAX];
    struct day days[DAYS_MAX];
    size_t count;
};
struct demo_receptions {
    struct posted ward;
    struct posted city;
};

/* What was done with a visit, so many days after it. */
struct done {
    int32_t days_after;
    const char *act;
    struct case_args args;
};
struct came {
    struct reception_visit_form form;
    struct done acts[ACTS_MAX]; /* up to the first without an act */
};

#define WHO(name_, address_, content_)                                                             \
    .name = STR_INIT(name_), .address = STR_INIT(address_), .content = STR_INIT(content_),         \
    .people = 1
#define SAID(text) .said = STR_INIT(text)

static const struct came last_time[] = {
    { { WHO("Hồ Thị Lựu", "22 Chi Lăng", "Xin xem lại ranh thửa 118, tờ bản đồ 14.") },
      { { 0,
          "hear",
          { SAID("Ranh trên bản đồ mới lệch gần một mét so với tường rào cũ."),
            .choice = STR_INIT("report"), .reason = STR_INIT("noi-tiep") } },
        { 3,
          "answer",
          { SAID("Đã giao đo lại, có kết quả trong tháng."), .choice = STR_INIT("accepted"),
            .told = STR_INIT("Phòng Kinh tế, Hạ tầng và Đô thị") } } } },
    { { WHO("Đặng Văn Quý", "5 Bạch Đằng", "Khiếu nại quyết định thu hồi giấy phép xây dựng.") },
      { { 0,
          "hear",
          { SAID("Không đồng ý với quyết định của Sở Xây dựng."), .choice = STR_INIT("complaint"),
            .reason = STR_INIT("huong-dan"), .told = STR_INIT("Sở Xây dựng") } } } },
    { { WHO("Trương Thị Mai", "61 Mai Thúc Loan", "Hỏi chế độ trợ cấp của mẹ già.") },
      { { 0,
          "refuse",
          { SAID("Đi thay mẹ mà chưa có giấy ủy quyền; đã hướng dẫn cách làm giấy."),
            .reason = STR_INIT("uy-quyen") } } } },
};
static const struct reception_visit_form next_time[] = {
    { WHO("Phan Văn Lực", "8 Nguyễn Chí Thanh", "Đề nghị sửa cống trước chợ.") },
    { WHO("Nguyễn Thị Thúy", "14 Đinh Tiên Hoàng", "Đất giao từ năm 1998 chưa có giấy."),
      .settled_by = STR_INIT("Chi nhánh Văn phòng đăng ký đất đai") },
};

static void post(struct demo *demo, struct author author, const char *unit, struct day on,
                 struct posted *posted);
static void hold(struct demo *demo, struct author author, const struct posted *posted);
static void receive(struct demo *demo, struct author author, const struct posted *posted);
static void do_act(struct demo *demo, struct author author, const struct done *done,
                   struct str code, struct day on);

/* Every Thursday until the law of July 2026, then the first and third of a month; the city's head
 * about the middle of each. */
struct demo_receptions *demo_receptions_post(struct demo *demo, struct author ward)
{
    struct demo_receptions *receptions = new(demo->arena, struct demo_receptions, 1);
    struct day last = day_add(instant_day(demo->end), DAYS_AHEAD);
    struct day day = day_add(instant_day(demo->now), FIRST_AFTER);
    for (; day_compare(day, last) <= 0; day = day_after(day)) {
        int year;
        int month;
        int of_month;
        day_split(day, &year, &month, &of_month);
        const struct head_duty *duty = head_duty_find(RECEPTION_COMMUNE, day);
        int nth = (of_month - 1) / WEEK;
        bool is_week = duty->per == PER_WEEK || nth == 0 || nth == 2;
        bool is_asked = day_weekday(day) == THURSDAY && is_week;
        if (is_asked && calendar_works_on(&CALENDAR_VIETNAM, day)) {
            post(demo, ward, "19753", day, &receptions->ward);
        }
        if (of_month == 2 * WEEK) {
            post(demo, demo->city, "46", calendar_working_day_from(&CALENDAR_VIETNAM, day),
                 &receptions->city);
        }
    }
    return receptions;
}

void demo_receptions_tell(struct demo *demo, struct author ward,
                          const struct demo_receptions *receptions)
{
    receive(demo, ward, &receptions->ward);
    hold(demo, ward, &receptions->ward);
    hold(demo, demo->city, &receptions->city);
}

static void post(struct demo *demo, struct author author, const char *unit, struct day on,
                 struct posted *posted)
{
    struct arena_mark mark = arena_mark(demo->page);
    struct reception_post_form form = { .unit = str_of(unit),
                                        .on = on,
                                        .from = STR("07:30"),
                                        .until = STR("11:00"),
                                        .place = STR("Phòng tiếp công dân, tầng 1"),
                                        .is_by_head = true,
                                        .seats = SEATS };
    struct order *order = demo_order(demo, &reception_commands[COMMAND_POST], &form, author);
    if (posted->count < DAYS_MAX && demo_do(demo, order)) {
        posted->ids[posted->count].v = order->outcome.answer.subject.v;
        posted->days[posted->count++] = on;
    }
    arena_undo(demo->page, mark);
}

/* Now and then somebody else receives, and once in a while nobody. */
static void hold(struct demo *demo, struct author author, const struct posted *posted)
{
    enum { EACH_DEPUTY = 9, EACH_NOBODY = 23 };
    struct day today = instant_day(demo->now);
    for (size_t i = 0; i < posted->count && day_compare(posted->days[i], today) < 0; i++) {
        struct arena_mark mark = arena_mark(demo->page);
        struct reception_hold_form form = { .day = posted->ids[i], .outcome = STR(BY_HEAD) };
        if (i % EACH_DEPUTY == EACH_DEPUTY - 1) {
            form.outcome = STR(BY_DEPUTY);
            form.by = STR("Phó Chủ tịch Ủy ban nhân dân");
        } else if (i % EACH_NOBODY == EACH_NOBODY - 1) {
            form.outcome = STR(BY_NOBODY);
            form.reason = STR("Họp khẩn cấp chống bão.");
        }
        demo_do(demo, demo_order(demo, &reception_commands[COMMAND_HOLD], &form, author));
        arena_undo(demo->page, mark);
    }
}

/* Who came to the last day that is over, and who booked the next one. */
static void receive(struct demo *demo, struct author author, const struct posted *posted)
{
    struct day today = instant_day(demo->now);
    size_t next = 0;
    while (next < posted->count && day_compare(posted->days[next], today) < 0) {
        next++;
    }
    for (size_t i = 0; i < COUNT(last_time) && next > 0; i++) {
        struct arena_mark mark = arena_mark(demo->page);
        struct reception_visit_form form = last_time[i].form;
        form.day = posted->ids[next - 1];
        struct order *order = demo_order(demo, &reception_commands[COMMAND_WALK_IN], &form, author);
        bool is_in = demo_do(demo, order);
        struct str rest = order->outcome.answer.text;
        struct str code = is_in ? str_cut(&rest, ' ') : STR_NONE;
        for (size_t k = 0; is_in && k < ACTS_MAX && last_time[i].acts[k].act; k++) {
            do_act(demo, author, &last_time[i].acts[k], code, posted->days[next - 1]);
        }
        arena_undo(demo->page, mark);
    }
    for (size_t i = 0; i < COUNT(next_time) && next < posted->count; i++) {
        struct arena_mark mark = arena_mark(demo->page);
        struct reception_visit_form form = next_time[i];
        struct author nobody = { .is_clock = false };
        form.day = posted->ids[next];
        demo_do(demo, demo_order(demo, &reception_commands[COMMAND_BOOK], &form, nobody));
        arena_undo(demo->page, mark);
    }
}

/* What would be done on a day to come is not done yet. */
static void do_act(struct demo *demo, struct author author, const struct done *done,
                   struct str code, struct day on)
{
    const struct case_act_rule *act = case_act_rule(&reception_kind, str_of(done->act));
    struct case_args *args = new(demo->page, struct case_args, 1);
    *args = done->args;
    args->code = code;
    args->on = day_add(on, done->days_after);
    if (day_compare(args->on, instant_day(demo->now)) <= 0) {
        const struct command *command = &reception_kind.commands[act - reception_kind.acts];
        demo_do(demo, demo_order(demo, command, args, author));
    }
}
