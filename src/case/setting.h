/* What the house chose where the law leaves a choice, as the day of a case has it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_SETTING_H
#define CASE_SETTING_H

#include "law/setting.h"
#include "store/store.h"

/* The value that holds for what happened on `anchor`: what was chosen for that day, or the usual
 * one. Lives as long as the connection's arena. */
struct str case_setting(struct conn *conn, enum law_setting_id id, struct day anchor);
/* The same of a setting that is a number of days. */
int32_t case_setting_days(struct conn *conn, enum law_setting_id id, struct day anchor);

/* The days between which one value holds, both included: for ticks, which ask for all cases at
 * once. In order, without a gap; the first begins before all days, the last never ends. */
struct case_setting_span {
    struct day from;
    struct day until; /* DAY_NONE: of the last */
    struct str value;
};
struct case_setting_spans {
    const struct case_setting_span *spans;
    size_t count;
};
struct case_setting_spans case_setting_spans(struct conn *conn, enum law_setting_id id);

#endif
