/* The workflow of reports: each row is one sentence of how one is handled, with its ground. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/flow.h"

#include "law/acts.h"
#include "law/rule.h"
#include "text/tongue.h"

static guard_fn may_return_to_sender;
static guard_fn must_be_ruled;
static guard_fn first_reopening;
static guard_fn was_never_answered;
static guard_fn undo_is_open;
static guard_fn was_spoken;
static guard_fn has_words;

static const struct state flow_states[] = {
    [REPORT_RECEIVED] = { "received", N_("Mới nhận"), N_("Đơn vị đã nhận, đang xem ai giải quyết."),
                          false },
    [REPORT_ACCEPTED] = { "accepted", N_("Đang giải quyết"), N_("Đơn vị đang giải quyết."), false },
    [REPORT_ASKED] = { "asked", N_("Chờ người gửi bổ sung"),
                       N_("Đơn vị đang chờ bà con cho biết thêm; thời hạn tạm dừng."), false },
    [REPORT_TRANSFERRED] = { "transferred", N_("Đã chuyển, chờ nơi nhận"),
                             N_("Đã chuyển tới đơn vị có thẩm quyền, chờ nơi đó nhận."), false },
    [REPORT_RULING] = { "ruling", N_("Chờ cấp trên phân định"),
                        N_("Các đơn vị chưa thống nhất ai giải quyết; cấp trên đang phân định."),
                        false },
    [REPORT_DRAFTED] = { "drafted", N_("Chờ duyệt trả lời"),
                         N_("Đã soạn trả lời, đang chờ lãnh đạo duyệt."), false },
    [REPORT_ANSWERED] = { "answered", N_("Đã trả lời"),
                          N_("Đã có trả lời. Mời bà con cho biết việc đã xong chưa."), false },
    [REPORT_CLOSED] = { "closed", N_("Đã đóng"), N_("Hồ sơ đã đóng."), true },
    [REPORT_REFUSED] = { "refused", N_("Không tiếp nhận"),
                         N_("Đơn vị không giải quyết việc này và đã nêu lý do."), true },
    [REPORT_WITHDRAWN] = { "withdrawn", N_("Đã rút"), N_("Người gửi đã rút."), true },
    [REPORT_MERGED] = { "merged", N_("Đã gộp"),
                        N_("Đã gộp vào một hồ sơ cùng việc; mời theo dõi hồ sơ đó."), true },
    [REPORT_FORWARDED] = { "forwarded", N_("Đã chuyển cơ quan khác"),
                           N_("Việc thuộc cơ quan ngoài hệ thống này; đơn đã được chuyển tới đó."),
                           true },
};

const char *const report_state_words[REPORT_STATES] = {
    "received", "accepted", "asked",   "transferred", "ruling", "drafted",
    "answered", "closed",   "refused", "withdrawn",   "merged", "forwarded",
};

/* The law has ten working days for the answer and stops there (law/rules.c). */
static const struct practice flow_practices[] = {
    { "TCD-ANS", .extension_times = 1, .extension_amount = 10,
      .extension_cite =
          PRACTICE(N_("Gia hạn một lần trong mức đã đặt cho loại việc, có nêu lý do")),
      .pause_cite = PRACTICE(N_("Hỏi thêm người gửi; thời gian chờ không tính vào thời hạn")) },
};

#define OPEN_HERE (IN(REPORT_RECEIVED) | IN(REPORT_ACCEPTED))
#define AT_WORK   (OPEN_HERE | IN(REPORT_ASKED) | IN(REPORT_DRAFTED))

#define FINISHED                                                                                   \
    (IN(REPORT_CLOSED) | IN(REPORT_REFUSED) | IN(REPORT_WITHDRAWN) | IN(REPORT_MERGED) |           \
     IN(REPORT_FORWARDED))

#define UNFINISHED (AT_WORK | IN(REPORT_TRANSFERRED) | IN(REPORT_RULING))
/* Whose clock runs. */
#define RUNNING (UNFINISHED & ~IN(REPORT_ASKED))

