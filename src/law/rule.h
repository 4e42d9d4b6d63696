/* The named rules of law about time, and what a case asks of one of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_RULE_H
#define LAW_RULE_H

#include "law/term.h"

/* Limits of complaints, denunciations, reception, letters, grassroots democracy and the Front's
 * supervision, a row each (rules.c). A rule keeps its name when the law changes; its rows are
 * told apart by the anchor's day and by circumstances. Those of a law and its decrees (act_law)
 * stand together:
 *
 *     struct circumstances case_facts = { .is_remote = true };
 *     struct due due;
 *     struct verdict verdict =
 *         rule_due("KN-RES1", accepted_on, &case_facts, &CALENDAR_VIETNAM, arena, &due);
 *
 * Where the law leaves a choice the row says how we read it (struct cite). */
extern const struct term_table RULES;

/* One line per fault of a table of rules, and how many: a row without name, event, amount or
 * ground, an extension that is half said, two rows of one name for the same circumstances and day,
 * a name or a law in two places. The build asks it (kheo lawcheck). */
size_t rules_audit(struct term_table rules, struct out *faults);

/* What is known of a case, as far as a limit can depend on it. */
struct circumstances {
    bool is_remote;         /* a far region that is hard to reach */
    bool is_complex;        /* recorded as complex, with its ground in the file */
    bool is_delegated;      /* checked by delegation or in several places */
    bool is_dismissal;      /* the decision dismissed an official */
    int32_t tests;          /* recorded tests of complexity, 0 … TESTS_MAX */
    int32_t extensions;     /* taken, each of the longest that the row allows; 0 … EXTENSIONS_MAX */
    int32_t excluded_days;  /* proven days of obstacle, or of expert appraisal */
    const struct pause *pauses;
    size_t pause_count;
};
/* Nobody is known to have suspended a case so often; pages and programs take no more. */
enum { TESTS_MAX = 7, EXTENSIONS_MAX = 9, SUSPENSIONS_MAX = 8 };

/* The row. Refused in a sentence with the article: a circumstance that the rule does not know; no
 * such rule; none in force on that day. Law: 31/2019/NĐ-CP art. 3 on the tests. */
struct verdict rule_choose(const char *name, struct day anchor, const struct circumstances *facts,
                           const struct term **ret_term) MUST_USE;
/* That row's day, with its steps. Besides: what term_compute() refuses. */
struct verdict rule_due(const char *name, struct day anchor, const struct circumstances *facts,
                        const struct calendar *calendar, struct arena *arena,
                        struct due *ret_due) MUST_USE;

/* The days of the row: its own within its act's. DAY_NONE: still in force. */
struct day rule_from(const struct term *term) PURE;
struct day rule_to(const struct term *term) PURE;
/* "45 ngày, vụ việc phức tạp"; "5 ngày làm việc, báo trước". */
void rule_write_amount(struct out *out, const struct term *term);
/* {"rule","about","anchor","sense","unit","amount","when":"remote,complex","extensions",
 * "extension_amount","from","to","cite"} */
void rule_write_row_json(struct json *json, const struct term *term);

/* What the day would be under the rows beside this one: other circumstances on the same day, and
 * the same circumstances under the law before or after. What was suspended or excluded is so there
 * too, and a row that knows no such thing is left out; nothing is extended. In the arena, in the
 * table's order. */
struct neighbours {
    const struct due *dues;
    size_t count;
};
struct neighbours rule_neighbours(const struct due *due, const struct circumstances *facts,
                                  struct arena *arena);
/* "Nếu vụ việc phức tạp: 45 ngày, hạn là hết thứ Hai 17/08/2026 (…)." */
void neighbour_write(struct out *out, const struct due *due, const struct due *neighbour);

/* The members of {"rule","anchor","due","at","nominal","steps":[…],"cite","lunar",
 * "neighbours":[{"text","due"}]}, into an object that the caller has begun. */
void rule_write_json(struct json *json, const struct due *due, struct neighbours neighbours);

#endif
