/* From parameters to a struct: each field by its descriptor, each problem as one sentence. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "text/message.h"
#include "web/form_private.h"
#include "web/visit.h"

static bool read_record(struct visit *v, const struct record *record, bool is_whole, void *ret);
static bool read_field(struct visit *v, const struct field *field, void *member);
static bool read_text(struct visit *v, const struct field *field, struct str given, void *member);
static bool read_int(struct visit *v, const struct field *field, struct str given, void *member);
static bool read_yes(struct str given, bool *ret);
static bool read_day(struct str given, struct day *ret);
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
        if (!read_day(trimmed, member)) {
            complain(v, field, N_("“%s” phải là một ngày có thật, ví dụ 13/03/2026."), STR_NONE);
            return false;
        }
        return true;
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
    *(struct str *)member = given;
    return true;
}

/* Numbers of forms count things, and ids are rows: neither is negative. */
static bool read_int(struct visit *v, const struct field *field, struct str given, void *member)
{
    int64_t number = 0;
    int64_t lowest = field->kind == FIELD_ID ? 1 : 0;
    if (!str_to_int(given, &number)) {
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

/* 13/03/2026, 13-3-2026 or 13.3.2026 as people write, 2026-03-13 as machines do. */
static bool read_day(struct str given, struct day *ret)
{
    struct day day = day_parse(given);
    char divider = str_find_byte(given, '/') < given.n   ? '/'
                   : str_find_byte(given, '.') < given.n ? '.'
                                                         : '-';
    int64_t parts[3] = { 0, 0, 0 };
    struct str rest = given;
    for (size_t i = 0; day_is_none(day) && i < COUNT(parts); i++) {
        struct str part = str_trim(str_cut(&rest, divider));
        /* 03 is a day to people, but no number to str_to_int(). */
        part = part.n == 2 && part.p[0] == '0' ? str_slice(part, 1, 2) : part;
        if (!str_to_int(part, &parts[i]) || parts[i] < 1 || parts[i] > DAY_MAX_YEAR) {
            return false;
        }
    }
    if (day_is_none(day) && !rest.p && parts[2] >= 1000) {
        day = day_of((int)parts[2], (int)parts[1], (int)parts[0]);
    }
    if (day_is_none(day)) {
        return false;
    }
    *ret = day;
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

/* The first %s of the sentence is the field's name for people, the second its limit. */
static void complain(struct visit *v, const struct field *field, const char *sentence,
                     struct str limit)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str label = field->label ? tongue_text(v->tongue, field->label) : str_of(field->name);
    struct out out = out_open(v->arena, 1024);
    out_str_raw(&out, message_part(message, 0));
    out_str_raw(&out, label);
    out_str_raw(&out, message_part(message, 1));
    if (limit.p) {
        out_str_raw(&out, limit);
        out_str_raw(&out, message_part(message, 2));
    }
    problems_add(&v->problems, field->name, out_str(&out));
}

static struct str number_str(struct visit *v, int64_t number)
{
    return str_printf(v->arena, "%lld", (long long)number);
}