static const struct move flow_moves[] = {
    { .to = REPORT_RECEIVED,
      .command = "send",
      .by = BY_ANYONE,
      .starts = { "TCD-ANS" },
      .label = N_("Gửi phản ánh, kiến nghị"),
      .cite = ART(RECEPTION, 25, 1) },
    { IN(REPORT_RECEIVED), REPORT_ACCEPTED, "accept", POWER_HANDLE,
      .label = N_("Tiếp nhận giải quyết"), .cite = ART(RECEPTION, 26, 1) },
    { IN(REPORT_RECEIVED), REPORT_REFUSED, "refuse", POWER_HANDLE, .stops = { "TCD-ANS" },
      .label = N_("Không tiếp nhận, nêu lý do"), .cite = ART(RECEPTION, 28, 1) },
    { OPEN_HERE, REPORT_FORWARDED, "forward", POWER_HANDLE, .stops = { "TCD-ANS" },
      .label = N_("Chuyển cơ quan ngoài hệ thống"), .cite = ART(RECEPTION, 26, 2) },
    { OPEN_HERE, REPORT_ACCEPTED, "assign", POWER_HANDLE, .label = N_("Giao người phụ trách"),
      .cite = PRACTICE(N_("Giao một người chịu trách nhiệm")) },
    { OPEN_HERE, REPORT_TRANSFERRED, "transfer", POWER_HANDLE,
      .label = N_("Chuyển đơn vị có thẩm quyền"), .cite = ART(RECEPTION, 26, 2) },
    { IN(REPORT_TRANSFERRED), REPORT_ACCEPTED, "take", POWER_HANDLE,
      .label = N_("Nhận hồ sơ được chuyển"), .cite = ART(RECEPTION, 26, 2) },
    { IN(REPORT_TRANSFERRED), REPORT_RECEIVED, "return", POWER_HANDLE, may_return_to_sender,
      .label = N_("Trả lại nơi chuyển, nêu lý do"),
      .cite = PRACTICE(N_("Trả lại nơi chuyển khi không thuộc thẩm quyền, có nêu lý do")) },
    { IN(REPORT_TRANSFERRED), REPORT_RULING, "return", POWER_HANDLE, must_be_ruled,
      .label = N_("Trả lại lần thứ hai"),
      .cite = PRACTICE(N_("Bị trả lại lần thứ hai thì cấp trên phân định")) },
    { IN(REPORT_RULING), REPORT_ACCEPTED, "rule", POWER_LEAD,
      .label = N_("Phân định đơn vị giải quyết"),
      .cite = PRACTICE(N_("Cấp trên phân định đơn vị giải quyết")) },
    { IN(REPORT_ACCEPTED), REPORT_ASKED, "ask", POWER_HANDLE, .pauses = { "TCD-ANS" },
      .label = N_("Hỏi thêm người gửi"),
      .cite = PRACTICE(N_("Hỏi thêm người gửi; thời gian chờ không tính vào thời hạn")) },
    { IN(REPORT_ASKED), REPORT_ACCEPTED, "supply", BY_SENDER, .resumes = { "TCD-ANS" },
      .label = N_("Trả lời câu hỏi, bổ sung"), .cite = PRACTICE(N_("Người gửi đã bổ sung")) },
    { IN(REPORT_ASKED), REPORT_ACCEPTED, "resume", POWER_HANDLE, .resumes = { "TCD-ANS" },
      .label = N_("Giải quyết tiếp, không chờ nữa"),
      .cite = PRACTICE(N_("Đủ thông tin để giải quyết tiếp")) },
    { IN(REPORT_ACCEPTED), STAY, "extend", POWER_HANDLE, .label = N_("Gia hạn, nêu lý do"),
      .cite = PRACTICE(N_("Gia hạn một lần trong mức đã đặt cho loại việc, có nêu lý do")) },
    { IN(REPORT_ACCEPTED) | IN(REPORT_DRAFTED), REPORT_DRAFTED, "draft", POWER_HANDLE,
      .label = N_("Soạn trả lời, trình duyệt"), .cite = PRACTICE(N_("Soạn trả lời, trình duyệt")) },
    { IN(REPORT_DRAFTED), REPORT_ACCEPTED, "send_back", POWER_APPROVE,
      .label = N_("Yêu cầu soạn lại"), .cite = PRACTICE(N_("Lãnh đạo yêu cầu soạn lại")) },
    { IN(REPORT_DRAFTED), REPORT_ANSWERED, "approve", POWER_APPROVE, .stops = { "TCD-ANS" },
      .label = N_("Duyệt và gửi trả lời"), .cite = ART(RECEPTION, 28, 1) },
    { IN(REPORT_ANSWERED), REPORT_CLOSED, "rate", BY_SENDER, .label = N_("Cho biết việc đã xong"),
      .cite = PRACTICE(N_("Người gửi cho biết việc đã xong")) },
    { IN(REPORT_ANSWERED), REPORT_ACCEPTED, "reopen", BY_SENDER, first_reopening,
      .starts = { "TCD-ANS" }, .label = N_("Mở lại vì chưa xong"),
      .cite = PRACTICE(N_("Chưa xong hoặc tái diễn: mở lại một lần")) },
    { IN(REPORT_ANSWERED), REPORT_CLOSED, "close", BY_CLOCK, .label = N_("Đóng hồ sơ"),
      .cite = PRACTICE(N_("Đóng sau 30 ngày kể từ khi trả lời")) },
    { UNFINISHED, REPORT_WITHDRAWN, "withdraw", BY_SENDER, .stops = { "TCD-ANS" },
      .label = N_("Rút hồ sơ"), .cite = PRACTICE(N_("Người gửi rút")) },
    { OPEN_HERE, REPORT_MERGED, "merge", POWER_HANDLE, .stops = { "TCD-ANS" },
      .label = N_("Gộp vào hồ sơ cùng việc"),
      .cite = PRACTICE(N_("Cùng một việc: gộp vào hồ sơ nhận trước, giữ cả hai lịch sử")) },
    { OPEN_HERE, STAY, "split", POWER_HANDLE, was_never_answered,
      .label = N_("Tách thành nhiều hồ sơ"),
      .cite = PRACTICE(N_("Một đơn nói nhiều việc: mỗi việc một hồ sơ, giữ ngày nhận đầu")) },
    { UNFINISHED | IN(REPORT_ANSWERED) | FINISHED, STAY, "relate", POWER_HANDLE,
      .label = N_("Liên kết hồ sơ liên quan"),
      .cite = PRACTICE(N_("Hồ sơ có liên quan thì xem cùng nhau")) },
    { UNFINISHED | IN(REPORT_ANSWERED) | FINISHED, STAY, "unrelate", POWER_HANDLE,
      .label = N_("Bỏ liên kết ghi nhầm"), .cite = PRACTICE(N_("Bỏ liên kết ghi nhầm")) },
    { IN(REPORT_ACCEPTED), STAY, "consult", POWER_HANDLE, .label = N_("Xin ý kiến đơn vị phối hợp"),
      .cite = PRACTICE(N_("Xin ý kiến đơn vị phối hợp, có hạn; hạn của hồ sơ vẫn chạy")) },
    { CONSULT_STATES, STAY, "reply", BY_CONSULTED, .label = N_("Cho ý kiến"),
      .cite = PRACTICE(N_("Đơn vị được hỏi trả lời nơi giữ hồ sơ")) },
    { CONSULT_STATES, STAY, "recall", POWER_HANDLE, .label = N_("Rút câu hỏi"),
      .cite = PRACTICE(N_("Nơi hỏi rút câu hỏi khi không cần nữa")) },
    { CONSULT_STATES, STAY, "remind_consult", BY_CLOCK, .label = N_("Nhắc đơn vị được hỏi"),
      .cite = PRACTICE(N_("Nhắc đơn vị được hỏi khi còn một ngày làm việc")) },
    { CONSULT_STATES, STAY, "escalate_consult", BY_CLOCK,
      .label = N_("Báo lãnh đạo đơn vị được hỏi"),
      .cite = PRACTICE(N_("Quá hạn cho ý kiến thì báo lãnh đạo đơn vị được hỏi, một lần")) },
    { UNFINISHED | IN(REPORT_ANSWERED), STAY, "note", POWER_HANDLE, .label = N_("Ghi chép nội bộ"),
      .cite = PRACTICE(N_("Ghi chép nội bộ")) },
    { UNFINISHED | IN(REPORT_ANSWERED), STAY, "open_name", POWER_HANDLE,
      .label = N_("Mở tên người gửi"),
      .cite = PRACTICE(N_("Mở tên người gửi khi cần liên hệ, có lý do và người gửi xem được")) },
    { UNFINISHED | IN(REPORT_ANSWERED) | FINISHED, STAY, "withhold", POWER_HANDLE,
      .label = N_("Không công khai, nêu lý do"),
      .cite = PRACTICE(N_("Không công khai khi có lý do đã định")) },
    { UNFINISHED | IN(REPORT_ANSWERED), STAY, "write_down", POWER_HANDLE, was_spoken,
      .label = N_("Ghi lại lời nói"),
      .cite = PRACTICE(N_("Lời nói ghi âm được nghe và ghi lại thành chữ")) },
    { UNFINISHED | IN(REPORT_ANSWERED) | FINISHED, STAY, "publish", POWER_HANDLE, has_words,
      .label = N_("Công khai hồ sơ"), .cite = PRACTICE(N_("Công khai là mặc định")) },
    { RUNNING, STAY, "recount", BY_CLOCK, .label = N_("Tính lại hạn theo lịch làm việc mới"),
      .cite = PRACTICE(N_("Lịch làm việc đổi thì tính lại hạn chưa trả lời, có lý do, báo cho "
                          "người gửi")) },
    { RUNNING, STAY, "remind", BY_CLOCK, .label = N_("Nhắc người giải quyết"),
      .cite = PRACTICE(N_("Nhắc người giải quyết khi còn hai ngày làm việc")) },
    { RUNNING, STAY, "escalate", BY_CLOCK, .label = N_("Báo lãnh đạo vì quá hạn"),
      .cite = PRACTICE(N_("Quá hạn thì báo lãnh đạo phụ trách, mỗi hạn một lần")) },
    { IN(REPORT_ACCEPTED) | IN(REPORT_DRAFTED), STAY, "undo", POWER_HANDLE, undo_is_open,
      .is_undo = true, .label = N_("Hoàn tác"),
      .cite = PRACTICE(N_("Hoàn tác khi chưa có gì rời khỏi đơn vị")) },
};

