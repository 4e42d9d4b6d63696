/* Who sent a report, kept apart from it: what of them staff may search by. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/sender.h"

#include "text/fold.h"

void sender_keep(struct deed *deed, const struct report_insert *report, const struct send *send)
{
    if (!send->name.p && !send->phone.p && !send->email.p) {
        return;
    }
    struct sender_insert sender = {
        .report_id = report->id,
        .name = send->name,
        .phone = send->phone,
        .email = send->email,
        .unit_id = report->unit_id,
    };
    sender.name_folded = sender_folded_name(deed->arena, send->identity, send->name);
    sender.name_turned = sender_turned_name(deed->arena, sender.name_folded);
    sender_insert(deed->tx, &sender);
}

struct str sender_folded_name(struct arena *arena, struct str identity, struct str name)
{
    return str_equal(identity, STR("named")) && name.p ? text_fold(arena, name) : STR_NONE;
}

struct str sender_turned_name(struct arena *arena, struct str folded)
{
    if (!folded.p) {
        return STR_NONE;
    }
    struct out turned = out_open(arena, folded.n + 1);
    struct str rest = folded;
    while (rest.n > 0) {
        size_t start = rest.n;
        while (start > 0 && rest.p[start - 1] != ' ') {
            start--;
        }
        out_str_raw(&turned, turned.n ? STR(" ") : STR(""));
        out_str_raw(&turned, str_slice(rest, start, rest.n));
        rest = str_slice(rest, 0, start ? start - 1 : 0);
    }
    return out_str(&turned);
}
