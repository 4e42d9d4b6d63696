/* Why this date: one sentence per step, for people and for machines. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/term.h"

#include "law/say.h"
#include "text/tongue.h"

static void write_start(struct out *out, const struct due *due, const struct step *step);
static void write_count(struct out *out, const struct due *due, const struct step *step);
static void write_office_hours(struct out *out, const struct calendar *calendar);
static void write_rest(struct out *out, const struct step *step);
static void write_make_up(struct out *out, const struct step *step);
static struct str say_days(struct scratch *room, const struct out *out, const struct step *step);
static void write_suspended(struct out *out, const struct due *due, const struct step *step);
static void write_extended(struct out *out, const struct due *due, const struct step *step);
static void write_not_decided(struct out *out, const struct due *due, const struct step *step);
static void write_standing(struct out *out, const struct due *due);
static void write_result(struct out *out, const struct due *due, const struct step *step);
static void write_day_sentence(struct out *out, const char *source, struct day day);
static void write_ground(struct out *out, const struct cite *cite);

enum { SENTENCE_BYTES_MAX = 4096 };

static const char *const STEP_NAMES[] = {
    [STEP_START] = "start",
    [STEP_COUNT] = "count",
    [STEP_EXCLUDED] = "excluded",
    [STEP_SKIP_WEEKEND] = "weekend",
    [STEP_SKIP_HOLIDAY] = "holiday",
    [STEP_MAKE_UP] = "make-up",
    [STEP_SUSPENDED] = "suspended",
    [STEP_EXTENDED] = "extended",
    [STEP_NOMINAL] = "nominal",
    [STEP_ROLLED_FORWARD] = "rolled-forward",
    [STEP_NOT_DECIDED] = "not-decided",
    [STEP_STANDING] = "standing",
    [STEP_RESULT] = "result",
};
static const char EXCLUDED[] = N_COUNT("Cộng thêm %s ngày có trở ngại đã được chứng minh");
static const char *const AMOUNTS[] = {
    [CALENDAR_DAYS] = N_COUNT("%s ngày"),
    [WORKING_DAYS] = N_COUNT("%s ngày làm việc"),
    [MONTHS] = N_COUNT("%s tháng"),
    [WORKING_HOURS] = N_COUNT("%s giờ làm việc"),
};

const char *step_name(enum step_kind kind)
{
    return STEP_NAMES[kind];
}

void term_explain(struct out *out, const struct due *due)
{
    for (size_t i = 0; i < due->step_count; i++) {
        step_write(out, due, &due->steps[i]);
        out_char(out, '\n');
    }
}

void term_write_amount(struct out *out, enum term_unit unit, int64_t amount)
{
    say_count(out, AMOUNTS[unit], amount);
}

void step_write(struct out *out, const struct due *due, const struct step *step)
{
    switch (step->kind) {
    case STEP_START:
        write_start(out, due, step);
        break;
    case STEP_COUNT:
        write_count(out, due, step);
        break;
    case STEP_EXCLUDED:
        say_count(out, due->term->excluded ? due->term->excluded : EXCLUDED, step->amount);
        write_ground(out, step->cite);
        break;
    case STEP_SKIP_WEEKEND:
    case STEP_SKIP_HOLIDAY:
        write_rest(out, step);
        break;
    case STEP_MAKE_UP:
        write_make_up(out, step);
        break;
    case STEP_SUSPENDED:
        write_suspended(out, due, step);
        break;
    case STEP_EXTENDED:
        write_extended(out, due, step);
        break;
    case STEP_NOMINAL:
        write_day_sentence(out, N_("Đếm đủ vào %s."), step->from);
        break;
    case STEP_ROLLED_FORWARD:
        write_day_sentence(out, N_("Ngày cuối là ngày nghỉ nên hạn chuyển sang %s"), step->to);
        write_ground(out, step->cite);
        break;
    case STEP_NOT_DECIDED:
        write_not_decided(out, due, step);
        break;
    case STEP_STANDING:
        write_standing(out, due);
        break;
    case STEP_RESULT:
        write_result(out, due, step);
        break;
    }
}

static void write_start(struct out *out, const struct due *due, const struct step *step)
{
    struct scratch room = { "" };
    if (step->at.s) {
        say(out, N_("Bắt đầu tính từ %s"), say_instant(&room, out, step->at));
        write_ground(out, step->cite);
        return;
    }
    struct str day = say_weekday(&room, out, step->from);
    bool is_back = due->term->sense == TERM_BEFORE;
    if (!due->term->anchor) {
        say(out, N_("Mốc là %s; ngày này không tính, đếm từ ngày hôm sau"), day);
    } else {
        say(out,
            is_back ? N_("Mốc là %s, %s; ngày này không tính, đếm lùi từ ngày hôm trước")
                    : N_("Mốc là %s, %s; ngày này không tính, đếm từ ngày hôm sau"),
            say_word(out, due->term->anchor), day);
    }
    write_ground(out, step->cite);
}

static void write_count(struct out *out, const struct due *due, const struct step *step)
{
    static const char *const sentences[TERM_SENSES] = {
        [TERM_BY] = N_("Thời hạn là %s"),
        [TERM_EFFECT] = N_("Có hiệu lực sau %s"),
        [TERM_BEFORE] = N_("Phải trước ít nhất %s"),
        [TERM_LASTS] = N_("Phải kéo dài ít nhất %s"),
        [TERM_VALID] = N_("Có giá trị trong %s"),
    };
    struct scratch room = { "" };
    say(out, sentences[due->term->sense],
        say_amount(&room, out, AMOUNTS[due->term->unit], step->amount));
    if (due->term->unit == WORKING_HOURS) {
        write_office_hours(out, due->calendar);
    }
    write_ground(out, step->cite);
}

static void write_office_hours(struct out *out, const struct calendar *calendar)
{
    out_str_raw(out, say_word(out, N_(", trong giờ làm việc")));
    for (size_t i = 0; i < OFFICE_INTERVALS_MAX; i++) {
        struct office_hours hours = calendar->hours[i];
        struct scratch from = { "" };
        struct scratch to = { "" };
        if (hours.to_s > hours.from_s) {
            out_lit(out, " ");
            say(out, N_("%s–%s"), say_time(&from, hours.from_s), say_time(&to, hours.to_s));
        }
    }
}

static void write_rest(struct out *out, const struct step *step)
{
    struct scratch room = { "" };
    struct str days = say_days(&room, out, step);
    if (step->kind == STEP_SKIP_WEEKEND) {
        say(out, N_("Nghỉ hằng tuần: %s."), days);
    } else {
        say(out, N_("Nghỉ lễ: %s, %s (%s)."), days, say_word(out, step->name),
            say_word(out, step->decision));
    }
}

static void write_make_up(struct out *out, const struct step *step)
{
    struct scratch room = { "" };
    say(out, N_("Vẫn làm việc: %s, %s (%s)."), say_days(&room, out, step),
        say_word(out, step->name), say_word(out, step->decision));
}

/* "thứ Hai 16/02/2026", "từ thứ Hai 16/02/2026 đến thứ Sáu 20/02/2026". */
static struct str say_days(struct scratch *room, const struct out *out, const struct step *step)
{
    if (day_compare(step->from, step->to) == 0) {
        return say_weekday(room, out, step->from);
    }
    struct scratch from = { "" };
    struct scratch to = { "" };
    struct out text = out_fixed(room->bytes, sizeof(room->bytes));
    text.tongue = out->tongue;
    say(&text, N_("từ %s đến %s"), say_weekday(&from, out, step->from),
        say_weekday(&to, out, step->to));
    return out_str(&text);
}

