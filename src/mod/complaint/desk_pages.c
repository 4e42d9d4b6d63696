/* What officers fill in: which questions each act asks, and what the page says of a complaint. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/complaint/pages.h"
#include "case/setting.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

static const struct case_word signatures[] = {
    { "all", N_("Đủ chữ ký của mọi người") },
    { "some", N_("Chưa đủ chữ ký") },
};
static const struct case_word completions[] = {
    { "signatures", N_("Đủ chữ ký của mọi người") },
    { "appointment", N_("Văn bản cử người đại diện") },
    { "both", N_("Cả chữ ký và văn bản cử người đại diện") },
};
static const struct case_word proposals[] = {
    { "accept", N_("Thụ lý") },
    { "refuse", N_("Không thụ lý") },
    { "guide", N_("Hướng dẫn") },
    { "return", N_("Trả lại nơi chuyển đơn") },
};
static const struct case_word findings[] = {
    { "agree", N_("Kết quả xác minh như yêu cầu của người khiếu nại") },
    { "differ", N_("Kết quả xác minh khác yêu cầu của người khiếu nại") },
};
static const struct case_word attendance[] = {
    { "attended", N_("Người khiếu nại có dự") },
    { "absent", N_("Vắng, không có lý do chính đáng") },
    { "excused", N_("Vắng, có lý do chính đáng") },
};
static const struct case_word outcomes[] = {
    { "right", N_("Khiếu nại đúng") },
    { "partly", N_("Khiếu nại đúng một phần") },
    { "wrong", N_("Khiếu nại sai") },
};

#define LINE(act, name, label, hint)                                                               \
    {                                                                                              \
        act, name, label, hint, INPUT_LINE, .grounds = NULL                                        \
    }
#define DAY_OF(act, label)                                                                         \
    {                                                                                              \
        act, "on", label, N_("Để trống nếu là hôm nay"), INPUT_DAY, .is_optional = true            \
    }
#define PAPER(act) LINE(act, "document", NULL, N_("Ví dụ 12/TB-UBND"))
#define SAYS(act, label, hint)                                                                     \
    {                                                                                              \
        act, "said", label, hint, INPUT_AREA, .grounds = NULL                                      \
    }
#define MAY_SAY(act, label, hint)                                                                  \
    {                                                                                              \
        act, "said", label, hint, INPUT_AREA, .is_optional = true                                  \
    }
#define GROUND(act, label, list)                                                                   \
    {                                                                                              \
        act, "reason", label, NULL, INPUT_SELECT, .grounds = &(list)                               \
    }
#define PERSON(act)                                                                                \
    {                                                                                              \
        act, "person", N_("Tên đăng nhập của người được giao"), N_("Để trống nếu tự làm"),         \
            INPUT_LINE, .is_optional = true                                                        \
    }

static const struct case_field act_fields[] = {
    { "sign", "choice", N_("Chữ ký"), NULL, INPUT_RADIOS, CASE_WORDS(signatures) },
    DAY_OF("sign", N_("Ngày nhận bản có chữ ký")),
    { "complete", "choice", N_("Đã bổ sung"), NULL, INPUT_RADIOS, CASE_WORDS(completions) },
    { "complete", "amount", N_("Số người đại diện được cử"), NULL, INPUT_NUMBER,
      .is_optional = true },
    DAY_OF("complete", N_("Ngày nhận")),
    { "propose", "choice", N_("Đề xuất"), NULL, INPUT_RADIOS, CASE_WORDS(proposals) },
    SAYS("propose", N_("Căn cứ và ý kiến"), NULL),
    SAYS("send_back", N_("Cần xem lại điều gì"), NULL),
    PAPER("accept"),
    DAY_OF("accept", N_("Ngày thông báo thụ lý")),
    MAY_SAY("accept", N_("Ghi thêm"), NULL),
    GROUND("refuse", N_("Căn cứ không thụ lý"), COMPLAINT_REFUSALS),
    SAYS("refuse", N_("Giải thích cho người khiếu nại"), NULL),
    PAPER("refuse"),
    DAY_OF("refuse", N_("Ngày thông báo")),
    GROUND("guide", N_("Vì sao"), COMPLAINT_GUIDANCE),
    SAYS("guide", N_("Nơi có thẩm quyền, hoặc cách viết lại đơn"), NULL),
    PAPER("guide"),
    DAY_OF("guide", N_("Ngày hướng dẫn")),
    SAYS("return", N_("Lý do trả lại"), NULL),
    PAPER("return"),
    DAY_OF("return", N_("Ngày trả lại")),
    GROUND("file", N_("Vì sao lưu"), LETTER_FILINGS),
    { "file", "other", N_("Mã hồ sơ cùng việc"), N_("Khi trùng với một hồ sơ khác"), INPUT_LINE,
      .is_optional = true },
    MAY_SAY("file", N_("Ghi thêm"), NULL),
    PERSON("verify"),
    MAY_SAY("verify", N_("Tổ xác minh và nội dung phải xác minh"), NULL),
    PAPER("verify"),
    DAY_OF("verify", N_("Ngày quyết định")),
    SAYS("report", N_("Kết quả xác minh và kiến nghị"), NULL),
    { "report", "choice", N_("So với yêu cầu"), NULL, INPUT_RADIOS, CASE_WORDS(findings) },
    DAY_OF("report", N_("Ngày báo cáo")),
    { "invite", "on", N_("Ngày đối thoại"), N_("Sau hôm nay ít nhất 5 ngày"), INPUT_DAY,
      .grounds = NULL },
    LINE("invite", "told", N_("Đã mời ai, bằng cách nào"), NULL),
    { "invite", "sent_on", N_("Ngày gửi giấy mời"), N_("Để trống nếu là hôm nay"), INPUT_DAY,
      .is_optional = true },
    { "invite", "document", N_("Số giấy mời"), N_("Bắt buộc khi giấy mời đã gửi trước hôm nay"),
      INPUT_LINE, .is_optional = true },
    MAY_SAY("invite", N_("Nơi và nội dung đối thoại"), NULL),
    SAYS("dialogue", N_("Nội dung và kết quả đối thoại"), NULL),
    { "dialogue", "choice", N_("Người khiếu nại"), NULL, INPUT_RADIOS, CASE_WORDS(attendance) },
    DAY_OF("dialogue", N_("Ngày đối thoại")),
    SAYS("request", N_("Cần tài liệu, giải trình gì"), NULL),
    LINE("request", "told", N_("Yêu cầu ai"), NULL),
    DAY_OF("request", N_("Ngày nơi đó nhận yêu cầu")),
    SAYS("supply", N_("Đã nhận gì"), NULL),
    DAY_OF("supply", N_("Ngày nhận")),
    GROUND("complex", N_("Tiêu chí"), COMPLAINT_TESTS),
    SAYS("complex", N_("Căn cứ cụ thể trong hồ sơ"), NULL),
    SAYS("stay", N_("Hậu quả khó khắc phục là gì"), NULL),
    PAPER("stay"),
    SAYS("lift", N_("Vì sao không còn cần"), NULL),
    PAPER("lift"),
    GROUND("suspend", N_("Căn cứ tạm đình chỉ"), COMPLAINT_SUSPENSIONS),
    SAYS("suspend", N_("Giải thích"), NULL),
    PAPER("suspend"),
    DAY_OF("suspend", N_("Ngày quyết định")),
    SAYS("resume", N_("Căn cứ đã hết ra sao"), NULL),
    PAPER("resume"),
    DAY_OF("resume", N_("Ngày quyết định")),
    SAYS("narrow", N_("Nội dung còn lại sau khi rút"), NULL),
    { "narrow", "document", N_("Đơn hoặc biên bản rút"), NULL, INPUT_LINE, .is_optional = true },
    { "narrow", "amount", N_("Số người còn lại trong đơn"), N_("Khi một số người đã rút"),
      INPUT_NUMBER, .is_optional = true },
    DAY_OF("narrow", N_("Ngày rút")),
    SAYS("withdraw", N_("Ai đã rút, bằng đơn hay biên bản"),
         N_("Đơn của nhiều người: chỉ khi tất cả đã rút")),
    PAPER("withdraw"),
    DAY_OF("withdraw", N_("Ngày quyết định đình chỉ")),
    GROUND("terminate", N_("Căn cứ đình chỉ"), COMPLAINT_TERMINATIONS),
    MAY_SAY("terminate", N_("Ghi thêm"), NULL),
    PAPER("terminate"),
    DAY_OF("terminate", N_("Ngày quyết định")),
    { "decide", "choice", N_("Kết luận"), NULL, INPUT_RADIOS, CASE_WORDS(outcomes) },
    GROUND("decide", N_("Giải quyết"), COMPLAINT_RULINGS),
    SAYS("decide", N_("Nội dung quyết định"),
         N_("Kết quả xác minh, đối thoại, căn cứ pháp luật, việc phải làm, bồi thường")),
    PAPER("decide"),
    DAY_OF("decide", N_("Ngày ban hành")),
    LINE("tell", "told", N_("Đã gửi cho ai, bằng cách nào"), NULL),
    DAY_OF("tell", N_("Ngày gửi")),
    LINE("deliver", "told", N_("Ai nhận, bằng chứng gì"), N_("Ví dụ: ký nhận, giấy báo phát")),
    DAY_OF("deliver", N_("Ngày người khiếu nại nhận")),
    SAYS("enforce", N_("Việc đã làm để thi hành"), NULL),
    DAY_OF("enforce", N_("Ngày")),
    LINE("finish", "told", N_("Công khai bằng cách nào"),
         N_("Công bố tại cuộc họp, niêm yết, hoặc trên phương tiện thông tin")),
    DAY_OF("finish", N_("Ngày công khai")),
    SAYS("court", N_("Tòa án nào, thông báo thụ lý số nào"), NULL),
    PERSON("assign"),
    SAYS("note", N_("Ghi chú"), NULL),
};

static size_t summary(struct visit *v, const void *own, bool is_sender, struct summary_row *ret);
static size_t advice(struct visit *v, const void *own, struct case_clocks clocks,
                     struct str ret[CASE_SUMMARY_MAX]);

const struct case_pages complaint_pages = {
    .kind = &complaint_kind,
    .title = N_("Khiếu nại"),
    .empty_title = N_("Không có khiếu nại nào ở mục này"),
    .list_path = "/cb/khieu-nai",
    .new_path = "/cb/khieu-nai/moi",
    .case_path = "/cb/khieu-nai/hs/:code",
    .act_path = "/cb/khieu-nai/hs/:code/:act",
    .track_path = "/khieu-nai/hs/:code",
    .proof_path = "/khieu-nai/hs/:code/tep",
    .register_path = "/cb/khieu-nai/so",
    .letters_register_path = "/cb/khieu-nai/van-ban-di",
    .letter_new_path = "/cb/khieu-nai/hs/:code/thu-moi/:form",
    .letter_path = "/cb/khieu-nai/hs/:code/thu/:letter",
    .letter_file_path = "/cb/khieu-nai/hs/:code/thu/:letter/tep",
    .letter_step_path = "/cb/khieu-nai/hs/:code/thu/:letter/:step",
    .fields = act_fields,
    .field_count = COUNT(act_fields),
    .usual =
        ",sign,propose,accept,verify,report,invite,dialogue,resume,decide,tell,deliver,enforce,"
        "finish,",
    .grave = ",refuse,guide,return,file,suspend,withdraw,terminate,decide,court,finish,",
    .summary = summary,
    .advice = advice,
};

/* --- what is known ---------------------------------------------------------------------------- */

