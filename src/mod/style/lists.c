/* Badges, figures, summaries, tasks, times, tabs, pages, empty lists: what pages say of a paper. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/web.h"
#include "law/calendar.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"

/* --- a deadline ------------------------------------------------------------------------------- */

enum { HOUR_S = 3600, NOW_S = 1773392400 };
/* The last second of the day so many days from now; so many hours from now. */
#define IN_DAYS(days)                                                                              \
    {                                                                                              \
        NOW_S + 8 * HOUR_S - 1 + (days)*DAY_S                                                      \
    }
#define IN_HOURS(hours)                                                                            \
    {                                                                                              \
        NOW_S + (hours)*HOUR_S                                                                     \
    }

struct badge_look {
    struct due_row row;
    struct local_url basis;
};
static void draw_badge(struct showing *s, const void *view)
{
    const struct badge_look *look = view;
    struct visit then = *s->visit;
    then.now = STYLE_NOW;
    struct badge_view badge = page_badge(&then, &look->row, &CALENDAR_VIETNAM);
    badge.basis = look->basis;
    web_badge_html(s->out, &badge);
}
#define BADGE(...)                                                                                 \
    &(const struct badge_look)                                                                     \
    {                                                                                              \
        .row = {.anchor = IN_DAYS(-40), __VA_ARGS__ }                                              \
    }
static const struct look badge_looks[] = {
    { N_("Còn lâu"), BADGE(.due = IN_DAYS(24)) },
    { N_("Sắp tới"), BADGE(.due = IN_DAYS(3)) },
    { N_("Hôm nay"), BADGE(.due = IN_DAYS(0)) },
    { N_("Còn vài giờ"), BADGE(.unit = WORKING_HOURS, .due = IN_HOURS(1)) },
    { N_("Vừa trễ"), BADGE(.unit = WORKING_HOURS, .due = IN_HOURS(-1)) },
    { N_("Trễ đã lâu"), BADGE(.due = IN_DAYS(-30)) },
    { N_("Tạm dừng"), BADGE(.due = IN_DAYS(9), .paused_since = IN_DAYS(-2)) },
    { N_("Tạm dừng, lý do dài"), BADGE(.due = IN_DAYS(9), .paused_since = IN_DAYS(-2),
                                       .pause_reason = STR_INIT("chờ kết quả giám định của Trung "
                                                                "tâm Kỹ thuật tài nguyên và môi "
                                                                "trường thành phố Huế")) },
    { N_("Xong sớm"), BADGE(.due = IN_DAYS(9), .done = IN_DAYS(-1)) },
    { N_("Xong đúng hạn"), BADGE(.due = IN_DAYS(0), .done = IN_HOURS(-1)) },
    { N_("Xong muộn"), BADGE(.due = IN_DAYS(-8), .done = IN_DAYS(-1)) },
    { N_("Dẫn tới cách tính"),
      &(const struct badge_look){ { .anchor = IN_DAYS(-40), .due = IN_DAYS(24) },
                                  TO_SECTION("badge") } },
};

/* --- figures ---------------------------------------------------------------------------------- */

DRAWS(figures, figures_view)
static const struct figure_row figure_rows[] = {
    { "Đã nhận", STR_INIT("1.204"), STR_INIT("tháng 3/2026"), TO_SECTION("figures") },
    { "Đúng hạn", STR_INIT("91,4 %"), STR_INIT("1.020/1.116 hồ sơ"), TO_SECTION("figures") },
    { "Quá hạn", STR_INIT("37"), { 0 }, TO_SECTION("figures") },
    { "Hài lòng", STR_INIT("3,9/5"), STR_INIT("412 phiếu, 34 % trả lời"), { { 0 } } },
};
static const struct figure_row long_figures[] = {
    { LONG_MATTER, STR_INIT("185.600.000.000 đ"), STR_INIT(LONG_UNIT), TO_SECTION("figures") },
    { "Quá hạn", STR_INIT("0"), STR_INIT(NO_BLANKS), TO_SECTION("figures") },
};
static const struct look figures_looks[] = {
    { N_("Một"), &(const struct figures_view){ figure_rows, 1 } },
    { N_("Nhiều"), &(const struct figures_view){ figure_rows, COUNT(figure_rows) } },
    { N_("Rất dài"), &(const struct figures_view){ long_figures, COUNT(long_figures) } },
};

