/* Opening and closing the desk, and what others may ask of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdlib.h>
#include <unistd.h>

#include "desk/desk_private.h"

#include "desk/books.h"

enum {
    /* An import of the country's units is one command of some 3,400 facts. */
    COMMAND_ARENA_BYTES = 256 << 20,
    LEAF_ARENA_BYTES = 64 << 20,
};

static enum status open_alone(struct desk *desk, struct str *ret_why);

enum status desk_open(const struct desk_settings *settings, struct desk **ret, struct str *ret_why)
{
    struct desk *desk = calloc(1, sizeof *desk);
    if (!desk) {
        return STATUS_FULL;
    }
    desk->settings = *settings;
    desk->anchor_file = -1;
    desk->arena = arena_create(COMMAND_ARENA_BYTES);
    desk->leaf_arena = arena_create(LEAF_ARENA_BYTES);
    pthread_mutex_init(&desk->almanac_lock, NULL);
    pthread_mutex_init(&desk->lock, NULL);
    pthread_cond_init(&desk->arrived, NULL);
    enum status status = STATUS_STORE_FAILED;
    *ret_why = STR("Không mở được kho dữ liệu để ghi; có thể một máy chủ khác đang dùng.");
    if (desk->arena && desk->leaf_arena) {
        status =
            store_is_shared(settings->store) ? many_open(desk, ret_why) : open_alone(desk, ret_why);
    }
    if (status != STATUS_OK) {
        desk_close(desk);
        return status;
    }
    *ret = desk;
    return STATUS_OK;
}

static enum status open_alone(struct desk *desk, struct str *ret_why)
{
    struct tx tx;
    desk->writer = store_writer_open(desk->settings.store);
    if (!desk->writer) {
        return STATUS_STORE_FAILED;
    }
    atomic_store(&desk->turn, store_turn(desk->settings.store));
    tx_begin(desk->writer, desk->arena, &tx);
    enum status status = seal_open(desk, &tx.conn, ret_why);
    desk->generation = store_session_generation(desk->writer);
    almanac_open(desk, &tx.conn);
    tx_rollback(&tx);
    arena_reset(desk->arena);
    return status;
}

void desk_close(struct desk *desk)
{
    desk_stop(desk);
    store_session_close(desk->writer);
    many_close(desk);
    almanac_close(desk);
    if (desk->anchor_file >= 0) {
        close(desk->anchor_file);
    }
    arena_destroy(desk->arena);
    arena_destroy(desk->leaf_arena);
    pthread_mutex_destroy(&desk->lock);
    pthread_cond_destroy(&desk->arrived);
    secret_wipe(&desk->settings.key, sizeof desk->settings.key);
    free(desk);
}

const struct command *desk_command(const struct desk *desk, struct str name)
{
    for (size_t s = 0; s < desk->settings.service_count; s++) {
        const struct service *service = &desk->settings.services[s];
        for (size_t i = 0; i < service->command_count; i++) {
            if (str_equal(str_of(service->commands[i].name), name)) {
                return &service->commands[i];
            }
        }
    }
    return NULL;
}

bool desk_seals(const struct desk *desk)
{
    return atomic_load(&desk->turn) != 0;
}

struct str desk_head(const struct desk *desk, struct conn *conn, int64_t *ret_size)
{
    return desk->has_keeper ? books_checkpoint_confirmed(conn, ret_size)
                            : books_checkpoint(conn, ret_size);
}

uint64_t desk_commits(const struct desk *desk)
{
    return atomic_load(&desk->commits);
}

const struct sign_key *desk_key(const struct desk *desk)
{
    return &desk->settings.key;
}

const char *desk_origin(const struct desk *desk)
{
    return desk->settings.origin;
}

int64_t desk_anchor_ahead(const struct desk *desk)
{
    return desk->anchor_ahead;
}

struct files *desk_files(const struct desk *desk)
{
    return desk->settings.files;
}
