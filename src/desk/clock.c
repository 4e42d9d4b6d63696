/* Comparing two clocks, and the fact that says that one of them jumped. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/clock.h"

static apply_fn note_jump;

static const struct field jump_fields[] = { FIELD(struct clock_jump, from),
                                            FIELD(struct clock_jump, to) };
static const struct record jump_record = RECORD("jump", struct clock_jump, jump_fields);
static const struct fact facts[] = {
    { "clock.jump", &jump_record, "The machine's clock did not move as time does." },
};
static const struct command commands[] = {
    { "clock.jump", &jump_record, NULL, note_jump, "Note that the machine's clock jumped." },
};
const struct service clock_service = {
    .name = "clock",
    .commands = commands,
    .command_count = COUNT(commands),
    .facts = facts,
    .fact_count = COUNT(facts),
};

bool clock_has_jumped(const struct clock_reading *before, struct clock_reading *now,
                      struct instant last_at, struct clock_jump *ret)
{
    bool is_start = before->wall.s == 0;
    struct instant expected = is_start ? last_at : before->wall;
    if (!is_start && now->uptime_s >= 0) {
        expected.s += now->uptime_s - before->uptime_s;
    }
    bool is_back = now->wall.s < last_at.s - CLOCK_SLACK_S;
    bool is_ahead = now->uptime_s >= 0 && last_at.s > 0 && now->wall.s - expected.s > CLOCK_GAP_S;
    now->is_behind = is_back || (before->is_behind && now->wall.s < last_at.s);
    if (is_back && !before->is_behind) {
        *ret = (struct clock_jump){ last_at, now->wall };
        return true;
    }
    if (is_ahead) {
        *ret = (struct clock_jump){ expected, now->wall };
    }
    return is_ahead;
}

static struct verdict note_jump(struct deed *deed, const void *args, struct answer *ret)
{
    char object[OBJECT_ID_BYTES];
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    deed_new_object(deed, object);
    deed_emit(deed, &facts[0], (struct id){ 0 }, str_of(object), STR_NONE, args);
    return VERDICT_OK;
}