struct summary_out {
    struct visit *v;
    struct summary_row *rows;
    size_t count;
};

static void say(struct summary_out *to, const char *label, struct str value)
{
    if (value.n > 0) {
        to->rows[to->count++] = (struct summary_row){ label, value, { STR_NONE } };
    }
}

static void say_word(struct summary_out *to, const char *label, const char *word)
{
    say(to, label, tongue_text(to->v->tongue, word));
}

static void say_day(struct summary_out *to, const char *label, struct day day)
{
    if (!day_is_none(day)) {
        struct out out = out_open(to->v->arena, 64);
        format_day(&out, day);
        say(to, label, out_str(&out));
    }
}

static size_t summary(struct visit *v, const void *own, bool is_sender, struct summary_row *ret)
{
    const struct complaint *complaint = own;
    const struct complaint_get_row *row = &complaint->row;
    struct summary_out to = { v, ret, 0 };
    say_word(&to, N_("Khiếu nại lần"), row->round == FIRST_ROUND ? N_("Lần đầu") : N_("Lần hai"));
    enum respondent respondent = respondent_of(row->respondent);
    if (respondent < RESPONDENTS) {
        say_word(&to, N_("Khiếu nại quyết định, hành vi của"), respondent_name(respondent));
    }
    say(&to, N_("Quyết định, hành vi bị khiếu nại"), row->contested);
    say_day(&to, N_("Ngày nhận hoặc biết được"), row->contested_on);
    say_day(&to, N_("Ngày nhận đơn"), complaint->file.received_on);
    say(&to, N_("Nội dung và lý do"), row->content);
    say(&to, N_("Yêu cầu"), row->request);
    if (row->people > 1) {
        say(&to, N_("Số người ký đơn"), str_printf(v->arena, "%lld", (long long)row->people));
        say(&to, N_("Số người đại diện"),
            str_printf(v->arena, "%lld", (long long)row->representatives));
    }
    if (row->is_discipline) {
        say_word(&to, N_("Loại"),
                 row->is_dismissal ? N_("Kỷ luật buộc thôi việc") : N_("Quyết định kỷ luật"));
    }
    if (row->is_complex) {
        say_word(&to, N_("Mức độ"), N_("Vụ việc phức tạp"));
    }
    if (row->is_remote) {
        say_word(&to, N_("Nơi ở"), N_("Vùng sâu, vùng xa đi lại khó khăn"));
    }
    if (!is_sender) {
        say(&to, N_("Cùng việc với hồ sơ"), complaint->file.same_as);
        say(&to, N_("Nơi chuyển đơn đến"), complaint->file.from_body);
    }
    say_day(&to, N_("Ngày đối thoại"), row->dialogue_on);
    say_day(&to, N_("Tạm đình chỉ thi hành quyết định từ"),
            complaint->file.is_open ? row->stayed_on : DAY_NONE);
    for (size_t i = 0; i < COUNT(outcomes); i++) {
        if (str_equal(row->outcome, str_of(outcomes[i].word))) {
            say_word(&to, N_("Kết luận"), outcomes[i].label);
        }
    }
    return to.count;
}

