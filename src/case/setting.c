/* Settings of law: the value of a day, and the days of each value. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/setting.h"

#include "sql/case.h"

struct str case_setting(struct conn *conn, enum law_setting_id id, struct day anchor)
{
    const struct law_setting *setting = law_setting(id);
    struct case_setting_at_row row;
    struct case_setting_at wanted = { .name = str_of(setting->name), .on = anchor };
    return case_setting_at(conn, &wanted, &row) ? row.value : str_of(setting->usual);
}

int32_t case_setting_days(struct conn *conn, enum law_setting_id id, struct day anchor)
{
    return law_setting_days(law_setting(id), case_setting(conn, id, anchor));
}

struct case_setting_spans case_setting_spans(struct conn *conn, enum law_setting_id id)
{
    static const struct day first = { 1 }; /* 0 is no day */
    const struct law_setting *setting = law_setting(id);
    struct case_setting_all_rows rows =
        case_setting_all(conn, &(struct case_setting_all){ .name = str_of(setting->name) });
    struct case_setting_span *spans = new(conn->arena, struct case_setting_span, rows.count + 1);
    size_t last = 0;
    spans[0] = (struct case_setting_span){ .from = first, .value = str_of(setting->usual) };
    for (size_t i = 0; i < rows.count; i++) {
        /* Of two rows of one day the later counts. */
        if (day_compare(spans[last].from, rows.rows[i].from_on) != 0) {
            spans[last].until = day_before(rows.rows[i].from_on);
            last++;
        }
        spans[last] =
            (struct case_setting_span){ .from = rows.rows[i].from_on, .value = rows.rows[i].value };
    }
    return (struct case_setting_spans){ spans, last + 1 };
}
