/* What the law says of denunciations beside their limits: on what grounds each thing is done. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_DENUNCIATION_H
#define LAW_DENUNCIATION_H

#include "law/ground.h"

/* Not a denunciation that is settled: nobody answers for it by name, or not in a form of the law.
 * Law: 25/2018/QH14 art. 25. */
extern const struct ground_list DENUNCIATION_FILINGS;
/* Not handled at all. Law: 25/2018/QH14 art. 24 cl. 3. */
extern const struct ground_list DENUNCIATION_PASSED_OVER;
/* Which condition of acceptance is not met. Law: 25/2018/QH14 art. 29. */
extern const struct ground_list DENUNCIATION_REFUSALS;
/* What makes a case complex, and two of them very complex; each is written into the file. Law:
 * 31/2019/NĐ-CP art. 3. */
extern const struct ground_list DENUNCIATION_TESTS;
/* Why the settling may stand still, and why it ends without a conclusion. Law: 25/2018/QH14 art.
 * 34. */
extern const struct ground_list DENUNCIATION_SUSPENSIONS, DENUNCIATION_TERMINATIONS;

/* Days with the experts, which are not counted. Law: 31/2019/NĐ-CP art. 15 cl. 4. */
extern const struct ground_list DENUNCIATION_APPRAISALS;
#define APPRAISAL "trung-cau"
/* Why one that was settled is settled again by the superior. Law: 25/2018/QH14 art. 37 cl. 3. */
extern const struct ground_list DENUNCIATION_RESETTLINGS;
/* Why the superior takes one that is overdue from who has not settled it. Law: 25/2018/QH14 art. 38
 * cl. 5; 31/2019/NĐ-CP art. 5. */
extern const struct ground_list DENUNCIATION_TAKEOVERS;

/* Why somebody is protected, why they are not, and why measures end before the settling does. Law:
 * 25/2018/QH14 art. 47 cl. 3, 51 cl. 3, 54 cl. 2; 136/2025/QH15. */
extern const struct ground_list DENUNCIATION_DANGERS, DENUNCIATION_UNPROTECTED,
    DENUNCIATION_PROTECTION_ENDS;

/* Those who verify: at least two, none of them bound to the accused. Law: 31/2019/NĐ-CP art. 10. */
enum { VERIFIERS_MIN = 2 };

#endif
