/* Options of the command line, one row each. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/options.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "base/str.h"
#include "law/rule.h"

enum option_kind { OPTION_TEXT, OPTION_LIST, OPTION_NUMBER, OPTION_FLAG };

struct option_row {
    const char *name;
    enum option_kind kind;
    size_t offset;
    int64_t min;
    int64_t max;      /* of a list: how often, 0 for as often as there is room */
    const char *hint; /* of a list: where more of them go, or how one is written */
};
static const struct option_row rows[] = {
    { "dir", OPTION_TEXT, offsetof(struct options, dir), 0, 0 },
    { "db", OPTION_TEXT, offsetof(struct options, database), 0, 0 },
    { "address", OPTION_TEXT, offsetof(struct options, address), 0, 0 },
    { "from", OPTION_TEXT, offsetof(struct options, from), 0, 0 },
    { "to", OPTION_TEXT, offsetof(struct options, to), 0, 0 },
    { "origin", OPTION_TEXT, offsetof(struct options, origin), 0, 0 },
    { "base-url", OPTION_TEXT, offsetof(struct options, base_url), 0, 0 },
    { "anchor", OPTION_TEXT, offsetof(struct options, anchor), 0, 0 },
    { "files", OPTION_TEXT, offsetof(struct options, files), 0, 0 },
    { "tiles", OPTION_TEXT, offsetof(struct options, tiles), 0, 0 },
    { "archive", OPTION_TEXT, offsetof(struct options, archive), 0, 0 },
    { "key", OPTION_TEXT, offsetof(struct options, key), 0, 0 },
    { "at", OPTION_TEXT, offsetof(struct options, at), 0, 0 },
    { "at-size", OPTION_NUMBER, offsetof(struct options, at_size), 1, INT64_MAX },
    { "without-database", OPTION_FLAG, offsetof(struct options, without_database), 0, 0 },
    { "receipt", OPTION_LIST, offsetof(struct options, receipts), 0, 0,
      "là tên một tệp biên nhận; nhiều hơn thì để các tệp vào thư mục receipts/ trong thư mục dữ "
      "liệu" },
    { "smtp", OPTION_TEXT, offsetof(struct options, smtp), 0, 0 },
    { "smtp-user", OPTION_TEXT, offsetof(struct options, smtp_user), 0, 0 },
    { "smtp-password-file", OPTION_TEXT, offsetof(struct options, smtp_password_file), 0, 0 },
    { "mail-from", OPTION_TEXT, offsetof(struct options, mail_from), 0, 0 },
    { "mail-ca", OPTION_TEXT, offsetof(struct options, mail_ca), 0, 0 },
    { "mail-retry", OPTION_NUMBER, offsetof(struct options, mail_retry_s), 1, 3600 },
    { "hook", OPTION_TEXT, offsetof(struct options, hook), 0, 0 },
    { "hook-token-file", OPTION_TEXT, offsetof(struct options, hook_token_file), 0, 0 },
    { "port", OPTION_NUMBER, offsetof(struct options, port), 0, 65535 },
    { "threads", OPTION_NUMBER, offsetof(struct options, threads), 1, 64 },
    { "proxy", OPTION_TEXT, offsetof(struct options, proxy), 0, 0 },
    { "network-connections", OPTION_NUMBER, offsetof(struct options, network_connections), 1,
      65535 },
    { "papers", OPTION_NUMBER, offsetof(struct options, papers), 0, 2000000 },
    { "until", OPTION_TEXT, offsetof(struct options, until), 0, 0 },
    { "scrub", OPTION_TEXT, offsetof(struct options, scrub), 0, 0 },
    { "seed", OPTION_NUMBER, offsetof(struct options, seed), 0, INT64_MAX },
    { "reset", OPTION_FLAG, offsetof(struct options, reset), 0, 0 },
    { "no-serve", OPTION_FLAG, offsetof(struct options, no_serve), 0, 0 },
    { "core-dumps", OPTION_FLAG, offsetof(struct options, dumps_core), 0, 0 },
    { "replica", OPTION_TEXT, offsetof(struct options, replica), 0, 0 },
    { "replicated", OPTION_FLAG, offsetof(struct options, replicated), 0, 0 },
    { "walls-required", OPTION_FLAG, offsetof(struct options, walls_required), 0, 0 },
    { "no-rate-limits", OPTION_FLAG, offsetof(struct options, rates_off), 0, 0 },
    { "remote", OPTION_FLAG, offsetof(struct options, is_remote), 0, 0 },
    { "complex", OPTION_FLAG, offsetof(struct options, is_complex), 0, 0 },
    { "delegated", OPTION_FLAG, offsetof(struct options, is_delegated), 0, 0 },
    { "dismissal", OPTION_FLAG, offsetof(struct options, is_dismissal), 0, 0 },
    { "tests", OPTION_NUMBER, offsetof(struct options, tests), 0, TESTS_MAX },
    { "extend", OPTION_NUMBER, offsetof(struct options, extensions), 0, EXTENSIONS_MAX },
    { "exclude", OPTION_NUMBER, offsetof(struct options, excluded_days), 0, 3660 },
    { "suspend", OPTION_LIST, offsetof(struct options, suspensions), 0, SUSPENSIONS_MAX,
      "viết TỪ..ĐẾN, ví dụ 2026-08-03..2026-08-14" },
    { "svg", OPTION_TEXT, offsetof(struct options, svg), 0, 0 },
    { "list", OPTION_FLAG, offsetof(struct options, lists), 0, 0 },
    { "json", OPTION_FLAG, offsetof(struct options, as_json), 0, 0 },
};

