/* Draws the token, and says the address where only the operator reads it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/first_run.h"

#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "desk/clock.h"

enum { ASK_ARENA_BYTES = 1 << 20 };

static bool is_empty(struct house *house)
{
    struct arena *arena = arena_create(ASK_ARENA_BYTES);
    struct session *session = arena ? store_reader_open(house->store) : NULL;
    bool is_open = false;
    if (session) {
        struct snap snap;
        snap_begin(session, arena, 0, &snap);
        is_open = start_is_open(&snap.conn, instant_day(instant_now()));
        is_open = snap_end(&snap) == STATUS_OK && is_open;
        store_session_close(session);
    }
    if (arena) {
        arena_destroy(arena);
    }
    return is_open;
}

void first_run_open(struct house *house, char ret_token[FIRST_RUN_TEXT_BYTES])
{
    ret_token[0] = '\0';
    if (!is_empty(house)) {
        return;
    }
    static const char digits[] = "0123456789abcdef";
    uint8_t bits[FIRST_RUN_TOKEN_BYTES];
    random_bytes(bits, sizeof bits);
    for (size_t i = 0; i < sizeof bits; i++) {
        ret_token[2 * i] = digits[bits[i] >> 4];
        ret_token[2 * i + 1] = digits[bits[i] & 15];
    }
    ret_token[FIRST_RUN_TEXT_BYTES - 1] = '\0';
    secret_wipe(bits, sizeof bits);
    house->first_run = (struct first_run){ .is_open = true, .token = hash_of(str_of(ret_token)) };
}

void first_run_say(const char *base_url, const char *address, unsigned port, const char *token)
{
    if (token[0] == '\0') {
        return;
    }
    fputs("Chưa có ai trong máy chủ này. Mở địa chỉ sau để thiết lập, và đừng đưa cho ai: ",
          stderr);
    if (base_url) {
        fprintf(stderr, "%s/khoi-dau/%s\n", base_url, token);
    } else {
        bool is_any = strcmp(address, "0.0.0.0") == 0 || strcmp(address, "::") == 0;
        bool is_ipv6 = !is_any && strchr(address, ':');
        fprintf(stderr, "http://%s%s%s:%u/khoi-dau/%s\n", is_ipv6 ? "[" : "",
                is_any ? "localhost" : address, is_ipv6 ? "]" : "", port, token);
    }
}
