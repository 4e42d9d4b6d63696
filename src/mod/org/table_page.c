/* The network as a table: taken away as a file, brought back with changes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/pages.h"

#include "mod/org/commands.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/import.h"
#include "web/route.h"
#include "web/sheet.h"

enum { UNITS_MAX = 5000 };

static const struct xlsx_column columns[] = {
    { "Mã đơn vị", XLSX_TEXT, 14 },
    { "Tên đơn vị", XLSX_TEXT, 34 },
    { "Loại đơn vị", XLSX_TEXT, 20 },
    { "Mã đơn vị cấp trên", XLSX_TEXT, 14 },
    { "Hoạt động từ ngày", XLSX_DAY, 12 },
    { "Ngày hoạt động cuối cùng", XLSX_DAY, 12 },
    { "Mã các đơn vị kế tục", XLSX_TEXT, 20 },
    { "Hai chữ đầu của mã hồ sơ", XLSX_TEXT, 8 },
    { "Điện thoại", XLSX_TEXT, 16 },
    { "Thư điện tử", XLSX_TEXT, 26 },
    { "Địa chỉ", XLSX_TEXT, 40 },
    { "Giờ làm việc", XLSX_TEXT, 40 },
};
static const struct xlsx_table sheet = { "Đơn vị", columns, COUNT(columns), false };

static struct local_url url_of(struct visit *v, struct str key);
static struct unit_row *rows_of(struct visit *v, size_t *ret_count);
static bool is_among(const struct unit_row *rows, size_t count, struct str code);
static struct unit_row row_of(const struct unit_table_row *unit);

static const struct import_kind units = {
    .path = "/qt/don-vi/nhap",
    .approval = "/qt/don-vi/nhap/lam",
    .back = "/qt/don-vi",
    .file = "/qt/don-vi/danh-sach",
    .title = N_("Nhập đơn vị từ tệp"),
    .about = N_("Tải danh sách, sửa hoặc thêm dòng, rồi đưa tệp lên. Máy hiện trước từng việc sẽ "
                "làm; chưa bấm đồng ý thì chưa có gì thay đổi."),
    .columns_note = N_("Đơn vị được nhận ra bằng mã và ngày bắt đầu. Mã chưa có là đơn vị mới, cần "
                       "cấp trên. Ghi ngày cuối cùng là kết thúc đơn vị."),
    .asks_day = true,
    .row = &unit_row_record,
    .command = &ORG_COMMANDS[ORG_TABLE_TAKE],
    .url = url_of,
};

enum status org_table_show(struct visit *v)
{
    return import_show(v, &units);
}

enum status org_table_read(struct visit *v)
{
    return import_read_file(v, &units);
}

enum status org_table_approve(struct visit *v)
{
    return import_take_file(v, &units);
}

enum status org_table_file(struct visit *v)
{
    size_t count = 0;
    struct unit_row *rows = rows_of(v, &count);
    if (v->face == FACE_XLSX) {
        struct xlsx_about about = {
            .title = STR("Danh sách đơn vị"),
            .issuer = v->visitor.post_label,
            .note = STR("Lưu trang “Đơn vị” theo kiểu “CSV UTF-8” để đưa lại vào máy."),
            .at = v->now,
        };
        return sheet_give(v, &sheet, &about, "don-vi",
                          (struct sheet_rows){ &unit_row_record, rows, count });
    }
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &unit_row_record);
    for (size_t i = 0; i < count; i++) {
        csv_record(&csv, &unit_row_record, &rows[i]);
    }
    reply_header(v->reply, "Content-Disposition", STR("attachment; filename=\"don-vi.csv\""));
    return STATUS_OK;
}

static struct local_url url_of(struct visit *v, struct str key)
{
    return route_url(v, "/qt/don-vi/:code", key);
}

/* Those at work today that the visitor manages, the ones above before the ones below. Two powers
 * may reach the same unit. */
static struct unit_row *rows_of(struct visit *v, size_t *ret_count)
{
    struct unit_row *rows = new(v->arena, struct unit_row, UNITS_MAX);
    for (size_t g = 0; g < v->visitor.grant_count; g++) {
        const struct power_grant *grant = &v->visitor.grants[g];
        size_t before = *ret_count;
        if (!str_equal(grant->power, STR(POWER_ORG_MANAGE))) {
            continue;
        }
        struct unit_table_rows below = unit_table(
            &v->snap->conn, &(struct unit_table){ .above = { grant->unit.v },
                                                  .on = instant_day(v->now),
                                                  .limit = (int64_t)(UNITS_MAX - before) });
        for (size_t i = 0; i < below.count; i++) {
            if (!is_among(rows, before, below.rows[i].code)) {
                rows[(*ret_count)++] = row_of(&below.rows[i]);
            }
        }
    }
    return rows;
}

static bool is_among(const struct unit_row *rows, size_t count, struct str code)
{
    bool is_there = false;
    for (size_t i = 0; i < count && !is_there; i++) {
        is_there = str_equal(rows[i].code, code);
    }
    return is_there;
}

static struct unit_row row_of(const struct unit_table_row *unit)
{
    return (struct unit_row){
        .code = unit->code,
        .name = unit->name,
        .kind = str_of(unit_kind_label(unit->kind)),
        .parent = unit->parent_code,
        .from = unit->from_on,
        .until = unit->until_on,
        .prefix = unit->prefix,
        .phone = unit->phone,
        .email = unit->email,
        .address = unit->address,
        .hours = unit->hours,
    };
}
