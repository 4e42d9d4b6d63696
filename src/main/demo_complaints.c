/* Complaints of the demonstration: one in each state that an officer meets in a week. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include "mod/complaint/complaint.h"
#include "text/format.h"

enum { ACTS_MAX = 6, HOURS_OF_DAY = 24 };

/* What was done with it, so many days ago. */
struct done {
    unsigned days_ago;
    const char *act;
    struct case_args args;
};
struct told {
    unsigned days_ago; /* on its stamp */
    struct complaint_form form;
    struct done acts[ACTS_MAX]; /* up to the first without an act */
};

#define FORM(name_, address_, contested_, content_, request_)                                      \
    .unit = STR_INIT("19753"), .channel = STR_INIT("counter"), .round = FIRST_ROUND,               \
    .name = STR_INIT(name_), .address = STR_INIT(address_), .respondent = STR_INIT("commune"),     \
    .respondent_unit = STR_INIT("19753"),                                                          \
    .respondent_name = STR_INIT("Ủy ban nhân dân phường Phú Xuân"),                                \
    .contested = STR_INIT(contested_), .content = STR_INIT(content_),                              \
    .request = STR_INIT(request_), .people = 1, .has_all_signatures = true
#define PAPER(number) .document = STR_INIT(number)
#define SAID(text)    .said = STR_INIT(text)

static const struct told stories[] = {
    { 52,
      { FORM("Phan Thị Lài", "31 Mai Thúc Loan", "Việc không cấp giấy xác nhận tình trạng hôn nhân",
             "Nộp hồ sơ đã sáu tuần không có trả lời.", "Cấp giấy xác nhận.") },
      { { 47, "accept", { PAPER("33/TB-UBND") } },
        { 44, "verify", { PAPER("109/QĐ-UBND"), SAID("Kiểm tra tại bộ phận một cửa.") } },
        { 30, "report", { .choice = STR_INIT("agree"), SAID("Hồ sơ hợp lệ, bị để sót.") } },
        { 21,
          "decide",
          { PAPER("115/QĐ-UBND"), .choice = STR_INIT("right"), .reason = STR_INIT("huy-bo"),
            SAID("Chấm dứt việc không trả lời; cấp giấy trong ba ngày.") } },
        { 20, "tell", { .told = STR_INIT("Bà Lài, Thanh tra thành phố") } },
        { 19, "deliver", { .told = STR_INIT("Bà Lài ký nhận") } } } },
    { 38,
      { FORM("Hồ Văn Mẫn", "9 Nguyễn Chí Thanh", "Quyết định 71/QĐ-UBND thu hồi ki-ốt",
             "Hợp đồng thuê còn hạn hai năm.", "Cho thuê tiếp hoặc bồi thường.") },
      { { 33, "accept", { PAPER("39/TB-UBND") } },
        { 30, "verify", { PAPER("121/QĐ-UBND"), SAID("Tổ xác minh gồm hai người.") } },
        { 12,
          "report",
          { .choice = STR_INIT("differ"),
            SAID("Hợp đồng còn hạn, có điều khoản "
                 "thu hồi.") } } } },
    { 20,
      { FORM("Trần Thị Bích", "77 Đinh Tiên Hoàng", "Quyết định 98/QĐ-UBND về bồi thường",
             "Bảng giá áp cho nhà tôi là của đường khác.", "Áp đúng bảng giá.") },
      { { 16, "accept", { PAPER("45/TB-UBND") } },
        { 14, "verify", { PAPER("130/QĐ-UBND"), SAID("Tổ xác minh gồm ba người.") } } } },
    { 5,
      { FORM("Lê Văn Tịnh", "4 kiệt 12 Bạch Đằng", "Thông báo 31/TB-UBND về ranh giới thửa 215",
             "Ranh mới lấn vào lối đi chung đã có từ năm 1990.", "Đo lại ranh thửa.") },
      { { 3,
          "propose",
          { .choice = STR_INIT("accept"), SAID("Đủ điều kiện theo Điều 8, Điều 9.") } } } },
    { 2,
      { FORM("Nguyễn Thị Sen", "18 Chi Lăng", "Quyết định 112/QĐ-XPHC về xử phạt đổ vật liệu",
             "Vật liệu không phải của gia đình tôi; hôm đó nhà bên đang sửa.",
             "Hủy quyết định xử phạt.") },
      { { .act = NULL } } },
};

