/* What officers fill in while a denunciation is settled, and what its sender sees of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include <string.h>

#include "law/denunciation.h"
#include "mod/denunciation/settle.h"
#include "mod/denunciation/settle_pages.h"
#include "text/format.h"
#include "text/tongue.h"

enum { ADVICE_BYTES_MAX = 2048 };

#define DAY_OF(act, label)                                                                         \
    {                                                                                              \
        act, "on", label, N_("Để trống nếu là hôm nay"), INPUT_DAY, .is_optional = true            \
    }
#define PAPER(act, hint)                                                                           \
    {                                                                                              \
        act, "document", NULL, hint, INPUT_LINE, .grounds = NULL                                   \
    }
#define GROUND(act, label, list)                                                                   \
    {                                                                                              \
        act, "reason", label, NULL, INPUT_SELECT, .grounds = &(list)                               \
    }
#define CHOICE(act, label, list)                                                                   \
    {                                                                                              \
        act, "choice", label, NULL, INPUT_RADIOS, CASE_WORDS(list)                                 \
    }
#define BODY(act, label)                                                                           \
    {                                                                                              \
        act, "told", label, N_("Chỉ tên cơ quan. Đừng ghi gì về người tố cáo."), INPUT_LINE,       \
            .grounds = NULL                                                                        \
    }
#define PERSON(act, label)                                                                         \
    {                                                                                              \
        act, "person", label, N_("Để trống nếu tự làm"), INPUT_LINE, .is_optional = true           \
    }

static const struct case_field act_fields[] = {
    DAY_OF("sign", N_("Ngày nhận đơn có chữ ký")),
    PAPER("inspect", N_("Quyết định thanh tra, kiểm tra hoặc văn bản chuyển")),
    DAY_OF("inspect", N_("Ngày văn bản")),
    GROUND("file", N_("Vì sao lưu"), DENUNCIATION_FILINGS),
    DAY_OF("delegate", N_("Ngày ủy quyền")),
    BODY("forward", N_("Cơ quan nhận")),
    PAPER("forward", N_("Phiếu chuyển đơn tố cáo, ví dụ 12/PC-UBND")),
    DAY_OF("forward", N_("Ngày chuyển")),
    GROUND("pass_by", N_("Vì sao"), DENUNCIATION_PASSED_OVER),
    BODY("crime", N_("Cơ quan nhận")),
    PAPER("crime", N_("Văn bản chuyển hồ sơ")),
    DAY_OF("crime", N_("Ngày chuyển")),
    BODY("passed_on", N_("Báo chí, cơ quan đã chuyển đơn")),
    PAPER("passed_on", N_("Văn bản, phiếu chuyển đơn")),
    DAY_OF("passed_on", N_("Ngày nhận đơn chuyển đến")),
    PAPER("tell_body", N_("Văn bản báo kết quả xử lý")),
    DAY_OF("tell_body", N_("Ngày văn bản")),
    DAY_OF("again", N_("Ngày phân loại; hạn vẫn tính từ ngày nhận đơn")),
    BODY("call_file", N_("Nơi đã giải quyết")),
    PAPER("call_file", N_("Văn bản yêu cầu chuyển hồ sơ")),
    DAY_OF("call_file", N_("Ngày văn bản")),
    PAPER("uphold", N_("Văn bản báo người tố cáo, nêu rõ lý do")),
    DAY_OF("uphold", N_("Ngày văn bản")),
    GROUND("resettle", N_("Căn cứ giải quyết lại"), DENUNCIATION_RESETTLINGS),
    PAPER("resettle", N_("Quyết định thụ lý (mẫu 04)")),
    DAY_OF("resettle", N_("Ngày quyết định")),
    DAY_OF("late", N_("Ngày phân loại; hạn vẫn tính từ ngày nhận đơn")),
    BODY("demand", N_("Nơi giải quyết tố cáo")),
    PAPER("demand", N_("Văn bản yêu cầu báo cáo quá trình, lý do chậm, trách nhiệm")),
    DAY_OF("demand", N_("Ngày văn bản")),
    DAY_OF("serve", N_("Ngày nơi giải quyết nhận yêu cầu")),
    PAPER("hear", N_("Báo cáo của nơi giải quyết")),
    DAY_OF("hear", N_("Ngày nhận báo cáo")),
    BODY("order", N_("Nơi giải quyết tố cáo")),
    PAPER("order", N_("Văn bản yêu cầu, đôn đốc")),
    DAY_OF("order", N_("Ngày văn bản")),
    PAPER("tell_review", N_("Văn bản báo người tố cáo")),
    DAY_OF("tell_review", N_("Ngày báo")),
    PAPER("sanction", N_("Quyết định xử lý, hoặc văn bản kiến nghị")),
    DAY_OF("sanction", N_("Ngày văn bản")),
    PAPER("settled_there", N_("Báo cáo kết quả, kết luận của nơi giải quyết")),
    DAY_OF("settled_there", N_("Ngày nhận báo cáo")),
    GROUND("take_over", N_("Căn cứ lấy lên giải quyết"), DENUNCIATION_TAKEOVERS),
    BODY("take_over", N_("Nơi phải dừng và chuyển hồ sơ")),
    PAPER("take_over", N_("Văn bản yêu cầu chấm dứt và chuyển hồ sơ")),
    DAY_OF("take_over", N_("Ngày văn bản")),
    PAPER("demanded", N_("Văn bản yêu cầu của cấp trên")),
    DAY_OF("demanded", N_("Ngày nhận yêu cầu")),
    PAPER("account", N_("Báo cáo gửi cấp trên")),
    DAY_OF("account", N_("Ngày gửi")),
    BODY("hand_over", N_("Cấp trên nhận hồ sơ")),
    PAPER("hand_over", N_("Văn bản yêu cầu của cấp trên, hoặc biên bản giao hồ sơ")),
    DAY_OF("hand_over", N_("Ngày giao")),
    PAPER("accept", N_("Quyết định thụ lý (mẫu 04)")),
    DAY_OF("accept", N_("Ngày quyết định")),
    GROUND("refuse", N_("Điều kiện nào không đủ"), DENUNCIATION_REFUSALS),
    PAPER("refuse", N_("Văn bản báo người tố cáo")),
    DAY_OF("refuse", N_("Ngày văn bản")),
    DAY_OF("tell_sender", N_("Ngày báo (mẫu 05)")),
    DAY_OF("tell_accused", N_("Ngày báo nội dung, không báo ai tố cáo (mẫu 06)")),
    PAPER("verify", N_("Quyết định lập Tổ xác minh (mẫu 07)")),
    { "verify", "amount", N_("Tổ có mấy người"), N_("Ít nhất hai, một người là Tổ trưởng"),
      INPUT_NUMBER, .grounds = NULL },
    CHOICE("verify", N_("Có ai là người thân thích, có lợi ích liên quan không"), SETTLING_TEAM),
    PERSON("verify", N_("Tên đăng nhập của Tổ trưởng")),
    DAY_OF("verify", N_("Ngày quyết định")),
    BODY("ask_experts", N_("Cơ quan giám định")),
    PAPER("ask_experts", N_("Văn bản trưng cầu giám định (mẫu 09)")),
    DAY_OF("ask_experts", N_("Ngày văn bản")),
    PAPER("experts_say", N_("Kết luận giám định")),
    DAY_OF("experts_say", N_("Ngày nhận kết luận")),
    PAPER("report", N_("Báo cáo của Tổ xác minh (mẫu 10)")),
    DAY_OF("report", N_("Ngày báo cáo")),
    GROUND("complex", N_("Tiêu chí"), DENUNCIATION_TESTS),
    DAY_OF("complex", N_("Ngày ghi nhận")),
    { "extend", "amount", N_("Thêm mấy ngày"), N_("Nhiều nhất 30 ngày"), INPUT_NUMBER,
      .grounds = NULL },
    PAPER("extend", N_("Quyết định gia hạn (mẫu 01)")),
    DAY_OF("extend", N_("Ngày quyết định")),
    GROUND("suspend", N_("Căn cứ"), DENUNCIATION_SUSPENSIONS),
    PAPER("suspend", N_("Quyết định tạm đình chỉ")),
    DAY_OF("suspend", N_("Ngày quyết định")),
    PAPER("resume", N_("Quyết định tiếp tục giải quyết")),
    DAY_OF("resume", N_("Ngày quyết định")),
    PAPER("narrow", N_("Số đơn hoặc biên bản rút (mẫu 02, 03)")),
    DAY_OF("narrow", N_("Ngày rút")),
    CHOICE("withdraw", N_("Đã xem xét"), SETTLING_WITHDRAWALS),
    PAPER("withdraw", N_("Quyết định đình chỉ")),
    DAY_OF("withdraw", N_("Ngày quyết định")),
    GROUND("terminate", N_("Căn cứ"), DENUNCIATION_TERMINATIONS),
    PAPER("terminate", N_("Quyết định đình chỉ")),
    DAY_OF("terminate", N_("Ngày quyết định")),
    CHOICE("conclude", N_("Kết luận"), SETTLING_OUTCOMES),
    PAPER("conclude", N_("Kết luận nội dung tố cáo (mẫu 12)")),
    DAY_OF("conclude", N_("Ngày ban hành")),
    DAY_OF("tell_both", N_("Ngày gửi")),
    DAY_OF("deliver", N_("Ngày gửi")),
    CHOICE("act_on", N_("Đã xử lý"), SETTLING_ACTIONS),
    DAY_OF("act_on", N_("Ngày xử lý")),
    BODY("handled", N_("Nơi được kiến nghị xử lý")),
    DAY_OF("handled", N_("Ngày có kết quả xử lý")),
    PAPER("result", N_("Văn bản thông báo kết quả xử lý")),
    DAY_OF("result", N_("Ngày nhận thông báo")),
    CHOICE("ask_protection", N_("Đề nghị thế nào"), SETTLING_ASKINGS),
    GROUND("ask_protection", N_("Căn cứ"), DENUNCIATION_DANGERS),
    DAY_OF("ask_protection", N_("Ngày đề nghị")),
    BODY("protect_at_once", N_("Cơ quan được yêu cầu bảo vệ ngay")),
    DAY_OF("protect_at_once", N_("Ngày yêu cầu")),
    BODY("pass_protection", N_("Cơ quan có thẩm quyền bảo vệ")),
    PAPER("pass_protection", N_("Văn bản yêu cầu, đề nghị")),
    DAY_OF("pass_protection", N_("Ngày văn bản")),
    CHOICE("protect", N_("Bảo vệ gì"), SETTLING_PROTECTIONS),
    PAPER("protect", N_("Quyết định áp dụng, của nơi này hoặc cơ quan được yêu cầu")),
    DAY_OF("protect", N_("Ngày bắt đầu bảo vệ")),
    GROUND("refuse_protection", N_("Lý do"), DENUNCIATION_UNPROTECTED),
    PAPER("refuse_protection", N_("Văn bản báo người tố cáo, nêu rõ lý do")),
    DAY_OF("refuse_protection", N_("Ngày văn bản")),
    CHOICE("change_protection", N_("Bảo vệ gì"), SETTLING_PROTECTIONS),
    PAPER("change_protection", N_("Quyết định thay đổi, bổ sung")),
    DAY_OF("change_protection", N_("Ngày quyết định")),
    GROUND("end_protection", N_("Lý do"), DENUNCIATION_PROTECTION_ENDS),
    PAPER("end_protection", N_("Quyết định chấm dứt")),
    DAY_OF("end_protection", N_("Ngày quyết định")),
    CHOICE("post", N_("Ở đâu"), SETTLING_POSTINGS),
    DAY_OF("post", N_("Ngày bắt đầu")),
    CHOICE("announce", N_("Ở đâu"), SETTLING_ANNOUNCEMENTS),
    DAY_OF("announce", N_("Ngày công bố")),
    DAY_OF("close", N_("Ngày kết thúc")),
    PERSON("assign", N_("Tên đăng nhập của người được giao")),
};

static size_t summary(struct visit *v, const void *own, bool is_sender, struct summary_row *ret);
static size_t advice(struct visit *v, const void *own, struct case_clocks clocks,
                     struct str ret[CASE_SUMMARY_MAX]);
static size_t protection_summary(struct visit *v, const struct settling *settling,
                                 struct summary_row *ret);
static struct str superior_name(struct visit *v, struct unit_id id);
static bool is_late(struct visit *v, struct case_clocks clocks);
static bool is_concluded(const struct case_get_row *file);
static bool may_be_protected(const struct case_get_row *file);
static visit_fn after_act;

/* Law: forms of 31/2019/NĐ-CP and 05/2021/TT-TTCP. */
static const char *const blanks[] = { "C05-03", "D31-01", "D31-02", "D31-03", "D31-04",
                                      "D31-05", "D31-06", "D31-07", "D31-08", "D31-09",
                                      "D31-10", "D31-11", "D31-12", NULL };

