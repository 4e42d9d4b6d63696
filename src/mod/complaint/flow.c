/* The workflow of complaints: each row is a sentence of the law, with its article. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/complaint/flow.h"

#include "base/must.h"
#include "law/acts.h"
#include "law/rule.h"
#include "text/tongue.h"

static guard_fn is_first_round;
static guard_fn is_second_round;
static guard_fn is_of_discipline;
static guard_fn has_from_body;
static guard_fn needs_no_dialogue;
static guard_fn was_accepted;
static guard_fn was_verifying;
static guard_fn was_verified;
static guard_fn was_dialogued;
static guard_fn is_first_of_discipline;
static guard_fn may_decide_at_once;
static guard_fn no_second_waits;
static guard_fn limit_has_passed;
static guard_fn is_not_stayed;
static guard_fn is_stayed;
static guard_fn waits_for_papers;
static guard_fn has_to_tell;

static const struct state flow_states[COMPLAINT_STATES] = {
    [COMPLAINT_PREFILED] = { "prefiled", N_("Chờ đơn có chữ ký"),
                             N_("Nội dung đã được ghi lại. Đơn chỉ có giá trị khi cơ quan nhận "
                                "bản có chữ ký."),
                             false },
    [COMPLAINT_RECEIVED] = { "received", N_("Đã nhận đơn"),
                             N_("Cơ quan đã nhận đơn và đang xem có đủ điều kiện thụ lý không."),
                             false },
    [COMPLAINT_PROPOSED] = { "proposed", N_("Chờ lãnh đạo duyệt đề xuất"),
                             N_("Cán bộ đã đề xuất cách xử lý; người có thẩm quyền đang xem."),
                             false },
    [COMPLAINT_ACCEPTED] = { "accepted", N_("Đã thụ lý"),
                             N_("Khiếu nại đã được thụ lý để giải quyết."), false },
    [COMPLAINT_VERIFYING] = { "verifying", N_("Đang xác minh"),
                              N_("Cơ quan đang xác minh nội dung khiếu nại."), false },
    [COMPLAINT_VERIFIED] = { "verified", N_("Đã xác minh"),
                             N_("Đã có kết quả xác minh; bước sau là đối thoại hoặc ra quyết "
                                "định."),
                             false },
    [COMPLAINT_DIALOGUED] = { "dialogued", N_("Đã đối thoại"),
                              N_("Đã đối thoại; bước sau là quyết định giải quyết."), false },
    [COMPLAINT_SUSPENDED] = { "suspended", N_("Tạm đình chỉ"),
                              N_("Việc giải quyết tạm dừng; thời hạn không tính tiếp cho đến khi "
                                 "có quyết định tiếp tục."),
                              false },
    [COMPLAINT_DECIDED] = { "decided", N_("Đã có quyết định giải quyết"),
                            N_("Đã có quyết định giải quyết khiếu nại."), false },
    [COMPLAINT_IN_FORCE] = { "in_force", N_("Quyết định có hiệu lực"),
                             N_("Quyết định giải quyết đã có hiệu lực và đang được thi hành."),
                             false },
    [COMPLAINT_TERMINATED] = { "terminated", N_("Đã đình chỉ, chờ gửi"),
                               N_("Việc giải quyết đã được đình chỉ."), false },
    [COMPLAINT_CLOSED] = { "closed", N_("Đã kết thúc"), N_("Hồ sơ khiếu nại đã kết thúc."), true },
    [COMPLAINT_REFUSED] = { "refused", N_("Không thụ lý"),
                            N_("Khiếu nại không được thụ lý; lý do ghi trong thông báo."), true },
    [COMPLAINT_GUIDED] = { "guided", N_("Đã hướng dẫn"),
                           N_("Cơ quan đã hướng dẫn nơi có thẩm quyền hoặc cách viết lại đơn."),
                           true },
    [COMPLAINT_RETURNED] = { "returned", N_("Đã trả nơi chuyển đơn"),
                             N_("Đơn không thuộc thẩm quyền và đã được trả lại nơi chuyển đến."),
                             true },
    [COMPLAINT_FILED] = { "filed", N_("Lưu đơn"),
                          N_("Đơn được lưu, không xử lý tiếp; lý do ghi bên dưới."), true },
    [COMPLAINT_AGAIN] = { "again", N_("Đã khiếu nại lần hai"),
                          N_("Khiếu nại đã chuyển sang lần hai, do cấp trên giải quyết."), true },
    [COMPLAINT_COURT] = { "court", N_("Tòa án đã thụ lý"),
                          N_("Tòa án đã thụ lý; cơ quan hành chính không giải quyết tiếp."), true },
    [COMPLAINT_DROPPED] = { "dropped", N_("Không nhận được đơn có chữ ký"),
                            N_("Cơ quan không nhận được bản có chữ ký; bà con có thể gửi lại."),
                            true },
};

#define BEFORE_ACCEPTANCE (IN(COMPLAINT_RECEIVED) | IN(COMPLAINT_PROPOSED))
#define SETTLING                                                                                   \
    (IN(COMPLAINT_ACCEPTED) | IN(COMPLAINT_VERIFYING) | IN(COMPLAINT_VERIFIED) |                   \
     IN(COMPLAINT_DIALOGUED))
#define UNDECIDED  (BEFORE_ACCEPTANCE | SETTLING | IN(COMPLAINT_SUSPENDED))
#define DECIDED    (IN(COMPLAINT_DECIDED) | IN(COMPLAINT_IN_FORCE))
#define UNFINISHED (UNDECIDED | DECIDED | IN(COMPLAINT_TERMINATED))

#define LIMITS  "KN-RES1", "KN-RES2", "KN-RESD"
#define TELLING "KN-SUS-S", "KN-RSM-S"
#define RIGHTS  "KN-2ND", "KN-LIM-D2"
#define SENDING "KN-SEND1", "KN-SEND2"

static const struct move flow_moves[] = {
    { .to = COMPLAINT_PREFILED,
      .command = "prefile",
      .by = BY_ANYONE,
      .label = N_("Ghi đơn qua mạng"),
      .cite = READING(COMPLAINTS, 8, 0,
                      N_("mẫu điện tử không được nêu là một hình thức khiếu nại; "
                         "đơn gửi qua mạng chờ bản có chữ ký")) },
    /* The other reading: which of the two, the setting LAW_COMPLAINT_ONLINE of that day says. */
    { .to = COMPLAINT_RECEIVED,
      .command = "send",
      .by = BY_ANYONE,
      .starts = { "KN-ACC" },
      .label = N_("Gửi đơn qua mạng"),
      .cite = READING(COMPLAINTS, 8, 0,
                      N_("đơn gửi qua mạng được nhận như đơn; chữ ký bổ sung trước khi thụ lý")) },
    { .to = COMPLAINT_RECEIVED,
      .command = "receive",
      .by = POWER_HANDLE,
      .starts = { "KN-ACC" },
      .label = N_("Nhận đơn"),
      .cite = ART(COMPLAINTS, 8, 0) },
    { IN(COMPLAINT_PREFILED), COMPLAINT_RECEIVED, "sign", POWER_HANDLE, .starts = { "KN-ACC" },
      .label = N_("Nhận bản có chữ ký"), .cite = ART(COMPLAINTS, 8, 2) },
    { IN(COMPLAINT_PREFILED), COMPLAINT_DROPPED, "drop", BY_CLOCK,
      .label = N_("Hết thời gian chờ đơn có chữ ký"),
      .cite = PRACTICE(N_("Bản ghi qua mạng chờ đơn có chữ ký 30 ngày, nếu nơi này không đặt "
                          "khác")) },

    { BEFORE_ACCEPTANCE, STAY, "complete", POWER_HANDLE,
      .label = N_("Bổ sung chữ ký, văn bản cử người đại diện"), .cite = ART(DECREE_155, 10, 0) },
    { IN(COMPLAINT_RECEIVED), COMPLAINT_PROPOSED, "propose", POWER_HANDLE,
      .label = N_("Đề xuất xử lý đơn"), .cite = ART(CIRCULAR_05, 13, 0) },
    { IN(COMPLAINT_PROPOSED), COMPLAINT_RECEIVED, "send_back", POWER_DECIDE,
      .label = N_("Yêu cầu xem lại đề xuất"),
      .cite = PRACTICE(N_("Lãnh đạo yêu cầu xem lại đề xuất")) },
    { BEFORE_ACCEPTANCE, COMPLAINT_ACCEPTED, "accept", POWER_DECIDE, is_of_discipline,
      .starts = { "KN-RESD" }, .stops = { "KN-ACC" }, .label = N_("Thụ lý"),
      .cite = ART(COMPLAINTS, 50, 0) },
    { BEFORE_ACCEPTANCE, COMPLAINT_ACCEPTED, "accept", POWER_DECIDE, is_first_round,
      .starts = { "KN-RES1" }, .stops = { "KN-ACC" }, .label = N_("Thụ lý"),
      .cite = ART(COMPLAINTS, 27, 0) },
    { BEFORE_ACCEPTANCE, COMPLAINT_ACCEPTED, "accept", POWER_DECIDE, is_second_round,
      .starts = { "KN-RES2" }, .stops = { "KN-ACC" }, .label = N_("Thụ lý"),
      .cite = ART(COMPLAINTS, 36, 0) },
    { BEFORE_ACCEPTANCE, COMPLAINT_REFUSED, "refuse", POWER_DECIDE, .stops = { "KN-ACC" },
      .label = N_("Không thụ lý"), .cite = ART(COMPLAINTS, 11, 0) },
    { BEFORE_ACCEPTANCE, COMPLAINT_GUIDED, "guide", POWER_DECIDE, .stops = { "KN-ACC" },
      .label = N_("Hướng dẫn"), .cite = ART(CIRCULAR_05, 14, 0) },
    { BEFORE_ACCEPTANCE, COMPLAINT_RETURNED, "return", POWER_DECIDE, has_from_body,
      .stops = { "KN-ACC" }, .label = N_("Trả lại nơi chuyển đơn"),
      .cite = ART(CIRCULAR_05, 14, 0) },

    { BEFORE_ACCEPTANCE, COMPLAINT_FILED, "file", POWER_DECIDE, .stops = { "KN-ACC" },
      .label = N_("Lưu đơn"),
      .cite = READING(CIRCULAR_05, 6, 0,
                      N_("đơn không đủ điều kiện xử lý thì lưu một năm; số khoản "
                         "chưa được đối chiếu với văn bản")) },
    { IN(COMPLAINT_ACCEPTED), COMPLAINT_VERIFYING, "verify", POWER_DECIDE,
      .label = N_("Giao xác minh"), .cite = ART(COMPLAINTS, 29, 0) },
    { IN(COMPLAINT_VERIFYING), COMPLAINT_VERIFIED, "report", POWER_HANDLE,
      .label = N_("Báo cáo kết quả xác minh"), .cite = ART(COMPLAINTS, 29, 4) },
    { IN(COMPLAINT_VERIFIED), STAY, "invite", POWER_HANDLE, .label = N_("Mời đối thoại"),
      .cite = ART(DECREE_155, 11, 0) },
    { IN(COMPLAINT_VERIFIED), COMPLAINT_DIALOGUED, "dialogue", POWER_DECIDE,
      .label = N_("Ghi kết quả đối thoại"), .cite = ART(COMPLAINTS, 30, 0) },
    { SETTLING, STAY, "request", POWER_HANDLE, .starts = { "KN-DOC" }, .stops = { "KN-DOC" },
      .label = N_("Yêu cầu cung cấp tài liệu"), .cite = ART(COMPLAINTS, 15, 0) },
    { SETTLING | IN(COMPLAINT_SUSPENDED), STAY, "supply", POWER_HANDLE, waits_for_papers,
      .stops = { "KN-DOC" }, .label = N_("Nhận tài liệu, giải trình"),
      .cite = ART(COMPLAINTS, 15, 0) },
    { SETTLING, STAY, "complex", POWER_DECIDE, .label = N_("Ghi nhận vụ việc phức tạp"),
      .cite = ART(DECREE_155, 2, 0) },
    { SETTLING | IN(COMPLAINT_SUSPENDED), STAY, "stay", POWER_DECIDE, is_not_stayed,
      .label = N_("Tạm đình chỉ thi hành quyết định bị khiếu nại"),
      .cite = ART(COMPLAINTS, 35, 0) },
    { SETTLING | IN(COMPLAINT_SUSPENDED) | DECIDED | IN(COMPLAINT_TERMINATED), STAY, "lift",
      POWER_DECIDE, is_stayed, .label = N_("Hủy tạm đình chỉ thi hành"),
      .cite = ART(COMPLAINTS, 35, 0) },

    { SETTLING, COMPLAINT_SUSPENDED, "suspend", POWER_DECIDE, .starts = { "KN-SUS-S" },
      .stops = { TELLING }, .pauses = { LIMITS }, .is_lapse = true,
      .label = N_("Tạm đình chỉ giải quyết"), .cite = ART(DECREE_155, 12, 0) },
    { IN(COMPLAINT_SUSPENDED), COMPLAINT_ACCEPTED, "resume", POWER_DECIDE, was_accepted,
      .starts = { "KN-RSM-S" }, .resumes = { LIMITS }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DECREE_155, 12, 0) },
    { IN(COMPLAINT_SUSPENDED), COMPLAINT_VERIFYING, "resume", POWER_DECIDE, was_verifying,
      .starts = { "KN-RSM-S" }, .resumes = { LIMITS }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DECREE_155, 12, 0) },
    { IN(COMPLAINT_SUSPENDED), COMPLAINT_VERIFIED, "resume", POWER_DECIDE, was_verified,
      .starts = { "KN-RSM-S" }, .resumes = { LIMITS }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DECREE_155, 12, 0) },
    { IN(COMPLAINT_SUSPENDED), COMPLAINT_DIALOGUED, "resume", POWER_DECIDE, was_dialogued,
      .starts = { "KN-RSM-S" }, .resumes = { LIMITS }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DECREE_155, 12, 0) },

    { UNDECIDED, STAY, "narrow", POWER_HANDLE, .label = N_("Người khiếu nại rút một phần"),
      .cite = ART(DECREE_155, 5, 0) },
    { UNDECIDED, COMPLAINT_TERMINATED, "withdraw", POWER_DECIDE, .starts = { "KN-SUS-S" },
      .stops = { "KN-ACC", LIMITS, TELLING, RIGHTS, "KN-DOC" }, .is_lapse = true,
      .label = N_("Người khiếu nại rút toàn bộ"), .cite = ART(COMPLAINTS, 10, 0) },
    { SETTLING | IN(COMPLAINT_SUSPENDED), COMPLAINT_TERMINATED, "terminate", POWER_DECIDE,
      .starts = { "KN-SUS-S" }, .stops = { LIMITS, TELLING, RIGHTS, "KN-DOC" }, .is_lapse = true,
      .label = N_("Đình chỉ giải quyết"), .cite = ART(DECREE_155, 12, 0) },

    { IN(COMPLAINT_ACCEPTED), COMPLAINT_DECIDED, "decide", POWER_DECIDE, may_decide_at_once,
      .starts = { "KN-SEND1", "KN-EFF" }, .stops = { LIMITS, RIGHTS },
      .label = N_("Ra quyết định giải quyết"), .cite = ART(COMPLAINTS, 29, 1) },
    { IN(COMPLAINT_VERIFIED), COMPLAINT_DECIDED, "decide", POWER_DECIDE, needs_no_dialogue,
      .starts = { "KN-SEND1", "KN-EFF" }, .stops = { LIMITS, RIGHTS },
      .label = N_("Ra quyết định giải quyết"), .cite = ART(COMPLAINTS, 30, 1) },
    { IN(COMPLAINT_DIALOGUED), COMPLAINT_DECIDED, "decide", POWER_DECIDE, is_first_round,
      .starts = { "KN-SEND1", "KN-EFF" }, .stops = { LIMITS, RIGHTS },
      .label = N_("Ra quyết định giải quyết"), .cite = ART(COMPLAINTS, 31, 0) },
    { IN(COMPLAINT_DIALOGUED), COMPLAINT_DECIDED, "decide", POWER_DECIDE, is_second_round,
      .starts = { "KN-SEND2", "KN-EFF" }, .stops = { LIMITS },
      .label = N_("Ra quyết định giải quyết"), .cite = ART(COMPLAINTS, 40, 0) },

    { SETTLING | IN(COMPLAINT_SUSPENDED), STAY, "tell", POWER_HANDLE, has_to_tell,
      .stops = { TELLING }, .label = N_("Gửi quyết định cho người liên quan"),
      .cite = ART(DECREE_155, 12, 0) },
    { DECIDED, STAY, "tell", POWER_HANDLE, .stops = { TELLING, SENDING },
      .label = N_("Gửi quyết định cho người liên quan"), .cite = ART(COMPLAINTS, 32, 0) },
    { IN(COMPLAINT_TERMINATED), COMPLAINT_CLOSED, "tell", POWER_HANDLE, .stops = { TELLING },
      .label = N_("Gửi quyết định cho người liên quan"), .cite = ART(DECREE_155, 12, 0) },
    { DECIDED, STAY, "deliver", POWER_HANDLE, is_first_of_discipline, .starts = { "KN-LIM-D2" },
      .stops = { RIGHTS }, .label = N_("Người khiếu nại đã nhận quyết định"),
      .cite = ART(COMPLAINTS, 48, 0) },
    { DECIDED, STAY, "deliver", POWER_HANDLE, is_first_round, .starts = { "KN-2ND" },
      .stops = { RIGHTS }, .label = N_("Người khiếu nại đã nhận quyết định"),
      .cite = ART(COMPLAINTS, 33, 0) },
    { DECIDED, STAY, "deliver", POWER_HANDLE, is_second_round,
      .label = N_("Người khiếu nại đã nhận quyết định"), .cite = ART(COMPLAINTS, 41, 0) },
    { DECIDED, COMPLAINT_AGAIN, "again", POWER_DECIDE, is_first_round,
      .stops = { SENDING, TELLING, "KN-EFF", RIGHTS, "KN-DOC" }, .label = N_("Khiếu nại lần hai"),
      .cite = ART(COMPLAINTS, 33, 1) },
    { SETTLING | IN(COMPLAINT_SUSPENDED), COMPLAINT_AGAIN, "again", POWER_DECIDE, limit_has_passed,
      .stops = { LIMITS, TELLING, RIGHTS, "KN-DOC" }, .label = N_("Khiếu nại lần hai"),
      .cite = ART(COMPLAINTS, 33, 1) },
    { IN(COMPLAINT_DECIDED), COMPLAINT_IN_FORCE, "take_effect", BY_CLOCK, no_second_waits,
      .stops = { "KN-EFF" }, .label = N_("Quyết định có hiệu lực pháp luật"),
      .cite = ART(COMPLAINTS, 44, 0) },
    { IN(COMPLAINT_IN_FORCE), STAY, "enforce", POWER_HANDLE,
      .label = N_("Ghi việc thi hành quyết định"), .cite = ART(COMPLAINTS, 46, 0) },
    { IN(COMPLAINT_IN_FORCE), COMPLAINT_CLOSED, "finish", POWER_DECIDE,
      .stops = { SENDING, TELLING, RIGHTS, "KN-DOC" }, .label = N_("Kết thúc hồ sơ"),
      .cite = ART(COMPLAINTS, 41, 2) },

    { UNDECIDED, COMPLAINT_COURT, "court", POWER_DECIDE,
      .stops = { "KN-ACC", LIMITS, TELLING, RIGHTS, "KN-DOC" }, .label = N_("Tòa án đã thụ lý"),
      .cite = ART(COMPLAINTS, 11, 9) },
    { DECIDED, COMPLAINT_COURT, "court", POWER_DECIDE,
      .stops = { SENDING, TELLING, "KN-EFF", RIGHTS, "KN-DOC" }, .label = N_("Tòa án đã thụ lý"),
      .cite = ART(COMPLAINTS, 42, 0) },

    { UNFINISHED, STAY, "assign", POWER_DECIDE, .label = N_("Giao người giữ hồ sơ"),
      .cite = PRACTICE(N_("Giao một người chịu trách nhiệm hồ sơ")) },
    { UNFINISHED, STAY, "note", POWER_HANDLE, .label = N_("Ghi chú nội bộ"),
      .cite = PRACTICE(N_("Ghi chép nội bộ")) },
    { UNFINISHED, STAY, "recount", BY_CLOCK, .label = N_("Tính lại hạn theo lịch làm việc mới"),
      .cite = PRACTICE(N_("Lịch làm việc đổi thì tính lại hạn đang chạy, có lý do, báo cho "
                          "người gửi")) },
    { UNFINISHED, STAY, "remind", BY_CLOCK, .label = N_("Nhắc sắp đến hạn"),
      .cite = PRACTICE(N_("Nhắc người giữ hồ sơ khi còn hai ngày làm việc")) },
    { SETTLING | IN(COMPLAINT_SUSPENDED), STAY, "lapse", BY_CLOCK, is_first_of_discipline,
      .starts = { "KN-LIM-D2" }, .stops = { RIGHTS },
      .label = N_("Hết hạn giải quyết lần đầu mà không có quyết định"),
      .cite = READING(COMPLAINTS, 48, 0,
                      N_("hết hạn mà không được giải quyết thì tính như ngày "
                         "nhận quyết định lần đầu")) },
    { SETTLING | IN(COMPLAINT_SUSPENDED), STAY, "lapse", BY_CLOCK, is_first_round,
      .starts = { "KN-2ND" }, .stops = { RIGHTS },
      .label = N_("Hết hạn giải quyết lần đầu mà không có quyết định"),
      .cite = ART(COMPLAINTS, 33, 1) },
    { UNFINISHED, STAY, "overdue", BY_CLOCK, .label = N_("Đã quá hạn"),
      .cite = PRACTICE(N_("Quá hạn thì báo người có thẩm quyền, mỗi hạn một lần")) },
    { BEFORE_ACCEPTANCE, STAY, "alarm", BY_CLOCK, .label = N_("Báo động: đơn chưa được xử lý"),
      .cite = READING(DECREE_154, 41, 3,
                      N_("báo trước ở ngày 30 và 40, nếu nơi này không đặt khác; ngày 45 là mức "
                         "xử lý kỷ luật")) },
};

