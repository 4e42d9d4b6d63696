/* An answer as one text, and as its parts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/parts.h"

#include "base/limits.h"
#include "base/out.h"

/* They are the answer's, not the page's: in the language of the answer. The first has none. */
static const char *const HEADINGS[ANSWER_PARTS] = { NULL, "Việc đã làm: ", "Việc sẽ làm: ",
                                                    "Nếu bà con chưa đồng ý: " };

struct str answer_join(struct arena *arena, const struct str parts[ANSWER_PARTS])
{
    struct out out = out_open(arena, ANSWER_PARTS * (TEXT_LONG_CHARS_MAX * 4 + 64));
    for (int i = 0; i < ANSWER_PARTS; i++) {
        struct str part = str_trim(parts[i]);
        if (part.n > 0) {
            out_printf(&out, "%s%s%.*s", out.n > 0 ? "\n\n" : "", HEADINGS[i] ? HEADINGS[i] : "",
                       STR_ARG(part));
        }
    }
    return out.n > 0 ? out_str(&out) : STR("");
}

void answer_split(struct str text, struct str ret_parts[ANSWER_PARTS])
{
    size_t starts[ANSWER_PARTS + 1] = { 0 };
    size_t begins[ANSWER_PARTS] = { 0 };
    int found = 1;
    int part_of[ANSWER_PARTS] = { PART_SAID };
    int next = PART_DONE;
    for (size_t at = 0; at < text.n; at++) {
        bool is_line = at == 0 || text.p[at - 1] == '\n';
        for (int i = next; is_line && i < ANSWER_PARTS; i++) {
            if (str_starts(str_slice(text, at, text.n), str_of(HEADINGS[i]))) {
                starts[found] = at;
                begins[found] = at + str_of(HEADINGS[i]).n;
                part_of[found++] = i;
                next = i + 1;
            }
        }
    }
    starts[found] = text.n;
    for (int i = 0; i < ANSWER_PARTS; i++) {
        ret_parts[i] = STR("");
    }
    for (int i = 0; i < found; i++) {
        ret_parts[part_of[i]] = str_trim(str_slice(text, begins[i], starts[i + 1]));
    }
}

struct str answer_own(struct arena *arena, struct str text)
{
    struct str parts[ANSWER_PARTS];
    answer_split(text, parts);
    struct out out = out_open(arena, text.n + 2 * ANSWER_PARTS);
    for (int i = 0; i < PART_UNHAPPY; i++) {
        out_printf(&out, "%s%.*s", out.n > 0 && parts[i].n > 0 ? "\n" : "", STR_ARG(parts[i]));
    }
    return out.n > 0 ? out_str(&out) : STR("");
}
