/* What officers fill in on a visit, what the pages say of one, what the visitor is advised. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/reception/pages.h"
#include "text/format.h"
#include "text/tongue.h"

static const struct case_word matters[] = {
    { "complaint", N_("Khiếu nại") },
    { "denunciation", N_("Tố cáo") },
    { "report", N_("Kiến nghị, phản ánh") },
};
static const struct case_word answers[] = {
    { ANSWER_ACCEPTED, N_("Đã thụ lý để giải quyết") },
    { ANSWER_LONGER, N_("Cần thêm thời gian xem xét") },
    { ANSWER_REFUSED, N_("Từ chối thụ lý") },
    { ANSWER_FORWARDED, N_("Đã chuyển cơ quan có thẩm quyền") },
};

#define DAY_OF(act, label)                                                                         \
    {                                                                                              \
        act, "on", label, N_("Để trống nếu là hôm nay"), INPUT_DAY, .is_optional = true            \
    }
#define SAYS(act, label, hint)                                                                     \
    {                                                                                              \
        act, "said", label, hint, INPUT_AREA, .grounds = NULL                                      \
    }

static const struct case_field act_fields[] = {
    { "check_in", "document", N_("Giấy tờ tùy thân đã kiểm tra"),
      N_("Bắt buộc khi tiếp trực tuyến; người ở điểm cầu kiểm tra"), INPUT_LINE,
      .is_optional = true },
    SAYS("hear", N_("Nội dung trình bày"), N_("Đọc lại cho người trình bày nghe trước khi ghi")),
    { "hear", "choice", N_("Loại việc"), N_("Theo nội dung, không theo tên gọi"), INPUT_RADIOS,
      CASE_WORDS(matters) },
    { "hear", "reason", N_("Thẩm quyền"), NULL, INPUT_SELECT, .grounds = &RECEPTION_ROUTES },
    { "hear", "told", N_("Cơ quan có thẩm quyền"), N_("Khi không thuộc thẩm quyền của nơi tiếp"),
      INPUT_LINE, .is_optional = true },
    { "hear", "document", N_("Văn bản không yêu cầu giữ bí mật"),
      N_("Chỉ cho tố cáo được tiếp trực tuyến"), INPUT_LINE, .is_optional = true },
    DAY_OF("hear", N_("Ngày tiếp")),
    { "refuse", "reason", N_("Căn cứ từ chối"), NULL, INPUT_SELECT,
      .grounds = &RECEPTION_REFUSALS },
    SAYS("refuse", N_("Giải thích cho người đến"), NULL),
    DAY_OF("refuse", N_("Ngày từ chối")),
    { "notify", "document", N_("Số thông báo, mẫu 01/TCD"), N_("Ví dụ 12/TB-UBND"), INPUT_LINE,
      .grounds = NULL },
    { "notify", "told", N_("Đã gửi cho ai, bằng cách nào"), NULL, INPUT_LINE, .grounds = NULL },
    DAY_OF("notify", N_("Ngày thông báo")),
    { "answer", "choice", N_("Kết quả"), NULL, INPUT_RADIOS, CASE_WORDS(answers) },
    SAYS("answer", N_("Nội dung trả lời"), NULL),
    { "answer", "told", N_("Đơn vị tiếp nhận xử lý"), N_("Bắt buộc khi đã chuyển"), INPUT_LINE,
      .is_optional = true },
    { "answer", "document", N_("Số văn bản trả lời"), NULL, INPUT_LINE, .is_optional = true },
    DAY_OF("answer", N_("Ngày trả lời")),
    SAYS("conclude", N_("Kết luận, ai làm gì"), NULL),
    { "conclude", "on", N_("Thời hạn thực hiện"), NULL, INPUT_DAY, .grounds = NULL },
    { "conclude", "document", N_("Số thông báo kết luận"), N_("Ví dụ 12/TB-UBND"), INPUT_LINE,
      .grounds = NULL },
    { "gather", "told", N_("Mời ai, bằng cách nào"),
      N_("Mặt trận phối hợp, công an xã, phường giữ trật tự"), INPUT_LINE, .grounds = NULL },
    { "gather", "said", N_("Ai tiếp đại diện của đoàn"), NULL, INPUT_AREA, .is_optional = true },
    DAY_OF("gather", N_("Ngày mời")),
    DAY_OF("settled", N_("Ngày nơi được chuyển giải quyết xong")),
    SAYS("result", N_("Kết quả giải quyết"), N_("Người dân sẽ đọc")),
    { "result", "document", N_("Số văn bản báo kết quả"), N_("Ví dụ 12/TB-UBND"), INPUT_LINE,
      .grounds = NULL },
    DAY_OF("result", N_("Ngày nhận kết quả")),
    DAY_OF("ask_result", N_("Ngày người dân yêu cầu")),
    { "pass_on", "told", N_("Đã báo cho ai, bằng cách nào"), NULL, INPUT_LINE, .grounds = NULL },
    DAY_OF("pass_on", N_("Ngày báo")),
    { "refer", "said", N_("Mã hồ sơ khiếu nại, tố cáo hoặc phản ánh đã lập"), NULL, INPUT_LINE,
      .grounds = NULL },
    { "rebook", "on", N_("Ngày tiếp mới"), N_("Một ngày đơn vị đã niêm yết"), INPUT_DAY,
      .grounds = NULL },
    SAYS("rebook", N_("Vì sao đổi"), N_("Người đăng ký sẽ đọc")),
    SAYS("cancel", N_("Ai yêu cầu, bằng cách nào"), NULL),
    { "assign", "person", N_("Tên đăng nhập của người được giao"), N_("Để trống nếu tự làm"),
      INPUT_LINE, .is_optional = true },
    SAYS("note", N_("Ghi chú"), NULL),
};

const struct case_pages reception_pages = {
    .kind = &reception_kind,
    .title = N_("Tiếp công dân"),
    .empty_title = N_("Không có lượt tiếp nào ở mục này"),
    .list_path = "/cb/tiep-dan",
    .new_path = "/cb/tiep-dan/moi",
    .case_path = "/cb/tiep-dan/hs/:code",
    .act_path = "/cb/tiep-dan/hs/:code/:act",
    .track_path = "/tiep-dan/hs/:code",
    .proof_path = "/tiep-dan/hs/:code/tep",
    .letter_new_path = "/cb/tiep-dan/hs/:code/thu-moi/:form",
    .letter_path = "/cb/tiep-dan/hs/:code/thu/:letter",
    .letter_file_path = "/cb/tiep-dan/hs/:code/thu/:letter/tep",
    .letter_step_path = "/cb/tiep-dan/hs/:code/thu/:letter/:step",
    .fields = act_fields,
    .field_count = COUNT(act_fields),
    .usual = ",check_in,hear,notify,answer,conclude,refer,result,ask_result,pass_on,close,",
    .grave = ",refuse,cancel,close,",
    .summary = reception_summary,
    .advice = reception_advice,
};

static visit_fn after_act;

enum status reception_file_page(struct visit *v)
{
    return case_file_show(v, &reception_pages);
}

/* What the sender does by secret takes another form than the acts of colleagues. */
enum status reception_act_take(struct visit *v)
{
    if (str_equal(v->params[1], STR("give_up"))) {
        return STATUS_NOT_FOUND;
    }
    return case_take_act(v, &reception_pages, after_act);
}

