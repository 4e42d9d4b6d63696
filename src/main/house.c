/* Opening a data folder: keys, database, desk and server, each before those that need it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/house.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/out.h"
#include "desk/clock.h"
#include "desk/loss.h"
#include "ledger/note.h"
#include "main/archive.h"
#include "main/folder.h"
#include "main/health.h"
#include "main/restore.h"
#include "main/shown.h"
#include "outbox/outbox.h"

static enum status open_all(const struct house_settings *settings, struct house *house,
                            struct str *ret_why);
static void wire_server(struct house *house, struct server_settings *server);
static enum status open_store(const struct house_settings *settings, const char *database,
                              struct house *house, struct str *ret_why);
static bool is_in_memory(const struct house_settings *settings);
static bool make_folder(const char *path);
static bool load_key(const struct house_settings *settings, const char *name, uint8_t ret[32],
                     struct str *ret_why);
static bool load_origin(const struct house_settings *settings, char ret[ORIGIN_BYTES_MAX + 1],
                        struct str *ret_why);
static size_t read_anchor(const struct house_settings *settings, char ret[HOUSE_ANCHOR_BYTES_MAX]);
static bool files_folder_of(const struct house_settings *settings, char ret[FOLDER_PATH_BYTES_MAX]);
static enum status open_files(const struct house_settings *settings, struct house *house,
                              struct str *ret_why);
static enum status open_desk(const struct house_settings *settings, struct house *house,
                             struct str *ret_why);
static enum status compare_shown(const struct house_settings *settings, struct house *house,
                                 struct str *ret_why);
static enum status sync_names(const struct house_settings *settings, struct str *ret_why);
static bool may_seal(void *house);
struct comparison {
    struct house *house;
    bool accepts_loss;
    size_t against;
};
static shown_fn tell_shown;
static struct service *services_of(const struct module *const *modules, size_t *ret_count);
static struct instant system_clock(void *context);
static int64_t system_uptime_s(void *context);

enum status house_open(const struct house_settings *settings, struct house *ret,
                       struct str *ret_why)
{
    bool is_new = settings->create && !folder_exists(settings->dir);
    enum status status = open_all(settings, ret, ret_why);
    if (status && is_new) {
        folder_remove(settings->dir); /* with keys that have signed nothing */
    }
    return status;
}

static enum status open_all(const struct house_settings *settings, struct house *house,
                            struct str *ret_why)
{
    *house = (struct house){ .settings = *settings };
    struct server_settings server = {
        .modules = modules,
        .clock = settings->clock ? settings->clock : system_clock,
        .clock_context = settings->clock_context,
        .base_url = settings->base_url,
        .demo = settings->is_demo,
        .rates_off = settings->rates_off,
    };
    char path[FOLDER_PATH_BYTES_MAX];
    if (restore_is_marked(settings->dir) && !settings->accepts_loss) {
        *ret_why =
            STR("Thư mục này vừa được phục hồi, và điều đó chưa được ghi vào sổ cái. Hãy chạy: "
                "kheo accept-loss --dir … --anchor TỆP-NEO-CŨ (--receipt BIÊN-NHẬN). Chỉ để "
                "xem hoặc tập phục hồi thì kheo check là đủ.");
        return STATUS_CONFLICT;
    }
    if (settings->tiles && !basemap_open(settings->tiles, &house->basemap, ret_why)) {
        return STATUS_STORE_FAILED;
    }
    if (settings->create && !make_folder(settings->dir)) {
        *ret_why = STR("Không tạo được thư mục dữ liệu.");
        return STATUS_STORE_FAILED;
    }
    if (!load_key(settings, "server.key", server.secret, ret_why) ||
        !folder_path(path, settings->dir, "kheo.db") ||
        !folder_path(house->finder.path, settings->dir, "search.db")) {
        return STATUS_STORE_FAILED;
    }
    if (is_in_memory(settings)) {
        /* What the last one held is gone; its index must not outlive it. */
        search_remove(house->finder.path);
    }
    enum status status =
        open_store(settings, settings->database ? settings->database : path, house, ret_why);
    if (status == STATUS_OK) {
        status = store_migrate(house->store, &schema, ret_why);
    }
    if (status == STATUS_OK) {
        status = open_files(settings, house, ret_why);
    }
    if (status == STATUS_OK) {
        status = open_desk(settings, house, ret_why);
    }
    if (status == STATUS_OK) {
        status = compare_shown(settings, house, ret_why);
    }
    if (status == STATUS_OK) {
        status = archive_open(settings, house, &house->archive, ret_why);
    }
    if (status == STATUS_OK && !is_in_memory(settings)) {
        status = sync_names(settings, ret_why);
    }
    if (status == STATUS_OK) {
        wire_server(house, &server);
        house->server = server_make(&server);
        return STATUS_OK;
    }
    house_close(house);
    return status;
}