static const struct party flow_parties[] = {
    { POWER_HANDLE, N_("Người giải quyết") }, { POWER_APPROVE, N_("Lãnh đạo đơn vị") },
    { POWER_LEAD, N_("Đơn vị cấp trên") },    { BY_SENDER, N_("Người gửi") },
    { BY_CONSULTED, N_("Đơn vị được hỏi") },
};

const struct workflow feedback_flow = {
    .name = "feedback",
    .title = N_("Phản ánh, kiến nghị"),
    .states = flow_states,
    .state_count = COUNT(flow_states),
    .moves = flow_moves,
    .move_count = COUNT(flow_moves),
    .parties = flow_parties,
    .party_count = COUNT(flow_parties),
    .terms = &RULES,
    .practices = flow_practices,
    .practice_count = COUNT(flow_practices),
};

const struct coded_reason refusal_reasons[] = {
    { "trung", N_("Trùng với một hồ sơ đang giải quyết.") },
    { "khong-ro", N_("Nội dung chưa rõ việc gì, ở đâu, nên chưa thể kiểm tra.") },
    { "khong-thuoc-nha-nuoc",
      N_("Việc giữa các cá nhân, không thuộc cơ quan nhà nước giải quyết.") },
    { "khieu-nai-to-cao", N_("Đây là khiếu nại hoặc tố cáo, có thủ tục riêng theo luật.") },
    { "da-tra-loi", N_("Việc này đã được trả lời, không có tình tiết mới.") },
    { "toa-an", N_("Việc đang do tòa án hoặc cơ quan điều tra giải quyết.") },
    { "sai-su-that", N_("Đã kiểm tra tại chỗ, không có việc như phản ánh.") },
};
const size_t refusal_reason_count = COUNT(refusal_reasons);

