/* The acts that more than one table stands on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_ACTS_H
#define LAW_ACTS_H

#include "law/act.h"

extern const struct act COMPLAINTS;    /* 02/2011/QH13 */
extern const struct act DENUNCIATIONS; /* 25/2018/QH14 */
extern const struct act RECEPTION;     /* 42/2013/QH13 */
extern const struct act LAW_136;       /* 136/2025/QH15 amends these three */
extern const struct act CIRCULAR_05;   /* 05/2021/TT-TTCP: what is done with a letter */
extern const struct act DECREE_31;     /* 31/2019/NĐ-CP on denunciations */
extern const struct act DECREE_141;    /* 141/2025/NĐ-CP: powers without districts */
extern const struct act DECREE_154;    /* 154/2026/NĐ-CP on reception */
extern const struct act DECREE_155;    /* 155/2026/NĐ-CP on complaints */

#endif
