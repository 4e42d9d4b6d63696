/* Multipart bodies (RFC 7578): parameters and uploaded files, without copying a file's bytes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/arena.h"
#include "web/form_private.h"

enum { BOUNDARY_BYTES_MAX = 70, PART_HEADER_BYTES_MAX = 1024 };

/* One part: its head as far as we need it, and its bytes. */
struct part {
    struct str name;
    struct str file_name; /* absent: an ordinary parameter */
    struct str type;
    struct str bytes;
};

static enum status read_part(struct form_draft *draft, struct str *rest, struct str delimiter,
                             struct part *ret);
static bool read_part_head(struct str head, struct part *ret);
static bool read_disposition(struct str value, struct part *ret);
static enum status keep_part(struct form_draft *draft, const struct part *part);
static struct str boundary_of(struct str content_type);
static bool is_boundary(struct str boundary);
static bool cut_parameter(struct str *rest, struct str *ret_name, struct str *ret_value);
static bool cut_prefix(struct str *rest, struct str prefix);

/* The body is  --boundary CRLF part (CRLF --boundary CRLF part)* CRLF --boundary--  with anything
 * after it ignored; text before the first boundary is refused, no browser sends it. */
enum status form_parse_multipart(struct form_draft *draft, struct str content_type, struct str body)
{
    struct str boundary = boundary_of(content_type);
    if (!is_boundary(boundary)) {
        return form_refuse(draft, STATUS_BAD_REQUEST,
                           "Loại nội dung thiếu dấu ngăn (boundary): “%.*s”.", content_type);
    }
    struct str delimiter = str_printf(draft->arena, "\r\n--%.*s", STR_ARG(boundary));
    struct str rest = body;
    if (!cut_prefix(&rest, str_slice(delimiter, 2, delimiter.n))) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Nội dung không mở đầu bằng dấu ngăn “%.*s”.",
                           boundary);
    }
    while (!cut_prefix(&rest, STR("--"))) {
        struct part part = { 0 };
        enum status status = read_part(draft, &rest, delimiter, &part);
        if (status == STATUS_OK) {
            status = keep_part(draft, &part);
        }
        if (status) {
            return status;
        }
    }
    return STATUS_OK;
}

/* From behind one delimiter to behind the next. */
static enum status read_part(struct form_draft *draft, struct str *rest, struct str delimiter,
                             struct part *ret)
{
    if (!cut_prefix(rest, STR("\r\n"))) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Nội dung bị cắt cụt sau dấu ngăn “%.*s”.",
                           str_slice(delimiter, 4, delimiter.n));
    }
    size_t head_end = str_find(str_slice(*rest, 0, PART_HEADER_BYTES_MAX), STR("\r\n\r\n"));
    struct str head = str_slice(*rest, 0, head_end + 2);
    if (head_end >= PART_HEADER_BYTES_MAX || head_end >= rest->n || !read_part_head(head, ret)) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Phần đầu của một ô bị hỏng: “%.*s”.", head);
    }
    *rest = str_slice(*rest, head_end + 4, rest->n);
    size_t end = str_find(*rest, delimiter);
    if (end == rest->n) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Nội dung của ô “%.*s” bị cắt cụt.",
                           ret->name);
    }
    ret->bytes = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end + delimiter.n, rest->n);
    return STATUS_OK;
}

static bool read_part_head(struct str head, struct part *ret)
{
    struct str rest = head;
    while (rest.n > 0) {
        size_t end = str_find(rest, STR("\r\n"));
        struct str line = str_slice(rest, 0, end);
        rest = str_slice(rest, end + 2, rest.n);
        struct str value = line;
        struct str name = str_cut(&value, ':');
        if (!value.p) {
            return false;
        }
        if (str_equal_nocase(name, STR("Content-Disposition"))) {
            if (ret->name.p || !read_disposition(value, ret)) {
                return false;
            }
        } else if (str_equal_nocase(name, STR("Content-Type"))) {
            ret->type = str_trim(value);
        }
    }
    return ret->name.p != NULL;
}

static bool read_disposition(struct str value, struct part *ret)
{
    struct str rest = value;
    if (!str_equal_nocase(str_trim(str_cut(&rest, ';')), STR("form-data"))) {
        return false;
    }
    while (rest.p) {
        struct str name = STR_NONE;
        struct str given = STR_NONE;
        if (!cut_parameter(&rest, &name, &given)) {
            return false;
        }
        if (str_equal_nocase(name, STR("name")) && !ret->name.p) {
            ret->name = given;
        } else if (str_equal_nocase(name, STR("filename")) && !ret->file_name.p) {
            ret->file_name = given;
        } else if (!str_equal_nocase(name, STR("filename*"))) {
            /* A second name would let two readers see two different forms. */
            return false;
        }
    }
    return ret->name.p != NULL;
}

static enum status keep_part(struct form_draft *draft, const struct part *part)
{
    if (!part->file_name.p) {
        return part->bytes.n > FORM_BODY_BYTES_MAX
                   ? form_refuse(draft, STATUS_TOO_LARGE, "Ô “%.*s” dài quá.", part->name)
                   : form_add(draft, part->name, part->bytes);
    }
    if (part->file_name.n == 0 && part->bytes.n == 0) {
        return STATUS_OK; /* what a browser sends when no file was chosen */
    }
    return form_add_file(
        draft, (struct form_file){ part->name, part->file_name, part->type, part->bytes });
}

static struct str boundary_of(struct str content_type)
{
    struct str rest = content_type;
    (void)str_cut(&rest, ';');
    while (rest.p) {
        struct str name = STR_NONE;
        struct str value = STR_NONE;
        if (!cut_parameter(&rest, &name, &value)) {
            return STR_NONE;
        }
        if (str_equal_nocase(name, STR("boundary"))) {
            return value;
        }
    }
    return STR_NONE;
}

/* RFC 2046: one to seventy of these characters. */
static bool is_boundary(struct str boundary)
{
    static const char signs[] = "'()+_,-./:=? ";
    for (size_t i = 0; i < boundary.n; i++) {
        char c = boundary.p[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_letter && !memchr(signs, c, sizeof signs - 1)) {
            return false;
        }
    }
    return boundary.n > 0 && boundary.n <= BOUNDARY_BYTES_MAX;
}

/* `name=value` or `name="value"` up to the next semicolon outside the quotes. Browsers write a
 * quote inside a name as %22 (HTML), so a quote always ends the value. */
static bool cut_parameter(struct str *rest, struct str *ret_name, struct str *ret_value)
{
    struct str name = str_trim(str_slice(*rest, 0, str_find_byte(*rest, '=')));
    struct str value = str_slice(*rest, str_find_byte(*rest, '=') + 1, rest->n);
    if (name.n == 0 || name.n == str_trim(*rest).n) {
        return false;
    }
    if (value.n > 0 && value.p[0] == '"') {
        size_t close = str_find_byte(str_slice(value, 1, value.n), '"') + 1;
        struct str behind = str_slice(value, close + 1, value.n);
        if (close >= value.n || str_trim(str_cut(&behind, ';')).n > 0) {
            return false;
        }
        *ret_value = str_slice(value, 1, close);
        *rest = behind;
    } else {
        *ret_value = str_trim(str_cut(&value, ';'));
        *rest = value;
    }
    *ret_name = name;
    return true;
}

static bool cut_prefix(struct str *rest, struct str prefix)
{
    if (!str_starts(*rest, prefix)) {
        return false;
    }
    *rest = str_slice(*rest, prefix.n, rest->n);
    return true;
}
