/* Fields: every kind, empty, filled, with a hint, with what is wrong, optional, long. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/web.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"

/* Labels that pages have; the ids must not meet on one page. */
#define FIELD_LOOK(kind_, id_, label_, ...)                                                        \
    &(const struct field_view)                                                                     \
    {                                                                                              \
        .kind = (kind_), .name = (id_), .label = (label_), __VA_ARGS__                             \
    }
#define HINT       .hint = "Ghi đúng như trên giấy tờ, cả chữ đệm."
#define WRONG      .problem = STR_INIT("Bà con chưa ghi chỗ này. Hãy ghi vào ô bên dưới.")
#define LONG_HINT  .hint = LONG_UNIT
#define LONG_WRONG .problem = STR_INIT(LONG_MATTER)

/* A part is drawn as pages draw it, below its label: web_field finds it by its kind. */
static void draw_field(struct showing *s, const void *view)
{
    const struct field_view *field = view;
    web_field_html(s->out, field);
}

/* --- one line --------------------------------------------------------------------------------- */

static const struct look line_looks[] = {
    { N_("Trống"), FIELD_LOOK(INPUT_LINE, "line", "Họ và tên") },
    { N_("Đã ghi"), FIELD_LOOK(INPUT_LINE, "line-2", "Họ và tên", .value = STR_INIT(EDE_NAME)) },
    { N_("Có gợi ý"), FIELD_LOOK(INPUT_LINE, "line-3", "Họ và tên", HINT) },
    { N_("Có lỗi"), FIELD_LOOK(INPUT_LINE, "line-4", "Họ và tên", WRONG) },
    { N_("Có gợi ý và lỗi"),
      FIELD_LOOK(INPUT_LINE, "line-5", "Họ và tên", HINT, WRONG, .value = STR_INIT("?")) },
    { N_("Không bắt buộc"), FIELD_LOOK(INPUT_LINE, "line-6", "Nơi ở", .is_optional = true) },
    { N_("Rất dài"), FIELD_LOOK(INPUT_LINE, "line-7", LONG_MATTER, LONG_HINT, LONG_WRONG,
                                .value = STR_INIT(LONG_UNIT)) },
    { N_("Chữ liền"), FIELD_LOOK(INPUT_LINE, "line-8", NO_BLANKS, .hint = NO_BLANKS,
                                 .problem = STR_INIT(NO_BLANKS), .value = STR_INIT(NO_BLANKS)) },
    { N_("Điện thoại"), FIELD_LOOK(INPUT_PHONE, "phone", "Số điện thoại",
                                   .value = STR_INIT("0912 345 678"), .is_optional = true) },
    { N_("Thư điện tử"), FIELD_LOOK(INPUT_EMAIL, "email", "Thư điện tử") },
    { N_("Con số"), FIELD_LOOK(INPUT_NUMBER, "number", "Số người", .value = STR_INIT("185600")) },
    { N_("Ngày"), FIELD_LOOK(INPUT_DAY, "day", "Ngày xảy ra", .value = STR_INIT("13/03/2026")) },
    { N_("Mật khẩu"), FIELD_LOOK(INPUT_PASSWORD, "password", "Mật khẩu") },
    { N_("Mật khẩu mới"), FIELD_LOOK(INPUT_NEW_PASSWORD, "new-password", "Mật khẩu mới") },
    { N_("Mã xác nhận"), FIELD_LOOK(INPUT_ONE_TIME_CODE, "code", "Mã sáu chữ số") },
};

/* --- many lines ------------------------------------------------------------------------------- */

enum { AREA_CHARS_MAX = 2000 };
static const struct look area_looks[] = {
    { N_("Trống"), FIELD_LOOK(INPUT_AREA, "area", "Nội dung", .chars_max = AREA_CHARS_MAX) },
    { N_("Đã ghi"), FIELD_LOOK(INPUT_AREA, "area-2", "Nội dung", .chars_max = AREA_CHARS_MAX,
                               .value = STR_INIT(LONG_MATTER ".\n\n" EDE_NAME ", " EDE_PLACE)) },
    { N_("Có gợi ý"), FIELD_LOOK(INPUT_AREA, "area-3", "Nội dung", HINT) },
    { N_("Có gợi ý và lỗi"), FIELD_LOOK(INPUT_AREA, "area-4", "Nội dung", HINT, WRONG) },
    { N_("Chữ liền"),
      FIELD_LOOK(INPUT_AREA, "area-5", "Nội dung", .value = STR_INIT(NO_BLANKS NO_BLANKS)) },
};

/* --- one of several, several of many ---------------------------------------------------------- */

