/* One calendar of two: the country's days with later decisions laid over them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/calendar.h"

static const char *copy_text(struct arena *arena, const char *text);

struct calendar calendar_overlay(const struct calendar *base, const struct special_day *days,
                                 size_t count, struct arena *arena)
{
    struct calendar calendar = *base;
    struct special_day *merged = new(arena, struct special_day, base->day_count + count);
    size_t merged_count = 0;
    size_t below = 0;
    for (size_t i = 0; i < count; i++) {
        while (below < base->day_count && day_compare(base->days[below].day, days[i].day) < 0) {
            merged[merged_count++] = base->days[below++];
        }
        below += below < base->day_count && day_compare(base->days[below].day, days[i].day) == 0;
        merged[merged_count++] = days[i];
    }
    while (below < base->day_count) {
        merged[merged_count++] = base->days[below++];
    }
    calendar.days = merged;
    calendar.day_count = merged_count;
    return calendar;
}

/* Yearly holidays and feasts are the law's own, constants of the program: they are borrowed. */
struct calendar calendar_copy(const struct calendar *calendar, struct arena *arena)
{
    struct calendar copy = *calendar;
    struct special_day *days = new(arena, struct special_day, calendar->day_count);
    for (size_t i = 0; i < calendar->day_count; i++) {
        days[i] = calendar->days[i];
        days[i].name = copy_text(arena, days[i].name);
        days[i].decision = copy_text(arena, days[i].decision);
    }
    copy.days = days;
    return copy;
}

static const char *copy_text(struct arena *arena, const char *text)
{
    return text ? str_z(arena, str_of(text)) : NULL;
}
