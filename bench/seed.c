/* Fills a data folder with N reports through the desk, as senders would: for measuring at size. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "main/house.h"
#include "mod/feedback/feedback.h"

enum { BATCH = 500, UNITS = 40 };

static const char *const categories[] = { "giao-thong", "thoat-nuoc", "rac-thai", "chieu-sang" };
static const char *const troubles[] = { "ổ gà sâu trước nhà văn hóa", "nắp cống bị vỡ",
                                        "rác dồn ba ngày chưa lấy",   "đèn đường tắt cả tuần",
                                        "nước ngập sau mưa lớn",      "dây điện sà xuống lối đi" };

static void ignore(struct order *order)
{
    if (order->outcome.verdict.status != STATUS_OK) {
        fprintf(stderr, "seed: %s\n", status_name(order->outcome.verdict.status));
        exit(EXIT_FAILURE);
    }
}

/* usage: seed [--db URL] DIR N UNIT_CODE… */
int main(int argc, char **argv)
{
    struct house_settings settings = { 0 };
    if (argc > 2 && strcmp(argv[1], "--db") == 0) {
        settings.database = argv[2];
        argv += 2;
        argc -= 2;
    }
    if (argc < 4 || !crypt_start()) {
        return 2;
    }
    settings.dir = argv[1];
    static struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        fprintf(stderr, "seed: %.*s\n", STR_ARG(why));
        return 1;
    }
    long total = strtol(argv[2], NULL, 10);
    struct arena *arena = arena_create(REQUEST_ARENA_BYTES);
    for (long done = 0; done < total;) {
        for (long i = 0; i < BATCH && done < total; i++, done++) {
            struct send *send = arena_alloc(arena, 1, sizeof *send);
            struct order *order = arena_alloc(arena, 1, sizeof *order);
            *send = (struct send){
                .unit = str_of(argv[3 + done % (argc - 3)]),
                .category = str_of(categories[done % (long)COUNT(categories)]),
                .text = str_printf(arena,
                                   "Đường số %ld tổ %ld: %s, bà con đi lại khó khăn, mong "
                                   "phường cho người sửa sớm.",
                                   done % 997, done % 23, troubles[done % (long)COUNT(troubles)]),
                .place = str_printf(arena, "Tổ %ld", done % 23),
                .identity = STR("anonymous"),
                .channel = STR("api"),
            };
            *order = (struct order){ .command = &feedback_commands[COMMAND_SEND],
                                     .args = send,
                                     .arena = arena,
                                     .ready = ignore };
            if (!desk_submit(house.desk, order)) {
                return 1;
            }
        }
        desk_run_once(house.desk);
        arena_reset(arena);
    }
    house_close(&house);
    arena_destroy(arena);
    return 0;
}
