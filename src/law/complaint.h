/* What the law says of complaints beside its limits: who settles, whose letter, on what grounds. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_COMPLAINT_H
#define LAW_COMPLAINT_H

#include <stdint.h>

#include "law/ground.h"

/* Not to be accepted. Law: 02/2011/QH13 art. 11. */
extern const struct ground_list COMPLAINT_REFUSALS;
/* What makes a case complex; one of them, written into the file, is enough. Law: 155/2026/NĐ-CP
 * art. 2. */
extern const struct ground_list COMPLAINT_TESTS;
/* Why the settling may stand still, and why it ends without a decision. Law: 155/2026/NĐ-CP art. 5,
 * 12; 02/2011/QH13 art. 10. */
extern const struct ground_list COMPLAINT_SUSPENSIONS;
extern const struct ground_list COMPLAINT_TERMINATIONS;
/* What a letter that this office does not settle is answered with, once. Law: 05/2021/TT-TTCP. */
extern const struct ground_list COMPLAINT_GUIDANCE;

/* Why a letter is filed and nothing more is done: it is kept a year. Law: 05/2021/TT-TTCP. */
extern const struct ground_list LETTER_FILINGS;

/* --- who settles it --------------------------------------------------------------------------- */

/* Whose decision or act is complained of. */
enum respondent {
    RESPONDENT_COMMUNE,    /* the commune's chair, or one whom he leads */
    RESPONDENT_UNIT,       /* a unit under a department of the province */
    RESPONDENT_DEPARTMENT, /* the director of such a department */
    RESPONDENT_PROVINCE,   /* the chair of the province or city */
    RESPONDENT_DISTRICT,   /* a district, which is no more since 1/7/2025 */
    RESPONDENTS
};
enum resolver {
    RESOLVER_COMMUNE,
    RESOLVER_DISTRICT,
    RESOLVER_UNIT, /* the head of that unit */
    RESOLVER_DEPARTMENT,
    RESOLVER_PROVINCE,
    RESOLVER_MINISTER,
    RESOLVER_SUCCESSOR, /* the body that took the task over */
    RESOLVERS
};
enum { FIRST_ROUND = 1, SECOND_ROUND = 2 };

struct competence {
    enum respondent respondent;
    int round;
    enum resolver resolver;
    struct day from;
    struct day to;
    struct cite cite;
};
/* The row for that round on that day; NULL: the law knows no such round (of a district after
 * 30/6/2025 there is only what its successor does). Never a district after that day. Law:
 * 02/2011/QH13 art. 17-23; 141/2025/NĐ-CP. */
const struct competence *competence_find(enum respondent respondent, int round, struct day day);
/* The same table for audits. */
extern const struct competence COMPETENCES[];
extern const size_t COMPETENCE_COUNT;
/* The stored word of each, "commune"; RESPONDENTS: no such word. What people call it: source text.
 */
enum respondent respondent_of(struct str word);
const char *respondent_word(enum respondent respondent);
const char *respondent_name(enum respondent respondent);
const char *resolver_name(enum resolver resolver);

/* --- letters of several people ---------------------------------------------------------------- */

enum { GROUP_PEOPLE_MIN = 5, GROUP_PEOPLE_MAX = 100000 };

struct complaint_group {
    int64_t people;          /* with name and signature, >= 1 */
    int64_t representatives; /* of them, 0 … people */
    bool has_all_signatures;
    bool has_appointment; /* written, signed by all */
};
/* From five people on: one or two representatives up to ten people, at most five beyond. Law:
 * 42/2013/QH13 art. 29. */
struct verdict group_check_representatives(const struct complaint_group *group) MUST_USE;
/* May their complaint, received on that day, be accepted? Law: 155/2026/NĐ-CP art. 10. */
struct verdict group_check_acceptance(const struct complaint_group *group,
                                      struct day received_on) MUST_USE;

#endif