/* --- what the sender may do ------------------------------------------------------------------- */

static void advise(struct visit *v, struct str *ret, const char *sentence, struct day day)
{
    struct out out = out_open(v->arena, 2048);
    out_str_raw(&out, tongue_text(v->tongue, sentence));
    if (!day_is_none(day)) {
        out_char(&out, ' ');
        format_day(&out, day);
        out_char(&out, '.');
    }
    *ret = out_str(&out);
}

static struct day last_day_of(struct case_clocks clocks, const char *name)
{
    const struct case_clock *clock = case_clock_find(clocks, name);
    return clock && clock->due.term ? clock->due.day : DAY_NONE;
}

/* The setting of the day on which it was written says how long it waits. */
static struct str how_to_sign(struct visit *v, struct day written_on)
{
    struct str sentence =
        tongue_text(v->tongue, N_("Hãy in đơn, ký tên hoặc điểm chỉ, và gửi hay mang tới cơ quan "
                                  "trong %s ngày. Thời hạn giải quyết tính từ ngày cơ quan nhận "
                                  "bản có chữ ký."));
    struct str before = message_part(sentence, 0);
    struct str behind = message_part(sentence, 1);
    return str_printf(v->arena, "%.*s%d%.*s", STR_ARG(before),
                      case_setting_days(&v->snap->conn, LAW_COMPLAINT_SIGNING, written_on),
                      STR_ARG(behind));
}