static void write_suspended(struct out *out, const struct due *due, const struct step *step)
{
    struct scratch from = { "" };
    struct scratch to = { "" };
    bool is_hours = due->term->unit == WORKING_HOURS;
    if (day_is_none(step->to)) {
        say(out, N_("Tạm dừng, chưa tính lại, từ %s"),
            is_hours ? say_instant(&from, out, step->at) : say_weekday(&from, out, step->from));
    } else if (is_hours) {
        say(out, N_("Tạm dừng nên không tính từ %s đến %s"), say_instant(&from, out, step->at),
            say_instant(&to, out, step->until));
    } else {
        say(out, N_("Tạm dừng nên không tính %s"), say_days(&from, out, step));
    }
    struct str why = step->name ? tongue_text(out->tongue, step->name) : step->reason;
    if (!str_is_empty(why)) {
        out_lit(out, ": ");
        out_str_raw(out, str_ends(why, STR(".")) ? str_slice(why, 0, why.n - 1) : why);
    }
    write_ground(out, step->cite);
}

static void write_extended(struct out *out, const struct due *due, const struct step *step)
{
    struct scratch room = { "" };
    struct str amount = say_amount(&room, out, AMOUNTS[due->term->unit], step->amount);
    if (str_is_empty(step->reason)) {
        say(out, N_("Gia hạn thêm %s"), amount);
    } else {
        say(out, N_("Gia hạn thêm %s vì: %s"), amount, step->reason);
    }
    write_ground(out, step->cite);
}

