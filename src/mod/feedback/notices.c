/* Letters about reports: the act, its readers, the sentence. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/notices.h"

#include "mod/feedback/follow.h"
#include "outbox/outbox.h"
#include "text/format.h"

/* Who reads. An officer's letter goes to the nearest holders of a power over the unit. */
enum reader {
    TO_SENDER = 1,
    TO_FOLLOWERS = 2,
    TO_ASSIGNEE = 4, /* or, while there is none, those who handle the unit's reports */
    TO_HANDLERS = 8,
    TO_APPROVERS = 16,
    TO_LEADERS = 32,
    TO_PUBLIC = TO_SENDER | TO_FOLLOWERS,
    TO_OFFICERS = TO_ASSIGNEE | TO_HANDLERS | TO_APPROVERS | TO_LEADERS,
};

/* {ma} is the report's code, {donvi} the unit that holds it now, {han} its due time. Plain words:
 * who did what, and what to do now. One row an act and state; a row without a state is for all. */
static const struct news {
    const char *act;
    const char *state;
    unsigned to;
    const char *subject;
    const char *sentence;
} all_news[] = {
    { "received", NULL, TO_SENDER, "{ma}: đã nhận phản ánh của bà con",
      "{donvi} đã nhận phản ánh của bà con và sẽ trả lời chậm nhất {han}. Mã hồ sơ là {ma}. Mã bí "
      "mật ghi trên biên nhận, không ghi trong thư." },
    { "accept", NULL, TO_PUBLIC, "{ma}: đã bắt đầu giải quyết",
      "{donvi} đã bắt đầu giải quyết hồ sơ {ma}. Hạn trả lời: {han}." },
    { "refuse", NULL, TO_PUBLIC, "{ma}: không tiếp nhận",
      "{donvi} không giải quyết hồ sơ {ma}. Lý do và nơi nên tới ghi ở trang hồ sơ." },
    { "forward", NULL, TO_PUBLIC, "{ma}: đã chuyển cơ quan có thẩm quyền",
      "{donvi} đã chuyển đơn {ma} tới cơ quan có thẩm quyền. Tên cơ quan và lý do ghi ở trang hồ "
      "sơ; cơ quan đó trả lời bà con." },
    { "transfer", NULL, TO_PUBLIC, "{ma}: đã chuyển tới đơn vị khác",
      "Việc này do {donvi} giải quyết, nên hồ sơ {ma} đã được chuyển giúp tới đó. Hạn trả lời vẫn "
      "là {han}." },
    { "transfer", NULL, TO_HANDLERS, "{ma}: hồ sơ chuyển đến, chờ nhận",
      "Hồ sơ {ma} được chuyển tới {donvi}. Anh, chị hãy nhận, hoặc trả lại và nêu lý do. Hạn trả "
      "lời người gửi không đổi: {han}." },
    { "take", NULL, TO_PUBLIC, "{ma}: nơi chuyển tới đã nhận",
      "{donvi} đã nhận hồ sơ {ma} và đang giải quyết. Hạn trả lời: {han}." },
    { "return", "received", TO_HANDLERS, "{ma}: hồ sơ bị trả lại",
      "Hồ sơ {ma} bị trả lại {donvi}; lý do ghi trong hồ sơ. Hạn trả lời người gửi vẫn là {han}." },
    { "return", "ruling", TO_LEADERS, "{ma}: cần phân định đơn vị giải quyết",
      "Hồ sơ {ma} bị trả lại lần thứ hai. Anh, chị hãy phân định đơn vị giải quyết. Hạn trả lời "
      "người gửi: {han}." },
    { "rule", NULL, TO_HANDLERS, "{ma}: được phân định giải quyết",
      "Hồ sơ {ma} được phân định cho {donvi} giải quyết. Hạn trả lời người gửi: {han}." },
    { "rule", NULL, TO_PUBLIC, "{ma}: đã rõ đơn vị giải quyết",
      "Hồ sơ {ma} do {donvi} giải quyết. Hạn trả lời: {han}." },
    { "assign", NULL, TO_ASSIGNEE, "{ma}: được giao giải quyết",
      "Anh, chị được giao chịu trách nhiệm hồ sơ {ma}. Hạn trả lời người gửi: {han}." },
    { "ask", NULL, TO_SENDER, "{ma}: cần bà con cho biết thêm",
      "{donvi} cần bà con cho biết thêm. Mời mở trang hồ sơ {ma}, đọc câu hỏi rồi trả lời bằng mã "
      "bí mật trên biên nhận. Trong lúc chờ, thời hạn tạm dừng." },
    { "supply", NULL, TO_ASSIGNEE, "{ma}: người gửi đã bổ sung",
      "Người gửi hồ sơ {ma} đã trả lời câu hỏi. Thời hạn chạy tiếp, đến {han}." },
    { "extend", NULL, TO_PUBLIC, "{ma}: gia hạn trả lời",
      "{donvi} gia hạn trả lời hồ sơ {ma} đến {han}. Lý do ghi ở trang hồ sơ." },
    { "draft", NULL, TO_APPROVERS, "{ma}: chờ duyệt trả lời",
      "Trả lời của hồ sơ {ma} đã soạn xong, chờ anh, chị duyệt. Hạn trả lời người gửi: {han}." },
    { "send_back", NULL, TO_ASSIGNEE, "{ma}: cần soạn lại trả lời",
      "Trả lời của hồ sơ {ma} cần soạn lại; lý do ghi trong hồ sơ. Hạn trả lời người gửi: {han}." },
    { "approve", NULL, TO_PUBLIC, "{ma}: đã có trả lời",
      "{donvi} đã trả lời hồ sơ {ma}. Mời bà con đọc ở trang hồ sơ và cho biết việc đã xong "
      "chưa." },
    { "reopen", NULL, TO_ASSIGNEE | TO_LEADERS, "{ma}: người gửi báo chưa xong",
      "Người gửi hồ sơ {ma} báo việc chưa xong. Hồ sơ mở lại, hạn trả lời mới: {han}." },
    { "merge", NULL, TO_PUBLIC, "{ma}: gộp vào hồ sơ cùng việc",
      "Hồ sơ {ma} nói cùng một việc với một hồ sơ nhận trước, nên {donvi} giải quyết chung. Trang "
      "hồ sơ chỉ tới hồ sơ đó." },
    { "split_received", NULL, TO_SENDER, "{ma}: hồ sơ cho việc thứ hai của bà con",
      "Đơn của bà con nói hai việc, nên {donvi} lập thêm hồ sơ {ma} cho việc thứ hai và sẽ trả lời "
      "chậm nhất {han}. Mã bí mật trên biên nhận đầu tiên mở được cả hồ sơ này." },
    { "split", NULL, TO_FOLLOWERS, "{ma}: tách thành hai hồ sơ",
      "Hồ sơ {ma} nói hai việc, nên {donvi} tách việc thứ hai thành một hồ sơ riêng. Việc thứ nhất "
      "vẫn giải quyết ở đây, chậm nhất {han}." },
    { "consult", NULL, TO_HANDLERS, "{ma}: được hỏi ý kiến",
      "{donvi} được hỏi ý kiến về hồ sơ {ma}. Anh, chị hãy đọc câu hỏi và trả lời chậm nhất "
      "{han}." },
    { "reply", NULL, TO_ASSIGNEE, "{ma}: đã có ý kiến của đơn vị được hỏi",
      "Một đơn vị được hỏi về hồ sơ {ma} đã cho ý kiến. Hạn trả lời người gửi: {han}." },
    { "recall", NULL, TO_HANDLERS, "{ma}: không cần ý kiến nữa",
      "Câu hỏi về hồ sơ {ma} gửi {donvi} đã được rút. Anh, chị không phải trả lời nữa." },
    { "consult_lapsed", NULL, TO_HANDLERS, "{ma}: không cần ý kiến nữa",
      "Hồ sơ {ma} đã chuyển đi hoặc đã giải quyết xong, nên câu hỏi gửi {donvi} không phải trả lời "
      "nữa." },
    { "remind_consult", NULL, TO_HANDLERS, "{ma}: sắp đến hạn cho ý kiến",
      "{donvi} được hỏi ý kiến về hồ sơ {ma}, hạn trả lời là {han}." },
    { "escalate_consult", NULL, TO_HANDLERS | TO_LEADERS, "{ma}: quá hạn cho ý kiến",
      "{donvi} được hỏi ý kiến về hồ sơ {ma} và chưa trả lời; hạn là {han}. Người gửi đang chờ." },
    { "escalate_consult", NULL, TO_ASSIGNEE, "{ma}: đơn vị được hỏi chưa trả lời",
      "{donvi} chưa cho ý kiến về hồ sơ {ma}; hạn là {han}. Lãnh đạo đơn vị đó đã được báo." },
    { "withdraw", NULL, TO_FOLLOWERS, "{ma}: người gửi đã rút",
      "Người gửi đã rút hồ sơ {ma}. Hồ sơ không giải quyết tiếp." },
    { "rate", NULL, TO_FOLLOWERS, "{ma}: đã đóng",
      "Người gửi cho biết việc đã xong. Hồ sơ {ma} đã đóng." },
    { "close", NULL, TO_PUBLIC, "{ma}: đã đóng",
      "Hồ sơ {ma} đã đóng: 30 ngày sau khi trả lời, không ai báo việc chưa xong." },
    { "recount", NULL, TO_PUBLIC, "{ma}: hạn trả lời đổi theo lịch làm việc",
      "Lịch làm việc đổi, nên hạn trả lời hồ sơ {ma} nay là {han}. Ngày nào đổi và vì sao ghi ở "
      "trang hồ sơ." },
    { "recount", NULL, TO_ASSIGNEE, "{ma}: hạn trả lời đổi theo lịch làm việc",
      "Lịch làm việc đổi, nên hồ sơ {ma} phải trả lời người gửi chậm nhất {han}. Hạn cũ và lý do "
      "ghi trong hồ sơ." },
    { "remind", NULL, TO_ASSIGNEE, "{ma}: sắp đến hạn trả lời",
      "Hồ sơ {ma} phải trả lời người gửi chậm nhất {han}. Nếu cần thêm thời gian, hãy gia hạn và "
      "nêu lý do trước ngày đó." },
    { "escalate", NULL, TO_ASSIGNEE | TO_LEADERS, "{ma}: đã quá hạn trả lời",
      "Hồ sơ {ma} ở {donvi} đã quá hạn trả lời: hạn là {han}. Người gửi và mọi người thấy hồ sơ "
      "quá hạn trên trang công khai." },
};