/* Of a complaint that nobody settles yet, or ever here. */
static size_t advise_unaccepted(struct visit *v, const struct complaint *complaint, int state,
                                struct str ret[CASE_SUMMARY_MAX])
{
    bool is_unsigned = (state == COMPLAINT_RECEIVED || state == COMPLAINT_PROPOSED) &&
                       str_equal(complaint->file.channel, STR("web")) &&
                       !complaint->row.has_all_signatures;
    size_t n = 0;
    if (state == COMPLAINT_PREFILED) {
        ret[n++] = how_to_sign(v, complaint->file.received_on);
    }
    if (is_unsigned) {
        advise(v, &ret[n++],
               N_("Đơn đã vào sổ. Muốn được thụ lý, bà con còn phải ký: in đơn, ký tên hoặc điểm "
                  "chỉ, rồi gửi hay mang tới cơ quan."),
               DAY_NONE);
    }
    if (state == COMPLAINT_GUIDED) {
        advise(v, &ret[n++],
               N_("Mời bà con gửi lại theo phiếu hướng dẫn: đến nơi ghi trong phiếu; có nhiều việc "
                  "thì mỗi việc một đơn. Nên gửi sớm, vì khiếu nại có thời hiệu."),
               DAY_NONE);
    }
    if (state == COMPLAINT_REFUSED || state == COMPLAINT_GUIDED) {
        advise(v, &ret[n++],
               N_("Nếu không đồng ý với việc không thụ lý, bà con có quyền khiếu nại "
                  "việc đó, hoặc khởi kiện quyết định ban đầu tại tòa án theo luật "
                  "tố tụng hành chính."),
               DAY_NONE);
    }
    return n;
}

