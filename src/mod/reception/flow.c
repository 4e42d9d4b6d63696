/* The workflow of a visit: each row is a sentence of the law, with its article. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/reception/flow.h"

#include "base/must.h"
#include "case/setting.h"
#include "law/acts.h"
#include "law/rule.h"
#include "text/tongue.h"

static guard_fn was_answered_longer;
static guard_fn is_settled;
static guard_fn is_heads_day;
static guard_fn is_of_many;
static guard_fn may_be_settled;
static guard_fn waits_to_be_asked;
static guard_fn may_come_back;
static guard_fn asks_before_it;
static guard_fn may_be_asked;
static guard_fn has_to_tell;

static const struct state flow_states[VISIT_STATES] = {
    [VISIT_BOOKED] = { "booked", N_("Đã đăng ký"),
                       N_("Bà con đã đăng ký được tiếp. Đến nơi tiếp đúng ngày để nhận số thứ tự."),
                       false },
    [VISIT_WAITING] = { "waiting", N_("Đang chờ được tiếp"),
                        N_("Bà con đã có số thứ tự và được tiếp theo thứ tự đó."), false },
    [VISIT_HEARD] = { "heard", N_("Đã tiếp, chờ trả lời"),
                      N_("Nội dung đã được ghi vào sổ. Nơi tiếp sẽ trả lời trong 10 ngày làm "
                         "việc."),
                      false },
    [VISIT_ANSWERED] = { "answered", N_("Đã trả lời"),
                         N_("Nơi tiếp đã trả lời; câu trả lời ở bên dưới."), false },
    [VISIT_CLOSED] = { "closed", N_("Đã xong"), N_("Việc tiếp đã xong."), true },
    [VISIT_REFUSED] = { "refused", N_("Từ chối tiếp, chờ thông báo"),
                        N_("Nơi tiếp đã từ chối tiếp và sẽ thông báo bằng văn bản."), false },
    [VISIT_TURNED_AWAY] = { "turned_away", N_("Đã thông báo từ chối"),
                            N_("Nơi tiếp đã từ chối tiếp; lý do ghi trong thông báo."), true },
    [VISIT_MISSED] = { "missed", N_("Không đến"),
                       N_("Ngày tiếp đã qua mà chưa có ai đến theo đăng ký này. Bà con vẫn có thể "
                          "đăng ký ngày khác, hoặc đến nhận số tại chỗ."),
                       true },
    [VISIT_CANCELLED] = { "cancelled", N_("Đã hủy đăng ký"),
                          N_("Đăng ký này đã hủy. Bà con có thể đăng ký ngày khác."), true },
};

#define RECEIVED   (IN(VISIT_HEARD) | IN(VISIT_ANSWERED))
#define UNFINISHED (IN(VISIT_BOOKED) | IN(VISIT_WAITING) | IN(VISIT_REFUSED) | RECEIVED)

static const struct move flow_moves[] = {
    { .to = VISIT_BOOKED,
      .command = "book",
      .by = BY_ANYONE,
      .label = N_("Đăng ký được tiếp"),
      .cite = PRACTICE(N_("Đăng ký trước để khỏi chờ; không đăng ký vẫn được tiếp")) },
    { .to = VISIT_WAITING,
      .command = "walk_in",
      .by = POWER_HANDLE,
      .label = N_("Đến nơi tiếp"),
      .cite = ART(RECEPTION, 25, 0) },
    { IN(VISIT_BOOKED), VISIT_WAITING, "check_in", POWER_HANDLE, .label = N_("Đã đến, cấp số"),
      .cite = ART(RECEPTION, 25, 0) },
    { IN(VISIT_BOOKED), STAY, "rebook", POWER_HANDLE, .label = N_("Đổi sang ngày tiếp khác"),
      .cite = ART(RECEPTION, 24, 4) },
    { IN(VISIT_BOOKED), VISIT_CANCELLED, "cancel", POWER_HANDLE,
      .label = N_("Hủy theo yêu cầu của người đăng ký"),
      .cite = PRACTICE(N_("Người đăng ký báo không đến nữa")) },
    { IN(VISIT_BOOKED), VISIT_CANCELLED, "give_up", BY_ANYONE, .label = N_("Hủy đăng ký"),
      .cite = PRACTICE(N_("Người đăng ký báo không đến nữa")) },
    { IN(VISIT_BOOKED), VISIT_MISSED, "miss", BY_CLOCK, .label = N_("Không ai đến theo đăng ký"),
      .cite = PRACTICE(N_("Hết ngày tiếp thì đăng ký hết giá trị")) },

    { IN(VISIT_WAITING), VISIT_HEARD, "hear", POWER_HANDLE, .starts = { "TCD-ANS" },
      .label = N_("Ghi nội dung tiếp"), .cite = ART(RECEPTION, 26, 0) },
    { IN(VISIT_WAITING), VISIT_REFUSED, "refuse", POWER_HANDLE, .starts = { "TCD-REF" },
      .label = N_("Từ chối tiếp"),
      .cite = READING(DECREE_154, 4, 3,
                      N_("luật buộc thông báo bằng văn bản trong vài trường hợp; ở đây mọi lần từ "
                         "chối đều được thông báo")) },
    { IN(VISIT_REFUSED), VISIT_TURNED_AWAY, "notify", POWER_HANDLE, .stops = { "TCD-REF" },
      .label = N_("Thông báo từ chối bằng văn bản"), .cite = ART(DECREE_154, 4, 3) },

    { IN(VISIT_HEARD), VISIT_ANSWERED, "answer", POWER_HANDLE, .stops = { "TCD-ANS" },
      .label = N_("Trả lời"), .cite = ART(RECEPTION, 28, 1) },
    { IN(VISIT_ANSWERED), STAY, "answer", POWER_HANDLE, was_answered_longer, .label = N_("Trả lời"),
      .cite = ART(RECEPTION, 28, 1) },
    { RECEIVED, STAY, "conclude", POWER_LEAD, is_heads_day,
      .label = N_("Thông báo kết luận của người đứng đầu"), .cite = ART(DECREE_154, 25, 2) },
    { RECEIVED, STAY, "refer", POWER_HANDLE, .label = N_("Ghi hồ sơ lập từ buổi tiếp"),
      .cite = ART(RECEPTION, 26, 0) },
    { IN(VISIT_WAITING) | RECEIVED, STAY, "gather", POWER_LEAD, is_of_many,
      .label = N_("Mời Mặt trận, công an cùng tiếp đoàn đông người"),
      .cite = ART(DECREE_155, 6, 0) },
    { IN(VISIT_ANSWERED), STAY, "settled", POWER_HANDLE, may_be_settled, .starts = { "TCD-BACK" },
      .label = N_("Nơi được chuyển đã giải quyết"), .cite = ART(RECEPTION, 27, 2) },
    /* Two readings: which of them, the setting LAW_RECEPTION_RESULT of the visit's day says. */
    { IN(VISIT_ANSWERED), STAY, "result", POWER_HANDLE, waits_to_be_asked, .stops = { "TCD-BACK" },
      .label = N_("Nhận kết quả từ nơi giải quyết"), .cite = ART(RECEPTION, 27, 2) },
    { IN(VISIT_ANSWERED), STAY, "result", POWER_HANDLE, may_come_back, .starts = { "TCD-TELL" },
      .stops = { "TCD-BACK" }, .label = N_("Nhận kết quả từ nơi giải quyết"),
      .cite = READING(RECEPTION, 28, 2,
                      N_("luật buộc báo khi người dân yêu cầu; ở đây lần nào cũng báo, trừ khi đã "
                         "chọn chỉ báo người yêu cầu")) },
    { IN(VISIT_ANSWERED), STAY, "ask_result", POWER_HANDLE, asks_before_it,
      .label = N_("Người dân yêu cầu báo kết quả"),
      .cite =
          READING(RECEPTION, 28, 2,
                  N_("luật buộc báo khi người dân yêu cầu; yêu cầu trước khi kết quả về thì hạn "
                     "tính từ lúc kết quả về")) },
    { IN(VISIT_ANSWERED), STAY, "ask_result", POWER_HANDLE, may_be_asked, .starts = { "TCD-TELL" },
      .label = N_("Người dân yêu cầu báo kết quả"),
      .cite = READING(RECEPTION, 28, 2,
                      N_("luật buộc báo khi người dân yêu cầu; hạn tính từ lúc yêu cầu, nếu kết "
                         "quả đã về")) },
    { IN(VISIT_ANSWERED), STAY, "pass_on", POWER_HANDLE, has_to_tell, .stops = { "TCD-TELL" },
      .label = N_("Báo kết quả cho người dân"), .cite = ART(RECEPTION, 28, 2) },
    { IN(VISIT_ANSWERED), VISIT_CLOSED, "close", POWER_HANDLE, is_settled,
      .stops = { "TCD-BACK", "TCD-TELL" }, .is_lapse = true, .label = N_("Kết thúc"),
      .cite = ART(RECEPTION, 28, 1) },

    { UNFINISHED, STAY, "assign", POWER_LEAD, .label = N_("Giao người theo dõi"),
      .cite = PRACTICE(N_("Giao một người chịu trách nhiệm hồ sơ")) },
    { UNFINISHED, STAY, "note", POWER_HANDLE, .label = N_("Ghi chú nội bộ"),
      .cite = PRACTICE(N_("Ghi chép nội bộ")) },
    { UNFINISHED, STAY, "recount", BY_CLOCK, .label = N_("Tính lại hạn theo lịch làm việc mới"),
      .cite = PRACTICE(N_("Lịch làm việc đổi thì tính lại hạn đang chạy, có lý do, báo cho "
                          "người gửi")) },
    { UNFINISHED, STAY, "remind", BY_CLOCK, .label = N_("Nhắc sắp đến hạn"),
      .cite = PRACTICE(N_("Nhắc người giữ hồ sơ khi còn hai ngày làm việc")) },
    { UNFINISHED, STAY, "overdue", BY_CLOCK, .label = N_("Đã quá hạn"),
      .cite = PRACTICE(N_("Quá hạn thì báo người có thẩm quyền, mỗi hạn một lần")) },
};

