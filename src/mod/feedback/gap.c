/* Gaps of a template: found, and filled as far as a report knows them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/gap.h"

#include "base/out.h"
#include "text/tongue.h"

static const struct str OPEN = STR_INIT("{{");
static const struct str CLOSE = STR_INIT("}}");

const struct gap_row gap_rows[GAP_KINDS] = {
    [GAP_CODE] = { "mã hồ sơ", N_("Mã của hồ sơ đang trả lời") },
    [GAP_UNIT] = { "đơn vị", N_("Đơn vị đang giữ hồ sơ") },
    [GAP_TITLE] = { "tên việc", N_("Tên việc, khi hồ sơ công khai") },
    [GAP_PLACE] = { "nơi xảy ra", N_("Nơi xảy ra, khi hồ sơ công khai và có ghi nơi") },
    [GAP_RECEIVED] = { "ngày nhận", N_("Ngày nhận hồ sơ") },
    [GAP_DUE] = { "hạn trả lời", N_("Ngày phải trả lời xong") },
    [GAP_TODAY] = { "hôm nay", N_("Ngày chép mẫu vào câu trả lời") },
    [GAP_AUTHOR] = { "người trả lời", N_("Họ tên cán bộ đang soạn") },
};

static struct str name_of(struct str gap);
static struct str value_of(struct str gap, const struct str values[GAP_KINDS]);
static size_t longest(const struct str values[GAP_KINDS]);

struct str gap_next(struct str *rest)
{
    struct str text = *rest;
    size_t open = str_find(text, OPEN);
    size_t close = str_find(text, CLOSE);
    size_t from = open < close ? open : close;
    if (from >= text.n) {
        *rest = STR_NONE;
        return STR_NONE;
    }
    struct str behind = str_slice(text, from + OPEN.n, text.n);
    size_t until = from == open ? str_find(behind, CLOSE) : behind.n;
    struct str whole = str_slice(text, from, from + OPEN.n + until + CLOSE.n);
    bool is_gap = until < behind.n && gap_is_whole(whole);
    /* Of a brace without its other one nobody knows where it was meant to end. */
    size_t n = is_gap ? whole.n : OPEN.n;
    *rest = str_slice(text, from + n, text.n);
    return str_slice(text, from, from + n);
}

bool gap_is_whole(struct str gap)
{
    struct str name = name_of(gap);
    return str_starts(gap, OPEN) && str_ends(gap, CLOSE) && name.n > 0 &&
           str_chars(name) <= GAP_CHARS_MAX && str_find_byte(name, '{') >= name.n &&
           str_find_byte(name, '}') >= name.n && str_find_byte(name, '\n') >= name.n;
}

struct str gaps_fill(struct arena *arena, struct str text, const struct str values[GAP_KINDS])
{
    struct out out = out_open(arena, text.n + text.n / (OPEN.n + CLOSE.n + 1) * longest(values));
    for (struct str rest = text; rest.p;) {
        struct str before = rest;
        struct str gap = gap_next(&rest);
        if (!gap.p) {
            out_str_raw(&out, before);
            break;
        }
        struct str value = value_of(gap, values);
        out_str_raw(&out, str_slice(before, 0, (size_t)(gap.p - before.p)));
        out_str_raw(&out, value.n > 0 ? value : gap);
    }
    return out.n > 0 ? out_str(&out) : STR("");
}

static struct str name_of(struct str gap)
{
    return gap.n > OPEN.n + CLOSE.n ? str_trim(str_slice(gap, OPEN.n, gap.n - CLOSE.n)) : STR_NONE;
}

static struct str value_of(struct str gap, const struct str values[GAP_KINDS])
{
    struct str name = name_of(gap);
    for (int i = 0; i < GAP_KINDS; i++) {
        if (str_equal(name, str_of(gap_rows[i].name))) {
            return values[i];
        }
    }
    return STR_NONE;
}

static size_t longest(const struct str values[GAP_KINDS])
{
    size_t n = 0;
    for (int i = 0; i < GAP_KINDS; i++) {
        n = values[i].n > n ? values[i].n : n;
    }
    return n;
}
