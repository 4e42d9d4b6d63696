/* Receiving a report: the rule, the rows, the fact, and the sender's code and secret. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"
#include "mod/feedback/feedback.h"

#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/link.h"
#include "mod/feedback/notices.h"
#include "mod/feedback/photo.h"
#include "mod/feedback/question.h"
#include "mod/feedback/recording.h"
#include "mod/feedback/sender.h"
#include "mod/feedback/sift.h"
#include "mod/feedback/slip.h"
#include "mod/feedback/spot.h"
#include "text/format.h"
#include "text/tongue.h"

enum { TITLE_CHARS_MIN = 35, TITLE_CHARS_MAX = 80 };

/* What the ledger commits to when a report is received. */
struct received {
    struct str code;
    struct str unit;
    struct str category;
    struct str text;
    struct str place;
    int64_t lat_micro;
    int64_t lon_micro;
    struct str identity;
    struct str channel;
    struct str incoming_number;
    struct str name;
    struct str phone;
    struct str email;
    struct str replies;
    struct instant received_at;
    struct instant due_at;
    struct str title;
    struct bytes secret_hash;
    struct person_id by; /* the officer who entered it for somebody */
};
static const struct field received_fields[] = {
    FIELD(struct received, code),
    FIELD(struct received, unit),
    FIELD(struct received, category),
    FIELD(struct received, text, .rules = FIELD_PERSONAL),
    FIELD(struct received, place, .rules = FIELD_PERSONAL),
    FIELD(struct received, lat_micro, .rules = FIELD_PERSONAL),
    FIELD(struct received, lon_micro, .rules = FIELD_PERSONAL),
    FIELD(struct received, identity),
    FIELD(struct received, channel),
    FIELD(struct received, incoming_number),
    FIELD(struct received, name, .rules = FIELD_PERSONAL),
    FIELD(struct received, phone, .rules = FIELD_PERSONAL),
    FIELD(struct received, email, .rules = FIELD_PERSONAL),
    FIELD(struct received, replies, .rules = FIELD_PERSONAL),
    FIELD(struct received, received_at),
    FIELD(struct received, due_at),
    FIELD(struct received, title, .rules = FIELD_PERSONAL),
    FIELD(struct received, secret_hash, .rules = FIELD_PERSONAL),
    FIELD(struct received, by),
};
const struct record received_record = RECORD("received", struct received, received_fields);