static void put_news(struct deed *deed, const struct happening *happening, const struct news *news);
static void put_to_sender(struct deed *deed, const struct happening *happening,
                          const struct outbox_letter *letter);
static void put_to_followers(struct deed *deed, const struct happening *happening,
                             struct outbox_letter letter);
static bool put_to_follower(void *context, const struct report_followers_row *follower);
static void put_to_officers(struct deed *deed, const struct happening *happening, unsigned to,
                            struct outbox_letter letter);
static bool put_to_assignee(struct deed *deed, const struct happening *happening,
                            struct outbox_letter letter);
static void put_to_holders(struct deed *deed, const struct happening *happening, const char *power,
                           struct outbox_letter letter);
static struct str filled(struct deed *deed, const char *source, const struct happening *happening);
static void write_due(struct out *out, struct instant due);
static bool is_over(const struct happening *happening);

void notices_put(struct deed *deed, const struct happening *happening)
{
    for (size_t i = 0; i < COUNT(all_news); i++) {
        const struct news *news = &all_news[i];
        bool is_state = !news->state || str_equal(str_of(news->state), happening->state);
        if (is_state && str_equal(str_of(news->act), happening->act)) {
            put_news(deed, happening, news);
        }
    }
    if (is_over(happening)) {
        report_followers_unlink(
            deed->tx, &(struct report_followers_unlink){ .report_id = happening->report });
        report_followers_delete(
            deed->tx, &(struct report_followers_delete){ .report_id = happening->report });
    }
}

