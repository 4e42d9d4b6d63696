/* kheo accept-pages: pages that another program wrote are read again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdio.h>
#include <unistd.h>

#include "main/archive.h"
#include "main/commands.h"
#include "main/folder.h"
#include "store/store.h"

/* A server does not read a page that is not what it wrote. When that was no disk but a person, who
 * opened the file with a program of their own, this is the way on; whether the rows are still what
 * the ledger promised is for `kheo check` to say. */

static void count_page(void *context, int64_t page)
{
    int64_t *count = context;
    printf("trang %lld: tổng được làm lại\n", (long long)page);
    ++*count;
}

int accept_pages_command(struct options *options)
{
    struct house_settings settings = house_settings_of(options);
    char path[FOLDER_PATH_BYTES_MAX];
    struct str why = STR("Đường dẫn sau --dir dài quá.");
    int64_t count = 0;
    bool is_named = settings.database || folder_path(path, settings.dir, "kheo.db");
    if (!is_named || store_accept_pages(settings.database ? settings.database : path, count_page,
                                        &count, &why) != STATUS_OK) {
        return house_refused(why);
    }
    printf("%lld trang được làm lại tổng. Hãy chạy kheo check: nó so từng dòng với sổ cái.\n",
           (long long)count);
    if (count > 0 && folder_exists(settings.dir)) {
        if (!folder_path(path, settings.dir, ARCHIVE_BREAK) ||
            (access(path, F_OK) != 0 && folder_write(path, "\n", 1) != STATUS_OK)) {
            return house_refused(STR("Không ghi được vào thư mục dữ liệu; nếu dùng --archive, hãy "
                                     "chạy kheo backup ngay khi máy chủ chạy lại."));
        }
        printf("Nếu dùng --archive: nó bắt đầu lại từ bản lưu tới, nên hãy chạy kheo backup.\n");
    }
    return 0;
}