static enum status after_act(struct visit *v)
{
    return case_after_act(v, &reception_pages);
}

enum status reception_track_show(struct visit *v)
{
    return case_track_show(v, &reception_pages);
}

enum status reception_track_open(struct visit *v)
{
    return case_track_open(v, &reception_pages);
}

enum status reception_proof(struct visit *v)
{
    return case_proof(v, &reception_pages);
}

const char *reception_answer_name(struct str word)
{
    for (size_t i = 0; i < COUNT(answers); i++) {
        if (str_equal(str_of(answers[i].word), word)) {
            return answers[i].label;
        }
    }
    return NULL;
}

/* --- what is known ---------------------------------------------------------------------------- */

struct summary_out {
    struct visit *v;
    struct summary_row *rows;
    size_t count;
};

static void tell(struct summary_out *to, const char *label, struct str value)
{
    if (value.n > 0) {
        to->rows[to->count++] = (struct summary_row){ label, value, { STR_NONE } };
    }
}

static void tell_word(struct summary_out *to, const char *label, const char *word)
{
    tell(to, label, word ? tongue_text(to->v->tongue, word) : STR_NONE);
}

static void tell_number(struct summary_out *to, const char *label, int64_t number)
{
    tell(to, label, number > 0 ? str_printf(to->v->arena, "%lld", (long long)number) : STR_NONE);
}

