/* Receiving a complaint: its case, its own row, and of a second one the first. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "case/recount.h"
#include "case/setting.h"
#include "mod/complaint/complaint.h"
#include "text/format.h"
#include "text/tongue.h"

enum { SUBJECT_CHARS_MAX = 120 };

static const struct field form_fields[] = {
    FIELD(struct complaint_form, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Cơ quan nhận đơn")),
    FIELD(struct complaint_form, channel, .rules = FIELD_LINE, .max = 12,
          .label = N_("Nhận bằng cách nào")),
    FIELD(struct complaint_form, received_on, .label = N_("Ngày nhận ghi trên dấu đến")),
    FIELD(struct complaint_form, from_body, .rules = FIELD_LINE, .max = 200,
          .label = N_("Nơi chuyển đơn đến")),
    FIELD(struct complaint_form, round, .max = SECOND_ROUND, .label = N_("Khiếu nại lần")),
    FIELD(struct complaint_form, first_code, .rules = FIELD_LINE, .max = 20,
          .label = N_("Mã hồ sơ lần đầu")),
    FIELD(struct complaint_form, name, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Họ, chữ đệm và tên")),
    FIELD(struct complaint_form, address, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Địa chỉ")),
    FIELD(struct complaint_form, identity_number,
          .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_IDENTITY, .max = 20,
          .label = N_("Số căn cước hoặc hộ chiếu")),
    FIELD(struct complaint_form, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE,
          .max = 20, .label = N_("Số điện thoại")),
    FIELD(struct complaint_form, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Thư điện tử")),
    FIELD(struct complaint_form, representative, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Người đại diện hoặc được ủy quyền")),
    FIELD(struct complaint_form, respondent, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Khiếu nại quyết định, hành vi của")),
    FIELD(struct complaint_form, respondent_unit, .rules = FIELD_LINE, .max = 20,
          .label = N_("Cơ quan bị khiếu nại")),
    FIELD(struct complaint_form, respondent_name, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Tên cơ quan hoặc người bị khiếu nại")),
    FIELD(struct complaint_form, is_discipline, .label = N_("Quyết định kỷ luật")),
    FIELD(struct complaint_form, is_dismissal, .label = N_("Hình thức kỷ luật là buộc thôi việc")),
    FIELD(struct complaint_form, contested, .rules = FIELD_LINE, .max = 300,
          .label = N_("Quyết định, hành vi bị khiếu nại")),
    FIELD(struct complaint_form, contested_on,
          .label = N_("Ngày nhận hoặc biết được quyết định, hành vi đó")),
    FIELD(struct complaint_form, content, .rules = FIELD_PERSONAL, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Nội dung và lý do khiếu nại")),
    FIELD(struct complaint_form, request, .rules = FIELD_PERSONAL, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Yêu cầu giải quyết")),
    FIELD(struct complaint_form, people, .max = GROUP_PEOPLE_MAX, .label = N_("Số người ký đơn")),
    FIELD(struct complaint_form, representatives, .max = GROUP_PEOPLE_MAX,
          .label = N_("Số người đại diện được cử")),
    FIELD(struct complaint_form, has_all_signatures,
          .label = N_("Có đủ chữ ký hoặc điểm chỉ của mọi người")),
    FIELD(struct complaint_form, has_appointment, .label = N_("Có văn bản cử người đại diện")),
    FIELD(struct complaint_form, is_remote, .label = N_("Vùng sâu, vùng xa đi lại khó khăn")),
    FIELD(struct complaint_form, excluded_days, .max = 3650,
          .label = N_("Số ngày có trở ngại khách quan đã chứng minh")),
};
const struct record complaint_form_record =
    RECORD("complaint_form", struct complaint_form, form_fields);

/* What the ledger commits to when a complaint is received. */
struct received {
    struct str code;
    struct str unit;
    struct day received_on;
    struct str channel;
    struct str from_body;
    int64_t book_year;
    int64_t book_number;
    int64_t round;
    struct str first_code;
    struct str name;
    struct str address;
    struct str identity_number;
    struct str phone;
    struct str email;
    struct str representative;
    struct str respondent;
    struct str respondent_unit;
    struct str respondent_name;
    bool is_discipline;
    bool is_dismissal;
    struct str contested;
    struct day contested_on;
    struct str content;
    struct str request;
    int64_t people;
    int64_t representatives;
    bool has_all_signatures;
    bool has_appointment;
    bool is_remote;
    int64_t excluded_days;
    struct bytes secret_hash;
    struct person_id by;
};
static const struct field received_fields[] = {
    FIELD(struct received, code),
    FIELD(struct received, unit),
    FIELD(struct received, received_on),
    FIELD(struct received, channel),
    FIELD(struct received, from_body),
    FIELD(struct received, book_year),
    FIELD(struct received, book_number),
    FIELD(struct received, round),
    FIELD(struct received, first_code),
    FIELD(struct received, name, .rules = FIELD_PERSONAL),
    FIELD(struct received, address, .rules = FIELD_PERSONAL),
    FIELD(struct received, identity_number, .rules = FIELD_PERSONAL),
    FIELD(struct received, phone, .rules = FIELD_PERSONAL),
    FIELD(struct received, email, .rules = FIELD_PERSONAL),
    FIELD(struct received, representative, .rules = FIELD_PERSONAL),
    FIELD(struct received, respondent),
    FIELD(struct received, respondent_unit),
    FIELD(struct received, respondent_name, .rules = FIELD_PERSONAL),
    FIELD(struct received, is_discipline, .rules = FIELD_PERSONAL),
    FIELD(struct received, is_dismissal, .rules = FIELD_PERSONAL),
    FIELD(struct received, contested, .rules = FIELD_PERSONAL),
    FIELD(struct received, contested_on, .rules = FIELD_PERSONAL),
    FIELD(struct received, content, .rules = FIELD_PERSONAL),
    FIELD(struct received, request, .rules = FIELD_PERSONAL),
    FIELD(struct received, people),
    FIELD(struct received, representatives),
    FIELD(struct received, has_all_signatures),
    FIELD(struct received, has_appointment),
    FIELD(struct received, is_remote),
    FIELD(struct received, excluded_days),
    FIELD(struct received, secret_hash, .rules = FIELD_PERSONAL),
    FIELD(struct received, by),
};
static const struct record received_record = RECORD("received", struct received, received_fields);