/* What comes next and by when stands in the clocks; here is what to do when it does not. */
static size_t advice(struct visit *v, const void *own, struct case_clocks clocks,
                     struct str ret[CASE_SUMMARY_MAX])
{
    const struct complaint *complaint = own;
    int state = workflow_state(&complaint_flow, complaint->file.state);
    bool is_first = complaint->row.round == FIRST_ROUND;
    struct day second = last_day_of(clocks, complaint_right(&complaint->row));
    struct day effect = last_day_of(clocks, "KN-EFF");
    size_t n = advise_unaccepted(v, complaint, state, ret);
    if (!day_is_none(second)) {
        advise(v, &ret[n++],
               state == COMPLAINT_DECIDED || state == COMPLAINT_IN_FORCE
                   ? N_("Không đồng ý với quyết định, bà con có thể khiếu nại lần hai lên cấp "
                        "trên, hoặc khởi kiện tại tòa án, chậm nhất hết ngày")
                   : N_("Cơ quan đã để quá hạn. Bà con có thể khiếu nại lần hai lên cấp trên, hoặc "
                        "khởi kiện tại tòa án, chậm nhất hết ngày"),
               second);
    } else if (state == COMPLAINT_DECIDED && is_first && complaint->row.is_discipline) {
        advise(v, &ret[n++],
               N_("Khi nhận được quyết định, anh chị có 10 ngày để khiếu nại lần hai; "
                  "kỷ luật buộc thôi việc có 30 ngày."),
               DAY_NONE);
    } else if (state == COMPLAINT_DECIDED && is_first) {
        advise(v, &ret[n++],
               N_("Khi nhận được quyết định, bà con có 30 ngày để khiếu nại lần hai "
                  "hoặc khởi kiện tại tòa án; vùng đi lại khó khăn có 45 ngày."),
               DAY_NONE);
    } else if (state == COMPLAINT_DECIDED) {
        advise(v, &ret[n++],
               N_("Không đồng ý với quyết định lần hai, bà con có quyền khởi kiện tại "
                  "tòa án theo luật tố tụng hành chính."),
               DAY_NONE);
    }
    if (!day_is_none(effect) && !is_first) {
        advise(v, &ret[n++], N_("Quyết định có hiệu lực sau khi hết ngày"), effect);
    } else if (!day_is_none(effect)) {
        advise(v, &ret[n++],
               N_("Nếu không ai khiếu nại tiếp, quyết định có hiệu lực sau khi hết "
                  "ngày"),
               effect);
    }
    if (case_clock_find(clocks, complaint_limit(&complaint->row)) && day_is_none(second) &&
        is_first) {
        advise(v, &ret[n++],
               N_("Nếu hết hạn mà không có quyết định, bà con có quyền khiếu nại lần "
                  "hai lên cấp trên hoặc khởi kiện tại tòa án."),
               DAY_NONE);
    }
    bool is_undecided = state >= COMPLAINT_RECEIVED && state <= COMPLAINT_SUSPENDED;
    if (is_undecided) {
        advise(v, &ret[n++],
               N_("Bà con có thể rút khiếu nại bất cứ lúc nào, bằng đơn có chữ ký "
                  "hoặc tại cơ quan."),
               DAY_NONE);
    }
    return n;
}