const struct case_pages denunciation_pages = {
    .kind = &denunciation_kind,
    .title = N_("Giải quyết tố cáo"),
    .list_path = "/cb/to-cao",
    .case_path = "/cb/to-cao/hs/:code",
    .act_path = "/cb/to-cao/hs/:code/:act",
    .blank_path = "/cb/to-cao/hs/:code/mau/:form",
    .blanks = blanks,
    .fields = act_fields,
    .field_count = COUNT(act_fields),
    .usual = ",sign,inspect,accept,tell_sender,tell_accused,verify,report,resume,conclude,"
             "tell_both,deliver,act_on,post,close,uphold,resettle,demand,serve,hear,tell_review,"
             "settled_there,account,tell_body,experts_say,result,",
    .grave = ",file,pass_by,forward,refuse,crime,suspend,withdraw,terminate,conclude,close,uphold,"
             "resettle,take_over,hand_over,",
    .summary = summary,
    .advice = advice,
};

enum status settling_show(struct visit *v)
{
    return case_file_show(v, &denunciation_pages);
}

enum status settling_blank(struct visit *v)
{
    return case_blank_file(v, &denunciation_pages);
}

enum status settling_act_take(struct visit *v)
{
    return case_take_act(v, &denunciation_pages, after_act);
}

static enum status after_act(struct visit *v)
{
    return case_after_act(v, &denunciation_pages);
}