/* --- what was given --------------------------------------------------------------------------- */

DRAWS(summary, summary_view)
static const struct summary_row summary_rows[] = {
    { "Việc", STR_INIT("Đèn đường Kim Long tắt ba đêm nay"), TO_SECTION("summary"), NULL },
    { "Nơi xảy ra", STR_INIT(EDE_PLACE), TO_SECTION("summary"), "Đổi" },
    { "Họ và tên", STR_INIT(EDE_NAME), TO_SECTION("summary"), NULL },
    { "Điện thoại", { 0 }, TO_SECTION("summary"), NULL },
};
static const struct summary_row plain_rows[] = {
    { "Nhận lúc", STR_INIT("16:00 ngày 13/03/2026"), { { 0 } }, NULL },
    { "Nơi giữ hồ sơ", STR_INIT("Phường Phú Xuân"), { { 0 } }, NULL },
};
static const struct summary_row mixed_rows[] = {
    { "Việc", STR_INIT("Đèn đường"), TO_SECTION("summary"), NULL },
    { "Nhận lúc", STR_INIT("16:00 ngày 13/03/2026"), { { 0 } }, NULL },
};
static const struct summary_row long_rows[] = {
    { "Việc", STR_INIT(LONG_MATTER), TO_SECTION("summary"), NULL },
    { "Nơi giữ hồ sơ", STR_INIT(LONG_UNIT), { { 0 } }, NULL },
    { "Họ và tên", STR_INIT(LONG_NAME), TO_SECTION("summary"), NULL },
    { "Chữ liền", STR_INIT(NO_BLANKS), TO_SECTION("summary"), NULL },
};
static const struct look summary_looks[] = {
    { N_("Sửa được"), &(const struct summary_view){ summary_rows, COUNT(summary_rows) } },
    { N_("Chỉ đọc"), &(const struct summary_view){ plain_rows, COUNT(plain_rows) } },
    { N_("Có dòng sửa được, có dòng không"),
      &(const struct summary_view){ mixed_rows, COUNT(mixed_rows) } },
    { N_("Một"), &(const struct summary_view){ plain_rows, 1 } },
    { N_("Rất dài"), &(const struct summary_view){ long_rows, COUNT(long_rows) } },
};

/* --- to listen to a page ---------------------------------------------------------------------- */

DRAWS(listen, listen_view)
static const struct look listen_looks[] = {
    { N_("Có bản đọc"), &(const struct listen_view){ .narration = { STR_INIT("vi"), TO_PAGE,
                                                                    STR_INIT("audio/ogg"), 31 },
                                                     .language = "vi",
                                                     .may_speak = true } },
    { N_("Không có bản đọc: nút hiện khi máy có giọng"),
      &(const struct listen_view){ .language = "vi", .may_speak = true } },
    { N_("Không nghe được"), &(const struct listen_view){ .language = "vi" } },
};

/* --- who holds a paper ------------------------------------------------------------------------ */