static void wire_server(struct house *house, struct server_settings *server)
{
    server->store = house->store;
    server->desk = house->desk;
    server->studio = house->studio;
    server->blanks = blanks_texts(house->blanks);
    server->basemap = house->basemap;
    server->finder = &house->finder;
    server->scrubbed = &house->scrubbed;
    server->first_run = &house->first_run;
    server->mail_way = &house->mail_way;
    server->health = health_of_house;
    server->health_context = house;
}

static enum status open_store(const struct house_settings *settings, const char *database,
                              struct house *house, struct str *ret_why)
{
    enum status status = settings->joins
                             ? store_join(database, settings->create, &house->store, ret_why)
                             : store_open(database, settings->create, &house->store, ret_why);
    if (status == STATUS_OK && settings->replicated && !store_replicates(house->store, ret_why)) {
        return STATUS_CONFLICT;
    }
    if (status == STATUS_OK && settings->replica &&
        !store_read_from(house->store, settings->replica)) {
        *ret_why = STR("--replica là bản sao của một PostgreSQL; kho SQLite không cần.");
        return STATUS_CONFLICT;
    }
    return status;
}

void house_close(struct house *house)
{
    if (house->desk) {
        desk_close(house->desk);
    }
    archive_close(house->archive);
    if (house->store) {
        store_close(house->store);
    }
    files_close(house->files);
    basemap_close(house->basemap);
    studio_close(house->studio);
    blanks_close(house->blanks);
    free(house->services);
}

enum status house_look(const struct house_settings *settings, struct house_view *ret,
                       struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    char files[FOLDER_PATH_BYTES_MAX];
    if (!folder_path(path, settings->dir, "kheo.db") || !house_key(settings, &ret->key, ret_why) ||
        !load_origin(settings, ret->origin, ret_why)) {
        return STATUS_STORE_FAILED;
    }
    ret->anchor_bytes = read_anchor(settings, ret->anchor);
    struct str no_files;
    ret->files = files_folder_of(settings, files) ? files_open(files, false, &no_files) : NULL;
    enum status status =
        store_look(settings->database ? settings->database : path, &ret->store, ret_why);
    return status ? status : store_compare_schema(ret->store, &schema, ret_why);
}

bool house_key(const struct house_settings *settings, struct sign_key *ret, struct str *ret_why)
{
    uint8_t seed[SIGN_SEED_BYTES];
    bool is_read = load_key(settings, "ledger.key", seed, ret_why);
    if (is_read) {
        *ret = sign_key_from_seed(seed);
    }
    secret_wipe(seed, sizeof seed);
    return is_read;
}

static bool files_folder_of(const struct house_settings *settings, char ret[FOLDER_PATH_BYTES_MAX])
{
    return settings->files ? folder_path(ret, settings->files, ".")
                           : folder_path(ret, settings->dir, "files");
}

/* It stands beside this one. A test that is both ends has none there, and is it. */
static const char *find_studio(char ret_path[HOUSE_PATH_BYTES_MAX])
{
    const size_t room = HOUSE_PATH_BYTES_MAX - sizeof STUDIO_PROGRAM;
    ssize_t n = readlink("/proc/self/exe", ret_path, room);
    while (n > 0 && ret_path[n - 1] != '/') {
        n--;
    }
    if (n <= 0) {
        return NULL;
    }
    memcpy(ret_path + n, STUDIO_PROGRAM, sizeof STUDIO_PROGRAM);
    return access(ret_path, X_OK) == 0 ? ret_path : NULL;
}

/* A folder from before there were photos gets its files/ when it is opened. */
static enum status open_files(const struct house_settings *settings, struct house *house,
                              struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    if (!files_folder_of(settings, path)) {
        return STATUS_STORE_FAILED;
    }
    house->files = files_open(path, true, ret_why);
    house->studio = studio_open(find_studio(house->studio_program), STUDIO_LIMITS);
    house->blanks = blanks_open(settings->dir);
    if (house->files && (!house->studio || !house->blanks)) {
        *ret_why = STR("Máy không còn đủ bộ nhớ.");
    }
    return house->files && house->studio && house->blanks ? STATUS_OK : STATUS_STORE_FAILED;
}

