/* Where a clock stands now: on time, due soon, late, standing still or done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/term.h"

#include "law/say.h"
#include "text/format.h"
#include "text/tongue.h"

static bool is_soon(const struct due_row *row, const struct calendar *calendar, struct instant now,
                    int32_t days_left);
static void write_left(struct out *out, const struct due_row *row, struct due_badge badge);
static void write_late(struct out *out, struct due_badge badge);
static void write_paused(struct out *out, const struct due_row *row);
static void write_done(struct out *out, struct due_badge badge);

/* "Soon" begins with whichever comes first. */
enum { SOON_WORKING_DAYS = 3, SOON_ONE_IN = 5 };

static const char *const STATE_NAMES[] = {
    [DUE_ON_TIME] = "on-time", [DUE_SOON] = "soon", [DUE_LATE] = "late",
    [DUE_PAUSED] = "paused",   [DUE_DONE] = "done",
};
static const char *const STATE_SIGNS[] = {
    [DUE_ON_TIME] = "■", [DUE_SOON] = "▲", [DUE_LATE] = "●", [DUE_PAUSED] = "◆", [DUE_DONE] = "✓",
};

const char *due_state_name(enum due_state state)
{
    return STATE_NAMES[state];
}

const char *due_state_sign(enum due_state state)
{
    return STATE_SIGNS[state];
}

struct due_badge due_badge(const struct due_row *row, const struct calendar *calendar,
                           struct instant now)
{
    struct day due = instant_day(row->due);
    if (row->done.s) {
        bool is_late = row->done.s > row->due.s;
        int32_t early = calendar_working_days_between(calendar, instant_day(row->done), due);
        return (struct due_badge){ .state = DUE_DONE, .days = early, .is_late = is_late };
    }
    if (row->paused_since.s) {
        return (struct due_badge){ .state = DUE_PAUSED };
    }
    int32_t days = calendar_working_days_between(calendar, instant_day(now), due);
    if (now.s > row->due.s) {
        return (struct due_badge){ .state = DUE_LATE, .days = -days, .is_late = true };
    }
    struct due_badge badge = { .state = is_soon(row, calendar, now, days) ? DUE_SOON : DUE_ON_TIME,
                               .days = days };
    if (row->unit == WORKING_HOURS && days == 0) {
        badge.hours = (int32_t)(calendar_working_seconds_between(calendar, now, row->due) / 3600);
    }
    return badge;
}

static bool is_soon(const struct due_row *row, const struct calendar *calendar, struct instant now,
                    int32_t days_left)
{
    if (days_left <= SOON_WORKING_DAYS) {
        return true;
    }
    int64_t left = calendar_working_seconds_between(calendar, now, row->due);
    int64_t whole = calendar_working_seconds_between(calendar, row->anchor, row->due);
    return left * SOON_ONE_IN <= whole;
}

void due_badge_write(struct out *out, const struct due_row *row, struct due_badge badge)
{
    out_str_raw(out, str_of(due_state_sign(badge.state)));
    out_char(out, ' ');
    switch (badge.state) {
    case DUE_ON_TIME:
    case DUE_SOON:
        write_left(out, row, badge);
        break;
    case DUE_LATE:
        write_late(out, badge);
        break;
    case DUE_PAUSED:
        write_paused(out, row);
        break;
    case DUE_DONE:
        write_done(out, badge);
        break;
    }
}

static void write_left(struct out *out, const struct due_row *row, struct due_badge badge)
{
    if (badge.days > 0) {
        say_count(out, N_COUNT("Còn %s ngày làm việc"), badge.days);
    } else if (badge.hours > 0) {
        say_count(out, N_COUNT("Còn %s giờ làm việc"), badge.hours);
    } else {
        out_str_raw(out, say_word(out, N_("Hạn cuối hôm nay")));
    }
    out_str_raw(out, say_word(out, N_(" · hạn ")));
    format_day(out, instant_day(row->due));
}

static void write_late(struct out *out, struct due_badge badge)
{
    if (badge.days > 0) {
        say_count(out, N_COUNT("Quá hạn %s ngày làm việc"), badge.days);
    } else {
        out_str_raw(out, say_word(out, N_("Quá hạn chưa tới một ngày làm việc")));
    }
}

static void write_paused(struct out *out, const struct due_row *row)
{
    struct scratch room = { "" };
    struct str since = say_weekday(&room, out, instant_day(row->paused_since));
    if (str_is_empty(row->pause_reason)) {
        say(out, N_("Tạm dừng từ %s"), since);
    } else {
        say(out, N_("Tạm dừng: %s từ %s"), row->pause_reason, since);
    }
}

static void write_done(struct out *out, struct due_badge badge)
{
    if (badge.is_late && badge.days < 0) {
        say_count(out, N_COUNT("Xong, chậm %s ngày làm việc"), -badge.days);
    } else if (badge.is_late) {
        out_str_raw(out, say_word(out, N_("Xong, chậm chưa tới một ngày làm việc")));
    } else if (badge.days > 0) {
        say_count(out, N_COUNT("Xong sớm %s ngày làm việc"), badge.days);
    } else {
        out_str_raw(out, say_word(out, N_("Xong đúng hạn")));
    }
}