DRAWS(officer, officer_view)
#define OFFICE_PHONE .phone = STR_INIT("0234 382 2222"), .phone_digits = STR_INIT("02343822222")
static const struct look officer_looks[] = {
    { N_("Đủ tên, chức vụ, điện thoại"),
      &(const struct officer_view){ STR_INIT(EDE_NAME), STR_INIT("Cán bộ địa chính"),
                                    STR_INIT("Phường Phú Xuân"), OFFICE_PHONE } },
    { N_("Không nêu tên"), &(const struct officer_view){ .post = STR_INIT("Cán bộ địa chính"),
                                                         .unit = STR_INIT("Phường Phú Xuân"),
                                                         OFFICE_PHONE } },
    { N_("Chưa giao"), &(const struct officer_view){ .unit = STR_INIT("Phường Phú Xuân"),
                                                     OFFICE_PHONE,
                                                     .says_nobody = true } },
    { N_("Số không gọi được"),
      &(const struct officer_view){ .unit = STR_INIT("Phường Phú Xuân"),
                                    .phone = STR_INIT("máy lẻ 12, hỏi bộ phận một cửa") } },
    { N_("Chỉ có đơn vị"), &(const struct officer_view){ .unit = STR_INIT("Phường Phú Xuân") } },
    { N_("Rất dài"), &(const struct officer_view){ STR_INIT(LONG_NAME), STR_INIT(LONG_MATTER),
                                                   STR_INIT(LONG_UNIT), OFFICE_PHONE } },
};

/* --- what there is to do ---------------------------------------------------------------------- */

DRAWS(tasks, tasks_view)
static const struct task_row task_rows[] = {
    { "Tiếp nhận", TO_SECTION("tasks"), TASK_DONE },
    { "Xác minh", TO_SECTION("tasks"), TASK_DOING },
    { "Trả lời", TO_SECTION("tasks"), TASK_TO_DO },
    { "Đối thoại", { { 0 } }, TASK_NOT_NEEDED },
};
static const struct task_row long_tasks[] = {
    { LONG_MATTER, TO_SECTION("tasks"), TASK_DOING },
    { NO_BLANKS, { { 0 } }, TASK_TO_DO },
};
static const struct look tasks_looks[] = {
    { N_("Một"), &(const struct tasks_view){ task_rows, 1 } },
    { N_("Nhiều"), &(const struct tasks_view){ task_rows, COUNT(task_rows) } },
    { N_("Rất dài"), &(const struct tasks_view){ long_tasks, COUNT(long_tasks) } },
};

/* --- what happened ---------------------------------------------------------------------------- */

DRAWS(timeline, timeline_view)
static const struct event_view events[] = {
    { "Đã trả lời", STR_INIT("Đèn đã được thay bóng, bà con bật thử tối nay giúp."),
      STR_INIT("Văn phòng phường Phú Xuân · " EDE_NAME), IN_HOURS(-1), false },
    { "Ghi chú", STR_INIT("Công ty Môi trường đô thị hẹn thứ Sáu."), STR_INIT("Lê Minh"),
      IN_DAYS(-1), true },
    { "Đã chuyển", { 0 }, STR_INIT("Phường Phú Xuân"), IN_DAYS(-3), false },
    { "Đã nhận", { 0 }, { 0 }, IN_DAYS(-5), false },
};
static const struct event_view long_events[] = {
    { LONG_MATTER, STR_INIT(LONG_UNIT), STR_INIT(LONG_NAME), IN_HOURS(-1), false },
    { "Ghi chú", STR_INIT(NO_BLANKS), STR_INIT(LONG_UNIT), IN_DAYS(-1), true },
};
static const struct look timeline_looks[] = {
    { N_("Một"), &(const struct timeline_view){ events, 1 } },
    { N_("Nhiều, có việc nội bộ"), &(const struct timeline_view){ events, COUNT(events) } },
    { N_("Rất dài"), &(const struct timeline_view){ long_events, COUNT(long_events) } },
};

/* --- parts and pages of a list ---------------------------------------------------------------- */