static enum status open_desk(const struct house_settings *settings, struct house *house,
                             struct str *ret_why)
{
    char anchor[FOLDER_PATH_BYTES_MAX];
    uint8_t seed[SIGN_SEED_BYTES];
    bool in_memory = is_in_memory(settings);
    if (!folder_path(anchor, settings->dir, "anchor") ||
        (settings->create && !in_memory && !settings->anchor && !make_folder(anchor)) ||
        !folder_path(anchor, settings->dir, "anchor/head") ||
        !load_key(settings, "ledger.key", seed, ret_why) ||
        !load_origin(settings, house->origin, ret_why)) {
        return STATUS_STORE_FAILED;
    }
    size_t service_count;
    house->services = services_of(modules, &service_count);
    struct desk_settings desk = {
        .store = house->store,
        .files = house->files,
        .services = house->services,
        .service_count = service_count,
        .origin = house->origin,
        .anchor_path = in_memory          ? NULL
                       : settings->anchor ? settings->anchor
                                          : anchor,
        .key = sign_key_from_seed(seed),
        .clock = settings->clock ? settings->clock : system_clock,
        .clock_context = settings->clock_context,
        .uptime_s = settings->clock ? NULL : system_uptime_s,
        .archive = archive_batch,
        .archive_context = &house->archive,
        .may_seal = may_seal,
        .may_seal_context = house,
        .accepts_loss = settings->accepts_loss,
    };
    secret_wipe(seed, sizeof seed);
    return desk_open(&desk, &house->desk, ret_why);
}

/* Nothing is written before it: a ledger that a receipt contradicts stays as it was found. */
static enum status compare_shown(const struct house_settings *settings, struct house *house,
                                 struct str *ret_why)
{
    struct comparison comparison = { .house = house, .accepts_loss = settings->accepts_loss };
    enum status status = is_in_memory(settings)
                             ? STATUS_OK
                             : shown_each(settings, house->store, str_of(house->origin),
                                          desk_key(house->desk)->public, tell_shown, &comparison);
    size_t against = comparison.against;
    int64_t ahead = desk_anchor_ahead(house->desk);
    house->known = ahead > house->known ? ahead : house->known;
    *ret_why = against > 0
                   ? STR("Không chạy trên một sổ cái không khớp với biên nhận nêu trên. Hãy "
                         "đưa kho mới nhất trở lại; nếu không còn: kheo accept-loss.")
                   : STR("Không đọc được sổ cái để so với các biên nhận.");
    return against > 0 ? STATUS_STORE_FAILED : status;
}

/* A file that was synced is lost all the same when its folder forgets its name: the log that SQLite
 * has just made (it does not look whether its own sync of the folder worked), a new anchor, a new
 * folder of files, keys. So none of them is relied on before the folders know them. */
static enum status sync_names(const struct house_settings *settings, struct str *ret_why)
{
    char folder[FOLDER_PATH_BYTES_MAX];
    bool is_named = settings->anchor ? folder_of(folder, settings->anchor)
                                     : folder_path(folder, settings->dir, "anchor");
    enum status status = is_named ? folder_sync(folder) : STATUS_STORE_FAILED;
    status = status ? status : folder_sync(settings->dir);
    *ret_why = STR("Không đồng bộ được thư mục dữ liệu, hoặc thư mục của tệp neo, xuống đĩa.");
    return status;
}

/* Its turn came while it was serving. A receipt that was shown to this host alone may know more
 * than the others, and another program may have changed the schema meanwhile. */
static bool may_seal(void *context)
{
    struct house *house = context;
    struct str why;
    bool may = store_compare_schema(house->store, &schema, &why) == STATUS_OK &&
               compare_shown(&house->settings, house, &why) == STATUS_OK;
    if (!may) {
        fprintf(stderr, "kheo: %.*s\n", STR_ARG(why));
    }
    return may;
}

/* One in the folder that proves nothing is no reason to stay closed; one that was named by hand was
 * meant to be compared. What a loss explains is told, and no reason either. */
static void tell_shown(void *context, const char *path, enum shown shown, bool is_named,
                       int64_t size, struct str why)
{
    struct comparison *comparison = context;
    struct house *house = comparison->house;
    bool is_accepted = shown == SHOWN_AHEAD && comparison->accepts_loss;
    house->known = is_accepted && size > house->known ? size : house->known;
    comparison->against += (shown == SHOWN_AHEAD && !is_accepted) || shown == SHOWN_CONTRADICTS ||
                           (shown == SHOWN_UNPROVEN && is_named);
    if (shown != SHOWN_AGREES) {
        fprintf(stderr, "kheo: %s: %.*s\n", path, STR_ARG(why));
    }
}

