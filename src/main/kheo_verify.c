/* kheo-verify: checks a receipt offline, with nothing but the log's public key. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "ledger/receipt.h"

/* The exit status is an interface (docs/LEDGER.md §6): a bad receipt is not a bad question. */
enum { STATUS_VALID = 0, STATUS_BAD_QUESTION = 2 };
enum { KEYS_MAX = 16, ARENA_BYTES = 1 << 20 };

struct question {
    bool is_english;
    bool wants_help;
    const char *receipt_path;
    const char *checkpoint_path;
    size_t key_count;
    struct vkey keys[KEYS_MAX];
};

enum complaint { COMPLAINT_USAGE, COMPLAINT_KEY, COMPLAINT_FILE, COMPLAINT_SYSTEM };

static bool read_arguments(int count, char **arguments, struct question *ret);
static bool take_option(int option, struct question *question);
static bool read_file(struct arena *arena, const char *path, struct str *ret);
static int answer(const struct question *question, struct arena *arena);
static void print_verdict(const struct question *question, enum receipt_fault fault,
                          const struct receipt_content *content);
static int complain(const struct question *question, enum complaint complaint, const char *what);
static void print_usage(const struct question *question, FILE *stream);

int main(int count, char **arguments)
{
    struct question question = { 0 };
    struct arena *arena = arena_create(ARENA_BYTES);
    if (!arena || !crypt_start()) {
        return complain(&question, COMPLAINT_SYSTEM, strerror(errno));
    }
    int status = STATUS_BAD_QUESTION;
    if (read_arguments(count, arguments, &question)) {
        status = answer(&question, arena);
    }
    arena_destroy(arena);
    return status;
}

/* False after a complaint. */
static bool read_arguments(int count, char **arguments, struct question *ret)
{
    static const struct option options[] = {
        { "key", required_argument, NULL, 'k' },
        { "checkpoint", required_argument, NULL, 'c' },
        { "lang", required_argument, NULL, 'l' },
        { "help", no_argument, NULL, 'h' },
        { 0 },
    };
    opterr = 0;
    for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) {
        if (!take_option(option, ret)) {
            return false;
        }
    }
    if (ret->wants_help) {
        return true;
    }
    if (optind != count - 1 || ret->key_count == 0) {
        complain(ret, COMPLAINT_USAGE, NULL);
        return false;
    }
    ret->receipt_path = arguments[optind];
    return true;
}

static bool take_option(int option, struct question *question)
{
    switch (option) {
    case 'k':
        if (question->key_count == KEYS_MAX ||
            !vkey_parse(str_of(optarg), &question->keys[question->key_count])) {
            complain(question, COMPLAINT_KEY, optarg);
            return false;
        }
        question->key_count++;
        return true;
    case 'c':
        question->checkpoint_path = optarg;
        return true;
    case 'l':
        question->is_english = strcmp(optarg, "en") == 0;
        if (!question->is_english && strcmp(optarg, "vi") != 0) {
            complain(question, COMPLAINT_USAGE, NULL);
            return false;
        }
        return true;
    case 'h':
        question->wants_help = true;
        return true;
    default:
        complain(question, COMPLAINT_USAGE, NULL);
        return false;
    }
}

static int answer(const struct question *question, struct arena *arena)
{
    if (question->wants_help) {
        print_usage(question, stdout);
        return STATUS_VALID;
    }
    struct str receipt;
    struct str checkpoint = STR_NONE;
    if (!read_file(arena, question->receipt_path, &receipt)) {
        return complain(question, COMPLAINT_FILE, question->receipt_path);
    }
    if (question->checkpoint_path && !read_file(arena, question->checkpoint_path, &checkpoint)) {
        return complain(question, COMPLAINT_FILE, question->checkpoint_path);
    }
    struct receipt_content *content = new(arena, struct receipt_content, 1);
    enum receipt_fault fault =
        receipt_verify(receipt, question->keys, question->key_count, content);
    if (fault == RECEIPT_VALID && question->checkpoint_path) {
        fault = receipt_compare(content, checkpoint, question->keys, question->key_count);
    }
    print_verdict(question, fault, content);
    return receipt_fault_status(fault);
}

/* One byte more than a receipt may have, so that the check can see that it is too long. */
static bool read_file(struct arena *arena, const char *path, struct str *ret)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    size_t capacity = RECEIPT_BYTES_MAX + 1;
    char *bytes = new(arena, char, capacity);
    size_t n = 0;
    ssize_t got = 1;
    while (got > 0 && n < capacity) {
        got = read(file, bytes + n, capacity - n);
        n += got > 0 ? (size_t)got : 0;
    }
    int error = errno;
    close(file);
    errno = error;
    *ret = str_span(bytes, n);
    return got >= 0;
}

static void print_verdict(const struct question *question, enum receipt_fault fault,
                          const struct receipt_content *content)
{
    if (fault != RECEIPT_VALID) {
        puts(question->is_english ? receipt_fault_english(fault) : receipt_fault_vietnamese(fault));
        return;
    }
    char buffer[32];
    struct out at = out_fixed(buffer, sizeof(buffer));
    out_instant(&at, content->leaf.at);
    const char *format =
        question->is_english
            ? "The receipt is valid: entry %lld (%.*s, %.*s) is in the log %.*s of "
              "size %lld.\n"
            : "Biên nhận đúng: mục số %lld (%.*s, %.*s) có trong cuốn sổ %.*s dài "
              "%lld mục.\n";
    printf(format, (long long)content->receipt.index, STR_ARG(content->leaf.type),
           STR_ARG(out_str(&at)), STR_ARG(content->checkpoint.origin),
           (long long)content->checkpoint.size);
}

static int complain(const struct question *question, enum complaint complaint, const char *what)
{
    static const char *const sentences[][2] = {
        [COMPLAINT_KEY] = { "Đây không phải một khóa kiểm tra (vkey), hoặc có quá nhiều khóa: ",
                            "This is not a verifier key (vkey), or there are too many keys: " },
        [COMPLAINT_FILE] = { "Không đọc được tệp: ", "This file cannot be read: " },
        [COMPLAINT_SYSTEM] = { "Chương trình không chạy được trên máy này: ",
                               "The program cannot work on this machine: " },
    };
    if (complaint == COMPLAINT_USAGE) {
        print_usage(question, stderr);
    } else {
        fprintf(stderr, "%s%s\n", sentences[complaint][question->is_english], what);
    }
    return STATUS_BAD_QUESTION;
}

static void print_usage(const struct question *question, FILE *stream)
{
    fputs(question->is_english
              ? "Usage: kheo-verify RECEIPT --key VKEY [--key VKEY]... [--checkpoint FILE]"
                " [--lang vi|en]\n"
                "Every given key must have signed. Exit status: 0 valid, 1 the receipt is wrong,\n"
                "2 wrong arguments, key or file, or a checkpoint that cannot be compared.\n"
              : "Cách dùng: kheo-verify BIÊN-NHẬN --key KHÓA [--key KHÓA]... [--checkpoint TỆP]"
                " [--lang vi|en]\n"
                "Mọi khóa đưa ra đều phải đã ký. Mã thoát: 0 đúng, 1 biên nhận sai,\n"
                "2 sai tham số, khóa hay tệp, hoặc điểm chốt không so được.\n",
          stream);
}