static const struct party flow_parties[] = {
    { POWER_HANDLE, N_("Cán bộ xử lý đơn") },
    { POWER_DECIDE, N_("Người giải quyết khiếu nại") },
};

const struct workflow complaint_flow = {
    .name = "complaint",
    .title = N_("Khiếu nại"),
    .states = flow_states,
    .state_count = COUNT(flow_states),
    .moves = flow_moves,
    .move_count = COUNT(flow_moves),
    .parties = flow_parties,
    .party_count = COUNT(flow_parties),
    .terms = &RULES,
    .suspensions = &COMPLAINT_SUSPENSIONS,
};

static const struct ground rulings[] = {
    { "giu-nguyen", N_("Giữ nguyên quyết định, hành vi bị khiếu nại."), ART(COMPLAINTS, 31, 2) },
    { "sua-doi", N_("Sửa đổi một phần quyết định, hành vi bị khiếu nại."), ART(COMPLAINTS, 31, 2) },
    { "huy-bo", N_("Hủy bỏ quyết định, chấm dứt hành vi bị khiếu nại."), ART(COMPLAINTS, 31, 2) },
};
const struct ground_list COMPLAINT_RULINGS = GROUNDS(rulings);

/* --- what is known ---------------------------------------------------------------------------- */

void *complaint_load(struct conn *conn, const struct case_get_row *file)
{
    struct complaint *own = new(conn->arena, struct complaint, 1);
    own->file = *file;
    must(complaint_get(conn, &(struct complaint_get){ .case_id = file->id }, &own->row) ||
         conn->failed);
    struct case_terms_rows terms = case_terms(conn, &(struct case_terms){ .case_id = file->id });
    for (size_t i = 0; i < terms.count; i++) {
        struct str name = terms.rows[i].name;
        bool runs = day_is_none(terms.rows[i].stopped_on);
        own->may_go_on |=
            runs && (str_equal(name, STR("KN-2ND")) || str_equal(name, STR("KN-LIM-D2")));
        own->waits_for_papers |= runs && str_equal(name, STR("KN-DOC"));
        own->has_to_tell |=
            runs && (str_equal(name, STR("KN-SUS-S")) || str_equal(name, STR("KN-RSM-S")));
    }
    struct complaint_seconds_rows seconds =
        complaint_seconds(conn, &(struct complaint_seconds){ .first_id = file->id });
    for (size_t i = 0; i < seconds.count; i++) {
        struct case_of_id_row second;
        own->has_second |=
            case_of_id(conn, &(struct case_of_id){ .id = seconds.rows[i].case_id }, &second) &&
            second.is_open;
    }
    return own;
}

