/* kheo check: re-reads everything, beside a server that runs or one that will not start. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>

#include "base/arena.h"
#include "main/commands.h"
#include "main/inspect.h"
#include "text/format.h"

enum { REPORT_ARENA_BYTES = 8 << 20, REPORT_BYTES_MAX = 4 << 20 };

static void print_outcome(const struct inspected *read);

int check_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    return check_house(&settings);
}

int check_house(const struct house_settings *settings)
{
    struct arena *arena = arena_create(REPORT_ARENA_BYTES);
    struct str why = STR("Máy không còn đủ bộ nhớ.");
    struct inspected read;
    if (!arena) {
        return house_refused(why);
    }
    struct out report = out_open(arena, REPORT_BYTES_MAX);
    enum status status = inspect_house(settings, &report, &read, &why);
    int code = status ? house_refused(why) : read.faults > 0;
    if (!status && report.n > 0) {
        fwrite(report.p, 1, report.n, stdout);
    }
    if (!status) {
        print_outcome(&read);
    }
    arena_destroy(arena);
    return code;
}

static void print_outcome(const struct inspected *read)
{
    char text[512];
    struct out out = out_fixed(text, sizeof text);
    out_lit(&out, "Đã đọc ");
    format_number(&out, read->leaves);
    out_lit(&out, " lá, ");
    format_number(&out, read->nodes);
    out_lit(&out, " nút, ");
    format_number(&out, read->heads);
    out_lit(&out, " đầu cây đã ký, ");
    format_number(&out, read->fields);
    out_lit(&out, " trường của các sự kiện và ");
    format_number(&out, read->rows);
    out_lit(&out, " dòng của các dịch vụ: ");
    if (read->faults > 0) {
        format_number(&out, read->faults);
        out_lit(&out, " lỗi.");
    } else {
        out_lit(&out, "không có lỗi.");
    }
    printf("%.*s\n", STR_ARG(out_str(&out)));
}
