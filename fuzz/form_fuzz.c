/* Forms: whatever is accepted stays within its limits, is clean, and reads back the same. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/must.h"
#include "text/fold.h"
#include "web/form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_form(struct arena *arena, const struct form *form);
static struct str write_urlencoded(struct arena *arena, const struct form *form);

/* The first byte chooses the type of the body. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const types[] = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "application/json",
    };
    if (size == 0) {
        return 0;
    }
    struct arena *arena = arena_create(64 << 20);
    must(arena);
    struct form form = { 0 };
    struct str why = STR_NONE;
    struct str body = str_span(data + 1, size - 1);
    enum status status =
        form_parse(arena, str_of(types[data[0] % COUNT(types)]), body, &form, &why);
    if (status == STATUS_OK) {
        check_form(arena, &form);
    } else {
        must(status_http(status) >= 400 && status_http(status) < 500);
        must(why.n > 0 && str_is_utf8(why));
    }
    arena_destroy(arena);
    return 0;
}

static void check_form(struct arena *arena, const struct form *form)
{
    must(form->param_count <= FORM_PARAMS_MAX && form->file_count <= UPLOAD_FILES_MAX);
    for (size_t i = 0; i < form->param_count; i++) {
        struct str value = form->params[i].value;
        must(value.p && text_is_clean(value) && str_equal(text_nfc(arena, value), value));
        must(str_equal(form_get(form, str_z(arena, form->params[i].name)), value));
    }
    struct form again = { 0 };
    struct str why = STR_NONE;
    struct str text = write_urlencoded(arena, form);
    must(form_parse_query(arena, text, &again, &why) == STATUS_OK);
    must(again.param_count == form->param_count);
    for (size_t i = 0; i < form->param_count; i++) {
        must(str_equal(again.params[i].name, form->params[i].name));
        must(str_equal(again.params[i].value, form->params[i].value));
    }
}

static struct str write_urlencoded(struct arena *arena, const struct form *form)
{
    struct out out = out_open(arena, 16 << 20);
    for (size_t i = 0; i < form->param_count; i++) {
        out_percent(&out, form->params[i].name);
        out_char(&out, '=');
        out_percent(&out, form->params[i].value);
        out_char(&out, '&');
    }
    must(!out.overflowed);
    return out_str(&out);
}