const struct coded_reason withhold_reasons[] = {
    { READ_FIRST, N_("Nơi nhận đọc trước khi công khai.") },
    { SPOKEN, N_("Người gửi nói thay viết; nơi nhận đang nghe và ghi lại thành chữ.") },
    { "doi-tu", N_("Nội dung có đời tư của người khác.") },
    { "dieu-tra", N_("Công khai lúc này cản trở việc kiểm tra.") },
    { "bi-mat", N_("Nội dung thuộc bí mật nhà nước theo danh mục.") },
    { "xuc-pham", N_("Lời lẽ xúc phạm; nội dung vẫn được giải quyết.") },
    { "nguoi-gui", N_("Theo đề nghị của người gửi.") },
};
const size_t withhold_reason_count = COUNT(withhold_reasons);

struct verdict category_term(const struct category_limit *limit, struct day anchor,
                             struct term *ret_term)
{
    struct term term;
    struct verdict verdict = workflow_term(&feedback_flow, "TCD-ANS", anchor, &term);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    /* It runs from the receipt, and once more from a reopening: the day alone is told. */
    term.anchor = NULL;
    term.unit = str_equal(limit->respond_unit, STR("working-hours")) ? WORKING_HOURS : WORKING_DAYS;
    term.amount = (int32_t)limit->amount;
    term.extension_times = limit->extend_max > 0;
    term.extension_amount = (int32_t)limit->extend_max;
    if (!str_equal(limit->basis, STR("luat"))) {
        term.cite = (struct cite)PRACTICE(
            N_("Thời hạn do tỉnh, thành phố đặt cho loại việc này, ngắn hơn mức của luật"));
    }
    *ret_term = term;
    return VERDICT_OK;
}