struct settling_view *settling_view(struct visit *v, struct denunciation_id id)
{
    struct denunciation_settling_of_row row;
    struct case_get_row file;
    struct conn *conn = &v->snap->conn;
    const struct workflow *workflow = &denunciation_flow;
    if (!denunciation_settling_of(conn, &(struct denunciation_settling_of){ .denunciation_id = id },
                                  &row) ||
        !case_get(conn,
                  &(struct case_get){ .code = row.code, .kind = str_of(denunciation_kind.name) },
                  &file)) {
        return NULL;
    }
    struct settling_view *view = new(v->arena, struct settling_view, 1);
    struct str *sentences = new(v->arena, struct str, CASE_SUMMARY_MAX);
    const struct calendar *calendar = visit_calendar(v, ID_OF(file.unit_id));
    struct case_clocks clocks = case_clocks(conn, workflow, calendar, file.id);
    const struct state *state = &workflow->states[workflow_state(workflow, file.state)];
    const struct settling *own = settling_load(conn, &file);
    struct summary_row *rows = new(v->arena, struct summary_row, CASE_SUMMARY_MAX);
    *view = (struct settling_view){
        .may_be_protected = may_be_protected(&file),
        .summary = { rows, protection_summary(v, own, rows) },
        .state = state->label,
        .sentence = state->citizen,
        .url = route_url(v, denunciation_pages.case_path, file.code),
        .terms = case_terms_of(v, clocks),
        .advice = sentences,
        .advice_count = advice(v, own, clocks, sentences),
        .timeline = case_timeline(v, &denunciation_pages, &file, true),
        .may_go_on =
            (is_late(v, clocks) || is_concluded(&file)) && superior_name(v, file.unit_id).p,
        .unit_name = file.unit_name,
    };
    return view;
}

