/* Filling translated templates with days, times and numbers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/say.h"

#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

static void fill(struct out *out, struct str message, const struct str *values, size_t count);
static struct out scratch_open(struct scratch *room, const struct out *out);

struct str say_word(const struct out *out, const char *source)
{
    return tongue_text(out->tongue, source);
}

void say_values(struct out *out, const char *source, const struct str *values, size_t count)
{
    fill(out, say_word(out, source), values, count);
}

void say_count(struct out *out, const char *source, int64_t n)
{
    struct scratch room = { "" };
    struct str value = say_int(&room, n);
    fill(out, tongue_plural(out->tongue, source, n), &value, 1);
}

/* A sentence with fewer slots than values leaves the rest out. */
static void fill(struct out *out, struct str message, const struct str *values, size_t count)
{
    for (size_t slot = 0; slot <= count; slot++) {
        struct str part = message_part(message, slot);
        out_str_raw(out, part);
        bool is_end = part.p + part.n == message.p + message.n;
        if (is_end || slot == count) {
            return;
        }
        out_str_raw(out, values[slot]);
    }
}

struct str say_weekday(struct scratch *room, const struct out *out, struct day day)
{
    struct out text = scratch_open(room, out);
    format_weekday(&text, day);
    out_char(&text, ' ');
    format_day(&text, day);
    return out_str(&text);
}

struct str say_instant(struct scratch *room, const struct out *out, struct instant instant)
{
    struct out text = scratch_open(room, out);
    struct day day = instant_day(instant);
    format_clock(&text, instant);
    out_char(&text, ' ');
    format_weekday(&text, day);
    out_char(&text, ' ');
    format_day(&text, day);
    return out_str(&text);
}

struct str say_time(struct scratch *room, int32_t second_of_day)
{
    struct out text = out_fixed(room->bytes, sizeof(room->bytes));
    out_printf(&text, "%02d:%02d", second_of_day / 3600, second_of_day / 60 % 60);
    return out_str(&text);
}

struct str say_int(struct scratch *room, int64_t value)
{
    struct out text = out_fixed(room->bytes, sizeof(room->bytes));
    out_int(&text, value);
    return out_str(&text);
}

struct str say_amount(struct scratch *room, const struct out *out, const char *source, int64_t n)
{
    struct out text = scratch_open(room, out);
    say_count(&text, source, n);
    return out_str(&text);
}

static struct out scratch_open(struct scratch *room, const struct out *out)
{
    struct out text = out_fixed(room->bytes, sizeof(room->bytes));
    text.tongue = out->tongue;
    return text;
}
