/* Models that nobody has heard of: they are asked for news, and said to be old by themselves. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/model.h"
#include "outbox/outbox.h"

/* How long one may be silent, and how long an answer is waited for. */
enum { NEWS_MONTHS = 12, NEWS_WAIT_DAYS = 30 };

void model_hear_news(struct snap *snap, struct desk *desk, struct instant now)
{
    struct day today = instant_day(now);
    struct str running = str_of(model_flow.states[MODEL_RUNNING].name);
    struct model_silent silent = { .state = running, .since = day_add_months(today, -NEWS_MONTHS) };
    struct model_silent_rows quiet = model_silent(&snap->conn, &silent);
    struct model_unanswered unanswered = { .state = running,
                                           .since = day_add(today, -NEWS_WAIT_DAYS) };
    struct model_unanswered_rows late = model_unanswered(&snap->conn, &unanswered);
    for (size_t i = 0; i < quiet.count; i++) {
        desk_do_by_clock(desk, snap, &model_commands[COMMAND_ASK],
                         &(struct model_act_form){ .model = quiet.rows[i].id });
    }
    for (size_t i = 0; i < late.count; i++) {
        desk_do_by_clock(desk, snap, &model_commands[COMMAND_LAPSE],
                         &(struct model_act_form){ .model = late.rows[i].id });
    }
}

/* Those of the nearest unit who may answer. */
void model_ask_unit(struct deed *deed, const struct model_get_row *row)
{
    struct str id = str_printf(deed->arena, "%lld", (long long)row->id.v);
    struct outbox_letter letter = {
        .subject = str_printf(deed->arena, "Mô hình “%.*s”: xin báo tin mới", STR_ARG(row->name)),
        .body = STR("Đã một năm chưa có kết quả mới. Anh chị báo giúp số đo gần nhất, hoặc ghi là "
                    "đã dừng. Sau 30 ngày chưa có tin, trang công khai sẽ ghi “chưa cập nhật”."),
        .link = str_printf(deed->arena, "/cb/mo-hinh/%.*s", STR_ARG(id)),
        .about = ID_OF(row->id),
        .key = str_printf(deed->arena, "model %.*s %lld", STR_ARG(id), (long long)deed->today.n),
    };
    model_write_to(deed, row->unit_id, POWER_REGISTER, &letter);
}

void model_write_to(struct deed *deed, struct unit_id unit, const char *power,
                    const struct outbox_letter *letter)
{
    struct model_mail_holders wanted = { .unit_id = unit,
                                         .power = str_of(power),
                                         .on = deed->today };
    struct model_mail_holders_rows holders = model_mail_holders(&deed->tx->conn, &wanted);
    for (size_t i = 0; i < holders.count && holders.rows[i].depth == holders.rows[0].depth; i++) {
        struct outbox_letter mail = *letter;
        mail.channel = OUTBOX_MAIL;
        mail.recipient = holders.rows[i].email;
        outbox_put(deed, &mail);
    }
}
