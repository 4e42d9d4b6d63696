/* kheo copy: all rows from one database into the other, and the proof that they arrived. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/copy.h"

#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "main/commands.h"
#include "text/format.h"

/* The ledger and all that hangs on it is copied table by table, each whole or not at all; what is
 * the same on both sides already is not copied again, so a copy that broke off is begun anew. */

static bool open_both(const struct options *options, struct store **ret_from, struct store **ret_to,
                      struct str *ret_why);
static enum status open_one(const char *url, bool create, struct store **ret, struct str *ret_why);
static bool is_ready(struct store *from, struct store *to, struct str *ret_why);
static enum status copy_table(struct store *from, struct store *to, const struct table *table);
static void tell_progress(void *table, int64_t rows);
static void tell_table(const struct table *table, int64_t rows, const char *what);

int copy_command(struct options *options)
{
    struct store *from = NULL;
    struct store *to = NULL;
    struct str why = STR("Hãy cho biết chép từ đâu tới đâu: kheo copy --from kheo-data/kheo.db "
                         "--to postgresql://máy/kho");
    bool is_open = options->from && options->to && open_both(options, &from, &to, &why);
    if (!is_open || !is_ready(from, to, &why)) {
        store_close(from);
        store_close(to);
        return house_refused(why);
    }
    enum status status = STATUS_OK;
    for (const struct table *table = tables; !status && table->name; table++) {
        status = copy_table(from, to, table);
        if (status) {
            fprintf(stderr, "kheo: bảng %s: %s\n", table->name, status_sentence(status));
        }
    }
    store_close(from);
    store_close(to);
    if (!status) {
        printf("Hai kho giống nhau từng dòng. Tiếp theo: kheo serve --db %s\n", options->to);
    }
    return status != STATUS_OK;
}

static bool open_both(const struct options *options, struct store **ret_from, struct store **ret_to,
                      struct str *ret_why)
{
    if (strcmp(options->from, options->to) == 0) {
        *ret_why = STR("Hai đầu là cùng một kho. Hãy ghi một kho khác sau --to.");
        return false;
    }
    return open_one(options->from, false, ret_from, ret_why) == STATUS_OK &&
           open_one(options->to, true, ret_to, ret_why) == STATUS_OK;
}

static enum status open_one(const char *url, bool create, struct store **ret, struct str *ret_why)
{
    enum status status = store_open(url, create, ret, ret_why);
    if (!status) {
        status = store_migrate(*ret, &schema, ret_why);
    }
    return status;
}

/* Clearing a table that is somebody else's would be the end of it. Theirs is told by the ledger,
 * which is copied first and never changes again. */
static bool is_ready(struct store *from, struct store *to, struct str *ret_why)
{
    const struct table *ledger = tables;
    while (ledger->name && strcmp(ledger->name, "ledger_leaf") != 0) {
        ledger++;
    }
    struct table_state there;
    struct table_state here;
    if (!ledger->name || store_table_state(from, ledger, &here) ||
        store_table_state(to, ledger, &there)) {
        *ret_why = STR("Không đọc được sổ cái của một trong hai kho.");
        return false;
    }
    if (there.rows > 0 && !table_state_equal(here, there)) {
        *ret_why = STR("Kho nhận đã có một sổ cái khác. Hãy chép vào một kho trống.");
        return false;
    }
    return true;
}

static enum status copy_table(struct store *from, struct store *to, const struct table *table)
{
    struct copy_progress progress = { tell_progress, (void *)(uintptr_t)table };
    struct table_state before;
    struct table_state after;
    enum status status = store_table_state(from, table, &before);
    status = status ? status : store_table_state(to, table, &after);
    if (status || table_state_equal(before, after)) {
        tell_table(table, before.rows, "đã có");
        return status;
    }
    status = store_table_copy(from, to, table, &progress);
    status = status ? status : store_table_state(to, table, &after);
    if (!status && !table_state_equal(before, after)) {
        status = STATUS_BROKEN;
    }
    tell_table(table, after.rows, status ? "không chép được" : "đã chép và so lại");
    return status;
}

static void tell_progress(void *table, int64_t rows)
{
    tell_table(table, rows, "đang chép");
}

static void tell_table(const struct table *table, int64_t rows, const char *what)
{
    char text[40];
    struct out number = out_fixed(text, sizeof text);
    format_number(&number, rows);
    out_char(&number, '\0');
    printf("%-22s %12s dòng  %s\n", table->name, text, what);
    fflush(stdout);
}