const struct coded_reason *reason_find(const struct coded_reason *reasons, size_t count,
                                       struct str code)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(str_of(reasons[i].code), code)) {
            return &reasons[i];
        }
    }
    return NULL;
}

static struct verdict may_return_to_sender(const void *facts)
{
    const struct report_facts *report = facts;
    return report->bounces + 1 < BOUNCES_BEFORE_RULING
               ? VERDICT_OK
               : refuse(N_("Hồ sơ đã bị trả lại nhiều lần; cấp trên phân định."), NULL);
}

static struct verdict must_be_ruled(const void *facts)
{
    const struct report_facts *report = facts;
    return report->bounces + 1 >= BOUNCES_BEFORE_RULING
               ? VERDICT_OK
               : refuse(N_("Hồ sơ mới bị trả lại lần đầu; trả về nơi chuyển."), NULL);
}

static struct verdict first_reopening(const void *facts)
{
    const struct report_facts *report = facts;
    return report->reopened == 0
               ? VERDICT_OK
               : refuse(N_("Hồ sơ đã được mở lại một lần. Bà con có thể gửi phản ánh mới và ghi mã "
                           "hồ sơ này."),
                        NULL);
}

static struct verdict was_never_answered(const void *facts)
{
    const struct report_facts *report = facts;
    return report->reopened == 0
               ? VERDICT_OK
               : refuse(
                     N_("Hồ sơ đã trả lời và mở lại: mọi việc trong đơn đã nằm trong lần trả lời "
                        "đó, không tách được nữa."),
                     NULL);
}

static struct verdict was_spoken(const void *facts)
{
    const struct report_facts *report = facts;
    return report->is_spoken
               ? VERDICT_OK
               : refuse(N_("Người gửi đã tự viết. Điều nghe được thêm thì ghi vào ghi chú nội bộ."),
                        NULL);
}

static struct verdict has_words(const void *facts)
{
    const struct report_facts *report = facts;
    return report->is_unwritten
               ? refuse(N_("Hãy nghe và ghi lại lời nói trước khi công khai hồ sơ."), NULL)
               : VERDICT_OK;
}

static struct verdict undo_is_open(const void *facts)
{
    const struct report_facts *report = facts;
    return report->undo_is_open
               ? VERDICT_OK
               : refuse(
                     N_("Việc vừa làm không hoàn tác được nữa: đã quá 5 phút hoặc thông báo đã gửi "
                        "đi."),
                     NULL);
}
