/* Copies whose check is due: they are asked, and said to be silent by themselves. Letters. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/copy.h"
#include "outbox/outbox.h"

void model_copies_hear(struct snap *snap, struct desk *desk, struct instant now)
{
    struct day today = instant_day(now);
    struct str trial = str_of(model_copy_flow.states[COPY_TRIAL].name);
    struct model_copy_due_rows due =
        model_copy_due(&snap->conn, &(struct model_copy_due){ .state = trial, .today = today });
    struct model_copy_unanswered asked = { .state = trial,
                                           .since = model_copy_waited_since(today) };
    struct model_copy_unanswered_rows late = model_copy_unanswered(&snap->conn, &asked);
    for (size_t i = 0; i < due.count; i++) {
        desk_do_by_clock(desk, snap, &model_commands[COMMAND_COPY_ASK],
                         &(struct model_copy_act_form){ .copy = due.rows[i].id });
    }
    for (size_t i = 0; i < late.count; i++) {
        desk_do_by_clock(desk, snap, &model_commands[COMMAND_COPY_LAPSE],
                         &(struct model_copy_act_form){ .copy = late.rows[i].id });
    }
}

void model_copy_write(struct deed *deed, const struct model_copy_get_row *copy,
                      const struct copy_letter *letter)
{
    struct str id = str_printf(deed->arena, "%lld", (long long)copy->id.v);
    bool is_copier = ID_IS(letter->unit, copy->unit_id);
    struct outbox_letter mail = {
        .subject = str_printf(deed->arena, "%s “%.*s”", letter->subject, STR_ARG(copy->model_name)),
        .body = str_of(letter->body),
        .link = is_copier ? str_printf(deed->arena, "/cb/lam-theo/%.*s", STR_ARG(id))
                          : str_printf(deed->arena, "/lam/mo-hinh/%lld/nhan-rong",
                                       (long long)copy->source_id.v),
        .about = ID_OF(copy->id),
        .key = str_printf(deed->arena, "model copy %.*s %s %lld", STR_ARG(id),
                          deed->order->command->name, (long long)deed->now.s),
    };
    model_write_to(deed, letter->unit, letter->power, &mail);
}
