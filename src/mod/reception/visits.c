/* Visits: booked from anywhere, begun at the office, taken back by whoever has the secret. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "case/recount.h"
#include "law/complaint.h"
#include "mod/reception/reception.h"
#include "text/format.h"
#include "text/tongue.h"

enum { SUBJECT_CHARS_MAX = 120 };

static const struct field visit_fields[] = {
    FIELD(struct reception_visit_form, day),
    FIELD(struct reception_visit_form, name, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = 100, .label = N_("Họ, chữ đệm và tên")),
    FIELD(struct reception_visit_form, address,
          .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Địa chỉ")),
    FIELD(struct reception_visit_form, identity_number,
          .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_IDENTITY, .max = 20,
          .label = N_("Số căn cước hoặc hộ chiếu")),
    FIELD(struct reception_visit_form, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE,
          .max = 20, .label = N_("Số điện thoại")),
    FIELD(struct reception_visit_form, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Thư điện tử")),
    FIELD(struct reception_visit_form, people, .max = GROUP_PEOPLE_MAX,
          .label = N_("Số người cùng đến")),
    FIELD(struct reception_visit_form, representatives, .max = GROUP_PEOPLE_MAX,
          .label = N_("Số người đại diện được cử")),
    FIELD(struct reception_visit_form, representative, .rules = FIELD_LINE | FIELD_PERSONAL,
          .max = 300, .label = N_("Họ tên người đại diện")),
    FIELD(struct reception_visit_form, content, .rules = FIELD_REQUIRED | FIELD_PERSONAL,
          .max = TEXT_LONG_CHARS_MAX, .label = N_("Muốn trình bày việc gì")),
    FIELD(struct reception_visit_form, settled_by, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Cơ quan nào đã giải quyết việc này")),
};
const struct record reception_visit_record =
    RECORD("reception_visit", struct reception_visit_form, visit_fields);

static const struct field give_up_fields[] = {
    FIELD(struct reception_give_up_form, code, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 30,
          .label = N_("Mã hồ sơ")),
    FIELD(struct reception_give_up_form, secret,
          .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET, .max = 20, .label = N_("Mã bí mật")),
};
const struct record reception_give_up_record =
    RECORD("reception_give_up", struct reception_give_up_form, give_up_fields);

static const struct field said_fields[] = {
    FIELD(struct visit_said, code),
    FIELD(struct visit_said, unit),
    FIELD(struct visit_said, received_on),
    FIELD(struct visit_said, channel),
    FIELD(struct visit_said, book_year),
    FIELD(struct visit_said, book_number),
    FIELD(struct visit_said, day),
    FIELD(struct visit_said, number),
    FIELD(struct visit_said, name, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, address, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, identity_number, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, people, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, representatives, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, content, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, settled_by, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, secret_hash, .rules = FIELD_PERSONAL),
    FIELD(struct visit_said, by),
};
const struct record visit_said_record = RECORD("visit_said", struct visit_said, said_fields);

const struct fact reception_facts[FACT_COUNT] = {
#define VISIT_ACT(act, needs, effect, about) { "reception." #act, &case_acted_record, about },
#include "mod/reception/acts.def"
#undef VISIT_ACT
    { "reception.received", &visit_said_record, "Somebody booked a reception, or came to one." },
    { "reception_day.posted", &day_said_record, "A day of reception was posted." },
    { "reception_day.moved", &day_said_record, "A day of reception was moved to another one." },
    { "reception_day.held", &day_said_record, "Who received on a day, or why nobody did." },
    { "reception_day.online", &online_said_record, "A day of reception is held by a line." },
    { "reception_day.line", &online_said_record,
      "The line of a day was tested or opened, or its recording is kept." },
#define LETTER_STEP(step, by_lead, about)                                                          \
    { "reception_letter." #step, &case_lettered_record, about },
#include "case/letter.def"
#undef LETTER_STEP
};

const struct command reception_commands[COMMAND_FIRST_ACT + ACT_COUNT] = {
    [COMMAND_POST] = { "reception.post", &reception_post_record, POWER_HANDLE, apply_post,
                       "Post a day of reception.", NULL },
    [COMMAND_MOVE] = { "reception.move", &reception_move_record, POWER_HANDLE, apply_move,
                       "Move a day of reception to another one.", NULL },
    [COMMAND_HOLD] = { "reception.hold", &reception_hold_record, POWER_HANDLE, apply_hold,
                       "Say who received on a day, or why nobody did.", NULL },
    [COMMAND_BOOK] = { "reception.book", &reception_visit_record, NULL, apply_book,
                       "Book a seat on a day of reception.", NULL },
    [COMMAND_WALK_IN] = { "reception.walk_in", &reception_visit_record, POWER_HANDLE, apply_walk_in,
                          "Give a number to somebody who came without booking.", NULL },
    [COMMAND_LINE] = { "reception.line", &reception_line_record, POWER_HANDLE, apply_line,
                       "Note what was done about the line of a day.", NULL },
#define BY_SECRET(act, needs, effect, about)                                                       \
    [COMMAND_FIRST_ACT + ACT_##                                                                    \
        act] = { "reception." #act, &reception_give_up_record, NULL, apply_give_up, about, NULL },
    [COMMAND_RECOUNT] = { "reception.recount_some", &case_recount_record, NULL,
                          apply_reception_recount,
                          "Count some cases again after the working calendar has changed.", NULL },
#define LETTER_STEP(step, by_lead, about)                                                          \
    [COMMAND_FIRST_LETTER + LETTER_##step] = {                                                     \
        "reception.letter_" #step, &case_letter_record, NULL, apply_reception_letter, about,       \
        &case_letter_drawn                                                                         \
    },
#include "case/letter.def"
#undef LETTER_STEP
#define VISIT_ACT(act, needs, effect, about)                                                       \
    [COMMAND_FIRST_ACT + ACT_##                                                                    \
        act] = { "reception." #act, &case_args_record, NULL, apply_reception_act, about, NULL },
#include "mod/reception/acts.def"
#undef VISIT_ACT
};

static struct verdict enter(struct deed *deed, const struct reception_visit_form *form,
                            const struct reception_day_get_row *day, const char *command,
                            struct answer *ret);
static struct verdict find_day(struct deed *deed, struct reception_day_id id,
                               struct reception_day_get_row *ret);
static struct case_wish wish_of(const struct deed *deed, const struct reception_visit_form *form,
                                const struct reception_day_get_row *day, const char *command);

struct verdict apply_reception_act(struct deed *deed, const void *args, struct answer *ret)
{
    return case_carry_out(&reception_kind, deed, args, ret);
}

struct verdict apply_book(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_visit_form *form = args;
    struct reception_day_get_row day;
    struct reception_taken_row taken = { 0 };
    struct verdict verdict = find_day(deed, form->day, &day);
    if (verdict_is_ok(verdict)) {
        reception_taken(&deed->tx->conn, &(struct reception_taken){ .day_id = day.id }, &taken);
        verdict = reception_may_book(&day, form, deed->today, taken.taken);
    }
    return verdict_is_ok(verdict) ? enter(deed, form, &day, "book", ret) : verdict;
}

struct verdict apply_walk_in(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_visit_form *form = args;
    struct reception_day_get_row day;
    struct verdict verdict = find_day(deed, form->day, &day);
    if (verdict_is_ok(verdict) && !deed_may(deed, POWER_HANDLE, ID_OF(day.unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (verdict_is_ok(verdict)) {
        verdict = reception_may_walk_in(&day, form, deed->today);
    }
    return verdict_is_ok(verdict) ? enter(deed, form, &day, "walk_in", ret) : verdict;
}

/* Whoever has the secret is the sender; a wrong code says no more than a wrong secret. */
struct verdict apply_give_up(struct deed *deed, const void *args, struct answer *ret)
{
    const struct reception_give_up_form *form = args;
    char code[CODE_CHARS + 1];
    char doubtful;
    struct case_get_row file;
    struct case_get wanted = { .kind = str_of(reception_kind.name) };
    bool is_code = code_read(form->code, code, &doubtful) == CODE_GOOD;
    wanted.code = is_code ? str_of(code) : STR("");
    if (!is_code || !case_get(&deed->tx->conn, &wanted, &file) ||
        !secret_opens(file.object, file.secret_hash, form->secret)) {
        return invalid("secret", N_("Mã hồ sơ hoặc mã bí mật không đúng. Hãy xem lại biên nhận."));
    }
    struct case_args give_up = { .code = file.code };
    return case_carry_out_named(&reception_kind, deed, "give_up", &give_up, ret);
}

