/* Sentences of the law room: a translated template and its values. Not for other rooms. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_SAY_H
#define LAW_SAY_H

#include "base/day.h"
#include "base/out.h"
#include "base/str.h"

/* Room on the caller's stack for one value of a sentence; the text returned lives there. */
struct scratch {
    char bytes[96];
};

/* The source text in the writer's tongue. */
struct str say_word(const struct out *out, const char *source);
/* The template in the writer's tongue, its %s replaced by the values in turn (text/message.h).
 * Values are taken as they are, never as a template. */
#define say(out, source, ...)                                                                     \
    say_values((out), (source), (const struct str[]){ __VA_ARGS__ },                              \
               sizeof((const struct str[]){ __VA_ARGS__ }) / sizeof(struct str))
void say_values(struct out *out, const char *source, const struct str *values, size_t count);
/* "Còn %s ngày làm việc" about n things, in the number that the tongue has for n. */
void say_count(struct out *out, const char *source, int64_t n);

/* "Thứ Ba 06/01/2026", "10:05 Thứ Ba 06/01/2026", "07:00", "12", "30 ngày". */
struct str say_weekday(struct scratch *room, const struct out *out, struct day day);
struct str say_instant(struct scratch *room, const struct out *out, struct instant instant);
struct str say_time(struct scratch *room, int32_t second_of_day);
struct str say_int(struct scratch *room, int64_t value);
struct str say_amount(struct scratch *room, const struct out *out, const char *source, int64_t n);

#endif