unsigned complaint_when(const void *own)
{
    const struct complaint_get_row *row = &((const struct complaint *)own)->row;
    return (row->is_remote ? TERM_REMOTE : 0U) | (row->is_complex ? TERM_COMPLEX : 0U) |
           (row->is_dismissal ? TERM_DISMISSAL : 0U);
}

const char *complaint_right(const struct complaint_get_row *row)
{
    return row->is_discipline ? "KN-LIM-D2" : "KN-2ND";
}

const char *complaint_limit(const struct complaint_get_row *row)
{
    return row->is_discipline ? "KN-RESD" : row->round == FIRST_ROUND ? "KN-RES1" : "KN-RES2";
}

/* --- guards ----------------------------------------------------------------------------------- */

static struct verdict is_first_round(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->row.round == FIRST_ROUND, N_("Việc này chỉ có ở khiếu nại lần đầu."));
}

static struct verdict is_second_round(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->row.round == SECOND_ROUND, N_("Việc này chỉ có ở khiếu nại lần hai."));
}

static struct verdict is_of_discipline(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->row.is_discipline, N_("Không phải khiếu nại quyết định kỷ luật."));
}

static struct verdict has_from_body(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->file.from_body.n > 0,
                     N_("Đơn do người khiếu nại gửi thẳng; hãy hướng dẫn thay vì trả lại."));
}

