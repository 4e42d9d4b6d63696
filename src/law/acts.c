/* The acts that more than one table stands on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/acts.h"

#include "text/tongue.h"

const struct act COMPLAINTS = { "02/2011/QH13", N_("Luật Khiếu nại"), DAY(2012, 7, 1), DAY_OPEN };
const struct act DENUNCIATIONS = { "25/2018/QH14", N_("Luật Tố cáo"), DAY(2019, 1, 1), DAY_OPEN };
const struct act RECEPTION = { "42/2013/QH13", N_("Luật Tiếp công dân"), DAY(2014, 7, 1),
                               DAY_OPEN };
const struct act LAW_136 = { "136/2025/QH15",
                             N_("Luật sửa đổi, bổ sung Luật Tiếp công dân, Luật Khiếu nại, Luật Tố "
                                "cáo"),
                             DAY(2026, 7, 1), DAY_OPEN };
const struct act CIRCULAR_05 = { "05/2021/TT-TTCP", N_("Thông tư của Thanh tra Chính phủ"),
                                 DAY(2021, 11, 15), DAY_OPEN, &RECEPTION };
const struct act DECREE_31 = { "31/2019/NĐ-CP", N_("Nghị định"), DAY(2019, 5, 28), DAY_OPEN,
                               &DENUNCIATIONS };
const struct act DECREE_141 = { "141/2025/NĐ-CP", N_("Nghị định"), DAY(2025, 7, 1), DAY_OPEN };
const struct act DECREE_154 = { "154/2026/NĐ-CP", N_("Nghị định"), DAY(2026, 7, 1), DAY_OPEN,
                                &RECEPTION };
const struct act DECREE_155 = { "155/2026/NĐ-CP", N_("Nghị định"), DAY(2026, 7, 1), DAY_OPEN,
                                &COMPLAINTS };