static bool is_in_memory(const struct house_settings *settings)
{
    return settings->database && str_equal(str_of(settings->database), STR("sqlite::memory:"));
}

/* The desk knows commands, facts and listeners of a service, and nothing of its pages; the outbox
 * and the desk's clock have commands of their own. */
static struct service *services_of(const struct module *const *all, size_t *ret_count)
{
    size_t count = 0;
    while (all[count]) {
        count++;
    }
    struct service *services = calloc(count + 3, sizeof *services);
    for (size_t i = 0; services && i < count; i++) {
        services[i] = (struct service){
            .name = all[i]->name,
            .commands = all[i]->commands,
            .command_count = all[i]->commands_count,
            .facts = all[i]->facts,
            .fact_count = all[i]->facts_count,
            .hears = all[i]->hears,
            .hear_count = all[i]->hears_count,
            .holds = all[i]->holds,
            .almanac = all[i]->almanac,
        };
    }
    if (services) {
        services[count++] = outbox_service;
        services[count++] = clock_service;
        services[count++] = loss_service;
    }
    *ret_count = services ? count : 0;
    return services;
}

/* --- files of the folder ---------------------------------------------------------------------- */

/* A ledger keeps its name for life: every receipt carries it. */
static bool load_origin(const struct house_settings *settings, char ret[ORIGIN_BYTES_MAX + 1],
                        struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    struct out name = out_fixed(ret, ORIGIN_BYTES_MAX + 1);
    if (!folder_path(path, settings->dir, "origin")) {
        return false;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file >= 0) {
        ssize_t n = read(file, ret, ORIGIN_BYTES_MAX);
        close(file);
        name.n = str_trim(str_span(ret, n > 0 ? (size_t)n : 0)).n;
    } else if (settings->create) {
        out_str_raw(&name, str_of(settings->origin ? settings->origin : "localhost/log"));
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        bool is_written =
            file >= 0 && write(file, name.p, name.n) == (ssize_t)name.n && fsync(file) == 0;
        name.n = is_written ? name.n : 0;
        if (file >= 0) {
            close(file);
        }
    }
    out_char(&name, '\0');
    *ret_why = STR(
        "Tên sổ cái trong tệp origin thiếu hoặc không hợp lệ, ví dụ đúng: kheo.hue.gov.vn/log.");
    return !name.overflowed && note_name_is_valid(str_of(ret));
}

/* Nothing when there is none. */
static size_t read_anchor(const struct house_settings *settings, char ret[HOUSE_ANCHOR_BYTES_MAX])
{
    char path[FOLDER_PATH_BYTES_MAX];
    bool is_named = folder_path(path, settings->dir, "anchor/head");
    int file = is_named ? open(settings->anchor ? settings->anchor : path,
                               O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
                        : -1;
    ssize_t n = file >= 0 ? read(file, ret, HOUSE_ANCHOR_BYTES_MAX) : 0;
    if (file >= 0) {
        close(file);
    }
    return n > 0 ? (size_t)n : 0;
}

static bool make_folder(const char *path)
{
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

/* A key is 64 hex digits on a line. One that is missing is drawn when the folder is new; one that
 * is there and cannot be read is never replaced: the ledger would not be ours any more. */
static bool load_key(const struct house_settings *settings, const char *name, uint8_t ret[32],
                     struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    char text[65];
    struct out hex = out_fixed(text, sizeof text);
    size_t n;
    *ret_why = STR("Không đọc được tệp khóa trong thư mục dữ liệu.");
    if (!folder_path(path, settings->dir, name)) {
        return false;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file >= 0) {
        ssize_t got = read(file, text, sizeof text);
        close(file);
        return got >= 64 && hex_decode(str_span(text, 64), ret, 32, &n) && n == 32;
    }
    if (errno != ENOENT || !settings->create) {
        return false;
    }
    random_bytes(ret, 32);
    out_hex(&hex, ret, 32);
    out_char(&hex, '\n');
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool is_written = file >= 0 && write(file, text, 65) == 65 && fsync(file) == 0;
    if (file >= 0) {
        close(file);
    }
    return is_written;
}

static struct instant system_clock(void *context)
{
    (void)context;
    return instant_now();
}

static int64_t system_uptime_s(void *context)
{
    (void)context;
    return uptime_s();
}