DRAWS(tabs, tabs_view)
static const struct form_param kept[] = {
    { STR_INIT("tim"), STR_INIT("đèn đường") },
};
static const struct tab_view few_tabs[] = {
    { "Của tôi", STR_INIT("mine"), true, false, 0 },
    { "Cả phòng", STR_INIT("all"), false, false, 0 },
};
static const struct tab_view many_tabs[] = {
    { "Mới", STR_INIT("new"), false, true, 5 },
    { "Sắp hạn", STR_INIT("soon"), true, true, 6 },
    { "Quá hạn", STR_INIT("late"), false, true, 0 },
    { "Chờ bà con", STR_INIT("paused"), false, true, 3 },
    { "Đã xong", STR_INIT("done"), false, true, 12834 },
};
static const struct tab_view long_tabs[] = {
    { LONG_UNIT, STR_INIT("a"), true, true, 14 },
    { NO_BLANKS, STR_INIT("b"), false, false, 0 },
};
#define TABS(about, rows)                                                                          \
    &(const struct tabs_view)                                                                      \
    {                                                                                              \
        about, TO_PAGE, kept, COUNT(kept), STR_INIT("loc"), rows, COUNT(rows)                      \
    }
static const struct look tabs_looks[] = {
    { N_("Hai"), TABS("Của ai", few_tabs) },
    { N_("Nhiều, có số"), TABS("Tình trạng", many_tabs) },
    { N_("Rất dài"), TABS("Nơi giữ hồ sơ", long_tabs) },
    { N_("Một: không hiện gì"), &(const struct tabs_view){ .tabs = few_tabs, .count = 1 } },
};

DRAWS(pages, pages_view)
static const struct look pages_looks[] = {
    { N_("Ở giữa"),
      &(const struct pages_view){ TO_PAGE, kept, COUNT(kept), STR_INIT("9"), STR_INIT("5") } },
    { N_("Trang đầu"), &(const struct pages_view){ TO_PAGE, NULL, 0, { 0 }, STR_INIT("5") },
      LOOK_APART },
    { N_("Trang cuối"), &(const struct pages_view){ TO_PAGE, NULL, 0, STR_INIT("9"), { 0 } },
      LOOK_APART },
    { N_("Một trang: không hiện gì"), &(const struct pages_view){ .here = TO_PAGE } },
};

DRAWS(empty, empty_view)
static const struct look empty_looks[] = {
    { N_("Có việc làm tiếp"),
      &(const struct empty_view){ "Chưa có hồ sơ nào", "Hồ sơ mới sẽ hiện ở đây.", "Gửi phản ánh",
                                  TO_SECTION("empty") } },
    { N_("Chỉ có tên"), &(const struct empty_view){ .title = "Chưa có hồ sơ nào" } },
    { N_("Rất dài"),
      &(const struct empty_view){ LONG_MATTER, LONG_UNIT, NO_BLANKS, TO_SECTION("empty") } },
};

static const struct partial partials[] = {
    PARTIAL(badge, N_("Hạn, nói bằng bốn cách: dấu, lời, màu, ngày.")),
    PARTIAL(figures, N_("Số và thứ làm nên nó; mỗi số dẫn tới danh sách của nó.")),
    PARTIAL(summary, N_("Điều đã khai, từng dòng, và lối sửa.")),
    PARTIAL(listen, N_("Nghe trang: bản đọc của xã, phường, hoặc giọng của máy.")),
    PARTIAL(officer, N_("Ai giữ hồ sơ: tên, chức vụ, đơn vị, điện thoại.")),
    PARTIAL(tasks, N_("Việc phải làm và đã tới đâu.")),
    PARTIAL(timeline, N_("Việc đã xảy ra với một hồ sơ, mới nhất ở trên.")),
    PARTIAL(tabs, N_("Phần nào của danh sách đang hiện.")),
    PARTIAL(pages, N_("Tới các dòng mới hơn và cũ hơn.")),
    PARTIAL(empty, N_("Danh sách chưa có gì: sẽ có gì, vì sao chưa, nên làm gì.")),
};
const struct chapter STYLE_LISTS = CHAPTER(N_("Điều trang nói"), partials);
