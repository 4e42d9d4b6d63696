/* Sentences of the demonstration: templates filled, names drawn. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include "text/format.h"

enum { TEXT_BYTES_MAX = 4096, WORDS_BYTES_MAX = 200 };

/* What stands for the slots of one text. */
struct slots {
    struct str noi;
    struct str khi;
    struct str donvi;
    struct str ngay;
    struct str ten;
};
static void fill(struct out *out, const char *text, const struct slots *slots);
static struct str slot_value(struct str name, const struct slots *slots);
static void out_sentence_word(struct out *out, struct str word);

static const char SINCE[] =
    "đã hơn hai tuần nay|suốt mấy hôm nay|từ đầu tháng tới nay|từ tuần trước|gần một tháng nay|"
    "mấy ngày liền|từ sau kỳ nghỉ vừa rồi|đã mười ngày nay|từ hôm thứ Hai|từ sau đợt mưa vừa rồi|"
    "lâu nay|ba tuần nay";
static const char OPENINGS[] =
    "||||Kính gửi {donvi}. |Chào các anh chị. |Tôi xin phản ánh một việc. |"
    "Tôi viết thay cho bà con trong xóm. |Nhờ {donvi} xem giúp. ";
static const char PLEAS[] =
    "Mong {donvi} cho người tới xem sớm.|Đề nghị sửa trước khi có người bị nạn.|"
    "Xin cho biết ai chịu trách nhiệm và bao giờ xong.|Bà con trong xóm đều mong được giải quyết.|"
    "Tôi gửi để các anh chị biết mà xử lý, xin cảm ơn.|Nếu cần tôi có thể dẫn cán bộ tới tận nơi.|"
    "Việc này đã nói ở buổi họp tổ mà chưa thấy gì.|Kính mong được trả lời.|"
    "Ai đi qua cũng phàn nàn.|Xin đừng chuyển lòng vòng.";
static const char THANKS[] = "Kính gửi bà con. |Cảm ơn bà con đã báo. ||Kính gửi người phản ánh. "
                             "|Xin trả lời bà con như sau. ";
static const char FAREWELLS[] =
    " Nếu tái diễn, xin bà con báo lại bằng chính mã hồ sơ này.| Xin cảm ơn bà con.|"
    " Bà con cần hỏi thêm xin gọi số ghi ở trang của đơn vị.||";

struct str demo_report_text(const struct matter *matter, struct chance *chance, struct arena *arena)
{
    struct slots slots = { .noi = demo_spot(matter->place, matter->spot, arena),
                           .khi = chance_part(chance, SINCE),
                           .donvi = str_of(matter->place->name) };
    struct out out = out_open(arena, TEXT_BYTES_MAX);
    fill(&out, str_z(arena, chance_part(chance, OPENINGS)), &slots);
    fill(&out, matter->subject->says, &slots);
    if (!chance_percent(chance, 20)) {
        out_char(&out, ' ');
        fill(&out, matter->subject->harms, &slots);
    }
    out_char(&out, ' ');
    fill(&out, str_z(arena, chance_part(chance, PLEAS)), &slots);
    return out_str(&out);
}

struct str demo_answer_text(const struct matter *matter, struct day day, struct str official,
                            struct chance *chance, struct arena *arena)
{
    struct out date = out_open(arena, WORDS_BYTES_MAX);
    format_day(&date, day);
    struct slots slots = { .noi = demo_spot(matter->place, matter->spot, arena),
                           .donvi = str_of(matter->place->name),
                           .ngay = out_str(&date),
                           .ten = official };
    struct out out = out_open(arena, TEXT_BYTES_MAX);
    fill(&out, str_z(arena, chance_part(chance, THANKS)), &slots);
    fill(&out, matter->subject->answers, &slots);
    fill(&out, str_z(arena, chance_part(chance, FAREWELLS)), &slots);
    return out_str(&out);
}

/* What people say with an act. */
struct saying {
    const char *act;
    const char *texts;
};
static const struct saying SAYINGS[] = {
    { "resume", "Đã gọi điện hỏi thêm, đủ thông tin để làm.|Tổ trưởng đã chỉ đúng chỗ." },
    { "refuse",
      "Bà con xem lại giúp, nếu có tình tiết mới xin gửi hồ sơ khác và ghi mã hồ sơ này.|"
      "Cán bộ đã tới tận nơi hai lần. Bà con cần trao đổi thêm xin tới quầy tiếp dân sáng thứ "
      "Năm.|Việc này bà con gửi đơn tới tòa án hoặc hòa giải ở tổ, phường sẽ giúp lập biên "
      "bản." },
    { "rate", "Đã làm xong, cảm ơn các anh chị.|Nhanh hơn tôi nghĩ.|Xong rồi nhưng hơi chậm.||||" },
    { "reopen",
      "Mới làm được một nửa rồi bỏ đó, chỗ còn lại vẫn như cũ.|Sửa được ba hôm lại hỏng như "
      "trước.|Trả lời nói xong rồi nhưng tôi ra xem thì chưa ai tới." },
    { "withdraw", "Tổ dân phố đã tự làm xong, tôi xin rút.|Hai bên đã nói chuyện được với nhau." },
    { "consult",
      "Chỗ này có nằm trong công trình sắp làm của đơn vị không, bao giờ khởi công?|Theo phân cấp, "
      "phần này phường tự làm được hay phải chờ đơn vị?|Đơn vị cho biết quy chuẩn đang áp dụng cho "
      "trường hợp này." },
    { "reply",
      "Không nằm trong kế hoạch năm nay; phường làm được, đơn vị cử người hướng dẫn.|Đã xem hồ sơ "
      "gốc: phần này bàn giao cho phường từ năm 2024.|Đồng ý với cách làm của phường; cần báo đơn "
      "vị trước một ngày để cử người." },
    { "note",
      "Đã gọi tổ trưởng, hẹn chiều mai cùng đi xem.|Trùng tuyến đang thi công, nhờ ban quản lý "
      "dự án cho biết lịch.|Cần vật tư, đã báo kế toán.|Người gửi đang đi xa, gọi lại cuối tuần." },
};

