/* People and posts as a table: taken away as a file, brought back with changes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/admin.h"

#include "mod/identity/commands.h"
#include "text/tongue.h"
#include "web/face.h"
#include "web/import.h"
#include "web/route.h"
#include "web/sheet.h"

enum { POSTS_MAX = 5000, POWERS_BYTES_MAX = 4096 };

static const struct xlsx_column columns[] = {
    { "Tên đăng nhập", XLSX_TEXT, 16 }, { "Họ và tên", XLSX_TEXT, 26 },
    { "Điện thoại", XLSX_TEXT, 14 },    { "Thư điện tử", XLSX_TEXT, 26 },
    { "Mã đơn vị", XLSX_TEXT, 14 },     { "Chức vụ", XLSX_TEXT, 24 },
    { "Từ ngày", XLSX_DAY, 12 },        { "Đến hết ngày", XLSX_DAY, 12 },
    { "Quyền", XLSX_TEXT, 50 },
};
static const struct xlsx_table sheet = { "Người dùng", columns, COUNT(columns), false };

static struct local_url url_of(struct visit *v, struct str key);
static struct person_row *rows_of(struct visit *v, size_t *ret_count);
static bool is_among(const struct person_row *rows, size_t count,
                     const struct post_table_row *post);
static struct str powers_of(struct visit *v, const struct post_table_row *post);

static const struct import_kind people = {
    .path = "/qt/nguoi-dung/nhap",
    .approval = "/qt/nguoi-dung/nhap/lam",
    .back = "/qt/nguoi-dung",
    .file = "/qt/nguoi-dung/danh-sach",
    .title = N_("Nhập người dùng từ tệp"),
    .about = N_("Tải danh sách, sửa hoặc thêm dòng, rồi đưa tệp lên. Máy hiện trước từng việc sẽ "
                "làm; chưa bấm đồng ý thì chưa có gì thay đổi. Tệp không bao giờ có mật khẩu: "
                "người mới được đưa mật khẩu đầu tiên tận tay, ở trang của từng người."),
    .columns_note = N_("Mỗi dòng là một chức vụ; người giữ hai chức vụ thì có hai dòng. Quyền là "
                       "tên một vai trò, hoặc các quyền cách nhau bằng dấu cách. Ô quyền là toàn "
                       "bộ: quyền không ghi sẽ bị thu hồi."),
    .row = &person_row_record,
    .command = &IDENTITY_COMMANDS[IDENTITY_TABLE_TAKE],
    .url = url_of,
};

enum status identity_table_show(struct visit *v)
{
    return import_show(v, &people);
}

enum status identity_table_read(struct visit *v)
{
    return import_read_file(v, &people);
}

enum status identity_table_approve(struct visit *v)
{
    return import_take_file(v, &people);
}

enum status identity_table_file(struct visit *v)
{
    size_t count = 0;
    struct person_row *rows = rows_of(v, &count);
    if (v->face == FACE_XLSX) {
        struct xlsx_about about = {
            .title = STR("Danh sách người dùng"),
            .issuer = v->visitor.post_label,
            .note = STR("Lưu trang “Người dùng” theo kiểu “CSV UTF-8” để đưa lại vào máy."),
            .at = v->now,
        };
        return sheet_give(v, &sheet, &about, "nguoi-dung",
                          (struct sheet_rows){ &person_row_record, rows, count });
    }
    struct csv csv = csv_open(page_body(v));
    csv_head(&csv, v->tongue, &person_row_record);
    for (size_t i = 0; i < count; i++) {
        csv_record(&csv, &person_row_record, &rows[i]);
    }
    reply_header(v->reply, "Content-Disposition", STR("attachment; filename=\"nguoi-dung.csv\""));
    return STATUS_OK;
}

static struct local_url url_of(struct visit *v, struct str key)
{
    struct person_of_sign_in_row person;
    if (!person_of_sign_in(&v->snap->conn, &(struct person_of_sign_in){ .sign_in = key },
                           &person)) {
        return (struct local_url){ STR_NONE };
    }
    return route_url(v, "/qt/nguoi-dung/:id", str_printf(v->arena, "%lld", (long long)person.id.v));
}

/* Posts of today or later, where the visitor manages people. Two powers may reach the same unit. */
static struct person_row *rows_of(struct visit *v, size_t *ret_count)
{
    struct person_row *rows = new(v->arena, struct person_row, POSTS_MAX);
    for (size_t g = 0; g < v->visitor.grant_count; g++) {
        const struct power_grant *grant = &v->visitor.grants[g];
        size_t before = *ret_count;
        if (!str_equal(grant->power, STR(POWER_IDENTITY_MANAGE))) {
            continue;
        }
        struct post_table_rows posts = post_table(
            &v->snap->conn, &(struct post_table){ .above = { grant->unit.v },
                                                  .on = instant_day(v->now),
                                                  .limit = (int64_t)(POSTS_MAX - before) });
        for (size_t i = 0; i < posts.count; i++) {
            const struct post_table_row *post = &posts.rows[i];
            if (!is_among(rows, before, post)) {
                rows[(*ret_count)++] = (struct person_row){
                    .sign_in = post->sign_in,
                    .name = post->name,
                    .phone = post->phone,
                    .email = post->email,
                    .unit = post->unit_code,
                    .title = post->title,
                    .from = post->from_on,
                    .until = post->until_on,
                    .powers = powers_of(v, post),
                };
            }
        }
    }
    return rows;
}

static bool is_among(const struct person_row *rows, size_t count, const struct post_table_row *post)
{
    bool is_there = false;
    for (size_t i = 0; i < count && !is_there; i++) {
        is_there = str_equal(rows[i].sign_in, post->sign_in) &&
                   str_equal(rows[i].unit, post->unit_code) &&
                   str_equal(rows[i].title, post->title);
    }
    return is_there;
}

static struct str powers_of(struct visit *v, const struct post_table_row *post)
{
    struct grants_of_post_rows grants = grants_of_post(
        &v->snap->conn,
        &(struct grants_of_post){ .post_id = post->id, .on = instant_day(v->now), .limit = 200 });
    struct out out = out_open(v->arena, POWERS_BYTES_MAX);
    for (size_t i = 0; i < grants.count; i++) {
        const struct grants_of_post_row *grant = &grants.rows[i];
        bool is_own = str_equal(grant->unit_code, post->unit_code);
        out_printf(&out, "%s%.*s%s%.*s", i ? " " : "", STR_ARG(grant->power), is_own ? "" : "@",
                   is_own ? 0 : (int)grant->unit_code.n, grant->unit_code.p);
    }
    return out_str(&out);
}
