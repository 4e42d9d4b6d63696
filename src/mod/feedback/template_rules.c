/* The rules of templates: what may be kept, and how one is poured into an answer. Pure. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/template.h"

#include "text/tongue.h"

const char *const template_occasions[OCCASIONS] = { "any", "first", "again" };

static const char *const PART_NAMES[ANSWER_PARTS] = { "said", "done", "plan", "unhappy" };

static struct verdict parts_rule(const struct template_put *put);
static bool is_occasion(struct str word);

struct verdict template_rule(const struct template_put *put, const struct template_facts *facts)
{
    if (!is_occasion(put->occasion)) {
        return invalid("occasion", N_("Hãy chọn mẫu dùng cho lần trả lời nào."));
    }
    if (!facts->has_category) {
        return invalid("category", N_("Không có loại việc này. Hãy chọn lại trong danh sách."));
    }
    if (facts->has_same_name) {
        return invalid("title", N_("Đơn vị đã có mẫu đang dùng mang tên này. Hãy đặt tên khác."));
    }
    if (facts->others >= TEMPLATES_MAX) {
        return invalid("title", N_("Đơn vị đã có 100 mẫu đang dùng. Hãy thôi dùng bớt mẫu cũ."));
    }
    return parts_rule(put);
}

static struct verdict parts_rule(const struct template_put *put)
{
    const struct str parts[ANSWER_PARTS] = TEMPLATE_PARTS(put);
    size_t written = 0;
    for (int i = 0; i < ANSWER_PARTS; i++) {
        written += str_trim(parts[i]).n > 0;
        for (struct str rest = parts[i]; rest.p;) {
            struct str gap = gap_next(&rest);
            if (gap.p && !gap_is_whole(gap)) {
                return verdict_about(
                    invalid(PART_NAMES[i], N_("Dấu “%s” này chưa thành chỗ trống. Hãy viết tên "
                                              "chỗ trống giữa {{ và }}, trên một dòng.")),
                    gap);
            }
        }
    }
    return written > 0 ? VERDICT_OK
                       : invalid("said", N_("Mẫu chưa có chữ nào. Hãy viết ít nhất một phần."));
}

static bool is_occasion(struct str word)
{
    for (int i = 0; i < OCCASIONS; i++) {
        if (str_equal(word, str_of(template_occasions[i]))) {
            return true;
        }
    }
    return false;
}

void template_pour(struct arena *arena, const struct str from[ANSWER_PARTS],
                   const struct str values[GAP_KINDS], const struct str begun[ANSWER_PARTS],
                   struct str parts[ANSWER_PARTS], bool ret_kept[ANSWER_PARTS])
{
    for (int i = 0; i < ANSWER_PARTS; i++) {
        struct str typed = str_trim(parts[i]);
        bool is_untouched = typed.n == 0 || str_equal(typed, str_trim(begun[i]));
        bool has_words = str_trim(from[i]).n > 0;
        ret_kept[i] = has_words && !is_untouched;
        if (has_words && is_untouched) {
            parts[i] = gaps_fill(arena, from[i], values);
        }
    }
}
