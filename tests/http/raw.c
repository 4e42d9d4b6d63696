/* Sends standard input to a port as it is, in pieces if asked, and prints what comes back. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/str.h"

/* usage: raw PORT [PIECE_BYTES PAUSE_MS [WAIT_MS]] < request > reply
 *
 * Ends when the server closes, or has said nothing for WAIT_MS (1500). The exit status is 0 when
 * anything came back, 1 when the server closed without a word, 3 when it stayed silent. */
enum { INPUT_BYTES_MAX = 64 << 20, BUFFER_BYTES = 64 << 10, NS_IN_MS = 1000000 };
enum { ANSWERED = 0, CUT = 1, USAGE = 2, SILENT = 3 };

static int connect_to(uint16_t port);
static bool send_pieces(int server, const char *bytes, size_t n, size_t piece, int64_t pause_ms);
static int print_reply(int server, int wait_ms);

int main(int count, char **words)
{
    int64_t numbers[4] = { 0, INPUT_BYTES_MAX, 0, 1500 };
    for (int i = 1; i < count && i <= (int)COUNT(numbers); i++) {
        if (!str_to_int(str_of(words[i]), &numbers[i - 1]) || numbers[i - 1] < 0) {
            count = 0;
        }
    }
    char *bytes = malloc(INPUT_BYTES_MAX);
    int server = count > 1 ? connect_to((uint16_t)numbers[0]) : -1;
    if (server < 0 || !bytes) {
        fprintf(stderr, "usage: raw PORT [PIECE_BYTES PAUSE_MS [WAIT_MS]]\n");
        free(bytes);
        return USAGE;
    }
    size_t n = fread(bytes, 1, INPUT_BYTES_MAX, stdin);
    (void)send_pieces(server, bytes, n, (size_t)numbers[1], numbers[2]);
    int status = print_reply(server, (int)numbers[3]);
    free(bytes);
    close(server);
    return status;
}

static int connect_to(uint16_t port)
{
    struct sockaddr_in where = { .sin_family = AF_INET,
                                 .sin_port = htons(port),
                                 .sin_addr = { htonl(INADDR_LOOPBACK) } };
    int yes = 1;
    int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (server >= 0 && connect(server, (struct sockaddr *)&where, sizeof where) == 0) {
        (void)setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        return server;
    }
    return -1;
}

/* False when the server stopped listening; it may have answered before that. */
static bool send_pieces(int server, const char *bytes, size_t n, size_t piece, int64_t pause_ms)
{
    struct timespec pause = { pause_ms / 1000, pause_ms % 1000 * NS_IN_MS };
    for (size_t at = 0; at < n;) {
        size_t length = n - at < piece ? n - at : piece;
        ssize_t sent = send(server, bytes + at, length, MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        at += (size_t)sent;
        if (pause_ms > 0) {
            nanosleep(&pause, NULL);
        }
    }
    return true;
}

static int print_reply(int server, int wait_ms)
{
    static char buffer[BUFFER_BYTES];
    struct pollfd ear = { .fd = server, .events = POLLIN };
    bool has_said = false;
    while (poll(&ear, 1, wait_ms) > 0) {
        ssize_t n = recv(server, buffer, sizeof buffer, 0);
        if (n <= 0) {
            return has_said ? ANSWERED : CUT;
        }
        fwrite(buffer, 1, (size_t)n, stdout);
        has_said = true;
    }
    return has_said ? ANSWERED : SILENT;
}