static const struct party flow_parties[] = {
    { POWER_HANDLE, N_("Cán bộ tiếp công dân") },
    { POWER_LEAD, N_("Người đứng đầu") },
};

const struct workflow reception_flow = {
    .name = "reception",
    .title = N_("Tiếp công dân"),
    .states = flow_states,
    .state_count = COUNT(flow_states),
    .moves = flow_moves,
    .move_count = COUNT(flow_moves),
    .parties = flow_parties,
    .party_count = COUNT(flow_parties),
    .terms = &RULES,
};

void *reception_load(struct conn *conn, const struct case_get_row *file)
{
    struct reception *own = new(conn->arena, struct reception, 1);
    own->file = *file;
    struct reception_visit_get visit = { .case_id = file->id };
    must(reception_visit_get(conn, &visit, &own->row) || conn->failed);
    struct reception_day_get day = { .id = own->row.day_id };
    must(reception_day_get(conn, &day, &own->day) || conn->failed);
    struct case_terms_rows terms = case_terms(conn, &(struct case_terms){ .case_id = file->id });
    for (size_t i = 0; i < terms.count; i++) {
        bool runs = day_is_none(terms.rows[i].stopped_on);
        own->waits_for_result |= runs && str_equal(terms.rows[i].name, STR("TCD-BACK"));
        own->has_to_tell |= runs && str_equal(terms.rows[i].name, STR("TCD-TELL"));
    }
    struct str told = case_setting(conn, LAW_RECEPTION_RESULT, file->received_on);
    struct case_event_find_row found;
    own->tells_when_asked = str_equal(told, STR(RESULT_TOLD_WHEN_ASKED));
    own->has_result = case_event_find(
        conn, &(struct case_event_find){ .case_id = file->id, .act = STR("result") }, &found);
    own->was_asked = case_event_find(
        conn, &(struct case_event_find){ .case_id = file->id, .act = STR("ask_result") }, &found);
    return own;
}

