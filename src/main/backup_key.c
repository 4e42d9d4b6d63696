/* Writing and reading key files. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/backup_key.h"

#include <unistd.h>

#include "base/out.h"
#include "main/folder.h"

static const struct str PUBLIC = STR_INIT("kheo-backup-public ");
static const struct str SECRET = STR_INIT("kheo-backup-secret ");
enum { LINE_BYTES_MAX = 128 };

static enum status write_line(const char *path, struct str label, const uint8_t key[BOX_KEY_BYTES])
{
    char line[LINE_BYTES_MAX];
    struct out out = out_fixed(line, sizeof line);
    out_str_raw(&out, label);
    out_hex(&out, key, BOX_KEY_BYTES);
    out_char(&out, '\n');
    enum status status = folder_write(path, line, out.n);
    secret_wipe(line, sizeof line);
    return status;
}

static bool read_line(const char *path, struct str label, uint8_t ret[BOX_KEY_BYTES])
{
    char line[LINE_BYTES_MAX];
    size_t n;
    size_t bytes = 0;
    bool is_read = folder_read(path, line, sizeof line, &n);
    struct str text = str_trim(str_span(line, is_read ? n : 0));
    bool is_key = str_starts(text, label) &&
                  hex_decode(str_slice(text, label.n, text.n), ret, BOX_KEY_BYTES, &bytes) &&
                  bytes == BOX_KEY_BYTES;
    secret_wipe(line, sizeof line);
    return is_key;
}

enum status backup_key_make(const char *path)
{
    char beside[FOLDER_PATH_BYTES_MAX];
    struct out out = out_fixed(beside, sizeof beside);
    out_printf(&out, "%s.pub%c", path, '\0');
    struct box_key key = box_key_draw();
    enum status status = out.overflowed ? STATUS_STORE_FAILED : STATUS_OK;
    status = status ? status : write_line(path, SECRET, key.secret);
    if (!status) {
        status = write_line(beside, PUBLIC, key.public);
        if (status) {
            unlink(path);
        }
    }
    secret_wipe(&key, sizeof key);
    return status;
}

bool backup_key_public(const char *dir, uint8_t ret[BOX_KEY_BYTES], struct str *ret_why)
{
    char path[FOLDER_PATH_BYTES_MAX];
    *ret_why = STR("Thư mục dữ liệu chưa có khóa công khai backup.pub. Hãy chạy trên một máy khác: "
                   "kheo backup keygen --to khoa-luu, rồi chép khoa-luu.pub thành backup.pub trong "
                   "thư mục dữ liệu; giữ khoa-luu ở nơi khác.");
    return folder_path(path, dir, "backup.pub") && read_line(path, PUBLIC, ret);
}

bool backup_key_secret(const char *path, struct box_key *ret, struct str *ret_why)
{
    uint8_t secret[BOX_KEY_BYTES];
    *ret_why =
        STR("Không đọc được khóa riêng sau --key; đó là tệp do kheo backup keygen tạo, không "
            "phải tệp .pub.");
    bool is_read = path && read_line(path, SECRET, secret);
    if (is_read) {
        *ret = box_key_from_secret(secret);
    }
    secret_wipe(secret, sizeof secret);
    return is_read;
}
