/* Whole pages and what frames them: head, end, errors, one form, one question, a refusal. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/style.h"
#include "html/web.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"
#include "web/import.h"
#include "web/problem.h"

static const struct local_url HERE = TO_PAGE;

/* --- the head --------------------------------------------------------------------------------- */

static const struct nav_item verb_items[] = {
    { .key = "biet",
      .label = "Biết",
      .url = TO_SECTION("verbs"),
      .about = "Phường, xã đang làm gì, ai phụ trách" },
    { .key = "ban",
      .label = "Bàn",
      .url = TO_SECTION("verbs"),
      .about = "Góp ý, họp thôn, biểu quyết" },
    { .key = "lam",
      .label = "Làm",
      .url = TO_SECTION("verbs"),
      .about = "Công trình và mô hình bà con cùng làm" },
    { .key = "kiem-tra",
      .label = "Kiểm tra",
      .url = TO_SECTION("verbs"),
      .about = "Đơn của tôi tới đâu, giấy này thật không" },
    { .key = "giam-sat",
      .label = "Giám sát",
      .url = TO_SECTION("verbs"),
      .about = "Ai giải quyết đúng hạn, ai hay trễ" },
    { .key = "thu-huong",
      .label = "Thụ hưởng",
      .url = TO_SECTION("verbs"),
      .about = "Nhà tôi được hưởng gì, đã tới tay chưa" },
};
static const struct nav_item desk_few[] = {
    { .label = "Hộp thư", .url = TO_PAGE, .is_current = true },
    { .label = "Nhập đơn giấy", .url = TO_PAGE },
};
static const struct nav_item desk_many[] = {
    { .label = "Hộp thư", .url = TO_PAGE },
    { .label = "Nhập đơn giấy", .url = TO_PAGE },
    { .label = "Tiếp công dân", .url = TO_PAGE },
    { .label = "Báo cáo", .url = TO_PAGE, .is_current = true },
    { .label = "Đơn vị", .url = TO_PAGE },
    { .label = "Tài khoản cán bộ", .url = TO_PAGE },
    { .label = LONG_NAME, .url = TO_PAGE },
};
static const struct nav_item beside[] = {
    { .label = "Hồ sơ công khai", .url = TO_PAGE, .is_current = true },
    { .label = "Tra cứu", .url = TO_PAGE },
    { .label = LONG_MATTER, .url = TO_PAGE },
};
/* What the page differs in from one that nobody is signed in to. Its menus are none of the house's:
 * they would change with every new service. */
struct top_look {
    struct str unit_name;
    struct str visitor_name;
    struct notice notice;
    const struct nav_item *desk;
    size_t desk_count;
    const struct nav_item *beside;
    size_t beside_count;
    bool is_task, is_demo, is_damaged;
};
static void draw_top(struct showing *s, const void *view)
{
    const struct top_look *look = view;
    struct page page = *s->page;
    page.unit_name = look->unit_name;
    page.visitor_name = look->visitor_name;
    page.notice = look->notice;
    page.verbs = verb_items;
    page.verb_count = COUNT(verb_items);
    page.desk = look->desk;
    page.desk_count = look->desk_count;
    page.beside = look->beside;
    page.beside_count = look->beside_count;
    page.is_task = look->is_task;
    page.is_demo = look->is_demo;
    page.is_damaged = look->is_damaged;
    style_bare_html(s->out, &page);
}
static const struct look top_looks[] = {
    { N_("Chưa đăng nhập"), &(const struct top_look){ .is_demo = false }, LOOK_WHOLE },
    { N_("Cán bộ"),
      &(const struct top_look){
          .visitor_name = STR_INIT(EDE_NAME), .desk = desk_few, .desk_count = COUNT(desk_few) },
      LOOK_WHOLE },
    { N_("Rất dài"),
      &(const struct top_look){ .unit_name = STR_INIT(LONG_UNIT),
                                .visitor_name = STR_INIT(LONG_NAME),
                                .desk = desk_many,
                                .desk_count = COUNT(desk_many),
                                .beside = beside,
                                .beside_count = COUNT(beside) },
      LOOK_WHOLE },
    { N_("Vừa làm xong, hoàn tác được"),
      &(const struct top_look){ .notice = { STR_INIT("Đã tiếp nhận HU-7K3Q-92MX."), TO_PAGE } },
      LOOK_WHOLE },
    { N_("Vừa làm xong"),
      &(const struct top_look){ .notice = { STR_INIT(LONG_MATTER), { { 0 } } } }, LOOK_WHOLE },
    { N_("Một bước của mẫu khai"), &(const struct top_look){ .is_task = true }, LOOK_WHOLE },
    { N_("Dữ liệu minh họa"), &(const struct top_look){ .is_demo = true }, LOOK_WHOLE },
    { N_("Kho dữ liệu có lỗi"), &(const struct top_look){ .is_damaged = true }, LOOK_WHOLE },
};