static struct verdict find_day(struct deed *deed, struct reception_day_id id,
                               struct reception_day_get_row *ret)
{
    return reception_day_get(&deed->tx->conn, &(struct reception_day_get){ .id = id }, ret)
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_NOT_FOUND };
}

/* One who stands there has the next number at once, and was received on that day. */
static struct verdict enter(struct deed *deed, const struct reception_visit_form *form,
                            const struct reception_day_get_row *day, const char *command,
                            struct answer *ret)
{
    struct case_wish wish = wish_of(deed, form, day, command);
    struct case_unit wanted = { .code = day->unit_code, .on = deed->today };
    if (!case_unit(&deed->tx->conn, &wanted, &wish.unit)) {
        return refuse(N_("Đơn vị này không còn hoạt động."), NULL);
    }
    bool is_there = str_equal(str_of(command), STR("walk_in"));
    struct case_names names = case_open(&reception_kind, deed, &wish);
    struct reception_visit_insert row = {
        .case_id = names.id,
        .day_id = day->id,
        .number = is_there ? reception_next_number(deed->tx, day->id) : 0,
        .people = form->people,
        .representatives = form->representatives,
        .content = form->content,
        .settled_by = str_is_empty(str_trim(form->settled_by)) ? STR_NONE : form->settled_by,
    };
    reception_visit_insert(deed->tx, &row);
    struct visit_said said = {
        .code = names.code,
        .unit = wish.unit.code,
        .received_on = wish.received_on,
        .channel = wish.channel,
        .book_year = names.book_year,
        .book_number = names.book_number,
        .day = day->held_on,
        .number = row.number,
        .name = form->name,
        .address = form->address,
        .identity_number = form->identity_number,
        .people = row.people,
        .representatives = row.representatives,
        .content = row.content,
        .settled_by = row.settled_by,
        .secret_hash = { names.secret_hash.b, HASH_BYTES },
        .by = { deed->author->person.v },
    };
    ret->subject = ID_OF(names.id);
    ret->text = str_printf(deed->arena, "%.*s %.*s", STR_ARG(names.code), STR_ARG(names.secret));
    return case_enter(&reception_kind, deed, &wish, &names, &reception_facts[FACT_RECEIVED], &said);
}

static struct case_wish wish_of(const struct deed *deed, const struct reception_visit_form *form,
                                const struct reception_day_get_row *day, const char *command)
{
    bool is_there = str_equal(str_of(command), STR("walk_in"));
    struct case_wish wish = {
        .is_unnumbered = true, /* no letter: the reception book counts for itself */
        .command = command,
        .subject = line_beginning(deed->arena, form->content, SUBJECT_CHARS_MAX),
        .received_on = is_there ? day->held_on : deed->today,
        .channel = is_there ? STR("counter") : STR("web"),
    };
    wish.people[wish.people_count++] =
        (struct case_person){ .role = "sender",
                              .name = form->name,
                              .address = form->address,
                              .identity_number = form->identity_number,
                              .phone = form->phone,
                              .email = form->email };
    if (!str_is_empty(str_trim(form->representative))) {
        wish.people[wish.people_count++] =
            (struct case_person){ .role = "representative", .name = form->representative };
    }
    return wish;
}
