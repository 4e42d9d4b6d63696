/* Forms: which parser reads a body, and what all parameters have in common. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/form.h"

#include "base/arena.h"
#include "web/form_private.h"
#include "web/percent.h"
#include "web/route.h"

enum { NAME_BYTES_MAX = 64, SHOWN_BYTES_MAX = 40 };

static enum status read_body(struct form_draft *draft, struct str content_type, struct str body);
static bool is_name(struct str name);
static enum status finish(const struct form_draft *draft, enum status status, struct form *ret,
                          struct str *ret_why);

struct str form_get(const struct form *form, const char *name)
{
    struct str wanted = str_of(name);
    for (size_t i = 0; i < form->param_count; i++) {
        if (str_equal(form->params[i].name, wanted)) {
            return form->params[i].value;
        }
    }
    return STR_NONE;
}

void problems_add(struct problems *problems, const char *field, struct str sentence)
{
    if (problems->count < PROBLEMS_MAX) {
        problems->list[problems->count++] = (struct problem){ field, sentence };
    }
}

struct str problem_of(const struct problems *problems, const char *field)
{
    for (size_t i = 0; i < problems->count; i++) {
        const char *name = problems->list[i].field;
        if (name && str_equal(str_of(name), str_of(field))) {
            return problems->list[i].sentence;
        }
    }
    return STR_NONE;
}

enum status form_parse(struct arena *arena, struct str content_type, struct str body,
                       struct form *ret, struct str *ret_why)
{
    struct form_draft *draft = new (arena, struct form_draft, 1);
    draft->arena = arena;
    return finish(draft, read_body(draft, content_type, body), ret, ret_why);
}

enum status form_parse_query(struct arena *arena, struct str query, struct form *ret,
                             struct str *ret_why)
{
    if (query.n == 0) {
        *ret = (struct form){ 0 };
        return STATUS_OK;
    }
    struct form_draft *draft = new (arena, struct form_draft, 1);
    draft->arena = arena;
    return finish(draft, form_parse_urlencoded(draft, query), ret, ret_why);
}

static enum status read_body(struct form_draft *draft, struct str content_type, struct str body)
{
    struct str rest = content_type;
    struct str kind = str_trim(str_cut(&rest, ';'));
    if (str_equal_nocase(kind, STR("application/x-www-form-urlencoded"))) {
        return form_parse_urlencoded(draft, body);
    }
    if (str_equal_nocase(kind, STR("multipart/form-data"))) {
        return form_parse_multipart(draft, content_type, body);
    }
    if (str_equal_nocase(kind, STR("application/json"))) {
        draft->is_json = true;
        return form_parse_json(draft, body);
    }
    if (str_equal_nocase(kind, STR("image/jpeg")) || str_equal_nocase(kind, STR("image/png"))) {
        if (body.n > UPLOAD_FILE_BYTES_MAX) {
            return form_refuse(draft, STATUS_TOO_LARGE, "Ảnh “%.*s” lớn quá 10 MiB.", kind);
        }
        return form_add_file(draft, (struct form_file){ STR("photo"), STR(""), kind, body });
    }
    if (str_starts(kind, STR("audio/"))) {
        return form_add_file(draft, (struct form_file){ STR("recording"), STR(""), kind, body });
    }
    if ((kind.n == 0 && body.n == 0) || str_equal_nocase(kind, STR(PIECE_TYPE))) {
        return STATUS_OK;
    }
    return form_refuse(draft, STATUS_MEDIA_TYPE, "Máy chủ không đọc được loại nội dung “%.*s”.",
                       kind);
}

enum status form_parse_urlencoded(struct form_draft *draft, struct str body)
{
    struct str rest = body;
    while (rest.p) {
        struct str pair = str_cut(&rest, '&');
        if (pair.n == 0) {
            continue;
        }
        size_t equals = str_find_byte(pair, '=');
        struct str name = str_slice(pair, 0, equals);
        struct str value = str_slice(pair, equals + 1, pair.n);
        if (!percent_decode(draft->arena, name, PERCENT_PLUS_IS_SPACE, &name) ||
            !percent_decode(draft->arena, value, PERCENT_PLUS_IS_SPACE, &value)) {
            return form_refuse(draft, STATUS_BAD_REQUEST,
                               "Sau dấu %% phải có hai chữ số thập lục phân: “%.*s”.", pair);
        }
        enum status status = form_add(draft, name, value);
        if (status) {
            return status;
        }
    }
    return STATUS_OK;
}

enum status form_add(struct form_draft *draft, struct str name, struct str value)
{
    if (!is_name(name)) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Tên ô không hợp lệ: “%.*s”.", name);
    }
    for (size_t i = 0; i < draft->param_count; i++) {
        if (str_equal(draft->params[i].name, name)) {
            return form_refuse(draft, STATUS_BAD_REQUEST, "Ô “%.*s” được gửi hai lần.", name);
        }
    }
    if (draft->param_count == COUNT(draft->params)) {
        return form_refuse(draft, STATUS_BAD_REQUEST, "Có quá nhiều ô, thừa từ ô “%.*s”.", name);
    }
    draft->params[draft->param_count++] =
        (struct form_param){ name, form_clean(draft->arena, value) };
    return STATUS_OK;
}

/* A file that cannot be taken is a problem of its field, and what was typed beside it is kept. */
enum status form_add_file(struct form_draft *draft, struct form_file file)
{
    bool is_too_large = file.bytes.n > UPLOAD_FILE_BYTES_MAX;
    if (draft->file_count == COUNT(draft->files)) {
        draft->files_left_out++;
        return STATUS_OK;
    }
    draft->files[draft->file_count++] = (struct form_file){
        .field = file.field,
        .name = form_clean(draft->arena, file.name),
        .type = form_clean(draft->arena, file.type),
        .bytes = is_too_large ? STR_NONE : file.bytes,
        .is_too_large = is_too_large,
    };
    return STATUS_OK;
}

enum status form_refuse(struct form_draft *draft, enum status status, const char *sentence,
                        struct str about)
{
    struct str shown = form_clean(draft->arena, str_slice(about, 0, SHOWN_BYTES_MAX));
    draft->why = str_printf(draft->arena, sentence, STR_ARG(shown));
    return status;
}

/* Names are ours, so they are plain: letters, digits and the few signs of a program's
 * identifiers. */
static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '[' ||
                        c == ']';
        if (!is_plain) {
            return false;
        }
    }
    return name.n > 0 && name.n <= NAME_BYTES_MAX;
}

static enum status finish(const struct form_draft *draft, enum status status, struct form *ret,
                          struct str *ret_why)
{
    if (status) {
        *ret_why = draft->why;
        return status;
    }
    *ret = (struct form){ .params = draft->params,
                          .param_count = draft->param_count,
                          .files = draft->files,
                          .file_count = draft->file_count,
                          .files_left_out = draft->files_left_out,
                          .is_json = draft->is_json };
    return STATUS_OK;
}
