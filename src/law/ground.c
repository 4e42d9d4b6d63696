/* Choosing one of the grounds that a law lists. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/ground.h"

#include "text/tongue.h"

const struct ground *ground_find(struct ground_list list, struct str code)
{
    const struct ground *rows = list.rows;
    for (size_t i = 0; i < list.count; i++) {
        if (str_equal(str_of(rows[i].code), code)) {
            return &rows[i];
        }
    }
    return NULL;
}

struct verdict ground_check(struct ground_list list, struct str code, const char *field,
                            struct day day)
{
    const struct ground *ground = ground_find(list, code);
    if (!ground) {
        return invalid(field, N_("Hãy chọn một căn cứ trong danh sách."));
    }
    if (ground->cite.act && !act_in_force(ground->cite.act, day)) {
        return refuse_field(field, N_("Căn cứ này chưa có hiệu lực vào ngày đó."), &ground->cite);
    }
    return VERDICT_OK;
}
