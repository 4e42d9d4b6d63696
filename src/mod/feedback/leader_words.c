/* Numbers, shares and sentences of the leader's board. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/leader.h"
#include "mod/feedback/pages.h"
#include "text/format.h"
#include "text/message.h"
#include "text/tongue.h"

#define NBSP "\xC2\xA0"

enum { TEXT_BYTES = 256, PERMILLE = 1000 };

struct str leader_number(struct visit *v, int64_t n)
{
    struct out out = out_open(v->arena, TEXT_BYTES);
    out.tongue = v->tongue;
    format_number(&out, n);
    return out_str(&out);
}

struct str leader_share(struct visit *v, int64_t part, int64_t whole)
{
    struct out out = out_open(v->arena, TEXT_BYTES);
    if (whole < LEADER_SHARE_FROM) {
        return STR_NONE;
    }
    out.tongue = v->tongue;
    format_tenths(&out, (part * PERMILLE * 2 + whole) / (whole * 2));
    out_lit(&out, NBSP "%");
    return out_str(&out);
}

struct str leader_say(struct visit *v, const char *source, struct str first, struct str second)
{
    struct str message = tongue_text(v->tongue, source);
    struct out out = out_open(v->arena, 4 * TEXT_BYTES);
    out_str_raw(&out, message_part(message, 0));
    out_str_raw(&out, first);
    out_str_raw(&out, message_part(message, 1));
    if (second.p) {
        out_str_raw(&out, second);
        out_str_raw(&out, message_part(message, 2));
    }
    return out_str(&out);
}

struct str leader_mean(struct visit *v, int64_t sum, int64_t rated)
{
    struct out out = out_open(v->arena, TEXT_BYTES);
    if (rated < TOLD_FROM) {
        return STR_NONE;
    }
    out.tongue = v->tongue;
    format_tenths(&out, (sum * 20 + rated) / (rated * 2));
    out_lit(&out, "/5");
    return out_str(&out);
}