static const struct field send_fields[] = {
    FIELD(struct send, unit, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Xã, phường")),
    FIELD(struct send, category, .rules = FIELD_REQUIRED, .max = 40, .label = N_("Loại việc")),
    FIELD(struct send, text, .rules = FIELD_REQUIRED, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Nội dung")),
    FIELD(struct send, place, .rules = FIELD_LINE, .label = N_("Nơi xảy ra")),
    FIELD(struct send, lat_micro, .label = N_("Vĩ độ")),
    FIELD(struct send, lon_micro, .label = N_("Kinh độ")),
    FIELD(struct send, identity, .max = 12, .label = N_("Cách ghi tên")),
    FIELD(struct send, name, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Họ, chữ đệm và tên")),
    FIELD(struct send, phone, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 20,
          .label = N_("Số điện thoại")),
    FIELD(struct send, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Thư điện tử")),
    FIELD(struct send, channel, .max = 12),
    FIELD(struct send, incoming_number, .rules = FIELD_LINE, .max = 40, .label = N_("Số đến")),
    FIELD(struct send, received_on, .label = N_("Ngày nhận ghi trên dấu đến")),
    FIELD(struct send, draft, .rules = FIELD_SECRET, .max = 40),
    FIELD(struct send, slip, .rules = FIELD_LINE, .max = 200, .label = N_("Mã trên phiếu in sẵn")),
    FIELD(struct send, replies, .rules = FIELD_PERSONAL, .max = REPLIES_CHARS_MAX),
};
const struct record send_record = RECORD("send", struct send, send_fields);

/* A report on its way into the books. */
struct receiving {
    struct feedback_unit_by_code_row unit;
    struct category_by_slug_row category;
    struct str replies;
    struct instant received_at;
    struct instant due_at;
};

static struct verdict check_send(struct deed *deed, const struct send *send, struct receiving *ret);
/* By what a report is asked for later. */
struct naming {
    struct str code;
    struct str object;
    struct hash secret_hash;
    struct str secret; /* "" when a slip gave it before */
    struct slip_id slip;
};
static struct verdict name_report(struct deed *deed, const struct send *send,
                                  const struct receiving *to, struct naming *ret);
static struct verdict first_due(struct deed *deed, const struct receiving *to, struct instant *ret);
static int64_t received_fact(struct deed *deed, const struct report_insert *report,
                             const struct send *send);

struct verdict apply_send(struct deed *deed, const void *args, struct answer *ret)
{
    struct send wish = *(const struct send *)args;
    const struct send *send = &wish;
    struct receiving to;
    struct naming name;
    bool is_spoken = recording_speaks(&deed->tx->conn, wish.text, wish.draft);
    /* What is asked of words, and a title, it has until somebody has listened. */
    wish.text = is_spoken ? STR(SPOKEN_TITLE) : wish.text;
    struct verdict verdict = check_send(deed, send, &to);
    verdict = verdict_is_ok(verdict) ? name_report(deed, send, &to, &name) : verdict;
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct report_insert report = report_of(deed, send);
    report.code = name.code;
    report.object = name.object;
    report.secret_hash = (struct bytes){ name.secret_hash.b, HASH_BYTES };
    report.unit_id = to.unit.id;
    report.category_id = to.category.id;
    report.text = is_spoken ? STR("") : report.text;
    report.replies = to.replies;
    report.received_at = to.received_at;
    report.due_at = to.due_at;
    report.withheld = is_spoken                                    ? STR(SPOKEN)
                      : sift_may_denounce(deed->arena, send->text) ? STR(READ_FIRST)
                                                                   : STR_NONE;
    report.is_public = !report.withheld.p;
    report_enter(deed, &report, send, "received");
    if (!report.is_public) {
        event_withhold(deed, name.code, report.withheld);
    }
    if (!ID_NONE(name.slip)) {
        slip_use(deed->tx, &(struct slip_use){ .id = name.slip, .report_id = report.id });
    }
    if (send->draft.p) {
        struct hash draft = draft_hash(send->draft);
        photos_send(deed, &report, to.unit.code, draft);
        recording_send_on(deed, &report, to.unit.code, draft, is_spoken);
        draft_sent(deed, send->draft, name.code);
    }
    ret->subject = ID_OF(report.id);
    ret->text = str_printf(deed->arena, "%.*s %.*s %lld", STR_ARG(name.code), STR_ARG(name.secret),
                           (long long)report.due_at.s);
    return VERDICT_OK;
}

static struct verdict name_report(struct deed *deed, const struct send *send,
                                  const struct receiving *to, struct naming *ret)
{
    struct slip_get_row slip;
    struct verdict verdict = VERDICT_OK;
    *ret = (struct naming){ .secret = STR("") };
    if (send->slip.n > 0) {
        if (slip_for(deed, send->slip, to->unit.id, &slip, &verdict)) {
            ret->code = slip.code;
            ret->object = slip.object;
            ret->slip = slip.id;
            must(slip.secret_hash.n == HASH_BYTES);
            memcpy(ret->secret_hash.b, slip.secret_hash.p, HASH_BYTES);
        }
        return verdict;
    }
    char *object = new(deed->arena, char, OBJECT_ID_BYTES);
    char *secret = new(deed->arena, char, SECRET_SIGNS + 1);
    uint8_t bits[8];
    deed_new_object(deed, object);
    ret->code = report_new_code(deed, to->unit.prefix);
    deed_random(deed, bits, sizeof bits);
    secret_make(bits, secret);
    ret->object = str_of(object);
    ret->secret = str_of(secret);
    ret->secret_hash = secret_hash(ret->object, ret->secret);
    return verdict;
}

struct report_insert report_of(struct deed *deed, const struct send *send)
{
    const struct move *begin = workflow_next(&feedback_flow, WORKFLOW_NOWHERE, NULL);
    return (struct report_insert){
        .id = { deed_new_id(deed) },
        .state = str_of(feedback_flow.states[begin->to].name),
        .title = report_title(deed->arena, send->text),
        .text = send->text,
        .place = send->place,
        .lat_micro = spot_kept(send->lat_micro, send->identity),
        .lon_micro = spot_kept(send->lon_micro, send->identity),
        .identity = send->identity,
        .channel = send->channel,
        .incoming_number = send->incoming_number,
        .entered_at = deed->now,
    };
}

/* Who gets it, under which category, and by when; or why not. */
static struct verdict check_send(struct deed *deed, const struct send *send, struct receiving *ret)
{
    struct conn *conn = &deed->tx->conn;
    *ret = (struct receiving){ 0 };
    struct feedback_unit_by_code unit = { .code = send->unit, .today = deed->today };
    if (!feedback_unit_by_code(conn, &unit, &ret->unit)) {
        return invalid("unit",
                       N_("Không có xã, phường nào mang mã này. Hãy chọn lại trong danh sách."));
    }
    struct category_by_slug category = { .slug = send->category };
    if (!category_by_slug(conn, &category, &ret->category)) {
        return invalid("category", N_("Không có loại việc này. Hãy chọn lại trong danh sách."));
    }
    bool is_by_officer =
        !str_equal(send->channel, STR("web")) && !str_equal(send->channel, STR("api"));
    if (is_by_officer && !deed_may(deed, POWER_HANDLE, ID_OF(ret->unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    ret->received_at =
        day_is_none(send->received_on) ? deed->now : instant_of_day(send->received_on);
    struct verdict verdict = report_rule(send, &ret->category, deed->today);
    if (verdict_is_ok(verdict)) {
        struct category_questions_rows questions = questions_of(conn, ret->category.slug);
        verdict = replies_rule(&questions, send->replies);
        ret->replies = replies_keep(deed->arena, &questions, send->replies);
    }
    return verdict_is_ok(verdict) ? first_due(deed, ret, &ret->due_at) : verdict;
}

/* What a report must hold, whoever sends it. Law: none beyond its content; 42/2013/QH13 art. 25. */
struct verdict report_rule(const struct send *send, const struct category_by_slug_row *category,
                           struct day today)
{
    if (category->stop.p) {
        return verdict_about(invalid("category", "%s"), category->stop);
    }
    if (str_chars(str_trim(send->text)) < 10) {
        return invalid("text", N_("Nội dung ngắn quá. Hãy kể việc gì, ở đâu, từ khi nào."));
    }
    if (!identity_is_known(send->identity)) {
        return invalid("identity", N_("Hãy chọn: ghi tên, giấu tên, hoặc không nêu tên."));
    }
    if (!str_equal(send->identity, STR("anonymous")) && str_is_empty(str_trim(send->name))) {
        return invalid("name",
                       N_("Bà con đã chọn có nêu tên. Hãy ghi họ tên, hoặc chọn không nêu tên."));
    }
    if (day_compare(send->received_on, today) > 0) {
        return invalid("received_on", N_("Ngày nhận không thể sau hôm nay. Hãy xem lại dấu đến."));
    }
    return VERDICT_OK;
}

bool identity_is_known(struct str identity)
{
    return str_equal(identity, STR("named")) || str_equal(identity, STR("hidden")) ||
           str_equal(identity, STR("anonymous"));
}

static struct verdict first_due(struct deed *deed, const struct receiving *to, struct instant *ret)
{
    const struct category_limit base = { to->category.respond_unit, to->category.respond_amount,
                                         to->category.extend_max, to->category.basis };
    struct day received = instant_day(to->received_at);
    struct category_limit limit =
        category_limit_on(&deed->tx->conn, to->category.id, base, received);
    struct term term;
    struct verdict verdict = category_term(&limit, received, &term);
    verdict.field = "received_on";
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct due due = { 0 };
    struct clock clock = { .anchor = to->received_at };
    verdict =
        term_compute(&term, deed_calendar(deed, ID_OF(to->unit.id)), &clock, deed->arena, &due);
    verdict.field = "received_on";
    *ret = due.at;
    return verdict;
}

void report_enter(struct deed *deed, const struct report_insert *report, const struct send *send,
                  const char *news)
{
    int64_t position = received_fact(deed, report, send);
    report_insert(deed->tx, report);
    sender_keep(deed, report, send);
    report_count_add(deed->tx, &(struct report_count_add){
                                   .unit_id = report->unit_id, .state = report->state, .by = 1 });
    report_month_add(deed->tx, &(struct report_month_add){ .unit_id = report->unit_id,
                                                           .month = month_of(deed->today),
                                                           .received = 1 });
    const struct report_event_id event = { deed_new_id(deed) };
    report_event_insert(deed->tx, &(struct report_event_insert){
                                      .id = event,
                                      .report_id = report->id,
                                      .at = deed->now,
                                      .act = STR("received"),
                                      .state = report->state,
                                      .unit_id = report->unit_id,
                                      .person_id = { deed->author->person.v },
                                      .was_state = STR(""),
                                      .position = position,
                                  });
    notices_put(deed, &(struct happening){
                          .act = str_of(news),
                          .event = event,
                          .report = report->id,
                          .code = report->code,
                          .state = report->state,
                          .unit = report->unit_id,
                          .due_at = report->due_at,
                          .is_unaddressed = str_is_empty(send->email) && str_is_empty(send->phone),
                      });
}

static int64_t received_fact(struct deed *deed, const struct report_insert *report,
                             const struct send *send)
{
    struct received received = {
        .code = report->code,
        .unit = send->unit,
        .category = send->category,
        .text = report->text,
        .place = report->place,
        .lat_micro = report->lat_micro,
        .lon_micro = report->lon_micro,
        .identity = report->identity,
        .channel = report->channel,
        .incoming_number = report->incoming_number,
        .name = send->name,
        .phone = send->phone,
        .email = send->email,
        .replies = report->replies,
        .received_at = report->received_at,
        .due_at = report->due_at,
        .title = report->title,
        .secret_hash = report->secret_hash,
        .by = { deed->author->person.v },
    };
    return deed_emit(deed, feedback_fact("received"), ID_OF(report->id), report->object, send->unit,
                     &received);
}

/* A code that is taken (one in 2·10^10 per report) is drawn again. */
struct str report_new_code(struct deed *deed, struct str prefix)
{
    char *code = new(deed->arena, char, CODE_CHARS + 1);
    do {
        uint8_t bits[8];
        deed_random(deed, bits, sizeof bits);
        code_make(prefix.n == 2 ? prefix : STR("VN"), bits, code);
    } while (!report_code_is_free(deed->tx, &(struct report_code_is_free){ .code = str_of(code) }));
    return str_of(code);
}

/* The first sentence of the first line, or as many of its words as a list has room for. */
struct str report_title(struct arena *arena, struct str text)
{
    struct str line = line_beginning(arena, text, TITLE_CHARS_MAX);
    size_t chars = 0;
    for (size_t i = 0; i < line.n; i++) {
        chars += ((unsigned char)line.p[i] & 0xC0) != 0x80;
        if (line.p[i] == ' ' && i > 0 && line.p[i - 1] == '.' && chars > TITLE_CHARS_MIN) {
            return str_slice(line, 0, i - 1);
        }
    }
    return line.n > 0 && line.p[line.n - 1] == '.' ? str_slice(line, 0, line.n - 1) : line;
}

struct sent sent_parse(struct str answer_text)
{
    struct str rest = answer_text;
    struct sent sent = { 0 };
    sent.code = str_cut(&rest, ' ');
    sent.secret = str_cut(&rest, ' ');
    if (!str_to_int(rest, &sent.due_at.s)) {
        sent.due_at = INSTANT_NONE;
    }
    return sent;
}