/* --- guards ----------------------------------------------------------------------------------- */

static struct verdict was_answered_longer(const void *facts)
{
    const struct reception *own = facts;
    return str_equal(own->row.answer, STR(ANSWER_LONGER))
               ? VERDICT_OK
               : refuse(N_("Việc này đã được trả lời."), NULL);
}

/* What was only put off is not settled, and a head who received says in writing what follows. */
static struct verdict is_settled(const void *facts)
{
    static const struct cite ANSWER = ART(RECEPTION, 28, 1);
    static const struct cite CONCLUSION = ART(DECREE_154, 25, 2);
    static const struct cite RESULT = ART(RECEPTION, 28, 2);
    const struct reception *own = facts;
    bool is_heads = own->day.is_by_head && !str_equal(own->day.outcome, STR(BY_DEPUTY)) &&
                    act_in_force(&DECREE_154, own->day.held_on);
    if (str_equal(own->row.answer, STR(ANSWER_LONGER))) {
        return refuse(N_("Mới trả lời là cần thêm thời gian. Hãy trả lời kết quả trước khi kết "
                         "thúc."),
                      &ANSWER);
    }
    if (own->has_to_tell) {
        return refuse(N_("Kết quả đã về mà chưa báo cho người dân. Hãy báo trước khi kết thúc."),
                      &RESULT);
    }
    if (is_heads && day_is_none(own->row.conclude_by)) {
        return refuse(N_("Người đứng đầu đã tiếp: phải có thông báo kết luận trước khi kết thúc."),
                      &CONCLUSION);
    }
    return VERDICT_OK;
}

