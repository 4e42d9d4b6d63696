/* Words of days and hours, from and to text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/words.h"

#include "base/attr.h"
#include "text/format.h"
#include "text/tongue.h"

enum { HOURS_BYTES_MAX = 64, MINUTE_S = 60, HOUR_S = 3600 };

const char *const day_kind_words[SPECIAL_KINDS] = {
    [SPECIAL_HOLIDAY] = "holiday",
    [SPECIAL_COMPENSATORY] = "day-off",
    [SPECIAL_MAKE_UP_WORK] = "make-up",
    [SPECIAL_ORDINARY] = "ordinary",
};
static const char *const kind_labels[SPECIAL_KINDS] = {
    [SPECIAL_HOLIDAY] = N_("Nghỉ lễ, Tết"),
    [SPECIAL_COMPENSATORY] = N_("Nghỉ bù, nghỉ hoán đổi"),
    [SPECIAL_MAKE_UP_WORK] = N_("Làm bù"),
    [SPECIAL_ORDINARY] = N_("Ngày thường"),
};
/* In the order of enum day_work. */
static const struct {
    const char *word;
    const char *label;
} works[] = {
    [WORK_ORDINARY] = { "ordinary", N_("Ngày thường") },
    [WORK_MAKE_UP] = { "make-up", N_("Làm bù") },
    [REST_WEEKLY] = { "weekly", N_("Nghỉ hằng tuần") },
    [REST_HOLIDAY] = { "holiday", N_("Nghỉ lễ, Tết") },
    [REST_COMPENSATORY] = { "day-off", N_("Nghỉ bù, nghỉ hoán đổi") },
};

static bool cut_time(struct str *rest, int32_t *ret_s);
static void skip_between(struct str *rest);

bool day_kind_read(struct str word, enum special_kind *ret)
{
    for (size_t i = 0; i < SPECIAL_KINDS; i++) {
        if (str_equal(word, str_of(day_kind_words[i]))) {
            *ret = (enum special_kind)i;
            return true;
        }
    }
    return false;
}

const char *day_kind_label(enum special_kind kind)
{
    return kind_labels[kind];
}

const char *day_work_word(enum day_work work)
{
    return works[work].word;
}

const char *day_work_label(enum day_work work)
{
    return works[work].label;
}

const char *day_word_label(struct str word)
{
    for (size_t i = 0; i < COUNT(works); i++) {
        if (str_equal(word, str_of(works[i].word))) {
            return works[i].label;
        }
    }
    return NULL;
}

bool hours_read(struct str text, struct office_hours ret[OFFICE_INTERVALS_MAX])
{
    struct office_hours hours[OFFICE_INTERVALS_MAX] = { { 0 } };
    struct str rest = str_trim(text);
    size_t count = 0;
    while (rest.n > 0) {
        if (count == OFFICE_INTERVALS_MAX || !cut_time(&rest, &hours[count].from_s)) {
            return false;
        }
        skip_between(&rest);
        if (!cut_time(&rest, &hours[count].to_s)) {
            return false;
        }
        skip_between(&rest);
        count++;
    }
    for (size_t i = 0; i < OFFICE_INTERVALS_MAX; i++) {
        ret[i] = hours[i];
    }
    return count > 0;
}

/* "7:30", "07:30", "7h30". */
static bool cut_time(struct str *rest, int32_t *ret_s)
{
    int32_t parts[2] = { 0, 0 };
    size_t at = 0;
    for (size_t part = 0; part < COUNT(parts); part++) {
        size_t digits = 0;
        while (at < rest->n && rest->p[at] >= '0' && rest->p[at] <= '9' && digits < 2) {
            parts[part] = 10 * parts[part] + (rest->p[at++] - '0');
            digits++;
        }
        bool is_divided = at < rest->n && (rest->p[at] == ':' || rest->p[at] == 'h');
        if (digits == 0 || (part == 0 && !is_divided)) {
            return false;
        }
        at += part == 0;
    }
    if (parts[0] > 24 || parts[1] > 59) {
        return false;
    }
    *rest = str_slice(*rest, at, rest->n);
    *ret_s = parts[0] * HOUR_S + parts[1] * MINUTE_S;
    return true;
}

/* Blanks, commas, hyphens and dashes. */
static void skip_between(struct str *rest)
{
    static const struct str marks[] = { STR_INIT(" "), STR_INIT(","), STR_INIT(";"), STR_INIT("-"),
                                        STR_INIT("–") };
    for (size_t i = 0; i < COUNT(marks); i++) {
        if (str_starts(*rest, marks[i])) {
            *rest = str_slice(*rest, marks[i].n, rest->n);
            i = (size_t)-1;
        }
    }
}

struct str hours_text(struct arena *arena, const struct office_hours hours[OFFICE_INTERVALS_MAX])
{
    struct out out = out_open(arena, HOURS_BYTES_MAX);
    for (size_t i = 0; i < OFFICE_INTERVALS_MAX; i++) {
        if (hours[i].to_s > hours[i].from_s) {
            out_printf(&out, "%s%02d:%02d-%02d:%02d", out.n > 0 ? " " : "",
                       hours[i].from_s / HOUR_S, hours[i].from_s % HOUR_S / MINUTE_S,
                       hours[i].to_s / HOUR_S, hours[i].to_s % HOUR_S / MINUTE_S);
        }
    }
    return out_str(&out);
}

const char *decision_text(struct arena *arena, struct str decision, struct day decided_on)
{
    struct out day = out_open(arena, HOURS_BYTES_MAX);
    format_day(&day, decided_on);
    return str_z(arena,
                 str_printf(arena, "%.*s ngày %.*s", STR_ARG(decision), STR_ARG(out_str(&day))));
}
