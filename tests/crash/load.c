/* Writers that keep every receipt they were given, and a reader that holds the server to them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/must.h"
#include "base/out.h"
#include "ledger/receipt.h"

/* usage: load write PORT FOLDER WRITERS NAME     until the server goes away or FOLDER/stop is there
 *        load verify PORT FOLDER VKEY            against the server that came back
 *
 * FOLDER/acked/KEY is the body of a 201, FOLDER/unknown/KEY a request whose answer never came, and
 * FOLDER/receipt/CODE the receipt. The body of a request follows from its key, so that it can be sent
 * again to the letter. */
enum { REPLY_BYTES_MAX = 6 << 10, PATH_BYTES_MAX = 512, WRITERS_MAX = 64, WAIT_S = 20 };

struct client {
    uint16_t port;
    int socket; /* -1: not connected */
    char reply[REPLY_BYTES_MAX];
    size_t reply_bytes;
};
struct reply {
    int status; /* 0: none came, or not all of it */
    struct str body;
};
struct writer {
    struct client client;
    const char *folder;
    const char *name;
    int number;
    size_t acked;
    size_t refused;
    pthread_t thread;
};
struct verdict_counts {
    struct vkey key;
    size_t acked;
    size_t unknown;
    size_t faults;
};

static int write_until_gone(uint16_t port, const char *folder, int writers, const char *name);
static void *run_writer(void *writer);
static int verify(uint16_t port, const char *folder, const char *vkey);
static void each_file(struct client *client, const char *folder, const char *kind,
                      void (*visit)(struct client *, const char *folder, const char *key,
                                    struct verdict_counts *),
                      struct verdict_counts *counts);
static void verify_acked(struct client *client, const char *folder, const char *key,
                         struct verdict_counts *counts);
static bool receipt_is_good(const char *folder, const char *code, const struct vkey *key);
static void verify_unknown(struct client *client, const char *folder, const char *key,
                           struct verdict_counts *counts);
static struct reply send_report(struct client *client, const char *key);
static struct reply fetch(struct client *client, struct str code);
static struct reply exchange(struct client *client, struct str request);
static bool read_reply(struct client *client, struct reply *ret);
static bool connect_client(struct client *client);
static void drop(struct client *client);
static bool keep_receipt(const char *folder, struct str body, char ret_code[32]);
static void save(const char *folder, const char *kind, const char *name, struct str bytes);
static struct str load(const char *folder, const char *kind, const char *name, char *buffer,
                       size_t n);

int main(int count, char **words)
{
    int64_t port;
    int64_t writers;
    if (!crypt_start()) {
        return 2;
    }
    if (count == 5 && strcmp(words[1], "verify") == 0 && str_to_int(str_of(words[2]), &port)) {
        return verify((uint16_t)port, words[3], words[4]);
    }
    if (count == 6 && strcmp(words[1], "write") == 0 && str_to_int(str_of(words[2]), &port) &&
        str_to_int(str_of(words[4]), &writers) && writers > 0 && writers <= WRITERS_MAX) {
        return write_until_gone((uint16_t)port, words[3], (int)writers, words[5]);
    }
    fprintf(stderr, "usage: load write PORT FOLDER WRITERS NAME | load verify PORT FOLDER VKEY\n");
    return 2;
}

/* --- writing ---------------------------------------------------------------------------------- */

static int write_until_gone(uint16_t port, const char *folder, int writers, const char *name)
{
    static struct writer all[WRITERS_MAX];
    size_t acked = 0;
    size_t refused = 0;
    for (int i = 0; i < writers; i++) {
        all[i] = (struct writer){
            .client = { .port = port, .socket = -1 }, .folder = folder, .name = name, .number = i
        };
        must(pthread_create(&all[i].thread, NULL, run_writer, &all[i]) == 0);
    }
    for (int i = 0; i < writers; i++) {
        must(pthread_join(all[i].thread, NULL) == 0);
        acked += all[i].acked;
        refused += all[i].refused;
    }
    printf("%zu acknowledged, %zu refused\n", acked, refused);
    return 0;
}

/* Until an answer does not come: then the server was killed, and what became of that one request
 * nobody here can know. */