/* --- what is known ---------------------------------------------------------------------------- */

static size_t summary(struct visit *v, const void *own, bool is_sender, struct summary_row *ret)
{
    const struct settling *settling = own;
    struct out day = out_open(v->arena, 64);
    size_t n = 0;
    format_day(&day, settling->file.received_on);
    ret[n++] = (struct summary_row){ N_("Ngày nhận"), out_str(&day), { STR_NONE } };
    if (!is_sender) {
        ret[n++] =
            (struct summary_row){ N_("Đơn niêm phong"), settling->row.code,
                                  route_url(v, "/cb/to-cao/:code", settling->row.code), N_("Xem") };
        ret[n++] = (struct summary_row){ N_("Họ tên người tố cáo"),
                                         tongue_text(v->tongue, settling->row.is_named
                                                                    ? N_("Niêm phong riêng")
                                                                    : N_("Đơn không nêu tên")),
                                         { STR_NONE } };
    }
    if (settling->is_again || settling->is_late) {
        const char *kind = settling->is_again ? N_("Tố cáo tiếp về vụ việc đã giải quyết")
                                              : N_("Tố cáo tiếp về vụ việc quá hạn");
        ret[n++] =
            (struct summary_row){ N_("Loại đơn"), tongue_text(v->tongue, kind), { STR_NONE } };
    }
    n += protection_summary(v, settling, &ret[n]);
    if (settling->test_count > 0) {
        ret[n++] =
            (struct summary_row){ N_("Mức độ"),
                                  tongue_text(v->tongue, settling->test_count > 1
                                                             ? N_("Vụ việc đặc biệt phức tạp")
                                                             : N_("Vụ việc phức tạp")),
                                  { STR_NONE } };
    }
    for (size_t i = 0; i < COUNT(SETTLING_OUTCOMES); i++) {
        if (str_equal(settling->file.outcome, str_of(SETTLING_OUTCOMES[i].word))) {
            ret[n++] = (struct summary_row){ N_("Kết luận"),
                                             tongue_text(v->tongue, SETTLING_OUTCOMES[i].label),
                                             { STR_NONE } };
        }
    }
    return n;
}

