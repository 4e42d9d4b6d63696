/* From parameters to a struct: each field by its descriptor, each problem as one sentence. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "text/typed.h"
#include "web/form_private.h"
#include "web/visit.h"

static bool read_record(struct visit *v, const struct record *record, bool is_whole, void *ret);
static bool read_field(struct visit *v, const struct field *field, void *member);
static bool read_text(struct visit *v, const struct field *field, struct str given, void *member);
static bool read_int(struct visit *v, const struct field *field, struct str given, void *member);
static bool read_yes(struct str given, bool *ret);
static bool read_day(struct visit *v, const struct field *field, struct str given, void *member);
static bool read_instant(struct visit *v, struct str given, struct instant *ret);
static struct bytes file_bytes(const struct form *form, const char *name);
static void complain(struct visit *v, const struct field *field, const char *sentence,
                     struct str limit);
static struct str number_str(struct visit *v, int64_t number);

bool visit_form(struct visit *v, const struct record *record, void *ret)
{
    return read_record(v, record, true, ret);
}

bool visit_form_part(struct visit *v, const struct record *record, void *ret)
{
    return read_record(v, record, false, ret);
}

static bool read_record(struct visit *v, const struct record *record, bool is_whole, void *ret)
{
    memset(ret, 0, record->size_bytes);
    size_t before = v->problems.count;
    for (size_t i = 0; i < record->count; i++) {
        struct field field = record->fields[i];
        field.rules &= (uint16_t)(is_whole ? ~0 : ~FIELD_REQUIRED);
        if (!read_field(v, &field, (char *)ret + field.offset)) {
            must(v->problems.count > before);
        }
    }
    return v->problems.count == before;
}

/* A field that was not sent, or sent empty, stays all zero: absent. */
static bool read_field(struct visit *v, const struct field *field, void *member)
{
    struct str given = form_get(&v->form, field->name);
    bool is_text = field->kind == FIELD_TEXT && !(field->rules & FIELD_SECRET);
    struct str trimmed = is_text || field->kind != FIELD_TEXT ? str_trim(given) : given;
    struct bytes file =
        field->kind == FIELD_BYTES ? file_bytes(&v->form, field->name) : (struct bytes){ NULL, 0 };
    if (trimmed.n == 0 && !file.p) {
        if (field->rules & FIELD_REQUIRED) {
            complain(v, field, N_("Chưa có “%s”. Hãy điền rồi gửi lại."), STR_NONE);
            return false;
        }
        return true;
    }
    switch (field->kind) {
    case FIELD_TEXT:
        return read_text(v, field, trimmed, member);
    case FIELD_BYTES:
        *(struct bytes *)member = file;
        return true;
    case FIELD_INT:
    case FIELD_ID:
        return read_int(v, field, trimmed, member);
    case FIELD_YES:
        if (!read_yes(trimmed, member)) {
            complain(v, field, N_("“%s” chỉ nhận có hoặc không."), STR_NONE);
            return false;
        }
        return true;
    case FIELD_DAY:
        return read_day(v, field, trimmed, member);
    case FIELD_INSTANT:
        if (!read_instant(v, trimmed, member)) {
            complain(v, field, N_("“%s” phải là ngày và giờ, ví dụ 2026-03-13T08:30."), STR_NONE);
            return false;
        }
        return true;
    }
    must(false); /* a field has a kind */
    return false;
}

static bool read_text(struct visit *v, const struct field *field, struct str given, void *member)
{
    size_t chars_max = field->max ? (size_t)field->max : TEXT_LINE_CHARS_MAX;
    if (form_is_broken(given)) {
        complain(v, field, N_("“%s” có ký tự hỏng. Hãy gõ lại chỗ có dấu �."), STR_NONE);
        return false;
    }
    if ((field->rules & FIELD_LINE) && str_find_byte(given, '\n') < given.n) {
        complain(v, field, N_("“%s” chỉ được viết trên một dòng."), STR_NONE);
        return false;
    }
    if (str_chars(given) > chars_max) {
        complain(v, field, N_("“%s” dài quá %s chữ. Hãy viết ngắn lại."),
                 number_str(v, (int64_t)chars_max));
        return false;
    }
    return form_read_typed(v, field, given, member);
}

/* Numbers of forms count things, and ids are rows: neither is negative. */
static bool read_int(struct visit *v, const struct field *field, struct str given, void *member)
{
    int64_t number = 0;
    int64_t lowest = field->kind == FIELD_ID ? 1 : 0;
    bool is_number = str_to_int(given, &number) || (field->kind == FIELD_INT && !v->form.is_json &&
                                                    typed_number_read(given, &number));
    if (!is_number) {
        complain(v, field, N_("“%s” phải là một số viết bằng chữ số, ví dụ 12."), STR_NONE);
        return false;
    }
    if (number < lowest || (field->max && number > field->max)) {
        complain(v, field,
                 field->max ? N_("“%s” phải là số từ 0 đến %s.") : N_("“%s” không được là số âm."),
                 number_str(v, field->max));
        return false;
    }
    *(int64_t *)member = number;
    return true;
}

/* Check boxes send what their value attribute says, the API sends true and false. */
static bool read_yes(struct str given, bool *ret)
{
    static const char *const yes[] = { "1", "true", "on", "co" };
    static const char *const no[] = { "0", "false", "off", "khong" };
    for (size_t i = 0; i < COUNT(yes); i++) {
        if (str_equal(given, str_of(yes[i])) || str_equal(given, str_of(no[i]))) {
            *ret = str_equal(given, str_of(yes[i]));
            return true;
        }
    }
    return false;
}

/* A period begins or ends with the month or year that was typed; any other day must be one. */
static bool read_day(struct visit *v, const struct field *field, struct str given, void *member)
{
    struct typed_day typed = typed_day_read(given, instant_day(v->now));
    bool is_period = field->rules & (FIELD_PERIOD_START | FIELD_PERIOD_END);
    if (typed.precision == TYPED_NOTHING) {
        complain(v, field, N_("“%s” phải là một ngày có thật, ví dụ 13/03/2026."), STR_NONE);
        return false;
    }
    if (typed.precision != TYPED_DAY && !is_period) {
        complain(v, field, N_("“%s” cần đủ ngày, tháng và năm, ví dụ 13/03/2026."), STR_NONE);
        return false;
    }
    *(struct day *)member = field->rules & FIELD_PERIOD_END ? typed.until : typed.from;
    return true;
}

/* A datetime-local control sends no zone: it means the time in Vietnam. */
static bool read_instant(struct visit *v, struct str given, struct instant *ret)
{
    struct instant instant = instant_parse(given);
    if (instant.s == 0) {
        bool has_seconds = given.n == STR("2026-03-13T08:30:00").n;
        instant = instant_parse(
            str_printf(v->arena, "%.*s%s+07:00", STR_ARG(given), has_seconds ? "" : ":00"));
    }
    if (instant.s == 0) {
        return false;
    }
    *ret = instant;
    return true;
}

static struct bytes file_bytes(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->file_count; i++) {
        if (str_equal(form->files[i].field, str_of(name))) {
            return (struct bytes){ form->files[i].bytes.p, form->files[i].bytes.n };
        }
    }
    return (struct bytes){ NULL, 0 };
}

static void complain(struct visit *v, const struct field *field, const char *sentence,
                     struct str limit)
{
    form_complain(v, field, sentence, (const struct str[]){ limit, STR_NONE });
}

static struct str number_str(struct visit *v, int64_t number)
{
    return str_printf(v->arena, "%lld", (long long)number);
}