static const struct option_row *row_of(struct str name);
static bool set_value(struct options *options, const struct option_row *row, const char *value);
static bool add_word(struct option_list *list, const struct option_row *row, const char *value);

bool options_parse(struct options *options, int argc, char **argv)
{
    for (int i = 0; i < argc; i++) {
        struct str word = str_of(argv[i]);
        struct str name = str_slice(word, 2, str_find_byte(word, '='));
        const struct option_row *row = str_starts(word, STR("--")) ? row_of(name) : NULL;
        if (!row && (options->keeps_unknown || !str_starts(word, STR("--")))) {
            if (options->rest_count < (int)COUNT(options->rest)) {
                options->rest[options->rest_count++] = argv[i];
            }
            continue;
        }
        if (!row) {
            fprintf(stderr, "kheo: không có tùy chọn --%.*s; xem: kheo help\n", STR_ARG(name));
            return false;
        }
        const char *value = strchr(argv[i], '=');
        if (value) {
            value++;
        } else if (row->kind != OPTION_FLAG && i + 1 < argc) {
            value = argv[++i];
        }
        if (!set_value(options, row, value)) {
            return false;
        }
    }
    return true;
}

static const struct option_row *row_of(struct str name)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (str_equal(str_of(rows[i].name), name)) {
            return &rows[i];
        }
    }
    return NULL;
}

static bool set_value(struct options *options, const struct option_row *row, const char *value)
{
    void *member = (char *)options + row->offset;
    int64_t number;
    switch (row->kind) {
    case OPTION_FLAG:
        *(bool *)member = true;
        return true;
    case OPTION_TEXT:
        if (!value) {
            fprintf(stderr, "kheo: --%s cần một giá trị theo sau\n", row->name);
            return false;
        }
        *(const char **)member = value;
        return true;
    case OPTION_LIST:
        return add_word(member, row, value);
    case OPTION_NUMBER:
        if (!str_to_int(str_of(value), &number) || number < row->min || number > row->max) {
            fprintf(stderr, "kheo: --%s cần một số từ %lld đến %lld\n", row->name,
                    (long long)row->min, (long long)row->max);
            return false;
        }
        *(int64_t *)member = number;
        return true;
    }
    return false;
}

static bool add_word(struct option_list *list, const struct option_row *row, const char *value)
{
    int most = row->max > 0 ? (int)row->max : OPTION_LIST_MAX;
    if (!value || list->count == most) {
        fprintf(stderr, "kheo: --%s cần một giá trị theo sau, và dùng được %d lần; %s\n", row->name,
                most, row->hint);
        return false;
    }
    list->words[list->count++] = value;
    return true;
}