/* A letter about what may be taken back leaves when it cannot be any more. */
static void put_news(struct deed *deed, const struct happening *happening, const struct news *news)
{
    bool is_public = news->to & TO_PUBLIC;
    struct outbox_letter letter = {
        .channel = OUTBOX_MAIL,
        .subject = filled(deed, news->subject, happening),
        .body = filled(deed, news->sentence, happening),
        .link = str_printf(deed->arena, "%s%.*s", is_public ? "/kiem-tra/ho-so/" : "/cb/hs/",
                           STR_ARG(happening->code)),
        .about = ID_OF(happening->event),
        .key = str_printf(deed->arena, "feedback %lld", (long long)happening->event.v),
        .wait_s = act_can_be_undone(happening->act) ? UNDO_SECONDS : 0,
    };
    if ((news->to & TO_SENDER) && !happening->is_by_sender) {
        put_to_sender(deed, happening, &letter);
    }
    if (news->to & TO_FOLLOWERS) {
        put_to_followers(deed, happening, letter);
    }
    if (news->to & TO_OFFICERS) {
        put_to_officers(deed, happening, news->to, letter);
    }
}

/* By mail, or where there is no address and somebody carries messages, by telephone. */
static void put_to_sender(struct deed *deed, const struct happening *happening,
                          const struct outbox_letter *letter)
{
    struct sender_get_row sender;
    struct outbox_letter copy = *letter;
    if (happening->is_unaddressed ||
        !sender_get(&deed->tx->conn, &(struct sender_get){ .report_id = happening->report },
                    &sender)) {
        return;
    }
    if (sender.email.n > 0) {
        copy.recipient = sender.email;
        outbox_put(deed, &copy);
    } else if (sender.phone.n > 0 && outbox_offers(&deed->tx->conn, OUTBOX_HOOK)) {
        copy.channel = OUTBOX_HOOK;
        copy.recipient = sender.phone;
        outbox_put(deed, &copy);
    }
}