/* --- the end ---------------------------------------------------------------------------------- */

static const struct nav_item foot[] = {
    { .label = "Hỗ trợ tiếp cận", .url = TO_PAGE },
    { .label = "Dữ liệu mở", .url = TO_PAGE },
    { .label = LONG_UNIT, .url = TO_PAGE },
};
struct end_look {
    const struct nav_item *foot;
    size_t count;
};
static void draw_end(struct showing *s, const void *view)
{
    const struct end_look *look = view;
    struct page page = *s->page;
    page.foot = look->foot;
    page.foot_count = look->count;
    style_bare_html(s->out, &page);
}
static const struct look end_looks[] = {
    { N_("Không có liên kết"), &(const struct end_look){ NULL, 0 }, LOOK_WHOLE },
    { N_("Nhiều liên kết"), &(const struct end_look){ foot, COUNT(foot) }, LOOK_WHOLE },
};

/* --- help ------------------------------------------------------------------------------------- */

static const struct help_row help_row = {
    .path = STYLE_PATH,
    .purpose = LONG_MATTER,
    .steps = { LONG_UNIT, NO_BLANKS },
    .next = LONG_NAME,
};
struct help_look {
    const struct help_row *row;
    struct local_url guide;
};
static void draw_help(struct showing *s, const void *view)
{
    const struct help_look *look = view;
    struct page page = *s->page;
    page.help = look->row;
    page.guide_url = look->guide;
    page.guide_label = LONG_UNIT;
    style_bare_html(s->out, &page);
}
static const struct look help_looks[] = {
    { N_("Có hướng dẫn"), &(const struct help_look){ &help_row, TO_PAGE }, LOOK_WHOLE },
    { N_("Chỉ có liên kết"), &(const struct help_look){ NULL, TO_PAGE }, LOOK_WHOLE },
};

/* --- the verbs -------------------------------------------------------------------------------- */

static const struct nav_item long_verbs[] = {
    { .key = "biet", .label = NO_BLANKS, .url = TO_SECTION("verbs"), .about = LONG_UNIT },
    { .key = "ban", .label = LONG_NAME, .url = TO_SECTION("verbs"), .about = NO_BLANKS },
};
struct verbs_look {
    const struct nav_item *items;
    size_t count;
};
static void draw_verbs(struct showing *s, const void *view)
{
    const struct verbs_look *look = view;
    struct page page = *s->page;
    page.verbs = look->items;
    page.verb_count = look->count;
    web_verbs_html(s->out, &page);
}
static const struct look verbs_looks[] = {
    { N_("Đủ sáu"), &(const struct verbs_look){ verb_items, COUNT(verb_items) } },
    { N_("Một"), &(const struct verbs_look){ verb_items + 3, 1 } },
    { N_("Rất dài"), &(const struct verbs_look){ long_verbs, COUNT(long_verbs) } },
};

/* --- what is wrong with a form ---------------------------------------------------------------- */

