/* kheo accept-loss: a restored ledger goes on, and says itself what it lost. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>

#include "base/limits.h"
#include "desk/loss.h"
#include "main/commands.h"
#include "main/restore.h"

/* The house is opened although its anchor, or receipts that are shown, know of more leaves than it
 * has; anything else that contradicts it is refused as ever. One leaf says how many were kept and
 * how many were known; the anchor then starts from there. */

static bool read_size(const struct house *house, int64_t *ret_size);
static int accept(struct house *house, const struct options *options);

int accept_loss_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    settings.accepts_loss = true;
    struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        return house_refused(why);
    }
    int code = accept(&house, options);
    house_close(&house);
    return code;
}

static int accept(struct house *house, const struct options *options)
{
    struct loss loss = { 0 };
    if (!read_size(house, &loss.kept)) {
        return house_refused(STR("Không đọc được sổ cái."));
    }
    loss.known = house->known > loss.kept ? house->known : loss.kept;
    if (loss.known == loss.kept && !restore_is_marked(options->dir)) {
        return house_refused(
            STR("Không có gì phải chấp nhận: sổ cái không kém đầu cây nào đã biết, "
                "và thư mục này không phải vừa phục hồi."));
    }
    struct order order = {
        .command = desk_command(house->desk, STR("ledger.accept_loss")),
        .args = &loss,
        .author = { .is_clock = true },
        .arena = arena_create(REQUEST_ARENA_BYTES),
    };
    if (!order.arena) {
        return house_refused(str_of(status_sentence(STATUS_FULL)));
    }
    desk_do(house->desk, &order);
    enum status status = order.outcome.verdict.status;
    arena_destroy(order.arena);
    if (status || !restore_unmark(options->dir)) {
        return house_refused(str_of(status_sentence(status)));
    }
    printf(
        "Sổ cái đã ghi: chạy tiếp từ %lld lá; đã biết tới %lld lá, nên mất %lld lá. Biên nhận của "
        "phần đã mất từ nay được trả lời là mất trong lần phục hồi này.\n",
        (long long)loss.kept, (long long)loss.known, (long long)(loss.known - loss.kept));
    return 0;
}

static bool read_size(const struct house *house, int64_t *ret_size)
{
    struct session *session = store_reader_open(house->store);
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    bool is_read = false;
    if (session && arena) {
        struct snap snap;
        snap_begin(session, arena, 0, &snap);
        (void)books_checkpoint(&snap.conn, ret_size);
        is_read = snap_end(&snap) == STATUS_OK;
    }
    store_session_close(session);
    arena_destroy(arena);
    return is_read;
}