/* The outbox sees to it that a sender who follows gets one letter, not two. */
struct follower_letter {
    struct deed *deed;
    struct outbox_letter letter;
    bool is_last;
};

static void put_to_followers(struct deed *deed, const struct happening *happening,
                             struct outbox_letter letter)
{
    struct follower_letter context = { deed, letter, is_over(happening) };
    report_followers(&deed->tx->conn, &(struct report_followers){ .report_id = happening->report },
                     put_to_follower, &context);
}

/* There may be thousands: what a letter took is given back. After the last letter there is nothing
 * left to leave. */
static bool put_to_follower(void *subject, const struct report_followers_row *follower)
{
    struct follower_letter *context = subject;
    struct deed *deed = context->deed;
    struct arena_mark mark = arena_mark(deed->arena);
    struct outbox_letter letter = context->letter;
    letter.recipient = follower->email;
    if (!context->is_last) {
        letter.leave_link = follow_link(deed, FOLLOW_LEAVE_PATH, follower->id);
    }
    outbox_put(deed, &letter);
    arena_undo(deed->arena, mark);
    return true;
}

static void put_to_officers(struct deed *deed, const struct happening *happening, unsigned to,
                            struct outbox_letter letter)
{
    bool has_assignee = (to & TO_ASSIGNEE) && put_to_assignee(deed, happening, letter);
    if ((to & TO_HANDLERS) || ((to & TO_ASSIGNEE) && !has_assignee)) {
        put_to_holders(deed, happening, POWER_HANDLE, letter);
    }
    if (to & TO_APPROVERS) {
        put_to_holders(deed, happening, POWER_APPROVE, letter);
    }
    if (to & TO_LEADERS) {
        put_to_holders(deed, happening, POWER_LEAD, letter);
    }
}

/* False when there is none, or no address: somebody else must know then. Nobody is told what they
 * did themselves. */
static bool put_to_assignee(struct deed *deed, const struct happening *happening,
                            struct outbox_letter letter)
{
    struct feedback_mail_of_row row;
    if (happening->assignee.v != 0 && happening->assignee.v == deed->author->person.v) {
        return true;
    }
    if (!feedback_mail_of(&deed->tx->conn, &(struct feedback_mail_of){ .id = happening->assignee },
                          &row)) {
        return false;
    }
    letter.recipient = row.email;
    outbox_put(deed, &letter);
    return true;
}

/* The unit's own people; where it has none with that power, those of the nearest unit above. */
static void put_to_holders(struct deed *deed, const struct happening *happening, const char *power,
                           struct outbox_letter letter)
{
    struct feedback_mail_holders_rows holders = feedback_mail_holders(
        &deed->tx->conn, &(struct feedback_mail_holders){ .unit_id = happening->unit,
                                                          .power = str_of(power),
                                                          .today = deed->today });
    for (size_t i = 0; i < holders.count && holders.rows[i].depth == holders.rows[0].depth; i++) {
        if (holders.rows[i].id.v != deed->author->person.v) {
            letter.recipient = holders.rows[i].email;
            outbox_put(deed, &letter);
        }
    }
}

static bool is_over(const struct happening *happening)
{
    int state = workflow_state(&feedback_flow, happening->state);
    return state != WORKFLOW_NOWHERE && feedback_flow.states[state].is_final;
}

/* Letters are in Vietnamese: nobody asked their readers for a language. */
static struct str filled(struct deed *deed, const char *source, const struct happening *happening)
{
    enum { SENTENCE_BYTES_MAX = 2048 };
    struct out out = out_open(deed->arena, SENTENCE_BYTES_MAX);
    struct feedback_unit_row unit;
    struct str rest = str_of(source);
    while (rest.p) {
        out_str_raw(&out, str_cut(&rest, '{'));
        struct str slot = rest.p ? str_cut(&rest, '}') : STR_NONE;
        if (str_equal(slot, STR("ma"))) {
            out_str_raw(&out, happening->code);
        } else if (str_equal(slot, STR("han"))) {
            write_due(&out, happening->due_at);
        } else if (str_equal(slot, STR("donvi")) &&
                   feedback_unit(&deed->tx->conn, &(struct feedback_unit){ .id = happening->unit },
                                 &unit)) {
            out_str_raw(&out, unit.name);
        }
    }
    return out_str(&out);
}

/* A term of days ends with its day, one of hours within it. */
static void write_due(struct out *out, struct instant due)
{
    if (instant_second_of_day(due) == DAY_S - 1) {
        out_lit(out, "hết ngày ");
        format_day(out, instant_day(due));
    } else {
        format_instant(out, due);
    }
}