#define NAME_WRONG "Bà con chưa ghi họ tên. Hãy ghi vào ô bên dưới."
static const struct problems one_problem = {
    .list = { { "full_name", STR_INIT(NAME_WRONG) } },
    .count = 1,
};
static const struct problems many_problems = {
    .list = { { "full_name", STR_INIT(NAME_WRONG) },
              { "phone", STR_INIT("Số điện thoại phải có 10 số, ví dụ 0912 345 678.") },
              { "text", STR_INIT(LONG_MATTER) },
              { NULL, STR_INIT("Hồ sơ vừa được người khác sửa. Hãy xem lại rồi gửi.") },
              { NULL, STR_INIT(NO_BLANKS) } },
    .count = 5,
};
/* The form that the summary leads into. */
static const struct form_view asking = {
    .lead = "Ghi để nơi giải quyết hỏi lại được.",
    .button = "Gửi",
    .fields = { { .kind = INPUT_LINE, .name = "full_name", .label = "Họ và tên" },
                { .kind = INPUT_PHONE,
                  .name = "phone",
                  .label = "Số điện thoại",
                  .is_optional = true },
                { .kind = INPUT_AREA, .name = "text", .label = "Nội dung" } },
    .field_count = 3,
};

static void draw_form(struct showing *s, const void *view)
{
    const struct form_view *look = view;
    struct form_view form = *look;
    form.page = s->page;
    form.send_to = HERE;
    web_form_html(s->out, &form);
}
/* web_top shows them, as on every page. */
static void draw_errors(struct showing *s, const void *view)
{
    const struct problems *problems = view;
    struct page page = *s->page;
    page.problems = problems;
    struct form_view form = asking;
    form.page = &page;
    form.send_to = HERE;
    for (size_t i = 0; i < form.field_count; i++) {
        form.fields[i].problem = problem_of(problems, form.fields[i].name);
    }
    web_form_html(s->out, &form);
}
static const struct look errors_looks[] = {
    { N_("Một"), &one_problem, LOOK_WHOLE },
    { N_("Nhiều, có chỗ không thuộc ô nào"), &many_problems, LOOK_WHOLE },
};

/* --- one form, one question, one refusal ------------------------------------------------------ */

static const struct form_param unseen[] = {
    { STR_INIT("version"), STR_INIT("7") },
};
static const struct form_view grave_form = {
    .about = STR_INIT(EDE_NAME),
    .kept = unseen,
    .kept_count = COUNT(unseen),
    .fields = { { .kind = INPUT_PASSWORD, .name = "password", .label = "Mật khẩu" } },
    .field_count = 1,
    .button = "Khóa tài khoản",
    .is_grave = true,
};
static const struct form_view long_form = {
    .about = STR_INIT(LONG_UNIT),
    .lead = LONG_MATTER,
    .fields = { { .kind = INPUT_LINE,
                  .name = "title",
                  .label = LONG_MATTER,
                  .value = STR_INIT(NO_BLANKS) } },
    .field_count = 1,
    .button = LONG_NAME,
};
static const struct look form_looks[] = {
    { N_("Thường"), &asking, LOOK_WHOLE },
    { N_("Việc không lấy lại được"), &grave_form, LOOK_WHOLE },
    { N_("Rất dài"), &long_form, LOOK_WHOLE },
};

static void draw_confirm(struct showing *s, const void *view)
{
    const struct confirm_view *look = view;
    struct confirm_view confirm = *look;
    confirm.page = s->page;
    confirm.send_to = HERE;
    web_confirm_html(s->out, &confirm);
}
static const struct look confirm_looks[] = {
    { N_("Thường"),
      &(const struct confirm_view){ .question = "Giao hồ sơ này cho tổ đô thị?",
                                    .act = "Giao",
                                    .kept = unseen,
                                    .kept_count = COUNT(unseen) },
      LOOK_WHOLE },
    { N_("Việc không lấy lại được"),
      &(const struct confirm_view){ .question = "Rút hồ sơ này?",
                                    .about = STR_INIT("HU-7K3Q-92MX"),
                                    .act = "Rút",
                                    .is_grave = true },
      LOOK_WHOLE },
    { N_("Rất dài"),
      &(const struct confirm_view){
          .question = LONG_MATTER, .about = STR_INIT(NO_BLANKS), .act = LONG_NAME },
      LOOK_WHOLE },
};