static void *run_writer(void *subject)
{
    struct writer *writer = subject;
    char stop[PATH_BYTES_MAX];
    struct out path = out_fixed(stop, sizeof stop);
    out_printf(&path, "%s/stop%c", writer->folder, '\0');
    for (int n = 0; access(stop, F_OK) != 0; n++) {
        char key[128];
        char code[32];
        struct out name = out_fixed(key, sizeof key);
        out_printf(&name, "%s-%d-%d%c", writer->name, writer->number, n, '\0');
        struct reply reply = send_report(&writer->client, key);
        if (reply.status == 201) {
            save(writer->folder, "acked", key, reply.body);
            must(keep_receipt(writer->folder, reply.body, code));
            writer->acked++;
        } else if (reply.status == 503) {
            writer->refused++;
        } else {
            save(writer->folder, "unknown", key, STR(""));
            break;
        }
    }
    drop(&writer->client);
    return NULL;
}

/* --- verifying -------------------------------------------------------------------------------- */

static int verify(uint16_t port, const char *folder, const char *vkey)
{
    static struct client client;
    struct verdict_counts counts = { 0 };
    client = (struct client){ .port = port, .socket = -1 };
    must(vkey_parse(str_of(vkey), &counts.key));
    each_file(&client, folder, "unknown", verify_unknown, &counts);
    each_file(&client, folder, "acked", verify_acked, &counts);
    drop(&client);
    printf("%zu acknowledged, %zu unknown, %zu faults\n", counts.acked, counts.unknown,
           counts.faults);
    return counts.faults > 0;
}

static void each_file(struct client *client, const char *folder, const char *kind,
                      void (*visit)(struct client *, const char *folder, const char *key,
                                    struct verdict_counts *),
                      struct verdict_counts *counts)
{
    char path[PATH_BYTES_MAX];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/%s%c", folder, kind, '\0');
    DIR *list = opendir(path);
    must(list);
    for (struct dirent *entry; (entry = readdir(list));) {
        if (entry->d_name[0] != '.') {
            visit(client, folder, entry->d_name, counts);
        }
    }
    closedir(list);
}

/* What was acknowledged is there, its receipt proves it, and a retry gets the same answer to the
 * letter. */
static void verify_acked(struct client *client, const char *folder, const char *key,
                         struct verdict_counts *counts)
{
    char buffer[REPLY_BYTES_MAX];
    char code[32];
    struct str acked = load(folder, "acked", key, buffer, sizeof buffer);
    counts->acked++;
    must(keep_receipt(folder, acked, code));
    if (!receipt_is_good(folder, code, &counts->key)) {
        printf("%s: the receipt of %s does not verify\n", key, code);
        counts->faults++;
    }
    struct reply there = fetch(client, str_of(code));
    if (there.status != 200) {
        printf("%s: %s was acknowledged and is gone (%d)\n", key, code, there.status);
        counts->faults++;
    }
    struct reply again = send_report(client, key);
    if (again.status != 201 || !str_equal(again.body, acked)) {
        printf("%s: a retry gets another answer (%d)\n", key, again.status);
        counts->faults++;
    }
}

static bool receipt_is_good(const char *folder, const char *code, const struct vkey *key)
{
    static struct receipt_content content;
    char buffer[REPLY_BYTES_MAX];
    struct str receipt = load(folder, "receipt", code, buffer, sizeof buffer);
    return receipt_verify(receipt, key, 1, &content) == RECEIPT_VALID;
}

/* Done or not, after a retry it is there, and from then on it counts as acknowledged. */
static void verify_unknown(struct client *client, const char *folder, const char *key,
                           struct verdict_counts *counts)
{
    char path[PATH_BYTES_MAX];
    char code[32];
    struct reply reply = send_report(client, key);
    counts->unknown++;
    if (reply.status != 201) {
        printf("%s: a retry is refused (%d)\n", key, reply.status);
        counts->faults++;
        return;
    }
    save(folder, "acked", key, reply.body);
    must(keep_receipt(folder, reply.body, code));
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/unknown/%s%c", folder, key, '\0');
    must(unlink(path) == 0);
}

/* --- requests --------------------------------------------------------------------------------- */

static struct reply send_report(struct client *client, const char *key)
{
    char body[512];
    char request[1024];
    struct out json = out_fixed(body, sizeof body);
    out_printf(
        &json,
        "{\"unit\":\"19753\",\"category\":\"giao-thong\",\"text\":\"Ổ gà trước nhà, lần %s.\","
        "\"name\":\"Nguyễn Văn Thử\",\"phone\":\"0900000001\"}",
        key);
    struct out out = out_fixed(request, sizeof request);
    out_printf(&out,
               "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
               "application/json\r\nIdempotency-Key: %s\r\nContent-Length: %zu\r\n\r\n",
               key, json.n);
    out_str_raw(&out, out_str(&json));
    must(!out.overflowed);
    return exchange(client, out_str(&out));
}