static void write_not_decided(struct out *out, const struct due *due, const struct step *step)
{
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    day_split(step->from, &year, &month, &day_of_month);
    struct scratch room = { "" };
    bool is_past = day_compare(step->from, due->calendar->decided_from) < 0;
    say(out,
        is_past ? N_("Chưa nhập lịch nghỉ năm %s, nên hãy đối chiếu lại; đang tính theo luật")
                : N_("Chưa có quyết định về ngày nghỉ năm %s, hạn có thể thay đổi; đang tính theo "
                     "luật"),
        say_int(&room, year));
    write_ground(out, step->cite);
}

static void write_standing(struct out *out, const struct due *due)
{
    struct scratch room = { "" };
    if (due->term->unit != WORKING_HOURS) {
        const char *source =
            due->term->unit == WORKING_DAYS ? AMOUNTS[WORKING_DAYS] : AMOUNTS[CALENDAR_DAYS];
        say(out, N_("Đang dừng, còn lại %s."), say_amount(&room, out, source, due->left));
        return;
    }
    struct scratch time = { "" };
    say(out, N_("Đang dừng, còn lại %s giờ %s phút làm việc."), say_int(&room, due->left / 3600),
        say_int(&time, due->left / 60 % 60));
}

static void write_result(struct out *out, const struct due *due, const struct step *step)
{
    static const char *const sentences[TERM_SENSES] = {
        [TERM_BY] = N_("Hạn là hết %s"),
        [TERM_EFFECT] = N_("Có hiệu lực sau khi hết %s"),
        [TERM_BEFORE] = N_("Chậm nhất là hết %s"),
        [TERM_LASTS] = N_("Chỉ được kết thúc sau khi hết %s"),
        [TERM_VALID] = N_("Còn giá trị đến hết %s"),
    };
    struct scratch room = { "" };
    if (step->at.s) {
        say(out, N_("Hạn là %s."), say_instant(&room, out, step->at));
        return;
    }
    say(out, sentences[due->term->sense], say_weekday(&room, out, step->from));
    write_ground(out, step->cite);
}

static void write_day_sentence(struct out *out, const char *source, struct day day)
{
    struct scratch room = { "" };
    say(out, source, say_weekday(&room, out, day));
}

/* " (khoản 5 Điều 148 …)." */
static void write_ground(struct out *out, const struct cite *cite)
{
    if (cite && cite_is_given(cite)) {
        out_lit(out, " (");
        cite_write(out, cite);
        out_char(out, ')');
    }
    out_char(out, '.');
}

void due_write_json(struct json *json, const char *name, const struct due *due)
{
    json_object(json, name);
    due_write_fields(json, due);
    json_end(json);
}

void due_write_fields(struct json *json, const struct due *due)
{
    char text[SENTENCE_BYTES_MAX];
    json_text(json, "rule", str_of(due->term->name));
    json_day(json, "anchor", instant_day(due->anchor));
    json_day(json, "due", due->day);
    json_instant(json, "at", due->at);
    json_day(json, "nominal", due->nominal);
    json_list(json, "steps");
    for (size_t i = 0; i < due->step_count; i++) {
        const struct step *step = &due->steps[i];
        struct out sentence = out_fixed(text, sizeof(text));
        sentence.tongue = json->out->tongue;
        step_write(&sentence, due, step);
        json_object(json, NULL);
        json_text(json, "kind", str_of(step_name(step->kind)));
        json_day(json, "from", step->from);
        json_day(json, "to", step->to);
        json_text(json, "text", out_str(&sentence));
        json_end(json);
    }
    json_end(json);
    struct out cite = out_fixed(text, sizeof(text));
    cite.tongue = json->out->tongue;
    cite_write(&cite, &due->term->cite);
    json_text(json, "cite", out_str(&cite));
}