/* Law: 02/2011/QH13 art. 30, 39, 51: when request and findings differ; in the second round and of
 * discipline always. */
static struct verdict needs_no_dialogue(const void *facts)
{
    static const struct cite DIALOGUE = ART(COMPLAINTS, 30, 1);
    const struct complaint *own = facts;
    bool is_needed = own->row.round == SECOND_ROUND || own->row.is_discipline ||
                     !str_equal(own->row.findings, STR("agree"));
    return is_needed ? refuse(N_("Phải đối thoại trước khi ra quyết định: yêu cầu và kết quả xác "
                                 "minh khác nhau, hoặc là lần hai, hoặc là kỷ luật."),
                              &DIALOGUE)
                     : VERDICT_OK;
}

static struct verdict was(const void *facts, int state)
{
    const struct complaint *own = facts;
    return case_was(&complaint_kind, &own->file, state);
}

static struct verdict was_accepted(const void *facts)
{
    return was(facts, COMPLAINT_ACCEPTED);
}

static struct verdict was_verifying(const void *facts)
{
    return was(facts, COMPLAINT_VERIFYING);
}

static struct verdict was_verified(const void *facts)
{
    return was(facts, COMPLAINT_VERIFIED);
}

static struct verdict was_dialogued(const void *facts)
{
    return was(facts, COMPLAINT_DIALOGUED);
}

