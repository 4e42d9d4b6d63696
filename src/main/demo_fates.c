/* How papers fare, from the plain course to the one that two offices pass to and fro. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

/* clang-format off */
#define OFFICER(act, from, to) { act, BY_OFFICER, OF_TERM, from, to }
#define LEADER(act, from, to) { act, BY_LEADER, OF_TERM, from, to }
#define CITIZEN(act, from, to) { act, BY_CITIZEN, AFTER_HOURS, from, to }
#define OFFICE(act, from, to) { act, BY_OFFICE, AFTER_HOURS, from, to }
#define RATED { "rate", BY_CITIZEN, AFTER_HOURS, 3, 200 }
#define FORGOTTEN { "close", BY_TIME, AFTER_DAYS, 31, 31 }

enum {
    PLAIN, FORGOTTEN_PLAIN, LATE, VERY_LATE, ASKED, RESUMED, EXTENDED, PASSED_ON, BOUNCED, RULED,
    WRITTEN_AGAIN, REOPENED, REFUSED, WITHDRAWN, MERGED, WITHHELD, NOTED,
    CONSULTED, RECALLED, SPLIT, RELATED,
    /* These stay where they are. */
    UNTOUCHED, STILL_AT_WORK, STILL_ASKED, STILL_PASSED_ON, STILL_RULING, STILL_DRAFTED,
    STILL_REOPENED, STILL_ANSWERED, STILL_CONSULTING, STILL_SPLIT,
    FATE_COUNT
};

static const struct fate FATES[FATE_COUNT] = {
    [PLAIN] = { 400, { OFFICER("accept", 2, 15), OFFICER("draft", 30, 75), LEADER("approve", 45, 96),
                       RATED } },
    [FORGOTTEN_PLAIN] = { 240, { OFFICER("accept", 2, 20), OFFICER("draft", 30, 80),
                                 LEADER("approve", 50, 97), FORGOTTEN } },
    [LATE] = { 45, { OFFICER("accept", 10, 50), OFFICER("draft", 80, 115),
                     LEADER("approve", 103, 140), RATED } },
    [VERY_LATE] = { 14, { OFFICER("accept", 30, 90), OFFICER("draft", 120, 210),
                          LEADER("approve", 130, 260), FORGOTTEN } },
    [ASKED] = { 50, { OFFICER("accept", 2, 10), OFFICER("ask", 10, 30), CITIZEN("supply", 6, 90),
                      OFFICER("draft", 60, 95), LEADER("approve", 70, 100), RATED } },
    [RESUMED] = { 14, { OFFICER("accept", 2, 10), OFFICER("ask", 10, 25), OFFICER("resume", 50, 70),
                        OFFICER("draft", 70, 90), LEADER("approve", 75, 99), FORGOTTEN } },
    [EXTENDED] = { 40, { OFFICER("accept", 3, 15), OFFICER("extend", 60, 90),
                         OFFICER("draft", 100, 125), LEADER("approve", 105, 130), RATED } },
    [PASSED_ON] = { 60, { OFFICER("transfer", 4, 20), OFFICER("take", 12, 35),
                          OFFICER("draft", 45, 80), LEADER("approve", 55, 98), RATED } },
    [BOUNCED] = { 16, { OFFICER("transfer", 4, 15), OFFICER("return", 15, 35),
                        OFFICER("accept", 25, 45), OFFICER("draft", 60, 105),
                        LEADER("approve", 80, 120), RATED } },
    [RULED] = { 14, { OFFICER("transfer", 4, 12), OFFICER("return", 12, 25),
                      OFFICER("transfer", 20, 35), OFFICER("return", 30, 55),
                      { "rule", BY_CITY, OF_TERM, 45, 80 }, OFFICER("draft", 80, 115),
                      LEADER("approve", 90, 130), RATED } },
    [WRITTEN_AGAIN] = { 24, { OFFICER("accept", 2, 12), OFFICER("draft", 25, 60),
                              LEADER("send_back", 35, 70), OFFICER("draft", 50, 85),
                              LEADER("approve", 60, 98), RATED } },
    [REOPENED] = { 34, { OFFICER("accept", 2, 15), OFFICER("draft", 30, 70),
                         LEADER("approve", 45, 95), { "reopen", BY_CITIZEN, AFTER_HOURS, 20, 300 },
                         OFFICER("draft", 40, 80), LEADER("approve", 50, 97), RATED } },
    [REFUSED] = { 36, { OFFICER("refuse", 8, 60) } },
    [WITHDRAWN] = { 14, { OFFICER("accept", 5, 20), CITIZEN("withdraw", 5, 60) } },
    [MERGED] = { 50, { OFFICER("merge", 5, 40) } },
    [WITHHELD] = { 12, { OFFICER("accept", 2, 10), OFFICER("withhold", 5, 20),
                         OFFICER("draft", 35, 75), LEADER("approve", 50, 95), FORGOTTEN } },
    [NOTED] = { 40, { OFFICER("assign", 2, 12), OFFICER("note", 10, 30), OFFICER("note", 30, 50),
                      OFFICER("draft", 50, 80), LEADER("approve", 60, 97), RATED } },

    [CONSULTED] = { 60, { OFFICER("accept", 2, 8), OFFICER("consult", 6, 16), OFFICE("reply", 2, 30),
                          OFFICER("draft", 45, 75), LEADER("approve", 55, 97), RATED } },
    [RECALLED] = { 12, { OFFICER("accept", 2, 8), OFFICER("consult", 6, 16),
                         OFFICER("recall", 18, 30), OFFICER("draft", 45, 75),
                         LEADER("approve", 55, 97), FORGOTTEN } },
    [SPLIT] = { 24, { OFFICER("accept", 2, 12), OFFICER("split", 8, 25), OFFICER("draft", 35, 75),
                      LEADER("approve", 50, 97), RATED } },
    [RELATED] = { 40, { OFFICER("accept", 2, 12), OFFICER("relate", 8, 30),
                        OFFICER("draft", 40, 75), LEADER("approve", 50, 97), FORGOTTEN } },

    [UNTOUCHED] = { 0, { { 0 } } },
    [STILL_AT_WORK] = { 0, { OFFICER("accept", 5, 20), OFFICER("note", 20, 40) } },
    [STILL_ASKED] = { 0, { OFFICER("accept", 5, 15), OFFICER("ask", 10, 30) } },
    [STILL_PASSED_ON] = { 0, { OFFICER("transfer", 5, 20) } },
    [STILL_RULING] = { 0, { OFFICER("transfer", 4, 10), OFFICER("return", 10, 20),
                            OFFICER("transfer", 15, 30), OFFICER("return", 25, 45) } },
    [STILL_DRAFTED] = { 0, { OFFICER("accept", 5, 20), OFFICER("draft", 20, 45) } },
    [STILL_REOPENED] = { 0, { OFFICER("accept", 2, 10), OFFICER("draft", 15, 30),
                              LEADER("approve", 25, 40),
                              { "reopen", BY_CITIZEN, AFTER_HOURS, 10, 20 } } },
    [STILL_ANSWERED] = { 0, { OFFICER("accept", 2, 15), OFFICER("draft", 20, 50),
                              LEADER("approve", 30, 70) } },
    [STILL_CONSULTING] = { 0, { OFFICER("accept", 2, 8), OFFICER("consult", 6, 16) } },
    [STILL_SPLIT] = { 0, { OFFICER("accept", 2, 8), OFFICER("split", 6, 16) } },
};