struct str demo_act_text(const struct matter *matter, struct str act, struct chance *chance,
                         struct arena *arena)
{
    (void)arena;
    if (str_equal(act, STR("ask"))) {
        return str_of(matter->topic->asks);
    }
    if (str_equal(act, STR("supply"))) {
        return str_of(matter->topic->adds);
    }
    for (size_t i = 0; i < COUNT(SAYINGS); i++) {
        if (str_equal(act, str_of(SAYINGS[i].act))) {
            struct str text = chance_part(chance, SAYINGS[i].texts);
            return text.n > 0 ? text : STR_NONE;
        }
    }
    return STR_NONE;
}

static const struct saying REASONS[] = {
    { "transfer",
      "Việc thuộc đơn vị quản lý công trình này.|Tuyến đường do thành phố quản lý.|Cần người "
      "có chuyên môn của đơn vị kiểm tra." },
    { "return",
      "Công trình đã bàn giao cho phường, xã từ năm ngoái.|Theo phân cấp, việc này do nơi "
      "chuyển quản lý." },
    { "rule",
      "Theo phân cấp, nơi đang quản lý công trình chịu trách nhiệm; các đơn vị khác phối hợp.|Hai "
      "bên cùng có việc, giao một nơi chủ trì để bà con chỉ phải hỏi một chỗ." },
    { "extend",
      "Chờ vật tư đúng loại về.|Mưa kéo dài nên chưa thi công được.|Phải đo đạc lại, có hai "
      "bên cùng chứng kiến." },
    { "send_back",
      "Trả lời chưa nói rõ ngày xong, viết lại.|Phải nêu tên người chịu trách nhiệm." },
    { "refuse", "trung|khong-ro|khong-thuoc-nha-nuoc|da-tra-loi|sai-su-that" },
    { "withhold", "doi-tu|nguoi-gui|dieu-tra" },
};

struct str demo_act_reason(struct str act, struct chance *chance)
{
    for (size_t i = 0; i < COUNT(REASONS); i++) {
        if (str_equal(act, str_of(REASONS[i].act))) {
            return chance_part(chance, REASONS[i].texts);
        }
    }
    return STR_NONE;
}

struct str demo_person_name(struct chance *chance, struct arena *arena)
{
    static const char FAMILIES[] =
        "Nguyễn|Nguyễn|Nguyễn|Trần|Lê|Phan|Hoàng|Hồ|Võ|Đặng|Huỳnh|Trương|Châu|Dương|Cao|Đỗ|Mai|Bùi";
    static const char WOMEN[] = "Thị|Thị Thu|Thị Minh|Thị Ngọc|Khánh|Thị Kim|Diệu";
    static const char MEN[] = "Văn|Đình|Quang|Hữu|Viết|Xuân|Đức|Minh|Công";
    static const char WOMAN_NAMES[] =
        "Hoa|Hương|Lan|Nga|Thảo|Trang|Nhung|Hạnh|Yến|Phượng|Cúc|Liên|Như";
    static const char MAN_NAMES[] = "Tú|Bình|Hùng|Long|Thành|Khoa|Phúc|Dũng|Tâm|Vinh|Sơn|Nghĩa|Hải";
    bool is_woman = chance_percent(chance, 50);
    struct str family = chance_part(chance, FAMILIES);
    struct str middle = chance_part(chance, is_woman ? WOMEN : MEN);
    struct str given = chance_part(chance, is_woman ? WOMAN_NAMES : MAN_NAMES);
    if (chance_percent(chance, 6)) {
        family = is_woman ? STR("Tôn Nữ") : STR("Tôn Thất");
        middle = is_woman ? STR("Quỳnh") : STR("Quốc");
    }
    return str_printf(arena, "%.*s %.*s %.*s", STR_ARG(family), STR_ARG(middle), STR_ARG(given));
}

struct str demo_phone(struct chance *chance, struct arena *arena)
{
    return str_printf(arena, "0900%06d", (int)chance_between(chance, 0, 999999));
}

/* --- slots ------------------------------------------------------------------------------------ */

/* A slot that begins a sentence begins with a capital. */
static void fill(struct out *out, const char *text, const struct slots *slots)
{
    struct str rest = str_of(text);
    while (rest.p) {
        struct str before = str_cut(&rest, '{');
        out_str_raw(out, before);
        if (rest.p) {
            out_sentence_word(out, slot_value(str_cut(&rest, '}'), slots));
        }
    }
}

static struct str slot_value(struct str name, const struct slots *slots)
{
    return str_equal(name, STR("noi"))     ? slots->noi
           : str_equal(name, STR("khi"))   ? slots->khi
           : str_equal(name, STR("donvi")) ? slots->donvi
           : str_equal(name, STR("ngay"))  ? slots->ngay
                                           : slots->ten;
}

static void out_sentence_word(struct out *out, struct str word)
{
    bool begins = out->n == 0 || str_ends(out_str(out), STR(". "));
    char first = word.n > 0 ? word.p[0] : '\0';
    if (begins && first >= 'a' && first <= 'z') {
        out_char(out, (char)(first - 'a' + 'A'));
        word = str_slice(word, 1, word.n);
    }
    out_str_raw(out, word);
}
