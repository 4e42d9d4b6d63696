/* kheo: the server and its tools; the first word of the command line chooses. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/crypt.h"
#include "main/commands.h"

static int help_command(struct options *options);
static int service_command(const char *name, int argc, char **argv);
static int run_row(const char *name, int argc, char **argv);

struct command_row {
    const char *name;
    int (*run)(struct options *options);
    const char *about;
};
static const struct command_row rows[] = {
    { "serve", serve_command,
      "phục vụ một thư mục dữ liệu (--dir, --db, --port, --address, --base-url; lưu từng lô: "
      "--archive THƯ-MỤC; gửi thư: --smtp, "
      "--mail-from; sau máy chủ trung gian: --proxy ĐỊA-CHỈ, để tin X-Forwarded-For của nó; "
      "--network-connections; ô ảnh nền của bản đồ: --tiles TỆP.mbtiles; so với biên nhận có người "
      "đưa ra: --receipt; chỉ "
      "nhận kho có máy thứ hai ghi cùng: --replicated; đọc lại cả kho mỗi đêm: "
      "--scrub GIỜ:PHÚT, now hoặc never; nhiều máy "
      "cùng phục vụ một PostgreSQL: --files THƯ-MỤC-ẢNH-CHUNG; đọc từ "
      "bản sao: --replica URL; tường bảo vệ: "
      "--walls-required, --core-dumps)" },
#ifdef HAS_DEMO
    { "demo", demo_command,
      "dựng và phục vụ dữ liệu minh họa (--dir, --port, --reset, --papers, --tiles)" },
#endif
    { "init", init_command, "tạo thư mục dữ liệu mới (--dir, --db, --origin)" },
    { "check", check_command,
      "đọc lại toàn bộ kho và sổ cái, báo từng lỗi (--dir, --db, --receipt)" },
    { "backup", backup_command,
      "lưu cả thư mục dữ liệu đang chạy, niêm phong cho khóa backup.pub (--to; --key để mở thử "
      "bằng "
      "khóa riêng; --without-database); backup keygen --to TỆP tạo khóa; backup verify TỆP kiểm "
      "tra" },
    { "restore", restore_command,
      "mở một bản lưu vào thư mục trống, kiểm tra rồi mới đặt vào chỗ (kheo restore TỆP --to "
      "--key; "
      "tới một thời điểm: --archive, --at hoặc --at-size)" },
    { "accept-loss", accept_loss_command,
      "ghi vào sổ cái rằng thư mục đã phục hồi chạy tiếp từ đây, phần sau đã mất (--dir, --anchor, "
      "--receipt)" },
    { "accept-pages", accept_pages_command,
      "sau khi chương trình khác đã ghi vào tệp kho dữ liệu: làm lại tổng của các trang ấy "
      "(--dir, --db)" },
    { "copy", copy_command,
      "chép cả kho sang một kho khác rồi so từng dòng (--from, --to: tệp hoặc postgresql://…)" },
    { "clock", clock_command,
      "tính hạn theo luật và giải thích (kheo clock QUY-ĐỊNH NGÀY, --remote, --complex, "
      "--delegated, --dismissal, --tests SỐ, --extend SỐ-LẦN, --suspend TỪ..ĐẾN, "
      "--exclude SỐ-NGÀY, --json; "
      "--list: mọi quy định)" },
    { "lawcheck", lawcheck_command,
      "đọc các bảng luật, báo từng lỗi (--list: bảng điều luật, dòng, chuyện; --svg TÊN: sơ "
      "đồ của một quy trình)" },
    { "blank", blank_command,
      "liệt kê các mẫu văn bản; kheo blank MÃ in một mẫu; kheo blank TỆP kiểm tra mẫu thay thế" },
    { "request", request_command, "đọc một yêu cầu HTTP từ đầu vào chuẩn, in câu trả lời" },
    { "routes", routes_command, "in các địa chỉ, quyền cần có và việc của chúng" },
    { "help", help_command, "in trang này" },
};

/* Names that people expect, for sub-commands of services. */
struct alias {
    const char *words[2];
    const char *service;
    char verb[16];
};
static const struct alias aliases[] = {
    { { "user", "add" }, "identity", "add" },
    { { "import", "units" }, "org", "import" },
    { { "import", "boundaries" }, "map", "import" },
};

int main(int argc, char **argv)
{
    if (!crypt_start()) {
        fprintf(stderr, "kheo: máy này không cho số ngẫu nhiên an toàn; không thể chạy\n");
        return EXIT_FAILURE;
    }
    if (argc < 2) {
        help_command(NULL);
        return 2;
    }
    for (size_t i = 0; argc > 2 && i < COUNT(aliases); i++) {
        if (strcmp(argv[1], aliases[i].words[0]) == 0 &&
            strcmp(argv[2], aliases[i].words[1]) == 0) {
            struct alias alias = aliases[i];
            argv[2] = alias.verb;
            return service_command(alias.service, argc - 2, argv + 2);
        }
    }
    return run_row(argv[1], argc - 2, argv + 2);
}

static int run_row(const char *name, int argc, char **argv)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (strcmp(rows[i].name, name) == 0) {
            struct options options = options_default();
            return options_parse(&options, argc, argv) ? rows[i].run(&options) : 2;
        }
    }
    return service_command(name, argc, argv);
}

/* `kheo identity add …`: the service does it, in the data folder, through the desk like anyone. */
static int service_command(const char *name, int argc, char **argv)
{
    for (size_t i = 0; modules[i]; i++) {
        if (modules[i]->console && strcmp(modules[i]->name, name) == 0) {
            struct options options = options_default();
            options.keeps_unknown = true;
            return options_parse(&options, argc, argv) ? console_command(&options, modules[i]) : 2;
        }
    }
    fprintf(stderr, "kheo: không có lệnh \"%s\"; xem: kheo help\n", name);
    return 2;
}

static int help_command(struct options *options)
{
    (void)options;
    printf("kheo LỆNH [tùy chọn]\n\n");
    for (size_t i = 0; i < COUNT(rows); i++) {
        printf("  %-12s %s\n", rows[i].name, rows[i].about);
    }
    for (size_t i = 0; modules[i]; i++) {
        if (modules[i]->console) {
            printf("  %-12s %s\n", modules[i]->name, modules[i]->console_about);
        }
    }
    return 0;
}