/* Measures end by themselves with the conclusion. Law: 25/2018/QH14 art. 52 cl. 5, 54 cl. 2. */
static size_t protection_summary(struct visit *v, const struct settling *settling,
                                 struct summary_row *ret)
{
    bool is_over = !day_is_none(settling->file.settled_on) || !settling->file.is_open ||
                   str_equal(settling->file.state, STR("terminated"));
    const struct {
        bool is_so;
        const char *sentence;
    } rows[] = {
        { settling->asks_protection && !is_over, N_("Đã đề nghị, chưa quyết định") },
        { settling->owes_writing && !is_over, N_("Đã yêu cầu bảo vệ ngay; còn phải gửi văn bản") },
        { settling->is_protected && !is_over, N_("Đang áp dụng biện pháp bảo vệ") },
        { settling->is_protected && is_over,
          N_("Đã chấm dứt cùng kết luận hoặc quyết định đình chỉ") },
    };
    size_t n = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (rows[i].is_so) {
            ret[n++] = (struct summary_row){ N_("Bảo vệ người tố cáo"),
                                             tongue_text(v->tongue, rows[i].sentence),
                                             { STR_NONE } };
        }
    }
    return n;
}

/* --- what the sender may do ------------------------------------------------------------------- */

static void advise(struct visit *v, struct str *ret, const char *sentence)
{
    *ret = tongue_text(v->tongue, sentence);
}

/* Clerks without a key open the post too, and the code would tell them whose mailbox it is. */
static struct str how_to_sign(struct visit *v, const struct settling *settling)
{
    struct out out = out_open(v->arena, ADVICE_BYTES_MAX);
    out_str_raw(&out,
                tongue_text(v->tongue,
                            N_("Muốn được giải quyết theo Luật Tố cáo, bà con ký đơn, cho vào "
                               "phong bì dán kín ghi “Đơn tố cáo, chỉ người đứng đầu mở”, rồi gửi "
                               "bưu chính, nộp, hoặc đến trình bày trực tiếp tại")));
    out_char(&out, ' ');
    out_str_raw(&out, settling->file.unit_name);
    out_lit(&out, ". ");
    out_str_raw(&out, tongue_text(v->tongue,
                                  N_("Đừng gửi qua cơ quan của người bị tố cáo. Trong đơn ghi ngày "
                                     "đã gửi qua mạng, đừng ghi mã hộp thư.")));
    return out_str(&out);
}

/* Who settled it, or did not in time, has a head above them: to that one it goes on. */
static struct str where_to_go_on(struct visit *v, const struct settling *settling,
                                 const char *before, const char *after)
{
    struct out out = out_open(v->arena, ADVICE_BYTES_MAX);
    struct str superior = superior_name(v, settling->file.unit_id);
    out_str_raw(&out, tongue_text(v->tongue, before));
    out_char(&out, ' ');
    out_str_raw(&out,
                superior.p ? superior : tongue_text(v->tongue, N_("cơ quan cấp trên trực tiếp")));
    out_lit(&out, ". ");
    out_str_raw(&out, tongue_text(v->tongue, after));
    if (!superior.p) {
        out_char(&out, ' ');
        out_str_raw(&out, tongue_text(v->tongue, N_("Nơi đó không dùng hệ thống này: gửi đơn có "
                                                    "chữ ký hoặc đến trình bày.")));
    }
    return out_str(&out);
}