size_t reception_summary(struct visit *v, const void *own, bool is_sender, struct summary_row *ret)
{
    const struct reception *reception = own;
    const struct reception_visit_get_row *row = &reception->row;
    const struct reception_day_get_row *day = &reception->day;
    struct summary_out to = { v, ret, 0 };
    const struct ground *route = ground_find(RECEPTION_ROUTES, row->route);
    tell_number(&to, N_("Số thứ tự"), row->number);
    tell(&to, N_("Ngày tiếp"), reception_day_words(v, day->held_on));
    tell(&to, N_("Giờ tiếp"), reception_hours(v, day->from_minute, day->until_minute));
    tell(&to, N_("Nơi tiếp"), day->place);
    tell(&to, N_("Tiếp trực tuyến, bà con đến điểm cầu"), day->point_name);
    tell_word(&to, N_("Ai tiếp"), reception_who(day->is_by_head));
    tell(&to, N_("Muốn trình bày"), row->content);
    tell(&to, N_("Nội dung trình bày"), row->heard);
    if (row->matter.p) {
        tell_word(&to, N_("Loại việc"), matter_name(matter_of(row->matter)));
    }
    tell_word(&to, N_("Thẩm quyền"), route ? route->sentence : NULL);
    tell(&to, N_("Cơ quan có thẩm quyền"), row->sent_to);
    if (row->people > 1) {
        tell_number(&to, N_("Số người cùng đến"), row->people);
        tell_number(&to, N_("Số người đại diện"), row->representatives);
    }
    tell(&to, N_("Cơ quan đã giải quyết"), row->settled_by);
    tell_word(&to, N_("Kết quả"), reception_answer_name(row->answer));
    if (!is_sender) {
        tell(&to, N_("Đơn vị tiếp nhận xử lý"), row->handling);
    }
    if (!day_is_none(row->conclude_by)) {
        tell(&to, N_("Thời hạn thực hiện kết luận"), reception_day_words(v, row->conclude_by));
    }
    tell(&to, N_("Hồ sơ lập từ buổi tiếp"), row->came_of);
    return to.count;
}

/* --- what the visitor may do ------------------------------------------------------------------ */

size_t reception_advice(struct visit *v, const void *own, struct case_clocks clocks,
                        struct str ret[CASE_SUMMARY_MAX])
{
    const struct reception *reception = own;
    int state = workflow_state(&reception_flow, reception->file.state);
    bool is_guided = reception->row.route.p && !reception_route_is_own(reception->row.route);
    size_t n = 0;
    if (state == VISIT_BOOKED) {
        ret[n++] = tongue_text(v->tongue, N_("Mang theo giấy tờ tùy thân và giấy tờ về việc muốn "
                                             "trình bày. Không đến được thì hủy ở trang Tiếp công "
                                             "dân để người khác có chỗ."));
    }
    if (state == VISIT_BOOKED && reception->day.point_name.p) {
        ret[n++] =
            tongue_text(v->tongue, N_("Buổi này tiếp trực tuyến: bà con đến điểm cầu, có "
                                      "cán bộ kiểm tra giấy tờ và mở máy. Buổi tiếp được ghi "
                                      "âm, ghi hình."));
    }
    if (case_clock_find(clocks, "TCD-TELL")) {
        ret[n++] = tongue_text(v->tongue, N_("Kết quả đã về nơi tiếp; nơi tiếp phải báo cho bà con "
                                             "trong 5 ngày làm việc."));
    } else if (state == VISIT_ANSWERED && reception->tells_when_asked && reception->has_result &&
               !reception->was_asked) {
        ret[n++] = tongue_text(v->tongue, N_("Kết quả đã về nơi tiếp. Bà con yêu cầu thì nơi tiếp "
                                             "báo trong 5 ngày làm việc."));
    }
    if (case_clock_find(clocks, "TCD-ANS")) {
        ret[n++] = tongue_text(v->tongue, N_("Quá hạn mà chưa có trả lời, bà con có quyền hỏi "
                                             "người đứng đầu nơi tiếp, hoặc khiếu nại việc không "
                                             "trả lời."));
    }
    if (is_guided && str_equal(reception->row.matter, STR("complaint"))) {
        ret[n++] = tongue_text(v->tongue, N_("Khiếu nại này do cơ quan khác giải quyết: hãy gửi "
                                             "đơn tới cơ quan ghi ở dưới."));
    }
    if (state == VISIT_REFUSED || state == VISIT_TURNED_AWAY) {
        ret[n++] = tongue_text(v->tongue, N_("Không đồng ý với việc từ chối tiếp, bà con có quyền "
                                             "khiếu nại việc đó. Hết lý do từ chối thì vẫn được "
                                             "tiếp."));
    }
    return n;
}