static bool tell_one(struct demo *demo, const struct told *told, struct author author);
static bool tell_act(struct demo *demo, const struct done *done, struct str code,
                     struct author author);
static bool tell_notice(struct demo *demo, const struct told *told, struct str code,
                        struct author author);

void demo_complaints_tell(struct demo *demo, struct author author)
{
    for (size_t i = 0; i < COUNT(stories); i++) {
        struct arena_mark mark = arena_mark(demo->page);
        tell_one(demo, &stories[i], author);
        arena_undo(demo->page, mark);
    }
}

static struct day days_ago(const struct demo *demo, unsigned days)
{
    return instant_day((struct instant){ demo->now.s - (int64_t)days * DAY_S });
}

static bool tell_one(struct demo *demo, const struct told *told, struct author author)
{
    enum { DAYS_BEFORE = 9 };
    struct complaint_form form = told->form;
    form.received_on = days_ago(demo, told->days_ago);
    form.contested_on = days_ago(demo, told->days_ago + DAYS_BEFORE);
    struct order *order = demo_order(demo, &complaint_commands[COMMAND_RECEIVE], &form, author);
    bool is_told = demo_do(demo, order);
    struct str rest = order->outcome.answer.text;
    struct str code = is_told ? str_cut(&rest, ' ') : STR_NONE;
    for (size_t i = 0; i < ACTS_MAX && told->acts[i].act && is_told; i++) {
        is_told = tell_act(demo, &told->acts[i], code, author);
    }
    return is_told && tell_notice(demo, told, code, author);
}

static bool tell_act(struct demo *demo, const struct done *done, struct str code,
                     struct author author)
{
    const struct case_act_rule *act = case_act_rule(&complaint_kind, str_of(done->act));
    struct case_args *args = new(demo->page, struct case_args, 1);
    *args = done->args;
    args->code = code;
    args->on = days_ago(demo, done->days_ago);
    return demo_do(
        demo, demo_order(demo, &complaint_kind.commands[act - complaint_kind.acts], args, author));
}

static bool tell_step(struct demo *demo, enum case_letter_step step,
                      const struct case_letter_args *what, struct author author,
                      struct case_letter_args *ret_next)
{
    struct case_letter_args *args = new(demo->page, struct case_letter_args, 1);
    *args = *what;
    struct order *order =
        demo_order(demo, &complaint_commands[COMMAND_FIRST_LETTER + step], args, author);
    bool is_done = demo_do(demo, order);
    *ret_next = *what;
    ret_next->letter = order->outcome.answer.subject.v;
    return is_done;
}

/* The notice that it was accepted, under the number that the act bears; where that is proposed, the
 * draft waits for the leader. */
static bool tell_notice(struct demo *demo, const struct told *told, struct str code,
                        struct author author)
{
    const struct done *first = &told->acts[0];
    struct out day = out_open(demo->page, 16);
    if (!first->act) {
        return true;
    }
    format_day(&day, days_ago(demo, told->days_ago));
    const struct blank_value values[] = {
        { "complainant", told->form.name },
        { "address", told->form.address },
        { "id_paper", STR("Căn cước do Cục Cảnh sát quản lý hành chính cấp") },
        { "received_on", out_str(&day) },
        { "matter", told->form.contested },
        { "decider", STR("Chủ tịch Ủy ban nhân dân phường Phú Xuân") },
    };
    struct str rest = first->args.document;
    struct case_letter_args letter = { .code = code, .form = STR("D124-03") };
    letter.filled = case_filled_write(demo->page, values, COUNT(values));
    if (!tell_step(demo, LETTER_draft, &letter, author, &letter) ||
        !tell_step(demo, LETTER_ask, &letter, author, &letter)) {
        return false;
    }
    if (!str_to_int(str_cut(&rest, '/'), &letter.number)) {
        return true;
    }
    letter.signing = STR("self");
    letter.post = STR("Chủ tịch");
    letter.name = STR("Trần Đình Quang");
    letter.on = days_ago(demo, first->days_ago);
    letter.note = STR("Gửi bưu chính có ký nhận");
    return tell_step(demo, LETTER_issue, &letter, author, &letter) &&
           tell_step(demo, LETTER_send, &letter, author, &letter);
}