static void draw_import(struct showing *s, const void *view)
{
    const struct import_view *look = view;
    struct import_view import = *look;
    struct page page = *s->page;
    page.back = HERE;
    import.page = &page;
    import.send_to = HERE;
    import.file = HERE;
    web_import_html(s->out, &import);
}
static const struct import_column import_columns[] = {
    { STR_INIT("code"), "Mã đơn vị", true },
    { STR_INIT("name"), "Tên đơn vị", false },
};
static const struct import_item import_items[] = {
    { 4,
      STR_INIT("4"),
      "Không nhận",
      true,
      STR_INIT("19753.X"),
      STR_INIT("Khối Phố cổ"),
      STR_INIT("Không có đơn vị mã “99999” vào ngày đó."),
      { { 0 } } },
    { 2, STR_INIT("2"), "Sẽ sửa", false, STR_INIT("19753"), STR_INIT(LONG_UNIT),
      STR_INIT("Tên đơn vị: " NO_BLANKS " → " LONG_UNIT), TO_SECTION("import") },
};
static const struct look import_looks[] = {
    { N_("Chọn tệp"),
      &(const struct import_view){
          .about = LONG_MATTER,
          .columns = import_columns,
          .column_count = COUNT(import_columns),
          .columns_note = LONG_MATTER,
          .on = { .kind = INPUT_DAY, .name = "on", .label = "Có hiệu lực từ ngày" } },
      LOOK_WHOLE },
    { N_("Xem trước"),
      &(const struct import_view){ .is_plan = true,
                                   .items = import_items,
                                   .count = COUNT(import_items),
                                   .ends = { 0, 1, 12, 1 },
                                   .ignored = STR_INIT("Ghi chú"),
                                   .approval = TO_SECTION("import") },
      LOOK_WHOLE },
    { N_("Kết quả"),
      &(const struct import_view){
          .is_done = true, .items = import_items, .count = 1, .ends = { 0, 0, 0, 1 } },
      LOOK_WHOLE },
};

static void draw_problem(struct showing *s, const void *view)
{
    const struct problem_view *look = view;
    struct problem_view problem = *look;
    problem.page = s->page;
    if (problem.typed.count > 0) {
        problem.kept.to = (struct local_url)TO_PAGE;
    }
    web_problem_html(s->out, &problem);
}
static const struct summary_row typed_before[] = {
    { .label = N_("Nội dung"),
      .value = STR_INIT("Rác chất đống ở kiệt 3 đường Chi Lăng, ba ngày "
                        "chưa ai hốt.\nMong phường cho xe tới.") },
    { .label = N_("Điện thoại"), .value = STR_INIT("0912 345 678") },
};
static const struct look problem_looks[] = {
    { N_("Lời từ chối"),
      &(const struct problem_view){ .sentence = STR_INIT("Không có trang này. Có thể địa chỉ đã "
                                                         "đổi; hãy đi từ trang chủ.") },
      LOOK_WHOLE },
    { N_("Máy chủ hỏng, có số để đọc qua điện thoại"),
      &(const struct problem_view){ .sentence = STR_INIT("Máy chủ đang bận. Bà con thử lại sau "
                                                         "ít phút."),
                                    .reference = STR_INIT("128834") },
      LOOK_WHOLE },
    { N_("Gửi nhiều quá: chờ rồi gửi lại, không phải viết lại"),
      &(const struct problem_view){
          .sentence = STR_INIT("Máy này gửi nhiều quá. Hãy đợi ít phút rồi gửi lại."),
          .wait_s = STR_INIT("12"),
          .typed = { typed_before, COUNT(typed_before) } },
      LOOK_WHOLE },
    { N_("Có tệp gửi kèm: chép lại rồi chọn lại tệp"),
      &(const struct problem_view){ .sentence = STR_INIT("Máy chủ đang bận. Hãy đợi một lát."),
                                    .typed = { typed_before, COUNT(typed_before) },
                                    .kept = { .had_files = true } },
      LOOK_WHOLE },
    { N_("Rất dài"), &(const struct problem_view){ .sentence = STR_INIT(LONG_MATTER) },
      LOOK_WHOLE },
};