static struct verdict is_heads_day(const void *facts)
{
    const struct reception *own = facts;
    return own->day.is_by_head ? VERDICT_OK
                               : refuse(N_("Buổi này không do người đứng đầu tiếp."), NULL);
}

/* Law: 155/2026/NĐ-CP art. 6: of five and more. */
static struct verdict is_of_many(const void *facts)
{
    const struct reception *own = facts;
    return own->row.people >= GROUP_PEOPLE_MIN
               ? VERDICT_OK
               : refuse(N_("Chỉ đoàn từ 5 người trở lên mới cần mời cùng tiếp."), NULL);
}

/* Only what was forwarded comes back. */
static struct verdict was_forwarded(const struct reception *own)
{
    return str_equal(own->row.answer, STR(ANSWER_FORWARDED))
               ? VERDICT_OK
               : refuse(N_("Việc này không chuyển đi nơi khác."), NULL);
}

static struct verdict may_be_settled(const void *facts)
{
    const struct reception *own = facts;
    return own->waits_for_result || own->has_to_tell
               ? refuse(N_("Đã ghi nơi được chuyển giải quyết xong."), NULL)
               : was_forwarded(own);
}

static struct verdict may_come_back(const void *facts)
{
    const struct reception *own = facts;
    return own->has_to_tell ? refuse(N_("Kết quả đã về; hãy báo cho người dân."), NULL)
                            : was_forwarded(own);
}

#define ALWAYS_TOLD N_("Ở đây kết quả về thì lần nào cũng báo, không đợi yêu cầu.")

/* Tried before may_come_back(), whose no is the answer then. Who asked before it came is told. */
static struct verdict waits_to_be_asked(const void *facts)
{
    const struct reception *own = facts;
    return own->tells_when_asked && !own->was_asked ? may_come_back(facts)
                                                    : case_when(false, ALWAYS_TOLD);
}

/* Tried before may_be_asked(), whose no is the answer then. */
static struct verdict asks_before_it(const void *facts)
{
    const struct reception *own = facts;
    bool is_before = own->tells_when_asked && !own->was_asked && !own->has_result;
    return is_before ? was_forwarded(own) : case_when(false, ALWAYS_TOLD);
}

/* Only where nobody is told unasked. */
static struct verdict may_be_asked(const void *facts)
{
    const struct reception *own = facts;
    if (!own->tells_when_asked) {
        return refuse(ALWAYS_TOLD, NULL);
    }
    if (own->has_to_tell) {
        return refuse(N_("Đã ghi yêu cầu; hãy báo kết quả cho người dân."), NULL);
    }
    if (own->has_result) {
        return VERDICT_OK;
    }
    return own->was_asked ? refuse(N_("Đã ghi yêu cầu; kết quả về thì báo cho người dân."), NULL)
                          : was_forwarded(own);
}

static struct verdict has_to_tell(const void *facts)
{
    const struct reception *own = facts;
    return own->has_to_tell ? VERDICT_OK
                            : refuse(N_("Chưa có kết quả nào phải báo cho người dân."), NULL);
}