/* Absent: the topmost one of this house, whose superior is elsewhere. */
static struct str superior_name(struct visit *v, struct unit_id id)
{
    struct case_unit_get_row unit = { .parent_id = { 0 } };
    struct case_unit_get_row above = { .name = STR_NONE };
    struct conn *conn = &v->snap->conn;
    if (case_unit_get(conn, &(struct case_unit_get){ .id = id }, &unit) && unit.parent_id.v != 0) {
        (void)case_unit_get(conn, &(struct case_unit_get){ .id = unit.parent_id }, &above);
    }
    return above.name;
}

static bool is_late(struct visit *v, struct case_clocks clocks)
{
    const struct case_clock *limit = case_clock_find(clocks, "TC-RES");
    return limit && limit->due.at.s != 0 && limit->due.at.s < v->now.s;
}

/* As long as the workflow has an act for it. */
static bool may_be_protected(const struct case_get_row *file)
{
    const struct workflow *workflow = &denunciation_flow;
    const struct move *move = NULL;
    int state = workflow_state(workflow, file->state);
    while ((move = workflow_next(workflow, state, move)) != NULL) {
        if (strcmp(move->command, "protect") == 0) {
            return true;
        }
    }
    return false;
}

static bool is_concluded(const struct case_get_row *file)
{
    return str_equal(file->state, STR("concluded")) || str_equal(file->state, STR("closed"));
}

/* Law: 25/2018/QH14 art. 37 and 38. */
static size_t advise_going_on(struct visit *v, const struct settling *settling, bool is_overdue,
                              struct str *ret)
{
    size_t n = 0;
    if (is_overdue) {
        ret[n++] = where_to_go_on(
            v, settling,
            N_("Đã quá hạn giải quyết. Bà con có quyền tố cáo tiếp với người đứng đầu"),
            N_("Trong 5 ngày làm việc từ khi nhận, nơi đó phải yêu cầu nơi giải quyết báo cáo; nơi "
               "giải quyết phải báo cáo trong 5 ngày làm việc sau đó, và giải quyết tiếp."));
    }
    if (is_concluded(&settling->file)) {
        ret[n++] = where_to_go_on(
            v, settling,
            N_("Có căn cứ cho rằng việc giải quyết không đúng luật, bà con có quyền tố cáo tiếp "
               "với người đứng đầu"),
            N_("Trong 20 ngày từ khi nhận, nơi đó phải xem hồ sơ đã giải quyết rồi giải quyết lại, "
               "hoặc báo bằng văn bản vì sao không."));
    }
    if (n > 0) {
        advise(v, &ret[n++],
               N_("Trong đơn tố cáo tiếp ghi nơi đã giải quyết và kèm bản sao kết luận, nếu có; "
                  "cũng phải ký, như đơn đầu."));
    }
    return n;
}

/* What comes next and by when stands in the clocks; here is what to do when it does not. */
static size_t advice(struct visit *v, const void *own, struct case_clocks clocks,
                     struct str ret[CASE_SUMMARY_MAX])
{
    const struct settling *settling = own;
    int state = workflow_state(&denunciation_flow, settling->file.state);
    size_t n = 0;
    if (state == DENUNCIATION_INFORMED) {
        ret[n++] = how_to_sign(v, settling);
    }
    n += advise_going_on(v, settling, is_late(v, clocks), &ret[n]);
    if (state >= DENUNCIATION_RECEIVED && state <= DENUNCIATION_SUSPENDED) {
        advise(v, &ret[n++],
               N_("Trước khi có kết luận, bà con có thể rút tố cáo bằng văn bản. Có "
                  "dấu hiệu vi phạm thì tố cáo vẫn được giải quyết."));
    }
    if (state == DENUNCIATION_REFUSED || state == DENUNCIATION_FILED ||
        state == DENUNCIATION_UPHELD) {
        advise(v, &ret[n++], N_("Có thêm chứng cứ cụ thể, bà con có thể tố cáo lại."));
    }
    return n;
}
