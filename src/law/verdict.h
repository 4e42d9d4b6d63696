/* Verdicts: what a rule answers, with the sentence for people and the article that caused it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_VERDICT_H
#define LAW_VERDICT_H

#include <stdbool.h>

#include "base/out.h"
#include "base/status.h"
#include "base/str.h"
#include "law/act.h"

/* A rule is a pure function of facts, a command and today; this is all it may answer.
 *
 *     if (day_compare(today, petition->closing_day) > 0) {
 *         return refuse(N_("Đợt lấy chữ ký đã kết thúc."), &CLOSING);
 *     }
 *     return VERDICT_OK;
 */
struct verdict {
    enum status status;         /* STATUS_OK, or why not */
    const char *field;          /* the field at fault, or NULL for the whole */
    const char *sentence;       /* Vietnamese source text with at most one %s; NULL when OK */
    const char *word;           /* source text for the %s, translated too; or NULL */
    struct str detail;          /* what people wrote, for the %s, when there is no word */
    const struct cite *because; /* the row's ground, or NULL where no law is behind it */
};

#define VERDICT_OK ((struct verdict){ .status = STATUS_OK })

bool verdict_is_ok(struct verdict verdict) PURE;
/* The law or a rule says no: 422 with the sentence and the article. */
struct verdict refuse(const char *sentence, const struct cite *because) PURE;
/* The same beside the field that is at fault. */
struct verdict refuse_field(const char *field, const char *sentence,
                            const struct cite *because) PURE;
/* A field does not hold what it must: 422 beside that field. */
struct verdict invalid(const char *field, const char *sentence) PURE;
/* The same verdict with the text that stands for its %s. */
struct verdict verdict_about(struct verdict verdict, struct str detail) PURE;

/* The sentence with its %s filled, in the tongue of the writer; the status's own sentence when the
 * verdict has none. */
void verdict_write(struct out *out, const struct verdict *verdict);
/* The sentence, and the ground after it: "… (căn cứ khoản 1 Điều 27 …)". */
void verdict_write_full(struct out *out, const struct verdict *verdict);

/* What is wrong with one line of a file. Beyond the last that is kept they are counted: a file of
 * another kind has one per line. */
struct line_fault {
    size_t line;
    struct verdict verdict;
};
enum { LINE_FAULTS_KEPT = 200 };

#endif