/* clang-format on */
const struct fate *demo_fate(struct chance *chance)
{
    size_t total = 0;
    for (size_t i = 0; i < FATE_COUNT; i++) {
        total += FATES[i].weight;
    }
    size_t drawn = chance_below(chance, total);
    size_t i = 0;
    while (drawn >= FATES[i].weight) {
        drawn -= FATES[i++].weight;
    }
    return &FATES[i];
}

const struct fate *demo_fate_plain(void)
{
    return &FATES[PLAIN];
}

const struct showpiece demo_showpieces[] = {
    { 0, &FATES[UNTOUCHED], NULL },
    { 1, &FATES[UNTOUCHED], NULL },
    { 2, &FATES[UNTOUCHED], NULL },
    { 3, &FATES[STILL_AT_WORK], NULL },
    { 5, &FATES[STILL_AT_WORK], NULL },
    { 6, &FATES[STILL_ASKED], NULL },
    { 8, &FATES[STILL_ASKED], NULL },
    { 4, &FATES[STILL_PASSED_ON], NULL },
    { 9, &FATES[STILL_RULING], NULL },
    { 6, &FATES[STILL_DRAFTED], NULL },
    { 7, &FATES[STILL_DRAFTED], NULL },
    { 20, &FATES[STILL_REOPENED], NULL },
    { 12, &FATES[STILL_ANSWERED], NULL },
    { 16, &FATES[STILL_AT_WORK], NULL },
    { 21, &FATES[STILL_DRAFTED], NULL },
    { 2, &FATES[STILL_CONSULTING], NULL },
    { 4, &FATES[STILL_CONSULTING], "giao-thong" },
    { 7, &FATES[STILL_CONSULTING], "trat-tu" },
    { 3, &FATES[STILL_SPLIT], "giao-thong" },
};
const size_t demo_showpiece_count = COUNT(demo_showpieces);