static void draw_offline(struct showing *s, const void *view)
{
    const struct offline_view *look = view;
    struct offline_view offline = *look;
    offline.page = s->page;
    web_offline_html(s->out, &offline);
}
static const struct look offline_looks[] = {
    { N_("Viết được đơn để gửi sau"), &(const struct offline_view){ .write_url = TO_PAGE },
      LOOK_WHOLE },
    { N_("Không viết được"), &(const struct offline_view){ .page = NULL }, LOOK_WHOLE },
};

static void draw_clear(struct showing *s, const void *view)
{
    (void)view;
    web_clear_html(s->out, s->page);
}
static const struct look clear_looks[] = {
    { N_("Chỉ hiện khi trình duyệt giữ được trang"), NULL },
};

/* --- how pages look --------------------------------------------------------------------------- */

#define CHOICE(id_, value_, label_, ...)                                                           \
    {                                                                                              \
        .id = STR_INIT(id_), .value = STR_INIT(value_), .label = STR_INIT(label_), __VA_ARGS__     \
    }
static const struct choice languages[] = {
    CHOICE("tieng", "vi", "Tiếng Việt", .is_chosen = true),
    CHOICE("tieng-2", "en", "English"),
};
static const struct choice colours[] = {
    CHOICE("mau", "may", "Theo máy", .is_chosen = true),
    CHOICE("mau-2", "sang", "Sáng"),
    CHOICE("mau-3", "toi", "Tối"),
};
static const struct choice sizes[] = {
    CHOICE("co", "100", "Vừa"),
    CHOICE("co-2", "125", "Lớn", .is_chosen = true),
    CHOICE("co-3", "150", "Rất lớn"),
};
static const struct choice keys[] = {
    CHOICE("phim", "bat", "Bật", .is_chosen = true),
    CHOICE("phim-2", "tat", "Tắt"),
};
static void draw_look(struct showing *s, const void *view)
{
    const struct look_view *typed = view;
    struct look_view look = *typed;
    look.page = s->page;
    web_look_html(s->out, &look);
}
#define ONE_OF(name_, label_, array)                                                               \
    {                                                                                              \
        .kind = INPUT_RADIOS, .name = (name_), .label = (label_), .choices = (array),              \
        .choice_count = COUNT(array)                                                               \
    }
static const struct look look_looks[] = {
    { N_("Đã chọn"),
      &(const struct look_view){ .language = ONE_OF("tieng", "Ngôn ngữ", languages),
                                 .colours = ONE_OF("mau", "Màu", colours),
                                 .size = ONE_OF("co", "Cỡ chữ", sizes),
                                 .keys = ONE_OF("phim", "Phím tắt", keys) },
      LOOK_WHOLE },
};

static void draw_token(struct showing *s, const void *view)
{
    (void)view;
    web_token_html(s->out, s->page);
}
static const struct look token_looks[] = {
    { N_("Không hiện gì"), NULL },
};

static const struct partial partials[] = {
    PARTIAL(top, N_("Phần đầu trang: ai nói, đang ở đâu, vừa làm gì.")),
    PARTIAL(end, N_("Phần cuối trang: trợ giúp luôn ở một chỗ.")),
    PARTIAL(help, N_("Trang này để làm gì, làm được gì, rồi sao nữa.")),
    PARTIAL(verbs, N_("Sáu việc của dân, thành ô lớn ở trang chủ.")),
    PARTIAL(errors, N_("Chỗ cần sửa, đứng đầu trang, mỗi dòng dẫn tới ô của nó.")),
    PARTIAL(form, N_("Mẫu khai của một việc.")),
    PARTIAL(confirm, N_("Hỏi lại trước khi làm.")),
    PARTIAL(import, N_("Bảng từ tệp: chọn, xem trước, kết quả.")),
    PARTIAL(problem, N_("Trang của một yêu cầu không thành.")),
    PARTIAL(offline, N_("Thay cho trang không tới được.")),
    PARTIAL(clear, N_("Máy dùng chung: xóa những gì trình duyệt giữ.")),
    PARTIAL(look, N_("Chọn tiếng, màu, cỡ chữ.")),
    PARTIAL(token, N_("Dấu riêng của mỗi mẫu khai: trình duyệt gửi kèm, không ai thấy.")),
};
const struct chapter STYLE_FRAMES = CHAPTER(N_("Cả trang và khung trang"), partials);