static struct verdict is_first_of_discipline(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->row.round == FIRST_ROUND && own->row.is_discipline,
                     N_("Không phải khiếu nại lần đầu quyết định kỷ luật."));
}

/* Of discipline there is always a dialogue. Law: 02/2011/QH13 art. 29, 51. */
static struct verdict may_decide_at_once(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->row.round == FIRST_ROUND && !own->row.is_discipline,
                     N_("Phải xác minh và đối thoại trước khi ra quyết định."));
}

/* What was complained of a second time is not carried out meanwhile. Law: 02/2011/QH13 art. 44. */
static struct verdict no_second_waits(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(!own->has_second, N_("Đã có khiếu nại lần hai đang được xem xét."));
}

static struct verdict limit_has_passed(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->may_go_on, N_("Thời hạn giải quyết lần đầu chưa hết."));
}

static struct verdict is_not_stayed(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(day_is_none(own->row.stayed_on),
                     N_("Quyết định bị khiếu nại đang được tạm đình chỉ thi hành."));
}

static struct verdict is_stayed(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(!day_is_none(own->row.stayed_on),
                     N_("Quyết định bị khiếu nại không bị tạm đình chỉ thi hành."));
}

static struct verdict waits_for_papers(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->waits_for_papers, N_("Chưa yêu cầu ai cung cấp tài liệu."));
}

static struct verdict has_to_tell(const void *facts)
{
    const struct complaint *own = facts;
    return case_when(own->has_to_tell, N_("Không có quyết định nào đang chờ gửi."));
}