#define CHOICE(id_, value_, label_, ...)                                                           \
    {                                                                                              \
        .id = STR_INIT(id_), .value = STR_INIT(value_), .label = STR_INIT(label_), __VA_ARGS__     \
    }
#define CHOICES(array) .choices = (array), .choice_count = COUNT(array)
static const struct choice units[] = {
    CHOICE("", "19753", "Phường Phú Xuân"),
    CHOICE("", "19789", "Phường Kim Long", .is_chosen = true),
};
static const struct choice with_blank[] = {
    CHOICE("", "", "Cả thành phố"),
    CHOICE("", "19753", "Phường Phú Xuân"),
};
static const struct choice grouped[] = {
    CHOICE("", "19753", "Phường Phú Xuân", .group = STR_INIT("Phường")),
    CHOICE("", "19789", "Phường Kim Long", .group = STR_INIT("Phường")),
    CHOICE("", "20044", "Xã A Lưới 1", .group = STR_INIT("Xã")),
};
static const struct choice long_units[] = {
    CHOICE("", "1", LONG_UNIT),
    CHOICE("", "2", NO_BLANKS),
};
static const struct look select_looks[] = {
    { N_("Chưa chọn"),
      FIELD_LOOK(INPUT_SELECT, "select", "Đơn vị", .choices = units, .choice_count = 1) },
    { N_("Đã chọn"), FIELD_LOOK(INPUT_SELECT, "select-2", "Đơn vị", CHOICES(units)) },
    { N_("Có dòng cho tất cả"),
      FIELD_LOOK(INPUT_SELECT, "select-3", "Đơn vị", CHOICES(with_blank)) },
    { N_("Chia nhóm"), FIELD_LOOK(INPUT_SELECT, "select-4", "Đơn vị", CHOICES(grouped)) },
    { N_("Có gợi ý và lỗi"),
      FIELD_LOOK(INPUT_SELECT, "select-5", "Đơn vị", CHOICES(units), HINT, WRONG) },
    { N_("Rất dài"), FIELD_LOOK(INPUT_SELECT, "select-6", LONG_MATTER, CHOICES(long_units)) },
    { N_("Rỗng"), FIELD_LOOK(INPUT_SELECT, "select-7", "Đơn vị") },
};

static const struct choice radios[] = {
    CHOICE("radios", "named", "Ghi tên tôi"),
    CHOICE("radios-b", "hidden", "Giấu tên với nơi bị phản ánh", .is_chosen = true),
};
static const struct choice hinted[] = {
    CHOICE("hinted", "named", "Ghi tên tôi",
           .hint = STR_INIT("Nơi giải quyết thấy tên và số điện thoại.")),
    CHOICE("hinted-b", "none", "Không nêu tên",
           .hint = STR_INIT("Vẫn được xem xét nếu có chứng cứ rõ; không có trả lời riêng.")),
};
static const struct choice wrong_radios[] = {
    CHOICE("wrong", "yes", "Đồng ý"),
    CHOICE("wrong-b", "no", "Không đồng ý"),
};
static const struct choice many[] = {
    CHOICE("many", "1", "Đèn đường"),    CHOICE("many-b", "2", "Rác thải"),
    CHOICE("many-c", "3", "Tiếng ồn"),   CHOICE("many-d", "4", "Đất đai, xây dựng"),
    CHOICE("many-e", "5", "Nước sạch"),  CHOICE("many-f", "6", "Cây xanh"),
    CHOICE("many-g", "7", "Trường học"), CHOICE("many-h", "8", "Trạm y tế"),
    CHOICE("many-i", "9", "Việc khác"),
};
static const struct choice long_choices[] = {
    CHOICE("long", "1", LONG_UNIT, .hint = STR_INIT(LONG_MATTER)),
    CHOICE("long-b", "2", NO_BLANKS, .hint = STR_INIT(NO_BLANKS)),
};
static const struct choice checks[] = {
    CHOICE("checks", "1", "Nhắn tin", .is_chosen = true),
    CHOICE("checks-b", "2", "Gọi điện", .hint = STR_INIT("Trong giờ làm việc."), .is_chosen = true),
    CHOICE("checks-c", "3", "Loa thôn"),
};
static const struct choice wrong_checks[] = {
    CHOICE("wrong-checks", "1", "Nhắn tin"),
    CHOICE("wrong-checks-b", "2", LONG_UNIT),
};
static const struct choice asked[] = {
    CHOICE("asked", "1", "Đèn đường"),
    CHOICE("asked-b", "2", "Việc khác"),
};
static const struct look choices_looks[] = {
    { N_("Chọn một"),
      FIELD_LOOK(INPUT_RADIOS, "radios", "Bà con muốn nêu tên không?", CHOICES(radios)) },
    { N_("Mỗi mục có gợi ý"), FIELD_LOOK(INPUT_RADIOS, "hinted", "Nêu tên", CHOICES(hinted)) },
    { N_("Có gợi ý và lỗi"), FIELD_LOOK(INPUT_RADIOS, "wrong", "Bà con có đồng ý không?",
                                        CHOICES(wrong_radios), HINT, WRONG) },
    { N_("Nhiều mục"), FIELD_LOOK(INPUT_RADIOS, "many", "Loại việc", CHOICES(many)) },
    { N_("Rất dài"), FIELD_LOOK(INPUT_RADIOS, "long", LONG_MATTER, CHOICES(long_choices)) },
    { N_("Chọn nhiều"), FIELD_LOOK(INPUT_CHECKS, "checks", "Cách nhận tin", CHOICES(checks)) },
    { N_("Chọn nhiều, có lỗi"), FIELD_LOOK(INPUT_CHECKS, "wrong-checks", "Cách nhận tin",
                                           CHOICES(wrong_checks), HINT, WRONG) },
    { N_("Ảnh hoặc PDF"), FIELD_LOOK(INPUT_SCANS, "scans", "Bản quét", HINT) },
    { N_("Là câu hỏi của trang"),
      FIELD_LOOK(INPUT_RADIOS, "asked", "Bà con muốn nói về việc gì?", CHOICES(asked),
                 .is_question = true),
      LOOK_ALONE },
};

