/* A reader of our own JSON that goes straight to one value. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "story_json.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/out.h"

static struct str cut_value(struct str *rest);
static struct str member_of(struct str value, struct str name);
static struct str item_of(struct str value, int64_t index);
static struct str skip_signs(struct str text);
static struct str unquote(struct arena *arena, struct str value);

struct str json_find(struct arena *arena, struct str text, struct str path)
{
    struct str rest = text;
    struct str value = cut_value(&rest);
    for (size_t at = 0; at < path.n && value.p;) {
        size_t end = at + 1;
        while (end < path.n && path.p[end] != '.' && path.p[end] != '[' && path.p[end] != ']') {
            end++;
        }
        struct str step = str_slice(path, at + 1, end);
        int64_t index = 0;
        if (path.p[at] == '.') {
            value = member_of(value, step);
        } else if (path.p[at] == '[' && str_to_int(step, &index)) {
            value = item_of(value, index);
            end++; /* over the closing bracket */
        } else {
            return STR_NONE;
        }
        at = end;
    }
    return value.p ? unquote(arena, value) : STR_NONE;
}

/* Takes one whole value off the front; brackets inside strings do not count. */
static struct str cut_value(struct str *rest)
{
    struct str text = skip_signs(*rest);
    size_t depth = 0;
    size_t at = 0;
    while (at < text.n) {
        char c = text.p[at++];
        if (c == '"') {
            while (at < text.n && text.p[at] != '"') {
                at += text.p[at] == '\\' ? 2 : 1;
            }
            at++;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth -= depth > 0;
        }
        bool is_end = at >= text.n || text.p[at] == ',' || text.p[at] == '}' || text.p[at] == ']' ||
                      text.p[at] == ':';
        if (depth == 0 && is_end) {
            break;
        }
    }
    *rest = str_slice(text, at, text.n);
    return text.n ? str_trim(str_slice(text, 0, at)) : STR_NONE;
}

static struct str member_of(struct str value, struct str name)
{
    struct str rest = str_slice(value, 1, value.n ? value.n - 1 : 0);
    while (rest.n > 0 && value.p[0] == '{') {
        struct str key = cut_value(&rest);
        struct str found = cut_value(&rest);
        if (str_equal(str_slice(key, 1, key.n - 1), name)) {
            return found;
        }
    }
    return STR_NONE;
}

static struct str item_of(struct str value, int64_t index)
{
    struct str rest = str_slice(value, 1, value.n ? value.n - 1 : 0);
    for (int64_t i = 0; rest.n > 0 && value.p[0] == '['; i++) {
        struct str found = cut_value(&rest);
        if (i == index) {
            return found;
        }
    }
    return STR_NONE;
}

static struct str skip_signs(struct str text)
{
    size_t at = 0;
    while (at < text.n &&
           (text.p[at] == ' ' || text.p[at] == ',' || text.p[at] == ':' || text.p[at] == '\n')) {
        at++;
    }
    return str_slice(text, at, text.n);
}

static struct str unquote(struct arena *arena, struct str value)
{
    if (value.n < 2 || value.p[0] != '"') {
        return value;
    }
    struct out out = out_open(arena, value.n);
    for (size_t i = 1; i + 1 < value.n; i++) {
        if (value.p[i] == '\\') {
            i++;
            out_char(&out, value.p[i] == 'n' ? '\n' : value.p[i]);
        } else {
            out_char(&out, value.p[i]);
        }
    }
    return out_str(&out);
}