static struct reply fetch(struct client *client, struct str code)
{
    char request[256];
    struct out out = out_fixed(request, sizeof request);
    out_printf(&out, "GET /api/v1/reports/%.*s HTTP/1.1\r\nHost: localhost\r\n\r\n", STR_ARG(code));
    return exchange(client, out_str(&out));
}

static struct reply exchange(struct client *client, struct str request)
{
    struct reply reply = { 0 };
    if (client->socket < 0 && !connect_client(client)) {
        return reply;
    }
    ssize_t sent = send(client->socket, request.p, request.n, MSG_NOSIGNAL);
    if (sent != (ssize_t)request.n || !read_reply(client, &reply)) {
        drop(client);
        return (struct reply){ 0 };
    }
    return reply;
}

/* A head, and the body that its Content-Length promises. The server never sends us chunks. */
static bool read_reply(struct client *client, struct reply *ret)
{
    struct str end = STR("\r\n\r\n");
    struct str promise = STR("\r\ncontent-length: ");
    client->reply_bytes = 0;
    while (client->reply_bytes < sizeof client->reply) {
        ssize_t n = recv(client->socket, client->reply + client->reply_bytes,
                         sizeof client->reply - client->reply_bytes, 0);
        if (n <= 0) {
            return false;
        }
        client->reply_bytes += (size_t)n;
        struct str all = str_span(client->reply, client->reply_bytes);
        size_t head = str_find(all, end);
        if (head == all.n) {
            continue;
        }
        int64_t length = 0;
        for (size_t i = 0; i < head; i++) {
            if (str_equal_nocase(str_slice(all, i, i + promise.n), promise)) {
                struct str rest = str_slice(all, i + promise.n, head);
                (void)!str_to_int(str_trim(str_cut(&rest, '\r')), &length);
            }
        }
        if (all.n >= head + end.n + (size_t)length) {
            int64_t status = 0;
            (void)!str_to_int(str_slice(all, 9, 12), &status);
            *ret = (struct reply){ (int)status,
                                   str_slice(all, head + end.n, head + end.n + (size_t)length) };
            return true;
        }
    }
    return false;
}

static bool connect_client(struct client *client)
{
    struct sockaddr_in where = { .sin_family = AF_INET,
                                 .sin_port = htons(client->port),
                                 .sin_addr = { htonl(INADDR_LOOPBACK) } };
    struct timeval patience = { .tv_sec = WAIT_S };
    int yes = 1;
    client->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(client->socket >= 0);
    (void)setsockopt(client->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    (void)setsockopt(client->socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(client->socket, (struct sockaddr *)&where, sizeof where) != 0) {
        drop(client);
        return false;
    }
    return true;
}

static void drop(struct client *client)
{
    if (client->socket >= 0) {
        close(client->socket);
    }
    client->socket = -1;
}

/* --- what was promised ------------------------------------------------------------------------ */

static bool keep_receipt(const char *folder, struct str body, char ret_code[32])
{
    json_t *json = json_loadb(body.p, body.n, 0, NULL);
    const char *code = json_string_value(json_object_get(json, "code"));
    const char *receipt = json_string_value(json_object_get(json, "receipt"));
    bool is_whole =
        code && receipt && json_object_get(json, "secret") && json_object_get(json, "due");
    if (is_whole) {
        struct out out = out_fixed(ret_code, 32);
        out_printf(&out, "%s%c", code, '\0');
        save(folder, "receipt", code, str_of(receipt));
    }
    json_decref(json);
    return is_whole;
}

static void save(const char *folder, const char *kind, const char *name, struct str bytes)
{
    char path[PATH_BYTES_MAX];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/%s/%s%c", folder, kind, name, '\0');
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(!out.overflowed && file >= 0 && write(file, bytes.p, bytes.n) == (ssize_t)bytes.n);
    close(file);
}

static struct str load(const char *folder, const char *kind, const char *name, char *buffer,
                       size_t n)
{
    char path[PATH_BYTES_MAX];
    struct out out = out_fixed(path, sizeof path);
    out_printf(&out, "%s/%s/%s%c", folder, kind, name, '\0');
    int file = open(path, O_RDONLY | O_CLOEXEC);
    must(!out.overflowed && file >= 0);
    ssize_t got = read(file, buffer, n);
    close(file);
    must(got >= 0);
    return str_span(buffer, (size_t)got);
}