/* --- one box ---------------------------------------------------------------------------------- */

static const struct look tick_looks[] = {
    { N_("Chưa đánh dấu"), FIELD_LOOK(INPUT_TICK, "tick", "Tôi cam kết nói đúng sự thật") },
    { N_("Đã đánh dấu"),
      FIELD_LOOK(INPUT_TICK, "tick-2", "Tôi cam kết nói đúng sự thật", .value = STR_INIT("1")) },
    { N_("Có gợi ý và lỗi"),
      FIELD_LOOK(INPUT_TICK, "tick-3", "Tôi cam kết nói đúng sự thật", HINT, WRONG) },
    { N_("Rất dài"), FIELD_LOOK(INPUT_TICK, "tick-4", LONG_MATTER) },
};

/* --- hint and error alone --------------------------------------------------------------------- */

DRAWS(field_notes, field_view)
static const struct look field_notes_looks[] = {
    { N_("Có gợi ý"), FIELD_LOOK(INPUT_LINE, "notes", NULL, HINT) },
    { N_("Có lỗi"), FIELD_LOOK(INPUT_LINE, "notes-2", NULL, WRONG) },
    { N_("Có gợi ý và lỗi"), FIELD_LOOK(INPUT_LINE, "notes-3", NULL, HINT, WRONG) },
    { N_("Rất dài"), FIELD_LOOK(INPUT_LINE, "notes-4", NULL, LONG_HINT, LONG_WRONG) },
    { N_("Không có: không hiện gì"), FIELD_LOOK(INPUT_LINE, "notes-5", NULL) },
};

/* --- the field, whatever it is ---------------------------------------------------------------- */

static const struct look field_looks[] = {
    { N_("Ảnh"), FIELD_LOOK(INPUT_PHOTOS, "photos", "Ảnh", .is_optional = true) },
    { N_("Ảnh, có gợi ý và lỗi"), FIELD_LOOK(INPUT_PHOTOS, "photos-2", "Ảnh", HINT, WRONG) },
    { N_("Là câu hỏi của trang"),
      FIELD_LOOK(INPUT_AREA, "question", "Việc gì, ở đâu, từ khi nào?", HINT,
                 .chars_max = AREA_CHARS_MAX, .is_question = true),
      LOOK_ALONE },
};

#define FIELD_PART(name, about, looks)                                                             \
    {                                                                                              \
        name, about, draw_field, looks, COUNT(looks)                                               \
    }
static const struct partial partials[] = {
    PARTIAL(field, N_("Một ô của mẫu khai với tên, gợi ý và lỗi; loại nào cũng từ đây.")),
    FIELD_PART("field_line", N_("Ô một dòng; loại ô chọn bàn phím."), line_looks),
    FIELD_PART("field_area", N_("Ô nhiều dòng, có đếm chữ."), area_looks),
    FIELD_PART("field_select", N_("Chọn trong danh sách dài."), select_looks),
    FIELD_PART("field_choices", N_("Chọn một, hoặc chọn nhiều."), choices_looks),
    FIELD_PART("field_tick", N_("Một ô đánh dấu."), tick_looks),
    PARTIAL(field_notes, N_("Gợi ý và lỗi của một ô.")),
};
const struct chapter STYLE_FIELDS = CHAPTER(N_("Ô để khai"), partials);