const struct fact complaint_facts[FACT_COUNT] = {
#define CASE_ACT(act, needs, effect, about) { "complaint." #act, &case_acted_record, about },
#include "mod/complaint/acts.def"
#undef CASE_ACT
    { "complaint.received", &received_record, "A complaint was received." },
#define LETTER_STEP(step, by_lead, about)                                                          \
    { "complaint_letter." #step, &case_lettered_record, about },
#include "case/letter.def"
#undef LETTER_STEP
};

const struct command complaint_commands[COMMAND_FIRST_ACT + ACT_COUNT] = {
    [COMMAND_RECEIVE] = { "complaint.receive", &complaint_form_record, POWER_HANDLE, apply_receive,
                          "Enter a complaint that came to the office.", NULL },
    [COMMAND_PREFILE] = { "complaint.prefile", &complaint_form_record, NULL, apply_prefile,
                          "Write a complaint down before its signed letter comes.", NULL },
    [COMMAND_RECOUNT] = { "complaint.recount_some", &case_recount_record, NULL,
                          apply_complaint_recount,
                          "Count some cases again after the working calendar has changed.", NULL },
#define LETTER_STEP(step, by_lead, about)                                                          \
    [COMMAND_FIRST_LETTER + LETTER_##step] = {                                                     \
        "complaint.letter_" #step, &case_letter_record, NULL, apply_complaint_letter, about,       \
        &case_letter_drawn                                                                         \
    },
#include "case/letter.def"
#undef LETTER_STEP
#define CASE_ACT(act, needs, effect, about)                                                        \
    [COMMAND_FIRST_ACT + ACT_##                                                                    \
        act] = { "complaint." #act, &case_args_record, NULL, apply_complaint_act, about, NULL },
#include "mod/complaint/acts.def"
#undef CASE_ACT
};

static struct verdict enter(struct deed *deed, const struct complaint_form *form,
                            const char *command, struct answer *ret);
static struct verdict find_unit(struct deed *deed, struct str code, struct case_unit_row *ret);
static struct verdict find_first(struct deed *deed, const struct complaint_form *form,
                                 struct case_file_id *ret);
static struct case_wish wish_of(const struct deed *deed, const struct complaint_form *form,
                                const char *command);
static void add_person(struct case_wish *wish, const struct case_person *person);
static void put_row(struct deed *deed, const struct complaint_form *form,
                    const struct case_names *names, struct case_file_id first);
static struct received received_of(struct deed *deed, const struct complaint_form *form,
                                   const struct case_wish *wish, const struct case_names *names);

struct verdict apply_receive(struct deed *deed, const void *args, struct answer *ret)
{
    struct case_unit_row unit;
    const struct complaint_form *form = args;
    struct verdict verdict = find_unit(deed, form->unit, &unit);
    if (verdict_is_ok(verdict) && !deed_may(deed, POWER_HANDLE, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    return verdict_is_ok(verdict) ? enter(deed, form, "receive", ret) : verdict;
}

/* Of what is written here only what a stranger may say is taken. Whether it is a letter already, or
 * waits for one, is a setting. Law: 02/2011/QH13 art. 8. */
struct verdict apply_prefile(struct deed *deed, const void *args, struct answer *ret)
{
    struct complaint_form form = *(const struct complaint_form *)args;
    form.received_on = DAY_NONE;
    form.from_body = STR_NONE;
    form.channel = STR("web");
    form.has_all_signatures = false;
    form.has_appointment = false;
    form.excluded_days = 0;
    bool waits = complaint_online_waits(&deed->tx->conn, deed->today);
    return enter(deed, &form, waits ? "prefile" : "send", ret);
}

bool complaint_online_waits(struct conn *conn, struct day day)
{
    return str_equal(case_setting(conn, LAW_COMPLAINT_ONLINE, day), STR(ONLINE_WAITS));
}

struct verdict apply_complaint_act(struct deed *deed, const void *args, struct answer *ret)
{
    return case_carry_out(&complaint_kind, deed, args, ret);
}

static struct verdict enter(struct deed *deed, const struct complaint_form *form,
                            const char *command, struct answer *ret)
{
    struct case_file_id first = { 0 };
    struct case_wish wish = wish_of(deed, form, command);
    struct verdict verdict = complaint_may_enter(form, deed->today);
    if (verdict_is_ok(verdict)) {
        verdict = find_unit(deed, form->unit, &wish.unit);
    }
    if (verdict_is_ok(verdict)) {
        verdict = find_first(deed, form, &first);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct case_names names = case_open(&complaint_kind, deed, &wish);
    put_row(deed, form, &names, first);
    struct received received = received_of(deed, form, &wish, &names);
    verdict = case_enter(&complaint_kind, deed, &wish, &names, &complaint_facts[FACT_RECEIVED],
                         &received);
    ret->subject = ID_OF(names.id);
    ret->text = str_printf(deed->arena, "%.*s %.*s", STR_ARG(names.code), STR_ARG(names.secret));
    return verdict;
}

static struct verdict find_unit(struct deed *deed, struct str code, struct case_unit_row *ret)
{
    struct case_unit wanted = { .code = code, .on = deed->today };
    return case_unit(&deed->tx->conn, &wanted, ret)
               ? VERDICT_OK
               : invalid("unit", N_("Không có đơn vị nào mang mã này."));
}

/* It ends when the second is accepted (effects.c): what is only claimed here may be a mistake. */
static struct verdict find_first(struct deed *deed, const struct complaint_form *form,
                                 struct case_file_id *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    struct case_get_row first;
    if (form->round != SECOND_ROUND || str_is_empty(str_trim(form->first_code))) {
        return VERDICT_OK;
    }
    struct case_get wanted = { .kind = STR("complaint") };
    bool is_found = code_read(form->first_code, code, &doubtful) == CODE_GOOD;
    wanted.code = is_found ? str_of(code) : STR_NONE;
    if (!is_found || !case_get(&deed->tx->conn, &wanted, &first)) {
        return invalid("first_code", N_("Không có hồ sơ nào mang mã này. Hãy xem lại từng ký tự."));
    }
    const struct complaint *own = complaint_load(&deed->tx->conn, &first);
    bool is_same = own->row.round == FIRST_ROUND &&
                   str_equal(own->row.respondent, form->respondent) &&
                   str_equal(own->row.respondent_unit, form->respondent_unit);
    if (!is_same) {
        return invalid("first_code", N_("Hồ sơ mang mã này không phải khiếu nại lần đầu đối với cơ "
                                        "quan đó."));
    }
    *ret = first.id;
    return VERDICT_OK;
}

static struct case_wish wish_of(const struct deed *deed, const struct complaint_form *form,
                                const char *command)
{
    struct case_wish wish = {
        .command = command,
        .subject = line_beginning(deed->arena, form->content, SUBJECT_CHARS_MAX),
        .received_on = day_is_none(form->received_on) ? deed->today : form->received_on,
        .channel = str_is_empty(form->channel) ? STR("post") : form->channel,
        .from_body = str_is_empty(str_trim(form->from_body)) ? STR_NONE : form->from_body,
        .signed_by = form->people,
        .is_unnumbered = str_equal(str_of(command), STR("prefile")),
    };
    add_person(&wish, &(struct case_person){ .role = "sender",
                                             .name = form->name,
                                             .address = form->address,
                                             .identity_number = form->identity_number,
                                             .phone = form->phone,
                                             .email = form->email });
    add_person(&wish,
               &(struct case_person){ .role = "representative", .name = form->representative });
    add_person(&wish, &(struct case_person){ .role = "respondent", .name = form->respondent_name });
    return wish;
}

static void add_person(struct case_wish *wish, const struct case_person *person)
{
    if (!str_is_empty(str_trim(person->name))) {
        wish->people[wish->people_count++] = *person;
    }
}

static void put_row(struct deed *deed, const struct complaint_form *form,
                    const struct case_names *names, struct case_file_id first)
{
    complaint_insert(deed->tx, &(struct complaint_insert){
                                   .case_id = names->id,
                                   .round = form->round,
                                   .first_id = first,
                                   .respondent = form->respondent,
                                   .respondent_unit = form->respondent_unit,
                                   .is_discipline = form->is_discipline,
                                   .is_dismissal = form->is_dismissal,
                                   .contested = form->contested,
                                   .contested_on = form->contested_on,
                                   .content = form->content,
                                   .request = form->request,
                                   .people = form->people,
                                   .representatives = form->representatives,
                                   .has_all_signatures = form->has_all_signatures,
                                   .has_appointment = form->has_appointment,
                                   .is_remote = form->is_remote,
                                   .excluded_days = form->excluded_days,
                               });
}

static struct received received_of(struct deed *deed, const struct complaint_form *form,
                                   const struct case_wish *wish, const struct case_names *names)
{
    return (struct received){
        .code = names->code,
        .unit = wish->unit.code,
        .received_on = wish->received_on,
        .channel = wish->channel,
        .from_body = wish->from_body,
        .book_year = names->book_year,
        .book_number = names->book_number,
        .round = form->round,
        .first_code = form->first_code,
        .name = form->name,
        .address = form->address,
        .identity_number = form->identity_number,
        .phone = form->phone,
        .email = form->email,
        .representative = form->representative,
        .respondent = form->respondent,
        .respondent_unit = form->respondent_unit,
        .respondent_name = form->respondent_name,
        .is_discipline = form->is_discipline,
        .is_dismissal = form->is_dismissal,
        .contested = form->contested,
        .contested_on = form->contested_on,
        .content = form->content,
        .request = form->request,
        .people = form->people,
        .representatives = form->representatives,
        .has_all_signatures = form->has_all_signatures,
        .has_appointment = form->has_appointment,
        .is_remote = form->is_remote,
        .excluded_days = form->excluded_days,
        .secret_hash = { names->secret_hash.b, HASH_BYTES },
        .by = { deed->author->person.v },
    };
}
