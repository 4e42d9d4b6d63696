/* kheo serve: opens what is opened once, raises the walls, serves until a signal asks to stop. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/log.h"
#include "main/commands.h"
#include "main/first_run.h"
#include "main/indexer.h"
#include "main/post.h"
#include "main/scrub.h"
#include "main/ticker.h"
#include "main/walls.h"
#include "web/wire_listen.h"

static int serve_behind_walls(struct house *house, const struct options *options,
                              const struct wire_settings *settings, struct post *post,
                              const sigset_t *signals);
static void block_signals(sigset_t *ret);
static void raise_file_limit(void);
static unsigned network_connections(const struct options *options);

int serve_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    settings.joins = true;
    struct house house;
    struct str why;
    if (house_open(&settings, &house, &why) != STATUS_OK) {
        return house_refused(why);
    }
    int code = serve_house(&house, options);
    house_close(&house);
    return code;
}

int serve_house(struct house *house, const struct options *options)
{
    sigset_t signals;
    struct post post;
    struct str why;
    struct wire_settings settings = {
        .address = options->address,
        .threads = (unsigned)options->threads,
        .connections_max = CONNECTIONS_MAX,
        .network_connections_max = network_connections(options),
        .proxy = options->proxy,
        .timeout_s = 75,
        .spool_folder = options->dir,
        .slow_threads = 2,
    };
    int minute;
    bool is_now;
    if (!scrub_when(options->scrub, &minute, &is_now)) {
        fprintf(stderr, "kheo: --scrub cần giờ và phút, ví dụ 03:30, hoặc now, hoặc never\n");
        return 2;
    }
    block_signals(&signals);
    raise_file_limit();
    studio_prepare(house->studio);
    settings.listener =
        listen_open(options->address, (uint16_t)options->port, &settings.port, &why);
    if (settings.listener < 0) {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
        return 2;
    }
    if (!post_open(house, options, &post, &why)) {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
        close(settings.listener);
        return 2;
    }
    if (!walls_raise(options)) {
        close(settings.listener);
        post_close(&post);
        return 2;
    }
    return serve_behind_walls(house, options, &settings, &post, &signals);
}

static int serve_behind_walls(struct house *house, const struct options *options,
                              const struct wire_settings *settings, struct post *post,
                              const sigset_t *signals)
{
    struct str why = STR("Không mở được luồng ghi, luồng gửi thư hoặc luồng canh thời hạn.");
    struct wire *wire = NULL;
    struct ticker *ticker = NULL;
    char token[FIRST_RUN_TEXT_BYTES];
    first_run_open(house, token);
    house->mail_way = (struct mail_way){ options->smtp, options->mail_from };
    if (desk_start(house->desk) && sender_start(post->sender) && (ticker = ticker_start(house))) {
        wire = wire_start(house->server, settings, &why);
    }
    if (!wire) {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
        ticker_stop(ticker);
        post_close(post);
        desk_stop(house->desk);
        return 2;
    }
    struct scrub *scrub = scrub_start(house, options);
    struct indexer *indexer = indexer_open(house);
    if (!indexer || !indexer_start(indexer)) {
        fprintf(stderr, "kheo: không mở được luồng tìm kiếm; mọi việc khác vẫn chạy\n");
    }
    log_event(EVENT_START, LOG_INT("port", wire_port(wire)));
    printf("http://%s:%u/\n", settings->address, wire_port(wire));
    fflush(stdout);
    first_run_say(options->base_url, settings->address, wire_port(wire), token);
    int signal_number;
    sigwait(signals, &signal_number);
    log_event(EVENT_STOP, LOG_INT("signal", signal_number));
    ticker_stop(ticker);
    scrub_stop(scrub);
    wire_stop(wire);
    indexer_close(indexer);
    post_close(post);
    desk_stop(house->desk);
    return 0;
}

/* Before any thread starts, so that all of them inherit it and sigwait() alone sees the signals. */
static void block_signals(sigset_t *ret)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    sigemptyset(ret);
    sigaddset(ret, SIGINT);
    sigaddset(ret, SIGTERM);
    pthread_sigmask(SIG_BLOCK, ret, NULL);
}

/* Ten thousand phones that keep a connection open need as many descriptors. */
static void raise_file_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/* Load tests come from one network. */
static unsigned network_connections(const struct options *options)
{
    if (options->network_connections > 0) {
        return (unsigned)options->network_connections;
    }
    return options->rates_off ? 0 : NETWORK_CONNECTIONS_MAX;
}
